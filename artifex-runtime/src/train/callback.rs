//! What listens to a run.

use std::path::Path;

use super::trainer::Summary;
use crate::models::DynModel;

/// One update was done.
#[derive(Clone, Debug)]
pub struct StepEvent<'a> {
    /// Number of updates done, this one included.
    pub step: u64,
    /// Number of updates of the whole run.
    pub total_steps: u64,
    /// Passes over the training data that were begun before this update, this one included: 1 in the first pass.
    pub epoch: u64,
    /// The learning rate of this update.
    pub learning_rate: f64,
    /// The terms of the objective on this batch; only every `log_every` updates, since reading them stops the device.
    pub losses: Option<&'a [(&'static str, f64)]>,
    /// The norm of the gradient before clipping; present where `losses` are.
    pub gradient_norm: Option<f64>,
    /// Updates per second since the last event with losses; present where `losses` are.
    pub steps_per_second: Option<f64>,
}

/// The held-out data was evaluated.
#[derive(Clone, Debug)]
pub struct EvalEvent<'a> {
    /// Number of updates done.
    pub step: u64,
    /// The terms of the final loss on the held-out data.
    pub losses: &'a [(&'static str, f64)],
    /// Whether its first term is the lowest so far.
    pub is_best: bool,
    /// Seconds it took.
    pub seconds: f64,
}

/// A checkpoint was written.
#[derive(Clone, Debug)]
pub struct CheckpointEvent<'a> {
    /// Number of updates done.
    pub step: u64,
    /// The checkpoint's folder.
    pub path: &'a Path,
    /// Seconds it took.
    pub seconds: f64,
}

/// The run ended, by itself or by an interrupt.
#[derive(Clone, Debug)]
pub struct EndEvent<'a> {
    /// What came out.
    pub summary: &'a Summary,
}

/// A listener could not do its work, such as write its file.
#[derive(Debug, thiserror::Error)]
#[error("{what}: {source}")]
pub struct CallbackError {
    /// What could not be done, with the path.
    pub what: String,
    /// Why.
    #[source]
    pub source: std::io::Error,
}

/// Listens to a run. An error ends the run.
///
/// Listeners are called from the thread that trains, which is not the one that called [`Trainer::run`](super::Trainer::run).
#[expect(unused_variables, reason = "names of provided methods are documentation")]
pub trait Callback: Send {
    /// After every update.
    ///
    /// # Errors
    /// If the listener's own work fails.
    fn on_step(&mut self, event: &StepEvent<'_>) -> Result<(), CallbackError> {
        Ok(())
    }

    /// After every evaluation; `model` can be sampled.
    ///
    /// # Errors
    /// If the listener's own work fails.
    fn on_eval(&mut self, event: &EvalEvent<'_>, model: &dyn DynModel) -> Result<(), CallbackError> {
        Ok(())
    }

    /// After every checkpoint.
    ///
    /// # Errors
    /// If the listener's own work fails.
    fn on_checkpoint(&mut self, event: &CheckpointEvent<'_>) -> Result<(), CallbackError> {
        Ok(())
    }

    /// At the end of the run.
    ///
    /// # Errors
    /// If the listener's own work fails.
    fn on_end(&mut self, event: &EndEvent<'_>, model: &dyn DynModel) -> Result<(), CallbackError> {
        Ok(())
    }
}
