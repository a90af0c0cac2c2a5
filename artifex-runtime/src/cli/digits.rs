//! How good a model's samples of the built-in digits are.

use super::error::Failure;
use super::runs::Prepared;
use crate::data::{DataConfig, Dataset, Splits};
use crate::factory::{BuildContext, Factory, ModelFactory};
use crate::metrics::{DigitClassifier, Features, PrecisionRecall, frechet_distance, precision_recall};
use crate::models::{Batch, DynModel, ModelError, SampleError, SampleOptions, Samples};
use crate::rng::Rngs;
use burn::tensor::{Device, Tensor};

/// The neighbour that balls of precision and recall reach to, as in the paper.
const NEIGHBOUR: usize = 3;

/// Samples of a model beside real digits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scores {
    /// Images on each side of every comparison.
    images: usize,
    /// Distance between samples and held-out digits.
    distance: f64,
    /// The same of the model as it was before training.
    untrained: f64,
    /// The same of digits that the model learnt from.
    training_data: f64,
    closeness: PrecisionRecall,
    /// For a class-conditional model: the share of samples that are taken for their class.
    class_accuracy: Option<f64>,
    /// The same of the held-out digits.
    real_accuracy: f64,
}

/// Judges a model's samples if it was trained on the built-in digits and can be sampled.
pub(super) fn judge<Z: Factory>(
    factory: &ModelFactory<Z>,
    prepared: &Prepared<Z>,
    data: &Splits,
) -> Result<Option<Scores>, Failure> {
    let config = &prepared.loaded.value;
    if !matches!(config.data, DataConfig::Digits(_)) {
        return Ok(None);
    }
    let device = &prepared.device.device;
    let (held_out, train) = (&*data.held_out, &*data.train);
    let (classifier, images) =
        (DigitClassifier::shipped(device).map_err(Failure::run)?, held_out.len().min(train.len()));
    let Some(drawn) = draw(&*prepared.model, images, config.seed)? else { return Ok(None) };
    let mut cx = BuildContext::new(device.clone(), config.seed).without_files();
    let fresh = factory.create(&config.model, &mut cx).map_err(Failure::input)?;
    let Some(fresh) = draw(&*fresh, images, config.seed)? else { return Ok(None) };
    let features = |images: &Tensor<4>| classifier.features(images).map_err(Failure::run);
    let real = real_images(held_out, images, device);
    let reference = features(&real.images)?;
    let samples = features(&drawn)?;
    let distance = |other: &Features| frechet_distance(&reference, other).map_err(Failure::run);
    let accuracy = |images: &Tensor<4>, classes: &[usize]| classifier.accuracy(images, classes).map_err(Failure::run);
    let class_accuracy = match prepared.model.classes() {
        Some(classes) => {
            let asked = SampleOptions::default().classes(images, classes).map_err(Failure::run)?;
            Some(accuracy(&drawn, &asked)?)
        }
        None => None,
    };
    Ok(Some(Scores {
        images,
        distance: distance(&samples)?,
        untrained: distance(&features(&fresh)?)?,
        training_data: distance(&features(&real_images(train, images, device).images)?)?,
        closeness: precision_recall(&reference, &samples, NEIGHBOUR).map_err(Failure::run)?,
        class_accuracy,
        real_accuracy: accuracy(&real.images, &real.classes)?,
    }))
}

/// Samples of a model, if it can be sampled and gives images.
fn draw(model: &dyn DynModel, n: usize, seed: u64) -> Result<Option<Tensor<4>>, Failure> {
    match model.generate(n, &SampleOptions::default(), &mut Rngs::new(seed)) {
        Ok(Samples::Images(images)) => Ok(Some(images)),
        Ok(_) | Err(ModelError::Sample(SampleError::Unsupported(_))) => Ok(None),
        Err(error) => Err(Failure::run(error)),
    }
}

/// Real digits and what they are.
struct Real {
    images: Tensor<4>,
    classes: Vec<usize>,
}

/// Digits from all over a data set, which has at least `n`.
fn real_images(data: &dyn Dataset, n: usize, device: &Device) -> Real {
    let indices: Vec<usize> = (0..n).map(|k| k * data.len() / n).collect();
    let Batch::Images(batch) = data.batch(&indices, device) else { unreachable!("the digits are images") };
    let classes = batch.labels.and_then(|labels| labels.into_data().try_to_vec_as::<i64>().ok()).unwrap_or_default();
    Real {
        images: batch.images,
        classes: classes.into_iter().map(|class| usize::try_from(class).unwrap_or(usize::MAX)).collect(),
    }
}

impl Scores {
    /// Names and texts for people.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let Self { images, distance, untrained, training_data, closeness, class_accuracy, real_accuracy } = self;
        let mut rows = vec![
            vec![
                "digits Frechet distance".to_owned(),
                format!(
                    "{distance:.4} (untrained {untrained:.4}, training data {training_data:.4}; {images} images each)"
                ),
            ],
            vec!["precision".to_owned(), format!("{:.4}", closeness.precision)],
            vec!["recall".to_owned(), format!("{:.4}", closeness.recall)],
        ];
        if let Some(accuracy) = class_accuracy {
            let (percent, real) = (100.0 * accuracy, 100.0 * real_accuracy);
            rows.push(vec!["class accuracy".to_owned(), format!("{percent:.1} % (real digits {real:.1} %)")]);
        }
        rows
    }

    /// The same for programs.
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "images": self.images,
            "frechet_distance": self.distance,
            "frechet_distance_untrained": self.untrained,
            "frechet_distance_training_data": self.training_data,
            "precision": self.closeness.precision,
            "recall": self.closeness.recall,
            "class_accuracy": self.class_accuracy,
            "class_accuracy_real": self.real_accuracy,
        })
    }
}
