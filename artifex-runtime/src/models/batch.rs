//! What models take and give: batches of training data and generated samples.

use burn::tensor::{Device, Int, Tensor};

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
    /// Sequences of tokens: text, for instance.
    Tokens(TokenBatch),
}

impl Batch {
    /// Number of examples in the batch.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Images(batch) => batch.images.dims()[0],
            Self::Points(batch) => batch.points.dims()[0],
            Self::Tokens(batch) => batch.tokens.dims()[0],
        }
    }

    /// True when the batch holds no example.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Class labels `[B]`, if the data has them.
    #[must_use]
    pub fn labels(&self) -> Option<Tensor<1, Int>> {
        match self {
            Self::Images(batch) => batch.labels.clone(),
            Self::Points(batch) => batch.labels.clone(),
            Self::Tokens(_) => None,
        }
    }

    /// The images.
    ///
    /// # Errors
    /// [`BatchError::Modality`] if it holds another modality.
    pub const fn images(&self) -> Result<&ImageBatch, BatchError> {
        match self {
            Self::Images(batch) => Ok(batch),
            _ => Err(self.unfit("images")),
        }
    }

    /// The points.
    ///
    /// # Errors
    /// [`BatchError::Modality`] if it holds another modality.
    pub const fn points(&self) -> Result<&PointBatch, BatchError> {
        match self {
            Self::Points(batch) => Ok(batch),
            _ => Err(self.unfit("points")),
        }
    }

    /// Where the batch is.
    #[must_use]
    pub fn device(&self) -> Device {
        match self {
            Self::Images(batch) => batch.images.device(),
            Self::Points(batch) => batch.points.device(),
            Self::Tokens(batch) => batch.tokens.device(),
        }
    }

    /// What the examples are, in words for messages.
    const fn modality(&self) -> &'static str {
        match self {
            Self::Images(_) => "images",
            Self::Points(_) => "points",
            Self::Tokens(_) => "sequences of tokens",
        }
    }

    /// The error of a model that learns from another modality.
    #[must_use]
    pub const fn unfit(&self, expected: &'static str) -> BatchError {
        BatchError::Modality { expected, found: self.modality() }
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

impl PointBatch {
    /// Checks that the batch has points, and that they have so many coordinates, which the config's `field` set.
    ///
    /// # Errors
    /// [`BatchError::Empty`] or [`BatchError::Shape`].
    pub fn expect_width(&self, expected: usize, field: &'static str) -> Result<(), BatchError> {
        let [count, found] = self.points.dims();
        if count == 0 {
            return Err(BatchError::Empty);
        }
        if found != expected {
            return Err(BatchError::Shape { expected: vec![expected], found: vec![found], field });
        }
        Ok(())
    }
}

/// A batch of `B` sequences of `N` tokens.
#[derive(Clone, Debug)]
pub struct TokenBatch {
    /// `[B, N]`, each below `vocabulary`.
    pub tokens: Tensor<2, Int>,
    /// So many first tokens of each sequence are given: the others are predicted from them, and they are not predicted
    /// themselves. Fewer than `N`.
    pub given: usize,
    /// How many different tokens there are.
    pub vocabulary: usize,
    /// How many bytes of text a token stands for, in the mean over the data, if it stands for text.
    pub bytes_per_token: Option<f64>,
}

impl TokenBatch {
    /// How many tokens of each sequence are predicted.
    #[must_use]
    pub fn predicted(&self) -> usize {
        self.tokens.dims()[1].saturating_sub(self.given)
    }

    /// Checks that the batch has sequences, and that a model of so many tokens takes them, which sees `longest` of them at once.
    ///
    /// # Errors
    /// [`BatchError::Empty`], [`BatchError::Vocabulary`] or [`BatchError::Length`].
    pub fn expect(&self, vocabulary: usize, longest: usize) -> Result<(), BatchError> {
        if self.tokens.dims()[0] == 0 || self.predicted() == 0 {
            return Err(BatchError::Empty);
        }
        if self.vocabulary > vocabulary {
            return Err(BatchError::Vocabulary { found: self.vocabulary, known: vocabulary });
        }
        // The last token is predicted from those before it, and the first, if it is not given, from one that stands for nothing.
        let found = self.tokens.dims()[1] - usize::from(self.given > 0);
        if found > longest {
            return Err(BatchError::Length { found, longest });
        }
        Ok(())
    }
}

/// Generated data, in the same layout as the batches the model learned from.
#[non_exhaustive]
#[derive(Clone, Debug)]
pub enum Samples {
    /// `[n, H, W, C]`, values in `[0, 1]`.
    Images(Tensor<4>),
    /// `[n, D]`.
    Points(Tensor<2>),
    /// `[n, N]`.
    Tokens(Tensor<2, Int>),
}

impl Samples {
    /// Number of samples.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Images(images) => images.dims()[0],
            Self::Points(points) => points.dims()[0],
            Self::Tokens(tokens) => tokens.dims()[0],
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
    /// The model learns from classes, and the data has none.
    #[error(
        "the data set has no classes, but the model learns from them; choose data with labels, or a model without classes"
    )]
    NoClasses,
    /// The data has a class that the model does not know.
    #[error(
        "the data set has classes from {lowest} to {highest}, but the model knows {classes}, counted from 0; make `num_classes` \
         larger than the largest class"
    )]
    Classes {
        /// The lowest class of the data.
        lowest: i64,
        /// The highest class of the data.
        highest: i64,
        /// How many the model knows.
        classes: usize,
    },
    /// The data has tokens that the model does not know.
    #[error("the data set has {found} different tokens, but the model knows {known}; make `vocab_size` {found}")]
    Vocabulary {
        /// How many the data has.
        found: usize,
        /// How many the model knows.
        known: usize,
    },
    /// The sequences are longer than what the model sees at once.
    #[error(
        "the data set gives sequences of {found} tokens, but the model sees {longest} at once; make `model.sequence_length` at \
         least {found}, or `data.sequence_length` smaller"
    )]
    Length {
        /// How long the sequences are.
        found: usize,
        /// How many tokens the model sees.
        longest: usize,
    },
    /// The batch holds no example.
    #[error("the batch is empty; the data set must hold at least one example")]
    Empty,
}

