//! One value compared with a constant: the keywords that say it of a value of the right kind.

use super::form::Form;
use super::{Claim, Sense};
use crate::config::doc::{Num, Number};
use crate::config::json_schema::{int, number};
use crate::config::rule::{Operator, Val};
use crate::config::schema::Kind;
use serde_json::{Value as Json, json};

/// What is compared.
#[derive(Clone, Copy)]
pub(super) enum Measure {
    /// The value.
    Itself,
    /// Its number of elements, entries or characters.
    Length,
    /// The rest of a division by this.
    Remainder(i128),
}

/// What is known of a value: the condition on one of this kind.
pub(super) fn compared(kind: &Kind, measure: Measure, operator: Operator, constant: Val<'_>, sense: Sense) -> Claim {
    if let Kind::Any = kind {
        return Claim::UNSAID;
    }
    if !is_comparable(kind, measure, constant) {
        return Claim::decided(sense.holds(None));
    }
    match (measure, constant) {
        (Measure::Itself, Val::Num(n)) => of_number(operator, n),
        (Measure::Itself, Val::Str(text)) => match operator {
            Operator::Equal => Claim::exact(Form::is(json!({ "const": text }))),
            Operator::NotEqual => Claim::exact(Form::is(json!({ "const": text })).not()),
            _ => Claim::decided(sense.holds(None)),
        },
        (Measure::Length, Val::Num(n)) => of_length(kind, operator, n),
        (Measure::Remainder(step), Val::Num(n)) => of_remainder(kind, step, operator, n, sense),
        _ => Claim::UNSAID,
    }
}

/// Whether the evaluator compares such a value with such a constant.
pub(super) fn is_comparable(kind: &Kind, measure: Measure, constant: Val<'_>) -> bool {
    match (measure, kind) {
        (Measure::Itself, Kind::Str | Kind::Path | Kind::Enum(_)) => matches!(constant, Val::Str(_)),
        (Measure::Itself | Measure::Remainder(_), Kind::Int { .. } | Kind::Float { .. }) => {
            matches!(constant, Val::Num(_))
        }
        // Two of them are compared as conditions are.
        (Measure::Itself, Kind::Bool) => matches!(constant, Val::Bool(_)),
        (
            Measure::Length,
            Kind::Str
            | Kind::Path
            | Kind::Enum(_)
            | Kind::List { .. }
            | Kind::Tuple(_)
            | Kind::Map { .. }
            | Kind::Table(_)
            | Kind::Union(_),
        ) => matches!(constant, Val::Num(_)),
        _ => false,
    }
}

fn of_number(operator: Operator, n: Num) -> Claim {
    let Some(limit) = constant_json(Val::Num(n)) else { return Claim::UNSAID };
    let form = match operator {
        Operator::Less => Form::is(json!({ "exclusiveMaximum": limit })),
        Operator::LessEqual => Form::is(json!({ "maximum": limit })),
        Operator::Greater => Form::is(json!({ "exclusiveMinimum": limit })),
        Operator::GreaterEqual => Form::is(json!({ "minimum": limit })),
        Operator::Equal if is_plain(&limit) => Form::is(json!({ "const": limit })),
        Operator::Equal => Form::is(json!({ "minimum": limit, "maximum": limit })),
        Operator::NotEqual if is_plain(&limit) => Form::is(json!({ "const": limit })).not(),
        Operator::NotEqual => Form::is(json!({ "type": "number", "minimum": limit, "maximum": limit })).not(),
        _ => return Claim::UNSAID,
    };
    Claim::exact(form)
}

