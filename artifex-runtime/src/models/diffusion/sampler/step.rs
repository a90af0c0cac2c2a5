//! One step of a sampler.

use burn::tensor::Tensor;

use super::Level;
use super::unipc::{self, UniPCStep};
use crate::kernels::diffusion::{
    DiffusionError, Marginal, ModelOutput, StepRule, langevin_step_size, linear_step, linear_step_with_denoised,
};
use crate::rng::Stream;

/// What is done with the model's output at a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    /// A step by that alone.
    Single(Level, StepRule),
    /// The same, and one that also sees the estimate of the data of the step before: where there was one.
    Multi(Level, [StepRule; 2]),
    /// A step, and one from its beginning with the output at its end.
    Heun(Level, StepRule, Level, StepRule),
    /// A step of Langevin dynamics, as long as the noise at the level is large.
    Correct(Level, Corrector),
    /// One that sees several of the steps before.
    UniPC(UniPCStep),
}

/// What multistep samplers keep from step to step.
#[derive(Clone, Debug)]
pub(super) struct History<const D: usize> {
    before: Option<Tensor<D>>,
    unipc: unipc::History<D>,
}

impl<const D: usize> Default for History<D> {
    fn default() -> Self {
        Self { before: None, unipc: unipc::History::default() }
    }
}

/// What the length of a corrector's step depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Corrector {
    pub(super) snr: f64,
    /// By how much the variance of data shrinks from the level below.
    pub(super) alpha: f64,
}

impl Step {
    /// The level at which it begins.
    pub(super) const fn level(&self) -> Level {
        match self {
            Self::Single(level, _) | Self::Multi(level, _) | Self::Heun(level, ..) | Self::Correct(level, _) => *level,
            Self::UniPC(step) => step.from,
        }
    }

    /// Takes the step from `x`.
    pub(super) fn run<const D: usize>(
        &self,
        x: Tensor<D>,
        denoise: &mut impl FnMut(&Tensor<D>, Level) -> ModelOutput<D>,
        history: &mut History<D>,
        noise: &mut Stream,
    ) -> Result<Tensor<D>, DiffusionError> {
        match self {
            Self::Single(level, rule) => {
                let output = denoise(&x, *level);
                linear_step(x, output, None, &[*rule], noise)
            }
            Self::Multi(level, [alone, with]) => {
                let output = denoise(&x, *level);
                let (rule, input) = match history.before.take() {
                    None => (alone, None),
                    Some(before) => (with, Some(before)),
                };
                let (next, denoised) = linear_step_with_denoised(x, output, input, &[*rule], noise)?;
                history.before = Some(denoised);
                Ok(next)
            }
            Self::Heun(from, euler, to, heun) => {
                let output = denoise(&x, *from);
                let next = linear_step(x.clone(), output, None, &[*euler], noise)?;
                let output = denoise(&next, *to);
                linear_step(next, output, Some(x), &[*heun], noise)
            }
            Self::Correct(level, corrector) => {
                let output = denoise(&x, *level);
                let rule = corrector.rule(&x, output.clone(), level.marginal)?;
                linear_step(x, output, None, &[rule], noise)
            }
            Self::UniPC(step) => {
                let output = denoise(&x, step.from);
                step.run(x, output, &mut history.unipc)
            }
        }
    }
}

impl Corrector {
    /// The step at a level: its length follows from the mean norm of the estimated noise, which is read from the device.
    fn rule<const D: usize>(
        self,
        x: &Tensor<D>,
        output: ModelOutput<D>,
        at: Marginal,
    ) -> Result<StepRule, DiffusionError> {
        let estimate = StepRule::estimated_noise(at);
        let noise = linear_step(x.clone(), output, None, &[estimate], &mut Stream::from_seed(0))?;
        let dims = noise.dims();
        let values = dims[1..].iter().product::<usize>();
        let norm = noise.reshape([dims[0], values]).square().sum_dim(1).sqrt().mean();
        let norm = norm.try_into_scalar::<f64>().unwrap_or(f64::NAN);
        #[expect(clippy::cast_precision_loss, reason = "far fewer values than 2^52")]
        let expected = (values as f64).sqrt();
        let step = langevin_step_size(self.snr, expected, norm / at.noise(), self.alpha)?;
        StepRule::langevin(at, step)
    }
}