impl BatchError {
    /// Checks that data whose classes are in this range fits a model of `classes` classes, or any data one without.
    ///
    /// # Errors
    /// [`BatchError::NoClasses`] or [`BatchError::Classes`].
    pub fn check_classes(data: Option<(i64, i64)>, classes: Option<usize>) -> Result<(), Self> {
        match (data, classes) {
            (_, None) => Ok(()),
            (None, Some(_)) => Err(Self::NoClasses),
            (Some((lowest, highest)), Some(classes)) => {
                let known = |class: i64| usize::try_from(class).is_ok_and(|class| class < classes);
                if known(lowest) && known(highest) { Ok(()) } else { Err(Self::Classes { lowest, highest, classes }) }
            }
        }
    }
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
            other => Err(other.unfit("images")),
        }
    }
}

impl FromBatch for PointBatch {
    fn from_batch(batch: Batch) -> Result<Self, BatchError> {
        match batch {
            Batch::Points(points) => Ok(points),
            other => Err(other.unfit("points")),
        }
    }
}

impl FromBatch for TokenBatch {
    fn from_batch(batch: Batch) -> Result<Self, BatchError> {
        match batch {
            Batch::Tokens(tokens) => Ok(tokens),
            other => Err(other.unfit("sequences of tokens")),
        }
    }
}

impl FromBatch for Batch {
    fn from_batch(batch: Batch) -> Result<Self, BatchError> {
        Ok(batch)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    #[test]
    fn data_needs_the_classes_that_a_model_learns_from() {
        let check = |data, classes| BatchError::check_classes(data, classes).map_err(|error| error.to_string());
        for (data, classes) in [(None, None), (Some((-1, 99)), None), (Some((0, 9)), Some(10)), (Some((3, 3)), Some(4))]
        {
            assert_eq!(check(data, classes), Ok(()));
        }
        assert_eq!(
            check(None, Some(10)).unwrap_err(),
            "the data set has no classes, but the model learns from them; choose data with labels, or a model without classes"
        );
        let words = "but the model knows 3, counted from 0; make `num_classes` larger than the largest class";
        assert_eq!(check(Some((0, 3)), Some(3)).unwrap_err(), format!("the data set has classes from 0 to 3, {words}"));
        assert!(check(Some((-1, 2)), Some(3)).unwrap_err().contains("from -1 to 2"));
    }

    #[test]
    fn tokens_fit_a_model_that_knows_and_sees_them() {
        let batch = |shape, given| TokenBatch {
            tokens: Tensor::zeros(shape, &Device::flex()),
            given,
            vocabulary: 5,
            bytes_per_token: None,
        };
        let check = |shape, given| batch(shape, given).expect(5, 4).map_err(|error| error.to_string());
        assert_eq!((check([2, 5], 1), check([2, 4], 0)), (Ok(()), Ok(())));
        assert_eq!(
            check([2, 5], 0).unwrap_err(),
            "the data set gives sequences of 5 tokens, but the model sees 4 at once; make `model.sequence_length` at least 5, or \
             `data.sequence_length` smaller"
        );
        assert!(check([2, 1], 1).is_err());
        assert_eq!(
            batch([1, 2], 1).expect(4, 4).unwrap_err().to_string(),
            "the data set has 5 different tokens, but the model knows 4; make `vocab_size` 5"
        );
        assert_eq!(
            ImageBatch::from_batch(Batch::Tokens(batch([1, 2], 1))).unwrap_err().to_string(),
            "the data set gives sequences of tokens, but the model learns from images; choose another `data.type` or model"
        );
    }
}
