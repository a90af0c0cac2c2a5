//! The trivial model of data without a likelihood: every value is drawn for itself. And the rows that are compared.

use burn::tensor::{Int, Tensor, TensorData};

use super::distance::energy_distance;
use super::{Baseline, Batch, Samples};
use crate::distributions::level_indices;
use crate::rng::Stream;

/// The largest set of held-out examples that the trivial model is compared with.
const MOST: usize = 2048;

/// A batch as rows of values, as the data is.
pub(super) fn flat_batch(batch: &Batch) -> Tensor<2> {
    match batch {
        Batch::Images(batch) => flat(batch.images.clone()),
        Batch::Points(batch) => batch.points.clone(),
        Batch::Tokens(batch) => batch.tokens.clone().float(),
    }
}

/// Samples as rows of values.
pub(super) fn flat_samples(samples: &Samples) -> Tensor<2> {
    match samples {
        Samples::Images(images) => flat(images.clone()),
        Samples::Points(points) => points.clone(),
        Samples::Tokens(tokens) => tokens.clone().float(),
    }
}

fn flat(images: Tensor<4>) -> Tensor<2> {
    let [count, height, width, channels] = images.dims();
    images.reshape([count, height * width * channels])
}

/// Rows `[B, values]` with their classes beside them, as coordinates of which one is 1: `[B, values + classes]`.
pub(super) fn beside_classes(values: Tensor<2>, labels: Tensor<1, Int>, classes: usize) -> Tensor<2> {
    let one_hot = labels.one_hot::<2>(classes).float();
    Tensor::cat(vec![values, one_hot], 1)
}

/// The energy distance to `held_out` of a model that draws every value for itself, from the values that the examples of `train`
/// have there: of the same class, if `classes` are told. As many samples as held-out examples, up to a limit, by a fixed seed.
pub(super) fn independent_values(train: &Batch, held_out: &Batch, classes: Option<usize>) -> Option<Baseline> {
    let labels = |batch: &Batch| batch.labels()?.into_data().try_to_vec_as::<i64>().ok();
    let (train_values, held_out_values) =
        (flat_batch(train).without_autodiff(), flat_batch(held_out).without_autodiff());
    let ([rows, width], count) = (train_values.dims(), held_out_values.dims()[0].min(MOST));
    if rows == 0 || count == 0 {
        return None;
    }
    let values = train_values.into_data().try_to_vec_as::<f32>().ok()?;
    // The rows of each class; one class if none are told.
    let told = classes.map(|_| Some((labels(train)?, labels(held_out)?)));
    let (of_train, of_held_out) = match told {
        Some(labels) => labels?,
        None => (vec![0; rows], vec![0; count]),
    };
    let all: Vec<usize> = (0..rows).collect();
    let of_class = |class: i64| -> Vec<usize> {
        let found: Vec<usize> = all.iter().copied().filter(|row| of_train[*row] == class).collect();
        if found.is_empty() { all.clone() } else { found }
    };
    let mut candidates = std::collections::BTreeMap::new();
    let mut stream = Stream::from_seed(0).fold_in("independent values");
    let mut drawn = Vec::with_capacity(count * width);
    for &class in &of_held_out[..count] {
        let rows = candidates.entry(class).or_insert_with(|| of_class(class));
        for column in 0..width {
            #[expect(clippy::cast_possible_truncation, reason = "below the number of rows")]
            let row = rows[stream.below(rows.len() as u64) as usize];
            drawn.push(values[row * width + column]);
        }
    }
    let device = held_out_values.device();
    let samples = Tensor::<2>::from_data(TensorData::new(drawn, [count, width]), &device);
    let held_out_values = held_out_values.narrow(0, 0, count);
    let (samples, held_out_values) = match classes {
        None => (samples, held_out_values),
        Some(classes) => {
            let labels = Tensor::<1, Int>::from_data(TensorData::new(of_held_out[..count].to_vec(), [count]), &device);
            (beside_classes(samples, labels.clone(), classes), beside_classes(held_out_values, labels, classes))
        }
    };
    let value = energy_distance(samples, held_out_values).try_into_scalar::<f64>().ok()?;
    let name = match (train, classes) {
        (Batch::Images(_), None) => "independent pixels",
        (Batch::Images(_), Some(_)) => "independent pixels of each class",
        (Batch::Points(_), None) => "independent coordinates",
        (Batch::Points(_), Some(_)) => "independent coordinates of each class",
        // No GAN accepts them.
        (Batch::Tokens(_), _) => return None,
    };
    Some(Baseline { name, value })
}

/// The mean negative log-likelihood of images `[B, N]` whose values are drawn independently: each place has the share of each of the
/// evenly spaced levels in `train`, every level counted once more.
pub(super) fn independent_levels(train: Tensor<2>, held_out: Tensor<2>, levels: usize) -> Option<f64> {
    let pixels = train.dims()[1];
    let host = |x: Tensor<2>| -> Option<Vec<usize>> {
        let values = level_indices(x, levels).into_data().try_to_vec_as::<i64>().ok()?;
        values.into_iter().map(|value| usize::try_from(value).ok()).collect()
    };
    let (train, held_out) = (host(train)?, host(held_out)?);
    let mut counts = vec![1.0_f64; pixels * levels];
    for (at, value) in train.iter().enumerate() {
        counts[at % pixels * levels + value] += 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer images than 2^52")]
    let [seen, judged] = [(train.len() / pixels + levels) as f64, (held_out.len() / pixels) as f64];
    let loss = |(at, value): (usize, &usize)| -(counts[at % pixels * levels + value] / seen).ln();
    Some(held_out.iter().enumerate().map(loss).sum::<f64>() / judged)
}
