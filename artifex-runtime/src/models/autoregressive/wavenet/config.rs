//! Configuration of the `WaveNet`.

use super::cost;
use crate::config::ModelConfig;

/// A `WaveNet` (van den Oord et al. 2016): convolutions over the tokens before, that look ever further back. The model of sound, whose
/// tokens are the µ-law levels of its samples.
///
/// The loss is the mean negative log-likelihood of a token in nats. A sequence starts after tokens of the middle level, which is
/// silence. The model sees `1 + (kernel_size - 1) · (1 + num_blocks · Σ_l dilation_base^l)` tokens back, with `l` below
/// `layers_per_block`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "wavenet", cost(cost::wavenet))]
#[config(rule(
    kernel_size * layers_per_block * num_blocks <= 4096,
    "no more than 4,096 taps are computed for a token: fewer blocks, layers or a smaller kernel"
))]
pub struct WaveNetConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How many different tokens there are: the levels of the sound.
    #[config(min = 2)]
    pub vocab_size: usize,
    /// Tokens of a sequence that is learnt from or drawn at once.
    #[config(min = 1)]
    pub sequence_length: usize,
    /// Share of the values that enter a layer dropped in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Numbers of a token that go from layer to layer.
    #[config(default = 32, min = 1)]
    pub residual_channels: usize,
    /// Numbers of a token that every layer adds to the result.
    #[config(default = 256, min = 1)]
    pub skip_channels: usize,
    /// Blocks of layers: in each the dilation starts again at 1.
    #[config(default = 3, min = 1)]
    pub num_blocks: usize,
    /// Layers of a block, each with a dilation `dilation_base` times that of the one before.
    #[config(default = 10, min = 1, max = 32)]
    pub layers_per_block: usize,
    /// Tokens that a layer takes: the newest, and others a dilation apart.
    #[config(default = 2, min = 1)]
    pub kernel_size: usize,
    /// How much faster each layer of a block looks back.
    #[config(default = 2, min = 2, max = 16)]
    pub dilation_base: usize,
    /// Whether a layer is `tanh(a) σ(b)` (equation 2), or `relu(a)`.
    #[config(default = true)]
    pub use_gated_activation: bool,
    /// Whether what the layers saw is remembered from one token to the next when a sequence is continued, and not computed again
    /// (Paine et al. 2016).
    #[config(default = true)]
    pub use_cache: bool,
}

impl WaveNetConfig {
    /// The dilation of each layer, in order.
    pub(super) fn dilations(&self) -> Vec<usize> {
        let power = |layer: usize| (0..layer).fold(1_usize, |power, _| power.saturating_mul(self.dilation_base));
        (0..self.num_blocks).flat_map(|_| (0..self.layers_per_block).map(power)).collect()
    }

    /// How many tokens say what the next one is.
    #[must_use]
    pub fn receptive_field(&self) -> usize {
        let reach = self.dilations().into_iter().fold(1_usize, usize::saturating_add);
        (self.kernel_size - 1).saturating_mul(reach).saturating_add(1)
    }
}
