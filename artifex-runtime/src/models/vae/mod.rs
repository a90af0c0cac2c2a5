//! Variational autoencoders.
//!
//! The encoder gives `q(z|x) = N(μ(x), diag σ²(x))`, the decoder `p(x|z)`, the prior is `N(0, I)`. The loss is the negative
//! evidence lower bound (Kingma and Welling 2014, equation 10), averaged over the batch: a reconstruction term summed over the
//! pixels and the divergence in closed form (appendix B), `KL = ½ Σ (σ² + μ² - 1 - log σ²)`.
//!
//! `β-VAE` weighs the divergence, with or without a capacity that it is held to; a class-conditional VAE tells both networks the
//! class. A VQ-VAE has discrete latents.

mod beta;
mod bound;
mod capacity;
mod condition;
mod conditional;
mod config;
mod cost;
mod likelihood;
mod networks;
mod pictures;
mod vqvae;

pub use crate::distributions::normal_kl as gaussian_kl;
pub use beta::BetaVAE;
pub use capacity::{BetaVAEWithCapacity, BetaVAEWithCapacityConfig};
pub use condition::ConditionType;
pub use conditional::{ConditionalVAE, ConditionalVAEConfig};
pub use config::{BetaVAEConfig, DecoderConfig, EncoderConfig, EncoderType, ReconstructionLoss, VAEConfig};
pub use vqvae::{CodePriorConfig, VQVAE, VQVAEConfig, VQVAEOutput};

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use self::likelihood::{Meaning, OutputHead};
use self::networks::{Decoder, Encoder, Told};
use super::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    Losses, Picture, SampleError, SampleOptions, Samples, Trainable,
};
use crate::nn::{ParamScope, params};
use crate::rng::Rngs;

/// A variational autoencoder; see [`VAEConfig`].
#[derive(Module, Debug)]
pub struct VAE {
    encoder: Encoder,
    decoder: Decoder,
    head: OutputHead,
    kl_weight: f64,
    latent_dim: usize,
    #[module(skip)]
    labels: [String; 2],
}

/// What a pass through a VAE computes for a batch of `B` images.
#[derive(Clone, Debug)]
pub struct VAEOutput {
    /// The decoder's values before its output activation (logits, if that is the sigmoid): `[B, H · W · C]`, with `levels` values
    /// for each pixel if the likelihood is `categorical`.
    pub pre_activation: Tensor<2>,
    /// Means of the latents: `[B, latent_dim]`.
    pub mean: Tensor<2>,
    /// Logarithms of their variances, within ±20: `[B, latent_dim]`.
    pub log_var: Tensor<2>,
    /// The drawn latents, `mean + exp(log_var / 2) · ε`: `[B, latent_dim]`.
    pub z: Tensor<2>,
    meaning: Meaning,
}

impl VAEOutput {
    /// The reconstructed images: `[B, H, W, C]`.
    #[must_use]
    pub fn reconstruction(&self) -> Tensor<4> {
        self.meaning.images(self.pre_activation.clone())
    }

    /// The divergence of each latent's distribution from the prior: `[B]`.
    #[must_use]
    pub fn kl(&self) -> Tensor<1> {
        gaussian_kl(self.mean.clone(), self.log_var.clone())
    }
}

impl VAE {
    /// A new model on `device` with initial values from the stream `params`. The config has been checked.
    fn new(config: &VAEConfig, device: &Device, rngs: &mut Rngs) -> Self {
        Self::told(config, None, device, rngs)
    }

    /// A new model whose networks are told something beside their inputs.
    fn told(config: &VAEConfig, told: Option<Told>, device: &Device, rngs: &mut Rngs) -> Self {
        let head = OutputHead::new(config, device);
        let scope = ParamScope::root(rngs, device);
        let (kind, shape, decoded) = (config.encoder_type, head.shape(), head.decoded_shape());
        let label = |name: &Option<String>, default: &str| name.clone().unwrap_or_else(|| default.to_owned());
        Self {
            encoder: Encoder::new(&config.encoder, kind, shape, told, &scope.child("encoder")),
            decoder: Decoder::new(&config.decoder, kind, decoded, told, &scope.child("decoder")),
            head,
            kl_weight: config.kl_weight,
            latent_dim: config.encoder.latent_dim,
            labels: [label(&config.encoder.name, "encoder"), label(&config.decoder.name, "decoder")],
        }
    }

    /// Mean and log-variance of the latents of images `[B, H, W, C]`, each `[B, latent_dim]`.
    #[must_use]
    pub fn encode(&self, images: Tensor<4>, rngs: &mut Rngs) -> (Tensor<2>, Tensor<2>) {
        self.encoder.forward(images, None, rngs)
    }

    /// Height, width and channels of the images.
    #[must_use]
    pub const fn image_shape(&self) -> [usize; 3] {
        self.head.shape()
    }

    /// Number of latent variables.
    #[must_use]
    pub const fn latent_dim(&self) -> usize {
        self.latent_dim
    }

