//! Which random words belong to which chain.
//!
//! A step of `C` chains with `D` dimensions takes `C · B` blocks of its stream, `B = ⌈D/4⌉ + 1`. Chain `c` has the blocks
//! `c·B .. (c+1)·B` of them: coordinate `d` has the normal number `d % 4` of block `d / 4`, and whether the chain accepts is
//! decided by the first word of its last block. So a chain's numbers depend neither on the device nor on the shape of a
//! launch, and fused and separate operations draw the same ones.

use crate::rng::Stream;

/// Blocks that one chain takes in one step.
pub(super) const fn blocks_per_chain(dims: usize) -> usize {
    dims.div_ceil(4) + 1
}

/// The part of the stream that one step of all chains takes.
///
/// # Panics
/// If the step needs 2^32 blocks or more.
pub(super) fn take_step(stream: &mut Stream, chains: usize, dims: usize) -> Stream {
    let blocks = (chains * blocks_per_chain(dims)) as u64;
    assert!(blocks < 1 << 32, "mcmc: a step of [{chains}, {dims}] needs more than 2^32 blocks of random words");
    stream.take(blocks)
}

/// The normal numbers of one chain, from its coordinate 0 on.
#[inline]
pub(super) fn normals(from: &Stream, chain: usize, dims: usize, out: &mut [f32]) {
    let mut here = from.clone();
    here.take((chain * blocks_per_chain(dims)) as u64);
    here.fill_normal(out);
}

/// Room for [`normals`] of several chains, drawn together: many short draws would leave vectors idle.
#[derive(Debug)]
pub(super) struct Normals {
    dims: usize,
    values: Vec<f32>,
}

impl Normals {
    /// Room for the numbers of so many chains.
    pub(super) fn new(chains: usize, dims: usize) -> Self {
        Self { dims, values: vec![0.0; chains * dims.next_multiple_of(4)] }
    }

    /// Draws for the chains from `first` on, at most as many as there is room for.
    pub(super) fn draw(&mut self, from: &Stream, first: usize, chains: usize) -> Drawn<'_> {
        let mut here = from.clone();
        here.take((first * blocks_per_chain(self.dims)) as u64);
        let values = &mut self.values[..chains * self.dims.next_multiple_of(4)];
        // The block that decides about acceptance is passed over.
        here.fill_normal_runs(self.dims.div_ceil(4), values);
        Drawn { dims: self.dims, values }
    }
}

/// Normal numbers of several chains.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn<'a> {
    dims: usize,
    values: &'a [f32],
}

impl<'a> Drawn<'a> {
    /// Those of each chain, from its coordinate 0 on.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled into each version of the kernels")]
    pub(super) fn rows(self) -> impl Iterator<Item = &'a [f32]> {
        self.values.chunks_exact(self.dims.next_multiple_of(4)).map(move |values| &values[..self.dims])
    }
}

/// The number in [0, 1) that decides whether the chain accepts.
#[inline]
pub(super) fn uniform(from: &Stream, chain: usize, dims: usize) -> f32 {
    let blocks = blocks_per_chain(dims);
    first_uniform(from, chain * blocks + blocks - 1)
}

/// The number in [0, 1) of the first word of that block.
#[inline]
pub(super) fn first_uniform(from: &Stream, block: usize) -> f32 {
    let mut here = from.clone();
    here.take(block as u64);
    let mut out = [0.0];
    here.fill_uniform(&mut out);
    out[0]
}
