//! Configuration of the VQ-VAE.

use super::cost;
use crate::config::ModelConfig;
use crate::models::vae::{DecoderConfig, EncoderConfig, EncoderType, ReconstructionLoss, VAEConfig};

/// The autoregressive model of the codes: a small causal transformer over them, row by row.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(width % heads == 0, "the width is split evenly among the heads"))]
pub struct CodePriorConfig {
    /// Numbers a position.
    #[config(default = 64, min = 1)]
    pub width: usize,
    /// Blocks of attention and a dense layer four times as wide.
    #[config(default = 2, min = 1)]
    pub layers: usize,
    /// Heads of attention.
    #[config(default = 4, min = 1)]
    pub heads: usize,
}

/// A VQ-VAE (van den Oord et al. 2017): a variational autoencoder with discrete latents.
///
/// The encoder turns an image into `latent_dim` vectors, each of which is replaced by the nearest of a book of `num_embeddings`
/// codes. A dense encoder gives them all together; those of a convolutional one are the positions of its smallest grid, so that
/// `latent_dim` must be their number. The codes follow the vectors that they stand for by moving averages, and one that stands
/// for almost nothing starts again at a vector of the batch. An autoregressive model of the codes is trained along; samples are
/// decoded from its draws, and the temperature of sampling divides its scores.
///
/// The loss is the negative log-likelihood of image and codes together, which is never below that of the image, plus the
/// commitment.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "vqvae", cost(cost::vqvae))]
#[config(rule(
    encoder.latent_dim == decoder.latent_dim,
    "the decoder must take as many latent variables as the encoder gives"
))]
#[config(rule(encoder.input_shape == decoder.output_shape, "the decoder must give images of the encoder's shape"))]
#[config(rule(
    when(reconstruction_loss_type == "bce", decoder.output_activation == "sigmoid"),
    "the cross-entropy is that of probabilities, which only `sigmoid` gives"
))]
#[config(rule(
    when(reconstruction_loss_type == "categorical", decoder.output_activation == "identity"),
    "the scores of the values are taken as they are"
))]
#[config(rule(
    is_set(levels) == (reconstruction_loss_type in ["categorical", "logistic"]),
    "how many values a pixel can have matters to `categorical` and `logistic`, and to them alone"
))]
pub struct VQVAEConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// The network from an image to its vectors; `latent_dim` is their number.
    pub encoder: EncoderConfig,
    /// The network from codes to an image.
    pub decoder: DecoderConfig,
    /// Whether the networks are fully connected or convolutional.
    #[config(default = "dense")]
    pub encoder_type: EncoderType,
    /// How a reconstruction is compared with the image.
    #[config(default = "mse")]
    pub reconstruction_loss_type: ReconstructionLoss,
    /// How many evenly spaced values from 0 to 1 a pixel can have, for `categorical` and `logistic`: 256 for images of bytes, 17
    /// for the built-in digits.
    #[config(min = 2, max = 65536)]
    pub levels: Option<usize>,
    /// Codes in the book.
    #[config(default = 512, min = 1)]
    pub num_embeddings: usize,
    /// Numbers of a code.
    #[config(default = 64, min = 1)]
    pub embedding_dim: usize,
    /// Weight of the squared distance between the encoder's vectors and their codes.
    #[config(default = 0.25, min = 0)]
    pub commitment_cost: f64,
    /// How much of the moving averages of the codes is kept in each update.
    #[config(default = 0.99, min = 0, exclusive_max = 1)]
    pub ema_decay: f64,
    /// A code that stands for fewer vectors a batch than this, as a moving average, starts again at one of the batch's; 0 for never.
    #[config(default = 1.0, min = 0)]
    pub dead_code_threshold: f64,
    /// The model of the codes.
    #[config(default)]
    pub prior: CodePriorConfig,
}

impl VQVAEConfig {
    /// The part that a plain VAE has too.
    pub(super) fn to_vae(&self) -> VAEConfig {
        VAEConfig {
            name: self.name.clone(),
            encoder: self.encoder.clone(),
            decoder: self.decoder.clone(),
            encoder_type: self.encoder_type,
            kl_weight: 1.0,
            reconstruction_loss_type: self.reconstruction_loss_type,
            levels: self.levels,
        }
    }
}
