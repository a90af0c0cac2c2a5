//! The gradient penalty.

use burn::module::Module;
use burn::tensor::{Int, Tensor};

use super::discriminator::Discriminator;
use crate::nn::Dual;
use crate::rng::Rngs;

/// Keeps the direction of a gradient of length 0 from becoming NaN.
const EPS: f64 = 1e-12;

/// The penalty of Gulrajani et al. 2017, equation 3: the mean of `(|∇D(x̂)| - 1)²` over examples `x̂` drawn evenly from the lines
/// between real and generated ones. `[1]`, with its gradient with respect to the critic's parameters.
///
/// `real` and `fake` are `[B, values]`; the places on the lines come from the stream `noise`.
///
/// Autodiff is of first order, so the gradient of the penalty is made of two passes. The first one gives `g = ∇D(x̂)`. With the
/// constant direction `v = 2 (|g| - 1) / |g| · g`, the gradient of the penalty of an example is that of `v · ∇D(x̂)`, which is the
/// derivative of the score along `v`: a forward-mode pass computes it by operations that autodiff can differentiate. Both are exact.
#[must_use]
pub fn gradient_penalty(
    critic: &Discriminator,
    real: Tensor<2>,
    fake: Tensor<2>,
    classes: Option<&Tensor<1, Int>>,
    rngs: &mut Rngs,
) -> Tensor<1> {
    let (count, device) = (real.dims()[0], real.device());
    let place = rngs.stream("noise").uniform_tensor([count, 1], &device.without_autodiff());
    let between = (real.clone() + (fake - real) * place).detach();
    // The same dropout in both passes.
    let mut again = rngs.clone();

    // What the parameters would be moved by is not needed here.
    let frozen = critic.clone().no_grad();
    let input = between.clone().require_grad();
    let score = frozen.forward(Dual::plain(input.clone()), classes.cloned(), rngs).value;
    let gradients = score.sum().backward();
    // A critic that no input reaches (all units of a layer off) has the gradient 0.
    let gradient = input.grad(&gradients).unwrap_or_else(|| input.clone().inner().zeros_like());
    let norm = gradient.clone().square().sum_dim(1).sqrt();
    let value = (norm.clone() - 1.0).square().mean();
    #[expect(clippy::cast_precision_loss, reason = "few examples")]
    let weight = (norm.clone() - 1.0) * (2.0 / count as f64) / norm.clamp_min(EPS);
    let direction = Tensor::from_inner(gradient * weight);

    let moved = critic.forward(Dual::along(between, direction), classes.cloned(), &mut again).tangent;
    let Some(moved) = moved else { return Tensor::from_inner(value) };
    // The value of the penalty with the gradient of the derivative along the direction.
    let moved = moved.sum();
    moved.clone() - moved.detach() + Tensor::from_inner(value)
}
