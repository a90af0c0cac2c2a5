//! Configuration of the networks that predict.

use crate::config::ModelConfig;
use crate::nn::Activation;

/// A network that predicts from noised examples and the time.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum BackboneConfig {
    /// Fully connected layers: for points, and for small images as rows of values.
    MLP(MLPBackboneConfig),
    /// Convolutions down to smaller images and up again: for images.
    UNet(UNetBackboneConfig),
    /// The same for signals, such as sound.
    #[config(rename = "unet_1d")]
    UNet1D(UNet1DBackboneConfig),
    /// A transformer on patches: for images.
    #[config(rename = "dit")]
    DiT(DiTBackboneConfig),
}

impl BackboneConfig {
    /// Label of the network in reports.
    pub(in crate::models::diffusion) fn name(&self) -> Option<&str> {
        match self {
            Self::MLP(config) => config.name.as_deref(),
            Self::UNet(config) => config.name.as_deref(),
            Self::UNet1D(config) => config.name.as_deref(),
            Self::DiT(config) => config.name.as_deref(),
        }
    }

    /// The channels that the network is said to have.
    pub(in crate::models::diffusion) const fn channels(&self) -> Option<usize> {
        match self {
            Self::UNet(UNetBackboneConfig { in_channels: Some(channels), .. }) => Some(*channels),
            Self::UNet(config) => config.out_channels,
            Self::DiT(config) => config.in_channels,
            Self::MLP(_) | Self::UNet1D(_) => None,
        }
    }

    /// Whether the network predicts variances too.
    pub(in crate::models::diffusion) const fn learns_variance(&self) -> bool {
        matches!(self, Self::DiT(config) if config.size.learn_sigma)
    }

    /// What it is called if it has no name.
    pub(in crate::models::diffusion) const fn kind(&self) -> &'static str {
        match self {
            Self::MLP(_) => "mlp",
            Self::UNet(_) => "unet",
            Self::UNet1D(_) => "unet_1d",
            Self::DiT(_) => "dit",
        }
    }
}

/// A network of fully connected layers, each of which is told the time.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "mlp")]
pub struct MLPBackboneConfig {
    /// Label of the network in reports; `mlp` if absent.
    pub name: Option<String>,
    /// Widths of the hidden layers.
    #[config(default = [128, 128, 128], len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Function after each hidden layer.
    #[config(default = "silu")]
    pub activation: Activation,
    /// Share of hidden values set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Numbers that the time (and the class, where there are any) is turned into.
    #[config(default = 128, min = 2, multiple_of = 2)]
    pub time_embedding_dim: usize,
}

/// A U-Net (Ronneberger et al. 2015) of residual blocks that are told the time, as in Ho et al. 2020, appendix B.
///
/// Each level has blocks, with attention where asked for, and halves the image; on the way up each block also sees what the one
/// across from it gave on the way down. Sides that are odd are halved to the larger half, and climbed back to exactly.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "unet")]
#[config(rule(
    is_set(hidden_dims) != is_set(base_channels),
    "give the channels of the levels as `hidden_dims`, or as `base_channels` and `channel_mult`"
))]
#[config(rule(len(hidden_dims) == len(channel_mult), "`hidden_dims` has a number for each level, as has `channel_mult`"))]
#[config(rule(
    sum(hidden_dims) * channel_mult[0] == sum(channel_mult) * hidden_dims[0],
    "`hidden_dims` are multiples of one number by `channel_mult`; leave one of the two out"
))]
#[config(rule(all(hidden_dims, v % num_heads == 0), "the heads of the attention share the channels equally"))]
#[config(rule(base_channels % num_heads == 0, "the heads of the attention share the channels equally"))]
#[config(rule(in_channels == out_channels, "the network predicts as many channels as it sees"))]
pub struct UNetBackboneConfig {
    /// Label of the network in reports; `unet` if absent.
    pub name: Option<String>,
    /// Channels of the images. They are those of `input_shape`, and tell which of its sides they are where it has no `layout`.
    #[config(min = 1)]
    pub in_channels: Option<usize>,
    /// Channels of the prediction: as many.
    #[config(min = 1)]
    pub out_channels: Option<usize>,
    /// Channels that `channel_mult` multiplies.
    #[config(min = 1)]
    pub base_channels: Option<usize>,
    /// Channels of each level as multiples of `base_channels`; [1, 2, 4] if it is left out beside that.
    #[config(renamed_from = "channel_mults", len(min = 1), each(min = 1))]
    pub channel_mult: Option<Vec<usize>>,
    /// Channels of each level, from the whole image to the smallest one: in place of `base_channels`.
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Option<Vec<usize>>,
    /// Heights of the images at which every block is followed by attention.
    #[config(default = [16, 8], each(min = 1))]
    pub attention_resolutions: Vec<usize>,
    /// The blocks of all levels.
    #[config(flatten)]
    pub blocks: UNetBlocksConfig,
}

