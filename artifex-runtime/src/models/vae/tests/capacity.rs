//! The divergence is held to a capacity.

use super::*;
use crate::config::validate_value;

fn config_of(controls: bool, iterations: u64) -> BetaVAEWithCapacityConfig {
    let mut example = BetaVAEWithCapacityConfig::example();
    let VAEConfig { encoder, decoder, .. } = config([4, 4, 1], &[8], 3);
    (example.beta_vae.vae.encoder, example.beta_vae.vae.decoder) = (encoder, decoder);
    (example.beta_vae.beta_default, example.use_capacity_control) = (3.0, controls);
    (example.capacity_max, example.capacity_num_iter, example.gamma) = (5.0, iterations, 10.0);
    example
}

fn build_of(config: &BetaVAEWithCapacityConfig) -> BetaVAEWithCapacity {
    config.build(&mut BuildContext::new(device(), 7)).unwrap()
}

#[test]
fn the_capacity_grows_and_holds_the_divergence() {
    let (model, batch) = (build_of(&config_of(true, 100)), batch(4, [4, 4, 1]));
    let objective = |step| model.objective(&batch, Progress::at(step), &mut Rngs::new(1)).values().unwrap();
    for (step, capacity) in [(0, 0.0), (50, 2.5), (100, 5.0), (700, 5.0)] {
        assert_near(model.capacity_at(step), capacity, 1e-12);
        let [(_, total), (_, reconstruction), (_, kl)] = objective(step)[..] else { panic!() };
        // Burgess et al. 2018, equation 8.
        assert_near(total, reconstruction + 10.0 * (kl - capacity).abs(), 1e-4);
    }
    let output = model.forward(&batch, &mut Rngs::new(1));
    assert_eq!(model.loss(&batch, &output, &mut Rngs::new(1)).values().unwrap(), objective(100));
    assert_near(build_of(&config_of(true, 0)).capacity_at(0), 5.0, 0.0);
}

#[test]
fn without_control_it_is_a_beta_vae() {
    let (config, batch) = (config_of(false, 100), batch(4, [4, 4, 1]));
    let (model, plain) = (build_of(&config), config.beta_vae.build(&mut BuildContext::new(device(), 7)).unwrap());
    let of = |losses: Losses| losses.values().unwrap();
    let rngs = || Rngs::new(1);
    assert_eq!(
        of(model.objective(&batch, Progress::at(9), &mut rngs())),
        of(plain.objective(&batch, Progress::at(9), &mut rngs()))
    );
    assert_eq!(model.baseline(&batch, &batch), plain.baseline(&batch, &batch));
    assert_eq!(build_of(&config_of(true, 100)).baseline(&batch, &batch), None);
    let output = model.forward(&batch, &mut rngs());
    assert_eq!(of(model.loss(&batch, &output, &mut rngs())), of(plain.loss(&batch, &output, &mut rngs())));
}

#[test]
fn every_field_acts_and_rules_hold() {
    let reference = fields::observe(&build_of(&config_of(true, 100)));
    let changes: [(&str, fn(&mut BetaVAEWithCapacityConfig)); 3] = [
        ("use_capacity_control", |c| c.use_capacity_control = false),
        ("capacity_max", |c| (c.capacity_max, c.capacity_num_iter) = (6.0, 0)),
        ("gamma", |c| c.gamma = 11.0),
    ];
    for (field, change) in changes {
        let mut config = config_of(true, 100);
        change(&mut config);
        assert_ne!(fields::observe(&build_of(&config)), reference, "`{field}` changes nothing");
    }
    let broken: [fn(&mut BetaVAEWithCapacityConfig); 2] = [|c| c.gamma = -1.0, |c| c.capacity_max = f64::INFINITY];
    for break_it in broken {
        let mut config = config_of(true, 100);
        break_it(&mut config);
        assert!(validate_value(&config).is_err());
    }
}
