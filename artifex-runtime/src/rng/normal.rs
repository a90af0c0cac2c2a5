//! Box-Muller normals in f32 with our own logarithm and sine.
//!
//! The system's `ln` and `sin` differ by units in the last place between operating systems. Additions, multiplications
//! and square roots are exact by IEEE 754, so polynomials made of them give the same bits on every machine, and they are
//! inlined, which makes them several times faster than calls.

/// Two independent standard normals from two random words (Box and Muller 1958): `r cos(t)` and `r sin(t)` with
/// `r = sqrt(-2 ln u1)`, `u1` in (0, 1], and `t` uniform on the circle. The largest `r` is `sqrt(64 ln 2)` = 6.66.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn box_muller(radius_word: u32, angle_word: u32) -> [f32; 2] {
    // `max` only matters for u1 = 1, where the polynomial's rounding could give a tiny positive logarithm.
    let radius = (-2.0 * ln(unit_open_closed(radius_word))).max(0.0).sqrt();
    let [cos, sin] = cos_sin_turn(angle_word);
    [radius * cos, radius * sin]
}

/// A word as a number in (0, 1]: the middle of one of 2^31 cells, rounded to f32.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "rounding is documented; 31 bits fit an i32"
)]
fn unit_open_closed(word: u32) -> f32 {
    const CELL: f32 = 1.0 / (1u32 << 31) as f32;
    ((word >> 1) as i32) as f32 * CELL + 0.5 * CELL
}

/// Natural logarithm of a normal positive number (Cephes `logf`), within 2 ulp.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
#[expect(clippy::cast_precision_loss, reason = "exponents are small")]
#[expect(clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "bit patterns of normal positive numbers")]
pub(crate) fn ln(x: f32) -> f32 {
    /// 0.693359375, exactly.
    const LN_2_HIGH: f32 = 355.0 / 512.0;
    const SQRT_HALF: i32 = 0x3f35_04f3;
    let bits = x.to_bits() as i32;
    // x = 2^exponent * (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)).
    let exponent = (bits - SQRT_HALF) >> 23;
    let f = f32::from_bits((bits - (exponent << 23)) as u32) - 1.0;
    let e = exponent as f32;
    let square = f * f;
    let mut y = 7.037_683_6e-2;
    y = y * f - 1.151_461e-1;
    y = y * f + 1.167_699_87e-1;
    y = y * f - 1.242_014_1e-1;
    y = y * f + 1.424_932_3e-1;
    y = y * f - 1.666_805_7e-1;
    y = y * f + 2.000_071_4e-1;
    y = y * f - 2.499_999_4e-1;
    y = y * f + 3.333_333e-1;
    // ln 2 in two parts: the first has few bits, so that its product with the exponent is exact.
    (f + (y * f * square - 2.121_944_4e-4 * e - 0.5 * square)) + LN_2_HIGH * e
}

/// Cosine and sine of a whole turn times `word / 2^32` (Cephes `cosf` and `sinf`), within 2e-7.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "the remainder is a signed 30-bit number")]
fn cos_sin_turn(word: u32) -> [f32; 2] {
    // The nearest quarter turn is taken off in integers, which is exact.
    let quarter = word.wrapping_add(1 << 29) >> 30;
    let remainder = word.wrapping_sub(quarter << 30) as i32;
    let x = remainder as f32 * (core::f32::consts::TAU / (1u64 << 32) as f32); // in [-pi/4, pi/4]
    let z = x * x;
    let sin = ((-1.951_529_6e-4 * z + 8.332_161e-3) * z - 1.666_665_5e-1) * z * x + x;
    let cos = ((2.443_315_7e-5 * z - 1.388_731_6e-3) * z + 4.166_664_6e-2) * z * z - 0.5 * z + 1.0;
    // Quarter turns: (c, s), (-s, c), (-c, -s), (s, -c). Signs are set in the sign bit to stay free of branches.
    let odd = 0u32.wrapping_sub(quarter & 1);
    let (c, s) = (cos.to_bits(), sin.to_bits());
    let cos_sign = ((quarter ^ (quarter >> 1)) & 1) << 31;
    let sin_sign = (quarter >> 1) << 31;
    let cos = ((c & !odd) | (s & odd)) ^ cos_sign;
    let sin = ((s & !odd) | (c & odd)) ^ sin_sign;
    [f32::from_bits(cos), f32::from_bits(sin)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words spread over the whole range, with both ends.
    fn words() -> impl Iterator<Item = u32> {
        (0..200_000u32).map(|i| i.wrapping_mul(0x9E37_79B9)).chain([0, 1, 2, u32::MAX - 1, u32::MAX])
    }

    #[test]
    fn logarithm_equals_f64() {
        for word in words() {
            let u = unit_open_closed(word);
            assert!(u > 0.0 && u <= 1.0, "{word:#x} gives {u}");
            let (ours, exact) = (f64::from(ln(u)), f64::from(u).ln());
            assert!((ours - exact).abs() <= 2.4e-7 * exact.abs() + 1e-12, "ln({u}) = {ours}, exact {exact}");
        }
        assert_eq!(ln(1.0), 0.0);
    }

    #[test]
    fn cosine_and_sine_equal_f64() {
        for word in words().chain((0..16).map(|i| i << 28)).chain((1..16).map(|i| (i << 28) - 1)) {
            let angle = f64::from(word) / 4_294_967_296.0 * core::f64::consts::TAU;
            let [cos, sin] = cos_sin_turn(word).map(f64::from);
            assert!((cos - angle.cos()).abs() < 2e-7, "cos of {word:#x}: {cos}, exact {}", angle.cos());
            assert!((sin - angle.sin()).abs() < 2e-7, "sin of {word:#x}: {sin}, exact {}", angle.sin());
        }
    }

    #[test]
    fn box_muller_is_finite_at_the_ends_and_equals_the_formula() {
        for radius in [0, 1, 2, u32::MAX - 1, u32::MAX] {
            for angle in [0, 1 << 29, 1 << 30, 3 << 30, u32::MAX] {
                let u1 = f64::from(radius >> 1) / 2_147_483_648.0 + 1.0 / 4_294_967_296.0;
                let r = (-2.0 * f64::from(u1 as f32).ln()).sqrt();
                let t = f64::from(angle) / 4_294_967_296.0 * core::f64::consts::TAU;
                let [x, y] = box_muller(radius, angle).map(f64::from);
                assert!(x.is_finite() && y.is_finite() && x.hypot(y) < 6.67);
                assert!((x - r * t.cos()).abs() < 2e-6 && (y - r * t.sin()).abs() < 2e-6, "{radius:#x} {angle:#x}");
            }
        }
    }
}
