//! One Hamiltonian path of all chains and its decision, fused where the kernels know the density.

use burn::tensor::Tensor;

use crate::kernels::mcmc::chains::{Chains, Transition};
use crate::kernels::mcmc::density::Density;
use crate::kernels::mcmc::error::{McmcError, at_least_one, positive};
use crate::kernels::mcmc::ops::{self, Path};

/// A path.
pub(super) struct Trajectory<'a> {
    /// Step sizes; chain `c` has the one at `c mod G`.
    pub steps: &'a [f32],
    /// Inverse temperatures, as many as step sizes.
    pub betas: &'a [f32],
    /// The diagonal of the inverse mass matrix.
    pub inverse_mass: &'a [f32],
    /// Leapfrog steps, and whether the chain may reject.
    pub path: Path,
}

impl Trajectory<'_> {
    /// Moves all chains.
    pub(super) fn run(&self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        at_least_one("leapfrog steps", self.path.leapfrogs)?;
        self.steps.iter().try_for_each(|step| positive("step size", f64::from(*step)))?;
        self.inverse_mass.iter().try_for_each(|mass| positive("inverse mass", f64::from(*mass)))?;
        let [count, _] = chains.dims();
        if count % self.steps.len() != 0 {
            return Err(McmcError::Setting {
                name: "chains",
                value: count.to_string(),
                must: "a multiple of the number of temperatures",
            });
        }
        chains.steps += 1;
        match density.analytic() {
            Some(analytic) => {
                let from = chains.draw();
                let moved = ops::transition(
                    chains.position.clone(),
                    analytic,
                    self.inverse_mass,
                    self.steps,
                    self.betas,
                    self.path,
                    from,
                );
                chains.position = moved.x;
                chains.log_density = moved.log_density;
                chains.gradient = None;
                chains.gradients += self.path.leapfrogs as u64 + 1;
                Ok(Transition {
                    probability: moved.probability,
                    accepted: moved.accepted,
                    energy_error: moved.energy_error,
                    proposal: moved.proposal,
                    momentum: Some(moved.momentum),
                })
            }
            None => Ok(self.by_gradients(density, chains)),
        }
    }

    /// The same from the density's gradients.
    fn by_gradients(&self, density: &dyn Density, chains: &mut Chains) -> Transition {
        let [count, dims] = chains.dims();
        let gradient = chains.gradient(density);
        let from = chains.draw();
        let device = chains.position.device();
        let inverse_mass = Tensor::<1>::from_floats(self.inverse_mass, &device);
        let step = Tensor::<1>::from_floats(self.steps, &device);
        #[expect(clippy::float_cmp, reason = "exactly 1 changes nothing")]
        let tempered = self.betas.iter().any(|beta| *beta != 1.0);
        // [C, 1], where a temperature is not 1.
        let betas = tempered.then(|| {
            let betas = Tensor::<1>::from_floats(self.betas, &device);
            betas.repeat(&[count / self.betas.len()]).unsqueeze_dim::<2>(1)
        });
        let heat = |x: Tensor<2>| match &betas {
            Some(betas) => x * betas.clone(),
            None => x,
        };
        let (momentum, kinetic) = ops::momentum(chains.position.clone(), inverse_mass.clone(), from.clone());
        let (mut x, mut p, mut g) = (chains.position.clone(), momentum, gradient.clone());
        let mut log_density = chains.log_density.clone();
        for leapfrog in 0..self.path.leapfrogs {
            let fraction = if leapfrog == 0 { 0.5 } else { 1.0 };
            (x, p) = ops::kick_drift(x, p, heat(g), inverse_mass.clone(), step.clone(), fraction);
            (log_density, g) = density.log_density_and_gradient(x.clone());
        }
        let (p, kinetic_after) = ops::kick(p, heat(g.clone()), inverse_mass, step, 0.5);
        chains.gradients += self.path.leapfrogs as u64;
        let gain = (log_density.clone() - chains.log_density.clone()).unsqueeze_dim::<2>(1);
        let energy_error = (kinetic_after - kinetic) - heat(gain).squeeze_dim::<1>(1);
        let log_ratio = if self.path.adjusted { energy_error.clone().neg() } else { energy_error.zeros_like() };
        let decision = ops::decide(log_ratio, chains.log_density.clone(), log_density, dims, from);
        let (position, gradient) =
            ops::select(chains.position.clone(), x.clone(), gradient, g, decision.accepted.clone());
        chains.position = position;
        chains.gradient = Some(gradient);
        chains.log_density = decision.log_density;
        Transition {
            probability: decision.probability,
            accepted: decision.accepted,
            energy_error,
            proposal: x,
            momentum: Some(p),
        }
    }
}

/// One Langevin step from the density's gradients, with the decision of MALA or without one.
pub(super) struct LangevinStep<'a> {
    pub step: f32,
    pub preconditioner: &'a [f32],
    pub temperature: f32,
    pub adjusted: bool,
}

impl LangevinStep<'_> {
    pub(super) fn run(&self, density: &dyn Density, chains: &mut Chains) -> Transition {
        let [_, dims] = chains.dims();
        let gradient = chains.gradient(density);
        let from = chains.draw();
        chains.steps += 1;
        let device = chains.position.device();
        let step = Tensor::<1>::from_floats([self.step], &device);
        let preconditioner = Tensor::<1>::from_floats(self.preconditioner, &device);
        let x = chains.position.clone();
        let proposal = ops::langevin(
            x.clone(),
            gradient.clone(),
            preconditioner.clone(),
            step.clone(),
            self.temperature,
            from.clone(),
        );
        let (log_density, g) = density.log_density_and_gradient(proposal.clone());
        chains.gradients += 1;
        let log_ratio = if self.adjusted {
            let ratio =
                ops::proposal_log_ratio(x.clone(), gradient.clone(), proposal.clone(), g.clone(), preconditioner, step);
            ratio + log_density.clone() - chains.log_density.clone()
        } else {
            log_density.zeros_like()
        };
        let energy_error = log_ratio.clone().neg();
        let decision = ops::decide(log_ratio, chains.log_density.clone(), log_density, dims, from);
        let (position, gradient) = ops::select(x, proposal.clone(), gradient, g, decision.accepted.clone());
        chains.position = position;
        chains.gradient = Some(gradient);
        chains.log_density = decision.log_density;
        Transition {
            probability: decision.probability,
            accepted: decision.accepted,
            energy_error,
            proposal,
            momentum: None,
        }
    }
}
