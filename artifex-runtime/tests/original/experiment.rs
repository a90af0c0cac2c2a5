//! Experiments and modalities.

use crate::autoregressive::{AutoregressiveConfig, PixelCNNConfig, TransformerConfig, WaveNetConfig};
use crate::case::{Case, Tally};
use crate::data::{DataConfig, EvaluationConfig};
use crate::diffusion::{
    DDIMConfig, DDPMConfig, DiTConfig, DiffusionConfig, LatentDiffusionConfig, ScoreDiffusionConfig,
    StableDiffusionConfig,
};
use crate::energy::{DeepEBMConfig, EBMConfig};
use crate::flow::{
    ConditionalFlowConfig, FlowConfig, GlowConfig, IAFConfig, MAFConfig, NeuralSplineConfig, RealNVPConfig,
};
use crate::foundations::BaseConfig;
use crate::gan::{ConditionalGANConfig, CycleGANConfig, DCGANConfig, GANConfig, LSGANConfig, WGANConfig};
use crate::geometric::{
    GeometricConfig, GraphConfig, MeshConfig, PointCloudConfig, ProteinGraphConfig, ProteinPointCloudConfig,
    VoxelConfig,
};
use crate::training::TrainingConfig;
use crate::vae::{BetaVAEConfig, BetaVAEWithCapacityConfig, ConditionalVAEConfig, VAEConfig, VQVAEConfig};
use artifex::ModelConfig;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;

classes! {
    experiment_template_config experiment_template_overrides experiment_config base_modality_config modality_config
}

/// What an experiment changes in the files that it names.
#[derive(Debug, PartialEq, ModelConfig)]
struct ExperimentTemplateOverrides {
    #[config(default)]
    model: BTreeMap<String, Json>,
    #[config(default)]
    data: BTreeMap<String, Json>,
    #[config(default)]
    training: BTreeMap<String, Json>,
    #[config(default)]
    inference: BTreeMap<String, Json>,
    #[config(default)]
    distributed: BTreeMap<String, Json>,
    #[config(default)]
    hyperparam: BTreeMap<String, Json>,
}

/// An experiment by the files of its parts.
#[derive(Debug, PartialEq, ModelConfig)]
struct ExperimentTemplateConfig {
    #[config(pattern = r"\S")]
    experiment_name: String,
    #[config(default = 42)]
    seed: i64,
    #[config(default = "experiments")]
    output_dir: PathBuf,
    #[config(pattern = r"\S")]
    model_config: String,
    #[config(pattern = r"\S")]
    data_config: String,
    #[config(pattern = r"\S")]
    training_config: String,
    inference_config: Option<String>,
    distributed_config: Option<String>,
    hyperparam_config: Option<String>,
    #[config(default = "INFO", pattern = r"\S")]
    log_level: String,
    #[config(default = false)]
    use_wandb: bool,
    #[config(default = "")]
    wandb_project: String,
    #[config(default)]
    overrides: ExperimentTemplateOverrides,
}

/// The models of this list.
#[derive(Debug, PartialEq, ModelConfig)]
enum Model {
    Vae(VAEConfig),
    BetaVAE(BetaVAEConfig),
    BetaVAEWithCapacity(BetaVAEWithCapacityConfig),
    ConditionalVAE(ConditionalVAEConfig),
    Vqvae(VQVAEConfig),
    Gan(GANConfig),
    Dcgan(DCGANConfig),
    Wgan(WGANConfig),
    Lsgan(LSGANConfig),
    ConditionalGAN(ConditionalGANConfig),
    CycleGAN(CycleGANConfig),
    Diffusion(DiffusionConfig),
    Ddpm(DDPMConfig),
    Ddim(DDIMConfig),
    ScoreDiffusion(ScoreDiffusionConfig),
    LatentDiffusion(LatentDiffusionConfig),
    #[config(rename = "dit")]
    DiT(DiTConfig),
    StableDiffusion(StableDiffusionConfig),
    Ebm(EBMConfig),
    DeepEBM(DeepEBMConfig),
    Flow(FlowConfig),
    ConditionalFlow(ConditionalFlowConfig),
    RealNVP(RealNVPConfig),
    Glow(GlowConfig),
    Maf(MAFConfig),
    Iaf(IAFConfig),
    NeuralSpline(NeuralSplineConfig),
    Autoregressive(AutoregressiveConfig),
    Transformer(TransformerConfig),
    PixelCNN(PixelCNNConfig),
    WaveNet(WaveNetConfig),
    Geometric(GeometricConfig),
    PointCloud(PointCloudConfig),
    Mesh(MeshConfig),
    Voxel(VoxelConfig),
    Graph(GraphConfig),
    ProteinPointCloud(ProteinPointCloudConfig),
    ProteinGraph(ProteinGraphConfig),
}

