//! A stable hash of a config: the same for every way of writing the same values.

use super::doc::Num;
use super::tree::{Tree, TreeValue};

/// A hash of the values of a tree, as 16 hexadecimal digits. The order of keys, the spelling of numbers and absent values make
/// no difference.
#[must_use]
pub fn fingerprint(tree: &Tree) -> String {
    let mut hasher = blake3::Hasher::new();
    feed(&mut hasher, tree);
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Every value starts with a letter of its kind and ends with a zero byte, so that no two trees feed the same bytes.
fn feed(hasher: &mut blake3::Hasher, tree: &Tree) {
    let mut write = |kind: u8, text: &str| {
        hasher.update(&[kind]);
        hasher.update(text.as_bytes());
        hasher.update(&[0]);
    };
    match &tree.value {
        TreeValue::Null | TreeValue::Other(_) => write(b'-', ""),
        TreeValue::Bool(value) => write(b'b', if *value { "1" } else { "0" }),
        TreeValue::Num(value, _) => match (value.as_int(), value) {
            (Some(n), _) => write(b'i', &n.to_string()),
            (None, Num::Float(x)) => write(b'f', &format!("{:016x}", x.to_bits())),
            (None, Num::Int(_)) => {}
        },
        TreeValue::Str(text) => write(b's', &format!("{}:{text}", text.len())),
        TreeValue::List(items) => {
            write(b'[', &items.len().to_string());
            for item in items {
                feed(hasher, item);
            }
        }
        TreeValue::Table(entries) => {
            let mut entries: Vec<_> = entries.iter().filter(|entry| entry.value.value != TreeValue::Null).collect();
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            write(b'{', &entries.len().to_string());
            for entry in entries {
                hasher.update(format!("{}:{}", entry.key.len(), entry.key).as_bytes());
                feed(hasher, &entry.value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fingerprint;
    use crate::config::toml_text::parse;

    fn of(text: &str) -> String {
        fingerprint(&parse(text, 0).unwrap())
    }

    #[test]
    fn spelling_does_not_matter_and_values_do() {
        let base = of("a = 1\nb = [1.5, \"x\"]\n[t]\nc = true");
        assert_eq!(base, of("t = { c = true }\nb = [15e-1, 'x']\na = 1.0"));
        for other in [
            "a = 2\nb = [1.5, \"x\"]\n[t]\nc = true",
            "a = 1\nb = [\"x\", 1.5]\n[t]\nc = true",
            "a = 1\nb = [1.5, \"x\"]\n[t]\nc = false",
            "a = 1\nb = [1.5, \"x\"]\n[t]\nd = true",
            "a = 1\nb = [1.5, \"x\"]\nc = true",
            "a = 1\nb = [[1.5], \"x\"]\n[t]\nc = true",
        ] {
            assert_ne!(base, of(other), "{other}");
        }
        // Stable over versions: it stands in checkpoints.
        assert_eq!(of(""), "b1a644fef6506ac8");
    }
}
