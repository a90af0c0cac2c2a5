//! What the fuzzer calls, as plain functions: each takes bytes, panics if the library breaks a promise, and tells whether the
//! library accepted what the bytes stand for. `artifex-runtime/tests/fuzz_corpus.rs` includes this file too.

mod configs;
mod document;
mod edits;
mod text;

use arbitrary::Unstructured;
use artifex::config::fingerprint::fingerprint;
use artifex::config::front::{self, Format};
use artifex::config::load::validate_tree;
use artifex::config::report::render;
use artifex::config::{Doc, Loader, Report, Tree, Value, check as walk, toml_text, validate_value};
use bumpalo::Bump;
use configs::{Everything, OPEN, REGISTERED};
use document::{SECRET, document};
pub use edits::edit;

/// TOML.
pub fn toml(data: &[u8]) -> bool {
    text::parse(Format::Toml, data)
}

/// JSON.
pub fn json(data: &[u8]) -> bool {
    text::parse(Format::Json, data)
}

/// YAML.
pub fn yaml(data: &[u8]) -> bool {
    text::parse(Format::Yaml, data)
}

/// Whether the walker finds no error in a tree; everything that it finds can be shown.
fn accepts(kind: &artifex::config::schema::Kind, tree: &Tree) -> bool {
    let arena = Bump::new();
    let doc = Doc { sources: &[], root: tree.freeze(&arena) };
    let report: Report<64> = walk(kind, &doc, REGISTERED);
    for issue in report.issues().iter().chain(report.warnings()) {
        assert!(!issue.message.as_str().is_empty());
        assert!(!render(issue, &doc, report.hidden()).as_str().is_empty());
    }
    report.count() == 0
}

/// Documents that are nearly right, as a tree, and as a text where TOML can say it.
///
/// The walker and the loader are of one opinion, what they accept decodes, and no message has a secret in it.
pub fn check(data: &[u8]) -> bool {
    let mut bytes = Unstructured::new(data);
    let tree = document(&mut bytes, &Everything::KIND);
    accepts(&OPEN, &tree);
    let accepted = accepts(&Everything::KIND, &tree);
    let decoded = validate_tree::<Everything>(&tree);
    assert_eq!(decoded.is_ok(), accepted, "{tree:?}\n{decoded:?}");
    let text = toml_text::write(&tree, &|_| None);
    // Not so with a value that TOML does not have. What is nothing is left out of tables, which may mend the document.
    let Ok(said) = toml_text::parse(&text, 0) else { return accepted };
    let accepted = accepts(&Everything::KIND, &said);
    let shown = match Loader::new().text("x.toml", &text).load::<Everything>() {
        Ok(loaded) => {
            assert!(accepted, "the loader alone accepts\n{text}");
            let (format, again) = loaded.to_file();
            assert!(front::parse(format, &again, 0).is_ok(), "{again}");
            format!("{loaded:?}{again}{:?}", loaded.warnings)
        }
        Err(error) => {
            assert!(!accepted, "the walker alone accepts\n{text}\n{error}");
            format!("{error}{error:?}")
        }
    };
    assert!(!shown.contains(SECRET), "{text}\n{shown}");
    accepted
}

/// Documents that are accepted: they decode, and what is decoded is accepted, decodes to an equal value and has the same
/// fingerprint, by way of a tree, of TOML, of serde and of JSON.
pub fn decode(data: &[u8]) -> bool {
    let mut bytes = Unstructured::new(data);
    let mut tree = document(&mut bytes, &Everything::KIND);
    let Ok(value) = validate_tree::<Everything>(&tree) else { return false };
    let encoded = value.encode();
    let print = fingerprint(&encoded);
    let same = |way: &str, again: Everything| {
        assert_eq!(again, value, "by way of {way}");
        assert_eq!(fingerprint(&again.encode()), print, "by way of {way}");
    };
    same("a tree", validate_tree(&encoded).unwrap());
    validate_value(&value).unwrap();
    // TOML has no word for nothing.
    if encoded.nothing().is_none() {
        let text = toml_text::write(&encoded, &|_| None);
        let loaded = Loader::new().text("x.toml", &text).load::<Everything>().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(fingerprint(&loaded.resolved), print, "{text}");
        same("TOML", loaded.value);
    }
    let json = serde_json::to_string(&value).unwrap();
    same("serde", serde_json::from_str(&json).unwrap());
    same("a JSON file", Loader::new().text("x.json", &json).load().unwrap_or_else(|error| panic!("{error}")).value);
    // The order of keys makes no difference.
    document::reverse(&mut tree);
    same("another order", validate_tree(&tree).unwrap());
    true
}
