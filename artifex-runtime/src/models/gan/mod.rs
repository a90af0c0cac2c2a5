//! Generative adversarial networks.
//!
//! A generator makes samples of latent variables, a discriminator scores them beside data, and each is trained against the other
//! (Goodfellow et al. 2014). All configs build a [`GAN`]: they differ in the networks and in what the players minimise, not in how
//! they learn.
//!
//! There is no likelihood, so held-out data is judged by samples: the loss that evaluations report is the [`energy_distance`]
//! between the held-out data and as many samples, beside that of a trivial model. With classes, both sides are compared together
//! with their classes.

mod classes;
mod config;
mod cost;
mod discriminator;
mod generator;
pub mod losses;
mod penalty;
mod rules;

pub use config::{
    AdversarialConfig, ConditionalDiscriminatorConfig, ConditionalGANConfig, ConditionalGeneratorConfig,
    ConditionalParams, ConvDiscriminatorConfig, ConvGeneratorConfig, ConvolutionsConfig, CriticConfig, DCGANConfig,
    DiscriminatorConfig, GANConfig, GeneratorConfig, LSGANConfig, WGANConfig,
};
pub use discriminator::Discriminator;
pub use generator::Generator;
pub use losses::AdversarialLoss;
pub use penalty::gradient_penalty;

use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::{Device, Int, Tensor, TensorData};

use self::rules::Rules;
use super::distance::energy_distance;
use super::independent::{beside_classes, flat_batch, flat_samples, independent_values};
use super::{
    Baseline, Batch, BatchError, Component, GenerativeModel, Losses, SampleError, SampleOptions, Samples, TrainContext,
    Trainable,
};
use crate::nn::optim::OptimizerConfig;
use crate::nn::{Dual, params};
use crate::rng::Rngs;

/// The name of the generator's part of the model: of its parameters, its optimiser, and its loss.
const GENERATOR: &str = "generator";
/// The same of the discriminator.
const DISCRIMINATOR: &str = "discriminator";

/// Samples that are made at once when many are needed.
const CHUNK: usize = 256;

/// A generator and a discriminator; see [`GANConfig`], [`DCGANConfig`], [`WGANConfig`], [`LSGANConfig`] and
/// [`ConditionalGANConfig`].
#[derive(Module, Debug)]
pub struct GAN {
    generator: Generator,
    discriminator: Discriminator,
    #[module(skip)]
    rules: Rules,
}

impl GAN {
    /// The network from latents to samples.
    #[must_use]
    pub const fn generator(&self) -> &Generator {
        &self.generator
    }

    /// The network from samples to scores.
    #[must_use]
    pub const fn discriminator(&self) -> &Discriminator {
        &self.discriminator
    }

    /// The examples of a batch as the networks see them, `[B, values]`: images in the order of the networks, in the range of the
    /// generator's output.
    ///
    /// # Errors
    /// [`BatchError`] if the batch is of another modality or shape.
    pub fn values(&self, batch: &Batch) -> Result<Tensor<2>, BatchError> {
        self.rules.form.values(batch)
    }

    /// What the generator gave, `[n, values]`, as samples.
    #[must_use]
    pub fn samples(&self, values: Tensor<2>) -> Samples {
        self.rules.form.samples(values)
    }

    /// The classes of a batch, where the networks are told them.
    fn labels(&self, batch: &Batch) -> Option<Tensor<1, Int>> {
        batch.labels().filter(|_| self.rules.classes.is_some())
    }

    /// As many values as latents, of one draw each from the stream `noise`.
    fn imitate(&self, count: usize, classes: Option<&Tensor<1, Int>>, device: &Device, rngs: &mut Rngs) -> Tensor<2> {
        let z = rngs.stream("noise").normal_tensor([count, self.generator.latent_dim()], device);
        self.generator.forward(z, classes.cloned(), rngs)
    }

    /// Many samples of given latents, some at a time.
    fn in_chunks(&self, z: &Tensor<2>, classes: Option<&Tensor<1, Int>>, rngs: &mut Rngs) -> Tensor<2> {
        let count = z.dims()[0];
        let chunks = (0..count).step_by(CHUNK).map(|start| {
            let len = CHUNK.min(count - start);
            let classes = classes.map(|classes| classes.clone().narrow(0, start, len));
            self.generator.forward(z.clone().narrow(0, start, len), classes, rngs)
        });
        Tensor::cat(chunks.collect(), 0)
    }

