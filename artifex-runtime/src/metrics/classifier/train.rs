//! How the classifier is made.

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::file::{self, ClassifierError};
use super::{DigitClassifier, SHAPE, labels};
use crate::data::{Batches, Dataset, Splits};
use crate::kernels::softmax::log_softmax;
use crate::models::batch::{Batch, ImageBatch};
use crate::nn::optim::{AdamWConfig, Optimizer, OptimizerConfig};
use crate::nn::params;
use crate::rng::Rngs;

/// Training of a [`DigitClassifier`]: cross-entropy, [`AdamWConfig`] with a rate that falls linearly to 0, and images that are moved by up
/// to a pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Training {
    /// Number of updates.
    pub steps: u64,
    /// Images an update.
    pub batch_size: usize,
    /// The learning rate of the first update.
    pub learning_rate: f64,
    /// Seed of initial values, of the order of the images and of their moves.
    pub seed: u64,
}

impl Default for Training {
    /// How the shipped network was made.
    fn default() -> Self {
        Self { steps: 4000, batch_size: 64, learning_rate: 3e-3, seed: 0 }
    }
}

impl Training {
    /// Trains on one split of labelled digits and judges by the other. Gives the file, and the share of held-out digits that
    /// are told rightly.
    ///
    /// # Errors
    /// [`ClassifierError::Data`] if the data is not labelled digits of 8x8 pixels.
    pub fn run(&self, splits: &Splits, device: &Device) -> Result<(Vec<u8>, f64), ClassifierError> {
        let (network, accuracy) = self.fit(splits, device)?;
        Ok((file::write(&params::export(&network)?, accuracy)?, accuracy))
    }

    /// The network and its accuracy on the held-out digits.
    pub(super) fn fit(&self, splits: &Splits, device: &Device) -> Result<(DigitClassifier, f64), ClassifierError> {
        let place = device.clone().without_autodiff();
        let mut rngs = Rngs::new(self.seed);
        let order = rngs.stream("data").clone();
        let mut batches = Batches::new(splits.train.len(), self.batch_size, false, order)
            .map_err(|error| ClassifierError::Data(error.to_string()))?;
        let mut network = DigitClassifier::new(&place.clone().autodiff(), &mut rngs);
        let mut optimizer = Optimizer::new(OptimizerConfig::AdamW(AdamWConfig::default()));
        for step in 0..self.steps {
            let (batch, _) = digits(&*splits.train, &batches.next(), &place)?;
            let (images, labels) = (moved(batch.images, &mut rngs), batch.labels);
            let scores = network.scores.forward(network.hidden(images));
            let Some(labels) = labels else { continue };
            let chosen = log_softmax(scores, 1).gather(1, labels.unsqueeze_dim(1));
            let gradients = chosen.mean().neg().backward();
            #[expect(clippy::cast_precision_loss, reason = "few steps")]
            let rate = self.learning_rate * (1.0 - step as f64 / self.steps as f64);
            network = optimizer.step(network, gradients, rate);
        }
        let network = network.valid();
        let all: Vec<usize> = (0..splits.held_out.len()).collect();
        let (batch, digits) = digits(&*splits.held_out, &all, &place)?;
        let accuracy = network.accuracy(&batch.images, &digits)?;
        Ok((network, accuracy))
    }
}

/// Images of digits with what they are.
fn digits(data: &dyn Dataset, indices: &[usize], device: &Device) -> Result<(ImageBatch, Vec<usize>), ClassifierError> {
    let Batch::Images(batch) = data.batch(indices, device) else { return Err(ClassifierError::Data(data.describe())) };
    match labels(&batch) {
        Some(digits) if data.item_shape() == SHAPE && digits.iter().all(|digit| *digit < super::CLASSES) => {
            Ok((batch, digits))
        }
        _ => Err(ClassifierError::Data(data.describe())),
    }
}

/// All images moved together by up to a pixel up or down and left or right; what comes in is black.
fn moved(images: Tensor<4>, rngs: &mut Rngs) -> Tensor<4> {
    let [count, height, width, channels] = images.dims();
    let stream = rngs.stream("moves");
    #[expect(clippy::cast_possible_truncation, reason = "0, 1 or 2")]
    let [down, right] = [stream.below(3) as usize, stream.below(3) as usize];
    let padded = Tensor::<4>::zeros([count, height + 2, width + 2, channels], &images.device());
    let padded = padded.slice_assign([0..count, 1..height + 1, 1..width + 1, 0..channels], images);
    padded.slice([0..count, down..down + height, right..right + width, 0..channels])
}
