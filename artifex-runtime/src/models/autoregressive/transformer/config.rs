//! Configuration of the transformer.

use super::cost;
use crate::config::ModelConfig;
use crate::nn::TransformerNetworkConfig;

/// A causal transformer over tokens (Vaswani et al. 2017; Radford et al. 2019): the model of text.
///
/// The probability of each token comes from those before it. The loss is the mean negative log-likelihood of a token in nats;
/// `perplexity` is its exponential, and `bits_per_byte` the same in bits for each byte of the text that the tokens stand for,
/// which compares between tokenizers.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "transformer", cost(cost::transformer))]
#[config(rule(start_token < vocab_size, "the start token is one of the vocabulary, counted from 0"))]
pub struct TransformerConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How many different tokens there are: 256 for bytes; for characters as many as the text has.
    #[config(min = 1)]
    pub vocab_size: usize,
    /// Tokens that the model sees at once. In a longer continuation the older half of them is forgotten each time they are full.
    #[config(min = 1)]
    pub sequence_length: usize,
    /// Share of the embeddings' values dropped in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// The blocks.
    #[config(default)]
    pub network: TransformerNetworkConfig,
    /// How many blocks.
    #[config(default = 6, min = 1)]
    pub num_layers: usize,
    /// Whether the table of embeddings also gives the scores of the tokens (Press and Wolf 2017), or a layer of its own.
    #[config(default = true)]
    pub tie_weights: bool,
    /// Whether keys and values are remembered from one token to the next when a sequence is continued, and not computed again.
    #[config(default = true)]
    pub use_cache: bool,
    /// The token that a sequence from nothing starts after. The first of a text's characters by code point is its line feed, in
    /// most texts.
    #[config(default = 0)]
    pub start_token: usize,
}
