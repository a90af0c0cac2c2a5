//! Learning-rate schedules.

use crate::config::ModelConfig;

/// How the learning rate changes over a run. Every schedule can start with a linear warm-up from 0.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum ScheduleConfig {
    /// The same rate throughout.
    Constant(ConstantSchedule),
    /// Half a cosine wave from the full rate down to a share of it at the end of the run.
    Cosine(CosineSchedule),
    /// A straight line from the full rate down to a share of it at the end of the run.
    Linear(LinearSchedule),
    /// A fixed factor per number of updates, applied smoothly.
    Exponential(ExponentialSchedule),
    /// A fixed factor per number of updates, applied at once.
    Step(StepSchedule),
}

/// The same learning rate throughout.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ConstantSchedule {
    /// Updates over which the rate grows from 0.
    #[config(default = 0)]
    pub warmup_steps: u64,
}

/// Half a cosine wave down (Loshchilov and Hutter 2017, without restarts).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CosineSchedule {
    /// Updates over which the rate grows from 0.
    #[config(default = 0)]
    pub warmup_steps: u64,
    /// Share of the rate that is left at the end.
    #[config(default = 0.0, min = 0, max = 1)]
    pub min_ratio: f64,
}

/// A straight line down.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct LinearSchedule {
    /// Updates over which the rate grows from 0.
    #[config(default = 0)]
    pub warmup_steps: u64,
    /// Share of the rate that is left at the end.
    #[config(default = 0.0, min = 0, max = 1)]
    pub min_ratio: f64,
}

/// `decay_rate ^ (step / decay_steps)`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ExponentialSchedule {
    /// Updates over which the rate grows from 0; the decay starts after them.
    #[config(default = 0)]
    pub warmup_steps: u64,
    /// Factor per `decay_steps` updates.
    #[config(default = 0.95, exclusive_min = 0, max = 1)]
    pub decay_rate: f64,
    /// Updates in which the rate falls by the factor.
    #[config(default = 1000, min = 1)]
    pub decay_steps: u64,
}

/// `gamma ^ floor(step / step_size)`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct StepSchedule {
    /// Updates over which the rate grows from 0; the decay starts after them.
    #[config(default = 0)]
    pub warmup_steps: u64,
    /// Updates between two drops.
    #[config(default = 1000, min = 1)]
    pub step_size: u64,
    /// Factor of a drop.
    #[config(default = 0.1, exclusive_min = 0, max = 1)]
    pub gamma: f64,
}

impl ScheduleConfig {
    const fn warmup_steps(&self) -> u64 {
        match self {
            Self::Constant(schedule) => schedule.warmup_steps,
            Self::Cosine(schedule) => schedule.warmup_steps,
            Self::Linear(schedule) => schedule.warmup_steps,
            Self::Exponential(schedule) => schedule.warmup_steps,
            Self::Step(schedule) => schedule.warmup_steps,
        }
    }

    /// The factor on the learning rate in update number `step` (from 0) of `total`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 steps")]
    pub fn factor(&self, step: u64, total: u64) -> f64 {
        let warmup = self.warmup_steps();
        if step < warmup {
            return step as f64 / warmup as f64;
        }
        let after = (step - warmup) as f64;
        let done = (after / total.saturating_sub(warmup).max(1) as f64).min(1.0);
        match self {
            Self::Constant(_) => 1.0,
            Self::Cosine(CosineSchedule { min_ratio, .. }) => {
                min_ratio + (1.0 - min_ratio) * 0.5 * (1.0 + (std::f64::consts::PI * done).cos())
            }
            Self::Linear(LinearSchedule { min_ratio, .. }) => 1.0 - (1.0 - min_ratio) * done,
            Self::Exponential(schedule) => schedule.decay_rate.powf(after / schedule.decay_steps.max(1) as f64),
            Self::Step(schedule) => schedule.gamma.powf((after / schedule.step_size.max(1) as f64).floor()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_factors(schedule: &ScheduleConfig, expected: &[(u64, f64)]) {
        for &(step, expected) in expected {
            let found = schedule.factor(step, 1000);
            assert!((found - expected).abs() < 1e-7, "{schedule:?} at {step}: {found}, not {expected}");
        }
    }

    #[test]
    fn factors_equal_the_table() {
        let cosine = ScheduleConfig::Cosine(CosineSchedule { warmup_steps: 100, min_ratio: 0.1 });
        assert_factors(&cosine, &[(0, 0.0), (50, 0.5), (100, 1.0), (500, 0.628_141_68), (1000, 0.1), (1500, 0.1)]);
        let linear = ScheduleConfig::Linear(LinearSchedule { warmup_steps: 100, min_ratio: 0.1 });
        assert_factors(&linear, &[(0, 0.0), (50, 0.5), (100, 1.0), (500, 0.6), (1000, 0.1), (1500, 0.1)]);
        let exponential =
            ScheduleConfig::Exponential(ExponentialSchedule { warmup_steps: 0, decay_rate: 0.95, decay_steps: 100 });
        assert_factors(
            &exponential,
            &[(0, 1.0), (50, 0.974_679_434), (100, 0.95), (500, 0.773_780_938), (1500, 0.463_291_23)],
        );
        let step = ScheduleConfig::Step(StepSchedule { warmup_steps: 0, step_size: 500, gamma: 0.1 });
        assert_factors(&step, &[(499, 1.0), (500, 0.1), (1000, 0.01), (1500, 0.001)]);
        assert_factors(&ScheduleConfig::Constant(ConstantSchedule { warmup_steps: 0 }), &[(0, 1.0), (999, 1.0)]);
    }

    #[test]
    fn every_schedule_warms_up() {
        for schedule in [
            ScheduleConfig::Constant(ConstantSchedule { warmup_steps: 10 }),
            ScheduleConfig::Exponential(ExponentialSchedule { warmup_steps: 10, decay_rate: 0.5, decay_steps: 10 }),
            ScheduleConfig::Step(StepSchedule { warmup_steps: 10, step_size: 10, gamma: 0.5 }),
        ] {
            assert_factors(&schedule, &[(0, 0.0), (5, 0.5), (10, 1.0)]);
        }
    }
}
