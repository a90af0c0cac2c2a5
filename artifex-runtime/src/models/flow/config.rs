//! Configuration of the flows.

use super::cost;
use super::layers::config::{FlowLayerConfig, MaskType};
use crate::config::ModelConfig;
use crate::nn::Activation;

/// The kind of the network inside a layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum CouplingNetworkType {
    /// Fully connected layers.
    #[default]
    Mlp,
    /// Fully connected layers, each followed by residual blocks of two (He et al. 2016, figure 4(e)).
    Resnet,
    /// Convolutions on the grid of the image: 3x3 at both ends, 1x1 between (Kingma and Dhariwal 2018, section 4).
    Cnn,
}

/// How the scale of an affine layer is made from the network's value `a`; 0 always gives the scale 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum ScaleActivation {
    /// `exp(tanh(a))`, between 1/e and e (as Dinh et al. 2017, section 4.1).
    #[default]
    Tanh,
    /// `2 sigmoid(a)`, between 0 and 2.
    Sigmoid,
    /// `exp(a)`, any.
    Exp,
    /// `softplus(a) / ln 2`, above 0 and growing like `a`.
    Softplus,
}

/// The networks inside the layers: each layer has one of its own.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(network_type == "mlp", num_residual_blocks == 0),
    "an `mlp` has no residual blocks; choose `network_type = \"resnet\"`"
))]
#[config(rule(when(network_type == "resnet", num_residual_blocks > 0), "without residual blocks it is an `mlp`"))]
pub struct CouplingNetworkConfig {
    /// Label of the layers in reports; `layers` if absent.
    pub name: Option<String>,
    /// Widths of the hidden layers: units, or channels of convolutions.
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Function after each hidden layer.
    #[config(default = "relu")]
    pub activation: Activation,
    /// Whether hidden values are normalised over the batch.
    #[config(default = false)]
    pub batch_norm: bool,
    /// Share of hidden values set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// The kind of the networks.
    #[config(default = "mlp")]
    pub network_type: CouplingNetworkType,
    /// How scales are made from what the networks give. Splines have none.
    #[config(default = "tanh")]
    pub scale_activation: ScaleActivation,
    /// Residual blocks after each hidden layer of a `resnet` or `cnn`.
    #[config(default = 0)]
    pub num_residual_blocks: usize,
}

/// What latents are distributed as, each variable for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum BaseDistribution {
    /// Normal, with mean `loc` and standard deviation `scale`.
    #[default]
    Normal,
    /// Even between `low` and `high`; outside the density is 0.
    Uniform,
}

/// The numbers of the base distribution.
#[derive(Clone, Debug, Default, PartialEq, ModelConfig)]
pub struct BaseDistributionParams {
    /// Mean of a normal distribution; 0 if absent.
    pub loc: Option<f64>,
    /// Standard deviation of a normal distribution; 1 if absent.
    #[config(exclusive_min = 0)]
    pub scale: Option<f64>,
    /// Lower end of a uniform distribution; -1 if absent.
    pub low: Option<f64>,
    /// Upper end of a uniform distribution; 1 if absent.
    pub high: Option<f64>,
}

