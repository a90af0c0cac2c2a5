//! Diffusion models.
//!
//! Data `x_0` become noise by a [`Process`], `x_t = a(t) x_0 + s(t) ε` (Ho et al. 2020, equation 4, for the steps of a schedule). A network
//! learns to predict `ε`, or what is as good as that, from `x_t` and `t`; a [`Sampler`] makes data of noise with it.
//!
//! The loss is the mean squared error of the prediction at a random `t` (equation 14). It is no likelihood, so it is compared with that
//! of the best prediction for normal data with the mean and covariance of the training examples, which is known exactly. A likelihood
//! follows from the probability-flow equation, if it is asked for: see [`LikelihoodConfig`].

mod backbone;
mod baseline;
mod build;
mod config;
mod continuous;
mod cost;
mod first_stage;
mod form;
mod learned;
mod likelihood;
mod objective;
mod process;
pub mod sampler;
mod schedule;
pub mod scheduler_file;

pub use backbone::{
    BackboneConfig, DiTBackboneConfig, DiTSizeConfig, MLPBackboneConfig, Network, UNet1DBackboneConfig,
    UNetBackboneConfig, UNetBlocksConfig, sinusoids,
};
pub use config::{
    ClassGuidanceConfig, DDIMConfig, DDPMConfig, DenoiserConfig, DiTConfig, DiffusionConfig, DiscreteDiffusionConfig,
    LatentDiffusionConfig, SkipType,
};
pub use continuous::{EDMConfig, FlowMatchingConfig, ScoreDiffusionConfig, SdeType, TimeSampling};
pub use first_stage::FirstStageConfig;
pub use form::Layout;
pub use likelihood::LikelihoodConfig;
pub use objective::{
    DiffusionLoss, EdmWeighting, LossWeightingConfig, MinSnrWeighting, PredictionType, SimpleWeighting,
};
pub use process::{Level, Process};
pub use sampler::{Sampler, SamplerConfig};
pub use schedule::{NoiseScheduleConfig, ScheduleType};
pub use scheduler_file::{SchedulerFile, SchedulerFileError};

use burn::module::{Flag, Module, Param};
use burn::tensor::{Device, Int, Tensor, TensorData};

use self::first_stage::FirstStage;
use self::form::Form;
use self::likelihood::{Directions, log_density};
use self::objective::{Noised, Objective};
use self::sampler::Edited;
use super::{
    Baseline, Batch, BatchError, Component, Edit, EditError, GenerativeModel, LogProb, LogProbKind, Losses,
    SampleError, SampleOptions, Samples, TrainContext, Trainable,
};
use crate::kernels::diffusion::ModelOutput;
use crate::nn::{ema, params};
use crate::rng::{Rngs, Stream};

/// Values of samples that are made at once when many are needed.
const CHUNK: usize = 1 << 18;

/// A network that takes noise from data; see [`DDPMConfig`], [`ScoreDiffusionConfig`], [`FlowMatchingConfig`] and [`EDMConfig`].
#[derive(Module, Debug)]
pub struct Diffusion {
    network: Network,
    /// The moving average of the network.
    running_network: Option<Network>,
    /// The autoencoder whose latents are diffused.
    frozen_first_stage: Option<FirstStage>,
    training: Param<Flag>,
    #[module(skip)]
    rules: Rules,
}

/// What a config says besides its network.
#[derive(Clone, Debug)]
struct Rules {
    form: Form,
    objective: Objective,
    sampler: Sampler,
    /// The magnitude that estimated data is limited to.
    clip: Option<f64>,
    guidance: Option<ClassGuidanceConfig>,
    ema_decay: f64,
    likelihood: Option<LikelihoodConfig>,
    label: String,
}

/// What a pass computes for a batch of `B` examples.
#[derive(Clone, Debug)]
pub struct DiffusionOutput {
    /// The network's prediction: `[B, values]`, images with their channels first.
    pub prediction: Tensor<2>,
    /// Its prediction of the variance, if it makes one, from -1 to 1 for the smallest to the largest that a step can have: `[B, values]`.
    pub variance: Option<Tensor<2>>,
    noised: Noised,
}

impl DiffusionOutput {
    /// The noised examples: `[B, values]`.
    #[must_use]
    pub fn noised(&self) -> Tensor<2> {
        self.noised.x.clone()
    }

    /// The time of each as the network is told it: `[B]`, in steps of a schedule.
    #[must_use]
    pub fn time(&self) -> Tensor<1> {
        self.noised.time.clone()
    }

