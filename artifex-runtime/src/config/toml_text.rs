//! TOML: a tree to text. The other way is [`crate::config::front::toml`].

pub use super::front::SyntaxError;
pub use super::front::toml::parse;
use super::tree::{Tree, TreeEntry, TreeValue};
use std::fmt::Write as _;
use toml_writer::TomlWrite as _;

/// Writes a table as a TOML file. TOML has no word for nothing: entries that are nothing are left out, which may mean something
/// else; [`Tree::nothing`] tells. `comment` is asked for every value and may add a comment to its line.
#[must_use]
pub fn write(tree: &Tree, comment: &dyn Fn(&Tree) -> Option<String>) -> String {
    let mut out = String::new();
    write_table(&mut out, tree, &mut Vec::new(), comment);
    out
}

fn write_table<'a>(
    out: &mut String,
    tree: &'a Tree,
    path: &mut Vec<&'a str>,
    comment: &dyn Fn(&Tree) -> Option<String>,
) {
    let TreeValue::Table(entries) = &tree.value else { return };
    // TOML has no null; a field that is nothing is left out.
    let leaf = |entry: &&TreeEntry| !is_table(&entry.value) && entry.value.value != TreeValue::Null;
    for entry in entries.iter().filter(leaf) {
        let _ = write!(out, "{} = {}", key(&entry.key), inline(&entry.value));
        if let Some(comment) = comment(&entry.value) {
            let _ = write!(out, "  # {comment}");
        }
        out.push('\n');
    }
    for entry in entries.iter().filter(|entry| is_table(&entry.value)) {
        path.push(&entry.key);
        if !out.is_empty() {
            out.push('\n');
        }
        let header: Vec<_> = path.iter().map(|name| key(name)).collect();
        let _ = writeln!(out, "[{}]", header.join("."));
        write_table(out, &entry.value, path, comment);
        path.pop();
    }
}

fn is_table(tree: &Tree) -> bool {
    matches!(tree.value, TreeValue::Table(_))
}

/// A key of a TOML file, quoted if it has to be.
#[must_use]
pub fn key(name: &str) -> String {
    let mut out = String::new();
    let _ = out.key(name);
    out
}

/// A value on one line of a TOML file; nothing for nothing. In a list it is `null`, which no parser of TOML accepts: left out, the
/// other elements would be read as if they stood elsewhere.
#[must_use]
pub fn inline(tree: &Tree) -> String {
    match &tree.value {
        TreeValue::Null | TreeValue::Other(_) => String::new(),
        TreeValue::Bool(value) => value.to_string(),
        TreeValue::Num(_, text) => text.clone(),
        TreeValue::Str(text) => {
            let mut out = String::new();
            let _ = out.value(text.as_str());
            out
        }
        TreeValue::List(items) => {
            let item = |item: &Tree| if item.value == TreeValue::Null { "null".to_owned() } else { inline(item) };
            format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(", "))
        }
        TreeValue::Table(entries) => {
            let entries: Vec<_> = entries
                .iter()
                .filter(|entry| entry.value.value != TreeValue::Null)
                .map(|entry| format!("{} = {}", key(&entry.key), inline(&entry.value)))
                .collect();
            if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{inline, parse, write};
    use crate::config::doc::Num;
    use crate::config::tree::{Tree, TreeValue};

    #[test]
    fn what_is_written_reads_back() {
        let text = "a = 1\nb = -0.5\n\"c d\" = \"x\\\"\\n\"\ne = [1, [2.5, true]]\n\n[t]\nf = 1e-3\n\n[t.u]\ng = {}\n";
        let tree = parse(text, 0).unwrap();
        let again = parse(&write(&tree, &|_| None), 0).unwrap();
        assert_eq!(write(&tree, &|_| None), write(&again, &|_| None));
        assert_eq!(tree.get("t").unwrap().get("f").unwrap().value, TreeValue::Num(Num::Float(1e-3), "1e-3".into()));
    }

    #[test]
    fn nothing_is_left_out() {
        let mut tree = parse("a = 1\nb = { c = 2, d = 3 }\ne = [{ f = 1 }]", 0).unwrap();
        assert_eq!(inline(&tree), "{ a = 1, b = { c = 2, d = 3 }, e = [{ f = 1 }] }");
        tree = tree.with("g", TreeValue::Bool(true).into());
        if let TreeValue::Table(entries) = &mut tree.value {
            entries[0].value.value = TreeValue::Null;
        }
        assert_eq!(write(&tree, &|_| None), "e = [{ f = 1 }]\ng = true\n\n[b]\nc = 2\nd = 3\n");
        assert_eq!(inline(&tree), "{ b = { c = 2, d = 3 }, e = [{ f = 1 }], g = true }");
    }

    #[test]
    fn a_list_is_never_short_of_an_element() {
        let list: Tree = TreeValue::List(vec![Tree::int(1), TreeValue::Null.into()]).into();
        assert_eq!(inline(&list), "[1, null]");
        assert_eq!(Tree::table().with("a", list.clone()).nothing().as_deref(), Some("a[1]"));
        assert!(parse(&write(&Tree::table().with("a", list), &|_| None), 0).is_err());
    }
}
