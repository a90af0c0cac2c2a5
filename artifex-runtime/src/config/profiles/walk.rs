//! Steps that all profiles share: where the schemas inside a schema stand, and the shapes that the canonical profile uses.

use serde_json::{Map, Value as Json};

/// A JSON object.
pub type Object = Map<String, Json>;

/// Where definitions stand in draft-07.
const DEFINITIONS: &str = "#/definitions/";

/// Keywords that hold a schema.
const SCHEMA: [&str; 9] =
    ["items", "additionalItems", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"];
/// Keywords that hold a list of schemas.
const LIST: [&str; 3] = ["allOf", "anyOf", "oneOf"];
/// Keywords that hold schemas by name.
const NAMED: [&str; 2] = ["properties", "patternProperties"];

/// Replaces every schema directly inside `schema`; `change` gets the keyword too. Values that only look like schemas, such as
/// a `default`, are not touched.
pub fn each_inner(schema: &mut Object, change: &mut dyn FnMut(&str, Object) -> Object) {
    let mut replace = |key: &str, value: &mut Json| {
        if let Json::Object(inner) = value {
            *inner = change(key, std::mem::take(inner));
        }
    };
    for (key, value) in schema.iter_mut() {
        let key = key.as_str();
        if let (true, Json::Array(items)) = (SCHEMA.contains(&key), &mut *value) {
            // The `items` of a tuple in draft-07.
            for inner in items {
                replace(key, inner);
            }
        } else if SCHEMA.contains(&key) {
            replace(key, value);
        } else if LIST.contains(&key) {
            value.as_array_mut().into_iter().flatten().for_each(|inner| replace(key, inner));
        } else if NAMED.contains(&key) {
            value.as_object_mut().into_iter().flat_map(Map::values_mut).for_each(|inner| replace(key, inner));
        }
    }
}

/// The definition that a draft-07 schema refers to.
pub fn target(schema: &Object) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(DEFINITIONS)
}

/// A schema that is nothing but a reference.
pub fn reference(name: &str) -> Object {
    Map::from_iter([("$ref".to_owned(), Json::from(format!("{DEFINITIONS}{name}")))])
}

/// The schema inside `anyOf: [schema, null]`, which the canonical profile writes for an optional value, taken out of `schema`.
pub fn take_nullable(schema: &mut Object) -> Option<Object> {
    let [Json::Object(_), Json::Object(null)] = schema.get("anyOf")?.as_array()?.as_slice() else { return None };
    if null.len() != 1 || null.get("type")? != "null" {
        return None;
    }
    let Some(Json::Array(choices)) = schema.shift_remove("anyOf") else { return None };
    match choices.into_iter().next() {
        Some(Json::Object(inner)) => Some(inner),
        _ => None,
    }
}

/// A config that a union can be.
pub struct Variant {
    /// The value of `type`.
    pub tag: String,
    /// The definition, which has `type` among its properties.
    pub definition: String,
    /// What the config is, on one line.
    pub summary: String,
}

/// The variants of a tagged union, taken out of `schema`; nothing if `schema` is not one.
pub fn take_variants(schema: &mut Object, definitions: &Object) -> Option<Vec<Variant>> {
    let variant = |choice: &Json| {
        let definition = target(choice.as_object()?)?;
        let tag = definitions.get(definition)?.pointer("/properties/type")?;
        let summary = tag.get("description").and_then(Json::as_str).unwrap_or_default().to_owned();
        Some(Variant { tag: tag.get("const")?.as_str()?.to_owned(), definition: definition.to_owned(), summary })
    };
    let variants = schema.get("oneOf")?.as_array()?.iter().map(variant).collect::<Option<Vec<_>>>()?;
    schema.shift_remove("oneOf");
    Some(variants)
}

/// Adds `null` to the types of a schema whose other keywords say nothing about `null`.
pub fn allow_null(schema: &mut Object) {
    if let Some(Json::String(name)) = schema.get("type").cloned() {
        schema.insert("type".into(), vec![name, "null".to_owned()].into());
    }
    if let Some(Json::Array(words)) = schema.get_mut("enum")
        && !words.contains(&Json::Null)
    {
        words.push(Json::Null);
    }
}

/// What a field says about a value, and behind it what the value's type says about itself.
pub fn describe(schema: &mut Object, own: Option<&Json>) {
    let text = match (schema.get("description").and_then(Json::as_str), own.and_then(Json::as_str)) {
        (Some(field), Some(own)) if field != own => format!("{field}\n\n{own}"),
        (Some(text), _) | (None, Some(text)) => text.to_owned(),
        (None, None) => return,
    };
    schema.insert("description".into(), text.into());
}
