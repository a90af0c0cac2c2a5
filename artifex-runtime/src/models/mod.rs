//! The models, and the traits that all of them share.
//!
//! A model is a burn [`Module`] plus what the trainer and the command line need from it: a [`forward`], named
//! [`Losses`], [`generate`], and, where they exist, a likelihood, a reconstruction and a trivial baseline.
//! [`Trainable`] says how it learns. [`dynamic::DynModel`] is the form of both that can be kept behind a `Box<dyn ..>`.
//!
//! [`forward`]: GenerativeModel::forward
//! [`generate`]: GenerativeModel::generate

pub mod autoregressive;
pub mod batch;
pub mod build;
pub mod diffusion;
pub mod distance;
pub mod dynamic;
pub mod edit;
pub mod energy;
pub mod flow;
pub mod gan;
mod gaussian;
mod independent;
pub mod losses;
pub mod vae;

pub use autoregressive::{ContinuationOptions, PixelCNNConfig, TransformerConfig, WaveNetConfig};
pub use batch::{Batch, BatchError, FromBatch, ImageBatch, PointBatch, Samples, TokenBatch};
pub use build::{Build, BuildContext, BuildError};
pub use diffusion::{
    DDIMConfig, DDPMConfig, DiTConfig, DiffusionConfig, EDMConfig, FlowMatchingConfig, LatentDiffusionConfig,
    ScoreDiffusionConfig,
};
pub use dynamic::{DynModel, Dynamic, ModelError};
pub use edit::{Edit, EditError, Fill};
pub use energy::{DeepEBMConfig, EBMConfig};
pub use flow::{
    ConditionalFlowConfig, FlowConfig, GlowConfig, IAFConfig, MAFConfig, NeuralSplineConfig, RealNVPConfig,
};
pub use gan::{ConditionalGANConfig, DCGANConfig, GANConfig, LSGANConfig, WGANConfig};
pub use losses::{LossReadError, Losses};
pub use vae::{BetaVAEConfig, BetaVAEWithCapacityConfig, ConditionalVAEConfig, VAEConfig, VQVAEConfig};

crate::models! {
    VAEConfig, BetaVAEConfig, BetaVAEWithCapacityConfig, ConditionalVAEConfig, VQVAEConfig, GANConfig, DCGANConfig, WGANConfig,
    LSGANConfig, ConditionalGANConfig, EBMConfig, DeepEBMConfig, FlowConfig, RealNVPConfig, GlowConfig, MAFConfig, IAFConfig, NeuralSplineConfig,
    ConditionalFlowConfig, DiffusionConfig, DDPMConfig, DDIMConfig, DiTConfig, LatentDiffusionConfig, ScoreDiffusionConfig,
    FlowMatchingConfig, EDMConfig, TransformerConfig, PixelCNNConfig, WaveNetConfig,
}

use std::fmt;
use std::ops::ControlFlow;

use burn::module::Module;
use burn::tensor::{Device, Tensor, TensorData};

use crate::nn::optim::{Optimizer, OptimizerConfig};
use crate::nn::params;
use crate::rng::{Rngs, Stream};

/// The seven families of models.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Variational autoencoders.
    Vae,
    /// Generative adversarial networks.
    Gan,
    /// Diffusion, score and flow-matching models.
    Diffusion,
    /// Energy-based models.
    Energy,
    /// Normalising flows.
    Flow,
    /// Autoregressive models.
    Autoregressive,
    /// Point clouds, meshes, voxels, graphs and proteins.
    Geometric,
}

impl Family {
    /// All families, in the order in which they are listed to the user.
    pub const ALL: [Self; 7] =
        [Self::Vae, Self::Gan, Self::Diffusion, Self::Energy, Self::Flow, Self::Autoregressive, Self::Geometric];

    /// The short name used in files and messages, such as `vae`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vae => "vae",
            Self::Gan => "gan",
            Self::Diffusion => "diffusion",
            Self::Energy => "ebm",
            Self::Flow => "flow",
            Self::Autoregressive => "autoregressive",
            Self::Geometric => "geometric",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How samples are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct SampleOptions {
    /// Scales the standard deviation of the latent (or of the base distribution). 1 samples the model itself, smaller
    /// values give more typical and less varied samples, 0 gives the mode of the prior every time.
    pub temperature: f64,
    /// The class to draw from, counted from 0. Without one, a class-conditional model goes through its classes in turn: sample
    /// `k` is of class `k mod classes`. A model that knows no classes refuses one.
    pub class: Option<usize>,
    /// The truncation trick (Brock et al. 2019, section 3.1): the latent (or base) variables are drawn from the standard normal
    /// distribution cut off at ± this, before they are scaled. Absent: the whole distribution.
    pub truncation: Option<f64>,
}

impl Default for SampleOptions {
    fn default() -> Self {
        Self { temperature: 1.0, class: None, truncation: None }
    }
}

impl SampleOptions {
    /// Options with another temperature.
    #[must_use]
    pub fn with_temperature(mut self, temperature: f64) -> Self {
        self.temperature = temperature;
        self
    }

