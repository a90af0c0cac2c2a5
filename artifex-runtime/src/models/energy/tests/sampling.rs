//! The samplers, from the config through the model's own way of sampling.

use super::*;
use crate::kernels::mcmc::Chains;
use crate::models::energy::chains::Mover;

const REFERENCE: f64 = 0.5;

/// A model of one coordinate and a width for the chains.
fn sampler(sampler: MCMCSampler, step_size: f64) -> EBMConfig {
    let mut config = crate::config!(EBMConfig {
        input_dim = 2,
        reference_std = 0.5,
        training = { type = "cd" },
        energy_network = { hidden_dims = [4] },
        mcmc = { leapfrogs = 3, init_scale = 1.0, sample_steps = 40 },
    });
    (config.energy.mcmc.sampler, config.energy.mcmc.step_size) = (sampler, step_size);
    if sampler == MCMCSampler::Chees {
        config.energy.mcmc.warm_up = 40;
    }
    if sampler == MCMCSampler::Sgld {
        config.energy.mcmc.step_decay = Some(0.0);
    }
    config
}

const COUNT: usize = 4000;

/// The variance of the coordinates of samples of a model that is its reference distribution, N(0, s²).
fn variance(config: &EBMConfig, temperature: f64) -> f64 {
    let model = flat(build(config)).valid();
    let options = SampleOptions::default().with_temperature(temperature);
    let Ok(Samples::Points(points)) = model.generate(COUNT, &options, &mut Rngs::new(4)) else { panic!("no points") };
    assert_eq!(points.dims(), [COUNT, 2]);
    wide(host(points)).iter().map(|x| x * x).sum::<f64>() / (2 * COUNT) as f64
}

#[track_caller]
fn assert_variance(found: f64, expected: f64) {
    // The standard error of a variance from 2 · COUNT independent normal numbers.
    let error = expected * (1.0 / COUNT as f64).sqrt();
    assert!((found - expected).abs() < 4.0 * error, "{found}, not {expected} +- {error}");
}

/// Every sampler has the variance of `exp(-E/T)`; that of Langevin dynamics with the error of its step, which is known.
#[test]
fn samplers_have_the_stationary_variance() {
    let variance_of = REFERENCE * REFERENCE;
    for (config_temperature, temperature) in [(1.0, 1.0), (2.5, 1.0), (1.0, 0.4), (2.0, 1.5)] {
        let expected = variance_of * config_temperature * temperature;
        for (kind, step) in [
            (MCMCSampler::Langevin, 0.3),
            (MCMCSampler::Mala, 0.5),
            (MCMCSampler::Hmc, 0.3),
            (MCMCSampler::Chees, 0.1),
            (MCMCSampler::Sgld, 0.3),
            (MCMCSampler::ParallelTempering, 0.3),
        ] {
            // Steps as long as the distribution is wide.
            let mut config = sampler(kind, step * (expected / variance_of).sqrt());
            config.energy.mcmc.temperature = config_temperature;
            let found = variance(&config, temperature);
            // x' = (1 - ε²/(2v)) x + ε ξ has the variance v / (1 - ε²/(4v)).
            let bias = match kind {
                MCMCSampler::Langevin | MCMCSampler::Sgld => 1.0 / (1.0 - step * step / (4.0 * variance_of)),
                _ => 1.0,
            };
            assert_variance(found, expected * bias);
        }
    }
}

/// On N(0, v) a step of SGLD makes `v' = (1 - ε_t²/(2v))² v + ε_t²` of the variance v, whose error goes with the steps.
#[test]
fn the_error_of_shrinking_steps_shrinks() {
    let v = REFERENCE * REFERENCE;
    let mut config = sampler(MCMCSampler::Sgld, 0.5);
    for (decay, warm_up) in [(0.0, 0), (0.55, 0), (1.0, 0), (0.55, 20)] {
        (config.energy.mcmc.step_decay, config.energy.mcmc.warm_up) = (Some(decay), warm_up);
        // Chains begin evenly between -1 and 1.
        let expected = (0..warm_up + 40).fold(1.0 / 3.0, |variance: f64, t| {
            let square = 0.25 * (1.0 + t as f64).powf(-decay);
            (1.0 - square / (2.0 * v)).powi(2) * variance + square
        });
        assert_variance(variance(&config, 1.0), expected);
    }
    let mut error = |decay| {
        config.energy.mcmc.step_decay = decay;
        (variance(&config, 1.0) / v - 1.0).abs()
    };
    assert!(error(Some(0.0)) > 0.25 && error(Some(0.55)) < 0.1);
    assert_eq!(error(None), error(Some(0.55)));
}

