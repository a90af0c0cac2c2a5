use super::super::adaptation::{Moments, grouped};
use super::*;

#[test]
fn dual_averaging_is_equation_6() {
    let (step, target) = (0.5f64, 0.8);
    let mut average = DualAveraging::new(step, target);
    assert_eq!(average.average(), step);
    let (mut error, mut log_average) = (0.0, 0.0);
    for (m, acceptance) in [0.3, 0.9, 1.0, 0.0, f64::NAN].into_iter().enumerate() {
        average.update(acceptance);
        let (m, acceptance) = ((m + 1) as f64, if acceptance.is_nan() { 0.0 } else { acceptance });
        error += (target - acceptance - error) / (m + 10.0);
        let log_step = (10.0 * step).ln() - m.sqrt() / 0.05 * error;
        log_average = m.powf(-0.75) * log_step + (1.0 - m.powf(-0.75)) * log_average;
        assert!((average.step().ln() - log_step).abs() < 1e-12);
        assert!((average.average().ln() - log_average).abs() < 1e-12);
    }
}

#[test]
fn dual_averaging_finds_the_step_of_its_target() {
    let mut average = DualAveraging::new(10.0, 0.8);
    for _ in 0..2000 {
        average.update((-average.step()).exp());
    }
    assert!((average.average() - -(0.8f64.ln())).abs() < 0.01, "{}", average.average());
}

#[test]
fn windows_are_those_of_stan() {
    assert_eq!(warm_up_windows(1000), [75..100, 100..150, 150..250, 250..450, 450..950]);
    assert_eq!(warm_up_windows(500), [75..100, 100..150, 150..250, 250..450]);
    assert_eq!(warm_up_windows(170), [75..100, 100..120]);
    assert_eq!(warm_up_windows(150).len(), 1);
    assert_eq!((warm_up_windows(100).len(), warm_up_windows(100)[0].clone()), (1, 15..90));
    assert!(warm_up_windows(19).is_empty());
}

#[test]
fn acceptance_is_averaged_within_groups() {
    let probabilities = [0.5, 1.0, 0.25, 1.0, 0.25, 0.0];
    let found = grouped(&probabilities, 2, false);
    assert!((found[0] - 1.0 / 3.0).abs() < 1e-7 && (found[1] - 2.0 / 3.0).abs() < 1e-7, "{found:?}");
    let found = grouped(&probabilities, 2, true);
    assert!((found[0] - 3.0 / 10.0).abs() < 1e-7 && found[1] < 1e-20, "{found:?}");
}

on_devices! {
    fn variances_are_those_of_all_draws(device) {
        let batches = [state(1, [65, 3], device) * 3.0 + 100.0, state(2, [65, 3], device), state(3, [65, 3], device) - 5.0];
        let mut moments = Moments::default();
        batches.iter().for_each(|x| moments.add(x).unwrap());
        let all: Vec<Vec<f64>> = batches.iter().flat_map(|x| double(x).chunks(3).map(<[f64]>::to_vec).collect::<Vec<_>>()).collect();
        let n = all.len() as f64;
        let expected: Vec<f64> = (0..3).map(|d| {
            let mean = all.iter().map(|x| x[d]).sum::<f64>() / n;
            let variance = all.iter().map(|x| (x[d] - mean).powi(2)).sum::<f64>() / (n - 1.0);
            n / (n + 5.0) * variance + 1e-3 * 5.0 / (n + 5.0)
        }).collect();
        assert_close(&moments.variances(), &expected, 1e-5);
    }

    fn warm_up_reaches_its_acceptance_and_learns_the_scales(device) {
        let deviations = [0.01, 1.0, 1.0, 10.0, 0.1];
        let density = AnalyticDensity::normal(&[0.0; 5], &deviations).unwrap();
        let start = state(1, [64, 5], device) * Tensor::<2>::from_floats([[0.01, 1.0, 1.0, 10.0, 0.1]], device);
        // Without windows the step size has all of the warm-up to settle.
        let round = AnalyticDensity::standard_normal(5).unwrap();
        let (mut plain_mala, mut plain_chees, mut hmc) = (Mala::new(1.0), Chees::new(), Hmc::new(1.0, 2));
        (plain_mala.adapt_mass, plain_chees.adapt_mass) = (false, false);
        let samplers: [(&str, &mut dyn Sampler, f64, &AnalyticDensity); 3] = [
            ("MALA", &mut plain_mala, 0.574, &round),
            ("HMC", &mut hmc, 0.8, &density),
            ("ChEES", &mut plain_chees, 0.8, &round),
        ];
        for (name, sampler, target, density) in samplers {
            let start = if name == "HMC" { start.clone() } else { state(1, [64, 5], device) };
            let mut chains = Chains::start(density, start, Stream::from_seed(2)).unwrap();
            sampler.warm_up(density, &mut chains, 200).unwrap();
            let draws = sampler.sample(density, &mut chains, 20, 1).unwrap();
            let rate = if name == "ChEES" {
                // It aims at the harmonic mean of the chains, step by step.
                let steps = host(draws.acceptance.clone());
                steps.chunks(64).map(|step| grouped(step, 1, true)[0]).sum::<f64>() / 20.0
            } else {
                draws.acceptance_rate().unwrap()
            };
            assert!((rate - target).abs() <= 0.1, "{name} accepts {rate}");
            assert_eq!(draws.divergences().unwrap(), 0, "{name}");
        }
        assert!(plain_mala.inverse_mass().is_empty() && plain_chees.inverse_mass().is_empty());
        let (mut mala, mut chees) = (Mala::new(1.0), Chees::new());
        for sampler in [&mut mala as &mut dyn Sampler, &mut chees] {
            let mut chains = Chains::start(&density, start.clone(), Stream::from_seed(2)).unwrap();
            sampler.warm_up(&density, &mut chains, 200).unwrap();
        }
        for mass in [mala.inverse_mass(), hmc.inverse_mass(), chees.inverse_mass()] {
            for (mass, deviation) in mass.iter().zip(deviations) {
                // Learned from some hundreds of draws, and shrunk.
                let ratio = f64::from(*mass) / (deviation * deviation + 1e-3 * 5.0 / 1000.0);
                assert!((0.5..2.0).contains(&ratio), "{mass} for {deviation} squared");
            }
        }
        // On a round normal the criterion is the mean of sin²(uT) over u, which is largest at T = 2.25, and flat around it.
        let length = chees.trajectory_length();
        assert!((1.0..4.5).contains(&length), "{length}");
    }

    fn a_step_size_is_found_from_far_away(device) {
        let density = AnalyticDensity::normal(&[0.0], &[1e-3]).unwrap();
        for step in [1e-6, 1.0] {
            let mut chains = Chains::start(&density, state(1, [64, 1], device) * 1e-3, Stream::from_seed(2)).unwrap();
            let mut hmc = Hmc::new(step, 1);
            hmc.adapt_mass = false;
            hmc.warm_up(&density, &mut chains, 60).unwrap();
            assert!((2e-4..5e-3).contains(&hmc.step_size()), "{}", hmc.step_size());
        }
        let broken = density_of(|x: Tensor<2>| (x * 0.0).sum_dim(1).squeeze_dim::<1>(1));
        let mut chains = Chains::start(&broken, state(1, [8, 1], device), Stream::from_seed(2)).unwrap();
        let error = Hmc::new(1.0, 1).warm_up(&broken, &mut chains, 5).unwrap_err();
        assert!(error.to_string().starts_with("mcmc: no step size from 1e-9 to 1e7 is accepted at the right rate"), "{error}");
    }
}
