//! The levels of noise that a sampler visits.

use super::{FinalSigma, KarrasEnds, TimestepSpacing, TimestepsConfig};
use crate::kernels::diffusion::{DiffusionError, NoiseSchedule, Spacing, karras_sigmas};
use crate::models::diffusion::process::{Level, Process, preserving, time_between};

/// ρ of Karras et al. 2022, equation 5.
const RHO: f64 = 7.0;

/// The ratio of noise to signal that is taken for that of a step without signal: its signal squared is `2^-24`, the smallest number
/// above 0 of half precision, as in diffusers. (The square root of `2^24 - 1`, to double precision.)
const MOST: f64 = 4_095.999_877_929_685_7;

/// Which times a kind of samplers takes for those between the steps of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// They are kept.
    Kept,
    /// Those of `linspace` are rounded.
    Rounded,
    /// All are rounded, and `linspace` and `leading` have one more step, which is 0 and is left out.
    RoundedWithEnd,
}

/// The levels that a sampler visits, from the noisiest down, and the one at which it ends.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    pub(super) visited: Vec<Level>,
    /// Their times in the process itself.
    pub(super) times: Vec<f64>,
    pub(super) end: Level,
}

impl Levels {
    /// Each level with the next one.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (Level, Level)> + '_ {
        let next = self.visited.iter().skip(1).copied().chain(std::iter::once(self.end));
        self.visited.iter().copied().zip(next)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.visited.len()
    }
}

/// The levels of a config along a process.
///
/// # Errors
/// If the schedule has fewer steps, or none that is so much later.
pub(super) fn levels(
    process: &Process,
    timesteps: &TimestepsConfig,
    between: Between,
) -> Result<Levels, DiffusionError> {
    if let Process::Discrete(schedule) = process {
        return of_schedule(schedule, timesteps, between);
    }
    let times = times(process, timesteps.steps, timesteps.spacing, timesteps.karras_ends)?;
    let visited = times.iter().map(|time| process.level(*time)).collect::<Result<_, _>>()?;
    let end = match timesteps.final_sigma {
        FinalSigma::Zero => Level::CLEAN,
        FinalSigma::SigmaMin => process.level(process.range()[0])?,
    };
    Ok(Levels { visited, times, end })
}

/// Times of a process in continuous time.
#[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
fn times(
    process: &Process,
    n: usize,
    spacing: TimestepSpacing,
    karras_ends: KarrasEnds,
) -> Result<Vec<f64>, DiffusionError> {
    let [least, most] = process.range();
    let last = n.saturating_sub(1).max(1) as f64;
    match spacing {
        TimestepSpacing::Leading => Err(DiffusionError::Leading),
        TimestepSpacing::Trailing => {
            // Flows end at 0 itself.
            let end = if matches!(process, Process::Flow { .. }) { 0.0 } else { least };
            Ok((0..n).map(|i| most + (end - most) * i as f64 / n as f64).collect())
        }
        TimestepSpacing::Linspace => Ok((0..n).map(|i| most + (least - most) * i as f64 / last).collect()),
        TimestepSpacing::Quadratic => {
            let root = |i: usize| 1.0 - i as f64 / last;
            Ok((0..n).map(|i| least + (most - least) * root(i) * root(i)).collect())
        }
        TimestepSpacing::Karras => {
            let [least, most] = match karras_ends {
                KarrasEnds::Schedule => [least, most],
                KarrasEnds::Leading => return Err(DiffusionError::Leading),
                KarrasEnds::Trailing => {
                    let times = times(process, n, TimestepSpacing::Trailing, karras_ends)?;
                    [times[n - 1], times[0]]
                }
            };
            let sigma = |time| Ok::<_, DiffusionError>(process.level(time)?.marginal.ratio());
            let sigmas = karras_sigmas(n, sigma(least)?, sigma(most)?, RHO)?;
            Ok(sigmas.into_iter().map(|sigma| process.time_of(sigma)).collect())
        }
    }
}

