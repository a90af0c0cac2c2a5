//! What attention is asked for, and whether it fits.

use burn::backend::{Backend, DispatchTensor, tensor::FloatTensor};
use burn::tensor::{Bool, DType, Device, Tensor, TensorData};

use crate::rng::{Stream, threshold};

/// What is done beyond plain attention.
#[derive(Clone, Debug, Default)]
pub struct AttentionOptions {
    /// Factor on the products of queries and keys; `1/√D` if absent.
    pub scale: Option<f32>,
    /// A query sees no key after its own position.
    pub causal: bool,
    /// A query sees only keys whose position differs from its own by less than this.
    pub window: Option<usize>,
    /// `[B, Nk]`: where it is false, the key is padding that no query sees.
    pub key_mask: Option<Tensor<2, Bool>>,
    /// Added to the scores: `[B or 1, H or 1, Nq or 1, Nk]`.
    pub bias: Option<Tensor<4>>,
    /// Added to the scores by distance: `[H, 2R + 1]`, where element `R + d` is for a key `d` positions after the query; larger
    /// distances take the nearest element. [`alibi`] makes one.
    pub relative: Option<Tensor<2>>,
    /// Zeroes probabilities at random and scales the others up.
    pub dropout: Option<AttentionDropout>,
}

/// Dropout on the probabilities (Srivastava et al. 2014).
///
/// The probability of query `i` (of the `B·H·Nq` rows) and key `j` takes word `j % 4` of block `i · ⌈Nk/4⌉ + ⌊j/4⌋` of the
/// stream, so forward, backward and every device drop the same ones.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionDropout {
    /// Probability of being dropped, in [0, 1).
    pub rate: f64,
    /// Where the numbers come from; take [`AttentionDropout::blocks`] from it.
    pub from: Stream,
}

impl AttentionDropout {
    /// How many blocks of the stream a call uses.
    #[must_use]
    pub const fn blocks(rows: usize, keys: usize) -> u64 {
        rows as u64 * keys.div_ceil(4) as u64
    }
}

/// The bias of `ALiBi` (Press et al. 2022, section 3) for [`AttentionOptions::relative`]: `-m_h · |j - i|` up to `positions - 1`,
/// with `m_h = 2^(-8h/H)` for heads 1 to `H`; where `H` is no power of two, those of the next lower one and then every other one
/// of the next higher one, as the paper's code does.
///
/// # Panics
/// If there are no heads or no positions.
#[must_use]
pub fn alibi(heads: usize, positions: usize, device: &Device) -> Tensor<2> {
    assert!(
        heads > 0 && positions > 0,
        "alibi: {heads} heads and {positions} positions, expected at least one of each"
    );
    #[expect(clippy::cast_precision_loss, reason = "few heads")]
    let slopes = |count: usize| (1..=count).map(move |head| (-8.0 * head as f64 / count as f64).exp2());
    let lower = if heads.is_power_of_two() { heads } else { heads.next_power_of_two() / 2 };
    let slopes = slopes(lower).chain(slopes(2 * lower).step_by(2)).take(heads);
    let width = 2 * positions - 1;
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "values are f32")]
    let values: Vec<f32> = slopes
        .flat_map(|slope| (0..width).map(move |at| (-slope * at.abs_diff(positions - 1) as f64) as f32))
        .collect();
    Tensor::from_data(TensorData::new(values, [heads, width]), device)
}

/// [`AttentionOptions`] as numbers: what kernels are told.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "which parts there are")]
pub struct AttentionSpec {
    pub(super) scale: f32,
    pub(super) causal: bool,
    /// 0: none.
    pub(super) window: usize,
    pub(super) has_key_mask: bool,
    pub(super) has_bias: bool,
    pub(super) has_relative: bool,
    pub(super) dropout: Option<DropoutSpec>,
}

/// Dropout as numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DropoutSpec {
    /// A word below this keeps the probability.
    pub threshold: u64,
    /// Factor on what is kept.
    pub scale: f32,
    pub from: Stream,
}

impl DropoutSpec {
    /// Blocks of random numbers of one row.
    pub const fn row_blocks(keys: usize) -> usize {
        keys.div_ceil(4)
    }
}

