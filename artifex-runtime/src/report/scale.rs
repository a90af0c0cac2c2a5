//! Axes: which numbers they show and where.

/// The share of the span that is left free at each end.
const ROOM: f64 = 0.05;

/// How values become positions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// The ends; of a logarithmic scale their decimal logarithms.
    low: f64,
    high: f64,
    logarithmic: bool,
}

/// A labelled position of an axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub value: f64,
    pub label: String,
}

impl Scale {
    /// For steps: from the smallest to the largest.
    pub(super) fn of_steps(low: u64, high: u64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "positions in a picture")]
        let (low, high) = (low as f64, high.max(low + 1) as f64);
        Self { low, high, logarithmic: false }
    }

    /// For finite values: with a little room at both ends; logarithmic where all are positive and the largest is more than
    /// 100 times the smallest.
    pub(super) fn of_values(low: f64, high: f64) -> Self {
        if low > 0.0 && high / low > 100.0 {
            let (low, high) = (low.log10(), high.log10());
            let room = (high - low) * ROOM;
            return Self { low: low - room, high: high + room, logarithmic: true };
        }
        Self::linear(low, high)
    }

    /// The same, never logarithmic.
    pub(super) fn linear(low: f64, high: f64) -> Self {
        let room = match high - low {
            // A constant curve in the middle of an axis that shows its size.
            0.0 if low == 0.0 => 1.0,
            0.0 => low.abs() * 0.1,
            span => span * ROOM,
        };
        Self { low: low - room, high: high + room, logarithmic: false }
    }

    pub(super) const fn is_logarithmic(&self) -> bool {
        self.logarithmic
    }

    /// Where a value is: 0 at the low end, 1 at the high end.
    pub(super) fn position(&self, value: f64) -> f64 {
        let value = if self.logarithmic { value.log10() } else { value };
        // Halves, because the difference of two huge numbers of opposite sign overflows.
        (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0)
    }

    /// About `wanted` round numbers within the scale; no steps smaller than `smallest_step` (1 for whole numbers, else 0).
    pub(super) fn ticks(&self, wanted: u32, smallest_step: f64) -> Vec<Tick> {
        if self.logarithmic { self.powers_of_ten(wanted) } else { self.round_numbers(wanted, smallest_step) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "exponents of f64 and a handful of ticks")]
    fn powers_of_ten(&self, wanted: u32) -> Vec<Tick> {
        let (first, last) = (self.low.ceil() as i32, self.high.floor() as i32);
        let every = ((last - first) / wanted.cast_signed().max(1) + 1).max(1);
        // A few decades have room for 2 and 5 too.
        let factors: &[f64] = if last - first <= 2 { &[1.0, 2.0, 5.0] } else { &[1.0] };
        let exponents = (first - 1..=last).filter(|exponent| exponent.rem_euclid(every) == 0);
        exponents
            .map(|exponent| 10f64.powi(exponent))
            .flat_map(|power| factors.iter().map(move |factor| (factor * power, power)))
            .filter(|(value, _)| (self.low..=self.high).contains(&value.log10()))
            .map(|(value, power)| Tick { value, label: plain(value, power) })
            .collect()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a handful of ticks")]
    fn round_numbers(&self, wanted: u32, smallest_step: f64) -> Vec<Tick> {
        let rough = (self.high / f64::from(wanted) - self.low / f64::from(wanted)).max(f64::MIN_POSITIVE);
        let power = 10f64.powf(rough.log10().floor());
        // The nearest of the round factors, by their geometric means.
        let factor = match rough / power {
            ..1.5 => 1.0,
            ..3.2 => 2.0,
            ..7.1 => 5.0,
            _ => 10.0,
        };
        let step = (factor * power).max(smallest_step);
        let (first, last) = ((self.low / step).ceil() as i64, (self.high / step).floor() as i64);
        (first..=last)
            .map(|i| {
                #[expect(clippy::cast_precision_loss, reason = "small where the step fits the span")]
                let value = i as f64 * step;
                Tick { value, label: plain(value, step) }
            })
            // Of huge values close together no multiple of the step may be inside.
            .filter(|tick| (self.low..=self.high).contains(&tick.value))
            .collect()
    }
}

