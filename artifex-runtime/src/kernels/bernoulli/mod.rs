//! Negative log-likelihood of independent Bernoulli values given logits.

mod backward;
#[cfg(feature = "flex")]
mod flex;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

/// Bernoulli likelihoods as backend operations.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait BernoulliOps: Backend {
    /// See [`bernoulli_nll`]. Differentiable in the logits.
    #[fusion(default)]
    fn bernoulli_nll(logits: FloatTensor<Self>, targets: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::bernoulli_nll::<Self>(logits, targets)
    }

    /// The same, and the derivative by the logits, `sigmoid(logits) - targets`, which shares most of the work.
    #[fusion(default)]
    fn bernoulli_nll_and_residual(
        logits: FloatTensor<Self>,
        targets: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let residual = portable::residual::<Self>(logits.clone(), targets.clone());
        (Self::bernoulli_nll(logits, targets), residual)
    }

    /// `x[b, i] · s[b]` for `x: [B, N]` and `s: [B]`.
    #[fusion(default)]
    fn scale_rows(x: FloatTensor<Self>, s: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::scale_rows::<Self>(x, s)
    }
}

#[cfg(feature = "cubecl")]
impl BernoulliOps for burn_cubecl::CubeBackend {}

/// `Σ_i max(l_i, 0) - l_i·t_i + ln(1 + exp(-|l_i|))` for each row: the negative log-likelihood in nats of the values
/// `targets` under independent Bernoulli variables with probabilities `sigmoid(logits)`, in the form that neither overflows
/// nor cancels.
///
/// `logits`, `targets`: `[B, N]`, targets in [0, 1] and without gradient; result: `[B]`.
///
/// # Panics
/// If the shapes differ.
#[must_use]
pub fn bernoulli_nll(logits: Tensor<2>, targets: Tensor<2>) -> Tensor<1> {
    assert_eq!(logits.dims(), targets.dims(), "bernoulli_nll: shapes differ");
    Tensor::from_dispatch(<Dispatch as BernoulliOps>::bernoulli_nll(logits.into_dispatch(), targets.into_dispatch()))
}

#[cfg(all(test, feature = "flex"))]
mod tests;
