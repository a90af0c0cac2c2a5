//! Sequences of tokens from a text file.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::image_set::thousands;
use super::subwords::Subwords;
use super::{DataError, Dataset, Splits, TextConfig, Tokenizer, TokenizerError, TokenizerKind, file_name, source};
use crate::models::batch::{Batch, TokenBatch};

/// A whole text.
#[derive(Debug)]
struct Text {
    name: String,
    tokenizer: Tokenizer,
    tokens: Vec<u32>,
}

impl TextConfig {
    /// The text by a tokenizer that is known, or else by the one that the config says.
    pub(super) fn load(&self, base: &Path, known: Option<Tokenizer>) -> Result<Splits, DataError> {
        let path = base.join(&self.path);
        let bytes = source::read(&path)?;
        let text = || {
            std::str::from_utf8(&bytes)
                .map_err(|error| DataError::Utf8 { path: path.clone(), byte: error.valid_up_to() })
        };
        let fail = |error| DataError::Tokens { path: path.clone(), error };
        // The tokens, and how many of them are those to learn from.
        let of_whole = |tokens: Vec<u32>| {
            let middle = tokens.len() - held_out(tokens.len(), self.held_out);
            (tokens, middle)
        };
        let (tokenizer, (tokens, middle)) = match self.tokenizer {
            TokenizerKind::Byte => (Tokenizer::Byte, of_whole(bytes.iter().copied().map(u32::from).collect())),
            TokenizerKind::Char => {
                let text = text()?;
                let tokenizer = known.unwrap_or_else(|| Tokenizer::of_characters(text));
                let tokens = tokenizer.encode(text).map_err(fail)?;
                (tokenizer, of_whole(tokens))
            }
            TokenizerKind::Bpe | TokenizerKind::File => {
                let text = text()?;
                // Cut before it is turned into tokens: those to learn from say nothing of the rest.
                let start =
                    (0..=text.len() - held_out(text.len(), self.held_out)).rev().find(|at| text.is_char_boundary(*at));
                let (train, rest) = text.split_at(start.unwrap_or(0));
                let tokenizer = match (known, &self.tokenizer_path) {
                    (Some(known), _) => known,
                    (None, Some(file)) => Tokenizer::read(&base.join(file), self.tokenizer)?,
                    (None, None) => Subwords::learn(train, self.bpe_vocab_size.unwrap_or(256))
                        .map(Tokenizer::Subwords)
                        .map_err(|problem| fail(TokenizerError::Subwords(problem)))?,
                };
                let (mut tokens, rest) =
                    (tokenizer.encode(train).map_err(fail)?, tokenizer.encode(rest).map_err(fail)?);
                let middle = tokens.len();
                tokens.extend(rest);
                (tokenizer, (tokens, middle))
            }
        };
        let parts = [("training", 0..middle, 1), ("held-out", middle..tokens.len(), self.sequence_length)];
        let text = Arc::new(Text { name: file_name(&path), tokenizer, tokens });
        let [train, held_out] = parts.map(|(part, range, step)| {
            let (tokens, needed) = (range.len(), self.sequence_length.saturating_add(1));
            if tokens < needed {
                return Err(DataError::ShortText { path: path.clone(), part, tokens, needed });
            }
            let bytes_per_token = text.bytes_per_token(&range);
            let text = Arc::clone(&text);
            Ok(Box::new(TextSet { text, range, length: self.sequence_length, step, bytes_per_token }))
        });
        Ok(Splits { train: train?, held_out: held_out? })
    }
}

/// The fraction of the tokens rounded up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "at most `tokens`"
)]
fn held_out(tokens: usize, fraction: f64) -> usize {
    // 0.07 * 100 is a little more than 7 in binary: that must not become 8.
    ((fraction * tokens as f64 - 1e-9).ceil() as usize).min(tokens)
}

impl Text {
    #[expect(clippy::cast_precision_loss, reason = "far fewer bytes than 2^52")]
    fn bytes_per_token(&self, range: &Range<usize>) -> f64 {
        match &self.tokenizer {
            Tokenizer::Byte => 1.0,
            Tokenizer::Char(_) | Tokenizer::Subwords(_) => {
                self.tokenizer.decode(&self.tokens[range.clone()]).len() as f64 / range.len().max(1) as f64
            }
        }
    }
}

