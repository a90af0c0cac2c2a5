//! The likelihood from burn's own operations.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor};

pub(super) fn bernoulli_nll<B: Backend>(logits: FloatTensor<B>, targets: FloatTensor<B>) -> FloatTensor<B> {
    let rows = logits.shape()[0];
    let positive = B::relu(logits.clone());
    let tail = B::float_log1p(B::float_exp(B::float_neg(B::float_abs(logits.clone()))));
    let nll = B::float_add(B::float_sub(positive, B::float_mul(logits, targets)), tail);
    B::float_reshape(B::float_sum_dim(nll, 1), [rows].into())
}

pub(super) fn residual<B: Backend>(logits: FloatTensor<B>, targets: FloatTensor<B>) -> FloatTensor<B> {
    B::float_sub(B::sigmoid(logits), targets)
}

pub(super) fn scale_rows<B: Backend>(x: FloatTensor<B>, s: FloatTensor<B>) -> FloatTensor<B> {
    let rows = x.shape()[0];
    B::float_mul(x, B::float_reshape(s, [rows, 1].into()))
}