    fn device(&self) -> Device {
        self.devices().into_iter().next().expect("a generator has parameters").without_autodiff()
    }

    /// The classes of samples, if the networks are told them: the one asked for, or each in turn.
    fn sample_classes(
        &self,
        n: usize,
        options: &SampleOptions,
        device: &Device,
    ) -> Result<Option<Tensor<1, Int>>, SampleError> {
        let Some(classes) = self.rules.classes else {
            options.check()?;
            return Ok(None);
        };
        let values = options.classes(n, classes)?;
        let values: Vec<i64> = values.into_iter().map(|class| i64::try_from(class).unwrap_or(i64::MAX)).collect();
        Ok(Some(Tensor::from_data(TensorData::new(values, [n]), device)))
    }

    /// One update of the discriminator, with the loss before it and its parts.
    fn update_discriminator(
        self,
        real: Tensor<2>,
        classes: Option<&Tensor<1, Int>>,
        cx: &mut TrainContext<'_>,
    ) -> (Self, Losses) {
        let Self { generator, discriminator, rules } = self;
        let model = Self { generator, discriminator: discriminator.power_iteration(), rules };
        let (count, device) = (real.dims()[0], real.device());
        let fake = model.imitate(count, classes, &device, cx.rngs).detach();
        let mut score =
            |x: &Tensor<2>| model.discriminator.forward(Dual::plain(x.clone()), classes.cloned(), cx.rngs).value;
        let (real_score, fake_score) = (score(&real), score(&fake));
        let rules = &model.rules;
        let mut loss = rules.loss.discriminator(real_score.clone(), fake_score.clone(), rules.targets);
        let mut penalty = None;
        if rules.penalty_weight > 0.0 {
            let value = gradient_penalty(&model.discriminator, real, fake, classes, cx.rngs);
            loss = loss + value.clone() * rules.penalty_weight;
            penalty = Some(value);
        }
        let gradients = loss.backward();
        let mut losses = Losses::named("discriminator_loss", loss)
            .with("real_score", real_score.mean())
            .with("fake_score", fake_score.mean());
        if let Some(penalty) = penalty {
            losses = losses.with("gradient_penalty", penalty);
        }
        // Freed before the update: tensors that the graph still holds cannot be updated in place.
        let losses = losses.without_graph();
        let Self { generator, discriminator, rules } = model;
        let rate = cx.learning_rate * rules.rate_ratio;
        let mut discriminator = cx.optimizer.step_part(DISCRIMINATOR, discriminator, gradients, rate);
        if let Some(limit) = rules.weight_clip {
            discriminator = discriminator.map(&mut Clip { limit });
        }
        (Self { generator, discriminator, rules }, losses)
    }

    /// One update of the generator, with the loss before it.
    fn update_generator(
        self,
        count: usize,
        device: &Device,
        classes: Option<&Tensor<1, Int>>,
        cx: &mut TrainContext<'_>,
    ) -> (Self, Tensor<1>) {
        let fake = self.imitate(count, classes, device, cx.rngs);
        // What the discriminator would be moved by is not needed.
        let frozen = self.discriminator.clone().no_grad();
        let score = frozen.forward(Dual::plain(fake), classes.cloned(), cx.rngs).value;
        let loss = self.rules.loss.generator(score, self.rules.targets);
        let gradients = loss.backward();
        let loss = loss.without_autodiff();
        let Self { generator, discriminator, rules } = self;
        let generator = cx.optimizer.step_part(GENERATOR, generator, gradients, cx.learning_rate);
        (Self { generator, discriminator, rules }, loss)
    }
}

/// Limits parameters to ± a number.
struct Clip {
    limit: f64,
}

impl ModuleMapper for Clip {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        if !param.is_require_grad() {
            return param;
        }
        param.map(|value| {
            let strategy = value.gradient_checkpointing_strategy();
            let limited = value.without_autodiff().clamp(-self.limit, self.limit).autodiff();
            let limited = match strategy {
                Some(strategy) => limited.with_gradient_checkpointing_strategy(strategy),
                None => limited,
            };
            limited.require_grad()
        })
    }
}

