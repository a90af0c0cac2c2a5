//! The commented config of `artifex new`.

use crate::config::load::schema_of;
use crate::config::schema::{Bound, Constraint, Enum, Field, Kind, Presence, Schema};
use crate::config::toml_text::{inline, key};
use crate::config::tree::{Tree, TreeValue};
use std::fmt::Write as _;

/// The config as TOML in which every field stands with its doc comment; a field at its default is commented out.
pub(super) fn write(kind: &Kind, tree: &Tree, registered: &[&'static Schema]) -> String {
    let mut out = String::new();
    table(&mut out, kind, tree, &mut Vec::new(), registered);
    out
}

fn table(out: &mut String, kind: &Kind, tree: &Tree, path: &mut Vec<String>, registered: &[&'static Schema]) {
    let Some(schema) = schema_of(kind, tree, registered) else { return };
    if let Some(tag) = tree.get("type") {
        let _ = writeln!(out, "# {}", schema.summary());
        let _ = writeln!(out, "type = {}", inline(tag));
    }
    let nested =
        |field: &&Field| schema_of(&field.kind, tree.get(field.name).unwrap_or(&Tree::table()), registered).is_some();
    for field in schema.fields.iter().filter(|field| !nested(field)) {
        let given = tree.get(field.name).filter(|value| value.value != TreeValue::Null);
        let default = match &field.presence {
            Presence::Default(node) => Some(Tree::thaw(node)),
            _ => None,
        };
        // The value of a secret is not written out, wherever it comes from.
        let (given, default) = if field.notes.secret { (None, None) } else { (given, default) };
        out.push('\n');
        comment(out, field);
        let name = key(field.name);
        match (given, default) {
            (Some(value), Some(default)) if inline(value) == inline(&default) => {
                let _ = writeln!(out, "# {name} = {}", inline(value));
            }
            (Some(value), _) => {
                let _ = writeln!(out, "{name} = {}", inline(value));
            }
            (None, Some(default)) => {
                let _ = writeln!(out, "# {name} = {}", inline(&default));
            }
            (None, None) => {
                let example = field.notes.example.as_ref().map(|node| inline(&Tree::thaw(node)));
                let _ = writeln!(out, "# {name} = {}", example.as_deref().unwrap_or("..."));
            }
        }
    }
    for field in schema.fields.iter().filter(nested) {
        let Some(value) = tree.get(field.name) else { continue };
        path.push(key(field.name));
        out.push('\n');
        comment(out, field);
        let _ = writeln!(out, "[{}]", path.join("."));
        table(out, &field.kind, value, path, registered);
        path.pop();
    }
}

fn comment(out: &mut String, field: &Field) {
    for line in field.doc.lines() {
        let _ = writeln!(out, "{}", format!("# {line}").trim_end());
    }
    let mut range = range(&field.kind, &field.constraint);
    if let Some(unit) = field.notes.unit {
        range.push_str(if range.is_empty() { "in " } else { ", in " });
        range.push_str(unit);
    }
    if !range.is_empty() {
        let _ = writeln!(out, "# ({range})");
    }
    if let Some(note) = field.notes.deprecated {
        let _ = writeln!(out, "# Deprecated: {note}");
    }
}

/// What values a field takes, in words.
fn range(kind: &Kind, constraint: &Constraint) -> String {
    let mut parts = Vec::new();
    match kind {
        Kind::Option(inner) => return format!("optional{}", prefixed(", ", &range(inner, constraint))),
        Kind::Any => parts.push("any value".to_owned()),
        Kind::Enum(words) => parts.push(choices(words)),
        Kind::List { element, .. } => {
            let each = range(element, constraint.each.unwrap_or(&Constraint::NONE));
            parts.push(format!("a list{}", prefixed(", each ", &each)));
        }
        Kind::Tuple(kinds) => {
            let nouns: Vec<_> = kinds.iter().map(Kind::noun).collect();
            parts.push(format!("a list of: {}", nouns.join(", ")));
        }
        Kind::Map { value } => {
            let each = range(value, constraint.each.unwrap_or(&Constraint::NONE));
            parts.push(format!("a table{}", prefixed(" of: ", &each)));
        }
        _ => {}
    }
    let bound = |bound: &Bound, inclusive: &str, exclusive: &str| {
        format!("{} {}", if bound.exclusive { exclusive } else { inclusive }, bound.number.text)
    };
    if let Some(min) = &constraint.min {
        parts.push(bound(min, "at least", "above"));
    }
    if let Some(max) = &constraint.max {
        parts.push(bound(max, "at most", "below"));
    }
    if let Some(step) = &constraint.multiple_of {
        parts.push(format!("a multiple of {}", step.text));
    }
    if let Some(pattern) = constraint.pattern {
        parts.push(format!("matching {}", pattern.text));
    }
    parts.join(", ")
}

fn prefixed(prefix: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
}

fn choices(words: &Enum) -> String {
    let names: Vec<_> = words.words.iter().map(|word| format!("\"{}\"", word.name)).collect();
    format!("one of {}", names.join(", "))
}
