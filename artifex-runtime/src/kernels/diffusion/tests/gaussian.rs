//! Samplers with the exact denoiser of Gaussian data, whose answers are known.

use super::schedule::linear;
use super::*;
use crate::kernels::testing::{host, on_devices};
use crate::rng::Stream;
#[cfg(feature = "flex")]
use burn::tensor::{DType, TensorData};
use burn::tensor::{Device, Tensor};

/// Data `N(MEAN, STD²)`.
const MEAN: f64 = 0.4;
const STD: f64 = 0.6;

/// The factors of `x` and 1 in `E[x_0 | x_t]`.
fn denoiser(at: Marginal) -> (f64, f64) {
    let (a, s) = (at.signal(), at.noise());
    let total = a * a * STD * STD + s * s;
    (a * STD * STD / total, MEAN * s * s / total)
}

fn denoise<const D: usize>(x: Tensor<D>, at: Marginal) -> ModelOutput<D> {
    let (of_x, constant) = denoiser(at);
    ModelOutput::new(x.mul_scalar(of_x).add_scalar(constant), Prediction::Sample)
}

/// Where the probability-flow ODE takes `x` from one level to another: the same number of standard deviations from the mean.
fn exact(x: f64, from: Marginal, to: Marginal) -> f64 {
    let std = |at: Marginal| (at.signal() * STD).hypot(at.noise());
    to.signal() * MEAN + (x - from.signal() * MEAN) * std(to) / std(from)
}

/// The error at the end of a sampler in double precision.
#[cfg(feature = "flex")]
fn error(levels: &[Marginal], step: impl Fn(Tensor<1>, &[Marginal], &mut Option<Kept<1>>) -> Tensor<1>) -> f64 {
    let device = Device::flex();
    let start = [-1.5, 0.3, 2.0].map(|z| z * levels[0].noise());
    let mut x = Tensor::<1>::from_data(TensorData::from(start), (&device, DType::F64));
    let mut kept = None;
    for i in 0..levels.len() - 1 {
        x = step(x, &levels[i.saturating_sub(1)..i + 2], &mut kept);
    }
    let found = x.into_data().try_to_vec::<f64>().unwrap();
    let ends = (levels[0], *levels.last().unwrap());
    start.iter().zip(found).map(|(start, found)| (exact(*start, ends.0, ends.1) - found).abs()).fold(0.0, f64::max)
}

/// Asserts that half the step divides the error by about `2^order`.
#[cfg(feature = "flex")]
#[track_caller]
fn assert_order(order: i32, error: impl Fn(usize) -> f64) {
    let (coarse, fine) = (error(64), error(128));
    let ratio = coarse / fine;
    assert!((ratio / 2f64.powi(order) - 1.0).abs() < 0.15, "order {order}: {coarse:e} and {fine:e}, ratio {ratio}");
}

fn sigmas(n: usize) -> Vec<Marginal> {
    let sigmas = karras_sigmas(n + 1, 0.02, 20.0, 7.0).unwrap();
    sigmas.into_iter().map(|sigma| Marginal::sigma(sigma).unwrap()).collect()
}

#[cfg(feature = "flex")]
fn preserving(n: usize) -> Vec<Marginal> {
    let sde = Sde::VariancePreserving { beta_min: 0.1, beta_max: 20.0 };
    (0..=n).map(|i| sde.marginal(1.0 - 0.95 * i as f64 / n as f64).unwrap()).collect()
}

#[cfg(feature = "flex")]
fn flow(n: usize) -> Vec<Marginal> {
    (0..=n).map(|i| Marginal::flow(1.0 - 0.95 * i as f64 / n as f64).unwrap()).collect()
}

/// The last two of the levels that a step is given: where it begins and ends.
#[cfg(feature = "flex")]
fn ends(levels: &[Marginal]) -> (Marginal, Marginal) {
    (levels[levels.len() - 2], levels[levels.len() - 1])
}

#[cfg(feature = "flex")]
#[test]
fn euler_ddim_and_flow_steps_are_of_order_one() {
    let unused = || Stream::from_seed(0);
    assert_order(1, |n| {
        error(&sigmas(n), |x, levels, _| {
            let (from, to) = ends(levels);
            euler_step(x.clone(), denoise(x, from), from.noise(), to.noise()).unwrap()
        })
    });
    assert_order(1, |n| {
        error(&preserving(n), |x, levels, _| {
            let (from, to) = ends(levels);
            ddim_step(x.clone(), denoise(x, from), from, to, 0.0, &mut unused()).unwrap()
        })
    });
    assert_order(1, |n| {
        error(&flow(n), |x, levels, _| {
            let (from, to) = ends(levels);
            flow_step(x.clone(), denoise(x, from), from.noise(), to.noise()).unwrap()
        })
    });
    assert_order(1, |n| {
        error(&preserving(n), |x, levels, _| {
            let (from, to) = ends(levels);
            let (x, _) = dpm_solver_step(x.clone(), denoise(x, from), from, to, None).unwrap();
            x
        })
    });
}

