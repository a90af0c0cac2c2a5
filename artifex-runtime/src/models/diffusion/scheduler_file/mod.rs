//! Schedulers as Hugging Face diffusers writes them: `scheduler_config.json`.
//!
//! Such a file says what a network was trained on (the noise of each step, and what is predicted) and how it is sampled. A
//! [`SchedulerFile`] is the same in configs of this library, for so many steps. What a class of diffusers does not know has no effect
//! there, and none here; what it knows and is not supported is an error.

mod classes;
mod fields;

use std::path::{Path, PathBuf};

use super::objective::PredictionType;
use super::sampler::SamplerConfig;
use super::schedule::NoiseScheduleConfig;
use crate::config::load::validate_tree;
use crate::config::tree::TreeValue;
use crate::config::{Tree, Value, toml_text};
use crate::kernels::diffusion::{DiffusionError, flow_times_from, shifted_flow_time};

/// A `scheduler_config.json`, for a number of steps.
#[derive(Clone, Debug, PartialEq)]
pub enum SchedulerFile {
    /// One over the steps of a noise schedule.
    Discrete(DiscreteScheduler),
    /// One of a flow.
    Flow(FlowScheduler),
}

/// A scheduler over the steps of a noise schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscreteScheduler {
    /// The noise of each step.
    pub noise_schedule: NoiseScheduleConfig,
    /// What the network predicts.
    pub prediction_type: PredictionType,
    /// Whether estimates of the data are limited to between -1 and 1.
    pub clip_denoised: bool,
    /// How samples are made.
    pub sampler: SamplerConfig,
}

/// `FlowMatchEulerDiscreteScheduler`: Euler's steps of a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowScheduler {
    /// Number of steps.
    pub steps: usize,
    /// Steps that the network was trained on there: the least time that is visited is `1 / num_timesteps`.
    pub num_timesteps: usize,
    /// The shift of the times (Esser et al. 2024, equation 23).
    pub shift: f64,
}

impl FlowScheduler {
    /// Values of a flow's config by which its sampler visits the same times. The network knows times as they are, so that they may be
    /// shifted otherwise than in training.
    fn settings(&self) -> Result<Vec<String>, SchedulerFileError> {
        let least = shifted_flow_time(self.least(), self.shift);
        let least = least.map_err(|error| SchedulerFileError::Config(error.to_string()))?;
        let sampler = format!("{{ type = \"euler\", steps = {}, spacing = \"linspace\" }}", self.steps);
        Ok(vec![format!("sampler={sampler}"), format!("shift={:?}", self.shift), format!("least_time={least:?}")])
    }

    /// The least time that is visited, before the shift.
    #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
    fn least(&self) -> f64 {
        1.0 / self.num_timesteps as f64
    }

    /// The times that are visited, from 1 (noise) down, and a last one of 0 (data). As in diffusers, the least one is shifted before the
    /// times are spread, and then all of them.
    ///
    /// # Errors
    /// If there are no steps, or the shift is not above 0.
    pub fn times(&self) -> Result<Vec<f64>, DiffusionError> {
        flow_times_from(self.steps, self.least(), self.shift)
    }
}

/// The model that [`FlowScheduler`] samples.
const FLOW: &str = "flow_matching";

/// Why a file is no scheduler that can be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SchedulerFileError {
    /// The file cannot be read.
    #[error("{}: cannot be read: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The cause.
        error: std::io::Error,
    },
    /// The text is no JSON object.
    #[error("this is no scheduler_config.json: {0}")]
    Json(String),
    /// The class is not known.
    #[error("`_class_name` is {found}, which is not supported; give one of {}", classes::NAMES.join(", "))]
    Class {
        /// What stands there.
        found: String,
    },
    /// A value is of another kind.
    #[error("`{field}` is {found}; give {expected}")]
    Value {
        /// The field.
        field: String,
        /// Its value.
        found: String,
        /// What would be right.
        expected: &'static str,
    },
    /// A value that the class knows, and that would change the result.
    #[error("`{field}` is {found}, which is not supported for {class}; {remedy}")]
    Unsupported {
        /// The scheduler's class.
        class: &'static str,
        /// The field.
        field: String,
        /// Its value.
        found: String,
        /// What to do instead.
        remedy: &'static str,
    },
    /// A field that no scheduler has.
    #[error("`{0}` is no field of a scheduler that is known here; delete it if it changes nothing")]
    Unknown(String),
    /// The values make no schedule.
    #[error("{0}")]
    Config(String),
    /// The network was trained on something else.
    #[error(
        "the run was trained with {field} {run}, and the scheduler is for {file}; a network is sampled on what it was trained on: \
         change `{name}` in the scheduler's file"
    )]
    Trained {
        /// What differs.
        field: &'static str,
        /// The run's value.
        run: String,
        /// The file's value.
        file: String,
        /// The file's field.
        name: &'static str,
    },
    /// The model has no sampler, or another process.
    #[error("the model is of type `{0}`, which a scheduler of this kind cannot sample")]
    Model(String),
}

