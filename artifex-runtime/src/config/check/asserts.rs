//! Checks of the attributes themselves, made while the user's crate compiles.

use super::check_value;
use super::constraint::push_words;
use super::message::{Label, Message, message};
use super::operand::inner;
use super::table::push_fields;
use crate::config::doc::{Entry, Node};
use crate::config::report::Report;
use crate::config::schema::{Enum, Field, Kind, Presence, Schema, Variant};
use crate::config::text::same;

/// Fails the build if the default of field `k` is outside its own constraint. The derive calls it, spanned at the default.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_default(schema: &Schema, k: usize) {
    if let Presence::Default(node) = &schema.fields[k].presence {
        assert_value(&schema.fields[k], node, "the default: ");
    }
}

/// Fails the build if an entry cannot be the default of a field of `schema`.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_override(schema: &'static Schema, entry: &Entry<'_>) {
    let Some(field) = schema.field(entry.key) else {
        let mut message = Message::EMPTY;
        message.push("the default: unknown field `");
        message.push(entry.key);
        message.push("` in `");
        message.push(schema.name);
        message.push("`");
        let _ = push_fields(&mut message, schema, entry.key);
        panic!("{}", message.as_str())
    };
    assert_value(field, &entry.value, "the default: ");
}

/// Fails the build if the example of field `k` is outside its own constraint. The derive calls it, spanned at the example.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_example(schema: &Schema, k: usize) {
    if let Some(node) = &schema.fields[k].notes.example {
        assert_value(&schema.fields[k], node, "the example: ");
    }
}

#[track_caller]
const fn assert_value(field: &Field, node: &Node<'_>, what: &str) {
    let mut report = Report::<4>::EMPTY;
    let label = Label { secret: field.notes.secret, ..Label::of(field.name) };
    check_value(&mut report, &[], &field.kind, &field.constraint, label, node);
    if report.count() > 0 {
        let mut message = Message::EMPTY;
        message.push(what);
        message.push(report.issues()[0].message.as_str());
        panic!("{}", message.as_str())
    }
}

/// Fails the build if a rule reads a field that does not exist. The derive calls it, spanned at the path.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_path(schema: &'static Schema, path: &[&str]) {
    let _ = kind_of(schema, path);
}

/// What the field at `path` holds; `None` below a union. Fails the build if there is no such field.
#[track_caller]
pub(super) const fn kind_of(schema: &'static Schema, path: &[&str]) -> Option<Kind> {
    let mut kind = Kind::Table(schema);
    let mut i = 0;
    while i < path.len() {
        let owner = match inner(kind) {
            Kind::Table(schema) => schema,
            // Which fields a union has depends on the document.
            Kind::Union(_) => return None,
            _ => {
                let mut message = Message::EMPTY;
                message.push("`");
                message.push(path[i - 1]);
                message.push("` holds ");
                message.push(kind.noun());
                message.push(" and has no field `");
                message.push(path[i]);
                message.push("`");
                panic!("{}", message.as_str())
            }
        };
        let Some(field) = owner.field(path[i]) else {
            panic!("{}", unknown_field("the rule", owner, path[i]).as_str())
        };
        kind = field.kind;
        i += 1;
    }
    Some(kind)
}

/// "the rule reads the unknown field `x` of `Y`; did you mean `z`?"
pub(in crate::config) const fn unknown_field(reader: &str, owner: &Schema, name: &str) -> Message {
    let mut message = message!(reader, " reads the unknown field `", name, "` of `", owner.name, "`");
    let _ = push_fields(&mut message, owner, name);
    message
}

/// "`kind` is never "cnm", it is one of "dense", "cnn"; did you mean "cnn"?"
pub(in crate::config) const fn unknown_word(field: &str, words: &Enum, word: &str) -> Message {
    let mut message = message!("`", field, "` is never \"", word, "\", it is one of ");
    push_words(&mut message, words, word);
    message
}

/// Fails the build if variant `k` has the tag of an earlier one. `factory!` calls it, spanned at the entry.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_unique_tag(variants: &[Variant], k: usize) {
    let mut i = 0;
    while i < k {
        if same(variants[i].tag, variants[k].tag) {
            let mut message = Message::EMPTY;
            message.push("`");
            message.push(variants[k].schema.name);
            message.push("`: the tag \"");
            message.push(variants[k].tag);
            message.push("\" is already taken by `");
            message.push(variants[i].schema.name);
            message.push("`");
            panic!("{}", message.as_str())
        }
        i += 1;
    }
}
