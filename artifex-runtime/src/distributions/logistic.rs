//! The discretised logistic distribution.

use burn::tensor::Tensor;
use burn::tensor::activation::softplus;

use super::sum_rows;

/// The log-likelihood of each example's variables under logistic distributions that are cut into `levels` evenly spaced values
/// from 0 to 1 (Salimans et al. 2017, equation 2, for one component): the value `x` gets what lies within half a step of it, the
/// lowest and the highest value also what lies beyond.
///
/// With `a = (x + ½Δ - mean) / scale`, `b = (x - ½Δ - mean) / scale` and `Δ = 1 / (levels - 1)` a value between them has
/// `σ(a) - σ(b)`. Written as `σ(a) σ(-b) (1 - exp(-Δ / scale))` nothing cancels.
///
/// `x`, `mean`: `[B, N]`, `x` without gradient and one of the values; `log_scale`: `[B, N]`, or `[1, N]` and the like for what is
/// shared; result: `[B]`.
#[must_use]
pub fn discretized_logistic_log_prob(x: Tensor<2>, mean: Tensor<2>, log_scale: Tensor<2>, levels: usize) -> Tensor<1> {
    #[expect(clippy::cast_precision_loss, reason = "far fewer levels than 2^52")]
    let step = 1.0 / levels.saturating_sub(1).max(1) as f64;
    let inverse = log_scale.neg().exp();
    let centred = x.clone() - mean;
    let above = (centred.clone() + 0.5 * step) * inverse.clone();
    let below = (centred - 0.5 * step) * inverse.clone();
    let [lowest, highest] = [x.clone().lower_elem(0.5 * step), x.greater_elem(1.0 - 0.5 * step)];
    // ln σ(a), but 0 at the highest value; ln σ(-b), but 0 at the lowest.
    let from_above = softplus(above.neg(), 1.0).neg().mask_fill(highest.clone(), 0.0);
    let from_below = softplus(below, 1.0).neg().mask_fill(lowest.clone(), 0.0);
    // ln(1 - exp(-d)) = ln(2 sinh(d/2)) - d/2, which does not cancel for small d; beyond 60 it is 0.
    let width = (inverse * step).clamp(0.0, 60.0) * 0.5;
    let between = (width.clone().sinh() * 2.0).log() - width;
    let between = (from_above.zeros_like() + between).mask_fill(lowest.bool_or(highest), 0.0);
    sum_rows(from_above + from_below + between)
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::super::testing::{assert_near, host};
    use super::*;
    use burn::tensor::Device;

    /// The definition in double precision.
    fn reference(k: u16, mean: f64, log_scale: f64, levels: u16) -> f64 {
        let (top, x) = (f64::from(levels - 1), f64::from(k) / f64::from(levels - 1));
        let sigmoid = |z: f64| 1.0 / (1.0 + (-(z - mean) / log_scale.exp()).exp());
        let high = if k == levels - 1 { 1.0 } else { sigmoid(x + 0.5 / top) };
        let low = if k == 0 { 0.0 } else { sigmoid(x - 0.5 / top) };
        (high - low).ln()
    }

    #[test]
    fn probabilities_are_those_of_the_definition_and_add_up_to_one() {
        let device = Device::flex();
        for levels in [2u16, 17, 256] {
            for mean in [0.0f32, 0.31, 1.0, -0.4, 1.7] {
                for log_scale in [-6.0f32, -3.0, -1.0, 0.5] {
                    let values: Vec<f32> = (0..levels).map(|k| f32::from(k) / f32::from(levels - 1)).collect();
                    let x = Tensor::<1>::from_floats(values.as_slice(), &device).reshape([usize::from(levels), 1]);
                    let means = x.zeros_like() + mean;
                    let scale = Tensor::<2>::full([1, 1], log_scale, &device);
                    let found = host(discretized_logistic_log_prob(x, means, scale, usize::from(levels)));
                    assert_near(found.iter().map(|log| log.exp()).sum(), 1.0, 2e-5);
                    for (k, log) in (0..levels).zip(found) {
                        let expected = reference(k, mean.into(), log_scale.into(), levels);
                        // Far out the definition cancels, ours does not.
                        if expected > -25.0 {
                            assert_near(log, expected, 2e-4 * (1.0 + expected.abs()));
                        } else {
                            assert!(log.is_finite() && log < -20.0, "{log}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn gradients_are_differences_of_the_definition() {
        let device = Device::flex().autodiff();
        let (levels, log_scale, mean) = (17u16, -2.5f64, 0.42f64);
        for k in [0u16, 5, 7, 16] {
            let x = Tensor::<2>::full([1, 1], f64::from(k) / 16.0, &device);
            let m = Tensor::<2>::full([1, 1], mean, &device).require_grad();
            let s = Tensor::<2>::full([1, 1], log_scale, &device).require_grad();
            let value = discretized_logistic_log_prob(x, m.clone(), s.clone(), 17);
            let gradients = value.backward();
            let (by_mean, by_scale) = (host(m.grad(&gradients).unwrap())[0], host(s.grad(&gradients).unwrap())[0]);
            let h = 1e-6;
            let at = |m: f64, s: f64| reference(k, m, s, levels);
            assert_near(by_mean, (at(mean + h, log_scale) - at(mean - h, log_scale)) / (2.0 * h), 1e-3);
            assert_near(by_scale, (at(mean, log_scale + h) - at(mean, log_scale - h)) / (2.0 * h), 1e-3);
        }
    }
}
