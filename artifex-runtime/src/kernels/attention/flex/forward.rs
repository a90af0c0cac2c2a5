//! The forward pass (Dao 2023, algorithm 1): a running maximum and sum for each query.

use rayon::prelude::*;

use super::head::{Head, Problem, tile_values};
use super::{KEY_TILE, QUERY_TILE};
use crate::kernels::flex::product;
use crate::kernels::simd::exp_or_zero;

/// Output and log-sum-exp of all heads.
pub(super) fn forward(problem: &Problem<'_>) -> (Vec<f32>, Vec<f32>) {
    let sizes = problem.sizes;
    let rows = sizes.batch * sizes.heads * sizes.queries;
    let (mut out, mut lse) = (vec![0.0; rows * sizes.value_width], vec![f32::NEG_INFINITY; rows]);
    if rows == 0 || sizes.keys == 0 {
        return (out, lse);
    }
    let per_head = out.par_chunks_mut(sizes.queries * sizes.value_width).zip(lse.par_chunks_mut(sizes.queries));
    per_head.enumerate().for_each(|(row, (out, lse))| {
        let head = problem.head(row / sizes.heads, row % sizes.heads);
        let tiles = out.par_chunks_mut(QUERY_TILE * sizes.value_width).zip(lse.par_chunks_mut(QUERY_TILE));
        tiles.enumerate().for_each_init(tile_values, |scores, (tile, (out, lse))| {
            queries(&head, tile * QUERY_TILE, scores, out, lse);
        });
    });
    (out, lse)
}

/// One tile of queries against all keys.
fn queries(head: &Head<'_>, first_query: usize, scores: &mut [f32], out: &mut [f32], lse: &mut [f32]) {
    let (count, width) = (lse.len(), head.sizes.value_width);
    let (mut largest, mut sums) = ([f32::NEG_INFINITY; QUERY_TILE], [0f32; QUERY_TILE]);
    let mut keep = [0f32; KEY_TILE];
    for tile in head.tiles(first_query, count) {
        head.scores(&tile, scores);
        for row in 0..count {
            let row_scores = &mut scores[row * KEY_TILE..][..tile.keys];
            let shift = larger(largest[row], maximum(row_scores));
            if shift == f32::NEG_INFINITY {
                row_scores.fill(0.0);
                continue;
            }
            let sum = exponentials_and_sum(row_scores, shift);
            let shrink = exp_or_zero(largest[row] - shift);
            sums[row] = sums[row] * shrink + sum;
            largest[row] = shift;
            if shrink < 1.0 || shrink.is_nan() {
                out[row * width..][..width].iter_mut().for_each(|value| *value *= shrink);
            }
            if let Some(keep) = head.keep(first_query + row, tile.first_key, &mut keep[..tile.keys]) {
                row_scores.iter_mut().zip(keep).for_each(|(p, keep)| *p *= keep);
            }
        }
        product(
            [count, width, tile.keys],
            (&mut *out, [width, 1]),
            (scores, [KEY_TILE, 1]),
            (&head.v[tile.first_key * width..], [width, 1]),
            1.0,
            1.0,
        );
    }
    for (row, lse) in lse.iter_mut().enumerate() {
        // A NaN among the scores makes the row NaN; a row without a key keeps its zeros.
        if largest[row] != f32::NEG_INFINITY {
            let scale = sums[row].recip();
            out[row * width..][..width].iter_mut().for_each(|value| *value *= scale);
            *lse = largest[row] + sums[row].ln();
        }
    }
}

/// The larger of two, or NaN if one is NaN: `max` would drop it.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn larger(a: f32, b: f32) -> f32 {
    if b > a || b.is_nan() { b } else { a }
}

multiversion! {
    /// The largest value, or NaN if one is NaN.
    fn maximum(values: &[f32]) -> f32 {
        let mut lanes = [f32::NEG_INFINITY; 16];
        let (groups, rest) = values.as_chunks::<16>();
        for group in groups {
            for (lane, value) in lanes.iter_mut().zip(group) {
                *lane = larger(*lane, *value);
            }
        }
        rest.iter().chain(&lanes).fold(f32::NEG_INFINITY, |a, b| larger(a, *b))
    }
}

multiversion! {
    /// `exp(s - shift)` in place of each score, and their sum.
    fn exponentials_and_sum(scores: &mut [f32], shift: f32) -> f32 {
        // Sixteen sums side by side, so that the loop is vector code with a fixed order of additions.
        let mut sums = [0f32; 16];
        let (groups, rest) = scores.as_chunks_mut::<16>();
        for group in groups {
            for (sum, score) in sums.iter_mut().zip(group) {
                *score = exp_or_zero(*score - shift);
                *sum += *score;
            }
        }
        let mut sum = sums.iter().sum::<f32>();
        for score in rest {
            *score = exp_or_zero(*score - shift);
            sum += *score;
        }
        sum
    }
}
