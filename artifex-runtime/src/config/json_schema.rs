//! JSON Schemas from the const tree: the `canonical` profile, draft 2020-12.
//!
//! Configs are definitions under `$defs`, open; whoever refers to one closes it with `unevaluatedProperties: false`, so that a
//! union can add `type` beside it. Rules between fields stand in `x-artifex-rules` and in the description, and as conditions
//! in `allOf` as far as JSON Schema can say them. A pattern is spelled out for engines that read `.` or `\s` in their own way;
//! `x-artifex-pattern` then has the author's text.

mod rules;

use super::doc::{Data, Num, Number};
use super::schema::{Bound, Constraint, Enum, Field, Kind, Presence, Schema, Union, Variant};
use super::version::{self, Version};
use serde_json::{Map, Value as Json, json};

/// The dialect of the canonical profile.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A whole schema document for a kind, byte-stable: keys stand in the order of the schema. `registered` are the configs that
/// open unions accept beside their own.
#[must_use]
pub fn document(kind: &Kind, title: &str, registered: &[&'static Schema]) -> Json {
    let mut definitions = Definitions { registered: registered.to_vec(), ..Definitions::new() };
    let Json::Object(own) = inline(kind, &mut definitions) else { return Json::Null };
    let mut root = Map::new();
    root.insert("$schema".into(), DIALECT.into());
    root.insert("title".into(), title.into());
    root.extend(own);
    // What a file says of itself, before its config is read.
    if let (Kind::Table(_), Some(properties)) = (kind, root.get_mut("properties").and_then(Json::as_object_mut)) {
        let base =
            "Files that this one stands over: its values replace theirs. Paths start at the folder of this file.";
        let of_file = [
            ("$schema", json!({ "type": "string", "description": "The schema of this file, for editors." })),
            ("extends", json!({ "type": ["string", "array"], "items": { "type": "string" }, "description": base })),
        ];
        for (key, schema) in of_file {
            properties.entry(key).or_insert(schema);
        }
    }
    let definitions = definitions.finish();
    if !definitions.is_empty() {
        root.insert("$defs".into(), Json::Object(definitions.into_iter().collect()));
    }
    Json::Object(root)
}

/// The definitions that a schema refers to.
#[derive(Debug, Default)]
pub struct Definitions {
    entries: Vec<(String, *const Schema, Json)>,
    registered: Vec<&'static Schema>,
}

impl Definitions {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The definitions by name, sorted.
    #[must_use]
    pub fn finish(mut self) -> Vec<(String, Json)> {
        self.entries.sort_by(|a, b| a.0.cmp(&b.0));
        self.entries.into_iter().map(|(name, _, schema)| (name, schema)).collect()
    }

    /// The name of a config's definition, which is made on the first call.
    fn name(&mut self, schema: &'static Schema) -> String {
        let same = |known: *const Schema| std::ptr::eq(known, schema);
        if let Some((name, ..)) = self.entries.iter().find(|(_, known, _)| same(*known)) {
            return name.clone();
        }
        // Two types of one name are told apart by a number.
        let taken = |name: &str| self.entries.iter().any(|(known, ..)| known == name);
        let (mut name, mut n) = (schema.name.to_owned(), 1);
        while taken(&name) {
            n += 1;
            name = format!("{}{n}", schema.name);
        }
        // Entered before its fields, so that a recursive config finds itself.
        self.entries.push((name.clone(), schema, Json::Null));
        let definition = table(schema, self);
        if let Some(entry) = self.entries.iter_mut().find(|(_, known, _)| same(*known)) {
            entry.2 = definition;
        }
        name
    }
}

/// The schema of a kind itself, without a `$ref` at its root.
pub fn inline(kind: &Kind, definitions: &mut Definitions) -> Json {
    match kind {
        Kind::Table(schema) => {
            let mut out = table(schema, definitions);
            if let Json::Object(object) = &mut out {
                if let Some(tag) = schema.tag
                    && let Some(properties) = object.get_mut("properties").and_then(Json::as_object_mut)
                {
                    properties.insert("type".into(), json!({ "const": tag }));
                }
                object.insert("unevaluatedProperties".into(), false.into());
            }
            out
        }
        other => reference(other, definitions),
    }
}

/// The schema of a kind, with `$ref` for configs.
fn reference(kind: &Kind, definitions: &mut Definitions) -> Json {
    match kind {
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Int { min, max, .. } => json!({ "type": "integer", "minimum": int(*min), "maximum": int(*max) }),
        Kind::Float { max, .. } if *max >= f64::MAX => json!({ "type": "number" }),
        Kind::Float { max, .. } => json!({ "type": "number", "minimum": -max, "maximum": max }),
        Kind::Str | Kind::Path => json!({ "type": "string" }),
        Kind::Enum(words) => enumeration(words),
        Kind::List { element, len } => {
            let mut out = json!({ "type": "array", "items": reference(element, definitions) });
            if let Some(len) = len {
                out["minItems"] = (*len).into();
                out["maxItems"] = (*len).into();
            }
            out
        }
        Kind::Tuple(kinds) => {
            let items: Vec<_> = kinds.iter().map(|kind| reference(kind, definitions)).collect();
            let len = items.len();
            json!({ "type": "array", "prefixItems": items, "items": false, "minItems": len, "maxItems": len })
        }
        Kind::Map { value } => {
            json!({ "type": "object", "additionalProperties": reference(value, definitions) })
        }
        Kind::Option(inner) => optional(reference(inner, definitions)),
        // Null too: as an element of a list or a value of a map it is a value.
        Kind::Any => json!({}),
        Kind::Table(schema) => {
            let mut out = json!({ "$ref": format!("#/$defs/{}", definitions.name(schema)) });
            if let Some(tag) = schema.tag {
                out["properties"] = json!({ "type": { "const": tag } });
            }
            out["unevaluatedProperties"] = false.into();
            out
        }
        Kind::Union(union) => union_of(union, definitions),
    }
}

/// The same, or null.
fn optional(mut schema: Json) -> Json {
    match schema.get("type").cloned() {
        None if schema.as_object().is_some_and(Map::is_empty) => schema,
        // What else stands in these says something about `null` too.
        Some(Json::String(name)) if schema.get("enum").is_none() && schema.get("oneOf").is_none() => {
            schema["type"] = json!([name, "null"]);
            schema
        }
        _ => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

fn enumeration(words: &Enum) -> Json {
    let names: Vec<_> = words.words.iter().map(|word| word.name).collect();
    let mut out = json!({ "type": "string", "enum": names });
    if words.words.iter().any(|word| !word.doc.is_empty()) {
        let docs: Vec<_> = words.words.iter().map(|word| word.doc).collect();
        out["x-enum-descriptions"] = json!(docs);
    }
    // JSON Schema has the keyword for properties only.
    let deprecated: Map<_, _> =
        words.words.iter().filter_map(|word| Some((word.name.to_owned(), Json::from(word.deprecated?)))).collect();
    if !deprecated.is_empty() {
        out["x-enum-deprecated"] = deprecated.into();
    }
    out
}

fn union_of(union: &Union, definitions: &mut Definitions) -> Json {
    let registered = if union.open { definitions.registered.clone() } else { Vec::new() };
    let variants: Vec<Variant> =
        union.variants.iter().copied().chain(registered.into_iter().map(Variant::of)).collect();
    let choices: Vec<_> = variants
        .iter()
        .map(|variant| {
            let mut choice = json!({
                "title": variant.tag,
                "$ref": format!("#/$defs/{}", definitions.name(variant.schema)),
                "properties": { "type": { "const": variant.tag, "description": variant.schema.summary() } },
                "required": ["type"],
                "unevaluatedProperties": false,
            });
            if let Some(note) = variant.deprecated {
                choice["deprecated"] = true.into();
                choice["description"] = format!("Deprecated: {note}").into();
            }
            choice
        })
        .collect();
    let mut out = json!({ "type": "object" });
    if !union.doc.is_empty() {
        out["description"] = union.doc.into();
    }
    out["required"] = json!(["type"]);
    out["oneOf"] = choices.into();
    out
}

/// A config's own object, open.
fn table(schema: &'static Schema, definitions: &mut Definitions) -> Json {
    let mut description = schema.doc.to_owned();
    if !schema.rules.is_empty() {
        description.push_str(if description.is_empty() { "Rules:" } else { "\n\nRules:" });
        for rule in schema.rules {
            description.push_str("\n- `");
            description.push_str(rule.text);
            description.push('`');
            if let Some(message) = rule.message {
                description.push_str(": ");
                description.push_str(message);
            }
        }
    }
    let mut properties = Map::new();
    if let Some(Version { number, migrations }) = schema.version {
        // A table that has to be migrated is not accepted as it is.
        let oldest = if migrations.is_empty() { 1 } else { number };
        let doc = format!("The version of `{}` that the table is of.", schema.name);
        let version = json!({ "type": "integer", "minimum": oldest, "maximum": number, "description": doc });
        properties.insert(version::KEY.into(), version);
    }
    for field in schema.fields {
        let own = property(field, definitions);
        for old in field.notes.renamed_from {
            properties.insert((*old).into(), renamed(own.clone(), field.name));
        }
        properties.insert(field.name.into(), own);
    }
    let mut conditions: Vec<_> = schema.fields.iter().filter_map(one_name).collect();
    conditions.extend(schema.rules.iter().filter_map(|rule| rules::condition(rule, schema)));
    let required: Vec<_> = schema
        .fields
        .iter()
        .filter(|field| matches!(field.presence, Presence::Required) && field.notes.renamed_from.is_empty())
        .map(|field| field.name)
        .collect();
    let mut out = json!({ "type": "object" });
    if !description.is_empty() {
        out["description"] = description.into();
    }
    out["properties"] = properties.into();
    if !required.is_empty() {
        out["required"] = json!(required);
    }
    if !conditions.is_empty() {
        out["allOf"] = conditions.into();
    }
    if !schema.rules.is_empty() {
        out["x-artifex-rules"] = json!(schema.rules.iter().map(|rule| rule.text).collect::<Vec<_>>());
    }
    out
}

/// The schema of a kind with a constraint, which never is one on the `null` of an option.
fn value(kind: &Kind, constraint: &Constraint, definitions: &mut Definitions) -> Json {
    match kind {
        Kind::Option(inner) => optional(value(inner, constraint, definitions)),
        Kind::List { element, .. } => {
            let mut out = reference(kind, definitions);
            out["items"] = value(element, constraint.each.unwrap_or(&Constraint::NONE), definitions);
            constrain(&mut out, constraint);
            out
        }
        Kind::Map { value: element } => {
            let mut out = reference(kind, definitions);
            out["additionalProperties"] = value(element, constraint.each.unwrap_or(&Constraint::NONE), definitions);
            constrain(&mut out, constraint);
            out
        }
        _ => {
            let mut out = reference(kind, definitions);
            constrain(&mut out, constraint);
            out
        }
    }
}

/// The schema of a field under an old name.
fn renamed(mut property: Json, name: &str) -> Json {
    property["description"] = format!("Renamed to `{name}`.").into();
    property["deprecated"] = true.into();
    if let Some(object) = property.as_object_mut() {
        object.shift_remove("default");
        object.shift_remove("examples");
    }
    property
}

/// That a field with old names stands under one of them only, and under one at all if it is required.
fn one_name(field: &Field) -> Option<Json> {
    if field.notes.renamed_from.is_empty() {
        return None;
    }
    let names = std::iter::once(&field.name).chain(field.notes.renamed_from);
    let mut choices: Vec<_> = names.clone().map(|name| json!({ "required": [name] })).collect();
    if !matches!(field.presence, Presence::Required) {
        let given: Vec<_> = choices.clone();
        choices.push(json!({ "not": { "anyOf": given } }));
    }
    Some(json!({ "oneOf": choices }))
}

fn property(field: &Field, definitions: &mut Definitions) -> Json {
    let mut out = match field.kind {
        // A field that is null has no value.
        Kind::Any => json!({ "type": rules::type_of(&Kind::Any) }),
        _ => value(&field.kind, &field.constraint, definitions),
    };
    let mut description = field.doc.to_owned();
    if let Some(unit) = field.notes.unit {
        description.push_str(if description.is_empty() { "Unit: " } else { "\n\nUnit: " });
        description.push_str(unit);
    }
    if let Some(since) = field.notes.since {
        description.push_str(if description.is_empty() { "Since version " } else { "\n\nSince version " });
        description.push_str(&since.to_string());
        description.push('.');
    }
    if let Some(note) = field.notes.deprecated {
        description.push_str(if description.is_empty() { "Deprecated: " } else { "\n\nDeprecated: " });
        description.push_str(note);
        out["deprecated"] = true.into();
    }
    if !description.is_empty() {
        out["description"] = description.into();
    }
    if field.notes.secret {
        out["writeOnly"] = true.into();
    }
    if let Presence::Default(node) = &field.presence
        && !field.notes.secret
    {
        out["default"] = data(&node.data);
    }
    if let Some(node) = &field.notes.example {
        out["examples"] = json!([data(&node.data)]);
    }
    if let Some(unit) = field.notes.unit {
        out["x-unit"] = unit.into();
    }
    out
}

/// Adds what a constraint says to the schema of a value.
fn constrain(schema: &mut Json, constraint: &Constraint) {
    let (is_list, is_text) = (schema["type"] == "array", schema["type"] == "string");
    let is_map = schema.get("additionalProperties").is_some();
    if let Some(min) = &constraint.min {
        bound(schema, min, "minimum", "exclusiveMinimum");
    }
    if let Some(max) = &constraint.max {
        bound(schema, max, "maximum", "exclusiveMaximum");
    }
    if let Some(step) = &constraint.multiple_of {
        schema["multipleOf"] = number(step);
    }
    for (len, items, characters, entries) in [
        (constraint.min_len, "minItems", "minLength", "minProperties"),
        (constraint.max_len, "maxItems", "maxLength", "maxProperties"),
    ] {
        if let Some(len) = len {
            match (is_list, is_text) {
                // An array of Rust has a length of its own.
                (true, _) if schema.get("minItems").is_some() && schema["minItems"] == schema["maxItems"] => {}
                (true, _) => schema[items] = len.into(),
                (_, true) => schema[characters] = len.into(),
                _ if is_map => schema[entries] = len.into(),
                _ => {}
            }
        }
    }
    if let Some(pattern) = constraint.pattern {
        schema["pattern"] = pattern.portable.into();
        if pattern.portable != pattern.text {
            schema["x-artifex-pattern"] = pattern.text.into();
        }
    }
    if !constraint.one_of.is_empty() {
        only(schema, constraint.one_of.iter().map(data).collect());
    }
    if let Some(keys) = constraint.keys {
        let mut names = json!({ "type": "string" });
        constrain(&mut names, keys);
        schema["propertyNames"] = names;
    }
}

/// Leaves only the `allowed` values; of the words of an enum, those keep their descriptions.
fn only(schema: &mut Json, allowed: Vec<Json>) {
    let Some(words) = schema.get("enum").and_then(Json::as_array).cloned() else {
        schema["enum"] = allowed.into();
        return;
    };
    for list in ["x-enum-descriptions", "enum"] {
        if let Some(Json::Array(items)) = schema.get_mut(list) {
            let mut of_word = words.iter();
            items.retain(|_| of_word.next().is_some_and(|word| allowed.contains(word)));
        }
    }
}

fn bound(schema: &mut Json, bound: &Bound, inclusive: &str, exclusive: &str) {
    if bound.exclusive {
        schema[exclusive] = number(&bound.number);
        return;
    }
    // The range of the Rust type may be the narrower one.
    let narrower = match (schema.get(inclusive).and_then(Json::as_f64), inclusive) {
        (Some(own), "minimum") => own > bound.number.value.as_f64(),
        (Some(own), _) => own < bound.number.value.as_f64(),
        (None, _) => false,
    };
    if !narrower {
        schema[inclusive] = number(&bound.number);
    }
}

fn int(n: i128) -> Json {
    i64::try_from(n).map(Json::from).or_else(|_| u64::try_from(n).map(Json::from)).unwrap_or(Json::Null)
}

fn number(number: &Number<'_>) -> Json {
    match number.value {
        Num::Int(n) => int(n),
        Num::Float(x) => json!(x),
    }
}

/// A constant of the schema as JSON.
fn data(data: &Data<'_>) -> Json {
    match data {
        Data::Null | Data::Other(_) => Json::Null,
        Data::Bool(value) => (*value).into(),
        Data::Num(value) => number(value),
        Data::Str(text) => (*text).into(),
        Data::List(nodes) => nodes.iter().map(|node| self::data(&node.data)).collect(),
        Data::Table(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.to_owned(), self::data(&entry.value.data))).collect())
        }
    }
}
