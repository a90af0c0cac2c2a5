//! Budgets: the cost of a document that stands in the program as a constant.
//!
//! A constant function can call neither a function that it is given nor one of a trait. So a document is made a type, a
//! [`Place`], and the cost of a config in it is a constant of a trait, [`Costed`].

use super::{Costing, Part};
use crate::config::check::Message;
use crate::config::doc::{Data, Doc, Node, Span};
use crate::config::hidden::Hidden;
use crate::config::report::{Code, Issue, Severity, render};
use crate::config::schema::Kind;
use crate::config::text::same;
use crate::config::value::Value;
use core::marker::PhantomData;

/// A checked table that stands in the program, as a type.
pub trait Place {
    /// The table; `None` if the document is wrong, or has no such table.
    const NODE: Option<Node<'static>>;
}

/// A config type that has a cost.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no cost",
    label = "its cost is not known",
    note = "a struct with `#[derive(ModelConfig)]` gets one by `#[config(cost(function))]`"
)]
pub trait Costed<P: Place> {
    /// The cost of the config at that place; `None` if there is none.
    const COSTED: Option<Costing>;
}

/// A config type that may have a cost: [`Costed::COSTED`], or [`NoCost::COSTED`] if it has none.
#[derive(Debug)]
pub struct Probe<C, P>(PhantomData<(C, P)>);

impl<C: Costed<P>, P: Place> Probe<C, P> {
    /// The cost of the config.
    pub const COSTED: Option<Costing> = C::COSTED;
}

/// The answer of a [`Probe`] for a type without a cost.
pub trait NoCost {
    /// There is none.
    const COSTED: Option<Costing> = None;
}

impl<C, P> NoCost for Probe<C, P> {}

/// The table at `P` if it is variant `K` of the union `U`, by its `type`.
#[derive(Debug)]
pub struct Chosen<P, U, const K: usize>(PhantomData<(P, U)>);

impl<P: Place, U: Value, const K: usize> Place for Chosen<P, U, K> {
    const NODE: Option<Node<'static>> = match (P::NODE, &U::KIND) {
        (Some(node), Kind::Union(union)) => match node.get("type") {
            Some(entry) => match entry.value.data {
                Data::Str(tag) if same(tag, union.variants[K].tag) => Some(node),
                _ => None,
            },
            None => None,
        },
        _ => None,
    };
}

/// The cost of a union: that of the one config which is there.
#[must_use]
pub const fn chosen(variants: &[Option<Costing>]) -> Option<Costing> {
    let mut i = 0;
    while i < variants.len() {
        if variants[i].is_some() {
            return variants[i];
        }
        i += 1;
    }
    None
}

/// A limit of `budget!`, as it was written: `parameters <= 1_000`.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// What is limited.
    pub measure: &'static str,
    /// Whether the limit itself is too much.
    pub exclusive: bool,
    /// The limit.
    pub limit: u64,
}

/// Fails the build if a config in a sound document has no cost. `budget!` calls it, spanned at the type.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_costed(costing: Option<&Costing>, node: Option<Node<'static>>) {
    assert!(
        costing.is_some() || node.is_none(),
        "the config in this file has no cost; its type gets one by `#[config(cost(function))]`"
    );
}

/// Fails the build if `found` is over a budget. `budget!` calls it, spanned at the budget.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_budget(costing: Option<&Costing>, found: u64, budget: &Budget, doc: &Doc<'_>, hidden: &Hidden) {
    let Some(costing) = costing else { return };
    if found < budget.limit || (found == budget.limit && !budget.exclusive) {
        return;
    }
    let place = match budget.measure.as_bytes() {
        b"flops" => costing.flops,
        b"activations" => costing.activations,
        _ => costing.parameters,
    };
    let mut message = Message::EMPTY;
    message.push("`");
    message.push(budget.measure);
    message.push(if found == u64::MAX { "` is at least " } else { "` is " });
    message.push_thousands(found);
    message.push(if budget.exclusive { ", not below the limit " } else { ", over the budget of " });
    message.push_thousands(budget.limit);
    push_parts(&mut message, costing.cost.parts());
    let span = match place {
        Some(place) => {
            message.push("; this number adds most");
            place
        }
        // The first line of the file.
        None => Span::new(0, 0),
    };
    let issue = Issue { severity: Severity::Error, code: Code::OutOfRange, span, message };
    panic!("{}", render(&issue, doc, hidden).as_str())
}

/// " (parameters: encoder 1,000, decoder 2,000)"
const fn push_parts(message: &mut Message, parts: &[Part]) {
    let mut i = 0;
    while i < parts.len() {
        message.push(if i == 0 { " (parameters: " } else { ", " });
        message.push(parts[i].name);
        message.push(" ");
        message.push_thousands(parts[i].parameters);
        i += 1;
    }
    if !parts.is_empty() {
        message.push(")");
    }
}