    /// Options with the latent cut off at ± this.
    #[must_use]
    pub fn with_truncation(mut self, truncation: Option<f64>) -> Self {
        self.truncation = truncation;
        self
    }

    /// Latent variables as the options ask for them, from a stream: normal, cut off, scaled.
    #[must_use]
    pub fn latent<const D: usize>(&self, stream: &mut Stream, shape: [usize; D], device: &Device) -> Tensor<D> {
        let normal = match self.truncation {
            None => stream.normal_tensor(shape, device),
            Some(limit) => {
                let values = stream.truncated_normal(shape.iter().product(), limit);
                Tensor::from_data(TensorData::new(values, shape), device)
            }
        };
        normal * self.temperature
    }

    /// Options with another class.
    #[must_use]
    pub fn with_class(mut self, class: impl Into<Option<usize>>) -> Self {
        self.class = class.into();
        self
    }

    /// Checks the options for a model that knows no classes; such a model calls this first.
    ///
    /// # Errors
    /// [`SampleError::Temperature`] for a negative or non-finite temperature, [`SampleError::NoClasses`] if a class is asked
    /// for.
    pub fn check(&self) -> Result<(), SampleError> {
        self.check_ranges()?;
        self.class.map_or(Ok(()), |class| Err(SampleError::NoClasses(class)))
    }

    /// Checks the options for a model of `classes` classes and gives the class of each of `n` samples; such a model calls this
    /// first.
    ///
    /// # Errors
    /// [`SampleError::Temperature`], or [`SampleError::Class`] for a class that the model does not have.
    pub fn classes(&self, n: usize, classes: usize) -> Result<Vec<usize>, SampleError> {
        self.check_ranges()?;
        match self.class {
            Some(class) if class >= classes => Err(SampleError::Class { class, classes }),
            Some(class) => Ok(vec![class; n]),
            None => Ok((0..n).map(|sample| sample % classes.max(1)).collect()),
        }
    }

    /// Refuses a truncation for a model without latent variables to truncate: `draws` says what it draws, as in "a VQ-VAE draws codes".
    ///
    /// # Errors
    /// [`SampleError::Unsupported`].
    pub(crate) fn check_untruncated(&self, draws: &str) -> Result<(), SampleError> {
        let refusal = || format!("{draws}, and has no normal distribution to truncate; leave the truncation out");
        self.truncation.map_or(Ok(()), |_| Err(SampleError::Unsupported(refusal())))
    }

    /// Checks what can be wrong whatever the model is.
    ///
    /// # Errors
    /// [`SampleError::Temperature`] for a negative or non-finite temperature, [`SampleError::Truncation`] for a truncation that
    /// leaves nothing.
    pub fn check_ranges(&self) -> Result<(), SampleError> {
        if !self.temperature.is_finite() || self.temperature < 0.0 {
            return Err(SampleError::Temperature(self.temperature));
        }
        match self.truncation {
            Some(limit) if !(limit.is_finite() && limit > 0.0) => Err(SampleError::Truncation(limit)),
            _ => Ok(()),
        }
    }
}

/// Why no samples could be drawn.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SampleError {
    /// The temperature is negative, infinite or not a number.
    #[error("the temperature is {0}, but it must be a finite number of at least 0")]
    Temperature(f64),
    /// A class was asked for, but the model knows none.
    #[error(
        "samples of class {0} were asked for, but the model was not told classes; leave the class out, or train a class-conditional model"
    )]
    NoClasses(usize),
    /// The model has fewer classes.
    #[error("samples of class {class} were asked for, but the model has {classes} classes, counted from 0")]
    Class {
        /// What was asked for.
        class: usize,
        /// How many there are.
        classes: usize,
    },
    /// What the samples are made from could not be read.
    #[error("the samples cannot be drawn, for the device cannot be read: {0}")]
    Device(String),
    /// The truncation is zero, negative, infinite or not a number.
    #[error(
        "the truncation is {0}, but it must be a finite number above 0: the largest magnitude of a latent variable"
    )]
    Truncation(f64),
    /// An option is out of its range.
    #[error("`{name}` is {value}, but it must be {expected}")]
    Option {
        /// The option.
        name: &'static str,
        /// What was asked for.
        value: f64,
        /// What can be.
        expected: &'static str,
    },
    /// A token of the prompt does not exist.
    #[error("the prompt has the token {token}, but the model knows {vocabulary}, counted from 0")]
    Token {
        /// The first such token.
        token: u32,
        /// How many the model knows.
        vocabulary: usize,
    },
    /// No sample was asked for.
    #[error("0 samples were asked for; ask for at least 1")]
    Empty,
    /// What was to be changed cannot be.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The model cannot sample at all.
    #[error("{0}")]
    Unsupported(String),
}

