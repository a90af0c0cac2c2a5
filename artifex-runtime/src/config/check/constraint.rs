//! Constraints of values: ranges, lengths, patterns, closed sets, the words of an enum.

use super::message::{LISTED, Label, List, Message, Nearest, push_data};
use crate::config::decimal::is_multiple;
use crate::config::doc::{Data, Node, Num};
use crate::config::pattern::{Fit, Pattern};
use crate::config::report::{Code, Report};
use crate::config::rule::characters;
use crate::config::schema::{Constraint, Enum};
use crate::config::text::same;

pub(super) const fn check_constraint<const N: usize>(
    report: &mut Report<N>,
    constraint: &Constraint,
    label: Label<'_>,
    node: &Node<'_>,
) {
    // Most values have few constraints. What looks at one is called only where there is one: calls take the compiler its time.
    if let Data::Num(number) = &node.data {
        if !matches!((&constraint.min, &constraint.max), (None, None)) {
            check_bounds(report, constraint, label, node, number.value);
        }
        if let Some(step) = &constraint.multiple_of
            && !is_multiple(number, step)
        {
            past(report, label, node, ", not a multiple of ", step.text);
        }
    } else if !matches!((constraint.min_len, constraint.max_len), (None, None)) {
        check_length(report, constraint, label, node);
    }
    if let (Some(pattern), Data::Str(text)) = (constraint.pattern, node.data) {
        check_pattern(report, pattern, label, node, text);
    }
    if let [_, ..] = constraint.one_of
        && !one_of(constraint.one_of, &node.data)
    {
        not_one_of(report, constraint.one_of, label, node);
    }
}

const fn check_length<const N: usize>(
    report: &mut Report<N>,
    constraint: &Constraint,
    label: Label<'_>,
    node: &Node<'_>,
) {
    let (length, unit) = match node.data {
        Data::List(nodes) => (nodes.len(), "elements"),
        Data::Str(text) => (characters(text), "characters"),
        Data::Table(entries) => (entries.len(), "entries"),
        _ => return,
    };
    match (constraint.min_len, constraint.max_len) {
        (Some(min), Some(max)) if min == max && length != min => {
            wrong_length(report, label, node, length, unit, "exactly ", min);
        }
        (Some(min), _) if length < min => wrong_length(report, label, node, length, unit, "at least ", min),
        (_, Some(max)) if length > max => wrong_length(report, label, node, length, unit, "at most ", max),
        _ => {}
    }
}

const fn past<const N: usize>(report: &mut Report<N>, label: Label<'_>, node: &Node<'_>, words: &str, limit: &str) {
    let mut message = label.is(node);
    message.push(words);
    message.push(limit);
    report.add(Code::OutOfRange, node.span, message);
}

pub(super) const fn check_bounds<const N: usize>(
    report: &mut Report<N>,
    constraint: &Constraint,
    label: Label<'_>,
    node: &Node<'_>,
    value: Num,
) {
    if let Some(min) = &constraint.min
        && let Some(order) = value.compare(min.number.value)
        && (order < 0 || (order == 0 && min.exclusive))
    {
        let words = if min.exclusive { ", must be above " } else { ", below the minimum " };
        past(report, label, node, words, min.number.text);
    }
    if let Some(max) = &constraint.max
        && let Some(order) = value.compare(max.number.value)
        && (order > 0 || (order == 0 && max.exclusive))
    {
        let words = if max.exclusive { ", must be below " } else { ", above the maximum " };
        past(report, label, node, words, max.number.text);
    }
}

pub(super) const fn wrong_length<const N: usize>(
    report: &mut Report<N>,
    label: Label<'_>,
    node: &Node<'_>,
    length: usize,
    unit: &str,
    limit: &str,
    expected: usize,
) {
    let mut message = Message::EMPTY;
    label.push_to(&mut message);
    message.push(" has ");
    message.push_int(length as i128);
    message.push(" ");
    // "1 element", "2 elements"
    message.push(match (length, unit.as_bytes()) {
        (1, b"entries") => "entry",
        (1, _) => unit.split_at(unit.len() - 1).0,
        _ => unit,
    });
    message.push(", expected ");
    message.push(limit);
    message.push_int(expected as i128);
    report.add(Code::OutOfRange, node.span, message);
}

