//! Data, evaluation and inference.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use artifex::ModelConfig;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;

classes! {
    data_config evaluation_config inference_config diffusion_inference_config protein_diffusion_inference_config
}

/// What a model is trained on.
#[derive(Debug, PartialEq, ModelConfig)]
#[allow(clippy::struct_excessive_bools, reason = "the keys of the library's files")]
#[config(tag = "data")]
#[config(rule(validation_split + test_split <= 1))]
pub struct DataConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(pattern = r"\S")]
    dataset_name: String,
    #[config(default = "data")]
    data_dir: PathBuf,
    #[config(default = "train")]
    split: String,
    #[config(default = 4, min = 0)]
    num_workers: i64,
    #[config(default = 2, min = 1)]
    prefetch_factor: usize,
    #[config(default = true)]
    pin_memory: bool,
    #[config(default = true)]
    shuffle: bool,
    #[config(default = true)]
    drop_remainder: bool,
    #[config(default = 2, min = 1)]
    prefetch_size: usize,
    #[config(default = false)]
    augmentation: bool,
    #[config(default)]
    augmentation_params: BTreeMap<String, Json>,
    #[config(default = 0.1, min = 0, max = 1)]
    validation_split: f64,
    #[config(default = 0.1, min = 0, max = 1)]
    test_split: f64,
}

/// How a model is measured.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "evaluation")]
pub struct EvaluationConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(len(min = 1))]
    metrics: Vec<String>,
    #[config(default)]
    metric_params: BTreeMap<String, BTreeMap<String, Json>>,
    #[config(default = 32, min = 1)]
    eval_batch_size: usize,
    #[config(min = 1)]
    num_eval_samples: Option<usize>,
    #[config(default = false)]
    save_predictions: bool,
    #[config(default = true)]
    save_metrics: bool,
    #[config(default = "evaluation")]
    output_dir: PathBuf,
}

/// What inference runs on.
#[derive(Debug, PartialEq, ModelConfig)]
enum Device {
    Cpu,
    Cuda,
    Tpu,
}

/// How samples are made.
#[derive(Debug, PartialEq, ModelConfig)]
struct InferenceConfig {
    #[config(flatten)]
    base: BaseConfig,
    checkpoint_path: String,
    #[config(default = "./outputs")]
    output_dir: String,
    #[config(default = 1, min = 1)]
    batch_size: usize,
    #[config(default = 1, min = 1)]
    num_samples: usize,
    #[config(default = "cuda")]
    device: Device,
}

/// How samples of a diffusion are made.
#[derive(Debug, PartialEq, ModelConfig)]
struct DiffusionInferenceConfig {
    #[config(flatten)]
    base: InferenceConfig,
    #[config(default = "ddpm")]
    sampler: String,
    #[config(default = 1000, min = 1)]
    timesteps: usize,
    #[config(default = 1.0, min = 0)]
    temperature: f64,
    #[config(default = false)]
    sample_with_classifier_guidance: bool,
    #[config(default = 7.5, min = 0)]
    guidance_scale: f64,
    #[config(default = false)]
    save_intermediate_steps: bool,
    #[config(default = 50, min = 1)]
    intermediate_step_interval: usize,
    #[config(default = 42)]
    seed: Option<i64>,
}

/// How proteins are made.
#[derive(Debug, PartialEq, ModelConfig)]
struct ProteinDiffusionInferenceConfig {
    #[config(flatten)]
    base: DiffusionInferenceConfig,
    #[config(default = 128, min = 1)]
    target_seq_length: usize,
    #[config(default = [0, 1, 2, 4])]
    backbone_atom_indices: Vec<usize>,
    #[config(default = true)]
    calculate_metrics: bool,
    #[config(default = true)]
    visualize_structures: bool,
    #[config(default = true)]
    save_as_pdb: bool,
}