/// Sequences of a part of a text.
#[derive(Debug)]
struct TextSet {
    text: Arc<Text>,
    range: Range<usize>,
    /// Predicted tokens of a sequence.
    length: usize,
    /// From the start of one example to that of the next.
    step: usize,
    bytes_per_token: f64,
}

impl TextSet {
    /// The sequences that start there, after the start of the part.
    fn sequences(&self, starts: impl ExactSizeIterator<Item = usize>, device: &Device) -> Batch {
        let (count, width) = (starts.len(), self.length + 1);
        let tokens = &self.text.tokens[self.range.clone()];
        let mut values: Vec<i32> = Vec::with_capacity(count * width);
        for start in starts {
            values.extend(tokens[start..start + width].iter().map(|token| token.cast_signed()));
        }
        let tokens = Tensor::<2, Int>::from_data(TensorData::new(values, [count, width]), device);
        Batch::Tokens(TokenBatch {
            tokens,
            given: 1,
            vocabulary: self.text.tokenizer.vocabulary(),
            bytes_per_token: Some(self.bytes_per_token),
        })
    }
}

impl Dataset for TextSet {
    fn len(&self) -> usize {
        (self.range.len() - self.length - 1) / self.step + 1
    }

    fn item_shape(&self) -> [usize; 3] {
        [1, 1, self.length]
    }

    fn batch(&self, indices: &[usize], device: &Device) -> Batch {
        self.sequences(indices.iter().map(|index| index * self.step), device)
    }

    fn whole(&self, device: &Device) -> Batch {
        let sequences = (self.range.len() - 1) / self.length;
        self.sequences((0..sequences).map(|sequence| sequence * self.length), device)
    }

    fn tokenizer(&self) -> Option<&Tokenizer> {
        Some(&self.text.tokenizer)
    }

