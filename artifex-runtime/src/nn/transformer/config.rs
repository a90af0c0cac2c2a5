//! Configuration of a transformer's blocks.

use crate::config::ModelConfig;
use crate::nn::Activation;

/// How a transformer knows where a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum PositionalEncoding {
    /// Fixed waves are added to the embeddings (Vaswani et al. 2017, section 3.5), which are scaled by the root of the width
    /// (section 3.4).
    Sinusoidal,
    /// A learnt vector for each position is added to the embeddings (GPT-2).
    Learned,
    /// Queries and keys are turned by angles that grow with the position (`RoPE`, Su et al. 2021, equation 34; Llama).
    Rotary,
    /// Scores fall with the distance, in each head at another rate (`ALiBi`, Press et al. 2022).
    Alibi,
    /// Nothing says it but the causal mask.
    None,
}

/// What normalises the numbers of a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum NormKind {
    /// To mean 0 and variance 1, then a scale and a shift (Ba et al. 2016).
    Layer,
    /// To a root mean square of 1, then a scale (Zhang and Sennrich 2019; Llama).
    Rms,
}

/// Where the normalisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum NormPosition {
    /// Before attention and dense layers, and once at the end (Xiong et al. 2020; GPT-2, Llama).
    Pre,
    /// After each sum (Vaswani et al. 2017).
    Post,
}

/// The blocks of a causal transformer: attention and a dense part, each added to what it takes.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(embed_dim % num_heads == 0, "the width is split evenly among the heads"))]
#[config(rule(embed_dim <= num_heads * 256, "a head is at most 256 wide"))]
#[config(rule(
    when(is_set(num_key_heads), num_heads % num_key_heads == 0),
    "every key head serves the same number of query heads"
))]
#[config(rule(
    when(positional_encoding == "rotary", embed_dim % (num_heads * 2) == 0),
    "rotary positions turn the numbers of a head in pairs, so a head must be of even width"
))]
#[config(rule(when(is_set(rotary_base), positional_encoding == "rotary"), "the base is that of rotary positions"))]
pub struct TransformerNetworkConfig {
    /// Numbers of a position.
    #[config(default = 512, min = 1)]
    pub embed_dim: usize,
    /// Heads of attention.
    #[config(default = 8, min = 1)]
    pub num_heads: usize,
    /// Heads of keys and values, shared by groups of query heads (grouped-query attention, Ainslie et al. 2023). One for each
    /// query head if left out.
    #[config(min = 1)]
    pub num_key_heads: Option<usize>,
    /// Width of the dense part's hidden layer, as a multiple of `embed_dim`, rounded down.
    #[config(default = 4.0, exclusive_min = 0, max = 1024)]
    pub mlp_ratio: f64,
    /// Function of the hidden layer.
    #[config(default = "gelu")]
    pub activation: Activation,
    /// Whether the hidden layer is multiplied by a second one without function: with `silu` that is `SwiGLU` (Shazeer 2020).
    #[config(default = false)]
    pub gated_mlp: bool,
    /// How a token's position is known.
    #[config(default = "sinusoidal")]
    pub positional_encoding: PositionalEncoding,
    /// Positions until the slowest pair of numbers has turned by about one radian, for `rotary`; 10,000 if left out.
    #[config(exclusive_min = 1)]
    pub rotary_base: Option<f64>,
    /// What normalises.
    #[config(default = "layer")]
    pub norm: NormKind,
    /// Where.
    #[config(default = "pre")]
    pub norm_position: NormPosition,
    /// Added to the variance, or mean square, in the normalisation.
    #[config(default = 1e-6, exclusive_min = 0)]
    pub layer_norm_eps: f64,
    /// Whether layers, and layer norms, have a bias.
    #[config(default = true)]
    pub use_bias: bool,
    /// Share of values dropped in training of what attention and the dense part add.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Share of attention probabilities dropped in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub attention_dropout_rate: f64,
}

impl TransformerNetworkConfig {
    /// Width of the dense part's hidden layer.
    #[must_use]
    pub const fn hidden_width(&self) -> usize {
        hidden_width(self.embed_dim, self.mlp_ratio)
    }
}

/// So many times the width, rounded down, at least 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "widths are far below 2^52, and rounding down is wanted"
)]
pub(crate) const fn hidden_width(width: usize, ratio: f64) -> usize {
    let hidden = (width as f64 * ratio) as usize;
    if hidden == 0 { 1 } else { hidden }
}