impl GenerativeModel for GAN {
    type Batch = Batch;
    /// Samples, as many as the batch has examples and of their classes: `[B, values]`, as the data is: see [`GAN::samples`].
    type Output = Samples;

    fn accepts(&self, batch: &Batch) -> Result<(), BatchError> {
        self.rules.form.accepts(batch)?;
        let told = self.rules.classes.is_none() || self.labels(batch).is_some();
        if told { Ok(()) } else { Err(BatchError::NoClasses) }
    }

    /// Draws samples from the stream `noise`.
    fn forward(&self, batch: &Batch, rngs: &mut Rngs) -> Samples {
        let device = self.device();
        let z = rngs.stream("noise").normal_tensor([batch.len(), self.generator.latent_dim()], &device);
        self.samples(self.in_chunks(&z, self.labels(batch).as_ref(), rngs))
    }

    /// The energy distance between the batch and the samples, as `energy_distance`.
    fn loss(&self, batch: &Batch, output: &Samples, _: &mut Rngs) -> Losses {
        let classes = self.labels(batch).zip(self.rules.classes);
        let with_classes = |values: Tensor<2>| match &classes {
            Some((labels, count)) => beside_classes(values, labels.clone(), *count),
            None => values,
        };
        let held_out = with_classes(flat_batch(batch));
        let samples = with_classes(flat_samples(output));
        Losses::named("energy_distance", energy_distance(samples, held_out))
    }

    fn compares_sets(&self) -> bool {
        true
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let device = self.device();
        let classes = self.sample_classes(n, options, &device)?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        let z = options.latent(rngs.stream("sample"), [n, self.generator.latent_dim()], &device);
        Ok(self.samples(self.in_chunks(&z, classes.as_ref(), rngs)))
    }

    fn classes(&self) -> Option<usize> {
        self.rules.classes
    }

    /// The energy distance of samples whose values are drawn each for itself from those of the training examples (of the class).
    fn baseline(&self, train: &Batch, held_out: &Batch) -> Option<Baseline> {
        independent_values(train, held_out, self.rules.classes)
    }

    fn components(&self) -> Vec<Component> {
        let [generator, discriminator] = self.rules.labels.clone();
        vec![
            Component { label: generator, params: params::learnt(&self.generator) },
            Component { label: discriminator, params: params::learnt(&self.discriminator) },
        ]
    }
}

impl Trainable for GAN {
    fn optimizers(&self) -> Vec<(&'static str, OptimizerConfig)> {
        let [generator, discriminator] = self.rules.optimizers.clone();
        vec![(GENERATOR, OptimizerConfig::Adam(generator)), (DISCRIMINATOR, OptimizerConfig::Adam(discriminator))]
    }

    /// One update of the discriminator, and in every `critic_iterations`-th step one of the generator.
    ///
    /// Latents and the places of the gradient penalty come from the stream `noise`. The terms are `discriminator_loss`, the mean
    /// scores `real_score` and `fake_score`, `gradient_penalty` if there is one, and `generator_loss` where the generator was updated.
    fn train_step(self, batch: &Batch, cx: &mut TrainContext<'_>) -> (Self, Losses) {
        // `accepts` has been asked before: the batch has the shape.
        let Ok(real) = self.values(batch) else { return (self, Losses::named("discriminator_loss", nothing(batch))) };
        let classes = self.labels(batch);
        let device = self.device().autodiff();
        let (count, real) = (real.dims()[0], real.without_autodiff().autodiff());
        let (model, losses) = self.update_discriminator(real, classes.as_ref(), cx);
        if !(cx.progress.step + 1).is_multiple_of(model.rules.critic_iterations) {
            return (model, losses);
        }
        let (model, loss) = model.update_generator(count, &device, classes.as_ref(), cx);
        (model, losses.with("generator_loss", loss))
    }
}

/// A loss of a batch that does not fit, which stops the run.
fn nothing(batch: &Batch) -> Tensor<1> {
    Tensor::full([1], f32::NAN, &batch.device())
}

#[cfg(all(test, feature = "flex"))]
mod tests;
