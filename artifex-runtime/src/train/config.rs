//! Configuration of a training run.

use crate::config::ModelConfig;

use super::schedule::ScheduleConfig;
use crate::nn::optim::OptimizerConfig;

/// How a model is trained.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(is_set(epochs) != is_set(steps), "set either `epochs` or `steps`"))]
pub struct TrainConfig {
    /// Number of passes over the training data.
    #[config(min = 1)]
    pub epochs: Option<u64>,
    /// Number of updates, instead of `epochs`.
    #[config(min = 1)]
    pub steps: Option<u64>,
    /// Examples per update.
    #[config(default = 128, min = 1)]
    pub batch_size: usize,
    /// Whether the examples left over at the end of an epoch, fewer than a batch, are left out.
    #[config(default = false)]
    pub drop_last: bool,
    /// What updates the parameters. Left out for a model that brings optimisers of its own, one for each of two players for
    /// instance.
    pub optimizer: Option<OptimizerConfig>,
    /// How the learning rate changes over the run; with several optimisers, the rate of each.
    #[config(default = { type = "constant" })]
    pub schedule: ScheduleConfig,
    /// Longest gradient, as the norm over all parameters; longer ones are scaled down. Absent: no limit.
    #[config(exclusive_min = 0)]
    pub gradient_clip_norm: Option<f64>,
    /// Updates between checkpoints. Absent: only at the end, and when the run is interrupted.
    #[config(min = 1)]
    pub checkpoint_every: Option<u64>,
    /// How many of the latest checkpoints are kept.
    #[config(default = 3, min = 1)]
    pub keep_last: usize,
    /// Updates between evaluations on held-out data. Absent: after every epoch. The end of the run is always evaluated.
    #[config(min = 1)]
    pub evaluate_every: Option<u64>,
    /// Updates between two reports of the training loss.
    #[config(default = 10, min = 1)]
    pub log_every: u64,
    /// Number of samples in the picture that is made at the end of the run; 0 for none.
    #[config(default = 64)]
    pub samples: usize,
}

impl TrainConfig {
    /// 150 epochs of Adam, for `artifex new`.
    #[must_use]
    pub fn example() -> Self {
        crate::config!(TrainConfig { epochs = 150, batch_size = 64, optimizer = { type = "adam" } })
    }

    /// Number of updates of the whole run.
    ///
    /// # Errors
    /// [`TrainConfigError`] unless exactly one of `epochs` and `steps` is set, and above 0.
    pub fn total_steps(&self, batches_per_epoch: u64) -> Result<u64, TrainConfigError> {
        match (self.epochs, self.steps) {
            (Some(epochs), None) if epochs > 0 => Ok(epochs.saturating_mul(batches_per_epoch)),
            (None, Some(steps)) if steps > 0 => Ok(steps),
            (epochs, steps) => Err(TrainConfigError { epochs, steps }),
        }
    }
}

/// The length of the run is not clear.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`epochs` is {epochs:?} and `steps` is {steps:?}; set exactly one of them, to at least 1")]
pub struct TrainConfigError {
    epochs: Option<u64>,
    steps: Option<u64>,
}
