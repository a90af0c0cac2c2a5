//! The samplers of diffusers' own tests, driven through the steps here, and single steps.

use super::schedule::{linear, schedule};
use super::*;
use crate::kernels::testing::{assert_close, host, on_devices};
use crate::rng::Stream;
use burn::tensor::{Device, Tensor};

/// `x[b,c,h,w] = k / 768` with `k = ((c·8 + h)·8 + w)·4 + b`.
fn dummy_sample(device: &Device) -> Tensor<4> {
    let value = |i: usize| {
        let (b, rest) = (i / 192, i % 192);
        (rest * 4 + b) as f32 / 768.0
    };
    Tensor::<1>::from_floats((0..768).map(value).collect::<Vec<_>>().as_slice(), device).reshape([4, 3, 8, 8])
}

/// `x · t / (t + 1)`.
fn dummy_model(x: Tensor<4>, t: f64) -> Tensor<4> {
    x.mul_scalar(t / (t + 1.0))
}

/// Sum and mean of the magnitudes.
#[track_caller]
fn assert_sum(x: Tensor<4>, sum: f64, mean: f64, tolerance: f64) {
    let found: f64 = host(x).iter().map(|x| f64::from(x.abs())).sum();
    assert!(
        (found - sum).abs() < tolerance && (found / 768.0 - mean).abs() < 1e-6 + tolerance / 768.0,
        "{found}, {}",
        found / 768.0
    );
}

/// Level of a step below `t`, where below 0 there is no noise.
fn below(schedule: &NoiseSchedule, t: usize, step: usize) -> Marginal {
    t.checked_sub(step).map_or(Marginal::CLEAN, |t| schedule.marginal(t).unwrap())
}

