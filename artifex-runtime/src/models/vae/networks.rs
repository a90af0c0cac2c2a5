//! Encoder and decoder networks.

use burn::module::Module;
use burn::tensor::Tensor;

use super::config::{DecoderConfig, EncoderConfig, EncoderType};
use crate::nn::conv::{grid_sizes, to_channels_first, to_channels_last};
use crate::nn::dense::HiddenOptions;
use crate::nn::{Activation, ConvDown, ConvUp, Linear, Mlp, ParamScope};
use crate::rng::Rngs;

/// The log-variance is kept within ±20, where its exponential stays a useful f32.
const LOG_VAR_LIMIT: f32 = 20.0;

/// Images to the mean and log-variance of their latents.
#[derive(Module, Debug)]
pub(super) struct Encoder {
    body: EncoderBody,
    mean: Linear,
    log_var: Linear,
}

#[derive(Module, Debug)]
enum EncoderBody {
    Dense(Mlp),
    Conv(ConvDown),
}

impl Encoder {
    pub(super) fn new(config: &EncoderConfig, kind: EncoderType, shape: [usize; 3], scope: &ParamScope) -> Self {
        let options = HiddenOptions {
            activation: config.activation,
            dropout_rate: config.dropout_rate,
            batch_norm: config.use_batch_norm,
        };
        let [height, width, channels] = shape;
        let last = config.hidden_dims.last().copied().unwrap_or(channels);
        let inside = scope.child("body");
        let (body, features) = match kind {
            EncoderType::Dense => {
                (EncoderBody::Dense(Mlp::new(height * width * channels, &config.hidden_dims, options, &inside)), last)
            }
            EncoderType::Cnn => {
                let [h, w] = smallest_grid(shape, config.hidden_dims.len());
                (EncoderBody::Conv(ConvDown::new(channels, &config.hidden_dims, options, &inside)), last * h * w)
            }
        };
        let head =
            |name| Linear::new(features, config.latent_dim, Activation::Identity.initializer(), &scope.child(name));
        Self { body, mean: head("mean"), log_var: head("log_var") }
    }

    /// `[B, H, W, C]` to mean and log-variance, each `[B, latent_dim]`.
    pub(super) fn forward(&self, images: Tensor<4>, rngs: &mut Rngs) -> (Tensor<2>, Tensor<2>) {
        let features = match &self.body {
            EncoderBody::Dense(mlp) => mlp.forward(flatten(images), rngs),
            EncoderBody::Conv(conv) => flatten(conv.forward(to_channels_first(images), rngs)),
        };
        let log_var = self.log_var.forward(features.clone()).clamp(-LOG_VAR_LIMIT, LOG_VAR_LIMIT);
        (self.mean.forward(features), log_var)
    }
}

/// Latents to images, before the output activation.
#[derive(Module, Debug)]
pub(super) struct Decoder {
    body: DecoderBody,
}

#[derive(Module, Debug)]
enum DecoderBody {
    Dense(DenseDecoder),
    Conv(ConvDecoder),
}

#[derive(Module, Debug)]
struct DenseDecoder {
    layers: Mlp,
    output: Linear,
}

#[derive(Module, Debug)]
struct ConvDecoder {
    input: Mlp,
    up: ConvUp,
    /// Channels, height and width of the smallest grid.
    grid: [usize; 3],
}

impl Decoder {
    pub(super) fn new(config: &DecoderConfig, kind: EncoderType, shape: [usize; 3], scope: &ParamScope) -> Self {
        let options = HiddenOptions {
            activation: config.activation,
            dropout_rate: config.dropout_rate,
            batch_norm: config.use_batch_norm,
        };
        let [height, width, channels] = shape;
        let pixels = height * width * channels;
        let last = config.hidden_dims.last().copied().unwrap_or(config.latent_dim);
        let (inside, initializer) = (scope.child("body"), config.output_activation.initializer());
        let body = match kind {
            EncoderType::Dense => DecoderBody::Dense(DenseDecoder {
                layers: Mlp::new(config.latent_dim, &config.hidden_dims, options, &inside.child("layers")),
                output: Linear::new(last, pixels, initializer, &inside.child("output")),
            }),
            EncoderType::Cnn => {
                let [h, w] = smallest_grid(shape, config.hidden_dims.len());
                let first = config.hidden_dims.first().copied().unwrap_or(channels);
                let up = inside.child("up");
                DecoderBody::Conv(ConvDecoder {
                    input: Mlp::new(config.latent_dim, &[first * h * w], options, &inside.child("input")),
                    up: ConvUp::new(&config.hidden_dims, channels, [height, width], options, initializer, &up),
                    grid: [first, h, w],
                })
            }
        };
        Self { body }
    }

    /// `[B, latent_dim]` to `[B, H · W · C]`.
    pub(super) fn forward(&self, z: Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        match &self.body {
            DecoderBody::Dense(dense) => dense.output.forward(dense.layers.forward(z, rngs)),
            DecoderBody::Conv(conv) => {
                let (batch, [channels, height, width]) = (z.dims()[0], conv.grid);
                let grid = conv.input.forward(z, rngs).reshape([batch, channels, height, width]);
                flatten(to_channels_last(conv.up.forward(grid, rngs)))
            }
        }
    }
}

/// The grid after as many halvings as there are hidden layers.
fn smallest_grid([height, width, _]: [usize; 3], levels: usize) -> [usize; 2] {
    grid_sizes([height, width], levels).last().copied().unwrap_or([height, width])
}

/// `[B, ...]` to `[B, product of the rest]`.
pub(super) fn flatten(x: Tensor<4>) -> Tensor<2> {
    let [batch, a, b, c] = x.dims();
    x.reshape([batch, a * b * c])
}
