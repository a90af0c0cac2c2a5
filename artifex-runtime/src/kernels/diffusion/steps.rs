//! The samplers' steps, by the names of their papers.

use burn::tensor::Tensor;

use super::continuous::Sde;
use super::error::DiffusionError;
use super::linear::{ModelOutput, linear_step, linear_step_with_denoised};
use super::marginal::Marginal;
use super::rule::{AncestralVariance, StepRule};
use crate::rng::Stream;

/// A step that draws nothing.
fn deterministic<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    rule: StepRule,
) -> Result<Tensor<D>, DiffusionError> {
    linear_step(x, model, None, &[rule], &mut Stream::from_seed(0))
}

/// DDPM's step with a fixed variance, see [`StepRule::ancestral`].
///
/// # Errors
/// As [`StepRule::ancestral`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ, or the variance is [`AncestralVariance::LearnedRange`], which [`ddpm_learned_step`] takes.
pub fn ddpm_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    from: Marginal,
    to: Marginal,
    variance: AncestralVariance,
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    linear_step(x, model, None, &[StepRule::ancestral(from, to, variance)?], noise)
}

/// DDPM's step with a variance that the model predicts: `variance` is -1 for the smallest and 1 for the largest one, see
/// [`AncestralVariance::LearnedRange`].
///
/// # Errors
/// As [`StepRule::ancestral`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn ddpm_learned_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    variance: Tensor<D>,
    from: Marginal,
    to: Marginal,
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    let rule = StepRule::ancestral(from, to, AncestralVariance::LearnedRange)?;
    linear_step(x, model.with_variance(variance), None, &[rule], noise)
}

/// DDIM's step, see [`StepRule::ddim`].
///
/// # Errors
/// As [`StepRule::ddim`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn ddim_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    from: Marginal,
    to: Marginal,
    eta: f64,
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    linear_step(x, model, None, &[StepRule::ddim(from, to, eta)?], noise)
}

/// Euler's step of the probability-flow ODE from noise `sigma` to `next` (Karras et al. 2022, algorithm 1, lines 4 and 5):
/// `x + (next - sigma) · (x - x̂_0) / sigma`.
///
/// # Errors
/// If a sigma is negative or not finite, and as [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn euler_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    sigma: f64,
    next: f64,
) -> Result<Tensor<D>, DiffusionError> {
    deterministic(x, model, StepRule::ddim(Marginal::sigma(sigma)?, Marginal::sigma(next)?, 0.0)?)
}

/// The Euler-ancestral step of k-diffusion from noise `sigma` to `next`: down to `√(next² - up²)` by Euler's step, then noise of
/// standard deviation `up`, `eta` times that of the ancestral step.
///
/// # Errors
/// If `eta` is not between 0 and 1, or `next` is not below `sigma` while it is above 0, and as [`euler_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn euler_ancestral_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    sigma: f64,
    next: f64,
    eta: f64,
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    ddim_step(x, model, Marginal::sigma(sigma)?, Marginal::sigma(next)?, eta, noise)
}

/// The second phase of Heun's step from noise `sigma` to `next`: `euler` is what [`euler_step`] gave for `x`, and `model` is the model's
/// output there, at noise `next`. See [`StepRule::heun`].
///
/// # Errors
/// If a sigma is negative or not finite, and as [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn heun_step<const D: usize>(
    x: Tensor<D>,
    euler: Tensor<D>,
    model: ModelOutput<D>,
    sigma: f64,
    next: f64,
) -> Result<Tensor<D>, DiffusionError> {
    let rule = StepRule::heun(Marginal::sigma(sigma)?, Marginal::sigma(next)?)?;
    linear_step(euler, model, Some(x), &[rule], &mut Stream::from_seed(0))
}

/// The estimate of the data that a multistep sampler keeps, and the level at which it was made.
#[derive(Clone, Debug)]
pub struct Kept<const D: usize> {
    /// `x̂_0`.
    pub denoised: Tensor<D>,
    /// The level of its step.
    pub at: Marginal,
}

/// DPM-Solver++'s step, of order 2 (2M) given what the step before kept, else of order 1. Returns `x'` and what the next step
/// takes. See [`StepRule::dpm_solver`].
///
/// # Errors
/// As [`StepRule::dpm_solver`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn dpm_solver_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    from: Marginal,
    to: Marginal,
    before: Option<Kept<D>>,
) -> Result<(Tensor<D>, Kept<D>), DiffusionError> {
    let rule = StepRule::dpm_solver(from, to, before.as_ref().map(|kept| kept.at))?;
    multistep(x, model, rule, before, &mut Stream::from_seed(0))
}

/// The same of the reverse SDE, with noise. See [`StepRule::dpm_solver_sde`].
///
/// # Errors
/// As [`dpm_solver_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn dpm_solver_sde_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    from: Marginal,
    to: Marginal,
    before: Option<Kept<D>>,
    noise: &mut Stream,
) -> Result<(Tensor<D>, Kept<D>), DiffusionError> {
    let rule = StepRule::dpm_solver_sde(from, to, before.as_ref().map(|kept| kept.at))?;
    multistep(x, model, rule, before, noise)
}

fn multistep<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    rule: StepRule,
    before: Option<Kept<D>>,
    noise: &mut Stream,
) -> Result<(Tensor<D>, Kept<D>), DiffusionError> {
    let input = before.map(|kept| kept.denoised);
    let (next, denoised) = linear_step_with_denoised(x, model, input, &[rule], noise)?;
    Ok((next, Kept { denoised, at: rule.at }))
}

/// A step of Euler and Maruyama of the reverse SDE, see [`StepRule::reverse_sde`].
///
/// # Errors
/// As [`StepRule::reverse_sde`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn sde_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    sde: Sde,
    t: f64,
    next: f64,
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    linear_step(x, model, None, &[StepRule::reverse_sde(sde, t, next)?], noise)
}

/// Euler's step of the probability-flow ODE in time, see [`StepRule::probability_flow`].
///
/// # Errors
/// As [`StepRule::probability_flow`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn ode_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    sde: Sde,
    t: f64,
    next: f64,
) -> Result<Tensor<D>, DiffusionError> {
    deterministic(x, model, StepRule::probability_flow(sde, t, next)?)
}

/// Euler's step of a flow from time `s` to `next`, `x + (next - s) v`: time 1 is noise and 0 data (Esser et al. 2024).
///
/// # Errors
/// If a time is not between 0 and 1, and as [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn flow_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    s: f64,
    next: f64,
) -> Result<Tensor<D>, DiffusionError> {
    deterministic(x, model, StepRule::ddim(Marginal::flow(s)?, Marginal::flow(next)?, 0.0)?)
}

/// A step of a Langevin corrector, see [`StepRule::langevin`].
///
/// # Errors
/// As [`StepRule::langevin`] and [`linear_step`].
///
/// # Panics
/// If shapes or types differ.
pub fn langevin_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    at: Marginal,
    step: f64,
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    linear_step(x, model, None, &[StepRule::langevin(at, step)?], noise)
}
