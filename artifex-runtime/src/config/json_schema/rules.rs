//! Rules as JSON Schema, where it can say them: conditions on single values, joined by `&&`, `||`, `!`, `when` and `all`.
//!
//! A rule is evaluated with three outcomes: an expression over a value that is not there is unknown, and an unknown rule is
//! not broken. A schema has two, so each expression is translated in one of four [senses](Sense); a rule stands in the schema
//! in the sense "perhaps true". An absent key is judged by the evaluator itself, which knows the defaults.
//!
//! The translation need only hold for documents without other mistakes, since the schema refuses those in any case. What
//! cannot be said (two values compared, sums) is left out of it: then the schema accepts more than the rule does, never less.
//!
//! There is no `dependentRequired`: it asks for keys, and a field that may be absent may also be `null`.

mod compare;
mod form;
mod place;
#[cfg(test)]
mod tests;

use crate::config::doc::{Data, Node, Span};
use crate::config::rule::{Expr, Operator, Rule, Val, eval};
use crate::config::schema::{Kind, Presence, Schema};
use compare::{Measure, compared, constant_json, is_comparable, is_plain, mirrored, negated};
use form::Form;
pub(super) use place::type_of;
use place::{Leaf, at_element};
use serde_json::{Map, Value as Json, json};

/// The keyword with what to say where a rule does not hold.
pub(super) const MESSAGE: &str = "x-error-message";

/// What JSON Schema can say of a rule about a table of `schema`; nothing if that is nothing.
pub(super) fn condition(rule: &Rule, schema: &'static Schema) -> Option<Json> {
    let form = Scope { schema, element: None }.claim(&rule.expr, Sense { value: true, certain: false }).form;
    let condition = match form {
        Form::Always => return None,
        Form::Never => Map::from_iter([("not".to_owned(), json!({}))]),
        Form::Is(condition) => condition,
    };
    let broken = format!("rule `{}` of `{}` does not hold", rule.text, schema.name);
    let message = rule.message.map_or_else(|| broken.clone(), |message| format!("{message} ({broken})"));
    Some(Map::from_iter([(MESSAGE.to_owned(), message.into())]).into_iter().chain(condition).collect())
}

/// What is asked about an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sense {
    /// Whether it is true, or whether it is false.
    value: bool,
    /// Whether it certainly is, or perhaps: an unknown one is both perhaps.
    certain: bool,
}

impl Sense {
    /// Certainly true.
    const TRUE: Self = Self { value: true, certain: true };
    /// Certainly false.
    const FALSE: Self = Self { value: false, certain: true };

    /// The same of the opposite expression.
    const fn flipped(self) -> Self {
        Self { value: !self.value, ..self }
    }

    /// Where this does not hold.
    const fn opposite(self) -> Self {
        Self { value: !self.value, certain: !self.certain }
    }

    /// The answer for an expression that was evaluated.
    const fn holds(self, verdict: Option<bool>) -> bool {
        match verdict {
            Some(value) => value == self.value,
            None => !self.certain,
        }
    }
}

/// A translated expression.
struct Claim {
    form: Form,
    /// Whether it says all that the expression says. Else it is met by more.
    exact: bool,
}

impl Claim {
    /// Of what JSON Schema cannot say.
    const UNSAID: Self = Self { form: Form::Always, exact: false };

    const fn exact(form: Form) -> Self {
        Self { form, exact: true }
    }

    const fn decided(met: bool) -> Self {
        Self::exact(Form::of(met))
    }

    fn and(self, other: Self) -> Self {
        Self { form: self.form.and(other.form), exact: self.exact && other.exact }
    }

    fn any(self, other: Self) -> Self {
        Self { form: Form::any([self.form, other.form]), exact: self.exact && other.exact }
    }

    /// `then` where `condition` is met, else `otherwise`.
    fn when(condition: Self, then: Self, otherwise: Self) -> Self {
        if !condition.exact {
            return Self::UNSAID;
        }
        Self { form: Form::when(condition.form, then.form, otherwise.form), exact: then.exact && otherwise.exact }
    }
}

/// What expressions are about.
#[derive(Clone, Copy)]
struct Scope {
    /// The config that the rule belongs to.
    schema: &'static Schema,
    /// What `v` is, inside `all`. There the fields cannot be read.
    element: Option<&'static Kind>,
}