/// Two valleys that plain paths do not leave: all chains begin in one of them, and only those with hotter ones beside them find both.
#[test]
fn tempering_finds_the_modes_that_other_chains_do_not() {
    struct Valleys;
    impl crate::kernels::mcmc::Density for Valleys {
        fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
            let valley = |at: f64| ((x.clone() - at).square() * -0.5).sum_dim(1).squeeze_dim::<1>(1);
            let (left, right) = (valley(-5.0), valley(5.0));
            let most = left.clone().max_pair(right.clone());
            most.clone() + ((left - most.clone()).exp() + (right - most).exp()).log()
        }
    }
    let share = |kind, temperatures, lowest_power| {
        let mut mcmc = sampler(kind, 0.5).energy.mcmc;
        (mcmc.temperatures, mcmc.lowest_power, mcmc.leapfrogs) = (temperatures, lowest_power, 5);
        let start = Tensor::<2>::full([500, 1], 5.0, &Device::flex());
        let ends = mcmc.run(&Valleys, start, 300, &mut Stream::from_seed(3)).unwrap();
        assert_eq!(ends.position.dims(), [500, 1]);
        host(ends.position).iter().filter(|x| **x < 0.0).count() as f64 / 500.0
    };
    assert_eq!(share(MCMCSampler::Hmc, None, None), 0.0);
    // Five standard errors of a share of half of 500.
    let found = share(MCMCSampler::ParallelTempering, Some(4), Some(0.05));
    assert!((found - 0.5).abs() < 5.0 * 0.5 / 500_f64.sqrt(), "{found}");
    assert_eq!(found, share(MCMCSampler::ParallelTempering, None, None));
    // Temperatures that differ little do not cross the ridge.
    assert!(share(MCMCSampler::ParallelTempering, Some(2), Some(0.9)) < 0.05);
}

/// Cutting the gradient leaves the samplers that reject exact; Langevin dynamics become wider.
#[test]
fn clipped_gradients_leave_exact_samplers_exact() {
    for (kind, step) in [(MCMCSampler::Mala, 0.5), (MCMCSampler::Hmc, 0.3)] {
        let mut config = sampler(kind, step);
        config.energy.mcmc.clip_value = Some(1.0);
        assert_variance(variance(&config, 1.0), REFERENCE * REFERENCE);
    }
    let mut config = sampler(MCMCSampler::Langevin, 0.1);
    config.energy.mcmc.sample_steps = Some(300);
    assert_variance(variance(&config, 1.0), REFERENCE * REFERENCE / (1.0 - 0.01));
    config.energy.mcmc.clip_value = Some(1.0);
    assert!(variance(&config, 1.0) > 1.3 * REFERENCE * REFERENCE);
}

/// Chains that start in the model's distribution: as many go from one part of the line to another as come back.
#[test]
fn chains_are_in_detailed_balance() {
    const CHAINS: usize = 20_000;
    for (kind, step, clip) in [
        (MCMCSampler::Mala, 0.7, None),
        (MCMCSampler::Mala, 0.7, Some(0.8)),
        (MCMCSampler::Hmc, 0.6, None),
        (MCMCSampler::Hmc, 0.6, Some(0.8)),
    ] {
        let mut config = sampler(kind, step);
        (config.input_dim, config.energy.mcmc.clip_value, config.energy.mcmc.temperature) = (1, clip, 0.8);
        let model = build(&config).valid();
        // Exact draws: the inverse of the distribution function on a fine grid, of a network as it was initialised.
        let axis: Vec<f64> = (-4000..=4000).map(|i| f64::from(i) * 1e-3).collect();
        let points: Vec<f32> = axis.iter().map(|x| *x as f32).collect();
        let points = Tensor::<1>::from_floats(points.as_slice(), &Device::flex()).unsqueeze_dim::<2>(1);
        let energies = wide(host(model.energy(points, &mut Rngs::new(0))));
        let mut sum = 0.0;
        let below: Vec<f64> = energies
            .iter()
            .map(|energy| {
                sum += (-energy / 0.8).exp();
                sum
            })
            .collect();
        let inverse = |u: f32| {
            let at = below.partition_point(|mass| *mass < f64::from(u) * sum).min(axis.len() - 1);
            axis[at] as f32
        };
        let start: Vec<f32> = Stream::from_seed(8).uniform(CHAINS).into_iter().map(inverse).collect();

        let mcmc = &model.rules.mcmc;
        let density = mcmc.density(&model.network, 1.0);
        let position = Tensor::<1>::from_floats(start.as_slice(), &Device::flex()).unsqueeze_dim::<2>(1);
        let mut chains = Chains::start(&density, position, Stream::from_seed(9)).unwrap();
        let Ok(Mover::Density(mut mover, 1)) = mcmc.mover() else { panic!("a sampler of a density") };
        let transition = mover.step(&density, &mut chains).unwrap();
        let accepted = wide(host(transition.accepted)).iter().sum::<f64>() / CHAINS as f64;
        assert!((0.3..0.97).contains(&accepted), "{kind:?} accepts {accepted}: rejections matter here");
        let part = |x: &f32| [-0.6, -0.2, 0.2, 0.6].iter().filter(|edge| x > edge).count();
        let mut flows = [[0f64; 5]; 5];
        for (from, to) in start.iter().zip(host(chains.position())) {
            flows[part(from)][part(&to)] += 1.0;
        }
        for i in 0..5 {
            for j in 0..i {
                let (there, back) = (flows[i][j], flows[j][i]);
                assert!((there - back).abs() <= 4.0 * (there + back).sqrt(), "{kind:?}: {i} and {j}: {there}, {back}");
            }
        }
        assert!(flows[3][1] + flows[1][3] > 100.0, "{kind:?} moves");
    }
}

