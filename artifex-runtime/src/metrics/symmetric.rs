//! Eigenvalues of small symmetric matrices, by Jacobi's rotations (Golub and Van Loan 2013, section 8.5).

/// The eigenvalues of a symmetric matrix of `n` rows, in no order, and its eigenvectors as the columns of a matrix row by row.
pub(super) fn eigen(matrix: &[f64], n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut a = matrix.to_vec();
    let mut vectors = identity(n);
    let scale: f64 = a.iter().map(|x| x * x).sum();
    // Convergence is quadratic: a few sweeps reach the last digit, and the limit is never met.
    for _ in 0..64 {
        let off: f64 = (0..n).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a[i * n + j].powi(2)).sum();
        if off <= scale * 1e-32 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut vectors, n, p, q);
            }
        }
    }
    ((0..n).map(|i| a[i * n + i]).collect(), vectors)
}

/// The rotation of the plane `(p, q)` that makes the entry there 0.
fn rotate(a: &mut [f64], vectors: &mut [f64], n: usize, p: usize, q: usize) {
    let entry = a[p * n + q];
    if entry == 0.0 {
        return;
    }
    let tau = (a[q * n + q] - a[p * n + p]) / (2.0 * entry);
    // The smaller of the two roots keeps the other entries small; the product in `hypot` would overflow without it.
    let tangent = tau.signum() / (tau.abs() + tau.hypot(1.0));
    let cosine = tangent.hypot(1.0).recip();
    let sine = tangent * cosine;
    let turn = |x: &mut [f64], i: usize, j: usize| {
        let (first, second) = (x[i], x[j]);
        x[i] = cosine * first - sine * second;
        x[j] = sine * first + cosine * second;
    };
    for k in 0..n {
        turn(a, k * n + p, k * n + q);
    }
    for k in 0..n {
        turn(a, p * n + k, q * n + k);
    }
    for k in 0..n {
        turn(vectors, k * n + p, k * n + q);
    }
}

/// The square root of a positive semidefinite matrix; eigenvalues that rounding made negative count as 0.
pub(super) fn square_root(matrix: &[f64], n: usize) -> Vec<f64> {
    let (values, vectors) = eigen(matrix, n);
    let roots: Vec<f64> = values.iter().map(|value| value.max(0.0).sqrt()).collect();
    let scaled: Vec<f64> = vectors.iter().enumerate().map(|(at, x)| x * roots[at % n]).collect();
    let transposed: Vec<f64> = (0..n * n).map(|at| vectors[(at % n) * n + at / n]).collect();
    product(&scaled, &transposed, n)
}

/// The product of two matrices of `n` rows.
pub(super) fn product(a: &[f64], b: &[f64], n: usize) -> Vec<f64> {
    let mut out = vec![0.0; n * n];
    for (row, line) in out.chunks_exact_mut(n.max(1)).zip(a.chunks_exact(n.max(1))) {
        for (x, other) in line.iter().zip(b.chunks_exact(n.max(1))) {
            row.iter_mut().zip(other).for_each(|(entry, y)| *entry += x * y);
        }
    }
    out
}

fn identity(n: usize) -> Vec<f64> {
    (0..n * n).map(|at| f64::from(u8::from(at / n == at % n))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Stream;

    #[test]
    fn eigenvectors_are_orthonormal_and_rebuild_the_matrix() {
        for n in [1, 2, 5, 33] {
            let x: Vec<f64> = Stream::from_seed(n as u64).normal(n * n).into_iter().map(f64::from).collect();
            let a: Vec<f64> = (0..n * n).map(|at| x[at] + x[(at % n) * n + at / n]).collect();
            let (values, vectors) = eigen(&a, n);
            for i in 0..n {
                for j in 0..n {
                    let dot: f64 = (0..n).map(|k| vectors[k * n + i] * vectors[k * n + j]).sum();
                    assert!((dot - f64::from(u8::from(i == j))).abs() < 1e-12, "{n}: {i} {j}");
                    let entry: f64 = (0..n).map(|k| vectors[i * n + k] * values[k] * vectors[j * n + k]).sum();
                    assert!((entry - a[i * n + j]).abs() < 1e-11, "{n}: {i} {j}: {entry}");
                }
            }
        }
    }

    #[test]
    fn known_eigenvalues_are_found() {
        // The second difference: 2 - 2 cos(k pi / (n + 1)).
        let n = 12_usize;
        let a: Vec<f64> = (0..n * n)
            .map(|at| match (at / n).abs_diff(at % n) {
                0 => 2.0,
                1 => -1.0,
                _ => 0.0,
            })
            .collect();
        let (mut values, _) = eigen(&a, n);
        values.sort_by(f64::total_cmp);
        for (k, value) in values.iter().enumerate() {
            let expected = 2.0 - 2.0 * (std::f64::consts::PI * (k + 1) as f64 / (n + 1) as f64).cos();
            assert!((value - expected).abs() < 1e-13, "{value} is not {expected}");
        }
    }

    #[test]
    fn a_root_squared_is_the_matrix_even_if_it_is_singular() {
        let n = 6;
        let x: Vec<f64> = Stream::from_seed(4).normal(n * 3).into_iter().map(f64::from).collect();
        // Of rank 3.
        let a: Vec<f64> = (0..n * n).map(|at| (0..3).map(|k| x[at / n * 3 + k] * x[at % n * 3 + k]).sum()).collect();
        let root = square_root(&a, n);
        for (found, expected) in product(&root, &root, n).iter().zip(&a) {
            assert!((found - expected).abs() < 1e-7, "{found} is not {expected}");
        }
    }
}