    /// The images of latents `[B, latent_dim]`: `[B, H, W, C]`.
    #[must_use]
    pub fn decode(&self, z: Tensor<2>, rngs: &mut Rngs) -> Tensor<4> {
        self.decode_told(z, None, rngs)
    }

    /// The images of latents, where the decoder is told something.
    fn decode_told(&self, z: Tensor<2>, told: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<4> {
        self.head.meaning().images(self.decoder.forward(z, told, rngs))
    }

    /// The pass of [`GenerativeModel::forward`], where the networks are told something.
    fn forward_told(&self, images: Tensor<4>, told: Option<&Tensor<2>>, rngs: &mut Rngs) -> VAEOutput {
        let (mean, log_var) = self.encoder.forward(images, told, rngs);
        let noise = rngs.stream("noise").normal_tensor(mean.dims(), &mean.device().without_autodiff());
        let z = mean.clone() + (log_var.clone() * 0.5).exp() * noise;
        let pre_activation = self.decoder.forward(z.clone(), told, rngs);
        VAEOutput { pre_activation, mean, log_var, z, meaning: self.head.meaning() }
    }

    /// Latents for samples: `[n, latent_dim]`.
    fn draw_latents(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Tensor<2> {
        let device = self.devices().into_iter().next().expect("a VAE has parameters").without_autodiff();
        options.latent(rngs.stream("sample"), [n, self.latent_dim], &device)
    }

    /// The reconstruction error and the divergence, averaged over the batch.
    fn parts(&self, images: &Tensor<4>, output: &VAEOutput) -> (Tensor<1>, Tensor<1>) {
        let reconstruction = self.head.reconstruction_loss(output.pre_activation.clone(), images.clone());
        (reconstruction.mean(), output.kl().mean())
    }

    /// The loss with this weight of the divergence.
    fn weighted_loss(&self, images: &Tensor<4>, output: &VAEOutput, kl_weight: f64) -> Losses {
        let (reconstruction, kl) = self.parts(images, output);
        let total = reconstruction.clone() + kl.clone() * kl_weight;
        Losses::new(total).with("reconstruction", reconstruction).with("kl", kl)
    }
}

impl Build for VAEConfig {
    type Model = VAE;
    const FAMILY: Family = Family::Vae;

    fn build(&self, cx: &mut BuildContext) -> Result<VAE, BuildError> {
        Ok(VAE::new(self, &cx.device, &mut cx.rngs))
    }

    fn example() -> Self {
        crate::config!(VAEConfig {
            reconstruction_loss_type = "bce",
            encoder = { input_shape = [8, 8, 1], latent_dim = 8, hidden_dims = [256, 128] },
            decoder = { output_shape = [8, 8, 1], latent_dim = 8, hidden_dims = [128, 256] },
        })
    }
}

impl GenerativeModel for VAE {
    type Batch = ImageBatch;
    type Output = VAEOutput;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        batch.expect_shape(self.head.shape(), "encoder.input_shape")
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> VAEOutput {
        self.forward_told(batch.images.clone(), None, rngs)
    }

    fn loss(&self, batch: &ImageBatch, output: &VAEOutput, _rngs: &mut Rngs) -> Losses {
        self.weighted_loss(&batch.images, output, self.kl_weight)
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        options.check()?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        let z = self.draw_latents(n, options, rngs);
        Ok(Samples::Images(self.decode(z, rngs).clamp(0.0, 1.0)))
    }

    /// The evidence lower bound of each image from one draw of its latent.
    ///
    /// `p(x|z)` is that of the loss. For `mse` it is normal with unit variance, so the bound holds
    /// `-½ Σ (x - x̂)² - (D/2) ln 2π`; the training loss takes twice the first part and leaves out the constant.
    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        Some(self.bound(&batch.images, None, rngs))
    }

    fn importance_bound(&self, batch: &ImageBatch, draws: usize, rngs: &mut Rngs) -> Option<LogProb> {
        Some(self.importance_bound_told(&batch.images, None, draws, rngs))
    }

    /// Lines between held-out images, and what each latent variable changes.
    fn pictures(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Vec<Picture> {
        self.latent_pictures(&batch.images, rngs)
    }

    /// Decodes the mean of each image's latent.
    fn reconstruct(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<Samples> {
        let (mean, _) = self.encode(batch.images.clone(), rngs);
        Some(Samples::Images(self.decode(mean, rngs).clamp(0.0, 1.0)))
    }

    fn baseline(&self, train: &ImageBatch, held_out: &ImageBatch) -> Option<Baseline> {
        let value = self.head.baseline(train.images.clone(), held_out.images.clone())?;
        Some(Baseline { name: "independent pixels", value })
    }

    fn components(&self) -> Vec<Component> {
        let [encoder, decoder] = self.labels.clone();
        vec![
            Component { label: encoder, params: params::learnt(&self.encoder) },
            Component { label: decoder, params: params::learnt(&self.decoder) + params::learnt(&self.head) },
        ]
    }
}

impl Trainable for VAE {}

#[cfg(all(test, feature = "flex"))]
mod tests;
