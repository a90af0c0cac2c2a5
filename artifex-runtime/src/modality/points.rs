//! Points of the plane as PNG files.

use std::path::{Path, PathBuf};

use burn::tensor::Tensor;
use image::{ImageFormat, Rgb, RgbImage};

/// Sides of a picture in pixels.
const SIDE: u32 = 640;
/// Empty border around the points, as a share of the side.
const MARGIN: f64 = 0.05;
/// The colour where no point is.
const PAPER: [f64; 3] = [255.0, 255.0, 255.0];
/// The colour of the points.
const INK: [f64; 3] = [31.0, 87.0, 163.0];
/// How much of the ink a point brings to its pixel; neighbours get half of it.
const STRENGTH: f64 = 0.6;

/// Why points cannot be drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PointsError {
    /// There is nothing to show.
    #[error("there is no point to draw; give at least one")]
    Empty,
    /// The points are not of the plane.
    #[error("points of {dimensions} coordinates cannot be drawn; a picture takes 2")]
    Dimensions {
        /// Coordinates of a point.
        dimensions: usize,
    },
    /// A value is not finite.
    #[error(
        "point {point} is not finite; the model that made it has diverged: look for the first step with a loss that is not finite"
    )]
    NotFinite {
        /// Number of the point, from 0.
        point: usize,
    },
    /// The values cannot be read from the device.
    #[error("the points cannot be read from their device: {reason}")]
    Device {
        /// The device's answer.
        reason: String,
    },
    /// The file cannot be written.
    #[error("{}: {source}; check that the folder exists and that there is space on the disk", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// The answer of the encoder or the system.
        source: image::ImageError,
    },
}

/// Writes points `[n, 2]` as a square scatter picture: the first coordinate to the right, the second one up, the same scale for
/// both, all points in view. Where points are dense the ink is dark.
///
/// # Errors
/// If there is no point, one is not finite or has another number of coordinates, or the file cannot be written.
pub fn write_scatter(points: &Tensor<2>, path: &Path) -> Result<(), PointsError> {
    let [count, dimensions] = points.dims();
    if dimensions != 2 {
        return Err(PointsError::Dimensions { dimensions });
    }
    if count == 0 {
        return Err(PointsError::Empty);
    }
    let device = |reason: String| PointsError::Device { reason };
    let data = points.clone().try_into_data().map_err(|error| device(error.to_string()))?;
    let values: Vec<f32> = data.try_to_vec_as().map_err(|error| device(error.to_string()))?;
    let points: Vec<[f64; 2]> = values.as_chunks::<2>().0.iter().map(|point| point.map(f64::from)).collect();
    if let Some(point) = points.iter().position(|point| !point.iter().all(|x| x.is_finite())) {
        return Err(PointsError::NotFinite { point });
    }
    draw(&points)
        .save_with_format(path, ImageFormat::Png)
        .map_err(|source| PointsError::Write { path: path.to_owned(), source })
}

/// The picture of finite points.
fn draw(points: &[[f64; 2]]) -> RgbImage {
    let range = |axis: usize| {
        let values = points.iter().map(|point| point[axis]);
        (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max))
    };
    let ((left, right), (bottom, top)) = (range(0), range(1));
    // A single place is drawn in the middle.
    let extent = (right - left).max(top - bottom).max(f64::MIN_POSITIVE);
    let inside = f64::from(SIDE - 1) * (1.0 - 2.0 * MARGIN);
    let middle = f64::from(SIDE - 1) / 2.0;
    let place = |value: f64, low: f64, high: f64| (value - f64::midpoint(low, high)) / extent * inside;
    let side = SIDE as usize;
    let mut ink = vec![0.0; side * side];
    for [x, y] in points {
        #[expect(clippy::cast_possible_truncation, reason = "within the picture")]
        let (column, row) =
            ((middle + place(*x, left, right)).round() as i64, (middle - place(*y, bottom, top)).round() as i64);
        for (dx, dy, share) in [(0, 0, 1.0), (1, 0, 0.5), (-1, 0, 0.5), (0, 1, 0.5), (0, -1, 0.5)] {
            let at = (usize::try_from(column + dx), usize::try_from(row + dy));
            if let (Ok(column), Ok(row)) = at
                && column < side
                && row < side
            {
                // Each point covers a share of the paper that is left.
                let covered: &mut f64 = &mut ink[row * side + column];
                *covered += (1.0 - *covered) * STRENGTH * share;
            }
        }
    }
    RgbImage::from_fn(SIDE, SIDE, |column, row| {
        let covered = ink[row as usize * side + column as usize];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
        let mix = |channel: usize| (PAPER[channel] + (INK[channel] - PAPER[channel]) * covered).round() as u8;
        Rgb([mix(0), mix(1), mix(2)])
    })
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use burn::tensor::{Device, TensorData};

    use super::*;

    fn tensor(values: Vec<f32>, shape: [usize; 2]) -> Tensor<2> {
        Tensor::from_data(TensorData::new(values, shape), &Device::flex())
    }

    #[test]
    fn points_are_where_they_belong() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("points.png");
        // The corners of a rectangle twice as wide as high, the lower left one twice.
        let points = vec![-1.0, 0.0, 1.0, 0.0, 1.0, 1.0, -1.0, 1.0, -1.0, 0.0];
        write_scatter(&tensor(points, [5, 2]), &path).unwrap();
        let picture = image::open(&path).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (640, 640));
        // 319.5 ± 575.1 / 2 across, half of that up and down.
        let dark = |x, y| 255 - picture.get_pixel(x, y).0[0];
        let (left, right, top, bottom) = (32, 607, 176, 463);
        for (x, y) in [(right, bottom), (right, top), (left, top)] {
            assert_eq!((dark(x, y), dark(x + 1, y), dark(x + 2, y)), (134, 67, 0));
        }
        assert_eq!(dark(left, bottom), 188);
        let inked = picture.pixels().filter(|pixel| pixel.0 != [255; 3]).count();
        assert_eq!(inked, 4 * 5);
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let message =
            |points: &Tensor<2>, name: &str| write_scatter(points, &folder.path().join(name)).unwrap_err().to_string();
        assert_eq!(
            message(&tensor(vec![0.0; 6], [2, 3]), "a.png"),
            "points of 3 coordinates cannot be drawn; a picture takes 2"
        );
        assert_eq!(message(&tensor(vec![], [0, 2]), "a.png"), "there is no point to draw; give at least one");
        assert!(message(&tensor(vec![0.0, 1.0, f32::NAN, 0.0], [2, 2]), "a.png").starts_with("point 1 is not finite;"));
        let missing = message(&tensor(vec![0.0, 1.0], [1, 2]), "missing/a.png");
        assert!(missing.contains("missing/a.png") && missing.contains("check that the folder exists"), "{missing}");
        write_scatter(&tensor(vec![3.0, 1.0], [1, 2]), &folder.path().join("one.png")).unwrap();
    }
}
