//! Configuration of the samplers.

use crate::config::ModelConfig;
use crate::kernels::diffusion::AncestralVariance;

/// Which steps of the schedule a sampler visits.
///
/// Of processes in continuous time, these are times from the noisiest to the earliest one; of `edm`, `ln σ` is linear in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum TimestepSpacing {
    /// Multiples of the whole part of `num_timesteps / steps`, from 0 on: the noisiest step is not among them. `dpm_solver_pp` and
    /// `unipc` divide by one more, and leave 0 out.
    Leading,
    /// Equal parts counted back from the noisiest step (Lin et al. 2024, table 2).
    #[default]
    Trailing,
    /// In equal steps with both ends. The times of `euler`, `euler_ancestral` and `heun` lie between those of the schedule, the
    /// others are rounded; `dpm_solver_pp` and `unipc` take one more, and leave the least noisy one out.
    Linspace,
    /// Squares of equal steps up to the root of 0.8 times the noisiest one (Song et al. 2021, DDIM, appendix D.2): most of the steps
    /// have little noise.
    Quadratic,
    /// From the noisiest level to the least noisy, in equal steps of the seventh root of noise over signal (Karras et
    /// al. 2022, equation 5). The times lie between those of the schedule; those of `dpm_solver_pp` and `unipc` are rounded.
    Karras,
}

/// Between which levels of noise those of `karras` lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum KarrasEnds {
    /// The schedule's last and first steps, or the ends of the process.
    #[default]
    Schedule,
    /// The noisiest and the least noisy step that `leading` would visit.
    Leading,
    /// The same of `trailing`.
    Trailing,
}

/// Where the last step ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum FinalSigma {
    /// At data without noise.
    #[default]
    Zero,
    /// At the least noisy step of the schedule, or level of the process.
    SigmaMin,
}

/// How many steps a sampler takes, and which.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(steps_offset > 0, spacing == "leading" || karras_ends == "leading"),
    "the other spacings begin at the noisiest step"
))]
#[config(rule(when(karras_ends != "schedule", spacing == "karras"), "the other spacings have ends of their own"))]
pub struct TimestepsConfig {
    /// Number of steps. `heun` asks the network twice in each, the others once.
    #[config(default = 50, min = 1)]
    pub steps: usize,
    /// Which steps of the schedule these are.
    #[config(default = "trailing")]
    pub spacing: TimestepSpacing,
    /// What is added to each step of `leading`, so that the noisiest steps are not left out.
    #[config(default = 0)]
    pub steps_offset: usize,
    /// Between which levels those of `karras` lie.
    #[config(default = "schedule")]
    pub karras_ends: KarrasEnds,
    /// Where the last step ends.
    #[config(default = "zero")]
    pub final_sigma: FinalSigma,
}

/// The variance that a step of `ddpm` draws with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum StepVariance {
    /// That of the forward process's step looked back at, given the data (β̃ of Ho et al. 2020, equation 7).
    #[default]
    FixedSmall,
    /// That of the forward process's step (β there).
    FixedLarge,
    /// Between the two, as the network predicts it: one with `learn_sigma` (Nichol and Dhariwal 2021, equation 15).
    LearnedRange,
}

impl StepVariance {
    pub(super) const fn kernel(self) -> AncestralVariance {
        match self {
            Self::FixedSmall => AncestralVariance::FixedSmall,
            Self::FixedLarge => AncestralVariance::FixedLarge,
            Self::LearnedRange => AncestralVariance::LearnedRange,
        }
    }
}

/// Every step takes out some noise and draws a little anew (Ho et al. 2020, algorithm 2).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(when(steps_offset > 0, spacing == "leading"), "the other spacings begin at the noisiest step"))]
pub struct DDPMSamplerConfig {
    /// Number of steps. All of the schedule if it is left out, or 1000 of a process in continuous time.
    #[config(min = 1)]
    pub steps: Option<usize>,
    /// Which steps of the schedule these are.
    #[config(default = "trailing")]
    pub spacing: TimestepSpacing,
    /// What is added to each step of `leading`, so that the noisiest steps are not left out.
    #[config(default = 0)]
    pub steps_offset: usize,
    /// The variance of the noise that is drawn. That which the network predicts if it is left out, and `fixed_small` if it predicts
    /// none.
    pub variance: Option<StepVariance>,
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
    /// Whether the estimated noise is computed again where the estimated data were limited (`clip_denoised`), so that both belong
    /// together; if not, it stays as predicted.
    #[config(default = true)]
    pub recompute_noise: bool,
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
    /// Whether the last step is of order 1. One to no noise at all is so in any case.
    #[config(default = false)]
    pub lower_order_final: bool,
}

/// The function of a step's length in log-SNR by which `unipc` scales differences (Zhao et al. 2023, section 3). It acts where a
/// coefficient is taken as its limit, 1/2: in correctors of order 1 and predictors of order 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum UniPCVariant {
    /// `B(h) = h`.
    #[config(rename = "bh1")]
    BH1,
    /// `B(h) = e^h - 1`.
    #[default]
    #[config(rename = "bh2")]
    BH2,
}

/// `UniPC` on the estimated data (Zhao et al. 2023): a predictor of order p from the estimates of the steps before, and a
/// corrector that also uses the next one, which makes the order p + 1 at no further pass of the network.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(when(!corrector, len(disable_corrector) == 0), "there is no corrector to leave out"))]
pub struct UniPCConfig {
    /// The steps.
    #[config(flatten, default = { steps = 20 })]
    pub timesteps: TimestepsConfig,
    /// The order of the predictor, and of the corrector. 2 is for guided samples, 3 for others.
    #[config(default = 2, min = 1, max = 3)]
    pub order: usize,
    /// How differences are scaled.
    #[config(default = "bh2")]
    pub variant: UniPCVariant,
    /// Whether steps are corrected.
    #[config(default = true)]
    pub corrector: bool,
    /// Steps, counted from 0, that are not corrected: the first ones, if guidance is strong.
    #[config(default = [])]
    pub disable_corrector: Vec<usize>,
    /// Whether the order falls to 1 in the last steps. In one to no noise at all it is 1 in any case.
    #[config(default = true)]
    pub lower_order_final: bool,
}

/// The reverse stochastic equation by the method of Euler and Maruyama (Song et al. 2021, score SDE, equation 6), for `score_diffusion`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EulerMaruyamaConfig {
    /// The steps.
    #[config(flatten, default = { steps = 1000, spacing = "linspace" })]
    pub timesteps: TimestepsConfig,
}

/// Steps of the reverse diffusion sampler (Song et al. 2021, score SDE, algorithms 2 and 3), each followed by steps of Langevin dynamics at
/// the level that it came to (algorithms 4 and 5).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct PredictorCorrectorConfig {
    /// The steps of the predictor.
    #[config(flatten, default = { steps = 500, spacing = "linspace" })]
    pub timesteps: TimestepsConfig,
    /// Steps of the corrector after each of them; 0 for the predictor alone.
    #[config(default = 1, min = 0)]
    pub corrector_steps: usize,
    /// The corrector's signal-to-noise ratio `r`: larger steps for more. 0.16 is the paper's for images.
    #[config(default = 0.16, exclusive_min = 0)]
    pub snr: f64,
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
    /// `UniPC`.
    #[config(rename = "unipc")]
    UniPC(UniPCConfig),
    /// Euler and Maruyama's method.
    EulerMaruyama(EulerMaruyamaConfig),
    /// Predictor and corrector.
    PredictorCorrector(PredictorCorrectorConfig),
}
