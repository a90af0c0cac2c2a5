//! Bytes and characters as the library `tokenizers` says them in a `tokenizer.json`.

use serde_json::{Map, Value, json};

/// The 256 bytes, each a token of its own number.
pub(super) fn of_bytes() -> String {
    let bytes = json!({"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": false});
    let vocabulary = (0..=255).map(|byte: u8| (letter(byte).to_string(), byte.into())).collect::<Map<_, _>>();
    file(&bytes, &bytes, &json!({"type": "BPE", "vocab": vocabulary, "merges": []}))
}

/// Characters, each a token, in that order.
pub(super) fn of_characters(characters: &[char]) -> String {
    let vocabulary =
        characters.iter().enumerate().map(|(at, character)| (character.to_string(), at.into())).collect::<Map<_, _>>();
    // Any character: the engines of regular expressions do not agree on how `.` takes line feeds, too.
    let split = json!({"type": "Split", "pattern": {"Regex": r"[\s\S]"}, "behavior": "Isolated", "invert": false});
    let model = json!({"type": "WordLevel", "vocab": vocabulary, "unk_token": ""});
    file(&split, &json!({"type": "Fuse"}), &model)
}

fn file(pre_tokenizer: &Value, decoder: &Value, model: &Value) -> String {
    let file = json!({
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [],
        "normalizer": null,
        "pre_tokenizer": pre_tokenizer,
        "post_processor": null,
        "decoder": decoder,
        "model": model,
    });
    format!("{file:#}\n")
}

/// The letter that byte-level tokenizers write a byte as: that of Latin-1 if it can be seen, else the next one after those
/// (`bytes_to_unicode` of GPT-2).
fn letter(byte: u8) -> char {
    let seen = |byte: u8| matches!(byte, b'!'..=b'~' | 0xa1..=0xac | 0xae..=0xff);
    if seen(byte) {
        return byte.into();
    }
    let before = (0..byte).filter(|byte| !seen(*byte)).count();
    u32::try_from(256 + before).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use crate::data::{Subwords, Tokenizer, TokenizerKind};

    fn read_as(kind: TokenizerKind, json: &str) -> Result<Tokenizer, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tokenizer.json");
        std::fs::write(&path, json).unwrap();
        Tokenizer::read(&path, kind).map_err(|error| error.to_string())
    }

    fn read(json: &str) -> Tokenizer {
        read_as(TokenizerKind::File, json).unwrap()
    }

    #[test]
    fn characters_are_read_as_such() {
        let known = Tokenizer::of_characters("to be\n");
        let read = read_as(TokenizerKind::Char, &known.to_json().unwrap()).unwrap();
        let error = |tokenizer: &Tokenizer| tokenizer.encode("tob?").unwrap_err().to_string();
        assert_eq!((read.encode("be to").unwrap(), error(&read)), (known.encode("be to").unwrap(), error(&known)));
        let pieces = Tokenizer::Subwords(Subwords::learn(&"that this ".repeat(9), 260).unwrap()).to_json().unwrap();
        let error = read_as(TokenizerKind::Char, &pieces).unwrap_err();
        assert!(
            error.contains("tokenizer.json: this is no tokenizer that can be read: its tokens are not characters; ")
        );
    }

    #[test]
    fn the_library_makes_the_same_tokens() {
        let text = "To be,\r\n or  not\tto be: “naïve” €\u{0}\u{7f}\n\n";
        for own in [Tokenizer::Byte, Tokenizer::of_characters(text)] {
            let theirs = read(&own.to_json().unwrap());
            assert_eq!(theirs.vocabulary(), own.vocabulary());
            let tokens = own.encode(text).unwrap();
            assert_eq!(theirs.encode(text).unwrap(), tokens);
            assert_eq!(theirs.decode(&tokens), text);
            assert_eq!(read(&theirs.to_json().unwrap()).encode(text).unwrap(), tokens);
        }
        assert!(read(&Tokenizer::of_characters("ab").to_json().unwrap()).encode("abc").is_err());
    }
}
