//! Configuration of the adversarial networks.

use super::cost;
use super::losses::AdversarialLoss;
use crate::config::ModelConfig;
use crate::nn::{Activation, Padding};

/// The network from a latent to a sample, of fully connected layers.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct GeneratorConfig {
    /// Label of the network in reports; `generator` if absent.
    pub name: Option<String>,
    /// Number of latent variables, each standard normal.
    #[config(min = 1)]
    pub latent_dim: usize,
    /// Widths of the hidden layers from the latent to the sample: units, or channels of convolutions.
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Shape of a sample. Fully connected: height, width and channels of an image, or the number of coordinates of a point.
    /// Convolutional: channels, height and width.
    #[config(len(min = 1), each(min = 1))]
    pub output_shape: Vec<usize>,
    /// Function after each hidden layer.
    #[config(default = "relu")]
    pub activation: Activation,
    /// Function of the last layer. With `tanh`, images are mapped from [0, 1] to its [-1, 1] and back; with others they are taken
    /// as they are. Points are always: `identity` is right for them.
    #[config(default = "tanh")]
    pub output_activation: Activation,
    /// Whether hidden values are normalised over the batch.
    #[config(default = false)]
    pub batch_norm: bool,
    /// Share of hidden values set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
}

/// The network from a sample to a score, of fully connected layers. The score has no activation: it is a logit, or a critic's
/// value.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DiscriminatorConfig {
    /// Label of the network in reports; `discriminator` if absent.
    pub name: Option<String>,
    /// Shape of a sample; the generator's `output_shape`.
    #[config(len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
    /// Widths of the hidden layers from the sample to the score: units, or channels of convolutions.
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Function after each hidden layer.
    #[config(default = "leaky_relu")]
    pub activation: Activation,
    /// Slope of `leaky_relu` below 0.
    #[config(default = 0.2, exclusive_min = 0)]
    pub leaky_relu_slope: f64,
    /// Whether hidden values are normalised over the batch, from the second layer on. Not together with a gradient penalty, which
    /// is that of each example alone.
    #[config(default = false)]
    pub batch_norm: bool,
    /// Share of hidden values set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Whether every weight is divided by its largest singular value (Miyato et al. 2018).
    #[config(default = false)]
    pub spectral_norm: bool,
}

/// The form of convolutions.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ConvolutionsConfig {
    /// Height and width of every kernel.
    #[config(default = [4, 4], each(min = 1))]
    pub kernel_size: [usize; 2],
    /// Rows and columns between two places of the kernel: by how much a layer shrinks the image.
    #[config(default = [2, 2], each(min = 1))]
    pub stride: [usize; 2],
    /// How the border is filled.
    #[config(default = "SAME")]
    pub padding: Padding,
}

/// A generator of transposed convolutions (Radford et al. 2016): a linear layer makes a small grid, from which each layer climbs one
/// step towards the image, exactly back through the sizes that convolutions of the same form would go down.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(output_shape) == 3, "a convolution gives images: channels, height and width"))]
pub struct ConvGeneratorConfig {
    /// What generators share.
    #[config(flatten, default = { batch_norm = true })]
    pub network: GeneratorConfig,
    /// The convolutions.
    #[config(flatten)]
    pub convolutions: ConvolutionsConfig,
    /// Share of the old mean and variance that each batch leaves in the running ones, which samples are drawn with.
    #[config(default = 0.9, exclusive_min = 0, exclusive_max = 1)]
    pub batch_norm_momentum: f64,
}

/// A discriminator of convolutions (Radford et al. 2016): each layer shrinks the image, a linear layer scores the last grid.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(input_shape) == 3, "a convolution takes images: channels, height and width"))]
#[config(rule(!(batch_norm && use_instance_norm), "hidden values are normalised over the batch or over the image, not both"))]
pub struct ConvDiscriminatorConfig {
    /// What discriminators share.
    #[config(flatten, default = { batch_norm = true })]
    pub network: DiscriminatorConfig,
    /// The convolutions.
    #[config(flatten)]
    pub convolutions: ConvolutionsConfig,
    /// Whether the channels of each example are normalised over their positions, from the second layer on (where there is more than
    /// one position): what a gradient penalty allows.
    #[config(default = false)]
    pub use_instance_norm: bool,
}

