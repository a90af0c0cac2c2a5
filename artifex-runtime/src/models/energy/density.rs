//! The model's density, as the samplers of Markov chains see it.

use burn::tensor::Tensor;

use super::network::EnergyNetwork;
use crate::kernels::mcmc::Density;
use crate::nn::Dual;
use crate::nn::params::constants;
use crate::rng::Rngs;

/// `exp(-E(x)/T)`, whose gradient is that of the input alone: the parameters are constants.
#[derive(Debug)]
pub(super) struct EnergyDensity {
    network: EnergyNetwork,
    temperature: f64,
    clip: Option<f64>,
}

impl EnergyDensity {
    /// The density of a network in training or evaluation form, without dropout. `clip` limits the components of the gradient.
    pub(super) fn new(network: &EnergyNetwork, temperature: f64, clip: Option<f64>) -> Self {
        Self { network: constants(network), temperature, clip }
    }
}

impl Density for EnergyDensity {
    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        // Nothing is drawn: a frozen network has no dropout.
        let energy = self.network.forward(Dual::plain(x), &mut Rngs::new(0)).value;
        energy.squeeze_dim::<1>(1) * (-1.0 / self.temperature)
    }

    fn log_density_and_gradient(&self, x: Tensor<2>) -> (Tensor<1>, Tensor<2>) {
        let x = x.without_autodiff().autodiff().require_grad();
        let values = self.log_density(x.clone());
        // An energy that no input reaches (all units of a layer off) has no graph.
        let gradient = values.is_tracked().then(|| values.clone().sum().backward());
        let gradient = gradient.and_then(|mut gradients| x.grad_remove(&mut gradients));
        let gradient = gradient.unwrap_or_else(|| x.without_autodiff().zeros_like());
        let gradient = match self.clip {
            Some(limit) => gradient.clamp(-limit, limit),
            None => gradient,
        };
        (values.without_autodiff(), gradient)
    }
}
