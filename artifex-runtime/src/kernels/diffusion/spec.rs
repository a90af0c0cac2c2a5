//! A step's numbers as kernels take them.

use super::error::{DiffusionError, in_range};
use super::prediction::Prediction;
use super::rule::StepRule;
use crate::rng::Stream;

/// The factors of one step, or of one sample's: with `m = u + guidance · (model - u)` and
/// `d = clip(start_of_x · x + start_of_model · m)`,
/// `x' = x · x + model · m + denoised · d + previous · p + noise · exp(log_std + log_std_slope · v) · z`.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Factors {
    pub(super) start_of_x: f64,
    pub(super) start_of_model: f64,
    pub(super) clip: f64,
    pub(super) guidance: f64,
    pub(super) x: f64,
    pub(super) model: f64,
    pub(super) denoised: f64,
    pub(super) previous: f64,
    pub(super) noise: f64,
    pub(super) log_std: f64,
    pub(super) log_std_slope: f64,
}

impl Factors {
    /// How many there are.
    pub(super) const COUNT: usize = 11;

    /// In the order of their declaration, as f32.
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    pub(super) const fn row(&self) -> [f32; Self::COUNT] {
        [
            self.start_of_x as f32,
            self.start_of_model as f32,
            self.clip as f32,
            self.guidance as f32,
            self.x as f32,
            self.model as f32,
            self.denoised as f32,
            self.previous as f32,
            self.noise as f32,
            self.log_std as f32,
            self.log_std_slope as f32,
        ]
    }
}

/// A step: its factors, once or for each sample, and which of its parts there are.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "which parts there are")]
pub struct StepSpec {
    pub(super) factors: Vec<Factors>,
    pub(super) guided: bool,
    /// Whether the estimate of the data is clipped.
    pub(super) clipped: bool,
    pub(super) previous: bool,
    pub(super) learned: bool,
    /// Where noise is drawn from, if any is.
    pub(super) from: Option<Stream>,
}

/// What is done with a model's output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub prediction: Prediction,
    pub guidance: Option<f64>,
    pub clip: Option<f64>,
    pub recompute: bool,
}

impl Reading {
    /// The factors of a step for an output that is read so. `keep` asks for the estimate of the data too.
    pub(super) fn factors(self, rule: &StepRule, keep: bool) -> Result<Factors, DiffusionError> {
        let guidance = self.guidance.unwrap_or(1.0);
        in_range("the guidance's weight", guidance, true, "a finite number")?;
        if let Some(clip) = self.clip {
            in_range("the clip", clip, clip > 0.0, "a number above 0")?;
        }
        let mut factors = Factors {
            clip: self.clip.unwrap_or(0.0),
            guidance,
            x: rule.x,
            previous: rule.previous,
            noise: rule.noise,
            log_std: rule.log_std,
            log_std_slope: rule.log_std_slope,
            ..Factors::default()
        };
        // ε from the clipped estimate: (x - signal · d) / noise.
        let recomputed = self.clip.is_some() && self.recompute && rule.epsilon != 0.0;
        if recomputed {
            let (signal, noise) = (rule.at.signal(), rule.at.noise());
            in_range("the noise", noise, noise > 0.0, "a level with noise, from which it can be computed again")?;
            factors.x += rule.epsilon / noise;
            factors.denoised = rule.denoised - rule.epsilon * signal / noise;
        } else {
            factors.denoised = rule.denoised;
            if rule.epsilon != 0.0 {
                let epsilon = self.prediction.epsilon_at(rule.at)?;
                factors.x += rule.epsilon * epsilon.0;
                factors.model += rule.epsilon * epsilon.1;
            }
        }
        if keep || factors.denoised != 0.0 {
            let start = self.prediction.start_at(rule.at)?;
            (factors.start_of_x, factors.start_of_model) = (start.0, start.1);
            if self.clip.is_none() {
                // All is linear: folded here, in double precision, where large factors may cancel.
                factors.x += factors.denoised * start.0;
                factors.model += factors.denoised * start.1;
                factors.denoised = 0.0;
            }
        }
        Ok(factors)
    }
}
