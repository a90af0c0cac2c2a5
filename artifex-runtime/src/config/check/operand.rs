//! Checks of what a rule does with its fields, made while the user's crate compiles: a rule over values of the wrong kind would
//! be unknown for every document, and never fail.

use super::asserts::{kind_of, unknown_word};
use super::broken_rule::push_path;
use super::message::{Message, push_index};
use crate::config::doc::Data;
use crate::config::rule::Expr;
use crate::config::schema::{Kind, Schema};
use crate::config::text::same;

/// What an operator or a function of a rule takes.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    /// `true` or `false`.
    Condition,
    /// A number.
    Number,
    /// A list of numbers.
    Numbers,
    /// A list.
    List,
    /// A list or a map.
    Items,
    /// Whatever has a length.
    Sized,
}

impl Wanted {
    const fn plural(self) -> &'static str {
        match self {
            Self::Condition => "conditions",
            Self::Number => "numbers",
            Self::Numbers => "a list of numbers",
            Self::List => "a list",
            Self::Items => "a list or a map",
            Self::Sized => "a list, a map or a string",
        }
    }

    const fn accepts(self, kind: Kind) -> bool {
        match self {
            Self::Condition => matches!(kind, Kind::Bool),
            Self::Number => matches!(kind, Kind::Int { .. } | Kind::Float { .. }),
            Self::List | Self::Numbers => matches!(kind, Kind::List { .. } | Kind::Tuple(_)),
            Self::Items => matches!(kind, Kind::List { .. } | Kind::Tuple(_) | Kind::Map { .. }),
            Self::Sized => matches!(
                kind,
                Kind::List { .. } | Kind::Tuple(_) | Kind::Map { .. } | Kind::Str | Kind::Path | Kind::Enum(_)
            ),
        }
    }
}

/// Fails the build if `by`, an operator or a function of a rule, cannot take the operand: a field, an element of a field, or
/// `v`, where `list` is what `all` goes through. The derive calls it, spanned at the operand.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_operand(
    schema: &'static Schema,
    by: &str,
    wanted: Wanted,
    operand: &Expr,
    list: Option<&'static Expr>,
) {
    let Some(kind) = operand_kind(schema, operand, list) else { return };
    let mut message = Message::EMPTY;
    if !wanted.accepts(kind) {
        push_operand(&mut message, operand);
        message.push(" holds ");
        message.push(kind.noun());
    } else if matches!(wanted, Wanted::Numbers)
        && let Some(other) = no_number(kind)
    {
        message.push("an element of ");
        push_operand(&mut message, operand);
        message.push(" is ");
        message.push(other.noun());
    } else {
        return;
    }
    message.push("; ");
    message.push(by);
    // The whole rule is named by what it is.
    message.push(if same(by, "a rule") { " is a condition" } else { " takes " });
    if !same(by, "a rule") {
        message.push(wanted.plural());
    }
    panic!("{}", message.as_str())
}

/// Fails the build if two sides of a comparison, operands or literals, can never be equal. The derive calls it, spanned at the
/// comparison.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_comparable(schema: &'static Schema, left: &Expr, right: &Expr, list: Option<&'static Expr>) {
    let (Some(a), Some(b)) = (operand_kind(schema, left, list), operand_kind(schema, right, list)) else { return };
    assert_word(left, a, right);
    assert_word(right, b, left);
    let mut message = Message::EMPTY;
    // A literal has no name; what it is compared with does.
    let (subject, kind, other, other_kind) =
        if let Expr::Literal(_) = left { (right, b, left, a) } else { (left, a, right, b) };
    if is_table(kind) || is_table(other_kind) {
        push_operand(&mut message, if is_table(kind) { subject } else { other });
        message.push(" holds a table; tables are not compared");
        panic!("{}", message.as_str())
    }
    if comparable(kind, other_kind) {
        return;
    }
    push_operand(&mut message, subject);
    message.push(" holds ");
    message.push(kind.noun());
    if let Expr::Literal(_) = other {
        message.push(", which is never ");
        message.push(other_kind.noun());
    } else {
        message.push(" and ");
        push_operand(&mut message, other);
        message.push(" ");
        message.push(other_kind.noun());
        message.push("; the two are never equal");
    }
    panic!("{}", message.as_str())
}

