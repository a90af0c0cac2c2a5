//! `UniPC` (Zhao et al. 2023) on the estimated data.
//!
//! A step predicts from the estimates of the steps before, and the evaluation at its end corrects it. Both are linear in the estimates,
//! so the correction of one step and the prediction of the next are one step of the kernel, with factors computed here.

use std::collections::VecDeque;

use burn::tensor::Tensor;
use nalgebra::{DMatrix, DVector};

use super::{Level, UniPCVariant};
use crate::kernels::diffusion::{
    DiffusionError, Marginal, ModelOutput, Prediction, StepRule, linear_step, linear_step_with_denoised,
};
use crate::rng::Stream;

/// One step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct UniPCStep {
    pub(super) from: Level,
    pub(super) to: Level,
    /// The order, if there are as many estimates.
    pub(super) order: usize,
    pub(super) variant: UniPCVariant,
    /// Whether the evaluation at its end corrects it.
    pub(super) corrects: bool,
}

/// An estimate of the data, and half the logarithm of the signal-to-noise ratio at its level.
#[derive(Clone, Debug)]
struct Estimate<const D: usize> {
    lambda: f64,
    data: Tensor<D>,
}

/// What the steps before leave.
#[derive(Clone, Debug)]
pub(super) struct History<const D: usize> {
    /// Estimates, the latest first: as many as the next step can take.
    estimates: VecDeque<Estimate<D>>,
    /// What the evaluation at the end of the last step adds to it, if it corrects.
    correction: Option<Correction>,
}

impl<const D: usize> Default for History<D> {
    fn default() -> Self {
        Self { estimates: VecDeque::new(), correction: None }
    }
}

/// Factors of a correction: of the estimate at the end of a step, and of those before, the latest first.
#[derive(Clone, Debug, PartialEq)]
struct Correction {
    new: f64,
    before: Vec<f64>,
}

/// The most estimates that a step is made of besides its own.
const KEPT: usize = 3;

impl UniPCStep {
    /// Takes the step from `x`, with the model's output there. The estimates that it needs come from the history, where it leaves its
    /// own.
    pub(super) fn run<const D: usize>(
        &self,
        x: Tensor<D>,
        output: ModelOutput<D>,
        history: &mut History<D>,
    ) -> Result<Tensor<D>, DiffusionError> {
        let lambda = half_log_snr(self.from.marginal);
        let before: Vec<f64> = history.estimates.iter().map(|estimate| estimate.lambda).collect();
        let order = self.order.min(before.len() + 1);
        let Update { prediction, correction } = self.update(lambda, &before[..order - 1]);
        let Weights { of_x, own, before: mut factors } = prediction;
        factors.resize(before.len(), 0.0);
        let mut of_own = own;
        if let Some(Correction { new, before }) = history.correction.take() {
            // What is predicted from is x + the correction.
            of_own += of_x * new;
            for (factor, correction) in factors.iter_mut().zip(before) {
                *factor += of_x * correction;
            }
        }
        let rule = StepRule { x: of_x, denoised: of_own, ..rule(self.from.marginal) };
        let terms = factors.into_iter().zip(&history.estimates).map(|(factor, estimate)| (factor, &estimate.data));
        let unused = &mut Stream::from_seed(0);
        let (next, data) = match sum(terms.filter(|(factor, _)| *factor != 0.0))? {
            None => linear_step_with_denoised(x, output, None, &[rule], unused)?,
            Some((factor, rest)) => {
                let rule = StepRule { previous: factor, ..rule };
                linear_step_with_denoised(x, output, Some(rest), &[rule], unused)?
            }
        };
        // An estimate from noise alone has no place among the others.
        if lambda.is_finite() {
            history.estimates.push_front(Estimate { lambda, data });
            history.estimates.truncate(KEPT);
        }
        history.correction = correction.filter(|_| self.corrects);
        Ok(next)
    }

