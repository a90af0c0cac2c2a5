//! Configuration of the layers of a flow.

use crate::config::ModelConfig;

/// Which half of the variables a coupling leaves as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
#[config(rename_all = "kebab-case")]
pub enum MaskType {
    /// Every other one: of points the even coordinates, of images the pixels whose row and column add up to an even number.
    #[default]
    Checkerboard,
    /// The first half: of the coordinates of points, of the channels of images.
    ChannelWise,
}

/// A layer: an invertible function of all variables that are left at its place.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum FlowLayerConfig {
    /// A scale and a shift for each channel, from the first batch.
    ActNorm(ActNormConfig),
    /// A matrix that mixes the channels.
    Invertible(InvertibleConfig),
    /// The variables in another order.
    Permutation(PermutationConfig),
    /// An affine coupling.
    AffineCoupling(AffineCouplingConfig),
    /// A coupling of splines.
    SplineCoupling(SplineCouplingConfig),
    /// An affine autoregressive layer.
    AffineAutoregressive(AffineAutoregressiveConfig),
    /// An autoregressive layer of splines.
    SplineAutoregressive(SplineAutoregressiveConfig),
    /// Positions of an image become channels.
    Squeeze(SqueezeConfig),
    /// Half of the channels leave.
    Split(SplitConfig),
}

/// Actnorm (Kingma and Dhariwal 2018, section 3.1): each channel of an image, or coordinate of a point, is shifted and scaled. The
/// first step of a training sets both so that its batch has mean 0 and variance 1; then they are learnt.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "act_norm")]
pub struct ActNormConfig {}

/// A learnt matrix that mixes the channels of each position of an image (the invertible 1x1 convolution of Kingma and Dhariwal 2018,
/// section 3.2, in its LU form), or the coordinates of a point. It starts as a random rotation.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "invertible")]
pub struct InvertibleConfig {}

/// The variables in a fixed other order.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "permutation")]
pub struct PermutationConfig {
    /// Seed of a random order, which is the config's own and not the run's; if it is left out, the order is reversed.
    pub seed: Option<u64>,
}

/// A coupling that scales and shifts one half of the variables by what a network makes of the other (Dinh et al. 2017, equation 7).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "affine_coupling")]
pub struct AffineCouplingConfig {
    /// Which half stays as it is.
    #[config(default = "checkerboard")]
    pub mask_type: MaskType,
    /// Whether it is the other half that stays.
    #[config(default = false)]
    pub swap: bool,
}

/// The form of splines.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct SplineConfig {
    /// Pieces of each spline; one alone, with slope 1 at both ends, would be the identity.
    #[config(default = 8, min = 2, max = 500)]
    pub num_bins: usize,
    /// The splines bend between ± this; beyond, a value stays as it is.
    #[config(default = 3.0, exclusive_min = 0)]
    pub tail_bound: f64,
}

/// A coupling that sends each variable of one half through a monotone spline, which a network makes of the other (Durkan et al. 2019,
/// section 3.2).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "spline_coupling")]
pub struct SplineCouplingConfig {
    /// Which half stays as it is, and which one stays if it is swapped.
    #[config(flatten)]
    pub halves: AffineCouplingConfig,
    /// The splines.
    #[config(flatten)]
    pub spline: SplineConfig,
}

/// The order of the variables of an autoregressive layer.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "affine_autoregressive")]
pub struct AffineAutoregressiveConfig {
    /// Whether the last variable comes first.
    #[config(default = false)]
    pub reverse: bool,
    /// Whether each variable depends on the outputs of the layer before it and not on its inputs: then samples take one pass, and
    /// densities one for each variable (Kingma et al. 2016).
    #[config(default = false)]
    pub inverse: bool,
}

/// An autoregressive layer that sends each variable through a monotone spline, which a masked network makes of those before it
/// (Durkan et al. 2019, section 3.2).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "spline_autoregressive")]
pub struct SplineAutoregressiveConfig {
    /// The order.
    #[config(flatten)]
    pub order: AffineAutoregressiveConfig,
    /// The splines.
    #[config(flatten)]
    pub spline: SplineConfig,
}

/// Blocks of 2 x 2 positions become 1, with four times the channels (Dinh et al. 2017, section 3.6).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "squeeze")]
pub struct SqueezeConfig {}

/// Half of the channels become latents here, with the mean and the scale that a network makes of the others (Dinh et al. 2017,
/// section 3.6; the learnt prior is that of Kingma and Dhariwal's program). The layers that follow have the other half.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "split")]
pub struct SplitConfig {}
