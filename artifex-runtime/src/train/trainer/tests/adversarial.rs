//! Runs of two players.

use super::*;
use crate::data::{DataConfig, ToyConfig, ToyDistribution};
use crate::models::gan::{ConditionalGANConfig, GANConfig, WGANConfig};
use std::path::Path;

/// Eight Gaussians, few points of each.
fn points() -> Splits {
    let config =
        ToyConfig { distribution: ToyDistribution::EightGaussians, train: 40, held_out: 20, noise: None, seed: 0 };
    DataConfig::Toy(config).load(Path::new("")).unwrap()
}

/// A critic that learns three times as often, at another rate, with spectral norm, a penalty and dropout: everything with a state.
fn gan(seed: u64) -> Box<dyn DynModel> {
    let config = crate::config!(GANConfig {
        generator_lr = 1e-3,
        discriminator_lr = 3e-3,
        loss_type = "hinge",
        gradient_penalty_weight = 1.0,
        critic_iterations = 3,
        generator = {
            latent_dim = 2, hidden_dims = [6], output_shape = [2], output_activation = "identity", batch_norm = true,
        },
        discriminator = { input_shape = [2], hidden_dims = [6], spectral_norm = true, dropout_rate = 0.2 },
    });
    Box::new(Dynamic::new(config.build(&mut BuildContext::new(device(), seed)).unwrap()))
}

/// Convolutions with batch norm in both players, told the class.
fn told(seed: u64) -> Box<dyn DynModel> {
    let mut config = ConditionalGANConfig::example();
    config.adversarial.critic_iterations = 2;
    config.generator.generator.network.hidden_dims = vec![4];
    config.discriminator.discriminator.network.hidden_dims = vec![4, 4];
    Box::new(Dynamic::new(config.build(&mut BuildContext::new(device(), seed)).unwrap()))
}

/// Clipped weights.
fn clipped(seed: u64) -> Box<dyn DynModel> {
    let mut config = WGANConfig::example();
    config.use_gradient_penalty = false;
    config.generator.network.hidden_dims = vec![4];
    config.discriminator.discriminator.network.hidden_dims = vec![4, 4];
    Box::new(Dynamic::new(config.build(&mut BuildContext::new(device(), seed)).unwrap()))
}

/// Eight images of 8 x 8 with their classes.
struct Images;

impl Dataset for Images {
    fn len(&self) -> usize {
        8
    }
    fn item_shape(&self) -> [usize; 3] {
        [8, 8, 1]
    }
    fn batch(&self, indices: &[usize], device: &Device) -> Batch {
        let values: Vec<f32> =
            indices.iter().flat_map(|&i| (0..64).map(move |p| ((p * (i + 1)) % 7) as f32 / 7.0)).collect();
        let labels: Vec<i64> = indices.iter().map(|&i| i as i64).collect();
        Batch::Images(ImageBatch {
            images: Tensor::from_data(TensorData::new(values, [indices.len(), 8, 8, 1]), device),
            labels: Some(Tensor::from_data(TensorData::new(labels, [indices.len()]), device)),
        })
    }
    fn classes(&self) -> Option<(i64, i64)> {
        Some((0, 7))
    }
    fn describe(&self) -> String {
        "images".into()
    }
}

fn own(steps: u64) -> TrainConfig {
    TrainConfig { optimizer: None, batch_size: 6, ..config(steps) }
}