/// Whether a log-likelihood is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogProbKind {
    /// The log-likelihood itself.
    Exact,
    /// A number that is, in expectation, at most the log-likelihood (such as the ELBO).
    LowerBound,
}

/// Log-likelihoods of the examples of a batch, in nats.
#[derive(Clone, Debug)]
pub struct LogProb {
    /// `[B]`.
    pub values: Tensor<1>,
    /// Whether the values are exact or a bound.
    pub kind: LogProbKind,
    /// How many variables an example has, if each has one of a few values and it is their probability: bits for each follow. `None` also
    /// where a term of the loss says those.
    pub variables: Option<usize>,
}

impl LogProb {
    /// The sum over the batch.
    ///
    /// # Errors
    /// [`LossReadError`] if the device cannot be read.
    pub fn total(&self) -> Result<f64, LossReadError> {
        let values = Losses::new(self.values.clone().sum()).values()?;
        Ok(values[0].1)
    }
}

/// A picture that a model makes of itself.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Name of its file, without extension: lower-case letters.
    pub name: &'static str,
    /// `[n, H, W, C]`, drawn row by row; values outside of [0, 1] are clamped.
    pub images: Tensor<4>,
    /// Images in a row.
    pub columns: usize,
}

/// The loss of a trivial model, in the units of the first term of the model's loss.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// What the trivial model is, such as `independent pixels`.
    pub name: &'static str,
    /// Its mean loss on the held-out data.
    pub value: f64,
}

/// A part of a model with its share of the parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// The part's name: the config's `name` where it has one.
    pub label: String,
    /// Number of trained values in it.
    pub params: usize,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Number of parameter updates done before this one: 0 in the first step.
    pub step: u64,
}

impl Progress {
    /// The progress after `step` updates.
    #[must_use]
    pub const fn at(step: u64) -> Self {
        Self { step }
    }
}

/// What a training step works with.
#[derive(Debug)]
pub struct TrainContext<'a> {
    /// The optimiser with its state.
    pub optimizer: &'a mut Optimizer,
    /// The random streams.
    pub rngs: &'a mut Rngs,
    /// How far the run is.
    pub progress: Progress,
    /// The learning rate of this step, with warm-up and schedule applied; that of the first optimiser, if the model brings several.
    pub learning_rate: f64,
}

/// What every generative model can do.
///
/// A model is a burn [`Module`]: `model.valid()` is its evaluation form (no autodiff, no dropout), `model.train()` its
/// training form.
pub trait GenerativeModel: Module {
    /// The data it takes.
    type Batch: FromBatch;
    /// What [`forward`](Self::forward) computes.
    type Output;

    /// Checks before a run starts that batches like this one fit the model.
    ///
    /// # Errors
    /// [`BatchError`], naming the found and the expected shape.
    fn accepts(&self, batch: &Self::Batch) -> Result<(), BatchError>;

    /// The forward pass. Randomness of the pass comes from the streams `noise` and `dropout`.
    fn forward(&self, batch: &Self::Batch, rngs: &mut Rngs) -> Self::Output;

    /// The final objective (all warm-ups done) with its terms, averaged over the batch. Its first term is what evaluations are
    /// compared by: lower is better.
    fn loss(&self, batch: &Self::Batch, output: &Self::Output, rngs: &mut Rngs) -> Losses;

