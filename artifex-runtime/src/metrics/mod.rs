//! How good samples are, by distances between sets of features.
//!
//! A set of examples is described by [`Features`]: a row of numbers for each. [`frechet_distance`] compares mean and covariance
//! of two sets, [`precision_recall`] asks how much of one lies where the other does. Which features matter is up to the caller;
//! for 8x8 digits there is [`DigitClassifier`], a small network of this repository. Distances in its features are called
//! *digits Frechet distance*: they are not FID, whose features are those of Inception.

mod classifier;
mod error;
mod features;
mod frechet;
mod manifold;

pub use classifier::{ClassifierError, DigitClassifier, Training};
pub use error::MetricError;
pub use features::Features;
pub use frechet::{frechet_distance, gaussian_frechet_distance};
pub use manifold::{PrecisionRecall, precision_recall};
