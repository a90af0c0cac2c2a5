//! The backward kernels: one for the gradient of the queries, one for those of keys and values. Each computes the scores of its
//! tiles again, which costs two more products than sharing them would, and needs no atomic operation.

use cubecl::prelude::*;

use super::product::{add_products, add_weighted};
use super::tile::{ACROSS, Corner, Geometry, Plan, Stages, corner, element, keep, reaches, room, score, stages};
use crate::kernels::random::cube::Place;

/// For each row its log-sum-exp, then for each row `Σ_d out·gradient`: one buffer, so that the others fit beside it.
#[cube(launch)]
pub(super) fn statistics_kernel<F: Float>(
    out: &[F],
    gradient: &[F],
    lse: &[f32],
    statistics: &mut [f32],
    #[comptime] width: usize,
    #[define(F)] _dtype: ElemType,
) {
    let row = ABSOLUTE_POS;
    if row >= lse.len() {
        terminate!();
    }
    let mut delta = 0.0f32;
    for column in 0..width {
        delta += f32::cast_from(out[row * width + column]) * f32::cast_from(gradient[row * width + column]);
    }
    statistics[row] = lse[row];
    statistics[lse.len() + row] = delta;
}

/// The probability of a pair, and the gradient of its score, from its products: `p = exp(s - lse)`, `ds = p·(dp - delta)`.
#[cube]
fn differentiate(score: f32, d_probability: f32, row: usize, statistics: &[f32], kept: f32) -> (f32, f32) {
    let lse = statistics[row];
    let delta = statistics[statistics.len() / 2 + row];
    let p = select(score == f32::MIN, 0.0f32, (score - lse).exp());
    (p * kept, p * (d_probability * kept - delta))
}

/// Writes the probabilities and gradients of the scores of one tile. Every unit of the cube must come here.
#[cube]
fn differentiate_tile<F: Float, S: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    gradient: &[F],
    statistics: &[f32],
    key_mask: &ComptimeOption<&[f32]>,
    bias: &ComptimeOption<&[F]>,
    relative: &ComptimeOption<&[F]>,
    here: &Corner,
    first_query: usize,
    first_key: usize,
    stages: &mut Stages<S>,
    probabilities: &mut Shared<[S]>,
    slopes: &mut Shared<[S]>,
    geometry: &Geometry,
    from: &Place,
    #[comptime] plan: Plan,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let (rows, columns) = comptime!((plan.rows(), plan.columns()));
    let queries = geometry.queries as usize;
    let keys = geometry.keys as usize;
    let mut scores = Array::<f32>::new(comptime!(rows * columns));
    let mut d_probabilities = Array::<f32>::new(comptime!(rows * columns));
    #[unroll]
    for at in 0..comptime!(rows * columns) {
        scores[at] = 0.0f32;
        d_probabilities[at] = 0.0f32;
    }
    let (query_row, key_row) = (here.query_row + first_query, here.key_row + first_key);
    let (query_count, key_count) = (queries - first_query, keys - first_key);
    add_products::<F, S>(q, query_row, query_count, k, key_row, key_count, stages, &mut scores, plan.width, plan);
    add_products::<F, S>(
        gradient,
        query_row,
        query_count,
        v,
        key_row,
        key_count,
        stages,
        &mut d_probabilities,
        plan.value_width,
        plan,
    );
    #[unroll]
    for row in 0..rows {
        let own = down * rows + row;
        #[unroll]
        for column in 0..columns {
            let at = row * columns + column;
            let place = column * ACROSS + across;
            let (query, key) = (first_query + own, first_key + place);
            let s = score::<F>(scores[at], query, key, here, key_mask, bias, relative, geometry, plan);
            let mut p = 0.0f32;
            let mut ds = 0.0f32;
            if query < queries {
                let mut kept = 1.0f32;
                if plan.dropout {
                    kept = keep(query_row + own, key, geometry, from);
                }
                let (found_p, found_ds) = differentiate(s, d_probabilities[at], query_row + own, statistics, kept);
                p = found_p;
                ds = found_ds;
            }
            probabilities[own * plan.pitch() + place] = S::cast_from(p);
            slopes[own * plan.pitch() + place] = S::cast_from(ds);
        }
    }
    sync_cube();
}

