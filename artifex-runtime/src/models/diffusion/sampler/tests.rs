mod continuous;

use super::*;
use crate::config::{Loader, ModelConfig};
use crate::kernels::diffusion::{BetaSchedule, Prediction};
use burn::tensor::{DType, Device, TensorData};

/// Data `N(MEAN, STD²)`, whose denoiser is known.
const MEAN: f64 = 0.4;
const STD: f64 = 0.6;

/// A config in a table of its own, as it stands in that of a model.
#[derive(Debug, PartialEq, ModelConfig)]
struct Owner {
    /// The sampler.
    sampler: SamplerConfig,
}

pub(super) fn sampler(text: &str) -> SamplerConfig {
    Loader::new().text("x.toml", &format!("sampler = {{ {text} }}")).load::<Owner>().unwrap().value.sampler
}

fn schedule(steps: usize) -> NoiseSchedule {
    NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, steps).unwrap()
}

fn build(text: &str) -> Sampler {
    Sampler::new(&sampler(text), &schedule(1000)).unwrap()
}

/// `E[x_0 | x_t]`.
fn exact<const D: usize>(x: &Tensor<D>, level: Level) -> ModelOutput<D> {
    let (a, s) = (level.marginal.signal(), level.marginal.noise());
    let total = a * a * STD * STD + s * s;
    let denoised = x.clone() * (a * STD * STD / total) + MEAN * s * s / total;
    ModelOutput::new(denoised, Prediction::Sample)
}

/// Where the probability-flow equation takes `x` from one level to another: as many standard deviations from the mean.
fn flow(x: f64, from: Level, to: Level) -> f64 {
    let std = |level: Level| (level.marginal.signal() * STD).hypot(level.marginal.noise());
    to.marginal.signal() * MEAN + (x - from.marginal.signal() * MEAN) * std(to) / std(from)
}

fn times(sampler: &Sampler) -> Vec<f64> {
    sampler.steps.iter().map(|step| step.level().time).collect()
}

#[test]
fn steps_are_those_of_the_spacing() {
    for (text, expected) in [
        ("type = 'ddpm', steps = 4", vec![999.0, 749.0, 499.0, 249.0]),
        ("type = 'ddim', steps = 4, spacing = 'leading'", vec![750.0, 500.0, 250.0, 0.0]),
        ("type = 'ddim', steps = 4, spacing = 'linspace'", vec![999.0, 666.0, 333.0, 0.0]),
        ("type = 'ddim', steps = 5, spacing = 'quadratic'", vec![800.0, 450.0, 200.0, 50.0, 0.0]),
        ("type = 'euler', steps = 5, spacing = 'linspace'", vec![999.0, 749.25, 499.5, 249.75, 0.0]),
        // diffusers' DPMSolverMultistepScheduler: one more step, of which the last is left out.
        (
            "type = 'dpm_solver_pp', steps = 10, spacing = 'linspace'",
            vec![999.0, 899.0, 799.0, 699.0, 599.0, 500.0, 400.0, 300.0, 200.0, 100.0],
        ),
        // Its `leading`, too.
        ("type = 'unipc', steps = 4, spacing = 'leading', steps_offset = 1", vec![801.0, 601.0, 401.0, 201.0]),
        ("type = 'ddpm', steps = 4, spacing = 'leading', steps_offset = 3", vec![753.0, 503.0, 253.0, 3.0]),
    ] {
        assert_eq!(times(&build(text)), expected, "{text}");
    }
    assert_eq!(times(&build("type = 'ddpm'")), (0..1000).rev().map(f64::from).collect::<Vec<_>>());
}

#[test]
fn karras_levels_are_those_of_the_paper_and_know_their_times() {
    let (schedule, sampler) = (schedule(1000), build("type = 'euler', steps = 12"));
    let sigmas = schedule.sigmas();
    let expected = crate::kernels::diffusion::karras_sigmas(12, sigmas[0], sigmas[999], 7.0).unwrap();
    for (step, sigma) in sampler.steps.iter().zip(expected) {
        let Step::Single(level, _) = step else { panic!("{step:?}") };
        assert!((level.marginal.ratio() / sigma - 1.0).abs() < 1e-12);
        let (low, part) = (level.time.floor() as usize, level.time.fract());
        let between = sigmas[low].ln() * (1.0 - part) + sigmas[(low + 1).min(999)].ln() * part;
        assert!((between - sigma.ln()).abs() < 1e-9, "{level:?}");
    }
    let times = times(&sampler);
    assert!((times[0] - 999.0).abs() < 1e-9 && times[11].abs() < 1e-9, "{times:?}");
}