/// Samples are drawn without a shape, of one or many, the same by the same seed; persistent chains go on.
#[test]
fn samples_need_no_shape() {
    let model = build(&of_points()).valid();
    let draw = |model: &EBM, n, seed| match model.generate(n, &SampleOptions::default(), &mut Rngs::new(seed)) {
        Ok(Samples::Points(points)) => host(points),
        Ok(Samples::Images(_) | Samples::Tokens(_)) => panic!("no points"),
        Err(error) => panic!("{error}"),
    };
    for n in [1, 3, 1500] {
        assert_eq!(draw(&model, n, 1).len(), 2 * n);
    }
    assert!(draw(&model, 3, 1) == draw(&model, 3, 1) && draw(&model, 3, 1) != draw(&model, 3, 2));
    // Persistent chains far away: a few steps leave them there.
    let mut tensors = params::export(&model).unwrap();
    for tensor in &mut tensors {
        if tensor.name == "buffer.running_samples" {
            tensor.data.fill(40.0);
        }
    }
    let mut config = of_points();
    config.energy.mcmc.sample_steps = Some(1);
    let model = params::import(build(&config), tensors).unwrap().valid();
    assert!(draw(&model, 5, 1).iter().all(|x| *x > 30.0));
}

/// Of normal data with normal noise, the mean that a sample comes from is known: `x (1 - σ²/s²)` if s² is the variance of both.
#[test]
fn samples_are_freed_of_their_noise() {
    for (training, variance_of_noise) in
        [(EnergyTraining::Cd(CDConfig {}), 0.09), (EnergyTraining::Dsm(DSMConfig { sigma: 0.2 }), 0.13)]
    {
        let mut config = sampler(MCMCSampler::Mala, 0.5);
        config.energy.training = training;
        config.energy.mcmc.noise_scale = 0.3;
        let draw = |config: &EBMConfig| {
            let model = flat(build(config)).valid();
            wide(host(flat_samples(&model.generate(50, &SampleOptions::default(), &mut Rngs::new(4)).unwrap())))
        };
        let noisy = draw(&config);
        config.energy.mcmc.denoise = true;
        for (noisy, found) in noisy.into_iter().zip(draw(&config)) {
            let expected = noisy * (1.0 - variance_of_noise / (REFERENCE * REFERENCE));
            assert!((found - expected).abs() < 1e-5, "{found}, not {expected}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let model = build(&of_points()).valid();
    let all = SampleOptions::default();
    let refused = |n, options: &SampleOptions| model.generate(n, options, &mut Rngs::new(1)).unwrap_err();
    assert_eq!(refused(0, &all), SampleError::Empty);
    assert_eq!(refused(1, &all.with_class(3)), SampleError::NoClasses(3));
    assert_eq!(refused(1, &all.with_temperature(-1.0)), SampleError::Temperature(-1.0));
    assert_eq!(
        refused(1, &all.with_temperature(0.0)).to_string(),
        "an energy-based model has no samples at temperature 0, where its density is a single point; choose a small temperature, \
         0.1 for instance"
    );
    assert_eq!(
        refused(1, &all.with_truncation(Some(1.0))).to_string(),
        "an energy-based model has no latent variables to truncate; leave the truncation out, or lower the temperature"
    );
}
