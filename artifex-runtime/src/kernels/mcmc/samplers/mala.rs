//! The Metropolis-adjusted Langevin algorithm.

use serde::{Deserialize, Serialize};

use super::Sampler;
use super::trajectory::{LangevinStep, Trajectory};
use crate::kernels::mcmc::adaptation::{Adaptive, Goal, Tuning, warm_up};
use crate::kernels::mcmc::chains::{Chains, Transition};
use crate::kernels::mcmc::density::Density;
use crate::kernels::mcmc::error::{McmcError, positive};
use crate::kernels::mcmc::ops::Path;

/// MALA (Roberts and Tweedie 1996): Langevin proposals `x + ε/2 M⁻¹ ∇log π(x) + √(ε M⁻¹) ξ`, accepted with the Metropolis
/// probability.
///
/// Warm-up learns ε by dual averaging, and the diagonal of M⁻¹, the variances, in windows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mala {
    /// The mean acceptance that warm-up aims at. 0.574 is the best one in many dimensions (Roberts and Rosenthal 1998).
    pub target_acceptance: f64,
    /// Whether warm-up learns the mass matrix.
    pub adapt_mass: bool,
    /// Of the leapfrog step √ε, which makes the same move.
    tuning: Tuning,
}

impl Mala {
    /// With that step ε, in units of x². Warm-up starts its search there.
    #[must_use]
    pub fn new(step: f64) -> Self {
        Self { target_acceptance: 0.574, adapt_mass: true, tuning: Tuning::new(step.sqrt()) }
    }

    /// The step ε, as it was given or learned.
    #[must_use]
    pub fn step_size(&self) -> f64 {
        self.tuning.steps[0].powi(2)
    }

    /// The diagonal of M⁻¹; empty for ones.
    #[must_use]
    pub fn inverse_mass(&self) -> &[f32] {
        &self.tuning.inverse_mass
    }
}

impl Sampler for Mala {
    fn step(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.advance(density, chains)
    }

    fn warm_up(&mut self, density: &dyn Density, chains: &mut Chains, steps: usize) -> Result<(), McmcError> {
        warm_up(self, density, chains, steps)
    }
}

impl Adaptive for Mala {
    fn tuning(&mut self) -> &mut Tuning {
        &mut self.tuning
    }

    fn goal(&self) -> Goal {
        Goal { acceptance: self.target_acceptance, harmonic: false, mass: self.adapt_mass }
    }

    fn advance(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.probe(density, chains)
    }

    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    fn probe(&self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        positive("step size", self.step_size())?;
        let inverse_mass = self.tuning.inverse_mass(chains.dims()[1])?;
        if density.analytic().is_some() {
            let path = Path { leapfrogs: 1, adjusted: true };
            let steps = self.tuning.steps();
            return Trajectory { steps: &steps, betas: &[1.0], inverse_mass: &inverse_mass, path }.run(density, chains);
        }
        let step = LangevinStep {
            step: self.step_size() as f32,
            preconditioner: &inverse_mass,
            temperature: 1.0,
            adjusted: true,
        };
        Ok(step.run(density, chains))
    }
}
