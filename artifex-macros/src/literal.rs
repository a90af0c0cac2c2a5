//! `config!(T { key = value, nested = { .. } })`: a config in Rust, checked token by token. And `config!(T, toml = "..")`: one in
//! a text.

use crate::document::{Node, Place};
use crate::emit::assertion;
use crate::errors::{Errors, Range, expected, inside};
use crate::file;
use crate::inline::{self, Places};
use crate::krate;
use artifex_syntax::front::Format;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Ident, LitStr, Path, Result, Token, Type, braced, token};

/// What `config!` takes.
pub enum Input {
    /// `($crate) T { key = value, .. }`
    Tokens(Tokens),
    /// `($crate) T, toml = "key = value"`
    Text(Path, Type, Format, LitStr),
}

/// `($crate) T { key = value, .. }`
pub struct Tokens {
    krate: Path,
    ty: Type,
    root: Node,
    places: Places,
    errors: Errors,
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        let krate = krate::parse(input)?;
        if input.is_empty() {
            return Err(expected(input, "expected a config: `Type { key = value, .. }`"));
        }
        let ty: Type = input.parse()?;
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
            return text(krate, ty, input);
        }
        let (mut places, mut errors) = (Places::default(), Errors::default());
        // What is wrong with the config as a whole stands at its type.
        let place: Place = places.add(Range::of(&ty));
        if !input.peek(token::Brace) {
            return Err(expected(input, "expected `{ key = value, .. }`"));
        }
        let content;
        braced!(content in input);
        let data = inside(&content, |content| inline::table(content, &mut places, &mut errors))?;
        if !input.is_empty() {
            return Err(expected(input, "expected the end of the config"));
        }
        Ok(Self::Tokens(Tokens { krate, ty, root: Node { place, data }, places, errors }))
    }
}

/// `toml = ".."`, behind the type.
fn text(krate: Path, ty: Type, input: ParseStream) -> Result<Input> {
    let wanted = "expected `toml = \"..\"`, `json = \"..\"` or `yaml = \"..\"`";
    let name: Option<Ident> = input.parse()?;
    let format = match name.as_ref().map(ToString::to_string).as_deref() {
        Some("toml") => Format::Toml,
        Some("json") => Format::Json,
        Some("yaml") => Format::Yaml,
        _ => return Err(name.map_or_else(|| expected(input, wanted), |name| Error::new(name.span(), wanted))),
    };
    if !input.peek(Token![=]) || !input.peek2(LitStr) {
        return Err(expected(input, wanted));
    }
    input.parse::<Token![=]>()?;
    let literal = input.parse()?;
    input.parse::<Option<Token![,]>>()?;
    if !input.is_empty() {
        return Err(expected(input, "expected the end of the config"));
    }
    Ok(Input::Text(krate, ty, format, literal))
}

/// The value, and the constants that fail the build if it is wrong.
pub fn expand(input: &Input) -> TokenStream {
    match input {
        Input::Tokens(tokens) => expand_tokens(tokens),
        Input::Text(krate, ty, format, literal) => file::inline(krate, ty, *format, literal),
    }
}

fn expand_tokens(input: &Tokens) -> TokenStream {
    let Tokens { krate, ty, root, places, errors } = input;
    if !errors.is_empty() {
        // The block is of the type of its last error, which is any type.
        return quote!({ #errors });
    }
    let root = root.tokens(&TokenStream::new());
    let asserts = places.0.iter().enumerate().map(|(token, range)| {
        let token = Literal::usize_unsuffixed(token);
        assertion(*range, &quote!(__REPORT.fail_at), quote!(#token))
    });
    quote!({
        use #krate::config as __config;
        const __DOC: __config::Doc<'static> = {
            #[allow(unused_imports)]
            use __config::{Data, Doc, Entry, Node, Num, Number, Span};
            Doc { sources: &[], root: #root }
        };
        #[allow(long_running_const_eval)]
        const __REPORT: __config::Report = __config::check(&<#ty as __config::Value>::KIND, &__DOC, &[]);
        #(#asserts)*
        let _ = <#ty as __config::Value>::KIND;
        __config::value::decode_checked::<#ty>(&__DOC)
    })
}

/// The output of an expression macro whose input is wrong: of any type, so that this error is the only one.
pub fn failed(error: &Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!({ #error })
}
