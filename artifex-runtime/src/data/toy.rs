//! Points of the plane from known distributions.

use std::f64::consts::{PI, TAU};

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::image_set::thousands;
use super::{Dataset, Modes, Splits, ToyConfig, ToyDistribution};
use crate::models::batch::{Batch, PointBatch};
use crate::rng::Stream;

/// Distance of the eight centres from the origin.
const RING: f64 = 2.0;

impl ToyDistribution {
    const fn name(self) -> &'static str {
        match self {
            Self::EightGaussians => "8 Gaussians",
            Self::Moons => "moons",
            Self::Circles => "circles",
            Self::Checkerboard => "checkerboard",
            Self::Spirals => "spirals",
        }
    }

    const fn noise(self) -> f64 {
        match self {
            Self::EightGaussians | Self::Moons | Self::Circles | Self::Spirals => 0.1,
            Self::Checkerboard => 0.0,
        }
    }

    /// How many parts it has.
    const fn parts(self) -> u64 {
        match self {
            Self::EightGaussians | Self::Checkerboard => 8,
            Self::Moons | Self::Circles | Self::Spirals => 2,
        }
    }

    /// The point of a part before the noise, from two numbers uniform in [0, 1).
    fn point(self, part: u64, u: f64, v: f64) -> [f64; 2] {
        match self {
            Self::EightGaussians => centre(part),
            Self::Moons => {
                let (sin, cos) = (PI * u).sin_cos();
                if part == 0 { [cos, sin] } else { [1.0 - cos, 0.5 - sin] }
            }
            Self::Circles => {
                let (sin, cos) = (TAU * u).sin_cos();
                let radius = if part == 0 { 1.0 } else { 0.5 };
                [radius * cos, radius * sin]
            }
            Self::Checkerboard => {
                // Two dark squares a row, shifted by one in every other row.
                #[expect(clippy::cast_precision_loss, reason = "below 8")]
                let (row, column) = ((part / 2) as f64, (2 * (part % 2) + part / 2 % 2) as f64);
                [2.0 * (column + u) - 4.0, 2.0 * (row + v) - 4.0]
            }
            Self::Spirals => {
                // The root makes the arm about evenly dense along its length.
                let angle = 3.0 * PI * u.sqrt();
                let (sin, cos) = angle.sin_cos();
                let side = if part == 0 { 1.0 } else { -1.0 };
                [-side * cos * angle / 3.0, side * sin * angle / 3.0]
            }
        }
    }
}

/// A centre of the eight.
#[expect(clippy::cast_precision_loss, reason = "below 8")]
fn centre(part: u64) -> [f64; 2] {
    let (sin, cos) = (TAU * part as f64 / 8.0).sin_cos();
    [RING * cos, RING * sin]
}

impl ToyConfig {
    /// Draws the points.
    pub(super) fn load(&self) -> Splits {
        Splits {
            train: Box::new(self.draw("train", self.train)),
            held_out: Box::new(self.draw("held out", self.held_out)),
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "values are f32, parts below 8")]
    fn draw(&self, name: &str, count: usize) -> PointSet {
        let stream = Stream::from_seed(self.seed).fold_in(name);
        let noise = self.noise.unwrap_or_else(|| self.distribution.noise());
        let mut parts = stream.fold_in("part");
        let uniform = stream.fold_in("place").uniform(2 * count);
        let normal = stream.fold_in("noise").normal(2 * count);
        let (mut points, mut labels) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (u, n) in uniform.as_chunks::<2>().0.iter().zip(normal.as_chunks::<2>().0) {
            let part = parts.below(self.distribution.parts());
            let [x, y] = self.distribution.point(part, u[0].into(), u[1].into());
            points.push([(x + noise * f64::from(n[0])) as f32, (y + noise * f64::from(n[1])) as f32]);
            labels.push(part as i64);
        }
        let modes = (self.distribution == ToyDistribution::EightGaussians)
            .then(|| Modes::new((0..8).map(|part| centre(part).map(|x| x as f32)).collect(), noise as f32));
        PointSet { name: self.distribution.name(), points, labels, modes }
    }
}

/// Points in memory.
#[derive(Debug)]
struct PointSet {
    name: &'static str,
    points: Vec<[f32; 2]>,
    labels: Vec<i64>,
    modes: Option<Modes>,
}

impl Dataset for PointSet {
    fn len(&self) -> usize {
        self.points.len()
    }

    fn item_shape(&self) -> [usize; 3] {
        [1, 1, 2]
    }

    fn classes(&self) -> Option<(i64, i64)> {
        Some((*self.labels.iter().min()?, *self.labels.iter().max()?))
    }

    fn batch(&self, indices: &[usize], device: &Device) -> Batch {
        let values: Vec<f32> = indices.iter().flat_map(|&index| self.points[index]).collect();
        let labels: Vec<i64> = indices.iter().map(|&index| self.labels[index]).collect();
        Batch::Points(PointBatch {
            points: Tensor::from_data(TensorData::new(values, [indices.len(), 2]), device),
            labels: Some(Tensor::<1, Int>::from_data(TensorData::new(labels, [indices.len()]), device)),
        })
    }

    fn modes(&self) -> Option<&Modes> {
        self.modes.as_ref()
    }

