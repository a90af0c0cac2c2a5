//! Every field of the configurations changes something that can be observed, and every rule is enforced.

use super::*;
use crate::config::{ModelConfig, validate_value};
use crate::nn::Activation;

/// The name of a field, and a change of it.
type Change<C> = (&'static str, fn(&mut C));

/// What a user can see of a model: its parts, its state, the losses of training, what it is judged by, a sample.
fn observe<C: Build<Model = EBM>>(config: &C, batch: &Batch) -> String {
    let model = build(config);
    let (components, shapes) = (model.components(), params::shapes(&model));
    let (model, losses) = train(model, batch, 3, &mut Rngs::new(2));
    let losses: Vec<_> = losses.iter().map(terms).collect();
    let sample = model.valid().sample(1, &SampleOptions::default(), &mut Rngs::new(0)).unwrap();
    let sample = host(flat_samples(&sample));
    format!("{components:?} {shapes:?} {losses:?} {:?} {sample:?}", evaluate(&model, batch))
}

#[track_caller]
fn assert_acts<C: Build<Model = EBM> + Clone>(base: &C, batch: &Batch, changes: &[Change<C>]) {
    let mut seen = vec![observe(base, batch)];
    for (field, change) in changes {
        let mut config = C::clone(base);
        change(&mut config);
        let observed = observe(&config, batch);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
}

#[test]
fn every_field_of_an_ebm_acts() {
    let mut base = of_points();
    (base.energy_network.hidden_dims, base.energy.mcmc.n_steps) = (vec![6, 6], 3);
    assert_acts(
        &base,
        &two_modes(8, 1),
        &[
            ("energy_network.name", |c| c.energy_network.name = Some("landscape".into())),
            ("energy_network.hidden_dims", |c| c.energy_network.hidden_dims = vec![6]),
            ("energy_network.activation", |c| c.energy_network.activation = Activation::Softplus),
            ("energy_network.dropout_rate", |c| c.energy_network.dropout_rate = 0.5),
            ("energy_network.use_bias", |c| c.energy_network.use_bias = false),
            ("energy_network.use_residual", |c| c.energy_network.use_residual = true),
            ("energy_network.spectral_norm", |c| c.energy_network.spectral_norm = true),
            ("mcmc.n_steps", |c| c.energy.mcmc.n_steps = 4),
            ("mcmc.step_size", |c| c.energy.mcmc.step_size = 0.1),
            ("mcmc.noise_scale", |c| c.energy.mcmc.noise_scale = 0.1),
            ("mcmc.clip_value", |c| c.energy.mcmc.clip_value = Some(0.05)),
            ("mcmc.temperature", |c| c.energy.mcmc.temperature = 0.5),
            ("mcmc.init_scale", |c| c.energy.mcmc.init_scale = 1.0),
            ("mcmc.sample_steps", |c| c.energy.mcmc.sample_steps = Some(9)),
            ("mcmc.denoise", |c| (c.energy.mcmc.denoise, c.energy.mcmc.noise_scale) = (true, 0.2)),
            ("mcmc.warm_up", |c| c.energy.mcmc.warm_up = 2),
            ("mcmc.sampler mala", |c| c.energy.mcmc.sampler = MCMCSampler::Mala),
            ("mcmc.sampler hmc", |c| c.energy.mcmc.sampler = MCMCSampler::Hmc),
            ("mcmc.sampler chees", |c| {
                (c.energy.mcmc.sampler, c.energy.mcmc.warm_up) = (MCMCSampler::Chees, 4);
            }),
            ("mcmc.leapfrogs", |c| (c.energy.mcmc.sampler, c.energy.mcmc.leapfrogs) = (MCMCSampler::Hmc, 2)),
            ("mcmc.sampler sgld", |c| c.energy.mcmc.sampler = MCMCSampler::Sgld),
            ("mcmc.step_decay", |c| {
                (c.energy.mcmc.sampler, c.energy.mcmc.step_decay) = (MCMCSampler::Sgld, Some(0.9));
            }),
            ("mcmc.sampler parallel_tempering", |c| c.energy.mcmc.sampler = MCMCSampler::ParallelTempering),
            ("mcmc.temperatures", |c| {
                (c.energy.mcmc.sampler, c.energy.mcmc.temperatures) = (MCMCSampler::ParallelTempering, Some(2));
            }),
            ("mcmc.lowest_power", |c| {
                (c.energy.mcmc.sampler, c.energy.mcmc.lowest_power) = (MCMCSampler::ParallelTempering, Some(0.5));
            }),
            ("sample_buffer.capacity", |c| c.energy.sample_buffer.capacity = 100),
            ("sample_buffer.reinit_prob", |c| c.energy.sample_buffer.reinit_prob = 0.9),
            ("training cd", |c| c.energy.training = EnergyTraining::Cd(CDConfig {})),
            ("training dsm", |c| c.energy.training = EnergyTraining::Dsm(DSMConfig { sigma: 0.1 })),
            ("training.sigma", |c| c.energy.training = EnergyTraining::Dsm(DSMConfig { sigma: 0.2 })),
            ("alpha", |c| c.energy.alpha = 0.1),
            ("reference_std", |c| c.energy.reference_std = Some(3.0)),
            ("reference_std absent", |c| c.energy.reference_std = None),
        ],
    );
    base.input_dim = 3;
    assert!(build(&base).accepts(&two_modes(2, 1)).is_err());
}

#[test]
fn every_field_of_a_deep_ebm_acts() {
    let mut base = DeepEBMConfig::example();
    (base.energy_network.network.hidden_dims, base.energy.mcmc.n_steps) = (vec![4, 4], 2);
    base.energy.sample_buffer.capacity = 10;
    assert_acts(
        &base,
        &images(4, [8, 8, 1]),
        &[
            ("network_type", |c| c.energy_network.network.network_type = EnergyNetworkType::Mlp),
            ("kernel_size", |c| c.energy_network.kernel_size = [3, 4]),
            ("stride", |c| c.energy_network.stride = [2, 1]),
            ("hidden_dims", |c| c.energy_network.network.hidden_dims = vec![4]),
            ("use_bias", |c| c.energy_network.network.use_bias = false),
            ("use_residual", |c| c.energy_network.network.use_residual = true),
            ("spectral_norm", |c| c.energy_network.network.spectral_norm = true),
            ("dropout_rate", |c| c.energy_network.network.dropout_rate = 0.5),
            ("alpha", |c| c.energy.alpha = 0.1),
            ("reference_std", |c| c.energy.reference_std = Some(3.0)),
        ],
    );
    base.input_shape = [8, 9, 1];
    assert!(build(&base).accepts(&images(1, [8, 8, 1])).is_err());
}

/// Names and defaults of the original; its clipping acts on nothing there and is off here.
#[test]
fn defaults_are_those_of_the_original() {
    let config = crate::config!(EBMConfig { input_dim = 784, energy_network = { hidden_dims = [256, 256] } });
    let MCMCConfig { n_steps, step_size, noise_scale, clip_value, temperature, .. } = config.energy.mcmc;
    assert_eq!((n_steps, step_size, noise_scale, temperature), (60, 0.01, 0.005, 1.0));
    assert_eq!((clip_value, config.energy.mcmc.sampler), (None, MCMCSampler::Langevin));
    let SampleBufferConfig { capacity, reinit_prob } = config.energy.sample_buffer;
    assert_eq!((capacity, reinit_prob, config.energy.alpha), (8192, 0.05, 0.01));
    assert_eq!(config.energy.training, EnergyTraining::Pcd(PCDConfig {}));
    let EnergyNetworkConfig { network_type, use_bias, use_residual, .. } = config.energy_network;
    assert_eq!((network_type, use_bias, use_residual), (EnergyNetworkType::Mlp, true, false));
    let deep = crate::config!(DeepEBMConfig { input_shape = [28, 28, 1], energy_network = { hidden_dims = [32] } });
    assert_eq!((deep.energy.alpha, deep.energy_network.network.network_type), (0.001, EnergyNetworkType::Cnn));
    assert_eq!(deep.input_dim(), 784);
}

#[track_caller]
fn assert_refused<C: ModelConfig>(config: &C, expected: &str) {
    let error = validate_value(config).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn broken_rules_are_named() {
    let mut config = EBMConfig::example();
    config.energy_network.network_type = EnergyNetworkType::Cnn;
    assert_refused(&config, "vectors have no rows and columns; a `deep_ebm` takes images");
    let mut config = EBMConfig::example();
    config.energy.mcmc.sampler = MCMCSampler::Chees;
    assert_refused(&config, "`chees` learns how far it goes: give it a `warm_up`, 50 steps for instance");
    let mut config = EBMConfig::example();
    config.energy.mcmc.step_decay = Some(0.5);
    assert_refused(&config, "only the steps of `sgld` shrink: leave it out, or choose that sampler");
    for temperatures in [Some(3), None] {
        let mut config = EBMConfig::example();
        config.energy.mcmc.temperatures = temperatures;
        config.energy.mcmc.lowest_power = temperatures.is_none().then_some(0.5);
        assert_refused(&config, "only `parallel_tempering` has more than one temperature: leave them out");
    }
    let mut config = EBMConfig::example();
    config.energy.mcmc.step_size = 0.0;
    assert_refused(&config, "`step_size` is 0.0, must be above 0");
}