/// What all flows share: the data and the base distribution.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(is_set(image_shape), prod(image_shape) == input_dim),
    "an image has height · width · channels variables"
))]
#[config(rule(
    is_set(image_shape) == is_set(levels),
    "images, and they alone, need `levels`: how many values a pixel can have, 256 for bytes"
))]
#[config(rule(
    when(is_set(logit_alpha), is_set(image_shape)),
    "the logit is that of pixels: set `image_shape`, or leave `logit_alpha` out"
))]
#[config(rule(
    !(base_distribution == "uniform" && (is_set(base_distribution_params.loc) || is_set(base_distribution_params.scale))),
    "`loc` and `scale` are those of `normal`; a uniform distribution has `low` and `high`"
))]
#[config(rule(
    !(base_distribution == "normal" && (is_set(base_distribution_params.low) || is_set(base_distribution_params.high))),
    "`low` and `high` are those of `uniform`; a normal distribution has `loc` and `scale`"
))]
#[config(rule(
    when(
        is_set(base_distribution_params.low) && is_set(base_distribution_params.high),
        base_distribution_params.low < base_distribution_params.high
    ),
    "the lower end must be below the upper end"
))]
#[config(rule(
    when(
        is_set(base_distribution_params.low) && !is_set(base_distribution_params.high),
        base_distribution_params.low < 1
    ),
    "the upper end is 1 if it is left out"
))]
#[config(rule(
    when(
        is_set(base_distribution_params.high) && !is_set(base_distribution_params.low),
        base_distribution_params.high > -1
    ),
    "the lower end is -1 if it is left out"
))]
pub struct FlowDataConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// Number of variables: coordinates of a point, or height · width · channels of an image.
    #[config(min = 1)]
    pub input_dim: usize,
    /// Height, width and channels, if the data are images. Absent: points.
    #[config(len = 3, each(min = 1))]
    pub image_shape: Option<Vec<usize>>,
    /// How many values a pixel can have, 256 for bytes. Pixels are rounded to the nearest, and noise that is even over one step is
    /// added (Theis et al. 2016, section 3.1), so that the loss bounds the likelihood of the values themselves.
    #[config(min = 2, max = 65536)]
    pub levels: Option<usize>,
    /// Pixels `y` in [0, 1) become `logit(α + (1 - 2α) y)` (Dinh et al. 2017, section 4.1) with this α; the loss accounts for it. 0
    /// leaves them as they are; 0.05 if absent.
    #[config(min = 0, max = 0.49)]
    pub logit_alpha: Option<f64>,
    /// What latents are distributed as.
    #[config(default = "normal")]
    pub base_distribution: BaseDistribution,
    /// The numbers of that distribution.
    #[config(default = {})]
    pub base_distribution_params: BaseDistributionParams,
}

/// A normalising flow of any layers (Rezende and Mohamed 2015).
///
/// Layers are applied from the data to the latent, in the order of the list.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "flow", cost(cost::flow))]
#[config(rule(
    len(layers) > 0,
    "a flow without layers is its base distribution and learns nothing; give it at least one, such as \
     `layers = [{ type = \"affine_coupling\" }]`"
))]
#[config(rule(
    when(coupling_network.network_type == "cnn", is_set(image_shape)),
    "a `cnn` is for images: set `image_shape`, or choose `mlp` or `resnet`"
))]
pub struct FlowConfig {
    /// The data and the base distribution.
    #[config(flatten)]
    pub data: FlowDataConfig,
    /// The network inside each layer that has one.
    pub coupling_network: CouplingNetworkConfig,
    /// The layers, from the data to the latent.
    pub layers: Vec<FlowLayerConfig>,
    /// How many times the list is repeated.
    #[config(default = 1, min = 1)]
    pub repeats: usize,
}

/// Affine coupling layers (Dinh et al. 2017): in turn one half of the variables is scaled and shifted by what a network makes of the
/// other.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "realnvp", cost(cost::realnvp))]
#[config(rule(
    when(coupling_network.network_type == "cnn", is_set(image_shape)),
    "a `cnn` is for images: set `image_shape`, or choose `mlp` or `resnet`"
))]
pub struct RealNVPConfig {
    /// The data and the base distribution.
    #[config(flatten)]
    pub data: FlowDataConfig,
    /// The network inside each layer.
    pub coupling_network: CouplingNetworkConfig,
    /// Number of coupling layers.
    #[config(default = 8, min = 1)]
    pub num_coupling_layers: usize,
    /// Which half a layer leaves as it is.
    #[config(default = "checkerboard")]
    pub mask_type: MaskType,
}

/// Affine coupling layers that are told the class, for data with classes (as Winkler et al. 2019, section 3): samples of a class,
/// densities given the class.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_flow", cost(cost::conditional))]
pub struct ConditionalFlowConfig {
    /// The flow.
    #[config(flatten)]
    pub flow: RealNVPConfig,
    /// Number of classes.
    #[config(min = 1)]
    pub num_classes: usize,
    /// Length of the learnt vector that stands for a class, which every network is given.
    #[config(min = 1)]
    pub condition_dim: usize,
}

