//! Pictures and texts of what a model does: samples, held-out examples beside their reconstructions, and what the model shows of itself.

use super::callback::{Callback, CallbackError, EndEvent};
use super::run_dir::RunDir;
use crate::data::{Dataset, SoundForm, Tokenizer};
use crate::modality::image::{ImageError, write_grid};
use crate::modality::points::{PointsError, write_scatter};
use crate::modality::sound::{SoundError, write_spectrograms, write_wav};
use crate::models::{Batch, DynModel, Edit, ModelError, Picture, SampleError, SampleOptions, Samples};
use crate::rng::Rngs;
use burn::tensor::{Device, Int, Tensor};
use std::fs;
use std::path::{Path, PathBuf};

/// Examples in a row of the picture of reconstructions.
const ROW: usize = 16;
/// Rows of examples in it, each followed by their reconstructions.
const ROWS: usize = 4;
/// The longer side of a picture is about this many pixels.
const SIDE: usize = 640;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The model failed.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The file could not be written.
    #[error(transparent)]
    Image(#[from] ImageError),
    /// The picture of points could not be written.
    #[error(transparent)]
    Points(#[from] PointsError),
    /// The sound could not be written.
    #[error(transparent)]
    Sound(#[from] SoundError),
    /// The file of texts could not be written.
    #[error("{}: cannot be written: {error}", path.display())]
    Text {
        /// The file.
        path: PathBuf,
        /// The cause.
        error: std::io::Error,
    },
    /// The folder could not be made.
    #[error("{}: cannot be made: {error}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The cause.
        error: std::io::Error,
    },
}

/// What the tokens of samples stand for.
#[derive(Clone, Copy, Debug)]
pub enum Meaning<'a> {
    /// A text by this tokenizer.
    Text(&'a Tokenizer),
    /// Sound.
    Sound(SoundForm),
    /// Nothing that is known.
    Numbers,
}

impl<'a> Meaning<'a> {
    /// That of the tokens of the data.
    #[must_use]
    pub fn of(data: &'a dyn Dataset) -> Self {
        match (data.sound(), data.tokenizer()) {
            (Some(form), _) => Self::Sound(form),
            (None, Some(tokenizer)) => Self::Text(tokenizer),
            (None, None) => Self::Numbers,
        }
    }
}

/// Draws `n` samples, from noise or from images, and writes them into a folder, which is made if need be: images as a grid and points
/// as a scatter, `samples.png`, sequences of tokens as what they mean: texts, `samples.txt`, or sound, `sample-1.wav` and so on with
/// spectrograms of the first ones, `samples.png`; numbers if they are neither. Returns the path.
///
/// # Errors
/// [`PictureError`].
pub fn write_samples(
    model: &dyn DynModel,
    n: usize,
    options: &SampleOptions,
    edit: Option<&Edit>,
    rngs: &mut Rngs,
    meaning: Meaning<'_>,
    folder: &Path,
) -> Result<PathBuf, PictureError> {
    let samples = match edit {
        None => model.generate(n, options, rngs)?,
        Some(edit) => model.edit(n, edit, options, rngs)?,
    };
    make_folder(folder)?;
    let path = folder.join("samples.png");
    match samples {
        Samples::Tokens(tokens) => {
            let rows = rows(tokens).map_err(|error| ModelError::from(SampleError::Device(error)))?;
            if let Meaning::Sound(form) = meaning {
                return write_sound(&rows, form, folder);
            }
            let path = folder.join("samples.txt");
            return match fs::write(&path, texts(&rows, meaning)) {
                Ok(()) => Ok(path),
                Err(error) => Err(PictureError::Text { path, error }),
            };
        }
        // As square as it gets.
        Samples::Images(images) => write_images(&images, n.isqrt() + usize::from(n.isqrt().pow(2) < n), &path)?,
        Samples::Points(points) => write_scatter(&points, &path)?,
    }
    Ok(path)
}

/// Between two texts in a file.
const BETWEEN: &str = "\n--------\n";

/// Spectrograms in a picture, at most.
const SPECTROGRAMS: usize = 8;

/// Writes each sequence of levels as a WAV file, and spectrograms of the first ones as a picture. Returns the path of the picture.
fn write_sound(rows: &[Vec<u32>], form: SoundForm, folder: &Path) -> Result<PathBuf, PictureError> {
    let sounds: Vec<Vec<f32>> = rows.iter().map(|row| row.iter().map(|level| form.sample(*level)).collect()).collect();
    for (at, sound) in sounds.iter().enumerate() {
        write_wav(sound, form.sample_rate, &folder.join(format!("sample-{}.wav", at + 1)))?;
    }
    let path = folder.join("samples.png");
    write_spectrograms(&sounds[..sounds.len().min(SPECTROGRAMS)], &path)?;
    Ok(path)
}

/// Sequences of tokens on the host.
fn rows(tokens: Tensor<2, Int>) -> Result<Vec<Vec<u32>>, String> {
    let length = tokens.dims()[1].max(1);
    let data = tokens.try_into_data().map_err(|error| error.to_string())?;
    let tokens = data.try_to_vec_as::<u32>().map_err(|error| error.to_string())?;
    Ok(tokens.chunks(length).map(<[u32]>::to_vec).collect())
}

/// Sequences of tokens as one text.
fn texts(rows: &[Vec<u32>], meaning: Meaning<'_>) -> String {
    let text = |row: &[u32]| match meaning {
        Meaning::Text(tokenizer) => tokenizer.decode(row),
        Meaning::Sound(_) | Meaning::Numbers => row.iter().map(u32::to_string).collect::<Vec<_>>().join(" "),
    };
    rows.iter().map(|row| text(row)).collect::<Vec<_>>().join(BETWEEN) + "\n"
}

/// Writes held-out examples from all over the data, each row above the row of its reconstructions, as `reconstructions.png`.
/// `None` if the model does not reconstruct images.
///
/// # Errors
/// [`PictureError`].
pub fn write_reconstructions(
    model: &dyn DynModel,
    data: &dyn Dataset,
    device: &Device,
    rngs: &mut Rngs,
    folder: &Path,
) -> Result<Option<PathBuf>, PictureError> {
    let rows = data.len().div_ceil(ROW).min(ROWS);
    let count = data.len().min(rows * ROW);
    let batch = data.batch(&spread(data, count), device);
    let made = model.reconstruct(batch.clone(), rngs)?;
    let (Some(Samples::Images(made)), Batch::Images(batch)) = (made, batch) else { return Ok(None) };
    make_folder(folder)?;
    let path = folder.join("reconstructions.png");
    let pairs = (0..rows).flat_map(|row| {
        let (start, len) = (row * ROW, ROW.min(count - row * ROW));
        [batch.images.clone().narrow(0, start, len), made.clone().narrow(0, start, len)]
    });
    write_images(&Tensor::cat(pairs.collect(), 0), ROW.min(count), &path)?;
    Ok(Some(path))
}

/// Writes the pictures that a model makes of itself from held-out examples, each as a file of its name. Returns their paths.
///
/// # Errors
/// [`PictureError`].
pub fn write_model_pictures(
    model: &dyn DynModel,
    data: &dyn Dataset,
    device: &Device,
    rngs: &mut Rngs,
    folder: &Path,
) -> Result<Vec<PathBuf>, PictureError> {
    let batch = data.batch(&spread(data, data.len().min(ROW * ROWS)), device);
    let pictures = model.pictures(batch, rngs)?;
    if !pictures.is_empty() {
        make_folder(folder)?;
    }
    let write = |picture: Picture| {
        let path = folder.join(picture.name).with_extension("png");
        write_images(&picture.images, picture.columns, &path)?;
        Ok(path)
    };
    pictures.into_iter().map(write).collect()
}

/// The numbers of examples from all over the data, which may be sorted by class.
fn spread(data: &dyn Dataset, count: usize) -> Vec<usize> {
    (0..count).map(|k| k * data.len() / count).collect()
}

fn write_images(images: &Tensor<4>, columns: usize, path: &Path) -> Result<(), ImageError> {
    let [count, height, width, _] = images.dims();
    let longer = (columns * width).max(count.div_ceil(columns.max(1)) * height).max(1);
    let scale = u32::try_from((SIDE / longer).clamp(1, 16)).unwrap_or(1);
    write_grid(images, columns, scale, path)
}

fn make_folder(path: &Path) -> Result<(), PictureError> {
    fs::create_dir_all(path).map_err(|error| PictureError::Folder { path: path.to_owned(), error })
}

/// Makes the pictures at the end of a run.
pub struct Pictures<'a> {
    /// The run.
    pub run: RunDir,
    /// What to reconstruct.
    pub held_out: &'a dyn Dataset,
    /// Where to compute.
    pub device: Device,
    /// How many samples; 0 for none.
    pub samples: usize,
    /// The run's seed.
    pub seed: u64,
}

impl std::fmt::Debug for Pictures<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pictures").field("run", &self.run).field("samples", &self.samples).finish_non_exhaustive()
    }
}

impl Callback for Pictures<'_> {
    fn on_end(&mut self, _: &EndEvent<'_>, model: &dyn DynModel) -> Result<(), CallbackError> {
        let mut rngs = Rngs::new(self.seed);
        let folder = self.run.samples();
        let samples = match self.samples {
            0 => Ok(()),
            n => {
                let options = SampleOptions::default();
                write_samples(model, n, &options, None, &mut rngs, Meaning::of(self.held_out), &folder).map(|_| ())
            }
        };
        samples
            .and_then(|()| write_reconstructions(model, self.held_out, &self.device, &mut rngs, &folder).map(|_| ()))
            .and_then(|()| write_model_pictures(model, self.held_out, &self.device, &mut rngs, &folder).map(|_| ()))
            .map_err(|error| CallbackError {
                what: "the pictures of the run".to_owned(),
                source: std::io::Error::other(error),
            })
    }
}
