//! Configuration of the energy-based models.

use super::cost;
use crate::config::ModelConfig;
use crate::nn::Activation;

/// What the layers of an energy network are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum EnergyNetworkType {
    /// Fully connected layers.
    Mlp,
    /// Convolutions, for images.
    Cnn,
}

/// The network from an example to its energy, a single number without an activation.
///
/// Nothing is normalised over the batch: the energy of an example does not depend on the others.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EnergyNetworkConfig {
    /// Label of the network in reports; `energy` if absent.
    pub name: Option<String>,
    /// What the layers are.
    #[config(default = "mlp")]
    pub network_type: EnergyNetworkType,
    /// Widths of the hidden layers from the example to the energy: units, or channels of convolutions.
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    /// Function after each hidden layer. A smooth one makes a smooth energy, whose gradient the chains follow.
    #[config(default = "swish")]
    pub activation: Activation,
    /// Share of hidden values set to 0 in training; chains run without dropout.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// Whether layers add a bias.
    #[config(default = true)]
    pub use_bias: bool,
    /// Whether each hidden layer adds its input to its output (He et al. 2016), through a linear map where the shapes differ.
    #[config(default = false)]
    pub use_residual: bool,
    /// Whether every weight is divided by its largest singular value (Miyato et al. 2018).
    #[config(default = false)]
    pub spectral_norm: bool,
}

/// The network from an image to its energy.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ImageEnergyNetworkConfig {
    /// What energy networks share. With `mlp` the image is taken as a vector.
    #[config(flatten, default = { network_type = "cnn" })]
    pub network: EnergyNetworkConfig,
    /// Height and width of every kernel of a `cnn`. The border is filled with zeros.
    #[config(default = [3, 3], each(min = 1))]
    pub kernel_size: [usize; 2],
    /// Rows and columns between two places of the kernel of a `cnn`: by how much a layer shrinks the image.
    #[config(default = [2, 2], each(min = 1))]
    pub stride: [usize; 2],
}

/// A sampler of Markov chains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum MCMCSampler {
    /// Unadjusted Langevin dynamics: cheap, never rejects, and wrong by the error of its step.
    Langevin,
    /// Langevin steps that are accepted or rejected, which makes them exact (Roberts and Tweedie 1996).
    Mala,
    /// Hamiltonian Monte Carlo with paths of `leapfrogs` steps (Duane et al. 1987).
    Hmc,
    /// Hamiltonian Monte Carlo that learns step size and length of its paths from the chains in every warm-up (Hoffman et al. 2021),
    /// from `step_size` on.
    Chees,
    /// Langevin dynamics with steps that shrink by `step_decay` (Welling and Teh 2011), and with them their error.
    Sgld,
    /// Hamiltonian Monte Carlo at several temperatures that exchange their states (Swendsen and Wang 1986; Geyer 1991), for modes far
    /// apart. Each chain brings hotter ones along, which begin where it is.
    ParallelTempering,
}

/// The Markov chains that draw from the model.
///
/// Their density is `exp(-E(x) / temperature)`, and every sampler draws from it: the noise of a step is tied to its length ε =
/// `step_size`. A Langevin step is `x - ε²/2 ∇E(x)/temperature + ε ξ` with standard normal ξ.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(sampler == "chees", warm_up > 0),
    "`chees` learns how far it goes: give it a `warm_up`, 50 steps for instance"
))]
#[config(rule(when(is_set(step_decay), sampler == "sgld"), "only the steps of `sgld` shrink: leave it out, or choose that sampler"))]
#[config(rule(
    when(is_set(temperatures) || is_set(lowest_power), sampler == "parallel_tempering"),
    "only `parallel_tempering` has more than one temperature: leave them out, or choose that sampler"
))]
pub struct MCMCConfig {
    /// Steps of the chains in every update of the parameters.
    #[config(default = 60, min = 1)]
    pub n_steps: usize,
    /// Length ε of a step, in the units of the data (of images: of a range from -1 to 1). The noise of a Langevin step has this
    /// standard deviation.
    #[config(default = 0.01, exclusive_min = 0)]
    pub step_size: f64,
    /// Standard deviation of the normal noise that is added to the data in training, in the units of the data: it spreads data that
    /// has no density, such as pixels of few levels. The noise of the chains is `step_size`'s.
    #[config(default = 0.005, min = 0)]
    pub noise_scale: f64,
    /// Largest magnitude of a component of the gradient of `E/temperature` that the chains follow; larger ones are cut to it. The
    /// samplers that reject stay exact, Langevin dynamics do not. Absent: no limit.
    #[config(exclusive_min = 0)]
    pub clip_value: Option<f64>,
    /// Temperature of the model: its density is `exp(-E(x) / temperature)`.
    #[config(default = 1.0, exclusive_min = 0)]
    pub temperature: f64,
    /// How the chains move.
    #[config(default = "langevin")]
    pub sampler: MCMCSampler,
    /// Steps of a path of `hmc` and `parallel_tempering`, each with a gradient.
    #[config(default = 5, min = 1)]
    pub leapfrogs: usize,
    /// How `sgld` shrinks its steps: ε² of step t, counted from 0, is `step_size² (1 + t)^-step_decay`; 0.55 if it is left out.
    #[config(min = 0, max = 1)]
    pub step_decay: Option<f64>,
    /// How many temperatures `parallel_tempering` has, each with a chain of its own for every chain; 4 if it is left out.
    #[config(min = 2, max = 1000)]
    pub temperatures: Option<usize>,
    /// The power to which `parallel_tempering` raises the density at its highest temperature; 0.05 if it is left out. The others are
    /// spaced evenly in its logarithm, up to 1, the density itself.
    #[config(exclusive_min = 0, exclusive_max = 1)]
    pub lowest_power: Option<f64>,
    /// Steps before the others in which `mala`, `hmc`, `chees` and `parallel_tempering` learn how far to go, from `step_size` on;
    /// `langevin` and `sgld` just make them.
    #[config(default = 0)]
    pub warm_up: usize,
    /// Chains begin at points drawn evenly from ± this in every coordinate.
    #[config(default = 1.0, exclusive_min = 0)]
    pub init_scale: f64,
    /// Whether samples are freed of the noise that training added to the data (σ² = `noise_scale`², and `sigma`² more of score matching)
    /// by a last step of `-σ² ∇E(x)/temperature`, to the mean of the data that such a sample comes from: walk-jump sampling (Saremi and
    /// Hyvärinen 2019, equation 11).
    #[config(default = false)]
    pub denoise: bool,
    /// Steps with which samples are drawn, instead of `n_steps`. Persistent chains begin where training has left them, others anew.
    #[config(min = 1)]
    pub sample_steps: Option<usize>,
}

