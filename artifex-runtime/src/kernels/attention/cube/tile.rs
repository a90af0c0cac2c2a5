//! What the attention kernels are built of: a square tile of queries and keys, worked on by one cube.
//!
//! Units stand in a grid of `plan.down` rows by [`ACROSS`] columns. A unit owns rows `down_index · plan.each ..` of the tile and
//! columns `across_index + n · ACROSS`, so that neighbours read neighbouring addresses.

use cubecl::prelude::*;

use crate::kernels::random::cube::{Block, Place, block_at, coin};

/// Units of a grid side by side, and the depth of one step of a product.
pub(super) const ACROSS: usize = 16;

/// How a cube works on a tile; known when the kernel is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Plan {
    /// Queries and keys of a tile.
    pub tile: usize,
    /// Rows of the grid of units.
    pub down: usize,
    /// Width of queries and keys.
    pub width: usize,
    /// Width of values.
    pub value_width: usize,
    pub causal: bool,
    pub window: bool,
    pub dropout: bool,
}

impl Plan {
    /// Rows of the tile that a unit owns.
    pub const fn rows(self) -> usize {
        self.tile / self.down
    }

    /// Columns of the tile that a unit owns.
    pub const fn columns(self) -> usize {
        self.tile / ACROSS
    }

    /// Units of a cube.
    pub const fn units(self) -> usize {
        self.down * ACROSS
    }

    /// Floats of the stage of a left factor, `[tile, ACROSS]`.
    pub const fn left_stage(self) -> usize {
        self.tile * ACROSS
    }

    /// Floats of the stage of a right factor: `[ACROSS, tile + 1]`, or `[tile, ACROSS]` when it is read by rows. The odd row
    /// length keeps units that write a column off each other's memory banks.
    pub const fn right_stage(self) -> usize {
        (self.tile + 1) * ACROSS
    }

    /// Floats of a tile.
    pub const fn square(self) -> usize {
        self.tile * self.tile
    }

    /// Floats of shared memory of the forward kernel: stages, a tile of probabilities, and partial sums.
    pub const fn forward_floats(self) -> usize {
        2 * self.left_stage() + self.right_stage() + self.square()
    }

    /// Floats of shared memory of the backward kernels: stages, a tile of probabilities and one of gradients.
    pub const fn backward_floats(self) -> usize {
        self.left_stage() + self.right_stage() + 2 * self.square()
    }
}

/// The numbers of a call.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub(super) struct Geometry {
    pub heads: u32,
    /// Query heads that share a key head.
    pub group: u32,
    pub queries: u32,
    pub keys: u32,
    pub scale: f32,
    pub window: u32,
    /// Sizes of the bias, 1 where it is repeated.
    pub bias_samples: u32,
    pub bias_heads: u32,
    pub bias_rows: u32,
    /// Elements of the relative bias of one head.
    pub relative_width: u32,
    /// The coin of dropout, and what it gives.
    pub threshold: u32,
    pub certain: u32,
    pub keep_scale: f32,
}

/// Where a cube stands: its sample and query head, and what it reads.
#[derive(CubeType, Clone, Copy)]
pub(super) struct Corner {
    pub sample: usize,
    pub head: usize,
    /// The first row of the head's queries among all `B·H·Nq`.
    pub query_row: usize,
    /// The first row of the head's keys among all `B·G·Nk`.
    pub key_row: usize,
}

/// The corner of a query head.
#[cube]
pub(super) fn corner(sample: usize, head: usize, geometry: &Geometry) -> Corner {
    let heads = geometry.heads as usize;
    let group = geometry.group as usize;
    let query_row = (sample * heads + head) * geometry.queries as usize;
    let key_row = (sample * (heads / group) + head / group) * geometry.keys as usize;
    Corner { sample, head, query_row, key_row }
}

/// Whether any query of a tile may see any of its keys, by causality and window.
#[cube]
pub(super) fn reaches(first_query: usize, first_key: usize, geometry: &Geometry, #[comptime] plan: Plan) -> bool {
    let shift = i32::cast_from(geometry.keys) - i32::cast_from(geometry.queries);
    let first_position = i32::cast_from(first_query) + shift;
    let last_position = first_position + (plan.tile as i32 - 1i32);
    let first = i32::cast_from(first_key);
    let last = first + (plan.tile as i32 - 1i32);
    let mut result = true;
    if plan.causal {
        result = first <= last_position;
    }
    if plan.window {
        let window = i32::cast_from(geometry.window);
        result = result && first_position - last < window;
        if !plan.causal {
            result = result && first - last_position < window;
        }
    }
    result
}