/// The blocks of a U-Net, of images or of signals.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct UNetBlocksConfig {
    /// Residual blocks of each level on the way down; the way up has one more.
    #[config(default = 2, min = 1)]
    pub num_res_blocks: usize,
    /// Whether there is attention: at `attention_resolutions`, and between the two blocks of the smallest level.
    #[config(default = true)]
    pub use_attention: bool,
    /// Heads of the attention.
    #[config(default = 1, min = 1)]
    pub num_heads: usize,
    /// Whether levels are halved by convolutions and doubled before one; if not, by means of neighbours and by repetition alone.
    #[config(default = true)]
    pub resamp_with_conv: bool,
    /// Groups of channels that are normalised together (Wu and He 2018); where they do not share the channels equally, the largest
    /// smaller number that does.
    #[config(default = 32, min = 1)]
    pub norm_groups: usize,
    /// Function after each norm.
    #[config(default = "silu")]
    pub activation: Activation,
    /// Share of hidden values set to 0 in training, in the middle of each block.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Numbers that the time (and the class, where there are any) is turned into.
    #[config(default = 128, min = 2, multiple_of = 2)]
    pub time_embedding_dim: usize,
}

/// A U-Net, of images or of signals.
#[derive(Clone, Debug)]
pub(super) struct UNetOptions {
    /// Channels of each level.
    pub(super) widths: Vec<usize>,
    /// Height and width of the kernels.
    pub(super) kernel: [usize; 2],
    /// Heights with attention, where there is any.
    pub(super) attention_resolutions: Vec<usize>,
    pub(super) blocks: UNetBlocksConfig,
}

impl From<&UNetBackboneConfig> for UNetOptions {
    fn from(config: &UNetBackboneConfig) -> Self {
        let (attention_resolutions, blocks) = (config.attention_resolutions.clone(), config.blocks.clone());
        Self { widths: config.widths(), kernel: [3, 3], attention_resolutions, blocks }
    }
}

impl From<&UNet1DBackboneConfig> for UNetOptions {
    fn from(config: &UNet1DBackboneConfig) -> Self {
        let (attention_resolutions, blocks) = (config.attention_resolutions.clone(), config.blocks.clone());
        Self { widths: config.hidden_dims.clone(), kernel: [config.kernel_size, 1], attention_resolutions, blocks }
    }
}

impl UNetBackboneConfig {
    /// The channels of each level.
    #[must_use]
    pub fn widths(&self) -> Vec<usize> {
        if let Some(widths) = &self.hidden_dims {
            return widths.clone();
        }
        // A rule asks for one of the two.
        let base = self.base_channels.unwrap_or(1);
        self.channel_mult.as_deref().unwrap_or(&[1, 2, 4]).iter().map(|factor| base * factor).collect()
    }

    /// Checks what the rules cannot say: that `hidden_dims`, where `channel_mult` is given too, are its multiples.
    pub(super) fn check(&self) -> Result<(), String> {
        let (Some(widths), Some(factors)) = (&self.hidden_dims, &self.channel_mult) else { return Ok(()) };
        // All ratios are that of the sums if they are one.
        let (width, factor): (usize, usize) = (widths.iter().sum(), factors.iter().sum());
        if widths.iter().zip(factors).all(|(w, f)| w * factor == f * width) {
            return Ok(());
        }
        Err(format!(
            "`backbone.hidden_dims` {widths:?} are not multiples of one number by `backbone.channel_mult` {factors:?}; leave one of \
             the two out"
        ))
    }
}

