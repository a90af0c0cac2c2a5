//! TOML: text to a spanned tree.

use super::{DEEPEST, SyntaxError, span};
use crate::doc::{Num, Span};
use crate::tree::{Tree, TreeEntry, TreeValue};
use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use std::ops::Range;

/// Parses a TOML text; `source` is the number of the text in the document.
///
/// # Errors
/// Every syntax error, in the order of the text.
pub fn parse(text: &str, source: u32) -> Result<Tree, Vec<SyntaxError>> {
    let (table, found) = DeTable::parse_recoverable(text);
    let at = |range: Range<usize>| span(source, range.start, range.end);
    let mut errors: Vec<_> = found
        .iter()
        .map(|error| {
            let span = at(error.span().unwrap_or(0..0));
            // The two messages of the parser's own limit on nesting, which is a little above ours.
            if matches!(error.message(), "cannot recurse further; max recursion depth met" | "recursion limit") {
                return SyntaxError::too_deep(span);
            }
            SyntaxError::new(span, format!("not TOML: {}", error.message()))
        })
        .collect();
    if errors.is_empty() {
        let mut reader = Reader { source, text, errors: Vec::new() };
        let tree = Tree { span: at(0..0), value: reader.table(table.get_ref()) };
        errors = reader.errors;
        limit_depth(&tree, tree.span, 1, &mut errors);
        if errors.is_empty() {
            return Ok(tree);
        }
    }
    errors.sort_by_key(|error| error.span);
    Err(errors)
}

/// Adds an error for every table or list that is the first too deep. `level` is that of the tree, from 1.
fn limit_depth(tree: &Tree, place: Span, level: usize, errors: &mut Vec<SyntaxError>) {
    match &tree.value {
        TreeValue::List(_) | TreeValue::Table(_) if level > DEEPEST => errors.push(SyntaxError::too_deep(place)),
        TreeValue::List(items) => {
            for item in items {
                limit_depth(item, item.span, level + 1, errors);
            }
        }
        TreeValue::Table(entries) => {
            for entry in entries {
                limit_depth(&entry.value, entry.span, level + 1, errors);
            }
        }
        _ => {}
    }
}

/// The parser bounds keys, headers and values to 80 levels each, so this may recurse.
struct Reader<'a> {
    source: u32,
    text: &'a str,
    errors: Vec<SyntaxError>,
}

impl Reader<'_> {
    fn at(&self, range: Range<usize>) -> Span {
        span(self.source, range.start, range.end)
    }

    fn table(&mut self, table: &DeTable<'_>) -> TreeValue {
        let mut entries: Vec<_> = table.iter().collect();
        // The parser's table iterates by name.
        entries.sort_by_key(|(key, _)| key.span().start);
        TreeValue::Table(
            entries
                .into_iter()
                .map(|(key, value)| TreeEntry {
                    key: key.get_ref().to_string(),
                    span: self.at(key.span()),
                    value: self.tree(value),
                })
                .collect(),
        )
    }

    fn tree(&mut self, value: &Spanned<DeValue<'_>>) -> Tree {
        let range = value.span();
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
            let text = self.text.get(range.clone()).unwrap_or_default();
            let message = format!("not TOML: `{text}` is not a number; a string needs quotes");
            self.errors.push(SyntaxError::new(self.at(range.clone()), message));
        }
        Tree { span: self.at(range), value: self.value(value.get_ref()) }
    }

    fn value(&mut self, value: &DeValue<'_>) -> TreeValue {
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
            DeValue::Array(items) => TreeValue::List(items.iter().map(|item| self.tree(item)).collect()),
            DeValue::Table(table) => self.table(table),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::doc::Num;
    use crate::tree::TreeValue;

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
    fn what_only_looks_like_a_number_is_an_error() {
        for number in ["6_a", "99_999_999O999", "-1_0x1F"] {
            let errors = parse(&format!("a = [1, {number}]"), 0).unwrap_err();
            assert_eq!(errors.len(), 1, "{errors:?}");
            assert_eq!((errors[0].span.start, errors[0].span.end as usize), (8, 8 + number.len()));
            assert_eq!(errors[0].message, format!("not TOML: `{number}` is not a number; a string needs quotes"));
        }
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
