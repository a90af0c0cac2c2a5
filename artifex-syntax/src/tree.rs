//! The owned form of a document: what the loader parses, layers and edits before it is frozen for the walker, and what a
//! config written in Rust turns into.

#[cfg(feature = "bumpalo")]
use super::doc::Entry;
use super::doc::{Data, Node, Num, Number, Span};
#[cfg(feature = "bumpalo")]
use bumpalo::Bump;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Where the value stands; [`Span::default`] for a value from Rust.
    pub span: Span,
    /// The value.
    pub value: TreeValue,
}

/// An untyped, owned value.
#[derive(Clone, Debug, PartialEq)]
pub enum TreeValue {
    /// No value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number and its text.
    Num(Num, String),
    /// A string.
    Str(String),
    /// A list.
    List(Vec<Tree>),
    /// A table, in order.
    Table(Vec<TreeEntry>),
    /// Something no config field can hold, with its name.
    Other(&'static str),
}

/// One `key = value` of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeEntry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub value: Tree,
}

impl From<TreeValue> for Tree {
    fn from(value: TreeValue) -> Self {
        Self { span: Span::default(), value }
    }
}

impl Tree {
    /// An empty table.
    #[must_use]
    pub fn table() -> Self {
        TreeValue::Table(Vec::new()).into()
    }

    /// An integer.
    #[must_use]
    pub fn int(n: i128) -> Self {
        TreeValue::Num(Num::Int(n), n.to_string()).into()
    }

    /// A float. `text` is its shortest exact form.
    #[must_use]
    pub fn float(x: f64, text: String) -> Self {
        TreeValue::Num(Num::Float(x), text).into()
    }

    /// A string.
    #[must_use]
    pub fn string(text: impl Into<String>) -> Self {
        TreeValue::Str(text.into()).into()
    }

    /// The value of `key`, if this is a table that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let TreeValue::Table(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Adds `key = value`, unless the value is nothing. For configs written in Rust.
    #[must_use]
    pub fn with(mut self, key: &str, value: Self) -> Self {
        if let TreeValue::Table(entries) = &mut self.value
            && value.value != TreeValue::Null
        {
            entries.push(TreeEntry { key: key.to_owned(), span: Span::default(), value });
        }
        self
    }

    /// Adds `key = value`, even if the value is nothing: where the default is something, that is not the same as no entry.
    #[must_use]
    pub fn with_any(mut self, key: &str, value: Self) -> Self {
        if let TreeValue::Table(entries) = &mut self.value {
            entries.push(TreeEntry { key: key.to_owned(), span: Span::default(), value });
        }
        self
    }

    /// The path of the first value that is nothing, if there is one: `net.steps[2]`.
    #[must_use]
    pub fn nothing(&self) -> Option<String> {
        let (key, inner) = match &self.value {
            TreeValue::Null => return Some(String::new()),
            TreeValue::Table(entries) => {
                entries.iter().find_map(|entry| Some((entry.key.clone(), entry.value.nothing()?)))?
            }
            TreeValue::List(items) => {
                items.iter().enumerate().find_map(|(k, item)| Some((format!("[{k}]"), item.nothing()?)))?
            }
            _ => return None,
        };
        let joint = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
        Some(format!("{key}{joint}{inner}"))
    }

    /// Adds all entries of another table. For flattened configs written in Rust.
    #[must_use]
    pub fn with_all(mut self, table: Self) -> Self {
        if let (TreeValue::Table(entries), TreeValue::Table(more)) = (&mut self.value, table.value) {
            entries.extend(more);
        }
        self
    }

    /// Puts `type = tag` first. For unions written in Rust.
    #[must_use]
    pub fn tagged(mut self, tag: &str) -> Self {
        if let TreeValue::Table(entries) = &mut self.value {
            entries.retain(|entry| entry.key != "type");
            let value = Self::string(tag);
            entries.insert(0, TreeEntry { key: "type".to_owned(), span: Span::default(), value });
        }
        self
    }

