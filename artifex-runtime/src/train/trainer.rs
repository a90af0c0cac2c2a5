//! The training loop.

use std::time::Instant;

use burn::tensor::Device;

use super::callback::{Callback, CallbackError, CheckpointEvent, EndEvent, EvalEvent, StepEvent};
use super::checkpoint::{Best, Checkpoint, CheckpointError, CheckpointState, CheckpointStore, FORMAT_VERSION};
use super::config::{TrainConfig, TrainConfigError};
use super::interrupt::Interrupt;
use crate::data::{Batches, DataError, Dataset, Modes, Splits};
use crate::models::{
    BatchError, DynModel, LossReadError, Losses, ModelError, Progress, SampleError, SampleOptions, Samples,
    TrainContext,
};
use crate::nn::optim::{Optimizer, OptimizerStateError};
use crate::rng::Rngs;

/// Why a run could not start or go on.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum TrainError {
    /// The length of the run is not clear.
    #[error(transparent)]
    Config(#[from] TrainConfigError),
    /// The model cannot use the data, or failed.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The data cannot be put into batches.
    #[error(transparent)]
    Data(#[from] DataError),
    /// A checkpoint could not be written or read.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The optimiser's state in the checkpoint does not fit.
    #[error(transparent)]
    Optimizer(#[from] OptimizerStateError),
    /// The loss could not be read.
    #[error(transparent)]
    Loss(#[from] LossReadError),
    /// Nothing says how the parameters are updated.
    #[error("`train.optimizer` is missing; set `[train.optimizer]` with `type = \"adam\"`, for instance")]
    NoOptimizer,
    /// Two places say how the parameters are updated.
    #[error(
        "`train.optimizer` is set, but the model brings optimisers of its own ({}); set their learning rates in `model` and \
         remove `train.optimizer`",
        .0.join(", ")
    )]
    TwoOptimizers(Vec<&'static str>),
    /// A callback failed.
    #[error(transparent)]
    Callback(#[from] CallbackError),
    /// A loss term became infinite or undefined.
    #[error(
        "the loss term `{term}` is {value} at step {step}; usual causes: `learning_rate` ({learning_rate:e} in this step) too \
         high, no `gradient_clip_norm` ({clip}), no `warmup_steps`, or data outside [0, 1]{}",
        if *value == f64::INFINITY { NO_DENSITY } else { "" }
    )]
    NotFinite {
        /// Number of updates done when it was noticed.
        step: u64,
        /// The first such term.
        term: &'static str,
        /// Its value.
        value: f64,
        /// The learning rate of the step.
        learning_rate: f64,
        /// The limit on the gradient, in words.
        clip: String,
    },
}

/// One more cause of a loss that is infinite, not undefined.
const NO_DENSITY: &str = "; a likelihood is infinite too where an example has no density, as beyond the ends of a uniform base \
                          distribution: choose `base_distribution = \"normal\"`";

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All updates were done.
    Completed,
    /// It was asked to stop, and saved a checkpoint.
    Interrupted,
}

/// What came out of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How it ended.
    pub outcome: Outcome,
    /// Updates done over the whole run, before a resume included.
    pub steps: u64,
    /// Whole passes over the training data.
    pub epochs: u64,
    /// The last evaluation's terms.
    pub held_out: Vec<(&'static str, f64)>,
    /// The best evaluation.
    pub best: Option<Best>,
    /// Seconds spent in this call.
    pub seconds: f64,
}

/// Trains a model.
pub struct Trainer<'a> {
    model: &'a mut dyn DynModel,
    splits: &'a Splits,
    config: &'a TrainConfig,
    device: Device,
    rngs: Rngs,
    optimizer: Optimizer,
    batches: Batches,
    total_steps: u64,
    step: u64,
    best: Option<Best>,
    held_out: Vec<(&'static str, f64)>,
    store: Option<CheckpointStore>,
    callbacks: Vec<Box<dyn Callback + 'a>>,
    interrupt: Interrupt,
}

impl std::fmt::Debug for Trainer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Trainer")
            .field("step", &self.step)
            .field("total_steps", &self.total_steps)
            .finish_non_exhaustive()
    }
}