    fn describe(&self) -> String {
        let Text { name, tokenizer, .. } = &*self.text;
        let (tokens, noun, all) = (thousands(self.range.len()), tokenizer.noun(), tokenizer.vocabulary());
        format!("{name}: {tokens} {noun} out of {all}, {} at a time", thousands(self.length))
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::data::DataConfig;

    fn config(tokenizer: TokenizerKind, sequence_length: usize, held_out: f64) -> TextConfig {
        let bpe_vocab_size = (tokenizer == TokenizerKind::Bpe).then_some(270);
        let tokenizer_path = (tokenizer == TokenizerKind::File).then(|| "tokenizer.json".into());
        TextConfig { path: "text.txt".into(), tokenizer, bpe_vocab_size, tokenizer_path, sequence_length, held_out }
    }

    fn load(text: impl AsRef<[u8]>, config: TextConfig) -> Result<Splits, String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("text.txt"), text).unwrap();
        let hide = |error: DataError| error.to_string().replace(&folder.path().display().to_string(), "");
        DataConfig::Text(config).load(folder.path()).map_err(hide)
    }

    fn rows(batch: Batch, tokenizer: &Tokenizer) -> Vec<String> {
        let Batch::Tokens(batch) = batch else { panic!("no tokens") };
        assert_eq!((batch.given, batch.vocabulary), (1, tokenizer.vocabulary()));
        let width = batch.tokens.dims()[1];
        let tokens = batch.tokens.into_data().try_to_vec_as::<i64>().unwrap();
        tokens.chunks(width).map(|row| tokenizer.decode(&row.iter().map(|x| *x as u32).collect::<Vec<_>>())).collect()
    }

    #[test]
    fn examples_start_anywhere_and_held_out_ones_lie_side_by_side() {
        let splits = load("abcdefghijklmnopqrst", config(TokenizerKind::Char, 3, 0.45)).unwrap();
        let (train, held_out, device) = (&*splits.train, &*splits.held_out, Device::flex());
        let tokenizer = train.tokenizer().unwrap();
        // 11 and 9 characters.
        assert_eq!((train.len(), held_out.len()), (8, 2));
        assert_eq!(rows(train.batch(&[0, 7, 2], &device), tokenizer), ["abcd", "hijk", "cdef"]);
        assert_eq!(rows(held_out.batch(&[1, 0], &device), tokenizer), ["opqr", "lmno"]);
        // Each token but the first is predicted once, as far as they fill sequences.
        assert_eq!(rows(train.whole(&device), tokenizer), ["abcd", "defg", "ghij"]);
        assert_eq!(rows(held_out.whole(&device), tokenizer), ["lmno", "opqr"]);
        assert_eq!(train.describe(), "text.txt: 11 characters out of 20, 3 at a time");
        assert_eq!(train.item_shape(), [1, 1, 3]);
    }

    /// The split of nanoGPT's `prepare.py` for tiny Shakespeare: 1,115,394 characters, `int(n * 0.9)` of them to learn from.
    #[test]
    fn a_tenth_is_rounded_up() {
        assert_eq!(held_out(1_115_394, 0.1), 111_540);
        assert_eq!(held_out(100, 0.07), 7);
    }

    #[test]
    fn bytes_are_counted() {
        let bytes = |kind| {
            let splits = load("aé€aé€", config(kind, 2, 0.5)).unwrap();
            let Batch::Tokens(batch) = splits.train.batch(&[0], &Device::flex()) else { panic!() };
            batch.bytes_per_token
        };
        assert_eq!(bytes(TokenizerKind::Char), Some(2.0));
        assert_eq!(bytes(TokenizerKind::Byte), Some(1.0));
    }

    #[test]
    fn pieces_of_words_are_learnt_from_the_part_to_learn_from() {
        let (front, back) = ("thin thick thin thick ".repeat(6), "z".repeat(33));
        let load = |text: &str, kind, json: Option<String>| {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("text.txt"), text).unwrap();
            if let Some(json) = json {
                std::fs::write(folder.path().join("tokenizer.json"), json).unwrap();
            }
            DataConfig::Text(config(kind, 4, 0.2)).load(folder.path()).map_err(|error| error.to_string())
        };
        let splits = load(&(front.clone() + &back), TokenizerKind::Bpe, None).unwrap();
        let tokenizer = splits.train.tokenizer().unwrap();
        // The letters of the held-out part stay bytes.
        assert_eq!(tokenizer.encode("zzzz").unwrap().len(), 4);
        assert!(tokenizer.encode("thin thick").unwrap().len() <= 3);
        let Batch::Tokens(batch) = splits.train.batch(&[0], &Device::flex()) else { panic!() };
        assert!(batch.vocabulary <= 270 && batch.bytes_per_token.unwrap() > 2.5, "{batch:?}");
        let whole: String = rows(splits.held_out.whole(&Device::flex()), tokenizer).concat();
        assert!(whole.chars().all(|c| c == 'z'), "{whole}");
        // The same from its file.
        let Tokenizer::Subwords(learnt) = tokenizer else { panic!() };
        let read = load(&(front + &back), TokenizerKind::File, Some(learnt.to_json().unwrap())).unwrap();
        let [a, b] = [&splits, &read].map(|splits| rows(splits.train.whole(&Device::flex()), tokenizer));
        assert_eq!(a, b);
        assert!(load("text", TokenizerKind::File, None).unwrap_err().contains("tokenizer.json"));
    }

    #[test]
    fn texts_that_do_not_do_say_why() {
        let error = |text: &[u8], config| load(text, config).unwrap_err();
        assert_eq!(
            error(b"ab\xffcd", config(TokenizerKind::Char, 1, 0.5)),
            "/text.txt: byte 2: the text is not UTF-8, so it has no characters; convert it, or set `tokenizer = \"byte\"`"
        );
        assert!(load(b"ab\xffcd", config(TokenizerKind::Byte, 1, 0.5)).is_ok());
        let words = "but a sequence needs 4; make `sequence_length` smaller, change `held_out`, or use more text";
        let short = |held_out| error(b"abcdef", config(TokenizerKind::Char, 3, held_out));
        assert_eq!(short(0.5), format!("/text.txt: the training part has 3 tokens, {words}"));
        assert_eq!(short(0.1), format!("/text.txt: the held-out part has 1 tokens, {words}"));
        assert_eq!(
            error(b"", config(TokenizerKind::Char, 3, 0.5)),
            format!("/text.txt: the training part has 0 tokens, {words}")
        );
        let missing = DataConfig::Text(config(TokenizerKind::Char, 1, 0.5)).load(Path::new("nowhere")).unwrap_err();
        assert!(missing.to_string().ends_with("a relative one starts at the folder of the config file"), "{missing}");
    }
}
