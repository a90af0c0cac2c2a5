//! The layer of the environment. Names are resolved against the schema: `_` stands in the names of fields, so only the
//! schema knows where one ends.

use super::error::Diagnostic;
use super::layers::is_text;
use super::{Layered, schema_of};
use crate::config::doc::Span;
use crate::config::front::{SyntaxError, span, toml};
use crate::config::report::Code;
use crate::config::schema::{Field, Kind, Schema};
use crate::config::text::{distance, near};
use crate::config::tree::{Tree, TreeEntry, TreeValue};
use std::ffi::OsString;
use std::ops::Range;

/// What separates the levels of a name.
pub(super) const SEPARATOR: &str = "__";
/// The tag of a union.
const TYPE: &str = "type";

/// Whether a variable is meant for the config: the prefix and the separator, in any case.
pub(super) fn has_prefix(name: &str, prefix: &str) -> bool {
    let start = name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    start && name[prefix.len()..].starts_with(SEPARATOR)
}

/// The variables with the prefix, and an error for each whose value is no text.
pub(super) fn variables(
    prefix: &str,
    all: impl Iterator<Item = (OsString, OsString)>,
) -> (Vec<(String, String)>, Vec<Diagnostic>) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for (name, value) in all {
        let shown = name.to_string_lossy();
        if !has_prefix(&shown, prefix) {
            continue;
        }
        match (name.to_str(), value.to_str()) {
            (Some(name), Some(value)) => good.push((name.to_owned(), value.to_owned())),
            _ => bad.push(Diagnostic::placeless(
                Code::Unreadable,
                format!("the environment variable `{shown}` is not UTF-8; set it to text or unset it"),
            )),
        }
    }
    (good, bad)
}

