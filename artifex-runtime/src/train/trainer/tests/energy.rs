//! Runs of energy-based models.

use super::*;
use crate::data::{DataConfig, ToyConfig, ToyDistribution};
use crate::models::energy::{EBMConfig, EnergyTraining, MCMCSampler, PCDConfig};
use std::path::Path;

/// Eight Gaussians, few points of each.
fn points() -> Splits {
    let config =
        ToyConfig { distribution: ToyDistribution::EightGaussians, train: 40, held_out: 20, noise: None, seed: 0 };
    DataConfig::Toy(config).load(Path::new("")).unwrap()
}

/// Persistent chains, spectral norm and dropout: everything with a state. The chains learn how far to go in every update.
fn ebm(seed: u64) -> Box<dyn DynModel> {
    let mut config = crate::config!(EBMConfig {
        input_dim = 2,
        reference_std = 2.0,
        energy_network = { hidden_dims = [6, 6], spectral_norm = true, dropout_rate = 0.2, use_residual = true },
        mcmc = { n_steps = 3, step_size = 0.1, warm_up = 5, init_scale = 2.0 },
        sample_buffer = { capacity = 30, reinit_prob = 0.2 },
    });
    config.energy.mcmc.sampler = MCMCSampler::Chees;
    config.energy.training = EnergyTraining::Pcd(PCDConfig {});
    Box::new(Dynamic::new(config.build(&mut BuildContext::new(device(), seed)).unwrap()))
}

#[test]
fn persistent_chains_resume_bit_for_bit() {
    let (data, config) = (points(), TrainConfig { batch_size: 6, ..config(12) });
    let mut whole = ebm(5);
    let summary = Trainer::new(&mut *whole, &data, &config, &device(), Rngs::new(1)).unwrap().run().unwrap();
    assert_eq!(summary.held_out[0].0, "nll");

    let run = tempfile::tempdir().unwrap();
    let store = CheckpointStore::new(run.path(), "ebm", "f", 3);
    let (mut first, interrupt) = (ebm(5), Interrupt::default());
    Trainer::new(&mut *first, &data, &config, &device(), Rngs::new(1))
        .unwrap()
        .with_checkpoints(store.clone())
        .with_callback(StopAfter(7, interrupt.clone()))
        .with_interrupt(interrupt)
        .run()
        .unwrap();
    // Another model with other initial values and chains: everything comes from the files.
    let mut second = ebm(6);
    let chains = |model: &dyn DynModel| {
        let tensors = model.export().unwrap();
        tensors.into_iter().find(|tensor| tensor.name == "buffer.running_samples").unwrap().data
    };
    assert_ne!(chains(&*second), chains(&*first));
    let checkpoint = store.load(&store.latest().unwrap().unwrap(), &second.shapes()).unwrap();
    let mut trainer =
        Trainer::new(&mut *second, &data, &config, &device(), Rngs::new(1)).unwrap().with_checkpoints(store);
    trainer.resume(checkpoint).unwrap();
    let resumed = trainer.run().unwrap();
    drop(trainer);
    assert_eq!((resumed.held_out, resumed.best), (summary.held_out, summary.best));
    assert_eq!(chains(&*second), chains(&*whole));
    assert_eq!(second.export().unwrap(), whole.export().unwrap());
}
