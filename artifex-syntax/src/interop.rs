//! serde for trees, with which the library reads and writes other people's formats.

use super::doc::{Num, Span};
use super::tree::{Tree, TreeEntry, TreeValue};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::fmt;

impl serde::Serialize for Tree {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error, SerializeMap, SerializeSeq};
        match &self.value {
            TreeValue::Null => serializer.serialize_none(),
            TreeValue::Bool(value) => serializer.serialize_bool(*value),
            TreeValue::Num(Num::Float(x), _) => serializer.serialize_f64(*x),
            TreeValue::Num(Num::Int(n), _) => match (i64::try_from(*n), u64::try_from(*n)) {
                (Ok(n), _) => serializer.serialize_i64(n),
                (_, Ok(n)) => serializer.serialize_u64(n),
                _ => serializer.serialize_i128(*n),
            },
            TreeValue::Str(text) => serializer.serialize_str(text),
            TreeValue::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            TreeValue::Table(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for entry in entries {
                    map.serialize_entry(&entry.key, &entry.value)?;
                }
                map.end()
            }
            TreeValue::Other(noun) => Err(S::Error::custom(format_args!("{noun} cannot be written"))),
        }
    }
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
