//! What a class is to a network.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor};

use super::networks::Told;
use crate::config::ModelConfig;
use crate::nn::{Initializer, ParamScope};

/// How the class joins the other inputs of a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum ConditionType {
    /// Appended: to the image's pixels, as further channels where the encoder is convolutional, and to the latent variables.
    #[default]
    Concat,
    /// Added, after a linear layer: to the features that the encoder's last layers see, and to the latent variables.
    Add,
}

/// Classes as vectors: one number that is 1, or a learnt vector for each class.
#[derive(Module, Debug)]
pub(super) struct Condition {
    /// `[classes, width]`.
    table: Option<Param<Tensor<2>>>,
    classes: usize,
}

impl Condition {
    /// Vectors of `width` numbers; 0 for one number a class. Also what the networks have to know.
    pub(super) fn new(classes: usize, width: usize, how: ConditionType, scope: &ParamScope) -> (Self, Told) {
        let shape = [classes, width];
        // A class is one input: vectors of unit variance.
        let draw = || scope.weight("table", shape, [1, width], Initializer::LecunNormal);
        let width = if width == 0 { classes } else { width };
        (Self { table: (shape[1] > 0).then(draw), classes }, Told { width, how })
    }

    /// How many classes there are.
    pub(super) const fn classes(&self) -> usize {
        self.classes
    }

    /// The vectors of classes `[B]`: `[B, width]`.
    pub(super) fn forward(&self, classes: Tensor<1, Int>) -> Tensor<2> {
        match &self.table {
            Some(table) => table.val().select(0, classes),
            None => classes.one_hot::<2>(self.classes).float(),
        }
    }
}
