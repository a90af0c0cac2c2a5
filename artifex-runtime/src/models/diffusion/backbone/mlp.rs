//! Fully connected layers that are told the time.

use burn::module::Module;
use burn::tensor::Tensor;

use super::config::MLPBackboneConfig;
use crate::nn::{Activation, Dropout, Linear, ParamScope};
use crate::rng::Rngs;

/// Hidden layers, each of which adds what a layer of its own makes of the time, and a last one without activation.
#[derive(Module, Debug)]
pub(super) struct MLPBackbone {
    hidden: Vec<TimedLayer>,
    output: Linear,
}

#[derive(Module, Debug)]
struct TimedLayer {
    linear: Linear,
    time: Linear,
    dropout: Dropout,
    #[module(skip)]
    activation: Activation,
}

impl MLPBackbone {
    /// A network from and to `values` numbers.
    pub(super) fn new(config: &MLPBackboneConfig, values: usize, scope: &ParamScope) -> Self {
        let MLPBackboneConfig { hidden_dims, activation, dropout_rate, time_embedding_dim, .. } = config;
        let inputs = std::iter::once(values).chain(hidden_dims.iter().copied());
        let layer = |(i, (inputs, &outputs)): (usize, (usize, &usize))| {
            let scope = scope.child("hidden").child(i);
            let linear = |inputs, name| Linear::new(inputs, outputs, activation.initializer(), &scope.child(name));
            TimedLayer {
                linear: linear(inputs, "linear"),
                time: linear(*time_embedding_dim, "time"),
                dropout: Dropout::new(*dropout_rate),
                activation: *activation,
            }
        };
        let last = hidden_dims.last().copied().unwrap_or(values);
        Self {
            hidden: inputs.zip(hidden_dims).enumerate().map(layer).collect(),
            output: Linear::new(last, values, Activation::Identity.initializer(), &scope.child("output")),
        }
    }

    /// `[B, values]`, and what is told: `[B, width]` or `[1, width]`; to `[B, values]`.
    pub(super) fn forward(&self, x: Tensor<2>, told: &Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        let hidden = self.hidden.iter().fold(x, |x, layer| {
            let x = layer.linear.forward(x) + layer.time.forward(told.clone());
            layer.dropout.forward(layer.activation.forward(x), rngs)
        });
        self.output.forward(hidden)
    }
}
