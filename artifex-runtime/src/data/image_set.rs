//! Images in memory.

use std::sync::Arc;

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::{DataError, Dataset, Splits};
use crate::models::batch::{Batch, ImageBatch};
use crate::rng::Stream;

/// Pixel values as they were in the file: bytes where they fit, which is a quarter of the memory.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pixels {
    /// Whole numbers from 0 to 255.
    Bytes(Vec<u8>),
    /// Any numbers.
    Floats(Vec<f32>),
}

impl Pixels {
    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Bytes(values) => values.len(),
            Self::Floats(values) => values.len(),
        }
    }
}

/// All images of a source.
#[derive(Debug)]
pub(super) struct Images {
    /// What the data set is called in messages and reports.
    pub name: String,
    /// Height, width, channels.
    pub shape: [usize; 3],
    /// Image after image.
    pub pixels: Pixels,
    /// The value that becomes 1.
    pub max_value: f32,
    /// Class of every image.
    pub labels: Option<Vec<i64>>,
}

impl Images {
    fn len(&self) -> usize {
        self.pixels.len() / self.shape.iter().product::<usize>()
    }

    /// Holds out that fraction, drawn with a seed: files are often sorted by class.
    pub(super) fn split_at_random(self, fraction: f64, seed: u64) -> Result<Splits, DataError> {
        let held_out = self.held_out_count(fraction)?;
        let mut order = Stream::from_seed(seed).fold_in("split").permutation(self.len());
        let mut train = order.split_off(held_out);
        // In the order of the file, so that a pass without shuffling reads memory forward.
        order.sort_unstable();
        train.sort_unstable();
        Ok(self.split(train, order))
    }

    /// Holds out the last images.
    pub(super) fn split_off_last(self, fraction: f64) -> Result<Splits, DataError> {
        let (all, held_out) = (self.len(), self.held_out_count(fraction)?);
        let train = all - held_out;
        Ok(self.split((0..train).collect(), (train..all).collect()))
    }

    /// The images of two sources.
    pub(super) fn pair(train: Self, held_out: Self) -> Splits {
        let all = |images: Self| Box::new(ImageSet { rows: (0..images.len()).collect(), images: Arc::new(images) });
        Splits { train: all(train), held_out: all(held_out) }
    }

    fn split(self, train: Vec<usize>, held_out: Vec<usize>) -> Splits {
        let images = Arc::new(self);
        Splits {
            train: Box::new(ImageSet { images: Arc::clone(&images), rows: train }),
            held_out: Box::new(ImageSet { images, rows: held_out }),
        }
    }

    /// The fraction of the images rounded up, as scikit-learn's `train_test_split` does.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "between 1 and the number of images"
    )]
    fn held_out_count(&self, fraction: f64) -> Result<usize, DataError> {
        let images = self.len();
        // 0.07 * 100 is a little more than 7 in binary: that must not become 8.
        let held_out = ((fraction * images as f64 - 1e-9).ceil() as usize).max(1);
        if held_out < images {
            Ok(held_out)
        } else {
            Err(DataError::NothingLeft { name: self.name.clone(), images, fraction, held_out })
        }
    }
}

/// Some of the images of a source, as a data set.
#[derive(Debug)]
struct ImageSet {
    images: Arc<Images>,
    rows: Vec<usize>,
}

impl Dataset for ImageSet {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn item_shape(&self) -> [usize; 3] {
        self.images.shape
    }

    fn classes(&self) -> Option<(i64, i64)> {
        let labels = self.images.labels.as_ref()?;
        let own = || self.rows.iter().map(|&row| labels[row]);
        Some((own().min()?, own().max()?))
    }

