//! Markov chains from a config.

use burn::tensor::{Device, Tensor};

use super::config::{MCMCConfig, MCMCSampler};
use super::density::EnergyDensity;
use super::network::EnergyNetwork;
use crate::kernels::mcmc::{Chains, Chees, Hmc, Langevin, Mala, McmcError, Sampler};
use crate::rng::Stream;

/// Where chains have ended.
#[derive(Debug)]
pub(super) struct Ends {
    /// `[C, values]`, without a gradient.
    pub(super) position: Tensor<2>,
    /// The mean probability with which the last step was accepted: `[1]`.
    pub(super) acceptance: Tensor<1>,
}

impl MCMCConfig {
    /// The sampler; `step_size` is the length of a Langevin step's noise, or of a leapfrog step.
    pub(super) fn sampler(&self) -> Box<dyn Sampler> {
        // The step of the Langevin samplers is ε², in units of x².
        let square = self.step_size * self.step_size;
        match self.sampler {
            MCMCSampler::Langevin => Box::new(Langevin::new(square)),
            MCMCSampler::Mala => Box::new(Mala::new(square)),
            MCMCSampler::Hmc => Box::new(Hmc::new(self.step_size, self.leapfrogs)),
            MCMCSampler::Chees => Box::new(Chees::starting_at(self.step_size)),
        }
    }

    /// The density that the chains draw from, at a multiple of the config's temperature.
    pub(super) fn density(&self, network: &EnergyNetwork, heat: f64) -> EnergyDensity {
        EnergyDensity::new(network, self.temperature * heat, self.clip_value)
    }

    /// Moves chains by the warm-up and `steps` steps. What is drawn is taken from the stream.
    pub(super) fn run(
        &self,
        density: &EnergyDensity,
        start: Tensor<2>,
        steps: usize,
        stream: &mut Stream,
    ) -> Result<Ends, McmcError> {
        let count = start.dims()[0];
        let mut chains = Chains::start(density, start.without_autodiff(), stream.clone())?;
        let mut sampler = self.sampler();
        sampler.warm_up(density, &mut chains, self.warm_up)?;
        let mut acceptance = Tensor::ones([count], &chains.position().device());
        for _ in 0..steps {
            acceptance = sampler.step(density, &mut chains)?.probability;
        }
        *stream = chains.stream().clone();
        Ok(Ends { position: chains.position(), acceptance: acceptance.mean() })
    }

    /// Points at which chains begin: `[count, values]`.
    pub(super) fn beginnings(&self, shape: [usize; 2], stream: &mut Stream, device: &Device) -> Tensor<2> {
        (stream.uniform_tensor(shape, device) * 2.0 - 1.0) * self.init_scale
    }
}
