//! Samplers find known moments. Errors come from the chains, which are independent: `assert_mean` allows four of them.

use super::*;

on_devices! {
    fn langevin_has_exactly_the_bias_of_its_step(device) {
        // On N(0, σ²) the step is x' = (1 - ε/(2σ²)) x + √(ετ) ξ, whose variance v solves v = (1 - ε/(2σ²))² v + ετ:
        // v = τσ² / (1 - ε/(4σ²)).
        let (sigma, step) = (0.3f64, 0.09);
        let density = AnalyticDensity::normal(&[0.0, 0.0], &[sigma, sigma]).unwrap();
        for temperature in [1.0, 2.5] {
            for target in [&density as &dyn Density, &ByGradient(&density)] {
                let mut sampler = Langevin { temperature, ..Langevin::new(step) };
                let mut chains = Chains::start(target, state(1, [2000, 2], device), Stream::from_seed(2)).unwrap();
                sampler.warm_up(target, &mut chains, 15).unwrap();
                let draws = sampler.sample(target, &mut chains, 4, 4).unwrap();
                let variance = temperature * sigma * sigma / (1.0 - step / (4.0 * sigma * sigma));
                assert_mean(&draws.positions, 0.0, |x| x[0]);
                assert_mean(&draws.positions, 2.0 * variance, |x| x[0] * x[0] + x[1] * x[1]);
                let (_, error) = estimate(&draws.positions, |x| x[0] * x[0] + x[1] * x[1]);
                assert!(error < 0.03 * variance, "the test sees a bias of a tenth");
                assert!(host(draws.acceptance).iter().all(|p| *p == 1.0));
            }
        }
    }

    fn sgld_is_langevin_with_its_steps_and_preconditioner(device) {
        let start = state(1, [2000, 2], device);
        let mut chains =
            Chains::start(&AnalyticDensity::standard_normal(2).unwrap(), start.clone(), Stream::from_seed(2)).unwrap();
        let schedule = SgldSchedule { scale: 0.8, delay: 1.0, decay: 0.0 };
        let mut sampler = Sgld::new(schedule);
        sampler.preconditioner = vec![1.0, 0.5];
        let draws = sampler.sample(&mut chains, 8, 4, Tensor::neg).unwrap().narrow(0, 4, 4);
        for (d, p) in [1.0, 0.5].into_iter().enumerate() {
            assert_mean(&draws, 1.0 / (1.0 - 0.8 * p / 4.0), |x| x[d] * x[d]);
        }
        assert_eq!(sampler.time(), 32);
        // Chains whose gradient is not a number stay.
        let mut stream = Stream::from_seed(3);
        let moved = Sgld::new(schedule).step(start.clone(), &mut stream, Tensor::sqrt).unwrap();
        for (old, new) in host(start).chunks(2).zip(host(moved).chunks(2)) {
            assert_eq!(old == new, old.iter().any(|x| *x < 0.0), "{old:?} to {new:?}");
        }
        let schedule = SgldSchedule { scale: 2.0, delay: 4.0, decay: 0.5 };
        assert_eq!((schedule.step(0), schedule.step(12)), (1.0, 0.5));
    }

    fn mala_and_hmc_find_a_narrow_normal_from_a_bad_step(device) {
        let deviations = [0.3, 0.2, 0.1];
        let density = AnalyticDensity::normal(&[2.0; 3], &deviations).unwrap();
        let widths = Tensor::<2>::from_floats([[0.3, 0.2, 0.1]], device);
        let closure_widths = Tensor::<2>::from_inner(widths.clone());
        let closure = density_of(move |x: Tensor<2>| {
            ((x - 2.0) / closure_widths.clone()).powi_scalar(2).sum_dim(1).squeeze_dim::<1>(1) * -0.5
        });
        for target in [&density as &dyn Density, &closure] {
            let (mut mala, mut hmc) = (Mala::new(1e-5), Hmc::new(1e-3, 3));
            (mala.adapt_mass, hmc.adapt_mass) = (false, false);
            for sampler in [&mut mala as &mut dyn Sampler, &mut hmc] {
                let start = state(1, [500, 3], device) * widths.clone() + 2.0;
                let mut chains = Chains::start(target, start, Stream::from_seed(2)).unwrap();
                sampler.warm_up(target, &mut chains, 30).unwrap();
                let draws = sampler.sample(target, &mut chains, 10, 2).unwrap();
                for (d, sigma) in deviations.into_iter().enumerate() {
                    assert_mean(&draws.positions, 2.0, |x| x[d]);
                    assert_mean(&draws.positions, sigma * sigma, |x| (x[d] - 2.0).powi(2));
                    let (_, error) = estimate(&draws.positions, |x| (x[d] - 2.0).powi(2));
                    assert!(error < 0.06 * sigma * sigma, "the test sees a wrong variance");
                }
            }
        }
    }

    fn hmc_finds_the_covariance_of_correlated_coordinates(device) {
        let rho = 0.9f64;
        let scale = 1.0 / (1.0 - rho * rho);
        let density = AnalyticDensity::normal_with_precision(&[1.0, -1.0], &[scale, -rho * scale, -rho * scale, scale]).unwrap();
        let mut chains = Chains::start(&density, state(1, [500, 2], device), Stream::from_seed(2)).unwrap();
        let mut sampler = Hmc::new(0.5, 5);
        sampler.warm_up(&density, &mut chains, 60).unwrap();
        let draws = sampler.sample(&density, &mut chains, 10, 3).unwrap().positions;
        assert_mean(&draws, 1.0, |x| x[0]);
        assert_mean(&draws, -1.0, |x| x[1]);
        assert_mean(&draws, 1.0, |x| (x[0] - 1.0).powi(2));
        assert_mean(&draws, 1.0, |x| (x[1] + 1.0).powi(2));
        assert_mean(&draws, rho, |x| (x[0] - 1.0) * (x[1] + 1.0));
    }

    fn chees_finds_the_moments_of_the_banana(device) {
        // x₁ ~ N(0, 10²), x₂ ~ N(0.03 (x₁² - 100), 1): the mean of x₂ is 0, that of x₂² is 1 + 0.03² · Var(x₁²) = 19.
        let density = AnalyticDensity::banana(2, 10.0, 0.03).unwrap();
        let mut chains = Chains::start(&density, state(1, [256, 2], device), Stream::from_seed(2)).unwrap();
        let mut sampler = Chees::new();
        sampler.warm_up(&density, &mut chains, 250).unwrap();
        let draws = sampler.sample(&density, &mut chains, 40, 2).unwrap();
        assert_mean(&draws.positions, 0.0, |x| x[0]);
        assert_mean(&draws.positions, 100.0, |x| x[0] * x[0]);
        assert_mean(&draws.positions, 0.0, |x| x[1]);
        assert_mean(&draws.positions, 19.0, |x| x[1] * x[1]);
        let (_, error) = estimate(&draws.positions, |x| x[0] * x[0]);
        assert!(error < 8.0, "the test sees an error of a third: {error}");
        assert_eq!(draws.divergences().unwrap(), 0);
    }

    fn tempering_finds_both_modes_where_a_chain_finds_one(device) {
        let density = AnalyticDensity::mixture(&[3.0, 7.0], &[vec![-5.0, 0.0], vec![5.0, 0.0]], &[1.0, 1.0]).unwrap();
        let start = state(1, [256, 2], device) + Tensor::<2>::from_floats([[-5.0, 0.0]], device);
        let right = |x: &[f64]| f64::from(u8::from(x[0] > 0.0));

        let mut chains = Chains::start(&density, start.clone(), Stream::from_seed(2)).unwrap();
        let mut hmc = Hmc::new(0.5, 4);
        hmc.warm_up(&density, &mut chains, 50).unwrap();
        let alone = hmc.sample(&density, &mut chains, 20, 2).unwrap().positions;
        assert!(estimate(&alone, right).0 < 0.05, "one temperature stays where it began");

        let mut sampler = ParallelTempering::new(&ParallelTempering::geometric(0.05, 4), 0.5, 4).unwrap();
        let mut chains = Chains::start(&density, start, Stream::from_seed(3)).unwrap();
        sampler.warm_up(&density, &mut chains, 200).unwrap();
        let draws = sampler.sample(&density, &mut chains, 60, 3).unwrap();
        let cold = sampler.cold(&draws);
        assert_eq!(cold.dims(), [60, 64, 2]);
        assert_mean(&cold, 0.7, right);
        let (_, error) = estimate(&cold, right);
        assert!(error < 0.05, "the test sees a wrong weight: {error}");
        assert_mean(&cold, 1.0, |x| x[1] * x[1]);
        let rates = sampler.exchange_rates();
        assert!(rates.len() == 3 && rates.iter().all(|rate| (0.1..1.0).contains(rate)), "{rates:?}");
    }

    fn tempering_moves_gradients_with_their_states(device) {
        let density = AnalyticDensity::banana(3, 2.0, 0.1).unwrap();
        let run = |target: &dyn Density| {
            let mut chains = Chains::start(target, state(1, [12, 3], device), stream()).unwrap();
            let mut sampler = ParallelTempering::new(&[1.0, 0.5, 0.2], 0.2, 2).unwrap();
            for _ in 0..3 {
                sampler.step(target, &mut chains).unwrap();
            }
            (host(chains.position()), chains.save().unwrap().gradient)
        };
        let (fused, separate) = (run(&density), run(&ByGradient(&density)));
        let expected: Vec<f64> = fused.0.iter().map(|x| f64::from(*x)).collect();
        assert_close(&separate.0, &expected, 1e-4);
        let at = Tensor::<1>::from_floats(separate.0.as_slice(), device).reshape([12, 3]);
        assert_close(&separate.1.unwrap(), &double(&density.log_density_and_gradient(at).1), 1e-5);
    }

    fn the_energy_of_the_next_step_is_the_one_that_it_begins_with(device) {
        let density = AnalyticDensity::normal(&[0.5, -1.0], &[0.3, 2.0]).unwrap();
        for target in [&density as &dyn Density, &ByGradient(&density)] {
            let mut hmc = Hmc::new(0.3, 4);
            let mut chains = Chains::start(target, state(1, [64, 2], device), Stream::from_seed(2)).unwrap();
            hmc.warm_up(target, &mut chains, 30).unwrap();
            let before = double(&hmc.energy(&chains).unwrap().unwrap());
            let step = hmc.step(target, &mut chains).unwrap();
            // The energy at the end of the path is known from the momentum there: -log π + ½ pᵀM⁻¹p.
            let (ends, momentum) = (double(&density.log_density(step.proposal)), double(&step.momentum.unwrap()));
            let error = double(&step.energy_error);
            for (chain, p) in momentum.chunks(2).enumerate() {
                let kinetic: f64 = p.iter().zip(hmc.inverse_mass()).map(|(p, m)| 0.5 * p * p * f64::from(*m)).sum();
                let (found, end) = (before[chain] + error[chain], kinetic - ends[chain]);
                assert!((found - end).abs() < 1e-4 * end.abs().max(1.0), "{found}, {end}");
            }
        }
        let chains = Chains::start(&density, state(1, [4, 2], device), Stream::from_seed(2)).unwrap();
        assert!(Mala::new(0.1).energy(&chains).unwrap().is_none(), "MALA draws noise, not a momentum");
    }
}
