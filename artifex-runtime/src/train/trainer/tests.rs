#![allow(
    clippy::float_cmp,
    clippy::cast_precision_loss,
    clippy::type_complexity,
    clippy::items_after_statements,
    reason = "exact results and small numbers in tests"
)]

mod adversarial;
mod energy;

use std::sync::{Arc, Mutex};

use super::*;
use crate::models::vae::{
    BetaVAE, BetaVAEConfig, DecoderConfig, EncoderConfig, EncoderType, ReconstructionLoss, VAEConfig,
};
use crate::models::{Batch, Build, BuildContext, Dynamic, ImageBatch};
use crate::nn::Activation;
use crate::nn::optim::{AdamConfig, OptimizerConfig, SgdConfig};
use crate::rng::Stream;
use crate::train::schedule::{ConstantSchedule, CosineSchedule};
use crate::train::{MetricsFile, ScheduleConfig};
use burn::tensor::{Tensor, TensorData};

/// Images with one bright column each.
struct Columns(usize);

impl Dataset for Columns {
    fn len(&self) -> usize {
        self.0
    }
    fn item_shape(&self) -> [usize; 3] {
        [4, 4, 1]
    }
    fn batch(&self, indices: &[usize], device: &Device) -> Batch {
        let pixel = |i: usize, p: usize| if p % 4 == i % 4 { 0.9 } else { 0.1 };
        let values: Vec<f32> = indices.iter().flat_map(|&i| (0..16).map(move |p| pixel(i, p))).collect();
        let images = Tensor::from_data(TensorData::new(values, [indices.len(), 4, 4, 1]), device);
        Batch::Images(ImageBatch { images, labels: None })
    }
    fn describe(&self) -> String {
        "columns".into()
    }
}

fn splits() -> Splits {
    Splits { train: Box::new(Columns(50)), held_out: Box::new(Columns(9)) }
}

fn device() -> Device {
    Device::flex().autodiff()
}

/// A model with dropout, batch norm and a warm-up: everything that has a state.
fn model() -> Dynamic<BetaVAE> {
    let vae = VAEConfig {
        name: None,
        encoder: EncoderConfig {
            name: None,
            input_shape: vec![4, 4, 1],
            latent_dim: 2,
            hidden_dims: vec![12],
            activation: Activation::Gelu,
            dropout_rate: 0.2,
            use_batch_norm: true,
        },
        decoder: DecoderConfig {
            name: None,
            latent_dim: 2,
            hidden_dims: vec![12],
            output_shape: vec![4, 4, 1],
            activation: Activation::Relu,
            output_activation: Activation::Sigmoid,
            dropout_rate: 0.1,
            use_batch_norm: false,
        },
        encoder_type: EncoderType::Dense,
        kl_weight: 0.5,
        reconstruction_loss_type: ReconstructionLoss::Bce,
        levels: None,
    };
    let config = BetaVAEConfig { vae, beta_default: 2.0, beta_warmup_steps: 30 };
    Dynamic::new(config.build(&mut BuildContext::new(device(), 5)).unwrap())
}

fn constant() -> ScheduleConfig {
    ScheduleConfig::Constant(ConstantSchedule { warmup_steps: 0 })
}

fn config(steps: u64) -> TrainConfig {
    TrainConfig {
        epochs: None,
        steps: Some(steps),
        batch_size: 8,
        drop_last: false,
        optimizer: Some(OptimizerConfig::Adam(AdamConfig { learning_rate: 0.01, ..AdamConfig::default() })),
        schedule: ScheduleConfig::Cosine(CosineSchedule { warmup_steps: 3, min_ratio: 0.1 }),
        gradient_clip_norm: Some(5.0),
        checkpoint_every: None,
        keep_last: 3,
        evaluate_every: None,
        log_every: 1,
        samples: 0,
    }
}

