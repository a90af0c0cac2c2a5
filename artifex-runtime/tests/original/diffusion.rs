//! Diffusion models.

use crate::backbones::BackboneConfig;
use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use crate::networks::{DecoderConfig, EncoderConfig};
use crate::vae::latent_dims;
use artifex::config::{ModelConfig, Value};
use std::fmt::Debug;

classes! {
    noise_schedule_config diffusion_config conditional_diffusion_config ddpm_config ddim_config score_diffusion_config
    latent_diffusion_config dit_config stable_diffusion_config
}

/// How the noise grows.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum ScheduleType {
    Linear,
    Cosine,
    Quadratic,
    Sqrt,
}

/// The noise of each step.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "noise_schedule")]
#[config(rule(beta_start < beta_end, "the noise grows"))]
pub struct NoiseScheduleConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    #[config(default = "linear")]
    pub schedule_type: ScheduleType,
    #[config(default = 1000, min = 1)]
    pub num_timesteps: usize,
    #[config(default = 1e-4, exclusive_min = 0)]
    pub beta_start: f64,
    #[config(default = 2e-2, exclusive_min = 0)]
    pub beta_end: f64,
    #[config(default = 1e-20, min = 0)]
    pub clip_min: f64,
}

fn noise_schedule_config() -> Tally {
    Case::<NoiseScheduleConfig>::new("name = 'n'")
        .requires("name")
        .defaults("schedule_type=linear; num_timesteps=1000; beta_start=0.0001; beta_end=0.02; clip_min=1e-20")
        .accepts("schedule_type=cosine")
        .accepts("schedule_type=quadratic")
        .accepts("schedule_type=sqrt")
        .rejects(
            "schedule_type=sigmoid",
            "`schedule_type` is \"sigmoid\", expected one of \"linear\", \"cosine\", \"quadratic\", \"sqrt\"",
        )
        .positive("num_timesteps")
        .above_zero("beta_start")
        .accepts("beta_start=1e-9; beta_end=1e-8")
        .rejects("beta_end=0", "`beta_end` is 0, must be above 0")
        .accepts("beta_start=0.01999")
        .rejects(
            "beta_start=0.02",
            "the noise grows (rule `beta_start < beta_end` of `NoiseScheduleConfig` does not hold: beta_start is 0.02, \
             beta_end is 2e-2)",
        )
        .not_negative("clip_min")
        .tally()
}

/// Noise, and a network that takes it away.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "diffusion")]
pub struct DiffusionConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    pub backbone: BackboneConfig,
    pub noise_schedule: NoiseScheduleConfig,
    #[config(default = [32, 32, 3], len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
}

const DIFFUSION: &str = "
name = 'd'
backbone = { type = 'unet_1d', name = 'u', hidden_dims = [8], activation = 'silu' }
noise_schedule = { name = 'n' }
";

/// The rules of all of them.
fn diffusion<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.rejects("name=''", "`name` has 0 characters, expected at least 1")
        .defaults("input_shape=[32, 32, 3]")
        .shape("input_shape")
        .positive("backbone.in_channels noise_schedule.num_timesteps")
        .rejects(
            "noise_schedule.beta_end=1e-5",
            "the noise grows (rule `beta_start < beta_end` of `NoiseScheduleConfig` does not hold: beta_start is 1e-4, \
             beta_end is 1e-5)",
        )
        .wrong_class::<NoiseScheduleConfig>("noise_schedule", "unet")
        .rejects("noise_schedule=3", "`noise_schedule` is 3, expected a table")
        .rejects("backbone=3", "`backbone` is 3, expected a table")
}

fn diffusion_config() -> Tally {
    Case::<DiffusionConfig>::new(DIFFUSION)
        .requires("name backbone noise_schedule")
        .with(diffusion)
        .accepts("backbone.type=unet; backbone.in_channels=1; backbone.out_channels=1")
        .rejects(
            "backbone.type=encoder",
            "unknown type \"encoder\", expected one of \"unet\", \"dit\", \"unet2d_condition\", \"unet_1d\"",
        )
        .tally()
}