impl Scope {
    fn claim(&self, expr: &Expr, sense: Sense) -> Claim {
        if let Some(value) = self.constant(expr) {
            return Claim::decided(sense.holds(truth(value)));
        }
        match expr {
            Expr::Path(_) | Expr::Element | Expr::Index(..) => self.at(expr, expr, sense, &|kind| match kind {
                Kind::Bool => Claim::exact(Form::is(json!({ "const": sense.value }))),
                Kind::Any => Claim::UNSAID,
                _ => Claim::decided(sense.holds(None)),
            }),
            Expr::Not(inner) => self.claim(inner, sense.flipped()),
            Expr::Binary(Operator::And, left, right) if sense.value => {
                self.claim(left, sense).and(self.claim(right, sense))
            }
            // Not both: where there is the one, there is not the other.
            Expr::Binary(Operator::And, left, right) => {
                Claim::when(self.claim(left, sense.opposite()), self.claim(right, sense), Claim::decided(true))
            }
            Expr::Binary(Operator::Or, left, right) if sense.value => {
                self.claim(left, sense).any(self.claim(right, sense))
            }
            Expr::Binary(Operator::Or, left, right) => self.claim(left, sense).and(self.claim(right, sense)),
            Expr::Binary(Operator::Equal | Operator::NotEqual, left, right) if self.are_conditions(left, right) => {
                self.equivalence(expr, left, right, sense)
            }
            Expr::Binary(operator, left, right) => self.comparison(expr, *operator, left, right, sense),
            Expr::All(list, condition) => self.at(expr, list, sense, &|kind| self.elements(kind, condition, sense)),
            Expr::In(needle, list) => self.membership(expr, needle, list, sense),
            Expr::Unique([list]) => self.at(expr, list, sense, &|kind| unique(kind, sense)),
            Expr::IsSet(path) if self.element.is_none() => {
                self.at_path(&Leaf { expr, sense, test: &|_| Claim::decided(sense.value) }, path)
            }
            Expr::IsSet(_) | Expr::Unique(_) | Expr::Within(..) => Claim::UNSAID,
            Expr::When(condition, rule) => self.implication(condition, rule, sense),
            // No condition, so it is neither true nor false.
            Expr::Literal(_) | Expr::Negate(_) | Expr::Len(_) | Expr::Sum(_) | Expr::Product(_) => {
                Claim::decided(sense.holds(None))
            }
        }
    }

    /// `when(condition, rule)`: unknown with its condition, even if the rule holds.
    fn implication(&self, condition: &Expr, rule: &Expr, sense: Sense) -> Claim {
        let asked = self.claim(condition, Sense::TRUE);
        match (sense.value, sense.certain) {
            (true, true) => Claim::when(asked, self.claim(rule, sense), self.claim(condition, Sense::FALSE)),
            (true, false) => Claim::when(asked, self.claim(rule, sense), Claim::decided(true)),
            (false, true) => asked.and(self.claim(rule, sense)),
            (false, false) => {
                let perhaps = self.claim(condition, Sense::FALSE.opposite());
                perhaps.and(Claim::when(asked, self.claim(rule, sense), Claim::decided(true)))
            }
        }
    }

    /// `left == right` or `left != right` of conditions.
    fn equivalence(&self, expr: &Expr, left: &Expr, right: &Expr, sense: Sense) -> Claim {
        let same = matches!(expr, Expr::Binary(Operator::Equal, ..)) == sense.value;
        // What is to be true of the one side where the other is `value`.
        let as_other = |value: bool| Sense { value: value == same, ..sense };
        for (one, other) in [(left, right), (right, left)] {
            if let Some(value) = self.constant(one).and_then(truth) {
                return self.claim(other, as_other(value));
            }
        }
        for (one, other) in [(left, right), (right, left)] {
            if self.is_known(one) {
                let (then, otherwise) = (self.claim(other, as_other(true)), self.claim(other, as_other(false)));
                return Claim::when(self.claim(one, Sense::TRUE), then, otherwise);
            }
        }
        let case = |value: bool| {
            let one = self.claim(left, Sense { value, certain: true });
            let other = self.claim(right, as_other(value));
            if sense.certain { one.and(other) } else { Claim::when(one, other, Claim::decided(true)) }
        };
        if sense.certain { case(true).any(case(false)) } else { case(true).and(case(false)) }
    }

    /// `left < right` and the like, of a value and a constant.
    fn comparison(&self, expr: &Expr, operator: Operator, left: &Expr, right: &Expr, sense: Sense) -> Claim {
        let (operator, subject, constant) = match (self.constant(left), self.constant(right)) {
            (None, Some(constant)) => (operator, left, constant),
            (Some(constant), None) => (mirrored(operator), right, constant),
            _ => return Claim::UNSAID,
        };
        let Some(operator) = (if sense.value { Some(operator) } else { negated(operator) }) else {
            return Claim::UNSAID;
        };
        let Some((measure, place)) = self.measure(subject) else { return Claim::UNSAID };
        self.at(expr, place, sense, &|kind| compared(kind, measure, operator, constant, sense))
    }

