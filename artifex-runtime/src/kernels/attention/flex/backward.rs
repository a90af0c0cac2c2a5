//! The backward pass (Dao 2023, algorithm 2): probabilities again from the log-sum-exp, tile by tile.

use rayon::prelude::*;

use super::head::{Head, Problem, Tile, TileValues, element, exponentials, tile_values};
use super::{KEY_TILE, QUERY_TILE};
use crate::kernels::flex::product;

/// Tasks that a call is cut into at least, where there are enough keys. A constant, so that sums are added in the same order on
/// every machine.
const TASKS: usize = 16;

/// What the forward pass gave, the gradient of its output, and for each row their product.
pub(super) struct Results<'a> {
    lse: &'a [f32],
    gradient: &'a [f32],
    /// `Σ_d out·gradient` of each row.
    delta: Vec<f32>,
}

impl<'a> Results<'a> {
    pub fn new(out: &[f32], lse: &'a [f32], gradient: &'a [f32]) -> Self {
        let width = (out.len() / lse.len().max(1)).max(1);
        let rows = out.par_chunks(width).zip(gradient.par_chunks(width));
        let delta = rows.map(|(out, gradient)| out.iter().zip(gradient).map(|(o, g)| o * g).sum()).collect();
        Self { lse, gradient, delta }
    }
}

/// Values of one tile.
struct Scratch {
    /// Probabilities after dropout.
    probabilities: TileValues,
    /// Gradients of the scores.
    slopes: TileValues,
}

impl Scratch {
    fn new() -> Self {
        Self { probabilities: tile_values(), slopes: tile_values() }
    }
}

/// Probabilities and gradients of the scores of one tile: `ds = p ∘ (dp - delta)`.
fn differentiate(head: &Head<'_>, results: &Results<'_>, tile: &Tile, scratch: &mut Scratch) {
    let width = head.sizes.value_width;
    let first_row = head.first_row + tile.first_query;
    let Scratch { probabilities, slopes } = scratch;
    head.scores(tile, probabilities);
    product(
        [tile.queries, tile.keys, width],
        (&mut *slopes, [KEY_TILE, 1]),
        (&results.gradient[first_row * width..], [width, 1]),
        (&head.v[tile.first_key * width..], [1, width]),
        0.0,
        1.0,
    );
    let mut keep = [0f32; KEY_TILE];
    for row in 0..tile.queries {
        let p = &mut probabilities[row * KEY_TILE..][..tile.keys];
        let ds = &mut slopes[row * KEY_TILE..][..tile.keys];
        let lse = results.lse[first_row + row];
        if lse == f32::NEG_INFINITY {
            p.fill(0.0);
            ds.fill(0.0);
            continue;
        }
        exponentials(p, lse);
        let delta = results.delta[first_row + row];
        if let Some(keep) = head.keep(tile.first_query + row, tile.first_key, &mut keep[..tile.keys]) {
            for ((p, ds), keep) in p.iter_mut().zip(ds).zip(keep) {
                *ds = *p * (*ds * keep - delta);
                *p *= keep;
            }
        } else {
            for (p, ds) in p.iter().zip(ds) {
                *ds = *p * (*ds - delta);
            }
        }
    }
}

/// A run of keys of one key head, and where its gradients go.
struct Task<'a> {
    sample: usize,
    key_head: usize,
    first_key: usize,
    d_k: &'a mut [f32],
    d_v: &'a mut [f32],
}

/// The gradients of q, k and v.
pub(super) fn backward(problem: &Problem<'_>, results: &Results<'_>) -> [Vec<f32>; 3] {
    let sizes = problem.sizes;
    let key_rows = sizes.batch * sizes.key_heads;
    let group_size = sizes.group() * sizes.queries * sizes.width;
    let mut d_k = vec![0.0; key_rows * sizes.keys * sizes.width];
    let mut d_v = vec![0.0; key_rows * sizes.keys * sizes.value_width];
    let mut d_q = vec![0.0; key_rows * group_size];
    if d_q.is_empty() || d_k.is_empty() {
        return [d_q, d_k, d_v];
    }
    let tiles = sizes.keys.div_ceil(KEY_TILE);
    let run = tiles.div_ceil(TASKS.div_ceil(key_rows).min(tiles)) * KEY_TILE;
    let mut tasks = Vec::new();
    let rows = d_k.chunks_mut(sizes.keys * sizes.width).zip(d_v.chunks_mut(sizes.keys * sizes.value_width));
    for (row, (d_k, d_v)) in rows.enumerate() {
        let runs = d_k.chunks_mut(run * sizes.width).zip(d_v.chunks_mut(run * sizes.value_width));
        for (number, (d_k, d_v)) in runs.enumerate() {
            let (sample, key_head) = (row / sizes.key_heads, row % sizes.key_heads);
            tasks.push(Task { sample, key_head, first_key: number * run, d_k, d_v });
        }
    }
    let runs = tasks.len() / key_rows;
    let parts: Vec<Vec<f32>> = tasks.into_par_iter().map(|task| run_of_keys(problem, results, task)).collect();
    // Each run of keys has its part of the gradient of the queries: they are added in order.
    d_q.par_chunks_mut(group_size).zip(parts.par_chunks(runs)).for_each(|(d_q, parts)| {
        for part in parts {
            d_q.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
        }
    });
    [d_q, d_k, d_v]
}

