//! A trivial model to be better than.

use super::form::Form;
use crate::models::gaussian::Gaussian;
use crate::models::{Baseline, Batch};
use crate::nn::params::to_host;
use crate::rng::Rngs;

/// The mean negative log-likelihood on `held_out` of one normal distribution with the mean and covariance of `train`, in nats of the
/// data; of one for each class, if the model is told `classes`. Images are taken as the flow takes them before the logit: with noise
/// over one step, of a fixed seed.
pub(super) fn gaussian(form: &Form, classes: Option<usize>, train: &Batch, held_out: &Batch) -> Option<Baseline> {
    let mut rngs = Rngs::new(0);
    let mut values = |batch: &Batch| {
        let (_, values) = to_host(form.values(batch, &mut rngs)).ok()?;
        Some(values.into_iter().map(f64::from).collect::<Vec<f64>>())
    };
    let (train_values, held_out_values) = (values(train)?, values(held_out)?);
    let width = form.variables;
    let all: Vec<&[f64]> = train_values.chunks_exact(width).collect();
    let judged: Vec<&[f64]> = held_out_values.chunks_exact(width).collect();
    // One class if none are told.
    let of = |batch: &Batch| match classes {
        None => Some(vec![0; batch.len()]),
        Some(_) => batch.labels()?.into_data().try_to_vec_as::<i64>().ok(),
    };
    let (train_classes, held_out_classes) = (of(train)?, of(held_out)?);
    let fitted: Vec<Gaussian> = (0..i64::try_from(classes.unwrap_or(1)).ok()?)
        .map(|class| {
            let own: Vec<&[f64]> =
                all.iter().zip(&train_classes).filter(|(_, other)| **other == class).map(|(row, _)| *row).collect();
            // Without examples of a class nothing is known of it.
            Gaussian::fit(if own.is_empty() { &all } else { &own }, width)
        })
        .collect::<Option<_>>()?;
    let mut sum = 0.0;
    for (row, class) in judged.iter().zip(&held_out_classes) {
        sum += fitted.get(usize::try_from(*class).ok()?)?.nll(row);
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
    let mean = if judged.is_empty() { return None } else { sum / judged.len() as f64 };
    let name = if classes.is_some() { "one Gaussian for each class" } else { "one Gaussian" };
    Some(Baseline { name, value: mean + form.nats_of_steps() })
}
