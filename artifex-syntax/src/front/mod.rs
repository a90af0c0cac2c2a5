//! The front ends: a text in TOML, JSON or YAML becomes a spanned [`Tree`], or all the syntax errors that its parser gives.

mod json;
pub mod toml;
mod yaml;

use super::doc::Span;
pub use super::error::SyntaxError;
use super::place::place;
use super::tree::{Tree, TreeEntry, TreeValue};
use std::collections::HashMap;
use std::path::Path;

/// How many tables and lists may lie in one another. Everything behind the front ends may recurse because of this.
pub const DEEPEST: usize = 64;
/// How many errors of one kind are looked for in one text: finding the line of each costs a pass over the text.
const MOST_ERRORS: usize = 128;

/// The format of a config file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TOML 1.1.
    Toml,
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2, core schema.
    Yaml,
}

impl Format {
    /// The extensions of config files, in words.
    pub const EXTENSIONS: &'static str = ".toml, .json, .yaml or .yml";

    /// The format of a file by the extension of its name; case makes no difference.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "toml" => Some(Self::Toml),
            "json" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    /// The name of the format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Json => "JSON",
            Self::Yaml => "YAML",
        }
    }
}

/// Parses a text of a format; `source` is the number of the text in the document. The root of the tree is a table.
///
/// # Errors
/// Every syntax error that the parser of the format gives, in the order of the text.
pub fn parse(format: Format, text: &str, source: u32) -> Result<Tree, Vec<SyntaxError>> {
    let tree = match format {
        Format::Toml => toml::parse(text, source),
        Format::Json => json::parse(text, source),
        Format::Yaml => yaml::parse(text, source),
    }?;
    if let TreeValue::Table(_) = tree.value {
        return Ok(tree);
    }
    let noun = match tree.value {
        TreeValue::List(_) => "a list",
        TreeValue::Null => "nothing",
        TreeValue::Str(_) => "a string",
        TreeValue::Num(..) => "a number",
        _ => "a boolean",
    };
    Err(vec![SyntaxError::new(tree.span, format!("a config is a table of keys and values, this is {noun}"))])
}

/// The bytes `start..end` of a source.
#[must_use]
pub fn span(source: u32, start: usize, end: usize) -> Span {
    // The loader refuses texts that are larger than this.
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span { source, start: offset(start), end: offset(end) }
}

/// The entries of a table, while they are read: a second entry of a key is an error at its place.
struct Entries<'a> {
    format: Format,
    text: &'a str,
    list: Vec<TreeEntry>,
    index: HashMap<String, usize>,
}

impl<'a> Entries<'a> {
    fn new(format: Format, text: &'a str) -> Self {
        Self { format, text, list: Vec::new(), index: HashMap::new() }
    }

    fn has(&self, key: &str) -> bool {
        self.index.contains_key(key)
    }

    /// Adds an entry, or an error.
    fn add(&mut self, entry: TreeEntry, errors: &mut Vec<SyntaxError>) {
        if let Some(&first) = self.index.get(&entry.key) {
            duplicate(self.format, self.text, &entry.key, entry.span, self.list[first].span, errors);
        } else {
            self.index.insert(entry.key.clone(), self.list.len());
            self.list.push(entry);
        }
    }
}

/// Adds the error of a key that stands twice in a table.
fn duplicate(format: Format, text: &str, key: &str, span: Span, first: Span, errors: &mut Vec<SyntaxError>) {
    if errors.len() < MOST_ERRORS {
        let line = place(first, text).line;
        let key: String = key.chars().take(48).collect();
        errors.push(SyntaxError::new(
            span,
            format!("not {}: the key `{key}` stands twice in this table, first on line {line}", format.name()),
        ));
    }
}
