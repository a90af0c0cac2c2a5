//! Attention from burn's own operations: it holds all scores. Half precision is computed in f32.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor, tensor::IntTensor};
use burn::tensor::{DType, FloatDType, IndexingUpdateOp, Shape, Slice, TensorData};

use super::AttentionOps;
use super::options::{Arguments, AttentionSpec, DropoutSpec, Sizes};
use crate::kernels::random::{Distribution, RandomOps};

/// Below every score that f32 can hold by some margin, so that differences stay finite.
const NEVER: f64 = -1e38;
/// Stands for a sum without terms, so that nothing is divided by 0.
const TINY: f64 = 1e-37;

/// Output and log-sum-exp.
pub(super) fn forward<B: Backend + RandomOps>(
    arguments: Arguments<B>,
    spec: &AttentionSpec,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let dtype = arguments.q.dtype();
    let sizes = sizes(&arguments);
    let arguments = widened(arguments);
    let (scores, mask) = scores(&arguments, spec);
    let largest = B::float_max_dim(scores.clone(), 3);
    let terms = B::float_exp(B::float_sub(scores, largest.clone()));
    let terms = masked::<B>(terms, mask.as_ref());
    let sum = B::float_sum_dim(terms.clone(), 3);
    let lse = B::float_add(largest, B::float_log(sum.clone()));
    let probabilities = B::float_div(terms, B::float_clamp_min(sum, TINY.into()));
    let probabilities = dropped::<B>(probabilities, keep_mask(&arguments, spec));
    // Where no key is seen the sum is 0 and so is everything.
    let out = B::float_matmul(probabilities, arguments.v);
    let lse = B::float_reshape(lse, Shape::new([sizes.batch, sizes.heads, sizes.queries]));
    (B::float_cast(out, float_dtype(dtype)), lse)
}

/// The gradients of q, k and v.
pub(super) fn backward<B: AttentionOps>(
    arguments: Arguments<B>,
    out: FloatTensor<B>,
    lse: FloatTensor<B>,
    gradient: FloatTensor<B>,
    spec: &AttentionSpec,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let dtype = float_dtype(arguments.q.dtype());
    let sizes = sizes(&arguments);
    let arguments = widened(arguments);
    let gradient = wide::<B>(gradient);
    let (probabilities, d_scores) = score_gradient(&arguments, out, lse, gradient.clone(), spec);
    let d_v = B::float_matmul(B::float_swap_dims(probabilities, 2, 3), gradient);
    let d_scores = B::float_mul_scalar(d_scores, spec.scale.into());
    let d_q = B::float_matmul(d_scores.clone(), arguments.k.clone());
    let d_k = B::float_matmul(B::float_swap_dims(d_scores, 2, 3), arguments.q.clone());
    // Heads of a group read the same keys: their gradients add up.
    let narrowed = |gradient: FloatTensor<B>, width: usize| {
        let grouped = Shape::new([sizes.batch * sizes.key_heads, sizes.group(), sizes.keys * width]);
        let sum = B::float_sum_dim(B::float_reshape(gradient, grouped), 1);
        let sum = B::float_reshape(sum, Shape::new([sizes.batch, sizes.key_heads, sizes.keys, width]));
        B::float_cast(sum, dtype)
    };
    (B::float_cast(d_q, dtype), narrowed(d_k, sizes.width), narrowed(d_v, sizes.value_width))
}

/// The gradient of the bias: that of the scores, added up where the bias was repeated.
pub(super) fn bias_gradient<B: AttentionOps>(
    arguments: Arguments<B>,
    out: FloatTensor<B>,
    lse: FloatTensor<B>,
    gradient: FloatTensor<B>,
    spec: &AttentionSpec,
) -> FloatTensor<B> {
    let (shape, dtype) = (arguments.bias.shape(), float_dtype(arguments.bias.dtype()));
    let arguments = widened(arguments);
    let (_, mut d_scores) = score_gradient(&arguments, out, lse, wide::<B>(gradient), spec);
    for dim in 0..3 {
        if shape[dim] == 1 {
            d_scores = B::float_sum_dim(d_scores, dim);
        }
    }
    B::float_cast(d_scores, dtype)
}

