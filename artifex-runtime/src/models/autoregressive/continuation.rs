//! How the next token is chosen.

use crate::models::SampleError;

/// How a sequence of tokens is continued.
#[derive(Clone, Debug, PartialEq)]
pub struct ContinuationOptions {
    /// How many tokens are added.
    pub tokens: usize,
    /// Divides the scores: below 1 more probable tokens, above 1 more varied ones, at 0 always the most probable.
    pub temperature: f64,
    /// Only so many of the most probable tokens (Fan et al. 2018).
    pub top_k: Option<usize>,
    /// Only the most probable tokens that together have at least this probability: the one that reaches it is kept (nucleus
    /// sampling, Holtzman et al. 2020, equation 2).
    pub top_p: Option<f64>,
    /// Only tokens with at least this share of the largest probability (Nguyen et al. 2024).
    pub min_p: Option<f64>,
    /// The scores of tokens that occurred already are divided by this if they are positive, and multiplied by it if not: above 1
    /// they become less probable (Keskar et al. 2019, section 4.1).
    pub repetition_penalty: f64,
    /// Instead of draws: the most probable of the continuations that are found when so many are kept after each token (beam
    /// search). One is the same as a temperature of 0.
    pub beams: Option<usize>,
}

impl Default for ContinuationOptions {
    fn default() -> Self {
        Self {
            tokens: 256,
            temperature: 1.0,
            top_k: None,
            top_p: None,
            min_p: None,
            repetition_penalty: 1.0,
            beams: None,
        }
    }
}

impl ContinuationOptions {
    /// Checks the options.
    ///
    /// # Errors
    /// [`SampleError::Temperature`], [`SampleError::Option`] for a value out of its range, and [`SampleError::Unsupported`] if
    /// beam search is asked for together with what only draws have.
    pub fn check(&self) -> Result<(), SampleError> {
        if !self.temperature.is_finite() || self.temperature < 0.0 {
            return Err(SampleError::Temperature(self.temperature));
        }
        let share = |name, value: Option<f64>| match value {
            Some(value) if !(value > 0.0 && value <= 1.0) => {
                Err(SampleError::Option { name, value, expected: "above 0 and at most 1" })
            }
            _ => Ok(()),
        };
        let count = |name, value: Option<usize>| match value {
            Some(0) => Err(SampleError::Option { name, value: 0.0, expected: "at least 1" }),
            _ => Ok(()),
        };
        share("top_p", self.top_p)?;
        share("min_p", self.min_p)?;
        count("top_k", self.top_k)?;
        count("beams", self.beams)?;
        let penalty = self.repetition_penalty;
        if !(penalty.is_finite() && penalty > 0.0) {
            return Err(SampleError::Option {
                name: "repetition_penalty",
                value: penalty,
                expected: "a finite number above 0",
            });
        }
        let plain = Self { tokens: self.tokens, beams: self.beams, ..Self::default() };
        if self.beams.is_some() && *self != plain {
            return Err(SampleError::Unsupported(
                "beam search draws nothing: leave out temperature, top-k, top-p, min-p and the repetition penalty, or the beams"
                    .to_owned(),
            ));
        }
        Ok(())
    }
}

/// The probability that each token is drawn with, from the scores of the model and the tokens so far: the repetition penalty,
/// the temperature, top-k, top-p and min-p, in this order.
#[must_use]
pub fn probabilities(scores: &[f32], seen: &[u32], options: &ContinuationOptions) -> Vec<f64> {
    let mut scores: Vec<f64> = scores.iter().copied().map(f64::from).collect();
    penalise(&mut scores, seen, options.repetition_penalty);
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if options.temperature == 0.0 {
        // Of equal ones the first.
        let best = scores.iter().position(|score| score.total_cmp(&highest).is_eq());
        return (0..scores.len()).map(|token| if Some(token) == best { 1.0 } else { 0.0 }).collect();
    }
    let mut weights: Vec<f64> = scores.iter().map(|score| ((score - highest) / options.temperature).exp()).collect();
    normalise(&mut weights);
    if options.top_k.is_some() || options.top_p.is_some() {
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
        if let Some(count) = options.top_k {
            keep(&mut weights, &order, count);
        }
        if let Some(share) = options.top_p {
            let mut sum = 0.0;
            let below = order.iter().take_while(|token| {
                sum += weights[**token];
                sum < share
            });
            let count = below.count() + 1;
            keep(&mut weights, &order, count);
        }
    }
    if let Some(share) = options.min_p {
        let least = share * weights.iter().copied().fold(0.0, f64::max);
        weights.iter_mut().filter(|weight| **weight < least).for_each(|weight| *weight = 0.0);
        normalise(&mut weights);
    }
    weights
}

/// The token that a uniform number in [0, 1) falls on when they lie side by side, each as wide as its probability.
pub(super) fn draw(probabilities: &[f64], uniform: f32) -> usize {
    let mut rest = f64::from(uniform);
    for (token, probability) in probabilities.iter().enumerate() {
        rest -= probability;
        if rest < 0.0 {
            return token;
        }
    }
    // Rounding left a little at the end.
    probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
}

fn penalise(scores: &mut [f64], seen: &[u32], penalty: f64) {
    let mut done = vec![false; scores.len()];
    for token in seen.iter().filter_map(|token| usize::try_from(*token).ok()) {
        if let (Some(score), Some(done)) = (scores.get_mut(token), done.get_mut(token))
            && !std::mem::replace(done, true)
        {
            *score = if *score > 0.0 { *score / penalty } else { *score * penalty };
        }
    }
}

