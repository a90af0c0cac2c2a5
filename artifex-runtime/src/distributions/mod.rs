//! Distributions: their log-likelihoods as differentiable functions on tensors, in nats.
//!
//! A function takes the values and the parameters of a batch of independent variables and gives the sum over the variables of
//! each example. What a likelihood adds up to, over all values or as an integral, is tested beside its formula.

mod bernoulli;
mod categorical;
mod logistic;
mod normal;

pub use bernoulli::bernoulli_log_prob;
pub use categorical::{categorical_log_prob, level_indices, level_means};
pub use logistic::discretized_logistic_log_prob;
pub use normal::{normal_kl, normal_log_prob, standard_normal_log_prob};

use burn::tensor::Tensor;

/// The sum over the variables of each example: `[B, N]` to `[B]`.
fn sum_rows(x: Tensor<2>) -> Tensor<1> {
    x.sum_dim(1).squeeze_dim::<1>(1)
}

#[cfg(all(test, feature = "flex"))]
mod testing {
    use super::Tensor;

    /// The values of a tensor in double precision.
    pub(super) fn host<const D: usize>(x: Tensor<D>) -> Vec<f64> {
        x.into_data().try_to_vec::<f32>().unwrap().into_iter().map(f64::from).collect()
    }

    #[track_caller]
    pub(super) fn assert_near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }
}
