//! YAML: a tree to text with comments, for what TOML cannot say. Strings and lists are written as in JSON, which is YAML too.

use super::tree::{Tree, TreeEntry, TreeValue};
use std::fmt::Write as _;

/// Writes a table as a YAML file. `comment` is asked for every value that is no table and may add a comment to its line.
#[must_use]
pub fn write(tree: &Tree, comment: &dyn Fn(&Tree) -> Option<String>) -> String {
    let mut out = String::new();
    match &tree.value {
        TreeValue::Table(entries) if !entries.is_empty() => write_table(&mut out, entries, 0, comment),
        _ => {
            out.push_str(&inline(tree));
            out.push('\n');
        }
    }
    out
}

fn write_table(out: &mut String, entries: &[TreeEntry], level: usize, comment: &dyn Fn(&Tree) -> Option<String>) {
    for entry in entries {
        let _ = write!(out, "{:indent$}{}:", "", key(&entry.key), indent = 2 * level);
        match &entry.value.value {
            TreeValue::Table(inner) if !inner.is_empty() => {
                out.push('\n');
                write_table(out, inner, level + 1, comment);
            }
            _ => {
                let _ = write!(out, " {}", inline(&entry.value));
                if let Some(comment) = comment(&entry.value) {
                    let _ = write!(out, "  # {comment}");
                }
                out.push('\n');
            }
        }
    }
}

/// A key, in quotes unless it is a plain word that means nothing else in any version of YAML.
fn key(name: &str) -> String {
    const WORDS: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan"];
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !WORDS.contains(&name.to_ascii_lowercase().as_str());
    if plain { name.to_owned() } else { string(name) }
}

/// A value on one line, as in JSON.
fn inline(tree: &Tree) -> String {
    match &tree.value {
        TreeValue::Null | TreeValue::Other(_) => "null".to_owned(),
        TreeValue::Bool(value) => value.to_string(),
        // Floats as serde writes them: the spelling of another format, `1_000` or `inf`, is none of YAML's.
        TreeValue::Num(..) => serde_json::to_string(tree).unwrap_or_default(),
        TreeValue::Str(text) => string(text),
        TreeValue::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        TreeValue::Table(entries) => {
            let entry = |entry: &TreeEntry| format!("{}: {}", string(&entry.key), inline(&entry.value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A string in double quotes. Beside what JSON escapes, YAML does not want control characters and line separators as they
/// are.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::config::front::{Format, parse};
    use crate::config::tree::{Tree, TreeValue};

    #[test]
    fn what_is_written_reads_back() {
        let json = r#"{
            "a": null, "on": true, "nan": [1, null, -2.5, [{}, {"x": null}]], "t": {"u": {"v": "x: # y\n\t\u0085\u2028\"\\"}, "w": {}},
            "odd: key": 1e300, "": "", "1": 18446744073709551615, "f": 1.0, "g": -0.0, "m": "2020-01-01", "n": "null", "ß": "ß𝄞"
        }"#;
        let tree = parse(Format::Json, json, 0).unwrap();
        let text = write(&tree, &|value| (value.value == TreeValue::Null).then(|| "nothing".to_owned()));
        assert!(text.starts_with(
            "a: null  # nothing\n\"on\": true\n\"nan\": [1, null, -2.5, [{}, {\"x\": null}]]\nt:\n  u:\n"
        ));
        let again = parse(Format::Yaml, &text, 0).unwrap_or_else(|errors| panic!("{errors:?} in\n{text}"));
        assert_eq!(serde_json::to_value(&again).unwrap(), serde_json::to_value(&tree).unwrap(), "{text}");
    }

    #[test]
    fn an_empty_table_is_one() {
        let text = write(&Tree::table(), &|_| None);
        assert_eq!(text, "{}\n");
        assert_eq!(parse(Format::Yaml, &text, 0).unwrap().value, Tree::table().value);
    }
}
