//! Rules between fields: a small expression language, kept as data and evaluated by one `const fn`.
//!
//! The compiler, the loader and the command line all call [`evaluate`]; none of them has another idea of what a rule means.
//! An expression over a value that is absent or of the wrong type is unknown, and an unknown rule is not an error: whatever
//! made it unknown is reported where it stands.

use super::doc::{Data, Entry, Node, Num, Number};
use super::schema::{Kind, Presence, Schema};
use super::text::same;

/// A rule of a config, as written in `#[config(rule(..))]`.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The rule as written.
    pub text: &'static str,
    /// The author's message.
    pub message: Option<&'static str>,
    /// What must be true.
    pub expr: Expr,
    /// The fields the rule reads, in order of appearance.
    pub paths: &'static [&'static [&'static str]],
}

/// An expression.
#[derive(Clone, Copy, Debug)]
pub enum Expr {
    /// `true`, a number or a string.
    Literal(Data<'static>),
    /// A field, from the table that the rule belongs to.
    Path(&'static [&'static str]),
    /// The element, inside [`Expr::All`]: written `v`.
    Element,
    /// `x[0]`: an element of a list, counted from 0.
    Index(&'static Expr, usize),
    /// `!x`.
    Not(&'static Expr),
    /// `-x`.
    Negate(&'static Expr),
    /// `x + y` and the like.
    Binary(Operator, &'static Expr, &'static Expr),
    /// `len(x)`: elements of a list or characters of a string.
    Len(&'static Expr),
    /// `sum(x)` of a list of numbers.
    Sum(&'static Expr),
    /// `prod(x)` of a list of numbers.
    Product(&'static Expr),
    /// `all(x, condition on v)`, for the elements of a list or the values of a map.
    All(&'static Expr, &'static Expr),
    /// `unique(x, y)`: no value stands twice in the lists, taken together.
    Unique(&'static [Expr]),
    /// `x in [a, b]`.
    In(&'static Expr, &'static [Expr]),
    /// `x in y`: an element of the list, or a key of the map, that is the field `y`.
    Within(&'static Expr, &'static [&'static str]),
    /// `is_set(x)`: the file or a default gives it a value.
    IsSet(&'static [&'static str]),
    /// `when(condition, rule)`: the rule must hold where the condition does.
    When(&'static Expr, &'static Expr),
}

/// An operator of two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`, of real numbers
    Divide,
    /// `%`, of integers
    Remainder,
    /// `&&`
    And,
    /// `||`
    Or,
}

/// What an expression is worth.
#[derive(Clone, Copy, Debug)]
pub(super) enum Val<'a> {
    /// Nothing that can be said.
    Unknown,
    /// A condition, or a flag.
    Bool(bool),
    /// A number.
    Num(Num),
    /// A text.
    Str(&'a str),
    /// A list.
    List(&'a [Node<'a>]),
    /// A table.
    Table(&'a [Entry<'a>]),
}

/// Whether the expression is true of `table`; `None` if that cannot be said.
#[must_use]
pub const fn evaluate(expr: &Expr, schema: &'static Schema, table: &Node<'_>) -> Option<bool> {
    match eval(expr, schema, table, None) {
        Val::Bool(value) => Some(value),
        _ => None,
    }
}

/// The value at `path` below `table`: what the document says, else the default of the field. `None` if it is unset.
#[must_use]
pub const fn resolve<'a>(schema: &'static Schema, table: &Node<'a>, path: &[&str]) -> Option<Node<'a>> {
    let mut schema = schema;
    let mut node = *table;
    let mut i = 0;
    while i < path.len() {
        let name = path[i];
        let field = schema.field(name);
        let entry = match field {
            Some(field) => field.entry(&node),
            None => node.get(name),
        };
        node = match (entry, field) {
            (Some(entry), _) => entry.value,
            (None, Some(field)) => match field.presence {
                Presence::Default(value) => value,
                _ => return None,
            },
            (None, None) => return None,
        };
        if i + 1 < path.len() {
            let Some(field) = field else { return None };
            schema = match table_schema(&field.kind, &node) {
                Some(schema) => schema,
                None => return None,
            };
        }
        i += 1;
    }
    match node.data {
        Data::Null => None,
        _ => Some(node),
    }
}

/// The schema of the table `node`, which a field of this kind holds.
#[must_use]
pub const fn table_schema(kind: &Kind, node: &Node<'_>) -> Option<&'static Schema> {
    match kind {
        Kind::Option(inner) => table_schema(inner, node),
        Kind::Table(schema) => Some(schema),
        Kind::Union(union) => {
            let Some(entry) = node.get("type") else { return None };
            let Data::Str(tag) = entry.value.data else { return None };
            let mut i = 0;
            while i < union.variants.len() {
                if same(union.variants[i].tag, tag) {
                    return Some(union.variants[i].schema);
                }
                i += 1;
            }
            None
        }
        _ => None,
    }
}

const fn value<'a>(data: &Data<'a>) -> Val<'a> {
    match data {
        Data::Bool(value) => Val::Bool(*value),
        Data::Num(Number { value, .. }) => Val::Num(*value),
        Data::Str(text) => Val::Str(text),
        Data::List(nodes) => Val::List(nodes),
        Data::Table(entries) => Val::Table(entries),
        Data::Null | Data::Other(_) => Val::Unknown,
    }
}

/// What the expression is worth for `table` and, inside [`Expr::All`], the element.
pub(super) const fn eval<'a>(
    expr: &Expr,
    schema: &'static Schema,
    table: &Node<'a>,
    element: Option<&Node<'a>>,
) -> Val<'a> {
    match expr {
        Expr::Literal(data) => value(data),
        Expr::Path(path) => match resolve(schema, table, path) {
            Some(node) => value(&node.data),
            None => Val::Unknown,
        },
        Expr::Element => match element {
            Some(node) => value(&node.data),
            None => Val::Unknown,
        },
        Expr::Not(inner) => match eval(inner, schema, table, element) {
            Val::Bool(value) => Val::Bool(!value),
            _ => Val::Unknown,
        },
        Expr::Negate(inner) => match eval(inner, schema, table, element) {
            Val::Num(Num::Int(n)) => match n.checked_neg() {
                Some(n) => Val::Num(Num::Int(n)),
                None => Val::Unknown,
            },
            Val::Num(Num::Float(x)) => Val::Num(Num::Float(-x)),
            _ => Val::Unknown,
        },
        Expr::Binary(operator, left, right) => {
            binary(*operator, eval(left, schema, table, element), eval(right, schema, table, element))
        }
        Expr::Len(inner) => match eval(inner, schema, table, element) {
            Val::List(nodes) => Val::Num(Num::Int(nodes.len() as i128)),
            Val::Str(text) => Val::Num(Num::Int(characters(text) as i128)),
            Val::Table(entries) => Val::Num(Num::Int(entries.len() as i128)),
            _ => Val::Unknown,
        },
        Expr::Sum(inner) => fold(Operator::Add, 0, eval(inner, schema, table, element)),
        Expr::Product(inner) => fold(Operator::Multiply, 1, eval(inner, schema, table, element)),
        Expr::Index(list, k) => match eval(list, schema, table, element) {
            Val::List(nodes) if *k < nodes.len() => value(&nodes[*k].data),
            _ => Val::Unknown,
        },
        Expr::All(list, condition) => {
            let items = eval(list, schema, table, element);
            let mut all = match items {
                Val::List(_) | Val::Table(_) => Val::Bool(true),
                _ => Val::Unknown,
            };
            let mut i = 0;
            while let Some(node) = item(&items, i) {
                all = binary(Operator::And, all, eval(condition, schema, table, Some(node)));
                i += 1;
            }
            all
        }
        Expr::Unique(lists) => unique(lists, schema, table, element),
        Expr::In(needle, list) => {
            let needle = eval(needle, schema, table, element);
            let mut i = 0;
            while i < list.len() {
                match binary(Operator::Equal, needle, eval(&list[i], schema, table, element)) {
                    Val::Bool(true) => return Val::Bool(true),
                    Val::Bool(false) => {}
                    _ => return Val::Unknown,
                }
                i += 1;
            }
            Val::Bool(false)
        }
        Expr::Within(needle, path) => {
            within(eval(needle, schema, table, element), eval(&Expr::Path(path), schema, table, element))
        }
        Expr::IsSet(path) => Val::Bool(resolve(schema, table, path).is_some()),
        Expr::When(condition, rule) => match eval(condition, schema, table, element) {
            Val::Bool(true) => eval(rule, schema, table, element),
            Val::Bool(false) => Val::Bool(true),
            _ => Val::Unknown,
        },
    }
}

/// Element `i` of a list, or the value of entry `i` of a map.
pub(super) const fn item<'a>(items: &Val<'a>, i: usize) -> Option<&'a Node<'a>> {
    match items {
        Val::List(nodes) if i < nodes.len() => Some(&nodes[i]),
        Val::Table(entries) if i < entries.len() => Some(&entries[i].value),
        _ => None,
    }
}

/// Whether two values are certainly equal.
pub(super) const fn equal(a: &Data<'_>, b: &Data<'_>) -> bool {
    matches!(binary(Operator::Equal, value(a), value(b)), Val::Bool(true))
}

const fn unique<'a>(lists: &[Expr], schema: &'static Schema, table: &Node<'a>, element: Option<&Node<'a>>) -> Val<'a> {
    let mut a = 0;
    while a < lists.len() {
        let Val::List(nodes) = eval(&lists[a], schema, table, element) else { return Val::Unknown };
        let mut i = 0;
        while i < nodes.len() {
            // Against what comes after it: the rest of its list, then the later lists.
            let (mut b, mut k) = (a, i + 1);
            while b < lists.len() {
                let Val::List(others) = eval(&lists[b], schema, table, element) else { return Val::Unknown };
                while k < others.len() {
                    match binary(Operator::Equal, value(&nodes[i].data), value(&others[k].data)) {
                        Val::Bool(true) => return Val::Bool(false),
                        Val::Bool(false) => {}
                        _ => return Val::Unknown,
                    }
                    k += 1;
                }
                b += 1;
                k = 0;
            }
            i += 1;
        }
        a += 1;
    }
    Val::Bool(true)
}