/// The largest error at the last level with noise, in double precision. The step from there to none is not finer with more steps.
fn error(text: &str) -> f64 {
    let mut sampler = build(text);
    let end = sampler.steps.pop().expect("there is a last step").level();
    let start = [-1.5, 0.3, 2.0];
    let x = Tensor::<1>::from_data(TensorData::from(start), (&Device::flex(), DType::F64));
    let x = sampler.run(x, exact, &mut Stream::from_seed(0)).unwrap();
    let found = x.into_data().try_to_vec::<f64>().unwrap();
    let level = sampler.start();
    start.iter().zip(found).map(|(start, found)| (flow(*start, level, end) - found).abs()).fold(0.0, f64::max)
}

/// Half the step halves the error of a method of order 1, and quarters that of order 2. The levels are those between steps, for
/// rounded times are not evenly fine.
#[test]
fn orders_of_convergence() {
    for (text, order) in [
        ("type = 'euler'", 1),
        ("type = 'ddim', spacing = 'karras'", 1),
        ("type = 'dpm_solver_pp', order = 1, spacing = 'karras'", 1),
        ("type = 'heun'", 2),
        ("type = 'dpm_solver_pp', spacing = 'karras'", 2),
        ("type = 'unipc', spacing = 'karras', order = 1, corrector = false", 1),
        ("type = 'unipc', spacing = 'karras', order = 2, corrector = false", 2),
        ("type = 'unipc', spacing = 'karras', order = 2, corrector = false, variant = 'bh1'", 2),
        ("type = 'unipc', spacing = 'karras', order = 3, corrector = false", 3),
        ("type = 'unipc', spacing = 'karras', order = 1", 2),
        ("type = 'unipc', spacing = 'karras', order = 1, variant = 'bh1'", 2),
        ("type = 'unipc', spacing = 'karras', order = 2", 3),
        ("type = 'unipc', spacing = 'karras', order = 2, variant = 'bh1'", 3),
        ("type = 'unipc', spacing = 'karras', order = 3", 4),
    ] {
        let error = |steps: usize| error(&format!("{text}, steps = {steps}"));
        let (coarse, fine) = (error(64), error(128));
        let ratio = coarse / fine;
        let expected = 2f64.powi(order);
        assert!((ratio / expected - 1.0).abs() < 0.2, "{text}: {coarse:e} and {fine:e}, ratio {ratio}");
        // That of the first order is 0.03, that of the second 0.001; the higher the order, the smaller.
        assert!(fine < 0.1 / expected, "{text}: {fine}");
    }
}

/// Mean and standard deviation of the samples are those of the data: within 4.5 of their standard errors, and what the steps
/// themselves are wrong by.
#[test]
fn samples_are_distributed_like_the_data() {
    const COUNT: usize = 20_000;
    for text in [
        "type = 'ddpm'",
        "type = 'ddpm', steps = 250, variance = 'fixed_large'",
        "type = 'ddim', steps = 200",
        "type = 'ddim', steps = 200, eta = 1.0",
        "type = 'euler', steps = 100",
        "type = 'euler_ancestral', steps = 200",
        "type = 'heun'",
        "type = 'dpm_solver_pp'",
        "type = 'dpm_solver_pp', order = 1, steps = 200",
        "type = 'dpm_solver_pp', stochastic = true, steps = 60",
        "type = 'dpm_solver_pp', stochastic = true, order = 1, steps = 250",
        "type = 'unipc', steps = 40, spacing = 'karras'",
        "type = 'unipc', order = 3, steps = 40, spacing = 'karras'",
        "type = 'unipc', order = 1, corrector = false, steps = 200",
        "type = 'predictor_corrector', steps = 1000",
    ] {
        let sampler = build(text);
        let mut stream = Stream::from_seed(3);
        let x = stream.normal_tensor::<1>([COUNT], &Device::flex());
        let x = sampler.run(x, exact, &mut stream).unwrap().into_data().try_to_vec::<f32>().unwrap();
        let mean = x.iter().map(|x| f64::from(*x)).sum::<f64>() / COUNT as f64;
        let std = (x.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / COUNT as f64).sqrt();
        let error = STD / (COUNT as f64).sqrt();
        assert!((mean - MEAN).abs() < 4.5 * error + 0.01, "{text}: mean {mean}");
        assert!((std - STD).abs() < 4.5 * error / 2f64.sqrt() + 0.01, "{text}: deviation {std}");
    }
}

