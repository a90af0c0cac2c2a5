//! What follows the linear part of a layer.

use burn::module::Module;
use burn::nn::{BatchNorm, BatchNormConfig};
use burn::tensor::Tensor;

use super::activation::Activation;
use super::dense::HiddenOptions;
use super::dropout::Dropout;
use super::init::ParamScope;
use crate::rng::Rngs;

/// Batch norm if asked for, activation and dropout.
#[derive(Module, Debug)]
pub struct After {
    norm: Option<BatchNorm>,
    #[module(skip)]
    activation: Activation,
    dropout: Dropout,
}

impl After {
    /// What follows a layer with `channels` units or channels.
    #[must_use]
    pub fn new(channels: usize, options: HiddenOptions, scope: &ParamScope) -> Self {
        Self::build(&BatchNormConfig::new(channels), options, scope)
    }

    /// The same, where each batch leaves `momentum` of the old running mean and variance.
    #[must_use]
    pub fn with_momentum(channels: usize, options: HiddenOptions, momentum: f64, scope: &ParamScope) -> Self {
        // burn's momentum is the share of the new ones.
        Self::build(&BatchNormConfig::new(channels).with_momentum(1.0 - momentum), options, scope)
    }

    fn build(norm: &BatchNormConfig, options: HiddenOptions, scope: &ParamScope) -> Self {
        Self {
            norm: options.batch_norm.then(|| norm.init(scope.device())),
            activation: options.activation,
            dropout: Dropout::new(options.dropout_rate),
        }
    }

    /// `[B, channels, ..]` to the same.
    #[must_use]
    pub fn forward<const D: usize>(&self, x: Tensor<D>, rngs: &mut Rngs) -> Tensor<D> {
        let x = match &self.norm {
            Some(norm) => norm.forward(x),
            None => x,
        };
        self.dropout.forward(self.activation.forward(x), rngs)
    }
}
