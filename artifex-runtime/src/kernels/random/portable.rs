//! Random numbers drawn on the host.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor, tensor::IntTensor};
use burn::tensor::TensorData;

use super::Distribution;
use crate::rng::{Slot, Stream};

#[expect(clippy::needless_pass_by_value, reason = "as the operation")]
pub(super) fn random<B: Backend>(out: FloatTensor<B>, mut from: Stream, distribution: Distribution) -> FloatTensor<B> {
    let (shape, dtype, device) = (out.shape(), out.dtype(), out.device());
    let mut values = vec![0.0; shape.num_elements()];
    fill(&mut values, &mut from, distribution);
    B::float_from_data(TensorData::new(values, shape).convert_dtype(dtype), &device)
}

/// What the stream gives from where it stands.
pub(super) fn fill<T: Slot>(values: &mut [T], from: &mut Stream, distribution: Distribution) {
    match distribution {
        Distribution::Uniform => from.fill_uniform(values),
        Distribution::Normal => from.fill_normal(values),
        Distribution::Bernoulli { threshold, value } => {
            from.fill_bernoulli(threshold, T::of(value), T::of(0.0), values);
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as the operation")]
pub(super) fn categorical<B: Backend>(weights: FloatTensor<B>, out: IntTensor<B>, mut from: Stream) -> IntTensor<B> {
    let (shape, dtype, device) = (out.shape(), out.dtype(), out.device());
    let classes = weights.shape()[1];
    let data = burn::tensor::read_sync(B::float_into_data(weights)).expect("the weights can be read");
    let weights: Vec<f32> = data.convert::<f32>().try_to_vec().expect("the weights are f32 now");
    let rows = shape.num_elements();
    let drawn: Vec<i32> = (0..rows).map(|row| pick(&weights[row * classes..(row + 1) * classes], &mut from)).collect();
    B::int_from_data(TensorData::new(drawn, shape).convert_dtype(dtype), &device)
}

/// The first index up to which the weights add up to more than a uniform part of their sum.
#[expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "there are few classes")]
fn pick(weights: &[f32], from: &mut Stream) -> i32 {
    let mut uniform = [0.0; 1];
    from.fill_uniform(&mut uniform);
    let total: f32 = weights.iter().sum();
    if !(total > 0.0 && total < f32::INFINITY) {
        return 0;
    }
    let (part, mut sum, mut last) = (uniform[0] * total, 0.0, 0);
    for (index, &weight) in weights.iter().enumerate() {
        sum += weight;
        if weight > 0.0 {
            last = index;
            if sum > part {
                break;
            }
        }
    }
    last as i32
}