/// An experiment.
#[derive(Debug, PartialEq, ModelConfig)]
struct ExperimentConfig {
    #[config(flatten)]
    base: BaseConfig,
    model_cfg: Model,
    training_cfg: TrainingConfig,
    data_cfg: DataConfig,
    eval_cfg: Option<EvaluationConfig>,
    #[config(default = 42)]
    seed: i64,
    #[config(default = true)]
    deterministic: bool,
    #[config(default = "experiments")]
    output_dir: PathBuf,
    #[config(default = false)]
    track_carbon: bool,
    #[config(default = false)]
    track_memory: bool,
}

/// What modalities outside the configuration package share.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct BaseModalityConfig {
    #[config(default = "base")]
    name: String,
    #[config(default = true)]
    normalize: bool,
    #[config(default = false)]
    augmentation: bool,
    #[config(default = 32, min = 1)]
    batch_size: usize,
    #[config(default = true)]
    validate_config: bool,
}

/// A modality.
#[derive(Debug, PartialEq, ModelConfig)]
struct ModalityConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(pattern = r"\S")]
    modality_name: String,
    #[config(default = [])]
    supported_models: Vec<String>,
    #[config(default = [])]
    preprocessing_steps: Vec<BTreeMap<String, Json>>,
    #[config(default = [])]
    default_metrics: Vec<String>,
    #[config(default)]
    extensions: BTreeMap<String, Json>,
}

const EXPERIMENT_TEMPLATE_CONFIG: &str = r#"
experiment_name = "vae_experiment"
model_config = "vae.toml"
data_config = "mnist.toml"
training_config = "adam.toml"
"#;

fn experiment_template_config() -> Tally {
    Case::<ExperimentTemplateConfig>::new(EXPERIMENT_TEMPLATE_CONFIG)
        .requires("experiment_name model_config data_config training_config")
        .defaults("seed=42; output_dir=experiments; log_level=INFO; use_wandb=false; wandb_project=''; overrides={}")
        .accepts("experiment_name=x")
        .rejects("experiment_name=''", "`experiment_name` is \"\", which does not match the pattern `\\S`")
        .rejects("experiment_name=' '", "`experiment_name` is \" \", which does not match the pattern `\\S`")
        .accepts("model_config=x")
        .rejects("model_config=''", "`model_config` is \"\", which does not match the pattern `\\S`")
        .rejects("model_config=' '", "`model_config` is \" \", which does not match the pattern `\\S`")
        .accepts("data_config=x")
        .rejects("data_config=''", "`data_config` is \"\", which does not match the pattern `\\S`")
        .rejects("data_config=' '", "`data_config` is \" \", which does not match the pattern `\\S`")
        .accepts("training_config=x")
        .rejects("training_config=''", "`training_config` is \"\", which does not match the pattern `\\S`")
        .rejects("training_config=' '", "`training_config` is \" \", which does not match the pattern `\\S`")
        .accepts("log_level=x")
        .rejects("log_level=''", "`log_level` is \"\", which does not match the pattern `\\S`")
        .rejects("log_level=' '", "`log_level` is \" \", which does not match the pattern `\\S`")
        .accepts("inference_config=''")
        .rejects("overrides=[]", "`overrides` is a list, expected a table")
        .rejects(
            "overrides.sampler.steps=3",
            "unknown field `sampler` in `ExperimentTemplateOverrides`; its fields are `model`, `data`, `training`, \
             `inference`, `distributed`, `hyperparam`",
        )
        .tally()
}

