//! Text to tokens and back.

use std::collections::HashMap;
use std::path::Path;
use std::str::from_utf8;

use super::subwords::{Pieces, Subwords};
use super::{DataError, TokenizerKind, tokenizer_file};

/// Turns texts into tokens and back.
#[derive(Clone, Debug)]
pub enum Tokenizer {
    /// The tokens are the 256 bytes.
    Byte,
    /// The tokens are characters.
    Char(Characters),
    /// The tokens are pieces of words.
    Subwords(Subwords),
}

/// Characters by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Characters {
    characters: Vec<char>,
    numbers: HashMap<char, u32>,
}

/// Why a text cannot be turned into tokens.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenizerError {
    /// A character is not known.
    #[error(
        "{character:?}, character {place} of the text, is not among the {known} characters that are known; use only these: \
         {characters}"
    )]
    Character {
        /// The first character that is not known.
        character: char,
        /// Where it is, counted from 1.
        place: usize,
        /// How many characters are known.
        known: usize,
        /// The known ones, one after the other.
        characters: String,
    },
    /// The tokenizer of a file fails.
    #[error("the text cannot be turned into tokens: {0}; change the text, or use another tokenizer")]
    Subwords(String),
}

/// Most characters that a message lists.
const LISTED: usize = 120;

impl Tokenizer {
    /// Of the characters of a text, in the order of their code points.
    ///
    /// # Panics
    /// If the text has 2^32 different characters, which no text has.
    #[must_use]
    pub fn of_characters(text: &str) -> Self {
        let mut characters: Vec<char> = text.chars().collect::<std::collections::HashSet<_>>().into_iter().collect();
        characters.sort_unstable();
        Self::Char(Characters::new(characters))
    }

    /// The tokenizer in a `tokenizer.json`; bytes need no file.
    pub(super) fn read(path: &Path, kind: TokenizerKind) -> Result<Self, DataError> {
        match kind {
            TokenizerKind::Byte => Ok(Self::Byte),
            TokenizerKind::Bpe | TokenizerKind::File => Subwords::read(path).map(Self::Subwords),
            TokenizerKind::Char => match Subwords::read(path)?.characters() {
                Some(characters) => Ok(Self::Char(Characters::new(characters))),
                None => Err(DataError::Tokenizer {
                    path: path.to_owned(),
                    problem: "its tokens are not characters".to_owned(),
                }),
            },
        }
    }

    /// How many tokens there are.
    #[must_use]
    pub fn vocabulary(&self) -> usize {
        match self {
            Self::Byte => 256,
            Self::Char(known) => known.characters.len(),
            Self::Subwords(tokenizer) => tokenizer.vocabulary(),
        }
    }

    /// What the tokens are called.
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Byte => "bytes",
            Self::Char(_) => "characters",
            Self::Subwords(_) => "tokens",
        }
    }

    /// The tokens of a text.
    ///
    /// # Errors
    /// [`TokenizerError`] at the first character that is not known; bytes are all known. Or if the tokenizer of a file fails.
    pub fn encode(&self, text: &str) -> Result<Vec<u32>, TokenizerError> {
        let known = match self {
            Self::Byte => return Ok(text.bytes().map(u32::from).collect()),
            Self::Char(known) => known,
            Self::Subwords(tokenizer) => return tokenizer.encode(text).map_err(TokenizerError::Subwords),
        };
        let unknown = |place: usize, character| TokenizerError::Character {
            character,
            place: place + 1,
            known: known.characters.len(),
            characters: known.listed(),
        };
        let number = |(place, character): (usize, char)| {
            known.numbers.get(&character).copied().ok_or_else(|| unknown(place, character))
        };
        text.chars().enumerate().map(number).collect()
    }

    /// The text of tokens. Bytes that are no UTF-8, and tokens that do not exist, become U+FFFD.
    #[must_use]
    pub fn decode(&self, tokens: &[u32]) -> String {
        let mut decoder = Decoder::new(self);
        let mut text: String = tokens.iter().map(|token| decoder.push(*token)).collect();
        text.push_str(&decoder.finish());
        text
    }

    /// The text of a `tokenizer.json`, by which the library `tokenizers` makes the same tokens of the same texts.
    ///
    /// # Errors
    /// What the library says.
    pub fn to_json(&self) -> Result<String, String> {
        match self {
            Self::Byte => Ok(tokenizer_file::of_bytes()),
            Self::Char(known) => Ok(tokenizer_file::of_characters(&known.characters)),
            Self::Subwords(tokenizer) => tokenizer.to_json(),
        }
    }

    /// Adds the bytes of a token that stands for itself.
    fn push_bytes(&self, token: u32, out: &mut Vec<u8>) {
        let character = match self {
            Self::Byte => match u8::try_from(token) {
                Ok(byte) => return out.push(byte),
                Err(_) => None,
            },
            Self::Char(known) => usize::try_from(token).ok().and_then(|token| known.characters.get(token).copied()),
            // Decoded together with others.
            Self::Subwords(_) => None,
        };
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

impl Characters {
    fn new(characters: Vec<char>) -> Self {
        let numbers = (0..).zip(&characters).map(|(number, character)| (*character, number)).collect();
        Self { characters, numbers }
    }

    /// The characters for a message.
    fn listed(&self) -> String {
        let shown = self.characters.iter().take(LISTED).flat_map(|character| character.escape_debug());
        let rest = if self.characters.len() > LISTED { " and so on" } else { "" };
        shown.collect::<String>() + rest
    }
}

/// Turns tokens into text one by one. Text comes as soon as its characters are whole: a character may take several tokens.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    tokenizer: &'a Tokenizer,
    /// The start of a character.
    pending: Vec<u8>,
    pieces: Pieces,
}

