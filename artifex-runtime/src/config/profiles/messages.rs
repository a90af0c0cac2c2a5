//! `errorMessage`: the words of a rule wherever its condition fails.
//!
//! VS Code's JSON service and the YAML language server both show it for a wrong `type`, `enum`, `const`, `contains` and for a
//! property that is not allowed; for the other keywords at least one of them does not. Those become a condition whose other
//! branch is a wrong type.

use super::walk::{Object, each_inner};
use serde_json::{Value as Json, json};

/// A condition that says `message` where it fails, and whose properties no editor suggests: those of the table around it
/// have more to say.
pub fn with_message(condition: Object, message: &Json) -> Object {
    hide_properties(say(condition, message))
}

fn say(schema: Object, message: &Json) -> Object {
    let inside = |inner: Json| match inner {
        Json::Object(inner) => Json::Object(say(inner, message)),
        // Element by element.
        Json::Array(items) => items
            .into_iter()
            .map(|item| match item {
                Json::Object(item) => Json::Object(say(item, message)),
                other => other,
            })
            .collect(),
        other => other,
    };
    let (mut out, mut silent, mut speaks) = (Object::new(), Object::new(), false);
    for (key, value) in schema {
        match (key.as_str(), value) {
            ("type" | "enum" | "const" | "contains", value) => {
                speaks = true;
                out.insert(key, value);
            }
            ("if", value) => drop(out.insert(key, value)),
            ("properties", Json::Object(properties)) => {
                speaks |= properties.values().any(|property| *property == Json::Bool(false));
                let properties = properties.into_iter().map(|(name, property)| (name, inside(property)));
                out.insert(key, Json::Object(properties.collect()));
            }
            ("allOf" | "items" | "additionalProperties" | "then" | "else", value) => {
                drop(out.insert(key, inside(value)));
            }
            (_, value) => drop(silent.insert(key, value)),
        }
    }
    if speaks {
        out.insert("errorMessage".into(), message.clone());
    }
    if silent.is_empty() {
        return out;
    }
    // What may be `null` has a condition that `null` meets.
    let mut condition = Object::from_iter([
        ("if".to_owned(), silent.into()),
        ("else".to_owned(), json!({ "type": "null", "errorMessage": message })),
    ]);
    if !out.contains_key("if") {
        out.append(&mut condition);
    } else if let Json::Array(all) = out.entry("allOf").or_insert_with(|| json!([])) {
        all.push(condition.into());
    }
    out
}

fn hide_properties(mut schema: Object) -> Object {
    each_inner(&mut schema, &mut |key, inner| {
        let mut inner = hide_properties(inner);
        if key == "properties" {
            inner.insert("doNotSuggest".into(), true.into());
        }
        inner
    });
    schema
}
