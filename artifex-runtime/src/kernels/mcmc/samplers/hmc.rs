//! Hamiltonian Monte Carlo with paths of one length.

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use super::trajectory::Trajectory;
use super::{Sampler, next_energy};
use crate::kernels::mcmc::adaptation::{Adaptive, Goal, Tuning, warm_up};
use crate::kernels::mcmc::chains::{Chains, Transition};
use crate::kernels::mcmc::density::Density;
use crate::kernels::mcmc::error::McmcError;
use crate::kernels::mcmc::ops::Path;

/// Hamiltonian Monte Carlo (Duane et al. 1987; Neal 2011) with a fixed number of leapfrog steps.
///
/// Warm-up learns the step size by dual averaging, and the diagonal of the inverse mass matrix, the variances, in windows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hmc {
    /// Leapfrog steps of a path.
    pub leapfrogs: usize,
    /// The mean acceptance that warm-up aims at.
    pub target_acceptance: f64,
    /// Whether warm-up learns the mass matrix.
    pub adapt_mass: bool,
    tuning: Tuning,
}

impl Hmc {
    /// With that step size, in units of x, and that many leapfrog steps. Warm-up starts its search there.
    #[must_use]
    pub fn new(step: f64, leapfrogs: usize) -> Self {
        Self { leapfrogs, target_acceptance: 0.8, adapt_mass: true, tuning: Tuning::new(step) }
    }

    /// The step size, as it was given or learned.
    #[must_use]
    pub fn step_size(&self) -> f64 {
        self.tuning.steps[0]
    }

    /// The diagonal of the inverse mass matrix; empty for ones.
    #[must_use]
    pub fn inverse_mass(&self) -> &[f32] {
        &self.tuning.inverse_mass
    }

    fn path(&self, leapfrogs: usize, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        let inverse_mass = self.tuning.inverse_mass(chains.dims()[1])?;
        let (steps, path) = (self.tuning.steps(), Path { leapfrogs, adjusted: true });
        Trajectory { steps: &steps, betas: &[1.0], inverse_mass: &inverse_mass, path }.run(density, chains)
    }
}

impl Sampler for Hmc {
    fn step(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.advance(density, chains)
    }

    fn warm_up(&mut self, density: &dyn Density, chains: &mut Chains, steps: usize) -> Result<(), McmcError> {
        warm_up(self, density, chains, steps)
    }

    fn energy(&self, chains: &Chains) -> Result<Option<Tensor<1>>, McmcError> {
        Ok(Some(next_energy(chains, &self.tuning.inverse_mass(chains.dims()[1])?)))
    }
}

impl Adaptive for Hmc {
    fn tuning(&mut self) -> &mut Tuning {
        &mut self.tuning
    }

    fn goal(&self) -> Goal {
        Goal { acceptance: self.target_acceptance, harmonic: false, mass: self.adapt_mass }
    }

    fn advance(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.path(self.leapfrogs, density, chains)
    }

    fn probe(&self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.path(1, density, chains)
    }
}
