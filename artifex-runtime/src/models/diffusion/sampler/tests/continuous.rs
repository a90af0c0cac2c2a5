//! Samplers along processes in continuous time.

use super::super::super::process::Process;
use super::*;
use crate::kernels::diffusion::{EdmPreconditioning, Sde, karras_sigmas};

const BETAS: (f64, f64) = (0.1, 20.0);
const FLOW: Process = Process::Flow { shift: 1.0, least: 1e-3 };
const EDM: Process = Process::Edm { sigma_min: 0.002, sigma_max: 80.0, sigma_data: 0.5 };

fn sdes() -> [Process; 3] {
    let (beta_min, beta_max) = BETAS;
    [
        Process::Sde { sde: Sde::VariancePreserving { beta_min, beta_max }, least: 1e-3 },
        Process::Sde { sde: Sde::SubVariancePreserving { beta_min, beta_max }, least: 1e-3 },
        Process::Sde { sde: Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 }, least: 1e-5 },
    ]
}

fn along(process: &Process, text: &str) -> Sampler {
    Sampler::of(&sampler(text), process).unwrap()
}

fn marginals(sampler: &Sampler) -> Vec<Marginal> {
    sampler.steps.iter().map(|step| step.level().marginal).collect()
}

/// Mean and standard deviation of samples with the exact denoiser of `N(mean, std²)`.
fn moments(process: &Process, text: &str, count: usize, [mean, std]: [f64; 2]) -> (f64, f64) {
    let sampler = along(process, text);
    let mut stream = Stream::from_seed(3);
    let x = stream.normal_tensor::<1>([count], &Device::flex()) * sampler.prior_std();
    let denoise = |x: &Tensor<1>, level: Level| {
        let (a, s) = (level.marginal.signal(), level.marginal.noise());
        let total = a * a * std * std + s * s;
        ModelOutput::new(x.clone() * (a * std * std / total) + mean * s * s / total, Prediction::Sample)
    };
    let x = sampler.run(x, denoise, &mut stream).unwrap().into_data().try_to_vec::<f32>().unwrap();
    let mean = x.iter().map(|x| f64::from(*x)).sum::<f64>() / count as f64;
    let square = x.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / count as f64;
    (mean, square.sqrt())
}

/// With the exact score of `N(0, 1)`, samples have the standard deviation 1 within 1 %. That of so many samples is itself uncertain by
/// 0.22 %.
#[test]
fn the_exact_score_gives_the_standard_deviation() {
    for process in sdes() {
        for text in
            ["type = 'euler_maruyama', steps = 1000", "type = 'predictor_corrector', steps = 1000, corrector_steps = 0"]
        {
            let (mean, std) = moments(&process, text, 100_000, [0.0, 1.0]);
            assert!((std - 1.0).abs() < 0.01 && mean.abs() < 0.015, "{process:?} {text}: {mean} {std}");
        }
    }
}

/// All samplers that go from level to level give the distribution of the data along every process.
#[test]
fn samplers_of_levels_suit_every_process() {
    const COUNT: usize = 20_000;
    let error = STD / (COUNT as f64).sqrt();
    let processes = sdes().into_iter().chain([FLOW, Process::Flow { shift: 3.0, least: 1e-3 }, EDM]);
    for process in processes {
        let flow = matches!(process, Process::Flow { .. });
        let spacing = if flow { "trailing" } else { "karras" };
        for text in [
            "type = 'ddpm', steps = 300",
            "type = 'ddim', steps = 200",
            "type = 'ddim', steps = 300, eta = 1.0",
            "type = 'euler', steps = 200",
            "type = 'euler_ancestral', steps = 300",
            "type = 'heun', steps = 50",
            "type = 'dpm_solver_pp', steps = 50",
            "type = 'dpm_solver_pp', steps = 100, stochastic = true",
            "type = 'unipc', steps = 50",
            "type = 'unipc', steps = 50, order = 3",
            "type = 'euler', steps = 200, final_sigma = 'sigma_min'",
        ] {
            let (mean, std) = moments(&process, &format!("{text}, spacing = '{spacing}'"), COUNT, [MEAN, STD]);
            assert!((mean - MEAN).abs() < 4.5 * error + 0.01, "{process:?} {text}: mean {mean}");
            assert!((std - STD).abs() < 4.5 * error / 2f64.sqrt() + 0.012, "{process:?} {text}: deviation {std}");
        }
        if !flow {
            let text = "type = 'predictor_corrector', steps = 300, snr = 0.1";
            let (mean, std) = moments(&process, text, COUNT, [MEAN, STD]);
            assert!((mean - MEAN).abs() < 0.03 && (std - STD).abs() < 0.03, "{process:?}: {mean} {std}");
        }
    }
}

