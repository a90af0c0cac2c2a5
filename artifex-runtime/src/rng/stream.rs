//! One stream of random numbers: a key, an id and a counter.

use std::mem::MaybeUninit;

use pulp::{Simd, WithSimd};
use serde::{Deserialize, Serialize};

use super::normal::box_muller;
use super::philox::{philox4x32_10, philox4x32_10_of};

/// Keeps the blocks that make children's keys apart from the blocks that are drawn.
const FOLD_DOMAIN: u64 = 0x6172_7469_6665_7821;

/// A stream of random numbers (Philox4x32-10).
///
/// The block number `i` of a stream is `philox(counter = (i, id), key)`: `i` is the low and `id` the high half of the
/// 128-bit counter. Key and id together name the stream, so 2^128 streams of 2^64 blocks exist; nothing else is stored, and
/// two streams never influence each other.
///
/// Every draw starts at a new block of four words and discards what it does not use of its last one. The state is therefore
/// the three numbers alone, and `uniform(1)` twice differs from `uniform(2)` once.
///
/// All results are the same bits on every machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stream {
    key: u64,
    id: u64,
    block: u64,
}

impl Stream {
    /// The root stream of a seed, at its beginning.
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self { key: seed, id: 0, block: 0 }
    }

    /// The child stream of that name, at its beginning. It does not depend on how much was drawn from `self`.
    ///
    /// The name is hashed (64-bit FNV-1a) and mixed into key and id by one Philox block, so `fold_in("a").fold_in("b")`,
    /// `fold_in("b").fold_in("a")` and `fold_in("ab")` are three streams.
    #[must_use]
    pub fn fold_in(&self, name: &str) -> Self {
        let [a, b, c, d] = philox4x32_10(counter(fnv1a(name.as_bytes()), self.id), split(self.key ^ FOLD_DOMAIN));
        Self { key: join(a, b), id: join(c, d), block: 0 }
    }

    /// How many blocks of four words were drawn so far.
    #[must_use]
    pub const fn blocks_drawn(&self) -> u64 {
        self.block
    }

    /// The stream from here on, while `self` goes on after that many blocks: what a kernel is given to draw from.
    #[expect(clippy::return_self_not_must_use, reason = "also how a stream is moved on")]
    pub fn take(&mut self, blocks: u64) -> Self {
        let here = self.clone();
        self.block = self.block.wrapping_add(blocks);
        here
    }

    /// Where the stream stands, as the six words that a kernel needs: key, id and block number, low words first.
    #[must_use]
    pub const fn words(&self) -> [u32; 6] {
        let ([a, b], [c, d], [e, f]) = (split(self.key), split(self.id), split(self.block));
        [a, b, c, d, e, f]
    }

    /// The next four random words.
    #[inline]
    pub fn next_block(&mut self) -> [u32; 4] {
        let words = philox4x32_10(counter(self.block, self.id), split(self.key));
        self.block = self.block.wrapping_add(1);
        words
    }

    /// `n` numbers uniform in [0, 1): multiples of 2^-24.
    pub fn uniform(&mut self, n: usize) -> Vec<f32> {
        let mut out = vec![0.0; n];
        self.fill_uniform(&mut out);
        out
    }

    /// `n` standard normal numbers (Box-Muller); none is larger than 6.67 in magnitude.
    pub fn normal(&mut self, n: usize) -> Vec<f32> {
        let mut out = vec![0.0; n];
        self.fill_normal(&mut out);
        out
    }

    /// `n` standard normal numbers of those within ± `limit`, which must be above 0: proposals outside are drawn again.
    ///
    /// Up to a limit of 1 the proposals are uniform and taken with probability `exp(-x²/2)`, above they are normal: at least 3 of
    /// 5 are taken whatever the limit.
    #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
    pub fn truncated_normal(&mut self, n: usize, limit: f64) -> Vec<f32> {
        let limit = limit as f32;
        let mut out = Vec::with_capacity(n);
        while out.len() < n {
            let missing = n - out.len();
            if limit > 1.0 {
                out.extend(self.normal(missing).into_iter().filter(|x| x.abs() <= limit));
            } else {
                let (places, coins) = (self.uniform(missing), self.uniform(missing));
                let proposals = places.into_iter().map(|place| (2.0 * place - 1.0) * limit);
                out.extend(proposals.zip(coins).filter(|(x, coin)| *coin < (-0.5 * x * x).exp()).map(|(x, _)| x));
            }
        }
        out
    }

    /// `n` coins that are true with probability `p`, exact to 2^-32. A `p` below 0 (or NaN) counts as 0, above 1 as 1.
    pub fn bernoulli(&mut self, p: f64, n: usize) -> Vec<bool> {
        let mut out = vec![false; n];
        self.fill_bernoulli(threshold(p), true, false, &mut out);
        out
    }

    /// A number uniform in `0..n` without bias (Lemire 2019, algorithm 5). It is 0 for `n` = 0, where no number exists.
    #[expect(clippy::cast_possible_truncation, reason = "the halves of the product are what is wanted")]
    pub fn below(&mut self, n: u64) -> u64 {
        if n <= 1 {
            return 0;
        }
        // The lowest 2^64 mod n values of the fraction would make some results more likely: they are drawn again.
        let rejected = n.wrapping_neg() % n;
        loop {
            let words = self.next_block();
            for word in [join(words[0], words[1]), join(words[2], words[3])] {
                let product = u128::from(word) * u128::from(n);
                if product as u64 >= rejected {
                    return (product >> 64) as u64;
                }
            }
        }
    }

    /// The numbers `0..n` in random order, every order equally likely (Fisher-Yates).
    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        let mut words = Words { stream: self, block: [0; 4], next: 4 };
        for i in (1..n).rev() {
            order.swap(i, words.at_most(i));
        }
        order
    }

    /// Fills the slice with what [`uniform`](Self::uniform) gives.
    pub(crate) fn fill_uniform<T: Slot>(&mut self, out: &mut [T]) {
        self.fill(out, |words| words.map(|word| T::of(unit(word))));
    }

    /// Fills the slice with what [`normal`](Self::normal) gives.
    pub(crate) fn fill_normal<T: Slot>(&mut self, out: &mut [T]) {
        self.fill(out, |words| four_normals(words).map(T::of));
    }

    /// Fills the slice with normal numbers of `run` blocks at a time, between which one block is passed over.
    pub(crate) fn fill_normal_runs(&mut self, run: usize, out: &mut [f32]) {
        let blocks = out.len().div_ceil(4);
        let from = self.take((blocks + blocks / run.max(1)) as u64);
        pulp::Arch::new().dispatch(Fill { from, out, run, convert: four_normals });
    }

    /// Fills the slice with `yes` where a word is below the [`threshold`], and `no` elsewhere.
    pub(crate) fn fill_bernoulli<T: Copy>(&mut self, threshold: u64, yes: T, no: T, out: &mut [T]) {
        let coin = |word| if u64::from(word) < threshold { yes } else { no };
        self.fill(out, |[a, b, c, d]| [coin(a), coin(b), coin(c), coin(d)]);
    }

    /// Four values from each block.
    #[inline]
    fn fill<T: Copy>(&mut self, out: &mut [T], convert: impl Fn([u32; 4]) -> [T; 4]) {
        if out.len() <= SHORT {
            for values in out.chunks_mut(4) {
                values.copy_from_slice(&convert(self.next_block())[..values.len()]);
            }
            return;
        }
        let from = self.take(out.len().div_ceil(4) as u64);
        pulp::Arch::new().dispatch(Fill { from, out, run: usize::MAX, convert });
    }
}

