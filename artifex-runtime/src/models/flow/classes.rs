//! Vectors that stand for classes.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor};

use crate::nn::{Initializer, ParamScope};

/// A learnt vector for each class.
#[derive(Module, Debug)]
pub(super) struct Classes {
    /// `[classes, dim]`.
    table: Param<Tensor<2>>,
}

impl Classes {
    pub(super) fn new(classes: usize, dim: usize, scope: &ParamScope) -> Self {
        // A class is one input: numbers of variance 1.
        Self { table: scope.weight("table", [classes, dim], [1, 1], Initializer::LecunNormal) }
    }

    /// How many classes there are.
    pub(super) fn count(&self) -> usize {
        self.table.dims()[0]
    }

    /// The vectors of classes `[B]`, each below their number: `[B, dim]`.
    pub(super) fn vectors(&self, classes: Tensor<1, Int>) -> Tensor<2> {
        self.table.val().select(0, classes)
    }
}
