//! The β-VAE.

use burn::module::Module;
use burn::tensor::Device;

use super::{BetaVAEConfig, VAE, VAEConfig, VAEOutput};
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    Losses, Picture, Progress, SampleError, SampleOptions, Samples, Trainable,
};
use crate::rng::Rngs;

/// A β-VAE: reconstruction plus `kl_weight · β` times the divergence; see [`BetaVAEConfig`].
///
/// During the warm-up the objective uses `β · min(1, step / beta_warmup_steps)`; the reported loss is always the final one.
#[derive(Module, Debug)]
pub struct BetaVAE {
    vae: VAE,
    beta: f64,
    warmup_steps: usize,
}

impl BetaVAE {
    /// A new model on `device` with initial values from the stream `params`. The config has been checked.
    pub(super) fn new(config: &BetaVAEConfig, device: &Device, rngs: &mut Rngs) -> Self {
        let warmup_steps = usize::try_from(config.beta_warmup_steps).unwrap_or(usize::MAX);
        Self { vae: VAE::new(&config.vae, device, rngs), beta: config.beta_default, warmup_steps }
    }

    /// The model without its β: encoding, decoding, interpolation.
    #[must_use]
    pub const fn vae(&self) -> &VAE {
        &self.vae
    }

    /// β after `step` updates.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 steps")]
    pub fn beta_at(&self, step: u64) -> f64 {
        match self.warmup_steps {
            0 => self.beta,
            steps => self.beta * (step as f64 / steps as f64).min(1.0),
        }
    }
}

impl Build for BetaVAEConfig {
    type Model = BetaVAE;
    const FAMILY: Family = Family::Vae;

    fn build(&self, cx: &mut BuildContext) -> Result<BetaVAE, BuildError> {
        Ok(BetaVAE::new(self, &cx.device, &mut cx.rngs))
    }

    fn example() -> Self {
        Self { vae: VAEConfig::example(), beta_default: 4.0, beta_warmup_steps: 500 }
    }
}

impl GenerativeModel for BetaVAE {
    type Batch = ImageBatch;
    type Output = VAEOutput;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        self.vae.accepts(batch)
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> VAEOutput {
        self.vae.forward(batch, rngs)
    }

    fn loss(&self, batch: &ImageBatch, output: &VAEOutput, _rngs: &mut Rngs) -> Losses {
        self.vae.weighted_loss(&batch.images, output, self.vae.kl_weight * self.beta)
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        self.vae.generate(n, options, rngs)
    }

    /// The evidence lower bound itself: β has no part in it.
    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        self.vae.log_prob(batch, rngs)
    }

    fn importance_bound(&self, batch: &ImageBatch, draws: usize, rngs: &mut Rngs) -> Option<LogProb> {
        self.vae.importance_bound(batch, draws, rngs)
    }

    fn pictures(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Vec<Picture> {
        self.vae.pictures(batch, rngs)
    }

    fn reconstruct(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<Samples> {
        self.vae.reconstruct(batch, rngs)
    }

    fn baseline(&self, train: &ImageBatch, held_out: &ImageBatch) -> Option<Baseline> {
        self.vae.baseline(train, held_out)
    }

    fn components(&self) -> Vec<Component> {
        self.vae.components()
    }
}

impl Trainable for BetaVAE {
    fn objective(&self, batch: &ImageBatch, progress: Progress, rngs: &mut Rngs) -> Losses {
        let output = self.forward(batch, rngs);
        self.vae.weighted_loss(&batch.images, &output, self.vae.kl_weight * self.beta_at(progress.step))
    }
}
