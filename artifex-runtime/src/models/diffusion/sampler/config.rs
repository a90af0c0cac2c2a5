//! Configuration of the samplers.

use crate::config::ModelConfig;
use crate::kernels::diffusion::AncestralVariance;

/// Which steps of the schedule a sampler visits. They are followed by a last one to data without noise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum TimestepSpacing {
    /// Multiples of the whole part of `num_timesteps / steps`, from 0 on: the noisiest step is not among them.
    Leading,
    /// Equal parts counted back from the noisiest step (Lin et al. 2024, table 2).
    #[default]
    Trailing,
    /// In equal steps with both ends. The times of `euler`, `euler_ancestral` and `heun` lie between those of the schedule, the
    /// others are rounded.
    Linspace,
    /// Squares of equal steps up to the root of 0.8 times the noisiest one (Song et al. 2021, DDIM, appendix D.2): most of the steps
    /// have little noise.
    Quadratic,
    /// From the noisiest level of the schedule to the least noisy, in equal steps of the seventh root of noise over signal (Karras et
    /// al. 2022, equation 5). The times lie between those of the schedule.
    Karras,
}

/// How many steps a sampler takes, and which.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct TimestepsConfig {
    /// Number of steps. `heun` asks the network twice in each, the others once.
    #[config(default = 50, min = 1)]
    pub steps: usize,
    /// Which steps of the schedule these are.
    #[config(default = "trailing")]
    pub spacing: TimestepSpacing,
}

/// The variance that a step of `ddpm` draws with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum StepVariance {
    /// That of the forward process's step looked back at, given the data (β̃ of Ho et al. 2020, equation 7).
    #[default]
    FixedSmall,
    /// That of the forward process's step (β there).
    FixedLarge,
}

impl StepVariance {
    pub(super) const fn kernel(self) -> AncestralVariance {
        match self {
            Self::FixedSmall => AncestralVariance::FixedSmall,
            Self::FixedLarge => AncestralVariance::FixedLarge,
        }
    }
}

/// Every step takes out some noise and draws a little anew (Ho et al. 2020, algorithm 2).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DDPMSamplerConfig {
    /// Number of steps; all of the schedule if it is left out.
    #[config(min = 1)]
    pub steps: Option<usize>,
    /// Which steps of the schedule these are.
    #[config(default = "trailing")]
    pub spacing: TimestepSpacing,
    /// The variance that a step draws with.
    #[config(default = "fixed_small")]
    pub variance: StepVariance,
}

/// Steps from the estimated data and the estimated noise (Song et al. 2021, DDIM, equation 12).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DDIMSamplerConfig {
    /// The steps.
    #[config(flatten)]
    pub timesteps: TimestepsConfig,
    /// How much noise is drawn anew: none for 0, as much as `ddpm` draws for 1.
    #[config(default = 0.0, min = 0, max = 1)]
    pub eta: f64,
}

/// Euler's steps of the probability-flow equation in the ratio of noise to signal (Karras et al. 2022, algorithm 1 without lines 6 to
/// 8); the same step as that of `ddim` without noise.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EulerSamplerConfig {
    /// The steps.
    #[config(flatten, default = { spacing = "karras" })]
    pub timesteps: TimestepsConfig,
}

/// Euler's step to less noise than the next level has, and then as much anew as is missing.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EulerAncestralSamplerConfig {
    /// The steps.
    #[config(flatten, default = { spacing = "karras" })]
    pub timesteps: TimestepsConfig,
    /// How much of the noise of a step is new: none for 0.
    #[config(default = 1.0, min = 0, max = 1)]
    pub eta: f64,
}

/// Euler's step, and then the mean of the slopes at both of its ends (Karras et al. 2022, algorithm 1): of order 2.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct HeunSamplerConfig {
    /// The steps.
    #[config(flatten, default = { steps = 25, spacing = "karras" })]
    pub timesteps: TimestepsConfig,
}

/// DPM-Solver++ (Lu et al. 2022): exact for the linear part of the equation.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DPMSolverPPConfig {
    /// The steps.
    #[config(flatten, default = { steps = 20 })]
    pub timesteps: TimestepsConfig,
    /// 1, or 2 for the solver that also looks at the step before (2M).
    #[config(default = 2, min = 1, max = 2)]
    pub order: usize,
    /// Whether noise is drawn anew, as the reverse stochastic equation has it (SDE-DPM-Solver++).
    #[config(default = false)]
    pub stochastic: bool,
}

/// How samples are made of noise.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum SamplerConfig {
    /// The ancestral sampler of DDPM.
    DDPM(DDPMSamplerConfig),
    /// DDIM.
    DDIM(DDIMSamplerConfig),
    /// Euler's method.
    Euler(EulerSamplerConfig),
    /// Euler's method with noise drawn anew.
    EulerAncestral(EulerAncestralSamplerConfig),
    /// Heun's method.
    Heun(HeunSamplerConfig),
    /// DPM-Solver++.
    #[config(rename = "dpm_solver_pp")]
    DPMSolverPP(DPMSolverPPConfig),
}
