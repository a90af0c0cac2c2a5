//! The functions and their derivatives from burn's own operations.

use burn::backend::{Backend, TensorMetadata, get_or_init_device_settings, tensor::FloatTensor};

pub(super) fn softmax<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let (_, shifted) = shifted::<B>(x);
    let exponentials = B::float_exp(shifted);
    let sums = sum::<B>(exponentials.clone());
    // Where all exponentials are 0, so is the softmax.
    B::float_div(exponentials, replaced::<B>(sums, 0.0, 1.0))
}

pub(super) fn softmax_backward<B: Backend>(y: FloatTensor<B>, grad: FloatTensor<B>) -> FloatTensor<B> {
    let dot = sum::<B>(B::float_mul(y.clone(), grad.clone()));
    B::float_mul(y, B::float_sub(grad, dot))
}

pub(super) fn log_softmax<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let (_, shifted) = shifted::<B>(x);
    let sums = sum::<B>(B::float_exp(shifted.clone()));
    B::float_sub(shifted, B::float_log(replaced::<B>(sums, 0.0, 1.0)))
}

pub(super) fn log_softmax_backward<B: Backend>(y: FloatTensor<B>, grad: FloatTensor<B>) -> FloatTensor<B> {
    let sums = sum::<B>(grad.clone());
    B::float_sub(grad, B::float_mul(B::float_exp(y), sums))
}

pub(super) fn logsumexp<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let (largest, shifted) = shifted::<B>(x);
    let sums = B::float_log(sum::<B>(B::float_exp(shifted)));
    let dtype = get_or_init_device_settings::<B>(&largest.device()).bool_dtype;
    let infinite = B::float_equal_elem(largest.clone(), f32::INFINITY.into(), dtype);
    B::float_mask_fill(B::float_add(largest, sums), infinite, f32::INFINITY.into())
}

pub(super) fn logsumexp_backward<B: Backend>(x: FloatTensor<B>, grad: FloatTensor<B>) -> FloatTensor<B> {
    B::float_mul(softmax::<B>(x), grad)
}

/// The largest value of each row, 0 where that is -∞, and the values less it.
fn shifted<B: Backend>(x: FloatTensor<B>) -> (FloatTensor<B>, FloatTensor<B>) {
    let last = x.shape().num_dims() - 1;
    let largest = replaced::<B>(B::float_max_dim(x.clone(), last), f32::NEG_INFINITY, 0.0);
    (largest.clone(), B::float_sub(x, largest))
}

fn sum<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let last = x.shape().num_dims() - 1;
    B::float_sum_dim(x, last)
}

fn replaced<B: Backend>(x: FloatTensor<B>, from: f32, to: f32) -> FloatTensor<B> {
    let dtype = get_or_init_device_settings::<B>(&x.device()).bool_dtype;
    let mask = B::float_equal_elem(x.clone(), from.into(), dtype);
    B::float_mask_fill(x, mask, to.into())
}
