//! Sound from WAV files, as levels.

use std::fs;
use std::path::{Path, PathBuf};

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::image_set::thousands;
use super::{AudioConfig, DataError, Dataset, Splits, file_name};
use crate::models::batch::{Batch, TokenBatch};

/// How levels stand for sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoundForm {
    /// Samples a second.
    pub sample_rate: u32,
    /// Levels that a sample can have.
    pub levels: usize,
}

impl SoundForm {
    /// The level of a sample in [-1, 1] by the µ-law (van den Oord et al. 2016, section 2.2):
    /// `sign(x) ln(1 + µ |x|) / ln(1 + µ)` with µ one less than there are levels, to the nearest level.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the highest level")]
    pub fn level(self, sample: f32) -> u32 {
        let (x, top) = (f64::from(sample.clamp(-1.0, 1.0)), self.top());
        let law = x.signum() * (top * x.abs()).ln_1p() / top.ln_1p();
        (f64::midpoint(law, 1.0) * top).round() as u32
    }

    /// The sample of a level, the inverse of [`level`](Self::level) but for rounding; what is above the highest level is that.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
    pub fn sample(self, level: u32) -> f32 {
        let top = self.top();
        let law = (2.0 * f64::from(level) / top - 1.0).clamp(-1.0, 1.0);
        (law.signum() * (law.abs() * top.ln_1p()).exp_m1() / top) as f32
    }

    /// The number of the highest level.
    #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
    fn top(self) -> f64 {
        self.levels.saturating_sub(1).max(1) as f64
    }
}

impl AudioConfig {
    pub(super) fn load(&self, base: &Path) -> Result<Splits, DataError> {
        let path = base.join(&self.path);
        let files = files(&path)?;
        let mut rate = None;
        let mut recordings = Vec::new();
        for file in &files {
            let (found, samples) = read(file)?;
            let expected = *rate.get_or_insert(found);
            if found != expected {
                return Err(DataError::SampleRate { path: file.clone(), found, expected });
            }
            let form = SoundForm { sample_rate: found, levels: self.levels };
            recordings.push(samples.into_iter().map(|sample| form.level(sample)).collect::<Vec<_>>());
        }
        let form = SoundForm { sample_rate: rate.unwrap_or(0), levels: self.levels };
        let (train, held_out) = split(recordings, self.held_out);
        let length = self.sequence_length;
        let set = |part, recordings: Vec<Vec<u32>>, step| {
            let long: Vec<_> = recordings.into_iter().filter(|recording| recording.len() > length).collect();
            if long.is_empty() {
                return Err(DataError::ShortSound { path: path.clone(), part, needed: length.saturating_add(1) });
            }
            Ok(Box::new(SoundSet::new(file_name(&path), form, long, length, step)))
        };
        Ok(Splits { train: set("training", train, 1)?, held_out: set("held-out", held_out, length)? })
    }
}

/// A file, or the WAV files of a folder in the order of their names.
fn files(path: &Path) -> Result<Vec<PathBuf>, DataError> {
    let fail = |source| DataError::Read { path: path.to_owned(), source };
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(fail)? {
        let file = entry.map_err(fail)?.path();
        if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("wav")) {
            found.push(file);
        }
    }
    found.sort();
    if found.is_empty() { Err(DataError::NoSound(path.to_owned())) } else { Ok(found) }
}

/// Sample rate and samples in [-1, 1], the mean of the channels.
#[expect(clippy::cast_precision_loss, reason = "samples have at most 32 bits, of which an f32 keeps 24")]
fn read(path: &Path) -> Result<(u32, Vec<f32>), DataError> {
    let wrong = |error: hound::Error| match error {
        hound::Error::IoError(source) => DataError::Read { path: path.to_owned(), source },
        error => DataError::Sound { path: path.to_owned(), problem: error.to_string() },
    };
    let mut reader = hound::WavReader::open(path).map_err(wrong)?;
    let spec = reader.spec();
    let scale = 2_f32.powi(i32::from(spec.bits_per_sample) - 1);
    let samples: Vec<f32> = match spec.sample_format {
        hound::SampleFormat::Float => reader.samples::<f32>().collect::<Result<_, _>>().map_err(wrong)?,
        hound::SampleFormat::Int => {
            let samples = reader.samples::<i32>().map(|sample| sample.map(|sample| sample as f32 / scale));
            samples.collect::<Result<_, _>>().map_err(wrong)?
        }
    };
    let channels = usize::from(spec.channels.max(1));
    let mean = |frame: &[f32]| frame.iter().sum::<f32>() / channels as f32;
    Ok((spec.sample_rate, samples.chunks_exact(channels).map(mean).collect()))
}

