//! How Rust types appear in a config: the kind that the walker checks, and the way to and from a document.

use super::doc::Span;
use super::doc::{Data, Doc, Entry, Node, Num, Number};
use super::schema::{Kind, Presence, Schema};
use super::tree::{Tree, TreeEntry, TreeValue};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A type that a config field can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a config value",
    label = "cannot stand in a config",
    note = "numbers, `bool`, `String`, `PathBuf`, `Option<T>`, `Vec<T>`, `[T; N]`, `BTreeMap<String, T>`, tuples of up to six, `serde_json::Value` and types with `#[derive(ModelConfig)]` can"
)]
pub trait Value: Sized {
    /// What the walker expects for this type.
    const KIND: Kind;

    /// Reads the value. The document was checked before, so a mismatch means that it was not.
    ///
    /// # Errors
    /// [`Unchecked`] if the node is not of this type's kind.
    fn decode(node: &Node<'_>) -> Result<Self, Unchecked>;

    /// Writes the value, so that `decode` reads an equal one.
    fn encode(&self) -> Tree;
}

/// A config: a struct with `#[derive(ModelConfig)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a model config",
    label = "not a model config",
    note = "add `#[derive(ModelConfig)]` to `{Self}`"
)]
pub trait ModelConfig: Value {
    /// What the derive knows about the type.
    const SCHEMA: &'static Schema;
}

/// A document was decoded that no check has accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found}: the document was not checked against this type")]
pub struct Unchecked {
    expected: &'static str,
    found: &'static str,
}

impl Unchecked {
    /// `node` is not of `kind`.
    #[must_use]
    pub const fn new(kind: &Kind, node: &Node<'_>) -> Self {
        Self { expected: kind.noun(), found: node.data.noun() }
    }
}

/// What field `k` of a schema has in a table: the value that stands there, else the default, else nothing.
#[must_use]
pub fn field_node<'a>(table: &Node<'a>, schema: &'static Schema, k: usize) -> Node<'a> {
    let field = &schema.fields[k];
    match (field.entry(table), field.presence) {
        (Some(entry), _) => entry.value,
        (None, Presence::Default(default)) => default,
        (None, _) => Node::new(table.span, Data::Null),
    }
}

/// Reads a config whose fields stand among those of another, of `owner`, which may have other defaults for them.
///
/// # Errors
/// [`Unchecked`] if the node is not of this type's kind.
pub fn decode_flattened<T: ModelConfig>(table: &Node<'_>, owner: &'static Schema) -> Result<T, Unchecked> {
    let Data::Table(entries) = table.data else { return Err(Unchecked::new(&T::KIND, table)) };
    let defaults = owner.fields.iter().filter_map(|field| match field.presence {
        Presence::Default(default) if T::SCHEMA.field(field.name).is_some() && field.entry(table).is_none() => {
            Some(Entry::new(field.name, default.span, default))
        }
        _ => None,
    });
    let entries: Vec<_> = entries.iter().copied().chain(defaults).collect();
    T::decode(&Node::new(table.span, Data::Table(&entries)))
}

/// The default of field `k` of a schema.
///
/// # Panics
/// If the default does not fit the field's type: the derive fails the build then, where the type has no parameters.
#[must_use]
pub fn default_of<T: Value>(schema: &'static Schema, k: usize) -> T {
    let table = Node::new(Span::default(), Data::Table(&[]));
    match T::decode(&field_node(&table, schema, k)) {
        Ok(value) => value,
        Err(error) => unreachable!("the default of `{}`: {error}", schema.fields[k].name),
    }
}

/// Reads a document that the compiler has checked; `config!` and `include_config!` end in this call.
///
/// # Panics
/// Never for a document that `check` accepts for `T`: the macros fail the build otherwise.
#[must_use]
pub fn decode_checked<T: Value>(doc: &Doc<'_>) -> T {
    match T::decode(&doc.root) {
        Ok(value) => value,
        Err(error) => unreachable!("{error}"),
    }
}

/// A constant of a field's type, for defaults that are expressions.
#[derive(Clone, Copy, Debug)]
pub struct Typed<T>(pub T);

