//! Parameters with a support: what a density is written in, and the real numbers that samplers move in its place.

use burn::tensor::Tensor;

use crate::kernels::activation::{sigmoid, softplus};

/// The values that a parameter can have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Support {
    /// Every real number.
    Real,
    /// Above a number: `low + exp(u)` of a real number u.
    Above(f64),
    /// Between two numbers: `low + (high - low) · sigmoid(u)` of a real number u.
    Between(f64, f64),
}

/// A named parameter, a number or a list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    name: String,
    /// What the numbers of a list are called in brackets. None for a number.
    list: Option<Vec<String>>,
    support: Support,
}

impl Parameter {
    /// Any real number.
    #[must_use]
    pub fn real(name: &str) -> Self {
        Self::with_support(name, Support::Real)
    }

    /// A positive number.
    #[must_use]
    pub fn positive(name: &str) -> Self {
        Self::with_support(name, Support::Above(0.0))
    }

    /// A number between two others.
    ///
    /// # Panics
    /// Unless `low < high`, both finite.
    #[must_use]
    pub fn between(name: &str, low: f64, high: f64) -> Self {
        assert!(low < high && (high - low).is_finite(), "parameter `{name}`: {low} is not below {high}");
        Self::with_support(name, Support::Between(low, high))
    }

    /// A number with that support.
    #[must_use]
    pub fn with_support(name: &str, support: Support) -> Self {
        Self { name: name.to_owned(), list: None, support }
    }

    /// That many of them: `name[1]`, `name[2]`, ..
    #[must_use]
    pub fn list(self, size: usize) -> Self {
        self.list_of(&(1..=size).map(|k| k.to_string()).collect::<Vec<_>>())
    }

    /// One for each of these: `name[a]`, `name[b]`, ..
    #[must_use]
    pub fn list_of(mut self, items: &[String]) -> Self {
        self.list = Some(items.to_vec());
        self
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many numbers it has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.list.as_ref().map_or(1, Vec::len)
    }

    /// What its numbers are called.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        match &self.list {
            None => vec![self.name.clone()],
            Some(items) => items.iter().map(|item| format!("{}[{item}]", self.name)).collect(),
        }
    }

    /// The parameter's values at `u: [C, n]`, and the logarithm of the derivative, summed over its numbers: `[C]`. None where
    /// that is 0.
    pub(super) fn constrain(&self, u: Tensor<2>) -> (Tensor<2>, Option<Tensor<1>>) {
        #[expect(clippy::cast_precision_loss, reason = "a number of coordinates")]
        let size = self.size() as f64;
        let summed = |log: Tensor<2>| log.sum_dim(1).squeeze_dim::<1>(1);
        match self.support {
            Support::Real => (u, None),
            Support::Above(low) => (u.clone().exp() + low, Some(summed(u))),
            // log sigmoid(u) = -softplus(-u), and its derivative is sigmoid(u) · sigmoid(-u).
            Support::Between(low, high) => (
                sigmoid(u.clone()) * (high - low) + low,
                Some(-summed(softplus(u.clone()) + softplus(-u)) + size * (high - low).ln()),
            ),
        }
    }
}
