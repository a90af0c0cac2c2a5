//! Dilated causal convolutions.

use std::collections::VecDeque;

use burn::module::Module;
use burn::tensor::Tensor;

use super::WaveNetConfig;
use crate::kernels::activation::{sigmoid, tanh};
use crate::nn::{Activation, Dropout, Initializer, Linear, ParamScope};
use crate::rng::Rngs;

/// A convolution over a token and those before it, a dilation apart.
#[derive(Module, Debug)]
pub(super) struct Causal {
    /// From the values of all of them, the oldest first.
    linear: Linear,
    taps: usize,
    dilation: usize,
}

/// The values of the newest tokens, `[B, channels]` each, the oldest first: as many as a convolution still takes.
pub(super) type Newest = VecDeque<Tensor<2>>;

impl Causal {
    pub(super) fn new(channels: [usize; 2], taps: usize, dilation: usize, scope: &ParamScope) -> Self {
        let linear = Linear::new(channels[0] * taps, channels[1], Initializer::LecunNormal, scope);
        Self { linear, taps, dilation }
    }

    /// `[B, N, inputs]` to `[B, N, outputs]`; before the first token there are zeros.
    pub(super) fn forward(&self, x: &Tensor<3>) -> Tensor<3> {
        let [batch, count, inputs] = x.dims();
        let back = |tap: usize| self.dilation.saturating_mul(self.taps - 1 - tap);
        let shifted = |tap: usize| match back(tap) {
            0 => x.clone(),
            back if back >= count => x.zeros_like(),
            back => {
                let zeros = Tensor::zeros([batch, back, inputs], &x.device());
                Tensor::cat(vec![zeros, x.clone().narrow(1, 0, count - back)], 1)
            }
        };
        let seen = match self.taps {
            1 => x.clone(),
            _ => Tensor::cat((0..self.taps).map(shifted).collect(), 2),
        };
        let y = self.linear.forward(seen.reshape([batch * count, inputs * self.taps]));
        let outputs = y.dims()[1];
        y.reshape([batch, count, outputs])
    }

    /// The result for the token that comes next, whose values are `x: [B, inputs]`; they are added to the newest ones.
    pub(super) fn step(&self, x: Tensor<2>, newest: &mut Newest) -> Tensor<2> {
        let most = self.dilation.saturating_mul(self.taps - 1).saturating_add(1);
        if newest.len() == most {
            newest.pop_front();
        }
        newest.push_back(x);
        let last = newest.len() - 1;
        let tap = |tap: usize| match last.checked_sub(self.dilation.saturating_mul(self.taps - 1 - tap)) {
            Some(at) => newest[at].clone(),
            None => newest[last].zeros_like(),
        };
        let seen = match self.taps {
            1 => tap(0),
            _ => Tensor::cat((0..self.taps).map(tap).collect(), 1),
        };
        self.linear.forward(seen)
    }
}

/// A gated layer (van den Oord et al. 2016, figure 4).
#[derive(Module, Debug)]
pub(super) struct Layer {
    convolution: Causal,
    /// None in the last layer, after which nothing takes it.
    residual: Option<Linear>,
    skip: Linear,
    dropout: Dropout,
    gated: bool,
}

impl Layer {
    /// `dilation`: of this layer, which may be the last one.
    pub(super) fn new(config: &WaveNetConfig, dilation: usize, last: bool, scope: &ParamScope) -> Self {
        let (residual, gated) = (config.residual_channels, config.use_gated_activation);
        let filters = if gated { 2 * residual } else { residual };
        let linear = |name: &str, outputs| Linear::new(residual, outputs, Initializer::LecunNormal, &scope.child(name));
        Self {
            convolution: Causal::new([residual, filters], config.kernel_size, dilation, &scope.child("convolution")),
            residual: (!last).then(|| linear("residual", residual)),
            skip: linear("skip", config.skip_channels),
            dropout: Dropout::new(config.dropout_rate),
            gated,
        }
    }

    /// `[B, N, residual]` to the same, and what is added to the result, `[B, N, skip]`.
    pub(super) fn forward(&self, x: Tensor<3>, rngs: &mut Rngs) -> [Tensor<3>; 2] {
        let [batch, count, residual] = x.dims();
        let filtered = self.convolution.forward(&self.dropout.forward(x.clone(), rngs));
        let width = filtered.dims()[2];
        let rows = x.reshape([batch * count, residual]);
        let [next, skip] = self.rest(rows, filtered.reshape([batch * count, width]));
        let skipped = skip.dims()[1];
        [next.reshape([batch, count, residual]), skip.reshape([batch, count, skipped])]
    }

    /// The same for the token that comes next: `[B, residual]`.
    pub(super) fn step(&self, x: Tensor<2>, newest: &mut Newest) -> [Tensor<2>; 2] {
        self.rest(x.clone(), self.convolution.step(x, newest))
    }

    /// What comes after the convolution of `x`.
    fn rest(&self, x: Tensor<2>, filtered: Tensor<2>) -> [Tensor<2>; 2] {
        let active = if self.gated {
            let half = filtered.dims()[1] / 2;
            tanh(filtered.clone().narrow(1, 0, half)) * sigmoid(filtered.narrow(1, half, half))
        } else {
            Activation::Relu.forward(filtered)
        };
        let next = match &self.residual {
            Some(residual) => x + residual.forward(active.clone()),
            None => x,
        };
        [next, self.skip.forward(active)]
    }
}