/// Leaves the first `count` of an order.
fn keep(weights: &mut [f64], order: &[usize], count: usize) {
    order.iter().skip(count).for_each(|token| weights[*token] = 0.0);
    normalise(weights);
}

fn normalise(weights: &mut [f64]) {
    let sum: f64 = weights.iter().sum();
    for weight in weights {
        *weight /= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> ContinuationOptions {
        ContinuationOptions::default()
    }

    /// Scores whose softmax is .6, .3, .1, in another order.
    fn scores() -> [f32; 3] {
        [0.3f32.ln(), 0.6f32.ln(), 0.1f32.ln()]
    }

    #[track_caller]
    fn assert_chosen(options: &ContinuationOptions, seen: &[u32], expected: [f64; 3]) {
        options.check().unwrap();
        let found = probabilities(&scores(), seen, options);
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{found:?}, not {expected:?}");
    }

    #[test]
    fn the_token_that_reaches_the_nucleus_is_kept() {
        let top_p = |share| ContinuationOptions { top_p: Some(share), ..options() };
        assert_chosen(&top_p(0.7), &[], [1.0 / 3.0, 2.0 / 3.0, 0.0]);
        assert_chosen(&top_p(0.59), &[], [0.0, 1.0, 0.0]);
        assert_chosen(&top_p(0.95), &[], [0.3, 0.6, 0.1]);
        assert_chosen(&top_p(1.0), &[], [0.3, 0.6, 0.1]);
    }

    #[test]
    fn the_rest_is_cut_off_and_shared_out() {
        assert_chosen(&options(), &[0], [0.3, 0.6, 0.1]);
        assert_chosen(&ContinuationOptions { top_k: Some(2), ..options() }, &[], [1.0 / 3.0, 2.0 / 3.0, 0.0]);
        assert_chosen(&ContinuationOptions { top_k: Some(9), ..options() }, &[], [0.3, 0.6, 0.1]);
        // Below a fifth of .6 is .1 alone.
        assert_chosen(&ContinuationOptions { min_p: Some(0.2), ..options() }, &[], [1.0 / 3.0, 2.0 / 3.0, 0.0]);
        assert_chosen(&ContinuationOptions { min_p: Some(0.51), ..options() }, &[], [0.0, 1.0, 0.0]);
        // Top-p sees what top-k has left: two thirds are more than .65.
        let both = ContinuationOptions { top_k: Some(2), top_p: Some(0.65), ..options() };
        assert_chosen(&both, &[], [0.0, 1.0, 0.0]);
    }

    #[test]
    fn the_temperature_sharpens() {
        let at = |temperature| ContinuationOptions { temperature, ..options() };
        assert_chosen(&at(0.0), &[], [0.0, 1.0, 0.0]);
        let squares = 0.09 + 0.36 + 0.01;
        assert_chosen(&at(0.5), &[], [0.09 / squares, 0.36 / squares, 0.01 / squares]);
        let even = ContinuationOptions { temperature: 0.0, ..options() };
        assert_eq!(probabilities(&[1.0, 2.0, 2.0], &[], &even), [0.0, 1.0, 0.0]);
    }

    #[test]
    fn what_occurred_is_less_probable() {
        let penalty = ContinuationOptions { repetition_penalty: 2.0, ..options() };
        // The logarithms are negative: twice as negative, so .6 becomes .36 before it is shared out; once, however often.
        let sum = 0.3 + 0.36 + 0.1;
        assert_chosen(&penalty, &[1, 1], [0.3 / sum, 0.36 / sum, 0.1 / sum]);
        let found = probabilities(&[2.0, 1.0], &[0], &penalty);
        assert_eq!(found, [0.5, 0.5], "a positive score is halved");
    }

    #[test]
    fn draws_fall_where_they_lie() {
        let of = |uniform| draw(&[0.25, 0.0, 0.75], uniform);
        assert_eq!([0.0, 0.24, 0.25, 0.99].map(of), [0, 0, 2, 2]);
        assert_eq!(draw(&[0.5, 0.499, 0.0], 0.9999), 1);
    }

    #[test]
    fn options_out_of_range_say_so() {
        let error = |options: ContinuationOptions| options.check().unwrap_err().to_string();
        assert_eq!(
            error(ContinuationOptions { top_p: Some(1.5), ..options() }),
            "`top_p` is 1.5, but it must be above 0 and at most 1"
        );
        assert_eq!(
            error(ContinuationOptions { top_k: Some(0), ..options() }),
            "`top_k` is 0, but it must be at least 1"
        );
        for wrong in [
            ContinuationOptions { min_p: Some(0.0), ..options() },
            ContinuationOptions { beams: Some(0), ..options() },
            ContinuationOptions { repetition_penalty: f64::NAN, ..options() },
            ContinuationOptions { temperature: -1.0, ..options() },
        ] {
            assert!(wrong.check().is_err(), "{wrong:?}");
        }
        assert!(
            error(ContinuationOptions { beams: Some(2), top_k: Some(3), ..options() })
                .starts_with("beam search draws nothing: leave out temperature, top-k")
        );
        assert!(ContinuationOptions { beams: Some(2), tokens: 3, ..options() }.check().is_ok());
    }
}
