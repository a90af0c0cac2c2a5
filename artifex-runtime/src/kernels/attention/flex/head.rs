//! One problem, its heads, and tiles of their scores.

use burn::backend::{Flex, TensorMetadata};

use super::super::options::{Arguments, AttentionSpec, DropoutSpec, Sizes};
use super::{KEY_TILE, QUERY_TILE, all};
use crate::kernels::flex::product;
use crate::kernels::simd::exp_or_zero;

/// The arguments of a call as slices.
pub(super) struct Problem<'a> {
    pub sizes: Sizes,
    pub spec: &'a AttentionSpec,
    q: &'a [f32],
    k: &'a [f32],
    v: &'a [f32],
    key_mask: Option<&'a [f32]>,
    bias: Option<(&'a [f32], [usize; 3])>,
    relative: Option<(&'a [f32], usize)>,
}

impl<'a> Problem<'a> {
    pub fn new(arguments: &'a Arguments<Flex>, spec: &'a AttentionSpec) -> Self {
        let (bias, relative) = (arguments.bias.shape(), arguments.relative.shape());
        Self {
            sizes: Sizes::new(&arguments.q.shape(), &arguments.k.shape(), &arguments.v.shape()),
            spec,
            q: all(&arguments.q),
            k: all(&arguments.k),
            v: all(&arguments.v),
            key_mask: spec.has_key_mask.then(|| all(&arguments.key_mask)),
            bias: spec.has_bias.then(|| (all(&arguments.bias), [bias[0], bias[1], bias[2]])),
            relative: spec.has_relative.then(|| (all(&arguments.relative), relative[1])),
        }
    }

    /// Query head `head` of sample `sample`, with the keys and values that it reads.
    pub fn head(&self, sample: usize, head: usize) -> Head<'_> {
        let Sizes { heads, key_heads, queries, keys, width, value_width, .. } = self.sizes;
        let row = sample * heads + head;
        let key_row = sample * key_heads + head / self.sizes.group();
        Head {
            sizes: self.sizes,
            spec: self.spec,
            first_row: row * queries,
            q: &self.q[row * queries * width..][..queries * width],
            k: &self.k[key_row * keys * width..][..keys * width],
            v: &self.v[key_row * keys * value_width..][..keys * value_width],
            key_mask: self.key_mask.map(|mask| &mask[sample * keys..][..keys]),
            bias: self.bias.map(|(bias, [samples, heads, rows])| {
                let plane = (sample % samples) * heads + head % heads;
                (&bias[plane * rows * keys..][..rows * keys], rows)
            }),
            relative: self.relative.map(|(relative, width)| &relative[head * width..][..width]),
        }
    }
}

/// One head of queries and what it reads.
pub(super) struct Head<'a> {
    pub sizes: Sizes,
    pub spec: &'a AttentionSpec,
    /// The row of its first query among all `B·H·Nq`.
    pub first_row: usize,
    pub q: &'a [f32],
    pub k: &'a [f32],
    pub v: &'a [f32],
    key_mask: Option<&'a [f32]>,
    bias: Option<(&'a [f32], usize)>,
    relative: Option<&'a [f32]>,
}

/// A tile of scores: queries `first_query ..` and keys `first_key ..`; the first key is a multiple of 4.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tile {
    pub first_query: usize,
    pub queries: usize,
    pub first_key: usize,
    pub keys: usize,
}

/// Values of a tile, [`KEY_TILE`] to a row.
pub(super) type TileValues = Box<[f32]>;

/// A tile of zeros.
pub(super) fn tile_values() -> TileValues {
    vec![0.0; QUERY_TILE * KEY_TILE].into_boxed_slice()
}

