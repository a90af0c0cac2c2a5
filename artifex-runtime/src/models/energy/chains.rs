//! Markov chains from a config.

use burn::tensor::{Device, Tensor};

use super::config::{MCMCConfig, MCMCSampler};
use super::density::EnergyDensity;
use super::network::EnergyNetwork;
use crate::kernels::mcmc::{
    Chains, Chees, Density, Hmc, Langevin, Mala, McmcError, ParallelTempering, Sampler, Sgld, SgldSchedule,
};
use crate::rng::Stream;

/// Where chains have ended.
#[derive(Debug)]
pub(super) struct Ends {
    /// `[C, values]`, without a gradient.
    pub(super) position: Tensor<2>,
    /// The mean probability with which the last step was accepted, 1 of samplers that do not decide: `[1]`.
    pub(super) acceptance: Tensor<1>,
}

/// The exponent of the steps of `sgld` where the config gives none: slow enough for the chains to get anywhere (Welling and Teh 2011,
/// section 4, ask for more than 0.5).
const STEP_DECAY: f64 = 0.55;

/// Temperatures, and the power at the highest one, where the config gives none.
const TEMPERATURES: usize = 4;
const LOWEST_POWER: f64 = 0.05;

/// What moves the chains.
pub(super) enum Mover {
    /// A sampler of a density, with a number of rows for each chain, of which the first one counts.
    Density(Box<dyn Sampler>, usize),
    /// One that takes gradients alone.
    Gradient(Sgld),
}

impl MCMCConfig {
    /// What moves the chains; `step_size` is the length of a Langevin step's noise, or of a leapfrog step.
    pub(super) fn mover(&self) -> Result<Mover, McmcError> {
        // The step of the Langevin samplers is ε², in units of x².
        let square = self.step_size * self.step_size;
        let (sampler, rows): (Box<dyn Sampler>, usize) = match self.sampler {
            MCMCSampler::Langevin => (Box::new(Langevin::new(square)), 1),
            MCMCSampler::Mala => (Box::new(Mala::new(square)), 1),
            MCMCSampler::Hmc => (Box::new(Hmc::new(self.step_size, self.leapfrogs)), 1),
            MCMCSampler::Chees => (Box::new(Chees::starting_at(self.step_size)), 1),
            MCMCSampler::Sgld => {
                let decay = self.step_decay.unwrap_or(STEP_DECAY);
                return Ok(Mover::Gradient(Sgld::new(SgldSchedule { scale: square, delay: 1.0, decay })));
            }
            MCMCSampler::ParallelTempering => {
                let count = self.temperatures.unwrap_or(TEMPERATURES);
                let powers = ParallelTempering::geometric(self.lowest_power.unwrap_or(LOWEST_POWER), count);
                (Box::new(ParallelTempering::new(&powers, self.step_size, self.leapfrogs)?), count)
            }
        };
        Ok(Mover::Density(sampler, rows))
    }

    /// The density that the chains draw from, at a multiple of the config's temperature.
    pub(super) fn density(&self, network: &EnergyNetwork, heat: f64) -> EnergyDensity {
        EnergyDensity::new(network, self.temperature * heat, self.clip_value)
    }

    /// Moves chains by the warm-up and `steps` steps. What is drawn is taken from the stream.
    pub(super) fn run(
        &self,
        density: &dyn Density,
        start: Tensor<2>,
        steps: usize,
        stream: &mut Stream,
    ) -> Result<Ends, McmcError> {
        let start = start.without_autodiff();
        let mut mover = self.mover()?;
        let rows = if let Mover::Density(_, rows) = mover { rows } else { 1 };
        let mut chains = Chains::start(density, each_repeated(start, rows), stream.clone())?;
        let mut acceptance = Tensor::ones([chains.dims()[0]], &chains.position().device());
        match &mut mover {
            Mover::Density(sampler, _) => {
                sampler.warm_up(density, &mut chains, self.warm_up)?;
                for _ in 0..steps {
                    acceptance = sampler.step(density, &mut chains)?.probability;
                }
            }
            Mover::Gradient(sgld) => {
                let gradient = |x| density.log_density_and_gradient(x).1;
                sgld.sample(&mut chains, 1, self.warm_up + steps, gradient)?;
            }
        }
        *stream = chains.stream().clone();
        let (position, acceptance) = (chains.position(), acceptance.unsqueeze_dim::<2>(1));
        Ok(Ends {
            position: first_of(position, rows),
            acceptance: first_of(acceptance, rows).squeeze_dim::<1>(1).mean(),
        })
    }

    /// Points at which chains begin: `[count, values]`.
    pub(super) fn beginnings(&self, shape: [usize; 2], stream: &mut Stream, device: &Device) -> Tensor<2> {
        (stream.uniform_tensor(shape, device) * 2.0 - 1.0) * self.init_scale
    }
}

/// Every row that often, one time after the other.
fn each_repeated(x: Tensor<2>, times: usize) -> Tensor<2> {
    let [count, values] = x.dims();
    if times == 1 { x } else { x.unsqueeze_dim::<3>(1).repeat_dim(1, times).reshape([count * times, values]) }
}

/// The first of every so many rows.
fn first_of(x: Tensor<2>, rows: usize) -> Tensor<2> {
    let [count, values] = x.dims();
    if rows == 1 { x } else { x.reshape([count / rows, rows, values]).narrow(1, 0, 1).squeeze_dim(1) }
}
