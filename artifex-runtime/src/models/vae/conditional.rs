//! The class-conditional VAE.

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor, TensorData};

use super::condition::{Condition, ConditionType};
use super::{VAE, VAEConfig, VAEOutput, cost};
use crate::config::ModelConfig;
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    Losses, Picture, SampleError, SampleOptions, Samples, Trainable,
};
use crate::nn::{ParamScope, params};
use crate::rng::Rngs;

/// A class-conditional variational autoencoder (Sohn et al. 2015; Kingma et al. 2014, model M2 with all labels known).
///
/// Both networks are told the class, so that the latent holds what the class does not say, and samples of a class can be drawn.
/// The prior does not depend on the class. The data needs labels.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_vae", cost(cost::conditional))]
pub struct ConditionalVAEConfig {
    /// What it shares with a plain VAE.
    #[config(flatten)]
    pub vae: VAEConfig,
    /// Number of classes; labels are counted from 0.
    #[config(min = 1)]
    pub num_classes: usize,
    /// Numbers that a class is turned into, learnt; 0 for one number a class, of which one is 1 and the others are 0.
    #[config(default = 0)]
    pub condition_dim: usize,
    /// How the class joins the other inputs of the networks.
    #[config(default = "concat")]
    pub condition_type: ConditionType,
}

/// A class-conditional VAE; see [`ConditionalVAEConfig`].
#[derive(Module, Debug)]
pub struct ConditionalVAE {
    vae: VAE,
    condition: Condition,
}

impl ConditionalVAE {
    /// A new model on `device` with initial values from the stream `params`. The config has been checked.
    pub(super) fn new(config: &ConditionalVAEConfig, device: &Device, rngs: &mut Rngs) -> Self {
        let scope = ParamScope::root(rngs, device).child("condition");
        let ConditionalVAEConfig { vae, num_classes, condition_dim, condition_type } = config;
        let (condition, told) = Condition::new(*num_classes, *condition_dim, *condition_type, &scope);
        Self { vae: VAE::told(vae, Some(told), device, rngs), condition }
    }

    /// What the networks are told of the batch.
    ///
    /// # Panics
    /// If the batch has no labels, which [`GenerativeModel::accepts`] refuses.
    fn told(&self, batch: &ImageBatch) -> Tensor<2> {
        self.condition.forward(batch.labels.clone().expect("a batch that `accepts` took has labels"))
    }

    /// The images of latents `[B, latent_dim]` of those classes: `[B, H, W, C]`.
    #[must_use]
    pub fn decode(&self, z: Tensor<2>, classes: &[usize], rngs: &mut Rngs) -> Tensor<4> {
        #[expect(clippy::cast_possible_wrap, reason = "far fewer classes than 2^63")]
        let numbers: Vec<i64> = classes.iter().map(|class| *class as i64).collect();
        let labels = Tensor::<1, Int>::from_data(TensorData::new(numbers, [classes.len()]), &z.device());
        self.vae.decode_told(z, Some(&self.condition.forward(labels)), rngs)
    }
}

impl Build for ConditionalVAEConfig {
    type Model = ConditionalVAE;
    const FAMILY: Family = Family::Vae;

    fn build(&self, cx: &mut BuildContext) -> Result<ConditionalVAE, BuildError> {
        Ok(ConditionalVAE::new(self, &cx.device, &mut cx.rngs))
    }

    fn example() -> Self {
        Self { vae: VAEConfig::example(), num_classes: 10, condition_dim: 0, condition_type: ConditionType::Concat }
    }
}

impl GenerativeModel for ConditionalVAE {
    type Batch = ImageBatch;
    type Output = VAEOutput;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        self.vae.accepts(batch)?;
        if batch.labels.is_none() { Err(BatchError::NoClasses) } else { Ok(()) }
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> VAEOutput {
        self.vae.forward_told(batch.images.clone(), Some(&self.told(batch)), rngs)
    }

    fn loss(&self, batch: &ImageBatch, output: &VAEOutput, _rngs: &mut Rngs) -> Losses {
        self.vae.weighted_loss(&batch.images, output, self.vae.kl_weight)
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let classes = options.classes(n, self.condition.classes())?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        let z = self.vae.draw_latents(n, options, rngs);
        Ok(Samples::Images(self.decode(z, &classes, rngs).clamp(0.0, 1.0)))
    }

    fn classes(&self) -> Option<usize> {
        Some(self.condition.classes())
    }

    /// A bound of `ln p(x|class)`.
    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        Some(self.vae.bound(&batch.images, Some(&self.told(batch)), rngs))
    }

    fn importance_bound(&self, batch: &ImageBatch, draws: usize, rngs: &mut Rngs) -> Option<LogProb> {
        Some(self.vae.importance_bound_told(&batch.images, Some(&self.told(batch)), draws, rngs))
    }

    fn reconstruct(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<Samples> {
        let told = self.told(batch);
        let (mean, _) = self.vae.encoder.forward(batch.images.clone(), Some(&told), rngs);
        Some(Samples::Images(self.vae.decode_told(mean, Some(&told), rngs).clamp(0.0, 1.0)))
    }

    fn baseline(&self, train: &ImageBatch, held_out: &ImageBatch) -> Option<Baseline> {
        self.vae.baseline(train, held_out)
    }

    /// The latents of held-out images with every class.
    fn pictures(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Vec<Picture> {
        const ROWS: usize = 10;
        let (classes, count) = (self.condition.classes(), batch.images.dims()[0].min(ROWS));
        let (mean, _) = self.vae.encoder.forward(batch.images.clone(), Some(&self.told(batch)), rngs);
        let latents = mean.narrow(0, 0, count).unsqueeze_dim::<3>(1).repeat_dim(1, classes);
        let latents = latents.reshape([count * classes, self.vae.latent_dim]);
        let every: Vec<usize> = (0..count * classes).map(|at| at % classes).collect();
        vec![Picture { name: "classes", images: self.decode(latents, &every, rngs), columns: classes }]
    }

    fn components(&self) -> Vec<Component> {
        let mut parts = self.vae.components();
        parts.push(Component { label: "classes".to_owned(), params: params::learnt(&self.condition) });
        parts
    }
}

impl Trainable for ConditionalVAE {}
