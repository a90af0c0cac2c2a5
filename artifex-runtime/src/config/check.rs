//! The walker: one `const fn` that compares a document with a schema and collects every error.
//!
//! The compiler calls it for `check_file!`, `include_config!`, `config!` and for defaults; the loader and the command line
//! call it at run time. A value is validated here and nowhere else.

use super::decimal::is_multiple;
use super::doc::{Data, Doc, Entry, Node, Num};
use super::hidden::MASK;
use super::report::{Code, Report};
use super::rule::{Rule, characters, evaluate, resolve, table_schema};
use super::schema::{Constraint, Enum, Field, Kind, Presence, Schema, Union, Variant};
use super::text::{Text, distance, near, same};

mod warn;

type Message = Text<448>;

/// Longest value that a message quotes, in bytes.
const QUOTED: usize = 48;
/// Longest list of alternatives in a message, in bytes.
const LISTED: usize = 200;

/// `message!("a", x, ..)`: `format!` for constants, of string slices.
macro_rules! message {
    ($($part:expr),+ $(,)?) => {{
        let mut message = Message::EMPTY;
        $(message.push($part);)+
        message
    }};
}

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

/// What a message calls a value: its field, or an element of it.
#[derive(Clone, Copy)]
struct Label<'a> {
    name: &'a str,
    /// The element of the field that holds the map.
    outer: Option<usize>,
    /// The key in a map.
    key: Option<&'a str>,
    /// The element of the field, or of the map's value.
    index: Option<usize>,
    /// Whether a key of the map is meant, and not a value.
    is_key: bool,
    /// Whether messages must not quote the value.
    secret: bool,
}

impl<'a> Label<'a> {
    const fn of(name: &'a str) -> Self {
        Self { name, outer: None, key: None, index: None, is_key: false, secret: false }
    }

    const fn push_to(self, message: &mut Message) {
        if self.is_key {
            message.push("a key of ");
        }
        message.push("`");
        message.push_clipped(self.name, QUOTED);
        push_index(message, self.outer);
        if let Some(key) = self.key {
            message.push(".");
            message.push_clipped(key, QUOTED);
        }
        push_index(message, self.index);
        message.push("`");
    }

    /// "`latent_dim` is 0"
    const fn is(self, node: &Node<'_>) -> Message {
        let mut message = Message::EMPTY;
        self.push_to(&mut message);
        message.push(" is ");
        if self.secret {
            message.push(MASK);
        } else {
            push_data(&mut message, &node.data);
        }
        message
    }
}

const fn push_index(message: &mut Message, index: Option<usize>) {
    if let Some(index) = index {
        message.push("[");
        message.push_int(index as i128);
        message.push("]");
    }
}

/// A value as the user wrote it, or the kind of value it is where that is too long.
const fn push_data(message: &mut Message, data: &Data<'_>) {
    match data {
        Data::Bool(true) => message.push("true"),
        Data::Bool(false) => message.push("false"),
        Data::Num(number) => message.push_clipped(number.text, QUOTED),
        Data::Str(text) => {
            message.push("\"");
            message.push_clipped(text, QUOTED);
            message.push("\"");
        }
        Data::List(nodes) => {
            message.push("[");
            let mut i = 0;
            while i < nodes.len() {
                if i > 0 {
                    message.push(", ");
                }
                if i == 8 {
                    message.push("...");
                    break;
                }
                push_data(message, &nodes[i].data);
                i += 1;
            }
            message.push("]");
        }
        Data::Null | Data::Table(_) | Data::Other(_) => message.push(data.noun()),
    }
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
            let mut i = 0;
            while i < nodes.len() {
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
        _ => wrong_type(report, kind, label, node),
    }
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

// ---- Constraints ----

const fn check_constraint<const N: usize>(
    report: &mut Report<N>,
    constraint: &Constraint,
    label: Label<'_>,
    node: &Node<'_>,
) {
    if let Data::Num(number) = node.data {
        check_bounds(report, constraint, label, node, number.value);
        if let Some(step) = &constraint.multiple_of
            && !is_multiple(&number, step)
        {
            let mut message = label.is(node);
            message.push(", not a multiple of ");
            message.push(step.text);
            report.add(Code::OutOfRange, node.span, message);
        }
    }
    let length = match node.data {
        Data::List(nodes) => Some((nodes.len(), "elements")),
        Data::Str(text) => Some((characters(text), "characters")),
        Data::Table(entries) => Some((entries.len(), "entries")),
        _ => None,
    };
    if let Some((length, unit)) = length {
        match (constraint.min_len, constraint.max_len) {
            (Some(min), Some(max)) if min == max && length != min => {
                wrong_length(report, label, node, length, unit, "exactly ", min);
            }
            (Some(min), _) if length < min => wrong_length(report, label, node, length, unit, "at least ", min),
            (_, Some(max)) if length > max => wrong_length(report, label, node, length, unit, "at most ", max),
            _ => {}
        }
    }
    if !constraint.one_of.is_empty() && !one_of(constraint.one_of, &node.data) {
        not_one_of(report, constraint.one_of, label, node);
    }
}

const fn check_bounds<const N: usize>(
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
        let mut message = label.is(node);
        message.push(if min.exclusive { ", must be above " } else { ", below the minimum " });
        message.push(min.number.text);
        report.add(Code::OutOfRange, node.span, message);
    }
    if let Some(max) = &constraint.max
        && let Some(order) = value.compare(max.number.value)
        && (order > 0 || (order == 0 && max.exclusive))
    {
        let mut message = label.is(node);
        message.push(if max.exclusive { ", must be below " } else { ", above the maximum " });
        message.push(max.number.text);
        report.add(Code::OutOfRange, node.span, message);
    }
}

