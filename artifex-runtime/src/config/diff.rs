//! What differs between two configs, by meaning: between two runs, or a file and its resolved form.

use super::doc::Num;
use super::toml_text;
use super::tree::{Tree, TreeValue};
use std::fmt;

/// One difference.
///
/// It is shown as `train.batch_size: 64 -> 128`, `+ train.seed = 7` or `- train.seed = 7`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where the value stands: keys as in a TOML file, positions in lists from 0, `model.hidden_dims[1]`.
    pub path: String,
    /// The value before, as in a TOML file; `None` if it is new.
    pub before: Option<String>,
    /// The value after, as in a TOML file; `None` if it is gone.
    pub after: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(f, "{}: {before} -> {after}", self.path),
            (None, Some(after)) => write!(f, "+ {} = {after}", self.path),
            (Some(before), None) => write!(f, "- {} = {before}", self.path),
            (None, None) => f.write_str(&self.path),
        }
    }
}

/// The differences from `a` to `b`, in the order of `a`; what only `b` has follows its neighbours of the same table.
///
/// The spelling of numbers, the order of keys and absent values make no difference, exactly as for
/// [`fingerprint`](super::fingerprint()). Lists are compared position by position. Where another config of a union was chosen,
/// its `type` comes first, then the fields by name: those of the old one are gone, those of the new one are new, and shared ones
/// are compared.
#[must_use]
pub fn diff(a: &Tree, b: &Tree) -> Vec<Change> {
    let mut out = Vec::new();
    values(&mut out, "", Some(a), Some(b));
    out
}

fn values(out: &mut Vec<Change>, path: &str, a: Option<&Tree>, b: Option<&Tree>) {
    let present = |tree: &&Tree| tree.value != TreeValue::Null;
    let (a, b) = (a.filter(present), b.filter(present));
    match (a.map(|tree| &tree.value), b.map(|tree| &tree.value)) {
        (None, None) => {}
        (Some(TreeValue::Table(_)), Some(TreeValue::Table(_))) => tables(out, path, a, b),
        (Some(TreeValue::List(before)), Some(TreeValue::List(after))) => {
            for k in 0..before.len().max(after.len()) {
                values(out, &format!("{path}[{k}]"), before.get(k), after.get(k));
            }
        }
        (Some(before), Some(after)) if equal(before, after) => {}
        _ => out.push(Change { path: path.to_owned(), before: a.map(show), after: b.map(show) }),
    }
}

fn tables(out: &mut Vec<Change>, path: &str, a: Option<&Tree>, b: Option<&Tree>) {
    let keys = |tree: Option<&Tree>| match tree.map(|tree| &tree.value) {
        Some(TreeValue::Table(entries)) => entries.iter().map(|entry| entry.key.clone()).collect(),
        _ => Vec::new(),
    };
    let mut all = keys(a);
    all.extend(keys(b).into_iter().filter(|key| a.is_none_or(|a| a.get(key).is_none())));
    // The type explains the changes below it.
    all.sort_by_key(|key| key != "type");
    for key in &all {
        let name = toml_text::key(key);
        let path = if path.is_empty() { name } else { format!("{path}.{name}") };
        values(out, &path, a.and_then(|a| a.get(key)), b.and_then(|b| b.get(key)));
    }
}

/// Whether two values that are not both tables or lists mean the same.
fn equal(a: &TreeValue, b: &TreeValue) -> bool {
    match (a, b) {
        (TreeValue::Num(a, _), TreeValue::Num(b, _)) => a.compare(*b) == Some(0) || (is_nan(*a) && is_nan(*b)),
        _ => a == b,
    }
}

fn is_nan(number: Num) -> bool {
    matches!(number, Num::Float(x) if x.is_nan())
}

fn show(tree: &Tree) -> String {
    match &tree.value {
        TreeValue::Other(noun) => format!("({noun})"),
        _ => toml_text::inline(tree),
    }
}

#[cfg(test)]
mod tests {
    use super::diff;
    use crate::config::toml_text::parse;
    use crate::config::tree::{Tree, TreeValue};
    use crate::config::{fingerprint, tree::TreeEntry};

