//! A classifier of 8x8 digits, whose features samples of digits are compared in.

mod file;
mod train;

pub use file::ClassifierError;
pub use train::Training;

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{Features, MetricError};
use crate::models::batch::ImageBatch;
use crate::nn::conv::to_channels_first;
use crate::nn::dense::HiddenOptions;
use crate::nn::params::{self, to_host};
use crate::nn::{Activation, ConvDown, Linear, ParamScope};
use crate::rng::Rngs;

/// The trained network of this repository. Its file says how well it does; a test computes it again.
static SHIPPED: &[u8] = include_bytes!("../../../assets/digits-classifier.safetensors");

/// Height, width and channels of the digits.
const SHAPE: [usize; 3] = [8, 8, 1];
/// How many digits there are.
const CLASSES: usize = 10;
/// Channels of the convolutions; each halves the image.
const CHANNELS: [usize; 2] = [16, 32];
/// Width of the layer that gives the features.
const FEATURES: usize = 32;
/// Images that are worked on together.
const CHUNK: usize = 1024;

/// A small convolutional network that tells the built-in digits apart.
///
/// Two convolutions of stride 2 and a dense layer, whose 32 values after its activation are the features, and the ten scores.
#[derive(Module, Debug)]
pub struct DigitClassifier {
    body: ConvDown,
    features: Linear,
    scores: Linear,
}

impl DigitClassifier {
    /// A network with initial values from the stream `params`.
    fn new(device: &Device, rngs: &mut Rngs) -> Self {
        let scope = ParamScope::root(rngs, device);
        let options = HiddenOptions { activation: Activation::Relu, dropout_rate: 0.0, batch_norm: false };
        let inputs = CHANNELS[1] * (SHAPE[0] / 4) * (SHAPE[1] / 4);
        let linear = |name, inputs, outputs, activation: Activation| {
            Linear::new(inputs, outputs, activation.initializer(), &scope.child(name))
        };
        Self {
            body: ConvDown::new(SHAPE[2], &CHANNELS, options, &scope.child("body")),
            features: linear("features", inputs, FEATURES, Activation::Gelu),
            scores: linear("scores", FEATURES, CLASSES, Activation::Identity),
        }
    }

    /// The network that is part of this library, trained by the example `digits-classifier` on the built-in digits but for the
    /// last 360 of them.
    ///
    /// # Errors
    /// [`ClassifierError`] if its file is not what it should be: never, as a test shows.
    pub fn shipped(device: &Device) -> Result<Self, ClassifierError> {
        let network = Self::new(&device.clone().without_autodiff(), &mut Rngs::new(0));
        let (tensors, _) = file::read(SHIPPED)?;
        params::import(network, tensors).map_err(|(_, error)| ClassifierError::Params(error))
    }

    /// The share of the 360 held-out digits that the shipped network tells rightly, as the run that made it found.
    ///
    /// # Errors
    /// As [`shipped`](Self::shipped).
    pub fn shipped_accuracy() -> Result<f64, ClassifierError> {
        Ok(file::read(SHIPPED)?.1)
    }

    /// Features `[B, 32]` of images `[B, 8, 8, 1]`.
    fn hidden(&self, images: Tensor<4>) -> Tensor<2> {
        let count = images.dims()[0];
        // There is no dropout: nothing is drawn.
        let grid = self.body.forward(to_channels_first(images), &mut Rngs::new(0));
        let width = grid.shape().num_elements() / count.max(1);
        Activation::Gelu.forward(self.features.forward(grid.reshape([count, width])))
    }

    /// The features of images `[n, 8, 8, 1]` with values in [0, 1].
    ///
    /// # Errors
    /// [`MetricError::Shape`] for images of another shape, [`MetricError::NotFinite`] for what a diverged model made.
    pub fn features(&self, images: &Tensor<4>) -> Result<Features, MetricError> {
        let mut values = Vec::new();
        for images in chunks(images)? {
            let (_, rows) = to_host(self.hidden(images)).map_err(MetricError::Device)?;
            values.extend(rows.into_iter().map(f64::from));
        }
        Features::new(FEATURES, values)
    }

    /// The digit that each of the images `[n, 8, 8, 1]` most likely is.
    ///
    /// # Errors
    /// As [`features`](Self::features).
    pub fn classify(&self, images: &Tensor<4>) -> Result<Vec<usize>, MetricError> {
        let mut digits = Vec::new();
        for images in chunks(images)? {
            let (_, rows) = to_host(self.scores.forward(self.hidden(images))).map_err(MetricError::Device)?;
            digits.extend(rows.chunks_exact(CLASSES).map(largest));
        }
        Ok(digits)
    }

    /// The share of the images `[n, 8, 8, 1]` that are taken for the digits that they should be.
    ///
    /// # Errors
    /// As [`features`](Self::features), and [`MetricError::TooFew`] if there is no image.
    pub fn accuracy(&self, images: &Tensor<4>, digits: &[usize]) -> Result<f64, MetricError> {
        let found = self.classify(images)?;
        if found.is_empty() {
            return Err(MetricError::TooFew { metric: "an accuracy", needed: 1, found: 0 });
        }
        let right = found.iter().zip(digits).filter(|(found, digit)| found == digit).count();
        #[expect(clippy::cast_precision_loss, reason = "far fewer images than 2^52")]
        let share = right as f64 / found.len() as f64;
        Ok(share)
    }
}

/// The images in parts that fit into memory with all that the network makes of them.
fn chunks(images: &Tensor<4>) -> Result<impl Iterator<Item = Tensor<4>>, MetricError> {
    let [count, height, width, channels] = images.dims();
    if [height, width, channels] != SHAPE {
        return Err(MetricError::Shape { found: [height, width, channels], expected: SHAPE });
    }
    let images = images.clone().without_autodiff();
    Ok((0..count).step_by(CHUNK).map(move |start| images.clone().narrow(0, start, CHUNK.min(count - start))))
}

/// The place of the largest value.
fn largest(row: &[f32]) -> usize {
    row.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(at, _)| at)
}

/// The labels of a batch as numbers on the host.
fn labels(batch: &ImageBatch) -> Option<Vec<usize>> {
    let labels = batch.labels.clone()?.into_data().try_to_vec_as::<i64>().ok()?;
    labels.into_iter().map(|label| usize::try_from(label).ok()).collect()
}

#[cfg(all(test, feature = "flex"))]
mod tests;
