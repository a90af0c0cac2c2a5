//! Random numbers on cubecl's devices. The functions here are what every kernel that draws is built of.

#![allow(
    clippy::bool_to_int_with_if,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    clippy::manual_div_ceil,
    clippy::manual_is_multiple_of,
    clippy::manual_memcpy,
    clippy::needless_range_loop,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    reason = "kernels are written in the part of Rust that the macro `cube` understands"
)]

use burn_cubecl::{CubeBackend, kernel::into_contiguous, tensor::CubeTensor};
use cubecl::prelude::*;

use super::{Distribution, RandomOps};
use crate::kernels::cube::{element, empty, one_unit_each};
use crate::rng::Stream;

/// Four random words.
#[derive(CubeType, Clone, Copy)]
pub(crate) struct Block {
    /// Word 0, the least significant one.
    pub x: u32,
    /// Word 1.
    pub y: u32,
    /// Word 2.
    pub z: u32,
    /// Word 3.
    pub w: u32,
}

/// Four numbers.
#[derive(CubeType, Clone, Copy)]
pub(crate) struct Four {
    pub x: f32,
    pub y: f32,
    pub z: f32,
    pub w: f32,
}

/// A place in a stream: key, id and block number, low words first.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub(crate) struct Place {
    pub key_low: u32,
    pub key_high: u32,
    pub id_low: u32,
    pub id_high: u32,
    pub block_low: u32,
    pub block_high: u32,
}

/// Where a kernel draws from.
pub(crate) fn place(stream: &Stream) -> PlaceLaunch {
    let [key_low, key_high, id_low, id_high, block_low, block_high] = stream.words();
    PlaceLaunch::new(key_low, key_high, id_low, id_high, block_low, block_high)
}

/// The Philox4x32-10 block function (Salmon et al. 2011), as in `rng::philox`.
#[cube]
pub(crate) fn philox4x32_10(counter: Block, key_low: u32, key_high: u32) -> Block {
    let (mut x, mut y, mut z, mut w) = (counter.x, counter.y, counter.z, counter.w);
    let (mut k0, mut k1) = (key_low, key_high);
    #[unroll]
    for _round in 0..10u32 {
        let (hi0, lo0) = (x.mul_hi(0xD251_1F53u32), x * 0xD251_1F53u32);
        let (hi1, lo1) = (z.mul_hi(0xCD9E_8D57u32), z * 0xCD9E_8D57u32);
        x = hi1 ^ y ^ k0;
        y = lo1;
        z = hi0 ^ w ^ k1;
        w = lo0;
        k0 += 0x9E37_79B9u32;
        k1 += 0xBB67_AE85u32;
    }
    Block { x, y, z, w }
}

/// The stream's block `offset` blocks further on.
#[cube]
pub(crate) fn block_at(place: &Place, offset: u32) -> Block {
    let low = place.block_low + offset;
    // The sum has wrapped when it is below what was added.
    let high = place.block_high + select(low < offset, 1u32, 0u32);
    philox4x32_10(Block { x: low, y: high, z: place.id_low, w: place.id_high }, place.key_low, place.key_high)
}

/// A word as a number in [0, 1): a multiple of 2^-24.
#[cube]
pub(crate) fn unit(word: u32) -> f32 {
    f32::cast_from(word >> 8u32) * 5.960_464_5e-8f32
}

/// Natural logarithm of a normal positive number (Cephes `logf`), as in `rng::normal`. The device's own logarithm may be
/// far less exact than f32: WGSL allows it.
#[cube]
#[expect(clippy::excessive_precision, reason = "the coefficients as Cephes prints them")]
pub(crate) fn ln(x: f32) -> f32 {
    let bits = i32::cast_from(x.to_bits());
    let exponent = (bits - 0x3f35_04f3i32) >> 23i32;
    let f = f32::from_bits(u32::cast_from(bits - (exponent << 23i32))) - 1.0f32;
    let e = f32::cast_from(exponent);
    let square = f * f;
    let mut y = 7.037_683_6e-2f32;
    y = y * f - 1.151_461e-1f32;
    y = y * f + 1.167_699_87e-1f32;
    y = y * f - 1.242_014_1e-1f32;
    y = y * f + 1.424_932_3e-1f32;
    y = y * f - 1.666_805_7e-1f32;
    y = y * f + 2.000_071_4e-1f32;
    y = y * f - 2.499_999_4e-1f32;
    y = y * f + 3.333_333e-1f32;
    (f + (y * f * square - 2.121_944_4e-4f32 * e - 0.5f32 * square)) + 0.693_359_375f32 * e
}

