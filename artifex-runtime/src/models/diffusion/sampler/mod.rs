//! Samplers: from noise to data, by a network or any other denoiser.
//!
//! A [`Sampler`] is a list of steps, made of a schedule or another [`Process`] and a [`SamplerConfig`]; [`Sampler::run`] takes them. What
//! it asks for at each level is a function, so that it runs as well with a denoiser that is known exactly.

mod config;
mod edit;
mod levels;
mod step;
mod unipc;

pub use super::process::Level;
pub use config::{
    DDIMSamplerConfig, DDPMSamplerConfig, DPMSolverPPConfig, EulerAncestralSamplerConfig, EulerMaruyamaConfig,
    EulerSamplerConfig, FinalSigma, HeunSamplerConfig, KarrasEnds, PredictorCorrectorConfig, SamplerConfig,
    StepVariance, TimestepSpacing, TimestepsConfig, UniPCConfig, UniPCVariant,
};
pub use edit::{Edited, Filled};

use std::ops::Range;

use burn::tensor::Tensor;

use self::levels::{Between, Levels, levels};
use self::step::{Corrector, History, Step};
use self::unipc::UniPCStep;
use super::process::Process;
use crate::kernels::diffusion::{DiffusionError, Marginal, ModelOutput, NoiseSchedule, StepRule};
use crate::rng::Stream;

/// The steps of a sampler, all of their numbers computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampler {
    steps: Vec<Step>,
    end: Level,
    /// The standard deviation of what sampling starts from.
    prior_std: f64,
    keeps_noise: bool,
}

/// The steps of `ddpm` in continuous time if the config has no number.
const STEPS: usize = 1000;

impl Sampler {
    /// The steps of a config on a schedule.
    ///
    /// # Errors
    /// If the schedule has no such steps: fewer than asked for, or none that is so much later.
    pub fn new(config: &SamplerConfig, schedule: &NoiseSchedule) -> Result<Self, DiffusionError> {
        Self::of(config, &Process::from(schedule.clone()))
    }

    /// The steps of a config along a process.
    ///
    /// # Errors
    /// If the process has no such steps, as for [`new`](Self::new), or is not of the kind that the sampler is made for.
    pub fn of(config: &SamplerConfig, process: &Process) -> Result<Self, DiffusionError> {
        let sampler = Self::steps_of(config, process)?;
        Ok(Self { prior_std: process.prior_std(sampler.start()), ..sampler })
    }

