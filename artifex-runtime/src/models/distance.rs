//! Distances between sets of points: how far samples are from data.

use burn::tensor::Tensor;

/// Rows of pairs that are held at once.
const BLOCK: usize = 512;

/// The energy distance of the distributions that two sets were drawn from (Székely and Rizzo 2013, equation 2), estimated without
/// bias: `2 E|X - Y| - E|X - X'| - E|Y - Y'|` with the means over all pairs of different points.
///
/// It is 0 in expectation if and only if the distributions are the same; an estimate may fall a little below. A set of one point has
/// no pairs: its part is then 0, which leaves the energy score of the point.
///
/// `x`: `[N, D]`, `y`: `[M, D]`; result: `[1]`.
#[must_use]
pub fn energy_distance(x: Tensor<2>, y: Tensor<2>) -> Tensor<1> {
    // Distances come from squares: near the origin these lose least.
    let centre = y.clone().mean_dim(0);
    let (x, y) = (x - centre.clone(), y - centre);
    #[expect(clippy::cast_precision_loss, reason = "far fewer points than 2^52")]
    let (n, m) = (x.dims()[0] as f64, y.dims()[0] as f64);
    let pairs = |count: f64| (count * (count - 1.0)).max(1.0);
    let between = sum_of_distances(&x, &y, false) * (2.0 / (n * m));
    let within = sum_of_distances(&x, &x, true) / pairs(n) + sum_of_distances(&y, &y, true) / pairs(m);
    between - within
}

/// The sum of the distances of all pairs: `[1]`. Of a set with itself, the pairs of a point with itself are left out.
fn sum_of_distances(x: &Tensor<2>, y: &Tensor<2>, same: bool) -> Tensor<1> {
    let squares = |x: Tensor<2>| x.square().sum_dim(1);
    let columns = y.clone().transpose();
    let column_squares = squares(y.clone()).transpose();
    let (count, width) = (x.dims()[0], y.dims()[0]);
    let blocks = (0..count).step_by(BLOCK).map(|start| {
        let rows = x.clone().narrow(0, start, BLOCK.min(count - start));
        let height = rows.dims()[0];
        let products = rows.clone().matmul(columns.clone());
        let distances = (squares(rows) + column_squares.clone() - products * 2.0).clamp_min(0.0).sqrt();
        let distances = if same {
            // Rounding gives a point a distance from itself.
            let offset = i64::try_from(start).unwrap_or(i64::MAX);
            let other = Tensor::<2>::ones([height, width], &distances.device()).triu(offset + 1)
                + Tensor::<2>::ones([height, width], &distances.device()).tril(offset - 1);
            distances * other
        } else {
            distances
        };
        distances.sum()
    });
    blocks.reduce(|sum, block| sum + block).unwrap_or_else(|| Tensor::zeros([1], &x.device()))
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;
    use burn::tensor::Device;

    fn normal(seed: u64, shape: [usize; 2]) -> Tensor<2> {
        Stream::from_seed(seed).normal_tensor(shape, &Device::flex())
    }

    fn distance(x: Tensor<2>, y: Tensor<2>) -> f64 {
        energy_distance(x, y).into_data().try_to_vec::<f32>().unwrap()[0].into()
    }

    /// The definition in double precision, pair by pair.
    fn direct(x: &Tensor<2>, y: &Tensor<2>) -> f64 {
        let rows = |x: &Tensor<2>| -> Vec<Vec<f64>> {
            let values = x.clone().into_data().try_to_vec::<f32>().unwrap();
            values.chunks(x.dims()[1]).map(|row| row.iter().map(|x| f64::from(*x)).collect()).collect()
        };
        let mean = |a: &[Vec<f64>], b: &[Vec<f64>], same: bool| {
            let mut sum = 0.0;
            for (i, a) in a.iter().enumerate() {
                for (j, b) in b.iter().enumerate() {
                    if !same || i != j {
                        sum += a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    }
                }
            }
            let pairs = if same { a.len() * (a.len() - 1) } else { a.len() * b.len() };
            sum / pairs.max(1) as f64
        };
        let (x, y) = (rows(x), rows(y));
        2.0 * mean(&x, &y, false) - mean(&x, &x, true) - mean(&y, &y, true)
    }

    #[test]
    fn the_estimate_equals_the_definition() {
        for (n, m, d) in [(5, 7, 3), (1, 4, 2), (3, 1, 1), (700, 530, 2)] {
            // Far from the origin and close together: what squares are bad at.
            let (x, y) = (normal(1, [n, d]) * 0.5 + 20.0, normal(2, [m, d]) + 20.5);
            let (found, expected) = (distance(x.clone(), y.clone()), direct(&x, &y));
            assert!((found - expected).abs() < 1e-4 * (1.0 + expected), "{n} {m} {d}: {found}, not {expected}");
        }
    }

    /// `E|X - Y|` of X ~ N(0, 1) and Y ~ N(μ, 1) is that of N(μ, 2): `2 φ(μ/√2) √2 + μ (2 Φ(μ/√2) - 1)`, with Φ(1) for μ = √2.
    #[test]
    fn normal_distributions_have_the_distance_of_the_closed_form() {
        let (mu, phi, cdf) = (2f64.sqrt(), 0.241_970_724_519, 0.841_344_746_069);
        let between = 2.0 * phi * 2f64.sqrt() + mu * (2.0 * cdf - 1.0);
        let within = 2.0 / std::f64::consts::PI.sqrt();
        let expected = 2.0 * between - 2.0 * within;
        let (x, y) = (normal(1, [4000, 1]), normal(2, [4000, 1]) + mu);
        let found = distance(x.clone(), y);
        // The standard error of twice a mean difference of 4,000 points of spread √2 is below 0.05.
        assert!((found - expected).abs() < 0.1, "{found}, not {expected}");
        let same = distance(x, normal(3, [4000, 1]));
        assert!(same.abs() < 0.01, "{same}");
    }
}
