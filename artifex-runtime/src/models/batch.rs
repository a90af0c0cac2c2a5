//! What models take and give: batches of training data and generated samples.

use burn::tensor::{Int, Tensor};

/// A batch of training or evaluation data, of any modality.
///
/// Model-specific code asks for the part it needs through [`FromBatch`].
#[non_exhaustive]
#[derive(Clone, Debug)]
pub enum Batch {
    /// Images, with or without class labels.
    Images(ImageBatch),
    /// Points of a space of few dimensions, with or without class labels.
    Points(PointBatch),
}

impl Batch {
    /// Number of examples in the batch.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Images(batch) => batch.images.dims()[0],
            Self::Points(batch) => batch.points.dims()[0],
        }
    }

    /// True when the batch holds no example.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A batch of `B` images of `H x W` pixels with `C` channels.
#[derive(Clone, Debug)]
pub struct ImageBatch {
    /// `[B, H, W, C]`, values in `[0, 1]`.
    pub images: Tensor<4>,
    /// Class labels `[B]`, if the data has them.
    pub labels: Option<Tensor<1, Int>>,
}

impl ImageBatch {
    /// Checks that the batch has images, and that they have this height, width and number of channels, which the config's
    /// `field` set.
    ///
    /// # Errors
    /// [`BatchError::Empty`] or [`BatchError::Shape`].
    pub fn expect_shape(&self, expected: [usize; 3], field: &'static str) -> Result<(), BatchError> {
        let [count, height, width, channels] = self.images.dims();
        let found = [height, width, channels];
        if count == 0 {
            return Err(BatchError::Empty);
        }
        if found != expected {
            return Err(BatchError::Shape { expected: expected.to_vec(), found: found.to_vec(), field });
        }
        Ok(())
    }
}

/// A batch of `B` points with `D` coordinates.
#[derive(Clone, Debug)]
pub struct PointBatch {
    /// `[B, D]`, any values.
    pub points: Tensor<2>,
    /// Class labels `[B]`, if the data has them.
    pub labels: Option<Tensor<1, Int>>,
}

/// Generated data, in the same layout as the batches the model learned from.
#[non_exhaustive]
#[derive(Clone, Debug)]
pub enum Samples {
    /// `[n, H, W, C]`, values in `[0, 1]`.
    Images(Tensor<4>),
    /// `[n, D]`.
    Points(Tensor<2>),
}

impl Samples {
    /// Number of samples.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Images(images) => images.dims()[0],
            Self::Points(points) => points.dims()[0],
        }
    }

    /// True when there is no sample.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Why a model cannot take a batch.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// The data is of another modality than the model's.
    #[error("the data set gives {found}, but the model learns from {expected}; choose another `data.type` or model")]
    Modality {
        /// What the model learns from.
        expected: &'static str,
        /// What the batch holds.
        found: &'static str,
    },
    /// The shape of one example differs from what the model was built for.
    #[error(
        "the data set's examples have shape {found:?}, but the model was built for {expected:?}; \
         make `{field}` equal to the shape of the data"
    )]
    Shape {
        /// Shape of one example that the model was built for.
        expected: Vec<usize>,
        /// Shape of one example of the batch.
        found: Vec<usize>,
        /// The config field that sets the expected shape.
        field: &'static str,
    },
    /// The model is told classes, but the data has none.
    #[error(
        "the data set has no class labels, but the model is told the class of each example; choose data with labels"
    )]
    NoLabels,
    /// A class label is not below the number of classes that the model knows.
    #[error(
        "the data set has an example of class {found}, but the model knows the classes 0 to {}; make `{field}` larger than \
         every class of the data",
        classes.saturating_sub(1)
    )]
    Label {
        /// The class of the example.
        found: i64,
        /// How many classes the model knows.
        classes: usize,
        /// The config field that sets the number.
        field: &'static str,
    },
    /// The batch holds no example.
    #[error("the batch is empty; the data set must hold at least one example")]
    Empty,
}

/// A model's own batch type, taken out of a [`Batch`].
pub trait FromBatch: Sized {
    /// Takes the model's part out of `batch`.
    ///
    /// # Errors
    /// [`BatchError::Modality`] if `batch` holds another modality.
    fn from_batch(batch: Batch) -> Result<Self, BatchError>;
}

impl FromBatch for ImageBatch {
    fn from_batch(batch: Batch) -> Result<Self, BatchError> {
        match batch {
            Batch::Images(images) => Ok(images),
            Batch::Points(_) => Err(BatchError::Modality { expected: "images", found: "points" }),
        }
    }
}

impl FromBatch for PointBatch {
    fn from_batch(batch: Batch) -> Result<Self, BatchError> {
        match batch {
            Batch::Points(points) => Ok(points),
            Batch::Images(_) => Err(BatchError::Modality { expected: "points", found: "images" }),
        }
    }
}

impl FromBatch for Batch {
    fn from_batch(batch: Batch) -> Result<Self, BatchError> {
        Ok(batch)
    }
}
