//! The front ends: any text is a tree whose places lie in the text, or errors that can be shown.

use super::configs::Everything;
use artifex::config::front::{self, DEEPEST, Format};
use artifex::config::report::place;
use artifex::config::tree::{Tree, TreeValue};
use artifex::config::{Loader, Num, Span, toml_text};

/// Parses a text in every way a user could ask for.
pub fn parse(format: Format, data: &[u8]) -> bool {
    // Files that are not UTF-8 are refused before.
    let Ok(text) = std::str::from_utf8(data) else { return false };
    let name = match format {
        Format::Toml => "x.toml",
        Format::Json => "x.json",
        Format::Yaml => "x.yaml",
    };
    match Loader::new().text(name, text).load::<Everything>() {
        Ok(loaded) => {
            let (format, text) = loaded.to_file();
            assert!(front::parse(format, &text, 0).is_ok(), "{text}");
        }
        Err(error) => {
            assert!(!error.diagnostics.is_empty());
            for diagnostic in &error.diagnostics {
                assert!(!diagnostic.message.is_empty() && !diagnostic.to_string().is_empty());
            }
        }
    }
    match front::parse(format, text, 0) {
        Ok(tree) => {
            inside(&tree, text, 1);
            written(&tree);
            true
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(!error.message.is_empty());
                at(error.span, text);
            }
            false
        }
    }
}

/// A place is a range of whole characters of the text.
fn at(span: Span, text: &str) {
    assert_eq!(span.source, 0);
    let range = span.start as usize..span.end as usize;
    assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    // Its line takes a pass over the text.
    if text.len() < 1024 {
        let place = place(span, text);
        assert!(place.line > 0 && place.column > 0 && place.width > 0);
    }
}

fn inside(tree: &Tree, text: &str, level: usize) {
    at(tree.span, text);
    match &tree.value {
        TreeValue::Table(entries) => {
            assert!(level <= DEEPEST, "{text:?}");
            for (k, entry) in entries.iter().enumerate() {
                at(entry.span, text);
                inside(&entry.value, text, level + 1);
                assert!(entries.len() > 64 || entries[..k].iter().all(|earlier| earlier.key != entry.key), "{text:?}");
            }
        }
        TreeValue::List(items) => {
            assert!(level <= DEEPEST, "{text:?}");
            for item in items {
                inside(item, text, level + 1);
            }
        }
        _ => {}
    }
}

/// What TOML can say reads back as it was.
fn written(tree: &Tree) {
    let mut bare = tree.clone();
    if strip(&mut bare) {
        let text = toml_text::write(tree, &|_| None);
        let again = front::parse(Format::Toml, &text, 0);
        let mut again = again.unwrap_or_else(|errors| panic!("{errors:?} in\n{text}"));
        strip(&mut again);
        assert_eq!(bare, again, "{text}");
    }
}

/// Leaves the values alone: no places, no texts of numbers, no order of keys, nothing that is nothing. Tells whether TOML can
/// say it.
pub fn strip(tree: &mut Tree) -> bool {
    tree.span = Span::default();
    let mut sound = true;
    match &mut tree.value {
        TreeValue::Table(entries) => {
            entries.retain(|entry| entry.value.value != TreeValue::Null);
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            for entry in entries {
                entry.span = Span::default();
                sound &= strip(&mut entry.value);
            }
        }
        TreeValue::List(items) => {
            for item in items {
                sound &= strip(item);
            }
        }
        TreeValue::Num(value, text) => {
            text.clear();
            if let Num::Float(x) = value
                && x.is_nan()
            {
                // It would not be equal to itself.
                *tree = Tree::string("nan");
            }
        }
        TreeValue::Str(_) | TreeValue::Bool(_) => {}
        TreeValue::Null | TreeValue::Other(_) => sound = false,
    }
    sound
}
