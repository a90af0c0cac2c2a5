//! Tokens that are pieces of words, by the crate `tokenizers`.

use std::path::Path;

use tokenizers::models::bpe::{BPE, BpeTrainerBuilder};
use tokenizers::normalizers::NormalizerWrapper;
use tokenizers::pre_tokenizers::byte_level::ByteLevel;
use tokenizers::processors::PostProcessorWrapper;
use tokenizers::{Tokenizer as Inner, TokenizerBuilder};

use super::{DataError, source};

/// A tokenizer of pieces of words.
#[derive(Clone, Debug)]
pub struct Subwords {
    inner: Box<Inner>,
    vocabulary: usize,
}

/// Pending tokens that are decoded together at most: those of a character that is not whole yet.
const PENDING: usize = 8;

impl Subwords {
    /// Byte-pair encoding of bytes (Sennrich et al. 2016; Radford et al. 2019, section 2.2), learnt from a text: the 256 bytes, and
    /// the pairs of tokens that occur most often, until there are `vocabulary` tokens or no pair is left.
    ///
    /// # Errors
    /// What the crate says.
    pub(super) fn learn(text: &str, vocabulary: usize) -> Result<Self, String> {
        let bytes = ByteLevel::new(false, false, true);
        let mut tokenizer =
            TokenizerBuilder::<BPE, NormalizerWrapper, ByteLevel, PostProcessorWrapper, ByteLevel>::new()
                .with_model(BPE::default())
                .with_normalizer(None)
                .with_pre_tokenizer(Some(bytes))
                .with_post_processor(None)
                .with_decoder(Some(bytes))
                .build()
                .map_err(|error| error.to_string())?;
        let mut trainer = BpeTrainerBuilder::new()
            .show_progress(false)
            .vocab_size(vocabulary)
            .min_frequency(2)
            .initial_alphabet(ByteLevel::alphabet().into_iter().collect())
            .build();
        tokenizer.train(&mut trainer, text.split_inclusive('\n')).map_err(|error| error.to_string())?;
        Ok(Self::new(tokenizer.into()))
    }

    fn new(inner: Inner) -> Self {
        // Not their count: some numbers may stand for nothing.
        let vocabulary = inner.get_vocab(true).into_values().max().map_or(0, |highest| highest as usize + 1);
        Self { inner: Box::new(inner), vocabulary }
    }

    /// The tokenizer in a `tokenizer.json`, of whatever kind it is.
    pub(super) fn read(path: &Path) -> Result<Self, DataError> {
        let fail = |problem: String| DataError::Tokenizer { path: path.to_owned(), problem };
        let mut inner = Inner::from_bytes(source::read(path)?).map_err(|error| fail(error.to_string()))?;
        if inner.get_vocab_size(true) == 0 {
            return Err(fail("it has no tokens".to_owned()));
        }
        // Some files say how long the examples are that others learnt from; a text here is one long example.
        inner.with_padding(None);
        inner.with_truncation(None).map_err(|error| fail(error.to_string()))?;
        Ok(Self::new(inner))
    }

    /// The text of a `tokenizer.json`.
    pub(super) fn to_json(&self) -> Result<String, String> {
        self.inner.to_string(false).map_err(|error| error.to_string())
    }

    /// The tokens in the order of their numbers, if all of them are single characters.
    pub(super) fn characters(&self) -> Option<Vec<char>> {
        let mut tokens: Vec<(u32, String)> =
            self.inner.get_vocab(true).into_iter().map(|(token, number)| (number, token)).collect();
        tokens.sort_unstable();
        let mut numbers = 0..;
        let single = |(number, token): (u32, String)| {
            let mut characters = token.chars();
            let character = characters.next()?;
            (numbers.next() == Some(number) && characters.next().is_none()).then_some(character)
        };
        tokens.into_iter().map(single).collect()
    }

    /// How many tokens there are: one more than the highest number.
    #[must_use]
    pub const fn vocabulary(&self) -> usize {
        self.vocabulary
    }

    /// The tokens of a text, without those that a tokenizer adds at its ends.
    pub(super) fn encode(&self, text: &str) -> Result<Vec<u32>, String> {
        let encoding = self.inner.encode_fast(text, false).map_err(|error| error.to_string())?;
        Ok(encoding.get_ids().to_vec())
    }

    fn decode(&self, tokens: &[u32]) -> String {
        // A token that does not exist is left out.
        self.inner.decode(tokens, false).unwrap_or_default()
    }
}

