//! Vectors that stand for classes.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor};

use super::config::ConditionalParams;
use crate::nn::{Initializer, ParamScope};

/// A learnt vector for each class.
#[derive(Module, Debug)]
pub(super) struct Classes {
    /// `[classes, dim]`.
    embedding: Param<Tensor<2>>,
}

impl Classes {
    pub(super) fn new(config: &ConditionalParams, scope: &ParamScope) -> Self {
        let shape = [config.num_classes, config.embedding_dim];
        // Of variance 1, as the latent is.
        Self { embedding: scope.weight("embedding", shape, [1, 1], Initializer::LecunNormal) }
    }

    /// Length of a vector.
    pub(super) fn dim(&self) -> usize {
        self.embedding.dims()[1]
    }

    /// Classes `[B]`, each below their number, to vectors `[B, dim]`.
    pub(super) fn vectors(&self, classes: Tensor<1, Int>) -> Tensor<2> {
        self.embedding.val().select(0, classes)
    }
}