/// Keeps every event as text, with all digits.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Callback for Log {
    fn on_step(&mut self, event: &StepEvent<'_>) -> Result<(), CallbackError> {
        let StepEvent { step, epoch, learning_rate, losses, gradient_norm, .. } = event;
        self.0.lock().unwrap().push(format!("step {step} {epoch} {learning_rate:?} {losses:?} {gradient_norm:?}"));
        Ok(())
    }
    fn on_eval(&mut self, event: &EvalEvent<'_>, _: &dyn DynModel) -> Result<(), CallbackError> {
        self.0.lock().unwrap().push(format!("eval {} {:?} {}", event.step, event.losses, event.is_best));
        Ok(())
    }
    fn on_checkpoint(&mut self, event: &CheckpointEvent<'_>) -> Result<(), CallbackError> {
        self.0.lock().unwrap().push(format!("checkpoint {}", event.step));
        Ok(())
    }
    fn on_end(&mut self, event: &EndEvent<'_>, _: &dyn DynModel) -> Result<(), CallbackError> {
        self.0.lock().unwrap().push(format!("end {:?}", event.summary.outcome));
        Ok(())
    }
}

/// Asks for a stop after some updates.
struct StopAfter(u64, Interrupt);

impl Callback for StopAfter {
    fn on_step(&mut self, event: &StepEvent<'_>) -> Result<(), CallbackError> {
        if event.step == self.0 {
            self.1.request();
        }
        Ok(())
    }
}

#[test]
fn a_resumed_run_equals_an_uninterrupted_one_bit_for_bit() {
    let (data, config) = (splits(), config(40));
    let mut whole = model();
    let whole_log = Log::default();
    let mut trainer =
        Trainer::new(&mut whole, &data, &config, &device(), Rngs::new(1)).unwrap().with_callback(whole_log.clone());
    let summary = trainer.run().unwrap();
    assert_eq!((summary.outcome, summary.steps, summary.epochs), (Outcome::Completed, 40, 5));
    drop(trainer);

    let run = tempfile::tempdir().unwrap();
    let store = CheckpointStore::new(run.path(), "beta_vae", "f", 3);
    let log = Log::default();
    // Stopped in the middle of an epoch.
    let (mut first, interrupt) = (model(), Interrupt::default());
    let stopped = Trainer::new(&mut first, &data, &config, &device(), Rngs::new(1))
        .unwrap()
        .with_checkpoints(store.clone())
        .with_callback(log.clone())
        .with_callback(StopAfter(17, interrupt.clone()))
        .with_interrupt(interrupt)
        .run()
        .unwrap();
    assert_eq!((stopped.outcome, stopped.steps), (Outcome::Interrupted, 17));

    // As a new process would: another model object, other streams, everything from the files.
    let mut second = Dynamic::new(second_model());
    let path = store.latest().unwrap().unwrap();
    let checkpoint = store.load(&path, &second.shapes()).unwrap();
    let mut trainer = Trainer::new(&mut second, &data, &config, &device(), Rngs::new(1))
        .unwrap()
        .with_checkpoints(store)
        .with_callback(log.clone());
    trainer.resume(checkpoint).unwrap();
    assert_eq!(trainer.step(), 17);
    let resumed = trainer.run().unwrap();
    drop(trainer);

    assert_eq!(resumed.held_out, summary.held_out);
    assert_eq!(resumed.best, summary.best);
    assert_eq!(second.export().unwrap(), whole.export().unwrap());
    let events = |log: &Log| -> Vec<String> {
        log.0
            .lock()
            .unwrap()
            .iter()
            .filter(|line| !line.starts_with("checkpoint") && !line.starts_with("end"))
            .cloned()
            .collect()
    };
    assert_eq!(events(&log), events(&whole_log));
}

/// The same model with other initial values, so that a parameter that is not restored shows.
fn second_model() -> BetaVAE {
    let shapes = model().shapes();
    let mut other = model();
    let mut stream = Stream::from_seed(99);
    let tensors = shapes
        .into_iter()
        .map(|(name, shape)| crate::nn::NamedTensor { name, data: stream.normal(shape.iter().product()), shape })
        .collect();
    other.import(tensors).unwrap();
    other.model().clone()
}