/// A diffusion that is told something.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_diffusion")]
pub struct ConditionalDiffusionConfig {
    #[config(flatten)]
    pub diffusion: DiffusionConfig,
    #[config(min = 1)]
    pub conditioning_dim: usize,
}

fn conditional_diffusion_config() -> Tally {
    Case::<ConditionalDiffusionConfig>::edited(DIFFUSION, "conditioning_dim=8")
        .requires("name backbone noise_schedule conditioning_dim")
        .with(diffusion)
        .positive("conditioning_dim")
        .tally()
}

/// How the noise found is compared with the noise added.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum NoiseLoss {
    Mse,
    L1,
    Huber,
}

/// Steps of noise, all of them taken back.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "ddpm")]
pub struct DDPMConfig {
    #[config(flatten)]
    pub diffusion: DiffusionConfig,
    #[config(default = "mse")]
    pub loss_type: NoiseLoss,
    #[config(default = true)]
    pub clip_denoised: bool,
}

fn ddpm<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.defaults("loss_type=mse; clip_denoised=true").accepts("loss_type=l1").accepts("loss_type=huber").rejects(
        "loss_type=l2",
        "`loss_type` is \"l2\", expected one of \"mse\", \"l1\", \"huber\"; did you mean \"l1\"?",
    )
}

fn ddpm_config() -> Tally {
    Case::<DDPMConfig>::new(DIFFUSION).requires("name backbone noise_schedule").with(diffusion).with(ddpm).tally()
}

/// Which steps are taken.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum SkipType {
    Uniform,
    Quadratic,
}

/// Some of the steps taken back.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "ddim")]
pub struct DDIMConfig {
    #[config(flatten)]
    pub ddpm: DDPMConfig,
    #[config(default = 0.0, min = 0, max = 1)]
    pub eta: f64,
    #[config(default = 50, min = 1)]
    pub num_inference_steps: usize,
    #[config(default = "uniform")]
    pub skip_type: SkipType,
}

fn ddim_config() -> Tally {
    Case::<DDIMConfig>::new(DIFFUSION)
        .requires("name backbone noise_schedule")
        .with(diffusion)
        .with(ddpm)
        .defaults("eta=0.0; num_inference_steps=50; skip_type=uniform")
        .not_negative("eta")
        .accepts("eta=1")
        .rejects("eta=1.1", "`eta` is 1.1, above the maximum 1")
        .positive("num_inference_steps")
        .accepts("skip_type=quadratic")
        .rejects("skip_type=linear", "`skip_type` is \"linear\", expected one of \"uniform\", \"quadratic\"")
        .tally()
}

/// The gradient of the density at several strengths of noise.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "score_diffusion")]
#[config(rule(sigma_min < sigma_max, "from the least noise to the most"))]
pub struct ScoreDiffusionConfig {
    #[config(flatten)]
    pub diffusion: DiffusionConfig,
    #[config(default = 0.01, exclusive_min = 0)]
    pub sigma_min: f64,
    #[config(default = 50.0, exclusive_min = 0)]
    pub sigma_max: f64,
    #[config(default = 1.0, exclusive_min = 0)]
    pub score_scaling: f64,
}

fn score_diffusion_config() -> Tally {
    Case::<ScoreDiffusionConfig>::new(DIFFUSION)
        .requires("name backbone noise_schedule")
        .with(diffusion)
        .defaults("sigma_min=0.01; sigma_max=50.0; score_scaling=1.0")
        .above_zero("sigma_min score_scaling")
        .accepts("sigma_min=1e-9; sigma_max=1e-8")
        .rejects("sigma_max=0", "`sigma_max` is 0, must be above 0")
        .rejects(
            "sigma_min=50",
            "from the least noise to the most (rule `sigma_min < sigma_max` of `ScoreDiffusionConfig` does not hold: \
             sigma_min is 50, sigma_max is 50.0)",
        )
        .rejects(
            "sigma_max=0.001",
            "from the least noise to the most (rule `sigma_min < sigma_max` of `ScoreDiffusionConfig` does not hold: \
             sigma_min is 0.01, sigma_max is 0.001)",
        )
        .tally()
}