impl<'a> Trainer<'a> {
    /// A run from the beginning. `model` was built with autodiff on `device`; the data's order comes from the stream `data`
    /// of `rngs`.
    ///
    /// # Errors
    /// [`TrainError`] if the run has no length, the data fills no batch, or the model does not take the data.
    pub fn new(
        model: &'a mut dyn DynModel,
        splits: &'a Splits,
        config: &'a TrainConfig,
        device: &Device,
        mut rngs: Rngs,
    ) -> Result<Self, TrainError> {
        let device = device.clone().without_autodiff();
        for data in [&splits.train, &splits.held_out] {
            model.accepts(data.batch(&[0], &device))?;
            BatchError::check_classes(data.classes(), model.classes()).map_err(ModelError::from)?;
        }
        let stream = rngs.stream("data").clone();
        let batches = Batches::new(splits.train.len(), config.batch_size, config.drop_last, stream)?;
        let total_steps = config.total_steps(batches.batches_per_epoch())?;
        let optimizer = optimizer(&*model, config)?.with_clip_norm(config.gradient_clip_norm);
        Ok(Self {
            model,
            splits,
            config,
            device,
            rngs,
            optimizer,
            batches,
            total_steps,
            step: 0,
            best: None,
            held_out: Vec::new(),
            store: None,
            callbacks: Vec::new(),
            interrupt: Interrupt::default(),
        })
    }

    /// Writes checkpoints into `store`.
    #[must_use]
    pub fn with_checkpoints(mut self, store: CheckpointStore) -> Self {
        self.store = Some(store);
        self
    }

    /// Adds a listener; they are called in the order in which they were added.
    #[must_use]
    pub fn with_callback(mut self, callback: impl Callback + 'a) -> Self {
        self.callbacks.push(Box::new(callback));
        self
    }

    /// Stops when this is requested.
    #[must_use]
    pub fn with_interrupt(mut self, interrupt: Interrupt) -> Self {
        self.interrupt = interrupt;
        self
    }

    /// Continues where a checkpoint was written.
    ///
    /// # Errors
    /// [`TrainError`] if it does not fit the model, the optimiser or the data.
    pub fn resume(&mut self, checkpoint: Checkpoint) -> Result<(), TrainError> {
        let Checkpoint { state, model, optimizer } = checkpoint;
        self.optimizer.import(optimizer, &self.model.shapes(), &self.device)?;
        self.batches.seek(state.position)?;
        self.model.import(model)?;
        self.rngs = Rngs::from_state(&state.rngs);
        self.step = state.step;
        self.best = state.best;
        Ok(())
    }

    /// Names and shapes of the model's tensors.
    #[must_use]
    pub fn shapes(&self) -> Vec<(String, Vec<usize>)> {
        self.model.shapes()
    }

    /// Updates of the whole run.
    #[must_use]
    pub const fn total_steps(&self) -> u64 {
        self.total_steps
    }

    /// Updates done so far.
    #[must_use]
    pub const fn step(&self) -> u64 {
        self.step
    }

    /// Trains to the end, or until the interrupt.
    ///
    /// The loop runs on a thread of rayon's pool: the thread that hands out work then does a share of it, instead of waiting
    /// beside as many workers as there are cores.
    ///
    /// # Errors
    /// [`TrainError`] at the first thing that goes wrong; checkpoints written before stay.
    pub fn run(&mut self) -> Result<Summary, TrainError> {
        rayon::scope(|_| self.run_here())
    }

    fn run_here(&mut self) -> Result<Summary, TrainError> {
        let start = Instant::now();
        let mut since_log = (Instant::now(), self.step);
        let mut saved_at = None;
        let mut outcome = Outcome::Completed;
        while self.step < self.total_steps {
            if self.interrupt.is_requested() {
                outcome = Outcome::Interrupted;
                break;
            }
            self.update(&mut since_log)?;
            let done = self.step == self.total_steps;
            let epoch_done = self.batches.position().batch == 0;
            if done || self.config.evaluate_every.map_or(epoch_done, |every| self.step.is_multiple_of(every)) {
                let evaluating = Instant::now();
                self.evaluate()?;
                // Evaluation is no training time.
                since_log.0 += evaluating.elapsed();
            }
            if done || self.config.checkpoint_every.is_some_and(|every| self.step.is_multiple_of(every)) {
                self.save()?;
                saved_at = Some(self.step);
            }
        }
        if outcome == Outcome::Interrupted && saved_at != Some(self.step) {
            self.save()?;
        }
        let summary = Summary {
            outcome,
            steps: self.step,
            epochs: self.batches.position().epoch,
            held_out: self.held_out.clone(),
            best: self.best,
            seconds: start.elapsed().as_secs_f64(),
        };
        for callback in &mut self.callbacks {
            callback.on_end(&EndEvent { summary: &summary }, &*self.model)?;
        }
        Ok(summary)
    }

