//! Parameter updates, each in one pass over the memory.

#[cfg(feature = "flex")]
mod flex;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

/// The numbers of one Adam or `AdamW` update (Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019, algorithm 2).
///
/// With `g = gradient_scale · gradient`: `m ← beta1·m + (1 - beta1)·g`, `v ← beta2·v + (1 - beta2)·g²`,
/// `p ← p - decay·p - step_size · m / (√v · root_correction + eps)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdamStep {
    /// Learning rate divided by `1 - beta1^t`.
    pub step_size: f32,
    /// Decay of the mean of the gradients.
    pub beta1: f32,
    /// Decay of the mean of the squared gradients.
    pub beta2: f32,
    /// `1 / √(1 - beta2^t)`.
    pub root_correction: f32,
    /// Added to the root.
    pub eps: f32,
    /// Learning rate times weight decay; 0 for Adam.
    pub decay: f32,
    /// Factor on the gradient, for clipping.
    pub gradient_scale: f32,
}

/// The numbers of one update by gradient descent with momentum (Sutskever et al. 2013).
///
/// With `g = gradient_scale · gradient`: `v ← momentum·v + g`, `p ← p - learning_rate · (nesterov ? g + momentum·v : v)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SgdStep {
    /// The learning rate.
    pub learning_rate: f32,
    /// Decay of the velocity.
    pub momentum: f32,
    /// Whether the step looks ahead along the velocity.
    pub nesterov: bool,
    /// Factor on the gradient, for clipping.
    pub gradient_scale: f32,
}

/// Updates of parameters as backend operations. All tensors of one call have one shape.
#[backend_extension(Flex: cfg(feature = "flex"), Cube: cfg(feature = "cubecl"), Fusion: cfg(feature = "fusion"))]
pub trait OptimOps: Backend {
    /// One Adam update; returns the new parameter, `m` and `v`.
    #[fusion(default)]
    fn adam(
        param: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        m: FloatTensor<Self>,
        v: FloatTensor<Self>,
        step: AdamStep,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        portable::adam::<Self>(param, gradient, m, v, step)
    }

    /// One step of gradient descent with momentum; returns the new parameter and velocity.
    #[fusion(default)]
    fn sgd(
        param: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        velocity: FloatTensor<Self>,
        step: SgdStep,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::sgd::<Self>(param, gradient, velocity, step)
    }

    /// One step of an exponential moving average; returns the new average.
    #[fusion(default)]
    fn ema(average: FloatTensor<Self>, value: FloatTensor<Self>, decay: f32) -> FloatTensor<Self> {
        portable::ema::<Self>(average, value, decay)
    }

    /// The sum of the squares of all values, as a tensor of shape `[1]`.
    #[fusion(default)]
    fn sum_squares(x: FloatTensor<Self>) -> FloatTensor<Self> {
        portable::sum_squares::<Self>(x)
    }
}

#[cfg(feature = "cubecl")]
impl OptimOps for burn_cubecl::CubeBackend {}

/// One Adam update of a parameter and its state, in place where nothing else holds the tensors.
///
/// # Panics
/// If the tensors differ in shape or carry autodiff.
#[must_use]
pub fn adam<const D: usize>(
    param: Tensor<D>,
    gradient: Tensor<D>,
    m: Tensor<D>,
    v: Tensor<D>,
    step: AdamStep,
) -> (Tensor<D>, Tensor<D>, Tensor<D>) {
    let (param, m, v) = <Dispatch as OptimOps>::adam(
        param.into_dispatch(),
        gradient.into_dispatch(),
        m.into_dispatch(),
        v.into_dispatch(),
        step,
    );
    (Tensor::from_dispatch(param), Tensor::from_dispatch(m), Tensor::from_dispatch(v))
}

/// One step of gradient descent with momentum, in place where nothing else holds the tensors.
///
/// # Panics
/// If the tensors differ in shape or carry autodiff.
#[must_use]
pub fn sgd<const D: usize>(
    param: Tensor<D>,
    gradient: Tensor<D>,
    velocity: Tensor<D>,
    step: SgdStep,
) -> (Tensor<D>, Tensor<D>) {
    let (param, velocity) =
        <Dispatch as OptimOps>::sgd(param.into_dispatch(), gradient.into_dispatch(), velocity.into_dispatch(), step);
    (Tensor::from_dispatch(param), Tensor::from_dispatch(velocity))
}

/// One step of an exponential moving average, `decay · average + (1 - decay) · value`, in place where nothing else holds the
/// average (of parameters: Polyak and Juditsky 1992; Kingma and Ba 2015, section 7.2).
///
/// # Panics
/// If the tensors differ in shape or carry autodiff.
#[must_use]
pub fn ema<const D: usize>(average: Tensor<D>, value: Tensor<D>, decay: f32) -> Tensor<D> {
    let shapes = (average.dims(), value.dims());
    assert_eq!(shapes.0, shapes.1, "ema: the average has the shape {:?}, the value {:?}", shapes.0, shapes.1);
    Tensor::from_dispatch(<Dispatch as OptimOps>::ema(average.into_dispatch(), value.into_dispatch(), decay))
}

/// The sum of the squares of all values.
///
/// # Panics
/// If the tensor carries autodiff.
#[must_use]
pub fn sum_squares<const D: usize>(x: Tensor<D>) -> Tensor<1> {
    Tensor::from_dispatch(<Dispatch as OptimOps>::sum_squares(x.into_dispatch()))
}

#[cfg(all(test, feature = "flex"))]
mod tests;
