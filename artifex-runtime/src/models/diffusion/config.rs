//! Configuration of the diffusion models over the steps of a schedule, and what all of them share.

use std::path::PathBuf;

use super::backbone::{BackboneConfig, DiTBackboneConfig, DiTSizeConfig};
use super::cost;
use super::first_stage::FirstStageConfig;
use super::form::{Form, Layout};
use super::likelihood::LikelihoodConfig;
use super::objective::{DiffusionLoss, LossWeightingConfig, PredictionType};
use super::sampler::{DDIMSamplerConfig, SamplerConfig, TimestepSpacing, TimestepsConfig};
use super::schedule::NoiseScheduleConfig;
use crate::config::ModelConfig;

/// Classes that a network is told, with classifier-free guidance (Ho and Salimans 2021). The data needs labels.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    guidance_scale == 1 || dropout_rate > 0,
    "guidance needs a network that has also learnt without classes"
))]
pub struct ClassGuidanceConfig {
    /// Number of classes; labels are counted from 0.
    #[config(min = 1)]
    pub num_classes: usize,
    /// Share of training examples whose class the network is not told, so that it learns the distribution of all classes too.
    #[config(default = 0.1, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// How far samples go from the prediction without class towards that with class, and beyond: 0 for samples of all classes, 1 for
    /// those of the class, more for samples that are more typical of it and less varied.
    #[config(default = 1.0, min = 0)]
    pub guidance_scale: f64,
}

impl ClassGuidanceConfig {
    /// Whether samples are those of another prediction than the one with class.
    pub(super) fn guides(&self) -> bool {
        (self.guidance_scale - 1.0).abs() > 0.0
    }
}

/// What diffusion models share: a network that takes noise from data, and how it learns to.
///
/// Images are mapped from [0, 1] to [-1, 1], points are taken as they are: their values should not be far from 1.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    len(input_shape) <= 3,
    "data are points, `[coordinates]`, signals, of length and channels, or images, of height, width and channels"
))]
#[config(rule(when(backbone.type == "unet", len(input_shape) == 3), "a U-Net takes images"))]
#[config(rule(when(backbone.type == "dit", len(input_shape) == 3), "a DiT takes images"))]
#[config(rule(
    (len(input_shape) == 2) == (backbone.type == "unet_1d"),
    "`unet_1d` takes signals, of length and channels, and the others do not"
))]
#[config(rule(when(backbone.type == "unet_1d", backbone.in_channels == input_shape[1]), "the channels are the second of `input_shape`"))]
#[config(rule(backbone.img_size == input_shape[1], "the images are as large as `input_shape` says"))]
#[config(rule(
    when(is_set(backbone.num_classes), is_set(conditional)),
    "the classes are those of `conditional`, which says how they are learnt"
))]
#[config(rule(backbone.num_classes == conditional.num_classes, "the classes are those of `conditional`"))]
#[config(rule(when(is_set(layout), len(input_shape) == 3), "points have no layout"))]
#[config(rule(
    when(
        !is_set(layout) && backbone.type != "unet_1d",
        backbone.in_channels == input_shape[0] || backbone.in_channels == input_shape[2]
    ),
    "the channels are a side of `input_shape`"
))]
#[config(rule(
    when(!is_set(layout), backbone.out_channels == input_shape[0] || backbone.out_channels == input_shape[2]),
    "the channels are a side of `input_shape`"
))]
#[config(rule(
    when(layout == "channels_first", backbone.in_channels == input_shape[0]),
    "the channels are the first side of `input_shape`"
))]
#[config(rule(
    when(layout == "channels_first", backbone.out_channels == input_shape[0]),
    "the channels are the first side of `input_shape`"
))]
#[config(rule(
    when(layout == "channels_last", backbone.in_channels == input_shape[2]),
    "the channels are the last side of `input_shape`"
))]
#[config(rule(
    when(layout == "channels_last", backbone.out_channels == input_shape[2]),
    "the channels are the last side of `input_shape`"
))]
#[config(rule(when(clip_denoised, len(input_shape) == 3), "only images are known to lie between two values"))]
#[config(rule(when(is_set(levels), len(input_shape) == 3), "points have no pixels"))]
#[config(rule(
    when(is_set(likelihood) && len(input_shape) == 3, is_set(levels)),
    "the likelihood of images is that of the values that pixels can have"
))]
#[config(rule(
    when(is_set(likelihood.probes), len(input_shape) > 1),
    "the divergence of points is computed exactly"
))]
pub struct DenoiserConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// The network.
    pub backbone: BackboneConfig,
    /// Shape of an example: height, width and channels of an image in the order of `layout`, the number of coordinates of a point, or
    /// length and channels of a signal, whose data are points: all channels of an instant, then those of the next.
    #[config(default = [32, 32, 3], len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
    /// Where the channels of an image stand in `input_shape`. If it is left out, they are the side that has as many as the backbone's
    /// `in_channels`, and the last one if that does not tell. Data and samples have them last in any case.
    pub layout: Option<Layout>,
    /// How a prediction is compared with what it should be.
    #[config(default = "mse")]
    pub loss_type: DiffusionLoss,
    /// How much the levels of noise weigh in the loss.
    #[config(default = { type = "simple" })]
    pub loss_weighting: LossWeightingConfig,
    /// Classes that the network is told, if there are any.
    pub conditional: Option<ClassGuidanceConfig>,
    /// How much of the moving average of the network's parameters is kept in each update. Samples are drawn, and held-out data is
    /// judged, by the average; 0 for the parameters themselves. In the first updates less is kept.
    #[config(default = 0.999, min = 0, exclusive_max = 1)]
    pub ema_decay: f64,
    /// Whether samplers limit the data that they estimate to the range of images. It is so for images if it is left out.
    pub clip_denoised: Option<bool>,
    /// Number of values that a pixel can have, equally spaced from black to white. If it is given, noise that is even over one of
    /// their steps is added to pixels, so that images have a density, and samples are cut down to the values.
    #[config(min = 2, max = 65536)]
    pub levels: Option<usize>,
    /// How log-likelihoods are computed; evaluations have none if it is left out.
    pub likelihood: Option<LikelihoodConfig>,
}

