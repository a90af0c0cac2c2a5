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
use super::noise::take_step;
use super::ops;

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

    /// The energy with which the next step of the chains will begin, `-log π(x) + ½ pᵀM⁻¹p` with the momentum that the step will
    /// draw: `[C]`. None for samplers without a momentum.
    ///
    /// # Errors
    /// If the mass matrix has another number of dimensions.
    fn energy(&self, chains: &Chains) -> Result<Option<Tensor<1>>, McmcError> {
        let _ = chains;
        Ok(None)
    }

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

/// The energy of the momentum that the next step will draw, and of the position.
fn next_energy(chains: &Chains, inverse_mass: &[f32]) -> Tensor<1> {
    let [count, dims] = chains.dims();
    let from = take_step(&mut chains.stream.clone(), count, dims);
    let inverse_mass = Tensor::<1>::from_floats(inverse_mass, &chains.position.device());
    let (_, kinetic) = ops::momentum(chains.position.clone(), inverse_mass, from);
    kinetic - chains.log_density.clone()
}