    /// One update and its event.
    fn update(&mut self, since_log: &mut (Instant, u64)) -> Result<(), TrainError> {
        let epoch = self.batches.position().epoch + 1;
        let batch = self.splits.train.batch(&self.batches.next(), &self.device);
        let factor = self.config.schedule.factor(self.step, self.total_steps);
        let learning_rate = self.optimizer.config().learning_rate() * factor;
        let reported =
            (self.step + 1).is_multiple_of(self.config.log_every.max(1)) || self.step + 1 == self.total_steps;
        self.optimizer.set_wants_norm(reported);
        let mut cx = TrainContext {
            optimizer: &mut self.optimizer,
            rngs: &mut self.rngs,
            progress: Progress::at(self.step),
            learning_rate,
        };
        let losses = self.model.train_step(batch, &mut cx)?;
        self.step += 1;
        let values = if reported { Some(self.read(&losses, learning_rate)?) } else { None };
        let steps_per_second = values.is_some().then(|| {
            let (time, step) = std::mem::replace(since_log, (Instant::now(), self.step));
            #[expect(clippy::cast_precision_loss, reason = "few steps")]
            let rate = (self.step - step) as f64 / time.elapsed().as_secs_f64().max(1e-9);
            rate
        });
        let event = StepEvent {
            step: self.step,
            total_steps: self.total_steps,
            epoch,
            learning_rate,
            losses: values.as_deref(),
            gradient_norm: self.optimizer.gradient_norm().filter(|_| reported),
            steps_per_second,
        };
        for callback in &mut self.callbacks {
            callback.on_step(&event)?;
        }
        Ok(())
    }

    /// The values of a loss, all of them finite.
    fn read(&self, losses: &Losses, learning_rate: f64) -> Result<Vec<(&'static str, f64)>, TrainError> {
        let values = losses.values()?;
        match self.not_finite(&values, learning_rate) {
            Some(error) => Err(error),
            None => Ok(values),
        }
    }

