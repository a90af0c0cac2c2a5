//! Edits of a TOML text: the tree of the new text is the tree of the old one, changed as asked.

use super::text::strip;
use arbitrary::{Result, Unstructured};
use artifex::config::migrate::{move_key, remove, rename_key, set};
use artifex::config::tree::{TreeEntry, TreeValue};
use artifex::config::{Span, Tree, toml_text};

const NAMES: [&str; 6] = ["a", "b", "c", "d e", "", "ß"];
const VALUES: [&str; 6] = ["1", "\"x\"", "[1, { a = 2 }]", "{ a = 1, b = {} }", "1979-05-27", "'''\n'''"];

/// What is done to a text.
enum Edit<'a> {
    Rename(Vec<&'a str>, &'a str),
    Set(Vec<&'a str>, &'a str),
    Remove(Vec<&'a str>),
    Move(Vec<&'a str>, Vec<&'a str>),
}

/// The first bytes say what is done, the rest is the text.
pub fn edit(data: &[u8]) -> bool {
    let mut bytes = Unstructured::new(data);
    let Ok(edit) = read(&mut bytes) else { return false };
    let Ok(text) = std::str::from_utf8(bytes.take_rest()) else { return false };
    let Ok(mut before) = toml_text::parse(text, 0) else {
        assert!(apply(&edit, text).is_err(), "{text:?}");
        return false;
    };
    let out = match apply(&edit, text) {
        Ok(out) => out,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return false;
        }
    };
    let mut after = toml_text::parse(&out, 0).unwrap_or_else(|errors| panic!("{errors:?} in\n{out}"));
    // An edit that has nothing to do leaves every byte as it is.
    let (from, is_set) = match &edit {
        Edit::Rename(from, _) | Edit::Remove(from) | Edit::Move(from, _) => (from, false),
        Edit::Set(path, _) => (path, true),
    };
    if !is_set && !has(&before, from) {
        assert_eq!(out, text);
    }
    change(&mut before, &edit);
    for tree in [&mut before, &mut after] {
        strip(tree);
        prune(tree);
    }
    assert_eq!(before, after, "from\n{text}\nto\n{out}");
    true
}

fn read(bytes: &mut Unstructured<'_>) -> Result<Edit<'static>> {
    Ok(match bytes.int_in_range(0..=3)? {
        0 => Edit::Rename(path(bytes)?, bytes.choose(&NAMES)?),
        1 => Edit::Set(path(bytes)?, bytes.choose(&VALUES)?),
        2 => Edit::Remove(path(bytes)?),
        _ => Edit::Move(path(bytes)?, path(bytes)?),
    })
}

fn path(bytes: &mut Unstructured<'_>) -> Result<Vec<&'static str>> {
    let n = bytes.int_in_range(1..=3)?;
    (0..n).map(|_| bytes.choose(&NAMES).copied()).collect()
}

fn apply(edit: &Edit<'_>, text: &str) -> std::result::Result<String, artifex::config::migrate::EditError> {
    match edit {
        Edit::Rename(from, to) => rename_key(text, from, to),
        Edit::Set(path, value) => set(text, path, value),
        Edit::Remove(path) => remove(text, path),
        Edit::Move(from, to) => move_key(text, from, to),
    }
}

// ---- The same on a tree ----

fn change(tree: &mut Tree, edit: &Edit<'_>) {
    match edit {
        Edit::Rename(from, to) => {
            let (last, parent) = from.split_last().unwrap();
            each_table(tree, parent, &mut |entries| {
                for entry in entries.iter_mut().filter(|entry| entry.key == *last) {
                    (*to).clone_into(&mut entry.key);
                }
            });
        }
        Edit::Remove(path) => {
            take(tree, path);
        }
        Edit::Set(path, value) => {
            let value = toml_text::parse(&format!("v = {value}"), 0).unwrap();
            put(tree, path, value.get("v").unwrap());
        }
        Edit::Move(from, to) => {
            if from != to
                && let Some(value) = take(tree, from)
            {
                put(tree, to, &value);
            }
        }
    }
}

/// Calls a function with every table at a path; a list on the way stands for each of its elements.
fn each_table(tree: &mut Tree, path: &[&str], f: &mut dyn FnMut(&mut Vec<TreeEntry>)) {
    match (&mut tree.value, path) {
        (TreeValue::List(items), _) => items.iter_mut().for_each(|item| each_table(item, path, f)),
        (TreeValue::Table(entries), []) => f(entries),
        (TreeValue::Table(entries), [first, rest @ ..]) => {
            if let Some(entry) = entries.iter_mut().find(|entry| entry.key == *first) {
                each_table(&mut entry.value, rest, f);
            }
        }
        _ => {}
    }
}

fn has(tree: &Tree, path: &[&str]) -> bool {
    take(&mut tree.clone(), path).is_some()
}

/// Takes what is at a path out of a tree; one of the values, if there are several.
fn take(tree: &mut Tree, path: &[&str]) -> Option<Tree> {
    let (last, parent) = path.split_last().unwrap();
    let mut taken = None;
    each_table(tree, parent, &mut |entries| {
        if let Some(at) = entries.iter().position(|entry| entry.key == *last) {
            taken = Some(entries.remove(at).value);
        }
    });
    taken
}

fn put(tree: &mut Tree, path: &[&str], value: &Tree) {
    match (&mut tree.value, path) {
        (_, []) => *tree = value.clone(),
        (TreeValue::List(items), _) => items.iter_mut().for_each(|item| put(item, path, value)),
        (TreeValue::Table(entries), [first, rest @ ..]) => {
            if !entries.iter().any(|entry| entry.key == *first) {
                entries.push(TreeEntry { key: (*first).to_owned(), span: Span::default(), value: Tree::table() });
            }
            if let Some(entry) = entries.iter_mut().find(|entry| entry.key == *first) {
                put(&mut entry.value, rest, value);
            }
        }
        _ => {}
    }
}

/// A table that nothing is left in may be there or not.
fn prune(tree: &mut Tree) {
    match &mut tree.value {
        TreeValue::Table(entries) => {
            for entry in &mut *entries {
                prune(&mut entry.value);
            }
            entries.retain(|entry| entry.value != Tree::table());
        }
        TreeValue::List(items) => items.iter_mut().for_each(prune),
        _ => {}
    }
}