macro_rules! typed {
    ($($ty:ident $num:ident $as:ident)+) => {$(
        impl Typed<$ty> {
            /// The constant as a document has it; `text` is the expression.
            #[allow(clippy::cast_lossless, reason = "`usize` has no lossless conversion")]
            #[must_use]
            pub const fn data(self, text: &'static str) -> Data<'static> {
                Data::Num(Number { value: Num::$num(self.0 as $as), text })
            }
        }
    )+};
}
typed! {
    u8 Int i128 u16 Int i128 u32 Int i128 u64 Int i128 usize Int i128
    i8 Int i128 i16 Int i128 i32 Int i128 i64 Int i128 isize Int i128
    f32 Float f64 f64 Float f64
}

impl Typed<bool> {
    /// The constant as a document has it.
    #[must_use]
    pub const fn data(self, _text: &'static str) -> Data<'static> {
        Data::Bool(self.0)
    }
}

impl Typed<&'static str> {
    /// The constant as a document has it.
    #[must_use]
    pub const fn data(self, _text: &'static str) -> Data<'static> {
        Data::Str(self.0)
    }
}

/// Every integer type goes through `i128`, for which `usize` has no `From`.
macro_rules! integers {
    ($($ty:ident)+) => {$(
        impl Value for $ty {
            const KIND: Kind = Kind::Int { name: stringify!($ty), min: $ty::MIN as i128, max: $ty::MAX as i128 };

            fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
                let Data::Num(number) = node.data else { return Err(Unchecked::new(&Self::KIND, node)) };
                number.value.as_int().and_then(|n| n.try_into().ok()).ok_or(Unchecked::new(&Self::KIND, node))
            }

            #[allow(clippy::cast_lossless, reason = "`usize` has no lossless conversion")]
            fn encode(&self) -> Tree {
                Tree::int(*self as i128)
            }
        }
    )+};
}
integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

// The limit of an `f32` is the number that its largest value is written as, which is a little above it and nearest to it.
macro_rules! floats {
    ($($ty:ident $max:expr;)+) => {$(
        impl Value for $ty {
            const KIND: Kind = Kind::Float { name: stringify!($ty), max: $max };

            #[allow(clippy::cast_possible_truncation, reason = "an f32 field takes the nearest f32")]
            fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
                let Data::Num(number) = node.data else { return Err(Unchecked::new(&Self::KIND, node)) };
                Ok(number.value.as_f64() as $ty)
            }

            fn encode(&self) -> Tree {
                // The shortest text that reads back as this value; the f64 is the value of that text.
                let text = if self.is_nan() { "nan".to_owned() } else { format!("{self:?}") };
                Tree::float(text.parse().unwrap_or(f64::NAN), text)
            }
        }
    )+};
}
floats! {
    f32 3.402_823_5e38;
    f64 f64::MAX;
}

impl Value for bool {
    const KIND: Kind = Kind::Bool;

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        let Data::Bool(value) = node.data else { return Err(Unchecked::new(&Self::KIND, node)) };
        Ok(value)
    }

    fn encode(&self) -> Tree {
        TreeValue::Bool(*self).into()
    }
}

impl Value for String {
    const KIND: Kind = Kind::Str;

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        let Data::Str(text) = node.data else { return Err(Unchecked::new(&Self::KIND, node)) };
        Ok(text.to_owned())
    }

    fn encode(&self) -> Tree {
        Tree::string(self.as_str())
    }
}

impl Value for PathBuf {
    const KIND: Kind = Kind::Path;

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        String::decode(node).map(Self::from)
    }

    fn encode(&self) -> Tree {
        Tree::string(self.to_string_lossy())
    }
}

impl<T: Value> Value for Option<T> {
    const KIND: Kind = Kind::Option(&T::KIND);

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        match node.data {
            Data::Null => Ok(None),
            _ => T::decode(node).map(Some),
        }
    }

    fn encode(&self) -> Tree {
        self.as_ref().map_or_else(|| TreeValue::Null.into(), T::encode)
    }
}