impl AttentionSpec {
    /// The keys that a query at `position` may see by causality and window: a range of positions.
    pub(super) fn visible(&self, position: isize, keys: usize) -> std::ops::Range<usize> {
        let window = isize::try_from(self.window).unwrap_or(isize::MAX);
        let first = if self.window == 0 { 0 } else { position.saturating_sub(window - 1).max(0) };
        let last = if self.causal {
            position + 1
        } else if self.window == 0 {
            isize::MAX
        } else {
            position.saturating_add(window)
        };
        let (first, last) = (first.unsigned_abs().min(keys), last.max(0).unsigned_abs().min(keys));
        first..last.max(first)
    }

    /// Whether all keys are visible to all queries.
    pub(super) const fn sees_all(&self) -> bool {
        !self.causal && self.window == 0 && !self.has_key_mask
    }
}

/// The tensors of a call.
#[derive(Clone, Debug)]
pub(super) struct Arguments<B: Backend> {
    pub q: FloatTensor<B>,
    pub k: FloatTensor<B>,
    pub v: FloatTensor<B>,
    pub key_mask: FloatTensor<B>,
    pub bias: FloatTensor<B>,
    pub relative: FloatTensor<B>,
}

/// The sizes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sizes {
    pub batch: usize,
    pub heads: usize,
    pub key_heads: usize,
    pub queries: usize,
    pub keys: usize,
    pub width: usize,
    pub value_width: usize,
}

impl Sizes {
    pub fn new(q: &[usize], k: &[usize], v: &[usize]) -> Self {
        Self { batch: q[0], heads: q[1], key_heads: k[1], queries: q[2], keys: k[2], width: q[3], value_width: v[3] }
    }

    /// Query heads that share a key head.
    pub const fn group(&self) -> usize {
        self.heads / self.key_heads
    }

    /// The position of a query among the keys.
    pub const fn position(&self, query: usize) -> isize {
        query.cast_signed() + self.keys.cast_signed() - self.queries.cast_signed()
    }
}

impl AttentionOptions {
    /// The optional tensors, as the backend operations take them.
    pub(super) fn tensors(&self, q: &Tensor<4>) -> (DispatchTensor, DispatchTensor, DispatchTensor) {
        let device = q.device().without_autodiff();
        let absent = || Tensor::<1>::empty([1], &device).into_dispatch();
        let mask = self.key_mask.clone().map(|mask| mask.float().cast(DType::F32).into_dispatch());
        let bias = self.bias.clone().map(Tensor::into_dispatch);
        let relative = self.relative.clone().map(Tensor::into_dispatch);
        (mask.unwrap_or_else(absent), bias.unwrap_or_else(absent), relative.unwrap_or_else(absent))
    }
}

/// The widest head that kernels hold in registers.
const MAX_WIDTH: usize = 256;

