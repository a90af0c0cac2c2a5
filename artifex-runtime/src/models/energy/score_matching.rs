//! Denoising score matching, whose gradient is a gradient of a gradient.

use burn::module::Module as _;
use burn::tensor::Tensor;

use super::network::EnergyNetwork;
use crate::nn::Dual;
use crate::rng::Rngs;

/// The loss of Vincent 2011, equation 9: the mean over examples of `½ |-∇E(x̃)/T - (x - x̃)/σ²|²`, with `noisy` x̃ = x + σξ.
/// Returns it, `[1]`, with its gradient with respect to the parameters, and the energies of the noisy examples, `[B, 1]`.
///
/// Autodiff is of first order, so the gradient is made of two passes. The first one gives the residual `r = ∇E(x̃)/T - (x̃ - x)/σ²`. With
/// r as a constant direction, the gradient of `½ |r|²` is that of `r · ∇E(x̃)/T`, the derivative of the energy along r: a forward-mode pass
/// computes it by operations that autodiff can differentiate. Both are exact.
pub(super) fn denoising_score_matching(
    network: &EnergyNetwork,
    temperature: f64,
    data: Tensor<2>,
    noisy: Tensor<2>,
    sigma: f64,
    rngs: &mut Rngs,
) -> (Tensor<1>, Tensor<2>) {
    let (data, noisy) = (data.without_autodiff(), noisy.without_autodiff());
    #[expect(clippy::cast_precision_loss, reason = "few examples")]
    let count = data.dims()[0] as f64;
    // What the parameters would be moved by is not needed in the first pass; dropout is that of the second.
    let (frozen, input) = (network.clone().no_grad(), noisy.clone().autodiff().require_grad());
    let energy = frozen.forward(Dual::plain(input.clone()), &mut rngs.clone()).value;
    let gradient = energy.is_tracked().then(|| energy.sum().backward());
    let gradient = gradient.and_then(|mut gradients| input.grad_remove(&mut gradients));
    // An energy that no input reaches (all units of a layer off) is flat.
    let gradient = gradient.unwrap_or_else(|| noisy.zeros_like());
    let residual = gradient / temperature - (noisy.clone() - data) / (sigma * sigma);
    let value = residual.clone().square().sum() * (0.5 / count);
    let direction = (residual * (1.0 / (temperature * count))).autodiff();

    let Dual { value: energy, tangent } = network.forward(Dual::along(noisy.autodiff(), direction), rngs);
    // Invariant: what moves along a direction has a derivative.
    let moved = tangent.map_or_else(|| energy.clone().sum() * 0.0, Tensor::sum);
    // The value of the loss with the gradient of the derivative along the residual.
    (moved.clone() - moved.detach() + value.autodiff(), energy)
}