/// Four standard normals from a block.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
fn four_normals(words: [u32; 4]) -> [f32; 4] {
    let (first, second) = (box_muller(words[0], words[1]), box_muller(words[2], words[3]));
    [first[0], first[1], second[0], second[1]]
}

/// Where a drawn number is put: memory that holds a number, or none yet.
pub(crate) trait Slot: Copy {
    /// The slot with that number.
    fn of(value: f32) -> Self;
}

impl Slot for f32 {
    #[inline]
    fn of(value: f32) -> Self {
        value
    }
}

impl Slot for MaybeUninit<f32> {
    #[inline]
    fn of(value: f32) -> Self {
        Self::new(value)
    }
}

/// Draws of at most so many values are made block by block: for them vectors do not pay.
const SHORT: usize = 32;

/// Blocks that are computed together. Whole vectors of every instruction set.
const BLOCKS: usize = 64;

/// Four values from each block of a stream, by vectors.
struct Fill<'a, T, F> {
    from: Stream,
    out: &'a mut [T],
    /// After so many blocks one is passed over.
    run: usize,
    convert: F,
}

impl<T: Copy, F: Fn([u32; 4]) -> [T; 4]> WithSimd for Fill<'_, T, F> {
    type Output = ();

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "compiled for the instruction set of its caller")]
    fn with_simd<S: Simd>(self, simd: S) {
        let (key, [id_low, id_high]) = (split(self.from.key), split(self.from.id));
        let (mut block, mut left) = (self.from.block, self.run);
        let [mut w0, mut w1] = [[0; BLOCKS]; 2];
        // Any values.
        let [mut v0, mut v1, mut v2, mut v3] = (self.convert)([0; 4]).map(|value| [value; BLOCKS]);
        for values in self.out.chunks_mut(4 * BLOCKS) {
            let count = values.len().div_ceil(4);
            let padded = count.next_multiple_of(S::U32_LANES).min(BLOCKS);
            if left >= BLOCKS {
                for (i, (w0, w1)) in (0u64..).zip(w0.iter_mut().zip(&mut w1)) {
                    [*w0, *w1] = split(block.wrapping_add(i));
                }
                (block, left) = (block.wrapping_add(count as u64), left - count);
            } else {
                for (w0, w1) in w0.iter_mut().zip(&mut w1) {
                    if left == 0 {
                        (block, left) = (block.wrapping_add(1), self.run);
                    }
                    [*w0, *w1] = split(block);
                    (block, left) = (block.wrapping_add(1), left - 1);
                }
            }
            let (mut w2, mut w3) = ([id_low; BLOCKS], [id_high; BLOCKS]);
            let words = [&mut w0[..padded], &mut w1[..padded], &mut w2[..padded], &mut w3[..padded]];
            philox4x32_10_of(simd, words, key);
            // Word by word and then in order: two short loops that become vector code, as one would not.
            for i in 0..BLOCKS {
                [v0[i], v1[i], v2[i], v3[i]] = (self.convert)([w0[i], w1[i], w2[i], w3[i]]);
            }
            let (whole, rest) = values.as_chunks_mut::<4>();
            for (i, values) in whole.iter_mut().enumerate() {
                *values = [v0[i], v1[i], v2[i], v3[i]];
            }
            if !rest.is_empty() {
                let i = whole.len();
                rest.copy_from_slice(&[v0[i], v1[i], v2[i], v3[i]][..rest.len()]);
            }
        }
    }
}