/// A critic of convolutions: a discriminator that normalises over the positions of each example, not over the batch.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CriticConfig {
    /// The discriminator.
    #[config(flatten, default = { batch_norm = false, use_instance_norm = true })]
    pub discriminator: ConvDiscriminatorConfig,
}

/// What networks that are told the class need to know of it.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ConditionalParams {
    /// Number of classes.
    #[config(default = 10, min = 1)]
    pub num_classes: usize,
    /// Length of the vector that stands for a class.
    #[config(default = 100, min = 1)]
    pub embedding_dim: usize,
}

/// A generator of transposed convolutions that is told the class: its vector is put beside the latent.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ConditionalGeneratorConfig {
    /// The generator.
    #[config(flatten)]
    pub generator: ConvGeneratorConfig,
    /// The classes.
    #[config(default)]
    pub conditional: ConditionalParams,
}

/// A discriminator of convolutions that is told the class: its vector becomes one more channel of the image.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ConditionalDiscriminatorConfig {
    /// The discriminator.
    #[config(flatten)]
    pub discriminator: ConvDiscriminatorConfig,
    /// The classes.
    #[config(default)]
    pub conditional: ConditionalParams,
}

/// How the two networks are trained against each other. Each has an Adam optimiser of its own; a run's `train.optimizer` is left
/// out.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct AdversarialConfig {
    /// Learning rate of the generator.
    #[config(default = 2e-4, exclusive_min = 0)]
    pub generator_lr: f64,
    /// Learning rate of the discriminator.
    #[config(default = 2e-4, exclusive_min = 0)]
    pub discriminator_lr: f64,
    /// Adam's decay of the mean of the gradients, for both.
    #[config(default = 0.5, min = 0, exclusive_max = 1)]
    pub beta1: f64,
    /// Adam's decay of the mean of the squared gradients, for both.
    #[config(default = 0.999, min = 0, exclusive_max = 1)]
    pub beta2: f64,
    /// The game that they play.
    #[config(default = "vanilla")]
    pub loss_type: AdversarialLoss,
    /// Weight of the squared deviation from 1 of the norm of the score's gradient, between real and generated examples (Gulrajani et
    /// al. 2017, equation 3); 0 for none.
    #[config(default = 0.0, min = 0)]
    pub gradient_penalty_weight: f64,
    /// Updates of the discriminator for each one of the generator. Every one takes a batch and counts as a step of the run.
    #[config(default = 1, min = 1)]
    pub critic_iterations: u64,
}

/// A generative adversarial network (Goodfellow et al. 2014) of fully connected layers, for images and points.
///
/// A generator turns latent variables into samples, a discriminator scores samples and data, and each learns against the other.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "gan", cost(cost::dense_gan))]
#[config(rule(generator.output_shape == discriminator.input_shape, "the discriminator must take what the generator gives"))]
#[config(rule(
    len(generator.output_shape) == 1 || len(generator.output_shape) == 3,
    "samples are points, `[coordinates]`, or images, `[height, width, channels]`"
))]
#[config(rule(
    !(gradient_penalty_weight > 0 && discriminator.batch_norm),
    "the gradient penalty is that of each example alone, which `batch_norm` mixes with the others"
))]
pub struct GANConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How the networks are trained.
    #[config(flatten)]
    pub adversarial: AdversarialConfig,
    /// The network from a latent to a sample.
    pub generator: GeneratorConfig,
    /// The network from a sample to its score.
    pub discriminator: DiscriminatorConfig,
}

/// A generative adversarial network of convolutions (Radford et al. 2016).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "dcgan", cost(cost::conv_gan))]
#[config(rule(generator.output_shape == discriminator.input_shape, "the discriminator must take what the generator gives"))]
#[config(rule(
    !(gradient_penalty_weight > 0 && discriminator.batch_norm),
    "the gradient penalty is that of each example alone, which `batch_norm` mixes with the others"
))]
pub struct DCGANConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How the networks are trained.
    #[config(flatten)]
    pub adversarial: AdversarialConfig,
    /// The network from a latent to an image.
    pub generator: ConvGeneratorConfig,
    /// The network from an image to its score.
    pub discriminator: ConvDiscriminatorConfig,
}

