//! A config file that the compiler reads, with the files that it extends: `check_file!(T, "x.toml")` and
//! `include_config!(T, "x.toml")`.

use crate::constant;
use crate::emit::assertion;
use crate::errors::{Errors, Range, expected};
use crate::krate;
use artifex_syntax::doc::Source;
use artifex_syntax::files::{Chain, File, Reader};
use artifex_syntax::front::{self, Format};
use artifex_syntax::hidden::Hidden;
use artifex_syntax::place::push_place;
use artifex_syntax::text::Text;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens as _, quote};
use std::path::{Component, Path, PathBuf};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Result, Token, Type};

/// Largest file, in bytes: a config is small, and every value of it becomes part of the crate.
const LARGEST: u64 = 1 << 20;
/// How many errors of a file are shown; `artifex::config::report::AT_COMPILE_TIME`.
const SHOWN: usize = 16;

/// `($crate) T, "path"`
pub struct Input {
    krate: syn::Path,
    ty: Type,
    path: LitStr,
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        let start = Self::parse_start(input)?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(expected(input, "expected the end: `Type, \"file.toml\"`"));
        }
        Ok(start)
    }
}

impl Input {
    /// The type and the path; what follows is left.
    pub fn parse_start(input: ParseStream) -> Result<Self> {
        let krate = krate::parse(input)?;
        if input.is_empty() {
            return Err(expected(input, "expected a config type and the path of a file: `Type, \"file.toml\"`"));
        }
        let ty = input.parse()?;
        if !input.peek(Token![,]) {
            return Err(expected(input, "expected `,` and the path of a file"));
        }
        input.parse::<Token![,]>()?;
        if !input.peek(LitStr) {
            return Err(expected(input, "expected the path of a file, a string relative to this source file"));
        }
        let path = input.parse()?;
        Ok(Self { krate, ty, path })
    }

    /// The config type.
    pub const fn ty(&self) -> &Type {
        &self.ty
    }

    /// The literal, which the file is relative to.
    pub const fn path(&self) -> &LitStr {
        &self.path
    }
}

// `source` is the Rust file that the literal stands in.