/// A U-Net of signals: that of [`UNetBackboneConfig`] along one axis. `input_shape` is a length and a number of channels; lengths that are
/// odd are halved to the larger half, and climbed back to exactly.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "unet_1d")]
#[config(rule(all(hidden_dims, v % num_heads == 0), "the heads of the attention share the channels equally"))]
#[config(rule(kernel_size % 2 == 1, "a kernel has a middle"))]
pub struct UNet1DBackboneConfig {
    /// Label of the network in reports; `unet_1d` if absent.
    pub name: Option<String>,
    /// Channels of the signals; they are those of `input_shape`.
    #[config(min = 1)]
    pub in_channels: Option<usize>,
    /// Channels of each level, from the whole signal to the shortest one.
    #[config(default = [32, 64, 128], len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Instants that a convolution sees.
    #[config(default = 3, min = 1)]
    pub kernel_size: usize,
    /// Lengths of the signals at which every block is followed by attention.
    #[config(default = [], each(min = 1))]
    pub attention_resolutions: Vec<usize>,
    /// The blocks of all levels.
    #[config(flatten)]
    pub blocks: UNetBlocksConfig,
}

/// The size of a diffusion transformer.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(hidden_size % num_heads == 0, "the heads of the attention share the width equally"))]
pub struct DiTSizeConfig {
    /// Height and width of a patch; sides of the images are multiples of it. A smaller one makes more tokens, and better samples.
    #[config(default = 2, min = 1)]
    pub patch_size: usize,
    /// Numbers of a token.
    #[config(default = 512, min = 4, multiple_of = 4)]
    pub hidden_size: usize,
    /// Number of blocks.
    #[config(default = 12, min = 1)]
    pub depth: usize,
    /// Heads of the attention.
    #[config(default = 8, min = 1)]
    pub num_heads: usize,
    /// Width of the dense layers within a block, over `hidden_size`; rounded down.
    #[config(default = 4.0, exclusive_min = 0)]
    pub mlp_ratio: f64,
    /// Share of what attention and dense layers give that is set to 0 in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Whether the network also predicts the variance that steps of the sampler `ddpm` draw with, for each value one. It learns it by
    /// the variational bound, beside the loss (Nichol and Dhariwal 2021, section 3.1).
    #[config(default = false)]
    pub learn_sigma: bool,
}

/// A diffusion transformer (Peebles and Xie 2023): an image is cut into patches, each is a token, and blocks of attention and dense layers
/// are told the time, and the class where there are any, by the shifts, scales and gates of their norms (adaLN-Zero).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "dit")]
#[config(rule(when(is_set(img_size), img_size % patch_size == 0), "patches cut the image without a rest"))]
pub struct DiTBackboneConfig {
    /// Label of the network in reports; `dit` if absent.
    pub name: Option<String>,
    /// Height and width of the images, if they are as high as they are wide. They are those of `input_shape`.
    #[config(min = 1)]
    pub img_size: Option<usize>,
    /// Channels of the images. They are those of `input_shape`, and tell which of its sides they are where it has no `layout`.
    #[config(min = 1)]
    pub in_channels: Option<usize>,
    /// The size of the network.
    #[config(flatten)]
    pub size: DiTSizeConfig,
    /// Number of classes. It is that of `conditional`.
    #[config(min = 1)]
    pub num_classes: Option<usize>,
}

impl DiTSizeConfig {
    /// Width of the dense layers within a block, at least 1.
    #[must_use]
    pub const fn mlp_width(&self) -> usize {
        mlp_width(self.hidden_size, self.mlp_ratio)
    }
}

/// A width times a ratio, rounded down, at least 1.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width")]
pub(in crate::models::diffusion) const fn mlp_width(width: usize, ratio: f64) -> usize {
    let inner = (width as f64 * ratio) as usize;
    if inner == 0 { 1 } else { inner }
}
