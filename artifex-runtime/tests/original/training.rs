//! Training, optimizer and schedule.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use artifex::ModelConfig;
use std::path::PathBuf;

classes! { training_config optimizer_config scheduler_config }

/// How a model is trained.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "training")]
pub struct TrainingConfig {
    #[config(flatten)]
    base: BaseConfig,
    optimizer: OptimizerConfig,
    scheduler: Option<SchedulerConfig>,
    #[config(default = 32, min = 1)]
    batch_size: usize,
    #[config(default = 100, min = 1)]
    num_epochs: usize,
    #[config(default = 1.0, exclusive_min = 0)]
    gradient_clip_norm: Option<f64>,
    #[config(default = "checkpoints")]
    checkpoint_dir: PathBuf,
    #[config(default = 1000, min = 1)]
    save_frequency: usize,
    #[config(default = 5, min = 1)]
    max_checkpoints: usize,
    #[config(default = 100, min = 1)]
    log_frequency: usize,
    #[config(default = false)]
    use_wandb: bool,
    wandb_project: Option<String>,
}

/// The kind of an optimizer.
#[derive(Debug, PartialEq, ModelConfig)]
enum OptimizerType {
    Adam,
    #[config(rename = "adamw")]
    AdamW,
    Sgd,
    #[config(rename = "rmsprop")]
    RMSProp,
    Adagrad,
    Lamb,
    #[config(rename = "radam")]
    RAdam,
    #[config(rename = "nadam")]
    NAdam,
}

/// An optimizer.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "optimizer")]
struct OptimizerConfig {
    #[config(flatten)]
    base: BaseConfig,
    optimizer_type: OptimizerType,
    #[config(exclusive_min = 0)]
    learning_rate: f64,
    #[config(default = 0.0, min = 0)]
    weight_decay: f64,
    #[config(default = 0.9, min = 0, max = 1)]
    beta1: f64,
    #[config(default = 0.999, min = 0, max = 1)]
    beta2: f64,
    #[config(default = 1e-8, exclusive_min = 0)]
    eps: f64,
    #[config(default = 0.0, min = 0, max = 1)]
    momentum: f64,
    #[config(default = false)]
    nesterov: bool,
    #[config(default = 0.1, min = 0)]
    initial_accumulator_value: f64,
    #[config(exclusive_min = 0)]
    gradient_clip_norm: Option<f64>,
    #[config(exclusive_min = 0)]
    gradient_clip_value: Option<f64>,
}

/// The kind of a schedule.
#[derive(Debug, PartialEq, ModelConfig)]
enum SchedulerType {
    Constant,
    Linear,
    Cosine,
    Exponential,
    Polynomial,
    Step,
    #[config(rename = "multistep")]
    MultiStep,
    Cyclic,
    OneCycle,
    None,
}

/// A schedule of the learning rate.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "scheduler")]
struct SchedulerConfig {
    #[config(flatten)]
    base: BaseConfig,
    scheduler_type: SchedulerType,
    #[config(default = 0, min = 0)]
    warmup_steps: i64,
    #[config(default = 0.0, min = 0, max = 1)]
    min_lr_ratio: f64,
    #[config(min = 1)]
    cycle_length: Option<usize>,
    #[config(default = 0.95, exclusive_min = 0, max = 1)]
    decay_rate: f64,
    #[config(default = 1000, min = 1)]
    decay_steps: usize,
    #[config(min = 1)]
    total_steps: Option<usize>,
    #[config(default = 1000, min = 1)]
    step_size: usize,
    #[config(default = 0.1, exclusive_min = 0, max = 1)]
    gamma: f64,
    #[config(default = [], each(min = 1))]
    milestones: Vec<usize>,
}

const TRAINING_CONFIG: &str = r#"
name = "training"
optimizer = { name = "optimizer", optimizer_type = "adamw", learning_rate = 1e-4 }
"#;