/// The corrector alone brings what has the wrong deviation closer to the distribution of a level: many steps at one of them.
#[test]
fn a_corrector_draws_from_the_distribution_of_its_level() {
    let [process, ..] = sdes();
    let level = process.level(0.3).unwrap();
    let step = Step::Correct(level, Corrector { snr: 0.1, alpha: 1.0 });
    let sampler = Sampler { steps: vec![step; 1500], end: level, prior_std: 1.0, keeps_noise: false };
    let mut stream = Stream::from_seed(5);
    let x = stream.normal_tensor::<1>([20_000], &Device::flex()) * 3.0 + 1.0;
    let x = sampler.run(x, exact, &mut stream).unwrap().into_data().try_to_vec::<f32>().unwrap();
    let (a, s) = (level.marginal.signal(), level.marginal.noise());
    let mean = x.iter().map(|x| f64::from(*x)).sum::<f64>() / 20_000.0;
    let std = (x.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / 20_000.0).sqrt();
    assert!((mean - a * MEAN).abs() < 0.03 && (std / (a * STD).hypot(s) - 1.0).abs() < 0.03, "{mean} {std}");
}

/// A point that all data are: straight paths lead to it, and one step is the whole way.
#[test]
fn one_step_of_a_flow_to_a_point_is_exact() {
    for text in ["type = 'euler', steps = 1, spacing = 'trailing'", "type = 'heun', steps = 3, spacing = 'trailing'"] {
        let point = [0.25, -3.0];
        let x = Tensor::<2>::from_floats([[1.0, 2.0], [-0.5, 0.1], [0.0, 4.0]], &Device::flex());
        let velocity = |x: &Tensor<2>, level: Level| {
            // ε - x_0 with ε = (x - (1 - s) x_0) / s.
            let target = Tensor::<2>::from_floats([point], &x.device());
            ModelOutput::new((x.clone() - target) / level.marginal.noise(), Prediction::Flow)
        };
        let x = along(&FLOW, text).run(x, velocity, &mut Stream::from_seed(0)).unwrap();
        let found = x.into_data().try_to_vec::<f32>().unwrap();
        assert!(found.as_chunks::<2>().0.iter().all(|row| row.iter().zip(point).all(|(a, b)| (a - b).abs() < 1e-5)));
    }
}

/// Half the step quarters the error of Heun's method along a flow too, which begins without signal.
#[test]
fn heun_is_of_order_two_along_a_flow() {
    let error = |steps: usize| {
        let mut sampler = along(&FLOW, &format!("type = 'heun', steps = {steps}, spacing = 'linspace'"));
        let Some(Step::Single(end, _)) = sampler.steps.pop() else { panic!("no last step") };
        let start = [-1.5, 0.3, 2.0];
        let x = Tensor::<1>::from_data(TensorData::from(start), (&Device::flex(), DType::F64));
        let found = sampler.run(x, exact, &mut Stream::from_seed(0)).unwrap().into_data().try_to_vec::<f64>().unwrap();
        let level = sampler.start();
        start.iter().zip(found).map(|(x, found)| (flow(*x, level, end) - found).abs()).fold(0.0, f64::max)
    };
    let (coarse, fine) = (error(33), error(65));
    assert!((coarse / fine / 4.0 - 1.0).abs() < 0.15 && fine < 1e-2, "{coarse:e} {fine:e}");
}

