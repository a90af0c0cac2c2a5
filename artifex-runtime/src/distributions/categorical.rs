//! Variables with finitely many values.

use burn::tensor::{Int, Tensor};

use super::sum_rows;
use crate::kernels::softmax::{log_softmax, softmax};

/// `Σ_i ln softmax(logits_i)[x_i]`: the log-likelihood of each example's variables.
///
/// `x`: `[B, N]`, each below `L`; `logits`: `[B, N, L]`; result: `[B]`.
#[must_use]
pub fn categorical_log_prob(x: Tensor<2, Int>, logits: Tensor<3>) -> Tensor<1> {
    let chosen = log_softmax(logits, 2).gather(2, x.unsqueeze_dim(2));
    sum_rows(chosen.squeeze_dim::<2>(2))
}

/// Which of `levels` evenly spaced values from 0 to 1 is nearest: `round(x · (levels - 1))`, of any shape.
#[must_use]
pub fn level_indices<const D: usize>(x: Tensor<D>, levels: usize) -> Tensor<D, Int> {
    (x.without_autodiff().clamp(0.0, 1.0) * top(levels)).round().int()
}

/// The mean of such a value: `Σ_k softmax(logits)_k · k / (levels - 1)`.
///
/// `logits`: `[B, N, L]`; result: `[B, N]`.
#[must_use]
pub fn level_means(logits: Tensor<3>) -> Tensor<2> {
    let levels = logits.dims()[2];
    #[expect(clippy::cast_precision_loss, reason = "far fewer levels than 2^23")]
    let values: Vec<f32> = (0..levels).map(|level| level as f32 / top(levels)).collect();
    let values = Tensor::<1>::from_floats(values.as_slice(), &logits.device().without_autodiff());
    (softmax(logits, 2) * values.reshape([1, 1, levels])).sum_dim(2).squeeze_dim::<2>(2)
}

/// The number of the highest level.
#[expect(clippy::cast_precision_loss, reason = "far fewer levels than 2^23")]
fn top(levels: usize) -> f32 {
    levels.saturating_sub(1).max(1) as f32
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::super::testing::{assert_near, host};
    use super::*;
    use burn::tensor::{Device, TensorData};

    #[test]
    fn the_probabilities_of_all_values_add_up_to_one() {
        let device = Device::flex();
        // Two variables of three values: nine outcomes.
        let logits = [[0.2f32, -1.0, 3.0], [0.0, 0.5, -0.5]];
        let outcomes: Vec<i64> = (0..9).flat_map(|k| [k / 3, k % 3]).collect();
        let x = Tensor::<2, Int>::from_data(TensorData::new(outcomes.clone(), [9, 2]), &device);
        let found = host(categorical_log_prob(x, Tensor::<3>::from_floats([logits; 9], &device)));
        assert_near(found.iter().map(|log| log.exp()).sum(), 1.0, 1e-6);
        let log_softmax = |row: [f32; 3], k: i64| {
            let sum: f64 = row.iter().map(|logit| f64::from(*logit).exp()).sum();
            f64::from(row[k as usize]) - sum.ln()
        };
        for (k, log) in outcomes.chunks(2).zip(found) {
            assert_near(log, log_softmax(logits[0], k[0]) + log_softmax(logits[1], k[1]), 1e-6);
        }
    }

    #[test]
    fn levels_are_evenly_spaced() {
        let device = Device::flex();
        let x = Tensor::<1>::from_floats([0.0, 0.06, 0.07, 0.5, 1.0, 7.0, -1.0], &device);
        let found = level_indices(x, 9).into_data().try_to_vec_as::<i64>().unwrap();
        assert_eq!(found, [0, 0, 1, 4, 8, 8, 0]);
        let mut logits = [-50.0f32; 5];
        (logits[1], logits[4]) = (0.0, 3f32.ln());
        // A quarter at .25 and three at 1.
        assert_near(host(level_means(Tensor::<3>::from_floats([[logits]], &device)))[0], 0.25 * 0.25 + 0.75, 1e-6);
    }
}