/// A Wasserstein generative adversarial network of convolutions (Arjovsky et al. 2017; with gradient penalty, Gulrajani et al.
/// 2017).
///
/// The critic estimates the distance between data and samples, which the generator makes smaller. It must not be steeper than 1: a
/// penalty on its gradient sees to that, or limits on its weights.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "wgan", cost(cost::conv_gan))]
#[config(rule(generator.output_shape == discriminator.input_shape, "the critic must take what the generator gives"))]
#[config(rule(loss_type == "wasserstein", "that is what a WGAN plays; a `dcgan` or `gan` takes any game"))]
#[config(rule(
    !(use_gradient_penalty && discriminator.batch_norm),
    "the gradient penalty is that of each example alone, which `batch_norm` mixes with the others"
))]
pub struct WGANConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How the networks are trained.
    #[config(flatten, default = {
        loss_type = "wasserstein",
        gradient_penalty_weight = 10.0,
        generator_lr = 1e-4,
        discriminator_lr = 1e-4,
        beta1 = 0.0,
        beta2 = 0.9,
        critic_iterations = 5,
    })]
    pub adversarial: AdversarialConfig,
    /// The network from a latent to an image.
    pub generator: ConvGeneratorConfig,
    /// The network from an image to its score.
    pub discriminator: CriticConfig,
    /// Whether the critic is kept smooth by the penalty on its gradient; if not, by limits on its weights.
    #[config(default = true)]
    pub use_gradient_penalty: bool,
    /// Without the penalty: the largest magnitude of a weight of the critic, to which larger ones are set after each update (Arjovsky
    /// et al. 2017, algorithm 1).
    #[config(default = 0.01, exclusive_min = 0)]
    pub weight_clip: f64,
}

/// A least-squares generative adversarial network of convolutions (Mao et al. 2017).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "lsgan", cost(cost::conv_gan))]
#[config(rule(generator.output_shape == discriminator.input_shape, "the discriminator must take what the generator gives"))]
#[config(rule(loss_type == "least_squares", "that is what an LSGAN plays; a `dcgan` or `gan` takes any game"))]
#[config(rule(
    !(gradient_penalty_weight > 0 && discriminator.batch_norm),
    "the gradient penalty is that of each example alone, which `batch_norm` mixes with the others"
))]
pub struct LSGANConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How the networks are trained.
    #[config(flatten, default = { loss_type = "least_squares" })]
    pub adversarial: AdversarialConfig,
    /// The network from a latent to an image.
    pub generator: ConvGeneratorConfig,
    /// The network from an image to its score.
    pub discriminator: ConvDiscriminatorConfig,
    /// The score that the discriminator should give generated images.
    #[config(default = 0.0)]
    pub a: f64,
    /// The score that the discriminator should give real images.
    #[config(default = 1.0)]
    pub b: f64,
    /// The score that the generator wants its images to be given.
    #[config(default = 1.0)]
    pub c: f64,
}

/// A generative adversarial network of convolutions that are told the class (Mirza and Osindero 2014).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_gan", cost(cost::conditional_gan))]
#[config(rule(generator.output_shape == discriminator.input_shape, "the discriminator must take what the generator gives"))]
#[config(rule(
    generator.conditional.num_classes == discriminator.conditional.num_classes,
    "both networks are told the same classes"
))]
#[config(rule(
    !(gradient_penalty_weight > 0 && discriminator.batch_norm),
    "the gradient penalty is that of each example alone, which `batch_norm` mixes with the others"
))]
pub struct ConditionalGANConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// How the networks are trained.
    #[config(flatten)]
    pub adversarial: AdversarialConfig,
    /// The network from a latent and a class to an image.
    pub generator: ConditionalGeneratorConfig,
    /// The network from an image and a class to its score.
    pub discriminator: ConditionalDiscriminatorConfig,
}