/// Invertible 1x1 convolutions and affine couplings at several scales (Kingma and Dhariwal 2018).
///
/// At each scale the grid is halved while channels become four times as many; then come the blocks: actnorm, 1x1 convolution,
/// coupling; then, but for the last scale, half of the channels leave for the latent, with the mean and scale that a network makes of
/// the others.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "glow", cost(cost::glow))]
#[config(rule(is_set(image_shape), "Glow is a model of images: set `image_shape` and `levels`"))]
pub struct GlowConfig {
    /// The data and the base distribution.
    #[config(flatten)]
    pub data: FlowDataConfig,
    /// The network inside each coupling.
    pub coupling_network: CouplingNetworkConfig,
    /// Blocks at each scale.
    #[config(default = 6, min = 1)]
    pub blocks_per_scale: usize,
    /// Number of scales; height and width must be multiples of two to the power of it.
    #[config(default = 2, min = 1, max = 16)]
    pub num_scales: usize,
}

/// Masked autoregressive layers (Papamakarios et al. 2017): each variable is scaled and shifted by what a masked network makes of the
/// ones before it. Densities take one pass, samples one for each variable.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "maf", cost(cost::autoregressive))]
#[config(rule(coupling_network.network_type in ["mlp", "resnet"], "masked networks are fully connected"))]
pub struct MAFConfig {
    /// The data and the base distribution.
    #[config(flatten)]
    pub data: FlowDataConfig,
    /// The masked network inside each layer.
    pub coupling_network: CouplingNetworkConfig,
    /// Number of layers.
    #[config(default = 5, min = 1)]
    pub num_layers: usize,
    /// Whether every other layer takes the variables in the reverse order.
    #[config(default = true)]
    pub reverse_ordering: bool,
}

/// Inverse autoregressive layers (Kingma et al. 2016): as the masked ones, but what scales and shifts a variable is made of the
/// latents before it. Samples take one pass, densities one for each variable.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "iaf", cost(cost::autoregressive))]
#[config(rule(
    coupling_network.dropout_rate == 0 && !coupling_network.batch_norm,
    "a density takes one pass for each variable, and dropout or batch norm would make each a pass through another network"
))]
pub struct IAFConfig {
    /// What it shares with a masked autoregressive flow.
    #[config(flatten)]
    pub maf: MAFConfig,
}

/// Neural spline flow (Durkan et al. 2019): layers whose function of a variable is a monotone spline of quotients of quadratics, made
/// by a network of other variables.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "nsf", cost(cost::nsf))]
#[config(rule(
    when(autoregressive, coupling_network.network_type in ["mlp", "resnet"]),
    "masked networks are fully connected"
))]
#[config(rule(
    when(coupling_network.network_type == "cnn", is_set(image_shape)),
    "a `cnn` is for images: set `image_shape`, or choose `mlp` or `resnet`"
))]
#[config(rule(coupling_network.scale_activation == "tanh", "splines have no scale: leave `scale_activation` out"))]
pub struct NeuralSplineConfig {
    /// The data and the base distribution.
    #[config(flatten)]
    pub data: FlowDataConfig,
    /// The network inside each layer.
    pub coupling_network: CouplingNetworkConfig,
    /// Number of layers.
    #[config(default = 8, min = 1)]
    pub num_layers: usize,
    /// Pieces of each spline; one alone, with slope 1 at both ends, would be the identity.
    #[config(default = 8, min = 2, max = 500)]
    pub num_bins: usize,
    /// The splines bend between ± this; beyond, a value stays as it is.
    #[config(default = 3.0, exclusive_min = 0)]
    pub tail_bound: f64,
    /// Whether the function of a variable depends on all variables before it (densities take one pass, samples one for each
    /// variable), or on the other half of them (one pass each).
    #[config(default = false)]
    pub autoregressive: bool,
}
