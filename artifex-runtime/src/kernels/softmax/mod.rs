//! Softmax, its logarithm, and the logarithm of the sum of exponentials.
//!
//! A row is what lies along one dimension. In a row where every score is -∞, which a mask may give, the softmax is 0 everywhere,
//! its logarithm and the log-sum-exp are -∞, and nothing is NaN: the gradient of the softmax and of the log-sum-exp is 0
//! there. A NaN shows in its whole row.

mod backward;
#[cfg(feature = "flex")]
mod flex;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

/// Softmax over the last dimension as backend operations.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait SoftmaxOps: Backend {
    /// See [`softmax`]. Differentiable.
    #[fusion(default)]
    fn softmax_rows(x: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::softmax::<Self>(x)
    }

    /// `y · (grad - Σ y · grad)` for each row of a softmax `y`.
    #[fusion(default)]
    fn softmax_rows_backward(y: FloatTensor<Self>, grad: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::softmax_backward::<Self>(y, grad)
    }

    /// See [`log_softmax`]. Differentiable.
    #[fusion(default)]
    fn log_softmax_rows(x: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::log_softmax::<Self>(x)
    }

    /// `grad - exp(y) · Σ grad` for each row of a log-softmax `y`.
    #[fusion(default)]
    fn log_softmax_rows_backward(y: FloatTensor<Self>, grad: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::log_softmax_backward::<Self>(y, grad)
    }

    /// See [`logsumexp`]: one value for each row, in a last dimension of 1. Differentiable.
    #[fusion(default)]
    fn logsumexp_rows(x: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::logsumexp::<Self>(x)
    }

    /// `softmax(x) · grad` with one `grad` for each row.
    #[fusion(default)]
    fn logsumexp_rows_backward(x: FloatTensor<Self>, grad: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::logsumexp_backward::<Self>(x, grad)
    }
}

#[cfg(feature = "cubecl")]
impl SoftmaxOps for burn_cubecl::CubeBackend {}

/// `exp(x_i) / Σ_j exp(x_j)` along a dimension, of any shape. Weights below 1e-38 are 0.
///
/// # Panics
/// If the tensor has no such dimension.
#[must_use]
pub fn softmax<const D: usize>(x: Tensor<D>, dim: usize) -> Tensor<D> {
    along("softmax", x, dim, |x| Tensor::from_dispatch(<Dispatch as SoftmaxOps>::softmax_rows(x.into_dispatch())))
}

/// `x_i - ln Σ_j exp(x_j)` along a dimension, of any shape.
///
/// # Panics
/// If the tensor has no such dimension.
#[must_use]
pub fn log_softmax<const D: usize>(x: Tensor<D>, dim: usize) -> Tensor<D> {
    along("log_softmax", x, dim, |x| {
        Tensor::from_dispatch(<Dispatch as SoftmaxOps>::log_softmax_rows(x.into_dispatch()))
    })
}

/// `ln Σ_j exp(x_j)` along a dimension, which is 1 in the result. A row with ∞ gives ∞.
///
/// # Panics
/// If the tensor has no such dimension, or its length is 0.
#[must_use]
pub fn logsumexp<const D: usize>(x: Tensor<D>, dim: usize) -> Tensor<D> {
    let shape = x.dims();
    assert!(shape.get(dim) != Some(&0), "logsumexp: dimension {dim} of the shape {shape:?} is empty");
    // Where there are no rows, the one value of each is missing too.
    let x = if dim < D && shape.contains(&0) { x.narrow(dim, 0, 1) } else { x };
    along("logsumexp", x, dim, |x| Tensor::from_dispatch(<Dispatch as SoftmaxOps>::logsumexp_rows(x.into_dispatch())))
}

/// Runs what works along the last dimension along another one.
fn along<const D: usize>(name: &str, x: Tensor<D>, dim: usize, run: impl Fn(Tensor<D>) -> Tensor<D>) -> Tensor<D> {
    let shape = x.dims();
    assert!(dim < D, "{name}: the shape {shape:?} has no dimension {dim}");
    if shape.contains(&0) {
        // Not every device reduces what is empty.
        return x;
    }
    if dim == D - 1 { run(x) } else { run(x.swap_dims(dim, D - 1)).swap_dims(dim, D - 1) }
}

#[cfg(test)]
mod tests;
