//! Configuration of the diffusion models in continuous time.

use super::config::DenoiserConfig;
use super::cost;
use super::objective::Times;
use super::process::Process;
use super::sampler::SamplerConfig;
use crate::config::ModelConfig;
use crate::kernels::diffusion::Sde;

/// `β(0)` and `β(1)` where the config gives none (Song et al. 2021, score SDE, appendix C).
const BETAS: [f64; 2] = [0.1, 20.0];

/// `σ(0)` and `σ(1)` where the config gives none.
const SIGMAS: [f64; 2] = [0.01, 50.0];

/// A stochastic differential equation from data to noise (Song et al. 2021, score SDE, section 3.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum SdeType {
    /// Variance exploding: noise grows from `sigma_min` to `sigma_max`, data stay as they are.
    #[default]
    Ve,
    /// Variance preserving: data shrink as noise grows, at a rate from `beta_min` to `beta_max`.
    Vp,
    /// As `vp` with less noise on the way.
    SubVp,
}

/// A score-based model (Song et al. 2021, score SDE): a network learns the score `∇ ln p(x_t)` at every time of a stochastic
/// differential equation from data to noise, and samples are made along the equation in reverse.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "score_diffusion", cost(cost::diffusion))]
#[config(rule(when(is_set(sigma_min) || is_set(sigma_max), sde == "ve"), "`vp` and `sub_vp` have `beta_min` and `beta_max`"))]
#[config(rule(when(is_set(beta_min) || is_set(beta_max), sde != "ve"), "`ve` has `sigma_min` and `sigma_max`"))]
#[config(rule(sigma_min < sigma_max, "the noise grows"))]
#[config(rule(when(!is_set(sigma_max), sigma_min < 50), "the noise grows, and `sigma_max` is 50 if it is left out"))]
#[config(rule(when(!is_set(sigma_min), sigma_max > 0.01), "the noise grows, and `sigma_min` is 0.01 if it is left out"))]
#[config(rule(beta_min <= beta_max, "the noise grows"))]
#[config(rule(when(!is_set(beta_max), beta_min <= 20), "the noise grows, and `beta_max` is 20 if it is left out"))]
#[config(rule(when(!is_set(beta_min), beta_max >= 0.1), "the noise grows, and `beta_min` is 0.1 if it is left out"))]
#[config(rule(sampler.spacing != "leading", "`leading` leaves out the noisiest level, where samples begin"))]
#[config(rule(sampler.karras_ends != "leading", "`leading` leaves out the noisiest level, where samples begin"))]
#[config(rule(!backbone.learn_sigma, "variances are those of the steps of a schedule"))]
#[config(rule(sampler.variance != "learned_range", "the network predicts no variance"))]
pub struct ScoreDiffusionConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub denoiser: DenoiserConfig,
    /// The equation.
    #[config(default = "ve")]
    pub sde: SdeType,
    /// The least standard deviation of the noise, for `ve`; 0.01 if it is left out.
    #[config(min = 1e-6)]
    pub sigma_min: Option<f64>,
    /// The largest standard deviation of the noise, for `ve`: as large as distances between examples. 50 if it is left out.
    #[config(exclusive_min = 0, max = 1e6)]
    pub sigma_max: Option<f64>,
    /// The rate at which data shrink at first, for `vp` and `sub_vp`; 0.1 if it is left out.
    #[config(exclusive_min = 0)]
    pub beta_min: Option<f64>,
    /// The rate at the end, for the same; 20 if it is left out.
    #[config(exclusive_min = 0, max = 100)]
    pub beta_max: Option<f64>,
    /// The score is this times what the network gives, divided by the noise's standard deviation.
    #[config(default = 1.0, exclusive_min = 0)]
    pub score_scaling: f64,
    /// The earliest time that the network learns, of 1: before it data are taken as free of noise. 0.00001 for `ve` and 0.001 for the
    /// others if it is left out.
    #[config(exclusive_min = 0, exclusive_max = 1)]
    pub least_time: Option<f64>,
    /// How samples are made.
    #[config(default = { type = "predictor_corrector" })]
    pub sampler: SamplerConfig,
}

impl ScoreDiffusionConfig {
    pub(super) fn process(&self) -> Process {
        let betas = (self.beta_min.unwrap_or(BETAS[0]), self.beta_max.unwrap_or(BETAS[1]));
        let (beta_min, beta_max) = betas;
        let (sde, least) = match self.sde {
            SdeType::Ve => {
                let (sigma_min, sigma_max) = (self.sigma_min.unwrap_or(SIGMAS[0]), self.sigma_max.unwrap_or(SIGMAS[1]));
                (Sde::VarianceExploding { sigma_min, sigma_max }, 1e-5)
            }
            SdeType::Vp => (Sde::VariancePreserving { beta_min, beta_max }, 1e-3),
            SdeType::SubVp => (Sde::SubVariancePreserving { beta_min, beta_max }, 1e-3),
        };
        Process::Sde { sde, least: self.least_time.unwrap_or(least) }
    }
}

/// How the times of training are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum TimeSampling {
    /// All times are as likely, and those of a batch are spread evenly.
    #[default]
    Uniform,
    /// Times in the middle are more likely: they are the logistic function of a normal number (Esser et al. 2024, equation 19).
    LogitNormal,
}

