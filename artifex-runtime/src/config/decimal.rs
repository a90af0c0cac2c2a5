//! Multiples, exactly: of the numbers as they are written, so that 0.3 is a multiple of 0.1 although no `f64` says so.

use super::doc::{Num, Number};

/// Whether `number` is a whole multiple of `step`, which is above zero. Both count as written in decimal.
#[must_use]
pub const fn is_multiple(number: &Number<'_>, step: &Number<'_>) -> bool {
    if let (Some(number), Some(step)) = (decimal(number), decimal(step))
        && let Some(answer) = divides(number, step)
    {
        return answer;
    }
    // More digits than an i128 holds: the nearest floats have to do.
    number.value.as_f64() % step.value.as_f64() == 0.0
}

/// `digits * 10^exponent`.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i128,
    exponent: i32,
}

/// The number as written; `None` for `nan`, the infinities and too many digits.
const fn decimal(number: &Number<'_>) -> Option<Decimal> {
    match number.value {
        // The text may be hexadecimal; the value is exact.
        Num::Int(digits) => Some(Decimal { digits, exponent: 0 }),
        Num::Float(x) if x.is_finite() => parse(number.text.as_bytes()),
        Num::Float(_) => None,
    }
}

const fn parse(text: &[u8]) -> Option<Decimal> {
    let (mut digits, mut exponent, mut any, mut in_fraction) = (0_i128, 0_i32, false, false);
    let mut i = 0;
    while i < text.len() {
        match text[i] {
            digit @ b'0'..=b'9' => {
                any = true;
                digits = match digits.checked_mul(10) {
                    Some(shifted) => match shifted.checked_add((digit - b'0') as i128) {
                        Some(sum) => sum,
                        None => return None,
                    },
                    None => return None,
                };
                if in_fraction {
                    exponent -= 1;
                }
            }
            b'.' => in_fraction = true,
            b'_' | b'+' | b'-' => {}
            b'e' | b'E' => {
                let Some(power) = power(text, i + 1) else { return None };
                exponent += power;
                break;
            }
            _ => return None,
        }
        i += 1;
    }
    if any { Some(Decimal { digits, exponent }) } else { None }
}

/// The exponent that starts at byte `i`.
const fn power(text: &[u8], mut i: usize) -> Option<i32> {
    let (mut power, mut negative) = (0_i32, false);
    while i < text.len() {
        match text[i] {
            digit @ b'0'..=b'9' => {
                power = power * 10 + (digit - b'0') as i32;
                // No finite f64 is written with such an exponent, except zero and what rounds to it.
                if power > 9999 {
                    return None;
                }
            }
            b'-' => negative = true,
            b'+' | b'_' => {}
            _ => return None,
        }
        i += 1;
    }
    Some(if negative { -power } else { power })
}

/// Whether `step` divides `number`; `None` if an i128 is too small to tell.
const fn divides(number: Decimal, step: Decimal) -> Option<bool> {
    if number.digits == 0 {
        return Some(true);
    }
    if step.digits == 0 {
        return Some(false);
    }
    let mut shift = number.exponent - step.exponent;
    let mut digits = number.digits;
    while shift < 0 {
        if digits % 10 != 0 {
            // The step may end in zeros too: 5 is a multiple of 50e-1.
            return Some(divides_shifted(digits, step.digits, shift));
        }
        digits /= 10;
        shift += 1;
    }
    let mut rest = digits % step.digits;
    while shift > 0 && rest != 0 {
        rest = match rest.checked_mul(10) {
            Some(shifted) => shifted % step.digits,
            None => return None,
        };
        shift -= 1;
    }
    Some(rest == 0)
}

/// Whether `step * 10^-shift` divides `digits`, for a negative shift and digits that do not end in zero.
const fn divides_shifted(digits: i128, step: i128, mut shift: i32) -> bool {
    let mut step = step;
    while shift < 0 {
        step = match step.checked_mul(10) {
            Some(step) => step,
            // Larger than any digits, so no divisor of them.
            None => return false,
        };
        shift += 1;
    }
    digits % step == 0
}

#[cfg(test)]
mod tests {
    use super::is_multiple;
    use crate::config::doc::{Num, Number};

    fn number(text: &str) -> Number<'_> {
        let value = text.parse().map_or_else(|_| Num::Float(text.parse().unwrap()), Num::Int);
        Number { value, text }
    }

    #[test]
    fn multiples_as_written() {
        for (n, step, expected) in [
            ("24", "8", true),
            ("12", "8", false),
            ("-16", "8", true),
            ("0", "8", true),
            ("0.3", "0.1", true),
            ("0.35", "0.1", false),
            ("-1.5", "0.25", true),
            ("1", "0.25", true),
            ("1.0", "3", false),
            ("3.0", "3", true),
            ("30", "1.5e1", true),
            ("5", "5.0", true),
            ("5", "50e-1", true),
            ("20", "2e1", true),
            ("2", "2e1", false),
            ("1e300", "8", true),
            ("1e300", "3", false),
            ("1e-7", "1e-9", true),
            ("1e-9", "1e-7", false),
            ("0.0", "0.1", true),
            ("inf", "2", false),
            ("nan", "2", false),
            ("1234567890123456789012345678901234567890.0", "2", true),
        ] {
            assert_eq!(is_multiple(&number(n), &number(step)), expected, "{n} of {step}");
        }
    }
}