/// A random word below this is a coin that is true, with probability `p`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 2^32, NaN becomes 0")]
pub(crate) fn threshold(p: f64) -> u64 {
    (p.clamp(0.0, 1.0) * 4_294_967_296.0).round() as u64
}

/// Words of a stream one at a time, for draws that do not know how many they need.
struct Words<'a> {
    stream: &'a mut Stream,
    block: [u32; 4],
    next: usize,
}

impl Words<'_> {
    fn next(&mut self) -> u32 {
        if self.next == 4 {
            self.block = self.stream.next_block();
            self.next = 0;
        }
        self.next += 1;
        self.block[self.next - 1]
    }

    /// A number uniform in `0..=max`, from one word where the range fits 32 bits.
    #[expect(clippy::cast_possible_truncation, reason = "results are at most max")]
    fn at_most(&mut self, max: usize) -> usize {
        let Ok(n) = u32::try_from(max + 1) else {
            return self.stream.below(max as u64 + 1) as usize;
        };
        let rejected = n.wrapping_neg() % n;
        loop {
            let product = u64::from(self.next()) * u64::from(n);
            if product as u32 >= rejected {
                return (product >> 32) as usize;
            }
        }
    }
}

/// The 128-bit counter: block number low, stream id high.
#[inline]
fn counter(block: u64, id: u64) -> [u32; 4] {
    let ([a, b], [c, d]) = (split(block), split(id));
    [a, b, c, d]
}

/// Low and high word.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
const fn split(value: u64) -> [u32; 2] {
    [value as u32, (value >> 32) as u32]
}

/// The number with that low and high word.
const fn join(low: u32, high: u32) -> u64 {
    low as u64 | (high as u64) << 32
}

/// A word as a number in [0, 1) with the 24 bits that an f32 holds.
#[inline]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "24 bits fit both types exactly")]
fn unit(word: u32) -> f32 {
    ((word >> 8) as i32) as f32 * (1.0 / 16_777_216.0)
}

/// 64-bit FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv).
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests;
