//! Autoregressive models.

use crate::case::{Case, Tally};
use crate::foundations::{BaseConfig, BaseNetworkConfig};
use artifex::ModelConfig;

classes! { transformer_network_config autoregressive_config transformer_config pixel_cnn_config wave_net_config }

/// How a transformer knows places.
#[derive(Debug, PartialEq, ModelConfig)]
enum PositionalEncoding {
    Sinusoidal,
    Learned,
    Rotary,
    None,
}

/// The layers of a transformer.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "transformer_network")]
#[config(rule(embed_dim % num_heads == 0))]
struct TransformerNetworkConfig {
    #[config(flatten)]
    base: BaseNetworkConfig,
    #[config(default = 512, min = 1)]
    embed_dim: usize,
    #[config(default = 8, min = 1)]
    num_heads: usize,
    #[config(default = 4.0, exclusive_min = 0)]
    mlp_ratio: f64,
    #[config(default = "sinusoidal")]
    positional_encoding: PositionalEncoding,
    #[config(default = true)]
    use_bias: bool,
    #[config(default = 0.0, min = 0, max = 1)]
    attention_dropout_rate: f64,
    #[config(default = 1e-6, exclusive_min = 0)]
    layer_norm_eps: f64,
}

/// A model of sequences, one element after the other.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct AutoregressiveConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(min = 1)]
    vocab_size: usize,
    #[config(min = 1)]
    sequence_length: usize,
    #[config(default = 0.0, min = 0, max = 1)]
    dropout_rate: f64,
}

/// A transformer.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct TransformerConfig {
    #[config(flatten)]
    base: AutoregressiveConfig,
    network: TransformerNetworkConfig,
    #[config(default = 6, min = 1)]
    num_layers: usize,
    #[config(default = true)]
    use_cache: bool,
}

/// Images, one pixel after the other.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct PixelCNNConfig {
    #[config(flatten)]
    base: BaseConfig,
    #[config(each(min = 1))]
    image_shape: [usize; 3],
    #[config(default = 128, min = 1)]
    hidden_channels: usize,
    #[config(default = 7, min = 1)]
    num_layers: usize,
    #[config(default = 5, min = 0)]
    num_residual_blocks: i64,
    #[config(default = 3, min = 1)]
    kernel_size: usize,
    #[config(default = 0.0, min = 0, max = 1)]
    dropout_rate: f64,
}

/// Sound, one sample after the other.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct WaveNetConfig {
    #[config(flatten)]
    base: AutoregressiveConfig,
    #[config(default = 32, min = 1)]
    residual_channels: usize,
    #[config(default = 256, min = 1)]
    skip_channels: usize,
    #[config(default = 3, min = 1)]
    num_blocks: usize,
    #[config(default = 10, min = 1)]
    layers_per_block: usize,
    #[config(default = 2, min = 1)]
    kernel_size: usize,
    #[config(default = 2, min = 2)]
    dilation_base: usize,
    #[config(default = true)]
    use_gated_activation: bool,
}

fn transformer_network_config() -> Tally {
    Case::<TransformerNetworkConfig>::new("name = 'net'\nhidden_dims = [64]\nactivation = 'gelu'")
        .requires("name hidden_dims activation")
        .defaults(
            "embed_dim=512; num_heads=8; mlp_ratio=4.0; positional_encoding=sinusoidal; use_bias=true; \
             attention_dropout_rate=0.0; layer_norm_eps=1e-06",
        )
        .above_zero("mlp_ratio layer_norm_eps")
        .accepts("embed_dim=1; num_heads=1")
        .accepts("embed_dim=12; num_heads=4")
        .rejects("embed_dim=0", "`embed_dim` is 0, below the minimum 1")
        .rejects(
            "embed_dim=12",
            "rule `embed_dim % num_heads == 0` of `TransformerNetworkConfig` does not hold: embed_dim is 12, \
             num_heads is 8",
        )
        .accepts("positional_encoding=sinusoidal")
        .accepts("positional_encoding=learned")
        .accepts("positional_encoding=rotary")
        .accepts("positional_encoding=none")
        .rejects(
            "positional_encoding=alibi",
            "`positional_encoding` is \"alibi\", expected one of \"sinusoidal\", \"learned\", \"rotary\", \"none\"",
        )
        .accepts("attention_dropout_rate=0")
        .accepts("attention_dropout_rate=1")
        .rejects("attention_dropout_rate=-0.01", "`attention_dropout_rate` is -0.01, below the minimum 0")
        .rejects("attention_dropout_rate=1.01", "`attention_dropout_rate` is 1.01, above the maximum 1")
        .rejects("num_heads=0", "`num_heads` is 0, below the minimum 1")
        .rejects(
            "num_heads=7",
            "rule `embed_dim % num_heads == 0` of `TransformerNetworkConfig` does not hold: embed_dim is 512, \
             num_heads is 7",
        )
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .tally()
}