    fn batch(&self, indices: &[usize], device: &Device) -> Batch {
        let [height, width, channels] = self.images.shape;
        let size = height * width * channels;
        let max = self.images.max_value;
        let mut values: Vec<f32> = Vec::with_capacity(indices.len() * size);
        for &index in indices {
            let row = self.rows[index];
            let range = row * size..(row + 1) * size;
            // Division and not multiplication with 1 / max, so that the white value becomes exactly 1.
            match &self.images.pixels {
                Pixels::Bytes(pixels) => values.extend(pixels[range].iter().map(|&value| f32::from(value) / max)),
                Pixels::Floats(pixels) => values.extend(pixels[range].iter().map(|&value| value / max)),
            }
        }
        let images = Tensor::from_data(TensorData::new(values, [indices.len(), height, width, channels]), device);
        let labels = self.images.labels.as_ref().map(|labels| {
            let labels: Vec<i64> = indices.iter().map(|&index| labels[self.rows[index]]).collect();
            Tensor::<1, Int>::from_data(TensorData::new(labels, [indices.len()]), device)
        });
        Batch::Images(ImageBatch { images, labels })
    }

    fn describe(&self) -> String {
        let [height, width, channels] = self.images.shape;
        let plural = if self.rows.len() == 1 { "" } else { "s" };
        format!("{} {height}x{width}x{channels}: {} image{plural}", self.images.name, thousands(self.rows.len()))
    }
}

/// A number with commas between its thousands.
pub(super) fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    fn images(n: u8, pixels: Pixels) -> Images {
        let labels = Some((0..i64::from(n)).collect());
        Images { name: "test".to_owned(), shape: [1, 2, 1], pixels, max_value: 4.0, labels }
    }

    fn values(batch: Batch) -> (Vec<f32>, [usize; 4], Vec<i64>) {
        let Batch::Images(batch) = batch else { panic!("no images") };
        let dims = batch.images.dims();
        let labels = batch.labels.unwrap().into_data().try_to_vec_as::<i64>().unwrap();
        (batch.images.into_data().try_to_vec::<f32>().unwrap(), dims, labels)
    }

    #[test]
    fn batches_hold_the_rows_asked_for_scaled_to_one() {
        let device = Device::flex();
        for pixels in [Pixels::Bytes(vec![0, 1, 2, 3, 4, 0]), Pixels::Floats(vec![0.0, 1.0, 2.0, 3.0, 4.0, 0.0])] {
            let splits = images(3, pixels).split_off_last(0.3).unwrap();
            let batch = splits.train.batch(&[1, 0, 1], &device);
            assert_eq!(values(batch), (vec![0.5, 0.75, 0.0, 0.25, 0.5, 0.75], [3, 1, 2, 1], vec![1, 0, 1]));
            assert_eq!(values(splits.held_out.batch(&[0], &device)), (vec![1.0, 0.0], [1, 1, 2, 1], vec![2]));
            assert_eq!((splits.train.classes(), splits.held_out.classes()), (Some((0, 1)), Some((2, 2))));
        }
    }

    #[test]
    fn random_splits_are_disjoint_complete_and_follow_their_seed() {
        let split = |seed| {
            let splits = images(100, Pixels::Bytes(vec![0; 200])).split_at_random(0.07, seed).unwrap();
            let labels = |set: &dyn Dataset| values(set.batch(&(0..set.len()).collect::<Vec<_>>(), &Device::flex())).2;
            (labels(&*splits.train), labels(&*splits.held_out))
        };
        let (train, held_out) = split(0);
        assert_eq!((train.len(), held_out.len()), (93, 7));
        let mut all = [train, held_out.clone()].concat();
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<_>>());
        assert_eq!(split(0).1, held_out);
        assert_ne!(split(1).1, held_out);
        assert!(held_out.is_sorted() && held_out[6] - held_out[0] > 6, "not drawn at random: {held_out:?}");
    }

    #[test]
    fn a_split_that_leaves_nothing_is_refused() {
        let message = |n, fraction| {
            images(n, Pixels::Bytes(vec![0; 2 * usize::from(n)]))
                .split_at_random(fraction, 0)
                .err()
                .unwrap()
                .to_string()
        };
        assert_eq!(
            message(2, 0.9),
            "`held_out` = 0.9 holds out 2 of the 2 images of test, which leaves none to train on; choose a smaller fraction or \
             use more images"
        );
        assert!(message(1, 0.1).contains("holds out 1 of the 1 images"));
    }

    #[test]
    fn thousands_are_separated() {
        for (n, text) in [(0, "0"), (999, "999"), (1437, "1,437"), (60_000, "60,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(n), text);
        }
    }
}
