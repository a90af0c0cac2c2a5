//! What can be wrong with features.

/// Why a metric could not be computed.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MetricError {
    /// There are too few examples.
    #[error("{metric} needs at least {needed} examples, but there are {found}; use more of them")]
    TooFew {
        /// What was to be computed.
        metric: &'static str,
        /// How many examples it needs.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// The neighbour that was asked for is the example itself.
    #[error("the 0th neighbour of an example is itself; use k of at least 1")]
    Neighbours,
    /// The two sets have rows of different lengths.
    #[error("the sets have {first} and {second} features an example; compute both with the same features")]
    Width {
        /// Features of the first set.
        first: usize,
        /// Features of the second set.
        second: usize,
    },
    /// The numbers are not whole rows.
    #[error("{values} numbers are no whole rows of {width}")]
    Rows {
        /// How many numbers there are.
        values: usize,
        /// How long a row should be.
        width: usize,
    },
    /// A feature is infinite or undefined.
    #[error("feature {feature} of example {example} is {value}; the model that made the example may have diverged")]
    NotFinite {
        /// Number of the example, from 0.
        example: usize,
        /// Number of the feature, from 0.
        feature: usize,
        /// Its value.
        value: f64,
    },
    /// The classifier knows images of another shape.
    #[error("the images have shape {found:?}, but the classifier of digits knows {expected:?}")]
    Shape {
        /// Height, width and channels of the images.
        found: [usize; 3],
        /// Height, width and channels that it knows.
        expected: [usize; 3],
    },
    /// The values cannot be read from the device.
    #[error("the features cannot be read from their device: {0}")]
    Device(String),
}