fn data_config() -> Tally {
    Case::<DataConfig>::new("name = 'data'\ndataset_name = 'mnist'")
        .requires("name dataset_name")
        .defaults(
            "data_dir=data; split=train; num_workers=4; prefetch_factor=2; pin_memory=true; shuffle=true; \
             drop_remainder=true; prefetch_size=2; augmentation=false; augmentation_params={}; validation_split=0.1; \
             test_split=0.1",
        )
        .positive("prefetch_factor prefetch_size")
        .not_negative("num_workers")
        .accepts("dataset_name=x")
        .rejects("dataset_name=''", "`dataset_name` is \"\", which does not match the pattern `\\S`")
        .rejects("dataset_name='  '", "`dataset_name` is \"  \", which does not match the pattern `\\S`")
        .accepts("validation_split=0")
        .accepts("validation_split=1; test_split=0")
        .accepts("validation_split=0; test_split=1")
        .accepts("validation_split=0.5; test_split=0.5")
        .rejects("validation_split=-0.01", "`validation_split` is -0.01, below the minimum 0")
        .rejects("validation_split=1.01", "`validation_split` is 1.01, above the maximum 1")
        .rejects(
            "validation_split=0.5; test_split=0.51",
            "rule `validation_split + test_split <= 1` of `DataConfig` does not hold: validation_split is 0.5, \
             test_split is 0.51",
        )
        .accepts("test_split=0")
        .rejects("test_split=-0.01", "`test_split` is -0.01, below the minimum 0")
        .rejects("test_split=1.01", "`test_split` is 1.01, above the maximum 1")
        .rejects(
            "test_split=0.95",
            "rule `validation_split + test_split <= 1` of `DataConfig` does not hold: validation_split is 0.1, \
             test_split is 0.95",
        )
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn evaluation_config() -> Tally {
    Case::<EvaluationConfig>::new("name = 'evaluation'\nmetrics = ['fid', 'is']")
        .requires("name metrics")
        .defaults(
            "metric_params={}; eval_batch_size=32; save_predictions=false; save_metrics=true; output_dir=evaluation",
        )
        .positive("eval_batch_size num_eval_samples")
        .accepts("metrics=['fid']")
        .rejects("metrics=[]", "`metrics` has 0 elements, expected at least 1")
        .accepts("metric_params.fid.features=2048; metric_params.fid.net='inception'")
        .rejects("metric_params.fid=2048", "`metric_params.fid` is 2048, expected a table")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn inference_config() -> Tally {
    Case::<InferenceConfig>::new("name = 'inference'\ncheckpoint_path = 'runs/vae-1'")
        .requires("name checkpoint_path")
        .defaults("output_dir=./outputs; batch_size=1; num_samples=1; device=cuda")
        .positive("batch_size num_samples")
        .accepts("device=cpu")
        .accepts("device=cuda")
        .accepts("device=tpu")
        .rejects("device=metal", "`device` is \"metal\", expected one of \"cpu\", \"cuda\", \"tpu\"")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn diffusion_inference_config() -> Tally {
    Case::<DiffusionInferenceConfig>::new("name = 'inference'\ncheckpoint_path = 'runs/ddpm-1'")
        .requires("name checkpoint_path")
        .defaults(
            "sampler=ddpm; timesteps=1000; temperature=1.0; sample_with_classifier_guidance=false; \
             guidance_scale=7.5; save_intermediate_steps=false; intermediate_step_interval=50; seed=42",
        )
        .positive("timesteps intermediate_step_interval")
        .not_negative("temperature guidance_scale")
        .rejects("device=metal", "`device` is \"metal\", expected one of \"cpu\", \"cuda\", \"tpu\"")
        .tally()
}

fn protein_diffusion_inference_config() -> Tally {
    Case::<ProteinDiffusionInferenceConfig>::new("name = 'inference'\ncheckpoint_path = 'runs/protein-1'")
        .requires("name checkpoint_path")
        .defaults(
            "target_seq_length=128; backbone_atom_indices=[0, 1, 2, 4]; calculate_metrics=true; \
             visualize_structures=true; save_as_pdb=true",
        )
        .positive("target_seq_length")
        .rejects("timesteps=0", "`timesteps` is 0, below the minimum 1")
        .rejects("num_samples=0", "`num_samples` is 0, below the minimum 1")
        .tally()
}