/// A length compared: one of whole numbers from zero.
fn of_length(kind: &Kind, operator: Operator, n: Num) -> Claim {
    let (least, most, name) = match kind {
        Kind::Str | Kind::Path | Kind::Enum(_) => ("minLength", "maxLength", "string"),
        Kind::List { .. } | Kind::Tuple(_) => ("minItems", "maxItems", "array"),
        _ => ("minProperties", "maxProperties", "object"),
    };
    // Lengths beyond are none.
    let Some(whole) = n.as_int().filter(|n| (-1..=i128::from(u32::MAX)).contains(n)) else { return Claim::UNSAID };
    let at_least = |n: i128| if n <= 0 { Form::Always } else { Form::is(json!({ least: int(n) })) };
    let at_most = |n: i128| if n < 0 { Form::Never } else { Form::is(json!({ most: int(n) })) };
    Claim::exact(match operator {
        Operator::Less => at_most(whole - 1),
        Operator::LessEqual => at_most(whole),
        Operator::Greater => at_least(whole + 1),
        Operator::GreaterEqual => at_least(whole),
        Operator::Equal => at_least(whole).and(at_most(whole)),
        Operator::NotEqual if whole < 0 => Form::Always,
        Operator::NotEqual if whole == 0 => at_least(1),
        Operator::NotEqual => Form::is(json!({ "type": name, least: int(whole), most: int(whole) })).not(),
        _ => return Claim::UNSAID,
    })
}

/// `x % step == n` and `!=`. The rest has the sign of `x`.
fn of_remainder(kind: &Kind, step: i128, operator: Operator, n: Num, sense: Sense) -> Claim {
    let Kind::Int { min, .. } = kind else { return Claim::UNSAID };
    let (Some(step), equal) = (step.checked_abs(), operator == Operator::Equal) else { return Claim::UNSAID };
    if step == 0 {
        return Claim::decided(sense.holds(None));
    }
    let (Operator::Equal | Operator::NotEqual, Some(rest)) = (operator, n.as_int()) else { return Claim::UNSAID };
    let multiple = json!({ "multipleOf": int(step) });
    let odd = json!({ "not": { "type": "integer", "multipleOf": int(step) } });
    Claim::exact(match (rest, step, equal) {
        _ if int(step).is_null() => return Claim::UNSAID,
        (0, _, true) => Form::is(multiple),
        (0, _, false) => Form::is(odd),
        (rest, step, equal) if rest.abs() >= step || rest < 0 && *min >= 0 => Form::of(!equal),
        (1, 2, true) if *min >= 0 => Form::is(odd),
        (1, 2, false) if *min >= 0 => Form::is(multiple),
        (1, 2, true) => Form::is(odd).and(Form::is(json!({ "exclusiveMinimum": 0 }))),
        (-1, 2, true) => Form::is(odd).and(Form::is(json!({ "exclusiveMaximum": 0 }))),
        (1, 2, false) => Form::any([Form::is(multiple), Form::is(json!({ "maximum": 0 }))]),
        (-1, 2, false) => Form::any([Form::is(multiple), Form::is(json!({ "minimum": 0 }))]),
        _ => return Claim::UNSAID,
    })
}

/// Whether validators agree on what equals a constant: beyond 2^53 some compare floats.
pub(super) fn is_plain(constant: &Json) -> bool {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    constant.as_f64().is_none_or(|x| x.abs() < EXACT)
}

/// A constant as JSON; nothing if it has no number as large.
pub(super) fn constant_json(constant: Val<'_>) -> Option<Json> {
    match constant {
        Val::Bool(value) => Some(value.into()),
        Val::Str(text) => Some(text.into()),
        Val::Num(value) => Some(number(&Number { value, text: "" })).filter(|number| !number.is_null()),
        _ => None,
    }
}

/// The operator with its sides exchanged.
pub(super) const fn mirrored(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessEqual => Operator::GreaterEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterEqual => Operator::LessEqual,
        other => other,
    }
}

/// The comparison that is true where this one is false.
pub(super) const fn negated(operator: Operator) -> Option<Operator> {
    Some(match operator {
        Operator::Equal => Operator::NotEqual,
        Operator::NotEqual => Operator::Equal,
        Operator::Less => Operator::GreaterEqual,
        Operator::LessEqual => Operator::Greater,
        Operator::Greater => Operator::LessEqual,
        Operator::GreaterEqual => Operator::Less,
        _ => return None,
    })
}