const fn wrong_length<const N: usize>(
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

const fn one_of(allowed: &[Data<'_>], data: &Data<'_>) -> bool {
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

const fn not_one_of<const N: usize>(report: &mut Report<N>, allowed: &[Data<'_>], label: Label<'_>, node: &Node<'_>) {
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

// ---- Unit enums ----

const fn word_of(words: &Enum, word: &str) -> Option<usize> {
    let mut i = 0;
    while i < words.words.len() {
        if same(words.words[i].name, word) {
            return Some(i);
        }
        i += 1;
    }
    None
}

const fn unknown_word<const N: usize>(
    report: &mut Report<N>,
    words: &Enum,
    label: Label<'_>,
    node: &Node<'_>,
    word: &str,
) {
    let mut message = label.is(node);
    let mut list = Text::<LISTED>::EMPTY;
    let mut best = Nearest::NONE;
    let mut i = 0;
    while i < words.words.len() {
        let name = words.words[i].name;
        best.consider(word, name, i);
        list.push(if i > 0 { ", \"" } else { "\"" });
        list.push(name);
        list.push("\"");
        i += 1;
    }
    message.push(", expected one of ");
    message.push(list.as_str());
    if let Some(i) = best.index {
        message.push("; did you mean \"");
        message.push(words.words[i].name);
        message.push("\"?");
    }
    report.add(Code::OutOfRange, node.span, message);
}

/// The candidate nearest to what was typed.
struct Nearest {
    index: Option<usize>,
    distance: usize,
}

impl Nearest {
    const NONE: Self = Self { index: None, distance: usize::MAX };

    const fn consider(&mut self, typed: &str, name: &str, index: usize) {
        if let Some(d) = distance(typed, name)
            && d < self.distance
            && near(typed, name, d)
        {
            self.index = Some(index);
            self.distance = d;
        }
    }
}

// ---- Tables ----

/// Who has looked at the `type` of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    /// Nobody: if the config has a tag, `type` may stand there and must be it.
    Own,
    /// The union that chose this config by it.
    Chosen,
}

const fn check_table<const N: usize>(
    report: &mut Report<N>,
    registered: &[&'static Schema],
    schema: &'static Schema,
    node: &Node<'_>,
    tag: Tag,
) {
    let Data::Table(entries) = node.data else { return };
    let mut meant = Meant([false; 128]);
    let mut i = 0;
    while i < entries.len() {
        let entry = &entries[i];
        match (index_of(schema, entry), same(entry.key, "type"), tag) {
            (Some(k), _, _) => {
                let field = &schema.fields[k];
                // An old name is the one that the user looks for.
                let label = Label { secret: field.notes.secret, ..Label::of(entry.key) };
                if field.notes.secret {
                    report.hide(entry.value.span);
                }
                if warn::name(report, field, entry, node) {
                    check_value(report, registered, &field.kind, &field.constraint, label, &entry.value);
                }
            }
            (None, true, Tag::Chosen) => {}
            (None, true, Tag::Own) if schema.tag.is_some() => check_tag(report, schema, &entry.value),
            (None, _, _) => unknown_field(report, schema, entry, &mut meant),
        }
        i += 1;
    }
    let mut k = 0;
    while k < schema.fields.len() {
        let field = &schema.fields[k];
        if matches!(field.presence, Presence::Required) && field.entry(node).is_none() && !meant.has(k) {
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

const fn index_of(schema: &Schema, entry: &Entry<'_>) -> Option<usize> {
    let mut k = 0;
    while k < schema.fields.len() {
        let field: &Field = &schema.fields[k];
        if field.hash == entry.hash && same(field.name, entry.key) {
            return Some(k);
        }
        k += 1;
    }
    schema.accepts(entry.key)
}

/// The fields that unknown keys of a table were probably meant to be: one mistake is one error, so that they are absent is
/// not reported as well. Fields past the 128th are not remembered.
struct Meant([bool; 128]);

impl Meant {
    const fn add(&mut self, k: usize) {
        if k < self.0.len() {
            self.0[k] = true;
        }
    }

    const fn has(&self, k: usize) -> bool {
        k < self.0.len() && self.0[k]
    }
}

const fn unknown_field<const N: usize>(report: &mut Report<N>, schema: &Schema, entry: &Entry<'_>, meant: &mut Meant) {
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
const fn push_fields(message: &mut Message, schema: &Schema, typed: &str) -> Option<usize> {
    let mut best = Nearest::NONE;
    let mut list = Text::<LISTED>::EMPTY;
    let mut k = 0;
    while k < schema.fields.len() {
        let name = schema.fields[k].name;
        best.consider(typed, name, k);
        list.push(if k > 0 { ", `" } else { "`" });
        list.push(name);
        list.push("`");
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
        message.push(list.as_str());
    }
    best.index
}

/// `type = ".."` in a file whose config is known already.
const fn check_tag<const N: usize>(report: &mut Report<N>, schema: &Schema, node: &Node<'_>) {
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

/// Whether the rule reads a value that has an error of its own, or a mistyped key: those are to be mended first.
const fn reads_reported<const N: usize>(
    report: &Report<N>,
    schema: &'static Schema,
    rule: &Rule,
    node: &Node<'_>,
    meant: &Meant,
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

const fn broken_rule<const N: usize>(report: &mut Report<N>, schema: &'static Schema, rule: &Rule, node: &Node<'_>) {
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

const fn push_path(message: &mut Message, path: &[&str]) {
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
const fn secret(schema: &'static Schema, table: &Node<'_>, path: &[&str]) -> bool {
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
const fn written(schema: &'static Schema, table: &Node<'_>, path: &[&str]) -> bool {
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

// ---- Unions ----

const fn check_union<const N: usize>(
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

const fn push_tags(message: &mut Message, union: &Union, registered: &[&'static Schema]) {
    let mut list = Text::<LISTED>::EMPTY;
    let mut i = 0;
    while i < union.variants.len() + registered.len() {
        let tag = if i < union.variants.len() {
            union.variants[i].tag
        } else {
            Variant::of(registered[i - union.variants.len()]).tag
        };
        list.push(if i > 0 { ", \"" } else { "\"" });
        list.push(tag);
        list.push("\"");
        i += 1;
    }
    message.push(list.as_str());
}

// ---- Checks of the attributes themselves, made while the user's crate compiles ----

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
    let mut kind = Kind::Table(schema);
    let mut i = 0;
    while i < path.len() {
        let owner = match inner(kind) {
            Kind::Table(schema) => schema,
            // Which fields a union has depends on the document.
            Kind::Union(_) => return,
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
            let mut message = Message::EMPTY;
            message.push("the rule reads the unknown field `");
            message.push(path[i]);
            message.push("` of `");
            message.push(owner.name);
            message.push("`");
            let _ = push_fields(&mut message, owner, path[i]);
            panic!("{}", message.as_str())
        };
        kind = field.kind;
        i += 1;
    }
}

/// What is inside an `Option`.
const fn inner(kind: Kind) -> Kind {
    match kind {
        Kind::Option(kind) => inner(*kind),
        other => other,
    }
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
