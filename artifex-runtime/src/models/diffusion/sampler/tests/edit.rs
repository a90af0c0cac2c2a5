//! Samples from data and samples that keep a part of them, with exact denoisers.

use super::*;
use crate::models::diffusion::sampler::{Edited, Filled};

const COUNT: usize = 20_000;

fn moments(x: &[f32]) -> (f64, f64) {
    let mean = x.iter().map(|x| f64::from(*x)).sum::<f64>() / x.len() as f64;
    (mean, (x.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / x.len() as f64).sqrt())
}

fn edit(text: &str, edited: &Edited<1>, seed: u64) -> Vec<f32> {
    let mut stream = Stream::from_seed(seed);
    let start = stream.normal_tensor::<1>(edited.init.dims(), &Device::flex());
    build(text).edit(start, edited, exact, &mut stream).unwrap().into_data().try_to_vec::<f32>().unwrap()
}

/// The flow takes data with noise of a level to `MEAN + (x - a MEAN) STD / std(level)`: of one value `c`, with noise of standard
/// deviation `s`, it has mean `MEAN + a (c - MEAN) STD / std` and standard deviation `s STD / std`.
#[test]
fn the_strength_is_the_share_of_noise() {
    let init = Tensor::<1>::full([COUNT], 2.0, &Device::flex());
    let of = |strength| Edited { init: init.clone(), strength, fill: None };
    assert!(edit("type = 'heun', steps = 40", &of(0.0), 1).iter().all(|x| *x == 2.0));
    for (sampler, tolerance) in
        [("heun', steps = 40", 0.01), ("unipc', steps = 40", 0.01), ("ddim', steps = 400", 0.015)]
    {
        let text = format!("type = '{sampler}");
        for strength in [0.25, 0.5, 0.75] {
            let sampler = build(&text);
            let level = sampler.level(sampler.first_step(strength)).marginal;
            let (a, s) = (level.signal(), level.noise());
            let std = (a * STD).hypot(s);
            let (mean, spread) = moments(&edit(&text, &of(strength), 1));
            let expected = (MEAN + a * (2.0 - MEAN) * STD / std, s * STD / std);
            let error = 4.5 * expected.1 / (COUNT as f64).sqrt() + tolerance;
            assert!((mean - expected.0).abs() < error, "{text}, {strength}: mean {mean}, not {}", expected.0);
            assert!((spread - expected.1).abs() < error, "{text}, {strength}: deviation {spread}, not {}", expected.1);
        }
        // At full strength the data has no part in it.
        let (mean, spread) = moments(&edit(&text, &of(1.0), 1));
        assert!((mean - MEAN).abs() < 0.03 && (spread - STD).abs() < 0.03, "{text}: {mean}, {spread}");
    }
}

/// Also where the noise of the start is not of standard deviation 1.
#[test]
fn full_strength_is_noise_of_any_process() {
    let process = Process::Edm { sigma_min: 0.002, sigma_max: 80.0, sigma_data: 0.5 };
    let sampler = Sampler::of(&sampler("type = 'heun', steps = 40"), &process).unwrap();
    let edited = Edited { init: Tensor::<1>::full([COUNT], 2.0, &Device::flex()), strength: 1.0, fill: None };
    let mut stream = Stream::from_seed(1);
    let start = stream.normal_tensor::<1>([COUNT], &Device::flex());
    let x = sampler.edit(start, &edited, exact, &mut stream).unwrap().into_data().try_to_vec::<f32>().unwrap();
    let (mean, spread) = moments(&x);
    assert!((mean - MEAN).abs() < 0.03 && (spread - STD).abs() < 0.03, "{mean}, {spread}");
}

/// Pairs of correlation `RHO`, each `N(MEAN, STD²)`: the exact denoiser, by their sum and difference.
const RHO: f64 = 0.8;

fn pairs(x: &Tensor<2>, level: Level) -> ModelOutput<2> {
    let (a, s) = (level.marginal.signal(), level.marginal.noise());
    let along = |variance: f64| a * variance / (a * a * variance + s * s);
    let (sum, difference) = (along(STD * STD * (1.0 + RHO)), along(STD * STD * (1.0 - RHO)));
    let centred = x.clone() - a * MEAN;
    let turned = centred.clone().flip([1]);
    let denoised = centred * (0.5 * (sum + difference)) + turned * (0.5 * (sum - difference)) + MEAN;
    ModelOutput::new(denoised, Prediction::Sample)
}

/// Of a pair whose first is known, the second has mean `MEAN + RHO (first - MEAN)` and standard deviation `STD √(1 - RHO²)`. Steps that
/// are taken once know too little of the first one while there is much noise; resampling mends that, as the paper says.
#[test]
fn what_is_filled_in_fits_what_is_kept() {
    const FIRST: f64 = 1.3;
    let device = Device::flex();
    let free = Tensor::<2>::from_floats([[0.0, 1.0]], &device).expand([4000, 2]);
    let init = Tensor::<2>::full([4000, 2], FIRST, &device);
    let run = |text: &str, resample, jump| {
        let fill = Some(Filled { free: free.clone(), resample, jump });
        let edited = Edited { init: init.clone(), strength: 1.0, fill };
        let mut stream = Stream::from_seed(5);
        let start = stream.normal_tensor::<2>([4000, 2], &device);
        let x = build(text).edit(start, &edited, pairs, &mut stream).unwrap();
        let x = x.into_data().try_to_vec::<f32>().unwrap();
        assert!(x.as_chunks::<2>().0.iter().all(|[first, _]| f64::from(*first) == f64::from(FIRST as f32)));
        moments(&x.as_chunks::<2>().0.iter().map(|[_, second]| *second).collect::<Vec<_>>())
    };
    let expected = (MEAN + RHO * (FIRST - MEAN), STD * (1.0 - RHO * RHO).sqrt());
    let off = |found: (f64, f64), expected: (f64, f64)| (found.0 - expected.0).abs() + (found.1 - expected.1).abs();
    let ddpm = "type = 'ddpm', steps = 100, variance = 'fixed_large'";
    let (once, often) = (run(ddpm, 1, 1), run(ddpm, 8, 2));
    // All is linear: mean and deviation of the same steps were computed by their recursion, in double precision.
    for (found, steps) in [(once, (0.837_943, 0.434_299)), (often, (1.075_161, 0.358_681))] {
        assert!(off(found, steps) < 0.035, "{found:?}, not {steps:?}");
    }
    assert!(off(often, expected) < 0.08, "{often:?}, not {expected:?}");
    assert!(off(often, expected) < 0.5 * off(once, expected), "{often:?} is no nearer than {once:?} to {expected:?}");
    // Other samplers, also those that look back, give it roughly: what is made without the known one is 0.96 off.
    for text in ["type = 'unipc', steps = 30", "type = 'dpm_solver_pp', steps = 30", "type = 'ddim'"] {
        let found = run(text, 1, 1);
        assert!(off(found, expected) < 0.6, "{text}: {found:?}, not {expected:?}");
        assert_ne!(run(text, 2, 5), found);
    }
}
