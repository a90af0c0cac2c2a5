//! Rules that do not hold.

use super::message::{Message, QUOTED, push_data, push_index};
use super::table::FieldSet;
use crate::config::doc::Node;
use crate::config::hidden::MASK;
use crate::config::report::{Code, Report};
use crate::config::rule::{Expr, Operator, Rule, Val, equal, eval, evaluate, item, resolve, table_schema};
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
    let culprit = culprit(&rule.expr, schema, node);
    let mut span = node.span;
    let mut placed = false;
    let mut i = 0;
    while i < rule.paths.len() {
        message.push(if i == 0 { ": " } else { ", " });
        push_path(&mut message, rule.paths[i]);
        let mut at = None;
        match resolve(schema, node, rule.paths[i]) {
            Some(value) => {
                message.push(" is ");
                if secret(schema, node, rule.paths[i]) {
                    message.push(MASK);
                } else {
                    push_data(&mut message, &value.data);
                }
                if let Some(culprit) = &culprit
                    && same_path(culprit.list.path, rule.paths[i])
                {
                    culprit.push_to(&mut message, secret(schema, node, rule.paths[i]));
                    at = Some(culprit.value.span);
                }
                // The caret stands on the last value of the strongest layer: what was set last broke the rule.
                let at = match at {
                    Some(at) => at,
                    None => value.span,
                };
                if written(schema, node, rule.paths[i]) && (!placed || at.source >= span.source) {
                    span = at;
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

/// The element of a list, or the value of a map, that a rule does not hold for.
struct Culprit<'a> {
    list: List,
    index: usize,
    /// Its key, in a map.
    key: Option<&'a str>,
    value: Node<'a>,
}

/// A list of the document: the value at a path, or an element of it.
#[derive(Clone, Copy)]
struct List {
    path: &'static [&'static str],
    index: Option<usize>,
}

impl List {
    const fn of(expr: &Expr) -> Option<Self> {
        match expr {
            Expr::Path(path) => Some(Self { path, index: None }),
            Expr::Index(Expr::Path(path), k) => Some(Self { path, index: Some(*k) }),
            _ => None,
        }
    }
}

impl Culprit<'_> {
    /// ", `sizes[2]` is -1" without the quotes.
    const fn push_to(&self, message: &mut Message, secret: bool) {
        message.push(", ");
        push_path(message, self.list.path);
        push_index(message, self.list.index);
        if let Some(key) = self.key {
            message.push(".");
            message.push_clipped(key, QUOTED);
        } else {
            push_index(message, Some(self.index));
        }
        message.push(" is ");
        if secret {
            message.push(MASK);
        } else {
            push_data(message, &self.value.data);
        }
    }
}

/// The first element that makes a broken rule false, if it is one that does.
const fn culprit<'a>(expr: &Expr, schema: &'static Schema, table: &Node<'a>) -> Option<Culprit<'a>> {
    match expr {
        Expr::Binary(Operator::And, left, right) => match evaluate(left, schema, table) {
            Some(false) => culprit(left, schema, table),
            _ => culprit(right, schema, table),
        },
        // Both sides are false.
        Expr::Binary(Operator::Or, left, right) => match culprit(left, schema, table) {
            Some(found) => Some(found),
            None => culprit(right, schema, table),
        },
        Expr::When(_, rule) => culprit(rule, schema, table),
        Expr::All(list, condition) => {
            let Some(place) = List::of(list) else { return None };
            let items = eval(list, schema, table, None);
            let mut i = 0;
            while let Some(value) = item(&items, i) {
                if let Val::Bool(false) = eval(condition, schema, table, Some(value)) {
                    let key = match items {
                        Val::Table(entries) => Some(entries[i].key),
                        _ => None,
                    };
                    return Some(Culprit { list: place, index: i, key, value: *value });
                }
                i += 1;
            }
            None
        }
        Expr::Unique(lists) => {
            let mut k = 0;
            while k < lists.len() {
                let Some(place) = List::of(&lists[k]) else { return None };
                let items = eval(&lists[k], schema, table, None);
                let mut i = 0;
                while let Some(value) = item(&items, i) {
                    if stands_before(lists, k, i, schema, table) {
                        return Some(Culprit { list: place, index: i, key: None, value: *value });
                    }
                    i += 1;
                }
                k += 1;
            }
            None
        }
        _ => None,
    }
}

/// Whether element `i` of list `k` stands in an earlier list, or before it in its own.
const fn stands_before(lists: &[Expr], k: usize, i: usize, schema: &'static Schema, table: &Node<'_>) -> bool {
    let own = eval(&lists[k], schema, table, None);
    let Some(value) = item(&own, i) else { return false };
    let mut a = 0;
    while a <= k {
        let others = eval(&lists[a], schema, table, None);
        let mut b = 0;
        while let Some(other) = item(&others, b) {
            if a == k && b == i {
                return false;
            }
            if equal(&value.data, &other.data) {
                return true;
            }
            b += 1;
        }
        a += 1;
    }
    false
}

const fn same_path(a: &[&str], b: &[&str]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && same(a[i], b[i]) {
        i += 1;
    }
    i == a.len() && i == b.len()
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
