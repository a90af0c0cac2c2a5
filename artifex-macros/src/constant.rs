//! A tree as a constant. A file may have thousands of values, and the time that rustc takes goes by the length of the output: hence
//! the functions of `artifex::config::doc::written`, and hashes that are computed here.

use artifex_syntax::doc::{Num, Span};
use artifex_syntax::text::hash;
use artifex_syntax::tree::{Tree, TreeEntry, TreeValue};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The names of the functions, to be imported.
pub fn names() -> TokenStream {
    quote!(boolean, entry, float, int, list, null, other, string, table)
}

/// The tree as an expression of type `Node`.
pub fn node(tree: &Tree) -> TokenStream {
    let place = place(tree.span);
    match &tree.value {
        TreeValue::Null => quote!(null(#place)),
        TreeValue::Bool(value) => quote!(boolean(#place, #value)),
        TreeValue::Num(Num::Int(n), text) => {
            let n = Literal::i128_unsuffixed(*n);
            quote!(int(#place, #n, #text))
        }
        TreeValue::Num(Num::Float(x), text) => {
            let x = float(*x);
            quote!(float(#place, #x, #text))
        }
        TreeValue::Str(text) => quote!(string(#place, #text)),
        TreeValue::List(items) => {
            let items = items.iter().map(node);
            quote!(list(#place, &[#(#items),*]))
        }
        TreeValue::Table(entries) => {
            let entries = entries.iter().map(entry);
            quote!(table(#place, &[#(#entries),*]))
        }
        TreeValue::Other(noun) => quote!(other(#place, #noun)),
    }
}

fn entry(entry: &TreeEntry) -> TokenStream {
    let (place, key, value) = (place(entry.span), &entry.key, node(&entry.value));
    let hash = Literal::u32_unsuffixed(hash(key));
    quote!(entry(#place, #key, #hash, #value))
}

/// `source, start, end`
fn place(span: Span) -> TokenStream {
    let [source, start, end] = [span.source, span.start, span.end].map(Literal::u32_unsuffixed);
    quote!(#source, #start, #end)
}

fn float(x: f64) -> TokenStream {
    match x {
        _ if x.is_nan() => quote!(::core::primitive::f64::NAN),
        f64::INFINITY => quote!(::core::primitive::f64::INFINITY),
        f64::NEG_INFINITY => quote!(::core::primitive::f64::NEG_INFINITY),
        _ => {
            let x = Literal::f64_unsuffixed(x);
            quote!(#x)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::node;
    use artifex_syntax::front::{Format, parse};

    #[test]
    fn a_tree_is_written_out_with_its_places() {
        let tokens = |text: &str, source: u32| {
            let tree = parse(Format::Yaml, text, source).unwrap();
            node(&tree).to_string().replace(' ', "")
        };
        assert_eq!(
            tokens("a: [~, yes, true]", 0),
            "table(0,0,0,&[entry(0,0,1,\"a\",3826002220,list(0,3,17,&[null(0,4,5),string(0,7,10,\"yes\"),\
             boolean(0,12,16,true)]))])"
        );
        assert!(tokens("a: 0x1F", 2).ends_with("int(2,3,7,31,\"0x1F\"))])"));
        assert!(tokens("a: -.inf", 0).ends_with("float(0,3,8,::core::primitive::f64::NEG_INFINITY,\"-inf\"))])"));
        assert!(tokens("a: .nan", 0).ends_with("float(0,3,7,::core::primitive::f64::NAN,\"nan\"))])"));
        assert!(tokens("a: 2e0", 0).ends_with("float(0,3,6,2.0,\"2e0\"))])"));
    }
}
