//! Which value makes a network large: the one that costs most by half of itself.

use super::{Cost, Fields};
use crate::config::doc::{Data, Node, Num, Number, Span};
use crate::config::schema::Schema;
use crate::config::tree::Tree;
use crate::config::value::ModelConfig;
use bumpalo::Bump;

/// How many whole numbers of a document are tried.
const TRIED: usize = 64;

/// A cost, and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Costing {
    /// The cost.
    pub cost: Cost,
    /// The place of the whole number with the largest share in the parameters.
    pub parameters: Option<Span>,
    /// The same for the operations.
    pub flops: Option<Span>,
    /// The same for the activations.
    pub activations: Option<Span>,
}

impl Costing {
    /// Nothing, from nowhere.
    pub const NOTHING: Self = Self { cost: Cost::ZERO, parameters: None, flops: None, activations: None };
}

/// A search for the whole numbers that weigh most: each is halved in turn. The cost function is called by the caller, for a
/// constant function cannot call one that it is given.
#[derive(Clone, Copy, Debug)]
pub struct Weighing<'a> {
    schema: &'static Schema,
    table: Node<'a>,
    found: Costing,
    lightest: Cost,
    /// The number of the next value, and the place of the last.
    next: usize,
    last: Span,
}

impl<'a> Weighing<'a> {
    /// A search over a checked table that costs as much.
    #[must_use]
    pub const fn new(schema: &'static Schema, table: Node<'a>, cost: Cost) -> Self {
        let found = Costing { cost, ..Costing::NOTHING };
        Self { schema, table, found, lightest: cost, next: 0, last: Span::new(0, 0) }
    }

    /// The next variation, whose cost [`Weighing::add`] wants.
    pub const fn next(&mut self) -> Option<Fields<'a>> {
        let mut k = self.next;
        match nth(&self.table, &mut k) {
            Some(place) if self.next < TRIED => {
                self.next += 1;
                self.last = place;
                Some(Fields::halving(self.schema, self.table, place))
            }
            _ => None,
        }
    }

    /// The cost of the last variation.
    pub const fn add(&mut self, cost: Cost) {
        if cost.parameters < self.lightest.parameters {
            self.lightest.parameters = cost.parameters;
            self.found.parameters = Some(self.last);
        }
        if cost.flops < self.lightest.flops {
            self.lightest.flops = cost.flops;
            self.found.flops = Some(self.last);
        }
        if cost.activations < self.lightest.activations {
            self.lightest.activations = cost.activations;
            self.found.activations = Some(self.last);
        }
    }

    /// What was found.
    #[must_use]
    pub const fn found(self) -> Costing {
        self.found
    }
}

/// The place of the `k`-th whole number; `k` counts down.
const fn nth(node: &Node<'_>, k: &mut usize) -> Option<Span> {
    match node.data {
        Data::Num(Number { value: Num::Int(_), .. }) => {
            if *k == 0 {
                return Some(node.span);
            }
            *k -= 1;
        }
        Data::List(nodes) => {
            let mut i = 0;
            while i < nodes.len() {
                if let Some(found) = nth(&nodes[i], k) {
                    return Some(found);
                }
                i += 1;
            }
        }
        Data::Table(entries) => {
            let mut i = 0;
            while i < entries.len() {
                if let Some(found) = nth(&entries[i].value, k) {
                    return Some(found);
                }
                i += 1;
            }
        }
        _ => {}
    }
    None
}

/// What a config costs; `None` if its type does not say.
#[must_use]
pub fn cost_of<T: ModelConfig>(config: &T) -> Option<Cost> {
    cost_of_tree(T::SCHEMA, &config.encode())
}

/// What a checked config costs, in its untyped form; `None` if its type does not say.
#[must_use]
pub fn cost_of_tree(schema: &'static Schema, config: &Tree) -> Option<Cost> {
    let cost = schema.cost?;
    Some(cost(&Fields::new(schema, config.freeze(&Bump::new()))))
}

/// What a checked table costs; `None` if the config does not say.
#[must_use]
pub fn weigh(schema: &'static Schema, table: Node<'_>) -> Option<Costing> {
    let cost = schema.cost?;
    let mut weighing = Weighing::new(schema, table, cost(&Fields::new(schema, table)));
    while let Some(fields) = weighing.next() {
        weighing.add(cost(&fields));
    }
    Some(weighing.found())
}