/// Adds to a unit's part of a tile the products of rows of `left` and rows of `right`: both `[rows, width]`, from their first
/// row on; rows from the counts on are 0. Every unit of the cube must come here.
#[cube]
pub(super) fn add_products<F: Float>(
    left: &[F],
    left_row: usize,
    left_count: usize,
    right: &[F],
    right_row: usize,
    right_count: usize,
    left_stage: &mut Shared<[f32]>,
    right_stage: &mut Shared<[f32]>,
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
            left_stage[at] = l;
            right_stage[(at % ACROSS) * pitch + row] = r;
        }
        sync_cube();
        for depth in 0..ACROSS {
            #[unroll]
            for row in 0..plan.rows() {
                let l = left_stage[(down * plan.rows() + row) * ACROSS + depth];
                #[unroll]
                for column in 0..plan.columns() {
                    sums[row * plan.columns() + column] += l * right_stage[depth * pitch + column * ACROSS + across];
                }
            }
        }
    }
}

/// Adds to a unit's rows of a result `[tile, width]` the product of the tile `weights` and the rows of `right: [rows, width]`:
/// `Σ_j weights[i, j]·right[j]`, or `Σ_j weights[j, i]·right[j]` if `transposed`. Every unit of the cube must come here, after
/// the weights are written.
#[cube]
pub(super) fn add_weighted<F: Float>(
    weights: &Shared<[f32]>,
    right: &[F],
    right_row: usize,
    right_count: usize,
    right_stage: &mut Shared<[f32]>,
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
            right_stage[at] = r * factor;
        }
        sync_cube();
        for other in 0..plan.tile {
            let r = right_stage[other * ACROSS + across];
            #[unroll]
            for row in 0..plan.rows() {
                let own = down * plan.rows() + row;
                let at = if transposed { other * plan.tile + own } else { own * plan.tile + other };
                sums[row * steps + step] += weights[at] * r;
            }
        }
    }
}

/// The score of a pair after scale, biases and masks; `f32::MIN` where the query does not see the key.
#[cube]
pub(super) fn score<F: Float>(
    product: f32,
    query: usize,
    key: usize,
    corner: &Corner,
    key_mask: &ComptimeOption<&[f32]>,
    bias: &ComptimeOption<&[F]>,
    relative: &ComptimeOption<&[F]>,
    geometry: &Geometry,
    #[comptime] plan: Plan,
) -> f32 {
    let queries = geometry.queries as usize;
    let keys = geometry.keys as usize;
    let mut result = product * geometry.scale;
    let mut seen = query < queries && key < keys;
    if seen {
        let distance = i32::cast_from(key) - (i32::cast_from(query) + i32::cast_from(keys) - i32::cast_from(queries));
        if plan.causal {
            seen = distance <= 0i32;
        }
        if plan.window {
            let window = i32::cast_from(geometry.window);
            seen = seen && distance < window && -distance < window;
        }
        #[comptime]
        if let ComptimeOption::Some(mask) = key_mask {
            seen = seen && mask[corner.sample * keys + key] != 0.0f32;
        }
        #[comptime]
        if let ComptimeOption::Some(bias) = bias {
            let sample = corner.sample % geometry.bias_samples as usize;
            let head = corner.head % geometry.bias_heads as usize;
            let row = query % geometry.bias_rows as usize;
            let plane = sample * geometry.bias_heads as usize + head;
            result += f32::cast_from(bias[(plane * geometry.bias_rows as usize + row) * keys + key]);
        }
        #[comptime]
        if let ComptimeOption::Some(relative) = relative {
            let at = element(distance, geometry);
            result += f32::cast_from(relative[corner.head * geometry.relative_width as usize + at]);
        }
    }
    select(seen, result, f32::MIN)
}

/// The element of the relative bias for a key that many positions after the query.
#[cube]
pub(super) fn element(distance: i32, geometry: &Geometry) -> usize {
    let reach = i32::cast_from(geometry.relative_width / 2);
    usize::cast_from(clamp(distance, -reach, reach) + reach)
}

/// What dropout multiplies the probability of a pair with.
#[cube]
pub(super) fn keep(row: usize, key: usize, geometry: &Geometry, from: &Place) -> f32 {
    let blocks = (geometry.keys as usize + 3) / 4;
    let words = block_at(from, u32::cast_from(row * blocks + key / 4));
    coin(word(&words, key % 4), geometry.threshold, geometry.certain, geometry.keep_scale)
}

#[cube]
fn word(words: &Block, index: usize) -> u32 {
    let low = select(index == 0, words.x, words.y);
    let high = select(index == 2, words.z, words.w);
    select(index < 2, low, high)
}