/// Fails the build if a rule looks for a value in what is neither a list nor a map. The derive calls it, spanned at the
/// path.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_collection(schema: &'static Schema, path: &[&str]) {
    let Some(kind) = kind_of(schema, path) else { return };
    let kind = inner(kind);
    if !matches!(kind, Kind::List { .. } | Kind::Tuple(_) | Kind::Map { .. } | Kind::Any) {
        let mut message = Message::EMPTY;
        message.push("`");
        push_path(&mut message, path);
        message.push("` holds ");
        message.push(kind.noun());
        message.push("; `in` takes a list or a map");
        panic!("{}", message.as_str())
    }
}

/// Fails the build if the list or map at `path` never holds the needle. The derive calls it, spanned at the needle.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_needle(schema: &'static Schema, needle: &Expr, path: &[&str], list: Option<&'static Expr>) {
    let (Some(found), Some(collection)) = (operand_kind(schema, needle, list), look_up(schema, path)) else { return };
    let mut message = Message::EMPTY;
    let wanted = match collection {
        Kind::Map { .. } => Kind::Str,
        _ => match elements(collection) {
            Some(kind) => kind,
            None => return,
        },
    };
    if comparable(found, wanted) {
        return;
    }
    if let Expr::Literal(_) = needle {
        message.push("this is ");
    } else {
        push_operand(&mut message, needle);
        message.push(" holds ");
    }
    message.push(found.noun());
    message.push(if let Kind::Map { .. } = collection { "; a key of `" } else { "; an element of `" });
    push_path(&mut message, path);
    message.push("` is ");
    message.push(wanted.noun());
    panic!("{}", message.as_str())
}

/// Fails the build if a rule reads an element that a list cannot have. The derive calls it, spanned at the element.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_element(schema: &'static Schema, operand: &Expr, k: usize, list: Option<&'static Expr>) {
    let Some(kind) = operand_kind(schema, operand, list) else { return };
    let mut message = Message::EMPTY;
    push_operand(&mut message, operand);
    let len = match kind {
        Kind::List { len: Some(len), .. } => len,
        Kind::Tuple(kinds) => kinds.len(),
        Kind::List { len: None, .. } => return,
        _ => {
            message.push(" holds ");
            message.push(kind.noun());
            message.push(" and has no elements");
            panic!("{}", message.as_str())
        }
    };
    if k >= len {
        message.push(" has no `");
        push_name(&mut message, operand);
        push_index(&mut message, Some(k));
        message.push("`: it has ");
        message.push_int(len as i128);
        message.push(if len == 1 { " element" } else { " elements" });
        message.push(", counted from 0");
        panic!("{}", message.as_str())
    }
}

/// A word that an enum does not have is never its value.
#[track_caller]
const fn assert_word(operand: &Expr, kind: Kind, literal: &Expr) {
    let (Kind::Enum(words), Expr::Literal(Data::Str(word))) = (kind, literal) else { return };
    let mut k = 0;
    while k < words.words.len() {
        if same(words.words[k].name, word) {
            return;
        }
        k += 1;
    }
    let mut name = Message::EMPTY;
    push_name(&mut name, operand);
    panic!("{}", unknown_word(name.as_str(), words, word).as_str())
}

/// What an operand is worth, without `Option`; `None` if that depends on the document.
const fn operand_kind(schema: &'static Schema, operand: &Expr, list: Option<&'static Expr>) -> Option<Kind> {
    match kind_in_schema(schema, operand, list) {
        Some(Kind::Any) => None,
        known => known,
    }
}

