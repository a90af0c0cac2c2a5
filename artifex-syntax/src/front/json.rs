//! JSON: text to a spanned tree. Strict: what RFC 8259 does not allow is an error.

use super::{DEEPEST, Entries, Format, SyntaxError, span};
use crate::doc::{Num, Span};
use crate::tree::{Tree, TreeEntry, TreeValue};
use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged as _};
use jsonc_parser::tokens::Token;
use jsonc_parser::{CollectOptions, ParseOptions, Scanner, ScannerOptions, parse_to_ast};

/// Parses a JSON text. A `$schema` at the root is for editors and left out.
///
/// # Errors
/// The first syntax error, or every key that stands twice.
pub(super) fn parse(text: &str, source: u32) -> Result<Tree, Vec<SyntaxError>> {
    scan(text, source).map_err(|error| vec![error])?;
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| {
        let mut message = error.kind().to_string();
        if let Some(first) = message.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        vec![SyntaxError::new(at(source, error.range()), format!("not JSON: {message}"))]
    })?;
    let Some(root) = parsed.value else {
        return Err(vec![SyntaxError::new(span(source, 0, 0), "not JSON: there is no value, expected `{`")]);
    };
    let mut reader = Reader { text, source, errors: Vec::new() };
    let mut tree = reader.tree(&root);
    if !reader.errors.is_empty() {
        reader.errors.sort_by_key(|error| error.span);
        return Err(reader.errors);
    }
    if let TreeValue::Table(entries) = &mut tree.value {
        entries.retain(|entry| entry.key != "$schema");
    }
    Ok(tree)
}

fn at(source: u32, range: Range) -> Span {
    span(source, range.start, range.end)
}

/// Looks for what the parser lets pass: deep nesting, control characters in strings, and blanks that JSON does not have.
/// Other errors are left to the parser.
fn scan(text: &str, source: u32) -> Result<(), SyntaxError> {
    let options = ScannerOptions { allow_single_quoted_strings: false, ..ScannerOptions::default() };
    let mut scanner = Scanner::new(text, &options);
    let (mut depth, mut end) = (0_usize, 0);
    loop {
        let token = scanner.scan();
        let start = scanner.token_start();
        if let Some((offset, blank)) =
            text[end..start].char_indices().find(|(_, c)| !matches!(c, ' ' | '\t' | '\n' | '\r'))
        {
            let place = span(source, end + offset, end + offset + blank.len_utf8());
            let number = u32::from(blank);
            return Err(SyntaxError::new(
                place,
                format!("not JSON: the character U+{number:04X} may stand in strings only; put a space there"),
            ));
        }
        end = scanner.token_end();
        match token {
            Ok(Some(Token::OpenBrace | Token::OpenBracket)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(SyntaxError::too_deep(span(source, start, end)));
                }
            }
            Ok(Some(Token::CloseBrace | Token::CloseBracket)) => depth = depth.saturating_sub(1),
            Ok(Some(Token::String(_))) => {
                if let Some(offset) = text.as_bytes()[start..end].iter().position(|byte| *byte < b' ') {
                    let at = start + offset;
                    let number = text.as_bytes()[at];
                    return Err(SyntaxError::new(
                        span(source, at, at + 1),
                        format!("not JSON: a control character in a string; write it as `\\u{number:04x}`"),
                    ));
                }
            }
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => return Ok(()),
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    source: u32,
    errors: Vec<SyntaxError>,
}

impl Reader<'_> {
    /// `scan` has bounded the depth.
    fn tree(&mut self, value: &Value<'_>) -> Tree {
        let span = at(self.source, value.range());
        let value = match value {
            Value::NullKeyword(_) => TreeValue::Null,
            Value::BooleanLit(literal) => TreeValue::Bool(literal.value),
            Value::NumberLit(literal) => TreeValue::Num(number(literal.value), literal.value.to_owned()),
            Value::StringLit(literal) => TreeValue::Str(literal.value.to_string()),
            Value::Array(array) => TreeValue::List(array.elements.iter().map(|item| self.tree(item)).collect()),
            Value::Object(object) => {
                let mut entries = Entries::new(Format::Json, self.text);
                for property in &object.properties {
                    let value = self.tree(&property.value);
                    let key = property.name.as_str().to_owned();
                    let span = at(self.source, property.name.range());
                    entries.add(TreeEntry { key, span, value }, &mut self.errors);
                }
                TreeValue::Table(entries.list)
            }
        };
        Tree { span, value }
    }
}

/// Integers stay integers as far as an `i128` goes; beyond, a float is out of the range of every integer field.
fn number(text: &str) -> Num {
    text.parse().map_or_else(|_| Num::Float(text.parse().unwrap_or(f64::NAN)), Num::Int)
}
