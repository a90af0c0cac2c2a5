//! The β-VAE whose divergence is held to a growing capacity.

use burn::module::Module;

use super::{BetaVAE, BetaVAEConfig, VAEOutput, cost};
use crate::config::ModelConfig;
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    Losses, Picture, Progress, SampleError, SampleOptions, Samples, Trainable,
};
use crate::rng::Rngs;

/// A β-VAE with a controlled capacity (Burgess et al. 2018, equation 8).
///
/// The divergence is held to a capacity `C` that grows from 0, so that the latent variables take up one after the other what
/// helps most: the loss is the reconstruction error plus `gamma · |KL - C|`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "beta_vae_with_capacity", cost(cost::vae))]
pub struct BetaVAEWithCapacityConfig {
    /// What it shares with a β-VAE.
    #[config(flatten)]
    pub beta_vae: BetaVAEConfig,
    /// Whether the divergence is held to a capacity. If not, the loss is that of `beta_vae`, and `capacity_max`,
    /// `capacity_num_iter` and `gamma` wait; if so, `kl_weight`, `beta_default` and `beta_warmup_steps` do.
    #[config(default = false)]
    pub use_capacity_control: bool,
    /// The capacity that is reached, in nats.
    #[config(default = 25.0, min = 0, unit = "nats")]
    pub capacity_max: f64,
    /// Number of updates over which the capacity grows linearly from 0; 0 if it is there from the start.
    #[config(default = 25000)]
    pub capacity_num_iter: u64,
    /// Weight of the distance between divergence and capacity.
    #[config(default = 1000.0, min = 0)]
    pub gamma: f64,
}

/// A β-VAE with a controlled capacity; see [`BetaVAEWithCapacityConfig`].
#[derive(Module, Debug)]
pub struct BetaVAEWithCapacity {
    beta_vae: BetaVAE,
    controls: bool,
    capacity: f64,
    iterations: usize,
    gamma: f64,
}

impl BetaVAEWithCapacity {
    /// The capacity after `step` updates, in nats.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 steps")]
    pub fn capacity_at(&self, step: u64) -> f64 {
        match self.iterations {
            0 => self.capacity,
            iterations => self.capacity * (step as f64 / iterations as f64).min(1.0),
        }
    }

    /// The loss with this capacity.
    fn held_to(&self, batch: &ImageBatch, output: &VAEOutput, capacity: f64) -> Losses {
        let (reconstruction, kl) = self.beta_vae.vae().parts(&batch.images, output);
        let total = reconstruction.clone() + (kl.clone() - capacity).abs() * self.gamma;
        Losses::new(total).with("reconstruction", reconstruction).with("kl", kl)
    }
}

impl Build for BetaVAEWithCapacityConfig {
    type Model = BetaVAEWithCapacity;
    const FAMILY: Family = Family::Vae;

    fn build(&self, cx: &mut BuildContext) -> Result<BetaVAEWithCapacity, BuildError> {
        Ok(BetaVAEWithCapacity {
            beta_vae: self.beta_vae.build(cx)?,
            controls: self.use_capacity_control,
            capacity: self.capacity_max,
            iterations: usize::try_from(self.capacity_num_iter).unwrap_or(usize::MAX),
            gamma: self.gamma,
        })
    }

    fn example() -> Self {
        let beta_vae = BetaVAEConfig { beta_default: 1.0, beta_warmup_steps: 0, ..BetaVAEConfig::example() };
        Self { beta_vae, use_capacity_control: true, capacity_max: 8.0, capacity_num_iter: 2000, gamma: 10.0 }
    }
}

impl GenerativeModel for BetaVAEWithCapacity {
    type Batch = ImageBatch;
    type Output = VAEOutput;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        self.beta_vae.accepts(batch)
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> VAEOutput {
        self.beta_vae.forward(batch, rngs)
    }

    fn loss(&self, batch: &ImageBatch, output: &VAEOutput, rngs: &mut Rngs) -> Losses {
        if self.controls { self.held_to(batch, output, self.capacity) } else { self.beta_vae.loss(batch, output, rngs) }
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        self.beta_vae.generate(n, options, rngs)
    }

    /// The evidence lower bound itself: the capacity has no part in it.
    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        self.beta_vae.log_prob(batch, rngs)
    }

    fn importance_bound(&self, batch: &ImageBatch, draws: usize, rngs: &mut Rngs) -> Option<LogProb> {
        self.beta_vae.importance_bound(batch, draws, rngs)
    }

    fn reconstruct(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<Samples> {
        self.beta_vae.reconstruct(batch, rngs)
    }

    /// None with a capacity: the loss then leaves out what the latent costs, so that no trivial model's compares with it.
    fn baseline(&self, train: &ImageBatch, held_out: &ImageBatch) -> Option<Baseline> {
        if self.controls { None } else { self.beta_vae.baseline(train, held_out) }
    }

    fn pictures(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Vec<Picture> {
        self.beta_vae.pictures(batch, rngs)
    }

    fn components(&self) -> Vec<Component> {
        self.beta_vae.components()
    }
}

impl Trainable for BetaVAEWithCapacity {
    fn objective(&self, batch: &ImageBatch, progress: Progress, rngs: &mut Rngs) -> Losses {
        if !self.controls {
            return self.beta_vae.objective(batch, progress, rngs);
        }
        let output = self.forward(batch, rngs);
        self.held_to(batch, &output, self.capacity_at(progress.step))
    }
}
