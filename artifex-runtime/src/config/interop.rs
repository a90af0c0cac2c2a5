//! serde and schemars, through the same tree, walker and schema as everything else. The derive's impls end here.

use super::json_schema;
use super::load::validate_tree;
use super::schema::Kind;
use super::tree::Tree;
use super::value::Value;
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;

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
