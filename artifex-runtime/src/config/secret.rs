//! Fields whose values are never shown.

use super::hidden::{Hidden, MASK};
use super::load::schema_of;
use super::schema::{Kind, Schema, Variant};
use super::tree::{Tree, TreeValue};

/// Puts a mask in the place of every secret of a tree.
pub(super) fn redact(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema]) {
    if let Kind::Option(inner) = kind {
        return redact(inner, tree, registered);
    }
    if let (Kind::List { element, .. }, TreeValue::List(items)) = (kind, &mut tree.value) {
        return items.iter_mut().for_each(|item| redact(element, item, registered));
    }
    if let (Kind::Tuple(kinds), TreeValue::List(items)) = (kind, &mut tree.value) {
        return kinds.iter().zip(items).for_each(|(kind, item)| redact(kind, item, registered));
    }
    if let (Kind::Map { value }, TreeValue::Table(entries)) = (kind, &mut tree.value) {
        return entries.iter_mut().for_each(|entry| redact(value, &mut entry.value, registered));
    }
    let Some(schema) = schema_of(kind, tree, registered) else { return };
    let TreeValue::Table(entries) = &mut tree.value else { return };
    for entry in entries {
        let Some(k) = schema.accepts(&entry.key) else { continue };
        if schema.fields[k].notes.secret && entry.value.value != TreeValue::Null {
            entry.value.value = TreeValue::Str(MASK.to_owned());
        } else {
            redact(&schema.fields[k].kind, &mut entry.value, registered);
        }
    }
}

/// The names, old ones too, of all secrets that a kind can hold.
pub(super) fn names(kind: &Kind, registered: &[&'static Schema]) -> Vec<&'static str> {
    let (mut names, mut seen) = (Vec::new(), Vec::new());
    collect(kind, registered, &mut names, &mut seen);
    names
}

/// Hides what stands under the name of a secret anywhere: a key in a wrong table, or in one of an unknown type, still has
/// its value.
pub(super) fn hide(tree: &Tree, names: &[&str], hidden: &mut Hidden) {
    match &tree.value {
        TreeValue::Table(entries) => {
            for entry in entries {
                if names.contains(&entry.key.as_str()) {
                    hidden.add(entry.value.span);
                }
                hide(&entry.value, names, hidden);
            }
        }
        TreeValue::List(items) => items.iter().for_each(|item| hide(item, names, hidden)),
        _ => {}
    }
}

fn collect(kind: &Kind, registered: &[&'static Schema], names: &mut Vec<&'static str>, seen: &mut Vec<*const Schema>) {
    let schemas: Vec<&'static Schema> = match kind {
        Kind::Option(inner) | Kind::List { element: inner, .. } | Kind::Map { value: inner } => {
            return collect(inner, registered, names, seen);
        }
        Kind::Tuple(kinds) => return kinds.iter().for_each(|kind| collect(kind, registered, names, seen)),
        Kind::Table(schema) => vec![schema],
        Kind::Union(union) => {
            let own = union.variants.iter().map(|Variant { schema, .. }| *schema);
            own.chain(registered.iter().copied().filter(|_| union.open)).collect()
        }
        _ => return,
    };
    for schema in schemas {
        // A config may hold itself.
        if seen.iter().any(|known| std::ptr::eq(*known, schema)) {
            continue;
        }
        seen.push(schema);
        for field in schema.fields {
            if field.notes.secret {
                names.push(field.name);
                names.extend(field.notes.renamed_from);
            }
            collect(&field.kind, registered, names, seen);
        }
    }
}
