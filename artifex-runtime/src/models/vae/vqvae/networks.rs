//! From images to vectors and from codes to images.

use burn::module::Module;
use burn::tensor::Tensor;

use super::VQVAEConfig;
use crate::models::vae::EncoderType;
use crate::models::vae::networks::{decoder_options, encoder_options, flatten, smallest_grid};
use crate::nn::conv::{to_channels_first, to_channels_last};
use crate::nn::{Activation, ConvDown, ConvUp, Linear, Mlp, ParamScope};
use crate::rng::Rngs;

/// Images to vectors, as many for each as there are positions.
#[derive(Module, Debug)]
pub(super) struct CodeEncoder {
    body: Down,
    vectors: Linear,
    width: usize,
}

#[derive(Module, Debug)]
enum Down {
    Dense(Mlp),
    Conv(ConvDown),
}

impl CodeEncoder {
    pub(super) fn new(config: &VQVAEConfig, shape: [usize; 3], scope: &ParamScope) -> Self {
        let (options, widths, width) =
            (encoder_options(&config.encoder), &config.encoder.hidden_dims, config.embedding_dim);
        let [height, width_of_image, channels] = shape;
        let inside = scope.child("body");
        let (body, outputs) = match config.encoder_type {
            EncoderType::Dense => {
                let body = Mlp::new(height * width_of_image * channels, widths, options, &inside);
                (Down::Dense(body), config.encoder.latent_dim * width)
            }
            EncoderType::Cnn => (Down::Conv(ConvDown::new(channels, widths, options, &inside)), width),
            EncoderType::Resnet => (Down::Conv(ConvDown::residual(channels, widths, options, &inside)), width),
        };
        let features = widths.last().copied().unwrap_or(channels);
        let initializer = Activation::Identity.initializer();
        Self { body, vectors: Linear::new(features, outputs, initializer, &scope.child("vectors")), width }
    }

    /// `[B, H, W, C]` to `[B · positions, width]`.
    pub(super) fn forward(&self, images: Tensor<4>, rngs: &mut Rngs) -> Tensor<2> {
        let features = match &self.body {
            Down::Dense(mlp) => mlp.forward(flatten(images), rngs),
            Down::Conv(conv) => {
                let grid = to_channels_last(conv.forward(to_channels_first(images), rngs));
                let [batch, height, width, channels] = grid.dims();
                grid.reshape([batch * height * width, channels])
            }
        };
        let vectors = self.vectors.forward(features);
        let count = vectors.shape().num_elements() / self.width;
        vectors.reshape([count, self.width])
    }
}

/// Codes to values for each pixel, before the output activation.
#[derive(Module, Debug)]
pub(super) struct CodeDecoder {
    body: Up,
    positions: usize,
}

#[derive(Module, Debug)]
#[allow(clippy::large_enum_variant, reason = "a model has one of them")]
enum Up {
    Dense(DenseUp),
    Conv(GridUp),
}

#[derive(Module, Debug)]
struct DenseUp {
    layers: Mlp,
    output: Linear,
}

#[derive(Module, Debug)]
struct GridUp {
    /// Of each position.
    input: Mlp,
    up: ConvUp,
    /// Height and width of the smallest grid.
    grid: [usize; 2],
}

impl CodeDecoder {
    /// `shape` is that of what comes out: height, width, and values for each pixel.
    pub(super) fn new(config: &VQVAEConfig, shape: [usize; 3], scope: &ParamScope) -> Self {
        let (options, widths) = (decoder_options(&config.decoder), &config.decoder.hidden_dims);
        let (positions, width) = (config.decoder.latent_dim, config.embedding_dim);
        let [height, width_of_image, channels] = shape;
        let (inside, initializer) = (scope.child("body"), config.decoder.output_activation.initializer());
        let body = if config.encoder_type == EncoderType::Dense {
            let last = widths.last().copied().unwrap_or(positions * width);
            Up::Dense(DenseUp {
                layers: Mlp::new(positions * width, widths, options, &inside.child("layers")),
                output: Linear::new(last, height * width_of_image * channels, initializer, &inside.child("output")),
            })
        } else {
            let first = widths.first().copied().unwrap_or(channels);
            let (up, size) = (inside.child("up"), [height, width_of_image]);
            let make = if config.encoder_type == EncoderType::Resnet { ConvUp::residual } else { ConvUp::new };
            Up::Conv(GridUp {
                input: Mlp::new(width, &[first], options, &inside.child("input")),
                up: make(widths, channels, size, options, initializer, &up),
                grid: smallest_grid(shape, widths.len()),
            })
        };
        Self { body, positions }
    }

    /// Height and width of the smallest grid, if there is one.
    pub(super) const fn grid(&self) -> Option<[usize; 2]> {
        match &self.body {
            Up::Dense(_) => None,
            Up::Conv(conv) => Some(conv.grid),
        }
    }

    /// `[B · positions, width]` to `[B, H · W · values]`.
    pub(super) fn forward(&self, codes: Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        let [rows, width] = codes.dims();
        let batch = rows / self.positions;
        match &self.body {
            Up::Dense(dense) => {
                let joined = codes.reshape([batch, self.positions * width]);
                dense.output.forward(dense.layers.forward(joined, rngs))
            }
            Up::Conv(conv) => {
                let hidden = conv.input.forward(codes, rngs);
                let ([height, width], channels) = (conv.grid, hidden.dims()[1]);
                let grid = to_channels_first(hidden.reshape([batch, height, width, channels]));
                flatten(to_channels_last(conv.up.forward(grid, rngs)))
            }
        }
    }
}
