//! Energy-based models.

use crate::case::{Case, Tally};
use crate::foundations::{BaseConfig, BaseNetworkConfig};
use artifex::ModelConfig;

classes! { energy_network_config mcmc_config sample_buffer_config ebm_config deep_ebm_config }

/// The kind of an energy network.
#[derive(Debug, PartialEq, ModelConfig)]
enum EnergyNetworkType {
    Mlp,
    Cnn,
}

/// A network that gives an energy.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "energy_network")]
struct EnergyNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = "mlp")]
    network_type: EnergyNetworkType,
    #[config(default = true)]
    use_bias: bool,
    #[config(default = false)]
    use_residual: bool,
}

/// Langevin steps.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "mcmc")]
struct MCMCConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(default = 60, min = 1)]
    n_steps: usize,
    #[config(default = 0.01, exclusive_min = 0)]
    step_size: f64,
    #[config(default = 0.005, min = 0)]
    noise_scale: f64,
    #[config(default = 1.0, exclusive_min = 0)]
    clip_value: f64,
    #[config(default = 1.0, exclusive_min = 0)]
    temperature: f64,
}

/// Samples of earlier steps.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "sample_buffer")]
struct SampleBufferConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(default = 8192, min = 1)]
    capacity: usize,
    #[config(default = 0.05, min = 0, max = 1)]
    reinit_prob: f64,
}

/// What both energy-based models have. The width is no part of it: that of images is the product of their shape.
#[derive(Debug, PartialEq, ModelConfig)]
struct EnergyConfig {
    #[config(flatten)]
    base: BaseConfig,
    energy_network: EnergyNetworkConfig,
    mcmc: MCMCConfig,
    sample_buffer: SampleBufferConfig,
    #[config(default = 0.01, min = 0)]
    alpha: f64,
}

/// An energy-based model of vectors.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct EBMConfig {
    #[config(flatten)]
    base: EnergyConfig,
    #[config(min = 1)]
    input_dim: usize,
}

/// An energy-based model of images.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(input_dim == prod(input_shape)))]
pub struct DeepEBMConfig {
    #[config(flatten, default = { alpha = 0.001 })]
    base: EnergyConfig,
    #[config(each(min = 1))]
    input_shape: [usize; 3],
    /// The product of the shape, if it is given at all.
    input_dim: Option<usize>,
}

fn energy_network_config() -> Tally {
    Case::<EnergyNetworkConfig>::new("name = 'net'\nhidden_dims = [64]\nactivation = 'swish'")
        .requires("name hidden_dims activation")
        .defaults("network_type=mlp; use_bias=true; use_residual=false")
        .accepts("network_type=mlp")
        .accepts("network_type=cnn")
        .rejects("network_type=unet", "`network_type` is \"unet\", expected one of \"mlp\", \"cnn\"")
        .rejects("hidden_dims=[]", "`hidden_dims` has 0 elements, expected at least 1")
        .tally()
}

fn mcmc_config() -> Tally {
    Case::<MCMCConfig>::new("name = 'mcmc'")
        .requires("name")
        .defaults("n_steps=60; step_size=0.01; noise_scale=0.005; clip_value=1.0; temperature=1.0")
        .positive("n_steps")
        .above_zero("step_size clip_value temperature")
        .not_negative("noise_scale")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn sample_buffer_config() -> Tally {
    Case::<SampleBufferConfig>::new("name = 'buffer'")
        .requires("name")
        .defaults("capacity=8192; reinit_prob=0.05")
        .positive("capacity")
        .accepts("reinit_prob=0")
        .accepts("reinit_prob=1")
        .rejects("reinit_prob=-0.01", "`reinit_prob` is -0.01, below the minimum 0")
        .rejects("reinit_prob=1.01", "`reinit_prob` is 1.01, above the maximum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

const EBM: &str = r#"
name = "ebm"
input_dim = 784
energy_network = { name = "net", hidden_dims = [256, 256], activation = "swish" }
mcmc = { name = "mcmc", step_size = 0.01 }
sample_buffer = { name = "buffer", capacity = 10_000 }
"#;

const DEEP_EBM: &str = r#"
name = "deep_ebm"
input_shape = [28, 28, 1]
energy_network = { name = "net", hidden_dims = [32, 64], activation = "swish" }
mcmc = { name = "mcmc" }
sample_buffer = { name = "buffer" }
"#;

fn ebm_config() -> Tally {
    Case::<EBMConfig>::new(EBM)
        .requires("name energy_network mcmc sample_buffer input_dim")
        .defaults("alpha=0.01")
        .positive("input_dim")
        .not_negative("alpha")
        .rejects("energy_network='mlp'", "`energy_network` is a string, expected a table")
        .rejects(
            "energy_network.type=mcmc",
            "`type` is \"mcmc\", but the type of `EnergyNetworkConfig` is \"energy_network\"",
        )
        .rejects("mcmc.type=sample_buffer", "`type` is \"sample_buffer\", but the type of `MCMCConfig` is \"mcmc\"")
        .rejects(
            "mcmc.capacity=10",
            "unknown field `capacity` in `MCMCConfig`; its fields are `name`, `description`, `tags`, `metadata`, \
             `n_steps`, `step_size`, `noise_scale`, `clip_value`, `temperature`",
        )
        .rejects(
            "sample_buffer.type=mcmc",
            "`type` is \"mcmc\", but the type of `SampleBufferConfig` is \"sample_buffer\"",
        )
        .rejects("sample_buffer=[]", "`sample_buffer` is a list, expected a table")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn deep_ebm_config() -> Tally {
    Case::<DeepEBMConfig>::new(DEEP_EBM)
        .requires("name energy_network mcmc sample_buffer input_shape")
        .defaults("alpha=0.001")
        .accepts("input_shape=[1, 1, 1]")
        .rejects("input_shape=[28, 28]", "`input_shape` has 2 elements, expected exactly 3")
        .rejects("input_shape=[28, 28, 1, 1]", "`input_shape` has 4 elements, expected exactly 3")
        .rejects("input_shape=[28, 0, 1]", "`input_shape[1]` is 0, below the minimum 1")
        .accepts("input_dim=784")
        .rejects(
            "input_dim=783",
            "rule `input_dim == prod(input_shape)` of `DeepEBMConfig` does not hold: input_dim is 783, input_shape is \
             [28, 28, 1]",
        )
        .rejects("alpha=-0.01", "`alpha` is -0.01, below the minimum 0")
        .tally()
}
