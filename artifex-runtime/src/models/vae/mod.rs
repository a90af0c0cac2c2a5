//! Variational autoencoders.
//!
//! The encoder gives `q(z|x) = N(μ(x), diag σ²(x))`, the decoder `p(x|z)`, the prior is `N(0, I)`. The loss is the negative
//! evidence lower bound (Kingma and Welling 2014, equation 10), averaged over the batch: a reconstruction term summed over the
//! pixels and the divergence in closed form (appendix B), `KL = ½ Σ (σ² + μ² - 1 - log σ²)`.

mod beta;
mod config;
mod cost;
mod likelihood;
mod networks;

pub use beta::BetaVAE;
pub use config::{BetaVAEConfig, DecoderConfig, EncoderConfig, EncoderType, ReconstructionLoss, VAEConfig};

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use self::likelihood::OutputHead;
use self::networks::{Decoder, Encoder};
use super::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    LogProbKind, Losses, SampleError, SampleOptions, Samples, Trainable,
};
use crate::nn::{ParamScope, params};
use crate::rng::Rngs;

/// A variational autoencoder; see [`VAEConfig`].
#[derive(Module, Debug)]
pub struct VAE {
    encoder: Encoder,
    decoder: Decoder,
    #[module(skip)]
    head: OutputHead,
    kl_weight: f64,
    latent_dim: usize,
    #[module(skip)]
    labels: [String; 2],
}

/// What a pass through a VAE computes for a batch of `B` images.
#[derive(Clone, Debug)]
pub struct VAEOutput {
    /// The decoder's values before its output activation (logits, if that is the sigmoid): `[B, H · W · C]`.
    pub pre_activation: Tensor<2>,
    /// Means of the latents: `[B, latent_dim]`.
    pub mean: Tensor<2>,
    /// Logarithms of their variances, within ±20: `[B, latent_dim]`.
    pub log_var: Tensor<2>,
    /// The drawn latents, `mean + exp(log_var / 2) · ε`: `[B, latent_dim]`.
    pub z: Tensor<2>,
    head: OutputHead,
}

impl VAEOutput {
    /// The reconstructed images: `[B, H, W, C]`.
    #[must_use]
    pub fn reconstruction(&self) -> Tensor<4> {
        self.head.images(self.pre_activation.clone())
    }

    /// The divergence of each latent's distribution from the prior: `[B]`.
    #[must_use]
    pub fn kl(&self) -> Tensor<1> {
        gaussian_kl(self.mean.clone(), self.log_var.clone())
    }
}

/// `½ Σ_j (exp(log_var_j) + mean_j² - 1 - log_var_j)`: the divergence of a diagonal normal distribution from the standard one,
/// in nats (Kingma and Welling 2014, appendix B).
///
/// `mean`, `log_var`: `[B, D]`; result: `[B]`.
#[must_use]
pub fn gaussian_kl(mean: Tensor<2>, log_var: Tensor<2>) -> Tensor<1> {
    let terms = log_var.clone().exp() + mean.square() - log_var - 1.0;
    terms.sum_dim(1).squeeze_dim::<1>(1) * 0.5
}

impl VAE {
    /// A new model on `device` with initial values from the stream `params`. The config has been checked.
    fn new(config: &VAEConfig, device: &Device, rngs: &mut Rngs) -> Self {
        let head = OutputHead::new(config);
        let scope = ParamScope::root(rngs, device);
        let label = |name: &Option<String>, default: &str| name.clone().unwrap_or_else(|| default.to_owned());
        Self {
            encoder: Encoder::new(&config.encoder, config.encoder_type, head.shape, &scope.child("encoder")),
            decoder: Decoder::new(&config.decoder, config.encoder_type, head.shape, &scope.child("decoder")),
            head,
            kl_weight: config.kl_weight,
            latent_dim: config.encoder.latent_dim,
            labels: [label(&config.encoder.name, "encoder"), label(&config.decoder.name, "decoder")],
        }
    }

    /// Mean and log-variance of the latents of images `[B, H, W, C]`, each `[B, latent_dim]`.
    #[must_use]
    pub fn encode(&self, images: Tensor<4>, rngs: &mut Rngs) -> (Tensor<2>, Tensor<2>) {
        self.encoder.forward(images, rngs)
    }

    /// The images of latents `[B, latent_dim]`: `[B, H, W, C]`.
    #[must_use]
    pub fn decode(&self, z: Tensor<2>, rngs: &mut Rngs) -> Tensor<4> {
        self.head.images(self.decoder.forward(z, rngs))
    }

    /// Images along the straight line between the mean latents of two images (`[H, W, C]` each), both ends included:
    /// `[steps, H, W, C]`.
    #[must_use]
    pub fn interpolate(&self, from: Tensor<3>, to: Tensor<3>, steps: usize, rngs: &mut Rngs) -> Tensor<4> {
        let (means, _) = self.encode(Tensor::stack(vec![from, to], 0), rngs);
        let (from, to) = (means.clone().narrow(0, 0, 1), means.narrow(0, 1, 1));
        #[expect(clippy::cast_precision_loss, reason = "few steps")]
        let positions: Vec<f32> = (0..steps).map(|i| i as f32 / steps.saturating_sub(1).max(1) as f32).collect();
        let t = Tensor::<1>::from_floats(positions.as_slice(), &from.device()).reshape([steps, 1]);
        self.decode(from.clone() + (to - from) * t, rngs)
    }

    /// The loss with this weight of the divergence.
    fn weighted_loss(&self, images: &Tensor<4>, output: &VAEOutput, kl_weight: f64) -> Losses {
        let reconstruction = self.head.reconstruction_loss(output.pre_activation.clone(), images.clone()).mean();
        let kl = output.kl().mean();
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
        batch.expect_shape(self.head.shape, "encoder.input_shape")
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> VAEOutput {
        let (mean, log_var) = self.encode(batch.images.clone(), rngs);
        let noise = rngs.stream("noise").normal_tensor(mean.dims(), &mean.device().without_autodiff());
        let z = mean.clone() + (log_var.clone() * 0.5).exp() * noise;
        VAEOutput { pre_activation: self.decoder.forward(z.clone(), rngs), mean, log_var, z, head: self.head }
    }

    fn loss(&self, batch: &ImageBatch, output: &VAEOutput, _rngs: &mut Rngs) -> Losses {
        self.weighted_loss(&batch.images, output, self.kl_weight)
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        options.check()?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        let device = self.devices().into_iter().next().expect("a VAE has parameters").without_autodiff();
        let z = options.latent(rngs.stream("sample"), [n, self.latent_dim], &device);
        Ok(Samples::Images(self.decode(z, rngs).clamp(0.0, 1.0)))
    }

    /// The evidence lower bound of each image from one draw of its latent.
    ///
    /// `p(x|z)` is Bernoulli for `bce`. For `mse` it is normal with unit variance, so the bound holds
    /// `-½ Σ (x - x̂)² - (D/2) ln 2π`; the training loss takes twice the first part and leaves out the constant.
    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        let output = self.forward(batch, rngs);
        let likelihood = self.head.log_likelihood(output.pre_activation.clone(), batch.images.clone());
        Some(LogProb { values: likelihood - output.kl(), kind: LogProbKind::LowerBound })
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
            Component { label: decoder, params: params::learnt(&self.decoder) },
        ]
    }
}

impl Trainable for VAE {}

#[cfg(test)]
mod tests;
