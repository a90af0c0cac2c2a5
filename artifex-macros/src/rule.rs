//! The rule language: `#[config(rule(encoder.latent_dim == decoder.latent_dim))]`.

mod parse;
mod types;

use crate::document::{Data, Number};
use crate::errors::Range;
use syn::LitStr;
pub use types::{Type, type_of};

/// `rule(EXPR)` or `rule(EXPR, "message")`.
#[derive(Clone)]
pub struct Rule {
    /// What must be true.
    pub expr: Expr,
    /// The author's message.
    pub message: Option<LitStr>,
}

/// An expression and its place.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: Kind,
    /// Its first and last token.
    pub range: Range,
}

/// The kinds of expression.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A number, a string, `true` or `false`.
    Literal(Data),
    /// `a.b.c`
    Path(Path),
    /// `v` inside `all`.
    Element,
    /// `x[0]`
    Index(Box<Expr>, usize),
    /// `!x`
    Not(Box<Expr>),
    /// `-x`
    Negate(Box<Expr>),
    /// `x + y`
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// `(x)`, kept for the text.
    Paren(Box<Expr>),
    /// `len(x)`
    Len(Box<Expr>),
    /// `sum(x)`
    Sum(Box<Expr>),
    /// `prod(x)`
    Product(Box<Expr>),
    /// `all(x, condition on v)`
    All(Box<Expr>, Box<Expr>),
    /// `unique(x, y)`
    Unique(Vec<Expr>),
    /// `x in [a, b]`
    In(Box<Expr>, Vec<Expr>),
    /// `x in y`
    Within(Box<Expr>, Path),
    /// `is_set(a.b)`
    IsSet(Path),
    /// `when(condition, rule)`
    When(Box<Expr>, Box<Expr>),
}

/// A field, from the table that the rule belongs to.
#[derive(Clone, Debug)]
pub struct Path {
    /// The keys.
    pub keys: Vec<String>,
    /// The tokens.
    pub range: Range,
}

/// Precedence of comparisons and of `in`, which do not chain.
const COMPARISON: u8 = 3;

/// An operator of two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `||`
    Or,
    /// `&&`
    And,
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
    /// `/`
    Divide,
    /// `%`
    Remainder,
}

impl Operator {
    /// Its token.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        }
    }

    /// The name in the library.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Or => "Or",
            Self::And => "And",
            Self::Equal => "Equal",
            Self::NotEqual => "NotEqual",
            Self::Less => "Less",
            Self::LessEqual => "LessEqual",
            Self::Greater => "Greater",
            Self::GreaterEqual => "GreaterEqual",
            Self::Add => "Add",
            Self::Subtract => "Subtract",
            Self::Multiply => "Multiply",
            Self::Divide => "Divide",
            Self::Remainder => "Remainder",
        }
    }

    /// How tightly it binds, as in Rust.
    const fn precedence(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal | Self::NotEqual | Self::Less | Self::LessEqual | Self::Greater | Self::GreaterEqual => {
                COMPARISON
            }
            Self::Add | Self::Subtract => 4,
            Self::Multiply | Self::Divide | Self::Remainder => 5,
        }
    }
}

/// An expression as a human would write it.
pub fn text(expr: &Expr) -> String {
    match &expr.kind {
        Kind::Literal(data) => literal_text(data),
        Kind::Path(path) => path.keys.join("."),
        Kind::Element => "v".to_owned(),
        Kind::Index(list, k) => format!("{}[{k}]", text(list)),
        Kind::Not(inner) => format!("!{}", text(inner)),
        Kind::Negate(inner) => format!("-{}", text(inner)),
        Kind::Binary(operator, left, right) => format!("{} {} {}", text(left), operator.text(), text(right)),
        Kind::Paren(inner) => format!("({})", text(inner)),
        Kind::Len(inner) => format!("len({})", text(inner)),
        Kind::Sum(inner) => format!("sum({})", text(inner)),
        Kind::Product(inner) => format!("prod({})", text(inner)),
        Kind::All(list, condition) => format!("all({}, {})", text(list), text(condition)),
        Kind::Unique(lists) => format!("unique({})", joined(lists)),
        Kind::In(needle, list) => format!("{} in [{}]", text(needle), joined(list)),
        Kind::Within(needle, path) => format!("{} in {}", text(needle), path.keys.join(".")),
        Kind::IsSet(path) => format!("is_set({})", path.keys.join(".")),
        Kind::When(condition, rule) => format!("when({}, {})", text(condition), text(rule)),
    }
}

fn joined(list: &[Expr]) -> String {
    list.iter().map(text).collect::<Vec<_>>().join(", ")
}

fn literal_text(data: &Data) -> String {
    match data {
        Data::Bool(value) => value.to_string(),
        Data::Number(Number { text, .. }) => text.clone(),
        Data::Text(text) => format!("{text:?}"),
        // The parser makes no other literals.
        Data::List(_) | Data::Table(_) => String::new(),
    }
}

/// The distinct paths of an expression, in order of appearance.
pub fn paths(expr: &Expr) -> Vec<&Path> {
    let mut distinct: Vec<&Path> = Vec::new();
    each_part(expr, &mut |part| {
        if let Kind::Path(path) | Kind::IsSet(path) | Kind::Within(_, path) = &part.kind
            && distinct.iter().all(|known| known.keys != path.keys)
        {
            distinct.push(path);
        }
    });
    distinct
}

/// Calls `change` with every path of an expression.
pub fn each_path(expr: &mut Expr, change: &mut dyn FnMut(&mut Path)) {
    match &mut expr.kind {
        Kind::Path(path) | Kind::IsSet(path) => change(path),
        Kind::Literal(_) | Kind::Element => {}
        Kind::Not(inner)
        | Kind::Negate(inner)
        | Kind::Paren(inner)
        | Kind::Index(inner, _)
        | Kind::Len(inner)
        | Kind::Sum(inner)
        | Kind::Product(inner) => each_path(inner, change),
        Kind::Binary(_, left, right) | Kind::All(left, right) | Kind::When(left, right) => {
            each_path(left, change);
            each_path(right, change);
        }
        Kind::Unique(lists) => {
            for list in lists {
                each_path(list, change);
            }
        }
        Kind::In(needle, list) => {
            each_path(needle, change);
            for item in list {
                each_path(item, change);
            }
        }
        Kind::Within(needle, path) => {
            each_path(needle, change);
            change(path);
        }
    }
}

/// Calls `visit` with every part of an expression, the inner ones first.
pub fn each_part<'a>(expr: &'a Expr, visit: &mut dyn FnMut(&'a Expr)) {
    match &expr.kind {
        Kind::Literal(_) | Kind::Path(_) | Kind::IsSet(_) | Kind::Element => {}
        Kind::Not(inner)
        | Kind::Negate(inner)
        | Kind::Paren(inner)
        | Kind::Index(inner, _)
        | Kind::Len(inner)
        | Kind::Sum(inner)
        | Kind::Product(inner)
        | Kind::Within(inner, _) => each_part(inner, visit),
        Kind::Binary(_, left, right) | Kind::All(left, right) | Kind::When(left, right) => {
            each_part(left, visit);
            each_part(right, visit);
        }
        Kind::Unique(lists) => {
            for list in lists {
                each_part(list, visit);
            }
        }
        Kind::In(needle, list) => {
            each_part(needle, visit);
            for item in list {
                each_part(item, visit);
            }
        }
    }
    visit(expr);
}
