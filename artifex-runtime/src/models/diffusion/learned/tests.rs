use super::*;
use crate::kernels::diffusion::BetaSchedule;
use crate::rng::Stream;
use burn::tensor::Device;

fn schedule() -> NoiseSchedule {
    NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap()
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f64> {
    x.into_data().convert::<f64>().try_to_vec().unwrap()
}

fn levels(steps: &[usize]) -> Vec<Level> {
    steps.iter().map(|step| Level { marginal: schedule().marginal(*step).unwrap(), time: *step as f64 }).collect()
}

/// The probability that a normal number of that mean and deviation has between two ends, by Simpson's rule.
fn probability(mean: f64, std: f64, [from, to]: [f64; 2]) -> f64 {
    let density = |x: f64| (-0.5 * ((x - mean) / std).powi(2)).exp() / (std * (2.0 * std::f64::consts::PI).sqrt());
    let (count, h) = (2000, (to - from) / 2000.0);
    let weight = |i: usize| if i == 0 || i == count { 1.0 } else { 2.0 + 2.0 * (i % 2) as f64 };
    (0..=count).map(|i| weight(i) * density(from + h * i as f64)).sum::<f64>() * h / 3.0
}

/// In double precision: the divergence of two normal distributions by its formula, from the products of the schedule itself; at the first
/// step the integral over the bin of a value.
#[test]
fn the_bound_is_that_of_the_paper() {
    let device = Device::flex();
    let steps = [0, 1, 10, 400, 999];
    let data = Stream::from_seed(1).uniform_tensor::<2>([5, 3], &device) * 2.0 - 1.0;
    let denoised = data.clone() + Stream::from_seed(2).normal_tensor::<2>([5, 3], &device) * 0.01;
    let said = Stream::from_seed(3).uniform_tensor::<2>([5, 3], &device) * 2.0 - 1.0;
    let found = host(Steps::new(&schedule(), &levels(&steps), &data).unwrap().bound(denoised.clone(), said.clone()));
    let (betas, alphas) = (schedule().betas().to_vec(), schedule().alphas_cumprod().to_vec());
    let (data, denoised, said) = (host(data), host(denoised), host(said));
    for (row, (t, found)) in steps.into_iter().zip(found).enumerate() {
        let small = |t: usize| betas[t] * (1.0 - alphas[t - 1]) / (1.0 - alphas[t]);
        let log_small = small(t.max(1)).ln();
        let bits = (0..3).map(|i| {
            let (x0, guess, share) = (data[3 * row + i], denoised[3 * row + i], f64::midpoint(said[3 * row + i], 1.0));
            let log_variance = share * betas[t].ln() + (1.0 - share) * log_small;
            if t == 0 {
                return -probability(guess, (0.5 * log_variance).exp(), [x0 - 1.0 / 255.0, x0 + 1.0 / 255.0]).log2();
            }
            let of_data = alphas[t - 1].sqrt() * betas[t] / (1.0 - alphas[t]);
            let (variance, truth) = (log_variance.exp(), log_small.exp());
            let off = of_data * (x0 - guess);
            0.5 * (truth / variance - 1.0 + (variance / truth).ln() + off * off / variance) / std::f64::consts::LN_2
        });
        let expected = bits.sum::<f64>() / 3.0;
        assert!((found - expected).abs() < 1e-3 * (1.0 + expected), "step {t}: {found}, not {expected}");
    }
}

/// Black and white have all that is darker or lighter.
#[test]
fn the_outermost_bins_have_no_end() {
    let device = Device::flex();
    let data = Tensor::<2>::from_floats([[-1.0, 1.0]], &device);
    let steps = Steps::new(&schedule(), &levels(&[0]), &data).unwrap();
    // Far outside: certain.
    let outside = Tensor::<2>::from_floats([[-3.0, 3.0]], &device);
    assert!(host(steps.bound(outside, Tensor::zeros([1, 2], &device)))[0].abs() < 1e-6);
    // At the value itself, with a deviation of 0.01 a bin of half the width 0.0039 has 0.652 to its side.
    let found = host(steps.bound(data, Tensor::ones([1, 2], &device)))[0];
    let expected = -(0.5 + probability(0.0, 0.01, [0.0, 1.0 / 255.0])).log2();
    assert!((found - expected).abs() < 1e-3, "{found}, not {expected}");
}

/// Trained by the bound alone, the variance of estimates that are off by a known amount becomes that of the step.
#[test]
fn the_best_variance_is_the_mean_square() {
    let device = Device::flex();
    let data = Tensor::<2>::zeros([1, 1], &device);
    let steps = Steps::new(&schedule(), &levels(&[10]), &data).unwrap();
    let step = Step::new(&schedule(), 10).unwrap();
    // Half of the range, in the logarithm.
    let variance = (0.5 * (step.log_small + step.log_large)).exp();
    let error = (variance - step.log_small.exp()).sqrt() / step.of_data;
    let bound =
        |said: f64| host(steps.bound(Tensor::full([1, 1], error, &device), Tensor::full([1, 1], said, &device)))[0];
    let (best, less, more) = (bound(0.0), bound(-0.3), bound(0.3));
    assert!(best < less && best < more, "{less} {best} {more}");
}
