//! A TOML file that the compiler reads: `check_file!(T, "x.toml")` and `include_config!(T, "x.toml")`.

use crate::document::{Data, Entry, Node, Num, Number, Place};
use crate::emit::assertion;
use crate::errors::{Errors, expected};
use crate::krate;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Result, Token, Type};
use toml::de::{DeTable, DeValue};

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
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(expected(input, "expected the end: `Type, \"file.toml\"`"));
        }
        Ok(Self { krate, ty, path })
    }
}

impl Input {
    /// The literal, which the file is relative to.
    pub const fn path(&self) -> &LitStr {
        &self.path
    }
}

/// A file that was found: the name to show and the text.
struct File {
    name: String,
    text: String,
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
    let (statements, errors) = constants(input, source);
    if !errors.is_empty() {
        // The block is of the type of its last error, which is any type.
        return quote!({ #statements #errors });
    }
    let ty = &input.ty;
    quote!({ #statements let _ = <#ty as __config::Value>::KIND;
        __config::value::decode_checked::<#ty>(&__DOC) })
}

/// The document, its check and its asserts.
fn constants(input: &Input, source: Option<&Path>) -> (TokenStream, Errors) {
    let Input { krate, ty, path } = input;
    let mut errors = Errors::default();
    // `include_str!` with the user's own literal makes cargo watch the file; it never puts an absolute path into the output.
    let watch = quote!(
        const _: &::core::primitive::str = ::core::include_str!(#path);
    );
    let file = match read(path, source) {
        Ok(Some(file)) => file,
        // Some editors do not say where the source file is; rustc always does.
        Ok(None) => return (watch, errors),
        Err((message, exists)) => {
            errors.add(path.span(), message);
            return (if exists { watch } else { TokenStream::new() }, errors);
        }
    };
    let root = match parse(&file) {
        Ok(root) => root,
        Err(messages) => {
            let (count, more) = (messages.len(), messages.len().saturating_sub(SHOWN));
            for (k, message) in messages.into_iter().take(SHOWN).enumerate() {
                let last = more > 0 && k + 1 == count - more;
                errors.add(path.span(), if last { format!("{message}\n   and {more} more") } else { message });
            }
            return (watch, errors);
        }
    };
    let (name, root) = (&file.name, root.tokens(&TokenStream::new()));
    let asserts = (0..SHOWN).map(|k| {
        let k = Literal::usize_unsuffixed(k);
        assertion(path.span().into(), &quote!(__REPORT.fail_nth), quote!(#k, &__DOC))
    });
    let statements = quote! {
        use #krate::config as __config;
        const __DOC: __config::Doc<'static> = {
            #[allow(unused_imports)]
            use __config::{Data, Doc, Entry, Node, Num, Number, Source, Span};
            Doc { sources: &[Source { name: #name, text: ::core::include_str!(#path) }], root: #root }
        };
        #[allow(long_running_const_eval)]
        const __REPORT: __config::Report = __config::check(&<#ty as __config::Value>::KIND, &__DOC, &[]);
        #(#asserts)*
    };
    (statements, errors)
}

/// Reads the file, relative to the source file of the literal like `include_str!`. The error says whether the file exists.
fn read(path: &LitStr, source: Option<&Path>) -> std::result::Result<Option<File>, (String, bool)> {
    let literal = path.value();
    let Some(source) = source else { return Ok(None) };
    let folder = source.parent().unwrap_or_else(|| Path::new(""));
    let place = folder.join(&literal);
    let name = shown(folder, &literal);
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => (format!("there is no file `{name}`"), false),
        _ => (format!("cannot read `{name}`: {error}"), false),
    };
    let metadata = std::fs::metadata(&place).map_err(failed)?;
    if !metadata.is_file() {
        return Err((format!("`{name}` is not a file"), false));
    }
    if metadata.len() > LARGEST {
        return Err((format!("`{name}` has {} bytes; the largest config is 1 MiB", metadata.len()), true));
    }
    let bytes = std::fs::read(&place).map_err(failed)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(File { name, text })),
        Err(_) => Err((format!("`{name}` is not UTF-8"), false)),
    }
}

/// The name to show. A terminal can open it if it is relative to where the compiler runs; an absolute path would differ
/// from machine to machine, so then it is the literal.
fn shown(folder: &Path, literal: &str) -> String {
    if folder.is_absolute() || Path::new(literal).is_absolute() {
        return literal.to_owned();
    }
    let mut out = PathBuf::new();
    for part in folder.join(literal).components() {
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

// ---- TOML ----

fn parse(file: &File) -> std::result::Result<Node, Vec<String>> {
    let (root, found) = DeTable::parse_recoverable(&file.text);
    let mut errors: Vec<SyntaxError> =
        found.iter().map(|error| (error.span().unwrap_or(0..0), error.message().to_owned())).collect();
    if errors.is_empty() {
        let data = table(root.get_ref(), &file.text, &mut errors);
        if errors.is_empty() {
            return Ok(Node { place: Place::default(), data });
        }
    }
    errors.sort_by_key(|(span, _)| span.start);
    Err(errors.into_iter().map(|(span, message)| shown_error(file, span, &message)).collect())
}

/// Where it stands and what is wrong.
type SyntaxError = (Range<usize>, String);

/// A syntax error as the library shows all others: message, place, line and caret.
fn shown_error(file: &File, span: Range<usize>, message: &str) -> String {
    let start = floor(&file.text, span.start);
    let line_start = file.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = file.text[start..].find('\n').map_or(file.text.len(), |at| start + at);
    let line = file.text[line_start..line_end].trim_end_matches('\r');
    let number = file.text[..start].matches('\n').count() + 1;
    let before = &file.text[line_start..start];
    let end = floor(&file.text, span.end).clamp(start, line_start + line.len().max(start - line_start));
    let width = file.text[start..end].chars().count().max(1);
    let indent: String = before.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let margin = " ".repeat(number.to_string().len());
    let mut out = format!("not TOML: {message}");
    let _ = write!(out, "\n{margin}--> {}:{number}:{}", file.name, before.chars().count() + 1);
    let _ = write!(out, "\n{margin} |\n{number} | {line}\n{margin} | {indent}{}", "^".repeat(width));
    out
}

/// The start of the character that byte `at` belongs to.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn place(range: Range<usize>) -> Place {
    // A file is at most `LARGEST` bytes long.
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place { start: offset(range.start), end: offset(range.end) }
}

fn table(table: &DeTable<'_>, text: &str, errors: &mut Vec<SyntaxError>) -> Data {
    let mut entries: Vec<_> = table.iter().collect();
    // The parser's table iterates by name.
    entries.sort_by_key(|(key, _)| key.span().start);
    let entries = entries.into_iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        place: place(key.span()),
        value: node(value, text, errors),
    });
    Data::Table(entries.collect())
}

fn node(value: &toml::Spanned<DeValue<'_>>, text: &str, errors: &mut Vec<SyntaxError>) -> Node {
    // The number as written; a header or a key that makes a table is its place.
    let written = text.get(value.span()).unwrap_or_default();
    let is_number = match value.get_ref() {
        DeValue::Integer(number) => {
            let digits = number.as_str().trim_start_matches(['+', '-']);
            !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(number.radix()))
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().is_ok(),
        _ => true,
    };
    // The parser takes `1_x` for a number.
    if !is_number {
        errors.push((value.span(), format!("`{written}` is not a number; a string needs quotes")));
    }
    let data = match value.get_ref() {
        DeValue::String(text) => Data::Text(text.to_string()),
        DeValue::Boolean(value) => Data::Bool(*value),
        DeValue::Integer(number) => {
            // More digits than an i128 has: as a float it is out of the range of every integer field.
            let value = i128::from_str_radix(number.as_str(), number.radix())
                .map_or_else(|_| Num::Float(number.as_str().parse().unwrap_or(f64::NAN)), Num::Int);
            Data::Number(Number { value, text: written.to_owned() })
        }
        DeValue::Float(number) => {
            let value = Num::Float(number.as_str().parse().unwrap_or(f64::NAN));
            Data::Number(Number { value, text: written.to_owned() })
        }
        DeValue::Datetime(_) => Data::Other("a date"),
        DeValue::Array(items) => Data::List(items.iter().map(|item| node(item, text, errors)).collect()),
        DeValue::Table(inner) => table(inner, text, errors),
    };
    Node { place: place(value.span()), data }
}

#[cfg(test)]
mod tests {
    use super::{File, parse, shown};
    use crate::document::{Data, Num};
    use std::path::Path;

    fn file(text: &str) -> File {
        File { name: "x.toml".to_owned(), text: text.to_owned() }
    }

    #[test]
    fn names_are_clickable_or_the_literal() {
        let name = |folder: &str, literal: &str| shown(Path::new(folder), literal);
        assert_eq!(name("tests/src", "../../configs/vae.toml"), "configs/vae.toml");
        assert_eq!(name("src", "./x.toml"), "src/x.toml");
        assert_eq!(name("", "x.toml"), "x.toml");
        assert_eq!(name("src", "../../x.toml"), "../x.toml");
        assert_eq!(name("/home/me/src", "../x.toml"), "../x.toml");
        assert_eq!(name("src", "/etc/x.toml"), "/etc/x.toml");
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "b = 0x1F\na.c = +1.5e3\n[z]\nk = 1979-05-27\n[[y]]\n[[y]]\nq = 'x'\n";
        let root = parse(&file(text)).unwrap();
        let Data::Table(entries) = &root.data else { panic!("not a table") };
        // In the order of the file, not of the names.
        assert_eq!(entries.iter().map(|entry| entry.key.as_str()).collect::<Vec<_>>(), ["b", "a", "z", "y"]);
        let at = |place: crate::document::Place| &text[place.start as usize..place.end as usize];
        assert_eq!(at(root.place), "");
        let Data::Number(number) = &entries[0].value.data else { panic!("not a number") };
        assert_eq!((number.value, number.text.as_str(), at(entries[0].value.place)), (Num::Int(31), "0x1F", "0x1F"));
        let Data::Table(dotted) = &entries[1].value.data else { panic!("not a table") };
        let Data::Number(number) = &dotted[0].value.data else { panic!("not a number") };
        assert_eq!((number.value, number.text.as_str()), (Num::Float(1500.0), "+1.5e3"));
        // A table is where its header is; one of dotted keys, where its name is.
        assert_eq!((at(entries[1].value.place), at(entries[2].value.place)), ("a", "[z]"));
        let Data::Table(dates) = &entries[2].value.data else { panic!("not a table") };
        assert_eq!(dates[0].value.data, Data::Other("a date"));
        let Data::List(tables) = &entries[3].value.data else { panic!("not a list") };
        assert_eq!((tables.len(), Some(tables[1].place.start as usize)), (2, text.rfind("[[y]]")));
    }

    #[test]
    fn a_syntax_error_has_line_column_and_caret() {
        let errors = parse(&file("a = 1\r\n\tb\u{e9} = 2 # \u{df}\r\n")).unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:?}");
        let place: Vec<_> = errors[0].lines().skip(1).collect();
        assert_eq!(place, [" --> x.toml:2:3", "  |", "2 | \tb\u{e9} = 2 # \u{df}", "  | \t ^"]);
        // Errors at the end of the text, and in an empty one.
        assert!(parse(&file("a = [1,")).unwrap_err()[0].contains("x.toml:1:8"));
        assert!(parse(&file("a")).is_err());
        let errors = parse(&file("a = [6_a]")).unwrap_err();
        assert!(errors[0].starts_with("not TOML: `6_a` is not a number; a string needs quotes\n --> x.toml:1:6"));
        assert!(parse(&file("")).is_ok());
    }
}
