//! The Philox4x32-10 block function: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
//!
//! It is a keyed bijection of 128-bit counters, so any position of any stream can be computed alone and in any order. The
//! same integers come out on every machine and backend.

use pulp::Simd;

/// The multipliers of the two halves (Random123, `PHILOX_M4x32_0` and `PHILOX_M4x32_1`).
const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// What each round adds to the key: the golden ratio and sqrt(3) - 1 (Random123, `PHILOX_W32_0` and `PHILOX_W32_1`).
const KEY_STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
/// Rounds of the variant that passes `BigCrush` with a safety margin (the paper's section 4.3).
const ROUNDS: usize = 10;

/// Four random words for a counter and a key; word 0 is the least significant, as in Random123.
#[inline]
#[must_use]
pub fn philox4x32_10(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let [mut w0, mut w1, mut w2, mut w3] = counter;
    let [mut k0, mut k1] = key;
    for _ in 0..ROUNDS {
        let (hi0, lo0) = widening_mul(w0, MULTIPLIERS[0]);
        let (hi1, lo1) = widening_mul(w2, MULTIPLIERS[1]);
        (w0, w1, w2, w3) = (hi1 ^ w1 ^ k0, lo1, hi0 ^ w3 ^ k1, lo0);
        k0 = k0.wrapping_add(KEY_STEPS[0]);
        k1 = k1.wrapping_add(KEY_STEPS[1]);
    }
    [w0, w1, w2, w3]
}

/// [`philox4x32_10`] of many counters and one key, each counter replaced by its result: word `w` of counter `i` is
/// `words[w][i]`. One vector holds the same word of several counters.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled for the instruction set of its caller")]
pub(super) fn philox4x32_10_of<S: Simd>(simd: S, words: [&mut [u32]; 4], key: [u32; 2]) {
    let [w0, w1, w2, w3] = words.map(|words| {
        let (vectors, rest) = S::as_mut_simd_u32s(words);
        debug_assert!(rest.is_empty(), "the counters fill whole vectors");
        vectors
    });
    let multipliers = MULTIPLIERS.map(|multiplier| simd.splat_u32s(multiplier));
    for (((w0, w1), w2), w3) in w0.iter_mut().zip(w1).zip(w2).zip(w3) {
        let [mut k0, mut k1] = key;
        let (mut x, mut y, mut z, mut w) = (*w0, *w1, *w2, *w3);
        for _ in 0..ROUNDS {
            let (lo0, hi0) = simd.widening_mul_u32s(x, multipliers[0]);
            let (lo1, hi1) = simd.widening_mul_u32s(z, multipliers[1]);
            x = simd.xor_u32s(simd.xor_u32s(hi1, y), simd.splat_u32s(k0));
            y = lo1;
            z = simd.xor_u32s(simd.xor_u32s(hi0, w), simd.splat_u32s(k1));
            w = lo0;
            k0 = k0.wrapping_add(KEY_STEPS[0]);
            k1 = k1.wrapping_add(KEY_STEPS[1]);
        }
        (*w0, *w1, *w2, *w3) = (x, y, z, w);
    }
}

/// The high and the low word of a 32 x 32 bit product.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
const fn widening_mul(a: u32, b: u32) -> (u32, u32) {
    let product = a as u64 * b as u64;
    ((product >> 32) as u32, product as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three Philox4x32-10 lines of Random123's `kat_vectors`.
    #[test]
    fn equals_the_known_answers_of_random123() {
        let cases = [
            ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ];
        for (counter, key, expected) in cases {
            assert_eq!(philox4x32_10(counter, key), expected, "counter {counter:x?}, key {key:x?}");
        }
    }
}
