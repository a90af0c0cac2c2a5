//! Fields that have old names: layers may call them differently.

use super::schema_of;
use crate::config::schema::{Kind, Schema};
use crate::config::tree::{Tree, TreeValue};

/// A layer may call a field by another of its names than the layers below: they then follow it, so that it overrides them.
pub(super) fn use_its_names(kind: &Kind, below: &mut Tree, layer: &Tree, registered: &[&'static Schema]) {
    if let Kind::Option(inner) = kind {
        return use_its_names(inner, below, layer, registered);
    }
    if let (Kind::Map { value }, TreeValue::Table(entries), TreeValue::Table(weaker)) =
        (kind, &layer.value, &mut below.value)
    {
        for entry in entries {
            if let Some(weak) = weaker.iter_mut().find(|weak| weak.key == entry.key) {
                use_its_names(value, &mut weak.value, &entry.value, registered);
            }
        }
        return;
    }
    let schema = schema_of(kind, layer, registered).or_else(|| schema_of(kind, below, registered));
    let (Some(schema), TreeValue::Table(entries)) = (schema, &layer.value) else { return };
    let TreeValue::Table(weaker) = &mut below.value else { return };
    for entry in entries {
        let Some(k) = schema.accepts(&entry.key) else { continue };
        let mut same = weaker.iter_mut().filter(|weak| schema.accepts(&weak.key) == Some(k));
        // Two names in the weaker layer are an error of its own.
        if let (Some(weak), None) = (same.next(), same.next()) {
            weak.key.clone_from(&entry.key);
            use_its_names(&schema.fields[k].kind, &mut weak.value, &entry.value, registered);
        }
    }
}

/// Where an assignment chooses another variant of a union than the layers below, their fields that only the old one has are gone:
/// `sampler.type=heun` needs no word on what `ddpm` was told. A field that neither has stays, to be reported.
pub(super) fn leave_variants(kind: &Kind, below: &mut Tree, layer: &Tree, registered: &[&'static Schema]) {
    if let Kind::Option(inner) = kind {
        return leave_variants(inner, below, layer, registered);
    }
    let (old, new) = (schema_of(kind, below, registered), schema_of(kind, layer, registered));
    let (TreeValue::Table(entries), TreeValue::Table(weaker)) = (&layer.value, &mut below.value) else { return };
    if let (Kind::Union(_), Some(old), Some(new)) = (kind, old, new) {
        let stays = |key: &str| key == "type" || new.accepts(key).is_some() || old.accepts(key).is_none();
        weaker.retain(|weak| stays(&weak.key));
    }
    for entry in entries {
        let inner = match (kind, new.or(old)) {
            (Kind::Map { value }, _) => Some(**value),
            (_, schema) => schema.and_then(|schema| Some(schema.fields[schema.accepts(&entry.key)?].kind)),
        };
        let weak = weaker.iter_mut().find(|weak| weak.key == entry.key);
        if let (Some(inner), Some(weak)) = (inner, weak) {
            leave_variants(&inner, &mut weak.value, &entry.value, registered);
        }
    }
}

/// Renames the fields of a checked tree that have an old name. Of the entries that two files have for
/// a field the later is the stronger.
pub(in crate::config) fn use_new_names(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema]) {
    if let (Kind::Option(inner), false) = (kind, tree.value == TreeValue::Null) {
        return use_new_names(inner, tree, registered);
    }
    if let (Kind::List { element, .. }, TreeValue::List(items)) = (kind, &mut tree.value) {
        for item in items {
            use_new_names(element, item, registered);
        }
        return;
    }
    if let (Kind::Tuple(kinds), TreeValue::List(items)) = (kind, &mut tree.value) {
        for (kind, item) in kinds.iter().zip(items) {
            use_new_names(kind, item, registered);
        }
        return;
    }
    if let (Kind::Map { value }, TreeValue::Table(entries)) = (kind, &mut tree.value) {
        for entry in entries {
            use_new_names(value, &mut entry.value, registered);
        }
        return;
    }
    let Some(schema) = schema_of(kind, tree, registered) else { return };
    let TreeValue::Table(entries) = &mut tree.value else { return };
    for entry in &mut *entries {
        if let Some(k) = schema.accepts(&entry.key) {
            schema.fields[k].name.clone_into(&mut entry.key);
            use_new_names(&schema.fields[k].kind, &mut entry.value, registered);
        }
    }
    let all: Vec<_> = entries.iter().map(|entry| (schema.accepts(&entry.key), entry.span.source)).collect();
    let mut at = 0;
    entries.retain(|_| {
        let (field, source) = all[at];
        at += 1;
        field.is_none() || !all[at..].iter().any(|(other, from)| *other == field && *from != source)
    });
}
