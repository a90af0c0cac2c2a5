//! The updates from burn's own operations.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor};

use super::{AdamStep, SgdStep};

pub(super) fn adam<B: Backend>(
    param: FloatTensor<B>,
    gradient: FloatTensor<B>,
    m: FloatTensor<B>,
    v: FloatTensor<B>,
    step: AdamStep,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let g = B::float_mul_scalar(gradient, step.gradient_scale.into());
    let m = B::float_add(
        B::float_mul_scalar(m, step.beta1.into()),
        B::float_mul_scalar(g.clone(), (1.0 - step.beta1).into()),
    );
    let v = B::float_add(
        B::float_mul_scalar(v, step.beta2.into()),
        B::float_mul_scalar(B::float_mul(g.clone(), g), (1.0 - step.beta2).into()),
    );
    let root = B::float_mul_scalar(B::float_sqrt(v.clone()), step.root_correction.into());
    let update = B::float_div(m.clone(), B::float_add_scalar(root, step.eps.into()));
    let update = B::float_mul_scalar(update, step.step_size.into());
    let decay = B::float_mul_scalar(param.clone(), step.decay.into());
    (B::float_sub(B::float_sub(param, decay), update), m, v)
}

pub(super) fn sgd<B: Backend>(
    param: FloatTensor<B>,
    gradient: FloatTensor<B>,
    velocity: FloatTensor<B>,
    step: SgdStep,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let g = B::float_mul_scalar(gradient, step.gradient_scale.into());
    let velocity = B::float_add(B::float_mul_scalar(velocity, step.momentum.into()), g.clone());
    let update = if step.nesterov {
        B::float_add(g, B::float_mul_scalar(velocity.clone(), step.momentum.into()))
    } else {
        velocity.clone()
    };
    (B::float_sub(param, B::float_mul_scalar(update, step.learning_rate.into())), velocity)
}

pub(super) fn ema<B: Backend>(average: FloatTensor<B>, value: FloatTensor<B>, decay: f32) -> FloatTensor<B> {
    B::float_add(B::float_mul_scalar(average, decay.into()), B::float_mul_scalar(value, (1.0 - decay).into()))
}

pub(super) fn sum_squares<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let count = x.shape().num_elements();
    let x = B::float_reshape(x, [count].into());
    B::float_sum(B::float_mul(x.clone(), x))
}
