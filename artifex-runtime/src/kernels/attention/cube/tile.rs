//! What the attention kernels are built of: a square tile of queries and keys, worked on by one cube.
//!
//! Units stand in a grid of `plan.down` rows by [`ACROSS`] columns. A unit owns rows `down_index · plan.each ..` of the tile and
//! columns `across_index + n · ACROSS`, so that neighbours read neighbouring addresses.

use cubecl::ir::{ElemType, FloatKind};
use cubecl::prelude::*;

use crate::kernels::random::cube::{Block, Place, block_at, coin};

/// Units of a grid side by side, and the depth of one step of a product.
pub(super) const ACROSS: usize = 16;

/// Rows and columns of a block that tensor cores multiply.
pub(super) const SIDE: usize = 16;
/// Columns of a factor that are staged at once for tensor cores.
pub(super) const DEPTH: usize = 32;
/// Elements between the rows of a tile, which keep rows off each other's memory banks; rows stay at addresses that tensor cores
/// can read.
const GAP: usize = 8;
/// Elements from one row of a stage to the next.
pub(super) const PITCH: usize = DEPTH + GAP;
/// Bytes of which the address of a block must be a multiple.
const ALIGNMENT: usize = 32;
/// Bytes of a float.
const FLOAT: usize = 4;

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
    /// Planes that a cube's units make, where tensor cores multiply; else 0.
    pub planes: usize,
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

    /// The type of staged elements, where the tensors have this one.
    pub const fn stage(self, dtype: ElemType) -> ElemType {
        if self.planes > 0 { dtype } else { ElemType::Float(FloatKind::F32) }
    }

    /// Whether the planes can share the blocks of a tile evenly.
    pub const fn shares(self) -> bool {
        let side = self.tile / SIDE;
        self.planes > 0
            && self.units().is_multiple_of(self.planes)
            && (side * side).is_multiple_of(self.planes)
            && (side * (DEPTH / SIDE)).is_multiple_of(self.planes)
    }

    /// Elements of the stage of a left factor.
    pub const fn left_stage(self) -> usize {
        if self.planes > 0 { self.tile * PITCH } else { self.tile * ACROSS }
    }

    /// Elements of the stage of a right factor: `[ACROSS, tile + 1]`, or `[tile, ACROSS]` when it is read by rows. The odd row
    /// length keeps units that write a column off each other's memory banks.
    pub const fn right_stage(self) -> usize {
        if self.planes > 0 { self.tile * PITCH } else { (self.tile + 1) * ACROSS }
    }

    /// Elements from one row of a tile to the next.
    pub const fn pitch(self) -> usize {
        if self.planes > 0 { self.tile + GAP } else { self.tile }
    }

    /// Elements of a tile.
    pub const fn square(self) -> usize {
        self.tile * self.pitch()
    }

    /// Floats of the tile that tensor cores multiply into.
    pub const fn products(self) -> usize {
        if self.planes > 0 { self.square() } else { 1 }
    }

    /// Floats that units of a row tell each other.
    pub const fn partial(self) -> usize {
        self.tile * ACROSS
    }

    /// Bytes of shared memory of the forward kernel, where staged elements have so many.
    pub const fn forward_bytes(self, element: usize) -> usize {
        (self.left_stage() + self.right_stage() + self.square()) * element + (self.partial() + self.products()) * FLOAT
    }

    /// Bytes of shared memory of the backward kernels, where staged elements have so many.
    pub const fn backward_bytes(self, element: usize) -> usize {
        (self.left_stage() + self.right_stage() + 2 * self.square()) * element + self.products() * FLOAT
    }
}

/// A tile's shared memory, whose elements are those of the tensors where tensor cores multiply, and else floats.
#[derive(CubeType)]
pub(super) struct Stages<S: Float> {
    /// The factors of a product.
    pub left: Shared<[S]>,
    pub right: Shared<[S]>,
    /// What tensor cores multiply into.
    pub products: Shared<[f32]>,
}

/// Room for the factors of a product.
#[cube]
pub(super) fn stages<S: Float>(#[comptime] plan: Plan) -> Stages<S> {
    Stages::<S> {
        left: room::<S>(plan.left_stage(), plan),
        right: room::<S>(plan.right_stage(), plan),
        products: room::<f32>(plan.products(), plan),
    }
}

/// Shared memory that tensor cores can read.
#[cube]
pub(super) fn room<S: Float>(#[comptime] len: usize, #[comptime] plan: Plan) -> Shared<[S]> {
    if comptime!(plan.planes > 0) {
        Shared::<[S]>::new_aligned_slice(len, ALIGNMENT)
    } else {
        Shared::<[S]>::new_slice(len)
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