/// The gradient of the relative bias: that of the scores, added up along diagonals.
pub(super) fn relative_gradient<B: AttentionOps>(
    arguments: Arguments<B>,
    out: FloatTensor<B>,
    lse: FloatTensor<B>,
    gradient: FloatTensor<B>,
    spec: &AttentionSpec,
) -> FloatTensor<B> {
    let (shape, dtype) = (arguments.relative.shape(), float_dtype(arguments.relative.dtype()));
    let sizes = sizes(&arguments);
    let arguments = widened(arguments);
    let indices = distances(&arguments, &sizes);
    let (_, d_scores) = score_gradient(&arguments, out, lse, wide::<B>(gradient), spec);
    let d_scores = B::float_sum_dim(d_scores, 0);
    let d_scores = B::float_reshape(d_scores, Shape::new([sizes.heads, sizes.queries * sizes.keys]));
    let zeros = B::float_zeros(shape, &arguments.q.device(), float_dtype(arguments.q.dtype()));
    let sums = B::float_select_assign(zeros, 1, indices, d_scores, IndexingUpdateOp::Add);
    B::float_cast(sums, dtype)
}

/// The probabilities after dropout, and the gradient of the scores (Dao 2023, algorithm 2): `ds = p ∘ (dp - rowsum(do ∘ o))`.
/// Both `[B, H, Nq, Nk]`.
fn score_gradient<B: AttentionOps>(
    arguments: &Arguments<B>,
    out: FloatTensor<B>,
    lse: FloatTensor<B>,
    gradient: FloatTensor<B>,
    spec: &AttentionSpec,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let sizes = sizes(arguments);
    let rows = Shape::new([sizes.batch, sizes.heads, sizes.queries, 1]);
    // Minus infinity where no key is seen: any finite number will do there.
    let lse = B::float_clamp_min(B::float_reshape(lse, rows), NEVER.into());
    let (scores, mask) = scores(arguments, spec);
    let probabilities = masked::<B>(B::float_exp(B::float_sub(scores, lse)), mask.as_ref());
    let keep = keep_mask(arguments, spec);
    let values = B::float_swap_dims(arguments.v.clone(), 2, 3);
    let d_probabilities = dropped::<B>(B::float_matmul(gradient.clone(), values), keep.clone());
    let delta = B::float_sum_dim(B::float_mul(wide::<B>(out), gradient), 3);
    let d_scores = B::float_mul(probabilities.clone(), B::float_sub(d_probabilities, delta));
    (dropped::<B>(probabilities, keep), d_scores)
}

/// All scores, `[B, H, Nq, Nk]`, [`NEVER`] where a query does not see a key; and 1 where it does, 0 where not, if some are not
/// seen.
fn scores<B: Backend>(arguments: &Arguments<B>, spec: &AttentionSpec) -> (FloatTensor<B>, Option<FloatTensor<B>>) {
    let sizes = sizes(arguments);
    let (dtype, device) = (arguments.q.dtype(), arguments.q.device());
    let keys = B::float_swap_dims(arguments.k.clone(), 2, 3);
    let mut scores = B::float_mul_scalar(B::float_matmul(arguments.q.clone(), keys), spec.scale.into());
    if spec.has_bias {
        scores = B::float_add(scores, arguments.bias.clone());
    }
    if spec.has_relative {
        let by_distance = B::float_select(arguments.relative.clone(), 1, distances(arguments, &sizes));
        let shape = Shape::new([1, sizes.heads, sizes.queries, sizes.keys]);
        scores = B::float_add(scores, B::float_reshape(by_distance, shape));
    }
    if spec.sees_all() {
        return (scores, None);
    }
    let mut seen = vec![0f32; sizes.queries * sizes.keys];
    for (query, row) in seen.chunks_exact_mut(sizes.keys.max(1)).enumerate() {
        row[spec.visible(sizes.position(query), sizes.keys)].fill(1.0);
    }
    let seen = TensorData::new(seen, [1, 1, sizes.queries, sizes.keys]).convert_dtype(dtype);
    let mut mask = B::float_from_data(seen, &device);
    if spec.has_key_mask {
        let keys = B::float_reshape(arguments.key_mask.clone(), Shape::new([sizes.batch, 1, 1, sizes.keys]));
        mask = B::float_mul(mask, keys);
    }
    let never = B::float_mul_scalar(B::float_sub_scalar(mask.clone(), 1.0.into()), (-NEVER).into());
    (B::float_add(B::float_mul(scores, mask.clone()), never), Some(mask))
}