/// Two standard normals from two words (Box and Muller 1958), as in `rng::normal`; in the first two of the result.
#[cube]
#[expect(clippy::excessive_precision, reason = "the coefficients as Cephes prints them")]
fn box_muller(radius_word: u32, angle_word: u32) -> (f32, f32) {
    let open = f32::cast_from(radius_word >> 1u32) * 4.656_612_9e-10f32 + 2.328_306_4e-10f32;
    let radius = (-2.0f32 * ln(open)).max(0.0f32).sqrt();
    // The nearest quarter turn is taken off in integers, which is exact.
    let quarter = (angle_word + 0x2000_0000u32) >> 30u32;
    let remainder = i32::cast_from(angle_word - (quarter << 30u32));
    let angle = f32::cast_from(remainder) * 1.462_918_1e-9f32;
    let z = angle * angle;
    let sin = ((-1.951_529_6e-4f32 * z + 8.332_161e-3f32) * z - 1.666_665_5e-1f32) * z * angle + angle;
    let cos = ((2.443_315_7e-5f32 * z - 1.388_731_6e-3f32) * z + 4.166_664_6e-2f32) * z * z - 0.5f32 * z + 1.0f32;
    // Quarter turns: (c, s), (-s, c), (-c, -s), (s, -c).
    let odd = (quarter & 1u32) == 1u32;
    let cos_sign = select(((quarter ^ (quarter >> 1u32)) & 1u32) == 1u32, -radius, radius);
    let sin_sign = select((quarter >> 1u32) == 1u32, -radius, radius);
    (cos_sign * select(odd, sin, cos), sin_sign * select(odd, cos, sin))
}

/// Four standard normals from one block.
#[cube]
pub(crate) fn normals(words: Block) -> Four {
    let (x, y) = box_muller(words.x, words.y);
    let (z, w) = box_muller(words.z, words.w);
    Four { x, y, z, w }
}

/// `value` where the word is below the threshold of a coin, else 0. The threshold is 2^32 · p, which may be 2^32.
#[cube]
pub(crate) fn coin(word: u32, threshold: u32, certain: u32, value: f32) -> f32 {
    select(word < threshold || certain == 1u32, value, 0.0f32)
}

/// The two words of a coin's threshold, as [`coin`] takes them.
#[expect(clippy::cast_possible_truncation, reason = "the low word, and whether there is a high one")]
pub(crate) const fn coin_words(threshold: u64) -> (u32, u32) {
    (threshold as u32, (threshold >> 32) as u32)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Uniform,
    Normal,
    Bernoulli,
}

#[cube(launch)]
fn random_kernel<F: Float>(
    out: &mut [F],
    from: Place,
    threshold: u32,
    certain: u32,
    value: f32,
    #[comptime] kind: Kind,
    #[define(F)] _dtype: ElemType,
) {
    let first = ABSOLUTE_POS * 4;
    if first >= out.len() {
        terminate!();
    }
    let words = block_at(&from, u32::cast_from(ABSOLUTE_POS));
    let four = match kind {
        Kind::Uniform => Four { x: unit(words.x), y: unit(words.y), z: unit(words.z), w: unit(words.w) },
        Kind::Normal => normals(words),
        Kind::Bernoulli => Four {
            x: coin(words.x, threshold, certain, value),
            y: coin(words.y, threshold, certain, value),
            z: coin(words.z, threshold, certain, value),
            w: coin(words.w, threshold, certain, value),
        },
    };
    out[first] = F::cast_from(four.x);
    if first + 1 < out.len() {
        out[first + 1] = F::cast_from(four.y);
    }
    if first + 2 < out.len() {
        out[first + 2] = F::cast_from(four.z);
    }
    if first + 3 < out.len() {
        out[first + 3] = F::cast_from(four.w);
    }
}

#[cube(launch)]
fn categorical_kernel<F: Float, I: Int>(
    weights: &[F],
    out: &mut [I],
    from: Place,
    classes: u32,
    #[define(F)] _float: ElemType,
    #[define(I)] _int: ElemType,
) {
    let row = ABSOLUTE_POS;
    if row >= out.len() {
        terminate!();
    }
    let classes = classes as usize;
    let first = row * classes;
    let mut total = 0.0f32;
    for index in 0..classes {
        total += f32::cast_from(weights[first + index]);
    }
    let part = unit(block_at(&from, u32::cast_from(row)).x) * total;
    let mut chosen = 0usize;
    if total > 0.0f32 && total <= f32::MAX {
        let mut sum = 0.0f32;
        let mut found = false;
        for index in 0..classes {
            let weight = f32::cast_from(weights[first + index]);
            sum += weight;
            if weight > 0.0f32 && !found {
                chosen = index;
                found = sum > part;
            }
        }
    }
    out[row] = I::cast_from(chosen);
}

