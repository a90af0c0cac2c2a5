//! Diffusion: noise schedules, the forward process, predictions, and the samplers' steps, each in one pass over memory.
//!
//! A level of noise is a [`Marginal`], `x_t = signal · x_0 + noise · ε`; a model predicts one of [`Prediction`]; and a sampler's step is a
//! [`StepRule`], a few numbers computed in double precision from two levels. One kernel runs them all: it turns the prediction into
//! what the rule needs, with classifier-free guidance and clipping, and draws the noise where it adds it.
//!
//! | sampler | levels | step |
//! |---|---|---|
//! | DDPM | [`NoiseSchedule::marginal`] | [`ddpm_step`], [`ddpm_learned_step`] |
//! | DDIM | the same | [`ddim_step`] |
//! | DPM-Solver++ 1, 2M, SDE | any | [`dpm_solver_step`], [`dpm_solver_sde_step`] |
//! | Euler, Euler-ancestral, Heun | sigmas: [`karras_sigmas`], [`NoiseSchedule::sigma_at`] | [`euler_step`], [`euler_ancestral_step`], [`heun_step`] |
//! | score SDE | times of an [`Sde`] | [`sde_step`], [`ode_step`], [`langevin_step`] |
//! | flow matching | [`flow_times`] | [`flow_step`] |
//!
//! [`linear_step`] takes rules themselves, also one for each sample.

mod backward;
mod continuous;
mod convert;
#[cfg(feature = "cubecl")]
mod cube;
mod error;
#[cfg(feature = "flex")]
mod flex;
mod linear;
mod marginal;
mod portable;
mod prediction;
mod rule;
mod schedule;
mod spec;
mod steps;

use burn::backend::{Backend, backend_extension, tensor::FloatTensor};

use super::random::RandomOps;
use crate::rng::Stream;
use spec::StepSpec;

pub use continuous::{
    EdmPreconditioning, Sde, flow_times, flow_times_from, geometric_sigmas, karras_sigmas, shifted_flow_time,
};
pub use convert::{convert_prediction, prediction_target, q_sample, q_sample_with_noise};
pub use error::DiffusionError;
pub use linear::{ModelOutput, linear_step, linear_step_portable, linear_step_with_denoised};
pub use marginal::Marginal;
pub use prediction::Prediction;
pub use rule::{AncestralVariance, StepRule, langevin_step_size};
pub use schedule::{BetaSchedule, DeviceSchedule, NoiseSchedule, Spacing, extract, schedule_tensor};
pub use steps::{
    Kept, ddim_step, ddpm_learned_step, ddpm_step, dpm_solver_sde_step, dpm_solver_step, euler_ancestral_step,
    euler_step, flow_step, heun_step, langevin_step, ode_step, sde_step,
};

/// Diffusion as backend operations. Where the specification of a step says that there is no such tensor, `unconditional`, `previous`
/// and `variance` have one element.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait DiffusionOps: Backend + RandomOps {
    /// `p[b] · x + q[b] · y` for `x`, `y`: `[B, ..]` and `p`, `q`: `[B]`. Differentiable in `x` and `y`.
    #[fusion(dtype = x, shape = x)]
    fn mix(
        x: FloatTensor<Self>,
        y: FloatTensor<Self>,
        p: FloatTensor<Self>,
        q: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        portable::mix::<Self>(x, y, p, q)
    }

    /// The same with standard normal `y` from the stream, and `y`. Differentiable in `x`.
    #[fusion(meta = |x, _p, _q, _from| (x.clone(), x.clone()))]
    fn mix_with_noise(
        x: FloatTensor<Self>,
        p: FloatTensor<Self>,
        q: FloatTensor<Self>,
        from: Stream,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::mix_with_noise::<Self>(x, p, q, from)
    }

    /// See [`linear_step`](fn@linear_step).
    #[fusion(dtype = x, shape = x)]
    fn linear_step(
        x: FloatTensor<Self>,
        model: FloatTensor<Self>,
        unconditional: FloatTensor<Self>,
        previous: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        spec: StepSpec,
    ) -> FloatTensor<Self> {
        portable::step::<Self>(x, model, unconditional, previous, variance, spec, false).0
    }

    /// See [`linear_step_with_denoised`](fn@linear_step_with_denoised).
    #[fusion(meta = |x, _model, _unconditional, _previous, _variance, _spec| (x.clone(), x.clone()))]
    fn linear_step_with_denoised(
        x: FloatTensor<Self>,
        model: FloatTensor<Self>,
        unconditional: FloatTensor<Self>,
        previous: FloatTensor<Self>,
        variance: FloatTensor<Self>,
        spec: StepSpec,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::step::<Self>(x, model, unconditional, previous, variance, spec, true)
    }
}

#[cfg(test)]
mod tests;
