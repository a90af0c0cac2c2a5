//! The `version` of a table.

use super::message::{Label, Message, QUOTED};
use super::wrong_type;
use crate::config::doc::{Data, Entry, Node};
use crate::config::report::{Code, Report};
use crate::config::schema::{Field, Kind, Schema};
use crate::config::text::same;
use crate::config::version::{KEY, Version};

/// Whether an entry of a table is its version.
pub(super) const fn is_version(schema: &Schema, entry: &Entry<'_>) -> bool {
    schema.version.is_some() && same(entry.key, KEY)
}

/// Looks at the version of a table. Tells whether the table is one of this program: what is in a newer one, or in an older one
/// that has to be migrated, means something else.
pub(super) const fn check_version<const N: usize>(report: &mut Report<N>, schema: &Schema, table: &Node<'_>) -> bool {
    let (Some(version), Some(entry)) = (&schema.version, table.get(KEY)) else { return true };
    let node = &entry.value;
    let label = Label::of(KEY);
    let Some(found) = number(node) else {
        wrong_type(report, &Kind::Int { name: "u32", min: 1, max: u32::MAX as i128 }, label, node);
        return true;
    };
    let mut message = label.is(node);
    if found < 1 {
        message.push(", below the minimum 1");
        report.add(Code::OutOfRange, node.span, message);
        return true;
    }
    if found > version.number as i128 {
        message.push(", but the newest version of `");
        message.push(schema.name);
        message.push("` that this program knows is ");
        message.push_int(version.number as i128);
        message.push("; use a newer program");
        report.add(Code::Version, node.span, message);
        return false;
    }
    if found < version.number as i128 {
        message.push(", and `");
        message.push(schema.name);
        message.push("` is now at version ");
        message.push_int(version.number as i128);
        message.push("; `artifex migrate FILE` brings a file up to date");
        if version.migrations.is_empty() {
            report.warn(Code::Version, node.span, message);
            return true;
        }
        report.add(Code::Version, node.span, message);
        return false;
    }
    true
}

/// Warns of a field that the version of its table does not have yet.
pub(super) const fn check_since<const N: usize>(
    report: &mut Report<N>,
    schema: &Schema,
    field: &Field,
    entry: &Entry<'_>,
    table: &Node<'_>,
) {
    // The table is asked last: this is done for every field of every table, and asking takes the compiler long.
    let (Some(since), Some(Version { .. })) = (field.notes.since, &schema.version) else { return };
    let Some(version) = table.get(KEY) else { return };
    if let Some(found) = number(&version.value)
        && found < since as i128
    {
        let mut message = Message::EMPTY;
        message.push("`");
        message.push_clipped(entry.key, QUOTED);
        message.push("` is new in version ");
        message.push_int(since as i128);
        message.push(", but the table says that it is of version ");
        message.push_int(found);
        report.warn(Code::Version, entry.span, message);
    }
}

const fn number(node: &Node<'_>) -> Option<i128> {
    match node.data {
        Data::Num(number) => number.value.as_int(),
        _ => None,
    }
}
