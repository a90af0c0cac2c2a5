//! Encoder and decoder networks.

use burn::module::Module;
use burn::tensor::Tensor;

use super::condition::ConditionType;
use super::config::{DecoderConfig, EncoderConfig, EncoderType};
use crate::nn::conv::{grid_sizes, to_channels_first, to_channels_last};
use crate::nn::dense::HiddenOptions;
use crate::nn::{Activation, ConvDown, ConvUp, Linear, Mlp, ParamScope};
use crate::rng::Rngs;

/// The log-variance is kept within ±20, where its exponential stays a useful f32.
const LOG_VAR_LIMIT: f32 = 20.0;

/// What networks are told beside their inputs: vectors of `width` numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) width: usize,
    pub(super) how: ConditionType,
}

impl Told {
    /// How many inputs are appended.
    const fn appended(told: Option<Self>) -> usize {
        match told {
            Some(Self { width, how: ConditionType::Concat }) => width,
            _ => 0,
        }
    }

    /// What is added to `outputs` values, if something is.
    fn added(told: Option<Self>, outputs: usize, scope: &ParamScope) -> Option<Linear> {
        let Self { width, .. } = told.filter(|told| told.how == ConditionType::Add)?;
        Some(Linear::new(width, outputs, Activation::Identity.initializer(), &scope.child("condition")))
    }
}

/// Images to the mean and log-variance of their latents.
#[derive(Module, Debug)]
pub(super) struct Encoder {
    body: EncoderBody,
    condition: Option<Linear>,
    appends: bool,
    mean: Linear,
    log_var: Linear,
}

#[derive(Module, Debug)]
enum EncoderBody {
    Dense(Mlp),
    Conv(ConvDown),
}

/// What all hidden layers of an encoder share.
pub(super) const fn encoder_options(config: &EncoderConfig) -> HiddenOptions {
    HiddenOptions {
        activation: config.activation,
        dropout_rate: config.dropout_rate,
        batch_norm: config.use_batch_norm,
    }
}

/// What all hidden layers of a decoder share.
pub(super) const fn decoder_options(config: &DecoderConfig) -> HiddenOptions {
    HiddenOptions {
        activation: config.activation,
        dropout_rate: config.dropout_rate,
        batch_norm: config.use_batch_norm,
    }
}

impl Encoder {
    pub(super) fn new(
        config: &EncoderConfig,
        kind: EncoderType,
        shape: [usize; 3],
        told: Option<Told>,
        scope: &ParamScope,
    ) -> Self {
        let (options, widths) = (encoder_options(config), &config.hidden_dims);
        let [height, width, channels] = shape;
        let last = widths.last().copied().unwrap_or(channels);
        let appended = Told::appended(told);
        let inside = scope.child("body");
        let [h, w] = smallest_grid(shape, widths.len());
        let (body, features) = match kind {
            EncoderType::Dense => {
                (EncoderBody::Dense(Mlp::new(height * width * channels + appended, widths, options, &inside)), last)
            }
            EncoderType::Cnn => {
                (EncoderBody::Conv(ConvDown::new(channels + appended, widths, options, &inside)), last * h * w)
            }
            EncoderType::Resnet => {
                (EncoderBody::Conv(ConvDown::residual(channels + appended, widths, options, &inside)), last * h * w)
            }
        };
        let head =
            |name| Linear::new(features, config.latent_dim, Activation::Identity.initializer(), &scope.child(name));
        Self {
            body,
            condition: Told::added(told, features, scope),
            appends: appended > 0,
            mean: head("mean"),
            log_var: head("log_var"),
        }
    }

