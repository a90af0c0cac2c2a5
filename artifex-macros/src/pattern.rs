//! `pattern = "^[a-z_]+$"`: the regular expressions of JSON Schema, compiled while the macro runs.
//!
//! The text goes into the JSON Schemas too, where engines of several languages read it, so it may only say what all of them
//! read alike: ECMA-262 with the `u` flag sets the meaning, and `parse` refuses the rest. The walker that the user's compiler
//! runs cannot compile an expression; it gets the table of an automaton.

mod class;
mod parse;
mod table;

use crate::errors::Range;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{LitStr, Result};
use table::Table;

/// A pattern of an attribute.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The text as written.
    pub text: String,
    /// The same for engines that read `.` or `\s` in their own way: both spelled out.
    portable: String,
    /// The automaton.
    table: Table,
    /// The tokens from the key to the text.
    pub whole: Range,
}

impl Pattern {
    /// Compiles the text of an attribute; `key` is where the attribute begins. An error stands at the text.
    pub fn compile(text: &LitStr, key: Range) -> Result<Self> {
        let range = Range::from(text.span());
        let value = text.value();
        let (portable, table) = compile(&value).map_err(|message| range.error(message))?;
        Ok(Self { text: value, portable, table, whole: key.to(range) })
    }

    /// Whether a text matches.
    pub fn matches(&self, text: &str) -> bool {
        self.table.matches(text)
    }

    /// `&Pattern { .. }`.
    pub fn tokens(&self, at: &TokenStream) -> TokenStream {
        let Self { text, portable, table: Table { classes, width, next, start, accepting, sure }, .. } = self;
        // Byte strings: one token each, which the compiler need not read number by number.
        let next: Vec<u8> = next.iter().flat_map(|state| state.to_le_bytes()).collect();
        let (classes, next) = (Literal::byte_string(classes), Literal::byte_string(&next));
        let [width, start, accepting, sure] = [width, start, accepting, sure].map(|n| Literal::u16_unsuffixed(*n));
        quote!(&#at pattern::Pattern {
            text: #text,
            portable: #portable,
            classes: #classes,
            width: #width,
            next: #next,
            start: #start,
            accepting: #accepting,
            sure: #sure,
        })
    }
}

/// The portable text and the table of a pattern.
fn compile(text: &str) -> std::result::Result<(String, Table), String> {
    let parsed = parse::parse(text)?;
    let table = Table::of(&parsed)?;
    Ok((parsed.portable, table))
}

#[cfg(test)]
mod tests;
