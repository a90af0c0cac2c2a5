//! The first stage of latent diffusion: a trained autoencoder, which stays as it is.

use std::fs;
use std::path::{Path, PathBuf};

use burn::module::{Module, Param};
use burn::tensor::Tensor;

use crate::config::ModelConfig;
use crate::models::vae::{VAE, VQVAE};
use crate::models::{
    BatchError, Build, BuildContext, BuildError, GenerativeModel as _, ImageBatch, VAEConfig, VQVAEConfig,
};
use crate::nn::{params, tensor_file};
use crate::rng::Rngs;

/// The file of a checkpoint that holds the parameters.
const FILE: &str = "model.safetensors";

/// An autoencoder of images, whose latents a diffusion model learns.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum FirstStageConfig {
    /// The means of a VAE's latents: a vector.
    VAE(VAEConfig),
    /// The vectors of a VQ-VAE: a grid if its networks are convolutional, else a vector. Its codes are looked up for what the diffusion
    /// made (Rombach et al. 2022, section 3.1: the quantisation is part of the decoder).
    VQVAE(VQVAEConfig),
}

/// The autoencoder, and the factor between its latents and what the network sees.
#[derive(Module, Debug)]
pub(super) struct FirstStage {
    body: Body,
    /// `[1]`; 0 until the first batch has told it.
    running_scale: Param<Tensor<1>>,
}

#[derive(Module, Debug)]
#[allow(clippy::large_enum_variant, reason = "a model has one of them")]
enum Body {
    Means(VAE),
    Vectors(VQVAE),
}

impl FirstStage {
    /// The autoencoder of a config, with the parameters in a file unless the context reads none. `scale` is the factor, if it is given.
    pub(super) fn new(
        config: &FirstStageConfig,
        path: &Path,
        scale: Option<f64>,
        cx: &mut BuildContext,
    ) -> Result<Self, BuildError> {
        let body = match config {
            FirstStageConfig::VAE(config) => Body::Means(config.build(cx)?),
            FirstStageConfig::VQVAE(config) => Body::Vectors(config.build(cx)?),
        };
        let body = if cx.reads_files { read(body, path).map_err(BuildError::Model)? } else { body };
        let scale = Tensor::<1>::from_data([scale.unwrap_or(0.0)], &cx.device);
        Ok(Self { body: body.freeze(), running_scale: Param::from_tensor(scale).set_require_grad(false) })
    }

    /// The shape of an image's latents, as `input_shape` has it.
    pub(super) fn shape(&self) -> Vec<usize> {
        match &self.body {
            Body::Means(vae) => vec![vae.latent_dim()],
            Body::Vectors(vqvae) => vqvae.vectors_shape(),
        }
    }

    /// Height, width and channels of the images.
    pub(super) const fn image_shape(&self) -> [usize; 3] {
        match &self.body {
            Body::Means(vae) => vae.image_shape(),
            Body::Vectors(vqvae) => vqvae.image_shape(),
        }
    }

    /// Checks that the images are those that the autoencoder learnt.
    pub(super) fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        match &self.body {
            Body::Means(vae) => vae.accepts(batch),
            Body::Vectors(vqvae) => vqvae.accepts(batch),
        }
    }

    /// The latents of images `[B, H, W, C]`, in the order of the network and scaled: `[B, values]`.
    pub(super) fn encode(&self, images: Tensor<4>) -> Tensor<2> {
        let latents = self.latents(images);
        latents * self.scale()
    }

    /// The images `[n, H, W, C]` of scaled latents `[n, values]`.
    pub(super) fn decode(&self, values: Tensor<2>) -> Tensor<4> {
        let latents = values / self.scale();
        // There is no dropout in the evaluation form: nothing is drawn.
        let mut unused = Rngs::new(0);
        match self.body.valid() {
            Body::Means(vae) => vae.decode(latents, &mut unused),
            Body::Vectors(vqvae) => vqvae.decode_vectors(&latents, &mut unused),
        }
    }

    /// The stage after the first batch of images has told the scale, if it was not given: that of latents with standard deviation 1
    /// (Rombach et al. 2022, appendix G).
    pub(super) fn scaled_by(self, images: &Tensor<4>) -> Self {
        let latents = self.latents(images.clone());
        let mean = latents.clone().mean().unsqueeze_dim::<2>(1);
        let deviation = (latents - mean).square().mean().sqrt();
        let told = deviation.clamp_min(f32::MIN_POSITIVE).recip();
        let running_scale = self.running_scale.map(|old| {
            let known = old.clone().without_autodiff();
            let scale = known.clone().mask_where(known.equal_elem(0.0), told);
            if old.is_autodiff() { scale.autodiff() } else { scale }
        });
        Self { running_scale, ..self }
    }

    fn latents(&self, images: Tensor<4>) -> Tensor<2> {
        let (images, mut unused) = (images.without_autodiff(), Rngs::new(0));
        match self.body.valid() {
            Body::Means(vae) => vae.encode(images, &mut unused).0,
            Body::Vectors(vqvae) => vqvae.vectors(images, &mut unused),
        }
    }

    /// The factor, `[1, 1]`; 1 until it is known.
    fn scale(&self) -> Tensor<2> {
        let scale = self.running_scale.val().without_autodiff();
        let unknown = scale.clone().equal_elem(0.0);
        scale.mask_fill(unknown, 1.0).unsqueeze_dim(1)
    }
}

/// The body with the parameters of a file.
fn read(body: Body, path: &Path) -> Result<Body, String> {
    let file = file(path)?;
    let about = |error: &dyn std::fmt::Display| format!("`first_stage_checkpoint`: {}: {error}", file.display());
    let bytes = fs::read(&file).map_err(|error| about(&error))?;
    let tensors = tensor_file::decode(&bytes).map_err(|error| about(&error))?;
    params::import(body, tensors).map_err(|(_, error)| about(&error))
}

/// The file that a path means: itself, or that of the checkpoint in a folder.
fn file(path: &Path) -> Result<PathBuf, String> {
    let shown = path.display();
    if !path.is_dir() {
        return if path.exists() {
            Ok(path.to_owned())
        } else {
            Err(format!(
                "`first_stage_checkpoint`: {shown}: there is no such file; train the first stage first, and give the folder of its \
                 newest checkpoint, `runs/NAME-1/checkpoints/step-00001000` for instance"
            ))
        };
    }
    let file = path.join(FILE);
    if file.is_file() {
        return Ok(file);
    }
    let mut checkpoints: Vec<_> = fs::read_dir(path.join("checkpoints"))
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.join(FILE).is_file()))
        .into_iter()
        .flatten()
        .collect();
    checkpoints.sort();
    match checkpoints.pop() {
        Some(newest) => Err(format!(
            "`first_stage_checkpoint`: {shown}: this is a run, whose later checkpoints would change the model; name one of them: {}",
            newest.display()
        )),
        None => Err(format!("`first_stage_checkpoint`: {shown}: the folder has no {FILE}; give that of a checkpoint")),
    }
}
