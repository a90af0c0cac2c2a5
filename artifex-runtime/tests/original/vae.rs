//! Variational autoencoders.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use crate::networks::{DecoderConfig, EncoderConfig};
use artifex::config::{ModelConfig, Value};
use std::fmt::Debug;

classes! { vae_config beta_vae_config beta_vae_with_capacity_config conditional_vae_config vqvae_config }

/// The kind of the networks.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum EncoderType {
    Dense,
    Cnn,
}

/// A variational autoencoder.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "vae")]
#[config(rule(
    encoder.latent_dim == decoder.latent_dim,
    "the decoder takes as many latent variables as the encoder gives"
))]
pub struct VAEConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    pub encoder: EncoderConfig,
    pub decoder: DecoderConfig,
    #[config(default = "dense")]
    pub encoder_type: EncoderType,
    #[config(default = 1.0, min = 0)]
    pub kl_weight: f64,
}

const VAE: &str = "
name = 'v'
encoder = { name = 'e', hidden_dims = [8], activation = 'relu', input_shape = [8, 8, 1], latent_dim = 4 }
decoder = { name = 'd', hidden_dims = [8], activation = 'relu', output_shape = [8, 8, 1], latent_dim = 4 }
";

/// The message for latents of different sizes, which other classes have too.
pub fn latent_dims<T: ModelConfig>(encoder: usize, decoder: usize) -> String {
    format!(
        "the decoder takes as many latent variables as the encoder gives (rule `encoder.latent_dim == \
         decoder.latent_dim` of `{}` does not hold: encoder.latent_dim is {encoder}, decoder.latent_dim is {decoder})",
        T::SCHEMA.name
    )
}

/// The rules of all of them.
fn vae<T: ModelConfig + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.requires("name encoder decoder")
        .defaults("encoder_type=dense; kl_weight=1.0")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .accepts("encoder_type=cnn")
        .rejects("encoder_type=mlp", "`encoder_type` is \"mlp\", expected one of \"dense\", \"cnn\"")
        .not_negative("kl_weight")
        .accepts("encoder.latent_dim=2; decoder.latent_dim=2")
        .rejects("encoder.latent_dim=2", &latent_dims::<T>(2, 4))
        .wrong_class::<EncoderConfig>("encoder", "decoder")
        .wrong_class::<DecoderConfig>("decoder", "encoder")
        .rejects(
            "decoder.use_batch_norm=true",
            "unknown field `use_batch_norm` in `DecoderConfig`; did you mean `batch_norm`?",
        )
        .rejects("encoder=3", "`encoder` is 3, expected a table")
}

fn vae_config() -> Tally {
    Case::<VAEConfig>::new(VAE).with(vae).tally()
}

/// How a reconstruction is compared with the image.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum ReconstructionLoss {
    Mse,
    Bce,
}

/// A VAE whose divergence weighs more.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "beta_vae")]
pub struct BetaVAEConfig {
    #[config(flatten)]
    pub vae: VAEConfig,
    #[config(default = 1.0, exclusive_min = 0)]
    pub beta_default: f64,
    #[config(default = 0, min = 0)]
    pub beta_warmup_steps: i64,
    #[config(default = "mse")]
    pub reconstruction_loss_type: ReconstructionLoss,
}

fn beta<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.defaults("beta_default=1.0; beta_warmup_steps=0; reconstruction_loss_type=mse")
        .above_zero("beta_default")
        .not_negative("beta_warmup_steps")
        .accepts("reconstruction_loss_type=bce")
        .rejects(
            "reconstruction_loss_type=l1",
            "`reconstruction_loss_type` is \"l1\", expected one of \"mse\", \"bce\"",
        )
}

fn beta_vae_config() -> Tally {
    Case::<BetaVAEConfig>::new(VAE).with(vae).with(beta).tally()
}

/// A β-VAE whose divergence follows a capacity.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "beta_vae_with_capacity")]
pub struct BetaVAEWithCapacityConfig {
    #[config(flatten)]
    pub beta_vae: BetaVAEConfig,
    #[config(default = false)]
    pub use_capacity_control: bool,
    #[config(default = 25.0, min = 0)]
    pub capacity_max: f64,
    #[config(default = 25000, min = 0)]
    pub capacity_num_iter: i64,
    #[config(default = 1000.0, min = 0)]
    pub gamma: f64,
}

fn beta_vae_with_capacity_config() -> Tally {
    Case::<BetaVAEWithCapacityConfig>::new(VAE)
        .with(vae)
        .with(beta)
        .defaults("use_capacity_control=false; capacity_max=25.0; capacity_num_iter=25000; gamma=1000.0")
        .not_negative("capacity_max capacity_num_iter gamma")
        .tally()
}

/// How the class joins the other inputs.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum ConditionType {
    Concat,
    Add,
}

/// A VAE that is told the class.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_vae")]
pub struct ConditionalVAEConfig {
    #[config(flatten)]
    pub vae: VAEConfig,
    #[config(min = 1)]
    pub num_classes: usize,
    /// 0 is as many as there are classes.
    #[config(default = 0, min = 0)]
    pub condition_dim: i64,
    #[config(default = "concat")]
    pub condition_type: ConditionType,
}

fn conditional_vae_config() -> Tally {
    Case::<ConditionalVAEConfig>::edited(VAE, "num_classes=10")
        .requires("name encoder decoder num_classes")
        .defaults("condition_dim=0; condition_type=concat")
        .rejects("encoder.latent_dim=2", &latent_dims::<ConditionalVAEConfig>(2, 4))
        .positive("num_classes")
        .not_negative("condition_dim")
        .accepts("condition_type=add")
        .rejects("condition_type=film", "`condition_type` is \"film\", expected one of \"concat\", \"add\"")
        .tally()
}

/// A VAE whose latents are the nearest words of a code book.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "vqvae")]
pub struct VQVAEConfig {
    #[config(flatten)]
    pub vae: VAEConfig,
    #[config(default = 512, min = 1)]
    pub num_embeddings: usize,
    #[config(default = 64, min = 1)]
    pub embedding_dim: usize,
    #[config(default = 0.25, min = 0)]
    pub commitment_cost: f64,
}

fn vqvae_config() -> Tally {
    Case::<VQVAEConfig>::new(VAE)
        .with(vae)
        .defaults("num_embeddings=512; embedding_dim=64; commitment_cost=0.25")
        .positive("num_embeddings embedding_dim")
        .not_negative("commitment_cost")
        .tally()
}