#[test]
fn training_reduces_the_held_out_loss() {
    let (data, mut model, config) = (splits(), model(), config(150));
    let before = evaluate(&model, &*data.held_out, 8, &Device::flex(), &Rngs::new(1)).unwrap();
    let summary = Trainer::new(&mut model, &data, &config, &device(), Rngs::new(1)).unwrap().run().unwrap();
    assert!(summary.held_out[0].1 < 0.8 * before[0].1, "{before:?} to {summary:?}");
    assert_eq!(summary.held_out.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["total", "reconstruction", "kl"]);
}

#[test]
fn events_come_when_the_config_says() {
    let (data, mut model) = (splits(), model());
    let run = tempfile::tempdir().unwrap();
    let mut config = config(10);
    (config.log_every, config.evaluate_every, config.checkpoint_every) = (4, Some(5), Some(3));
    let log = Log::default();
    Trainer::new(&mut model, &data, &config, &device(), Rngs::new(1))
        .unwrap()
        .with_checkpoints(CheckpointStore::new(run.path(), "beta_vae", "f", 3))
        .with_callback(log.clone())
        .run()
        .unwrap();
    let log = log.0.lock().unwrap();
    let reported: Vec<&str> = log.iter().filter(|line| line.contains("Some([")).map(|line| &line[..7]).collect();
    assert_eq!(reported, ["step 4 ", "step 8 ", "step 10"]);
    let others: Vec<String> = log
        .iter()
        .filter(|line| !line.starts_with("step"))
        .map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        others,
        ["checkpoint 3", "eval 5", "checkpoint 6", "checkpoint 9", "eval 10", "checkpoint 10", "end Completed"]
    );
}

