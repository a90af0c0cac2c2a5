//! Normalizing flows.

use crate::case::{Case, Tally};
use crate::foundations::{BaseConfig, BaseNetworkConfig};
use artifex::ModelConfig;
use std::collections::BTreeMap;

classes! {
    coupling_network_config flow_config conditional_flow_config real_nvp_config glow_config maf_config iaf_config
    neural_spline_config
}

/// The kind of a coupling network.
#[derive(Debug, PartialEq, ModelConfig)]
enum CouplingNetworkType {
    Mlp,
    Resnet,
    Attention,
    Cnn,
}

/// What bounds the scales.
#[derive(Debug, PartialEq, ModelConfig)]
enum ScaleActivation {
    Tanh,
    Sigmoid,
    Exp,
    Softplus,
}

/// The network of a coupling layer.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "coupling_network")]
struct CouplingNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = "mlp")]
    network_type: CouplingNetworkType,
    #[config(default = "tanh")]
    scale_activation: ScaleActivation,
    #[config(default = 0, min = 0)]
    num_residual_blocks: i64,
    #[config(default = 4, min = 1)]
    num_attention_heads: usize,
}

/// The distribution that a flow starts from.
#[derive(Debug, PartialEq, ModelConfig)]
enum BaseDistribution {
    Normal,
    Uniform,
}

/// A normalizing flow.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct FlowConfig {
    #[config(flatten)]
    base: BaseConfig,
    coupling_network: CouplingNetworkConfig,
    #[config(min = 1)]
    input_dim: usize,
    /// That of the input if 0.
    #[config(default = 0, min = 0)]
    latent_dim: i64,
    #[config(default = "normal")]
    base_distribution: BaseDistribution,
    #[config(default = { loc = 0.0, scale = 1.0 })]
    base_distribution_params: BTreeMap<String, f64>,
}

/// Which half a coupling layer leaves as it is.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rename_all = "kebab-case")]
enum MaskType {
    Checkerboard,
    ChannelWise,
}

/// A flow that is told something.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct ConditionalFlowConfig {
    #[config(flatten)]
    base: FlowConfig,
    #[config(min = 1)]
    condition_dim: usize,
    #[config(default = 8, min = 1)]
    num_coupling_layers: usize,
    #[config(default = "checkerboard")]
    mask_type: MaskType,
}

/// Affine coupling layers.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct RealNVPConfig {
    #[config(flatten)]
    base: FlowConfig,
    #[config(default = 8, min = 1)]
    num_coupling_layers: usize,
    #[config(default = "checkerboard")]
    mask_type: MaskType,
}

/// Invertible convolutions at several scales.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct GlowConfig {
    #[config(flatten)]
    base: FlowConfig,
    image_shape: Vec<usize>,
    #[config(default = 6, min = 1)]
    blocks_per_scale: usize,
}

/// Masked autoregressive layers.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct MAFConfig {
    #[config(flatten)]
    base: FlowConfig,
    #[config(default = 5, min = 1)]
    num_layers: usize,
    #[config(default = true)]
    reverse_ordering: bool,
}

/// Inverse autoregressive layers.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct IAFConfig {
    #[config(flatten)]
    base: FlowConfig,
    #[config(default = 5, min = 1)]
    num_layers: usize,
    #[config(default = true)]
    reverse_ordering: bool,
}

/// Monotone splines.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct NeuralSplineConfig {
    #[config(flatten)]
    base: FlowConfig,
    #[config(default = 8, min = 1)]
    num_layers: usize,
    #[config(default = 8, min = 1)]
    num_bins: usize,
    #[config(default = 3.0, exclusive_min = 0)]
    tail_bound: f64,
}

const FLOW: &str = r#"
name = "flow"
coupling_network = { name = "net", hidden_dims = [256, 256], activation = "relu" }
input_dim = 784
"#;

const CONDITIONAL_FLOW: &str = r#"
name = "flow"
coupling_network = { name = "net", hidden_dims = [256, 256], activation = "relu" }
input_dim = 784
condition_dim = 10
"#;

const GLOW: &str = r#"
name = "glow"
coupling_network = { name = "net", hidden_dims = [256, 256], activation = "relu" }
input_dim = 784
image_shape = [28, 28, 1]
"#;

