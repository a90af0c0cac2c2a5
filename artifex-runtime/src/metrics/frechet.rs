//! The Fréchet distance between normal distributions.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::{Features, MetricError};

/// The squared Fréchet (2-Wasserstein) distance between the normal distributions with the means and covariances of two sets
/// (Heusel et al. 2017, equation 6; Dowson and Landau 1982): `|μ₁ - μ₂|² + Tr(Σ₁ + Σ₂ - 2 (Σ₁^½ Σ₂ Σ₁^½)^½)`.
///
/// Both sets are finite, which makes the distance too large, the more so the fewer examples there are: compare figures of
/// the same number of examples alone.
///
/// # Errors
/// [`MetricError`] for sets of different features or fewer than two examples.
pub fn frechet_distance(first: &Features, second: &Features) -> Result<f64, MetricError> {
    first.same_width(second)?;
    let ((mean1, covariance1), (mean2, covariance2)) = (first.moments()?, second.moments()?);
    Ok(gaussian_frechet_distance(&mean1, &covariance1, &mean2, &covariance2))
}

/// The same of two means and covariance matrices, which are symmetric, positive semidefinite, and given row by row.
///
/// # Panics
/// If the lengths do not fit each other.
#[must_use]
pub fn gaussian_frechet_distance(mean1: &[f64], covariance1: &[f64], mean2: &[f64], covariance2: &[f64]) -> f64 {
    let n = mean1.len();
    let lengths = [mean2.len(), covariance1.len(), covariance2.len()];
    assert_eq!(lengths, [n, n * n, n * n], "means and covariances of different lengths");
    let means: f64 = mean1.iter().zip(mean2).map(|(a, b)| (a - b).powi(2)).sum();
    let covariance = |entries: &[f64]| DMatrix::from_row_slice(n, n, entries);
    let (covariance1, covariance2) = (covariance(covariance1), covariance(covariance2));
    let root = square_root(&covariance1);
    let roots: f64 = square_roots(&(&root * &covariance2 * &root).symmetric_eigenvalues()).sum();
    // The true value is not negative; rounding may be.
    (means + covariance1.trace() + covariance2.trace() - 2.0 * roots).max(0.0)
}

/// The square root of a positive semidefinite matrix.
fn square_root(matrix: &DMatrix<f64>) -> DMatrix<f64> {
    let mut eigen = SymmetricEigen::new(matrix.clone());
    eigen.eigenvalues = square_roots(&eigen.eigenvalues);
    eigen.recompose()
}

/// Roots of eigenvalues; those that rounding made negative count as 0.
fn square_roots(values: &DVector<f64>) -> DVector<f64> {
    values.map(|value| value.max(0.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Stream;

    fn diagonal(entries: &[f64]) -> Vec<f64> {
        let n = entries.len();
        (0..n * n).map(|at| if at / n == at % n { entries[at / n] } else { 0.0 }).collect()
    }

    #[test]
    fn normal_distributions_of_one_shape() {
        // N(0, I) and N(m, s² I): |m|² + d (1 - s)².
        let (mean, n, s) = ([0.5, -1.0, 2.0, 0.0, 0.25], 5, 1.7);
        let found = gaussian_frechet_distance(&[0.0; 5], &diagonal(&[1.0; 5]), &mean, &diagonal(&[s * s; 5]));
        let expected = mean.iter().map(|m| m * m).sum::<f64>() + f64::from(n) * (1.0 - s).powi(2);
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        // Independent coordinates: a sum over them of (√a - √b)².
        let (a, b) = ([1.0, 4.0, 0.0], [9.0, 1.0, 2.0]);
        let found = gaussian_frechet_distance(&[0.0; 3], &diagonal(&a), &[0.0; 3], &diagonal(&b));
        assert!((found - (4.0 + 1.0 + 2.0)).abs() < 1e-12, "{found}");
    }

    #[test]
    fn covariances_that_do_not_commute() {
        // For 2 x 2 the trace of the root of Σ₁Σ₂ is √(tr Σ₁Σ₂ + 2 √(det Σ₁ det Σ₂)), for its square has that trace.
        let (a, b) = ([2.0, 0.7, 0.7, 1.0], [0.5, -0.4, -0.4, 3.0]);
        let det = |m: &[f64; 4]| m[0] * m[3] - m[1] * m[2];
        let trace_of_product = a[0] * b[0] + a[1] * b[2] + a[2] * b[1] + a[3] * b[3];
        let expected = 2.0 + 1.0 + 0.5 + 3.0 - 2.0 * (trace_of_product + 2.0 * (det(&a) * det(&b)).sqrt()).sqrt();
        let found = gaussian_frechet_distance(&[0.0; 2], &a, &[0.0; 2], &b);
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        let back = gaussian_frechet_distance(&[0.0; 2], &b, &[0.0; 2], &a);
        assert!((found - back).abs() < 1e-12, "not symmetric: {found} and {back}");
    }

    #[test]
    fn sets_of_draws_come_near_the_closed_form() {
        let (n, width) = (20_000, 3);
        let draw = |seed, scale: f64, shift: f64| {
            let values = Stream::from_seed(seed).normal(n * width);
            Features::new(width, values.into_iter().map(|x| f64::from(x) * scale + shift).collect()).unwrap()
        };
        let (first, second) = (draw(1, 1.0, 0.0), draw(2, 2.0, 0.5));
        // 3 · ½² + 3 · (2 - 1)²; the standard error of the means is 2 / √20000.
        let found = frechet_distance(&first, &second).unwrap();
        assert!((found - 3.75).abs() < 0.1, "{found}");
        assert!(frechet_distance(&first, &first).unwrap() < 1e-9);
    }

    #[test]
    fn sets_that_cannot_be_compared_are_refused() {
        let set = |width, n: usize| Features::new(width, (0..n * width).map(|x| x as f64).collect()).unwrap();
        assert_eq!(
            frechet_distance(&set(2, 4), &set(3, 4)).unwrap_err().to_string(),
            "the sets have 2 and 3 features an example; compute both with the same features"
        );
        assert!(frechet_distance(&set(2, 4), &set(2, 1)).is_err());
    }
}