/// Recordings to learn from and to judge by: of several, some from all over the list; of one, its end.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "shares of small counts"
)]
fn split(mut recordings: Vec<Vec<u32>>, held_out: f64) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
    if let [recording] = &mut recordings[..] {
        let end = recording.split_off((recording.len() as f64 * (1.0 - held_out)) as usize);
        return (recordings, vec![end]);
    }
    // How many of the first so many are held out, rounded up.
    let until = |count: usize| (count as f64 * held_out - 1e-9).ceil() as usize;
    let (mut train, mut judged) = (Vec::new(), Vec::new());
    for (at, recording) in recordings.into_iter().enumerate() {
        if until(at + 1) > until(at) { judged.push(recording) } else { train.push(recording) }
    }
    (train, judged)
}

/// Sequences of recordings.
#[derive(Debug)]
struct SoundSet {
    name: String,
    form: SoundForm,
    /// Each longer than a sequence.
    recordings: Vec<Vec<u32>>,
    /// The number of the first example of each recording, and of all.
    starts: Vec<usize>,
    /// Predicted tokens of a sequence.
    length: usize,
    /// From the start of one example to that of the next.
    step: usize,
}

impl SoundSet {
    fn new(name: String, form: SoundForm, recordings: Vec<Vec<u32>>, length: usize, step: usize) -> Self {
        let mut starts = vec![0];
        for recording in &recordings {
            starts.push(starts[starts.len() - 1] + (recording.len() - length - 1) / step + 1);
        }
        Self { name, form, recordings, starts, length, step }
    }

    /// The sequences at places of recordings.
    fn sequences(&self, places: impl Iterator<Item = [usize; 2]>, device: &Device) -> Batch {
        let width = self.length + 1;
        let mut values: Vec<i32> = Vec::new();
        for [recording, start] in places {
            values.extend(self.recordings[recording][start..start + width].iter().map(|level| level.cast_signed()));
        }
        let count = values.len() / width;
        Batch::Tokens(TokenBatch {
            tokens: Tensor::<2, Int>::from_data(TensorData::new(values, [count, width]), device),
            given: 1,
            vocabulary: self.form.levels,
            bytes_per_token: None,
        })
    }
}

impl Dataset for SoundSet {
    fn len(&self) -> usize {
        self.starts[self.recordings.len()]
    }

    fn item_shape(&self) -> [usize; 3] {
        [1, 1, self.length]
    }

    fn batch(&self, indices: &[usize], device: &Device) -> Batch {
        let place = |index: &usize| {
            let recording = self.starts.partition_point(|start| start <= index) - 1;
            [recording, (index - self.starts[recording]) * self.step]
        };
        self.sequences(indices.iter().map(place), device)
    }

    fn whole(&self, device: &Device) -> Batch {
        let of = |(at, recording): (usize, &Vec<u32>)| {
            (0..(recording.len() - 1) / self.length).map(move |sequence| [at, sequence * self.length])
        };
        self.sequences(self.recordings.iter().enumerate().flat_map(of), device)
    }

    fn sound(&self) -> Option<SoundForm> {
        Some(self.form)
    }