impl DenoiserConfig {
    /// The form of the examples.
    pub(super) fn form(&self) -> Form {
        Form::new(&self.input_shape, self.layout, self.backbone.channels(), self.levels)
    }
}

/// A network that learns noise in the steps of a schedule.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(noise_schedule.zero_terminal_snr, prediction_type != "epsilon"),
    "from noise alone its prediction does not tell the data"
))]
#[config(rule(
    !(is_set(likelihood) && noise_schedule.zero_terminal_snr),
    "the path to noise alone has no end, and the density of data is found along it"
))]
#[config(rule(
    !is_set(likelihood) || noise_schedule.num_timesteps >= 2,
    "the density of data is found along the steps to noise"
))]
pub struct DiscreteDiffusionConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub denoiser: DenoiserConfig,
    /// The noise of each step.
    #[config(default)]
    pub noise_schedule: NoiseScheduleConfig,
    /// What the network predicts.
    #[config(default = "epsilon")]
    pub prediction_type: PredictionType,
}

/// A diffusion model over the steps of a schedule, sampled with few steps by DDIM unless another sampler is chosen.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "diffusion", cost(cost::diffusion))]
#[config(rule(sampler.steps <= noise_schedule.num_timesteps, "the schedule has no more steps than that"))]
#[config(rule(
    when(sampler.variance == "learned_range", backbone.type == "dit" && backbone.learn_sigma),
    "the network predicts no variance; set `backbone.learn_sigma` of a `dit`"
))]
#[config(rule(sampler.type != "euler_maruyama", "a schedule is no stochastic differential equation; `ddpm` takes its steps"))]
pub struct DiffusionConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub diffusion: DiscreteDiffusionConfig,
    /// How samples are made.
    #[config(default = { type = "ddim" })]
    pub sampler: SamplerConfig,
}

/// A denoising diffusion probabilistic model (Ho et al. 2020).
///
/// Data become noise in many small steps; a network learns to tell the noise of any of them, and samples are made of noise by taking
/// the steps back. A trained network can be sampled with any of the samplers, also with far fewer steps.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "ddpm", cost(cost::diffusion))]
#[config(rule(sampler.steps <= noise_schedule.num_timesteps, "the schedule has no more steps than that"))]
#[config(rule(
    when(sampler.variance == "learned_range", backbone.type == "dit" && backbone.learn_sigma),
    "the network predicts no variance; set `backbone.learn_sigma` of a `dit`"
))]
#[config(rule(sampler.type != "euler_maruyama", "a schedule is no stochastic differential equation; `ddpm` takes its steps"))]
pub struct DDPMConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub diffusion: DiscreteDiffusionConfig,
    /// How samples are made.
    #[config(default = { type = "ddpm" })]
    pub sampler: SamplerConfig,
}

/// Latent diffusion (Rombach et al. 2022): a DDPM of the latents of a trained autoencoder, which stays as it is.
///
/// `input_shape` is the shape of the latents: `[latent_dim]` of a VAE, height, width and `embedding_dim` of a convolutional VQ-VAE's grid.
/// The loss is that of the latents. What is saved holds the autoencoder too: its checkpoint is needed when the training begins, and no
/// more.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "latent_diffusion", cost(cost::diffusion))]
#[config(rule(!clip_denoised, "latents have no bounds"))]
#[config(rule(!is_set(levels), "latents have no pixels"))]
#[config(rule(!is_set(likelihood), "it would be that of latents, not of images"))]
pub struct LatentDiffusionConfig {
    /// The network and how it learns.
    #[config(flatten, default = { clip_denoised = false })]
    pub ddpm: DDPMConfig,
    /// The autoencoder. Its config is that of its own run.
    pub first_stage: FirstStageConfig,
    /// The autoencoder's parameters: the folder of a checkpoint, such as `runs/vqvae-digits-1/checkpoints/step-00000920`, or a
    /// `model.safetensors`.
    pub first_stage_checkpoint: PathBuf,
    /// The factor between latents and what the network sees, which should have a standard deviation of about 1. If it is left out, the
    /// first batch tells it.
    #[config(exclusive_min = 0)]
    pub latent_scale_factor: Option<f64>,
}

