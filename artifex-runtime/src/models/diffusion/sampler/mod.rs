//! Samplers: from noise to data, by a network or any other denoiser.
//!
//! A [`Sampler`] is a list of steps, made of a schedule and a [`SamplerConfig`]; [`Sampler::run`] takes them. What it asks for at each
//! level is a function, so that it runs as well with a denoiser that is known exactly.

mod config;
mod levels;

pub use config::{
    DDIMSamplerConfig, DDPMSamplerConfig, DPMSolverPPConfig, EulerAncestralSamplerConfig, EulerSamplerConfig,
    HeunSamplerConfig, SamplerConfig, StepVariance, TimestepSpacing, TimestepsConfig,
};
pub use levels::Level;

use burn::tensor::Tensor;

use self::levels::{Between, levels};
use crate::kernels::diffusion::{
    DiffusionError, Marginal, ModelOutput, NoiseSchedule, StepInput, StepRule, linear_step, linear_step_with_denoised,
};
use crate::rng::Stream;

/// The steps of a sampler, all of their numbers computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampler {
    steps: Vec<Step>,
}

/// What is done with the model's output at a level.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// A step by that alone.
    Single(Level, StepRule),
    /// The same, which also sees the estimate of the data of the step before, unless it is the first.
    Multi(Level, StepRule),
    /// A step, and one from its beginning with the output at its end.
    Heun(Level, StepRule, Level, StepRule),
}

impl Sampler {
    /// The steps of a config on a schedule.
    ///
    /// # Errors
    /// If the schedule has no such steps: fewer than asked for, or a last one without signal where the sampler needs some.
    pub fn new(config: &SamplerConfig, schedule: &NoiseSchedule) -> Result<Self, DiffusionError> {
        let levels =
            |timesteps: &TimestepsConfig, between| levels(schedule, timesteps.steps, timesteps.spacing, between);
        match config {
            SamplerConfig::DDPM(config) => {
                let steps = config.steps.unwrap_or_else(|| schedule.steps());
                let timesteps = TimestepsConfig { steps, spacing: config.spacing };
                let variance = config.variance.kernel();
                Self::single(&levels(&timesteps, Between::Rounded)?, |from, to| StepRule::ancestral(from, to, variance))
            }
            SamplerConfig::DDIM(config) => {
                let levels = levels(&config.timesteps, Between::Rounded)?;
                Self::single(&levels, |from, to| StepRule::ddim(from, to, config.eta))
            }
            SamplerConfig::Euler(config) => {
                let levels = levels(&config.timesteps, Between::Kept)?;
                Self::single(&levels, |from, to| StepRule::ddim(from, to, 0.0))
            }
            SamplerConfig::EulerAncestral(config) => {
                let levels = levels(&config.timesteps, Between::Kept)?;
                Self::single(&levels, |from, to| StepRule::ddim(from, to, config.eta))
            }
            SamplerConfig::Heun(config) => Self::heun(&levels(&config.timesteps, Between::Kept)?),
            SamplerConfig::DPMSolverPP(config) => {
                let rule = if config.stochastic { StepRule::dpm_solver_sde } else { StepRule::dpm_solver };
                let levels = levels(&config.timesteps, Between::RoundedWithEnd)?;
                Self::multi(&levels, |from, to, before| rule(from, to, before.filter(|_| config.order == 2)))
            }
        }
    }

    /// Steps by one output each.
    fn single(
        levels: &[Level],
        rule: impl Fn(Marginal, Marginal) -> Result<StepRule, DiffusionError>,
    ) -> Result<Self, DiffusionError> {
        let step = |(from, to): (Level, Level)| Ok(Step::Single(from, rule(from.marginal, to.marginal)?));
        Ok(Self { steps: pairs(levels).map(step).collect::<Result<_, DiffusionError>>()? })
    }

    /// Steps that may see the one before.
    fn multi(
        levels: &[Level],
        rule: impl Fn(Marginal, Marginal, Option<Marginal>) -> Result<StepRule, DiffusionError>,
    ) -> Result<Self, DiffusionError> {
        let before = std::iter::once(None).chain(levels.iter().map(|level| Some(level.marginal)));
        let step = |((from, to), before): ((Level, Level), Option<Marginal>)| {
            Ok(Step::Multi(from, rule(from.marginal, to.marginal, before)?))
        };
        Ok(Self { steps: pairs(levels).zip(before).map(step).collect::<Result<_, DiffusionError>>()? })
    }

    /// Steps with two outputs each, but for the last one, which ends without noise.
    fn heun(levels: &[Level]) -> Result<Self, DiffusionError> {
        let step = |(from, to): (Level, Level)| {
            let euler = StepRule::ddim(from.marginal, to.marginal, 0.0)?;
            Ok(if to.marginal.noise() > 0.0 {
                Step::Heun(from, euler, to, StepRule::heun(from.marginal, to.marginal)?)
            } else {
                Step::Single(from, euler)
            })
        };
        Ok(Self { steps: pairs(levels).map(step).collect::<Result<_, DiffusionError>>()? })
    }

    /// The level at which sampling starts: of noise with its standard deviation.
    ///
    /// # Panics
    /// Never: a sampler has at least one step.
    #[must_use]
    pub fn start(&self) -> Level {
        match self.steps[0] {
            Step::Single(level, _) | Step::Multi(level, _) | Step::Heun(level, ..) => level,
        }
    }

    /// How often the model is asked.
    #[must_use]
    pub fn evaluations(&self) -> usize {
        self.steps.iter().map(|step| if matches!(step, Step::Heun(..)) { 2 } else { 1 }).sum()
    }

    /// Takes all steps, from `x` with noise of the level [`start`](Self::start). `denoise` is the model: it is given the noised data
    /// and their level. Noise comes from the stream.
    ///
    /// # Errors
    /// If the model's predictions do not determine a step, see [`linear_step`].
    ///
    /// # Panics
    /// If the model's output is of another shape or type than `x`.
    pub fn run<const D: usize>(
        &self,
        mut x: Tensor<D>,
        mut denoise: impl FnMut(&Tensor<D>, Level) -> ModelOutput<D>,
        noise: &mut Stream,
    ) -> Result<Tensor<D>, DiffusionError> {
        let mut before: Option<Tensor<D>> = None;
        for step in &self.steps {
            x = match *step {
                Step::Single(level, rule) => {
                    let output = denoise(&x, level);
                    linear_step(x, output, StepInput::None, &[rule], noise)?
                }
                Step::Multi(level, rule) => {
                    let output = denoise(&x, level);
                    let input = before.take().map_or(StepInput::None, StepInput::Previous);
                    let (next, denoised) = linear_step_with_denoised(x, output, input, &[rule], noise)?;
                    before = Some(denoised);
                    next
                }
                Step::Heun(from, euler, to, heun) => {
                    let output = denoise(&x, from);
                    let next = linear_step(x.clone(), output, StepInput::None, &[euler], noise)?;
                    let output = denoise(&next, to);
                    linear_step(next, output, StepInput::Previous(x), &[heun], noise)?
                }
            };
        }
        Ok(x)
    }
}

/// Each level with the next one; the last one is followed by data without noise.
fn pairs(levels: &[Level]) -> impl Iterator<Item = (Level, Level)> + '_ {
    let next = levels.iter().skip(1).copied().chain(std::iter::once(Level::CLEAN));
    levels.iter().copied().zip(next)
}

#[cfg(test)]
mod tests;
