//! Exponential and logarithm.

/// The parts of `exp(x) = (1 + q) · 2^n` for `-87 <= x <= 0`: `q` and `2^n`.
///
/// Range reduction `x = n ln 2 + r` with `|r| <= ln 2 / 2` and a polynomial in `r` (Cephes `expf`), without branches.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
fn exp_parts(x: f32) -> (f32, f32) {
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    /// 1.5 · 2^23: adding it leaves the rounded number in the low bits.
    const ROUND: f32 = 12_582_912.0;
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = x - n * LN2_HIGH - n * LN2_LOW;
    let p = 1.987_569_1e-4;
    let p = p * r + 1.398_2e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let power = f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23));
    (p * r * r + r, power)
}

/// `exp(x)` for `x <= 0`, within 2e-7 relative; values below -87 give what -87 gives (1e-38). NaN stays NaN.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn exp_nonpositive(x: f32) -> f32 {
    let x = if x < -87.0 { -87.0 } else { x };
    let (q, power) = exp_parts(x);
    (q + 1.0) * power
}

/// `exp(x)` for `x <= 0` as [`exp_nonpositive`], and 0 below -87: the weight of a score that a softmax cannot see.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn exp_or_zero(x: f32) -> f32 {
    let e = exp_nonpositive(x);
    if x < -87.0 { 0.0 } else { e }
}

/// `exp(x) - 1` for `x <= 0`, within 3e-7 relative, however small `x` is. NaN stays NaN.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn exp_m1_nonpositive(x: f32) -> f32 {
    let x = if x < -87.0 { -87.0 } else { x };
    let (q, power) = exp_parts(x);
    // Near 0 the power is 1 and what is left is q alone; from there on nothing cancels.
    q * power + (power - 1.0)
}

/// `ln(1 + e)` for `0 <= e <= 1`, within 3e-7 relative: `2 artanh(s)` with `s = e / (2 + e) <= 1/3` as a series.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn ln_1p_unit(e: f32) -> f32 {
    let s = e / (2.0 + e);
    let q = s * s;
    let p = 1.0 / 13.0;
    let p = p * q + 1.0 / 11.0;
    let p = p * q + 1.0 / 9.0;
    let p = p * q + 1.0 / 7.0;
    let p = p * q + 0.2;
    let p = p * q + 1.0 / 3.0;
    let p = p * q + 1.0;
    2.0 * s * p
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `x` from 0 to -87, and tiny ones.
    fn nonpositive() -> impl Iterator<Item = f32> {
        (0..870_000).map(|i| i as f32 * -1e-4).chain((0..300).map(|i| -(0.75f32.powi(i))))
    }

    #[test]
    fn exponential_and_logarithm_are_exact_to_f32() {
        for x in nonpositive() {
            let (found, expected) = (f64::from(exp_nonpositive(x)), f64::from(x).exp());
            assert!((found - expected).abs() <= 2e-7 * expected, "exp({x}) = {found}, not {expected}");
            let e = exp_nonpositive(x);
            let (found, expected) = (f64::from(ln_1p_unit(e)), f64::from(e).ln_1p());
            assert!((found - expected).abs() <= 3e-7 * expected, "ln(1 + {e}) = {found}, not {expected}");
            let (found, expected) = (f64::from(exp_m1_nonpositive(x)), f64::from(x).exp_m1());
            assert!((found - expected).abs() <= 3e-7 * expected.abs(), "exp({x}) - 1 = {found}, not {expected}");
        }
    }

    #[test]
    fn ends_and_nan() {
        for f in [exp_nonpositive, exp_or_zero, exp_m1_nonpositive, ln_1p_unit] {
            assert!(f(f32::NAN).is_nan() && f(-f32::NAN).is_nan());
        }
        assert!(exp_nonpositive(f32::NEG_INFINITY) < 1e-37);
        assert_eq!([exp_or_zero(f32::NEG_INFINITY), exp_or_zero(-87.1), exp_or_zero(0.0)], [0.0, 0.0, 1.0]);
        assert_eq!(
            [exp_m1_nonpositive(f32::NEG_INFINITY), exp_m1_nonpositive(-1e30), exp_m1_nonpositive(0.0)],
            [-1.0, -1.0, 0.0]
        );
        assert_eq!(ln_1p_unit(0.0), 0.0);
    }
}
