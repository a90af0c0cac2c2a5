//! Samplers: from noise to data, by a network or any other denoiser.
//!
//! A [`Sampler`] is a list of steps, made of a schedule and a [`SamplerConfig`]; [`Sampler::run`] takes them. What it asks for at each
//! level is a function, so that it runs as well with a denoiser that is known exactly.

mod config;
mod edit;
mod levels;
mod unipc;

pub use config::{
    DDIMSamplerConfig, DDPMSamplerConfig, DPMSolverPPConfig, EulerAncestralSamplerConfig, EulerSamplerConfig,
    FinalSigma, HeunSamplerConfig, KarrasEnds, SamplerConfig, StepVariance, TimestepSpacing, TimestepsConfig,
    UniPCConfig, UniPCVariant,
};
pub use edit::{Edited, Filled};
pub use levels::Level;

use std::ops::Range;

use burn::tensor::Tensor;

use self::levels::{Between, Levels, levels};
use self::unipc::UniPCStep;
use crate::kernels::diffusion::{
    DiffusionError, Marginal, ModelOutput, NoiseSchedule, StepInput, StepRule, linear_step, linear_step_with_denoised,
};
use crate::rng::Stream;

/// The steps of a sampler, all of their numbers computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampler {
    steps: Vec<Step>,
    end: Level,
    keeps_noise: bool,
}

/// What is done with the model's output at a level.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// A step by that alone.
    Single(Level, StepRule),
    /// The same, and one that also sees the estimate of the data of the step before: where there was one.
    Multi(Level, [StepRule; 2]),
    /// A step, and one from its beginning with the output at its end.
    Heun(Level, StepRule, Level, StepRule),
    /// One that sees several of the steps before.
    UniPC(UniPCStep),
}

impl Step {
    /// The level at which it begins.
    const fn level(&self) -> Level {
        match self {
            Self::Single(level, _) | Self::Multi(level, _) | Self::Heun(level, ..) => *level,
            Self::UniPC(step) => step.from,
        }
    }
}

/// What multistep samplers keep from step to step.
#[derive(Clone, Debug)]
struct History<const D: usize> {
    before: Option<Tensor<D>>,
    unipc: unipc::History<D>,
}

impl<const D: usize> Default for History<D> {
    fn default() -> Self {
        Self { before: None, unipc: unipc::History::default() }
    }
}

impl Sampler {
    /// The steps of a config on a schedule.
    ///
    /// # Errors
    /// If the schedule has no such steps: fewer than asked for, or none that is so much later.
    pub fn new(config: &SamplerConfig, schedule: &NoiseSchedule) -> Result<Self, DiffusionError> {
        let levels = |timesteps: &TimestepsConfig, between| levels(schedule, timesteps, between);
        match config {
            SamplerConfig::DDPM(config) => {
                let steps = config.steps.unwrap_or_else(|| schedule.steps());
                let DDPMSamplerConfig { spacing, steps_offset, variance, .. } = *config;
                let timesteps =
                    TimestepsConfig::new().with_steps(steps).with_spacing(spacing).with_steps_offset(steps_offset);
                let variance = variance.kernel();
                Self::single(&levels(&timesteps, Between::Rounded)?, |from, to| StepRule::ancestral(from, to, variance))
            }
            SamplerConfig::DDIM(config) => {
                let levels = levels(&config.timesteps, Between::Rounded)?;
                let sampler = Self::single(&levels, |from, to| ddim(from, to, config.eta))?;
                Ok(Self { keeps_noise: !config.recompute_noise, ..sampler })
            }
            SamplerConfig::Euler(config) => {
                let levels = levels(&config.timesteps, Between::Kept)?;
                Self::single(&levels, |from, to| StepRule::ddim(from, to, 0.0))
            }
            SamplerConfig::EulerAncestral(config) => {
                let levels = levels(&config.timesteps, Between::Kept)?;
                Self::single(&levels, |from, to| ddim(from, to, config.eta))
            }
            SamplerConfig::Heun(config) => Self::heun(&levels(&config.timesteps, Between::Kept)?),
            SamplerConfig::DPMSolverPP(config) => {
                Self::multi(&levels(&config.timesteps, Between::RoundedWithEnd)?, config)
            }
            SamplerConfig::UniPC(config) => {
                Ok(Self::unipc(&levels(&config.timesteps, Between::RoundedWithEnd)?, config))
            }
        }
    }

    fn of(steps: Vec<Step>, levels: &Levels) -> Self {
        Self { steps, end: levels.end, keeps_noise: false }
    }

    /// Steps by one output each.
    fn single(
        levels: &Levels,
        rule: impl Fn(Marginal, Marginal) -> Result<StepRule, DiffusionError>,
    ) -> Result<Self, DiffusionError> {
        let step = |(from, to): (Level, Level)| Ok(Step::Single(from, rule(from.marginal, to.marginal)?));
        Ok(Self::of(levels.pairs().map(step).collect::<Result<_, DiffusionError>>()?, levels))
    }

    /// Steps that may see the one before.
    fn multi(levels: &Levels, config: &DPMSolverPPConfig) -> Result<Self, DiffusionError> {
        let rule = if config.stochastic { StepRule::dpm_solver_sde } else { StepRule::dpm_solver };
        let before = std::iter::once(None).chain(levels.visited.iter().map(|level| Some(level.marginal)));
        let last = levels.len() - 1;
        // A step from one level to the same does nothing.
        let steps = levels.pairs().zip(before).enumerate().filter(|(_, ((from, to), _))| !same(*from, *to));
        let step = |(i, ((from, to), before)): (usize, ((Level, Level), Option<Marginal>))| {
            let first_order = config.order == 1 || (config.lower_order_final && i == last);
            let alone = rule(from.marginal, to.marginal, None)?;
            let with = rule(from.marginal, to.marginal, before.filter(|_| !first_order))?;
            Ok(Step::Multi(from, [alone, with]))
        };
        Ok(Self::of(steps.map(step).collect::<Result<_, DiffusionError>>()?, levels))
    }

