//! What a checked tree leaves out, and the walk over its paths.

use super::schema_of;
use crate::config::doc::Span;
use crate::config::schema::{Kind, Presence, Schema};
use crate::config::tree::{Tree, TreeEntry, TreeValue};
use crate::config::version;

/// The source of defaults: not a text, so it has no place.
pub(super) const DEFAULTS: u32 = u32::MAX;

/// Adds the default of every field that a checked tree leaves out, and puts the fields in the order of the schema.
pub(super) fn fill_defaults(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema]) {
    if let (Kind::Option(inner), false) = (kind, tree.value == TreeValue::Null) {
        return fill_defaults(inner, tree, registered);
    }
    if let (Kind::List { element, .. }, TreeValue::List(items)) = (kind, &mut tree.value) {
        for item in items {
            fill_defaults(element, item, registered);
        }
        return;
    }
    if let (Kind::Tuple(kinds), TreeValue::List(items)) = (kind, &mut tree.value) {
        for (kind, item) in kinds.iter().zip(items) {
            fill_defaults(kind, item, registered);
        }
        return;
    }
    if let (Kind::Map { value }, TreeValue::Table(entries)) = (kind, &mut tree.value) {
        for entry in entries {
            fill_defaults(value, &mut entry.value, registered);
        }
        return;
    }
    let Some(schema) = schema_of(kind, tree, registered) else { return };
    let TreeValue::Table(entries) = &mut tree.value else { return };
    if let Some(version) = schema.version {
        // What was read is of the newest version now.
        let number = Tree::int(version.number.into()).value;
        if let Some(entry) = entries.iter_mut().find(|entry| entry.key == version::KEY) {
            entry.value.value = number;
        } else {
            let span = Span { source: DEFAULTS, start: 0, end: 0 };
            entries.push(TreeEntry { key: version::KEY.to_owned(), span, value: Tree { span, value: number } });
        }
    }
    for field in schema.fields {
        if let Presence::Default(node) = &field.presence
            && entries.iter().all(|entry| entry.key != field.name)
        {
            let mut value = Tree::thaw(node);
            set_source(&mut value, DEFAULTS);
            let span = Span { source: DEFAULTS, start: 0, end: 0 };
            entries.push(TreeEntry { key: field.name.to_owned(), span, value });
        }
        if let Some(entry) = entries.iter_mut().find(|entry| entry.key == field.name) {
            fill_defaults(&field.kind, &mut entry.value, registered);
        }
    }
    let order = |key: &str| schema.fields.iter().position(|field| field.name == key).map_or(0, |k| k + 1);
    entries.sort_by_key(|entry| order(&entry.key));
}

/// Leaves out the fields of a checked tree that are nothing and would be if they were left out.
pub(super) fn leave_out(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema]) {
    match (kind, &mut tree.value) {
        (Kind::Option(inner), _) => leave_out(inner, tree, registered),
        (Kind::List { element, .. }, TreeValue::List(items)) => {
            for item in items {
                leave_out(element, item, registered);
            }
        }
        (Kind::Tuple(kinds), TreeValue::List(items)) => {
            for (kind, item) in kinds.iter().zip(items) {
                leave_out(kind, item, registered);
            }
        }
        (Kind::Map { value }, TreeValue::Table(entries)) => {
            for entry in entries {
                leave_out(value, &mut entry.value, registered);
            }
        }
        (Kind::Table(_) | Kind::Union(_), _) => {
            let Some(schema) = schema_of(kind, tree, registered) else { return };
            let TreeValue::Table(entries) = &mut tree.value else { return };
            entries.retain_mut(|entry| {
                let Some(k) = schema.accepts(&entry.key) else { return true };
                let field = &schema.fields[k];
                leave_out(&field.kind, &mut entry.value, registered);
                let optional = matches!(field.presence, Presence::Optional);
                !(optional && entry.value.value == TreeValue::Null)
            });
        }
        _ => {}
    }
}

/// Calls `change` with the span and the text of every path of a tree.
pub(super) fn each_path(
    kind: &Kind,
    tree: &mut Tree,
    registered: &[&'static Schema],
    change: &mut dyn FnMut(Span, &mut String),
) {
    match (kind, &mut tree.value) {
        (Kind::Path, TreeValue::Str(path)) => change(tree.span, path),
        (Kind::Option(inner), _) => each_path(inner, tree, registered, change),
        (Kind::List { element, .. }, TreeValue::List(items)) => {
            for item in items {
                each_path(element, item, registered, change);
            }
        }
        (Kind::Tuple(kinds), TreeValue::List(items)) => {
            for (kind, item) in kinds.iter().zip(items) {
                each_path(kind, item, registered, change);
            }
        }
        (Kind::Map { value }, TreeValue::Table(entries)) => {
            for entry in entries {
                each_path(value, &mut entry.value, registered, change);
            }
        }
        (Kind::Table(_) | Kind::Union(_), _) => {
            let Some(schema) = schema_of(kind, tree, registered) else { return };
            let TreeValue::Table(entries) = &mut tree.value else { return };
            for entry in entries {
                if let Some(k) = schema.accepts(&entry.key) {
                    each_path(&schema.fields[k].kind, &mut entry.value, registered, change);
                }
            }
        }
        _ => {}
    }
}

fn set_source(tree: &mut Tree, source: u32) {
    tree.span.source = source;
    match &mut tree.value {
        TreeValue::List(items) => items.iter_mut().for_each(|item| set_source(item, source)),
        TreeValue::Table(entries) => entries.iter_mut().for_each(|entry| set_source(&mut entry.value, source)),
        _ => {}
    }
}
