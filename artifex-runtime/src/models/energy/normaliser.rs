//! The normaliser of a density in the plane, by quadrature on a grid.

use burn::tensor::{Device, Tensor, TensorData};

/// Energies above the lowest one by this much are left out: their points have no mass.
const DEPTH: f64 = 30.0;
/// Points of the first grid along an axis.
const COARSE: usize = 129;
/// Points of the grids of the result: each halves the distances of the one before.
const FINE: [usize; 4] = [129, 257, 513, 1025];
/// The logarithms of two grids agree to this.
const TOLERANCE: f64 = 1e-4;
/// How many times the first square is made twice as wide.
const DOUBLINGS: usize = 6;
/// Points that are evaluated at once.
const CHUNK: usize = 16_384;

/// The logarithm of the integral of `exp(log_density)` over the plane, by the trapezoid rule.
///
/// A coarse grid on a square of `half_width` around the origin (wider if need be) finds the rectangle that has the mass; grids on it
/// are refined until two of them agree. `log_density` takes `[B, 2]` and gives `[B]`. NaN where a value is.
pub(super) fn log_normaliser(log_density: &dyn Fn(Tensor<2>) -> Tensor<1>, half_width: f64, device: &Device) -> f64 {
    let Some(rectangle) = support(log_density, half_width, device) else { return f64::NAN };
    let mut before = f64::NAN;
    for count in FINE {
        let axes = rectangle.map(|[from, to]| axis(from, to, count));
        let values = evaluate(log_density, &axes, device);
        let spacing = rectangle.map(|[from, to]| (to - from) / intervals(count));
        let now = log_sum(&values) + (spacing[0] * spacing[1]).ln();
        if (now - before).abs() < TOLERANCE {
            return now;
        }
        before = now;
    }
    before
}

/// Where the mass is: from and to along both axes.
fn support(log_density: &dyn Fn(Tensor<2>) -> Tensor<1>, half_width: f64, device: &Device) -> Option<[[f64; 2]; 2]> {
    let mut half = half_width;
    for doubling in 0..=DOUBLINGS {
        let points = axis(-half, half, COARSE);
        let values = evaluate(log_density, &[points.clone(), points.clone()], device);
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !most.is_finite() || values.iter().any(|value| value.is_nan()) {
            return None;
        }
        let mut inside = [[COARSE, 0]; 2];
        for (at, _) in values.iter().enumerate().filter(|(_, value)| **value > most - DEPTH) {
            for (bounds, index) in inside.iter_mut().zip([at / COARSE, at % COARSE]) {
                *bounds = [bounds[0].min(index), bounds[1].max(index)];
            }
        }
        let reaches = inside.iter().any(|[first, last]| *first == 0 || *last == COARSE - 1);
        if reaches && doubling < DOUBLINGS {
            half *= 2.0;
            continue;
        }
        // A density that is still there at the edge of the widest square has no normaliser.
        return (!reaches).then(|| inside.map(|[first, last]| [points[first - 1], points[last + 1]]));
    }
    None
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
const fn intervals(count: usize) -> f64 {
    (count - 1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn axis(from: f64, to: f64, count: usize) -> Vec<f64> {
    (0..count).map(|i| from + (to - from) * i as f64 / intervals(count)).collect()
}

/// The values at the points of a grid, those of the second axis together.
#[expect(clippy::cast_possible_truncation, reason = "values are f32")]
fn evaluate(log_density: &dyn Fn(Tensor<2>) -> Tensor<1>, axes: &[Vec<f64>; 2], device: &Device) -> Vec<f64> {
    let points: Vec<f32> = axes[0].iter().flat_map(|x| axes[1].iter().flat_map(|y| [*x as f32, *y as f32])).collect();
    let chunks = points.chunks(2 * CHUNK).flat_map(|points| {
        let count = points.len() / 2;
        let values = log_density(Tensor::from_data(TensorData::new(points.to_vec(), [count, 2]), device));
        values.try_into_data().ok().and_then(|data| data.try_to_vec_as::<f64>().ok()).unwrap_or(vec![f64::NAN; count])
    });
    chunks.collect()
}

/// `ln Σ exp(x)`.
fn log_sum(values: &[f64]) -> f64 {
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    values.iter().map(|value| (value - most).exp()).sum::<f64>().ln() + most
}
