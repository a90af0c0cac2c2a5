//! What a config says about data.

use std::path::PathBuf;

use crate::config::ModelConfig;

/// Where the training and held-out data come from.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum DataConfig {
    /// 8 x 8 handwritten digits, built in.
    Digits(DigitsConfig),
    /// Images as rows of a CSV file.
    Csv(CsvImagesConfig),
    /// Images in IDX files, the format of MNIST and Fashion-MNIST.
    Idx(IdxConfig),
    /// A text file.
    Text(TextConfig),
    /// Sound in WAV files.
    Audio(AudioConfig),
    /// Points of the plane from a known distribution, drawn on the spot.
    Toy(ToyConfig),
}

impl DataConfig {
    /// The built-in digits.
    #[must_use]
    pub fn example() -> Self {
        Self::Digits(crate::config!(DigitsConfig {}))
    }

    /// Two moons in the plane, for models of points.
    #[must_use]
    pub fn points() -> Self {
        Self::Toy(crate::config!(ToyConfig { distribution = "moons" }))
    }

    /// The bytes of a text file beside the config, so many of them in a sequence.
    #[must_use]
    pub fn text_example(sequence_length: usize) -> Self {
        let text = crate::config!(TextConfig { path = "text.txt", tokenizer = "byte", sequence_length = 64 });
        Self::Text(TextConfig { sequence_length, ..text })
    }
}

/// The 1,797 handwritten digits of scikit-learn: 8 x 8 x 1 pixels with 17 levels, and their classes. Nothing is read from
/// disk.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct DigitsConfig {
    /// Fraction of the images that is held out, rounded up: the last ones of the file, as scikit-learn's examples do.
    /// The default holds out the last 360 and trains on the first 1,437.
    #[config(default = 0.2, exclusive_min = 0.0, exclusive_max = 1.0)]
    pub held_out: f64,
}

/// One image a line, its pixels row by row (the channels of a pixel together), separated by commas.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CsvImagesConfig {
    /// The file; it may be compressed with gzip. A relative path starts at the folder of the config file.
    pub path: PathBuf,
    /// Height, width and channels of the images.
    #[config(each(min = 1, max = 65536))]
    pub shape: [usize; 3],
    /// The value of a white pixel. Values are divided by it; one that is larger or negative is an error.
    #[config(default = 255.0, exclusive_min = 0.0, max = 1e30)]
    pub max_value: f64,
    /// Which column holds the class, a whole number.
    #[config(default = "last")]
    pub label_column: LabelColumn,
    /// Whether the first line names the columns.
    #[config(default = false)]
    pub header: bool,
    /// Fraction of the images that is held out, rounded up and drawn at random.
    #[config(default = 0.1, exclusive_min = 0.0, exclusive_max = 1.0)]
    pub held_out: f64,
    /// Seed of the draw of held-out images. It is not the run's seed, so runs with different seeds compare.
    #[config(default = 0)]
    pub split_seed: u64,
}

/// Which column of a CSV file holds the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum LabelColumn {
    /// The last column, after the pixels.
    Last,
    /// The first column, before the pixels.
    First,
    /// There are no classes: all columns are pixels.
    None,
}

/// Images in IDX files of unsigned bytes, as MNIST and Fashion-MNIST are published; they may be compressed with gzip.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    !(is_set(held_out_images) && (is_set(held_out) || is_set(split_seed))),
    "`held_out_images` is a file of held-out images: remove `held_out` and `split_seed`"
))]
#[config(rule(
    is_set(held_out_labels) == (is_set(labels) && is_set(held_out_images)),
    "give `held_out_labels` exactly when both `labels` and `held_out_images` are given"
))]
pub struct IdxConfig {
    /// The file of training images. A relative path starts at the folder of the config file.
    pub images: PathBuf,
    /// The file of their classes.
    pub labels: Option<PathBuf>,
    /// A file of held-out images; without it some of `images` are held out.
    pub held_out_images: Option<PathBuf>,
    /// The file of the held-out images' classes.
    pub held_out_labels: Option<PathBuf>,
    /// Fraction of `images` that is held out, rounded up and drawn at random; 0.1 if not given. Not together with
    /// `held_out_images`.
    #[config(exclusive_min = 0.0, exclusive_max = 1.0)]
    pub held_out: Option<f64>,
    /// Seed of the draw of held-out images, 0 if not given. It is not the run's seed, so runs with different seeds compare.
    pub split_seed: Option<u64>,
}