impl<'a> Decoder<'a> {
    /// Nothing decoded yet.
    #[must_use]
    pub fn new(tokenizer: &'a Tokenizer) -> Self {
        Self::after(tokenizer, &[])
    }

    /// Nothing decoded yet, after tokens whose text is known: the text of a token may depend on those before it.
    #[must_use]
    pub fn after(tokenizer: &'a Tokenizer, tokens: &[u32]) -> Self {
        let pieces = match tokenizer {
            Tokenizer::Subwords(tokenizer) => Pieces::after(tokenizer, tokens),
            Tokenizer::Byte | Tokenizer::Char(_) => Pieces::default(),
        };
        Self { tokenizer, pending: Vec::new(), pieces }
    }

    /// The text that is whole with this token.
    pub fn push(&mut self, token: u32) -> String {
        if let Tokenizer::Subwords(tokenizer) = self.tokenizer {
            return self.pieces.push(tokenizer, token);
        }
        self.tokenizer.push_bytes(token, &mut self.pending);
        let mut text = String::new();
        while !self.pending.is_empty() {
            let (whole, rest) = match from_utf8(&self.pending) {
                Ok(whole) => (whole.len(), 0),
                Err(error) => (error.valid_up_to(), error.error_len().unwrap_or(0)),
            };
            // What stands before the error is valid.
            text.push_str(from_utf8(&self.pending[..whole]).unwrap_or(""));
            if rest > 0 {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            self.pending.drain(..whole + rest);
            if rest == 0 {
                break;
            }
        }
        text
    }

    /// What is left at the end: a character that is not whole becomes U+FFFD.
    #[must_use]
    pub fn finish(self) -> String {
        match self.tokenizer {
            Tokenizer::Subwords(tokenizer) => self.pieces.finish(tokenizer),
            _ => String::from_utf8_lossy(&self.pending).into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_numbered_in_the_order_of_their_code_points() {
        let tokenizer = Tokenizer::of_characters("hello\nwörld");
        assert_eq!(tokenizer.vocabulary(), 9);
        assert_eq!(tokenizer.encode("\ndehlorwö").unwrap(), (0..9).collect::<Vec<_>>());
        assert_eq!(tokenizer.decode(&tokenizer.encode("low\nwörd").unwrap()), "low\nwörd");
        let error = tokenizer.encode("hex").unwrap_err();
        assert_eq!(
            error.to_string(),
            "'x', character 3 of the text, is not among the 9 characters that are known; use only these: \\ndehlorwö"
        );
        assert_eq!(tokenizer.decode(&[1, 9, 2]), "d\u{fffd}e");
    }

    #[test]
    fn bytes_of_a_character_come_together() {
        let tokens = Tokenizer::Byte.encode("aé€").unwrap();
        assert_eq!(tokens, [0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac]);
        let mut decoder = Decoder::new(&Tokenizer::Byte);
        let parts: Vec<String> = tokens.iter().map(|token| decoder.push(*token)).collect();
        assert_eq!(parts, ["a", "", "é", "", "", "€"]);
        assert_eq!(decoder.finish(), "");
        // A wrong byte after the start of a character, and a start at the end.
        assert_eq!(Tokenizer::Byte.decode(&[0xc3, 0x61, 0xff, 0xe2, 0x82]), "\u{fffd}a\u{fffd}\u{fffd}");
        assert_eq!(Tokenizer::Byte.decode(&[300]), "\u{fffd}");
    }
}
