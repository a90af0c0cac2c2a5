//! Samplers, one file each. A sampler holds its settings and what it learned; the state of the chains is in [`Chains`].

mod chees;
mod hmc;
mod langevin;
mod mala;
mod sgld;
mod tempering;
mod trajectory;

use burn::tensor::Tensor;

pub use chees::Chees;
pub use hmc::Hmc;
pub use langevin::Langevin;
pub use mala::Mala;
pub use sgld::{Sgld, SgldSchedule};
pub use tempering::ParallelTempering;

use super::chains::{Chains, Draws, Transition};
use super::density::Density;
use super::error::{McmcError, at_least_one};

/// A sampler of a density.
pub trait Sampler {
    /// One step of all chains.
    ///
    /// # Errors
    /// If a setting is out of its range or the device fails.
    fn step(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError>;

    /// That many steps in which the sampler learns what it can (step size, mass matrix, length of paths) while the chains
    /// find the density. The draws are thrown away. What was learned stays until the next warm-up.
    ///
    /// # Errors
    /// If a setting is out of its range, no step size is accepted, or the device fails.
    fn warm_up(&mut self, density: &dyn Density, chains: &mut Chains, steps: usize) -> Result<(), McmcError>;

    /// `samples` states of every chain, after every `thinning`-th step.
    ///
    /// # Errors
    /// As [`step`](Self::step), or if one of the counts is 0.
    fn sample(
        &mut self,
        density: &dyn Density,
        chains: &mut Chains,
        samples: usize,
        thinning: usize,
    ) -> Result<Draws, McmcError> {
        at_least_one("samples", samples)?;
        at_least_one("thinning", thinning)?;
        let before = chains.gradients;
        let (mut positions, mut log_density) = (Vec::with_capacity(samples), Vec::with_capacity(samples));
        let (mut acceptance, mut energy_error) = (Vec::new(), Vec::new());
        for at in 1..=samples * thinning {
            let transition = self.step(density, chains)?;
            acceptance.push(transition.probability);
            energy_error.push(transition.energy_error);
            if at % thinning == 0 {
                positions.push(chains.position());
                log_density.push(chains.log_density());
            }
        }
        Ok(Draws {
            positions: Tensor::stack(positions, 0),
            log_density: Tensor::stack(log_density, 0),
            acceptance: Tensor::stack(acceptance, 0),
            energy_error: Tensor::stack(energy_error, 0),
            gradient_evaluations: chains.gradients - before,
        })
    }
}
