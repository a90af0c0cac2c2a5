//! From the decoder's last layer to images, losses and likelihoods.

use burn::tensor::Tensor;

use super::config::{ReconstructionLoss, VAEConfig};
use super::networks::flatten;
use crate::kernels::bernoulli::bernoulli_nll;
use crate::nn::Activation;

/// What the decoder's last values mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct OutputHead {
    /// Height, width and channels.
    pub(super) shape: [usize; 3],
    activation: Activation,
    loss: ReconstructionLoss,
}

impl OutputHead {
    /// The head of a checked configuration.
    pub(super) fn new(config: &VAEConfig) -> Self {
        let mut shape = [1; 3];
        shape.iter_mut().zip(&config.encoder.input_shape).for_each(|(to, from)| *to = *from);
        Self { shape, activation: config.decoder.output_activation, loss: config.reconstruction_loss_type }
    }

    /// `[B, H · W · C]` before the activation to images `[B, H, W, C]`.
    pub(super) fn images(&self, pre_activation: Tensor<2>) -> Tensor<4> {
        let [height, width, channels] = self.shape;
        let count = pre_activation.dims()[0];
        self.activation.forward(pre_activation).reshape([count, height, width, channels])
    }

    /// The reconstruction error of each image, summed over its pixels: `[B]`.
    pub(super) fn reconstruction_loss(&self, pre_activation: Tensor<2>, images: Tensor<4>) -> Tensor<1> {
        let images = flatten(images);
        match self.loss {
            ReconstructionLoss::Bce => bernoulli_nll(pre_activation, images),
            ReconstructionLoss::Mse => squared_error(self.activation.forward(pre_activation), images),
        }
    }

    /// `ln p(x|z)` of each image: `[B]`.
    pub(super) fn log_likelihood(&self, pre_activation: Tensor<2>, images: Tensor<4>) -> Tensor<1> {
        let loss = self.reconstruction_loss(pre_activation, images);
        match self.loss {
            ReconstructionLoss::Bce => loss.neg(),
            ReconstructionLoss::Mse => {
                #[expect(clippy::cast_precision_loss, reason = "far fewer pixels than 2^52")]
                let pixels = self.shape.iter().product::<usize>() as f64;
                loss * -0.5 - 0.5 * pixels * (2.0 * std::f64::consts::PI).ln()
            }
        }
    }

    /// The mean reconstruction loss on `held_out` of each pixel's mean over `train`. The means of the cross-entropy are kept
    /// within [0.001, 0.999], so that a pixel that never changes in `train` cannot cost an infinite amount.
    pub(super) fn baseline(&self, train: Tensor<4>, held_out: Tensor<4>) -> Option<f64> {
        let (train, held_out) = (flatten(train).without_autodiff(), flatten(held_out).without_autodiff());
        if train.dims()[0] == 0 || held_out.dims()[0] == 0 {
            return None;
        }
        let mean = train.mean_dim(0).expand(held_out.dims());
        let losses = match self.loss {
            ReconstructionLoss::Bce => {
                let mean = mean.clamp(1e-3, 1.0 - 1e-3);
                let logits = mean.clone().log() - (mean.neg() + 1.0).log();
                bernoulli_nll(logits, held_out)
            }
            ReconstructionLoss::Mse => squared_error(mean, held_out),
        };
        losses.mean().try_into_scalar::<f64>().ok()
    }
}

/// Sum of squared differences of each row: `[B, N]` twice to `[B]`.
fn squared_error(a: Tensor<2>, b: Tensor<2>) -> Tensor<1> {
    (a - b).square().sum_dim(1).squeeze_dim::<1>(1)
}
