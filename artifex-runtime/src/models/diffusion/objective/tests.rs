//! The objective against definitions and closed forms.

use super::*;
use crate::kernels::diffusion::{BetaSchedule, EdmPreconditioning, NoiseSchedule, Sde, convert_prediction};
use burn::tensor::Device;

fn schedule() -> NoiseSchedule {
    NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap()
}

fn objective(prediction: PredictionType, loss: DiffusionLoss, weighting: &LossWeightingConfig) -> Objective {
    Objective {
        process: schedule().into(),
        times: Times::Uniform,
        prediction: prediction.kernel(),
        output_scale: 1.0,
        loss,
        weighting: weighting.clone(),
        learns_variance: false,
    }
}

fn simple() -> LossWeightingConfig {
    LossWeightingConfig::Simple(SimpleWeighting {})
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

const PREDICTIONS: [PredictionType; 3] = [PredictionType::Epsilon, PredictionType::VPrediction, PredictionType::Sample];

#[test]
fn a_perfect_prediction_has_no_loss() {
    let data = Stream::from_seed(1).normal_tensor::<2>([64, 5], &Device::flex());
    for prediction in PREDICTIONS {
        for loss in [DiffusionLoss::Mse, DiffusionLoss::L1, DiffusionLoss::Huber] {
            let objective = objective(prediction, loss, &simple());
            let noised = objective.noise(data.clone(), &mut Stream::from_seed(2)).unwrap();
            assert_eq!(host(objective.loss(noised.target.clone(), &noised)), [0.0]);
            assert!(host(objective.loss(noised.target.clone() + 0.1, &noised))[0] > 0.0);
        }
    }
}

/// `x = a x_0 + s ε` with the `ε` of the target, at the level of the step.
#[test]
fn examples_and_targets_belong_together() {
    let data = Stream::from_seed(1).normal_tensor::<2>([128, 3], &Device::flex());
    let noised = |prediction| {
        objective(prediction, DiffusionLoss::Mse, &simple()).noise(data.clone(), &mut Stream::from_seed(2)).unwrap()
    };
    let [epsilon, velocity, sample] = PREDICTIONS.map(noised);
    assert_eq!(host(sample.target), host(data.clone()));
    let alphas = schedule().alphas_cumprod().to_vec();
    let (x, v, e, x0) = (host(epsilon.x), host(velocity.target), host(epsilon.target), host(data));
    for (row, time) in host(epsilon.time).into_iter().enumerate() {
        let alpha = alphas[time as usize];
        let (a, s) = (alpha.sqrt(), (1.0 - alpha).sqrt());
        for at in 3 * row..3 * row + 3 {
            let [x, v, e, x0] = [x[at], v[at], e[at], x0[at]].map(f64::from);
            assert!((x - (a * x0 + s * e)).abs() < 1e-5 && (v - (a * e - s * x0)).abs() < 1e-5);
        }
    }
}

#[test]
fn losses_are_those_of_the_definitions() {
    let device = Device::flex();
    let column = |values: [f32; 2]| Tensor::<1>::from_floats(values, &device);
    let noised = Noised {
        x: Tensor::zeros([2, 2], &device),
        input: Tensor::zeros([2, 2], &device),
        time: column([0.0, 1.0]),
        target: Tensor::from_floats([[1.0, 0.0], [0.0, 0.0]], &device),
        signal: column([1.0; 2]),
        noise: column([1.0; 2]),
        weight: column([1.0, 3.0]),
        steps: None,
    };
    let output = Tensor::<2>::from_floats([[1.5, -2.0], [0.0, 0.25]], &device);
    // Errors 0.5, -2 of weight 1 and 0, 0.25 of weight 3.
    for (loss, expected) in [
        (DiffusionLoss::Mse, (0.25 + 4.0 + 3.0 * 0.0625) / 4.0),
        (DiffusionLoss::L1, (0.5 + 2.0 + 3.0 * 0.25) / 4.0),
        (DiffusionLoss::Huber, (0.125 + 1.5 + 3.0 * 0.03125) / 4.0),
    ] {
        let found = host(objective(PredictionType::Epsilon, loss, &simple()).loss(output.clone(), &noised))[0];
        assert!((f64::from(found) - expected).abs() < 1e-6, "{loss:?}: {found}, not {expected}");
    }
}

/// Values of min(SNR, 5) / SNR for the linear schedule, from double precision; those of the others are SNR and SNR / (SNR + 1)
/// times as much.
#[test]
fn min_snr_weights() {
    let weighting = LossWeightingConfig::MinSnr(MinSnrWeighting { gamma: 5.0 });
    let snr = schedule().snr();
    let at = |step: usize| schedule().marginal(step).unwrap();
    let weight = |prediction: PredictionType, step| weighting.weight(prediction.kernel(), at(step));
    for (step, expected) in
        [(0, 5.000_500_05e-4), (10, 0.010_991_246_0), (100, 0.585_708_507_8), (250, 1.0), (500, 1.0)]
    {
        let found = weight(PredictionType::Epsilon, step);
        assert!((found - expected).abs() < 1e-9, "{step}: {found}");
        assert!((weight(PredictionType::Sample, step) - expected * snr[step]).abs() < 1e-6);
        let velocity = expected * snr[step] / (snr[step] + 1.0);
        assert!((weight(PredictionType::VPrediction, step) - velocity).abs() < 1e-6);
    }
    assert_eq!(simple().weight(Prediction::Epsilon, at(3)), 1.0);
    // The last step of a schedule that ends in pure noise.
    let pure = Marginal::new(0.0, 1.0).unwrap();
    assert_eq!(weighting.weight(Prediction::Epsilon, pure), 1.0);
    assert_eq!(weighting.weight(Prediction::Velocity, pure), 0.0);
    // An error of EDM's prediction is c_out = σ σ_d / √(σ² + σ_d²) as large in the data.
    let edm = weighting.weight(Prediction::Edm { sigma_data: 0.5 }, Marginal::sigma(2.0).unwrap());
    assert!((edm - 0.25 * (2.0 * 0.5_f64).powi(2) / 4.25).abs() < 1e-12);
    // Of rectified flow: s.
    let flow = weighting.weight(Prediction::Flow, Marginal::flow(0.2).unwrap());
    assert!((flow - 5.0 * 0.04).abs() < 1e-12);
}

/// Karras et al. 2022, table 1: `λ(σ) c_out(σ)²` is 1; and an error of the noise is one of the data of `σ` times its size.
#[test]
fn edm_weights() {
    let weighting = LossWeightingConfig::Edm(EdmWeighting { sigma_data: 0.5 });
    for sigma in [0.002, 0.3, 80.0] {
        let at = Marginal::sigma(sigma).unwrap();
        let expected = EdmPreconditioning::new(sigma, 0.5).unwrap().loss_weight;
        let near =
            |found: f64, expected: f64| assert!((found / expected - 1.0).abs() < 1e-9, "{found}, not {expected}");
        near(weighting.weight(Prediction::Edm { sigma_data: 0.5 }, at), 1.0);
        near(weighting.weight(Prediction::Sample, at), expected);
        near(weighting.weight(Prediction::Epsilon, at), expected * sigma * sigma);
    }
    let pure = Marginal::new(0.0, 1.0).unwrap();
    assert_eq!(weighting.weight(Prediction::Velocity, pure), 4.0);
}

/// Every process has its own target, which a perfect network knows; `x = a x_0 + s ε` at the level that the network is told.
#[test]
fn a_perfect_prediction_of_any_process_has_no_loss() {
    let device = Device::flex();
    let data = Stream::from_seed(1).normal_tensor::<2>([64, 3], &device);
    let (uniform, edm) = (Times::Uniform, Prediction::Edm { sigma_data: 0.5 });
    let (logit, log) = (Times::LogitNormal { mean: 0.5, std: 0.8 }, Times::LogNormal { mean: -1.2, std: 1.2 });
    let (beta_min, beta_max) = (0.1, 20.0);
    for (process, times, prediction) in [
        (
            Process::Sde { sde: Sde::VariancePreserving { beta_min, beta_max }, least: 1e-3 },
            uniform,
            Prediction::Epsilon,
        ),
        (
            Process::Sde { sde: Sde::SubVariancePreserving { beta_min, beta_max }, least: 1e-3 },
            uniform,
            Prediction::Epsilon,
        ),
        (
            Process::Sde { sde: Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 }, least: 1e-5 },
            uniform,
            Prediction::Epsilon,
        ),
        (Process::Flow { shift: 1.0, least: 1e-3 }, uniform, Prediction::Flow),
        (Process::Flow { shift: 3.0, least: 1e-3 }, logit, Prediction::Flow),
        (Process::Edm { sigma_min: 0.002, sigma_max: 80.0, sigma_data: 0.5 }, log, edm),
    ] {
        let objective = Objective {
            process,
            times,
            prediction,
            ..objective(PredictionType::Epsilon, DiffusionLoss::Mse, &simple())
        };
        let noised = objective.noise(data.clone(), &mut Stream::from_seed(2)).unwrap();
        assert_eq!(host(objective.loss(noised.target.clone(), &noised)), [0.0]);
        assert!(host(objective.loss(noised.target.clone() + 0.1, &noised))[0] > 0.0);
        // The target tells the data, and with them the noise that was added has variance 1.
        let of = |to| {
            let (x, target) = (noised.x.clone(), noised.target.clone());
            host(convert_prediction(x, target, prediction, to, &noised.signal, &noised.noise).unwrap())
        };
        let (found, epsilon, expected) = (of(Prediction::Sample), of(Prediction::Epsilon), host(data.clone()));
        // Errors of rounding grow with the ratio of noise to signal.
        let most = host(noised.noise.clone() / noised.signal.clone()).into_iter().fold(1.0, f32::max);
        assert!(found.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-5 * most), "{objective:?}");
        let square = epsilon.iter().map(|e| e * e).sum::<f32>() / 192.0;
        assert!((square - 1.0).abs() < 0.4, "{square}");
        let scale = host(noised.input.clone() / noised.x.clone());
        let level = |at: usize| {
            Marginal::new(f64::from(host(noised.signal.clone())[at]), f64::from(host(noised.noise.clone())[at]))
        };
        for row in 0..64 {
            let expected = objective.process.input_scale(level(row).unwrap());
            assert!((f64::from(scale[3 * row]) / expected - 1.0).abs() < 1e-4);
        }
    }
}

