//! The canonical schema in the vocabulary of draft-07, which has no `unevaluatedProperties`: whoever refers to a config and
//! closes it gets a closed definition of its own, with the `type` of a union among its properties.
//!
//! A reference still has a description and a default beside it here; what to do with them is each profile's matter.

use super::walk::{Object, each_inner, reference};
use serde_json::{Map, Value as Json};

/// The dialect of the profiles for editors.
const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// The canonical schema in draft-07.
pub fn convert(canonical: Json) -> Json {
    let Json::Object(mut root) = canonical else { return canonical };
    let open = match root.shift_remove("$defs") {
        Some(Json::Object(open)) => open,
        _ => Map::new(),
    };
    let mut definitions = Definitions { open, closed: Vec::new() };
    root.insert("$schema".into(), DIALECT.into());
    let mut root = definitions.schema(root);
    definitions.closed.sort_by(|a, b| a.name.cmp(&b.name));
    if !definitions.closed.is_empty() {
        let closed = definitions.closed.into_iter().map(|closed| (closed.name, closed.schema));
        root.insert("definitions".into(), Json::Object(closed.collect()));
    }
    Json::Object(root)
}

/// The definitions of the canonical schema, and those that are made from them.
struct Definitions {
    open: Object,
    closed: Vec<Closed>,
}

/// A definition as one kind of reference needs it.
struct Closed {
    name: String,
    of: String,
    beside: Beside,
    schema: Json,
}

/// What stands beside a reference and belongs to the definition in draft-07.
#[derive(Clone, PartialEq)]
struct Beside {
    properties: Option<Json>,
    required: Option<Json>,
    unevaluated: Option<Json>,
}

impl Definitions {
    fn schema(&mut self, mut schema: Object) -> Object {
        let of =
            schema.get("$ref").and_then(Json::as_str).and_then(|of| of.strip_prefix("#/$defs/")).map(str::to_owned);
        if let Some(of) = of {
            let beside = Beside {
                properties: schema.shift_remove("properties"),
                required: schema.shift_remove("required"),
                unevaluated: schema.shift_remove("unevaluatedProperties"),
            };
            let name = self.name(&of, beside);
            schema.extend(reference(&name));
        }
        // A tuple: `items` is the list, and what may follow it has a keyword of its own.
        if let Some(list) = schema.shift_remove("prefixItems") {
            let others = schema.insert("items".into(), list);
            schema.extend(others.map(|others| ("additionalItems".to_owned(), others)));
        }
        each_inner(&mut schema, &mut |_, inner| self.schema(inner));
        // The canonical profile writes every property beside the keyword that closes an object.
        schema.into_iter().map(|(key, value)| (renamed(key), value)).collect()
    }

    /// The name of a definition with what stands beside it, which is made on the first call.
    fn name(&mut self, of: &str, beside: Beside) -> String {
        if let Some(known) = self.closed.iter().find(|known| known.of == of && known.beside == beside) {
            return known.name.clone();
        }
        let wanted = wanted_name(of, &beside);
        let taken = |name: &str| self.closed.iter().any(|known| known.name == name);
        let (mut name, mut n) = (wanted.clone(), 1);
        while taken(&name) {
            n += 1;
            name = format!("{wanted}{n}");
        }
        // Entered before its fields, so that a recursive config finds itself.
        let closed = Closed { name: name.clone(), of: of.to_owned(), beside: beside.clone(), schema: Json::Null };
        let index = self.closed.len();
        self.closed.push(closed);
        let open = self.open.get(of).and_then(Json::as_object).cloned().unwrap_or_default();
        self.closed[index].schema = Json::Object(self.schema(join(open, beside)));
        name
    }
}

/// `VAEConfig`, `VAEConfig.vae` in a union, `VAEConfig.vae.optional` where the type may be left out.
fn wanted_name(of: &str, beside: &Beside) -> String {
    let tag =
        beside.properties.as_ref().and_then(|properties| properties.pointer("/type/const")).and_then(Json::as_str);
    let Some(tag) = tag else { return of.to_owned() };
    // A name is part of an address: only what needs no escape there.
    let tag: String = tag.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("{of}.{tag}{}", if beside.required.is_some() { "" } else { ".optional" })
}

/// A definition with what stands beside the references to it: `type` comes first.
fn join(mut open: Object, beside: Beside) -> Object {
    if let Some(Json::Object(mut properties)) = beside.properties {
        if let Some(Json::Object(own)) = open.get_mut("properties") {
            for (key, value) in std::mem::take(own) {
                let both = match properties.shift_remove(&key) {
                    Some(outer) => serde_json::json!({ "allOf": [outer, value] }),
                    None => value,
                };
                properties.insert(key, both);
            }
        }
        open.insert("properties".into(), Json::Object(properties));
    }
    if let Some(Json::Array(mut required)) = beside.required {
        if let Some(Json::Array(own)) = open.get("required") {
            required.extend(own.iter().cloned());
        }
        open.insert("required".into(), required.into());
    }
    if let Some(unevaluated) = beside.unevaluated {
        open.insert("unevaluatedProperties".into(), unevaluated);
    }
    open
}

/// The draft-07 name of a keyword.
fn renamed(key: String) -> String {
    match key.as_str() {
        "unevaluatedProperties" => "additionalProperties".to_owned(),
        "dependentRequired" => "dependencies".to_owned(),
        _ => key,
    }
}
