//! What a network costs, computed while the crate compiles: parameters, arithmetic, memory.
//!
//! A config states its cost as a `const fn` over its own fields, made of the building blocks here. The command line shows
//! it, and [`budget!`](crate::budget!) puts a limit on that of a file, which the compiler checks:
//!
//! ```
//! # mod main {
//! use artifex::ModelConfig;
//! use artifex::config::cost::{Cost, Fields, dense};
//!
//! /// A network with one hidden layer.
//! #[derive(ModelConfig)]
//! #[config(cost(net_cost))]
//! pub struct NetConfig {
//!     /// Units of the hidden layer.
//!     #[config(default = 256, min = 1)]
//!     pub hidden: usize,
//! }
//!
//! const fn net_cost(fields: &Fields<'_>) -> Cost {
//!     let hidden = fields.size("hidden"); // a wrong name here is an error of the compiler
//!     dense(784, hidden, true).named("body").then(dense(hidden, 10, true).named("head"))
//! }
//!
//! artifex::budget!(NetConfig, "../../../tests/samples/net.toml", parameters <= 250_000);
//! # }
//! ```
//!
//! Numbers saturate: a cost too large to count is too large for any budget.

mod budget;
mod fields;
mod layers;
mod sample;
#[cfg(test)]
mod tests;
mod weigh;

pub use budget::{Budget, Chosen, Costed, NoCost, Place, Probe, assert_budget, assert_costed, chosen};
pub use fields::{Fields, Item, List};
pub use layers::{Size, attention, conv_transpose2d, conv2d, conv2d_size, dense, elementwise, mlp, norm};
pub use sample::samples;
pub use weigh::{Costing, Weighing, cost_of, cost_of_tree, weigh};

/// What a config costs: a `const fn`, so that the compiler can call it too.
pub type CostFn = fn(&Fields<'_>) -> Cost;

/// How many parts of a network are told apart.
const PARTS: usize = 8;

/// What a network, or a part of one, costs for one example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Numbers that are learnt.
    pub parameters: u64,
    /// Floating-point operations of a forward pass; a multiplication and the addition behind it are two.
    pub flops: u64,
    /// Numbers that the layers put out, all of which training keeps for the backward pass.
    pub activations: u64,
    parts: [Part; PARTS],
    count: usize,
}

/// A part of a network that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Numbers that are learnt.
    pub parameters: u64,
}

impl Default for Cost {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self::new(0, 0, 0);

    /// A cost by its numbers: parameters, operations, activations.
    #[must_use]
    pub const fn new(parameters: u64, flops: u64, activations: u64) -> Self {
        Self { parameters, flops, activations, parts: [Part { name: "", parameters: 0 }; PARTS], count: 0 }
    }

    /// This as one part of a network, which messages tell apart from the others; parts of it are not told apart any more.
    /// Of more than 8 parts only the first are.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        let mut whole = Self::new(self.parameters, self.flops, self.activations);
        whole.parts[0] = Part { name, parameters: self.parameters };
        whole.count = 1;
        whole
    }

    /// The parts that have names.
    #[must_use]
    pub const fn parts(&self) -> &[Part] {
        self.parts.split_at(self.count).0
    }

    /// Both: this part and then another, or beside it.
    #[must_use]
    pub const fn then(self, other: Self) -> Self {
        let mut both = Self {
            parameters: self.parameters.saturating_add(other.parameters),
            flops: self.flops.saturating_add(other.flops),
            activations: self.activations.saturating_add(other.activations),
            ..self
        };
        let mut k = 0;
        while k < other.count && both.count < PARTS {
            both.parts[both.count] = other.parts[k];
            both.count += 1;
            k += 1;
        }
        both
    }

    /// As many copies of this part, each with parameters of its own.
    #[must_use]
    pub const fn times(self, copies: usize) -> Self {
        let mut all = self.applied(copies);
        all.parameters = multiply(&[self.parameters, copies as u64]);
        let mut k = 0;
        while k < all.count {
            all.parts[k].parameters = multiply(&[all.parts[k].parameters, copies as u64]);
            k += 1;
        }
        all
    }

    /// This part applied several times, with the same parameters.
    #[must_use]
    pub const fn applied(self, times: usize) -> Self {
        Self {
            flops: multiply(&[self.flops, times as u64]),
            activations: multiply(&[self.activations, times as u64]),
            ..self
        }
    }

    /// Bytes of the parameters.
    #[must_use]
    pub const fn bytes(self, dtype: DType) -> u64 {
        multiply(&[self.parameters, dtype.bytes()])
    }

    /// Bytes that training holds: parameters, gradients, `moments` numbers of the optimiser per parameter (2 for Adam), and the
    /// activations of a batch. What the backend adds for its own use is not counted.
    #[must_use]
    pub const fn training_bytes(self, dtype: DType, batch_size: usize, moments: usize) -> u64 {
        let per_parameter = (moments as u64).saturating_add(2);
        let numbers = multiply(&[self.parameters, per_parameter]);
        let kept = multiply(&[self.activations, batch_size as u64]);
        multiply(&[numbers.saturating_add(kept), dtype.bytes()])
    }
}

/// How a number is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DType {
    /// 16 bits: half precision or bfloat16.
    F16,
    /// 32 bits.
    F32,
    /// 64 bits.
    F64,
}

impl DType {
    /// Bytes of one number.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        match self {
            Self::F16 => 2,
            Self::F32 => 4,
            Self::F64 => 8,
        }
    }
}

const fn multiply(factors: &[u64]) -> u64 {
    // A zero makes zero, however large the others are.
    let (mut product, mut k) = (1_u64, 0);
    while k < factors.len() {
        if factors[k] == 0 {
            return 0;
        }
        product = product.saturating_mul(factors[k]);
        k += 1;
    }
    product
}
