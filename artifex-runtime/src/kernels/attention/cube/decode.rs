//! A few queries against many keys, as in a step of decoding: the keys of a head are split among cubes, whose results are then
//! put together (Dao et al. 2023, "Flash-Decoding"). One cube for each head would leave most of a GPU idle.

use cubecl::prelude::*;

use super::tile::{ACROSS, Geometry, Plan, corner, reaches, score};
use crate::kernels::random::cube::ln;

/// For each part of the keys and each query: `Σ_j exp(s_j - m) v_j`, `m = max_j s_j`, `Σ_j exp(s_j - m)`, in
/// `[parts, B, H, Nq, Dv + 2]`. Part `i` has the tiles `i, i + parts, ..` of keys.
#[cube(launch)]
pub(super) fn parts_kernel<F: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    key_mask: ComptimeOption<&[f32]>,
    bias: ComptimeOption<&[F]>,
    relative: ComptimeOption<&[F]>,
    out: &mut [f32],
    geometry: Geometry,
    parts: u32,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let rows = comptime!(plan.rows());
    let steps = comptime!(plan.value_width.div_ceil(ACROSS));
    let parts = parts as usize;
    let queries = geometry.queries as usize;
    let keys = geometry.keys as usize;
    let (part, query) = (CUBE_POS_X as usize / queries, CUBE_POS_X as usize % queries);
    let here = corner(CUBE_POS_Z as usize, CUBE_POS_Y as usize, &geometry);
    let query_row = here.query_row + query;

    let mut partial = Shared::<[f32]>::new_slice(plan.partial());
    let mut scores = Shared::<[f32]>::new_slice(plan.tile);
    let mut result = Array::<f32>::new(steps);
    #[unroll]
    for step in 0..steps {
        result[step] = 0.0f32;
    }
    let mut largest = f32::min_value();
    let mut sum = 0.0f32;

    let tiles = keys.div_ceil(plan.tile);
    for turn in 0..(tiles - part).div_ceil(parts) {
        let first_key = (part + turn * parts) * plan.tile;
        if reaches(query, first_key, &geometry, plan) {
            // Units side by side add up one key's product.
            #[unroll]
            for row in 0..rows {
                let own = row * plan.down + down;
                let mut product = 0.0f32;
                if first_key + own < keys {
                    for step in 0..comptime!(plan.width.div_ceil(ACROSS)) {
                        let column = step * ACROSS + across;
                        if column < plan.width {
                            product += f32::cast_from(q[query_row * plan.width + column])
                                * f32::cast_from(k[(here.key_row + first_key + own) * plan.width + column]);
                        }
                    }
                }
                partial[own * ACROSS + across] = product;
            }
            sync_cube();
            if unit < plan.tile {
                let mut product = 0.0f32;
                for other in 0..ACROSS {
                    product += partial[unit * ACROSS + other];
                }
                scores[unit] =
                    score::<F>(product, query, first_key + unit, &here, &key_mask, &bias, &relative, &geometry, plan);
            }
            sync_cube();
            let mut most = largest;
            for other in 0..plan.tile {
                most = max(most, scores[other]);
            }
            let shrink = (largest - most).exp();
            largest = most;
            sum *= shrink;
            #[unroll]
            for step in 0..steps {
                result[step] *= shrink;
            }
            #[unroll]
            for row in 0..rows {
                let own = row * plan.down + down;
                // A NaN is no score that is not seen: it must show.
                let p = select(scores[own] == f32::MIN, 0.0f32, (scores[own] - most).exp());
                sum += p;
                if first_key + own < keys {
                    #[unroll]
                    for step in 0..steps {
                        let column = step * ACROSS + across;
                        if column < plan.value_width {
                            result[step] +=
                                p * f32::cast_from(v[(here.key_row + first_key + own) * plan.value_width + column]);
                        }
                    }
                }
            }
            sync_cube();
        }
    }

    let all = geometry.heads as usize * queries * CUBE_COUNT_Z as usize;
    let first = (part * all + query_row) * comptime!(plan.value_width + 2);
    #[unroll]
    for step in 0..comptime!(steps + 1) {
        sync_cube();
        if comptime!(step < steps) {
            partial[unit] = result[step];
        } else {
            partial[unit] = sum;
        }
        sync_cube();
        if down == 0 {
            let mut total = 0.0f32;
            for other in 0..plan.down {
                total += partial[other * ACROSS + across];
            }
            let column = step * ACROSS + across;
            if comptime!(step < steps) {
                if column < plan.value_width {
                    out[first + column] = total;
                }
            } else if across == 0 {
                out[first + plan.value_width] = largest;
                out[first + plan.value_width + 1] = total;
            }
        }
    }
}

/// Output and log-sum-exp from the parts: one unit for each element of the output.
#[cube(launch)]
pub(super) fn join_kernel<F: Float>(
    of_parts: &[f32],
    out: &mut [F],
    lse: &mut [f32],
    parts: u32,
    #[comptime] width: usize,
    #[define(F)] _dtype: ElemType,
) {
    if ABSOLUTE_POS >= out.len() {
        terminate!();
    }
    let (row, column) = (ABSOLUTE_POS / width, ABSOLUTE_POS % width);
    let rows = lse.len();
    let mut largest = f32::min_value();
    for part in 0..parts as usize {
        largest = max(largest, of_parts[(part * rows + row) * comptime!(width + 2) + width]);
    }
    let mut sum = 0.0f32;
    let mut result = 0.0f32;
    for part in 0..parts as usize {
        let first = (part * rows + row) * comptime!(width + 2);
        let share = (of_parts[first + width] - largest).exp();
        sum += share * of_parts[first + width + 1];
        result += share * of_parts[first + column];
    }
    // A row without keys has the sum 0: its output is 0 and its log-sum-exp minus infinity.
    out[ABSOLUTE_POS] = F::cast_from(select(sum == 0.0f32, 0.0f32, result / sum));
    if column == 0 {
        // Twice the lowest number overflows to minus infinity, which WGSL has no word for.
        lse[row] = select(sum == 0.0f32, largest + largest, largest + ln(sum));
    }
}