fn coupling_network_config() -> Tally {
    Case::<CouplingNetworkConfig>::new("name = 'net'\nhidden_dims = [256]\nactivation = 'relu'")
        .requires("name hidden_dims activation")
        .defaults("network_type=mlp; scale_activation=tanh; num_residual_blocks=0; num_attention_heads=4")
        .positive("num_attention_heads")
        .not_negative("num_residual_blocks")
        .accepts("network_type=mlp")
        .accepts("network_type=resnet")
        .accepts("network_type=attention")
        .accepts("network_type=cnn")
        .rejects(
            "network_type=unet",
            "`network_type` is \"unet\", expected one of \"mlp\", \"resnet\", \"attention\", \"cnn\"",
        )
        .accepts("scale_activation=tanh")
        .accepts("scale_activation=sigmoid")
        .accepts("scale_activation=exp")
        .accepts("scale_activation=softplus")
        .rejects(
            "scale_activation=relu",
            "`scale_activation` is \"relu\", expected one of \"tanh\", \"sigmoid\", \"exp\", \"softplus\"",
        )
        .rejects(
            "activation=exp",
            "`activation` is \"exp\", expected one of \"relu\", \"gelu\", \"silu\", \"swish\", \"tanh\", \"sigmoid\", \
             \"elu\", \"leaky_relu\", \"softplus\", \"softsign\", \"relu6\", \"hard_tanh\", \"celu\", \"selu\", \
             \"glu\"",
        )
        .tally()
}

fn flow_config() -> Tally {
    Case::<FlowConfig>::new(FLOW)
        .requires("name coupling_network input_dim")
        .defaults("latent_dim=0; base_distribution=normal; base_distribution_params={ loc = 0.0, scale = 1.0 }")
        .positive("input_dim")
        .not_negative("latent_dim")
        .accepts("base_distribution=normal")
        .accepts("base_distribution=uniform; base_distribution_params.low=-1.0; base_distribution_params.high=1.0")
        .rejects(
            "base_distribution=cauchy",
            "`base_distribution` is \"cauchy\", expected one of \"normal\", \"uniform\"",
        )
        .rejects(
            "base_distribution_params.scale='wide'",
            "`base_distribution_params.scale` is a string, expected a number",
        )
        .rejects("coupling_network=3", "`coupling_network` is 3, expected a table")
        .rejects(
            "coupling_network.type=mcmc",
            "`type` is \"mcmc\", but the type of `CouplingNetworkConfig` is \"coupling_network\"",
        )
        .rejects("coupling_network.num_attention_heads=0", "`num_attention_heads` is 0, below the minimum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn conditional_flow_config() -> Tally {
    Case::<ConditionalFlowConfig>::new(CONDITIONAL_FLOW)
        .requires("name coupling_network input_dim condition_dim")
        .defaults("num_coupling_layers=8; mask_type=checkerboard")
        .positive("condition_dim num_coupling_layers")
        .accepts("mask_type=checkerboard")
        .accepts("mask_type=channel-wise")
        .rejects(
            "mask_type=channel_wise",
            "`mask_type` is \"channel_wise\", expected one of \"checkerboard\", \"channel-wise\"; did you mean \
             \"channel-wise\"?",
        )
        .rejects("input_dim=0", "`input_dim` is 0, below the minimum 1")
        .tally()
}

fn real_nvp_config() -> Tally {
    Case::<RealNVPConfig>::new(FLOW)
        .requires("name coupling_network input_dim")
        .defaults("num_coupling_layers=8; mask_type=checkerboard")
        .positive("num_coupling_layers")
        .accepts("mask_type=checkerboard")
        .accepts("mask_type=channel-wise")
        .rejects(
            "mask_type=alternating",
            "`mask_type` is \"alternating\", expected one of \"checkerboard\", \"channel-wise\"",
        )
        .rejects("input_dim=0", "`input_dim` is 0, below the minimum 1")
        .tally()
}

fn glow_config() -> Tally {
    Case::<GlowConfig>::new(GLOW)
        .requires("name coupling_network input_dim image_shape")
        .defaults("blocks_per_scale=6")
        .positive("blocks_per_scale")
        .rejects("input_dim=0", "`input_dim` is 0, below the minimum 1")
        .tally()
}

fn maf_config() -> Tally {
    Case::<MAFConfig>::new(FLOW)
        .requires("name coupling_network input_dim")
        .defaults("num_layers=5; reverse_ordering=true")
        .positive("num_layers")
        .rejects("input_dim=0", "`input_dim` is 0, below the minimum 1")
        .tally()
}

fn iaf_config() -> Tally {
    Case::<IAFConfig>::new(FLOW)
        .requires("name coupling_network input_dim")
        .defaults("num_layers=5; reverse_ordering=true")
        .positive("num_layers")
        .rejects("input_dim=0", "`input_dim` is 0, below the minimum 1")
        .tally()
}

fn neural_spline_config() -> Tally {
    Case::<NeuralSplineConfig>::new(FLOW)
        .requires("name coupling_network input_dim")
        .defaults("num_layers=8; num_bins=8; tail_bound=3.0")
        .positive("num_layers num_bins")
        .above_zero("tail_bound")
        .rejects("input_dim=0", "`input_dim` is 0, below the minimum 1")
        .tally()
}
