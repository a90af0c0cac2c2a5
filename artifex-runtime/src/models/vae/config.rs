//! Configuration of the variational autoencoders.

use super::cost;
use crate::config::ModelConfig;
use crate::nn::Activation;

/// The network from an image to the distribution of its latent.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EncoderConfig {
    /// Label of the network in reports; `encoder` if absent.
    pub name: Option<String>,
    /// Height, width and channels of the images, such as `[28, 28, 1]`.
    #[config(len = 3, each(min = 1))]
    pub input_shape: Vec<usize>,
    /// Number of latent variables.
    #[config(min = 1)]
    pub latent_dim: usize,
    /// Widths of the hidden layers from the image to the latent: units of a dense encoder, channels of a convolutional one
    /// (each of whose layers halves the image).
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Function after each hidden layer.
    #[config(default = "relu")]
    pub activation: Activation,
    /// Share of hidden values set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Whether hidden values are normalised over the batch.
    #[config(default = false)]
    pub use_batch_norm: bool,
}

/// The network from a latent to an image.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DecoderConfig {
    /// Label of the network in reports; `decoder` if absent.
    pub name: Option<String>,
    /// Number of latent variables; the encoder's.
    #[config(min = 1)]
    pub latent_dim: usize,
    /// Widths of the hidden layers from the latent to the image, taken as written.
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Height, width and channels of the images; the encoder's `input_shape`.
    #[config(len = 3, each(min = 1))]
    pub output_shape: Vec<usize>,
    /// Function after each hidden layer.
    #[config(default = "relu")]
    pub activation: Activation,
    /// Function of the last layer. Pixels are in [0, 1], as are the values of `sigmoid`.
    #[config(default = "sigmoid")]
    pub output_activation: Activation,
    /// Share of hidden values set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Whether hidden values are normalised over the batch.
    #[config(default = false)]
    pub use_batch_norm: bool,
}

/// The kind of the networks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum EncoderType {
    /// Fully connected layers.
    #[default]
    Dense,
    /// Convolutions that halve the image, and transposed convolutions back.
    Cnn,
    /// The same with a residual block of two convolutions (He et al. 2016) after each halving, and before each way back.
    Resnet,
}

/// How a reconstruction is compared with the image.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum ReconstructionLoss {
    /// Sum of squared errors over the pixels.
    #[default]
    Mse,
    /// Sum over the pixels of the cross-entropy between pixel and predicted probability, which needs
    /// `output_activation = "sigmoid"`.
    Bce,
    /// Negative log-likelihood under normal distributions around the reconstruction, with one learnt variance for all pixels
    /// (Rybkin et al. 2021, section 3.1).
    Gaussian,
    /// Negative log-likelihood of a pixel as one of `levels` values, each with a score of its own, which needs
    /// `output_activation = "identity"`. Pixels are rounded to the nearest value.
    Categorical,
    /// Negative log-likelihood of a pixel as one of `levels` values under logistic distributions around the reconstruction,
    /// cut into the values (Kingma et al. 2016, section 5.1), with a learnt scale for each pixel. Pixels are rounded to the
    /// nearest value.
    Logistic,
}

/// A variational autoencoder (Kingma and Welling 2014).
///
/// The encoder turns an image into a normal distribution over the latent, the decoder a latent into an image. The loss is the
/// reconstruction error plus the divergence of that distribution from the standard normal one, from which new latents are
/// drawn.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "vae", cost(cost::vae))]
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
pub struct VAEConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// The network from an image to its latent.
    pub encoder: EncoderConfig,
    /// The network from a latent to an image.
    pub decoder: DecoderConfig,
    /// Whether the networks are fully connected or convolutional.
    #[config(default = "dense")]
    pub encoder_type: EncoderType,
    /// Weight of the divergence in the loss; 1 is the evidence lower bound.
    #[config(default = 1.0, min = 0)]
    pub kl_weight: f64,
    /// How a reconstruction is compared with the image.
    #[config(default = "mse")]
    pub reconstruction_loss_type: ReconstructionLoss,
    /// How many evenly spaced values from 0 to 1 a pixel can have, for `categorical` and `logistic`: 256 for images of bytes, 17
    /// for the built-in digits.
    #[config(min = 2, max = 65536)]
    pub levels: Option<usize>,
}

/// A β-VAE (Higgins et al. 2017).
///
/// A variational autoencoder whose divergence weighs β times as much, so that the latent variables become more independent at
/// the price of less exact reconstructions.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "beta_vae", cost(cost::vae))]
pub struct BetaVAEConfig {
    /// What it shares with a plain VAE.
    #[config(flatten)]
    pub vae: VAEConfig,
    /// β: how much more the divergence weighs.
    #[config(default = 1.0, exclusive_min = 0)]
    pub beta_default: f64,
    /// Number of updates over which β grows linearly from 0 to its value; 0 for none.
    #[config(default = 0)]
    pub beta_warmup_steps: u64,
}
