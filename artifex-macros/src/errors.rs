//! Errors are collected, not returned: one run of the compiler shows all of them.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::fmt::Display;
use syn::parse::ParseStream;
use syn::{Error, Result};

/// The first and the last token of something. `Span::join` is not stable, but rustc underlines from the first token of an
/// expression to its last, so this pair is as good.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// Where the first token stands.
    pub start: Span,
    /// Where the last token stands.
    pub end: Span,
}

impl From<Span> for Range {
    fn from(span: Span) -> Self {
        Self { start: span, end: span }
    }
}

impl Range {
    /// The range of some tokens.
    pub fn of(tokens: impl ToTokens) -> Self {
        let mut all = tokens.to_token_stream().into_iter();
        let start = all.next().map_or_else(Span::call_site, |token| token.span());
        Self { start, end: all.last().map_or(start, |token| token.span()) }
    }

    /// From the start of this range to the end of another.
    pub const fn to(self, end: Self) -> Self {
        Self { start: self.start, end: end.end }
    }

    /// An error that is underlined from the first token to the last.
    pub fn error(self, message: impl Display) -> Error {
        // `new_spanned` takes the spans of the first and the last token; what the tokens are does not matter.
        let [first, last] = [self.start, self.end].map(|span| Ident::new("_x", span));
        Error::new_spanned(quote!(#first #last), message)
    }
}

/// All errors found so far.
#[derive(Default)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// Adds an error.
    pub fn push(&mut self, error: Error) {
        self.0.push(error);
    }

    /// Adds an error at some tokens.
    pub fn add(&mut self, range: impl Into<Range>, message: impl Display) {
        self.0.push(range.into().error(message));
    }

    /// The value of a result; its error is collected.
    pub fn ok<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.0.push(error)).ok()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The messages, for tests.
    #[cfg(test)]
    pub fn messages(&self) -> Vec<String> {
        self.0.iter().flat_map(|error| error.clone().into_iter().map(|error| error.to_string())).collect()
    }
}

impl ToTokens for Errors {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().map(Error::to_compile_error));
    }
}

/// An error at the next token, or at the bracket that ends the input.
pub fn expected(input: ParseStream, message: impl Display) -> Error {
    if input.is_empty() { Error::new(input.span(), message) } else { input.error(message) }
}

/// Parses what is inside brackets. After an error the rest is skipped, or syn would report it as a second error.
pub fn inside<T>(content: ParseStream, parse: impl FnOnce(ParseStream) -> Result<T>) -> Result<T> {
    let result = parse(content);
    if result.is_err() {
        skip(content, |_| false);
    }
    result
}

/// Skips tokens.
pub fn skip(input: ParseStream, until: impl Fn(ParseStream) -> bool) {
    while !input.is_empty() && !until(input) {
        // Every token is a token tree, so this cannot fail.
        let _ = input.parse::<TokenTree>();
    }
}

/// The candidate that `typed` most likely means.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|name| (strsim::osa_distance(typed, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len().min(typed.len()) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// "; did you mean `x`?", or what was expected.
pub fn hint(typed: &str, candidates: &[&str]) -> String {
    match nearest(typed, candidates.iter().copied()) {
        Some(name) => format!("; did you mean `{name}`?"),
        None if candidates.len() == 1 => format!("; expected `{}`", candidates[0]),
        None => {
            let names: Vec<_> = candidates.iter().map(|name| format!("`{name}`")).collect();
            format!("; expected one of {}", names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{hint, nearest};

    #[test]
    fn suggestions() {
        assert_eq!(nearest("mn", ["min", "max"]), Some("min"));
        assert_eq!(nearest("defualt", ["default", "min"]), Some("default"));
        assert_eq!(nearest("colour", ["default", "min"]), None);
        assert_eq!(hint("colour", &["min", "max"]), "; expected one of `min`, `max`");
    }
}
