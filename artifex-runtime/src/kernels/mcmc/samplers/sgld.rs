//! Langevin dynamics from gradients that are estimates.

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use crate::kernels::mcmc::chains::Chains;
use crate::kernels::mcmc::error::{McmcError, at_least_one, positive};
use crate::kernels::mcmc::ops;
use crate::rng::Stream;

/// The steps of [`Sgld`]: `ε_t = scale · (delay + t)^-decay` (Welling and Teh 2011, section 4). A decay of 0 keeps them constant;
/// between 0.5 and 1 the dynamics converge.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SgldSchedule {
    /// The factor, in units of x².
    pub scale: f64,
    /// Steps by which the decay is put off.
    pub delay: f64,
    /// The exponent.
    pub decay: f64,
}

impl SgldSchedule {
    /// The step at time `t = 0, 1, ..`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a number of steps")]
    pub fn step(&self, t: u64) -> f64 {
        self.scale * (self.delay + t as f64).powf(-self.decay)
    }
}

/// Stochastic-gradient Langevin dynamics (Welling and Teh 2011, eq. 4): `x + ε_t/2 P ĝ + √(ε_t τ P) ξ` with an estimate `ĝ` of the
/// gradient of the log density, such as that of a batch. There is no decision: no density is evaluated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sgld {
    /// The steps `ε_t`.
    pub schedule: SgldSchedule,
    /// The temperature τ.
    pub temperature: f64,
    /// The diagonal of P, one number per dimension; empty for ones.
    pub preconditioner: Vec<f32>,
    /// Steps so far.
    time: u64,
}

impl Sgld {
    /// With these steps, at temperature 1, without a preconditioner.
    #[must_use]
    pub const fn new(schedule: SgldSchedule) -> Self {
        Self { schedule, temperature: 1.0, preconditioner: Vec::new(), time: 0 }
    }

    /// How many steps were made.
    #[must_use]
    pub const fn time(&self) -> u64 {
        self.time
    }

    /// One step of all chains `x: [C, D]`. `gradient` gives the estimate `[C, D]` at `x`. Chains that would get a coordinate that
    /// is not finite stay where they are.
    ///
    /// # Errors
    /// If there are no chains, a setting is out of its range, or the gradient has another shape.
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    pub fn step(
        &mut self,
        x: Tensor<2>,
        stream: &mut Stream,
        gradient: impl FnOnce(Tensor<2>) -> Tensor<2>,
    ) -> Result<Tensor<2>, McmcError> {
        let shape = x.dims();
        if shape.contains(&0) {
            return Err(McmcError::NothingToSample { shape });
        }
        positive("temperature", self.temperature)?;
        let step = self.schedule.step(self.time);
        positive("step", step)?;
        self.preconditioner.iter().try_for_each(|p| positive("preconditioner", f64::from(*p)))?;
        if !self.preconditioner.is_empty() && self.preconditioner.len() != shape[1] {
            let value = format!("{} numbers", self.preconditioner.len());
            return Err(McmcError::Setting { name: "preconditioner", value, must: "one for each dimension" });
        }
        let x = x.inner();
        let estimate = gradient(x.clone()).inner();
        if estimate.dims() != shape {
            let found = estimate.dims().to_vec();
            return Err(McmcError::DensityShape { what: "a gradient", expected: shape, found });
        }
        let device = x.device();
        let preconditioner = match self.preconditioner.as_slice() {
            [] => Tensor::<1>::ones([shape[1]], &device),
            values => Tensor::from_floats(values, &device),
        };
        let from = crate::kernels::mcmc::noise::take_step(stream, shape[0], shape[1]);
        let step = Tensor::<1>::from_floats([step as f32], &device);
        let moved =
            ops::langevin(x.clone(), estimate.clone(), preconditioner, step, self.temperature as f32, from.clone());
        // A sum is finite only where all its terms are.
        let sum = moved.clone().sum_dim(1).squeeze_dim::<1>(1);
        let always = sum.zeros_like();
        let accepted = ops::decide(always.clone(), always, sum, shape[1], from).accepted;
        let (moved, _) = ops::select(x, moved, estimate.clone(), estimate, accepted);
        self.time += 1;
        Ok(moved)
    }

    /// The states after every `thinning`-th of `samples · thinning` steps: `[S, C, D]`. The chains go on where these end.
    ///
    /// # Errors
    /// As [`step`](Self::step), or if one of the counts is 0.
    pub fn sample(
        &mut self,
        chains: &mut Chains,
        samples: usize,
        thinning: usize,
        mut gradient: impl FnMut(Tensor<2>) -> Tensor<2>,
    ) -> Result<Tensor<3>, McmcError> {
        at_least_one("samples", samples)?;
        at_least_one("thinning", thinning)?;
        let mut states = Vec::with_capacity(samples);
        for at in 1..=samples * thinning {
            chains.position = self.step(chains.position.clone(), &mut chains.stream, &mut gradient)?;
            chains.gradients += 1;
            chains.steps += 1;
            if at % thinning == 0 {
                states.push(chains.position.clone());
            }
        }
        Ok(Tensor::stack(states, 0))
    }
}
