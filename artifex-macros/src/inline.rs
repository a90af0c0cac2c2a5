//! Values written in Rust tokens: numbers, strings, `true`, `false`, `[..]` and `{ key = value }`.
//!
//! The same grammar in `config!`, in `default = ..` and in rules. In a table, a value's place is the number of its token
//! in [`Places`].

use crate::document::{Data, Entry, Node, Num, Number, Place};
use crate::errors::{Errors, Range, expected, inside};
use proc_macro2::Literal;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, Ident, Lit, LitFloat, LitInt, LitStr, Result, Token, braced, bracketed, token};

/// The tokens of a literal config, by number.
#[derive(Default)]
pub struct Places(pub Vec<Range>);

impl Places {
    /// The next number.
    pub fn add(&mut self, range: impl Into<Range>) -> Place {
        // Nobody writes 2^32 tokens.
        #[expect(clippy::cast_possible_truncation, reason = "a macro call has fewer tokens")]
        let number = self.0.len() as u32;
        self.0.push(range.into());
        Place { start: number, end: number }
    }
}

/// A number, with its sign.
pub fn number(input: ParseStream) -> Result<(Number, Range)> {
    match scalar(input, "a number")? {
        (Data::Number(number), range) => Ok((number, range)),
        (_, range) => Err(range.error("expected a number")),
    }
}

/// A whole number that is not negative.
pub fn count(input: ParseStream) -> Result<(usize, Range)> {
    let (data, range) = scalar(input, "a whole number")?;
    match data {
        Data::Number(Number { value: Num::Int(n), .. }) if usize::try_from(n).is_ok() => {
            Ok((n.unsigned_abs() as usize, range))
        }
        _ => Err(range.error("expected a whole number that is not negative")),
    }
}

/// A number, a string, `true` or `false`. `wanted` names what the place wants.
pub fn scalar(input: ParseStream, wanted: &str) -> Result<(Data, Range)> {
    let minus: Option<Token![-]> = input.parse()?;
    if input.peek(Lit) && !(minus.is_some() && input.peek(Token![-])) {
        let lit: Lit = input.parse()?;
        let start = minus.as_ref().map_or(lit.span(), |minus| minus.span);
        let range = Range { start, end: lit.span() };
        let negative = minus.is_some();
        let data = match lit {
            Lit::Int(lit) => Data::Number(int(&lit, negative).map_err(|message| range.error(message))?),
            Lit::Float(lit) => Data::Number(float(&lit, negative).map_err(|message| range.error(message))?),
            Lit::Str(lit) if !negative => Data::Text(lit.value()),
            Lit::Bool(lit) if !negative => Data::Bool(lit.value),
            _ => return Err(range.error(format!("expected {wanted}"))),
        };
        return Ok((data, range));
    }
    if minus.is_some() {
        return Err(expected(input, "expected a number after `-`"));
    }
    if input.peek(Ident::peek_any) {
        let word: Ident = input.fork().call(Ident::parse_any)?;
        return Err(Error::new(word.span(), format!("expected {wanted}; a word is written as a string: \"{word}\"")));
    }
    Err(expected(input, format!("expected {wanted}")))
}

fn int(lit: &LitInt, negative: bool) -> std::result::Result<Number, String> {
    let sign = if negative { "-" } else { "" };
    if matches!(lit.suffix(), "f32" | "f64") {
        return float(&LitFloat::new(&lit.token().to_string(), lit.span()), negative);
    }
    let value = format!("{sign}{}", lit.base10_digits()).parse();
    let value = value.map_err(|_| "the number does not fit into 128 bits".to_owned())?;
    Ok(Number { value: Num::Int(value), text: format!("{sign}{}", text(&lit.token(), lit.suffix())?) })
}

fn float(lit: &LitFloat, negative: bool) -> std::result::Result<Number, String> {
    let sign = if negative { "-" } else { "" };
    let value: f64 = format!("{sign}{}", lit.base10_digits()).parse().map_err(|_| "expected a number".to_owned())?;
    if value.is_infinite() {
        return Err("the number is too large for `f64`".to_owned());
    }
    Ok(Number { value: Num::Float(value), text: format!("{sign}{}", text(&lit.token(), lit.suffix())?) })
}

/// The text of a literal without its suffix.
fn text(token: &Literal, suffix: &str) -> std::result::Result<String, String> {
    const SUFFIXES: [&str; 15] =
        ["", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64"];
    if !SUFFIXES.contains(&suffix) {
        return Err(format!("`{suffix}` is not the suffix of a number"));
    }
    let text = token.to_string();
    let text = text.strip_suffix(suffix).unwrap_or(&text);
    Ok(text.trim_end_matches('_').to_owned())
}

/// Any value. Errors inside tables and lists are collected as far as the tokens can still be read.
pub fn value(input: ParseStream, place: Place, places: &mut Places, errors: &mut Errors) -> Result<(Node, Range)> {
    if input.peek(token::Brace) {
        let content;
        let brace = braced!(content in input);
        let table = inside(&content, |content| table(content, places, errors))?;
        return Ok((Node { place, data: table }, Range { start: brace.span.open(), end: brace.span.close() }));
    }
    if input.peek(token::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let nodes = inside(&content, |content| {
            let mut nodes = Vec::new();
            while !content.is_empty() {
                nodes.push(placed(content, places, errors)?);
                comma(content)?;
            }
            Ok(nodes)
        })?;
        return Ok((
            Node { place, data: Data::List(nodes) },
            Range { start: bracket.span.open(), end: bracket.span.close() },
        ));
    }
    let (data, range) = scalar(input, "a number, a string, `true`, `false`, `[..]` or `{ .. }`")?;
    Ok((Node { place, data }, range))
}

/// A value under the next number.
fn placed(input: ParseStream, places: &mut Places, errors: &mut Errors) -> Result<Node> {
    // The number is taken before the numbers of what is inside.
    let place = places.add(input.span());
    let (node, range) = value(input, place, places, errors)?;
    // An error in a table or list as a whole stands at its first bracket, one of a number at its sign and digits.
    let whole = matches!(node.data, Data::List(_) | Data::Table(_));
    places.0[place.start as usize] = if whole { Range::from(range.start) } else { range };
    Ok(node)
}

/// The inside of `{ key = value, .. }`.
pub fn table(input: ParseStream, places: &mut Places, errors: &mut Errors) -> Result<Data> {
    let mut entries: Vec<Entry> = Vec::new();
    while !input.is_empty() {
        let (key, span) = if input.peek(LitStr) {
            let key: LitStr = input.parse()?;
            (key.value(), key.span())
        } else if input.peek(Ident::peek_any) {
            let key = input.call(Ident::parse_any)?;
            (key.unraw().to_string(), key.span())
        } else {
            return Err(expected(input, "expected `key = value`"));
        };
        let place = places.add(span);
        if input.peek(Token![:]) {
            return Err(expected(input, "expected `=`: configs are written `key = value`"));
        }
        if !input.peek(Token![=]) {
            return Err(Error::new(span, format!("expected `{key} = value`")));
        }
        input.parse::<Token![=]>()?;
        let value = placed(input, places, errors)?;
        if entries.iter().any(|entry| entry.key == key) {
            errors.add(span, format!("`{key}` is given twice"));
        } else {
            entries.push(Entry { key, place, value });
        }
        comma(input)?;
    }
    Ok(Data::Table(entries))
}

/// A comma, or the end.
pub fn comma(input: ParseStream) -> Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return input.parse::<Option<Token![,]>>().map(|_| ());
    }
    Err(expected(input, "expected `,`"))
}
