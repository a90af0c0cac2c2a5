//! The layer of the command line: assignments.

use super::{Layered, schema_of};
use crate::config::front::{DEEPEST, SyntaxError, span, toml};
use crate::config::report::Code;
use crate::config::schema::{Kind, Schema};
use crate::config::tree::{Tree, TreeEntry, TreeValue};

/// `a.b=value` as a tree of one leaf.
pub(super) fn parse_assignment(
    text: &Layered,
    source: u32,
    kind: &Kind,
    below: &Tree,
    registered: &[&'static Schema],
) -> Result<Tree, Vec<SyntaxError>> {
    let whole = &text.text;
    let Some((path, value)) = whole.split_once('=') else {
        return Err(vec![SyntaxError {
            code: Code::Syntax,
            span: span(source, 0, whole.len()),
            message: format!("`{whole}` sets nothing, expected key=value, for instance train.batch_size=64"),
        }]);
    };
    if path.split('.').count() >= DEEPEST {
        return Err(vec![SyntaxError {
            code: Code::Syntax,
            span: span(source, 0, path.len()),
            message: format!("a path of more than {DEEPEST} names; no config is that deep"),
        }]);
    }
    // TOML first: it knows numbers, lists, quotes and dotted keys.
    let parsed = toml::parse(whole, source);
    let names: Vec<&str> = path.trim().split('.').map(str::trim).collect();
    let wants_text = kind_at(kind, below, &names, registered).is_some_and(is_text);
    match parsed {
        Ok(tree) if !wants_text || leaf_is_text(&tree) => Ok(tree),
        Err(errors) if !wants_text || names.iter().any(|name| name.is_empty()) => {
            // A bare word for a field that takes none still is a word: the walker then says what the field takes.
            let value = value.trim();
            if value.is_empty() || names.iter().any(|name| name.is_empty()) || value.starts_with(['[', '{', '"', '\''])
            {
                return Err(errors);
            }
            Ok(leaf(&names, whole, path.len() + 1, source))
        }
        _ => Ok(leaf(&names, whole, path.len() + 1, source)),
    }
}

/// The text behind the `=` at `start` as a string at the end of a path.
fn leaf(names: &[&str], whole: &str, start: usize, source: u32) -> Tree {
    let raw = &whole[start..];
    let text = raw.trim();
    let begin = start + (raw.len() - raw.trim_start().len());
    let unquoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let mut tree = Tree { span: span(source, begin, begin + text.len()), value: TreeValue::Str(unquoted.to_owned()) };
    let mut end = start - 1;
    for name in names.iter().rev() {
        let at = whole[..end].rfind(name).unwrap_or(0);
        let span = span(source, at, at + name.len());
        tree = Tree { span, value: TreeValue::Table(vec![TreeEntry { key: (*name).to_owned(), span, value: tree }]) };
        end = at;
    }
    tree
}

fn leaf_is_text(tree: &Tree) -> bool {
    match &tree.value {
        TreeValue::Table(entries) => entries.last().is_some_and(|entry| leaf_is_text(&entry.value)),
        TreeValue::Str(_) => true,
        _ => false,
    }
}

pub(super) fn is_text(kind: Kind) -> bool {
    match kind {
        Kind::Str | Kind::Path | Kind::Enum(_) => true,
        Kind::Option(inner) => is_text(*inner),
        _ => false,
    }
}

/// The kind of the value at `path`, given what the weaker layers say (they choose the variants of unions).
fn kind_at(kind: &Kind, tree: &Tree, path: &[&str], registered: &[&'static Schema]) -> Option<Kind> {
    let Some((name, rest)) = path.split_first() else { return Some(*kind) };
    if let Kind::Option(inner) = kind {
        return kind_at(inner, tree, path, registered);
    }
    if let Kind::Map { value } = kind {
        return kind_at(value, tree.get(name).unwrap_or(&Tree::table()), rest, registered);
    }
    if *name == "type" && matches!(kind, Kind::Union(_)) {
        return Some(Kind::Str);
    }
    let schema = schema_of(kind, tree, registered)?;
    let field = &schema.fields[schema.accepts(name)?];
    let empty = Tree::table();
    kind_at(&field.kind, tree.get(name).unwrap_or(&empty), rest, registered)
}
