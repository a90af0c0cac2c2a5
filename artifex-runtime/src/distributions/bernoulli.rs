//! Coins.

use burn::tensor::Tensor;

use crate::kernels::bernoulli::bernoulli_nll;

/// `Σ_i x_i ln p_i + (1 - x_i) ln(1 - p_i)` with `p = sigmoid(logits)`: the log-likelihood of each example's coins `x`.
///
/// Values between 0 and 1 are taken for shares of ones: then this is a cross-entropy, and not normalised over them.
///
/// `x`, `logits`: `[B, N]`, `x` without gradient; result: `[B]`.
///
/// # Panics
/// If the shapes differ.
#[must_use]
pub fn bernoulli_log_prob(x: Tensor<2>, logits: Tensor<2>) -> Tensor<1> {
    bernoulli_nll(logits, x).neg()
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::super::testing::{assert_near, host};
    use super::*;
    use burn::tensor::Device;

    #[test]
    fn the_probabilities_of_all_outcomes_add_up_to_one() {
        let device = Device::flex();
        let logits = [1.5f32, -0.3, 4.0];
        let outcomes: Vec<f32> = (0..8u8).flat_map(|bits| (0..3).map(move |i| f32::from(bits >> i & 1))).collect();
        let x = Tensor::<1>::from_floats(outcomes.as_slice(), &device).reshape([8, 3]);
        let found = host(bernoulli_log_prob(x, Tensor::<2>::from_floats([logits; 8], &device)));
        assert_near(found.iter().map(|log| log.exp()).sum(), 1.0, 1e-6);
        for (row, log) in outcomes.chunks(3).zip(&found) {
            let expected: f64 = row
                .iter()
                .zip(logits)
                .map(|(x, logit)| {
                    let p = 1.0 / (1.0 + (-f64::from(logit)).exp());
                    if *x > 0.5 { p.ln() } else { (1.0 - p).ln() }
                })
                .sum();
            assert_near(*log, expected, 1e-6);
        }
    }
}