#[cfg(feature = "flex")]
#[test]
fn the_probability_flow_in_time_is_of_order_one() {
    let sde = Sde::SubVariancePreserving { beta_min: 0.1, beta_max: 20.0 };
    assert_order(1, |n| {
        let time = |i: usize| 1.0 - 0.95 * i as f64 / n as f64;
        let levels: Vec<Marginal> = (0..=n).map(|i| sde.marginal(time(i)).unwrap()).collect();
        let at = std::cell::Cell::new(0);
        error(&levels, |x, levels, _| {
            let i = at.replace(at.get() + 1);
            ode_step(x.clone(), denoise(x, ends(levels).0), sde, time(i), time(i + 1)).unwrap()
        })
    });
}

#[cfg(feature = "flex")]
#[test]
fn heun_and_dpm_solver_2m_are_of_order_two() {
    assert_order(2, |n| {
        error(&sigmas(n), |x, levels, _| {
            let (from, to) = ends(levels);
            let euler = euler_step(x.clone(), denoise(x.clone(), from), from.noise(), to.noise()).unwrap();
            heun_step(x, euler.clone(), denoise(euler, to), from.noise(), to.noise()).unwrap()
        })
    });
    // The same over levels whose signal shrinks, by the rules themselves.
    assert_order(2, |n| {
        error(&preserving(n), |x, levels, _| {
            let (from, to) = ends(levels);
            let mut unused = Stream::from_seed(0);
            let euler = ddim_step(x.clone(), denoise(x.clone(), from), from, to, 0.0, &mut unused).unwrap();
            let rule = StepRule::heun(from, to).unwrap();
            linear_step(euler.clone(), denoise(euler, to), Some(x), &[rule], &mut unused).unwrap()
        })
    });
    for levels in [sigmas as fn(usize) -> Vec<Marginal>, preserving] {
        assert_order(2, |n| {
            error(&levels(n), |x, levels, kept| {
                let (from, to) = ends(levels);
                let (x, keep) = dpm_solver_step(x.clone(), denoise(x, from), from, to, kept.take()).unwrap();
                *kept = Some(keep);
                x
            })
        });
    }
}

/// Mean and standard deviation.
fn moments(x: &[f32]) -> (f64, f64) {
    let count = x.len() as f64;
    let mean = x.iter().map(|x| f64::from(*x)).sum::<f64>() / count;
    (mean, (x.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / count).sqrt())
}

/// Mean and standard deviation within 4.5 deviations of what `count` normal draws of these give.
#[track_caller]
fn assert_moments(x: &[f32], mean: f64, std: f64) {
    let found = moments(x);
    let deviation = std / (x.len() as f64).sqrt();
    assert!((found.0 - mean).abs() < 4.5 * deviation, "mean {}, expected {mean}", found.0);
    assert!((found.1 - std).abs() < 4.5 * deviation / 2f64.sqrt(), "deviation {}, expected {std}", found.1);
}

/// Mean and standard deviation after a step with `E[x_0 | x_t]` linear in `x`.
fn propagate((mean, std): (f64, f64), rule: &StepRule, (of_x, constant): (f64, f64)) -> (f64, f64) {
    let (a, s) = (rule.at.signal(), rule.at.noise());
    let slope = rule.x + rule.denoised * of_x + rule.epsilon * (1.0 - a * of_x) / s;
    let shift = (rule.denoised - rule.epsilon * a / s) * constant;
    (slope * mean + shift, (slope * std).hypot(rule.noise))
}

const SAMPLES: usize = 20_000;