    fn steps_of(config: &SamplerConfig, process: &Process) -> Result<Self, DiffusionError> {
        let levels = |timesteps: &TimestepsConfig, between| levels(process, timesteps, between);
        match config {
            SamplerConfig::DDPM(config) => {
                let all = if let Process::Discrete(schedule) = process { schedule.steps() } else { STEPS };
                let DDPMSamplerConfig { steps, spacing, steps_offset, variance } = *config;
                let timesteps = TimestepsConfig::new()
                    .with_steps(steps.unwrap_or(all))
                    .with_spacing(spacing)
                    .with_steps_offset(steps_offset);
                let variance = variance.unwrap_or_default().kernel();
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
            SamplerConfig::Heun(config) => {
                let levels = levels(&config.timesteps, Between::Kept)?;
                if matches!(process, Process::Flow { .. }) {
                    Self::heun(&levels, |from, to| StepRule::heun_flow(from.noise(), to.noise()))
                } else {
                    Self::heun(&levels, StepRule::heun)
                }
            }
            SamplerConfig::DPMSolverPP(config) => {
                Self::multi(&levels(&config.timesteps, Between::RoundedWithEnd)?, config)
            }
            SamplerConfig::UniPC(config) => {
                Ok(Self::unipc(&levels(&config.timesteps, Between::RoundedWithEnd)?, config))
            }
            SamplerConfig::EulerMaruyama(config) => {
                let Process::Sde { sde, least } = process else { return Err(DiffusionError::NoEquation) };
                let levels = levels(&config.timesteps, Between::Kept)?;
                Self::denoised(&levels, |i, from, _| {
                    let next = levels.times.get(i + 1).unwrap_or(least);
                    Ok(vec![Step::Single(from, StepRule::reverse_sde(*sde, levels.times[i], *next)?)])
                })
            }
            SamplerConfig::PredictorCorrector(config) => {
                Self::corrected(&levels(&config.timesteps, Between::Kept)?, config.corrector_steps, config.snr)
            }
        }
    }

    fn assemble(steps: Vec<Step>, levels: &Levels) -> Self {
        Self { steps, end: levels.end, prior_std: 1.0, keeps_noise: false }
    }

    /// Steps from level to level by one output each. Where the end is data without noise, they are those that are estimated at the last
    /// level. A step from one level to the same does nothing.
    fn denoised(
        levels: &Levels,
        rules: impl Fn(usize, Level, Level) -> Result<Vec<Step>, DiffusionError>,
    ) -> Result<Self, DiffusionError> {
        let mut steps = Vec::new();
        for (i, (from, to)) in levels.pairs().enumerate().filter(|(_, (from, to))| !same(*from, *to)) {
            if to.marginal.noise() > 0.0 {
                steps.extend(rules(i, from, to)?);
            } else {
                steps.push(Step::Single(from, StepRule::ddim(from.marginal, to.marginal, 0.0)?));
            }
        }
        Ok(Self::assemble(steps, levels))
    }

    /// Steps of the reverse diffusion sampler, with as many corrections after each.
    fn corrected(levels: &Levels, corrections: usize, snr: f64) -> Result<Self, DiffusionError> {
        Self::denoised(levels, |i, from, to| {
            let below = levels.visited.get(i + 2).copied().unwrap_or(levels.end);
            let alpha = (to.marginal.signal() / below.marginal.signal()).powi(2);
            let step = Step::Single(from, StepRule::reverse_diffusion(from.marginal, to.marginal)?);
            let corrections = std::iter::repeat_n(Step::Correct(to, Corrector { snr, alpha }), corrections);
            Ok(std::iter::once(step).chain(corrections).collect())
        })
    }

    /// Steps by one output each.
    fn single(
        levels: &Levels,
        rule: impl Fn(Marginal, Marginal) -> Result<StepRule, DiffusionError>,
    ) -> Result<Self, DiffusionError> {
        let step = |(from, to): (Level, Level)| Ok(Step::Single(from, rule(from.marginal, to.marginal)?));
        Ok(Self::assemble(levels.pairs().map(step).collect::<Result<_, DiffusionError>>()?, levels))
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
        Ok(Self::assemble(steps.map(step).collect::<Result<_, DiffusionError>>()?, levels))
    }

    /// Steps with two outputs each, but for the last one, which ends without noise.
    fn heun(
        levels: &Levels,
        rule: impl Fn(Marginal, Marginal) -> Result<StepRule, DiffusionError>,
    ) -> Result<Self, DiffusionError> {
        let step = |(from, to): (Level, Level)| {
            let euler = StepRule::ddim(from.marginal, to.marginal, 0.0)?;
            Ok(if to.marginal.noise() > 0.0 && !same(from, to) {
                Step::Heun(from, euler, to, rule(from.marginal, to.marginal)?)
            } else {
                Step::Single(from, euler)
            })
        };
        Ok(Self::assemble(levels.pairs().map(step).collect::<Result<_, DiffusionError>>()?, levels))
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
        Self::assemble(levels.pairs().enumerate().map(step).collect(), levels)
    }

    /// The level at which sampling starts.
    ///
    /// # Panics
    /// Never: a sampler has at least one step.
    #[must_use]
    pub fn start(&self) -> Level {
        self.steps[0].level()
    }

    /// The standard deviation of the noise that sampling starts from.
    #[must_use]
    pub const fn prior_std(&self) -> f64 {
        self.prior_std
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

    /// Takes all steps, from `x`: normal noise of the standard deviation [`prior_std`](Self::prior_std). `denoise` is the model: it is given the noised data
    /// and their level. Noise comes from the stream.
    ///
    /// # Errors
    /// If the model's predictions do not determine a step, see [`linear_step`](crate::kernels::diffusion::linear_step).
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

/// Whether two levels are one, but for rounding.
fn same(one: Level, other: Level) -> bool {
    (one.marginal.ratio() / other.marginal.ratio() - 1.0).abs() < 1e-9
}

/// The step of [`StepRule::ddim`]; none draws noise that ends where it begins.
fn ddim(from: Marginal, to: Marginal, eta: f64) -> Result<StepRule, DiffusionError> {
    let still = (to.ratio() / from.ratio() - 1.0).abs() < 1e-9;
    StepRule::ddim(from, to, if still { 0.0 } else { eta })
}

#[cfg(all(test, feature = "flex"))]
pub(super) mod tests;
