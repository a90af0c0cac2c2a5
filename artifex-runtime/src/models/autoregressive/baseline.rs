//! A trivial model to be better than.

use burn::tensor::{Int, Tensor};

use crate::models::{Baseline, TokenBatch};

/// The mean loss of a model that draws every token for itself, as often as it is predicted in `train`; one is added to each count.
#[expect(clippy::cast_precision_loss, reason = "far fewer tokens than 2^52")]
pub(super) fn frequencies(train: &TokenBatch, held_out: &TokenBatch, vocabulary: usize) -> Option<Baseline> {
    let (train, held_out) = (predicted(train)?, predicted(held_out)?);
    let mut counts = vec![1_u64; vocabulary];
    for token in &train {
        *counts.get_mut(*token)? += 1;
    }
    let all = (train.len() + vocabulary) as f64;
    let mut sum = 0.0;
    for token in &held_out {
        sum -= (*counts.get(*token)? as f64 / all).ln();
    }
    Some(Baseline { name: "frequencies of tokens", value: sum / held_out.len() as f64 })
}

/// The predicted tokens.
fn predicted(batch: &TokenBatch) -> Option<Vec<usize>> {
    let tokens: Tensor<2, Int> = batch.tokens.clone().narrow(1, batch.given, batch.predicted());
    let tokens = tokens.try_into_data().ok()?.try_to_vec_as::<i64>().ok()?;
    tokens.into_iter().map(|token| usize::try_from(token).ok()).collect()
}