impl RandomOps for CubeBackend {
    fn random(out: CubeTensor, from: Stream, distribution: Distribution) -> CubeTensor {
        let out = empty(&out, out.meta.shape().clone(), out.dtype);
        let blocks = out.meta.num_elements().div_ceil(4);
        if blocks == 0 {
            return out;
        }
        let (kind, (threshold, certain), value) = match distribution {
            Distribution::Uniform => (Kind::Uniform, (0, 0), 0.0),
            Distribution::Normal => (Kind::Normal, (0, 0), 0.0),
            Distribution::Bernoulli { threshold, value } => (Kind::Bernoulli, coin_words(threshold), value),
        };
        let (count, dim) = one_unit_each(&out.client, blocks);
        random_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            out.clone().into_buffer_arg(),
            place(&from),
            threshold,
            certain,
            value,
            kind,
            element(&out),
        );
        out
    }

    fn categorical(weights: CubeTensor, out: CubeTensor, from: Stream) -> CubeTensor {
        let weights = into_contiguous(weights);
        let out = empty(&weights, out.meta.shape().clone(), out.dtype);
        let rows = out.meta.num_elements();
        if rows == 0 {
            return out;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a row has fewer than 2^32 classes")]
        let classes = weights.meta.shape()[1] as u32;
        let (count, dim) = one_unit_each(&out.client, rows);
        let (float, int) = (element(&weights), element(&out));
        categorical_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            weights.into_buffer_arg(),
            out.clone().into_buffer_arg(),
            place(&from),
            classes,
            float,
            int,
        );
        out
    }
}

// Fusion hides the tensors of cubecl.
#[cfg(all(test, not(feature = "fusion")))]
#[cube(launch)]
fn words_kernel(counters: &[u32], keys: &[u32], out: &mut [u32]) {
    let i = ABSOLUTE_POS;
    if i * 4 >= out.len() {
        terminate!();
    }
    let counter = Block { x: counters[4 * i], y: counters[4 * i + 1], z: counters[4 * i + 2], w: counters[4 * i + 3] };
    let words = philox4x32_10(counter, keys[2 * i], keys[2 * i + 1]);
    out[4 * i] = words.x;
    out[4 * i + 1] = words.y;
    out[4 * i + 2] = words.z;
    out[4 * i + 3] = words.w;
}

/// What the device makes of these counters and keys.
#[cfg(all(test, not(feature = "fusion")))]
pub(super) fn known_answers(device: &burn::tensor::Device, counters: &[[u32; 4]], keys: &[[u32; 2]]) -> Vec<[u32; 4]> {
    use burn::tensor::{DType, Int, Tensor as BurnTensor, TensorData};
    let upload = |words: &[u32]| {
        let data = TensorData::new(words.iter().map(|word| word.cast_signed()).collect::<Vec<i32>>(), [words.len()]);
        let tensor = BurnTensor::<1, Int>::from_data(data, (device, DType::I32));
        tensor.try_into_primitive::<CubeBackend>().unwrap()
    };
    let (counters, keys) = (upload(counters.as_flattened()), upload(keys.as_flattened()));
    let out = empty(&counters, counters.meta.shape().clone(), DType::I32);
    let (count, dim) = one_unit_each(&out.client, out.meta.num_elements() / 4);
    words_kernel::launch(
        &out.client.clone(),
        count,
        dim,
        counters.into_buffer_arg(),
        keys.into_buffer_arg(),
        out.clone().into_buffer_arg(),
    );
    let data = BurnTensor::<1, Int>::from_primitive::<CubeBackend>(out).into_data();
    let words: Vec<u32> = data.try_to_vec::<i32>().unwrap().into_iter().map(i32::cast_unsigned).collect();
    words.as_chunks().0.to_vec()
}

#[cfg(all(test, feature = "kernel-texts"))]
pub(crate) mod texts {
    use burn::backend::cubecl::dtype_to_storage_type;
    use burn::tensor::DType;

    use super::*;
    use crate::kernels::texts::{buffer, hold};

    /// Where a kernel draws from, as a kind of argument.
    pub(crate) fn place() -> PlaceCompilationArg {
        PlaceCompilationArg { key_low: (), key_high: (), id_low: (), id_high: (), block_low: (), block_high: () }
    }

    #[test]
    fn random() {
        let float = dtype_to_storage_type(DType::F32);
        for (name, kind) in [("uniform", Kind::Uniform), ("normal", Kind::Normal), ("bernoulli", Kind::Bernoulli)] {
            hold(&format!("random/{name}"), 64, |s| {
                let p = place();
                random_kernel::RandomKernel::new(s.settings, s.device, s.target, buffer(), p, (), (), (), kind, float)
            });
        }
        let int = dtype_to_storage_type(DType::I32);
        hold("random/categorical", 64, |s| {
            let (b, p) = (buffer, place());
            categorical_kernel::CategoricalKernel::new(s.settings, s.device, s.target, b(), b(), p, (), float, int)
        });
    }
}
