//! The networks that predict.

mod blocks;
pub(super) mod config;
mod dit;
mod mlp;
mod time;
mod unet;

pub use config::{
    BackboneConfig, DiTBackboneConfig, DiTSizeConfig, MLPBackboneConfig, UNet1DBackboneConfig, UNetBackboneConfig,
    UNetBlocksConfig,
};
pub use time::sinusoids;

use burn::module::Module;
use burn::tensor::{Int, Tensor};

use self::dit::DiT;
use self::mlp::MLPBackbone;
use self::time::Conditioning;
use self::unet::UNet;
use super::form::Form;
use crate::nn::{Activation, ParamScope};
use crate::rng::Rngs;

/// A network from noised examples, their times and classes to a prediction.
#[derive(Module, Debug)]
pub struct Network {
    told: Conditioning,
    body: Body,
}

#[derive(Module, Debug)]
#[allow(clippy::large_enum_variant, reason = "a model has one of them")]
enum Body {
    Dense(MLPBackbone),
    Conv(UNet),
    Patches(DiT),
}

impl Network {
    /// A network for data of a form, told one of so many classes if there are any. The config has been checked.
    pub(super) fn new(
        config: &BackboneConfig,
        form: Form,
        classes: Option<usize>,
        scope: &ParamScope,
    ) -> Result<Self, String> {
        let (width, activation) = match config {
            BackboneConfig::MLP(config) => (config.time_embedding_dim, config.activation),
            BackboneConfig::UNet(config) => (config.blocks.time_embedding_dim, config.blocks.activation),
            BackboneConfig::UNet1D(config) => (config.blocks.time_embedding_dim, config.blocks.activation),
            BackboneConfig::DiT(config) => (config.size.hidden_size, Activation::Silu),
        };
        let scope_of_body = scope.child("body");
        let body = match config {
            BackboneConfig::MLP(config) => Body::Dense(MLPBackbone::new(config, form.values(), &scope_of_body)),
            BackboneConfig::UNet(config) => {
                let shape = form.image().ok_or("a U-Net takes images, and `input_shape` is that of points")?;
                config.check()?;
                Body::Conv(UNet::new(&config.into(), shape, &scope_of_body)?)
            }
            BackboneConfig::UNet1D(config) => {
                let [length, channels] = form.signal().ok_or("a U-Net of signals takes a length and channels")?;
                Body::Conv(UNet::new(&config.into(), [channels, length, 1], &scope_of_body)?)
            }
            BackboneConfig::DiT(config) => {
                let shape = form.image().ok_or("a DiT takes images, and `input_shape` is that of points")?;
                Body::Patches(DiT::new(config, shape, &scope_of_body)?)
            }
        };
        Ok(Self { told: Conditioning::new(width, classes, activation, &scope.child("told")), body })
    }

    /// The prediction for noised examples `x: [B, values]`, images with their channels first: `[B, values]`, and where the network
    /// predicts variances as many after them.
    ///
    /// `time: [B]`, or `[1]` for one of all, in steps of the schedule; `classes: [B]`, counted from 0, where the number of classes
    /// stands for none. A network that knows classes must be told them. Dropout draws from the stream `dropout`.
    #[must_use]
    pub fn forward(
        &self,
        x: Tensor<2>,
        time: Tensor<1>,
        classes: Option<Tensor<1, Int>>,
        rngs: &mut Rngs,
    ) -> Tensor<2> {
        let told = self.told.forward(time, classes);
        match &self.body {
            Body::Dense(mlp) => mlp.forward(x, &told, rngs),
            Body::Conv(unet) => unet.forward(x, &told, rngs),
            Body::Patches(dit) => dit.forward(x, &told, rngs),
        }
    }
}
