//! A trivial model to be better than.

use burn::tensor::Tensor;

use super::form::Form;
use super::labels;
use super::matrix::Matrix;
use crate::models::{Baseline, Batch};
use crate::nn::params::to_host;
use crate::rng::Rngs;

/// Added to every variance: what keeps a variable that never changes from a density without bounds.
const LEAST_VARIANCE: f64 = 1e-6;

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
        Some(_) => labels(batch)?.into_data().try_to_vec_as::<i64>().ok(),
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

/// A normal distribution with any covariance.
struct Gaussian {
    mean: Vec<f64>,
    /// The lower triangular root of the covariance.
    root: Matrix,
    /// What the negative log-likelihood of the mean is.
    least: f64,
}

impl Gaussian {
    /// The mean and covariance of rows; `None` if there are none.
    #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
    fn fit(rows: &[&[f64]], width: usize) -> Option<Self> {
        if rows.is_empty() {
            return None;
        }
        let count = rows.len() as f64;
        let mean: Vec<f64> = (0..width).map(|k| rows.iter().map(|row| row[k]).sum::<f64>() / count).collect();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "single precision is enough for a covariance of centred values"
        )]
        let centred: Vec<f32> =
            rows.iter().flat_map(|row| row.iter().zip(&mean).map(|(x, mean)| (x - mean) as f32)).collect();
        let centred = Tensor::<1>::from_floats(centred.as_slice(), &crate::device::cpu()).reshape([rows.len(), width]);
        let covariance: Tensor<2> = centred.clone().transpose().matmul(centred) / count;
        let mut covariance: Vec<f64> = to_host(covariance).ok()?.1.into_iter().map(f64::from).collect();
        (0..width).for_each(|k| covariance[k * width + k] += LEAST_VARIANCE);
        let root = Matrix::new(width, covariance).cholesky()?;
        let log_det: f64 = root.diagonal().map(f64::ln).sum();
        Some(Self { mean, root, least: 0.5 * std::f64::consts::TAU.ln() * width as f64 + log_det })
    }

    fn nll(&self, row: &[f64]) -> f64 {
        let centred: Vec<f64> = row.iter().zip(&self.mean).map(|(x, mean)| x - mean).collect();
        0.5 * self.root.solve_lower(&centred).iter().map(|x| x * x).sum::<f64>() + self.least
    }
}
