//! Diffusion from burn's own operations.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor};
use burn::tensor::{Shape, TensorData};

use super::spec::{Factors, StepSpec};
use crate::kernels::random::{Distribution, RandomOps};
use crate::rng::Stream;

/// `[B]` as `[B, 1, ..]` beside a tensor of that rank.
fn beside<B: Backend>(factors: FloatTensor<B>, rank: usize) -> FloatTensor<B> {
    let mut shape = vec![1; rank];
    shape[0] = factors.shape()[0];
    B::float_reshape(factors, Shape::from(shape))
}

pub(super) fn mix<B: Backend>(
    x: FloatTensor<B>,
    y: FloatTensor<B>,
    p: FloatTensor<B>,
    q: FloatTensor<B>,
) -> FloatTensor<B> {
    if x.shape().num_elements() == 0 {
        return x;
    }
    let rank = x.rank();
    B::float_add(B::float_mul(x, beside::<B>(p, rank)), B::float_mul(y, beside::<B>(q, rank)))
}

/// Standard normal numbers like `x`.
fn normal<B: RandomOps>(x: &FloatTensor<B>, from: Stream) -> FloatTensor<B> {
    let out = B::float_empty(x.shape(), &x.device(), x.dtype().into());
    B::random(out, from, Distribution::Normal)
}

pub(super) fn mix_with_noise<B: RandomOps>(
    x: FloatTensor<B>,
    p: FloatTensor<B>,
    q: FloatTensor<B>,
    from: Stream,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let noise = normal::<B>(&x, from);
    (mix::<B>(x, noise.clone(), p, q), noise)
}

/// `x'` and the estimate of the data; without `keep` the latter is only some tensor.
pub(super) fn step<B: RandomOps>(
    x: FloatTensor<B>,
    model: FloatTensor<B>,
    unconditional: FloatTensor<B>,
    previous: FloatTensor<B>,
    variance: FloatTensor<B>,
    spec: StepSpec,
    keep: bool,
) -> (FloatTensor<B>, FloatTensor<B>) {
    if x.shape().num_elements() == 0 {
        // burn's products with a number panic on CubeCL's devices where there is nothing.
        return (x.clone(), x);
    }
    let (rank, dtype, device) = (x.rank(), x.dtype(), x.device());
    let factors = spec.factors;
    // The factor of each sample, as a tensor; as a number where all have one.
    let column = |pick: fn(&Factors) -> f64| {
        let values: Vec<f64> = factors.iter().map(pick).collect();
        let count = values.len();
        let column = B::float_from_data(TensorData::new(values, [count]).convert_dtype(dtype), &device);
        beside::<B>(column, rank)
    };
    let times = |tensor: FloatTensor<B>, pick: fn(&Factors) -> f64| match factors.as_slice() {
        [one] => B::float_mul_scalar(tensor, pick(one).into()),
        _ => B::float_mul(tensor, column(pick)),
    };
    let plus = |tensor: FloatTensor<B>, pick: fn(&Factors) -> f64| match factors.as_slice() {
        [one] => B::float_add_scalar(tensor, pick(one).into()),
        _ => B::float_add(tensor, column(pick)),
    };
    let noise = spec.from.map(|from| normal::<B>(&x, from));
    let mut m = model;
    if spec.guided {
        let difference = B::float_sub(m, unconditional.clone());
        m = B::float_add(unconditional, times(difference, |f| f.guidance));
    }
    let mut next = B::float_add(times(x.clone(), |f| f.x), times(m.clone(), |f| f.model));
    let mut denoised = x;
    if keep || spec.clipped {
        denoised = B::float_add(times(denoised, |f| f.start_of_x), times(m, |f| f.start_of_model));
        if spec.clipped {
            // All samples of a step are clipped alike.
            let clip = factors.first().map_or(0.0, |factors| factors.clip);
            denoised = B::float_clamp(denoised, (-clip).into(), clip.into());
            next = B::float_add(next, times(denoised.clone(), |f| f.denoised));
        }
    }
    if spec.previous {
        next = B::float_add(next, times(previous, |f| f.previous));
    }
    if let Some(mut noise) = noise {
        if spec.learned {
            let log_std = plus(times(variance, |f| f.log_std_slope), |f| f.log_std);
            noise = B::float_mul(noise, B::float_exp(log_std));
        }
        next = B::float_add(next, times(noise, |f| f.noise));
    }
    (next, denoised)
}
