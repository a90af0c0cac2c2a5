//! What becomes of a variable, given the numbers that a network makes for it.

use burn::tensor::Tensor;

use super::Mapped;
use super::spline::Spline;
use crate::kernels::activation::{softplus, tanh};
use crate::models::flow::config::ScaleActivation;

/// A monotone function for each variable.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Transform {
    /// `scale · x + shift`.
    Affine(ScaleActivation),
    /// A spline.
    Spline(Spline),
}

impl Transform {
    /// Numbers for each variable.
    pub(in super::super) const fn params(self) -> usize {
        match self {
            Self::Affine(_) => 2,
            Self::Spline(spline) => spline.params(),
        }
    }

    /// Which of `count` variables a number belongs to: of an affine one first come all shifts and then all scales, of a spline all
    /// numbers of a variable stand together.
    pub(super) const fn variable(self, number: usize, count: usize) -> usize {
        match self {
            Self::Affine(_) => number % count,
            Self::Spline(spline) => number / spline.params(),
        }
    }

    /// `x` `[B, n]` and the numbers `raw` `[B, n · params]`.
    pub(super) fn forward(self, x: Tensor<2>, raw: Tensor<2>) -> Mapped {
        match self {
            Self::Affine(activation) => {
                let (shift, log_scale) = affine(activation, raw);
                (x * log_scale.clone().exp() + shift, sum(log_scale))
            }
            Self::Spline(spline) => by_value(x, raw, |x, raw| spline.forward(x, raw)),
        }
    }

    /// Back.
    pub(super) fn inverse(self, z: Tensor<2>, raw: Tensor<2>) -> Mapped {
        match self {
            Self::Affine(activation) => {
                let (shift, log_scale) = affine(activation, raw);
                ((z - shift) * log_scale.clone().neg().exp(), sum(log_scale.neg()))
            }
            Self::Spline(spline) => by_value(z, raw, |z, raw| spline.inverse(z, raw)),
        }
    }
}

/// The shift and the logarithm of the scale.
fn affine(activation: ScaleActivation, raw: Tensor<2>) -> (Tensor<2>, Tensor<2>) {
    let count = raw.dims()[1] / 2;
    let (shift, a) = (raw.clone().narrow(1, 0, count), raw.narrow(1, count, count));
    let log_scale = match activation {
        ScaleActivation::Tanh => tanh(a),
        ScaleActivation::Sigmoid => softplus(a.neg()).neg() + std::f64::consts::LN_2,
        ScaleActivation::Exp => a,
        // A little more than the function itself, so that it has a logarithm.
        ScaleActivation::Softplus => (softplus(a) + LITTLE).log() - (std::f64::consts::LN_2 + LITTLE).ln(),
    };
    (shift, log_scale)
}

/// The least scale of `softplus`.
const LITTLE: f64 = 1e-4;

fn sum(x: Tensor<2>) -> Tensor<1> {
    x.sum_dim(1).squeeze_dim(1)
}

/// A function of single values, on all of them.
fn by_value(x: Tensor<2>, raw: Tensor<2>, map: impl Fn(Tensor<2>, Tensor<2>) -> (Tensor<2>, Tensor<2>)) -> Mapped {
    let [count, variables] = x.dims();
    let values = count * variables;
    let params = raw.dims()[1] / variables.max(1);
    let (y, log_slope) = map(x.reshape([values, 1]), raw.reshape([values, params]));
    (y.reshape([count, variables]), sum(log_slope.reshape([count, variables])))
}
