//! A trivial model of points of the plane.

use burn::tensor::Tensor;

use crate::models::Baseline;
use crate::models::gaussian::Gaussian;

/// The mean negative log-likelihood of `held_out: [M, 2]` under the normal distribution with the mean and covariance of `train: [N, 2]`.
pub(super) fn gaussian(train: Tensor<2>, held_out: Tensor<2>) -> Option<Baseline> {
    let width = train.dims()[1];
    let values = |x: Tensor<2>| x.try_into_data().ok()?.try_to_vec_as::<f64>().ok();
    let train = values(train)?;
    let gaussian = Gaussian::fit(&train.chunks_exact(width).collect::<Vec<_>>(), width)?;
    Some(Baseline { name: "one Gaussian", value: gaussian.mean_nll(&values(held_out)?, width)? })
}
