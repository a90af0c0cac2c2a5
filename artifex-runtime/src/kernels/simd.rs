//! Loops compiled for several instruction sets, chosen when the program runs.

/// Defines a function whose body is compiled for the baseline CPU, for AVX2 and for AVX-512, and which runs the best that the
/// machine has.
///
/// The body must be plain loops over slices that the compiler can turn into vector code. Fused multiply-add is left off on
/// purpose: element-wise results are then the same bits on every machine.
macro_rules! multiversion {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),* $(,)?) $(-> $ret:ty)? $body:block) => {
        $(#[$meta])*
        #[allow(clippy::too_many_arguments, reason = "kernels take every buffer they touch")]
        $vis fn $name($($arg: $ty),*) $(-> $ret)? {
            #[inline(always)]
            #[allow(clippy::inline_always, clippy::too_many_arguments, reason = "compiled into each version")]
            fn body($($arg: $ty),*) $(-> $ret)? $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
                #[allow(clippy::too_many_arguments, reason = "as above")]
                fn avx512($($arg: $ty),*) $(-> $ret)? {
                    body($($arg),*)
                }
                #[target_feature(enable = "avx2")]
                #[allow(clippy::too_many_arguments, reason = "as above")]
                fn avx2($($arg: $ty),*) $(-> $ret)? {
                    body($($arg),*)
                }
                if std::is_x86_feature_detected!("avx512f")
                    && std::is_x86_feature_detected!("avx512vl")
                    && std::is_x86_feature_detected!("avx512dq")
                    && std::is_x86_feature_detected!("avx512bw")
                {
                    // SAFETY: the CPU was just asked for exactly these features.
                    return unsafe { avx512($($arg),*) };
                }
                if std::is_x86_feature_detected!("avx2") {
                    // SAFETY: the CPU was just asked for this feature.
                    return unsafe { avx2($($arg),*) };
                }
            }
            body($($arg),*)
        }
    };
}

/// `exp(x)` for `x <= 0`, within 1e-7 relative; values below -87 give what -87 gives (1e-38). NaN stays NaN.
///
/// Range reduction `x = n ln 2 + r` with `|r| <= ln 2 / 2` and a polynomial in `r` (Cephes `expf`), without branches.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn exp_nonpositive(x: f32) -> f32 {
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    /// 1.5 · 2^23: adding it leaves the rounded number in the low bits.
    const ROUND: f32 = 12_582_912.0;
    let x = if x < -87.0 { -87.0 } else { x };
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
    (p * r * r + r + 1.0) * power
}

/// `exp(x)` for `x <= 0` as [`exp_nonpositive`], and 0 below -87: the weight of a score that a softmax cannot see.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn exp_or_zero(x: f32) -> f32 {
    let e = exp_nonpositive(x);
    if x < -87.0 { 0.0 } else { e }
}

/// `ln(1 + e)` for `0 <= e <= 1`, within 2e-7 relative: `2 artanh(s)` with `s = e / (2 + e) <= 1/3` as a series.
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

    #[test]
    fn exponential_and_logarithm_are_exact_to_f32() {
        for i in 0..87_000 {
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            let x = i as f32 * -1e-3;
            let (found, expected) = (f64::from(exp_nonpositive(x)), f64::from(x).exp());
            assert!((found - expected).abs() <= 2e-7 * expected, "exp({x}) = {found}, not {expected}");
            let e = exp_nonpositive(x);
            let (found, expected) = (f64::from(ln_1p_unit(e)), f64::from(e).ln_1p());
            assert!((found - expected).abs() <= 3e-7 * expected, "ln(1 + {e}) = {found}, not {expected}");
        }
        assert!(exp_nonpositive(f32::NAN).is_nan());
        assert!(exp_nonpositive(f32::NEG_INFINITY) < 1e-37);
    }
}