/// A diffusion of the latents of an encoder.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "latent_diffusion")]
#[config(rule(
    encoder.latent_dim == decoder.latent_dim,
    "the decoder takes as many latent variables as the encoder gives"
))]
pub struct LatentDiffusionConfig {
    #[config(flatten)]
    pub ddpm: DDPMConfig,
    pub encoder: EncoderConfig,
    pub decoder: DecoderConfig,
    #[config(default = 0.18215, exclusive_min = 0)]
    pub latent_scale_factor: f64,
}

const LATENT: &str = "
name = 'd'
backbone = { type = 'unet_1d', name = 'u', hidden_dims = [8], activation = 'silu' }
noise_schedule = { name = 'n' }
encoder = { name = 'e', hidden_dims = [8], activation = 'relu', input_shape = [8, 8, 1], latent_dim = 4 }
decoder = { name = 'd', hidden_dims = [8], activation = 'relu', output_shape = [8, 8, 1], latent_dim = 4 }
";

fn latent<T: ModelConfig + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.requires("name backbone noise_schedule encoder decoder")
        .defaults("latent_scale_factor=0.18215")
        .above_zero("latent_scale_factor")
        .rejects("decoder.latent_dim=5", &latent_dims::<T>(4, 5))
        .wrong_class::<EncoderConfig>("encoder", "decoder")
        .wrong_class::<DecoderConfig>("decoder", "encoder")
}

fn latent_diffusion_config() -> Tally {
    Case::<LatentDiffusionConfig>::new(LATENT)
        .with(diffusion)
        .with(ddpm)
        .with(latent)
        .accepts("encoder.latent_dim=5; decoder.latent_dim=5")
        .tally()
}

/// A diffusion with a transformer over patches, which is not a config of its own.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "dit")]
#[config(rule(hidden_size % num_heads == 0, "the heads share the width equally"))]
pub struct DiTConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    pub noise_schedule: NoiseScheduleConfig,
    #[config(default = 2, min = 1)]
    pub patch_size: usize,
    #[config(default = 512, min = 1)]
    pub hidden_size: usize,
    #[config(default = 12, min = 1)]
    pub depth: usize,
    #[config(default = 8, min = 1)]
    pub num_heads: usize,
    #[config(default = 4.0, exclusive_min = 0)]
    pub mlp_ratio: f64,
    #[config(default = false)]
    pub learn_sigma: bool,
    #[config(min = 1)]
    pub num_classes: Option<usize>,
    #[config(default = 1.0, min = 0)]
    pub cfg_scale: f64,
    #[config(default = [3, 32, 32], len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
}

fn dit_config() -> Tally {
    Case::<DiTConfig>::new("name = 'd'\nnoise_schedule = { name = 'n' }")
        .requires("name noise_schedule")
        .defaults("patch_size=2; hidden_size=512; depth=12; num_heads=8; mlp_ratio=4.0; learn_sigma=false")
        .defaults("cfg_scale=1.0; input_shape=[3, 32, 32]")
        .rejects(
            "noise_schedule.beta_end=1e-5",
            "the noise grows (rule `beta_start < beta_end` of `NoiseScheduleConfig` does not hold: beta_start is 1e-4, \
             beta_end is 1e-5)",
        )
        .positive("patch_size depth num_heads num_classes")
        .accepts("hidden_size=1; num_heads=1")
        .rejects("hidden_size=0", "`hidden_size` is 0, below the minimum 1")
        .above_zero("mlp_ratio")
        .not_negative("cfg_scale")
        .rejects(
            "num_heads=7",
            "the heads share the width equally (rule `hidden_size % num_heads == 0` of `DiTConfig` does not hold: \
             hidden_size is 512, num_heads is 7)",
        )
        .shape("input_shape")
        .tally()
}