/// The ends of what a network can say of the variance are the two that are fixed; half way, the logarithm is.
#[test]
fn a_predicted_variance_lies_between_the_fixed_ones() {
    let run = |variance: &str, said: Option<f64>| {
        let denoise = |x: &Tensor<1>, level: Level| match said {
            Some(said) => exact(x, level).with_variance(x.full_like(said)),
            None => exact(x, level),
        };
        let sampler = build(&format!("type = 'ddpm', steps = 2, variance = '{variance}'"));
        let x = Tensor::<1>::from_floats([0.5, -1.0, 0.1], &Device::flex());
        let first = sampler.run_steps(0..1, x, denoise, |x, _, _| x, &mut Stream::from_seed(2)).unwrap();
        first.into_data().try_to_vec::<f32>().unwrap()
    };
    let near = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-5);
    let (small, large) = (run("fixed_small", None), run("fixed_large", None));
    assert!(near(&run("learned_range", Some(-1.0)), &small) && near(&run("learned_range", Some(1.0)), &large));
    assert!(!near(&small, &large));
    // The noise is the same in all of them: in the middle its factor is the geometric mean.
    let sampler = build("type = 'ddpm', steps = 2");
    let [from, to] = [0, 1].map(|at| sampler.level(at).marginal);
    let shrink = from.signal() / to.signal();
    let added = from.noise().powi(2) - (shrink * to.noise()).powi(2);
    let (most, least) = (added.sqrt(), added.sqrt() * to.noise() / from.noise());
    for ((middle, small), large) in run("learned_range", Some(0.0)).iter().zip(&small).zip(&large) {
        let noise = f64::from(large - small) / (most - least);
        let expected = f64::from(*small) + noise * ((most * least).sqrt() - least);
        assert!((f64::from(*middle) - expected).abs() < 1e-5, "{middle}, not {expected}");
    }
}

/// The same stream gives the same samples; what draws nothing leaves it where it is.
#[test]
fn noise_is_drawn_where_the_method_says() {
    for (text, draws) in [
        ("type = 'ddpm', steps = 20", true),
        ("type = 'ddim'", false),
        ("type = 'ddim', eta = 0.5", true),
        ("type = 'euler'", false),
        ("type = 'euler_ancestral'", true),
        ("type = 'euler_ancestral', eta = 0.0", false),
        ("type = 'heun'", false),
        ("type = 'dpm_solver_pp'", false),
        ("type = 'dpm_solver_pp', stochastic = true", true),
        ("type = 'unipc'", false),
        ("type = 'predictor_corrector', steps = 20", true),
    ] {
        let sampler = build(text);
        let run = |seed| {
            let mut stream = Stream::from_seed(seed);
            let x = Tensor::<2>::ones([3, 4], &Device::flex());
            let x = sampler.run(x, exact, &mut stream).unwrap().into_data().try_to_vec::<f32>().unwrap();
            (x, stream.blocks_drawn())
        };
        assert_eq!(run(1), run(1));
        assert_eq!(run(1).0 != run(2).0, draws, "{text}");
        assert_eq!(run(1).1 > 0, draws, "{text}");
    }
}

#[test]
fn the_model_is_asked_as_often_as_said() {
    for (text, expected) in [
        ("type = 'ddpm', steps = 7", 7),
        ("type = 'heun', steps = 7", 13),
        ("type = 'dpm_solver_pp', steps = 7", 7),
        ("type = 'unipc', steps = 7", 7),
        ("type = 'predictor_corrector', steps = 7, corrector_steps = 2", 19),
    ] {
        let (sampler, mut asked) = (build(text), 0);
        let count = |x: &Tensor<1>, level: Level| {
            asked += 1;
            exact(x, level)
        };
        let _ = sampler.run(Tensor::<1>::ones([2], &Device::flex()), count, &mut Stream::from_seed(0)).unwrap();
        assert_eq!((asked, sampler.evaluations()), (expected, expected), "{text}");
    }
}

/// The sum of magnitudes of diffusers' dummy sample after a sampler, with its dummy model `x · t / (t + 1)`; see the tests of the
/// kernels, where the steps are taken one by one.
fn diffusers(sampler: &Sampler, clip: Option<f64>, scale: bool) -> f64 {
    diffusers_with(sampler, clip, scale, Prediction::Epsilon)
}

/// The same of a model that predicts something else.
pub(in crate::models::diffusion) fn diffusers_with(
    sampler: &Sampler,
    clip: Option<f64>,
    scale: bool,
    prediction: Prediction,
) -> f64 {
    let value = |i: usize| (i % 192 * 4 + i / 192) as f32 / 768.0;
    let values: Vec<f32> = (0..768).map(value).collect();
    let x = Tensor::<2>::from_data(TensorData::new(values, [4, 192]), &Device::flex());
    let x = if scale { x * sampler.start().marginal.noise() } else { x };
    let model = |x: &Tensor<2>, level: Level| {
        let output = ModelOutput::new(x.clone() * (level.time / (level.time + 1.0)), prediction);
        match clip {
            Some(clip) => output.clipped(clip),
            None => output,
        }
    };
    let x = sampler.run(x, model, &mut Stream::from_seed(0)).unwrap();
    x.into_data().try_to_vec::<f32>().unwrap().iter().map(|x| f64::from(x.abs())).sum()
}