    fn not_finite(&self, values: &[(&'static str, f64)], learning_rate: f64) -> Option<TrainError> {
        // The parts before their sum: they say more.
        let (term, value) = values.iter().skip(1).chain(values.first()).find(|(_, value)| !value.is_finite())?;
        let clip = self.config.gradient_clip_norm.map_or_else(|| "not set".to_owned(), |norm| format!("{norm}"));
        Some(TrainError::NotFinite { step: self.step, term, value: *value, learning_rate, clip })
    }

    /// The final loss on the held-out data.
    fn evaluate(&mut self) -> Result<(), TrainError> {
        let start = Instant::now();
        let losses = evaluate(&*self.model, &*self.splits.held_out, self.config.batch_size, &self.device, &self.rngs)?;
        let learning_rate = self.optimizer.config().learning_rate();
        if let Some(error) = self.not_finite(&losses, learning_rate) {
            return Err(error);
        }
        let total = losses.first().map_or(f64::INFINITY, |(_, value)| *value);
        let is_best = self.best.is_none_or(|best| total < best.total);
        if is_best {
            self.best = Some(Best { step: self.step, total });
        }
        let event = EvalEvent { step: self.step, losses: &losses, is_best, seconds: start.elapsed().as_secs_f64() };
        for callback in &mut self.callbacks {
            callback.on_eval(&event, &*self.model)?;
        }
        self.held_out = losses;
        Ok(())
    }

    /// Writes a checkpoint, if there is a place for it.
    ///
    /// # Errors
    /// [`TrainError`] if it cannot be written, or a callback fails.
    pub fn save(&mut self) -> Result<(), TrainError> {
        let Some(store) = &self.store else { return Ok(()) };
        let start = Instant::now();
        let state = CheckpointState {
            format_version: FORMAT_VERSION,
            model: String::new(),
            fingerprint: String::new(),
            step: self.step,
            position: self.batches.position(),
            rngs: self.rngs.state(),
            best: self.best,
            files: std::collections::BTreeMap::new(),
        };
        let path = store.save(state, &self.model.export()?, &self.optimizer.export()?)?;
        let event = CheckpointEvent { step: self.step, path: &path, seconds: start.elapsed().as_secs_f64() };
        for callback in &mut self.callbacks {
            callback.on_checkpoint(&event)?;
        }
        Ok(())
    }
}

/// The optimiser of the config, or those that the model brings along.
fn optimizer(model: &dyn DynModel, config: &TrainConfig) -> Result<Optimizer, TrainError> {
    let own = model.optimizers();
    match (&config.optimizer, own.first()) {
        (Some(config), None) => Ok(Optimizer::new(config.clone())),
        (None, Some((_, first))) => {
            let optimizer = Optimizer::new(first.clone());
            Ok(own.into_iter().fold(optimizer, |optimizer, (part, config)| optimizer.with_part(part, config)))
        }
        (None, None) => Err(TrainError::NoOptimizer),
        (Some(_), Some(_)) => Err(TrainError::TwoOptimizers(own.iter().map(|(part, _)| *part).collect())),
    }
}

/// Every term of the final loss on `data`: the mean over its examples, or over parts of it as large as memory allows if the
/// loss compares sets; then what the model makes of these means. For data with known modes, what a model's samples cover of them
/// follows as `modes` and `high_quality`.
///
/// Randomness comes from a stream of its own, the same in every call: evaluations differ by the model alone, and training goes
/// on as if there had been none.
///
/// # Errors
/// [`ModelError`] if the model does not take the data.
pub fn evaluate(
    model: &dyn DynModel,
    data: &dyn Dataset,
    batch_size: usize,
    device: &Device,
    rngs: &Rngs,
) -> Result<Vec<(&'static str, f64)>, ModelError> {
    let mut rngs = Rngs::new(rngs.seed()).with_seed("noise", rngs.seed() ^ EVALUATION);
    let mut sums: Vec<(&'static str, f64)> = Vec::new();
    let indices: Vec<usize> = (0..data.len()).collect();
    let size = if model.compares_sets() { set_size(data.len()) } else { batch_size.max(1) };
    for chunk in indices.chunks(size) {
        let terms = model.evaluate(data.batch(chunk, device), &mut rngs)?;
        #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
        let weight = chunk.len() as f64 / data.len() as f64;
        if sums.is_empty() {
            sums = terms.iter().map(|(name, _)| (*name, 0.0)).collect();
        }
        for ((_, sum), (_, value)) in sums.iter_mut().zip(terms) {
            *sum += weight * value;
        }
    }
    sums.extend(model.figures(&sums));
    if let Some(modes) = data.modes() {
        sums.extend(coverage(model, modes, &mut rngs)?);
    }
    Ok(sums)
}

/// The largest set that is compared at once: its pairs are all held.
const LARGEST_SET: usize = 2048;

/// The size of equal parts of `count` examples, none of them above the largest set.
fn set_size(count: usize) -> usize {
    count.div_ceil(count.div_ceil(LARGEST_SET).max(1)).max(1)
}

/// Samples that the coverage of modes is judged by, as in Srivastava et al. 2017 (VEEGAN), section 4.1.
const COVERAGE_SAMPLES: usize = 2500;

/// What samples cover of the modes; nothing for a model that draws none.
#[expect(clippy::cast_precision_loss, reason = "few modes")]
fn coverage(model: &dyn DynModel, modes: &Modes, rngs: &mut Rngs) -> Result<Vec<(&'static str, f64)>, ModelError> {
    let samples = match model.generate(COVERAGE_SAMPLES, &SampleOptions::default(), rngs) {
        Ok(Samples::Points(points)) => points,
        Ok(_) | Err(ModelError::Sample(SampleError::Unsupported(_))) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let points = samples.into_data().try_to_vec_as::<f32>().map_err(|error| {
        ModelError::Sample(SampleError::Unsupported(format!("the samples cannot be read from their device: {error}")))
    })?;
    let coverage = modes.coverage(points.as_chunks::<2>().0);
    Ok(vec![("modes", coverage.modes as f64), ("high_quality", coverage.high_quality)])
}

/// Keeps the noise of evaluations apart from that of training.
const EVALUATION: u64 = 0x6576_616c_7561_7465;

#[cfg(all(test, feature = "flex"))]
mod tests;