/// A diffusion of latents that a text guides.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "stable_diffusion")]
#[config(rule(backbone.type == "unet2d_condition", "only this backbone attends to a text"))]
#[config(rule(text_embedding_dim == backbone.cross_attention_dim, "the backbone attends to the text"))]
#[config(rule(backbone.in_channels == backbone.out_channels, "the backbone gives what it takes"))]
#[config(rule(backbone.in_channels == encoder.latent_dim, "the backbone takes the encoder's latents"))]
pub struct StableDiffusionConfig {
    #[config(flatten)]
    pub latent: LatentDiffusionConfig,
    #[config(default = 512, min = 1)]
    pub text_embedding_dim: usize,
    #[config(default = 77, min = 1)]
    pub text_max_length: usize,
    #[config(default = 10000, min = 1)]
    pub vocab_size: usize,
    #[config(default = 7.5, min = 0)]
    pub guidance_scale: f64,
    #[config(default = true)]
    pub use_guidance: bool,
}

fn stable_diffusion_config() -> Tally {
    Case::<StableDiffusionConfig>::edited(
        "
        name = 'd'
        backbone = { type = 'unet2d_condition', name = 'u', hidden_dims = [8], cross_attention_dim = 512 }
        noise_schedule = { name = 'n' }
        encoder = { name = 'e', hidden_dims = [8], activation = 'relu', input_shape = [8, 8, 1], latent_dim = 4 }
        decoder = { name = 'd', hidden_dims = [8], activation = 'relu', output_shape = [8, 8, 1], latent_dim = 4 }
        ",
        "",
    )
    .with(ddpm)
    .with(latent)
    .shape("input_shape backbone.hidden_dims")
    .positive("noise_schedule.num_timesteps backbone.num_heads")
    .defaults("text_embedding_dim=512; text_max_length=77; vocab_size=10000; guidance_scale=7.5; use_guidance=true")
    .rejects(
        "backbone.attention_levels=[1]",
        "the levels are those of `hidden_dims`, from 0 (rule `all(attention_levels, v < len(hidden_dims))` of \
         `UNet2DConditionBackboneConfig` does not hold: attention_levels is [1], attention_levels[0] is 1, hidden_dims is [8])",
    )
    .positive("text_max_length vocab_size")
    .accepts("text_embedding_dim=1; backbone.cross_attention_dim=1")
    .rejects("text_embedding_dim=0", "`text_embedding_dim` is 0, below the minimum 1")
    .not_negative("guidance_scale")
    .rejects(
        "text_embedding_dim=768",
        "the backbone attends to the text (rule `text_embedding_dim == backbone.cross_attention_dim` of \
         `StableDiffusionConfig` does not hold: text_embedding_dim is 768, backbone.cross_attention_dim is 512)",
    )
    .rejects(
        "backbone.out_channels=8",
        "the backbone gives what it takes (rule `backbone.in_channels == backbone.out_channels` of \
         `StableDiffusionConfig` does not hold: backbone.in_channels is 4, backbone.out_channels is 8)",
    )
    .rejects(
        "encoder.latent_dim=8; decoder.latent_dim=8",
        "the backbone takes the encoder's latents (rule `backbone.in_channels == encoder.latent_dim` of \
         `StableDiffusionConfig` does not hold: backbone.in_channels is 4, encoder.latent_dim is 8)",
    )
    .accepts("encoder.latent_dim=8; decoder.latent_dim=8; backbone.in_channels=8; backbone.out_channels=8")
    .unsound(
        "
        name = 'd'
        backbone = { type = 'unet', name = 'u', hidden_dims = [8], activation = 'silu', in_channels = 4, out_channels = 4 }
        noise_schedule = { name = 'n' }
        encoder = { name = 'e', hidden_dims = [8], activation = 'relu', input_shape = [8, 8, 1], latent_dim = 4 }
        decoder = { name = 'd', hidden_dims = [8], activation = 'relu', output_shape = [8, 8, 1], latent_dim = 4 }
        ",
    )
    .rejects(
        "",
        "only this backbone attends to a text (rule `backbone.type == \"unet2d_condition\"` of `StableDiffusionConfig` \
         does not hold: backbone.type is \"unet\")",
    )
    .tally()
}