/// diffusers 0.3x, `tests/schedulers/test_scheduler_edm_euler.py`, `full_loop_no_noise`: 34.1855.
#[test]
fn edm_gives_the_loop_of_diffusers() {
    let sampler = along(&EDM, "type = 'euler', steps = 10");
    let sigmas: Vec<f64> = marginals(&sampler).iter().map(|at| at.noise()).collect();
    let expected = karras_sigmas(10, 0.002, 80.0, 7.0).unwrap();
    assert!(sigmas.iter().zip(&expected).all(|(a, b)| (a / b - 1.0).abs() < 1e-9), "{sigmas:?}");
    let value = |i: usize| (i % 192 * 4 + i / 192) as f32 / 768.0;
    let values: Vec<f32> = (0..768).map(value).collect();
    let x = Tensor::<2>::from_data(TensorData::new(values, [4, 192]), &Device::flex()) * 80.0_f64.hypot(1.0);
    let model = |x: &Tensor<2>, level: Level| {
        let sigma = level.marginal.noise();
        let edm = EdmPreconditioning::new(sigma, 0.5).unwrap();
        // What the test's model is told is ln σ / 4.
        let time = level.time / 1000.0;
        assert!((time - edm.c_noise).abs() < 1e-9);
        let output = x.clone() * EDM.input_scale(level.marginal) * (time / (time + 1.0));
        ModelOutput::new(output, Prediction::Edm { sigma_data: 0.5 })
    };
    let x = sampler.run(x, model, &mut Stream::from_seed(0)).unwrap();
    let found: f64 = x.into_data().try_to_vec::<f32>().unwrap().iter().map(|x| f64::from(x.abs())).sum();
    assert!((found - 34.185_494).abs() < 1e-3, "{found}");
}

#[test]
fn times_are_those_of_the_spacing() {
    let noise = |process: &Process, text: &str| -> Vec<f64> {
        let at = marginals(&along(process, &format!("type = 'euler', steps = 4, spacing = '{text}'")));
        at.iter().map(|at| at.noise()).collect()
    };
    let near = |found: Vec<f64>, expected: [f64; 4]| {
        assert!(found.iter().zip(expected).all(|(a, b)| (a / b - 1.0).abs() < 1e-9), "{found:?}, not {expected:?}");
    };
    near(noise(&FLOW, "trailing"), [1.0, 0.75, 0.5, 0.25]);
    near(noise(&Process::Flow { shift: 3.0, least: 1e-3 }, "trailing"), [1.0, 0.9, 0.75, 0.5]);
    near(noise(&FLOW, "linspace"), [1.0, 0.667, 0.334, 0.001]);
    // In a geometric sequence: the process's own time.
    let ratio = 40_000_f64.powf(0.25);
    near(noise(&EDM, "trailing"), [80.0, 80.0 / ratio, 80.0 / ratio.powi(2), 80.0 / ratio.powi(3)]);
    near(noise(&EDM, "quadratic"), [0.0_f64, 1.0, 2.0, 3.0].map(|i| 0.002 * 40_000_f64.powf((1.0 - i / 3.0).powi(2))));
}

#[test]
fn samplers_say_which_process_they_take() {
    let error = |process: &Process, text: &str| Sampler::of(&sampler(text), process).unwrap_err().to_string();
    let words = "choose another sampler";
    assert!(
        error(&FLOW, "type = 'euler_maruyama'").contains(words)
            && error(&EDM, "type = 'euler_maruyama'").contains(words)
    );
    assert!(error(&EDM, "type = 'ddim', spacing = 'leading'").contains("`leading` leaves out the noisiest level"));
    assert_eq!(error(&FLOW, "type = 'euler'"), "sigma_max is inf; give a number not below sigma_min");
    assert_eq!(error(&FLOW, "type = 'predictor_corrector'"), "the signal is 0; give a level with signal");
    // The default number of ancestral steps.
    assert_eq!(along(&sdes()[0], "type = 'ddpm'").evaluations(), 1000);
    assert_eq!(along(&sdes()[0], "type = 'euler_maruyama', steps = 10").evaluations(), 10);
}
