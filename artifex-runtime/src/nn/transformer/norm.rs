//! Normalisation of each position.

use burn::module::Module;
use burn::nn::{LayerNorm, LayerNormConfig, RmsNorm, RmsNormConfig};
use burn::tensor::{Device, Tensor};

use super::{NormKind, TransformerNetworkConfig};

/// Normalises the numbers of each position.
#[derive(Module, Debug)]
pub(super) enum Norm {
    Layer(LayerNorm),
    Rms(RmsNorm),
}

impl Norm {
    pub(super) fn new(config: &TransformerNetworkConfig, device: &Device) -> Self {
        let (width, eps) = (config.embed_dim, config.layer_norm_eps);
        match config.norm {
            NormKind::Layer => {
                Self::Layer(LayerNormConfig::new(width).with_epsilon(eps).with_bias(config.use_bias).init(device))
            }
            NormKind::Rms => Self::Rms(RmsNormConfig::new(width).with_epsilon(eps).init(device)),
        }
    }

    pub(super) fn forward(&self, x: Tensor<3>) -> Tensor<3> {
        match self {
            Self::Layer(norm) => norm.forward(x),
            Self::Rms(norm) => norm.forward(x),
        }
    }
}