/// The levels of steps of a schedule.
fn of_schedule(
    schedule: &NoiseSchedule,
    timesteps: &TimestepsConfig,
    between: Between,
) -> Result<Levels, DiffusionError> {
    let TimestepsConfig { steps: n, spacing, steps_offset, karras_ends, final_sigma } = *timesteps;
    let more = usize::from(between == Between::RoundedWithEnd && n < schedule.steps());
    let of_steps = |spacing, more, offset| -> Result<Vec<Level>, DiffusionError> {
        let steps = schedule.time_steps(n + more, spacing)?;
        // Where there is one more it is the last one.
        let taken = steps.len() - more;
        steps.into_iter().take(taken).map(|step| at_step(schedule, step + offset, between)).collect()
    };
    let visited = match spacing {
        TimestepSpacing::Leading => of_steps(Spacing::Leading, more, steps_offset)?,
        TimestepSpacing::Trailing => of_steps(Spacing::Trailing, 0, 0)?,
        TimestepSpacing::Quadratic => of_steps(Spacing::Quadratic, 0, 0)?,
        TimestepSpacing::Linspace if between != Between::Kept => of_steps(Spacing::Linspace, more, 0)?,
        TimestepSpacing::Linspace => {
            // As many as that there are: the same check as above.
            schedule.time_steps(n, Spacing::Linspace)?;
            let sigmas = finite_sigmas(schedule);
            #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
            let (last, parts) = ((schedule.steps() - 1) as f64, (n - 1).max(1) as f64);
            #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
            let time = |i: usize| last * i as f64 / parts;
            (0..n).rev().map(|i| at_sigma(sigma_at(&sigmas, time(i)), time(i))).collect::<Result<_, _>>()?
        }
        TimestepSpacing::Karras => {
            let sigmas = finite_sigmas(schedule);
            let ends = |spacing, more, offset| {
                let levels = of_steps(spacing, more, offset)?;
                let ratio = |level: Option<&Level>| level.map_or(f64::NAN, |level| level.marginal.ratio());
                Ok((ratio(levels.last()), ratio(levels.first())))
            };
            let (least, most) = match karras_ends {
                KarrasEnds::Schedule => (sigmas[0], sigmas[sigmas.len() - 1]),
                KarrasEnds::Leading => ends(Spacing::Leading, more, steps_offset)?,
                KarrasEnds::Trailing => ends(Spacing::Trailing, 0, 0)?,
            };
            let level = |sigma| {
                let time = time_between(&sigmas, sigma);
                at_sigma(sigma, if between == Between::RoundedWithEnd { time.round_ties_even() } else { time })
            };
            karras_sigmas(n, least, most, RHO)?.into_iter().map(level).collect::<Result<_, _>>()?
        }
    };
    let end = match final_sigma {
        FinalSigma::Zero => Level::CLEAN,
        FinalSigma::SigmaMin => at_step(schedule, 0, between)?,
    };
    let times = visited.iter().map(|level: &Level| level.time).collect();
    Ok(Levels { visited, times, end })
}

/// The level of a step. Samplers over ratios of noise to signal cannot begin without any.
fn at_step(schedule: &NoiseSchedule, step: usize, between: Between) -> Result<Level, DiffusionError> {
    let marginal = schedule.marginal(step)?;
    #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
    let time = step as f64;
    if marginal.signal() == 0.0 && between != Between::Rounded {
        at_sigma(MOST, time)
    } else {
        Ok(Level { marginal, time })
    }
}

/// The level of a ratio of noise to signal.
fn at_sigma(sigma: f64, time: f64) -> Result<Level, DiffusionError> {
    Ok(Level { marginal: preserving(sigma)?, time })
}

/// The ratios of noise to signal of a schedule's steps.
fn finite_sigmas(schedule: &NoiseSchedule) -> Vec<f64> {
    schedule.sigmas().into_iter().map(|sigma| if sigma.is_finite() { sigma } else { MOST }).collect()
}

/// The ratio at a time, on a straight line between those of the steps.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time of the schedule")]
fn sigma_at(sigmas: &[f64], time: f64) -> f64 {
    let (low, part) = (time.floor() as usize, time.fract());
    let high = sigmas.get(low + 1).copied().unwrap_or(sigmas[low]);
    sigmas[low] * (1.0 - part) + high * part
}
