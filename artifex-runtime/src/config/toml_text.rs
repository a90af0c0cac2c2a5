//! TOML: text to a spanned [`Tree`], and a tree to text.

use super::doc::{Num, Span};
use super::report::Code;
use super::tree::{Tree, TreeEntry, TreeValue};
use std::fmt::Write as _;
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml_writer::TomlWrite as _;

/// A mistake in the syntax: its place and what it is.
#[derive(Clone, Debug)]
pub struct SyntaxError {
    /// What kind of mistake it is: [`Code::Syntax`].
    pub code: Code,
    /// Where it stands.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

/// Parses a TOML text; `source` is the number of the text in the document.
///
/// # Errors
/// Every syntax error, in the order of the text.
pub fn parse(text: &str, source: u32) -> Result<Tree, Vec<SyntaxError>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let span = span(source, 0..0);
        return Ok(Tree { span, value: parse_table(table.get_ref(), source) });
    }
    let mut errors: Vec<_> = errors
        .iter()
        .map(|error| SyntaxError {
            code: Code::Syntax,
            span: span(source, error.span().unwrap_or(0..0)),
            message: format!("not TOML: {}", error.message()),
        })
        .collect();
    errors.sort_by_key(|error| error.span);
    Err(errors)
}

fn span(source: u32, range: Range<usize>) -> Span {
    // The loader refuses texts that are larger than this.
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span { source, start: offset(range.start), end: offset(range.end) }
}

fn parse_table(table: &DeTable<'_>, source: u32) -> TreeValue {
    let mut entries: Vec<_> = table.iter().collect();
    // The parser's table iterates by name.
    entries.sort_by_key(|(key, _)| key.span().start);
    TreeValue::Table(
        entries
            .into_iter()
            .map(|(key, value)| TreeEntry {
                key: key.get_ref().to_string(),
                span: span(source, key.span()),
                value: Tree { span: span(source, value.span()), value: parse_value(value.get_ref(), source) },
            })
            .collect(),
    )
}

fn parse_value(value: &DeValue<'_>, source: u32) -> TreeValue {
    match value {
        DeValue::String(text) => TreeValue::Str(text.to_string()),
        DeValue::Boolean(value) => TreeValue::Bool(*value),
        DeValue::Integer(number) => {
            let text = number.to_string();
            // More digits than an i128 has: as a float it is out of the range of every integer field.
            let value = i128::from_str_radix(number.as_str(), number.radix())
                .map_or_else(|_| Num::Float(number.as_str().parse().unwrap_or(f64::NAN)), Num::Int);
            TreeValue::Num(value, text)
        }
        DeValue::Float(number) => {
            let value = number.as_str().parse().unwrap_or(f64::NAN);
            TreeValue::Num(Num::Float(value), number.as_str().to_owned())
        }
        DeValue::Datetime(_) => TreeValue::Other("a date"),
        DeValue::Array(items) => TreeValue::List(
            items
                .iter()
                .map(|item| Tree { span: span(source, item.span()), value: parse_value(item.get_ref(), source) })
                .collect(),
        ),
        DeValue::Table(table) => parse_table(table, source),
    }
}

/// Writes a table as a TOML file. `comment` is asked for every value and may add a comment to its line.
#[must_use]
pub fn write(tree: &Tree, comment: &dyn Fn(&Tree) -> Option<String>) -> String {
    let mut out = String::new();
    write_table(&mut out, tree, &mut Vec::new(), comment);
    out
}

fn write_table<'a>(
    out: &mut String,
    tree: &'a Tree,
    path: &mut Vec<&'a str>,
    comment: &dyn Fn(&Tree) -> Option<String>,
) {
    let TreeValue::Table(entries) = &tree.value else { return };
    for entry in entries.iter().filter(|entry| !is_table(&entry.value)) {
        let _ = write!(out, "{} = {}", key(&entry.key), inline(&entry.value));
        if let Some(comment) = comment(&entry.value) {
            let _ = write!(out, "  # {comment}");
        }
        out.push('\n');
    }
    for entry in entries.iter().filter(|entry| is_table(&entry.value)) {
        path.push(&entry.key);
        if !out.is_empty() {
            out.push('\n');
        }
        let header: Vec<_> = path.iter().map(|name| key(name)).collect();
        let _ = writeln!(out, "[{}]", header.join("."));
        write_table(out, &entry.value, path, comment);
        path.pop();
    }
}

fn is_table(tree: &Tree) -> bool {
    matches!(tree.value, TreeValue::Table(_))
}

/// A key of a TOML file, quoted if it has to be.
#[must_use]
pub fn key(name: &str) -> String {
    let mut out = String::new();
    let _ = out.key(name);
    out
}

/// A value on one line of a TOML file.
#[must_use]
pub fn inline(tree: &Tree) -> String {
    match &tree.value {
        TreeValue::Null | TreeValue::Other(_) => String::new(),
        TreeValue::Bool(value) => value.to_string(),
        TreeValue::Num(_, text) => text.clone(),
        TreeValue::Str(text) => {
            let mut out = String::new();
            let _ = out.value(text.as_str());
            out
        }
        TreeValue::List(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        TreeValue::Table(entries) => {
            let entries: Vec<_> =
                entries.iter().map(|entry| format!("{} = {}", key(&entry.key), inline(&entry.value))).collect();
            if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, write};
    use crate::config::doc::Num;
    use crate::config::tree::TreeValue;

    #[test]
    fn what_is_written_reads_back() {
        let text = "a = 1\nb = -0.5\n\"c d\" = \"x\\\"\\n\"\ne = [1, [2.5, true]]\n\n[t]\nf = 1e-3\n\n[t.u]\ng = {}\n";
        let tree = parse(text, 0).unwrap();
        let again = parse(&write(&tree, &|_| None), 0).unwrap();
        assert_eq!(write(&tree, &|_| None), write(&again, &|_| None));
        assert_eq!(tree.get("t").unwrap().get("f").unwrap().value, TreeValue::Num(Num::Float(1e-3), "1e-3".into()));
    }

    #[test]
    fn numbers_of_every_form() {
        let tree = parse("a = 0xFF\nb = 1_000\nc = 99999999999999999999\nd = 1e400\ne = -inf\nf = +5", 0).unwrap();
        let number = |key: &str| match &tree.get(key).unwrap().value {
            TreeValue::Num(value, _) => *value,
            other => panic!("{other:?}"),
        };
        assert_eq!(number("a"), Num::Int(255));
        assert_eq!(number("b"), Num::Int(1000));
        assert_eq!(number("c"), Num::Int(99_999_999_999_999_999_999));
        assert_eq!(number("d"), Num::Float(f64::INFINITY));
        assert_eq!(number("e"), Num::Float(f64::NEG_INFINITY));
        assert_eq!(number("f"), Num::Int(5));
    }

    #[test]
    fn every_syntax_error_has_its_place() {
        let errors = parse("a = \nb = 1\n c", 0).unwrap_err();
        assert_eq!(errors.iter().map(|e| e.span.start).collect::<Vec<_>>(), [4, 13]);
        // Deep nesting ends in an error, not in a full stack.
        assert!(parse(&format!("a = {}", "[".repeat(100_000)), 0).is_err());
        assert!(parse(&format!("{}=1", vec!["a"; 100_000].join(".")), 0).is_err());
    }
}