on_devices! {
    fn ddim_of_diffusers(device) {
        let schedule = linear();
        for (prediction, sum, mean) in [(Prediction::Epsilon, 172.006_522, 0.223_967), (Prediction::Velocity, 52.530_124, 0.068_399)] {
            let mut x = dummy_sample(device);
            let mut unused = Stream::from_seed(0);
            for t in schedule.time_steps(10, Spacing::Leading).unwrap() {
                let output = ModelOutput::new(dummy_model(x.clone(), t as f64), prediction).clipped(1.0);
                let from = schedule.marginal(t).unwrap();
                x = ddim_step(x, output, from, below(&schedule, t, 100), 0.0, &mut unused).unwrap();
            }
            assert_eq!(unused.blocks_drawn(), 0);
            assert_sum(x, sum, mean, 1e-3);
        }
    }

    fn dpm_solver_2m_of_diffusers(device) {
        let schedule = linear();
        let mut times = schedule.time_steps(11, Spacing::Linspace).unwrap();
        times.truncate(10);
        let levels: Vec<Marginal> = times.iter().chain(&[0]).map(|t| schedule.marginal(*t).unwrap()).collect();
        let (mut x, mut kept) = (dummy_sample(device), None);
        for (i, t) in times.into_iter().enumerate() {
            let output = ModelOutput::new(dummy_model(x.clone(), t as f64), Prediction::Epsilon);
            let (next, keep) = dpm_solver_step(x, output, levels[i], levels[i + 1], kept).unwrap();
            (x, kept) = (next, Some(keep));
        }
        assert_sum(x, 253.552_879, 0.330_147, 5e-3);
    }

    fn edm_euler_of_diffusers(device) {
        let mut sigmas = karras_sigmas(10, 0.002, 80.0, 7.0).unwrap();
        sigmas.push(0.0);
        let mut x = dummy_sample(device).mul_scalar((80f64 * 80.0 + 1.0).sqrt());
        for pair in sigmas.windows(2) {
            let edm = EdmPreconditioning::new(pair[0], 0.5).unwrap();
            let output = dummy_model(x.clone().mul_scalar(edm.c_in), edm.c_noise);
            x = euler_step(x, ModelOutput::new(output, Prediction::Edm { sigma_data: 0.5 }), pair[0], pair[1]).unwrap();
        }
        assert_sum(x, 34.185_494, 0.044_512, 1e-3);
    }

    fn euler_as_pipelines_run_it(device) {
        let schedule = schedule(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1100);
        let times: Vec<f64> = (0..10).rev().map(|i| 1099.0 * f64::from(i) / 9.0).collect();
        let mut sigmas: Vec<f64> = times.iter().map(|t| schedule.sigma_at(*t).unwrap()).collect();
        sigmas.push(0.0);
        let mut x = dummy_sample(device).mul_scalar(sigmas[0]);
        for (i, t) in times.into_iter().enumerate() {
            let scaled = x.clone().div_scalar((sigmas[i] * sigmas[i] + 1.0).sqrt());
            let output = ModelOutput::new(dummy_model(scaled, t), Prediction::Epsilon);
            x = euler_step(x, output, sigmas[i], sigmas[i + 1]).unwrap();
        }
        assert_sum(x, 168.051_361, 0.218_817, 5e-3);
    }

    fn single_steps_of_ddim(device) {
        let schedule = linear();
        let (from, to) = (schedule.marginal(500).unwrap(), schedule.marginal(480).unwrap());
        let x = || Tensor::<1>::from_floats([1.0], device);
        let output = || ModelOutput::new(Tensor::<1>::from_floats([0.3], device), Prediction::Epsilon);
        let run = |output| host(ddim_step(x(), output, from, to, 0.0, &mut Stream::from_seed(0)).unwrap());
        assert_close(&run(output()), &[1.071_561_680_3], 1e-6);
        assert_close(&run(output().clipped(1.0)), &[0.593_422_791_3], 1e-6);
        assert_close(&run(output().clipped_with_noise(1.0)), &[1.022_381_528_8], 1e-6);
        let rule = StepRule::ddim(from, to, 0.0).unwrap();
        let (_, start) = linear_step_with_denoised(x(), output(), None, &[rule], &mut Stream::from_seed(0)).unwrap();
        assert_close(&host(start), &[2.552_360_560_1], 1e-6);
    }

    fn the_mean_of_a_ddpm_step_is_that_of_the_posterior(device) {
        let schedule = linear();
        let (of_start, of_x) = schedule.posterior_mean_coefficients();
        let mut inputs = Stream::from_seed(9);
        let (start, eps) = (inputs.normal(1000), inputs.normal(1000));
        let tensor = |values: &[f32]| Tensor::<1>::from_floats(values, device);
        for t in [0, 1, 10, 250, 500, 999] {
            let from = schedule.marginal(t).unwrap();
            let noisy: Vec<f32> = start.iter().zip(&eps).map(|(x, e)| (from.signal() * f64::from(*x) + from.noise() * f64::from(*e)) as f32).collect();
            let mut stream = Stream::from_seed(4);
            let z = stream.clone().normal(1000);
            let std = schedule.posterior_variance()[t].sqrt();
            let exact = ModelOutput::new(tensor(&eps), Prediction::Epsilon);
            let x = ddpm_step(tensor(&noisy), exact, from, below(&schedule, t, 1), AncestralVariance::FixedSmall, &mut stream).unwrap();
            let expected: Vec<f64> = (0..1000).map(|i| {
                of_start[t] * f64::from(start[i]) + of_x[t] * f64::from(noisy[i]) + std * f64::from(z[i])
            }).collect();
            assert_close(&host(x), &expected, 1e-6);
        }
    }

    fn a_flow_to_a_point_is_exact_in_one_step(device) {
        let point = Tensor::<2>::from_floats([[0.5, -2.0, 3.0], [1.0, 0.25, -1.0]], device);
        let noise = Stream::from_seed(2).normal_tensor([2, 3], device);
        let velocity = noise.clone() - point.clone();
        let x = flow_step(noise, ModelOutput::new(velocity, Prediction::Flow), 1.0, 0.0).unwrap();
        let expected: Vec<f64> = host(point).into_iter().map(f64::from).collect();
        assert_close(&host(x), &expected, 1e-6);
    }

    fn a_flow_step_goes_along_the_velocity(device) {
        let mut stream = Stream::from_seed(2);
        let (x, v) = (stream.normal_tensor([65], device), stream.normal_tensor([65], device));
        let expected: Vec<f64> = host(x.clone()).iter().zip(host(v.clone())).map(|(x, v)| f64::from(*x) - 0.3 * f64::from(v)).collect();
        assert_close(&host(flow_step(x, ModelOutput::new(v, Prediction::Flow), 0.8, 0.5).unwrap()), &expected, 1e-6);
    }

    fn an_euler_ancestral_step_goes_down_and_up(device) {
        let (sigma, next, eta) = (3.0f64, 1.5f64, 0.7f64);
        let up = eta * (next * next * (sigma * sigma - next * next) / (sigma * sigma)).sqrt();
        let down = (next * next - up * up).sqrt();
        let mut stream = Stream::from_seed(6);
        let (x, start) = (stream.normal(129), stream.normal(129));
        let tensor = |values: &[f32]| Tensor::<1>::from_floats(values, device);
        let z = stream.clone().normal(129);
        let output = ModelOutput::new(tensor(&start), Prediction::Sample);
        let found = euler_ancestral_step(tensor(&x), output, sigma, next, eta, &mut stream).unwrap();
        let expected: Vec<f64> = (0..129).map(|i| {
            let [x, start, z] = [x[i], start[i], z[i]].map(f64::from);
            x + (down - sigma) * (x - start) / sigma + up * z
        }).collect();
        assert_close(&host(found), &expected, 2e-6);
    }

    fn consecutive_steps_draw_other_noise(device) {
        let at = Marginal::sigma(0.5).unwrap();
        let zeros = || Tensor::<1>::zeros([40_000], device);
        let mut stream = Stream::from_seed(8);
        let mut step = || {
            let output = ModelOutput::new(zeros(), Prediction::Score);
            host(langevin_step(zeros(), output, at, 0.5, &mut stream).unwrap())
        };
        let (first, second) = (step(), step());
        let product: f64 = first.iter().zip(&second).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum();
        // The mean of 40 000 products of independent normals has the deviation 1/200.
        assert!((product / 40_000.0).abs() < 4.5 / 200.0);
        for noise in [first, second] {
            let mean = noise.iter().map(|z| f64::from(*z)).sum::<f64>() / 40_000.0;
            let square = noise.iter().map(|z| f64::from(*z).powi(2)).sum::<f64>() / 40_000.0;
            assert!(mean.abs() < 4.5 / 200.0 && (square - 1.0).abs() < 4.5 * 2f64.sqrt() / 200.0, "{mean} {square}");
        }
    }
}