    /// What the prediction should be: `[B, values]`.
    #[must_use]
    pub fn target(&self) -> Tensor<2> {
        self.noised.target.clone()
    }
}

impl Diffusion {
    /// The network that samples are drawn with: the moving average, if there is one.
    #[must_use]
    pub fn network(&self) -> &Network {
        self.running_network.as_ref().unwrap_or(&self.network)
    }

    /// The steps from noise to data.
    #[must_use]
    pub const fn sampler(&self) -> &Sampler {
        &self.rules.sampler
    }

    /// Examples as the network sees them: `[B, values]`. They fit: [`accepts`](GenerativeModel::accepts) has been asked. Noise of pixels
    /// comes from the stream.
    fn inward(&self, batch: &Batch, stream: &mut Stream) -> Tensor<2> {
        match (&self.frozen_first_stage, batch.images()) {
            (Some(stage), Ok(batch)) => stage.encode(batch.images.clone()),
            _ => self.rules.form.inward(batch, stream),
        }
    }

    /// What a sampler gave, `[n, values]`, as data.
    fn outward(&self, values: Tensor<2>) -> Samples {
        match &self.frozen_first_stage {
            Some(stage) => Samples::Images(stage.decode(values).clamp(0.0, 1.0)),
            None => self.rules.form.outward(values),
        }
    }

    /// The classes of a batch, where the network is told them: in training, some of them as the number that stands for none.
    fn labels(&self, batch: &Batch, rngs: &mut Rngs) -> Option<Tensor<1, Int>> {
        let guidance = self.rules.guidance.as_ref()?;
        let labels = batch.labels()?;
        if guidance.dropout_rate == 0.0 || !self.training.is_enabled() {
            return Some(labels);
        }
        let (count, device) = (labels.dims(), labels.device());
        let dropped = rngs.stream("dropout").bernoulli_tensor(guidance.dropout_rate, 1.0, count, &device);
        Some(labels.mask_fill(dropped.greater_elem(0.5), class_number(guidance.num_classes)))
    }

    /// What a network predicts of what it sees, and of the variance.
    fn predict(
        &self,
        network: &Network,
        input: Tensor<2>,
        time: Tensor<1>,
        classes: Option<Tensor<1, Int>>,
        rngs: &mut Rngs,
    ) -> (Tensor<2>, Option<Tensor<2>>) {
        let output = network.forward(input, time, classes, rngs);
        let Rules { objective, form, .. } = &self.rules;
        if objective.learns_variance {
            let part = |from| output.clone().narrow(1, from, form.values());
            return (part(0), Some(part(form.values())));
        }
        let scale = objective.output_scale;
        (if (scale - 1.0).abs() > 0.0 { output * scale } else { output }, None)
    }

    /// What a network predicts for `x` at one level, without dropout. `classes` has one for each row.
    fn predict_at(
        &self,
        network: &Network,
        x: &Tensor<2>,
        level: Level,
        classes: Option<Tensor<1, Int>>,
    ) -> (Tensor<2>, Option<Tensor<2>>) {
        let process = &self.rules.objective.process;
        let input = if process.scales() { x.clone() * process.input_scale(level.marginal) } else { x.clone() };
        let time = Tensor::<1>::full([1], level.time, &x.device());
        // Dropout does not act: nothing is drawn.
        self.predict(network, input, time, classes, &mut Rngs::new(0))
    }

    /// What the network makes of `x` at a level, as a sampler's step reads it. `classes` has one for each row.
    fn denoise(
        &self,
        network: &Network,
        x: &Tensor<2>,
        level: Level,
        classes: Option<&Tensor<1, Int>>,
    ) -> ModelOutput<2> {
        let Rules { objective, clip, guidance, .. } = &self.rules;
        let (prediction, count) = (objective.prediction, x.dims()[0]);
        let (output, variance) = match (guidance, classes) {
            (Some(guidance), Some(classes)) if guidance.guides() => {
                let none = classes.full_like(class_number(guidance.num_classes));
                let both = Tensor::cat(vec![x.clone(), x.clone()], 0);
                let told = Tensor::cat(vec![classes.clone(), none], 0);
                let (outputs, variance) = self.predict_at(network, &both, level, Some(told));
                let [with, without] = [0, count].map(|start| outputs.clone().narrow(0, start, count));
                let output = ModelOutput::new(with, prediction).guided(without, guidance.guidance_scale);
                (output, variance.map(|variance| variance.narrow(0, 0, count)))
            }
            _ => {
                let (output, variance) = self.predict_at(network, x, level, classes.cloned());
                (ModelOutput::new(output, prediction), variance)
            }
        };
        let output = match variance {
            Some(variance) => output.with_variance(variance),
            None => output,
        };
        match clip {
            Some(clip) if self.rules.sampler.keeps_noise() => output.clipped(*clip),
            Some(clip) => output.clipped_with_noise(*clip),
            None => output,
        }
    }