    /// `needle in [a, b]`
    fn membership(&self, expr: &Expr, needle: &Expr, list: &[Expr], sense: Sense) -> Claim {
        let constants: Option<Vec<_>> = list.iter().map(|item| self.constant(item)).collect();
        let (Some(constants), Some((measure, place))) = (constants, self.measure(needle)) else {
            return Claim::UNSAID;
        };
        let operator = if sense.value { Operator::Equal } else { Operator::NotEqual };
        self.at(expr, place, sense, &|kind| {
            // The search ends at an item that does not compare, but not if an equal one stands before it.
            let comparable = |constant: &Val<'_>| is_comparable(kind, measure, *constant);
            match constants.iter().filter(|constant| comparable(constant)).count() {
                _ if matches!(kind, Kind::Any) => return Claim::UNSAID,
                0 => return Claim::decided(sense.holds(None)),
                n if n < constants.len() => return Claim::UNSAID,
                _ => {}
            }
            if let Measure::Itself = measure
                && let Some(values) =
                    constants.iter().map(|constant| constant_json(*constant)).collect::<Option<Vec<_>>>()
                && values.iter().all(is_plain)
                && values.len() > 1
            {
                let form = Form::is(json!({ "enum": values }));
                return Claim::exact(if sense.value { form } else { form.not() });
            }
            let each = constants.iter().map(|constant| compared(kind, measure, operator, *constant, sense));
            let joined = if sense.value { each.reduce(Claim::any) } else { each.reduce(Claim::and) };
            joined.unwrap_or(Claim::UNSAID)
        })
    }

    /// `all(items, condition)` for a list or map of this kind.
    fn elements(&self, items: &Kind, condition: &Expr, sense: Sense) -> Claim {
        let of = |element, sense| Self { element: Some(element), ..*self }.claim(condition, sense);
        match items {
            Kind::List { element, .. } => {
                let claim = of(*element, sense);
                let form = match (claim.form, sense.value) {
                    (Form::Always, true) => Form::Always,
                    (Form::Never, true) => Form::is(json!({ "maxItems": 0 })),
                    (form, true) => Form::is(json!({ "items": form.json() })),
                    (Form::Always, false) => Form::is(json!({ "minItems": 1 })),
                    (Form::Never, false) => Form::Never,
                    (form, false) => Form::is(json!({ "contains": form.json() })),
                };
                Claim { form, exact: claim.exact }
            }
            // Some value breaks it where not all uphold it.
            Kind::Map { value } => {
                let claim = of(*value, if sense.value { sense } else { sense.opposite() });
                let upheld = match claim.form {
                    Form::Always => Form::Always,
                    Form::Never => Form::is(json!({ "maxProperties": 0 })),
                    form @ Form::Is(_) => Form::is(json!({ "additionalProperties": form.json() })),
                };
                match (sense.value, claim.exact) {
                    (true, exact) => Claim { form: upheld, exact },
                    (false, true) => Claim::exact(Form::is(json!({ "type": "object" })).and(upheld).not()),
                    (false, false) => Claim::UNSAID,
                }
            }
            Kind::Tuple(_) | Kind::Table(_) | Kind::Union(_) | Kind::Any => Claim::UNSAID,
            _ => Claim::decided(sense.holds(None)),
        }
    }

    /// A condition on the value at `place`.
    fn at(&self, expr: &Expr, place: &Expr, sense: Sense, test: &dyn Fn(&Kind) -> Claim) -> Claim {
        match (place, self.element) {
            (Expr::Path(path), None) => self.at_path(&Leaf { expr, sense, test }, path),
            (Expr::Element, Some(kind)) => at_element(kind, sense, test),
            (Expr::Index(list, k), _) => self.at(expr, list, sense, &|kind| at_index(kind, *k, sense, test)),
            _ => Claim::UNSAID,
        }
    }