const fn check_pattern<const N: usize>(
    report: &mut Report<N>,
    pattern: &Pattern,
    label: Label<'_>,
    node: &Node<'_>,
    text: &str,
) {
    let fit = pattern.fit(text);
    if matches!(fit, Fit::Match) {
        return;
    }
    let mut message = label.is(node);
    message.push(", which does not match the pattern `");
    message.push_clipped(pattern.text, LISTED);
    message.push("`");
    match fit {
        // Where it stops would tell something of a secret.
        _ if label.secret => {}
        Fit::Until(byte) => {
            let (before, rest) = text.split_at(byte);
            message.push(": character ");
            message.push_int(characters(before) as i128 + 1);
            push_first(&mut message, rest);
            message.push(" does not fit");
        }
        // Without an anchor any beginning is one of a match.
        Fit::Unfinished if matches!(pattern.text.as_bytes(), [b'^', ..]) => message.push(": it ends too early"),
        Fit::Unfinished | Fit::Match => {}
    }
    report.add(Code::OutOfRange, node.span, message);
}

/// The first character of a text in quotes and commas, unless it is one that cannot be shown.
const fn push_first(message: &mut Message, text: &str) {
    let mut end = 1;
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let first = text.split_at(end).0;
    if end > 1 || !first.as_bytes()[0].is_ascii_control() {
        message.push(", \"");
        message.push(first);
        message.push("\",");
    }
}

pub(super) const fn one_of(allowed: &[Data<'_>], data: &Data<'_>) -> bool {
    let mut i = 0;
    while i < allowed.len() {
        let equal = match (&allowed[i], data) {
            (Data::Str(a), Data::Str(b)) => same(a, b),
            (Data::Bool(a), Data::Bool(b)) => *a == *b,
            (Data::Num(a), Data::Num(b)) => matches!(a.value.compare(b.value), Some(0)),
            _ => false,
        };
        if equal {
            return true;
        }
        i += 1;
    }
    false
}

pub(super) const fn not_one_of<const N: usize>(
    report: &mut Report<N>,
    allowed: &[Data<'_>],
    label: Label<'_>,
    node: &Node<'_>,
) {
    let mut message = label.is(node);
    let mut best = Nearest::NONE;
    // How near a secret is to an allowed value would tell something of it.
    if let Data::Str(word) = node.data
        && !label.secret
    {
        let mut i = 0;
        while i < allowed.len() {
            if let Data::Str(name) = allowed[i] {
                best.consider(word, name, i);
            }
            i += 1;
        }
    }
    message.push(", expected one of ");
    let mut i = 0;
    while i < allowed.len() {
        if i > 0 {
            message.push(", ");
        }
        push_data(&mut message, &allowed[i]);
        i += 1;
    }
    if let Some(i) = best.index {
        message.push("; did you mean ");
        push_data(&mut message, &allowed[i]);
        message.push("?");
    }
    report.add(Code::OutOfRange, node.span, message);
}

pub(super) const fn word_of(words: &Enum, word: &str) -> Option<usize> {
    let mut i = 0;
    while i < words.words.len() {
        if same(words.words[i].name, word) {
            return Some(i);
        }
        i += 1;
    }
    None
}

pub(super) const fn unknown_word<const N: usize>(
    report: &mut Report<N>,
    words: &Enum,
    label: Label<'_>,
    node: &Node<'_>,
    word: &str,
) {
    let mut message = label.is(node);
    message.push(", expected one of ");
    push_words(&mut message, words, word);
    report.add(Code::OutOfRange, node.span, message);
}

/// The words of an enum, and which of them was probably meant.
pub(super) const fn push_words(message: &mut Message, words: &Enum, typed: &str) {
    let mut list = List::EMPTY;
    let mut best = Nearest::NONE;
    let mut i = 0;
    while i < words.words.len() {
        let name = words.words[i].name;
        best.consider(typed, name, i);
        list.add("\"", name);
        i += 1;
    }
    list.push_to(message);
    if let Some(i) = best.index {
        message.push("; did you mean \"");
        message.push(words.words[i].name);
        message.push("\"?");
    }
}
