//! Images as PNG files.

use std::path::{Path, PathBuf};

use burn::tensor::{Device, Tensor, TensorData};
use image::{ExtendedColorType, ImageFormat};

/// Pixels between two images of a grid.
const GAP: usize = 1;
/// Grey value of the gaps and of cells without an image: told apart from black and from white.
const GAP_VALUE: u8 = 128;

/// Why images cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImageError {
    /// There is nothing to show.
    #[error(
        "there is no pixel to write: the images have shape {shape:?}; give at least one image of at least one pixel"
    )]
    Empty {
        /// Number, height, width, channels.
        shape: [usize; 4],
    },
    /// The images are neither grey nor RGB.
    #[error("images of {channels} channels cannot be written; a PNG grid takes 1 (grey) or 3 (RGB)")]
    Channels {
        /// Channels of the images.
        channels: usize,
    },
    /// A value is not a number.
    #[error(
        "image {image} holds NaN at row {row}, column {column}, channel {channel}; the model that made it has diverged: look for \
         the first step with a loss that is not finite"
    )]
    NotANumber {
        /// Number of the image, from 0.
        image: usize,
        /// Row, from 0.
        row: usize,
        /// Column, from 0.
        column: usize,
        /// Channel, from 0.
        channel: usize,
    },
    /// No columns, no upscaling, or a picture that is too large.
    #[error(
        "a grid of {columns} columns at scale {scale} cannot be drawn for images of shape {shape:?}; both must be at least 1, and \
         the picture's sides at most {}",
        u16::MAX
    )]
    Layout {
        /// Columns asked for.
        columns: usize,
        /// Scale asked for.
        scale: u32,
        /// Number, height, width, channels.
        shape: [usize; 4],
    },
    /// The values cannot be read from the device.
    #[error("the images cannot be read from their device: {reason}")]
    Device {
        /// The device's answer.
        reason: String,
    },
    /// The file is no picture that can be read.
    #[error("{}: {source}; give a PNG file", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The answer of the decoder or the system.
        source: image::ImageError,
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

/// Writes images `[n, H, W, C]` with values in [0, 1] as one PNG: `columns` images a row in their order, one grey pixel
/// between them, every pixel drawn as a square of `scale` x `scale`. Values outside of [0, 1] are clamped. `C` is 1 or 3.
///
/// # Errors
/// If there is nothing to draw, a value is NaN, the picture would be larger than 65,535 pixels on a side, or the file cannot
/// be written.
pub fn write_grid(images: &Tensor<4>, columns: usize, scale: u32, path: &Path) -> Result<(), ImageError> {
    let shape = images.dims();
    let color = match shape[3] {
        _ if shape.contains(&0) => return Err(ImageError::Empty { shape }),
        1 => ExtendedColorType::L8,
        3 => ExtendedColorType::Rgb8,
        channels => return Err(ImageError::Channels { channels }),
    };
    let layout = Layout::new(shape, columns, scale).ok_or(ImageError::Layout { columns, scale, shape })?;
    let device = |reason: String| ImageError::Device { reason };
    let data = images.clone().try_into_data().map_err(|error| device(error.to_string()))?;
    let values: Vec<f32> = data.try_to_vec_as().map_err(|error| device(error.to_string()))?;
    if let Some(at) = values.iter().position(|value| value.is_nan()) {
        let [_, height, width, channels] = shape;
        return Err(ImageError::NotANumber {
            image: at / (height * width * channels),
            row: at / (width * channels) % height,
            column: at / channels % width,
            channel: at % channels,
        });
    }
    let [width, height] = layout.size.map(u32::from);
    image::save_buffer_with_format(path, &layout.draw(&values), width, height, color, ImageFormat::Png)
        .map_err(|source| ImageError::Write { path: path.to_owned(), source })
}

/// Reads a PNG as an image `[1, H, W, C]` with values in [0, 1]: of 1 channel (grey, colours are weighed by how bright they look) or 3
/// (RGB). Transparency is left out.
///
/// # Errors
/// If the file is no PNG, or `C` is neither 1 nor 3.
pub fn read_image(path: &Path, channels: usize, device: &Device) -> Result<Tensor<4>, ImageError> {
    let wrong = |source| ImageError::Read { path: path.to_owned(), source };
    let reader = image::ImageReader::open(path).and_then(image::ImageReader::with_guessed_format);
    let image = reader.map_err(|error| wrong(error.into()))?.decode().map_err(wrong)?;
    let [height, width] = [image.height(), image.width()].map(|side| usize::try_from(side).unwrap_or(usize::MAX));
    let bytes = match channels {
        1 => image.into_luma8().into_raw(),
        3 => image.into_rgb8().into_raw(),
        channels => return Err(ImageError::Channels { channels }),
    };
    let values: Vec<f32> = bytes.into_iter().map(|byte| f32::from(byte) / 255.0).collect();
    Ok(Tensor::from_data(TensorData::new(values, [1, height, width, channels]), device))
}

/// Where everything is.
struct Layout {
    /// Number, height, width, channels of the images.
    shape: [usize; 4],
    columns: usize,
    scale: usize,
    /// Width and height of the picture.
    size: [u16; 2],
}

impl Layout {
    fn new(shape: [usize; 4], columns: usize, scale: u32) -> Option<Self> {
        let [count, height, width, _] = shape;
        // Fewer images than columns make a narrower picture.
        let columns = columns.min(count);
        let scale = usize::try_from(scale).ok()?;
        if columns == 0 || scale == 0 {
            return None;
        }
        let extent = |images: usize, pixels: usize| -> Option<u16> {
            let with_gap = pixels.checked_mul(scale)?.checked_add(GAP)?;
            u16::try_from(images.checked_mul(with_gap)? - GAP).ok()
        };
        let size = [extent(columns, width)?, extent(count.div_ceil(columns), height)?];
        Some(Self { shape, columns, scale, size })
    }

