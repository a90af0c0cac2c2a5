//! From features to the distributions of a pixel's channels.

use burn::module::Module;
use burn::tensor::{Device, Tensor, TensorData};

use super::config::{PixelCNNConfig, PixelLikelihood};
use crate::distributions::{categorical_log_prob, discretized_logistic_log_prob, level_indices};
use crate::kernels::softmax::{log_softmax, logsumexp};
use crate::nn::{Activation, Linear, ParamScope};

/// Logarithms of scales are kept above this.
const LOG_SCALE_MIN: f64 = -7.0;
/// What they start at.
const LOG_SCALE_START: f64 = -1.5;

/// A network for each channel.
#[derive(Module, Debug)]
pub(super) struct Output {
    channels: Vec<Channel>,
    #[module(skip)]
    likelihood: PixelLikelihood,
    levels: usize,
}

/// Gives the distribution of a channel from the features and the channels before it.
#[derive(Module, Debug)]
struct Channel {
    hidden: Linear,
    scores: Linear,
}

impl Output {
    pub(super) fn new(config: &PixelCNNConfig, scope: &ParamScope) -> Self {
        let (hidden, outputs) = (config.hidden_channels, config.outputs());
        let channel = |channel: usize| {
            let scope = scope.child(channel);
            let layer = |name: &str, inputs, outputs, function: Activation| {
                Linear::new(inputs, outputs, function.initializer(), &scope.child(name))
            };
            Channel {
                hidden: layer("hidden", hidden + channel, hidden, Activation::Relu),
                scores: layer("scores", hidden, outputs, Activation::Identity),
            }
        };
        let channels = (0..config.image_shape[2]).map(channel).collect();
        Self { channels, likelihood: config.likelihood, levels: config.levels }
    }

    /// What is said of a channel: from features of pixels `[R, p]` and the channels before, in [-1, 1], `[R, channel]` or more
    /// of them, to `[R, outputs]`.
    pub(super) fn channel(&self, channel: usize, features: Tensor<2>, values: Option<Tensor<2>>) -> Tensor<2> {
        let network = &self.channels[channel];
        let features = Activation::Relu.forward(features);
        let seen = match values.filter(|_| channel > 0) {
            Some(values) => Tensor::cat(vec![features, values.narrow(1, 0, channel)], 1),
            None => features,
        };
        network.scores.forward(Activation::Relu.forward(network.hidden.forward(seen)))
    }

    /// What is said of all channels: features `[R, p]` and values `[R, C]` in [-1, 1] to `[R, C, outputs]`.
    pub(super) fn forward(&self, features: &Tensor<2>, values: &Tensor<2>) -> Tensor<3> {
        let of = |channel| self.channel(channel, features.clone(), Some(values.clone()));
        Tensor::stack((0..self.channels.len()).map(of).collect(), 1)
    }

    /// The log-likelihood of each image, in nats: values `[B, N]` in [0, 1], what is said of them `[B, N, outputs]` to `[B]`.
    pub(super) fn log_prob(&self, values: Tensor<2>, said: Tensor<3>) -> Tensor<1> {
        let indices = level_indices(values, self.levels);
        let [batch, count, outputs] = said.dims();
        match self.likelihood {
            PixelLikelihood::Categorical => categorical_log_prob(indices, said),
            PixelLikelihood::Logistic => {
                let values = indices.float() / self.top();
                let said = said.reshape([batch * count, outputs]);
                let values = values.reshape([batch * count, 1]);
                mixture(values, &said, self.levels).reshape([batch, count]).sum_dim(1).squeeze_dim::<1>(1)
            }
        }
    }

    /// Scores of all values, whose softmax is their probability: what is said of a channel, `[R, outputs]`, to `[R, levels]`.
    pub(super) fn level_scores(&self, said: Tensor<2>) -> Tensor<2> {
        match self.likelihood {
            PixelLikelihood::Categorical => said,
            PixelLikelihood::Logistic => {
                let [rows, outputs] = said.dims();
                let (levels, count) = (self.level_values(&said.device()), rows * self.levels);
                let values = levels.reshape([1, self.levels]).expand([rows, self.levels]).reshape([count, 1]);
                let said = said.unsqueeze_dim::<3>(1).expand([rows, self.levels, outputs]).reshape([count, outputs]);
                mixture(values, &said, self.levels).reshape([rows, self.levels])
            }
        }
    }

    /// The value of every level, `[levels]`.
    fn level_values(&self, device: &Device) -> Tensor<1> {
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "at most 65,536 levels")]
        let values: Vec<f32> = (0..self.levels).map(|level| (level as f64 / self.top()) as f32).collect();
        Tensor::from_data(TensorData::new(values, [self.levels]), device)
    }

    #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
    fn top(&self) -> f64 {
        (self.levels - 1) as f64
    }
}

/// The log-likelihood of values in [0, 1], `[R, 1]`, under mixtures of discretised logistic distributions: `[R, 3 K]`, weights before
/// the softmax, means, logarithms of scales. Result: `[R]`.
fn mixture(values: Tensor<2>, said: &Tensor<2>, levels: usize) -> Tensor<1> {
    let [rows, outputs] = said.dims();
    let (count, all) = (outputs / 3, rows * (outputs / 3));
    let part = |at: usize| said.clone().narrow(1, at * count, count);
    let weights = log_softmax(part(0), 1);
    let means = part(1) + 0.5;
    let log_scales = (part(2) + LOG_SCALE_START).clamp_min(LOG_SCALE_MIN);
    let each = discretized_logistic_log_prob(
        values.expand([rows, count]).reshape([all, 1]),
        means.reshape([all, 1]),
        log_scales.reshape([all, 1]),
        levels,
    );
    logsumexp(weights + each.reshape([rows, count]), 1).squeeze_dim::<1>(1)
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;

    /// Salimans et al. 2017, equation 2, in double precision.
    #[test]
    fn a_mixture_is_that_of_the_definition() {
        let (device, levels, count) = (Device::flex(), 5_u8, 2);
        let said = Stream::from_seed(1).normal(6);
        let row = Tensor::<2>::from_data(TensorData::new(said.clone(), [1, 6]), &device);
        let said: Vec<f64> = said.into_iter().map(f64::from).collect();
        let mut sum = 0.0;
        for level in 0..levels {
            let x = f64::from(level) / 4.0;
            let values = Tensor::<2>::full([1, 1], x, &device);
            let found = f64::from(mixture(values, &row, 5).into_scalar::<f32>());
            let (mut p, weights) = (0.0, said[..count].iter().map(|w| w.exp()).sum::<f64>());
            for at in 0..count {
                let (mean, scale) = (said[2 + at] + 0.5, (said[4 + at] - 1.5).exp());
                let below = |edge: f64| 1.0 / (1.0 + (-(edge - mean) / scale).exp());
                let high = if level == 4 { 1.0 } else { below(x + 0.125) };
                let low = if level == 0 { 0.0 } else { below(x - 0.125) };
                p += said[at].exp() / weights * (high - low);
            }
            assert!((found - p.ln()).abs() < 1e-4, "{found} is not {}", p.ln());
            sum += found.exp();
        }
        assert!((sum - 1.0).abs() < 1e-5, "{sum}");
    }
}