/// For each pair of query and key the element of the relative bias, `[Nq · Nk]`.
#[expect(clippy::cast_possible_wrap, reason = "positions are far below 2^63")]
fn distances<B: Backend>(arguments: &Arguments<B>, sizes: &Sizes) -> IntTensor<B> {
    let reach = (arguments.relative.shape()[1] / 2) as i64;
    let indices: Vec<i64> = (0..sizes.queries)
        .flat_map(|query| {
            let position = sizes.position(query) as i64;
            (0..sizes.keys).map(move |key| (key as i64 - position).clamp(-reach, reach) + reach)
        })
        .collect();
    let device = arguments.q.device();
    let dtype = burn::backend::get_or_init_device_settings::<B>(&device).int_dtype;
    let count = indices.len();
    B::int_from_data(TensorData::new(indices, [count]).convert_dtype(dtype.into()), &device)
}

/// What dropout multiplies the probabilities with, `[B, H, Nq, Nk]`.
fn keep_mask<B: Backend + RandomOps>(arguments: &Arguments<B>, spec: &AttentionSpec) -> Option<FloatTensor<B>> {
    let DropoutSpec { threshold, scale, from } = spec.dropout.clone()?;
    let sizes = sizes(arguments);
    let (dtype, device) = (arguments.q.dtype(), arguments.q.device());
    let padded = 4 * DropoutSpec::row_blocks(sizes.keys);
    let shape = Shape::new([sizes.batch, sizes.heads, sizes.queries, padded]);
    let out = B::float_empty(shape, &device, float_dtype(dtype));
    let mask = B::random(out, from, Distribution::Bernoulli { threshold, value: scale });
    Some(B::float_slice(mask, &[Slice::full(), Slice::full(), Slice::full(), Slice::from(0..sizes.keys)]))
}

fn masked<B: Backend>(x: FloatTensor<B>, mask: Option<&FloatTensor<B>>) -> FloatTensor<B> {
    match mask {
        Some(mask) => B::float_mul(x, mask.clone()),
        None => x,
    }
}

fn dropped<B: Backend>(x: FloatTensor<B>, keep: Option<FloatTensor<B>>) -> FloatTensor<B> {
    match keep {
        Some(keep) => B::float_mul(x, keep),
        None => x,
    }
}

/// The sizes of the tensors as they are: after [`widened`] a group is 1.
fn sizes<B: Backend>(arguments: &Arguments<B>) -> Sizes {
    Sizes::new(&arguments.q.shape(), &arguments.k.shape(), &arguments.v.shape())
}

/// Everything in f32 or f64, and keys and values repeated for every query head.
fn widened<B: Backend>(arguments: Arguments<B>) -> Arguments<B> {
    let sizes = sizes(&arguments);
    let dtype = match arguments.q.dtype() {
        DType::F64 => FloatDType::F64,
        _ => FloatDType::F32,
    };
    let repeated = |x: FloatTensor<B>, width: usize| {
        let x = wide::<B>(x);
        if sizes.group() == 1 {
            return x;
        }
        let Sizes { batch, key_heads, keys, .. } = sizes;
        let x = B::float_reshape(x, Shape::new([batch, key_heads, 1, keys, width]));
        let x = B::float_expand(x, Shape::new([batch, key_heads, sizes.group(), keys, width]));
        B::float_reshape(x, Shape::new([batch, sizes.heads, keys, width]))
    };
    Arguments {
        q: wide::<B>(arguments.q),
        k: repeated(arguments.k, sizes.width),
        v: repeated(arguments.v, sizes.value_width),
        key_mask: B::float_cast(arguments.key_mask, dtype),
        bias: B::float_cast(arguments.bias, dtype),
        relative: B::float_cast(arguments.relative, dtype),
    }
}

fn wide<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    match x.dtype() {
        DType::F32 | DType::F64 => x,
        _ => B::float_cast(x, FloatDType::F32),
    }
}

fn float_dtype(dtype: DType) -> FloatDType {
    dtype.into()
}