impl Head<'_> {
    /// The tiles that hold all pairs which see each other, for queries from `first_query` on.
    pub fn tiles(&self, first_query: usize, queries: usize) -> impl Iterator<Item = Tile> {
        let visible = |query| self.spec.visible(self.sizes.position(query), self.sizes.keys);
        let (start, end) = (visible(first_query).start / 4 * 4, visible(first_query + queries - 1).end);
        (start..end).step_by(KEY_TILE).map(move |first_key| Tile {
            first_query,
            queries,
            first_key,
            keys: KEY_TILE.min(end - first_key),
        })
    }

    /// Whether a query of the tile may see one of its keys.
    pub fn reaches(&self, tile: &Tile) -> bool {
        let visible = |query| self.spec.visible(self.sizes.position(query), self.sizes.keys);
        let (first, last) = (visible(tile.first_query), visible(tile.first_query + tile.queries - 1));
        first.start < tile.first_key + tile.keys && tile.first_key < last.end
    }

    /// The scores of a tile: minus infinity where a query does not see a key.
    pub fn scores(&self, tile: &Tile, out: &mut [f32]) {
        let width = self.sizes.width;
        product(
            [tile.queries, tile.keys, width],
            (&mut *out, [KEY_TILE, 1]),
            (&self.q[tile.first_query * width..], [width, 1]),
            (&self.k[tile.first_key * width..], [1, width]),
            0.0,
            self.spec.scale,
        );
        for (row, scores) in out.chunks_exact_mut(KEY_TILE).take(tile.queries).enumerate() {
            self.adjust(tile.first_query + row, tile.first_key, &mut scores[..tile.keys]);
        }
    }

    /// Biases and masks of one row of a tile.
    fn adjust(&self, query: usize, first_key: usize, scores: &mut [f32]) {
        let keys = first_key..first_key + scores.len();
        if let Some((bias, rows)) = self.bias {
            let row = &bias[if rows == 1 { 0 } else { query * self.sizes.keys }..];
            scores.iter_mut().zip(&row[keys.clone()]).for_each(|(score, bias)| *score += bias);
        }
        let position = self.sizes.position(query);
        if let Some(relative) = self.relative {
            scores
                .iter_mut()
                .zip(keys.clone())
                .for_each(|(score, key)| *score += relative[element(relative, key, position)]);
        }
        if let Some(mask) = self.key_mask {
            for (score, mask) in scores.iter_mut().zip(&mask[keys.clone()]) {
                *score = if *mask == 0.0 { f32::NEG_INFINITY } else { *score };
            }
        }
        let visible = self.spec.visible(position, self.sizes.keys);
        let before = visible.start.clamp(keys.start, keys.end) - keys.start;
        let after = visible.end.clamp(keys.start + before, keys.end) - keys.start;
        scores[..before].fill(f32::NEG_INFINITY);
        scores[after..].fill(f32::NEG_INFINITY);
    }

    /// What dropout multiplies the probabilities of one row of a tile with; `None` without dropout.
    pub fn keep<'k>(&self, query: usize, first_key: usize, keep: &'k mut [f32]) -> Option<&'k [f32]> {
        let DropoutSpec { threshold, scale, from } = self.spec.dropout.as_ref()?;
        let mut from = from.clone();
        let row_blocks = DropoutSpec::row_blocks(self.sizes.keys);
        from.take(((self.first_row + query) * row_blocks + first_key / 4) as u64);
        from.fill_bernoulli(*threshold, *scale, 0.0, keep);
        Some(keep)
    }
}

/// The element of a relative bias for a key and the position of a query.
pub(super) fn element(relative: &[f32], key: usize, position: isize) -> usize {
    let reach = (relative.len() / 2).cast_signed();
    ((key.cast_signed() - position).clamp(-reach, reach) + reach).cast_unsigned()
}

multiversion! {
    /// `exp(s - shift)` for each score of a row; 0 for scores of minus infinity.
    pub(super) fn exponentials(scores: &mut [f32], shift: f32) {
        for score in scores {
            *score = exp_or_zero(*score - shift);
        }
    }
}
