//! The `taplo` profile, for taplo ("Even Better TOML").
//!
//! taplo validates with a draft-07 validator, but finds completions and documentation by a walk of its own, which decides the
//! form:
//! - The walk ignores what stands beside a `$ref`, so a config is written out where a field holds it. Only the variants of
//!   unions and recursive configs stay references.
//! - It follows `anyOf` and does not follow `if`/`then`; the validator reports a failed `anyOf` at the whole table and a failed
//!   `then` at the value. So a union is both: an `anyOf` that anything passes, for the walk, and an `if`/`then` per tag.
//! - It drops the documentation of a schema that has `allOf`, and merges such schemas without end in places; there is none
//!   but for recursive configs.

use super::walk::{Object, Variant, allow_null, describe, each_inner, reference, take_nullable, take_variants, target};
use serde_json::{Map, Value as Json, json};

/// A draft-07 schema in the form of the profile.
pub fn convert(draft7: Json) -> Json {
    let Json::Object(mut root) = draft7 else { return draft7 };
    let definitions = match root.shift_remove("definitions") {
        Some(Json::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    let mut pass = Pass { definitions: &definitions, inside: Vec::new(), wanted: Vec::new() };
    let mut root = pass.schema(root);
    // Writing one out may ask for more.
    let mut finished = Vec::new();
    while let Some(name) = pass.wanted.get(finished.len()).cloned() {
        let definition = definitions.get(&name).and_then(Json::as_object).cloned().unwrap_or_default();
        pass.inside.push(name.clone());
        let definition = pass.schema(definition);
        pass.inside.pop();
        finished.push((name, Json::Object(definition)));
    }
    finished.sort_by(|a, b| a.0.cmp(&b.0));
    if !finished.is_empty() {
        root.insert("definitions".into(), Json::Object(finished.into_iter().collect()));
    }
    Json::Object(root)
}

struct Pass<'a> {
    definitions: &'a Object,
    /// The definitions that are being written out.
    inside: Vec<String>,
    /// The definitions that something refers to, in the order of the references.
    wanted: Vec<String>,
}

impl Pass<'_> {
    fn schema(&mut self, mut schema: Object) -> Object {
        schema.shift_remove("x-artifex-rules");
        schema.shift_remove("x-error-message");
        if let Some(mut inner) = take_nullable(&mut schema) {
            if let Some(variants) = take_variants(&mut inner, self.definitions) {
                schema = over(schema, inner);
                allow_null(&mut schema);
                self.union(&mut schema, &variants);
            } else if target(&inner).is_some_and(|name| !self.inside.iter().any(|inside| inside == name)) {
                return self.written_out(inner, |table| {
                    allow_null(table);
                    *table = over(schema, std::mem::take(table));
                });
            } else if inner.contains_key("type") && inner.contains_key("enum") {
                schema = over(schema, inner);
                allow_null(&mut schema);
            } else {
                schema.insert("anyOf".into(), json!([inner, { "type": "null" }]));
            }
        } else if let Some(variants) = take_variants(&mut schema, self.definitions) {
            self.union(&mut schema, &variants);
        } else if let Some(name) = target(&schema).map(str::to_owned) {
            if !self.inside.contains(&name) {
                return self.written_out(schema, |_| {});
            }
            schema.shift_remove("$ref");
            schema.insert("allOf".into(), json!([self.refer(&name)]));
        } else {
            hide_conditions(&mut schema);
        }
        self.inner(&mut schema);
        annotate(&mut schema);
        schema
    }

    fn inner(&mut self, schema: &mut Object) {
        each_inner(schema, &mut |_, inner| if self.is_wanted(&inner) { inner } else { self.schema(inner) });
    }

    /// The definition that `schema` refers to, in place of the reference; what stands beside the reference stays.
    fn written_out(&mut self, mut schema: Object, change: impl FnOnce(&mut Object)) -> Object {
        let Some(name) = target(&schema).map(str::to_owned) else { return schema };
        schema.shift_remove("$ref");
        let definition = self.definitions.get(&name).and_then(Json::as_object).cloned().unwrap_or_default();
        let mut table = over(schema, definition);
        change(&mut table);
        self.inside.push(name);
        let table = self.schema(table);
        self.inside.pop();
        table
    }

    /// Whether a schema is a reference to a definition that stays one.
    fn is_wanted(&self, schema: &Object) -> bool {
        schema.len() == 1 && target(schema).is_some_and(|name| self.wanted.iter().any(|wanted| wanted == name))
    }

    fn refer(&mut self, name: &str) -> Object {
        if !self.wanted.iter().any(|wanted| wanted == name) {
            self.wanted.push(name.to_owned());
        }
        reference(name)
    }

    fn union(&mut self, schema: &mut Object, variants: &[Variant]) {
        let tags: Vec<_> = variants.iter().map(|variant| variant.tag.as_str()).collect();
        // The last word: no tag, or one that none of the conditions knows. `required` moves here, for taplo would start a table
        // with it before the tag is known.
        schema.shift_remove("required");
        let mut otherwise = json!({ "required": ["type"], "properties": { "type": { "enum": tags } } });
        for variant in variants.iter().rev() {
            let chosen = json!({
                "type": "object",
                "properties": { "type": { "const": variant.tag } },
                "required": ["type"],
            });
            otherwise = json!({ "if": chosen, "then": self.refer(&variant.definition), "else": otherwise });
        }
        let mut choices: Vec<_> = variants.iter().map(|variant| Json::from(self.refer(&variant.definition))).collect();
        choices.push(true.into());
        schema.insert("anyOf".into(), choices.into());
        if let Json::Object(conditions) = otherwise {
            schema.extend(conditions);
        }
    }
}

/// `schema` over what `other` says: its documentation comes first, its own keywords win.
fn over(mut schema: Object, other: Object) -> Object {
    describe(&mut schema, other.get("description"));
    for (key, value) in other {
        schema.entry(key).or_insert(value);
    }
    schema
}

/// Moves conditions between the fields of a table to where only the validator looks.
fn hide_conditions(schema: &mut Object) {
    if !schema.contains_key("properties") {
        return;
    }
    let hidden: Object = ["allOf", "anyOf", "oneOf", "if", "then", "else"]
        .into_iter()
        .filter_map(|key| Some((key.to_owned(), schema.shift_remove(key)?)))
        .collect();
    if !hidden.is_empty() {
        schema.insert("if".into(), true.into());
        schema.insert("then".into(), Json::Object(hidden));
    }
}

/// Adds the documentation that taplo looks for.
fn annotate(schema: &mut Object) {
    if let Some(docs) = schema.shift_remove("x-enum-descriptions") {
        schema.insert("x-taplo".into(), json!({ "docs": { "enumValues": docs } }));
    }
    schema.shift_remove("x-deprecation-message");
    schema.shift_remove("x-artifex-pattern");
    // The tag of a variant: the walk joins the documentation of all variants, so each says whose it is.
    let Some(Json::Object(properties)) = schema.get_mut("properties") else { return };
    let Some(Json::Object(tag)) = properties.get_mut("type") else { return };
    if let (Some(Json::String(word)), Some(Json::String(text))) = (tag.get("const"), tag.get("description"))
        && !tag.contains_key("x-taplo")
    {
        let text = format!("`{word}`: {text}");
        tag.insert("x-taplo".into(), json!({ "docs": { "constValue": text } }));
        tag.insert("description".into(), text.into());
    }
}
