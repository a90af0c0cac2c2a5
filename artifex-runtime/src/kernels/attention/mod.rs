//! Scaled dot-product attention that never holds all scores at once.
//!
//! Forward and backward go over tiles of queries and keys and keep a running maximum and sum for each query ("online softmax":
//! Milakov and Gimelshein 2018; Dao et al. 2022, `FlashAttention`, algorithms 1 and 4; Dao 2023, `FlashAttention`-2), so memory
//! grows with the number of positions and not with its square, in training too. burn's own attention holds all scores when it
//! is differentiated.

mod backward;
#[cfg(feature = "cubecl")]
mod cube;
#[cfg(feature = "flex")]
mod flex;
mod options;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

use options::{Arguments, AttentionSpec, check};
pub use options::{AttentionDropout, AttentionOptions, alibi};

use super::random::RandomOps;

/// Attention as backend operations. `key_mask`, `bias` and `relative` are tensors of one element where the specification says
/// that there is none.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait AttentionOps: Backend + RandomOps {
    /// Output `[B, H, Nq, Dv]` and log-sum-exp `[B, H, Nq]`, see [`attention`]. Differentiable in `q`, `k`, `v`, `bias` and
    /// `relative`; the log-sum-exp carries no gradient.
    #[fusion(meta = options::forward_metadata)]
    fn attention_forward(
        q: FloatTensor<Self>,
        k: FloatTensor<Self>,
        v: FloatTensor<Self>,
        key_mask: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        relative: FloatTensor<Self>,
        spec: AttentionSpec,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        portable::forward::<Self>(Arguments { q, k, v, key_mask, bias, relative }, &spec)
    }

    /// The gradients of `q`, `k` and `v`, given output, log-sum-exp and the output's gradient.
    #[fusion(meta = options::backward_metadata)]
    #[allow(clippy::too_many_arguments, reason = "backend operations take tensors one by one")]
    fn attention_backward(
        q: FloatTensor<Self>,
        k: FloatTensor<Self>,
        v: FloatTensor<Self>,
        key_mask: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        relative: FloatTensor<Self>,
        out: FloatTensor<Self>,
        lse: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        spec: AttentionSpec,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        portable::backward::<Self>(Arguments { q, k, v, key_mask, bias, relative }, out, lse, gradient, &spec)
    }

    /// The gradient of `bias`, in its shape.
    #[fusion(meta = options::bias_metadata)]
    #[allow(clippy::too_many_arguments, reason = "backend operations take tensors one by one")]
    fn attention_bias_gradient(
        q: FloatTensor<Self>,
        k: FloatTensor<Self>,
        v: FloatTensor<Self>,
        key_mask: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        relative: FloatTensor<Self>,
        out: FloatTensor<Self>,
        lse: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        spec: AttentionSpec,
    ) -> FloatTensor<Self> {
        portable::bias_gradient::<Self>(Arguments { q, k, v, key_mask, bias, relative }, out, lse, gradient, &spec)
    }

    /// The gradient of `relative`, in its shape.
    #[fusion(meta = options::relative_metadata)]
    #[allow(clippy::too_many_arguments, reason = "backend operations take tensors one by one")]
    fn attention_relative_gradient(
        q: FloatTensor<Self>,
        k: FloatTensor<Self>,
        v: FloatTensor<Self>,
        key_mask: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        relative: FloatTensor<Self>,
        out: FloatTensor<Self>,
        lse: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        spec: AttentionSpec,
    ) -> FloatTensor<Self> {
        portable::relative_gradient::<Self>(Arguments { q, k, v, key_mask, bias, relative }, out, lse, gradient, &spec)
    }
}

/// Scaled dot-product attention (Vaswani et al. 2017, equation 1), fused.
///
/// For query `i` and key `j` of head `h`: `s_ij = scale · q_i·k_j + bias_hij + relative_h(j - i)`, `p_i = softmax_j(s_i)` over
/// the keys that `i` sees, `out_i = Σ_j p_ij v_j`. A query that sees no key gives zeros.
///
/// `q`: `[B, H, Nq, D]`, `k`: `[B, G, Nk, D]`, `v`: `[B, G, Nk, Dv]` with `D, Dv <= 256`; result: `[B, H, Nq, Dv]`. `G` divides
/// `H`: query head `h` reads key head `h / (H / G)`, which is grouped-query attention for `G < H` (Ainslie et al. 2023) and
/// multi-query attention for `G = 1` (Shazeer 2019).
///
/// Where there are fewer queries than keys, they are the last ones: query `i` stands at position `i + Nk - Nq`. So one query
/// against a cache of keys and values is a step of decoding.
///
/// # Panics
/// If shapes or types do not fit, with the operation and the shapes.
#[must_use]
pub fn attention(q: Tensor<4>, k: Tensor<4>, v: Tensor<4>, options: &AttentionOptions) -> Tensor<4> {
    attention_with_lse(q, k, v, options).0
}

/// [`attention`], and for each query `ln Σ_j exp(s_ij)`: `[B, H, Nq]`, without gradient, minus infinity for a query that sees no
/// key.
///
/// # Panics
/// As [`attention`].
#[must_use]
pub fn attention_with_lse(
    q: Tensor<4>,
    k: Tensor<4>,
    v: Tensor<4>,
    options: &AttentionOptions,
) -> (Tensor<4>, Tensor<3>) {
    let spec = check(&q, &k, &v, options);
    let (key_mask, bias, relative) = options.tensors(&q);
    let (out, lse) = <Dispatch as AttentionOps>::attention_forward(
        q.into_dispatch(),
        k.into_dispatch(),
        v.into_dispatch(),
        key_mask,
        bias,
        relative,
        spec,
    );
    (Tensor::from_dispatch(out), Tensor::from_dispatch(lse))
}

/// The same from burn's own operations, which hold all scores: what the kernels are compared with.
///
/// # Panics
/// As [`attention`].
#[must_use]
pub fn attention_portable(q: Tensor<4>, k: Tensor<4>, v: Tensor<4>, options: &AttentionOptions) -> Tensor<4> {
    let spec = check(&q, &k, &v, options);
    let (key_mask, bias, relative) = options.tensors(&q);
    let (q, k, v) = (q.into_dispatch(), k.into_dispatch(), v.into_dispatch());
    Tensor::from_dispatch(portable::forward::<Dispatch>(Arguments { q, k, v, key_mask, bias, relative }, &spec).0)
}

#[cfg(test)]
mod tests;
