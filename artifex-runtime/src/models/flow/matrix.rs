//! Small matrices in double precision, on the host.

/// A square matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matrix {
    size: usize,
    values: Vec<f64>,
}

/// `P A = L U`.
pub(super) struct Lu {
    /// `L` below the diagonal, where its ones are left out, and `U`.
    pub(super) factors: Matrix,
    /// Which row of `A` stands at each row of `P A`.
    pub(super) order: Vec<usize>,
    /// Whether the order is an odd one.
    #[cfg(test)]
    odd: bool,
}

impl Matrix {
    pub(super) fn new(size: usize, values: Vec<f64>) -> Self {
        assert_eq!(values.len(), size * size, "a square matrix of {size} rows");
        Self { size, values }
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    /// Gaussian elimination with the largest pivot of each column.
    pub(super) fn lu(&self) -> Lu {
        let n = self.size;
        let (mut a, mut order) = (self.clone(), (0..n).collect::<Vec<_>>());
        #[cfg(test)]
        let mut odd = false;
        for k in 0..n {
            let pivot = (k..n).max_by(|i, j| a.at(*i, k).abs().total_cmp(&a.at(*j, k).abs())).unwrap_or(k);
            if pivot != k {
                (0..n).for_each(|column| a.values.swap(k * n + column, pivot * n + column));
                order.swap(k, pivot);
                #[cfg(test)]
                {
                    odd = !odd;
                }
            }
            for row in k + 1..n {
                let factor = a.at(row, k) / a.at(k, k);
                a.values[row * n + k] = factor;
                for column in k + 1..n {
                    a.values[row * n + column] -= factor * a.at(k, column);
                }
            }
        }
        Lu {
            factors: a,
            order,
            #[cfg(test)]
            odd,
        }
    }

    /// The inverse; of a singular matrix it holds infinities.
    pub(super) fn inverse(&self) -> Self {
        let (n, lu) = (self.size, self.lu());
        let mut values = vec![0.0; n * n];
        for column in 0..n {
            // L y = P e, then U x = y.
            let mut x: Vec<f64> = lu.order.iter().map(|row| if *row == column { 1.0 } else { 0.0 }).collect();
            for row in 0..n {
                x[row] -= (0..row).map(|k| lu.factors.at(row, k) * x[k]).sum::<f64>();
            }
            for row in (0..n).rev() {
                let known: f64 = (row + 1..n).map(|k| lu.factors.at(row, k) * x[k]).sum();
                x[row] = (x[row] - known) / lu.factors.at(row, row);
            }
            for (row, x) in x.into_iter().enumerate() {
                values[row * n + column] = x;
            }
        }
        Self { size: n, values }
    }

    /// The lower triangular `L` with `A = L Lᵀ`; `None` if the matrix is not positive definite.
    pub(super) fn cholesky(&self) -> Option<Self> {
        let n = self.size;
        let mut l = vec![0.0; n * n];
        for row in 0..n {
            for column in 0..=row {
                let known: f64 = (0..column).map(|k| l[row * n + k] * l[column * n + k]).sum();
                let rest = self.at(row, column) - known;
                l[row * n + column] = if row == column {
                    // Also false for NaN.
                    if rest > 0.0 { rest.sqrt() } else { return None }
                } else {
                    rest / l[column * n + column]
                };
            }
        }
        Some(Self { size: n, values: l })
    }

    /// `L⁻¹ b` of a lower triangular matrix.
    pub(super) fn solve_lower(&self, b: &[f64]) -> Vec<f64> {
        let mut x = Vec::with_capacity(self.size);
        for (row, b) in b.iter().enumerate() {
            let known: f64 = x.iter().enumerate().map(|(k, x)| self.at(row, k) * x).sum();
            x.push((b - known) / self.at(row, row));
        }
        x
    }

    /// The diagonal.
    pub(super) fn diagonal(&self) -> impl Iterator<Item = f64> {
        (0..self.size).map(|k| self.at(k, k))
    }

    /// `ln |det A|`, and whether the determinant is negative.
    #[cfg(test)]
    pub(super) fn log_det(&self) -> (f64, bool) {
        let lu = self.lu();
        let negative = lu.factors.diagonal().filter(|x| *x < 0.0).count() % 2 == 1;
        (lu.factors.diagonal().map(|x| x.abs().ln()).sum(), negative != lu.odd)
    }
}

/// A rotation, even over all of them, from normal numbers: their rows made orthonormal (Gram-Schmidt, twice, for rounding), in the
/// order in which the matrix has factors `L U`.
pub(super) fn random_rotation(size: usize, normal: &[f64]) -> Matrix {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(size);
    for row in normal.chunks_exact(size.max(1)) {
        let mut row = row.to_vec();
        for _ in 0..2 {
            for other in &rows {
                let dot: f64 = row.iter().zip(other).map(|(a, b)| a * b).sum();
                row.iter_mut().zip(other).for_each(|(a, b)| *a -= dot * b);
            }
        }
        let length = row.iter().map(|x| x * x).sum::<f64>().sqrt();
        rows.push(row.into_iter().map(|x| x / length).collect());
    }
    let order = Matrix::new(size, rows.concat()).lu().order;
    Matrix::new(size, order.into_iter().flat_map(|row| rows[row].clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Stream;

    fn random(size: usize, seed: u64) -> Matrix {
        Matrix::new(size, Stream::from_seed(seed).normal(size * size).into_iter().map(f64::from).collect())
    }

    fn product(a: &Matrix, b: &Matrix) -> Matrix {
        let n = a.size;
        let entry = |at: usize| (0..n).map(|k| a.at(at / n, k) * b.at(k, at % n)).sum();
        Matrix::new(n, (0..n * n).map(entry).collect())
    }

    fn transposed(a: &Matrix) -> Matrix {
        let n = a.size;
        Matrix::new(n, (0..n * n).map(|at| a.at(at % n, at / n)).collect())
    }

    #[track_caller]
    fn assert_identity(a: &Matrix) {
        for (at, value) in a.values.iter().enumerate() {
            let expected = if at / a.size == at % a.size { 1.0 } else { 0.0 };
            assert!((value - expected).abs() < 1e-9, "{a:?}");
        }
    }

    #[test]
    fn inverses_determinants_and_roots_are_those_of_the_definitions() {
        for size in [1, 2, 5, 12] {
            let a = random(size, 3);
            assert_identity(&product(&a, &a.inverse()));
            let square = product(&a, &transposed(&a));
            let root = square.cholesky().unwrap();
            assert_identity(&product(&product(&root, &transposed(&root)), &square.inverse()));
            let (log_det, negative) = a.log_det();
            assert!((square.log_det().0 - 2.0 * log_det).abs() < 1e-9 && !square.log_det().1);
            if size == 2 {
                let det = a.at(0, 0) * a.at(1, 1) - a.at(0, 1) * a.at(1, 0);
                assert!((det.abs().ln() - log_det).abs() < 1e-12 && negative == (det < 0.0));
            }
            let x = root.solve_lower(&vec![1.0; size]);
            let back: Vec<f64> = (0..size).map(|row| (0..=row).map(|k| root.at(row, k) * x[k]).sum()).collect();
            assert!(back.iter().all(|b: &f64| (b - 1.0).abs() < 1e-9));
            let rotation = random_rotation(size, &random(size, 4).values);
            assert_identity(&product(&rotation, &transposed(&rotation)));
            // In this order no row moves, so there are factors without a permutation.
            assert_eq!(rotation.lu().order, (0..size).collect::<Vec<_>>());
        }
        assert_eq!(Matrix::new(2, vec![1.0, 2.0, 2.0, 1.0]).cholesky(), None);
    }
}
