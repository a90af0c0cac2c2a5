//! Training: the loop, what listens to it, checkpoints, and what a run leaves on disk.
//!
//! The loop knows no model family and prints nothing: models come as [`DynModel`](crate::models::DynModel), and everything a
//! user sees is made by [`Callback`]s.

pub mod callback;
pub mod checkpoint;
pub mod config;
pub mod exchange;
pub mod interrupt;
pub mod metrics;
pub mod pictures;
pub mod run_config;
pub mod run_dir;
pub mod run_report;
pub mod schedule;
pub mod trainer;

pub use callback::{Callback, CallbackError, CheckpointEvent, EndEvent, EvalEvent, StepEvent};
pub use checkpoint::{CheckpointError, CheckpointStore};
pub use config::TrainConfig;
pub use interrupt::Interrupt;
pub use metrics::MetricsFile;
pub use run_config::{RunConfig, references, schemas};
pub use run_dir::{RunDir, RunDirError};
pub use run_report::write_report;
pub use schedule::ScheduleConfig;
pub use trainer::{Outcome, Summary, TrainError, Trainer};