    /// The step's factors, given half the log-SNR at its beginning and at the steps before, and those of its correction.
    fn update(&self, lambda: f64, before: &[f64]) -> Update {
        let (from, to) = (self.from.marginal, self.to.marginal);
        let h = half_log_snr(to) - lambda;
        if h == 0.0 {
            // From one level to the same.
            return Update { prediction: Weights { of_x: 1.0, own: 0.0, before: Vec::new() }, correction: None };
        }
        let (of_x, own) = (to.noise() / from.noise(), -to.signal() * (-h).exp_m1());
        if h.is_infinite() {
            return Update { prediction: Weights { of_x, own, before: Vec::new() }, correction: None };
        }
        // x' = of_x x + own m_0 + Σ a_k (m_k - m_0) / r_k, where r_k is the place of m_k in units of this step; the corrector has one
        // more, at 1 (the paper's section 3, for predictions of the data).
        let scale = match self.variant {
            UniPCVariant::BH1 => h,
            UniPCVariant::BH2 => -(-h).exp_m1(),
        } * to.signal();
        let places: Vec<f64> = before.iter().map(|before| (before - lambda) / h).collect();
        let halves = |count: usize| if count == 1 { Some(vec![0.5 * scale]) } else { None };
        let predictor = halves(places.len()).unwrap_or_else(|| moments(&places, h, to));
        let ends: Vec<f64> = places.iter().copied().chain(std::iter::once(1.0)).collect();
        let corrector = halves(ends.len()).unwrap_or_else(|| moments(&ends, h, to));
        let weights: Vec<f64> = predictor.iter().zip(&places).map(|(factor, place)| factor / place).collect();
        let new = corrector[places.len()];
        // The correction is the difference to the predictor: of m_0, and of those before.
        let changes: Vec<f64> =
            corrector.iter().zip(&weights).zip(&places).map(|((a, weight), place)| a / place - weight).collect();
        let of_own = -new - changes.iter().sum::<f64>();
        let correction = Correction { new, before: std::iter::once(of_own).chain(changes).collect() };
        let own = own - weights.iter().sum::<f64>();
        Update { prediction: Weights { of_x, own, before: weights }, correction: Some(correction) }
    }
}

/// Factors of a prediction: of `x`, of the estimate there, and of those before, the latest first.
#[derive(Clone, Debug, PartialEq)]
struct Weights {
    of_x: f64,
    own: f64,
    before: Vec<f64>,
}

struct Update {
    prediction: Weights,
    correction: Option<Correction>,
}

/// Half the logarithm of the signal-to-noise ratio.
fn half_log_snr(at: Marginal) -> f64 {
    0.5 * at.log_snr()
}

/// The factors `a_k` for which `Σ a_k r_k^(i-1)` is the `i`-th moment of the exact step, for `i` from 1: the paper's `α B(h) a`, in which
/// the scale `B(h)` cancels.
fn moments(places: &[f64], h: f64, to: Marginal) -> Vec<f64> {
    let count = places.len();
    if count == 0 {
        return Vec::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "at most 3")]
    let matrix = DMatrix::from_fn(count, count, |i, k| places[k].powi(i as i32));
    let moments = DVector::from_fn(count, |i, _| to.signal() * moment(i + 1, h));
    // Places differ, so that there is one solution.
    matrix.lu().solve(&moments).map_or_else(|| vec![0.0; count], |solution| solution.iter().copied().collect())
}

/// `∫_0^1 h e^(-h (1 - u)) u^i du`: what the exact step makes of an estimate that grows as `u^i` along it.
fn moment(i: usize, h: f64) -> f64 {
    // By parts: I_i = 1 - (i / h) I_{i-1}, I_0 = 1 - e^-h; for short steps, where that cancels, the series
    // I_i = Σ_j (-1)^j h^(j+1) i! / (i + j + 1)!.
    #[expect(clippy::cast_precision_loss, reason = "at most 3")]
    let number = |k: usize| k as f64;
    if h < 1.0 {
        let (mut term, mut sum) = (h / number(i + 1), 0.0);
        for j in 0..40 {
            sum += term;
            term *= -h / number(i + j + 2);
        }
        return sum;
    }
    (1..=i).fold(-(-h).exp_m1(), |before, k| 1.0 - number(k) / h * before)
}

/// A rule of a level that gives 0.
const fn rule(at: Marginal) -> StepRule {
    StepRule { at, x: 0.0, denoised: 0.0, epsilon: 0.0, previous: 0.0, noise: 0.0, log_std: 0.0, log_std_slope: 0.0 }
}

/// A weighted sum as a tensor and its factor; `None` of nothing. Three terms are one launch.
fn sum<'a, const D: usize>(
    mut terms: impl Iterator<Item = (f64, &'a Tensor<D>)>,
) -> Result<Option<(f64, Tensor<D>)>, DiffusionError> {
    let Some((factor, first)) = terms.next() else { return Ok(None) };
    let Some((second_factor, second)) = terms.next() else { return Ok(Some((factor, first.clone()))) };
    let rule = StepRule { x: factor, denoised: second_factor, ..rule(Marginal::CLEAN) };
    let output = ModelOutput::new(second.clone(), Prediction::Sample);
    let (rule, input) = match terms.next() {
        None => (rule, None),
        Some((factor, third)) => (StepRule { previous: factor, ..rule }, Some(third.clone())),
    };
    Ok(Some((1.0, linear_step(first.clone(), output, input, &[rule], &mut Stream::from_seed(0))?)))
}