/// Means over many draws: of uniform times one half, of logit-normal ones the logistic function of the mean within what its
/// curvature does, of EDM's `ln σ` the mean itself.
#[test]
fn times_are_drawn_from_their_distributions() {
    let objective = |process, times| Objective {
        process,
        times,
        ..objective(PredictionType::Epsilon, DiffusionLoss::Mse, &simple())
    };
    let mean = |objective: &Objective, of: &dyn Fn(&Level) -> f64| {
        let levels = objective.levels(20_000, &mut Stream::from_seed(3)).unwrap();
        levels.iter().map(of).sum::<f64>() / 20_000.0
    };
    let noise = |level: &Level| level.marginal.noise();
    let flow = |times, shift| objective(Process::Flow { shift, least: 1e-3 }, times);
    assert!((mean(&flow(Times::Uniform, 1.0), &noise) - 0.5).abs() < 1e-3);
    assert!((mean(&flow(Times::LogitNormal { mean: 0.0, std: 1.0 }, 1.0), &noise) - 0.5).abs() < 0.01);
    // Of a narrow one: 1 / (1 + e^-1), and shifted by 3.
    let narrow = Times::LogitNormal { mean: 1.0, std: 0.01 };
    assert!((mean(&flow(narrow, 1.0), &noise) - 0.731_06).abs() < 1e-3);
    assert!((mean(&flow(narrow, 3.0), &noise) - 0.890_78).abs() < 1e-3);
    let edm = objective(
        Process::Edm { sigma_min: 0.002, sigma_max: 80.0, sigma_data: 0.5 },
        Times::LogNormal { mean: -1.2, std: 1.2 },
    );
    assert!((mean(&edm, &|level| noise(level).ln()) + 1.2).abs() < 0.05);
    assert!((mean(&edm, &|level| (noise(level).ln() + 1.2).powi(2)) - 1.44).abs() < 0.1);
    let sde = Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 };
    let times = objective(Process::Sde { sde, least: 0.5 }, Times::Uniform);
    assert!((mean(&times, &|level| level.time / 999.0) - 0.75).abs() < 1e-3, "from the earliest time on");
}

#[test]
fn steps_are_uniform_and_spread_evenly() {
    let mut stream = Stream::from_seed(5);
    let mut counts = [0_u32; 10];
    for _ in 0..1000 {
        let mut steps = spread(5, 10, &mut stream);
        steps.iter().for_each(|step| counts[*step] += 1);
        steps.sort_unstable();
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] == 2), "{steps:?}");
    }
    // 5000 of 10; the standard deviation of each count is that of 1000 coins.
    assert!(counts.iter().all(|count| count.abs_diff(500) < 5 * 16), "{counts:?}");
    assert!(spread(1000, 7, &mut stream).iter().all(|step| *step < 7));
}
