//! A trivial model of points of the plane.

use burn::tensor::Tensor;

use crate::models::Baseline;

/// The mean negative log-likelihood of `held_out: [M, 2]` under the normal distribution with the mean and covariance of `train: [N, 2]`.
/// `None` if that covariance is singular.
pub(super) fn gaussian(train: Tensor<2>, held_out: Tensor<2>) -> Option<Baseline> {
    let points = |x: Tensor<2>| -> Option<Vec<[f64; 2]>> {
        let values = x.try_into_data().ok()?.try_to_vec_as::<f64>().ok()?;
        Some(values.as_chunks::<2>().0.to_vec())
    };
    let (train, held_out) = (points(train)?, points(held_out)?);
    #[expect(clippy::cast_precision_loss, reason = "far fewer points than 2^52")]
    let mean_of = |points: &[[f64; 2]], f: &dyn Fn([f64; 2]) -> f64| {
        points.iter().map(|point| f(*point)).sum::<f64>() / points.len() as f64
    };
    let centre = [0, 1].map(|axis: usize| mean_of(&train, &|point| point[axis]));
    let product = |i: usize, j: usize| move |point: [f64; 2]| (point[i] - centre[i]) * (point[j] - centre[j]);
    let [a, b, c] = [(0, 0), (0, 1), (1, 1)].map(|(i, j)| mean_of(&train, &product(i, j)));
    let determinant = a * c - b * b;
    if determinant.is_nan() || determinant <= 0.0 {
        return None;
    }
    let squares = mean_of(&held_out, &|point| {
        let [x, y] = [point[0] - centre[0], point[1] - centre[1]];
        (c * x * x - 2.0 * b * x * y + a * y * y) / determinant
    });
    let value = std::f64::consts::TAU.ln() + 0.5 * determinant.ln() + 0.5 * squares;
    Some(Baseline { name: "Gaussian", value })
}
