//! The levels of noise that a sampler visits.

use super::TimestepSpacing;
use crate::kernels::diffusion::{DiffusionError, Marginal, NoiseSchedule, Spacing, karras_sigmas};

/// ρ of Karras et al. 2022, equation 5.
const RHO: f64 = 7.0;

/// A level of noise, and the time by which a network knows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Signal and noise.
    pub marginal: Marginal,
    /// The step of the schedule, or between steps.
    pub time: f64,
}

impl Level {
    /// Data without noise, which no model is asked about.
    pub(super) const CLEAN: Self = Self { marginal: Marginal::CLEAN, time: 0.0 };
}

/// What becomes of times between the steps of a schedule where `linspace` gives some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// They are kept.
    Kept,
    /// They are rounded.
    Rounded,
    /// They are rounded, and the last of one more step, which is 0, is left out.
    RoundedWithEnd,
}

/// The levels of `n` steps, from the noisiest down.
///
/// # Errors
/// If there are fewer steps, or the noisiest level is infinite where a number is needed.
pub(super) fn levels(
    schedule: &NoiseSchedule,
    n: usize,
    spacing: TimestepSpacing,
    between: Between,
) -> Result<Vec<Level>, DiffusionError> {
    let of_steps = |spacing, n, taken| {
        let steps = schedule.time_steps(n, spacing)?.into_iter().take(taken);
        #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
        let level = |step| Ok(Level { marginal: schedule.marginal(step)?, time: step as f64 });
        steps.map(level).collect::<Result<Vec<_>, DiffusionError>>()
    };
    match spacing {
        TimestepSpacing::Leading => of_steps(Spacing::Leading, n, n),
        TimestepSpacing::Trailing => of_steps(Spacing::Trailing, n, n),
        TimestepSpacing::Quadratic => of_steps(Spacing::Quadratic, n, n),
        TimestepSpacing::Linspace => match between {
            Between::RoundedWithEnd if n < schedule.steps() => of_steps(Spacing::Linspace, n + 1, n),
            Between::Rounded | Between::RoundedWithEnd => of_steps(Spacing::Linspace, n, n),
            Between::Kept => {
                // As many as that there are: the same check as above.
                schedule.time_steps(n, Spacing::Linspace)?;
                #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
                let (last, parts) = ((schedule.steps() - 1) as f64, (n - 1).max(1) as f64);
                #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
                let time = |i: usize| last * i as f64 / parts;
                (0..n).rev().map(|i| at_sigma(schedule.sigma_at(time(i))?, time(i))).collect()
            }
        },
        TimestepSpacing::Karras => {
            let sigmas = schedule.sigmas();
            let (least, most) = (sigmas[0], sigmas[sigmas.len() - 1]);
            let level = |sigma| at_sigma(sigma, time_of(&sigmas, sigma));
            karras_sigmas(n, least, most, RHO)?.into_iter().map(level).collect()
        }
    }
}

/// The level with that ratio of noise to signal whose squares add up to 1.
fn at_sigma(sigma: f64, time: f64) -> Result<Level, DiffusionError> {
    if sigma.is_infinite() {
        return Ok(Level { marginal: Marginal::new(0.0, 1.0)?, time });
    }
    let root = sigma.hypot(1.0);
    Ok(Level { marginal: Marginal::new(1.0 / root, sigma / root)?, time })
}

/// The time at which a schedule of these ratios has one between its ends: on a straight line between steps in the logarithm.
#[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
fn time_of(sigmas: &[f64], sigma: f64) -> f64 {
    let above = sigmas.partition_point(|step| *step < sigma).min(sigmas.len() - 1);
    let Some(below) = above.checked_sub(1) else { return 0.0 };
    let part = (sigma / sigmas[below]).ln() / (sigmas[above] / sigmas[below]).ln();
    below as f64 + part.clamp(0.0, 1.0)
}
