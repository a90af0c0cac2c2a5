//! Rules that do not hold.

use super::message::{Message, push_data};
use super::table::FieldSet;
use crate::config::doc::Node;
use crate::config::hidden::MASK;
use crate::config::report::{Code, Report};
use crate::config::rule::{Rule, resolve, table_schema};
use crate::config::schema::Schema;
use crate::config::text::same;

/// Whether the rule reads a value that has an error of its own, or a mistyped key: those are to be mended first.
pub(super) const fn reads_reported<const N: usize>(
    report: &Report<N>,
    schema: &'static Schema,
    rule: &Rule,
    node: &Node<'_>,
    meant: &FieldSet,
) -> bool {
    let issues = report.issues();
    let mut i = 0;
    while i < rule.paths.len() {
        let mut k = 0;
        while k < schema.fields.len() {
            if meant.has(k) && same(schema.fields[k].name, rule.paths[i][0]) {
                return true;
            }
            k += 1;
        }
        if written(schema, node, rule.paths[i])
            && let Some(value) = resolve(schema, node, rule.paths[i])
        {
            let mut k = 0;
            while k < issues.len() {
                if value.span.contains(issues[k].span) {
                    return true;
                }
                k += 1;
            }
        }
        i += 1;
    }
    false
}

pub(super) const fn broken_rule<const N: usize>(
    report: &mut Report<N>,
    schema: &'static Schema,
    rule: &Rule,
    node: &Node<'_>,
) {
    let mut message = Message::EMPTY;
    if let Some(text) = rule.message {
        message.push(text);
        message.push(" (");
    }
    message.push("rule `");
    message.push(rule.text);
    message.push("` of `");
    message.push(schema.name);
    message.push("` does not hold");
    let mut span = node.span;
    let mut placed = false;
    let mut i = 0;
    while i < rule.paths.len() {
        message.push(if i == 0 { ": " } else { ", " });
        push_path(&mut message, rule.paths[i]);
        match resolve(schema, node, rule.paths[i]) {
            Some(value) => {
                message.push(" is ");
                if secret(schema, node, rule.paths[i]) {
                    message.push(MASK);
                } else {
                    push_data(&mut message, &value.data);
                }
                // The caret stands on the last value of the strongest layer: what was set last broke the rule.
                if written(schema, node, rule.paths[i]) && (!placed || value.span.source >= span.source) {
                    span = value.span;
                    placed = true;
                }
            }
            None => message.push(" is not set"),
        }
        i += 1;
    }
    if rule.message.is_some() {
        message.push(")");
    }
    report.add(Code::Rule, span, message);
}

pub(super) const fn push_path(message: &mut Message, path: &[&str]) {
    let mut i = 0;
    while i < path.len() {
        if i > 0 {
            message.push(".");
        }
        message.push(path[i]);
        i += 1;
    }
}

/// Whether the value at `path` is a secret.
pub(super) const fn secret(schema: &'static Schema, table: &Node<'_>, path: &[&str]) -> bool {
    let root = schema;
    let mut schema = schema;
    let mut i = 0;
    while i < path.len() {
        let Some(field) = schema.field(path[i]) else { return false };
        if field.notes.secret {
            return true;
        }
        i += 1;
        let Some(value) = resolve(root, table, path.split_at(i).0) else { return false };
        schema = match table_schema(&field.kind, &value) {
            Some(schema) => schema,
            None => return false,
        };
    }
    false
}

/// Whether the document itself, not a default, has a value at `path`.
pub(super) const fn written(schema: &'static Schema, table: &Node<'_>, path: &[&str]) -> bool {
    let mut schema = Some(schema);
    let mut node = *table;
    let mut i = 0;
    while i < path.len() {
        let field = match schema {
            Some(schema) => schema.field(path[i]),
            None => None,
        };
        let entry = match field {
            Some(field) => field.entry(&node),
            None => node.get(path[i]),
        };
        match entry {
            Some(entry) => node = entry.value,
            None => return false,
        }
        schema = match field {
            Some(field) => table_schema(&field.kind, &node),
            None => None,
        };
        i += 1;
    }
    true
}
