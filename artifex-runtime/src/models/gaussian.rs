//! A normal distribution with any covariance: the trivial model of data with a density.

use nalgebra::{DMatrix, DVector};

/// Added to every variance: what keeps a variable that never changes from a density without bounds.
const LEAST_VARIANCE: f64 = 1e-6;

/// A normal distribution with the mean and covariance of examples.
#[derive(Debug)]
pub(super) struct Gaussian {
    mean: DVector<f64>,
    /// The lower triangular root of the covariance.
    root: DMatrix<f64>,
    /// The negative log-density of the mean.
    least: f64,
}

impl Gaussian {
    /// That of these rows of `width` values; `None` if there are none, or one is not finite.
    pub fn fit(rows: &[&[f64]], width: usize) -> Option<Self> {
        if rows.is_empty() {
            return None;
        }
        let mut centred = DMatrix::from_row_iterator(rows.len(), width, rows.iter().copied().flatten().copied());
        let mean = centred.row_mean();
        centred.row_iter_mut().for_each(|mut row| row -= &mean);
        #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
        let mut covariance = centred.tr_mul(&centred) / rows.len() as f64;
        (0..width).for_each(|k| covariance[(k, k)] += LEAST_VARIANCE);
        let root = covariance.cholesky()?.unpack();
        let log_det: f64 = root.diagonal().map(f64::ln).sum();
        #[expect(clippy::cast_precision_loss, reason = "far fewer variables than 2^52")]
        let least = 0.5 * std::f64::consts::TAU.ln() * width as f64 + log_det;
        Some(Self { mean: mean.transpose(), root, least })
    }

    /// The negative log-density of a row, in nats.
    pub fn nll(&self, row: &[f64]) -> f64 {
        let mut x = DVector::from_column_slice(row) - &self.mean;
        // The diagonal of the root is positive.
        self.root.solve_lower_triangular_mut(&mut x);
        0.5 * x.norm_squared() + self.least
    }

    /// The mean over rows of `width` values; `None` if there are none.
    pub fn mean_nll(&self, values: &[f64], width: usize) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
        let count = (values.len() / width.max(1)) as f64;
        let sum: f64 = values.chunks_exact(width).map(|row| self.nll(row)).sum();
        (count > 0.0).then(|| sum / count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_those_of_the_rows() {
        // Mean (1, -1), covariance [[2, 1], [1, 1]] with determinant 1 and inverse [[1, -1], [-1, 2]].
        let rows: [[f64; 2]; 4] = [[3.0, 0.0], [-1.0, -2.0], [1.0, 0.0], [1.0, -2.0]];
        let rows: Vec<&[f64]> = rows.iter().map(|row| &row[..]).collect();
        let gaussian = Gaussian::fit(&rows, 2).unwrap();
        let at = |x: f64, y: f64| {
            let (x, y) = (x - 1.0, y + 1.0);
            0.5 * (x * x - 2.0 * x * y + 2.0 * y * y) + std::f64::consts::TAU.ln()
        };
        for [x, y] in [[1.0, -1.0], [2.0, 0.5], [-3.0, 1.0]] {
            assert!((gaussian.nll(&[x, y]) - at(x, y)).abs() < 1e-4, "{x} {y}: {}", gaussian.nll(&[x, y]));
        }
        let mean = gaussian.mean_nll(&[1.0, -1.0, 2.0, 0.5], 2).unwrap();
        assert!((mean - f64::midpoint(at(1.0, -1.0), at(2.0, 0.5))).abs() < 1e-4);
    }

    #[test]
    fn rows_without_spread_have_a_density_and_no_rows_have_none() {
        let gaussian = Gaussian::fit(&[&[1.0, 2.0], &[1.0, 2.0]], 2).unwrap();
        assert!(gaussian.nll(&[1.0, 2.0]).is_finite());
        assert!(Gaussian::fit(&[], 2).is_none() && gaussian.mean_nll(&[], 2).is_none());
        assert!(Gaussian::fit(&[&[f64::NAN, 0.0], &[1.0, 2.0]], 2).is_none());
    }
}
