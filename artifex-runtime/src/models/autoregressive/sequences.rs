//! Sequences of tokens that grow.

use std::ops::ControlFlow;

use super::continuation::{ContinuationOptions, draw, probabilities};
use crate::models::SampleError;
use crate::rng::Rngs;

/// Sequences of one length that grow together, a token at a time.
pub(super) trait Sequences {
    /// The tokens of each.
    fn rows(&self) -> &[Vec<u32>];

    /// The scores of every token as the next one of each sequence.
    fn next_scores(&mut self, rngs: &mut Rngs) -> Result<Vec<Vec<f32>>, SampleError>;

    /// Adds a token to each.
    fn push(&mut self, tokens: &[u32]);
}

/// Adds `count` tokens to every sequence, drawn from the stream `sample`.
pub(super) fn draw_rows(
    sequences: &mut impl Sequences,
    count: usize,
    temperature: f64,
    rngs: &mut Rngs,
) -> Result<(), SampleError> {
    let options = ContinuationOptions { temperature, ..ContinuationOptions::default() };
    for _ in 0..count {
        let scores = sequences.next_scores(rngs)?;
        let uniform = rngs.stream("sample").uniform(scores.len());
        let tokens = scores.iter().zip(uniform).map(|(scores, uniform)| token(scores, &[], &options, uniform));
        sequences.push(&tokens.collect::<Vec<_>>());
    }
    Ok(())
}

/// Continues one sequence by draws, as [`GenerativeModel::continuation`](crate::models::GenerativeModel::continuation) says.
pub(super) fn go_on(
    sequence: &mut impl Sequences,
    vocabulary: usize,
    options: &ContinuationOptions,
    rngs: &mut Rngs,
    each: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Vec<u32>, SampleError> {
    check(&sequence.rows()[0], vocabulary, options)?;
    let given = sequence.rows()[0].len();
    for _ in 0..options.tokens {
        let scores = sequence.next_scores(rngs)?;
        let uniform = rngs.stream("sample").uniform(1)[0];
        let token = token(&scores[0], &sequence.rows()[0], options, uniform);
        sequence.push(&[token]);
        if each(token).is_break() {
            break;
        }
    }
    Ok(sequence.rows()[0][given..].to_vec())
}

/// Checks the options, and that the model knows every token of the prompt.
pub(super) fn check(prompt: &[u32], vocabulary: usize, options: &ContinuationOptions) -> Result<(), SampleError> {
    options.check()?;
    let unknown = |token: &&u32| usize::try_from(**token).is_ok_and(|token| token >= vocabulary);
    prompt.iter().find(unknown).map_or(Ok(()), |token| Err(SampleError::Token { token: *token, vocabulary }))
}

fn token(scores: &[f32], seen: &[u32], options: &ContinuationOptions, uniform: f32) -> u32 {
    u32::try_from(draw(&probabilities(scores, seen, options), uniform)).unwrap_or(u32::MAX)
}