/// `check_file!`: items that fail the build if the file is wrong.
pub fn check(input: &Input, source: Option<&Path>) -> TokenStream {
    let (statements, errors) = constants(input, source);
    quote! {
        #errors
        const _: () = { #statements };
    }
}

/// `include_config!`: a value of the type.
pub fn include(input: &Input, source: Option<&Path>) -> TokenStream {
    value(&input.ty, &constants(input, source))
}

/// `config!(T, toml = "..")`: a value of the type, from a text that extends nothing.
pub fn inline(krate: &syn::Path, ty: &Type, format: Format, literal: &LitStr) -> TokenStream {
    let text = literal.value();
    let mut chain = Chain::default();
    match front::parse(format, &text, 0) {
        Ok(tree) => chain.layers.push(tree),
        Err(errors) => chain.errors = errors,
    }
    chain.files.push(File { path: PathBuf::new(), name: "config!".to_owned(), text, skipped: 0 });
    value(ty, &checked((krate, ty), literal, &[literal.to_token_stream()], chain))
}

fn value(ty: &Type, (statements, errors): &(TokenStream, Errors)) -> TokenStream {
    if !errors.is_empty() {
        // The block is of the type of its last error, which is any type.
        return quote!({ #statements #errors });
    }
    quote!({ #statements let _ = <#ty as __config::Value>::KIND;
        __config::value::decode_checked::<#ty>(&__DOC) })
}

/// The document of a file, its check and its asserts.
pub fn constants(input: &Input, source: Option<&Path>) -> (TokenStream, Errors) {
    let Input { krate, ty, path } = input;
    // Some editors do not say where the source file is; rustc always does.
    let Some(source) = source else { return (watch(&[text_of(path, 0)]), Errors::default()) };
    let folder = source.parent().unwrap_or_else(|| Path::new(""));
    let chain = match (Reader { folder, largest: LARGEST, name: shown }).chain(Path::new(&path.value()), 0) {
        Ok(chain) => chain,
        Err(message) => {
            let mut errors = Errors::default();
            errors.add(path.span(), message);
            return (TokenStream::new(), errors);
        }
    };
    let texts: Vec<_> = chain
        .files
        .iter()
        .enumerate()
        .map(|(k, file)| match k {
            0 => text_of(path, file.skipped),
            _ => text_of(&LitStr::new(&file.path.to_string_lossy(), Span::call_site()), file.skipped),
        })
        .collect();
    checked((krate, ty), path, &texts, chain)
}

/// The document of some texts, its check and its asserts, which fail at a literal.
fn checked(
    (krate, ty): (&syn::Path, &Type),
    literal: &LitStr,
    texts: &[TokenStream],
    chain: Chain,
) -> (TokenStream, Errors) {
    let errors = errors_of(literal, &chain);
    if !errors.is_empty() {
        return (watch(texts), errors);
    }
    let names = chain.files.iter().map(|file| &file.name);
    let sources = quote!(#(__config::Source { name: #names, text: #texts }),*);
    let (functions, root) = (constant::names(), constant::node(&chain.merged()));
    let asserts = (0..SHOWN).map(|k| {
        let k = Literal::usize_unsuffixed(k);
        assertion(Range::from(literal.span()), &quote!(__REPORT.fail_nth), quote!(#k, &__DOC))
    });
    // A static, for rustc looks at the whole of a constant wherever it is used.
    let statements = quote! {
        use #krate::config as __config;
        static __DOC: __config::Doc<'static> = {
            #[allow(unused_imports)]
            use __config::doc::written::{#functions};
            __config::Doc { sources: &[#sources], root: #root }
        };
        #[allow(long_running_const_eval)]
        const __REPORT: __config::Report = __config::check(&<#ty as __config::Value>::KIND, &__DOC, &[]);
        #(#asserts)*
    };
    (statements, errors)
}

/// The text of a file, without its first `skipped` bytes. `include_str!` makes cargo watch the file; its path is relative to
/// the user's source, so that no absolute path is in the output.
fn text_of(path: &LitStr, skipped: usize) -> TokenStream {
    let text = quote!(::core::include_str!(#path));
    if skipped == 0 {
        return text;
    }
    let skipped = Literal::usize_unsuffixed(skipped);
    quote!(#text.split_at(#skipped).1)
}

/// Makes cargo watch files of which nothing else is made.
fn watch(texts: &[TokenStream]) -> TokenStream {
    quote!(#(const _: &::core::primitive::str = #texts;)*)
}

/// The errors of the files themselves, shown as the library shows them: message, place, line and caret.
fn errors_of(literal: &LitStr, chain: &Chain) -> Errors {
    let sources: Vec<_> = chain.files.iter().map(|file| Source { name: &file.name, text: &file.text }).collect();
    let more = chain.errors.len().saturating_sub(SHOWN);
    let mut errors = Errors::default();
    for (k, error) in chain.errors.iter().take(SHOWN).enumerate() {
        let mut place = Text::<1024>::EMPTY;
        push_place(&mut place, error.span, &sources, &Hidden::NONE);
        let rest = if more > 0 && k + 1 == SHOWN { format!("\n   and {more} more") } else { String::new() };
        errors.add(literal.span(), format_args!("{}{place}{rest}", error.message));
    }
    errors
}

/// The name to show. A terminal can open it if it is relative to where the compiler runs; an absolute path would differ
/// from machine to machine, so then it is the path as the user wrote it.
fn shown(folder: &Path, path: &Path) -> String {
    if folder.is_absolute() || path.is_absolute() {
        return path.display().to_string();
    }
    let mut out = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::{Input, check, shown};
    use std::path::Path;

    #[test]
    fn names_are_clickable_or_the_literal() {
        let name = |folder: &str, path: &str| shown(Path::new(folder), Path::new(path));
        assert_eq!(name("tests/src", "../../configs/vae.toml"), "configs/vae.toml");
        assert_eq!(name("src", "./x.toml"), "src/x.toml");
        assert_eq!(name("", "x.toml"), "x.toml");
        assert_eq!(name("src", "../../x.toml"), "../x.toml");
        assert_eq!(name("/home/me/src", "../x.toml"), "../x.toml");
        assert_eq!(name("src", "/etc/x.toml"), "/etc/x.toml");
    }

    /// The paths of all `include_str!` in the output for a literal in `tests/ui/pass`.
    fn watched(literal: &str) -> Vec<String> {
        let input: Input = syn::parse_str(&format!("(::artifex) T, {literal:?}")).unwrap();
        let tokens = check(&input, Some(Path::new("tests/ui/pass/formats.rs"))).to_string();
        let paths = tokens.split("include_str !").skip(1).map(|rest| rest.split('"').nth(1).unwrap().to_owned());
        paths.collect()
    }

    #[test]
    fn all_files_are_watched_by_paths_from_the_source_file() {
        let (root, folder) = ("../files/extends/run.toml", "../files/extends/");
        let expected = ["run.toml", "all.yml", "../all.toml", "sub/gpu.json"].map(|name| format!("{folder}{name}"));
        assert_eq!(watched(root), expected);
        // Those with errors too.
        assert_eq!(
            watched("../files/mistakes/broken.toml"),
            ["../files/mistakes/broken.toml", "../files/mistakes/../syntax.json"]
        );
    }
}
