//! What models have in common that predict each token from those before it.

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::sequences::{Sequences, draw_rows};
use crate::distributions::categorical_log_prob;
use crate::models::{LogProb, LogProbKind, Losses, SampleError, SampleOptions, Samples, TokenBatch};
use crate::rng::Rngs;

/// What a pass through a model of tokens computes.
#[derive(Clone, Debug)]
pub struct NextTokenOutput {
    /// The scores of every token at each predicted place: `[B, predicted, vocabulary]`.
    pub scores: Tensor<3>,
    /// The tokens that stand there: `[B, predicted]`.
    pub targets: Tensor<2, Int>,
}

impl NextTokenOutput {
    /// `scores` are given what the model sees of the batch, and how many places at its end are predicted: the token that each place is
    /// predicted after, which for the first is `start` where nothing is given.
    pub(super) fn new(
        batch: &TokenBatch,
        start: usize,
        scores: impl FnOnce(Tensor<2, Int>, usize) -> Tensor<3>,
    ) -> Self {
        let ([examples, count], predicted) = (batch.tokens.dims(), batch.predicted());
        let before_last = || batch.tokens.clone().narrow(1, 0, count - 1);
        #[expect(clippy::cast_possible_wrap, reason = "far fewer tokens than 2^63")]
        let start = || Tensor::full([examples, 1], start as i64, &batch.tokens.device());
        let seen = match (batch.given, count) {
            (0, 1) => start(),
            (0, _) => Tensor::cat(vec![start(), before_last()], 1),
            _ => before_last(),
        };
        Self { scores: scores(seen, predicted), targets: batch.tokens.clone().narrow(1, batch.given, predicted) }
    }

    /// The mean negative log-likelihood of a predicted token, in nats, and in bits for each byte of text.
    pub(super) fn losses(&self, batch: &TokenBatch) -> Losses {
        #[expect(clippy::cast_precision_loss, reason = "far fewer tokens than 2^52")]
        let predicted = batch.predicted() as f64;
        let total = categorical_log_prob(self.targets.clone(), self.scores.clone()).mean().neg() / predicted;
        let losses = Losses::new(total.clone());
        match batch.bytes_per_token {
            None => losses,
            Some(bytes) => losses.with("bits_per_byte", total / (std::f64::consts::LN_2 * bytes)),
        }
    }

    /// The log-likelihood of the predicted tokens of each sequence.
    pub(super) fn log_prob(self) -> LogProb {
        let values = categorical_log_prob(self.targets, self.scores);
        LogProb { values, kind: LogProbKind::Exact, variables: None }
    }
}

/// The perplexity: the exponential of the mean loss.
pub(super) fn perplexity(terms: &[(&'static str, f64)]) -> Vec<(&'static str, f64)> {
    terms.first().map(|(_, total)| ("perplexity", total.exp())).into_iter().collect()
}

/// Draws `n` sequences of `length` tokens. `draws` is as in [`SampleOptions::check_untruncated`]; `empty` makes sequences of prompts.
pub(super) fn samples<S: Sequences>(
    [n, length]: [usize; 2],
    draws: &str,
    options: &SampleOptions,
    rngs: &mut Rngs,
    device: &Device,
    empty: impl FnOnce(&[Vec<u32>]) -> S,
) -> Result<Samples, SampleError> {
    options.check()?;
    if n == 0 {
        return Err(SampleError::Empty);
    }
    options.check_untruncated(draws)?;
    let mut sequences = empty(&vec![Vec::new(); n]);
    draw_rows(&mut sequences, length, options.temperature, rngs)?;
    let drawn: Vec<i32> = sequences.rows().iter().flatten().map(|token| token.cast_signed()).collect();
    Ok(Samples::Tokens(Tensor::from_data(TensorData::new(drawn, [n, length]), device)))
}