fn training_config() -> Tally {
    Case::<TrainingConfig>::new(TRAINING_CONFIG)
        .requires("name optimizer")
        .defaults(
            "batch_size=32; num_epochs=100; gradient_clip_norm=1.0; checkpoint_dir=checkpoints; save_frequency=1000; \
             max_checkpoints=5; log_frequency=100; use_wandb=false",
        )
        .positive("batch_size num_epochs save_frequency max_checkpoints log_frequency")
        .above_zero("gradient_clip_norm")
        .accepts("scheduler.name=constant; scheduler.scheduler_type=constant")
        .rejects("scheduler=cosine", "`scheduler` is a string, expected a table")
        .rejects("scheduler.scheduler_type=cosine", "missing field `name` (a string) in `SchedulerConfig`")
        .rejects("optimizer=adam", "`optimizer` is a string, expected a table")
        .rejects(
            "optimizer.type=scheduler",
            "`type` is \"scheduler\", but the type of `OptimizerConfig` is \"optimizer\"",
        )
        .rejects("optimizer.learning_rate=0", "`learning_rate` is 0, must be above 0")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

const OPTIMIZER_CONFIG: &str = r#"
name = "optimizer"
optimizer_type = "adam"
learning_rate = 1e-3
"#;

fn optimizer_config() -> Tally {
    Case::<OptimizerConfig>::new(OPTIMIZER_CONFIG)
        .requires("name optimizer_type learning_rate")
        .defaults(
            "weight_decay=0.0; beta1=0.9; beta2=0.999; eps=1e-08; momentum=0.0; nesterov=false; \
             initial_accumulator_value=0.1",
        )
        .above_zero("learning_rate eps gradient_clip_norm gradient_clip_value")
        .not_negative("weight_decay initial_accumulator_value")
        .accepts("optimizer_type=adam")
        .accepts("optimizer_type=adamw")
        .accepts("optimizer_type=sgd")
        .accepts("optimizer_type=rmsprop")
        .accepts("optimizer_type=adagrad")
        .accepts("optimizer_type=lamb")
        .accepts("optimizer_type=radam")
        .accepts("optimizer_type=nadam")
        .rejects(
            "optimizer_type=lion",
            "`optimizer_type` is \"lion\", expected one of \"adam\", \"adamw\", \"sgd\", \"rmsprop\", \"adagrad\", \
             \"lamb\", \"radam\", \"nadam\"",
        )
        .accepts("beta1=0")
        .accepts("beta1=1")
        .rejects("beta1=-0.01", "`beta1` is -0.01, below the minimum 0")
        .rejects("beta1=1.01", "`beta1` is 1.01, above the maximum 1")
        .accepts("beta2=0")
        .accepts("beta2=1")
        .rejects("beta2=-0.01", "`beta2` is -0.01, below the minimum 0")
        .rejects("beta2=1.01", "`beta2` is 1.01, above the maximum 1")
        .accepts("momentum=0")
        .accepts("momentum=1")
        .rejects("momentum=-0.01", "`momentum` is -0.01, below the minimum 0")
        .rejects("momentum=1.01", "`momentum` is 1.01, above the maximum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

const SCHEDULER_CONFIG: &str = r#"
name = "schedule"
scheduler_type = "cosine"
"#;

fn scheduler_config() -> Tally {
    Case::<SchedulerConfig>::new(SCHEDULER_CONFIG)
        .requires("name scheduler_type")
        .defaults(
            "warmup_steps=0; min_lr_ratio=0.0; decay_rate=0.95; decay_steps=1000; step_size=1000; gamma=0.1; \
             milestones=[]",
        )
        .positive("decay_steps step_size cycle_length total_steps")
        .above_zero("decay_rate gamma")
        .not_negative("warmup_steps")
        .accepts("scheduler_type=constant")
        .accepts("scheduler_type=linear")
        .accepts("scheduler_type=cosine")
        .accepts("scheduler_type=exponential")
        .accepts("scheduler_type=polynomial")
        .accepts("scheduler_type=step")
        .accepts("scheduler_type=multistep")
        .accepts("scheduler_type=cyclic")
        .accepts("scheduler_type=one_cycle")
        .accepts("scheduler_type=none")
        .rejects(
            "scheduler_type=noam",
            "`scheduler_type` is \"noam\", expected one of \"constant\", \"linear\", \"cosine\", \"exponential\", \
             \"polynomial\", \"step\", \"multistep\", \"cyclic\", \"one_cycle\", \"none\"",
        )
        .accepts("min_lr_ratio=0")
        .accepts("min_lr_ratio=1")
        .rejects("min_lr_ratio=-0.01", "`min_lr_ratio` is -0.01, below the minimum 0")
        .rejects("min_lr_ratio=1.01", "`min_lr_ratio` is 1.01, above the maximum 1")
        .accepts("decay_rate=1")
        .rejects("decay_rate=1.01", "`decay_rate` is 1.01, above the maximum 1")
        .accepts("gamma=1")
        .rejects("gamma=1.01", "`gamma` is 1.01, above the maximum 1")
        .accepts("milestones=[]")
        .accepts("milestones=[1, 10]")
        .rejects("milestones=[10, 0]", "`milestones[1]` is 0, below the minimum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}