/// A text file, cut into sequences of tokens. The end of the text is held out.
///
/// An example to learn from starts at any token; those of the held-out part lie side by side, so that each of its tokens is
/// predicted once (but the first, and those at the end that fill no sequence).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(is_set(bpe_vocab_size) == (tokenizer == "bpe"), "how many tokens there are is chosen for `bpe`, and for it alone"))]
#[config(rule(is_set(tokenizer_path) == (tokenizer == "file"), "`file` is a tokenizer in a file, and no other one is"))]
pub struct TextConfig {
    /// The file; it may be compressed with gzip. A relative path starts at the folder of the config file.
    pub path: PathBuf,
    /// What a token is.
    #[config(default = "char")]
    pub tokenizer: TokenizerKind,
    /// How many tokens `bpe` has: the 256 bytes, and pairs of tokens. Fewer if no pair is left that occurs twice.
    #[config(min = 256, max = 1_000_000)]
    pub bpe_vocab_size: Option<usize>,
    /// The `tokenizer.json` of `file`. A relative path starts at the folder of the config file.
    pub tokenizer_path: Option<PathBuf>,
    /// Tokens of a sequence that are predicted; the one before the first of them is given.
    #[config(min = 1)]
    pub sequence_length: usize,
    /// Fraction of the tokens that is held out, rounded up.
    #[config(default = 0.1, exclusive_min = 0.0, exclusive_max = 1.0)]
    pub held_out: f64,
}

/// Sound in WAV files, whose samples become levels by the µ-law (van den Oord et al. 2016, section 2.2): a token each.
///
/// Of several recordings some from all over the list are held out, of one its end. An example to learn from starts at any sample
/// of a recording, those of the held-out part lie side by side; a recording that is shorter than a sequence is left out.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct AudioConfig {
    /// A WAV file, or a folder of them with one sample rate. Of several channels the mean is taken. A relative path starts at the
    /// folder of the config file.
    pub path: PathBuf,
    /// Levels that a sample can have.
    #[config(default = 256, min = 2, max = 65536)]
    pub levels: usize,
    /// Samples of a sequence that are predicted; the one before the first of them is given.
    #[config(min = 1)]
    pub sequence_length: usize,
    /// Fraction of the recordings, or of the one recording, that is held out, rounded up.
    #[config(default = 0.1, exclusive_min = 0.0, exclusive_max = 1.0)]
    pub held_out: f64,
}

/// What a token of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum TokenizerKind {
    /// A byte: 256 tokens, any file.
    Byte,
    /// A character: as many tokens as the file has different ones, in the order of their code points. The file is UTF-8.
    Char,
    /// A piece of a word: byte-pair encoding (Sennrich et al. 2016) of the bytes, learnt from the part of the text to learn from.
    Bpe,
    /// What a `tokenizer.json` says, the file of the library `tokenizers`.
    File,
}

/// Points of the plane, drawn from a distribution that is known, so that what a model learns of it can be judged.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ToyConfig {
    /// What they are drawn from.
    pub distribution: ToyDistribution,
    /// How many points to learn from.
    #[config(default = 20_000, min = 1)]
    pub train: usize,
    /// How many points are held out.
    #[config(default = 2000, min = 1)]
    pub held_out: usize,
    /// Standard deviation of the normal noise on each coordinate. If it is left out: 0.1, and none for the checkerboard.
    #[config(min = 0, max = 1e6)]
    pub noise: Option<f64>,
    /// Seed of the points. It is not the run's seed, so runs with different seeds compare.
    #[config(default = 0)]
    pub seed: u64,
}

/// A distribution in the plane. The label of a point is the part of the distribution that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum ToyDistribution {
    /// Eight normal distributions, evenly spaced on a circle of radius 2 (Metz et al. 2017).
    EightGaussians,
    /// Two interleaved half circles of radius 1: one around the origin, one around (1, 0.5), as scikit-learn's `make_moons`.
    Moons,
    /// Two circles around the origin, of radius 1 and 0.5, as scikit-learn's `make_circles`.
    Circles,
    /// The eight dark squares of a board of 4 x 4 on [-4, 4] x [-4, 4], even on each (as in Grathwohl et al. 2019).
    Checkerboard,
    /// Two spiral arms of one and a half turns, out to a distance of π (as in Grathwohl et al. 2019).
    Spirals,
}