/// The options as numbers, after checking that everything fits.
pub(super) fn check(q: &Tensor<4>, k: &Tensor<4>, v: &Tensor<4>, options: &AttentionOptions) -> AttentionSpec {
    let ([b, h, nq, d], [kb, g, nk, kd], [vb, vg, vn, dv]) = (q.dims(), k.dims(), v.dims());
    let (qs, ks, vs) = (q.dims(), k.dims(), v.dims());
    assert!(
        kb == b && kd == d && g > 0 && h % g == 0,
        "attention: q {qs:?} does not fit k {ks:?}: expected [B, H, Nq, D] and [B, G, Nk, D] where G divides H"
    );
    assert!(
        vb == b && vg == g && vn == nk,
        "attention: v {vs:?} does not fit k {ks:?}: expected [B, G, Nk, Dv] and [B, G, Nk, D]"
    );
    assert!(
        (1..=MAX_WIDTH).contains(&d) && (1..=MAX_WIDTH).contains(&dv),
        "attention: heads of q {qs:?} and v {vs:?} are {d} and {dv} wide, expected 1 to {MAX_WIDTH}"
    );
    let dtype = q.dtype();
    let same = |name: &str, other: DType| {
        assert!(other == dtype, "attention: q is {dtype:?} and {name} is {other:?}, expected one type");
    };
    same("k", k.dtype());
    same("v", v.dtype());
    if let Some(mask) = &options.key_mask {
        let found = mask.dims();
        assert!(
            found == [b, nk],
            "attention: key_mask {found:?} does not fit k {ks:?}: expected [B, Nk] = {:?}",
            [b, nk]
        );
    }
    if let Some(bias) = &options.bias {
        let found = bias.dims();
        let fits = found.iter().zip([b, h, nq]).all(|(found, size)| *found == size || *found == 1) && found[3] == nk;
        assert!(
            fits,
            "attention: bias {found:?} does not fit q {qs:?} and k {ks:?}: expected [B or 1, H or 1, Nq or 1, Nk]"
        );
        same("bias", bias.dtype());
    }
    if let Some(relative) = &options.relative {
        let found = relative.dims();
        assert!(
            found[0] == h && found[1] % 2 == 1,
            "attention: relative {found:?} does not fit q {qs:?}: expected [H, 2R + 1]"
        );
        same("relative", relative.dtype());
    }
    assert!(options.window != Some(0), "attention: window is 0, expected at least 1: a query would not see itself");
    let dropout = options.dropout.as_ref().filter(|dropout| dropout.rate != 0.0).map(|dropout| {
        let rate = dropout.rate;
        assert!((0.0..1.0).contains(&rate), "attention: dropout rate is {rate}, expected 0 up to but not including 1");
        #[expect(clippy::cast_possible_truncation, reason = "probabilities are f32")]
        let scale = (1.0 - rate).recip() as f32;
        DropoutSpec { threshold: threshold(1.0 - rate), scale, from: dropout.from.clone() }
    });
    #[expect(clippy::cast_precision_loss, reason = "at most 256")]
    let scale = options.scale.unwrap_or_else(|| (d as f32).sqrt().recip());
    AttentionSpec {
        scale,
        causal: options.causal,
        window: options.window.unwrap_or(0),
        has_key_mask: options.key_mask.is_some(),
        has_bias: options.bias.is_some(),
        has_relative: options.relative.is_some(),
        dropout,
    }
}

#[cfg(feature = "fusion")]
mod metadata {
    use super::AttentionSpec;
    use burn::backend::fusion::custom::TensorSpec;
    use burn::tensor::{DType, Shape};

    type Spec = TensorSpec;

    pub(in super::super) fn forward_metadata(
        q: &Spec,
        _k: &Spec,
        v: &Spec,
        _key_mask: &Spec,
        _bias: &Spec,
        _relative: &Spec,
        _spec: &AttentionSpec,
    ) -> (Spec, Spec) {
        let [b, h, n] = [q.shape[0], q.shape[1], q.shape[2]];
        let lse = if q.dtype == DType::F64 { DType::F64 } else { DType::F32 };
        (TensorSpec::new(Shape::new([b, h, n, v.shape[3]]), q.dtype), TensorSpec::new(Shape::new([b, h, n]), lse))
    }

    #[allow(clippy::too_many_arguments, reason = "as the operation")]
    pub(in super::super) fn backward_metadata(
        q: &Spec,
        k: &Spec,
        v: &Spec,
        _key_mask: &Spec,
        _bias: &Spec,
        _relative: &Spec,
        _out: &Spec,
        _lse: &Spec,
        _gradient: &Spec,
        _spec: &AttentionSpec,
    ) -> (Spec, Spec, Spec) {
        (q.clone(), k.clone(), v.clone())
    }

    #[allow(clippy::too_many_arguments, reason = "as the operation")]
    pub(in super::super) fn bias_metadata(
        _q: &Spec,
        _k: &Spec,
        _v: &Spec,
        _key_mask: &Spec,
        bias: &Spec,
        _relative: &Spec,
        _out: &Spec,
        _lse: &Spec,
        _gradient: &Spec,
        _spec: &AttentionSpec,
    ) -> Spec {
        bias.clone()
    }

    #[allow(clippy::too_many_arguments, reason = "as the operation")]
    pub(in super::super) fn relative_metadata(
        _q: &Spec,
        _k: &Spec,
        _v: &Spec,
        _key_mask: &Spec,
        _bias: &Spec,
        relative: &Spec,
        _out: &Spec,
        _lse: &Spec,
        _gradient: &Spec,
        _spec: &AttentionSpec,
    ) -> Spec {
        relative.clone()
    }
}
#[cfg(feature = "fusion")]
pub(super) use metadata::{backward_metadata, bias_metadata, forward_metadata, relative_metadata};
