//! Fully connected layers.

use burn::module::{Module, Param};
use burn::tensor::{Tensor, module};

use super::activation::Activation;
use super::after::After;
use super::init::{Initializer, ParamScope};
use crate::rng::Rngs;

/// `y = x W + b`.
#[derive(Module, Debug)]
pub struct Linear {
    /// `[inputs, outputs]`.
    pub weight: Param<Tensor<2>>,
    /// `[outputs]`.
    pub bias: Param<Tensor<1>>,
}

impl Linear {
    /// A layer with `inputs` inputs and `outputs` outputs; the bias starts at 0.
    #[must_use]
    pub fn new(inputs: usize, outputs: usize, initializer: Initializer, scope: &ParamScope) -> Self {
        Self {
            weight: scope.weight("weight", [inputs, outputs], [inputs, outputs], initializer),
            bias: scope.bias(outputs),
        }
    }

    /// `[B, inputs]` to `[B, outputs]`.
    #[must_use]
    pub fn forward(&self, x: Tensor<2>) -> Tensor<2> {
        module::linear(x, self.weight.val(), Some(self.bias.val()))
    }
}

/// What all hidden layers of a stack share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HiddenOptions {
    /// Function after each layer.
    pub activation: Activation,
    /// Share of values dropped after each layer in training.
    pub dropout_rate: f64,
    /// Whether values are normalised over the batch before the activation (Ioffe and Szegedy 2015).
    pub batch_norm: bool,
}

/// A stack of hidden layers: linear, batch norm if asked for, activation, dropout.
#[derive(Module, Debug)]
pub struct Mlp {
    hidden: Vec<HiddenLayer>,
}

#[derive(Module, Debug)]
struct HiddenLayer {
    linear: Linear,
    after: After,
}

impl Mlp {
    /// A stack from `inputs` through `widths`.
    #[must_use]
    pub fn new(inputs: usize, widths: &[usize], options: HiddenOptions, scope: &ParamScope) -> Self {
        let initializer = options.activation.initializer();
        let inputs = std::iter::once(inputs).chain(widths.iter().copied());
        let hidden = inputs
            .zip(widths)
            .enumerate()
            .map(|(i, (inputs, &outputs))| {
                let scope = scope.child("hidden").child(i);
                HiddenLayer {
                    linear: Linear::new(inputs, outputs, initializer, &scope.child("linear")),
                    after: After::new(outputs, options, &scope),
                }
            })
            .collect();
        Self { hidden }
    }

    /// `[B, inputs]` to `[B, last width]`.
    #[must_use]
    pub fn forward(&self, x: Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        self.hidden.iter().fold(x, |x, layer| layer.after.forward(layer.linear.forward(x), rngs))
    }
}