/// The gradient of the queries: one cube for each tile of queries of each head.
#[cube(launch)]
pub(super) fn queries_kernel<F: Float, S: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    gradient: &[F],
    statistics: &[f32],
    key_mask: ComptimeOption<&[f32]>,
    bias: ComptimeOption<&[F]>,
    relative: ComptimeOption<&[F]>,
    d_q: &mut [F],
    geometry: Geometry,
    from: Place,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
    #[define(S)] _stage: ElemType,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let rows = comptime!(plan.rows());
    let steps = comptime!(plan.width.div_ceil(ACROSS));
    let queries = geometry.queries as usize;
    let keys = geometry.keys as usize;
    let first_query = CUBE_POS_X as usize * plan.tile;
    let here = corner(CUBE_POS_Z as usize, CUBE_POS_Y as usize, &geometry);

    let mut stages = stages::<S>(plan);
    let mut probabilities = room::<S>(plan.square(), plan);
    let mut slopes = room::<S>(plan.square(), plan);
    let mut result = Array::<f32>::new(comptime!(rows * steps));
    #[unroll]
    for at in 0..comptime!(rows * steps) {
        result[at] = 0.0f32;
    }

    for tile in 0..keys.div_ceil(plan.tile) {
        let first_key = tile * plan.tile;
        if reaches(first_query, first_key, &geometry, plan) {
            differentiate_tile::<F, S>(
                q,
                k,
                v,
                gradient,
                statistics,
                &key_mask,
                &bias,
                &relative,
                &here,
                first_query,
                first_key,
                &mut stages,
                &mut probabilities,
                &mut slopes,
                &geometry,
                &from,
                plan,
            );
            add_weighted::<F, S>(
                &slopes,
                k,
                here.key_row + first_key,
                keys - first_key,
                &mut stages,
                &mut result,
                geometry.scale,
                false,
                plan.width,
                plan,
            );
            sync_cube();
        }
    }

    #[unroll]
    for row in 0..rows {
        let query = first_query + down * rows + row;
        #[unroll]
        for step in 0..steps {
            let column = step * ACROSS + across;
            if query < queries && column < plan.width {
                d_q[(here.query_row + query) * plan.width + column] = F::cast_from(result[row * steps + step]);
            }
        }
    }
}

/// The gradients of keys and values: one cube for each tile of keys of each key head.
#[cube(launch)]
pub(super) fn keys_kernel<F: Float, S: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    gradient: &[F],
    statistics: &[f32],
    key_mask: ComptimeOption<&[f32]>,
    bias: ComptimeOption<&[F]>,
    relative: ComptimeOption<&[F]>,
    d_k: &mut [F],
    d_v: &mut [F],
    geometry: Geometry,
    from: Place,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
    #[define(S)] _stage: ElemType,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let rows = comptime!(plan.rows());
    let key_steps = comptime!(plan.width.div_ceil(ACROSS));
    let value_steps = comptime!(plan.value_width.div_ceil(ACROSS));
    let queries = geometry.queries as usize;
    let keys = geometry.keys as usize;
    let group = geometry.group as usize;
    let first_key = CUBE_POS_X as usize * plan.tile;
    let first_head = CUBE_POS_Y as usize * group;
    let key_row = corner(CUBE_POS_Z as usize, first_head, &geometry).key_row;

    let mut stages = stages::<S>(plan);
    let mut probabilities = room::<S>(plan.square(), plan);
    let mut slopes = room::<S>(plan.square(), plan);
    let mut key_sums = Array::<f32>::new(comptime!(rows * key_steps));
    let mut value_sums = Array::<f32>::new(comptime!(rows * value_steps));
    #[unroll]
    for at in 0..comptime!(rows * key_steps) {
        key_sums[at] = 0.0f32;
    }
    #[unroll]
    for at in 0..comptime!(rows * value_steps) {
        value_sums[at] = 0.0f32;
    }

    for member in 0..group {
        let here = corner(CUBE_POS_Z as usize, first_head + member, &geometry);
        for tile in 0..queries.div_ceil(plan.tile) {
            let first_query = tile * plan.tile;
            if reaches(first_query, first_key, &geometry, plan) {
                differentiate_tile::<F, S>(
                    q,
                    k,
                    v,
                    gradient,
                    statistics,
                    &key_mask,
                    &bias,
                    &relative,
                    &here,
                    first_query,
                    first_key,
                    &mut stages,
                    &mut probabilities,
                    &mut slopes,
                    &geometry,
                    &from,
                    plan,
                );
                let row = here.query_row + first_query;
                let count = queries - first_query;
                add_weighted::<F, S>(
                    &probabilities,
                    gradient,
                    row,
                    count,
                    &mut stages,
                    &mut value_sums,
                    1.0f32,
                    true,
                    plan.value_width,
                    plan,
                );
                add_weighted::<F, S>(
                    &slopes,
                    q,
                    row,
                    count,
                    &mut stages,
                    &mut key_sums,
                    geometry.scale,
                    true,
                    plan.width,
                    plan,
                );
                sync_cube();
            }
        }
    }

    #[unroll]
    for row in 0..rows {
        let key = first_key + down * rows + row;
        if key < keys {
            #[unroll]
            for step in 0..key_steps {
                let column = step * ACROSS + across;
                if column < plan.width {
                    d_k[(key_row + key) * plan.width + column] = F::cast_from(key_sums[row * key_steps + step]);
                }
            }
            #[unroll]
            for step in 0..value_steps {
                let column = step * ACROSS + across;
                if column < plan.value_width {
                    d_v[(key_row + key) * plan.value_width + column] =
                        F::cast_from(value_sums[row * value_steps + step]);
                }
            }
        }
    }
}