/// The gradients of a run of keys and values, and what they add to that of the group's queries, `[group, Nq, D]`.
fn run_of_keys(problem: &Problem<'_>, results: &Results<'_>, task: Task<'_>) -> Vec<f32> {
    let sizes = problem.sizes;
    let (width, value_width, scale) = (sizes.width, sizes.value_width, problem.spec.scale);
    let Task { sample, key_head, first_key, d_k, d_v } = task;
    let mut d_q = vec![0.0; sizes.group() * sizes.queries * width];
    let mut scratch = Scratch::new();
    for (member, d_q) in d_q.chunks_exact_mut(sizes.queries * width).enumerate() {
        let head = problem.head(sample, key_head * sizes.group() + member);
        let tiles = d_k.chunks_mut(KEY_TILE * width).zip(d_v.chunks_mut(KEY_TILE * value_width));
        for (number, (d_k, d_v)) in tiles.enumerate() {
            let (first_key, keys) = (first_key + number * KEY_TILE, d_k.len() / width);
            for first_query in (0..sizes.queries).step_by(QUERY_TILE) {
                let queries = QUERY_TILE.min(sizes.queries - first_query);
                let tile = Tile { first_query, queries, first_key, keys };
                if !head.reaches(&tile) {
                    continue;
                }
                differentiate(&head, results, &tile, &mut scratch);
                let Scratch { probabilities, slopes } = &scratch;
                let gradient = &results.gradient[(head.first_row + first_query) * value_width..];
                let q = &head.q[first_query * width..];
                let transposed = [1, KEY_TILE];
                product(
                    [keys, value_width, queries],
                    (&mut *d_v, [value_width, 1]),
                    (probabilities, transposed),
                    (gradient, [value_width, 1]),
                    1.0,
                    1.0,
                );
                product(
                    [keys, width, queries],
                    (&mut *d_k, [width, 1]),
                    (slopes, transposed),
                    (q, [width, 1]),
                    1.0,
                    scale,
                );
                product(
                    [queries, width, keys],
                    (&mut d_q[first_query * width..], [width, 1]),
                    (slopes, [KEY_TILE, 1]),
                    (&head.k[first_key * width..], [width, 1]),
                    1.0,
                    scale,
                );
            }
        }
    }
    d_q
}

/// The gradient of a bias of shape `[samples, heads, rows, Nk]`.
pub(super) fn bias_gradient(
    problem: &Problem<'_>,
    results: &Results<'_>,
    [samples, heads, rows]: [usize; 3],
) -> Vec<f32> {
    let sizes = problem.sizes;
    let mut bias = vec![0.0; samples * heads * rows * sizes.keys];
    if bias.is_empty() {
        return bias;
    }
    bias.par_chunks_mut(rows * sizes.keys).enumerate().for_each_init(Scratch::new, |scratch, (plane, out)| {
        let (sample, head) = (plane / heads, plane % heads);
        for sample in (sample..sizes.batch).step_by(samples) {
            for head in (head..sizes.heads).step_by(heads) {
                each_tile(problem, results, sample, head, scratch, |tile, slopes| {
                    for row in 0..tile.queries {
                        let line = if rows == 1 { 0 } else { (tile.first_query + row) * sizes.keys };
                        let out = &mut out[line + tile.first_key..][..tile.keys];
                        out.iter_mut().zip(&slopes[row * KEY_TILE..]).for_each(|(sum, ds)| *sum += ds);
                    }
                });
            }
        }
    });
    bias
}

/// The gradient of a relative bias of shape `[H, width]`.
pub(super) fn relative_gradient(problem: &Problem<'_>, results: &Results<'_>, width: usize) -> Vec<f32> {
    let sizes = problem.sizes;
    let mut relative = vec![0.0; sizes.heads * width];
    relative.par_chunks_mut(width).enumerate().for_each_init(Scratch::new, |scratch, (head, out)| {
        let mut sums = vec![0f64; width];
        for sample in 0..sizes.batch {
            each_tile(problem, results, sample, head, scratch, |tile, slopes| {
                for row in 0..tile.queries {
                    let position = sizes.position(tile.first_query + row);
                    for (key, ds) in (tile.first_key..tile.first_key + tile.keys).zip(&slopes[row * KEY_TILE..]) {
                        sums[element(out, key, position)] += f64::from(*ds);
                    }
                }
            });
        }
        #[expect(clippy::cast_possible_truncation, reason = "the gradient is f32")]
        out.iter_mut().zip(sums).for_each(|(out, sum)| *out = sum as f32);
    });
    relative
}

/// Calls `visit` with the gradients of the scores of every tile of a head.
fn each_tile(
    problem: &Problem<'_>,
    results: &Results<'_>,
    sample: usize,
    head: usize,
    scratch: &mut Scratch,
    mut visit: impl FnMut(&Tile, &[f32]),
) {
    let head = problem.head(sample, head);
    for first_query in (0..problem.sizes.queries).step_by(QUERY_TILE) {
        for tile in head.tiles(first_query, QUERY_TILE.min(problem.sizes.queries - first_query)) {
            differentiate(&head, results, &tile, scratch);
            visit(&tile, &scratch.slopes);
        }
    }
}