/// A number with the decimals that a step of that size needs, commas between thousands, and an exponent where it would be
/// long.
fn plain(value: f64, step: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if value.abs() >= 1e6 || step < 1e-4 {
        // The digits that tell neighbouring ticks apart.
        let digits = (value.abs().log10().floor() - step.log10().floor()).clamp(0.0, 15.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        return format!("{value:.*e}", digits as usize);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 5")]
    let decimals = (-(step.log10() + 1e-9).floor()).clamp(0.0, 5.0) as usize;
    let text = format!("{value:.decimals$}");
    if value.abs() < 10_000.0 {
        return text;
    }
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (thousands, ones) = whole.split_at(whole.len() - 3);
    format!("{thousands},{ones}{rest}")
}

/// A value with four significant digits, for legends.
pub(super) fn four_digits(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 || (1e-3..1e5).contains(&size) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 6")]
        let decimals = if value == 0.0 { 0 } else { (3.0 - size.log10().floor()).clamp(0.0, 6.0) as usize };
        format!("{value:.decimals$}")
    } else {
        format!("{value:.3e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(scale: &Scale, wanted: u32, smallest_step: f64) -> Vec<String> {
        scale.ticks(wanted, smallest_step).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn linear_ticks_are_round_and_inside() {
        let linear = |low, high| Scale { low, high, logarithmic: false };
        assert_eq!(labels(&linear(0.0, 1.0), 5, 0.0), ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(labels(&linear(-0.13, 0.21), 5, 0.0), ["-0.10", "-0.05", "0", "0.05", "0.10", "0.15", "0.20"]);
        assert_eq!(labels(&linear(0.0, 20_000.0), 5, 1.0), ["0", "5000", "10,000", "15,000", "20,000"]);
        assert_eq!(labels(&linear(3.0, 5.0), 6, 1.0), ["3", "4", "5"]);
        assert_eq!(labels(&linear(1.0e-7, 3.0e-7), 4, 0.0), ["1.0e-7", "1.5e-7", "2.0e-7", "2.5e-7", "3.0e-7"]);
        assert_eq!(
            labels(&linear(1e9, 1.0002e9), 4, 0.0),
            ["1.00000e9", "1.00005e9", "1.00010e9", "1.00015e9", "1.00020e9"]
        );
        for (low, high) in [(0.0, 1e-3), (-5.0, 1e300), (f64::MIN / 2.0, f64::MAX / 2.0), (99.9, 100.1), (0.0, 7.0)] {
            for wanted in 2..8 {
                let ticks = linear(low, high).ticks(wanted, 0.0);
                assert!((1..=2 * wanted as usize).contains(&ticks.len()), "{low}..{high}, {wanted}: {ticks:?}");
                assert!(ticks.iter().all(|tick| tick.value >= low && tick.value <= high), "{ticks:?}");
            }
        }
    }

    #[test]
    fn logarithmic_ticks_are_powers_of_ten() {
        let scale = Scale::of_values(0.0005, 20.0);
        assert!(scale.is_logarithmic());
        assert_eq!(labels(&scale, 6, 0.0), ["0.001", "0.01", "0.1", "1", "10"]);
        assert_eq!(labels(&Scale::of_values(1e-12, 1e12), 5, 0.0), ["1e-12", "1e-6", "1", "1e6", "1e12"]);
        assert_eq!(labels(&Scale::of_values(1.1, 111.0), 5, 0.0), ["1", "2", "5", "10", "20", "50", "100"]);
    }

    #[test]
    fn scales_are_logarithmic_only_for_wide_positive_values() {
        for (low, high) in [(0.0, 1e9), (-1.0, 1e9), (1.0, 100.0), (5.0, 5.0)] {
            assert!(!Scale::of_values(low, high).is_logarithmic(), "{low}..{high}");
        }
        assert!(Scale::of_values(1.0, 101.0).is_logarithmic());
    }

    #[test]
    fn positions_are_inside_for_everything_shown() {
        for (low, high) in [
            (0.0, 1.0),
            (1.0, 1000.0),
            (5.0, 5.0),
            (0.0, 0.0),
            (-1e300, 1e300),
            (1e-300, 1e300),
            (1e20, 1e20 + 65_536.0),
        ] {
            let scale = Scale::of_values(low, high);
            let (first, last) = (scale.position(low), scale.position(high));
            assert!(first >= 0.0 && first <= last && last <= 1.0, "{low}..{high}: {first}, {last}");
            assert!(scale.ticks(5, 0.0).iter().all(|t| (-1e-9..=1.0 + 1e-9).contains(&scale.position(t.value))));
        }
        let scale = Scale::of_values(1.0, 10_000.0);
        assert!((scale.position(100.0) - 0.5).abs() < 1e-12);
        assert_eq!(Scale::of_steps(7, 7).position(7.0), 0.0);
    }

    #[test]
    fn legend_values_have_four_digits() {
        let shown = [0.0, 0.123_456, 12.3456, 1234.56, 99_999.0, 123_456.0, 0.000_123_456, -2.5];
        let expected = ["0", "0.1235", "12.35", "1235", "99999", "1.235e5", "1.235e-4", "-2.500"];
        assert_eq!(shown.map(four_digits), expected);
    }
}