    /// What is measured, and of what.
    fn measure<'a>(&self, expr: &'a Expr) -> Option<(Measure, &'a Expr)> {
        match expr {
            Expr::Path(_) | Expr::Element | Expr::Index(..) => Some((Measure::Itself, expr)),
            Expr::Len(place) => Some((Measure::Length, place)),
            Expr::Binary(Operator::Remainder, place, step) => match self.constant(step)? {
                Val::Num(step) => Some((Measure::Remainder(step.as_int()?), place)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of an expression that reads nothing.
    fn constant(&self, expr: &Expr) -> Option<Val<'static>> {
        let nothing = Node::new(Span::default(), Data::Table(&[]));
        (!reads(expr)).then(|| eval(expr, self.schema, &nothing, None))
    }

    /// Whether two sides of a `==` are conditions, and not values. One that certainly is makes the other one.
    fn are_conditions(&self, left: &Expr, right: &Expr) -> bool {
        let certainly = |expr: &Expr| match expr {
            Expr::Literal(data) => matches!(data, Data::Bool(_)),
            Expr::Not(_)
            | Expr::All(..)
            | Expr::In(..)
            | Expr::Within(..)
            | Expr::Unique(_)
            | Expr::IsSet(_)
            | Expr::When(..) => true,
            Expr::Binary(operator, ..) => !is_arithmetic(*operator),
            _ => false,
        };
        let flag = |expr: &Expr| matches!(self.field(expr), Some((Kind::Bool, _)));
        certainly(left) || certainly(right) || flag(left) && flag(right)
    }

    /// Whether a condition is always true or false in a document without mistakes.
    fn is_known(&self, expr: &Expr) -> bool {
        match expr {
            Expr::IsSet(_) => true,
            Expr::Not(inner) => self.is_known(inner),
            Expr::Binary(Operator::And | Operator::Or, left, right) | Expr::When(left, right) => {
                self.is_known(left) && self.is_known(right)
            }
            Expr::Path(_) => matches!(self.field(expr), Some((Kind::Bool, true))),
            _ => false,
        }
    }

    /// The kind of a field that is reached through tables alone, and whether it always has a value.
    fn field(&self, expr: &Expr) -> Option<(&'static Kind, bool)> {
        let Expr::Path(path) = expr else { return None };
        let (mut schema, mut kind, mut always) = (self.schema, None, true);
        for (k, name) in path.iter().enumerate() {
            let field = schema.field(name)?;
            let mut inner = &field.kind;
            while let Kind::Option(some) = inner {
                (inner, always) = (some, false);
            }
            always &= !matches!(field.presence, Presence::Optional);
            kind = Some(inner);
            if k + 1 < path.len() {
                let Kind::Table(next) = inner else { return None };
                schema = next;
            }
        }
        Some((kind?, always))
    }
}

/// `list[k]`: the condition on a list of this kind whose element `k` meets `test`.
fn at_index(list: &Kind, k: usize, sense: Sense, test: &dyn Fn(&Kind) -> Claim) -> Claim {
    let element = match list {
        Kind::List { element, .. } => Some(*element),
        Kind::Tuple(kinds) => kinds.get(k),
        Kind::Any => return Claim::UNSAID,
        _ => None,
    };
    let Some(element) = element else { return Claim::decided(sense.holds(None)) };
    let claim = at_element(element, sense, test);
    let here = match claim.form {
        Form::Always => Form::Always,
        // Then there must be no such element.
        Form::Never => Form::is(json!({ "maxItems": k })),
        form @ Form::Is(_) => {
            let mut items = vec![Json::from(true); k];
            items.push(form.json());
            Form::is(json!({ "prefixItems": items }))
        }
    };
    // An element that is not there is unknown.
    let there = if sense.certain { Form::is(json!({ "minItems": k + 1 })) } else { Form::Always };
    Claim { form: here.and(there), exact: claim.exact }
}

/// `unique(list)`, for elements that validators compare as the evaluator does.
fn unique(list: &Kind, sense: Sense) -> Claim {
    const EXACT: i128 = 1 << 53;
    match list {
        Kind::List { element: Kind::Str | Kind::Path | Kind::Enum(_) | Kind::Bool, .. } => {}
        Kind::List { element: Kind::Int { min, max, .. }, .. } if *min > -EXACT && *max < EXACT => {}
        Kind::List { .. } | Kind::Tuple(_) | Kind::Any => return Claim::UNSAID,
        _ => return Claim::decided(sense.holds(None)),
    }
    let form = Form::is(json!({ "uniqueItems": true }));
    Claim::exact(if sense.value { form } else { form.and(Form::is(json!({ "type": "array" }))).not() })
}

const fn truth(value: Val<'_>) -> Option<bool> {
    match value {
        Val::Bool(value) => Some(value),
        _ => None,
    }
}

/// Whether an expression reads a field or an element.
fn reads(expr: &Expr) -> bool {
    match expr {
        Expr::Literal(_) => false,
        Expr::Path(_) | Expr::Element | Expr::IsSet(_) | Expr::Within(..) => true,
        Expr::Not(inner)
        | Expr::Negate(inner)
        | Expr::Len(inner)
        | Expr::Sum(inner)
        | Expr::Product(inner)
        | Expr::Index(inner, _) => reads(inner),
        Expr::Unique(lists) => lists.iter().any(reads),
        Expr::Binary(_, left, right) | Expr::All(left, right) | Expr::When(left, right) => reads(left) || reads(right),
        Expr::In(needle, list) => reads(needle) || list.iter().any(reads),
    }
}

const fn is_arithmetic(operator: Operator) -> bool {
    matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder)
}
