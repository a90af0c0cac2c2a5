//! From configs to models.

use burn::module::{Flag, Param};

use super::backbone::Network;
use super::config::{
    DDIMConfig, DDPMConfig, DenoiserConfig, DiTConfig, DiffusionConfig, DiscreteDiffusionConfig, LatentDiffusionConfig,
    SkipType,
};
use super::continuous::{EDMConfig, FlowMatchingConfig, ScoreDiffusionConfig};
use super::first_stage::FirstStage;
use super::objective::{Objective, Times};
use super::process::Process;
use super::sampler::{Sampler, SamplerConfig, StepVariance};
use super::{Diffusion, Rules};
use crate::kernels::diffusion::Prediction;
use crate::models::{Build, BuildContext, BuildError, Family};
use crate::nn::{ParamScope, ema};

/// What a model learns, and where its samples begin.
struct Learning<'a> {
    process: Process,
    times: Times,
    prediction: Prediction,
    output_scale: f64,
    sampler: &'a SamplerConfig,
}

/// The model of what diffusion models share, of a process and with a sampler. The config has been checked.
fn build(config: &DenoiserConfig, learning: Learning<'_>, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
    let wrong = |error: &dyn std::fmt::Display| BuildError::Model(error.to_string());
    let Learning { process, times, prediction, output_scale, sampler } = learning;
    let learns_variance = config.backbone.learns_variance();
    let mut sampler = sampler.clone();
    if let SamplerConfig::DDPM(config) = &mut sampler
        && learns_variance
    {
        config.variance.get_or_insert(StepVariance::LearnedRange);
    }
    let sampler = Sampler::of(&sampler, &process).map_err(|error| wrong(&format!("the sampler: {error}")))?;
    let DenoiserConfig { backbone, loss_type, loss_weighting, conditional, .. } = config;
    let form = config.form();
    let classes = conditional.as_ref().map(|classes| classes.num_classes);
    let scope = ParamScope::root(&mut cx.rngs, &cx.device);
    let network = Network::new(backbone, form, classes, &scope.child("network")).map_err(|error| wrong(&error))?;
    let running_network = (config.ema_decay > 0.0).then(|| ema::average_of(&network));
    let clips = config.clip_denoised.unwrap_or_else(|| form.image().is_some());
    let (loss, weighting) = (*loss_type, loss_weighting.clone());
    Ok(Diffusion {
        network,
        running_network,
        frozen_first_stage: None,
        training: Param::<Flag>::from_bool(true),
        rules: Rules {
            form,
            objective: Objective { process, times, prediction, output_scale, loss, weighting, learns_variance },
            sampler,
            clip: clips.then_some(1.0),
            guidance: conditional.clone(),
            ema_decay: config.ema_decay,
            likelihood: config.likelihood.clone(),
            label: backbone.name().unwrap_or(backbone.kind()).to_owned(),
        },
    })
}

/// The model over the steps of a schedule.
fn discrete(
    config: &DiscreteDiffusionConfig,
    sampler: &SamplerConfig,
    cx: &mut BuildContext,
) -> Result<Diffusion, BuildError> {
    let schedule = config.noise_schedule.schedule();
    let schedule = schedule.map_err(|error| BuildError::Model(format!("`noise_schedule`: {error}")))?;
    let prediction = config.prediction_type.kernel();
    let learning = Learning { process: schedule.into(), times: Times::Uniform, prediction, output_scale: 1.0, sampler };
    build(&config.denoiser, learning, cx)
}

impl Build for DiffusionConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        discrete(&self.diffusion, &self.sampler, cx)
    }

    fn example() -> Self {
        let DDPMConfig { diffusion, .. } = DDPMConfig::example();
        Self::new(diffusion)
    }
}

impl Build for DDPMConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        discrete(&self.diffusion, &self.sampler, cx)
    }

    fn example() -> Self {
        crate::config!(DDPMConfig {
            input_shape = [8, 8, 1],
            backbone = { type = "unet", base_channels = 16, channel_mult = [1, 2], attention_resolutions = [4] },
        })
    }
}

impl Build for LatentDiffusionConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        let Self { ddpm, first_stage, first_stage_checkpoint, latent_scale_factor } = self;
        let stage = FirstStage::new(first_stage, first_stage_checkpoint, *latent_scale_factor, cx)?;
        let (shape, given) = (stage.shape(), &ddpm.diffusion.denoiser.input_shape);
        if *given != shape {
            return Err(BuildError::Model(format!(
                "`input_shape` is {given:?}, but the latents of `first_stage` have shape {shape:?}; write that one"
            )));
        }
        Ok(Diffusion { frozen_first_stage: Some(stage), ..ddpm.build(cx)? })
    }

    fn example() -> Self {
        crate::config!(LatentDiffusionConfig {
            input_shape = [4, 4, 16],
            prediction_type = "v_prediction",
            backbone = { type = "unet", base_channels = 32, channel_mult = [1, 2], attention_resolutions = [4] },
            first_stage = {
                type = "vqvae",
                encoder_type = "cnn",
                reconstruction_loss_type = "gaussian",
                num_embeddings = 64,
                embedding_dim = 16,
                encoder = { input_shape = [8, 8, 1], latent_dim = 16, hidden_dims = [32] },
                decoder = { output_shape = [8, 8, 1], latent_dim = 16, hidden_dims = [32] },
            },
            first_stage_checkpoint = "runs/vqvae-digits-1/checkpoints/step-00000920",
        })
    }
}

impl Build for DDIMConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        discrete(&self.diffusion, &self.sampler(), cx)
    }

    fn example() -> Self {
        let DDPMConfig { diffusion, .. } = DDPMConfig::example();
        Self { diffusion, eta: 0.0, num_inference_steps: 50, skip_type: SkipType::Uniform }
    }
}

impl Build for DiTConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        discrete(&self.diffusion(), &self.sampler, cx)
    }

    fn example() -> Self {
        crate::config!(DiTConfig { input_shape = [1, 8, 8], hidden_size = 64, depth = 4, num_heads = 4 })
    }
}

impl Build for ScoreDiffusionConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        // The score is -ε/σ.
        let learning = Learning {
            process: self.process(),
            times: Times::Uniform,
            prediction: Prediction::Epsilon,
            output_scale: -self.score_scaling,
            sampler: &self.sampler,
        };
        build(&self.denoiser, learning, cx)
    }

    fn example() -> Self {
        crate::config!(ScoreDiffusionConfig {
            input_shape = [2],
            backbone = { type = "mlp" },
            sampler = { type = "predictor_corrector", steps = 200 },
        })
    }
}

impl Build for FlowMatchingConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        let learning = Learning {
            process: self.process(),
            times: self.times(),
            prediction: Prediction::Flow,
            output_scale: 1.0,
            sampler: &self.sampler,
        };
        build(&self.denoiser, learning, cx)
    }

    fn example() -> Self {
        crate::config!(FlowMatchingConfig { input_shape = [2], backbone = { type = "mlp" } })
    }
}

impl Build for EDMConfig {
    type Model = Diffusion;
    const FAMILY: Family = Family::Diffusion;

    fn build(&self, cx: &mut BuildContext) -> Result<Diffusion, BuildError> {
        let learning = Learning {
            process: self.process(),
            times: self.times(),
            prediction: Prediction::Edm { sigma_data: self.sigma_data },
            output_scale: 1.0,
            sampler: &self.sampler,
        };
        build(&self.denoiser, learning, cx)
    }

    fn example() -> Self {
        crate::config!(EDMConfig { input_shape = [2], backbone = { type = "mlp" } })
    }
}
