//! Values that a config may have, made up to try its cost function while the crate compiles.

use crate::config::doc::{Data, Num, Number};
use crate::config::schema::{Constraint, Kind, Schema};

/// Most samples of a config that are tried.
const MOST: usize = 16;
/// How deep configs are looked into: a recursive one has no bottom.
const DEEPEST: usize = 6;

/// How many samples show every word of every enum, and every config of every union, of a config: at least two, for what is
/// either set or not.
#[must_use]
pub const fn samples(schema: &'static Schema) -> usize {
    choices(schema, 0)
}

const fn choices(schema: &'static Schema, depth: usize) -> usize {
    let (mut most, mut i) = (2, 0);
    while i < schema.fields.len() && depth < DEEPEST {
        most = larger(most, choices_of(&schema.fields[i].kind, depth));
        i += 1;
    }
    if most < MOST { most } else { MOST }
}

const fn choices_of(kind: &'static Kind, depth: usize) -> usize {
    match kind {
        Kind::Option(inner) => choices_of(inner, depth),
        Kind::List { element, .. } => choices_of(element, depth),
        Kind::Enum(words) => words.words.len(),
        Kind::Table(schema) => choices(schema, depth + 1),
        Kind::Union(union) => {
            let (mut most, mut i) = (union.variants.len(), 0);
            while i < union.variants.len() {
                most = larger(most, choices(union.variants[i].schema, depth + 1));
                i += 1;
            }
            most
        }
        _ => 0,
    }
}

const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// Whether values of the kind differ between samples, so that a default is only one of them.
pub(super) const fn varies(kind: &Kind) -> bool {
    matches!(kind, Kind::Bool | Kind::Enum(_) | Kind::Table(_) | Kind::Union(_) | Kind::Option(_))
}

/// A whole number that the constraint allows, near 1.
pub(super) const fn int(min: i128, max: i128, constraint: &Constraint, k: usize) -> i128 {
    if let Some(Number { value, .. }) = nth(constraint, k)
        && let Some(n) = value.as_int()
    {
        return n;
    }
    let mut n = if min > 1 { min } else { 1 };
    if let Some(bound) = &constraint.min {
        let least = ceil(bound.number.value);
        // Above an exclusive end that is whole.
        let least =
            if bound.exclusive && bound.number.value.as_int().is_some() { least.saturating_add(1) } else { least };
        n = if least > n { least } else { n };
    }
    if let Some(step) = &constraint.multiple_of
        && let Some(step) = step.value.as_int()
        && step > 0
        && n % step != 0
    {
        n = n.saturating_add(step - n % step);
    }
    let mut most = max;
    if let Some(bound) = &constraint.max {
        // The whole number at or below the end, and below it where the end itself is outside.
        let end = match bound.number.value.as_int() {
            Some(end) if bound.exclusive => end.saturating_sub(1),
            Some(end) => end,
            None => ceil(bound.number.value).saturating_sub(1),
        };
        most = if end < most { end } else { most };
    }
    if n > most { most } else { n }
}

#[expect(clippy::cast_possible_truncation, reason = "a conversion of a float to an integer saturates")]
const fn ceil(number: Num) -> i128 {
    match number {
        Num::Int(n) => n,
        Num::Float(x) => x.ceil() as i128,
    }
}

/// A number that the constraint allows.
pub(super) const fn float(constraint: &Constraint, k: usize) -> f64 {
    if let Some(number) = nth(constraint, k) {
        return number.value.as_f64();
    }
    match (&constraint.min, &constraint.max) {
        (Some(min), Some(max)) => f64::midpoint(min.number.value.as_f64(), max.number.value.as_f64()),
        (Some(min), None) => min.number.value.as_f64() + 1.0,
        (None, Some(max)) => max.number.value.as_f64() - 1.0,
        (None, None) => 1.0,
    }
}

/// The `k`-th number of `one_of`.
const fn nth(constraint: &Constraint, k: usize) -> Option<Number<'static>> {
    if constraint.one_of.is_empty() {
        return None;
    }
    match constraint.one_of[k % constraint.one_of.len()] {
        Data::Num(number) => Some(number),
        _ => None,
    }
}

/// A string that `one_of` allows, else the empty one.
pub(super) const fn text(constraint: &Constraint, k: usize) -> &'static str {
    if constraint.one_of.is_empty() {
        return "";
    }
    match constraint.one_of[k % constraint.one_of.len()] {
        Data::Str(text) => text,
        _ => "",
    }
}

/// The length of a list: two, or as near to it as the constraint allows.
pub(super) const fn len(constraint: &Constraint) -> usize {
    match (constraint.min_len, constraint.max_len) {
        (Some(min), _) if min > 2 => min,
        (_, Some(max)) if max < 2 => max,
        _ => 2,
    }
}