    /// What follows from the terms of the loss after they have been averaged over all data, and is no average itself.
    fn figures(&self, _terms: &[(&'static str, f64)]) -> Vec<(&'static str, f64)> {
        Vec::new()
    }

    /// Whether [`loss`](Self::loss) compares the batch as a whole with the model's distribution, instead of averaging over
    /// examples. The held-out data is then evaluated in one batch.
    fn compares_sets(&self) -> bool {
        false
    }

    /// Draws `n` samples; randomness comes from the stream `sample`.
    ///
    /// # Errors
    /// [`SampleError`] if the options make no sense for the model.
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError>;

    /// Continues a sequence of tokens; `None` if the model is none of sequences. `each` is called with every token as soon as it
    /// is there, and can stop the continuation; the result is what was added. Randomness comes from the stream `sample`.
    fn continuation(
        &self,
        _prompt: &[u32],
        _options: &ContinuationOptions,
        _rngs: &mut Rngs,
        _each: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Option<Result<Vec<u32>, SampleError>> {
        None
    }

    /// Another name of [`generate`](Self::generate).
    ///
    /// # Errors
    /// As [`generate`](Self::generate).
    fn sample(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        self.generate(n, options, rngs)
    }

    /// How many tokens the model sees at once, if it learns from sequences of tokens.
    fn sequence_length(&self) -> Option<usize> {
        None
    }

    /// Draws `n` samples that start from images, or keep a part of them; randomness comes from the stream `sample`.
    ///
    /// # Errors
    /// [`SampleError::Edit`] if the model cannot do so, or the images do not fit it, and as [`generate`](Self::generate).
    fn edit(
        &self,
        _n: usize,
        _edit: &Edit,
        _options: &SampleOptions,
        _rngs: &mut Rngs,
    ) -> Result<Samples, SampleError> {
        Err(EditError::Model.into())
    }

    /// How many classes the model knows, if it learns from labelled examples and draws samples of a class; such a model's
    /// batches need labels.
    fn classes(&self) -> Option<usize> {
        None
    }

    /// Log-likelihood of each example, exact or as a stated bound; `None` if the model has none.
    fn log_prob(&self, _batch: &Self::Batch, _rngs: &mut Rngs) -> Option<LogProb> {
        None
    }

    /// The importance-weighted lower bound of each example's log-likelihood from `draws` draws of its latent; `None` if the model
    /// has no latent with a density. It is tighter than [`log_prob`](Self::log_prob)'s where that is a bound, the more so the more
    /// draws.
    fn importance_bound(&self, _batch: &Self::Batch, _draws: usize, _rngs: &mut Rngs) -> Option<LogProb> {
        None
    }

    /// Pictures of what the model has learnt, for the report of a run: made from a few held-out examples.
    fn pictures(&self, _batch: &Self::Batch, _rngs: &mut Rngs) -> Vec<Picture> {
        Vec::new()
    }

    /// The model's reproduction of each example; `None` if the model does not reconstruct.
    fn reconstruct(&self, _batch: &Self::Batch, _rngs: &mut Rngs) -> Option<Samples> {
        None
    }

    /// The mean loss on `held_out` of a trivial model fitted to `train`, in the units of the first term of the loss.
    fn baseline(&self, _train: &Self::Batch, _held_out: &Self::Batch) -> Option<Baseline> {
        None
    }

    /// The model's parts and their sizes, for reports.
    fn components(&self) -> Vec<Component> {
        vec![Component { label: "model".into(), params: params::learnt(self) }]
    }
}

/// How a model learns. The default is one optimiser and one backward pass over [`objective`](Self::objective).
pub trait Trainable: GenerativeModel {
    /// The optimisers that the model brings along, one for each of its players: the name of the part that each updates (see
    /// [`Optimizer::step_part`]) and its settings, which are fields of the model's config. The first one's learning rate is that
    /// of the [`TrainContext`]. None: the run's config says which optimiser there is.
    fn optimizers(&self) -> Vec<(&'static str, OptimizerConfig)> {
        Vec::new()
    }

    /// What is minimised at this point of the run; differs from [`GenerativeModel::loss`] during warm-ups.
    fn objective(&self, batch: &Self::Batch, _progress: Progress, rngs: &mut Rngs) -> Losses {
        let output = self.forward(batch, rngs);
        self.loss(batch, &output, rngs)
    }

    /// One update of the parameters. The returned losses are those before the update, without their graph.
    #[must_use]
    fn train_step(self, batch: &Self::Batch, cx: &mut TrainContext<'_>) -> (Self, Losses) {
        let losses = self.objective(batch, cx.progress, cx.rngs);
        let gradients = losses.total().backward();
        // Freed before the update: tensors that the graph still holds cannot be updated in place.
        let losses = losses.without_graph();
        (cx.optimizer.step(self, gradients, cx.learning_rate), losses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_taken_in_turn_or_all_the_same() {
        let options = SampleOptions::default();
        assert_eq!(options.classes(7, 3), Ok(vec![0, 1, 2, 0, 1, 2, 0]));
        assert_eq!(options.with_class(2).classes(4, 3), Ok(vec![2; 4]));
        assert_eq!(options.with_class(2).with_class(None), options);
    }

    #[test]
    fn classes_that_a_model_does_not_have_are_refused() {
        let options = SampleOptions::default().with_class(3);
        assert_eq!(
            options.classes(1, 3).unwrap_err().to_string(),
            "samples of class 3 were asked for, but the model has 3 classes, counted from 0"
        );
        assert_eq!(
            options.check().unwrap_err().to_string(),
            "samples of class 3 were asked for, but the model was not told classes; leave the class out, or train a \
             class-conditional model"
        );
        assert_eq!(options.check_ranges(), Ok(()));
        let cold = options.with_temperature(-1.0);
        assert!(cold.check().is_err() && cold.classes(1, 9) == Err(SampleError::Temperature(-1.0)));
    }
}
