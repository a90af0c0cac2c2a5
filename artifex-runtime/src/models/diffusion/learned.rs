//! Variances of steps that a network predicts beside the noise, and the bound by which it learns them.

use burn::tensor::{Tensor, TensorData};

use super::process::Level;
use crate::kernels::diffusion::{AncestralVariance, DiffusionError, NoiseSchedule, StepRule};

/// Half the width of the bins whose probability the last step gives: that of 256 values from -1 to 1 (Ho et al. 2020, equation 13).
const HALF_BIN: f64 = 1.0 / 255.0;

/// Probabilities are taken to be at least this.
const LEAST: f64 = 1e-12;

/// The steps of a schedule that lie before the levels of examples, back to less noise. All but the data are `[B, 1]`.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    /// `[B, values]`.
    data: Tensor<2>,
    /// The factor of the data in the mean of `q(x_{t-1} | x_t, x_0)`.
    of_data: Tensor<2>,
    /// The logarithm of its variance; at the first step of the schedule, which has none, that at the second.
    log_small: Tensor<2>,
    /// The logarithm of the variance of `q(x_t | x_{t-1})`.
    log_large: Tensor<2>,
    /// 1 for the first step of the schedule, 0 for the others.
    first: Tensor<2>,
}

/// One of them.
struct Step {
    of_data: f64,
    log_small: f64,
    log_large: f64,
}

impl Step {
    fn new(schedule: &NoiseSchedule, step: usize) -> Result<Self, DiffusionError> {
        let from = schedule.marginal(step)?;
        let Some(before) = step.checked_sub(1) else {
            // It ends at the data: β is its noise.
            let log_large = 2.0 * from.noise().ln();
            let log_small = if schedule.steps() > 1 { Self::new(schedule, 1)?.log_small } else { log_large };
            return Ok(Self { of_data: 1.0, log_small, log_large });
        };
        let rule = StepRule::ancestral(from, schedule.marginal(before)?, AncestralVariance::LearnedRange)?;
        let (middle, half) = (2.0 * rule.log_std, 2.0 * rule.log_std_slope);
        Ok(Self { of_data: rule.denoised, log_small: middle - half, log_large: middle + half })
    }
}

impl Steps {
    /// Those of the levels of examples `[B, values]`.
    pub(super) fn new(schedule: &NoiseSchedule, levels: &[Level], data: &Tensor<2>) -> Result<Self, DiffusionError> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a step of the schedule")]
        let numbers: Vec<usize> = levels.iter().map(|level| level.time as usize).collect();
        let steps = numbers.iter().map(|step| Step::new(schedule, *step)).collect::<Result<Vec<_>, _>>()?;
        let device = data.device();
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let column = |values: &mut dyn Iterator<Item = f64>| {
            let values: Vec<f32> = values.map(|value| value as f32).collect();
            let count = values.len();
            Tensor::<2>::from_data(TensorData::new(values, [count, 1]), &device)
        };
        Ok(Self {
            data: data.clone(),
            of_data: column(&mut steps.iter().map(|step| step.of_data)),
            log_small: column(&mut steps.iter().map(|step| step.log_small)),
            log_large: column(&mut steps.iter().map(|step| step.log_large)),
            first: column(&mut numbers.iter().map(|step| f64::from(u8::from(*step == 0)))),
        })
    }

    /// The term of the variational bound of each example's step (Ho et al. 2020, equation 5) in bits for each value, `[B]`: how far the
    /// network's step is from `q(x_{t-1} | x_t, x_0)`, and at the first step the negative logarithm of the probability of the data.
    ///
    /// `[B, values]`: estimates of the data, and predictions of the variance, -1 for the smallest and 1 for the largest.
    pub(super) fn bound(&self, denoised: Tensor<2>, variance: Tensor<2>) -> Tensor<1> {
        let share = (variance + 1.0) * 0.5;
        let log_variance = self.log_small.clone() + share * (self.log_large.clone() - self.log_small.clone());
        let error = self.data.clone() - denoised;
        let off = self.of_data.clone() * error.clone();
        let narrower = self.log_small.clone() - log_variance.clone();
        let divergence =
            (narrower.clone().exp() - narrower - 1.0 + off.square() * log_variance.clone().neg().exp()) * 0.5;
        let nats =
            divergence * (self.first.clone().neg() + 1.0) + self.surprise(&error, &log_variance) * self.first.clone();
        nats.mean_dim(1).squeeze_dim::<1>(1) / std::f64::consts::LN_2
    }

    /// `-ln P` of the bins that the data are in, of normal distributions with these variances from which the data are that far off. The
    /// outermost bins have no end.
    fn surprise(&self, error: &Tensor<2>, log_variance: &Tensor<2>) -> Tensor<2> {
        let scale = (log_variance.clone() * -0.5).exp() * std::f64::consts::FRAC_1_SQRT_2;
        let below = |edge: f64| (((error.clone() + edge) * scale.clone()).erf() + 1.0) * 0.5;
        let (low, high) = (below(-HALF_BIN), below(HALF_BIN));
        let low = low.mask_fill(self.data.clone().lower_elem(HALF_BIN - 1.0), 0.0);
        let high = high.mask_fill(self.data.clone().greater_elem(1.0 - HALF_BIN), 1.0);
        (high - low).clamp_min(LEAST).log().neg()
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;
