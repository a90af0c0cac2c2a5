//! Configuration of the `PixelCNN`.

use super::cost;
use crate::config::ModelConfig;

/// What a network says of a channel of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum PixelLikelihood {
    /// A score for each value (van den Oord et al. 2016a, section 3.2).
    Categorical,
    /// A mixture of logistic distributions, cut into the values (Salimans et al. 2017, equation 2): fewer numbers than scores, and
    /// near values are known to be near.
    Logistic,
}

/// A gated `PixelCNN` (van den Oord et al. 2016b): every pixel is drawn from a network that sees those above it, and those to the
/// left in its row.
///
/// One stack of convolutions looks up, one to the left and at the first, so no pixel before is out of sight (section 2.3). The
/// first layer sees three pixels far. The channels of a pixel come one after the other, each from the network and the channels
/// before it. The likelihood is exact; the loss is in nats for each image, and `bits_per_dim` for each value in bits.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "pixelcnn", cost(cost::pixelcnn))]
#[config(rule(kernel_size % 2 == 1, "a kernel has a middle, so its size is odd"))]
#[config(rule(when(is_set(num_mixtures), likelihood == "logistic"), "only logistic distributions are mixed"))]
pub struct PixelCNNConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// Height, width and channels of the images.
    #[config(each(min = 1, max = 65536))]
    pub image_shape: [usize; 3],
    /// Values that a channel of a pixel can have, evenly spaced from 0 to 1; an image's are taken to the nearest.
    #[config(default = 256, min = 2, max = 65536)]
    pub levels: usize,
    /// Channels of both stacks.
    #[config(default = 128, min = 1)]
    pub hidden_channels: usize,
    /// Gated layers.
    #[config(default = 7, min = 1)]
    pub num_layers: usize,
    /// Blocks of two more gated layers each, of which the stack that looks up is added to what the block takes. The other stack
    /// adds up in every layer but the first.
    #[config(default = 5)]
    pub num_residual_blocks: usize,
    /// Size of the kernels after the first layer, of which the part that looks ahead is left out; the first one's is 7.
    #[config(default = 3, min = 1, max = 65535)]
    pub kernel_size: usize,
    /// Share of the values after each gate dropped in training, in the stack that looks to the left.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// What is said of a channel of a pixel.
    #[config(default = "categorical")]
    pub likelihood: PixelLikelihood,
    /// How many logistic distributions are mixed; 10 if left out.
    #[config(min = 1)]
    pub num_mixtures: Option<usize>,
    /// Number of classes, counted from 0, if the model is told them: each adds a vector of its own before every gate (section 2.2).
    /// The data needs labels then.
    #[config(min = 1)]
    pub num_classes: Option<usize>,
}

impl PixelCNNConfig {
    /// How many numbers say what a channel of a pixel is.
    pub(super) fn outputs(&self) -> usize {
        match self.likelihood {
            PixelLikelihood::Categorical => self.levels,
            PixelLikelihood::Logistic => self.num_mixtures.unwrap_or(MIXTURES) * 3,
        }
    }
}

/// Logistic distributions, if the config does not say.
pub(super) const MIXTURES: usize = 10;

/// Pixels that the first layer sees, above and to the left.
pub(super) const FIRST_REACH: usize = 3;
