//! What can be wrong with data.

use std::io;
use std::path::PathBuf;

use super::csv_images::CsvProblem;
use super::idx::IdxProblem;
use super::tokenizer::TokenizerError;

/// Why data cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
    /// A file cannot be read.
    #[error("{}: {source}; {}", path.display(), hint(source))]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A compressed file is damaged or cut off.
    #[error(
        "{}: the gzip data is damaged after {good_bytes} decompressed bytes: {source}; copy or download the file again",
        path.display()
    )]
    Gzip {
        /// The file.
        path: PathBuf,
        /// How much could be decompressed.
        good_bytes: usize,
        /// What the decompressor found.
        source: io::Error,
    },
    /// A file holds no image.
    #[error("{}: there is no image in the file; check that it is the right one and complete", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A line of a CSV file is wrong.
    #[error("{}:{line}: {problem}", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        problem: CsvProblem,
    },
    /// An IDX file is wrong.
    #[error("{}: byte {byte}: {problem}", path.display())]
    Idx {
        /// The file.
        path: PathBuf,
        /// Where in the (decompressed) file, counted from 0.
        byte: usize,
        /// What is wrong.
        problem: IdxProblem,
    },
    /// The number of classes is not the number of images.
    #[error(
        "{} holds {labels} labels, but {} holds {images} images; give two files of the same set",
        labels_path.display(),
        images_path.display()
    )]
    LabelCount {
        /// The file of images.
        images_path: PathBuf,
        /// How many images it holds.
        images: usize,
        /// The file of labels.
        labels_path: PathBuf,
        /// How many labels it holds.
        labels: usize,
    },
    /// Training and held-out images differ in shape.
    #[error(
        "{} holds images of shape {held_out:?}, but {} of shape {train:?}; give two files of the same data set",
        held_out_path.display(),
        train_path.display()
    )]
    HeldOutShape {
        /// The file of training images.
        train_path: PathBuf,
        /// Height, width and channels of the training images.
        train: [usize; 3],
        /// The file of held-out images.
        held_out_path: PathBuf,
        /// Height, width and channels of the held-out images.
        held_out: [usize; 3],
    },
    /// A text is not UTF-8.
    #[error(
        "{}: byte {byte}: the text is not UTF-8, so it has no characters; convert it, or set `tokenizer = \"byte\"`",
        path.display()
    )]
    Utf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is wrong, counted from 0 in the (decompressed) file.
        byte: usize,
    },
    /// A part of a text is shorter than one sequence.
    #[error(
        "{}: the {part} part has {tokens} tokens, but a sequence needs {needed}; make `sequence_length` smaller, change \
         `held_out`, or use more text",
        path.display()
    )]
    ShortText {
        /// The file.
        path: PathBuf,
        /// Which part: "training" or "held-out".
        part: &'static str,
        /// How many tokens it has.
        tokens: usize,
        /// How many a sequence has, with the one before it.
        needed: usize,
    },
    /// A folder has no sound.
    #[error("{}: there is no file whose name ends in .wav; give a folder of WAV files, or a file", .0.display())]
    NoSound(PathBuf),
    /// A file is no WAV file that can be read.
    #[error("{}: this is no WAV file that can be read: {problem}; convert it to 16 bits PCM", path.display())]
    Sound {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
    /// A recording has another sample rate than the ones before.
    #[error(
        "{}: {found} samples a second, but the files before it have {expected}; convert them to one sample rate",
        path.display()
    )]
    SampleRate {
        /// The file.
        path: PathBuf,
        /// Its rate.
        found: u32,
        /// That of the others.
        expected: u32,
    },
    /// No recording is as long as a sequence.
    #[error(
        "{}: the {part} part has no recording of {needed} samples; make `sequence_length` smaller, change `held_out`, or use \
         longer recordings",
        path.display()
    )]
    ShortSound {
        /// The file or folder.
        path: PathBuf,
        /// Which part: "training" or "held-out".
        part: &'static str,
        /// How many samples a sequence has, with the one before it.
        needed: usize,
    },
    /// A file is no tokenizer.
    #[error(
        "{}: this is no tokenizer that can be read: {problem}; give a tokenizer.json of the library `tokenizers`",
        path.display()
    )]
    Tokenizer {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
    /// A text cannot be turned into tokens.
    #[error("{}: {error}", path.display())]
    Tokens {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: TokenizerError,
    },
    /// Nothing would be left to train on.
    #[error(
        "`held_out` = {fraction} holds out {held_out} of the {images} images of {name}, which leaves none to train on; \
         choose a smaller fraction or use more images"
    )]
    NothingLeft {
        /// The data set.
        name: String,
        /// How many images it holds.
        images: usize,
        /// The fraction asked for.
        fraction: f64,
        /// How many images that is.
        held_out: usize,
    },
    /// A batch holds more examples than there are, so no whole batch can be made.
    #[error(
        "`batch_size` = {batch_size} cannot be filled from {examples} examples; choose a batch size from 1 to {examples}, \
         or keep the last, smaller batch of an epoch"
    )]
    BatchSize {
        /// The batch size asked for.
        batch_size: usize,
        /// How many examples there are.
        examples: usize,
    },
    /// A saved position does not exist in this data.
    #[error(
        "batch {batch} of epoch {epoch} does not exist: an epoch has {batches_per_epoch} batches; continue with the data \
         and the batch size the position was saved with"
    )]
    Position {
        /// The saved epoch.
        epoch: u64,
        /// The saved batch.
        batch: u64,
        /// How many batches an epoch of this data has.
        batches_per_epoch: u64,
    },
}

/// What to do about a file that cannot be read.
fn hint(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "check the path; a relative one starts at the folder of the config file",
        io::ErrorKind::IsADirectory => "give the path of a file, not of the folder it is in",
        io::ErrorKind::PermissionDenied => "allow reading it",
        _ => "check that it is a readable file",
    }
}
