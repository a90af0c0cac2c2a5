//! Products of tiles: by tensor cores where the plan says so, else by the units of a cube.

use cubecl::prelude::*;

use super::tensor;
use super::tile::{ACROSS, Plan, Stages};

/// Adds to a unit's part of a tile the products of rows of `left` and rows of `right`: both `[rows, width]`, from their first
/// row on; rows from the counts on are 0. Every unit of the cube must come here.
#[cube]
pub(super) fn add_products<F: Float, S: Float>(
    left: &[F],
    left_row: usize,
    left_count: usize,
    right: &[F],
    right_row: usize,
    right_count: usize,
    stages: &mut Stages<S>,
    sums: &mut Array<f32>,
    #[comptime] width: usize,
    #[comptime] plan: Plan,
) {
    if comptime!(plan.planes > 0) {
        tensor::add_products::<F, S>(
            left,
            left_row,
            left_count,
            right,
            right_row,
            right_count,
            stages,
            sums,
            width,
            plan,
        );
    } else {
        add_products_plain::<F, S>(
            left,
            left_row,
            left_count,
            right,
            right_row,
            right_count,
            stages,
            sums,
            width,
            plan,
        );
    }
}

#[cube]
fn add_products_plain<F: Float, S: Float>(
    left: &[F],
    left_row: usize,
    left_count: usize,
    right: &[F],
    right_row: usize,
    right_count: usize,
    stages: &mut Stages<S>,
    sums: &mut Array<f32>,
    #[comptime] width: usize,
    #[comptime] plan: Plan,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let loads = comptime!(plan.left_stage() / plan.units());
    let pitch = comptime!(plan.tile + 1);
    for step in 0..comptime!(width.div_ceil(ACROSS)) {
        sync_cube();
        #[unroll]
        for load in 0..loads {
            let at = unit + load * plan.units();
            let row = at / ACROSS;
            let column = step * ACROSS + at % ACROSS;
            let mut l = 0.0f32;
            let mut r = 0.0f32;
            if column < width {
                if row < left_count {
                    l = f32::cast_from(left[(left_row + row) * width + column]);
                }
                if row < right_count {
                    r = f32::cast_from(right[(right_row + row) * width + column]);
                }
            }
            stages.left[at] = S::cast_from(l);
            stages.right[(at % ACROSS) * pitch + row] = S::cast_from(r);
        }
        sync_cube();
        for depth in 0..ACROSS {
            #[unroll]
            for row in 0..plan.rows() {
                let l = f32::cast_from(stages.left[(down * plan.rows() + row) * ACROSS + depth]);
                #[unroll]
                for column in 0..plan.columns() {
                    sums[row * plan.columns() + column] +=
                        l * f32::cast_from(stages.right[depth * pitch + column * ACROSS + across]);
                }
            }
        }
    }
}

/// Adds to a unit's rows of a result `[tile, width]` the product of the tile `weights` and the rows of `right: [rows, width]`:
/// `Σ_j weights[i, j]·right[j]`, or `Σ_j weights[j, i]·right[j]` if `transposed`. Every unit of the cube must come here, after
/// the weights are written.
#[cube]
pub(super) fn add_weighted<F: Float, S: Float>(
    weights: &Shared<[S]>,
    right: &[F],
    right_row: usize,
    right_count: usize,
    stages: &mut Stages<S>,
    sums: &mut Array<f32>,
    factor: f32,
    #[comptime] transposed: bool,
    #[comptime] width: usize,
    #[comptime] plan: Plan,
) {
    if comptime!(plan.planes > 0) {
        tensor::add_weighted::<F, S>(
            weights,
            right,
            right_row,
            right_count,
            stages,
            sums,
            factor,
            transposed,
            width,
            plan,
        );
    } else {
        add_weighted_plain::<F, S>(
            weights,
            right,
            right_row,
            right_count,
            stages,
            sums,
            factor,
            transposed,
            width,
            plan,
        );
    }
}

#[cube]
fn add_weighted_plain<F: Float, S: Float>(
    weights: &Shared<[S]>,
    right: &[F],
    right_row: usize,
    right_count: usize,
    stages: &mut Stages<S>,
    sums: &mut Array<f32>,
    factor: f32,
    #[comptime] transposed: bool,
    #[comptime] width: usize,
    #[comptime] plan: Plan,
) {
    let unit = UNIT_POS as usize;
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let loads = comptime!(plan.left_stage() / plan.units());
    let steps = comptime!(width.div_ceil(ACROSS));
    #[unroll]
    for step in 0..steps {
        sync_cube();
        #[unroll]
        for load in 0..loads {
            let at = unit + load * plan.units();
            let row = at / ACROSS;
            let column = step * ACROSS + at % ACROSS;
            let mut r = 0.0f32;
            if column < width && row < right_count {
                r = f32::cast_from(right[(right_row + row) * width + column]);
            }
            stages.right[at] = S::cast_from(r * factor);
        }
        sync_cube();
        for other in 0..plan.tile {
            let r = f32::cast_from(stages.right[other * ACROSS + across]);
            #[unroll]
            for row in 0..plan.rows() {
                let own = down * plan.rows() + row;
                let at = if transposed { other * plan.tile + own } else { own * plan.tile + other };
                sums[row * steps + step] += f32::cast_from(weights[at]) * r;
            }
        }
    }
}
