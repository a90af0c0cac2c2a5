//! What an example is, and how the network sees it.

use burn::tensor::Tensor;

use crate::models::{Batch, BatchError, Samples};

/// What an example is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// A point of so many coordinates, taken as it is.
    Points(usize),
    /// An image of height, width and channels, in the range from -1 to 1 and with the channels first.
    Images([usize; 3]),
}

impl Form {
    /// Values of an example.
    pub(super) fn values(self) -> usize {
        match self {
            Self::Points(values) => values,
            Self::Images(shape) => shape.iter().product(),
        }
    }

    /// Checks modality and shape.
    pub(super) fn accepts(self, batch: &Batch) -> Result<(), BatchError> {
        match self {
            Self::Images(shape) => batch.images()?.expect_shape(shape, "input_shape"),
            Self::Points(values) => batch.points()?.expect_width(values, "input_dim"),
        }
    }

    /// Examples as the network sees them: `[B, values]`, without autodiff.
    pub(super) fn of_batch(self, batch: &Batch) -> Result<Tensor<2>, BatchError> {
        self.accepts(batch)?;
        let (count, values) = (batch.len(), self.values());
        Ok(match self {
            Self::Points(_) => batch.points()?.points.clone().without_autodiff(),
            Self::Images(_) => {
                let images = batch.images()?.images.clone().without_autodiff().permute([0, 3, 1, 2]);
                images.reshape([count, values]) * 2.0 - 1.0
            }
        })
    }

    /// What the network sees, as data. Pixels beyond black and white are cut off.
    pub(super) fn to_samples(self, values: Tensor<2>) -> Samples {
        match self {
            Self::Points(_) => Samples::Points(values),
            Self::Images([height, width, channels]) => {
                let images = values.clone().reshape([values.dims()[0], channels, height, width]);
                Samples::Images(((images.permute([0, 2, 3, 1]) + 1.0) * 0.5).clamp(0.0, 1.0))
            }
        }
    }
}
