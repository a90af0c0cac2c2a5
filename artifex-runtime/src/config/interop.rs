//! serde and schemars, through the same tree, walker and schema as everything else. The derive's impls end here.

use super::doc::{Num, Span};
use super::json_schema;
use super::load::validate_tree;
use super::schema::Kind;
use super::tree::{Tree, TreeEntry, TreeValue};
use super::value::Value;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// `serde::Serialize` of a config.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Value, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.encode().serialize(serializer)
}

/// `serde::Deserialize` of a config: with all rules, defaults and messages, but without places, which serde does not have.
///
/// # Errors
/// One error that lists everything that is wrong.
pub fn deserialize<'de, T: Value, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let tree = Tree::deserialize(deserializer)?;
    validate_tree(&tree).map_err(|error| {
        let messages: Vec<_> = error.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        D::Error::custom(messages.join("; "))
    })
}

/// `schemars::JsonSchema::schema_name` of a config.
#[must_use]
pub fn schema_name<T: Value>() -> Cow<'static, str> {
    match T::KIND {
        Kind::Table(schema) => Cow::Borrowed(schema.name),
        Kind::Union(union) => Cow::Borrowed(union.name),
        Kind::Enum(words) => Cow::Borrowed(words.name),
        _ => Cow::Borrowed(std::any::type_name::<T>()),
    }
}

/// `schemars::JsonSchema::json_schema` of a config: the canonical profile. What it refers to lands among the generator's
/// definitions.
pub fn json_schema<T: Value>(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let mut definitions = json_schema::Definitions::new();
    let own = json_schema::inline(&T::KIND, &mut definitions);
    for (name, definition) in definitions.finish() {
        generator.definitions_mut().entry(name).or_insert(definition);
    }
    schemars::Schema::try_from(own).unwrap_or_default()
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a config value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(TreeValue::Null.into())
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(TreeValue::Null.into())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        Tree::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(TreeValue::Bool(value).into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::int(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::int(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Tree, E> {
        Ok(Tree::int(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(TreeValue::Num(Num::Float(value), format!("{value:?}")).into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::string(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(TreeValue::List(items).into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries: Vec<TreeEntry> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Tree>()? {
            if entries.iter().any(|entry| entry.key == key) {
                return Err(A::Error::custom(format_args!("duplicate key `{key}`")));
            }
            entries.push(TreeEntry { key, span: Span::default(), value });
        }
        Ok(TreeValue::Table(entries).into())
    }
}