    /// Steps with two outputs each, but for the last one, which ends without noise.
    fn heun(levels: &Levels) -> Result<Self, DiffusionError> {
        let step = |(from, to): (Level, Level)| {
            let euler = StepRule::ddim(from.marginal, to.marginal, 0.0)?;
            Ok(if to.marginal.noise() > 0.0 && !same(from, to) {
                Step::Heun(from, euler, to, StepRule::heun(from.marginal, to.marginal)?)
            } else {
                Step::Single(from, euler)
            })
        };
        Ok(Self::of(levels.pairs().map(step).collect::<Result<_, DiffusionError>>()?, levels))
    }

    /// Steps that see several of those before, and are corrected by the next one.
    fn unipc(levels: &Levels, config: &UniPCConfig) -> Self {
        let UniPCConfig { order, variant, corrector, disable_corrector, lower_order_final, .. } = config;
        let count = levels.len();
        let step = |(i, (from, to)): (usize, (Level, Level))| {
            let order = if *lower_order_final { (*order).min(count - i) } else { *order };
            let corrects = *corrector && !disable_corrector.contains(&i);
            let to = if same(from, to) { from } else { to };
            Step::UniPC(UniPCStep { from, to, order, variant: *variant, corrects })
        };
        Self::of(levels.pairs().enumerate().map(step).collect(), levels)
    }

    /// The level at which sampling starts: of noise with its standard deviation.
    ///
    /// # Panics
    /// Never: a sampler has at least one step.
    #[must_use]
    pub fn start(&self) -> Level {
        self.steps[0].level()
    }

    /// Number of steps.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are none: never so.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The level after so many steps, at which the next one begins.
    #[must_use]
    pub fn level(&self, steps: usize) -> Level {
        self.steps.get(steps).map_or(self.end, Step::level)
    }

    /// Whether the estimated noise stays as predicted where the estimated data are limited.
    pub(super) const fn keeps_noise(&self) -> bool {
        self.keeps_noise
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
        x: Tensor<D>,
        denoise: impl FnMut(&Tensor<D>, Level) -> ModelOutput<D>,
        noise: &mut Stream,
    ) -> Result<Tensor<D>, DiffusionError> {
        self.run_steps(0..self.len(), x, denoise, |x, _, _| x, noise)
    }

    /// Takes some of the steps, from `x` with noise of the level of the first of them. After each, `change` is given what it gave, its
    /// level, and the stream; the next step goes on from what that returns.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    ///
    /// # Panics
    /// As [`run`](Self::run), and if there are no such steps.
    pub fn run_steps<const D: usize>(
        &self,
        steps: Range<usize>,
        mut x: Tensor<D>,
        mut denoise: impl FnMut(&Tensor<D>, Level) -> ModelOutput<D>,
        mut change: impl FnMut(Tensor<D>, Level, &mut Stream) -> Tensor<D>,
        noise: &mut Stream,
    ) -> Result<Tensor<D>, DiffusionError> {
        let mut history = History::default();
        for at in steps {
            x = self.steps[at].run(x, &mut denoise, &mut history, noise)?;
            x = change(x, self.level(at + 1), noise);
        }
        Ok(x)
    }
}

impl Step {
    fn run<const D: usize>(
        &self,
        x: Tensor<D>,
        denoise: &mut impl FnMut(&Tensor<D>, Level) -> ModelOutput<D>,
        history: &mut History<D>,
        noise: &mut Stream,
    ) -> Result<Tensor<D>, DiffusionError> {
        match self {
            Self::Single(level, rule) => {
                let output = denoise(&x, *level);
                linear_step(x, output, StepInput::None, &[*rule], noise)
            }
            Self::Multi(level, [alone, with]) => {
                let output = denoise(&x, *level);
                let (rule, input) = match history.before.take() {
                    None => (alone, StepInput::None),
                    Some(before) => (with, StepInput::Previous(before)),
                };
                let (next, denoised) = linear_step_with_denoised(x, output, input, &[*rule], noise)?;
                history.before = Some(denoised);
                Ok(next)
            }
            Self::Heun(from, euler, to, heun) => {
                let output = denoise(&x, *from);
                let next = linear_step(x.clone(), output, StepInput::None, &[*euler], noise)?;
                let output = denoise(&next, *to);
                linear_step(next, output, StepInput::Previous(x), &[*heun], noise)
            }
            Self::UniPC(step) => {
                let output = denoise(&x, step.from);
                step.run(x, output, &mut history.unipc)
            }
        }
    }
}

/// Whether two levels are one, but for rounding.
fn same(one: Level, other: Level) -> bool {
    (one.marginal.ratio() / other.marginal.ratio() - 1.0).abs() < 1e-9
}

/// The step of [`StepRule::ddim`]; none draws noise that ends where it begins.
fn ddim(from: Marginal, to: Marginal, eta: f64) -> Result<StepRule, DiffusionError> {
    let still = (to.ratio() / from.ratio() - 1.0).abs() < 1e-9;
    StepRule::ddim(from, to, if still { 0.0 } else { eta })
}

#[cfg(test)]
pub(super) mod tests;
