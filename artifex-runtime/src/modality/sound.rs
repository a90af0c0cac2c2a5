//! Sound as WAV files, and as spectrograms.

use std::f64::consts::TAU;
use std::path::{Path, PathBuf};

use image::{ExtendedColorType, ImageFormat};

/// Samples that a column of a spectrogram is made of.
const WINDOW: usize = 256;
/// Samples from one column to the next.
const HOP: usize = 64;
/// Decibels below the loudest that are black.
const RANGE: f64 = 80.0;
/// Pixels of the picture on a side of each number.
const SCALE: usize = 2;
/// Grey between two spectrograms.
const GAP: u8 = 128;

/// Why sound cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum SoundError {
    /// The file cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Wav {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: hound::Error,
    },
    /// The picture cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Picture {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: image::ImageError,
    },
}

/// Writes samples in [-1, 1] as a WAV file of 16 bits.
///
/// # Errors
/// [`SoundError::Wav`].
#[expect(clippy::cast_possible_truncation, reason = "clamped")]
pub fn write_wav(samples: &[f32], sample_rate: u32, path: &Path) -> Result<(), SoundError> {
    let spec =
        hound::WavSpec { channels: 1, sample_rate, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let write = || {
        let mut writer = hound::WavWriter::create(path, spec)?;
        for sample in samples {
            writer.write_sample((sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)).round() as i16)?;
        }
        writer.finalize()
    };
    write().map_err(|source| SoundError::Wav { path: path.to_owned(), source })
}

/// Writes the spectrograms of sounds below each other: time to the right, frequency upwards from 0 to half the sample rate, and
/// decibels from the loudest, white, to 80 below it, black.
///
/// # Errors
/// [`SoundError::Picture`].
pub fn write_spectrograms(sounds: &[Vec<f32>], path: &Path) -> Result<(), SoundError> {
    let pictures: Vec<Vec<Vec<f64>>> = sounds.iter().map(|sound| spectrogram(sound)).collect();
    let width = pictures.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows: Vec<Vec<u8>> = Vec::new();
    for picture in &pictures {
        if !rows.is_empty() {
            rows.push(vec![GAP; width]);
        }
        for bin in (0..=WINDOW / 2).rev() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
            let pixel = |column: usize| picture.get(column).map_or(0, |column| (column[bin] * 255.0).round() as u8);
            rows.push((0..width).map(pixel).collect());
        }
    }
    let (height, scale) = (rows.len() * SCALE, SCALE);
    let large = rows.iter().flat_map(|row| std::iter::repeat_n(row, scale));
    let pixels: Vec<u8> = large.flatten().flat_map(|pixel| std::iter::repeat_n(*pixel, scale)).collect();
    let [width, height] = [width * SCALE, height].map(|size| u32::try_from(size).unwrap_or(u32::MAX));
    image::save_buffer_with_format(path, &pixels, width, height, ExtendedColorType::L8, ImageFormat::Png)
        .map_err(|source| SoundError::Picture { path: path.to_owned(), source })
}

/// Columns of decibels, from 0 at 80 below the loudest to 1, of the frequencies from 0 to half the sample rate.
fn spectrogram(sound: &[f32]) -> Vec<Vec<f64>> {
    let columns = sound.len().saturating_sub(WINDOW) / HOP + 1;
    let power: Vec<Vec<f64>> = (0..columns).map(|column| powers(&sound[(column * HOP).min(sound.len())..])).collect();
    let loudest = power.iter().flatten().copied().fold(f64::MIN_POSITIVE, f64::max);
    let brightness = |power: f64| (1.0 + 10.0 * (power / loudest).log10() / RANGE).clamp(0.0, 1.0);
    power.into_iter().map(|column| column.into_iter().map(brightness).collect()).collect()
}

/// The power of each frequency in the first samples, under a Hann window; zeros follow the last sample.
#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn powers(sound: &[f32]) -> Vec<f64> {
    let angle = |k: usize| TAU * k as f64 / WINDOW as f64;
    let windowed: Vec<f64> =
        sound.iter().take(WINDOW).enumerate().map(|(at, x)| f64::from(*x) * (0.5 - 0.5 * angle(at).cos())).collect();
    let power = |bin: usize| {
        let (mut cos, mut sin) = (0.0, 0.0);
        for (at, x) in windowed.iter().enumerate() {
            // Reduced first: exact for whole turns.
            let (s, c) = angle(bin * at % WINDOW).sin_cos();
            (cos, sin) = (cos + x * c, sin + x * s);
        }
        cos * cos + sin * sin
    };
    (0..=WINDOW / 2).map(power).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone of a quarter of the sample rate after silence.
    fn tone() -> Vec<f32> {
        let sound = |at: usize| if at < 512 { 0.0 } else { [0.0, 1.0, 0.0, -1.0][at % 4] };
        (0..1024).map(sound).collect()
    }

    #[test]
    fn a_tone_is_a_line_at_its_frequency() {
        let columns = spectrogram(&tone());
        assert_eq!((columns.len(), columns[0].len()), (13, 129));
        assert!(columns[0].iter().all(|x| *x == 0.0), "silence is black");
        let last = &columns[12];
        // Bin 64 of 256; a Hann window has a quarter of the power, 6.02 dB less, in the bins beside.
        assert!((last[64] - 1.0).abs() < 1e-9 && (last[63] - (1.0 - 6.0206 / 80.0)).abs() < 1e-3);
        assert!(last[70] == 0.0 && last[58] == 0.0);
        assert_eq!(spectrogram(&[]).len(), 1);
    }

    #[test]
    fn files_are_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tone.wav");
        write_wav(&[0.0, 1.0, -1.0, 2.0], 8000, &path).unwrap();
        let mut reader = hound::WavReader::open(&path).unwrap();
        assert_eq!(reader.spec().sample_rate, 8000);
        let samples: Vec<i16> = reader.samples().map(Result::unwrap).collect();
        assert_eq!(samples, [0, 32_767, -32_767, 32_767]);
        let picture = folder.path().join("tones.png");
        write_spectrograms(&[tone(), tone()[..300].to_vec()], &picture).unwrap();
        let read = image::open(&picture).unwrap().to_luma8();
        // Two, one grey row between them, twice as large.
        assert_eq!(read.dimensions(), (26, 2 * (129 + 1 + 129)));
        assert!(write_wav(&[], 1, Path::new("nowhere/at/all.wav")).unwrap_err().to_string().contains("all.wav"));
    }
}