on_devices! {
    fn solvers_give_the_distribution_of_the_data(device) {
        let mut levels = sigmas(40);
        levels.push(Marginal::CLEAN);
        let spread = STD.hypot(20.0);
        let start = Stream::from_seed(1).normal_tensor([SAMPLES], device).mul_scalar(spread).add_scalar(MEAN);
        let begin = host(start.clone());
        let (mut heun, mut solver, mut kept) = (start.clone(), start, None);
        for pair in levels.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let euler = euler_step(heun.clone(), denoise(heun.clone(), from), from.noise(), to.noise()).unwrap();
            heun = if to.noise() > 0.0 {
                heun_step(heun, euler.clone(), denoise(euler, to), from.noise(), to.noise()).unwrap()
            } else {
                euler
            };
            let (next, keep) = dpm_solver_step(solver.clone(), denoise(solver, from), from, to, kept.take()).unwrap();
            (solver, kept) = (next, Some(keep));
        }
        for x in [host(heun), host(solver)] {
            for (begin, x) in begin.iter().zip(&x) {
                let exact = exact(f64::from(*begin), levels[0], Marginal::CLEAN);
                assert!((f64::from(*x) - exact).abs() < 0.02, "{x}, expected {exact}");
            }
            let (mean, std) = moments(&x);
            assert!((mean - MEAN).abs() < 0.02 && (std - STD).abs() < 0.02, "{mean} {std}");
        }
    }

    fn ancestral_sampling_gives_the_distribution_of_the_data(device) {
        // 250 steps of the schedule of 1000, with all the noise that DDPM draws.
        let schedule = linear();
        let times = schedule.time_steps(250, Spacing::Trailing).unwrap();
        let mut levels: Vec<Marginal> = times.into_iter().map(|t| schedule.marginal(t).unwrap()).collect();
        levels.push(Marginal::CLEAN);
        let mut stream = Stream::from_seed(2);
        let mut x = stream.normal_tensor([SAMPLES], device);
        let mut expected = (0.0, 1.0);
        for pair in levels.windows(2) {
            let rule = StepRule::ancestral(pair[0], pair[1], AncestralVariance::FixedSmall).unwrap();
            expected = propagate(expected, &rule, denoiser(pair[0]));
            x = ddpm_step(x.clone(), denoise(x, pair[0]), pair[0], pair[1], AncestralVariance::FixedSmall, &mut stream).unwrap();
        }
        assert_moments(&host(x), expected.0, expected.1);
        assert!((expected.0 - MEAN).abs() < 0.02 && (expected.1 - STD).abs() < 0.02, "{expected:?}");
    }

    fn reverse_processes_with_the_exact_score_have_deviation_one(device) {
        let steps = 400;
        for sde in [
            Sde::VariancePreserving { beta_min: 0.1, beta_max: 20.0 },
            Sde::SubVariancePreserving { beta_min: 0.1, beta_max: 20.0 },
            Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 },
        ] {
            // Data N(0, 1) have x_t ~ N(0, a² + s²) and the score -x / (a² + s²).
            let spread = |at: Marginal| at.signal().hypot(at.noise());
            let mut stream = Stream::from_seed(3);
            let begin = spread(sde.marginal(1.0).unwrap());
            let mut x = stream.normal_tensor([SAMPLES], device).mul_scalar(begin);
            let mut expected = (0.0, begin);
            let time = |i: usize| 1.0 - (1.0 - 1e-3) * i as f64 / steps as f64;
            for i in 0..steps {
                let at = sde.marginal(time(i)).unwrap();
                let total = spread(at).powi(2);
                let rule = StepRule::reverse_sde(sde, time(i), time(i + 1)).unwrap();
                expected = propagate(expected, &rule, (at.signal() / total, 0.0));
                let score = ModelOutput::new(x.clone().mul_scalar(-1.0 / total), Prediction::Score);
                x = sde_step(x, score, sde, time(i), time(i + 1), &mut stream).unwrap();
            }
            assert_moments(&host(x), expected.0, expected.1);
            assert!((expected.1 - 1.0).abs() < 0.02, "{sde:?}: {expected:?}");
        }
    }

    fn the_corrector_keeps_the_distribution_of_its_level(device) {
        // Langevin steps at one level, from a start that is too narrow: the stationary variance of x + ε·score + √(2ε) z with the
        // score -x/v is v / (1 - ε/(2v)).
        let at = Marginal::sigma(0.5).unwrap();
        let variance = 1.0 + 0.25;
        let step = 0.05 * variance;
        let mut stream = Stream::from_seed(4);
        let mut x = stream.normal_tensor([SAMPLES], device).mul_scalar(0.5);
        for _ in 0..150 {
            let score = ModelOutput::new(x.clone().mul_scalar(-1.0 / variance), Prediction::Score);
            x = langevin_step(x, score, at, step, &mut stream).unwrap();
        }
        assert_moments(&host(x), 0.0, (variance / (1.0 - 0.025)).sqrt());
    }
}
