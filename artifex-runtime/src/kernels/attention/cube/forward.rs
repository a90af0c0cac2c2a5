//! The forward kernel: one cube for each tile of queries of each head.

use cubecl::prelude::*;

use super::product::{add_products, add_weighted};
use super::tile::{ACROSS, Geometry, Plan, corner, keep, reaches, room, score, stages};
use crate::kernels::random::cube::{Place, ln};

/// Output and log-sum-exp (Dao 2023, algorithm 1).
#[cube(launch)]
pub(super) fn forward_kernel<F: Float, S: Float>(
    q: &[F],
    k: &[F],
    v: &[F],
    key_mask: ComptimeOption<&[f32]>,
    bias: ComptimeOption<&[F]>,
    relative: ComptimeOption<&[F]>,
    out: &mut [F],
    lse: &mut [f32],
    geometry: Geometry,
    from: Place,
    #[comptime] plan: Plan,
    #[define(F)] _dtype: ElemType,
    #[define(S)] _stage: ElemType,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let (rows, columns) = comptime!((plan.rows(), plan.columns()));
    let steps = comptime!(plan.value_width.div_ceil(ACROSS));
    let queries = geometry.queries as usize;
    let keys = geometry.keys as usize;
    let first_query = CUBE_POS_X as usize * plan.tile;
    let here = corner(CUBE_POS_Z as usize, CUBE_POS_Y as usize, &geometry);

    let mut stages = stages::<S>(plan);
    let mut weights = room::<S>(plan.square(), plan);
    let mut partial = Shared::<[f32]>::new_slice(plan.partial());

    let mut result = Array::<f32>::new(comptime!(rows * steps));
    let mut largest = Array::<f32>::new(rows);
    let mut sums = Array::<f32>::new(rows);
    #[unroll]
    for row in 0..rows {
        largest[row] = f32::min_value();
        sums[row] = 0.0f32;
        #[unroll]
        for step in 0..steps {
            result[row * steps + step] = 0.0f32;
        }
    }

    for tile in 0..keys.div_ceil(plan.tile) {
        let first_key = tile * plan.tile;
        if reaches(first_query, first_key, &geometry, plan) {
            let mut scores = Array::<f32>::new(comptime!(rows * columns));
            #[unroll]
            for at in 0..comptime!(rows * columns) {
                scores[at] = 0.0f32;
            }
            add_products::<F, S>(
                q,
                here.query_row + first_query,
                queries - first_query,
                k,
                here.key_row + first_key,
                keys - first_key,
                &mut stages,
                &mut scores,
                plan.width,
                plan,
            );
            // The largest score of each row: over a unit's columns, then over the units of the row.
            #[unroll]
            for row in 0..rows {
                let own = down * rows + row;
                let mut most = f32::min_value();
                #[unroll]
                for column in 0..columns {
                    let at = row * columns + column;
                    let key = first_key + column * ACROSS + across;
                    scores[at] = score::<F>(
                        scores[at],
                        first_query + own,
                        key,
                        &here,
                        &key_mask,
                        &bias,
                        &relative,
                        &geometry,
                        plan,
                    );
                    most = max(most, scores[at]);
                }
                partial[own * ACROSS + across] = most;
            }
            sync_cube();
            #[unroll]
            for row in 0..rows {
                let own = down * rows + row;
                let mut most = largest[row];
                for other in 0..ACROSS {
                    most = max(most, partial[own * ACROSS + other]);
                }
                let shrink = (largest[row] - most).exp();
                largest[row] = most;
                sums[row] *= shrink;
                #[unroll]
                for step in 0..steps {
                    result[row * steps + step] *= shrink;
                }
                #[unroll]
                for column in 0..columns {
                    let at = row * columns + column;
                    // A NaN is no score that is not seen: it must show.
                    scores[at] = select(scores[at] == f32::MIN, 0.0f32, (scores[at] - most).exp());
                }
            }
            sync_cube();
            #[unroll]
            for row in 0..rows {
                let own = down * rows + row;
                let mut sum = 0.0f32;
                #[unroll]
                for column in 0..columns {
                    let place = column * ACROSS + across;
                    let mut p = scores[row * columns + column];
                    sum += p;
                    if plan.dropout {
                        p *= keep(here.query_row + first_query + own, first_key + place, &geometry, &from);
                    }
                    weights[own * plan.pitch() + place] = S::cast_from(p);
                }
                partial[own * ACROSS + across] = sum;
            }
            sync_cube();
            #[unroll]
            for row in 0..rows {
                let own = down * rows + row;
                for other in 0..ACROSS {
                    sums[row] += partial[own * ACROSS + other];
                }
            }
            add_weighted::<F, S>(
                &weights,
                v,
                here.key_row + first_key,
                keys - first_key,
                &mut stages,
                &mut result,
                1.0f32,
                false,
                plan.value_width,
                plan,
            );
        }
    }

    #[unroll]
    for row in 0..rows {
        let query = first_query + down * rows + row;
        if query < queries {
            let sum = sums[row];
            // A row without keys has the sum 0: its output is 0 and its log-sum-exp minus infinity.
            let scale = select(sum == 0.0f32, 0.0f32, 1.0f32 / sum);
            #[unroll]
            for step in 0..steps {
                let column = step * ACROSS + across;
                if column < plan.value_width {
                    out[(here.query_row + query) * plan.value_width + column] =
                        F::cast_from(result[row * steps + step] * scale);
                }
            }
            if across == 0 {
                // Twice the lowest number overflows to minus infinity, which WGSL has no word for.
                let beyond = largest[row] + largest[row];
                lse[here.query_row + query] = select(sum == 0.0f32, beyond, largest[row] + ln(sum));
            }
        }
    }
}