/// diffusers 0.3x, `tests/schedulers/test_scheduler_ddim.py`, `full_loop_no_noise`: 172.0067; and its Euler scheduler as pipelines run
/// it, recomputed in double precision: 168.051361.
#[test]
fn configs_give_the_loops_of_diffusers() {
    let found = diffusers(&build("type = 'ddim', steps = 10, spacing = 'leading'"), Some(1.0), false);
    assert!((found - 172.006_522).abs() < 1e-3, "{found}");
    let euler = Sampler::new(&sampler("type = 'euler', steps = 10, spacing = 'linspace'"), &schedule(1100)).unwrap();
    let found = diffusers(&euler, None, true);
    assert!((found - 168.051_361).abs() < 5e-3, "{found}");
}

#[test]
fn steps_that_a_schedule_does_not_have_are_refused() {
    let error = |text: &str, schedule: &NoiseSchedule| Sampler::new(&sampler(text), schedule).unwrap_err().to_string();
    assert_eq!(
        error("type = 'ddim', steps = 11", &schedule(10)),
        "the number of sampling steps is 11; give 1 to 10, the steps of the schedule"
    );
    assert_eq!(
        error("type = 'euler', steps = 11, spacing = 'linspace'", &schedule(10)),
        "the number of sampling steps is 11; give 1 to 10, the steps of the schedule"
    );
    assert_eq!(
        error("type = 'ddim', steps = 5, spacing = 'leading', steps_offset = 2", &schedule(10)),
        "there is no time step 10; this schedule has the steps 0 to 9"
    );
}

/// Of a schedule that leaves no signal, samplers over ratios of noise to signal take the square of the signal as `2^-24`.
#[test]
fn samplers_begin_without_signal() {
    let pure = schedule(10).with_zero_terminal_snr().unwrap();
    for (text, least) in [
        ("type = 'ddim', steps = 5", 0.0),
        ("type = 'ddpm'", 0.0),
        ("type = 'euler', steps = 5, spacing = 'linspace'", 2f64.powi(-12)),
        ("type = 'euler', steps = 5", 2f64.powi(-12)),
        ("type = 'heun', steps = 5, spacing = 'trailing'", 2f64.powi(-12)),
        ("type = 'dpm_solver_pp', steps = 5", 2f64.powi(-12)),
        ("type = 'unipc', steps = 5", 2f64.powi(-12)),
        ("type = 'predictor_corrector', steps = 5", 2f64.powi(-12)),
    ] {
        let sampler = Sampler::new(&sampler(text), &pure).unwrap();
        assert!((sampler.start().marginal.signal() - least).abs() < 1e-12, "{text}");
        let x = Tensor::<1>::from_floats([0.5, -1.0], &Device::flex());
        let x = sampler.run(x, exact, &mut Stream::from_seed(0)).unwrap().into_data().try_to_vec::<f32>().unwrap();
        assert!(x.iter().all(|x| x.is_finite()), "{text}: {x:?}");
    }
}

/// Levels of `karras` between others than the schedule's ends, and an end with noise.
#[test]
fn levels_end_where_the_config_says() {
    let schedule = schedule(1000);
    let sigma = |t: usize| schedule.sigmas()[t];
    let ratio = |sampler: &Sampler, at| sampler.level(at).marginal.ratio();
    let leading = build("type = 'euler', steps = 5, karras_ends = 'leading', steps_offset = 1");
    assert!(
        (ratio(&leading, 0) / sigma(801) - 1.0).abs() < 1e-12 && (ratio(&leading, 4) / sigma(1) - 1.0).abs() < 1e-12
    );
    let trailing = build("type = 'heun', steps = 5, karras_ends = 'trailing'");
    assert!(
        (ratio(&trailing, 0) / sigma(999) - 1.0).abs() < 1e-12
            && (ratio(&trailing, 4) / sigma(199) - 1.0).abs() < 1e-12
    );
    assert_eq!(ratio(&trailing, 5), 0.0);
    for text in ["euler', spacing = 'linspace'", "ddim'", "dpm_solver_pp'", "unipc'", "euler_ancestral'", "heun'"] {
        let sampler = build(&format!("type = '{text}, steps = 5, final_sigma = 'sigma_min'"));
        assert!((ratio(&sampler, sampler.len()) / sigma(0) - 1.0).abs() < 1e-12, "{text}");
        let x = Tensor::<1>::from_floats([0.5, -1.0], &Device::flex());
        let x = sampler.run(x, exact, &mut Stream::from_seed(0)).unwrap().into_data().try_to_vec::<f32>().unwrap();
        assert!(x.iter().all(|x| x.is_finite()), "{text}: {x:?}");
    }
}

mod edit;
mod unipc;