#[test]
fn variances_of_ddpm() {
    let schedule = linear();
    let variance = |t: usize, kind| {
        let rule = StepRule::ancestral(schedule.marginal(t).unwrap(), below(&schedule, t, 1), kind).unwrap();
        (rule.noise * rule.log_std.exp()).powi(2)
    };
    let small = |t| variance(t, AncestralVariance::FixedSmall);
    assert_eq!(small(0), 0.0);
    assert!((small(487) - 0.009_791_572_0).abs() < 1e-10 && (small(999) - 0.019_999_983_5).abs() < 1e-10);
    for t in [1, 10, 487, 999] {
        let large = variance(t, AncestralVariance::FixedLarge);
        assert!((large - schedule.betas()[t]).abs() < 1e-12);
        // Between the two, at the middle of their logarithms, for v = 0.
        let learned = variance(t, AncestralVariance::LearnedRange);
        assert!((learned - (small(t) * large).sqrt()).abs() < 1e-12);
    }
    assert_eq!(variance(0, AncestralVariance::FixedLarge), 0.0, "the last step draws nothing");
    assert_eq!(variance(0, AncestralVariance::LearnedRange), 0.0);
}

#[test]
fn ends_of_the_learned_range_are_the_fixed_variances() {
    let (from, to) = (linear().marginal(500).unwrap(), linear().marginal(480).unwrap());
    let noise = |kind| StepRule::ancestral(from, to, kind).unwrap();
    let learned = noise(AncestralVariance::LearnedRange);
    for (v, kind) in [(-1.0, AncestralVariance::FixedSmall), (1.0, AncestralVariance::FixedLarge)] {
        let std = learned.noise * (learned.log_std + learned.log_std_slope * v).exp();
        assert!((std - noise(kind).noise).abs() < 1e-14);
    }
}

#[test]
fn steps_of_order_one_agree() {
    let (from, to) = (linear().marginal(500).unwrap(), linear().marginal(480).unwrap());
    let (solver, ddim) = (StepRule::dpm_solver(from, to, None).unwrap(), StepRule::ddim(from, to, 0.0).unwrap());
    // x' of both for any x and data, with ε = (x - a x_0) / s.
    let next = |rule: StepRule, x: f64, start: f64| {
        rule.x * x + rule.denoised * start + rule.epsilon * (x - from.signal() * start) / from.noise()
    };
    for (x, start) in [(1.0, 0.0), (0.0, 1.0), (-0.7, 2.5)] {
        assert!((next(solver, x, start) - next(ddim, x, start)).abs() < 1e-14);
    }
    // With eta 1 DDIM is the ancestral step.
    let (ancestral, ddim) =
        (StepRule::ancestral(from, to, AncestralVariance::FixedSmall).unwrap(), StepRule::ddim(from, to, 1.0).unwrap());
    assert!((ancestral.noise - ddim.noise).abs() < 1e-14);
    for (x, start) in [(1.0, 0.0), (0.0, 1.0), (-0.7, 2.5)] {
        assert!((next(ancestral, x, start) - next(ddim, x, start)).abs() < 1e-12);
    }
    // Without noise at the end every solver gives the estimate of the data.
    for rule in [
        StepRule::dpm_solver(from, Marginal::CLEAN, Some(linear().marginal(600).unwrap())).unwrap(),
        StepRule::dpm_solver_sde(from, Marginal::CLEAN, Some(linear().marginal(600).unwrap())).unwrap(),
    ] {
        assert_eq!((rule.x, rule.denoised, rule.previous, rule.noise), (0.0, 1.0, 0.0, 0.0));
    }
}

#[test]
fn the_corrector_takes_the_step_of_the_paper() {
    // r = .16, |z| = √d and |score| = √d/σ at σ: ε = 2 r² σ².
    let found = langevin_step_size(0.16, 3072f64.sqrt(), 3072f64.sqrt() / 0.5, 1.0).unwrap();
    assert!((found - 2.0 * 0.16f64.powi(2) * 0.25).abs() < 1e-15);
    assert_eq!(
        langevin_step_size(0.16, 1.0, 0.0, 1.0).unwrap_err().to_string(),
        "score_norm is 0; give a number above 0"
    );
}
