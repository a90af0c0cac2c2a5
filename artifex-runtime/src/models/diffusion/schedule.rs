//! The noise schedule of a config.

use crate::config::ModelConfig;
use crate::kernels::diffusion::{BetaSchedule, DiffusionError, NoiseSchedule};

/// First and last variance where the config gives none (Ho et al. 2020, section 4).
const BETAS: [f64; 2] = [1e-4, 0.02];

/// Largest variance where the config gives none (Nichol and Dhariwal 2021, section 3.2).
const MAX_BETA: f64 = 0.999;

/// How the variances of the forward process's steps grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum ScheduleType {
    /// In equal steps from `beta_start` to `beta_end` (Ho et al. 2020).
    #[default]
    Linear,
    /// Their square roots in equal steps (Rombach et al. 2022).
    ScaledLinear,
    /// Another name of `scaled_linear`.
    Quadratic,
    /// So that the signal falls as a squared cosine (Nichol and Dhariwal 2021, equation 17).
    Cosine,
    /// Along a sigmoid from `beta_start` to `beta_end` (Xu et al. 2022).
    Sigmoid,
    /// So that the signal's square is `1 - √(t/T + 0.0001)` (Li et al. 2022, Diffusion-LM, appendix A).
    Sqrt,
}

/// The noise of each step of the forward process.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(is_set(beta_start) || is_set(beta_end), schedule_type in ["linear", "scaled_linear", "quadratic", "sigmoid"]),
    "`cosine` and `sqrt` make the variances of the signal, and have no ends"
))]
#[config(rule(
    when(is_set(max_beta), schedule_type in ["cosine", "sqrt"]),
    "the other schedules never exceed `beta_end`"
))]
#[config(rule(beta_start < beta_end, "the noise grows"))]
#[config(rule(when(!is_set(beta_end), beta_start < 0.02), "the noise grows, and `beta_end` is 0.02 if it is left out"))]
#[config(rule(when(!is_set(beta_start), beta_end > 0.0001), "the noise grows, and `beta_start` is 0.0001 if it is left out"))]
#[config(rule(when(zero_terminal_snr, num_timesteps >= 2), "the last step is rescaled relative to the first one"))]
pub struct NoiseScheduleConfig {
    /// How the variances grow.
    #[config(default = "linear")]
    pub schedule_type: ScheduleType,
    /// Number of steps from data to noise.
    #[config(default = 1000, min = 1)]
    pub num_timesteps: usize,
    /// The first step's variance, for `linear`, `scaled_linear` and `sigmoid`; 0.0001 if it is left out.
    #[config(exclusive_min = 0, exclusive_max = 1)]
    pub beta_start: Option<f64>,
    /// The last step's variance, for the same; 0.02 if it is left out.
    #[config(exclusive_min = 0, exclusive_max = 1)]
    pub beta_end: Option<f64>,
    /// The largest variance, for `cosine` and `sqrt`; 0.999 if it is left out.
    #[config(exclusive_min = 0, exclusive_max = 1)]
    pub max_beta: Option<f64>,
    /// Whether the schedule is stretched so that nothing of the data is left in the last step (Lin et al. 2024, algorithm 1).
    #[config(default = false)]
    pub zero_terminal_snr: bool,
}

impl NoiseScheduleConfig {
    /// The schedule itself.
    ///
    /// # Errors
    /// If the numbers make none, which the rules of the config see to.
    pub fn schedule(&self) -> Result<NoiseSchedule, DiffusionError> {
        let (start, end) = (self.beta_start.unwrap_or(BETAS[0]), self.beta_end.unwrap_or(BETAS[1]));
        let max_beta = self.max_beta.unwrap_or(MAX_BETA);
        let kind = match self.schedule_type {
            ScheduleType::Linear => BetaSchedule::Linear { start, end },
            ScheduleType::ScaledLinear | ScheduleType::Quadratic => BetaSchedule::ScaledLinear { start, end },
            ScheduleType::Cosine => BetaSchedule::SquaredCosine { max_beta },
            ScheduleType::Sigmoid => BetaSchedule::Sigmoid { start, end },
            ScheduleType::Sqrt => BetaSchedule::Sqrt { max_beta },
        };
        let schedule = NoiseSchedule::new(kind, self.num_timesteps)?;
        if self.zero_terminal_snr { schedule.with_zero_terminal_snr() } else { Ok(schedule) }
    }
}