/// Flow matching on straight lines, rectified flow (Lipman et al. 2023; Liu et al. 2023): a network learns the velocity from data
/// to noise, `ε - x_0` on average, and samples are made along it.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "flow_matching", cost(cost::diffusion))]
#[config(rule(
    when(is_set(logit_mean) || is_set(logit_std), time_sampling == "logit_normal"),
    "`uniform` times have no mean and deviation"
))]
#[config(rule(sampler.spacing != "leading", "`leading` leaves out the noisiest level, where samples begin"))]
#[config(rule(sampler.karras_ends != "leading", "`leading` leaves out the noisiest level, where samples begin"))]
#[config(rule(!backbone.learn_sigma, "variances are those of the steps of a schedule"))]
#[config(rule(sampler.variance != "learned_range", "the network predicts no variance"))]
#[config(rule(
    sampler.spacing != "karras",
    "the noisiest level has no signal, and the levels of `karras` are ratios to it; set `sampler.spacing` to `trailing`"
))]
#[config(rule(
    sampler.type != "euler_maruyama",
    "a flow is no stochastic differential equation; `euler_ancestral` draws noise in its steps"
))]
#[config(rule(sampler.type != "predictor_corrector", "a flow begins without signal, and a corrector needs some"))]
pub struct FlowMatchingConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub denoiser: DenoiserConfig,
    /// How the times of training are drawn.
    #[config(default = "uniform")]
    pub time_sampling: TimeSampling,
    /// The mean of the normal number of `logit_normal`; 0 if it is left out.
    #[config(min = -20, max = 20)]
    pub logit_mean: Option<f64>,
    /// Its standard deviation; 1 if it is left out.
    #[config(exclusive_min = 0, max = 5)]
    pub logit_std: Option<f64>,
    /// By how much all times, of training and of sampling, are moved towards the noise: `s` becomes `k s / (1 + (k - 1) s)`. For images
    /// with many pixels, which need more noise (Esser et al. 2024, equation 23).
    #[config(default = 1.0, exclusive_min = 0)]
    pub shift: f64,
    /// The earliest time before 0, of 1, that samplers visit at `linspace` and `quadratic` times, and at which likelihoods begin.
    #[config(default = 0.001, exclusive_min = 0, exclusive_max = 1)]
    pub least_time: f64,
    /// How samples are made.
    #[config(default = { type = "euler", spacing = "trailing" })]
    pub sampler: SamplerConfig,
}

impl FlowMatchingConfig {
    pub(super) const fn process(&self) -> Process {
        Process::Flow { shift: self.shift, least: self.least_time }
    }

    pub(super) fn times(&self) -> Times {
        match self.time_sampling {
            TimeSampling::Uniform => Times::Uniform,
            TimeSampling::LogitNormal => {
                Times::LogitNormal { mean: self.logit_mean.unwrap_or(0.0), std: self.logit_std.unwrap_or(1.0) }
            }
        }
    }
}

/// EDM (Karras et al. 2022): a network whose input and output are scaled so that both have about the variance 1 at any noise, trained
/// mostly in the middle of the levels.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "edm", cost(cost::diffusion))]
#[config(rule(sigma_min < sigma_max, "the noise grows"))]
#[config(rule(sampler.spacing != "leading", "`leading` leaves out the noisiest level, where samples begin"))]
#[config(rule(sampler.karras_ends != "leading", "`leading` leaves out the noisiest level, where samples begin"))]
#[config(rule(!backbone.learn_sigma, "variances are those of the steps of a schedule"))]
#[config(rule(sampler.variance != "learned_range", "the network predicts no variance"))]
#[config(rule(sampler.type != "euler_maruyama", "it takes the times of `score_diffusion`; `euler_ancestral` draws noise in its steps"))]
pub struct EDMConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub denoiser: DenoiserConfig,
    /// The standard deviation of the data's values; images lie between -1 and 1.
    #[config(default = 0.5, min = 1e-6, max = 1e6)]
    pub sigma_data: f64,
    /// The least standard deviation of the noise that samplers visit.
    #[config(default = 0.002, min = 1e-6)]
    pub sigma_min: f64,
    /// The largest one, where samples begin.
    #[config(default = 80.0, exclusive_min = 0, max = 1e6)]
    pub sigma_max: f64,
    /// Mean of the logarithm of the noise's standard deviation in training.
    #[config(default = -1.2, min = -20, max = 20)]
    pub p_mean: f64,
    /// Its standard deviation.
    #[config(default = 1.2, exclusive_min = 0, max = 5)]
    pub p_std: f64,
    /// How samples are made.
    #[config(default = { type = "heun", steps = 18 })]
    pub sampler: SamplerConfig,
}

impl EDMConfig {
    pub(super) const fn process(&self) -> Process {
        let Self { sigma_min, sigma_max, sigma_data, .. } = *self;
        Process::Edm { sigma_min, sigma_max, sigma_data }
    }

    pub(super) const fn times(&self) -> Times {
        Times::LogNormal { mean: self.p_mean, std: self.p_std }
    }
}
