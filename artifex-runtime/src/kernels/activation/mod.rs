//! Activation functions, each with its derivative: one pass forward and one backward.
//!
//! On the CPU a function is one pass of vector code on several threads. All of them keep NaN, and give the limit where an input
//! is infinite. Where a function has a corner, the derivative there is said. `max(0, x)` is not among them: burn's own is one vector
//! pass each way already.

mod backward;
#[cfg(feature = "flex")]
mod flex;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

/// A function of one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Function {
    /// `x` for `x >= 0`, else `slope · x`; derivative 1 at 0.
    LeakyRelu {
        /// The slope below 0.
        slope: f32,
    },
    /// `x` limited to an interval; derivative 1 at both ends.
    Clamp {
        /// The lower end.
        low: f32,
        /// The upper end.
        high: f32,
    },
    /// `x · sigmoid(x)` (Elfwing et al. 2018, equation 2).
    Silu,
    /// `x · Φ(x)` (Hendrycks and Gimpel 2016, section 2).
    Gelu,
    /// `x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))` (Hendrycks and Gimpel 2016, section 2).
    GeluTanh,
    /// The hyperbolic tangent.
    Tanh,
    /// `1 / (1 + exp(-x))`.
    Sigmoid,
    /// `ln(1 + exp(x))`.
    Softplus,
    /// `scale · x` for `x > 0`, else `scale · alpha · (exp(x) - 1)`; derivative `scale · alpha` at 0. `ELU` (Clevert et al. 2016,
    /// equation 15) with scale 1, `SELU` (Klambauer et al. 2017, equation 2) with its constants.
    Elu {
        /// Minus the limit at -∞, before scaling; not negative.
        alpha: f32,
        /// Factor on the whole.
        scale: f32,
    },
    /// `x / (1 + |x|)`.
    Softsign,
}

impl Function {
    /// Whether the derivative is computed from the result, not from the input.
    #[must_use]
    pub const fn keeps_output(self) -> bool {
        matches!(self, Self::Tanh | Self::Sigmoid | Self::Elu { .. })
    }
}

/// Activation functions as backend operations.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait FunctionOps: Backend {
    /// The function of each value. Differentiable.
    #[fusion(default)]
    fn apply_function(x: FloatTensor<Self>, function: Function) -> FloatTensor<Self> {
        portable::apply_function::<Self>(x, function)
    }

    /// `grad · f'(x)` for each value, where `kept` is what [`Function::keeps_output`] says: `f(x)` or `x`.
    #[fusion(default)]
    fn function_backward(kept: FloatTensor<Self>, grad: FloatTensor<Self>, function: Function) -> FloatTensor<Self> {
        portable::function_backward::<Self>(kept, grad, function)
    }
}

#[cfg(feature = "cubecl")]
impl FunctionOps for burn_cubecl::CubeBackend {}

/// Applies a function to each value.
///
/// # Panics
/// If the `alpha` of an [`Function::Elu`] is negative or NaN, or the ends of a [`Function::Clamp`] are not in order.
#[must_use]
pub fn apply<const D: usize>(function: Function, x: Tensor<D>) -> Tensor<D> {
    match function {
        Function::Elu { alpha, .. } => assert!(alpha >= 0.0, "elu: alpha is {alpha}, and must not be negative"),
        Function::Clamp { low, high } => assert!(low <= high, "clamp: the ends {low} and {high} are not in order"),
        _ => {}
    }
    Tensor::from_dispatch(<Dispatch as FunctionOps>::apply_function(x.into_dispatch(), function))
}

/// `x` for `x >= 0`, else `slope · x`; derivative 1 at 0.
#[must_use]
pub fn leaky_relu<const D: usize>(x: Tensor<D>, slope: f32) -> Tensor<D> {
    apply(Function::LeakyRelu { slope }, x)
}

/// `x` limited to the interval from `low` to `high`; derivative 1 at both ends.
///
/// # Panics
/// If the ends are not in order.
#[must_use]
pub fn clamp<const D: usize>(x: Tensor<D>, low: f32, high: f32) -> Tensor<D> {
    apply(Function::Clamp { low, high }, x)
}

/// `x · sigmoid(x)` (Elfwing et al. 2018, equation 2), within 4e-7 relative.
#[must_use]
pub fn silu<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Silu, x)
}

/// `x · Φ(x)`, with the distribution function of the standard normal (Hendrycks and Gimpel 2016, section 2), within
/// `(6e-7 + 1e-7 x²)` relative below 0 and 4e-7 above.
#[must_use]
pub fn gelu<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Gelu, x)
}

/// The tanh approximation of [`gelu`]: `x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))`. It is computed as
/// `x · sigmoid(√(8/π) · (x + 0.044715 x³))`, which is the same and does not cancel below 0: within
/// `6e-7 + 3e-7 x²` relative there, and 4e-7 above.
#[must_use]
pub fn gelu_tanh<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::GeluTanh, x)
}

/// The hyperbolic tangent, within 5e-7 relative.
#[must_use]
pub fn tanh<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Tanh, x)
}

/// `1 / (1 + exp(-x))`, within 3e-7 relative, and 0 below -87.
#[must_use]
pub fn sigmoid<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Sigmoid, x)
}

/// `ln(1 + exp(x))`, within 5e-7 relative, and 0 below -87.
#[must_use]
pub fn softplus<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Softplus, x)
}

/// `x` for `x > 0`, else `alpha · (exp(x) - 1)` (Clevert et al. 2016, equation 15); derivative `alpha` at 0.
///
/// # Panics
/// If `alpha` is negative or NaN.
#[must_use]
pub fn elu<const D: usize>(x: Tensor<D>, alpha: f32) -> Tensor<D> {
    apply(Function::Elu { alpha, scale: 1.0 }, x)
}

/// [`elu`] scaled so that activations keep mean 0 and variance 1 (Klambauer et al. 2017, equations 2 and 14).
#[must_use]
pub fn selu<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Elu { alpha: 1.673_263_2, scale: 1.050_701 }, x)
}

/// `x / (1 + |x|)`.
#[must_use]
pub fn softsign<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    apply(Function::Softsign, x)
}

#[cfg(test)]
mod tests;
