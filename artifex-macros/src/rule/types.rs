//! What an expression can be worth, as far as that is known without the fields.

use super::{Expr, Kind, Operator};
use crate::document::Data;
use crate::errors::Errors;

/// What an expression can be worth. What a field holds is not known here; the library knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Depends on the field.
    Any,
    /// A condition.
    Condition,
    /// A number.
    Number,
    /// A string.
    Text,
}

impl Type {
    const fn noun(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Condition => "a condition",
            Self::Number => "a number",
            Self::Text => "a string",
        }
    }
}

/// The type of an expression. A rule that is always unknown would never be broken, so every mistake is an error.
pub fn type_of(expr: &Expr, errors: &mut Errors) -> Type {
    match &expr.kind {
        Kind::Literal(Data::Bool(_)) | Kind::IsSet(_) => Type::Condition,
        Kind::Literal(Data::Number(_)) => Type::Number,
        Kind::Literal(Data::Text(_)) => Type::Text,
        Kind::Literal(_) | Kind::Path(_) | Kind::Element | Kind::Index(..) => Type::Any,
        Kind::Paren(inner) => type_of(inner, errors),
        Kind::Not(inner) => {
            expect(inner, Type::Condition, "`!`", errors);
            Type::Condition
        }
        Kind::Negate(inner) => {
            expect(inner, Type::Number, "`-`", errors);
            Type::Number
        }
        Kind::Len(list) => {
            let found = type_of(list, errors);
            if matches!(found, Type::Condition | Type::Number) {
                errors.add(list.range, format!("`len` takes a list or a string, this is {}", found.noun()));
            }
            Type::Number
        }
        Kind::Sum(list) | Kind::Product(list) => {
            expect_list(list, errors);
            Type::Number
        }
        Kind::All(list, condition) => {
            expect_list(list, errors);
            expect(condition, Type::Condition, "`all`", errors);
            Type::Condition
        }
        Kind::Unique(lists) => {
            for list in lists {
                expect_list(list, errors);
            }
            Type::Condition
        }
        Kind::Within(needle, _) => {
            type_of(needle, errors);
            Type::Condition
        }
        Kind::In(needle, list) => {
            let needle = type_of(needle, errors);
            for item in list {
                let found = type_of(item, errors);
                if needle != Type::Any && found != Type::Any && found != needle {
                    errors.add(item.range, format!("{} is never {}", capital(needle.noun()), found.noun()));
                }
            }
            Type::Condition
        }
        Kind::When(condition, rule) => {
            expect(condition, Type::Condition, "`when`", errors);
            expect(rule, Type::Condition, "`when`", errors);
            Type::Condition
        }
        Kind::Binary(operator, left, right) => {
            let name = format!("`{}`", operator.text());
            match operator {
                Operator::Or | Operator::And => {
                    expect(left, Type::Condition, &name, errors);
                    expect(right, Type::Condition, &name, errors);
                    Type::Condition
                }
                Operator::Equal | Operator::NotEqual => {
                    let (a, b) = (type_of(left, errors), type_of(right, errors));
                    if a != Type::Any && b != Type::Any && a != b {
                        errors.add(left.range.to(right.range), format!("{} is never {}", capital(a.noun()), b.noun()));
                    }
                    Type::Condition
                }
                Operator::Less | Operator::LessEqual | Operator::Greater | Operator::GreaterEqual => {
                    expect(left, Type::Number, &name, errors);
                    expect(right, Type::Number, &name, errors);
                    Type::Condition
                }
                _ => {
                    expect(left, Type::Number, &name, errors);
                    expect(right, Type::Number, &name, errors);
                    Type::Number
                }
            }
        }
    }
}

fn expect(expr: &Expr, wanted: Type, by: &str, errors: &mut Errors) {
    let found = type_of(expr, errors);
    if found != Type::Any && found != wanted {
        errors.add(expr.range, format!("{by} takes {}, this is {}", plural(wanted), found.noun()));
    }
}

fn expect_list(list: &Expr, errors: &mut Errors) {
    let found = type_of(list, errors);
    if found != Type::Any {
        errors.add(list.range, format!("expected a list, this is {}", found.noun()));
    }
}

const fn plural(of: Type) -> &'static str {
    match of {
        Type::Any => "values",
        Type::Condition => "conditions",
        Type::Number => "numbers",
        Type::Text => "strings",
    }
}

fn capital(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::type_of;
    use crate::errors::Errors;
    use crate::rule::Rule;

    #[test]
    fn types_that_never_fit() {
        for (source, expected) in [
            ("a < \"x\"", "`<` takes numbers, this is a string"),
            ("1 == \"x\"", "A number is never a string"),
            ("a && b + 1", "`&&` takes conditions, this is a number"),
            ("len(a == b) > 1", "`len` takes a list or a string, this is a condition"),
            ("unique(a, b + 1)", "expected a list, this is a number"),
        ] {
            let mut errors = Errors::default();
            type_of(&parse(source).expr, &mut errors);
            assert_eq!(errors.messages(), [expected], "{source}");
        }
        let mut errors = Errors::default();
        type_of(&parse("a == b && c in [d, 1] && all(x, v) && e && f[0] && g in h && unique(i)").expr, &mut errors);
        assert!(errors.is_empty());
    }

    fn parse(source: &str) -> Rule {
        syn::parse_str(source).unwrap()
    }
}