/// Decodes tokens one by one. What a token is may depend on the one before it, so some of them are kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    tokens: Vec<u32>,
    /// How many of them have been shown.
    shown: usize,
    /// The text of those.
    text: String,
}

impl Pieces {
    /// Nothing decoded yet, after tokens whose text has been shown.
    pub(super) fn after(tokenizer: &Subwords, tokens: &[u32]) -> Self {
        let tokens = tokens[tokens.len().saturating_sub(PENDING)..].to_vec();
        Self { shown: tokens.len(), text: tokenizer.decode(&tokens), tokens }
    }

    /// The text that is whole with this token.
    pub(super) fn push(&mut self, tokenizer: &Subwords, token: u32) -> String {
        self.tokens.push(token);
        let text = tokenizer.decode(&self.tokens);
        if text.ends_with(char::REPLACEMENT_CHARACTER) && self.tokens.len() - self.shown < PENDING {
            return String::new();
        }
        let new = text.get(self.text.len()..).unwrap_or("").to_owned();
        self.tokens.drain(..self.shown);
        self.shown = self.tokens.len();
        self.text = tokenizer.decode(&self.tokens);
        new
    }

    /// What is left at the end.
    pub(super) fn finish(self, tokenizer: &Subwords) -> String {
        tokenizer.decode(&self.tokens).get(self.text.len()..).unwrap_or("").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "the thin thing thinks the thick thought\nthen the other three thanked them: “€5, naïve”\n";

    #[test]
    fn pairs_that_occur_often_become_tokens() {
        let learnt = Subwords::learn(&TEXT.repeat(3), 270).unwrap();
        assert_eq!(learnt.vocabulary(), 270);
        let tokens = learnt.encode("the thin").unwrap();
        assert!(tokens.len() < 6 && tokens.iter().all(|token| *token < 270), "{tokens:?}");
        // All bytes are known, so any text is.
        for text in [TEXT, "\u{0}Ω\r\n\t x  y", ""] {
            assert_eq!(learnt.decode(&learnt.encode(text).unwrap()), text);
        }
        // The same text gives the same tokens.
        assert_eq!(Subwords::learn(&TEXT.repeat(3), 270).unwrap().encode(TEXT), learnt.encode(TEXT));
    }

    #[test]
    fn pieces_come_as_soon_as_they_are_whole() {
        let learnt = Subwords::learn("ab", 256).unwrap();
        let (tokens, mut pieces) = (learnt.encode("a €b").unwrap(), Pieces::default());
        let shown: Vec<String> = tokens.iter().map(|token| pieces.push(&learnt, *token)).collect();
        assert_eq!(shown, ["a", " ", "", "", "€", "b"]);
        assert_eq!(pieces.clone().finish(&learnt), "");
        pieces.push(&learnt, tokens[2]);
        assert_eq!(pieces.finish(&learnt), "\u{fffd}");
        // What a piece is may depend on those before it: this decoder puts spaces between words alone.
        let words = r#"{"version": "1.0", "truncation": {"max_length": 1, "strategy": "LongestFirst", "stride": 0,
            "direction": "Right"}, "padding": null, "added_tokens": [], "normalizer": null,
            "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null, "decoder": null,
            "model": {"type": "WordLevel", "vocab": {"to": 0, "be": 1, "or": 4}, "unk_token": "?"}}"#;
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("words.json"), words).unwrap();
        let words = Subwords::read(&folder.path().join("words.json")).unwrap();
        assert_eq!((words.vocabulary(), words.encode("to be or").unwrap()), (5, vec![0, 1, 4]));
        assert!(words.encode("to sleep").is_err());
        let mut pieces = Pieces::after(&words, &[0, 1]);
        assert_eq!([4, 0].map(|token| pieces.push(&words, token)), [" or", " to"]);
        assert_eq!(Pieces::default().push(&words, 4), "or");
    }

    #[test]
    fn a_file_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tokenizer.json");
        let learnt = Subwords::learn(&TEXT.repeat(3), 280).unwrap();
        std::fs::write(&path, learnt.to_json().unwrap()).unwrap();
        let read = Subwords::read(&path).unwrap();
        assert_eq!((read.vocabulary(), read.encode(TEXT)), (learnt.vocabulary(), learnt.encode(TEXT)));
        std::fs::write(&path, "{}").unwrap();
        let error = Subwords::read(&path).unwrap_err().to_string();
        assert!(error.contains("tokenizer.json: this is no tokenizer that can be read: "), "{error}");
    }
}