    /// `[B, H, W, C]`, and what is told `[B, K]`, to mean and log-variance, each `[B, latent_dim]`.
    pub(super) fn forward(
        &self,
        images: Tensor<4>,
        told: Option<&Tensor<2>>,
        rngs: &mut Rngs,
    ) -> (Tensor<2>, Tensor<2>) {
        let appended = told.filter(|_| self.appends);
        let features = match &self.body {
            EncoderBody::Dense(mlp) => mlp.forward(join(flatten(images), appended), rngs),
            EncoderBody::Conv(conv) => {
                let images = to_channels_first(images);
                let [batch, _, height, width] = images.dims();
                let images = match appended {
                    // Each number is a channel that is the same everywhere.
                    Some(told) => {
                        let numbers = told.dims()[1];
                        let planes = told.clone().reshape([batch, numbers, 1, 1]);
                        Tensor::cat(vec![images, planes.expand([batch, numbers, height, width])], 1)
                    }
                    None => images,
                };
                flatten(conv.forward(images, rngs))
            }
        };
        let features = add(features, self.condition.as_ref(), told);
        let log_var = self.log_var.forward(features.clone()).clamp(-LOG_VAR_LIMIT, LOG_VAR_LIMIT);
        (self.mean.forward(features), log_var)
    }
}

/// Latents to values for each pixel, before the output activation.
#[derive(Module, Debug)]
pub(super) struct Decoder {
    body: DecoderBody,
    condition: Option<Linear>,
    appends: bool,
}

#[derive(Module, Debug)]
#[allow(clippy::large_enum_variant, reason = "a model has one of them")]
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
    /// `shape` is that of what comes out: height, width, and values for each pixel.
    pub(super) fn new(
        config: &DecoderConfig,
        kind: EncoderType,
        shape: [usize; 3],
        told: Option<Told>,
        scope: &ParamScope,
    ) -> Self {
        let (options, widths) = (decoder_options(config), &config.hidden_dims);
        let [height, width, channels] = shape;
        let latents = config.latent_dim + Told::appended(told);
        let (inside, initializer) = (scope.child("body"), config.output_activation.initializer());
        let body = if kind == EncoderType::Dense {
            let last = widths.last().copied().unwrap_or(latents);
            DecoderBody::Dense(DenseDecoder {
                layers: Mlp::new(latents, widths, options, &inside.child("layers")),
                output: Linear::new(last, height * width * channels, initializer, &inside.child("output")),
            })
        } else {
            let [h, w] = smallest_grid(shape, widths.len());
            let first = widths.first().copied().unwrap_or(channels);
            let (up, size) = (inside.child("up"), [height, width]);
            DecoderBody::Conv(ConvDecoder {
                input: Mlp::new(latents, &[first * h * w], options, &inside.child("input")),
                up: if kind == EncoderType::Resnet {
                    ConvUp::residual(widths, channels, size, options, initializer, &up)
                } else {
                    ConvUp::new(widths, channels, size, options, initializer, &up)
                },
                grid: [first, h, w],
            })
        };
        let condition = Told::added(told, config.latent_dim, scope);
        Self { body, condition, appends: Told::appended(told) > 0 }
    }

    /// `[B, latent_dim]`, and what is told `[B, K]`, to `[B, H · W · values]`.
    pub(super) fn forward(&self, z: Tensor<2>, told: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        let z = add(join(z, told.filter(|_| self.appends)), self.condition.as_ref(), told);
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
pub(super) fn smallest_grid([height, width, _]: [usize; 3], levels: usize) -> [usize; 2] {
    grid_sizes([height, width], levels).last().copied().unwrap_or([height, width])
}

/// `[B, ...]` to `[B, product of the rest]`.
pub(super) fn flatten(x: Tensor<4>) -> Tensor<2> {
    let [batch, a, b, c] = x.dims();
    x.reshape([batch, a * b * c])
}

/// `x` with what is appended.
fn join(x: Tensor<2>, appended: Option<&Tensor<2>>) -> Tensor<2> {
    match appended {
        Some(told) => Tensor::cat(vec![x, told.clone()], 1),
        None => x,
    }
}

/// `x` with what a layer makes of what is told.
fn add(x: Tensor<2>, layer: Option<&Linear>, told: Option<&Tensor<2>>) -> Tensor<2> {
    match (layer, told) {
        (Some(layer), Some(told)) => x + layer.forward(told.clone()),
        _ => x,
    }
}