/// The chains that `pcd` keeps between updates. They are saved with the parameters.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct SampleBufferConfig {
    /// Number of chains. An update moves as many of them as the batch has examples.
    #[config(default = 8192, min = 1)]
    pub capacity: usize,
    /// Probability with which a chain begins anew when it is drawn.
    #[config(default = 0.05, min = 0, max = 1)]
    pub reinit_prob: f64,
}

/// How the energy is learnt.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum EnergyTraining {
    /// Contrastive divergence (Hinton 2002): chains of `mcmc.n_steps` steps that begin at the data.
    Cd(CDConfig),
    /// Persistent contrastive divergence (Tieleman 2008) with a buffer of chains (Du and Mordatch 2019).
    Pcd(PCDConfig),
    /// Denoising score matching (Vincent 2011), which needs no chains.
    Dsm(DSMConfig),
}

/// Contrastive divergence (Hinton 2002): the energy of data is lowered, and that of the ends of short chains from the data raised.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CDConfig {}

/// Persistent contrastive divergence (Tieleman 2008): the energy of data is lowered, and that of chains which go on from update to
/// update raised.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct PCDConfig {}

/// Denoising score matching (Vincent 2011): the gradient of the energy learns to point from the data to noisy data. The model is that of
/// the data with the noise.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DSMConfig {
    /// Standard deviation σ of the noise, in the units of the data.
    #[config(default = 0.1, exclusive_min = 0)]
    pub sigma: f64,
}

/// What energy-based models share.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EnergyConfig {
    /// The chains that draw from the model.
    #[config(default)]
    pub mcmc: MCMCConfig,
    /// The chains that are kept between updates, for `training = { type = "pcd" }`.
    #[config(default)]
    pub sample_buffer: SampleBufferConfig,
    /// How the energy is learnt.
    #[config(default = { type = "pcd" })]
    pub training: EnergyTraining,
    /// Weight of the mean square of the energies, of data and of chains, which keeps them near 0 (Du and Mordatch 2019, section 3.2).
    #[config(default = 0.01, min = 0)]
    pub alpha: f64,
    /// Standard deviation s of a normal distribution that the network tilts (Xie et al. 2016, equation 1): `x²/(2 s²)` is added to its
    /// energy. It makes the density one that can be normalised; points of the plane then have an exact likelihood. Absent: the network
    /// alone.
    #[config(exclusive_min = 0)]
    pub reference_std: Option<f64>,
}

/// An energy-based model of vectors (Le Cun et al. 2006): points with the density `exp(-E(x)/T) / Z`, with a network E of fully connected
/// layers.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "ebm", cost(cost::vectors))]
#[config(rule(
    energy_network.network_type == "mlp",
    "vectors have no rows and columns; a `deep_ebm` takes images"
))]
pub struct EBMConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// Number of coordinates of a point.
    #[config(min = 1)]
    pub input_dim: usize,
    /// The network from a point to its energy.
    pub energy_network: EnergyNetworkConfig,
    /// Chains, training and regularisation.
    #[config(flatten)]
    pub energy: EnergyConfig,
}

/// An energy-based model of images (Xie et al. 2016; Du and Mordatch 2019), whose network sees them in the range from -1 to 1.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "deep_ebm", cost(cost::images))]
pub struct DeepEBMConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// Height, width and channels of the images.
    #[config(each(min = 1))]
    pub input_shape: [usize; 3],
    /// The network from an image to its energy.
    pub energy_network: ImageEnergyNetworkConfig,
    /// Chains, training and regularisation.
    #[config(flatten, default = { alpha = 0.001 })]
    pub energy: EnergyConfig,
}

impl DeepEBMConfig {
    /// Number of values of an image.
    #[must_use]
    pub fn input_dim(&self) -> usize {
        self.input_shape.iter().product()
    }
}
