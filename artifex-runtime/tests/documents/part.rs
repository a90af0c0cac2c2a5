//! A part of a schema as a schema of its own.

use serde_json::{Map, Value as Json};

/// `part`, which stands somewhere in the schema `whole`, with the definitions that it comes to and no others: what is done with
/// each of many parts then takes the time of the part, not that of the whole.
pub fn alone(mut part: Json, whole: &Json) -> Json {
    fn names(value: &Json, found: &mut Vec<String>) {
        match value {
            Json::Object(object) => {
                if let Some(name) = object.get("$ref").and_then(Json::as_str).and_then(|at| at.strip_prefix("#/$defs/"))
                {
                    found.push(name.to_owned());
                }
                object.values().for_each(|inner| names(inner, found));
            }
            Json::Array(items) => items.iter().for_each(|inner| names(inner, found)),
            _ => {}
        }
    }
    let (mut wanted, mut definitions) = (Vec::new(), Map::new());
    names(&part, &mut wanted);
    while let Some(name) = wanted.pop() {
        if !definitions.contains_key(&name) {
            let definition = whole["$defs"][&name].clone();
            names(&definition, &mut wanted);
            definitions.insert(name, definition);
        }
    }
    definitions.sort_keys();
    part["$defs"] = definitions.into();
    part
}