    fn describe(&self) -> String {
        let samples: usize = self.recordings.iter().map(Vec::len).sum();
        format!(
            "{}: {} samples of {} recordings at {} Hz in {} levels, {} at a time",
            self.name,
            thousands(samples),
            thousands(self.recordings.len()),
            thousands(self.form.sample_rate as usize),
            self.form.levels,
            thousands(self.length)
        )
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::data::DataConfig;

    fn write(path: &Path, rate: u32, channels: u16, samples: &[i16]) {
        let spec = hound::WavSpec {
            channels,
            sample_rate: rate,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut writer = hound::WavWriter::create(path, spec).unwrap();
        samples.iter().for_each(|sample| writer.write_sample(*sample).unwrap());
        writer.finalize().unwrap();
    }

    fn load(folder: &Path, path: &str, sequence_length: usize, held_out: f64) -> Result<Splits, String> {
        let config = AudioConfig { path: path.into(), levels: 256, sequence_length, held_out };
        let hide = |error: DataError| error.to_string().replace(&folder.display().to_string(), "");
        DataConfig::Audio(config).load(folder).map_err(hide)
    }

    fn rows(batch: Batch) -> Vec<Vec<i64>> {
        let Batch::Tokens(batch) = batch else { panic!("no tokens") };
        assert_eq!((batch.given, batch.vocabulary, batch.bytes_per_token), (1, 256, None));
        let width = batch.tokens.dims()[1];
        batch.tokens.into_data().try_to_vec_as::<i64>().unwrap().chunks(width).map(<[i64]>::to_vec).collect()
    }

    /// ITU-T G.711 and the paper: µ = 255, finer steps near silence.
    #[test]
    fn levels_are_those_of_the_mu_law() {
        let form = SoundForm { sample_rate: 8000, levels: 256 };
        assert_eq!([-1.0, 0.0, 1.0, 7.0].map(|x| form.level(x)), [0, 128, 255, 255]);
        // ln(1 + 255/2) / ln 256 = 0.8757: 239.16.
        assert_eq!((form.level(0.5), form.level(-0.5)), (239, 16));
        for level in 0..256 {
            assert_eq!(form.level(form.sample(level)), level);
        }
        let step = |level| form.sample(level + 1) - form.sample(level);
        assert!(step(128) < 2e-4 && step(254) > 0.02);
        assert!((form.sample(255) - 1.0).abs() < 1e-6 && (form.sample(900) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn recordings_are_split_and_never_joined() {
        let folder = tempfile::tempdir().unwrap();
        let form = SoundForm { sample_rate: 8000, levels: 256 };
        // Four recordings, each with levels of its own.
        for at in 0..4_u32 {
            let sample = |k: u32| (form.sample(100 + 10 * at + k) * 32_768.0).round() as i16;
            write(&folder.path().join(format!("{at}.wav")), 8000, 1, &(0..6).map(sample).collect::<Vec<_>>());
        }
        fs::write(folder.path().join("notes.txt"), "not a sound").unwrap();
        let splits = load(folder.path(), "", 3, 0.25).unwrap();
        let device = Device::flex();
        // The first is held out: of it two sequences, side by side would need seven samples.
        assert_eq!(rows(splits.held_out.whole(&device)), [[100, 101, 102, 103]]);
        assert_eq!((splits.train.len(), splits.held_out.len()), (9, 1));
        assert_eq!(
            rows(splits.train.batch(&[0, 2, 3, 8], &device)),
            [[110, 111, 112, 113], [112, 113, 114, 115], [120, 121, 122, 123], [132, 133, 134, 135]]
        );
        assert_eq!(rows(splits.train.whole(&device)).len(), 3);
        assert_eq!(splits.train.sound(), Some(form));
        let described = splits.train.describe();
        assert!(
            described.ends_with(": 18 samples of 3 recordings at 8,000 Hz in 256 levels, 3 at a time"),
            "{described}"
        );
        // Of one file its end.
        let splits = load(folder.path(), "1.wav", 2, 0.5).unwrap();
        assert_eq!(rows(splits.held_out.whole(&device)), [[113, 114, 115]]);
    }

    #[test]
    fn channels_become_one() {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("a.wav"), 8000, 2, &[16_384, -16_384, 16_384, 16_384].repeat(4));
        let splits = load(folder.path(), "a.wav", 1, 0.5).unwrap();
        assert_eq!(rows(splits.train.batch(&[0], &Device::flex())), [[128, 239]]);
    }

    #[test]
    fn sounds_that_do_not_do_say_why() {
        let folder = tempfile::tempdir().unwrap();
        let error = |path: &str, length| load(folder.path(), path, length, 0.5).unwrap_err();
        assert!(error("", 3).contains("there is no file whose name ends in .wav"), "{}", error("", 3));
        write(&folder.path().join("a.wav"), 8000, 1, &[0; 9]);
        assert!(error("", 9).contains("the training part has no recording of 10 samples"), "{}", error("", 9));
        write(&folder.path().join("b.wav"), 16_000, 1, &[0; 9]);
        assert!(error("", 3).contains("/b.wav: 16000 samples a second, but"), "{}", error("", 3));
        fs::write(folder.path().join("a.wav"), "RIFF").unwrap();
        assert!(error("a.wav", 3).contains("a.wav"));
        assert!(error("none.wav", 3).contains("none.wav"));
    }
}