/// The values of all variables as a tree. Each source has the part of its name that stands for a field.
pub(super) fn layer(
    sources: &[(u32, Range<usize>)],
    texts: &[Layered],
    kind: &Kind,
    below: &Tree,
    registered: &[&'static Schema],
) -> Result<Tree, Vec<SyntaxError>> {
    let mut variables: Vec<_> = sources
        .iter()
        .map(|(source, field)| {
            let text = texts[*source as usize].text.as_str();
            Variable { source: *source, text, name: &text[..field.end], start: field.start }
        })
        .collect();
    // A type decides which other fields there are, so types come first, the outer before the inner.
    variables.sort_by_key(|variable| {
        let name = variable.name.to_ascii_lowercase();
        (!name.ends_with("__type"), name.matches(SEPARATOR).count())
    });
    let mut whole = below.clone();
    let mut own = Tree { span: below.span, value: TreeValue::Table(Vec::new()) };
    let mut errors = Vec::new();
    let mut set: Vec<(Vec<&str>, &str)> = Vec::new();
    for variable in variables {
        let found = match resolve(kind, &whole, variable.rest(), variable.start, registered) {
            Ok(found) => found,
            Err(Miss::Silent) => continue,
            Err(miss) => {
                errors.push(variable.unresolved(&miss));
                continue;
            }
        };
        let path: Vec<&str> = found.steps.iter().map(|step| step.0).collect();
        if let Some((_, first)) = set.iter().find(|(other, _)| *other == path) {
            let message = format!("`{}` and `{first}` set the same field; unset one", variable.name);
            errors.push(variable.error(0..variable.name.len(), Code::Syntax, message));
            continue;
        }
        set.push((path, variable.name));
        match variable.value(&found.kind) {
            Ok(value) => {
                let tree = nest(&found.steps, value, variable.source);
                whole.merge(tree.clone());
                own.merge(tree);
            }
            Err(more) => errors.extend(more),
        }
    }
    errors.sort_by_key(|error| error.span);
    if errors.is_empty() { Ok(own) } else { Err(errors) }
}

/// A name of the way to a field, and where it stands.
type Step = (&'static str, Range<usize>);

struct Found {
    steps: Vec<Step>,
    kind: Kind,
}

/// Why a name is that of no field.
enum Miss {
    /// The table has no such field. The bytes are those of the name's part.
    Unknown { part: Range<usize>, schema: &'static Schema },
    /// The value has no fields.
    Leaf { part: Range<usize>, field: &'static str, noun: &'static str },
    /// The fields depend on a type that nobody has set.
    Untyped { part: Range<usize> },
    /// More than one way to read the name.
    Ambiguous,
    /// An error that the check reports at its own place.
    Silent,
}

/// Finds the field that `rest`, which starts at byte `start` of a name, stands for.
fn resolve(kind: &Kind, tree: &Tree, rest: &str, start: usize, registered: &[&'static Schema]) -> Result<Found, Miss> {
    let first = rest.split(SEPARATOR).next().unwrap_or(rest);
    let part = start..start + first.len();
    if is_union(kind) && rest.eq_ignore_ascii_case(TYPE) {
        return Ok(Found { steps: vec![(TYPE, part)], kind: Kind::Str });
    }
    let Some(schema) = schema_of(kind, tree, registered) else {
        // With a type, it is an unknown one.
        return Err(if tree.get(TYPE).is_some() { Miss::Silent } else { Miss::Untyped { part } });
    };
    let mut found: Vec<Found> = Vec::new();
    let mut missed = None;
    for field in schema.fields {
        let len = field.name.len();
        let Some(head) = rest.get(..len).filter(|head| head.eq_ignore_ascii_case(field.name)) else { continue };
        let own = (field.name, start..start + head.len());
        if rest.len() == len {
            found.push(Found { steps: vec![own], kind: field.kind });
        } else if let Some(inner) = rest[len..].strip_prefix(SEPARATOR) {
            let empty = Tree::table();
            let below = tree.get(field.name).unwrap_or(&empty);
            match within(field, below, inner, start + len + SEPARATOR.len(), registered) {
                Ok(mut inner) => {
                    inner.steps.insert(0, own);
                    found.push(inner);
                }
                Err(miss) => missed = Some(miss),
            }
        }
    }
    match (found.pop(), found.is_empty(), missed) {
        (Some(only), true, _) => Ok(only),
        (Some(_), false, _) => Err(Miss::Ambiguous),
        (None, _, Some(miss)) => Err(miss),
        (None, _, None) => Err(Miss::Unknown { part, schema }),
    }
}

fn within(
    field: &'static Field,
    tree: &Tree,
    rest: &str,
    start: usize,
    registered: &[&'static Schema],
) -> Result<Found, Miss> {
    if has_fields(&field.kind) {
        return resolve(&field.kind, tree, rest, start, registered);
    }
    let part = start..start + rest.split(SEPARATOR).next().unwrap_or(rest).len();
    Err(Miss::Leaf { part, field: field.name, noun: field.kind.noun() })
}

fn is_union(kind: &Kind) -> bool {
    match kind {
        Kind::Option(inner) => is_union(inner),
        Kind::Union(_) => true,
        _ => false,
    }
}

fn has_fields(kind: &Kind) -> bool {
    match kind {
        Kind::Option(inner) => has_fields(inner),
        Kind::Table(_) | Kind::Union(_) => true,
        _ => false,
    }
}

/// A value at the end of a path.
fn nest(steps: &[Step], value: Tree, source: u32) -> Tree {
    steps.iter().rev().fold(value, |value, (name, range)| {
        let span = span(source, range.start, range.end);
        Tree { span, value: TreeValue::Table(vec![TreeEntry { key: (*name).to_owned(), span, value }]) }
    })
}

struct Variable<'a> {
    source: u32,
    /// `NAME=value`.
    text: &'a str,
    name: &'a str,
    /// Where the name of the first field starts.
    start: usize,
}

impl<'a> Variable<'a> {
    fn rest(&self) -> &'a str {
        &self.name[self.start..]
    }

    fn span(&self, range: Range<usize>) -> Span {
        span(self.source, range.start, range.end)
    }

    fn error(&self, range: Range<usize>, code: Code, message: String) -> SyntaxError {
        SyntaxError { code, span: self.span(range), message }
    }

    /// The value, as the command line would read it for this kind.
    fn value(&self, kind: &Kind) -> Result<Tree, Vec<SyntaxError>> {
        let begin = self.name.len() + 1;
        let raw = &self.text[begin..];
        let text = raw.trim();
        let wants_text = is_text(*kind);
        if text.is_empty() && !wants_text {
            let message =
                format!("`{}` is empty, expected {}; unset it to leave the field alone", self.name, kind.noun());
            return Err(vec![self.error(0..self.name.len(), Code::WrongType, message)]);
        }
        // The name and `=` as blanks and a key, so that places in the value are right.
        let padded = format!("{}v={raw}", " ".repeat(begin - 2));
        let parsed = toml::parse(&padded, self.source).map(|tree| match tree.value {
            // More than one entry: the value has lines of its own that look like TOML.
            TreeValue::Table(mut entries) if entries.len() == 1 => entries.pop().map(|entry| entry.value),
            _ => None,
        });
        let at = begin + (raw.len() - raw.trim_start().len());
        let word = || {
            let unquoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
            Tree { span: self.span(at..at + text.len()), value: TreeValue::Str(unquoted.to_owned()) }
        };
        match parsed {
            Ok(Some(value)) if !wants_text || matches!(value.value, TreeValue::Str(_)) => Ok(value),
            Err(errors) if !wants_text && text.starts_with(['[', '{', '"', '\'']) => Err(errors),
            // A bare word for a field that takes none still is a word: the walker then says what the field takes.
            _ => Ok(word()),
        }
    }

    fn unresolved(&self, miss: &Miss) -> SyntaxError {
        let name = self.name;
        match miss {
            Miss::Unknown { part, schema } => {
                let typed = name[part.clone()].to_ascii_lowercase();
                let hint = match nearest(&typed, schema) {
                    Some(field) => {
                        let (before, after) = (&name[..part.start], &name[part.end..]);
                        format!("did you mean `{before}{}{after}`?", field.to_ascii_uppercase())
                    }
                    None if schema.fields.is_empty() => "it has no fields".to_owned(),
                    None => {
                        let fields: Vec<_> = schema.fields.iter().map(|field| format!("`{}`", field.name)).collect();
                        format!("its fields are {}", fields.join(", "))
                    }
                };
                let owner = schema.name;
                let message = format!("the variable `{name}` sets nothing: `{owner}` has no field `{typed}`; {hint}");
                self.error(part.clone(), Code::UnknownField, message)
            }
            Miss::Leaf { part, field, noun } => {
                let message = format!("the variable `{name}` sets nothing: `{field}` is {noun} and has no fields");
                self.error(part.clone(), Code::UnknownField, message)
            }
            Miss::Untyped { part } => {
                let before = &name[..part.start];
                let message = format!(
                    "the variable `{name}` sets nothing: which fields there are depends on `type`; set `{before}TYPE` too"
                );
                self.error(part.clone(), Code::UnknownType, message)
            }
            Miss::Ambiguous | Miss::Silent => {
                let message = format!("the variable `{name}` can stand for more than one field; set it in a file");
                self.error(self.start..name.len(), Code::UnknownField, message)
            }
        }
    }
}

/// The field nearest to what was typed, if one is near.
fn nearest(typed: &str, schema: &Schema) -> Option<&'static str> {
    let fields = schema.fields.iter().filter_map(|field| Some((distance(typed, field.name)?, field.name)));
    fields.filter(|(d, name)| near(typed, name, *d)).min_by_key(|(d, _)| *d).map(|(_, name)| name)
}