    fn lines(a: &str, b: &str) -> Vec<String> {
        diff(&parse(a, 0).unwrap(), &parse(b, 1).unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn changed_new_and_gone() {
        assert_eq!(
            lines(
                "name = \"a\"\n[train]\nbatch_size = 64\nseed = 1\n[train.ema]\ndecay = 0.9",
                "name = \"a\"\n[train]\nbatch_size = 128\nsteps = 5\n[\"odd key\"]\nx = [1, \"y\"]",
            ),
            [
                "train.batch_size: 64 -> 128",
                "- train.seed = 1",
                "- train.ema = { decay = 0.9 }",
                "+ train.steps = 5",
                "+ \"odd key\" = { x = [1, \"y\"] }",
            ]
        );
    }

    #[test]
    fn spelling_order_and_layout_make_no_difference() {
        let a = "a = 1\nb = [1.5, \"x\"]\nn = nan\nz = 0x10\n[t]\nc = true\nd = 2";
        let b = "t = { d = 2.0, c = true }\nz = 16\nn = -nan\nb = [15e-1, 'x']\na = 1.0";
        assert_eq!(lines(a, b), Vec::<String>::new());
        // Where nothing differs, neither does the fingerprint; `nan` has two signs there.
        let without = |text: &str| parse(&text.replace("n = nan\n", "").replace("n = -nan\n", ""), 0).unwrap();
        assert_eq!(fingerprint(&without(a)), fingerprint(&without(b)));
        // An absent value is none.
        let mut with_null = parse("a = 1", 0).unwrap();
        if let TreeValue::Table(entries) = &mut with_null.value {
            let span = with_null.span;
            entries.push(TreeEntry { key: "b".to_owned(), span, value: Tree::from(TreeValue::Null) });
        }
        assert_eq!(diff(&with_null, &parse("a = 1", 0).unwrap()), []);
        assert_eq!(diff(&parse("a = 1\nb = 2", 0).unwrap(), &with_null)[0].to_string(), "- b = 2");
    }

    #[test]
    fn lists_are_compared_by_position() {
        assert_eq!(lines("x = [1, 2, 3]", "x = [1, 5]"), ["x[1]: 2 -> 5", "- x[2] = 3"]);
        assert_eq!(lines("x = []", "x = [[1], 2]"), ["+ x[0] = [1]", "+ x[1] = 2"]);
        assert_eq!(lines("x = [[1, 2], [3]]", "x = [[1, 2], [4]]"), ["x[1][0]: 3 -> 4"]);
        assert_eq!(lines("[[l]]\nw = 1\n[[l]]\nw = 2", "[[l]]\nw = 1\n[[l]]\nw = 3"), ["l[1].w: 2 -> 3"]);
    }

    #[test]
    fn another_variant_is_named_first() {
        assert_eq!(
            lines(
                "[model]\nlatent = 4\nkl = 1.0\ntype = \"vae\"",
                "[model]\nlatent = 8\nbeta = 4.0\ntype = \"beta_vae\"",
            ),
            ["model.type: \"vae\" -> \"beta_vae\"", "model.latent: 4 -> 8", "- model.kl = 1.0", "+ model.beta = 4.0"]
        );
    }

    #[test]
    fn another_kind_of_value_is_one_change() {
        assert_eq!(lines("x = [1]", "x = 1"), ["x: [1] -> 1"]);
        assert_eq!(lines("x = { y = 1 }", "x = \"y\""), ["x: { y = 1 } -> \"y\""]);
        assert_eq!(lines("x = 1", "x = \"1\""), ["x: 1 -> \"1\""]);
        assert_eq!(lines("x = 2020-01-01", "x = 1"), ["x: (a date) -> 1"]);
        assert_eq!(lines("x = {}", ""), ["- x = {}"]);
        // Beyond 2^53, where floats have gaps.
        assert_eq!(lines("x = 9007199254740993", "x = 9007199254740992"), ["x: 9007199254740993 -> 9007199254740992"]);
    }
}
