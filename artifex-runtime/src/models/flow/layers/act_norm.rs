//! Actnorm: a scale and a shift for each channel.

use burn::module::{Module, Param};
use burn::tensor::Tensor;

use super::{Grid, Mapped, for_each};
use crate::nn::ParamScope;

/// Keeps a channel that never changes from a scale without bounds.
const EPS: f64 = 1e-6;

/// `z = (x + shift) · exp(log_scale)` for each channel (Kingma and Dhariwal 2018, section 3.1).
#[derive(Module, Debug)]
pub struct ActNorm {
    /// `[C]`.
    shift: Param<Tensor<1>>,
    /// `[C]`.
    log_scale: Param<Tensor<1>>,
    positions: usize,
}

impl ActNorm {
    /// A layer that changes nothing before it is [`initialised`](Self::initialised).
    pub(in super::super) fn new([channels, height, width]: Grid, scope: &ParamScope) -> Self {
        Self { shift: scope.bias(channels), log_scale: scope.bias(channels), positions: height * width }
    }

    /// The layer that gives each channel of this batch mean 0 and variance 1.
    pub(super) fn initialised(self, x: Tensor<2>) -> Self {
        let x = self.channels(x.detach());
        let [count, channels, positions] = x.dims();
        let x = x.swap_dims(0, 1).reshape([channels, count * positions]);
        let mean = x.clone().mean_dim(1);
        let deviation = (x - mean.clone()).square().mean_dim(1).sqrt();
        let set = |param: Param<Tensor<1>>, value: Tensor<2>| {
            param.map(|old| {
                let value = value.reshape([channels]).without_autodiff();
                match (old.is_autodiff(), old.gradient_checkpointing_strategy()) {
                    (false, _) => value,
                    (true, None) => value.autodiff().require_grad(),
                    (true, Some(strategy)) => {
                        value.autodiff().with_gradient_checkpointing_strategy(strategy).require_grad()
                    }
                }
            })
        };
        Self {
            shift: set(self.shift, mean.neg()),
            log_scale: set(self.log_scale, (deviation + EPS).log().neg()),
            positions: self.positions,
        }
    }

    pub(super) fn forward(&self, x: Tensor<2>) -> Mapped {
        let [count, width] = x.dims();
        let x = self.channels(x) + over_positions(self.shift.val());
        let z = x * over_positions(self.log_scale.val().exp());
        #[expect(clippy::cast_precision_loss, reason = "far fewer positions than 2^52")]
        let log_det = self.log_scale.val().sum() * self.positions as f64;
        (z.reshape([count, width]), for_each(log_det, count))
    }

    pub(super) fn inverse(&self, z: Tensor<2>) -> Tensor<2> {
        let shape = z.dims();
        let x = self.channels(z) * over_positions(self.log_scale.val().neg().exp());
        (x - over_positions(self.shift.val())).reshape(shape)
    }

    /// `[B, C · positions]` to `[B, C, positions]`.
    fn channels(&self, x: Tensor<2>) -> Tensor<3> {
        let [count, width] = x.dims();
        x.reshape([count, width / self.positions, self.positions])
    }
}

/// `[C]` to `[1, C, 1]`.
fn over_positions(x: Tensor<1>) -> Tensor<3> {
    let channels = x.dims()[0];
    x.reshape([1, channels, 1])
}