    /// The bytes of the picture.
    fn draw(&self, values: &[f32]) -> Vec<u8> {
        let [_, height, width, channels] = self.shape;
        let row_bytes = usize::from(self.size[0]) * channels;
        let mut picture = vec![GAP_VALUE; row_bytes * usize::from(self.size[1])];
        let mut line = Vec::with_capacity(width * self.scale * channels);
        for (index, image) in values.chunks_exact(height * width * channels).enumerate() {
            let left = index % self.columns * (width * self.scale + GAP) * channels;
            let top = index / self.columns * (height * self.scale + GAP);
            for (row, pixels) in image.chunks_exact(width * channels).enumerate() {
                line.clear();
                for pixel in pixels.chunks_exact(channels) {
                    (0..self.scale).for_each(|_| line.extend(pixel.iter().copied().map(byte)));
                }
                for repeat in 0..self.scale {
                    let start = (top + row * self.scale + repeat) * row_bytes + left;
                    picture[start..start + line.len()].copy_from_slice(&line);
                }
            }
        }
        picture
    }
}

/// The nearest of 256 levels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use burn::tensor::{Device, TensorData};

    use super::*;

    fn tensor(values: Vec<f32>, shape: [usize; 4]) -> Tensor<4> {
        Tensor::from_data(TensorData::new(values, shape), &Device::flex())
    }

    fn written(images: &Tensor<4>, columns: usize, scale: u32) -> image::DynamicImage {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("grid.png");
        write_grid(images, columns, scale, &path).unwrap();
        image::open(path).unwrap()
    }

    fn message(images: &Tensor<4>, columns: usize, scale: u32) -> String {
        let folder = tempfile::tempdir().unwrap();
        write_grid(images, columns, scale, &folder.path().join("grid.png")).unwrap_err().to_string()
    }

    #[test]
    fn grey_images_are_clamped_placed_and_scaled() {
        let values = vec![0.0, 1.0, 0.5, -3.0, 7.0, 0.2];
        let picture = written(&tensor(values, [3, 1, 2, 1]), 2, 2);
        let picture = picture.as_luma8().expect("a grey picture");
        assert_eq!(picture.dimensions(), (9, 5));
        let gap = GAP_VALUE;
        let first = [0, 0, 255, 255, gap, 128, 128, 0, 0];
        let second = [255, 255, 51, 51, gap, gap, gap, gap, gap];
        assert_eq!(picture.as_raw()[..], [first, first, [gap; 9], second, second].concat());
    }

    #[test]
    fn colours_keep_their_channels() {
        let values = vec![1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0];
        let picture = written(&tensor(values, [2, 2, 1, 3]), 5, 1);
        let picture = picture.as_rgb8().expect("a colour picture");
        assert_eq!(picture.dimensions(), (3, 2));
        assert_eq!(picture.as_raw()[..9], [255, 0, 0, 128, 128, 128, 0, 0, 255]);
        assert_eq!(picture.as_raw()[9..], [0, 255, 0, 128, 128, 128, 255, 255, 255]);
    }

    #[test]
    fn pictures_are_read_in_either_number_of_channels() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.png");
        let values = vec![1.0, 0.0, 0.0, 0.2, 0.2, 0.2];
        write_grid(&tensor(values.clone(), [1, 2, 1, 3]), 1, 1, &path).unwrap();
        let read = |channels| read_image(&path, channels, &Device::flex()).unwrap();
        assert_eq!((read(3).dims(), read(1).dims()), ([1, 2, 1, 3], [1, 2, 1, 1]));
        assert_eq!(read(3).into_data().try_to_vec::<f32>().unwrap(), values);
        let grey = read(1).into_data().try_to_vec::<f32>().unwrap();
        assert!(grey[0] > 0.1 && grey[0] < 0.4 && (grey[1] - 0.2).abs() < 1e-6, "{grey:?}");
        let error = |path: &Path, channels| read_image(path, channels, &Device::flex()).unwrap_err().to_string();
        assert!(error(&path, 2).starts_with("images of 2 channels"));
        assert!(error(&folder.path().join("none.png"), 1).contains("none.png: "));
        std::fs::write(&path, "no picture").unwrap();
        assert!(error(&path, 1).ends_with("give a PNG file"), "{}", error(&path, 1));
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let mut values = vec![0.0; 2 * 2 * 3 * 3];
        values[18 + 9 + 2 * 3 + 1] = f32::NAN;
        assert!(
            message(&tensor(values, [2, 2, 3, 3]), 2, 1)
                .starts_with("image 1 holds NaN at row 1, column 2, channel 1;")
        );
        let one = |channels| tensor(vec![0.0; 4 * channels], [1, 2, 2, channels]);
        assert!(message(&one(2), 1, 1).starts_with("images of 2 channels cannot be written"));
        assert!(message(&one(1), 0, 1).starts_with("a grid of 0 columns at scale 1 cannot be drawn"));
        assert!(message(&one(1), 1, 0).contains("at scale 0 cannot"));
        assert!(message(&one(1), 1, 40_000).contains("at most 65535"));
        assert!(message(&one(1), 1, u32::MAX).contains("at most 65535"));
        assert!(message(&tensor(vec![], [0, 2, 2, 1]), 1, 1).starts_with("there is no pixel to write"));
    }

    #[test]
    fn a_missing_folder_is_reported_with_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing").join("grid.png");
        let error = write_grid(&tensor(vec![0.5], [1, 1, 1, 1]), 1, 1, &path).unwrap_err().to_string();
        assert!(
            error.starts_with(&path.display().to_string()) && error.contains("check that the folder exists"),
            "{error}"
        );
    }
}