    fn describe(&self) -> String {
        format!("{}: {} points", self.name, thousands(self.points.len()))
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    fn config(distribution: ToyDistribution, noise: Option<f64>) -> ToyConfig {
        ToyConfig { distribution, train: 8000, held_out: 100, noise, seed: 3 }
    }

    fn points(set: &dyn Dataset) -> (Vec<[f64; 2]>, Vec<i64>) {
        let Batch::Points(batch) = set.batch(&(0..set.len()).collect::<Vec<_>>(), &Device::flex()) else { panic!() };
        let values = batch.points.into_data().try_to_vec::<f32>().unwrap();
        let labels = batch.labels.unwrap().into_data().try_to_vec_as::<i64>().unwrap();
        (values.as_chunks::<2>().0.iter().map(|point| point.map(f64::from)).collect(), labels)
    }

    /// Every point without noise is where the definition says, and the parts share the points evenly.
    #[test]
    fn points_lie_where_the_definitions_say() {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-5;
        for (distribution, parts) in [
            (ToyDistribution::EightGaussians, 8),
            (ToyDistribution::Moons, 2),
            (ToyDistribution::Circles, 2),
            (ToyDistribution::Checkerboard, 8),
            (ToyDistribution::Spirals, 2),
        ] {
            let splits = config(distribution, Some(0.0)).load();
            let (found, labels) = points(&*splits.train);
            assert_eq!((found.len(), splits.held_out.len()), (8000, 100));
            for (&[x, y], &label) in found.iter().zip(&labels) {
                let radius = x.hypot(y);
                let right = match distribution {
                    ToyDistribution::EightGaussians => {
                        near(radius, 2.0) && near(y.atan2(x).rem_euclid(TAU).rem_euclid(TAU), label as f64 * TAU / 8.0)
                            || label == 0 && near(y, 0.0) && near(x, 2.0)
                    }
                    ToyDistribution::Moons if label == 0 => near(radius, 1.0) && y >= -1e-5,
                    ToyDistribution::Moons => near((x - 1.0).hypot(y - 0.5), 1.0) && y <= 0.5 + 1e-5,
                    ToyDistribution::Circles => near(radius, if label == 0 { 1.0 } else { 0.5 }),
                    ToyDistribution::Checkerboard => {
                        let (column, row) = (x / 2.0 + 2.0, y / 2.0 + 2.0);
                        let cell = |c: f64| c.floor().clamp(0.0, 3.0) as i64;
                        (0.0..=4.0).contains(&column) && (cell(column) + cell(row)) % 2 == 0 && cell(row) == label / 2
                    }
                    ToyDistribution::Spirals => {
                        let side = if label == 0 { 1.0 } else { -1.0 };
                        let (sin, cos) = (3.0 * radius).sin_cos();
                        radius <= PI + 1e-5
                            && (x + side * cos * radius).abs() < 1e-4
                            && (y - side * sin * radius).abs() < 1e-4
                    }
                };
                assert!(right, "{distribution:?} {label}: {x} {y}");
            }
            for part in 0..parts {
                let count = labels.iter().filter(|label| **label == part).count() as f64;
                let (mean, share) = (8000.0 / parts as f64, 1.0 / parts as f64);
                assert!(
                    (count - mean).abs() < 5.0 * (8000.0 * share * (1.0 - share)).sqrt(),
                    "{distribution:?} {part}"
                );
            }
        }
    }

    #[test]
    fn noise_is_what_the_config_says() {
        for (noise, std) in [(None, 0.1), (Some(0.3), 0.3)] {
            let splits = config(ToyDistribution::EightGaussians, noise).load();
            let (found, labels) = points(&*splits.train);
            let square = found.iter().zip(&labels).map(|(point, &label)| {
                let centre = centre(label as u64);
                (point[0] - centre[0]).powi(2) + (point[1] - centre[1]).powi(2)
            });
            let found = (square.sum::<f64>() / 16_000.0).sqrt();
            // The standard error of a standard deviation of 16,000 numbers.
            assert!((found - std).abs() < 5.0 * std / (2.0 * 16_000.0_f64).sqrt(), "{found}, not {std}");
        }
    }

    #[test]
    fn splits_and_seeds_differ_and_repeat() {
        let draw = |seed| {
            let splits = ToyConfig { seed, ..config(ToyDistribution::Moons, None) }.load();
            (points(&*splits.train).0, points(&*splits.held_out).0)
        };
        let (train, held_out) = draw(3);
        assert_eq!(draw(3), (train.clone(), held_out.clone()));
        assert!(train != draw(4).0 && train[..100] != held_out[..]);
        let splits = config(ToyDistribution::EightGaussians, None).load();
        assert_eq!(splits.train.describe(), "8 Gaussians: 8,000 points");
        assert_eq!(splits.train.modes().map(Modes::len), Some(8));
        let (found, _) = points(&*splits.train);
        let found: Vec<_> = found.iter().map(|point| point.map(|x| x as f32)).collect();
        // A point lies within three standard deviations of its centre with probability 1 - exp(-9/2).
        let coverage = splits.train.modes().unwrap().coverage(&found);
        assert!(coverage.modes == 8 && (coverage.high_quality - 0.988_891).abs() < 5.0 * 0.00117, "{coverage:?}");
        assert!(config(ToyDistribution::Moons, None).load().train.modes().is_none());
    }
}