const fn kind_in_schema(schema: &'static Schema, operand: &Expr, list: Option<&'static Expr>) -> Option<Kind> {
    match operand {
        Expr::Literal(Data::Bool(_)) => Some(Kind::Bool),
        Expr::Literal(Data::Num(_)) => Some(Kind::Float { name: "f64", max: f64::MAX }),
        Expr::Literal(Data::Str(_)) => Some(Kind::Str),
        Expr::Path(path) => look_up(schema, path),
        Expr::Element => match list {
            Some(list) => match operand_kind(schema, list, None) {
                Some(kind) => elements(kind),
                None => None,
            },
            None => None,
        },
        Expr::Index(of, k) => match operand_kind(schema, of, list) {
            Some(Kind::Tuple(kinds)) if *k < kinds.len() => Some(inner(kinds[*k])),
            Some(Kind::List { element, .. }) => Some(inner(*element)),
            _ => None,
        },
        _ => None,
    }
}

/// What the field at `path` holds; `None` if there is no such field, which is an error of its own, or if it depends on the
/// document.
const fn look_up(schema: &'static Schema, path: &[&str]) -> Option<Kind> {
    let mut kind = Kind::Table(schema);
    let mut i = 0;
    while i < path.len() {
        let Kind::Table(owner) = kind else { return None };
        let Some(field) = owner.field(path[i]) else { return None };
        kind = inner(field.kind);
        i += 1;
    }
    Some(kind)
}

/// What all elements of a list or all values of a map are.
const fn elements(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::List { element, .. } => Some(inner(*element)),
        Kind::Map { value } => Some(inner(*value)),
        Kind::Tuple(kinds) => {
            let mut k = 1;
            while k < kinds.len() {
                if !comparable(inner(kinds[0]), inner(kinds[k])) {
                    return None;
                }
                k += 1;
            }
            if kinds.is_empty() { None } else { Some(inner(kinds[0])) }
        }
        _ => None,
    }
}

/// What an element of a list is, if it is no number.
const fn no_number(list: Kind) -> Option<Kind> {
    let (mut k, mut kinds): (usize, &[Kind]) = (0, &[]);
    match list {
        Kind::Tuple(all) => kinds = all,
        Kind::List { element, .. } => kinds = std::slice::from_ref(element),
        _ => {}
    }
    while k < kinds.len() {
        let kind = inner(kinds[k]);
        if !Wanted::Number.accepts(kind) && !matches!(kind, Kind::Any) {
            return Some(kind);
        }
        k += 1;
    }
    None
}

/// Whether values of two kinds can be equal.
const fn comparable(a: Kind, b: Kind) -> bool {
    match (a, b) {
        (Kind::Any, _)
        | (_, Kind::Any)
        | (Kind::Int { .. } | Kind::Float { .. }, Kind::Int { .. } | Kind::Float { .. })
        | (Kind::Bool, Kind::Bool)
        | (Kind::Str | Kind::Path | Kind::Enum(_), Kind::Str | Kind::Path | Kind::Enum(_)) => true,
        (Kind::List { .. } | Kind::Tuple(_), Kind::List { .. } | Kind::Tuple(_)) => {
            match (elements(a), elements(b)) {
                (Some(a), Some(b)) => comparable(a, b),
                // Whether they are depends on the place.
                _ => true,
            }
        }
        _ => false,
    }
}

const fn is_table(kind: Kind) -> bool {
    matches!(kind, Kind::Table(_) | Kind::Union(_) | Kind::Map { .. })
}

/// What is inside an `Option`.
pub(super) const fn inner(kind: Kind) -> Kind {
    match kind {
        Kind::Option(kind) => inner(*kind),
        other => other,
    }
}

const fn push_operand(message: &mut Message, operand: &Expr) {
    message.push("`");
    push_name(message, operand);
    message.push("`");
}

const fn push_name(message: &mut Message, operand: &Expr) {
    match operand {
        Expr::Path(path) => push_path(message, path),
        Expr::Index(list, k) => {
            push_name(message, list);
            push_index(message, Some(*k));
        }
        _ => message.push("v"),
    }
}
