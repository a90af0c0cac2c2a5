//! The keys of attributes: which may stand where, and how a list of them is read without stopping at a mistake.

use crate::errors::{Errors, Range, expected, nearest, skip};
use proc_macro2::TokenTree;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Result, Token, token};

/// A set of keys, and where it may stand.
pub struct Grammar {
    place: &'static str,
    keys: &'static [&'static str],
}

/// The keys of a struct.
pub const STRUCT: Grammar = Grammar {
    place: "a struct",
    keys: &["tag", "rule", "cost", "rename_all", "version", "migrations", "new", "crate"],
};
/// The keys of an enum.
pub const ENUM: Grammar = Grammar { place: "an enum", keys: &["rename_all", "crate"] };
/// The keys of a field.
pub const FIELD: Grammar = Grammar {
    place: "a field",
    keys: &[
        "default",
        "min",
        "max",
        "exclusive_min",
        "exclusive_max",
        "multiple_of",
        "one_of",
        "len",
        "pattern",
        "each",
        "keys",
        "values",
        "flatten",
        "skip",
        "rename",
        "renamed_from",
        "deprecated",
        "since",
        "secret",
        "unit",
        "example",
    ],
};
/// The keys of a variant.
pub const VARIANT: Grammar = Grammar { place: "a variant", keys: &["rename", "deprecated"] };
/// The keys of `each(..)`.
pub const EACH: Grammar = Grammar {
    place: "`each`",
    keys: &[
        "min",
        "max",
        "exclusive_min",
        "exclusive_max",
        "multiple_of",
        "one_of",
        "len",
        "pattern",
        "each",
        "keys",
        "values",
    ],
};
/// The keys of `keys(..)`.
pub const KEYS: Grammar = Grammar { place: "`keys`", keys: &["one_of", "len", "pattern"] };
/// The keys of `len(..)`.
pub const LEN: Grammar = Grammar { place: "`len`", keys: &["min", "max"] };

/// The keys seen so far of one item.
struct Keys<'a> {
    grammar: &'a Grammar,
    seen: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    const fn new(grammar: &'a Grammar) -> Self {
        Self { grammar, seen: Vec::new() }
    }

    /// Handles one key. Its error is collected and its value skipped, so that the next key is read too.
    fn visit(
        &mut self,
        meta: &ParseNestedMeta,
        errors: &mut Errors,
        read: impl FnOnce(&'static str, &ParseNestedMeta, &mut Errors) -> Result<()>,
    ) {
        let result = self.known(meta).and_then(|key| read(key, meta, errors));
        let result = result.and_then(|()| {
            if meta.input.is_empty() || meta.input.peek(Token![,]) {
                Ok(())
            } else {
                Err(expected(meta.input, "expected `,`"))
            }
        });
        if let Err(error) = result {
            errors.push(error);
            skip(meta.input, |input| input.peek(Token![,]));
        }
    }

    fn known(&mut self, meta: &ParseNestedMeta) -> Result<&'static str> {
        let range = Range::of(&meta.path);
        let typed = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        let Some(key) = self.grammar.keys.iter().copied().find(|key| *key == typed) else {
            return Err(range.error(unknown(&typed, self.grammar)));
        };
        if key != "rule" && self.seen.contains(&key) {
            return Err(range.error(format!("`{key}` is given twice")));
        }
        self.seen.push(key);
        Ok(key)
    }
}

fn unknown(typed: &str, grammar: &Grammar) -> String {
    let place = grammar.place;
    let elsewhere = [&STRUCT, &FIELD, &VARIANT].into_iter().find(|other| other.keys.contains(&typed));
    if let Some(elsewhere) = elsewhere {
        return format!("`{typed}` belongs to {}, not to {place}", elsewhere.place);
    }
    let names = || grammar.keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    match nearest(typed, grammar.keys.iter().copied()) {
        Some(key) => format!("unknown `config` key `{typed}`; did you mean `{key}`?"),
        None => format!("unknown `config` key `{typed}`; {place} may have {}", names()),
    }
}

/// Calls `read` for every key of every `#[config(..)]`.
pub fn read_keys(
    attrs: &[Attribute],
    grammar: &Grammar,
    errors: &mut Errors,
    mut read: impl FnMut(&'static str, &ParseNestedMeta, &mut Errors) -> Result<()>,
) {
    let mut keys = Keys::new(grammar);
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("config")) {
        let result = attr.parse_nested_meta(|meta| {
            keys.visit(&meta, errors, &mut read);
            Ok(())
        });
        errors.ok(result);
    }
}

/// The value after `=`.
pub fn value_of<T>(
    key: &str,
    meta: &ParseNestedMeta,
    example: &str,
    parse: impl FnOnce(ParseStream) -> Result<T>,
) -> Result<T> {
    if !meta.input.peek(Token![=]) {
        return Err(Range::of(&meta.path).error(format!("expected `{key} = {example}`")));
    }
    let input = meta.value()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(Range::of(&meta.path).error(format!("expected `{key} = {example}`")));
    }
    parse(input)
}

/// The string after `=`.
pub fn string_of(key: &str, meta: &ParseNestedMeta, example: &str) -> Result<LitStr> {
    value_of(key, meta, example, |input| {
        if input.peek(LitStr) { input.parse() } else { Err(expected(input, "expected a string")) }
    })
}

/// The keys inside the parentheses of a key. Tells whether all were right.
pub fn nested(
    meta: &ParseNestedMeta,
    grammar: &Grammar,
    form: &str,
    errors: &mut Errors,
    mut read: impl FnMut(&'static str, &ParseNestedMeta, &mut Errors) -> Result<()>,
) -> Result<bool> {
    let empty = || matches!(meta.input.fork().parse(), Ok(TokenTree::Group(group)) if group.stream().is_empty());
    if !meta.input.peek(token::Paren) || empty() {
        return Err(Range::of(&meta.path).error(form));
    }
    let before = errors.len();
    let mut keys = Keys::new(grammar);
    meta.parse_nested_meta(|meta| {
        keys.visit(&meta, errors, &mut read);
        Ok(())
    })?;
    Ok(errors.len() == before)
}
