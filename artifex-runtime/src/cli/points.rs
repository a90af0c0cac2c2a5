//! How good a model's samples of points are.

use super::error::Failure;
use super::runs::Prepared;
use crate::data::{Dataset, Splits};
use crate::factory::{BuildContext, Factory, ModelFactory};
use crate::models::distance::energy_distance;
use crate::models::{Batch, DynModel, ModelError, SampleError, SampleOptions, Samples};
use crate::rng::Rngs;
use burn::tensor::{Device, Tensor};

/// The largest sets that are compared.
const MOST: usize = 2048;

/// Samples of a model beside real points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scores {
    /// Points on each side of every comparison.
    points: usize,
    /// Energy distance between samples and held-out points.
    distance: f64,
    /// The same of the model as it was before training.
    untrained: f64,
    /// The same of points that the model learnt from.
    training_data: f64,
}

/// Judges a model's samples if it was trained on points and can be sampled.
pub(super) fn judge<Z: Factory>(
    factory: &ModelFactory<Z>,
    prepared: &Prepared<Z>,
    data: &Splits,
) -> Result<Option<Scores>, Failure> {
    let config = &prepared.loaded.value;
    let device = &prepared.device.device;
    let (held_out, train) = (&*data.held_out, &*data.train);
    let points = held_out.len().min(train.len()).min(MOST);
    let Some(real) = real_points(held_out, points, device) else { return Ok(None) };
    let Some(drawn) = draw(&*prepared.model, points, config.seed)? else { return Ok(None) };
    let mut cx = BuildContext::new(device.clone(), config.seed).without_files();
    let fresh = factory.create(&config.model, &mut cx).map_err(Failure::input)?;
    let Some(fresh) = draw(&*fresh, points, config.seed)? else { return Ok(None) };
    let Some(seen) = real_points(train, points, device) else { return Ok(None) };
    let distance =
        |other: Tensor<2>| energy_distance(other, real.clone()).try_into_scalar::<f64>().map_err(Failure::run);
    Ok(Some(Scores { points, distance: distance(drawn)?, untrained: distance(fresh)?, training_data: distance(seen)? }))
}

/// Samples of a model, if it can be sampled and gives points.
fn draw(model: &dyn DynModel, n: usize, seed: u64) -> Result<Option<Tensor<2>>, Failure> {
    match model.generate(n, &SampleOptions::default(), &mut Rngs::new(seed)) {
        Ok(Samples::Points(points)) => Ok(Some(points)),
        Ok(_) | Err(ModelError::Sample(SampleError::Unsupported(_))) => Ok(None),
        Err(error) => Err(Failure::run(error)),
    }
}

/// Points from all over a data set, which has at least `n`; `None` if it has something else.
fn real_points(data: &dyn Dataset, n: usize, device: &Device) -> Option<Tensor<2>> {
    let indices: Vec<usize> = (0..n).map(|k| k * data.len() / n).collect();
    let Batch::Points(batch) = data.batch(&indices, device) else { return None };
    Some(batch.points)
}

impl Scores {
    /// Names and texts for people.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let Self { points, distance, untrained, training_data } = self;
        let text =
            format!("{distance:.4} (untrained {untrained:.4}, training data {training_data:.4}; {points} points each)");
        vec![vec!["energy distance of samples".to_owned(), text]]
    }

    /// The same for programs.
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "points": self.points,
            "energy_distance": self.distance,
            "energy_distance_untrained": self.untrained,
            "energy_distance_training_data": self.training_data,
        })
    }
}