fn autoregressive_config() -> Tally {
    Case::<AutoregressiveConfig>::new("name = 'model'\nvocab_size = 256\nsequence_length = 784")
        .requires("name vocab_size sequence_length")
        .defaults("dropout_rate=0.0")
        .positive("vocab_size sequence_length")
        .accepts("dropout_rate=0")
        .accepts("dropout_rate=1")
        .rejects("dropout_rate=-0.01", "`dropout_rate` is -0.01, below the minimum 0")
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

const TRANSFORMER_CONFIG: &str = r#"
name = "transformer"
vocab_size = 10_000
sequence_length = 512
network = { name = "net", hidden_dims = [64], activation = "gelu" }
"#;

fn transformer_config() -> Tally {
    Case::<TransformerConfig>::new(TRANSFORMER_CONFIG)
        .requires("name vocab_size sequence_length network")
        .defaults("num_layers=6; use_cache=true")
        .positive("num_layers")
        .rejects("network=[]", "`network` is a list, expected a table")
        .rejects(
            "network.type=mesh_network",
            "`type` is \"mesh_network\", but the type of `TransformerNetworkConfig` is \"transformer_network\"",
        )
        .rejects(
            "network.num_heads=7",
            "rule `embed_dim % num_heads == 0` of `TransformerNetworkConfig` does not hold: embed_dim is 512, \
             num_heads is 7",
        )
        .rejects("vocab_size=0", "`vocab_size` is 0, below the minimum 1")
        .tally()
}

fn pixel_cnn_config() -> Tally {
    Case::<PixelCNNConfig>::new("name = 'pixelcnn'\nimage_shape = [28, 28, 1]")
        .requires("name image_shape")
        .defaults("hidden_channels=128; num_layers=7; num_residual_blocks=5; kernel_size=3; dropout_rate=0.0")
        .positive("hidden_channels num_layers kernel_size")
        .not_negative("num_residual_blocks")
        .accepts("image_shape=[1, 1, 1]")
        .rejects("image_shape=[28, 28]", "`image_shape` has 2 elements, expected exactly 3")
        .rejects("image_shape=[28, 28, 0]", "`image_shape[2]` is 0, below the minimum 1")
        .accepts("dropout_rate=0")
        .accepts("dropout_rate=1")
        .rejects("dropout_rate=-0.01", "`dropout_rate` is -0.01, below the minimum 0")
        .rejects("dropout_rate=1.01", "`dropout_rate` is 1.01, above the maximum 1")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

fn wave_net_config() -> Tally {
    Case::<WaveNetConfig>::new("name = 'wavenet'\nvocab_size = 256\nsequence_length = 16_000")
        .requires("name vocab_size sequence_length")
        .defaults(
            "residual_channels=32; skip_channels=256; num_blocks=3; layers_per_block=10; kernel_size=2; \
             dilation_base=2; use_gated_activation=true",
        )
        .positive("residual_channels skip_channels num_blocks layers_per_block kernel_size")
        .accepts("dilation_base=2")
        .rejects("dilation_base=1", "`dilation_base` is 1, below the minimum 2")
        .rejects("sequence_length=0", "`sequence_length` is 0, below the minimum 1")
        .tally()
}
