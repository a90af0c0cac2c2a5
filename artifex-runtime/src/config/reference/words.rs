//! Kinds and constraints in words, for documentation: `list of 3 integers, each at least 1`.

use super::markdown::code;
use crate::config::doc::{Data, Num};
use crate::config::schema::{Bound, Constraint, Enum, Kind, Schema, Union};
use crate::config::toml_text;
use crate::config::tree::Tree;

/// Limits of the type itself that are wider than this go without saying: those of 32 bits and more are noise to a reader.
const WORTH_SAYING: i128 = 1 << 17;

/// What a type's name refers to.
#[derive(Clone, Copy, Debug)]
pub enum Named {
    /// A nested config.
    Table(&'static Schema),
    /// A union of configs.
    Union(&'static Union),
    /// A set of words.
    Enum(&'static Enum),
}

/// What a value is, in words, in Markdown. `name` says how a named type is written, normally as a link.
#[must_use]
pub fn describe(kind: &Kind, constraint: &Constraint, name: &dyn Fn(Named) -> String) -> String {
    let mut words = noun(kind, constraint, name, false);
    for detail in details(kind, constraint) {
        words.push_str(", ");
        words.push_str(&detail);
    }
    words
}

/// The kind alone; a length that is given belongs to the noun of a list: `list of 3 integers`.
fn noun(kind: &Kind, constraint: &Constraint, name: &dyn Fn(Named) -> String, plural: bool) -> String {
    let s = if plural { "s" } else { "" };
    match kind {
        Kind::Bool => format!("boolean{s}"),
        Kind::Int { .. } => format!("integer{s}"),
        Kind::Float { .. } => format!("number{s}"),
        Kind::Str => format!("string{s}"),
        Kind::Path => format!("path{s}"),
        Kind::Any if plural => "values of any kind".to_owned(),
        Kind::Any => "any value".to_owned(),
        Kind::Option(inner) => noun(inner, constraint, name, plural),
        Kind::Enum(words) => {
            let listed: Vec<_> = words.words.iter().map(|word| code(&format!("\"{}\"", word.name))).collect();
            let of = if is_documented(words) { format!("{}, ", name(Named::Enum(words))) } else { String::new() };
            format!("{of}{} {}", if plural { "each one of" } else { "one of" }, listed.join(", "))
        }
        Kind::Table(schema) => format!("{} table{s}", name(Named::Table(schema))),
        Kind::Union(union) => format!("{} table{s} with a {}", name(Named::Union(union)), code("type")),
        Kind::List { element, len } => {
            let (least, most) = match len {
                Some(len) => (Some(*len), Some(*len)),
                None => (constraint.min_len, constraint.max_len),
            };
            let count = span_of_counts(least, most).map_or(String::new(), |count| format!("{count} "));
            let each = constraint.each.unwrap_or(&Constraint::NONE);
            let plural = least != Some(1) || most.is_some_and(|most| most > 1);
            format!("list{s} of {count}{}", noun(element, each, name, plural))
        }
        Kind::Tuple(kinds) => {
            let parts: Vec<_> = kinds.iter().map(|kind| describe(kind, &Constraint::NONE, name)).collect();
            format!("list{s} of {}: {}", kinds.len(), parts.join("; "))
        }
        Kind::Map { value } => {
            let count =
                span_of_counts(constraint.min_len, constraint.max_len).map_or(String::new(), |n| format!("{n} "));
            let each = constraint.each.unwrap_or(&Constraint::NONE);
            format!("table{s} of {count}{} by name", noun(value, each, name, true))
        }
    }
}

/// Whether the words of an enum have more to say than their names.
#[must_use]
pub fn is_documented(words: &Enum) -> bool {
    !words.doc.is_empty() || words.words.iter().any(|word| !word.doc.is_empty())
}

fn span_of_counts(least: Option<usize>, most: Option<usize>) -> Option<String> {
    match (least.filter(|least| *least > 0), most) {
        (None, None) => None,
        (Some(least), Some(most)) if least == most => Some(least.to_string()),
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(most)) => Some(format!("at most {most}")),
    }
}

/// Range, length, pattern and choices of a value, then those of its elements.
fn details(kind: &Kind, constraint: &Constraint) -> Vec<String> {
    let mut out = Vec::new();
    match kind {
        Kind::Option(inner) => return details(inner, constraint),
        Kind::Int { .. } | Kind::Float { .. } => {
            // A closed set says it all, unless the author gave a range beside it.
            if constraint.one_of.is_empty() || constraint.min.is_some() || constraint.max.is_some() {
                out.extend(range(kind, constraint));
            }
        }
        Kind::Str | Kind::Path => {
            if let Some(count) = span_of_counts(constraint.min_len, constraint.max_len) {
                let one = count == "1" || count == "at least 1" || count == "at most 1";
                out.push(format!("{count} {}", if one { "character" } else { "characters" }));
            }
            out.extend(constraint.pattern.map(|pattern| format!("matching {}", code(pattern.text))));
        }
        Kind::List { element, .. } => {
            let inner = details(element, constraint.each.unwrap_or(&Constraint::NONE));
            out.extend(inner.into_iter().enumerate().map(|(k, detail)| match (k, **element) {
                (0, Kind::List { .. }) => format!("of these {detail}"),
                (0, _) => format!("each {detail}"),
                _ => detail,
            }));
        }
        Kind::Map { value } => {
            let inner = details(value, constraint.each.unwrap_or(&Constraint::NONE));
            out.extend(
                inner.into_iter().enumerate().map(|(k, detail)| if k == 0 { format!("each {detail}") } else { detail }),
            );
            let keys = details(&Kind::Str, constraint.keys.unwrap_or(&Constraint::NONE));
            out.extend(keys.into_iter().map(|detail| format!("names: {detail}")));
        }
        Kind::Bool | Kind::Enum(_) | Kind::Table(_) | Kind::Union(_) | Kind::Tuple(_) | Kind::Any => {}
    }
    if let Some(step) = &constraint.multiple_of {
        out.push(format!("a multiple of {}", step.text));
    }
    if !constraint.one_of.is_empty() {
        let allowed: Vec<_> = constraint.one_of.iter().map(value).collect();
        out.push(format!("one of {}", allowed.join(", ")));
    }
    out
}

/// The range of a number: its own limits, or those of its type where they are narrower.
fn range(kind: &Kind, constraint: &Constraint) -> Option<String> {
    let mut min = constraint.min.as_ref().map(end);
    let mut max = constraint.max.as_ref().map(end);
    if let Kind::Int { min: least, max: most, .. } = kind {
        if least.abs() < WORTH_SAYING
            && constraint.min.is_none_or(|own| own.number.value.compare(Num::Int(*least)) < Some(0))
        {
            min = Some((least.to_string(), false));
        }
        if *most < WORTH_SAYING && constraint.max.is_none_or(|own| own.number.value.compare(Num::Int(*most)) > Some(0))
        {
            max = Some((most.to_string(), false));
        }
    }
    match (min, max) {
        (None, None) => None,
        (Some((min, false)), Some((max, false))) if min == max => Some(format!("exactly {min}")),
        (Some((min, false)), Some((max, false))) => Some(format!("{min} to {max}")),
        (min, max) => {
            let min = min.map(|(end, open)| format!("{} {end}", if open { "above" } else { "at least" }));
            let max = max.map(|(end, open)| format!("{} {end}", if open { "below" } else { "at most" }));
            Some([min, max].into_iter().flatten().collect::<Vec<_>>().join(" and "))
        }
    }
}

fn end(bound: &Bound) -> (String, bool) {
    (bound.number.text.to_owned(), bound.exclusive)
}

/// A constant as it is written in a file, in a code span.
#[must_use]
pub fn value(data: &Data<'_>) -> String {
    let node = crate::config::doc::Node::new(crate::config::doc::Span::default(), *data);
    code(&toml_text::inline(&Tree::thaw(&node)))
}

#[cfg(test)]
mod tests {
    use super::{Named, describe};
    use crate::config::doc::{Data, Num, Number};
    use crate::config::schema::{Bound, Constraint};
    use crate::config::value::Value;

    const fn bound(n: i128, text: &'static str, exclusive: bool) -> Bound {
        Bound { number: Number { value: Num::Int(n), text }, exclusive }
    }

    fn words<T: Value>(constraint: &Constraint) -> String {
        let nobody = |named: Named| unreachable!("{named:?}");
        describe(&T::KIND, constraint, &nobody)
    }

    #[test]
    fn numbers() {
        const NONE: Constraint = Constraint::NONE;
        assert_eq!(words::<i64>(&NONE), "integer");
        assert_eq!(words::<u64>(&NONE), "integer, at least 0");
        assert_eq!(words::<i8>(&NONE), "integer, -128 to 127");
        assert_eq!(words::<u8>(&Constraint { min: Some(bound(1, "1", false)), ..NONE }), "integer, 1 to 255");
        assert_eq!(words::<u8>(&Constraint { min: Some(bound(-4, "-4", false)), ..NONE }), "integer, 0 to 255");
        assert_eq!(
            words::<u8>(&Constraint { max: Some(bound(9, "9", true)), ..NONE }),
            "integer, at least 0 and below 9"
        );
        assert_eq!(
            words::<f64>(&Constraint { min: Some(bound(0, "0", true)), max: Some(bound(1, "1", false)), ..NONE }),
            "number, above 0 and at most 1"
        );
        let exactly = Constraint { min: Some(bound(2, "2", false)), max: Some(bound(2, "2", false)), ..NONE };
        assert_eq!(words::<f64>(&exactly), "number, exactly 2");
        assert_eq!(words::<Option<bool>>(&NONE), "boolean");
    }

    #[test]
    fn lists_and_texts() {
        const NONE: Constraint = Constraint::NONE;
        const ABOVE: Constraint = Constraint { min: Some(bound(1, "1", false)), ..NONE };
        const INNER: Constraint = Constraint { each: Some(&ABOVE), ..NONE };
        const ODD: Constraint = Constraint { one_of: &[Data::Str("a|b"), Data::Str("c")], ..NONE };
        assert_eq!(words::<Vec<u64>>(&INNER), "list of integers, each at least 1");
        assert_eq!(words::<Vec<f64>>(&Constraint { min_len: Some(1), ..NONE }), "list of at least 1 number");
        assert_eq!(
            words::<Vec<f64>>(&Constraint { min_len: Some(1), max_len: Some(3), ..NONE }),
            "list of 1 to 3 numbers"
        );
        assert_eq!(words::<[f64; 1]>(&NONE), "list of 1 number");
        assert_eq!(words::<Vec<[bool; 2]>>(&NONE), "list of lists of 2 booleans");
        assert_eq!(
            words::<Vec<Vec<i64>>>(&Constraint { each: Some(&INNER), ..NONE }),
            "list of lists of integers, of these each at least 1"
        );
        assert_eq!(
            words::<Vec<String>>(&Constraint { each: Some(&ODD), ..NONE }),
            "list of strings, each one of `\"a|b\"`, `\"c\"`"
        );
        assert_eq!(words::<String>(&Constraint { min_len: Some(1), ..NONE }), "string, at least 1 character");
        assert_eq!(words::<String>(&Constraint { max_len: Some(9), ..NONE }), "string, at most 9 characters");
    }
}
