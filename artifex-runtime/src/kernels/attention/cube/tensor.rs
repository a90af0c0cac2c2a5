//! Products of tiles by tensor cores: blocks of 16 by 16 that a plane multiplies together, factors as they are stored (f16 or
//! bf16), sums in f32.
//!
//! Which unit of a plane holds which element of a block differs from GPU to GPU. So a product goes through shared memory to the
//! unit that owns its rows, and everything else is the same as without tensor cores.

use cubecl::cmma::{Matrix, MatrixIdent, MatrixLayout, execute, store};
use cubecl::prelude::*;

use super::tile::{ACROSS, DEPTH, PITCH, Plan, SIDE, Stages};

/// The block of `matrix` whose rows begin at `first`.
#[cube]
fn block<S: Float>(
    matrix: &Shared<[S]>,
    first: usize,
    #[comptime] ident: MatrixIdent,
    #[comptime] layout: MatrixLayout,
    #[comptime] pitch: usize,
) -> Matrix<S> {
    Matrix::<S>::from_slice(ident, SIDE, SIDE, SIDE, layout, &matrix[first..matrix.len()], comptime!(pitch as u32))
}

/// Zeros to add products to.
#[cube]
fn accumulator() -> Matrix<f32> {
    Matrix::<f32>::from_value(MatrixIdent::Accumulator, SIDE, SIDE, SIDE, MatrixLayout::Undefined, 0.0f32)
}

/// As [`product::add_products`](super::product::add_products).
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
    let unit = UNIT_POS as usize;
    let plane = unit / comptime!(plan.units() / plan.planes);
    let loads = comptime!(plan.tile * DEPTH / plan.units());
    let side = comptime!(plan.tile / SIDE);
    let share = comptime!(side * side / plan.planes);
    let mut blocks = Sequence::<Matrix<f32>>::new();
    #[unroll]
    for _ in 0..share {
        blocks.push(accumulator());
    }
    for step in 0..comptime!(width.div_ceil(DEPTH)) {
        sync_cube();
        #[unroll]
        for load in 0..loads {
            let at = unit + load * plan.units();
            let row = at / DEPTH;
            let column = step * DEPTH + at % DEPTH;
            let mut l = S::new(0.0);
            let mut r = S::new(0.0);
            if column < width {
                if row < left_count {
                    l = S::cast_from(left[(left_row + row) * width + column]);
                }
                if row < right_count {
                    r = S::cast_from(right[(right_row + row) * width + column]);
                }
            }
            stages.left[row * PITCH + at % DEPTH] = l;
            stages.right[row * PITCH + at % DEPTH] = r;
        }
        sync_cube();
        #[unroll]
        for index in 0..share {
            let own = plane * share + index;
            #[unroll]
            for part in 0..comptime!(DEPTH / SIDE) {
                let column = comptime!(part * SIDE);
                let first = own / side * comptime!(SIDE * PITCH) + column;
                let l = block::<S>(&stages.left, first, MatrixIdent::A, MatrixLayout::RowMajor, PITCH);
                let first = own % side * comptime!(SIDE * PITCH) + column;
                let r = block::<S>(&stages.right, first, MatrixIdent::B, MatrixLayout::ColMajor, PITCH);
                let sum = blocks.index(index);
                execute(&l, &r, sum, sum);
            }
        }
    }
    #[unroll]
    for index in 0..share {
        let own = plane * share + index;
        let first = own / side * comptime!(SIDE * plan.pitch()) + own % side * SIDE;
        let end = stages.products.len();
        store(&mut stages.products[first..end], blocks.index(index), plan.pitch() as u32, MatrixLayout::RowMajor);
    }
    sync_cube();
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    #[unroll]
    for row in 0..plan.rows() {
        #[unroll]
        for column in 0..plan.columns() {
            let at = (down * plan.rows() + row) * plan.pitch() + column * ACROSS + across;
            sums[row * plan.columns() + column] += stages.products[at];
        }
    }
}

/// As [`product::add_weighted`](super::product::add_weighted).
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
    let unit = UNIT_POS as usize;
    let plane = unit / comptime!(plan.units() / plan.planes);
    let (down, across) = (unit / ACROSS, unit % ACROSS);
    let loads = comptime!(plan.tile * DEPTH / plan.units());
    let steps = comptime!(width.div_ceil(ACROSS));
    let side = comptime!(plan.tile / SIDE);
    let over = comptime!(DEPTH / SIDE);
    let share = comptime!(side * over / plan.planes);
    #[unroll]
    for slab in 0..comptime!(width.div_ceil(DEPTH)) {
        sync_cube();
        #[unroll]
        for load in 0..loads {
            let at = unit + load * plan.units();
            let row = at / DEPTH;
            let column = slab * DEPTH + at % DEPTH;
            let mut r = S::new(0.0);
            if column < width && row < right_count {
                r = S::cast_from(right[(right_row + row) * width + column]);
            }
            stages.right[row * PITCH + at % DEPTH] = r;
        }
        sync_cube();
        #[unroll]
        for index in 0..share {
            let own = plane * share + index;
            let (block_down, block_across) = (own / over * SIDE, own % over * SIDE);
            let sum = accumulator();
            for other in 0..side {
                let r = block::<S>(
                    &stages.right,
                    other * comptime!(SIDE * PITCH) + block_across,
                    MatrixIdent::B,
                    MatrixLayout::RowMajor,
                    PITCH,
                );
                if transposed {
                    let first = other * comptime!(SIDE * plan.pitch()) + block_down;
                    let w = block::<S>(weights, first, MatrixIdent::A, MatrixLayout::ColMajor, plan.pitch());
                    execute(&w, &r, &sum, &sum);
                } else {
                    let first = block_down * plan.pitch() + other * SIDE;
                    let w = block::<S>(weights, first, MatrixIdent::A, MatrixLayout::RowMajor, plan.pitch());
                    execute(&w, &r, &sum, &sum);
                }
            }
            let first = block_down * PITCH + block_across;
            let end = stages.products.len();
            store(&mut stages.products[first..end], &sum, comptime!(PITCH as u32), MatrixLayout::RowMajor);
        }
        sync_cube();
        #[unroll]
        for row in 0..plan.rows() {
            #[unroll]
            for part in 0..over {
                let step = comptime!(slab * over + part);
                if comptime!(step < steps) {
                    let at = (down * plan.rows() + row) * PITCH + part * SIDE + across;
                    sums[row * steps + step] += stages.products[at] * factor;
                }
            }
        }
    }
}
