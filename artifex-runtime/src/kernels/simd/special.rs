//! Hyperbolic tangent, logistic function and normal distribution.

use super::exp::exp_or_zero;

/// The hyperbolic tangent, within 5e-7 relative, or 1e-42 absolute; NaN stays NaN, and beyond 7.91 it is 1 exactly.
///
/// A quotient of polynomials of degree 13 and 6, which is 1 to the bit where the argument is cut off: that of Eigen's and
/// XLA's vector code.
#[inline(always)]
#[allow(clippy::inline_always, clippy::manual_clamp, reason = "part of vector loops; branches that become selections")]
pub(crate) fn tanh(x: f32) -> f32 {
    const END: f32 = 7.905_311;
    let x = if x < -END {
        -END
    } else if x > END {
        END
    } else {
        x
    };
    let q = x * x;
    let p = -2.760_768_4e-16;
    let p = p * q + 2.000_188e-13;
    let p = p * q - 8.604_672e-11;
    let p = p * q + 5.122_297_3e-8;
    let p = p * q + 1.485_722_35e-5;
    let p = p * q + 6.372_619_5e-4;
    let p = p * q + 4.893_524_6e-3;
    let d = 1.198_258_4e-6;
    let d = d * q + 1.185_347_1e-4;
    let d = d * q + 2.268_434_7e-3;
    let d = d * q + 4.893_525e-3;
    x * p / d
}

/// `sigmoid(x)` and `1 - sigmoid(x)`, both within 3e-7 relative where they are above 2e-38, and 0 below that. NaN stays NaN.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn sigmoid_parts(x: f32) -> (f32, f32) {
    let e = exp_or_zero(-x.abs());
    let larger = 1.0 / (1.0 + e);
    let smaller = e * larger;
    if x < 0.0 { (smaller, larger) } else { (larger, smaller) }
}

/// Density of the standard normal distribution at `a` and the probability of more than `a`, for `a >= 0`: within
/// `4e-7 + 1e-7 a²` relative, and 0 beyond 13.19. NaN stays NaN.
///
/// The tail is the density times a polynomial in a rational function of `a`, in the manner of Abramowitz and Stegun's 26.2.17.
/// The coefficients are fitted for the relative error, which is below 4e-8 before rounding.
#[inline(always)]
#[allow(clippy::inline_always, reason = "part of vector loops")]
pub(crate) fn normal_density_and_tail(a: f32) -> (f32, f32) {
    /// `1 / √(2π)`.
    const PEAK: f32 = 0.398_942_3;
    let t = 1.0 / (1.0 + 0.35 * a);
    let s = 1.0 - 2.0 * t;
    let p = -1.138_981_8e-4;
    let p = p * s - 2.140_580_2e-4;
    let p = p * s + 6.900_627e-4;
    let p = p * s + 1.754_381_2e-3;
    let p = p * s - 5.108_741e-3;
    let p = p * s - 1.023_385_8e-2;
    let p = p * s + 7.109_894_6e-2;
    let p = p * s - 1.714_958_1e-1;
    let p = p * s + 2.532_442_8e-1;
    let e = exp_or_zero(-0.5 * a * a);
    (PEAK * e, p * t * e)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From 0 to 20, evenly and towards 0.
    fn positive() -> impl Iterator<Item = f32> {
        (0..400_000).map(|i| i as f32 * 5e-5).chain((0..300).map(|i| 0.75f32.powi(i)))
    }

    /// Double precision by the series of the density's integral (Abramowitz and Stegun 26.2.11) or, from 3 on, the continued
    /// fraction of the tail (26.2.14).
    fn tail(a: f64) -> f64 {
        let density = (-0.5 * a * a).exp() / (2.0 * std::f64::consts::PI).sqrt();
        if a < 3.0 {
            let (mut term, mut sum) = (a, a);
            for k in 1..60 {
                term *= a * a / f64::from(2 * k + 1);
                sum += term;
            }
            0.5 - density * sum
        } else {
            let fraction = (1..200).rev().fold(a, |value, k| a + f64::from(k) / value);
            density / fraction
        }
    }

    #[test]
    fn hyperbolic_tangent_is_exact_to_f32() {
        for x in positive() {
            for x in [x, -x] {
                let (found, expected) = (f64::from(tanh(x)), f64::from(x).tanh());
                let bound = 5e-7 * expected.abs() + 1e-42;
                assert!((found - expected).abs() <= bound, "tanh({x}) = {found}, not {expected}");
                assert!(found.abs() <= 1.0, "tanh({x}) = {found}");
            }
        }
        assert_eq!([tanh(f32::INFINITY), tanh(f32::NEG_INFINITY), tanh(8.0), tanh(0.0)], [1.0, -1.0, 1.0, 0.0]);
        assert!(tanh(f32::NAN).is_nan() && tanh(-f32::NAN).is_nan());
    }

    #[test]
    fn both_parts_of_the_logistic_function_are_exact_to_f32() {
        for x in positive().map(|x| 4.3 * x) {
            for x in [x, -x] {
                let (found, rest) = sigmoid_parts(x);
                let expected = |x: f32| 1.0 / (1.0 + (-f64::from(x)).exp());
                assert!((f64::from(found) - expected(x)).abs() <= 3e-7 * expected(x), "sigmoid({x}) = {found}");
                assert!((f64::from(rest) - expected(-x)).abs() <= 3e-7 * expected(-x), "1 - sigmoid({x}) = {rest}");
            }
        }
        assert_eq!(sigmoid_parts(f32::INFINITY), (1.0, 0.0));
        assert_eq!(sigmoid_parts(f32::NEG_INFINITY), (0.0, 1.0));
        assert_eq!(sigmoid_parts(0.0), (0.5, 0.5));
        assert!(sigmoid_parts(f32::NAN).0.is_nan() && sigmoid_parts(f32::NAN).1.is_nan());
    }

    #[test]
    fn normal_tail_is_exact_to_f32() {
        // Φ(-1), Φ(-2), Φ(-5): Abramowitz and Stegun's table 26.1.
        for (a, value) in [(1.0, 0.158_655_253_931_457), (2.0, 0.022_750_131_948_179), (5.0, 2.866_515_718_791_9e-7)] {
            assert!((tail(a) - value).abs() < 1e-12 * value.max(1e-3), "the reference at {a}");
        }
        for a in positive().filter(|a| *a < 13.19) {
            let (density, found) = normal_density_and_tail(a);
            let a = f64::from(a);
            let tolerance = 4e-7 + 1e-7 * a * a;
            let expected = tail(a);
            assert!((f64::from(found) - expected).abs() <= tolerance * expected, "tail({a}) = {found}, not {expected}");
            let expected = (-0.5 * a * a).exp() / (2.0 * std::f64::consts::PI).sqrt();
            assert!((f64::from(density) - expected).abs() <= tolerance * expected, "density({a}) = {density}");
        }
        assert_eq!(normal_density_and_tail(13.2), (0.0, 0.0));
        assert_eq!(normal_density_and_tail(f32::INFINITY), (0.0, 0.0));
        let (density, tail) = normal_density_and_tail(f32::NAN);
        assert!(density.is_nan() && tail.is_nan());
    }
}
