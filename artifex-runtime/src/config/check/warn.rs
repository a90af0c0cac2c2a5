//! What is accepted, but not for ever: old names of fields, and fields, words and configs that will go away.

use super::message::{Label, Message, QUOTED, push_data};
use crate::config::doc::{Data, Entry, Node};
use crate::config::report::{Code, Report};
use crate::config::schema::{Field, Union, Word};
use crate::config::text::same;

/// Looks at the key of a field of `table`. Tells whether its value is the field's: it is not where the table has the field
/// under another name too, which is an error unless a stronger file says so.
pub(super) const fn name<const N: usize>(
    report: &mut Report<N>,
    field: &Field,
    entry: &Entry<'_>,
    table: &Node<'_>,
) -> bool {
    if !field.notes.renamed_from.is_empty()
        && let Some(chosen) = field.entry(table)
        && chosen.span.source != entry.span.source
    {
        // Files are laid over one another without a schema, so these are two entries.
        if let (Data::Table(_), Data::Table(_)) = (&entry.value.data, &chosen.value.data) {
            let mut message = Message::EMPTY;
            message.push("`");
            message.push_clipped(entry.key, QUOTED);
            message.push("` and `");
            message.push_clipped(chosen.key, QUOTED);
            message.push("` are the same table, `");
            message.push(field.name);
            message.push("`, under two names, which do not merge; call both `");
            message.push(field.name);
            message.push("`");
            report.add(Code::DuplicateField, entry.span, message);
        }
        return false;
    }
    if !same(entry.key, field.name) {
        let mut message = Message::EMPTY;
        message.push("`");
        message.push_clipped(entry.key, QUOTED);
        if let Some(first) = field.entry(table)
            && !same(first.key, entry.key)
        {
            message.push("` and `");
            message.push_clipped(first.key, QUOTED);
            message.push("` are the same field, `");
            message.push(field.name);
            message.push("`; remove `");
            message.push_clipped(entry.key, QUOTED);
            message.push("`, an old name");
            report.add(Code::DuplicateField, entry.span, message);
            return false;
        }
        message.push("` is an old name; the field is now called `");
        message.push(field.name);
        message.push("`");
        report.warn(Code::Renamed, entry.span, message);
    }
    if let Some(note) = field.notes.deprecated {
        let mut message = Message::EMPTY;
        message.push("`");
        message.push_clipped(entry.key, QUOTED);
        message.push("` is deprecated: ");
        message.push(note);
        report.warn(Code::Deprecated, entry.span, message);
    }
    true
}

/// Looks at a word of an enum.
pub(super) const fn word<const N: usize>(report: &mut Report<N>, word: &Word, label: Label<'_>, node: &Node<'_>) {
    if let Some(note) = word.deprecated {
        let mut message = label.is(node);
        message.push(", which is deprecated: ");
        message.push(note);
        report.warn(Code::Deprecated, node.span, message);
    }
}

/// Looks at the `type` of a union's table.
pub(super) const fn tag<const N: usize>(report: &mut Report<N>, union: &Union, tag: &str, node: &Node<'_>) {
    let mut i = 0;
    while i < union.variants.len() {
        if let Some(note) = union.variants[i].deprecated
            && same(union.variants[i].tag, tag)
        {
            let mut message = Message::EMPTY;
            message.push("the type ");
            push_data(&mut message, &node.data);
            message.push(" is deprecated: ");
            message.push(note);
            report.warn(Code::Deprecated, node.span, message);
        }
        i += 1;
    }
}