#[test]
fn every_field_of_the_config_acts() {
    let data = splits();
    let observe = |config: &TrainConfig| {
        let (mut model, log) = (model(), Log::default());
        let run = tempfile::tempdir().unwrap();
        let store = CheckpointStore::new(run.path(), "beta_vae", "f", config.keep_last);
        Trainer::new(&mut model, &data, config, &device(), Rngs::new(1))
            .unwrap()
            .with_checkpoints(store.clone())
            .with_callback(log.clone())
            .run()
            .unwrap();
        format!(
            "{:?} {:?}",
            log.0.lock().unwrap(),
            store.list().unwrap().iter().map(|(step, _)| *step).collect::<Vec<_>>()
        )
    };
    let mut base = config(9);
    base.checkpoint_every = Some(2);
    let changes: [(&str, fn(&mut TrainConfig)); 11] = [
        ("epochs", |c| (c.steps, c.epochs) = (None, Some(2))),
        ("steps", |c| c.steps = Some(8)),
        ("batch_size", |c| c.batch_size = 7),
        ("drop_last", |c| c.drop_last = true),
        ("optimizer", |c| c.optimizer = Some(OptimizerConfig::Sgd(SgdConfig::default()))),
        ("schedule", |c| c.schedule = constant()),
        ("gradient_clip_norm", |c| c.gradient_clip_norm = Some(0.1)),
        ("checkpoint_every", |c| c.checkpoint_every = None),
        ("keep_last", |c| c.keep_last = 1),
        ("evaluate_every", |c| c.evaluate_every = Some(2)),
        ("log_every", |c| c.log_every = 2),
    ];
    let mut seen = vec![observe(&base)];
    for (field, change) in changes {
        let mut config = base.clone();
        change(&mut config);
        let observed = observe(&config);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
}

#[test]
fn a_diverging_run_stops_and_says_why() {
    let (data, mut model) = (splits(), model());
    let run = tempfile::tempdir().unwrap();
    let mut config = config(400);
    config.optimizer = Some(OptimizerConfig::Sgd(SgdConfig { learning_rate: 1e30, ..SgdConfig::default() }));
    (config.schedule, config.gradient_clip_norm, config.log_every) = (constant(), None, 5);
    let store = CheckpointStore::new(run.path(), "beta_vae", "f", 3);
    let error = Trainer::new(&mut model, &data, &config, &device(), Rngs::new(1))
        .unwrap()
        .with_checkpoints(store.clone())
        .run()
        .unwrap_err();
    assert!(matches!(error, TrainError::NotFinite { step: 5, .. }), "{error}");
    let text = error.to_string();
    assert!(["step 5", "learning_rate", "gradient_clip_norm", "1e30"].iter().all(|part| text.contains(part)), "{text}");
    assert!(store.latest().unwrap().is_none());
}

#[test]
fn a_loss_that_is_infinite_has_one_more_cause() {
    let of = |value| {
        let clip = "not set".to_owned();
        TrainError::NotFinite { step: 5, term: "total", value, learning_rate: 1e-3, clip }.to_string()
    };
    let usual = "usual causes: `learning_rate` (1e-3 in this step) too high, no `gradient_clip_norm` (not set), no `warmup_steps`, \
                 or data outside [0, 1]";
    assert_eq!(of(f64::NAN), format!("the loss term `total` is NaN at step 5; {usual}"));
    assert_eq!(
        of(f64::INFINITY),
        format!(
            "the loss term `total` is inf at step 5; {usual}; a likelihood is infinite too where an example has no density, as \
             beyond the ends of a uniform base distribution: choose `base_distribution = \"normal\"`"
        )
    );
}

#[test]
fn unusable_configs_are_refused_before_the_run() {
    let data = splits();
    let refuse = |change: fn(&mut TrainConfig)| {
        let (mut config, mut model) = (config(1), model());
        change(&mut config);
        Trainer::new(&mut model, &data, &config, &device(), Rngs::new(1)).map(|_| ()).unwrap_err().to_string()
    };
    assert!(refuse(|c| c.epochs = Some(1)).contains("exactly one"));
    assert!(refuse(|c| c.steps = None).contains("exactly one"));
    assert_eq!(
        refuse(|c| c.optimizer = None),
        "`train.optimizer` is missing; set `[train.optimizer]` with `type = \"adam\"`, for instance"
    );
    assert!(refuse(|c| c.batch_size = 0).contains("batch_size"));
    assert!(refuse(|c| (c.batch_size, c.drop_last) = (51, true)).contains("batch_size"));
}

#[test]
fn metrics_of_a_resumed_run_are_complete_and_without_repetition() {
    let (data, run) = (splits(), tempfile::tempdir().unwrap());
    let path = run.path().join("metrics.jsonl");
    let mut config = config(12);
    config.checkpoint_every = Some(5);
    let store = CheckpointStore::new(run.path(), "beta_vae", "f", 3);
    let mut first = model();
    // Goes on to step 8 after the checkpoint of step 5; then everything but the files is lost.
    struct Kill;
    impl Callback for Kill {
        fn on_step(&mut self, event: &StepEvent<'_>) -> Result<(), CallbackError> {
            let killed = CallbackError { what: "killed".into(), source: std::io::Error::other("test") };
            if event.step == 8 { Err(killed) } else { Ok(()) }
        }
    }
    let killed = Trainer::new(&mut first, &data, &config, &device(), Rngs::new(1))
        .unwrap()
        .with_checkpoints(store.clone())
        .with_callback(MetricsFile::open(&path, 0).unwrap())
        .with_callback(Kill)
        .run();
    assert!(matches!(killed, Err(TrainError::Callback(_))));

    let mut second = model();
    let checkpoint = store.load(&store.latest().unwrap().unwrap(), &second.shapes()).unwrap();
    let metrics = MetricsFile::open(&path, checkpoint.state.step).unwrap();
    let mut trainer =
        Trainer::new(&mut second, &data, &config, &device(), Rngs::new(1)).unwrap().with_callback(metrics);
    trainer.resume(checkpoint).unwrap();
    trainer.run().unwrap();
    drop(trainer);
    let text = std::fs::read_to_string(&path).unwrap();
    let steps: Vec<u64> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| line["split"] == "train")
        .map(|line| line["step"].as_u64().unwrap())
        .collect();
    assert_eq!(steps, (1..=12).collect::<Vec<_>>());
}
