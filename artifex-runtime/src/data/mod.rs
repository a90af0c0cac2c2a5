//! Data sets and the order in which training sees them.

mod audio;
mod batches;
mod config;
mod csv_images;
mod digits;
mod error;
mod idx;
mod image_set;
mod modes;
mod source;
mod subwords;
mod text;
mod tokenizer;
mod tokenizer_file;
mod toy;

use std::fmt;
use std::path::Path;

use burn::tensor::Device;

use crate::models::batch::Batch;

pub use audio::SoundForm;
pub use batches::{Batches, DataPosition};
pub use config::{
    AudioConfig, CsvImagesConfig, DataConfig, DigitsConfig, IdxConfig, LabelColumn, TextConfig, TokenizerKind,
    ToyConfig, ToyDistribution,
};
pub use csv_images::CsvProblem;
pub use error::DataError;
pub use idx::IdxProblem;
pub use modes::{Coverage, Modes};
pub(crate) use source::read as read_file;
pub use subwords::Subwords;
pub use tokenizer::{Decoder, Tokenizer, TokenizerError};

/// Examples that can be asked for by number.
pub trait Dataset: Send + Sync {
    /// How many examples there are; never 0 in what [`DataConfig::load`] gives.
    fn len(&self) -> usize;

    /// Whether there is no example.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Height, width and channels of an example; 1, 1 and the number of coordinates of a point, or of predicted tokens of a
    /// sequence.
    fn item_shape(&self) -> [usize; 3];

    /// The lowest and the highest class of the examples, if they have classes.
    fn classes(&self) -> Option<(i64, i64)> {
        None
    }

    /// The examples of those numbers in that order, on the device.
    ///
    /// # Panics
    /// If a number is not below [`Dataset::len`].
    fn batch(&self, indices: &[usize], device: &Device) -> Batch;

    /// All of the data, where examples overlap every value once.
    fn whole(&self, device: &Device) -> Batch {
        self.batch(&(0..self.len()).collect::<Vec<_>>(), device)
    }

    /// What texts and the data's tokens are turned into each other by, if the data is text.
    fn tokenizer(&self) -> Option<&Tokenizer> {
        None
    }

    /// How the data's tokens stand for sound, if it is sound.
    fn sound(&self) -> Option<SoundForm> {
        None
    }

    /// The separate modes of the distribution that the data is drawn from, where they are known.
    fn modes(&self) -> Option<&Modes> {
        None
    }

    /// One line for logs and reports, such as "digits 8x8x1: 1,437 images".
    fn describe(&self) -> String;
}

/// Data to learn from and data to judge by.
pub struct Splits {
    /// What the model learns from.
    pub train: Box<dyn Dataset>,
    /// What it never sees in training.
    pub held_out: Box<dyn Dataset>,
}

impl fmt::Debug for Splits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Splits")
            .field("train", &self.train.describe())
            .field("held_out", &self.held_out.describe())
            .finish()
    }
}

impl DataConfig {
    /// Reads the data. Relative paths start at `base`, the folder of the config file.
    ///
    /// # Errors
    /// If a file cannot be read or does not hold what the config says.
    pub fn load(&self, base: &Path) -> Result<Splits, DataError> {
        self.load_with(base, None)
    }

    /// As [`load`](Self::load), but if a tokenizer is given, a text becomes its tokens, and none is learnt from the text.
    ///
    /// # Errors
    /// As those of [`load`](Self::load), and if the tokenizer does not know the text.
    pub fn load_with(&self, base: &Path, tokenizer: Option<Tokenizer>) -> Result<Splits, DataError> {
        match self {
            Self::Digits(config) => config.load(),
            Self::Csv(config) => config.load(base),
            Self::Idx(config) => config.load(base),
            Self::Text(config) => config.load(base, tokenizer),
            Self::Audio(config) => config.load(base),
            Self::Toy(config) => Ok(config.load()),
        }
    }

    /// The tokenizer in a file that [`Tokenizer::to_json`] wrote; `None` if the data is no text.
    ///
    /// # Errors
    /// If the file cannot be read or holds none of this kind.
    pub fn read_tokenizer(&self, file: &Path) -> Result<Option<Tokenizer>, DataError> {
        match self {
            Self::Text(config) => Tokenizer::read(file, config.tokenizer).map(Some),
            _ => Ok(None),
        }
    }
}

/// The last part of a path, for names in reports.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(all(test, feature = "flex"))]
mod tests;
