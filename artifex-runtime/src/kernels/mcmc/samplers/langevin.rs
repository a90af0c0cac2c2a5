//! Unadjusted Langevin dynamics.

use serde::{Deserialize, Serialize};

use super::Sampler;
use super::trajectory::{LangevinStep, Trajectory};
use crate::kernels::mcmc::chains::{Chains, Transition};
use crate::kernels::mcmc::density::Density;
use crate::kernels::mcmc::error::{McmcError, positive};
use crate::kernels::mcmc::ops::Path;

/// The unadjusted Langevin algorithm: `x + ε/2 ∇log π(x) + √(ετ) ξ` in every step (Roberts and Tweedie 1996).
///
/// Nothing corrects the error of the step: on `N(0, σ²)` with τ = 1 the variance is `σ² / (1 - ε/(4σ²))`, and above `ε = 4σ²`
/// there is none. The temperature τ makes it sample `π^{1/τ}`. A warm-up only runs it: there is no acceptance to learn from.
/// States where the density is not finite are not entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Langevin {
    /// The step ε, in units of x².
    pub step: f64,
    /// The temperature τ.
    pub temperature: f64,
}

impl Langevin {
    /// With that step, at temperature 1.
    #[must_use]
    pub const fn new(step: f64) -> Self {
        Self { step, temperature: 1.0 }
    }
}

impl Sampler for Langevin {
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    fn step(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        positive("step", self.step)?;
        positive("temperature", self.temperature)?;
        let [_, dims] = chains.dims();
        let ones = vec![1.0; dims];
        let mut transition = if density.analytic().is_some() {
            // A leapfrog step of length h moves by h²/2 β ∇log π + h ξ: h² = ετ and β = 1/τ.
            Trajectory {
                steps: &[(self.step * self.temperature).sqrt() as f32],
                betas: &[(1.0 / self.temperature) as f32],
                inverse_mass: &ones,
                path: Path { leapfrogs: 1, adjusted: false },
            }
            .run(density, chains)?
        } else {
            LangevinStep {
                step: self.step as f32,
                preconditioner: &ones,
                temperature: self.temperature as f32,
                adjusted: false,
            }
            .run(density, chains)
        };
        transition.energy_error = transition.energy_error.zeros_like();
        transition.momentum = None;
        Ok(transition)
    }

    fn warm_up(&mut self, density: &dyn Density, chains: &mut Chains, steps: usize) -> Result<(), McmcError> {
        (0..steps).try_for_each(|_| self.step(density, chains).map(drop))
    }
}
