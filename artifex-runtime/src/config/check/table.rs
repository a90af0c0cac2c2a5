//! Tables and unions: known and unknown keys, missing fields, tags.

use super::broken_rule::{broken_rule, reads_reported};
use super::message::{Label, List, Message, Nearest, QUOTED, message};
use super::version::{check_since, check_version, is_version};
use super::{check_value, warn, wrong_type};
use crate::config::doc::{Data, Entry, Node};
use crate::config::report::{Code, Report};
use crate::config::rule::{evaluate, table_schema};
use crate::config::schema::{Field, Kind, Presence, Schema, Union, Variant};
use crate::config::text::same;

/// Who has looked at the `type` of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Nobody: if the config has a tag, `type` may stand there and must be it.
    Own,
    /// The union that chose this config by it.
    Chosen,
}

pub(super) const fn check_table<const N: usize>(
    report: &mut Report<N>,
    registered: &[&'static Schema],
    schema: &'static Schema,
    node: &Node<'_>,
    tag: Tag,
) {
    let Data::Table(entries) = node.data else { return };
    if !check_version(report, schema, node) {
        return;
    }
    let (mut meant, mut present) = (FieldSet::EMPTY, FieldSet::EMPTY);
    // Lengths are asked once, and nothing is called that need not be: calls are what takes the compiler its time.
    let (count, fields) = (entries.len(), schema.fields.len());
    let (mut i, mut next) = (0, 0);
    while i < count {
        let entry = &entries[i];
        if let Some(k) = index_of(schema, entry, next) {
            next = k + 1;
            present.add(k);
            let field = &schema.fields[k];
            // An old name is the one that the user looks for.
            let label = Label { secret: field.notes.secret, ..Label::of(entry.key) };
            if field.notes.secret {
                report.hide(entry.value.span);
            }
            if field.notes.since.is_some() {
                check_since(report, schema, field, entry, node);
            }
            if warn::name(report, field, entry, node) {
                check_value(report, registered, &field.kind, &field.constraint, label, &entry.value);
            }
        } else {
            match (same(entry.key, "type"), tag) {
                (true, Tag::Chosen) => {}
                (true, Tag::Own) if schema.tag.is_some() => check_tag(report, schema, &entry.value),
                _ if is_version(schema, entry) => {}
                _ => unknown_field(report, schema, entry, &mut meant),
            }
        }
        i += 1;
    }
    let mut k = 0;
    while k < fields {
        let field = &schema.fields[k];
        let required = matches!(field.presence, Presence::Required) && !present.has(k);
        if required && !meant.has(k) && field.entry(node).is_none() {
            let kind = field.kind.noun();
            report.add(
                Code::MissingField,
                node.span,
                message!("missing field `", field.name, "` (", kind, ") in `", schema.name, "`"),
            );
        }
        k += 1;
    }
    let mut k = 0;
    while k < schema.rules.len() {
        if let Some(false) = evaluate(&schema.rules[k].expr, schema, node)
            && !reads_reported(report, schema, &schema.rules[k], node, &meant)
        {
            broken_rule(report, schema, &schema.rules[k], node);
        }
        k += 1;
    }
}

/// The number of the field that an entry is of. The search starts at field `next`: most files keep the order of the fields.
const fn index_of(schema: &Schema, entry: &Entry<'_>, next: usize) -> Option<usize> {
    let count = schema.fields.len();
    let mut i = 0;
    while i < count {
        let k = if next + i < count { next + i } else { next + i - count };
        let field: &Field = &schema.fields[k];
        if field.hash == entry.hash && same(field.name, entry.key) {
            return Some(k);
        }
        i += 1;
    }
    schema.accepts(entry.key)
}

/// Some fields of a table. Those past the 128th are not remembered.
pub(super) struct FieldSet([bool; 128]);

impl FieldSet {
    const EMPTY: Self = Self([false; 128]);

    pub(super) const fn add(&mut self, k: usize) {
        if k < self.0.len() {
            self.0[k] = true;
        }
    }

    pub(super) const fn has(&self, k: usize) -> bool {
        k < self.0.len() && self.0[k]
    }
}

/// Adds the error of an unknown key. The field it was probably meant to be is added to `meant`: one mistake is one error, so
/// that the field is absent is not reported as well.
pub(super) const fn unknown_field<const N: usize>(
    report: &mut Report<N>,
    schema: &Schema,
    entry: &Entry<'_>,
    meant: &mut FieldSet,
) {
    let mut message = Message::EMPTY;
    message.push("unknown field `");
    message.push_clipped(entry.key, QUOTED);
    message.push("` in `");
    message.push(schema.name);
    message.push("`");
    if let Some(k) = push_fields(&mut message, schema, entry.key) {
        meant.add(k);
        if schema.fields[k].notes.secret {
            report.hide(entry.value.span);
        }
    }
    report.add(Code::UnknownField, entry.span, message);
}

/// "; did you mean `x`?" or the list of all fields. Returns the suggested field.
pub(super) const fn push_fields(message: &mut Message, schema: &Schema, typed: &str) -> Option<usize> {
    let mut best = Nearest::NONE;
    let mut list = List::EMPTY;
    let mut k = 0;
    while k < schema.fields.len() {
        let name = schema.fields[k].name;
        best.consider(typed, name, k);
        list.add("`", name);
        k += 1;
    }
    if let Some(k) = best.index {
        message.push("; did you mean `");
        message.push(schema.fields[k].name);
        message.push("`?");
    } else if schema.fields.is_empty() {
        message.push("; it has no fields");
    } else {
        message.push("; its fields are ");
        list.push_to(message);
    }
    best.index
}

/// `type = ".."` in a file whose config is known already.
pub(super) const fn check_tag<const N: usize>(report: &mut Report<N>, schema: &Schema, node: &Node<'_>) {
    let Some(tag) = schema.tag else { return };
    let label = Label::of("type");
    let Data::Str(found) = node.data else {
        return wrong_type(report, &Kind::Str, label, node);
    };
    if !same(found, tag) {
        let mut message = label.is(node);
        message.push(", but the type of `");
        message.push(schema.name);
        message.push("` is \"");
        message.push(tag);
        message.push("\"");
        report.add(Code::UnknownType, node.span, message);
    }
}

pub(super) const fn check_union<const N: usize>(
    report: &mut Report<N>,
    registered: &[&'static Schema],
    union: &'static Union,
    node: &Node<'_>,
) {
    let registered_here: &[&'static Schema] = if union.open { registered } else { &[] };
    let Some(entry) = node.get("type") else {
        let mut message = Message::EMPTY;
        message.push(if union.open {
            "Expected a model config, got a table without `type`; its type is one of "
        } else {
            "missing `type`, expected one of "
        });
        push_tags(&mut message, union, registered_here);
        return report.add(Code::UnknownType, node.span, message);
    };
    let Data::Str(tag) = entry.value.data else {
        return wrong_type(report, &Kind::Str, Label::of("type"), &entry.value);
    };
    if let Some(schema) = table_schema(&Kind::Union(union), node) {
        warn::tag(report, union, tag, &entry.value);
        return check_table(report, registered, schema, node, Tag::Chosen);
    }
    let mut best = Nearest::NONE;
    let mut i = 0;
    while i < union.variants.len() {
        best.consider(tag, union.variants[i].tag, i);
        i += 1;
    }
    let mut suggestion = match best.index {
        Some(i) => union.variants[i].tag,
        None => "",
    };
    let mut i = 0;
    while i < registered_here.len() {
        let variant = Variant::of(registered_here[i]);
        if same(variant.tag, tag) {
            return check_table(report, registered, variant.schema, node, Tag::Chosen);
        }
        let before = best.distance;
        best.consider(tag, variant.tag, i);
        if best.distance < before {
            suggestion = variant.tag;
        }
        i += 1;
    }
    let mut message = Message::EMPTY;
    message.push(if union.open { "Unknown config type: \"" } else { "unknown type \"" });
    message.push_clipped(tag, QUOTED);
    message.push("\", expected one of ");
    push_tags(&mut message, union, registered_here);
    if !suggestion.is_empty() {
        message.push("; did you mean \"");
        message.push(suggestion);
        message.push("\"?");
    }
    report.add(Code::UnknownType, entry.value.span, message);
}

pub(super) const fn push_tags(message: &mut Message, union: &Union, registered: &[&'static Schema]) {
    let mut list = List::EMPTY;
    let mut i = 0;
    while i < union.variants.len() + registered.len() {
        let tag = if i < union.variants.len() {
            union.variants[i].tag
        } else {
            Variant::of(registered[i - union.variants.len()]).tag
        };
        list.add("\"", tag);
        i += 1;
    }
    list.push_to(message);
}
