//! A block of a transformer.

use burn::module::Module;
use burn::tensor::Tensor;

use super::attention::{KeyValues, SelfAttention};
use super::norm::Norm;
use super::position::Places;
use super::projection::Projection;
use super::{NormPosition, STD, TransformerNetworkConfig};
use crate::nn::{Activation, Dropout, ParamScope};
use crate::rng::Rngs;

/// Attention, then a dense part.
#[derive(Module, Debug)]
pub(super) struct Block {
    attention_norm: Norm,
    attention: SelfAttention,
    mlp_norm: Norm,
    mlp: FeedForward,
    dropout: Dropout,
    #[module(skip)]
    norm_position: NormPosition,
}

impl Block {
    pub(super) fn new(config: &TransformerNetworkConfig, output_std: f64, scope: &ParamScope) -> Self {
        Self {
            attention_norm: Norm::new(config, scope.device()),
            attention: SelfAttention::new(config, output_std, &scope.child("attention")),
            mlp_norm: Norm::new(config, scope.device()),
            mlp: FeedForward::new(config, output_std, &scope.child("mlp")),
            dropout: Dropout::new(config.dropout_rate),
            norm_position: config.norm_position,
        }
    }

    /// `[B, N, width]` to the same.
    pub(super) fn forward(
        &self,
        x: Tensor<3>,
        places: &Places,
        cache: Option<&mut Option<KeyValues>>,
        rngs: &mut Rngs,
    ) -> Tensor<3> {
        match self.norm_position {
            NormPosition::Pre => {
                let added = self.attention.forward(&self.attention_norm.forward(x.clone()), places, cache, rngs);
                let x = x + self.dropout.forward(added, rngs);
                let added = self.mlp.forward(self.mlp_norm.forward(x.clone()));
                x + self.dropout.forward(added, rngs)
            }
            NormPosition::Post => {
                let added = self.attention.forward(&x, places, cache, rngs);
                let x = self.attention_norm.forward(x + self.dropout.forward(added, rngs));
                let added = self.mlp.forward(x.clone());
                self.mlp_norm.forward(x + self.dropout.forward(added, rngs))
            }
        }
    }
}

/// A hidden layer at each position, gated or not.
#[derive(Module, Debug)]
struct FeedForward {
    gate: Option<Projection>,
    up: Projection,
    down: Projection,
    #[module(skip)]
    activation: Activation,
}

impl FeedForward {
    fn new(config: &TransformerNetworkConfig, output_std: f64, scope: &ParamScope) -> Self {
        let (width, hidden) = (config.embed_dim, config.hidden_width());
        let layer = |name: &str, inputs, outputs, std| {
            Projection::new(inputs, outputs, config.use_bias, std, &scope.child(name))
        };
        Self {
            gate: config.gated_mlp.then(|| layer("gate", width, hidden, STD)),
            up: layer("up", width, hidden, STD),
            down: layer("down", hidden, width, output_std),
            activation: config.activation,
        }
    }

    fn forward(&self, x: Tensor<3>) -> Tensor<3> {
        let hidden = match &self.gate {
            None => self.activation.forward(self.up.forward(x)),
            Some(gate) => self.activation.forward(gate.forward(x.clone())) * self.up.forward(x),
        };
        self.down.forward(hidden)
    }
}
