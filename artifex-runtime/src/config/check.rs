//! The walker: one `const fn` that compares a document with a schema and collects every error.
//!
//! The compiler calls it for `check_file!`, `include_config!`, `config!` and for defaults; the loader and the command line
//! call it at run time. A value is validated here and nowhere else.

mod asserts;
mod broken_rule;
mod constraint;
mod message;
mod operand;
mod table;
mod version;
mod warn;

use super::doc::{Data, Doc, Node, Num, Number};
use super::report::{Code, Report};
use super::schema::{Constraint, Kind, Schema};
pub use asserts::{assert_default, assert_example, assert_override, assert_path, assert_unique_tag};
pub(super) use asserts::{unknown_field, unknown_word as never_the_word};
use constraint::{check_constraint, unknown_word, word_of, wrong_length};
use message::Label;
pub(super) use message::Message;
pub use operand::{Wanted, assert_collection, assert_comparable, assert_element, assert_needle, assert_operand};
use table::{Tag, check_table, check_union};

/// Checks a document against a kind, normally `<T as Value>::KIND` of a config type. `registered` are the configs that an
/// open union accepts beside its own: those registered at run time.
#[must_use]
pub const fn check<const N: usize>(kind: &Kind, doc: &Doc<'_>, registered: &[&'static Schema]) -> Report<N> {
    let mut report = Report::EMPTY;
    let label = Label::of("the document");
    check_value(&mut report, registered, kind, &Constraint::NONE, label, &doc.root);
    report.sort();
    report
}

const fn check_value<const N: usize>(
    report: &mut Report<N>,
    registered: &[&'static Schema],
    kind: &Kind,
    constraint: &Constraint,
    label: Label<'_>,
    node: &Node<'_>,
) {
    match (kind, &node.data) {
        (Kind::Option(_), Data::Null) => {}
        (Kind::Option(inner), _) => check_value(report, registered, inner, constraint, label, node),
        (Kind::Table(schema), Data::Table(_)) => check_table(report, registered, schema, node, Tag::Own),
        (Kind::Union(union), Data::Table(_)) => check_union(report, registered, union, node),
        (Kind::Int { name, min, max }, Data::Num(number)) => match number.value.as_int() {
            None => wrong_type(report, kind, label, node),
            Some(n) if n < *min || n > *max => {
                let mut message = label.is(node);
                message.push(", outside ");
                message.push_int(*min);
                message.push(" to ");
                message.push_int(*max);
                message.push(" (`");
                message.push(name);
                message.push("`)");
                report.add(Code::OutOfRange, node.span, message);
            }
            Some(_) => check_constraint(report, constraint, label, node),
        },
        (Kind::Float { name, max }, Data::Num(number)) => {
            let x = number.value.as_f64();
            if x.is_nan() || x.is_infinite() {
                let mut message = label.is(node);
                message.push(", expected a finite number");
                report.add(Code::OutOfRange, node.span, message);
            } else if x.abs() > *max {
                let mut message = label.is(node);
                message.push(", beyond the largest `");
                message.push(name);
                message.push("`");
                report.add(Code::OutOfRange, node.span, message);
            } else {
                check_constraint(report, constraint, label, node);
            }
        }
        (Kind::Bool, Data::Bool(_)) | (Kind::Str | Kind::Path, Data::Str(_)) => {
            check_constraint(report, constraint, label, node);
        }
        (Kind::Enum(words), Data::Str(word)) => {
            if let Some(i) = word_of(words, word) {
                warn::word(report, &words.words[i], label, node);
                check_constraint(report, constraint, label, node);
            } else {
                unknown_word(report, words, label, node, word);
            }
        }
        (Kind::List { element, len }, Data::List(nodes)) => {
            if let Some(len) = len
                && nodes.len() != *len
            {
                wrong_length(report, label, node, nodes.len(), "elements", "exactly ", *len);
            }
            check_constraint(report, constraint, label, node);
            let each = match constraint.each {
                Some(each) => each,
                None => &Constraint::NONE,
            };
            let count = nodes.len();
            let mut i = 0;
            while i < count {
                check_value(report, registered, element, each, Label { index: Some(i), ..label }, &nodes[i]);
                i += 1;
            }
        }
        (Kind::Tuple(kinds), Data::List(nodes)) => {
            if nodes.len() != kinds.len() {
                wrong_length(report, label, node, nodes.len(), "elements", "exactly ", kinds.len());
            }
            check_constraint(report, constraint, label, node);
            let mut i = 0;
            while i < nodes.len() && i < kinds.len() {
                let label = Label { index: Some(i), ..label };
                check_value(report, registered, &kinds[i], &Constraint::NONE, label, &nodes[i]);
                i += 1;
            }
        }
        (Kind::Map { value }, Data::Table(entries)) => {
            check_constraint(report, constraint, label, node);
            let each = match constraint.each {
                Some(each) => each,
                None => &Constraint::NONE,
            };
            let mut i = 0;
            while i < entries.len() {
                let entry = &entries[i];
                if let Some(keys) = constraint.keys {
                    let key = Node::new(entry.span, Data::Str(entry.key));
                    check_constraint(report, keys, Label { is_key: true, ..label }, &key);
                }
                let label = Label { outer: label.index, key: Some(entry.key), index: None, ..label };
                check_value(report, registered, value, each, label, &entry.value);
                i += 1;
            }
        }
        // A field that is nothing has no value; in a list or a table, nothing is one.
        (Kind::Any, Data::Null) if label.is_element() => {}
        (Kind::Any, Data::Null) => wrong_type(report, kind, label, node),
        (Kind::Any, _) => check_any(report, label, node, false),
        _ => wrong_type(report, kind, label, node),
    }
}

/// A value of any kind: one that every format and every program can hold. The tree is no deeper than the front ends allow.
const fn check_any<const N: usize>(report: &mut Report<N>, label: Label<'_>, node: &Node<'_>, inside: bool) {
    let problem = match &node.data {
        Data::List(nodes) => {
            let mut i = 0;
            while i < nodes.len() {
                check_any(report, label, &nodes[i], true);
                i += 1;
            }
            return;
        }
        Data::Table(entries) => {
            let mut i = 0;
            while i < entries.len() {
                check_any(report, label, &entries[i].value, true);
                i += 1;
            }
            return;
        }
        Data::Num(Number { value: Num::Int(n), .. }) if *n < i64::MIN as i128 || *n > u64::MAX as i128 => {
            ", outside -9223372036854775808 to 18446744073709551615"
        }
        Data::Num(Number { value: Num::Float(x), .. }) if x.is_nan() || x.is_infinite() => ", expected a finite number",
        Data::Other(_) => ", which no config can hold; write it as a string",
        Data::Null | Data::Bool(_) | Data::Num(_) | Data::Str(_) => return,
    };
    let mut message = Message::EMPTY;
    if inside {
        message.push("a value in ");
    }
    message.push(label.is(node).as_str());
    message.push(problem);
    let code = if let Data::Other(_) = node.data { Code::WrongType } else { Code::OutOfRange };
    report.add(code, node.span, message);
}

const fn wrong_type<const N: usize>(report: &mut Report<N>, kind: &Kind, label: Label<'_>, node: &Node<'_>) {
    // The value of a number says more than "a float" where an integer is wanted.
    let mut message = if let Data::Num(_) = node.data {
        label.is(node)
    } else {
        let mut message = Message::EMPTY;
        label.push_to(&mut message);
        message.push(" is ");
        message.push(node.data.noun());
        message
    };
    message.push(", expected ");
    message.push(kind.noun());
    report.add(Code::WrongType, node.span, message);
}