const fn within<'a>(needle: Val<'a>, collection: Val<'a>) -> Val<'a> {
    let mut i = 0;
    match (needle, collection) {
        (Val::Unknown, _) => Val::Unknown,
        (Val::Str(needle), Val::Table(entries)) => {
            while i < entries.len() {
                if same(entries[i].key, needle) {
                    return Val::Bool(true);
                }
                i += 1;
            }
            Val::Bool(false)
        }
        (_, Val::List(nodes)) => {
            while i < nodes.len() {
                match binary(Operator::Equal, needle, value(&nodes[i].data)) {
                    Val::Bool(false) => {}
                    found => return found,
                }
                i += 1;
            }
            Val::Bool(false)
        }
        _ => Val::Unknown,
    }
}

/// Number of characters of a text.
#[must_use]
pub const fn characters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut i, mut count) = (0, 0);
    while i < bytes.len() {
        // Every byte but the continuation bytes of UTF-8 starts a character.
        if bytes[i] & 0xC0 != 0x80 {
            count += 1;
        }
        i += 1;
    }
    count
}

const fn fold(operator: Operator, start: i128, list: Val<'_>) -> Val<'_> {
    let Val::List(nodes) = list else { return Val::Unknown };
    let mut total = Val::Num(Num::Int(start));
    let mut i = 0;
    while i < nodes.len() {
        total = binary(operator, total, value(&nodes[i].data));
        i += 1;
    }
    total
}

const fn binary<'a>(operator: Operator, left: Val<'a>, right: Val<'a>) -> Val<'a> {
    match (operator, left, right) {
        // One false or one true side decides, even if the other is unknown.
        (Operator::And, Val::Bool(false), _) | (Operator::And, _, Val::Bool(false)) => Val::Bool(false),
        (Operator::Or, Val::Bool(true), _) | (Operator::Or, _, Val::Bool(true)) => Val::Bool(true),
        // Else both have to be known, and then they are equal.
        (Operator::And | Operator::Or, Val::Bool(a), Val::Bool(_)) => Val::Bool(a),
        (Operator::Equal, Val::Bool(a), Val::Bool(b)) => Val::Bool(a == b),
        (Operator::NotEqual, Val::Bool(a), Val::Bool(b)) => Val::Bool(a != b),
        (Operator::Equal, Val::Str(a), Val::Str(b)) => Val::Bool(same(a, b)),
        (Operator::NotEqual, Val::Str(a), Val::Str(b)) => Val::Bool(!same(a, b)),
        (Operator::Equal, Val::List(a), Val::List(b)) => lists_equal(a, b),
        (Operator::NotEqual, Val::List(a), Val::List(b)) => match lists_equal(a, b) {
            Val::Bool(equal) => Val::Bool(!equal),
            unknown => unknown,
        },
        (_, Val::Num(a), Val::Num(b)) => numbers(operator, a, b),
        _ => Val::Unknown,
    }
}

const fn lists_equal<'a>(a: &'a [Node<'a>], b: &'a [Node<'a>]) -> Val<'a> {
    if a.len() != b.len() {
        return Val::Bool(false);
    }
    let mut i = 0;
    while i < a.len() {
        match binary(Operator::Equal, value(&a[i].data), value(&b[i].data)) {
            Val::Bool(true) => {}
            other => return other,
        }
        i += 1;
    }
    Val::Bool(true)
}

const fn numbers<'a>(operator: Operator, a: Num, b: Num) -> Val<'a> {
    let result = match operator {
        Operator::Equal
        | Operator::NotEqual
        | Operator::Less
        | Operator::LessEqual
        | Operator::Greater
        | Operator::GreaterEqual => {
            let Some(order) = a.compare(b) else { return Val::Unknown };
            return Val::Bool(match operator {
                Operator::Equal => order == 0,
                Operator::NotEqual => order != 0,
                Operator::Less => order < 0,
                Operator::LessEqual => order <= 0,
                Operator::Greater => order > 0,
                _ => order >= 0,
            });
        }
        Operator::Divide => return Val::Num(Num::Float(a.as_f64() / b.as_f64())),
        Operator::Remainder => {
            let (Some(a), Some(b)) = (a.as_int(), b.as_int()) else { return Val::Unknown };
            a.checked_rem(b)
        }
        Operator::Add | Operator::Subtract | Operator::Multiply => {
            let (Num::Int(a), Num::Int(b)) = (a, b) else {
                let (a, b) = (a.as_f64(), b.as_f64());
                return Val::Num(Num::Float(match operator {
                    Operator::Add => a + b,
                    Operator::Subtract => a - b,
                    _ => a * b,
                }));
            };
            match operator {
                Operator::Add => a.checked_add(b),
                Operator::Subtract => a.checked_sub(b),
                _ => a.checked_mul(b),
            }
        }
        Operator::And | Operator::Or => None,
    };
    match result {
        Some(n) => Val::Num(Num::Int(n)),
        None => Val::Unknown,
    }
}
