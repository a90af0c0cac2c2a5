//! Random numbers have no gradient.

use burn::backend::autodiff::{Autodiff, checkpoint::strategy::CheckpointStrategy};
use burn::backend::{
    AutodiffBackend, Backend,
    tensor::{FloatTensor, IntTensor},
};

use super::{Distribution, RandomOps};
use crate::rng::Stream;

impl<B: Backend + RandomOps, C: CheckpointStrategy> RandomOps for Autodiff<B, C> {
    fn random(out: FloatTensor<Self>, from: Stream, distribution: Distribution) -> FloatTensor<Self> {
        Self::from_inner(B::random(out.into_primitive(), from, distribution))
    }

    fn categorical(weights: FloatTensor<Self>, out: IntTensor<Self>, from: Stream) -> IntTensor<Self> {
        B::categorical(weights.into_primitive(), out, from)
    }
}
