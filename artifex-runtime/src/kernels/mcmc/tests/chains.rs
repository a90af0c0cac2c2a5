use super::*;

on_devices! {
    fn a_saved_run_goes_on_with_the_same_bits(device) {
        let density = AnalyticDensity::banana(3, 2.0, 0.1).unwrap();
        let by_gradient = ByGradient(&density);
        for target in [&density as &dyn Density, &by_gradient] {
            let start = || Chains::start(target, state(1, [9, 3], device), stream()).unwrap();
            let (mut whole, mut parts) = (start(), start());
            let (mut sampler, mut other) = (Chees::new(), Chees::new());
            sampler.warm_up(target, &mut whole, 25).unwrap();
            other.warm_up(target, &mut parts, 25).unwrap();
            let text = serde_json::to_string(&(parts.save().unwrap(), &other)).unwrap();
            let (state, mut other): (ChainsState, Chees) = serde_json::from_str(&text).unwrap();
            assert_eq!(other, sampler);
            let mut parts = Chains::resume(&state, device).unwrap();
            let expected = sampler.sample(target, &mut whole, 4, 1).unwrap();
            let found = other.sample(target, &mut parts, 4, 1).unwrap();
            assert_eq!(found.host().unwrap(), expected.host().unwrap());
            assert_eq!(whole.save().unwrap(), parts.save().unwrap());
            assert_eq!(parts.gradient_evaluations(), whole.gradient_evaluations());
        }
    }

    fn densities_that_are_not_finite_reject(device) {
        // A half-normal, NaN below 0 for one of its terms, and infinite for the other.
        for edge in [0, 1] {
            let half = density_of(move |x: Tensor<2>| {
                let wall = if edge == 0 { x.clone().sqrt() * 0.0 } else { (x.clone().sign() + 1.0).log() };
                (x.powi_scalar(2) * -0.5 + wall).sum_dim(1).squeeze_dim::<1>(1)
            });
            let start = state(1, [50, 1], device).abs() + 0.1;
            let mut samplers: [(&str, Box<dyn Sampler>); 3] =
                [("MALA", Box::new(Mala::new(1.0))), ("HMC", Box::new(Hmc::new(0.5, 3))), ("ULA", Box::new(Langevin::new(0.5)))];
            for (name, sampler) in &mut samplers {
                let mut chains = Chains::start(&half, start.clone(), stream()).unwrap();
                let draws = sampler.sample(&half, &mut chains, 15, 1).unwrap();
                let values = draws.host().unwrap();
                assert!(values.iter().all(|x| *x >= 0.0), "{name} leaves the half-line");
                assert_ne!(values[..50], values[700..], "{name} moves");
                assert!(host(draws.log_density).iter().all(|x| x.is_finite()), "{name}");
                assert!(host(draws.acceptance).contains(&0.0), "{name} rejects");
            }
        }
    }

    fn counts_are_kept(device) {
        let density = AnalyticDensity::standard_normal(2).unwrap();
        let mut chains = Chains::start(&density, state(1, [4, 2], device), stream()).unwrap();
        assert_eq!((chains.gradient_evaluations(), chains.steps()), (1, 0));
        let draws = Hmc::new(0.1, 3).sample(&density, &mut chains, 2, 5).unwrap();
        assert_eq!((draws.positions.dims(), draws.acceptance.dims()), ([2, 4, 2], [10, 4]));
        // A fused path also evaluates where it begins.
        assert_eq!((draws.gradient_evaluations, chains.steps()), (40, 10));
        let target = ByGradient(&density);
        let mut chains = Chains::start(&target, state(1, [4, 2], device), stream()).unwrap();
        assert_eq!(Hmc::new(0.1, 3).sample(&target, &mut chains, 2, 5).unwrap().gradient_evaluations, 30);
        assert_eq!(host(chains.position()), host(chains.save().map(|s| Chains::resume(&s, device).unwrap().position()).unwrap()));
    }

    fn a_step_far_too_large_is_a_divergence(device) {
        let density = AnalyticDensity::normal(&[0.0], &[1e-3]).unwrap();
        let mut chains = Chains::start(&density, state(1, [8, 1], device) * 1e-3, stream()).unwrap();
        let draws = Hmc::new(100.0, 30).sample(&density, &mut chains, 2, 1).unwrap();
        assert_eq!(draws.divergences().unwrap(), 16);
        assert_eq!(draws.acceptance_rate().unwrap(), 0.0);
    }
}

#[test]
fn wrong_starts_and_settings_are_errors() {
    let device = any_device();
    let density = AnalyticDensity::standard_normal(2).unwrap();
    let start =
        |density: &dyn Density, x: Tensor<2>| Chains::start(density, x, stream()).map(drop).unwrap_err().to_string();
    assert_eq!(
        start(&density, Tensor::zeros([0, 2], &device)),
        "mcmc: a start of shape [0, 2] has no chains or no coordinates; it must be [chains, dimensions]"
    );
    assert_eq!(
        start(&density, Tensor::zeros([4, 3], &device)),
        "mcmc: the density has 2 dimensions, and the start of shape [4, 3] has 3"
    );
    assert_eq!(
        start(&density, Tensor::from_floats([[0.0, 0.0], [f32::NAN, 0.0]], &device)),
        "mcmc: chain 1 starts at a point where its position is NaN; start where the density is positive"
    );
    let log = density_of(|x: Tensor<2>| x.log().sum_dim(1).squeeze_dim::<1>(1));
    assert_eq!(
        start(&log, Tensor::from_floats([[1.0], [2.0], [0.0]], &device)),
        "mcmc: chain 2 starts at a point where the log density is -inf; start where the density is positive"
    );
    let whole = density_of(|x: Tensor<2>| x.sum());
    assert_eq!(
        start(&whole, Tensor::zeros([3, 2], &device)),
        "mcmc: the density of [3, 2] gives log densities of shape [1]"
    );

    let mut chains = Chains::start(&density, Tensor::zeros([3, 2], &device), stream()).unwrap();
    let mut step = |sampler: &mut dyn Sampler| sampler.step(&density, &mut chains).map(drop).unwrap_err().to_string();
    assert_eq!(step(&mut Langevin::new(-1.0)), "mcmc: step is -1, it must be a positive number");
    assert_eq!(step(&mut Mala::new(f64::NAN)), "mcmc: step size is NaN, it must be a positive number");
    assert_eq!(step(&mut Hmc::new(0.1, 0)), "mcmc: leapfrog steps is 0, it must be at least 1");
    let mut tempering = ParallelTempering::new(&[1.0, 0.5], 0.1, 1).unwrap();
    assert_eq!(step(&mut tempering), "mcmc: chains is 3, it must be a multiple of the number of temperatures");
    assert_eq!(
        ParallelTempering::new(&[0.5, 1.0], 0.1, 1).unwrap_err().to_string(),
        "mcmc: inverse temperatures is [0.5, 1.0], it must be 1 followed by smaller and smaller positive numbers"
    );
    assert!(Hmc::new(0.1, 1).sample(&density, &mut chains, 0, 1).is_err());

    let mut state = chains.save().unwrap();
    state.log_density.pop();
    assert_eq!(
        Chains::resume(&state, &device).map(drop).unwrap_err().to_string(),
        "mcmc: a saved state of shape [3, 2] has 2 values for its log density"
    );
}
