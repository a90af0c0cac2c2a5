//! From the decoder's last layer to images, losses and likelihoods.

use burn::module::{Module, Param};
use burn::tensor::{Device, Tensor};

use super::config::{ReconstructionLoss, VAEConfig};
use super::networks::flatten;
use crate::distributions::{
    bernoulli_log_prob, categorical_log_prob, discretized_logistic_log_prob, level_indices, level_means,
    normal_log_prob,
};
use crate::models::independent::independent_levels;
use crate::nn::Activation;

/// Logarithms of standard deviations and scales are kept above this, so that no pixel that never changes drives them on for ever.
const LOG_SCALE_MIN: f64 = -7.0;
/// What a learnt one starts at.
const LOG_SCALE_START: f64 = -1.5;

/// What the decoder's last values mean.
#[derive(Module, Debug)]
pub(super) struct OutputHead {
    /// The logarithm of the learnt standard deviation `[1]`, or of the scale of each pixel `[H · W · C]`.
    log_scale: Option<Param<Tensor<1>>>,
    #[module(skip)]
    meaning: Meaning,
}

/// The part of the head that is not learnt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    /// Height, width and channels.
    pub(super) shape: [usize; 3],
    activation: Activation,
    loss: ReconstructionLoss,
    /// Values that a pixel can have.
    levels: usize,
}

impl OutputHead {
    /// The head of a checked configuration.
    pub(super) fn new(config: &VAEConfig, device: &Device) -> Self {
        let mut shape = [1; 3];
        shape.iter_mut().zip(&config.encoder.input_shape).for_each(|(to, from)| *to = *from);
        let loss = config.reconstruction_loss_type;
        let meaning =
            Meaning { shape, activation: config.decoder.output_activation, loss, levels: config.levels.unwrap_or(2) };
        let scales = match loss {
            ReconstructionLoss::Gaussian => Some(1),
            ReconstructionLoss::Logistic => Some(shape.iter().product()),
            _ => None,
        };
        let start = |count| Param::from_tensor(Tensor::full([count], LOG_SCALE_START, device));
        Self { log_scale: scales.map(start), meaning }
    }

    /// What is not learnt.
    pub(super) const fn meaning(&self) -> Meaning {
        self.meaning
    }

    /// Height, width and channels of the images.
    pub(super) const fn shape(&self) -> [usize; 3] {
        self.meaning.shape
    }

    /// Height, width and values for each pixel of what the decoder gives.
    pub(super) const fn decoded_shape(&self) -> [usize; 3] {
        let Meaning { shape: [height, width, channels], loss, levels, .. } = self.meaning;
        match loss {
            ReconstructionLoss::Categorical => [height, width, channels * levels],
            _ => [height, width, channels],
        }
    }

    /// The reconstruction error of each image, summed over its pixels: `[B]`.
    pub(super) fn reconstruction_loss(&self, pre_activation: Tensor<2>, images: Tensor<4>) -> Tensor<1> {
        match self.meaning.loss {
            ReconstructionLoss::Mse => squared_error(self.meaning.activation.forward(pre_activation), flatten(images)),
            _ => self.log_likelihood(pre_activation, images).neg(),
        }
    }

    /// `ln p(x|z)` of each image: `[B]`.
    pub(super) fn log_likelihood(&self, pre_activation: Tensor<2>, images: Tensor<4>) -> Tensor<1> {
        let Meaning { activation, loss, levels, .. } = self.meaning;
        let images = flatten(images);
        let [batch, pixels] = images.dims();
        let log_scale = || {
            // A head of these kinds has one.
            let scale = self.log_scale.as_ref().map(Param::val);
            scale.unwrap_or_else(|| Tensor::zeros([1], &images.device())).clamp_min(LOG_SCALE_MIN).unsqueeze::<2>()
        };
        match loss {
            ReconstructionLoss::Bce => bernoulli_log_prob(images, pre_activation),
            // Of unit variance.
            ReconstructionLoss::Mse => {
                normal_log_prob(images.clone(), activation.forward(pre_activation), images.zeros_like())
            }
            ReconstructionLoss::Gaussian => {
                let log_var = (log_scale() * 2.0).expand([batch, pixels]);
                normal_log_prob(images, activation.forward(pre_activation), log_var)
            }
            ReconstructionLoss::Categorical => {
                let logits = pre_activation.reshape([batch, pixels, levels]);
                categorical_log_prob(level_indices(images, levels), logits)
            }
            ReconstructionLoss::Logistic => {
                let images = nearest_level(images.clone(), levels);
                discretized_logistic_log_prob(images, activation.forward(pre_activation), log_scale(), levels)
            }
        }
    }

    /// The mean reconstruction loss on `held_out` of a model of independent pixels fitted to `train`.
    ///
    /// Each pixel has its mean over `train`; for the cross-entropy kept within [0.001, 0.999], so that a pixel that never changes
    /// in `train` cannot cost an infinite amount. `gaussian` has one variance for all of them. For `categorical` and `logistic` each
    /// pixel has the share of each value in `train`, every value counted once more.
    pub(super) fn baseline(&self, train: Tensor<4>, held_out: Tensor<4>) -> Option<f64> {
        let (train, held_out) = (flatten(train).without_autodiff(), flatten(held_out).without_autodiff());
        if train.dims()[0] == 0 || held_out.dims()[0] == 0 {
            return None;
        }
        let mean = train.clone().mean_dim(0);
        let losses = match self.meaning.loss {
            ReconstructionLoss::Bce => {
                let mean = mean.clamp(1e-3, 1.0 - 1e-3).expand(held_out.dims());
                let logits = mean.clone().log() - (mean.neg() + 1.0).log();
                bernoulli_log_prob(held_out, logits).neg()
            }
            ReconstructionLoss::Mse => squared_error(mean.expand(held_out.dims()), held_out),
            ReconstructionLoss::Gaussian => {
                let variance = (train - mean.clone()).square().mean().clamp_min((2.0 * LOG_SCALE_MIN).exp());
                let log_var = variance.log().unsqueeze::<2>().expand(held_out.dims());
                normal_log_prob(held_out.clone(), mean.expand(held_out.dims()), log_var).neg()
            }
            ReconstructionLoss::Categorical | ReconstructionLoss::Logistic => {
                return independent_levels(train, held_out, self.meaning.levels);
            }
        };
        losses.mean().try_into_scalar::<f64>().ok()
    }
}

impl Meaning {
    /// `[B, values]` before the activation to images `[B, H, W, C]`: means of the pixels.
    pub(super) fn images(&self, pre_activation: Tensor<2>) -> Tensor<4> {
        let [height, width, channels] = self.shape;
        let count = pre_activation.dims()[0];
        let pixels = match self.loss {
            ReconstructionLoss::Categorical => {
                level_means(pre_activation.reshape([count, height * width * channels, self.levels]))
            }
            _ => self.activation.forward(pre_activation),
        };
        pixels.reshape([count, height, width, channels])
    }
}

/// The nearest of the evenly spaced values.
fn nearest_level(x: Tensor<2>, levels: usize) -> Tensor<2> {
    #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
    let top = levels.saturating_sub(1).max(1) as f64;
    level_indices(x, levels).float() / top
}

/// Sum of squared differences of each row: `[B, N]` twice to `[B]`.
fn squared_error(a: Tensor<2>, b: Tensor<2>) -> Tensor<1> {
    (a - b).square().sum_dim(1).squeeze_dim::<1>(1)
}
