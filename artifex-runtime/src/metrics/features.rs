//! Sets of features.

use burn::tensor::Tensor;

use super::MetricError;
use crate::nn::params::to_host;

/// A row of finite numbers for each example of a set, in double precision.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    width: usize,
    values: Vec<f64>,
}

impl Features {
    /// Rows of `width` numbers, one after the other.
    ///
    /// # Errors
    /// [`MetricError::Rows`] if they are no whole rows, [`MetricError::NotFinite`] at the first number that is not finite.
    pub fn new(width: usize, values: Vec<f64>) -> Result<Self, MetricError> {
        if width == 0 || !values.len().is_multiple_of(width) {
            return Err(MetricError::Rows { values: values.len(), width });
        }
        match values.iter().position(|value| !value.is_finite()) {
            Some(at) => Err(MetricError::NotFinite { example: at / width, feature: at % width, value: values[at] }),
            None => Ok(Self { width, values }),
        }
    }

    /// The rows of a tensor `[n, width]`.
    ///
    /// # Errors
    /// As [`new`](Self::new), and [`MetricError::Device`] if the device cannot be read.
    pub fn from_tensor(rows: Tensor<2>) -> Result<Self, MetricError> {
        let width = rows.dims()[1];
        let (_, values) = to_host(rows).map_err(MetricError::Device)?;
        Self::new(width, values.into_iter().map(f64::from).collect())
    }

    /// Number of examples.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.values.len() / self.width
    }

    /// Whether there is no example.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Numbers of an example.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The examples' numbers.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.values.chunks_exact(self.width)
    }

    /// The mean of each number, and the covariance matrix row by row, divided by `n - 1`.
    ///
    /// # Errors
    /// [`MetricError::TooFew`] for fewer than two examples.
    pub fn moments(&self) -> Result<(Vec<f64>, Vec<f64>), MetricError> {
        let (n, width) = (self.len(), self.width);
        if n < 2 {
            return Err(MetricError::TooFew { metric: "a covariance", needed: 2, found: n });
        }
        #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
        let (count, degrees) = (n as f64, (n - 1) as f64);
        let mut mean = vec![0.0; width];
        for row in self.rows() {
            mean.iter_mut().zip(row).for_each(|(mean, value)| *mean += value / count);
        }
        let mut covariance = vec![0.0; width * width];
        for row in self.rows() {
            let centred: Vec<f64> = row.iter().zip(&mean).map(|(value, mean)| value - mean).collect();
            for (line, a) in covariance.chunks_exact_mut(width).zip(&centred) {
                line.iter_mut().zip(&centred).for_each(|(entry, b)| *entry += a * b / degrees);
            }
        }
        Ok((mean, covariance))
    }

    /// Checks that another set has as many features.
    pub(super) const fn same_width(&self, other: &Self) -> Result<(), MetricError> {
        if self.width == other.width {
            Ok(())
        } else {
            Err(MetricError::Width { first: self.width, second: other.width })
        }
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    #[test]
    fn moments_are_those_of_the_definition() {
        // Three points: deviations from the mean (2, 3) are (-1, 1), (0, -3), (1, 2).
        let features =
            Features::from_tensor(Tensor::from_floats([[1.0, 4.0], [2.0, 0.0], [3.0, 5.0]], &Device::flex()));
        let (mean, covariance) = features.unwrap().moments().unwrap();
        assert_eq!(mean.iter().map(|x| (x * 1e9).round() / 1e9).collect::<Vec<_>>(), [2.0, 3.0]);
        for (found, expected) in covariance.iter().zip([1.0, 0.5, 0.5, 7.0]) {
            assert!((found - expected).abs() < 1e-12, "{covariance:?}");
        }
    }

    #[test]
    fn what_is_no_set_of_features_is_refused() {
        let message = |width, values: &[f64]| Features::new(width, values.to_vec()).unwrap_err().to_string();
        assert_eq!(message(2, &[1.0, 2.0, 3.0]), "3 numbers are no whole rows of 2");
        assert_eq!(message(0, &[]), "0 numbers are no whole rows of 0");
        assert_eq!(
            message(2, &[1.0, 2.0, 3.0, f64::NAN]),
            "feature 1 of example 1 is NaN; the model that made the example may have diverged"
        );
        let error = Features::new(2, vec![1.0, 2.0]).unwrap().moments().unwrap_err().to_string();
        assert_eq!(error, "a covariance needs at least 2 examples, but there are 1; use more of them");
    }
}