    /// Lays `over` over this tree: tables merge key by key, everything else is replaced. What `over` says stands last in a
    /// table: of the names of one field, the later is the stronger.
    pub fn merge(&mut self, over: Self) {
        match (&mut self.value, over.value) {
            (TreeValue::Table(entries), TreeValue::Table(stronger)) if entries.is_empty() => *entries = stronger,
            (TreeValue::Table(entries), TreeValue::Table(stronger)) => {
                for mut new in stronger {
                    if let Some(at) = entries.iter().position(|entry| entry.key == new.key) {
                        let mut value = entries.remove(at).value;
                        value.merge(new.value);
                        new.value = value;
                    }
                    entries.push(new);
                }
            }
            (value, stronger) => {
                *value = stronger;
                self.span = over.span;
            }
        }
    }

    /// The tree as the walker wants it; slices live in `arena`, strings are borrowed.
    #[cfg(feature = "bumpalo")]
    #[must_use]
    pub fn freeze<'a>(&'a self, arena: &'a Bump) -> Node<'a> {
        let data = match &self.value {
            TreeValue::Null => Data::Null,
            TreeValue::Bool(value) => Data::Bool(*value),
            TreeValue::Num(value, text) => Data::Num(Number { value: *value, text }),
            TreeValue::Str(text) => Data::Str(text),
            TreeValue::List(items) => {
                Data::List(arena.alloc_slice_fill_iter(items.iter().map(|item| item.freeze(arena))))
            }
            TreeValue::Table(entries) => Data::Table(arena.alloc_slice_fill_iter(
                entries.iter().map(|entry| Entry::new(&entry.key, entry.span, entry.value.freeze(arena))),
            )),
            TreeValue::Other(noun) => Data::Other(noun),
        };
        Node::new(self.span, data)
    }

    /// The owned form of a node, for instance of a default.
    #[must_use]
    pub fn thaw(node: &Node<'_>) -> Self {
        let value = match node.data {
            Data::Null => TreeValue::Null,
            Data::Bool(value) => TreeValue::Bool(value),
            Data::Num(number) => TreeValue::Num(number.value, number_text(&number)),
            Data::Str(text) => TreeValue::Str(text.to_owned()),
            Data::List(nodes) => TreeValue::List(nodes.iter().map(Self::thaw).collect()),
            Data::Table(entries) => TreeValue::Table(
                entries
                    .iter()
                    .map(|entry| TreeEntry {
                        key: entry.key.to_owned(),
                        span: entry.span,
                        value: Self::thaw(&entry.value),
                    })
                    .collect(),
            ),
            Data::Other(noun) => TreeValue::Other(noun),
        };
        Self { span: node.span, value }
    }
}

/// The text of a number. That of a default may be an expression, which no file could say.
fn number_text(number: &Number<'_>) -> String {
    let digits = number.text.trim_start_matches(['+', '-']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit()) || matches!(digits, "inf" | "nan");
    match number.value {
        _ if is_number && !digits.contains([' ', '(']) => number.text.to_owned(),
        Num::Int(n) => n.to_string(),
        Num::Float(x) if x.is_nan() => "nan".to_owned(),
        Num::Float(x) => format!("{x:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tree, TreeValue};
    use crate::front::{Format, parse};

    #[test]
    fn what_is_laid_over_stands_last() {
        let read = |text: &str, source: u32| parse(Format::Yaml, text, source).unwrap();
        let keys = |tree: &Tree| match &tree.value {
            TreeValue::Table(entries) => entries.iter().map(|e| (e.key.clone(), e.span.source)).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let mut whole = read("a: 1\nb: {x: 1, y: 2}\nc: 3", 0);
        whole.merge(read("b: {z: 3, x: 4}\na: [5]", 1));
        assert_eq!(keys(&whole), [("c".to_owned(), 0), ("b".to_owned(), 1), ("a".to_owned(), 1)]);
        let inner = whole.get("b").unwrap();
        assert_eq!(keys(inner), [("y".to_owned(), 0), ("z".to_owned(), 1), ("x".to_owned(), 1)]);
        assert_eq!(inner.get("x").unwrap().value, Tree::int(4).value);
    }
}