#[test]
fn two_players_resume_bit_for_bit() {
    let images = || Splits { train: Box::new(Images), held_out: Box::new(Images) };
    let cases: [(Splits, fn(u64) -> Box<dyn DynModel>); 3] = [(points(), gan), (images(), told), (images(), clipped)];
    for (data, build) in cases {
        let config = own(12);
        let mut whole = build(5);
        let whole_log = Log::default();
        let summary = Trainer::new(&mut *whole, &data, &config, &device(), Rngs::new(1))
            .unwrap()
            .with_callback(whole_log.clone())
            .run()
            .unwrap();

        let run = tempfile::tempdir().unwrap();
        let store = CheckpointStore::new(run.path(), "gan", "f", 3);
        let log = Log::default();
        // Stopped between two updates of the generator.
        let (mut first, interrupt) = (build(5), Interrupt::default());
        Trainer::new(&mut *first, &data, &config, &device(), Rngs::new(1))
            .unwrap()
            .with_checkpoints(store.clone())
            .with_callback(log.clone())
            .with_callback(StopAfter(7, interrupt.clone()))
            .with_interrupt(interrupt)
            .run()
            .unwrap();
        // Another model with other initial values: everything comes from the files.
        let mut second = build(6);
        assert_ne!(second.export().unwrap(), first.export().unwrap());
        let checkpoint = store.load(&store.latest().unwrap().unwrap(), &second.shapes()).unwrap();
        let mut trainer = Trainer::new(&mut *second, &data, &config, &device(), Rngs::new(1))
            .unwrap()
            .with_checkpoints(store)
            .with_callback(log.clone());
        trainer.resume(checkpoint).unwrap();
        let resumed = trainer.run().unwrap();
        drop(trainer);
        assert_eq!((resumed.held_out, resumed.best), (summary.held_out, summary.best));
        assert_eq!(second.export().unwrap(), whole.export().unwrap());
        let events = |log: &Log| -> Vec<String> {
            let kept = |line: &&String| !line.starts_with("checkpoint") && !line.starts_with("end");
            log.0.lock().unwrap().iter().filter(kept).cloned().collect()
        };
        assert_eq!(events(&log), events(&whole_log));
        let reported = events(&log).join("\n");
        assert!(["discriminator_loss", "generator_loss"].iter().all(|name| reported.contains(name)), "{reported}");
    }
}

/// Held-out data is judged by samples, in one piece, and known modes are counted.
#[test]
fn evaluation_compares_samples_with_the_held_out_data() {
    let (data, mut model) = (points(), gan(5));
    let summary = Trainer::new(&mut *model, &data, &own(3), &device(), Rngs::new(1)).unwrap().run().unwrap();
    let names: Vec<_> = summary.held_out.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["energy_distance", "modes", "high_quality"]);
    assert_eq!(summary.best.map(|best| best.total), Some(summary.held_out[0].1));
    // The size of the batches changes nothing.
    let at = |size| evaluate(&*model, &*data.held_out, size, &Device::flex(), &Rngs::new(1)).unwrap();
    assert_eq!(at(3), at(20));
    assert_eq!([1, 2, 2048, 2049, 5000].map(set_size), [1, 2, 2048, 1025, 1667]);
}

#[test]
fn optimisers_are_said_in_one_place() {
    let (data, config) = (points(), config(1));
    let mut model = gan(5);
    let error = Trainer::new(&mut *model, &data, &config, &device(), Rngs::new(1)).map(|_| ()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`train.optimizer` is set, but the model brings optimisers of its own (generator, discriminator); set their learning \
         rates in `model` and remove `train.optimizer`"
    );
}

/// Data whose last example has a class that the model does not know.
#[test]
fn classes_that_the_model_does_not_know_are_refused_before_the_run() {
    struct Late;
    impl Dataset for Late {
        fn len(&self) -> usize {
            3
        }
        fn item_shape(&self) -> [usize; 3] {
            [8, 8, 1]
        }
        fn batch(&self, indices: &[usize], device: &Device) -> Batch {
            let labels: Vec<i64> = indices.iter().map(|&i| if i == 2 { 10 } else { 0 }).collect();
            Batch::Images(ImageBatch {
                images: Tensor::zeros([indices.len(), 8, 8, 1], device),
                labels: Some(Tensor::from_data(TensorData::new(labels, [indices.len()]), device)),
            })
        }
        fn classes(&self) -> Option<(i64, i64)> {
            Some((0, 10))
        }
        fn describe(&self) -> String {
            "late".into()
        }
    }
    let data = Splits { train: Box::new(Late), held_out: Box::new(Images) };
    let mut model = told(5);
    let error = Trainer::new(&mut *model, &data, &own(1), &device(), Rngs::new(1)).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("classes from 0 to 10, but the model knows 10"), "{error}");
}
