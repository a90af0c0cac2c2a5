//! Sequences that grow token by token.

use burn::module::Module;
use burn::tensor::{Int, Tensor, TensorData};

use super::TransformerModel;
use crate::models::SampleError;
use crate::models::autoregressive::sequences::Sequences;
use crate::nn::params::to_host;
use crate::nn::transformer::Cache;
use crate::rng::Rngs;

/// Sequences of the same length, and what the model remembers of them.
///
/// The model sees the start token and what follows, as many tokens as it can; when they are full, it forgets the older half, and
/// computes the others again.
#[derive(Clone, Debug)]
pub(super) struct Growing {
    model: TransformerModel,
    /// The tokens after the start token.
    rows: Vec<Vec<u32>>,
    /// How many tokens are forgotten; the start token is the first.
    forgotten: usize,
    pub(super) cache: Cache,
}

impl Growing {
    /// Sequences that go on after these, of one length each.
    pub(super) fn new(model: &TransformerModel, prompts: &[Vec<u32>]) -> Self {
        Self { model: model.valid(), rows: prompts.to_vec(), forgotten: 0, cache: Cache::default() }
    }

    /// Keeps these, in that order; one may come several times.
    fn select(&mut self, rows: &[usize]) {
        self.rows = rows.iter().map(|row| self.rows[*row].clone()).collect();
        #[expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "few sequences")]
        let numbers: Vec<i32> = rows.iter().map(|row| *row as i32).collect();
        let count = numbers.len();
        let device = self.model.tokens.device();
        self.cache = self.cache.select(&Tensor::from_data(TensorData::new(numbers, [count]), &device));
    }
}

impl Sequences for Growing {
    fn rows(&self) -> &[Vec<u32>] {
        &self.rows
    }

    fn next_scores(&mut self, rngs: &mut Rngs) -> Result<Vec<Vec<f32>>, SampleError> {
        // The start token stands before the first.
        let length = self.rows[0].len() + 1;
        let longest = self.model.sequence_length;
        if length - self.forgotten > longest {
            self.forgotten = length - (longest / 2).max(1);
            self.cache = Cache::default();
        }
        let from = self.forgotten + self.cache.len();
        let (count, rows) = (length - from, self.rows.len());
        let token = |row: &[u32], at: usize| match at.checked_sub(1) {
            #[expect(
                clippy::cast_possible_wrap,
                clippy::cast_possible_truncation,
                reason = "far fewer tokens than 2^31"
            )]
            None => self.model.start_token as i32,
            Some(at) => row[at].cast_signed(),
        };
        let new: Vec<i32> = self.rows.iter().flat_map(|row| (from..length).map(|at| token(row, at))).collect();
        let new = Tensor::<2, Int>::from_data(TensorData::new(new, [rows, count]), &self.model.tokens.device());
        // Without a cache nothing is remembered, and all positions are new ones.
        let cache = self.model.use_cache.then_some(&mut self.cache);
        let hidden = self.model.hidden(new, cache, rngs);
        let scores = self.model.scores(hidden.narrow(1, count - 1, 1));
        let vocabulary = scores.dims()[2];
        let (_, scores) = to_host(scores).map_err(SampleError::Device)?;
        Ok(scores.chunks_exact(vocabulary).map(<[f32]>::to_vec).collect())
    }

    fn push(&mut self, tokens: &[u32]) {
        self.rows.iter_mut().zip(tokens).for_each(|(row, token)| row.push(*token));
    }
}

/// The most probable continuation that beam search finds: after each token so many sequences are kept.
pub(super) fn most_probable(
    model: &TransformerModel,
    prompt: &[u32],
    beams: usize,
    tokens: usize,
    rngs: &mut Rngs,
) -> Result<Vec<u32>, SampleError> {
    let mut sequences = Growing::new(model, &[prompt.to_vec()]);
    let mut logs = vec![0.0];
    for _ in 0..tokens {
        let scores = sequences.next_scores(rngs)?;
        let mut next: Vec<(f64, usize, u32)> = Vec::new();
        for (row, (scores, log)) in scores.iter().zip(&logs).enumerate() {
            let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let sum: f64 = scores.iter().map(|score| f64::from(score - highest).exp()).sum();
            let of = |score: &f32| log + f64::from(score - highest) - sum.ln();
            next.extend((0..).zip(scores).map(|(token, score)| (of(score), row, token)));
        }
        // Of equal ones the first: the sort is stable.
        next.sort_by(|a, b| b.0.total_cmp(&a.0));
        next.truncate(beams);
        sequences.select(&next.iter().map(|(_, row, _)| *row).collect::<Vec<_>>());
        sequences.push(&next.iter().map(|(_, _, token)| *token).collect::<Vec<_>>());
        logs = next.iter().map(|(log, _, _)| *log).collect();
    }
    Ok(sequences.rows()[0][prompt.len()..].to_vec())
}