    /// Samples, from noise or from images. The images have been checked.
    fn draw(
        &self,
        n: usize,
        options: &SampleOptions,
        rngs: &mut Rngs,
        edit: Option<&Edit>,
    ) -> Result<Samples, SampleError> {
        let device = self.device();
        let classes = if let Some(guidance) = &self.rules.guidance {
            let classes: Vec<i64> = options.classes(n, guidance.num_classes)?.into_iter().map(class_number).collect();
            Some(Tensor::<1, Int>::from_data(TensorData::new(classes, [n]), &device))
        } else {
            options.check()?;
            None
        };
        if n == 0 {
            return Err(SampleError::Empty);
        }
        let (network, values, sampler) = (self.network().valid(), self.rules.form.values(), &self.rules.sampler);
        let stream = rngs.stream("sample");
        let start = options.latent(stream, [n, values], &device);
        let edited = edit.map(|edit| match &self.frozen_first_stage {
            None => self.rules.form.edited(edit, n),
            Some(stage) => {
                let init = stage.encode(edit.init.clone()).expand([n, values]);
                Edited { init, strength: edit.strength, fill: None }
            }
        });
        let size = (CHUNK / values).max(1);
        let mut chunks = Vec::with_capacity(n.div_ceil(size));
        for from in (0..n).step_by(size) {
            let count = size.min(n - from);
            let classes = classes.as_ref().map(|classes| classes.clone().narrow(0, from, count));
            let denoise = |x: &Tensor<2>, level| self.denoise(&network, x, level, classes.as_ref());
            let start = start.clone().narrow(0, from, count);
            let x = match &edited {
                None => sampler.run(start * sampler.prior_std(), denoise, stream),
                Some(edited) => sampler.edit(start, &edited.narrow(from, count), denoise, stream),
            };
            chunks.push(x.map_err(|error| SampleError::Unsupported(error.to_string()))?);
        }
        let samples = self.outward(Tensor::cat(chunks, 0));
        Ok(match (samples, edit) {
            (Samples::Images(images), Some(edit)) => Samples::Images(edit.kept(images)),
            (samples, _) => samples,
        })
    }

    fn device(&self) -> Device {
        self.devices().into_iter().next().expect("a network has parameters").without_autodiff()
    }

    /// The model after the average has followed the network's update.
    fn follow(self, step: u64) -> Self {
        let decay = ema::decay_at(step, self.rules.ema_decay);
        let running_network = self.running_network.map(|average| ema::follow(average, &self.network, decay));
        Self { running_network, ..self }
    }
}

/// The number of a class.
fn class_number(class: usize) -> i64 {
    i64::try_from(class).unwrap_or(i64::MAX)
}

impl GenerativeModel for Diffusion {
    type Batch = Batch;
    type Output = DiffusionOutput;

    fn accepts(&self, batch: &Batch) -> Result<(), BatchError> {
        match &self.frozen_first_stage {
            Some(stage) => stage.accepts(batch.images()?)?,
            None => self.rules.form.accepts(batch)?,
        }
        let unlabelled = batch.labels().is_none();
        if self.rules.guidance.is_some() && unlabelled { Err(BatchError::NoClasses) } else { Ok(()) }
    }

    /// Noises the batch and predicts: with the network itself in training, with its average in the evaluation form. Times and noise
    /// come from the stream `noise`, the classes that are not told from `dropout`.
    ///
    /// # Panics
    /// If the batch is one that [`accepts`](GenerativeModel::accepts) refuses.
    fn forward(&self, batch: &Batch, rngs: &mut Rngs) -> DiffusionOutput {
        let stream = rngs.stream("noise");
        let data = self.inward(batch, stream);
        let noised = self.rules.objective.noise(data, stream).expect("the config's numbers make levels");
        let labels = self.labels(batch, rngs);
        let network = if self.training.is_enabled() { &self.network } else { self.network() };
        let (prediction, variance) = self.predict(network, noised.input.clone(), noised.time.clone(), labels, rngs);
        DiffusionOutput { prediction, variance, noised }
    }