/// Which steps of the schedule DDIM visits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum SkipType {
    /// In equal steps with both ends.
    #[default]
    Uniform,
    /// Squares of equal steps, up to 0.8 times the noisiest: most of them have little noise.
    Quadratic,
}

/// A denoising diffusion implicit model (Song et al. 2021, DDIM): the network of a DDPM, sampled with fewer steps, which draw less
/// noise or none.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "ddim", cost(cost::diffusion))]
#[config(rule(
    num_inference_steps <= noise_schedule.num_timesteps,
    "the schedule has no more steps than that"
))]
pub struct DDIMConfig {
    /// The network and how it learns.
    #[config(flatten)]
    pub diffusion: DiscreteDiffusionConfig,
    /// How much noise the steps draw: none for 0, as much as those of DDPM for 1.
    #[config(default = 0.0, min = 0, max = 1)]
    pub eta: f64,
    /// Number of steps.
    #[config(default = 50, min = 1)]
    pub num_inference_steps: usize,
    /// Which steps of the schedule they are.
    #[config(default = "uniform")]
    pub skip_type: SkipType,
}

impl DDIMConfig {
    /// The sampler that the fields say.
    pub(super) fn sampler(&self) -> SamplerConfig {
        let spacing = match self.skip_type {
            SkipType::Uniform => TimestepSpacing::Linspace,
            SkipType::Quadratic => TimestepSpacing::Quadratic,
        };
        let timesteps = TimestepsConfig::new().with_steps(self.num_inference_steps).with_spacing(spacing);
        SamplerConfig::DDIM(DDIMSamplerConfig { timesteps, eta: self.eta, recompute_noise: true })
    }
}

/// A diffusion transformer (Peebles and Xie 2023) that predicts the noise: a DDPM with the backbone `dit`, all of whose fields
/// stand in the model's own table. Of classes it learns with the classes left out of a tenth of the examples.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "dit", cost(cost::dit))]
#[config(rule(len(input_shape) == 3, "images have channels, height and width"))]
#[config(rule(
    input_shape[1] % patch_size == 0 && input_shape[2] % patch_size == 0,
    "patches cut the image without a rest"
))]
#[config(rule(cfg_scale == 1 || is_set(num_classes), "guidance goes towards a class"))]
#[config(rule(when(sampler.variance == "learned_range", learn_sigma), "the network predicts no variance; set `learn_sigma`"))]
#[config(rule(!noise_schedule.zero_terminal_snr, "from noise alone its prediction does not tell the data"))]
#[config(rule(sampler.steps <= noise_schedule.num_timesteps, "the schedule has no more steps than that"))]
pub struct DiTConfig {
    /// Name of the model in reports; a run without a name of its own takes it.
    pub name: Option<String>,
    /// The noise of each step.
    #[config(default)]
    pub noise_schedule: NoiseScheduleConfig,
    /// Channels, height and width of the images. Data and samples have the channels last in any case.
    #[config(default = [3, 32, 32], each(min = 1))]
    pub input_shape: Vec<usize>,
    /// The size of the network.
    #[config(flatten)]
    pub size: DiTSizeConfig,
    /// Number of classes that the network is told; none if it is left out. The data needs labels.
    #[config(min = 1)]
    pub num_classes: Option<usize>,
    /// How far samples go from the prediction without class towards that with class, and beyond (Ho and Salimans 2021).
    #[config(default = 1.0, min = 0)]
    pub cfg_scale: f64,
    /// How samples are made.
    #[config(default = { type = "ddpm" })]
    pub sampler: SamplerConfig,
}

impl DiTConfig {
    /// The same as a network and how it learns.
    pub(super) fn diffusion(&self) -> DiscreteDiffusionConfig {
        let backbone = DiTBackboneConfig::new(self.size.clone());
        let conditional = |classes| ClassGuidanceConfig::new(classes).with_guidance_scale(self.cfg_scale);
        let denoiser = DenoiserConfig::new(BackboneConfig::DiT(backbone))
            .with_name(self.name.clone())
            .with_input_shape(self.input_shape.clone())
            .with_layout(Some(Layout::ChannelsFirst))
            .with_conditional(self.num_classes.map(conditional));
        DiscreteDiffusionConfig::new(denoiser).with_noise_schedule(self.noise_schedule.clone())
    }
}