impl<T: Value> Value for Vec<T> {
    const KIND: Kind = Kind::List { element: &T::KIND, len: None };

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        let Data::List(nodes) = node.data else { return Err(Unchecked::new(&Self::KIND, node)) };
        nodes.iter().map(T::decode).collect()
    }

    fn encode(&self) -> Tree {
        TreeValue::List(self.iter().map(T::encode).collect()).into()
    }
}

impl<T: Value, const N: usize> Value for [T; N] {
    const KIND: Kind = Kind::List { element: &T::KIND, len: Some(N) };

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        Vec::decode(node)?.try_into().map_err(|_| Unchecked::new(&Self::KIND, node))
    }

    fn encode(&self) -> Tree {
        TreeValue::List(self.iter().map(T::encode).collect()).into()
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    const KIND: Kind = Kind::Map { value: &T::KIND };

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        let Data::Table(entries) = node.data else { return Err(Unchecked::new(&Self::KIND, node)) };
        entries.iter().map(|entry| Ok((entry.key.to_owned(), T::decode(&entry.value)?))).collect()
    }

    fn encode(&self) -> Tree {
        let entry =
            |(key, value): (&String, &T)| TreeEntry { key: key.clone(), span: Span::default(), value: value.encode() };
        TreeValue::Table(self.iter().map(entry).collect()).into()
    }
}

/// Any value; what nothing else is known of is checked by whoever reads it.
impl Value for Json {
    const KIND: Kind = Kind::Any;

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        let unchecked = Unchecked::new(&Self::KIND, node);
        Ok(match node.data {
            Data::Null => Self::Null,
            Data::Bool(value) => Self::Bool(value),
            Data::Num(Number { value: Num::Int(n), .. }) => {
                Self::Number(serde_json::Number::from_i128(n).ok_or(unchecked)?)
            }
            Data::Num(Number { value: Num::Float(x), .. }) => {
                Self::Number(serde_json::Number::from_f64(x).ok_or(unchecked)?)
            }
            Data::Str(text) => Self::String(text.to_owned()),
            Data::List(nodes) => Self::Array(nodes.iter().map(Self::decode).collect::<Result<_, _>>()?),
            Data::Table(entries) => {
                let entry = |entry: &Entry<'_>| Ok((entry.key.to_owned(), Self::decode(&entry.value)?));
                Self::Object(entries.iter().map(entry).collect::<Result<_, _>>()?)
            }
            Data::Other(_) => return Err(unchecked),
        })
    }

    fn encode(&self) -> Tree {
        match self {
            Self::Null => TreeValue::Null.into(),
            Self::Bool(value) => value.encode(),
            Self::Number(number) => match (number.as_i128(), number.as_f64()) {
                (Some(n), _) => Tree::int(n),
                (None, x) => x.unwrap_or(f64::NAN).encode(),
            },
            Self::String(text) => text.encode(),
            Self::Array(items) => items.encode(),
            Self::Object(entries) => {
                let entry = |(key, value): (&String, &Self)| TreeEntry {
                    key: key.clone(),
                    span: Span::default(),
                    value: value.encode(),
                };
                TreeValue::Table(entries.iter().map(entry).collect()).into()
            }
        }
    }
}

macro_rules! tuples {
    ($($len:literal: $($name:ident $index:tt),+;)+) => {$(
        impl<$($name: Value),+> Value for ($($name,)+) {
            const KIND: Kind = Kind::Tuple(&[$($name::KIND),+]);

            fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
                match node.data {
                    Data::List(nodes) if nodes.len() == $len => Ok(($($name::decode(&nodes[$index])?,)+)),
                    _ => Err(Unchecked::new(&Self::KIND, node)),
                }
            }

            fn encode(&self) -> Tree {
                TreeValue::List(vec![$(self.$index.encode()),+]).into()
            }
        }
    )+};
}
tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
}

impl<T: Value> Value for Box<T> {
    const KIND: Kind = T::KIND;

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        T::decode(node).map(Self::new)
    }

    fn encode(&self) -> Tree {
        T::encode(self)
    }
}
