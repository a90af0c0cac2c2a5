//! The functions and their derivatives from burn's own operations.

use burn::backend::{
    Backend, TensorMetadata, get_or_init_device_settings,
    tensor::{BoolTensor, FloatTensor},
};
use std::f32::consts::{FRAC_1_SQRT_2, PI};

use super::Function;

/// `√(8/π)`: twice the factor of the tanh approximation of GELU.
pub(super) const GELU_FACTOR: f32 = 1.595_769_2;
/// The coefficient of the cube in the tanh approximation of GELU.
pub(super) const GELU_CUBE: f32 = 0.044_715;

pub(super) fn apply_function<B: Backend>(x: FloatTensor<B>, function: Function) -> FloatTensor<B> {
    match function {
        Function::LeakyRelu { slope } => B::leaky_relu(x, slope.into()),
        Function::Clamp { low, high } => B::float_clamp(x, low.into(), high.into()),
        Function::Silu => B::float_mul(x.clone(), B::sigmoid(x)),
        Function::Gelu => B::float_mul(x.clone(), normal_cdf::<B>(x)),
        Function::GeluTanh => B::float_mul(x.clone(), B::sigmoid(gelu_argument::<B>(x))),
        Function::Tanh => B::float_tanh(x),
        Function::Sigmoid => B::sigmoid(x),
        Function::Softplus => {
            let tail = B::float_log1p(B::float_exp(B::float_neg(B::float_abs(x.clone()))));
            B::float_add(B::relu(x), tail)
        }
        Function::Elu { alpha, scale } => {
            let positive = positive::<B>(&x);
            let below = B::float_exp(B::float_clamp_max(x.clone(), 0f32.into()));
            let below = B::float_mul_scalar(B::float_sub_scalar(below, 1f32.into()), alpha.into());
            B::float_mul_scalar(B::float_mask_where(below, positive, x), scale.into())
        }
        Function::Softsign => B::float_div(x.clone(), B::float_add_scalar(B::float_abs(x), 1f32.into())),
    }
}

pub(super) fn function_backward<B: Backend>(
    kept: FloatTensor<B>,
    grad: FloatTensor<B>,
    function: Function,
) -> FloatTensor<B> {
    let slope = match function {
        Function::Sigmoid => return B::sigmoid_backward(kept, grad),
        Function::LeakyRelu { slope } => {
            let dtype = get_or_init_device_settings::<B>(&kept.device()).bool_dtype;
            let below = B::float_lower_elem(kept, 0f32.into(), dtype);
            return B::float_mask_where(grad.clone(), below, B::float_mul_scalar(grad, slope.into()));
        }
        Function::Clamp { low, high } => {
            let dtype = get_or_init_device_settings::<B>(&kept.device()).bool_dtype;
            let below = B::float_lower_elem(kept.clone(), low.into(), dtype);
            let above = B::float_greater_elem(kept, high.into(), dtype);
            return B::float_mask_fill(B::float_mask_fill(grad, below, 0f32.into()), above, 0f32.into());
        }
        Function::Silu => {
            let s = B::sigmoid(kept.clone());
            product_slope::<B>(kept, s, None)
        }
        Function::Gelu => {
            let square = B::float_mul_scalar(B::float_mul(kept.clone(), kept.clone()), (-0.5f32).into());
            let density = B::float_mul_scalar(B::float_exp(square), (1.0 / (2.0 * PI).sqrt()).into());
            B::float_add(normal_cdf::<B>(kept.clone()), B::float_mul(kept, density))
        }
        Function::GeluTanh => {
            let s = B::sigmoid(gelu_argument::<B>(kept.clone()));
            let square = B::float_mul(kept.clone(), kept.clone());
            let inner = B::float_mul_scalar(square, (3.0 * GELU_CUBE * GELU_FACTOR).into());
            product_slope::<B>(kept, s, Some(B::float_add_scalar(inner, GELU_FACTOR.into())))
        }
        Function::Tanh => one_minus::<B>(B::float_mul(kept.clone(), kept)),
        Function::Softplus => B::sigmoid(kept),
        Function::Elu { alpha, scale } => {
            let positive = positive::<B>(&kept);
            B::float_mask_fill(B::float_add_scalar(kept, (alpha * scale).into()), positive, scale.into())
        }
        Function::Softsign => {
            let reciprocal = B::float_recip(B::float_add_scalar(B::float_abs(kept), 1f32.into()));
            B::float_mul(reciprocal.clone(), reciprocal)
        }
    };
    B::float_mul(grad, slope)
}

/// Where a value is above 0.
fn positive<B: Backend>(x: &FloatTensor<B>) -> BoolTensor<B> {
    let dtype = get_or_init_device_settings::<B>(&x.device()).bool_dtype;
    B::float_greater_elem(x.clone(), 0f32.into(), dtype)
}

fn one_minus<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    B::float_add_scalar(B::float_neg(x), 1f32.into())
}

/// The derivative of `x · s(u(x))` for the logistic function `s`: `s + x · s · (1 - s) · u'`.
fn product_slope<B: Backend>(x: FloatTensor<B>, s: FloatTensor<B>, inner: Option<FloatTensor<B>>) -> FloatTensor<B> {
    let slope = B::float_mul(B::float_mul(x, s.clone()), one_minus::<B>(s.clone()));
    let slope = match inner {
        Some(inner) => B::float_mul(slope, inner),
        None => slope,
    };
    B::float_add(s, slope)
}

/// The distribution function of the standard normal.
fn normal_cdf<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let erf = B::float_erf(B::float_mul_scalar(x, FRAC_1_SQRT_2.into()));
    B::float_add_scalar(B::float_mul_scalar(erf, 0.5f32.into()), 0.5f32.into())
}

/// `√(8/π) · (x + 0.044715 x³)`.
fn gelu_argument<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let square = B::float_mul(x.clone(), x.clone());
    let factor = B::float_add_scalar(B::float_mul_scalar(square, (GELU_FACTOR * GELU_CUBE).into()), GELU_FACTOR.into());
    B::float_mul(x, factor)
}