/// The gradient of one score, by one unit.
#[cube]
fn slope<F: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    gradient: &[F],
    statistics: &[f32],
    key_mask: &ComptimeOption<&[f32]>,
    bias: &ComptimeOption<&[F]>,
    relative: &ComptimeOption<&[F]>,
    here: &Corner,
    query: usize,
    key: usize,
    geometry: &Geometry,
    from: &Place,
    #[comptime] plan: Plan,
) -> f32 {
    let (row, key_row) = (here.query_row + query, here.key_row + key);
    let mut product = 0.0f32;
    for column in 0..plan.width {
        product += f32::cast_from(q[row * plan.width + column]) * f32::cast_from(k[key_row * plan.width + column]);
    }
    let s = score::<F>(product, query, key, here, key_mask, bias, relative, geometry, plan);
    let mut ds = 0.0f32;
    if s != f32::MIN {
        let mut d_probability = 0.0f32;
        for column in 0..plan.value_width {
            d_probability += f32::cast_from(gradient[row * plan.value_width + column])
                * f32::cast_from(v[key_row * plan.value_width + column]);
        }
        let mut kept = 1.0f32;
        if plan.dropout {
            kept = keep(row, key, geometry, from);
        }
        let (_p, found) = differentiate(s, d_probability, row, statistics, kept);
        ds = found;
    }
    ds
}

/// The gradient of the bias: one unit for each of its elements adds up what was repeated.
#[cube(launch)]
pub(super) fn bias_kernel<F: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    gradient: &[F],
    statistics: &[f32],
    key_mask: ComptimeOption<&[f32]>,
    bias: ComptimeOption<&[F]>,
    relative: ComptimeOption<&[F]>,
    d_bias: &mut [F],
    geometry: Geometry,
    samples: u32,
    from: Place,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
) {
    let at = ABSOLUTE_POS;
    if at >= d_bias.len() {
        terminate!();
    }
    let keys = geometry.keys as usize;
    let rows = geometry.bias_rows as usize;
    let bias_heads = geometry.bias_heads as usize;
    let bias_samples = geometry.bias_samples as usize;
    let (key, row) = (at % keys, at / keys % rows);
    let (first_head, first_sample) = (at / (keys * rows) % bias_heads, at / (keys * rows * bias_heads));
    let mut sum = 0.0f32;
    for repeat in 0..(samples as usize / bias_samples) {
        let sample = first_sample + repeat * bias_samples;
        for again in 0..(geometry.heads as usize / bias_heads) {
            let here = corner(sample, first_head + again * bias_heads, &geometry);
            for step in 0..(geometry.queries as usize / rows) {
                sum += slope::<F>(
                    q,
                    k,
                    v,
                    gradient,
                    statistics,
                    &key_mask,
                    &bias,
                    &relative,
                    &here,
                    row + step * rows,
                    key,
                    &geometry,
                    &from,
                    plan,
                );
            }
        }
    }
    d_bias[at] = F::cast_from(sum);
}

/// The gradient of the relative bias: one unit for each of its elements goes along its diagonal.
#[cube(launch)]
pub(super) fn relative_kernel<F: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    gradient: &[F],
    statistics: &[f32],
    key_mask: ComptimeOption<&[f32]>,
    bias: ComptimeOption<&[F]>,
    relative: ComptimeOption<&[F]>,
    d_relative: &mut [F],
    geometry: Geometry,
    samples: u32,
    from: Place,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
) {
    let at = ABSOLUTE_POS;
    if at >= d_relative.len() {
        terminate!();
    }
    let width = geometry.relative_width as usize;
    let (head, own) = (at / width, at % width);
    let keys = geometry.keys as usize;
    let queries = geometry.queries as usize;
    let mut sum = 0.0f32;
    for sample in 0..samples as usize {
        let here = corner(sample, head, &geometry);
        for query in 0..queries {
            let position = i32::cast_from(query) + i32::cast_from(keys) - i32::cast_from(queries);
            // The ends stand for everything beyond them too.
            let mut first = i32::cast_from(own) - i32::cast_from(width / 2) + position;
            let mut last = first + 1i32;
            if own == 0 {
                first = 0i32;
            }
            if own == width - 1 {
                last = i32::cast_from(keys);
            }
            let first = usize::cast_from(clamp(first, 0i32, i32::cast_from(keys)));
            let last = usize::cast_from(clamp(last, 0i32, i32::cast_from(keys)));
            for key in first..last {
                if element(i32::cast_from(key) - position, &geometry) == own {
                    sum += slope::<F>(
                        q, k, v, gradient, statistics, &key_mask, &bias, &relative, &here, query, key, &geometry,
                        &from, plan,
                    );
                }
            }
        }
    }
    d_relative[at] = F::cast_from(sum);
}