    /// The loss of the prediction. Where variances are learnt, training adds the variational bound, which is a term of its own too.
    fn loss(&self, _: &Batch, output: &DiffusionOutput, _: &mut Rngs) -> Losses {
        let DiffusionOutput { prediction, variance, noised } = output;
        let objective = &self.rules.objective;
        let loss = objective.loss(prediction.clone(), noised);
        let bound =
            variance.as_ref().and_then(|variance| objective.bound(prediction.clone(), variance.clone(), noised));
        match bound {
            // Held-out data are judged by what the baseline is known for.
            Some(bound) if self.training.is_enabled() => {
                Losses::new(loss + bound.clone() * objective.bound_weight()).with("variance_bound", bound)
            }
            Some(bound) => Losses::new(loss).with("variance_bound", bound),
            None => Losses::new(loss),
        }
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        self.draw(n, options, rngs, None)
    }

    /// Image-to-image and inpainting, by any sampler.
    fn edit(&self, n: usize, edit: &Edit, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let shape = match &self.frozen_first_stage {
            Some(_) if edit.fill.is_some() => return Err(EditError::Latents.into()),
            Some(stage) => stage.image_shape(),
            None => {
                let [channels, height, width] = self.rules.form.image().ok_or(EditError::Model)?;
                [height, width, channels]
            }
        };
        edit.check(n, shape)?;
        self.draw(n, options, rngs, Some(edit))
    }

    /// The log-likelihood of the average's density, with the class told where there are classes; of images a lower bound. Noise of
    /// pixels and directions come from the stream `noise`.
    fn log_prob(&self, batch: &Batch, rngs: &mut Rngs) -> Option<LogProb> {
        let Rules { form, objective, likelihood, guidance, .. } = &self.rules;
        let likelihood = likelihood.as_ref()?;
        let stream = rngs.stream("noise");
        let x = form.inward(batch, stream).without_autodiff();
        let directions = if form.image().is_some() || form.signal().is_some() {
            Directions::random(&x, likelihood.probes.unwrap_or(1), stream)
        } else {
            Directions::exact(&x)
        };
        let network = params::constants(self.network());
        let copies = directions.copies();
        let classes = guidance.as_ref().and_then(|_| batch.labels()).map(|labels| labels.repeat_dim(0, copies));
        let model = |x: &Tensor<2>, level| {
            ModelOutput::new(self.predict_at(&network, x, level, classes.clone()).0, objective.prediction)
        };
        let values = log_density(&objective.process, likelihood.steps, x, &directions, model).ok()?;
        Some(match form.log_step() {
            #[expect(clippy::cast_precision_loss, reason = "far fewer pixels than 2^52")]
            Some(step) => LogProb {
                values: values + step * form.values() as f64,
                kind: LogProbKind::LowerBound,
                variables: Some(form.values()),
            },
            None => LogProb { values, kind: LogProbKind::Exact, variables: None },
        })
    }

    fn classes(&self) -> Option<usize> {
        self.rules.guidance.as_ref().map(|guidance| guidance.num_classes)
    }

    /// The loss of the best prediction for normal data with the mean and covariance of `train`.
    fn baseline(&self, train: &Batch, held_out: &Batch) -> Option<Baseline> {
        let mut stream = Stream::from_seed(0).fold_in("levels of pixels");
        let [train, held_out] = [train, held_out].map(|batch| self.inward(batch, &mut stream));
        let (name, value) = baseline::gaussian_loss(&train, &held_out, &self.rules.objective)?;
        Some(Baseline { name, value })
    }

    fn components(&self) -> Vec<Component> {
        vec![Component { label: self.rules.label.clone(), params: params::learnt(&self.network) }]
    }
}

impl Trainable for Diffusion {
    fn train_step(mut self, batch: &Batch, cx: &mut TrainContext<'_>) -> (Self, Losses) {
        if cx.progress.step == 0
            && let (Some(stage), Ok(batch)) = (self.frozen_first_stage.take(), batch.images())
        {
            self.frozen_first_stage = Some(stage.scaled_by(&batch.images));
        }
        let losses = self.objective(batch, cx.progress, cx.rngs);
        let gradients = losses.total().backward();
        // Freed before the update: tensors that the graph still holds cannot be updated in place.
        let losses = losses.without_graph();
        let model = cx.optimizer.step(self, gradients, cx.learning_rate);
        (model.follow(cx.progress.step), losses)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;
