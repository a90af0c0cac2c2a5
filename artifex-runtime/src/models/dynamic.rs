//! Any trainable model behind one type, for code that knows the model only at run time.

use std::ops::ControlFlow;

use super::losses::Losses;
use super::{
    Baseline, Batch, BatchError, Component, ContinuationOptions, Edit, FromBatch, LogProb, LossReadError, Picture,
    SampleError, SampleOptions, Samples, TrainContext, Trainable,
};
use crate::nn::optim::OptimizerConfig;
use crate::nn::params::{self, NamedTensor, ParamError};
use crate::rng::Rngs;

/// Why a model could not do what was asked.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// The data does not fit.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// No samples could be drawn.
    #[error(transparent)]
    Sample(#[from] SampleError),
    /// The loss could not be read.
    #[error(transparent)]
    Loss(#[from] LossReadError),
    /// Parameters could not be exported or imported.
    #[error(transparent)]
    Params(#[from] ParamError),
}

/// A model of any type: training, evaluation, sampling, and its parameters by name.
pub trait DynModel: Send + std::fmt::Debug {
    /// Number of trained values.
    fn num_params(&self) -> usize;

    /// The model's parts and their sizes.
    fn components(&self) -> Vec<Component>;

    /// Checks that batches like this one fit; see [`GenerativeModel::accepts`](super::GenerativeModel::accepts).
    ///
    /// # Errors
    /// [`ModelError::Batch`].
    fn accepts(&self, batch: Batch) -> Result<(), ModelError>;

    /// The optimisers that the model brings along; see [`Trainable::optimizers`].
    fn optimizers(&self) -> Vec<(&'static str, OptimizerConfig)>;

    /// Whether evaluation takes all data in one batch; see
    /// [`GenerativeModel::compares_sets`](super::GenerativeModel::compares_sets).
    fn compares_sets(&self) -> bool;

    /// One update; see [`Trainable::train_step`].
    ///
    /// # Errors
    /// [`ModelError::Batch`] if the batch is of another modality; the model is then unchanged.
    fn train_step(&mut self, batch: Batch, cx: &mut TrainContext<'_>) -> Result<Losses, ModelError>;

    /// The terms of the final loss on a batch, without dropout and gradients.
    ///
    /// # Errors
    /// [`ModelError::Batch`] or [`ModelError::Loss`].
    fn evaluate(&self, batch: Batch, rngs: &mut Rngs) -> Result<Vec<(&'static str, f64)>, ModelError>;

    /// Draws samples; see [`GenerativeModel::generate`](super::GenerativeModel::generate).
    ///
    /// # Errors
    /// [`ModelError::Sample`].
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, ModelError>;

    /// Draws samples that start from images; see [`GenerativeModel::edit`](super::GenerativeModel::edit).
    ///
    /// # Errors
    /// [`ModelError::Sample`].
    fn edit(&self, n: usize, edit: &Edit, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, ModelError>;

    /// What follows from the averaged terms of the loss; see [`GenerativeModel::figures`](super::GenerativeModel::figures).
    fn figures(&self, terms: &[(&'static str, f64)]) -> Vec<(&'static str, f64)>;

    /// Continues a sequence of tokens; see [`GenerativeModel::continuation`](super::GenerativeModel::continuation).
    ///
    /// # Errors
    /// [`ModelError::Sample`].
    fn continuation(
        &self,
        prompt: &[u32],
        options: &ContinuationOptions,
        rngs: &mut Rngs,
        each: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Option<Vec<u32>>, ModelError>;

    /// How many tokens the model sees at once; see [`GenerativeModel::sequence_length`](super::GenerativeModel::sequence_length).
    fn sequence_length(&self) -> Option<usize>;

    /// How many classes the model knows; see [`GenerativeModel::classes`](super::GenerativeModel::classes).
    fn classes(&self) -> Option<usize>;

    /// Log-likelihoods; see [`GenerativeModel::log_prob`](super::GenerativeModel::log_prob).
    ///
    /// # Errors
    /// [`ModelError::Batch`].
    fn log_prob(&self, batch: Batch, rngs: &mut Rngs) -> Result<Option<LogProb>, ModelError>;

    /// Tighter bounds; see [`GenerativeModel::importance_bound`](super::GenerativeModel::importance_bound).
    ///
    /// # Errors
    /// [`ModelError::Batch`].
    fn importance_bound(&self, batch: Batch, draws: usize, rngs: &mut Rngs) -> Result<Option<LogProb>, ModelError>;

    /// Pictures for the report; see [`GenerativeModel::pictures`](super::GenerativeModel::pictures).
    ///
    /// # Errors
    /// [`ModelError::Batch`].
    fn pictures(&self, batch: Batch, rngs: &mut Rngs) -> Result<Vec<Picture>, ModelError>;

    /// Reconstructions; see [`GenerativeModel::reconstruct`](super::GenerativeModel::reconstruct).
    ///
    /// # Errors
    /// [`ModelError::Batch`].
    fn reconstruct(&self, batch: Batch, rngs: &mut Rngs) -> Result<Option<Samples>, ModelError>;

    /// The trivial model's loss; see [`GenerativeModel::baseline`](super::GenerativeModel::baseline).
    ///
    /// # Errors
    /// [`ModelError::Batch`].
    fn baseline(&self, train: Batch, held_out: Batch) -> Result<Option<Baseline>, ModelError>;

    /// Names and shapes of the parameters and running statistics.
    fn shapes(&self) -> Vec<(String, Vec<usize>)>;

    /// The parameters and running statistics by name.
    ///
    /// # Errors
    /// [`ModelError::Params`] if the device cannot be read.
    fn export(&self) -> Result<Vec<NamedTensor>, ModelError>;

    /// Replaces the parameters and running statistics.
    ///
    /// # Errors
    /// [`ModelError::Params`] naming the first tensor that does not fit; the model is then unchanged.
    fn import(&mut self, tensors: Vec<NamedTensor>) -> Result<(), ModelError>;
}

/// Holds a model of type `M` and makes it a [`DynModel`].
#[derive(Clone, Debug)]
pub struct Dynamic<M> {
    /// Empty only while an update or import consumes the model.
    model: Option<M>,
}

impl<M: Trainable> Dynamic<M> {
    /// Holds a model.
    #[must_use]
    pub const fn new(model: M) -> Self {
        Self { model: Some(model) }
    }

    /// The model.
    ///
    /// # Panics
    /// If an earlier update panicked half-way.
    #[must_use]
    pub fn model(&self) -> &M {
        // Invariant: whoever takes the model puts one back before returning.
        self.model.as_ref().expect("an earlier update of the model panicked")
    }

    fn take(&mut self) -> M {
        // Invariant: as above.
        self.model.take().expect("an earlier update of the model panicked")
    }
}

impl<M: Trainable> DynModel for Dynamic<M> {
    fn num_params(&self) -> usize {
        params::learnt(self.model())
    }

    fn components(&self) -> Vec<Component> {
        self.model().components()
    }

    fn accepts(&self, batch: Batch) -> Result<(), ModelError> {
        Ok(self.model().accepts(&M::Batch::from_batch(batch)?)?)
    }

    fn optimizers(&self) -> Vec<(&'static str, OptimizerConfig)> {
        self.model().optimizers()
    }

    fn compares_sets(&self) -> bool {
        self.model().compares_sets()
    }

    fn train_step(&mut self, batch: Batch, cx: &mut TrainContext<'_>) -> Result<Losses, ModelError> {
        let batch = M::Batch::from_batch(batch)?;
        let (model, losses) = self.take().train_step(&batch, cx);
        self.model = Some(model);
        Ok(losses)
    }

    fn evaluate(&self, batch: Batch, rngs: &mut Rngs) -> Result<Vec<(&'static str, f64)>, ModelError> {
        let batch = M::Batch::from_batch(batch)?;
        let model = self.model().valid();
        let output = model.forward(&batch, rngs);
        Ok(model.loss(&batch, &output, rngs).values()?)
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, ModelError> {
        Ok(self.model().valid().generate(n, options, rngs)?)
    }

    fn edit(&self, n: usize, edit: &Edit, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, ModelError> {
        Ok(self.model().valid().edit(n, edit, options, rngs)?)
    }

    fn figures(&self, terms: &[(&'static str, f64)]) -> Vec<(&'static str, f64)> {
        self.model().figures(terms)
    }

    fn continuation(
        &self,
        prompt: &[u32],
        options: &ContinuationOptions,
        rngs: &mut Rngs,
        each: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Option<Vec<u32>>, ModelError> {
        Ok(self.model().valid().continuation(prompt, options, rngs, each).transpose()?)
    }

    fn sequence_length(&self) -> Option<usize> {
        self.model().sequence_length()
    }

    fn classes(&self) -> Option<usize> {
        self.model().classes()
    }

    fn log_prob(&self, batch: Batch, rngs: &mut Rngs) -> Result<Option<LogProb>, ModelError> {
        Ok(self.model().valid().log_prob(&M::Batch::from_batch(batch)?, rngs))
    }

    fn importance_bound(&self, batch: Batch, draws: usize, rngs: &mut Rngs) -> Result<Option<LogProb>, ModelError> {
        Ok(self.model().valid().importance_bound(&M::Batch::from_batch(batch)?, draws, rngs))
    }

    fn pictures(&self, batch: Batch, rngs: &mut Rngs) -> Result<Vec<Picture>, ModelError> {
        Ok(self.model().valid().pictures(&M::Batch::from_batch(batch)?, rngs))
    }

    fn reconstruct(&self, batch: Batch, rngs: &mut Rngs) -> Result<Option<Samples>, ModelError> {
        Ok(self.model().valid().reconstruct(&M::Batch::from_batch(batch)?, rngs))
    }

    fn baseline(&self, train: Batch, held_out: Batch) -> Result<Option<Baseline>, ModelError> {
        Ok(self.model().baseline(&M::Batch::from_batch(train)?, &M::Batch::from_batch(held_out)?))
    }

    fn shapes(&self) -> Vec<(String, Vec<usize>)> {
        params::shapes(self.model())
    }

    fn export(&self) -> Result<Vec<NamedTensor>, ModelError> {
        Ok(params::export(self.model())?)
    }

    fn import(&mut self, tensors: Vec<NamedTensor>) -> Result<(), ModelError> {
        let (model, result) = match params::import(self.take(), tensors) {
            Ok(model) => (model, Ok(())),
            Err((model, error)) => (model, Err(error.into())),
        };
        self.model = Some(model);
        result
    }
}