fn experiment_template_overrides() -> Tally {
    Case::<ExperimentTemplateOverrides>::new("")
        .defaults("model={}; data={}; training={}; inference={}; distributed={}; hyperparam={}")
        .accepts("model.kl_weight=0.5; model.encoder={ hidden_dims = [8], activation = 'relu' }")
        .rejects("model=0.5", "`model` is 0.5, expected a table")
        .tally()
}

const EXPERIMENT_CONFIG: &str = r#"
name = "experiment"

[model_cfg]
type = "pixel_cnn"
name = "pixelcnn"
image_shape = [28, 28, 1]

[training_cfg]
name = "training"
optimizer = { name = "optimizer", optimizer_type = "adam", learning_rate = 1e-3 }

[data_cfg]
name = "data"
dataset_name = "mnist"
"#;

fn experiment_config() -> Tally {
    Case::<ExperimentConfig>::new(EXPERIMENT_CONFIG)
        .requires("name model_cfg training_cfg data_cfg")
        .defaults("seed=42; deterministic=true; output_dir=experiments; track_carbon=false; track_memory=false")
        .positive("model_cfg.num_layers")
        .accepts("eval_cfg.name=evaluation; eval_cfg.metrics=['fid']")
        .rejects(
            "eval_cfg.name=evaluation; eval_cfg.metrics=['fid']; eval_cfg.type=data",
            "`type` is \"data\", but the type of `EvaluationConfig` is \"evaluation\"",
        )
        .rejects("eval_cfg.name=evaluation", "missing field `metrics` (a list) in `EvaluationConfig`")
        .rejects("model_cfg=vae", "`model_cfg` is a string, expected a table")
        .rejects(
            "model_cfg.type=scheduler",
            "unknown type \"scheduler\", expected one of \"vae\", \"beta_vae\", \"beta_vae_with_capacity\", \
             \"conditional_vae\", \"vqvae\", \"gan\", \"dcgan\", \"wgan\", \"lsgan\", \"conditional_gan\", \
             \"cycle_gan\", \"diffusion\", \"ddpm\", \"ddim\", \"score_diffusion\" and 23 more",
        )
        .rejects(
            "model_cfg.num_bins=8",
            "unknown field `num_bins` in `PixelCNNConfig`; its fields are `name`, `description`, `tags`, `metadata`, \
             `image_shape`, `hidden_channels`, `num_layers`, `num_residual_blocks`, `kernel_size`, `dropout_rate`",
        )
        .rejects("training_cfg=[]", "`training_cfg` is a list, expected a table")
        .rejects("training_cfg.type=data", "`type` is \"data\", but the type of `TrainingConfig` is \"training\"")
        .rejects("training_cfg.batch_size=0", "`batch_size` is 0, below the minimum 1")
        .rejects("data_cfg=mnist", "`data_cfg` is a string, expected a table")
        .rejects("data_cfg.type=evaluation", "`type` is \"evaluation\", but the type of `DataConfig` is \"data\"")
        .rejects(
            "data_cfg.test_split=0.95",
            "rule `validation_split + test_split <= 1` of `DataConfig` does not hold: validation_split is 0.1, \
             test_split is 0.95",
        )
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn base_modality_config() -> Tally {
    Case::<BaseModalityConfig>::new("")
        .defaults("name=base; normalize=true; augmentation=false; batch_size=32; validate_config=true")
        .positive("batch_size")
        .tally()
}

fn modality_config() -> Tally {
    Case::<ModalityConfig>::new("name = 'modality'\nmodality_name = 'image'")
        .requires("name modality_name")
        .defaults("supported_models=[]; preprocessing_steps=[]; default_metrics=[]; extensions={}")
        .accepts("preprocessing_steps=[{ resize = [64, 64], mode = 'area' }]; extensions.chemistry={ bonds = true }")
        .accepts("modality_name=x")
        .rejects("modality_name=''", "`modality_name` is \"\", which does not match the pattern `\\S`")
        .rejects("modality_name=' '", "`modality_name` is \" \", which does not match the pattern `\\S`")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}