impl SchedulerFile {
    /// Reads a file. Without a number of steps, there are 50, as in diffusers' pipelines, and for `DDPMScheduler` all of them.
    ///
    /// # Errors
    /// [`SchedulerFileError`], naming the field and what to do.
    pub fn read(path: &Path, steps: Option<usize>) -> Result<Self, SchedulerFileError> {
        let read = |error| SchedulerFileError::Read { path: path.to_owned(), error };
        Self::parse(&std::fs::read_to_string(path).map_err(read)?, steps)
    }

    /// The same of a text.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse(text: &str, steps: Option<usize>) -> Result<Self, SchedulerFileError> {
        classes::parse(text, steps)
    }

    /// Settings of a diffusion model's config, each as `key=value` below the model, that make it sample so.
    ///
    /// # Errors
    /// [`SchedulerFileError::Trained`] if the model, given as its resolved config, was trained on another schedule or prediction, and
    /// [`SchedulerFileError::Model`] if it has no sampler, or another process.
    pub fn settings(&self, model: &Tree) -> Result<Vec<String>, SchedulerFileError> {
        let kind = || SchedulerFileError::Model(text(model, "type").unwrap_or_default());
        match self {
            Self::Discrete(scheduler) => {
                let trained =
                    model.get("noise_schedule").filter(|_| model.get("sampler").is_some()).ok_or_else(kind)?;
                let prediction = text(model, "prediction_type").ok_or_else(kind)?;
                scheduler.fits(trained, &prediction)?;
                let sampler = toml_text::inline(&scheduler.sampler.encode());
                Ok(vec![format!("sampler={sampler}"), format!("clip_denoised={}", scheduler.clip_denoised)])
            }
            Self::Flow(scheduler) => {
                let flow = text(model, "type").is_some_and(|kind| kind == FLOW);
                if flow { scheduler.settings() } else { Err(kind()) }
            }
        }
    }
}

/// A string of a table.
fn text(tree: &Tree, key: &str) -> Option<String> {
    match &tree.get(key)?.value {
        TreeValue::Str(text) => Some(text.clone()),
        _ => None,
    }
}

impl DiscreteScheduler {
    /// Whether a network that was trained on that schedule and prediction can be sampled so.
    fn fits(&self, trained: &Tree, prediction: &str) -> Result<(), SchedulerFileError> {
        let config = |error: &dyn std::fmt::Display| SchedulerFileError::Config(error.to_string());
        let own = text(&Tree::table().with("type", self.prediction_type.encode()), "type").unwrap_or_default();
        if own != prediction {
            let (field, name) = ("the prediction", "prediction_type");
            return Err(SchedulerFileError::Trained { field, run: prediction.to_owned(), file: own, name });
        }
        let run: NoiseScheduleConfig = validate_tree(trained).map_err(|error| config(&error))?;
        let schedules = [&run, &self.noise_schedule].map(NoiseScheduleConfig::schedule);
        let [Ok(a), Ok(b)] = schedules else { return Err(config(&"there is no such schedule")) };
        if a.steps() != b.steps() {
            let (field, name) = ("a number of steps of", "num_train_timesteps");
            let [run, file] = [a.steps(), b.steps()].map(|steps| steps.to_string());
            return Err(SchedulerFileError::Trained { field, run, file, name });
        }
        if a.betas().iter().zip(b.betas()).any(|(a, b)| (a - b).abs() > 1e-9) {
            let [run, file] = [&run, &self.noise_schedule].map(|config| toml_text::inline(&config.encode()));
            return Err(SchedulerFileError::Trained { field: "the noise schedule", run, file, name: "beta_schedule" });
        }
        Ok(())
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;
