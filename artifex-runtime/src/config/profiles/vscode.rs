//! The `vscode` profile, for VS Code's JSON service and the YAML language server, which took over its code.
//!
//! What decides its form:
//! - Of several branches of a `oneOf` they report the errors of one that is not always the one meant, so a union is an
//!   `if`/`then` per tag: errors, completion and hover are those of the chosen config.
//! - They take the documentation of a value from the innermost schema that has one. So the documentation of a type stands
//!   where the type is used, behind that of the field, and not in the definition.

use super::messages::with_message;
use super::snippets::Snippets;
use super::walk::{Object, Variant, allow_null, describe, each_inner, reference, take_nullable, take_variants, target};
use serde_json::{Map, Value as Json, json};

/// A draft-07 schema in the form of the profile.
pub fn convert(draft7: Json) -> Json {
    let Json::Object(mut root) = draft7 else { return draft7 };
    let definitions = match root.shift_remove("definitions") {
        Some(Json::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    let pass = Pass { definitions: &definitions };
    let mut root = pass.schema(root);
    if !definitions.is_empty() {
        let finished = definitions.iter().map(|(name, definition)| (name.clone(), pass.definition(name, definition)));
        root.insert("definitions".into(), Json::Object(finished.collect()));
    }
    Json::Object(root)
}

struct Pass<'a> {
    definitions: &'a Object,
}

impl Pass<'_> {
    fn definition(&self, name: &str, definition: &Json) -> Json {
        let Json::Object(mut definition) = definition.clone() else { return definition.clone() };
        // Else the YAML language server takes the title of the whole document.
        let title = name.split('.').next().unwrap_or(name);
        definition.insert("title".into(), title.into());
        definition.shift_remove("description");
        // The union around it says what the tag means.
        if let Some(Json::Object(tag)) =
            definition.get_mut("properties").and_then(|properties| properties.get_mut("type"))
            && tag.contains_key("const")
        {
            tag.shift_remove("description");
        }
        Json::Object(self.schema(definition))
    }

    fn schema(&self, mut schema: Object) -> Object {
        schema.shift_remove("x-artifex-rules");
        if let Some(message) = schema.shift_remove("x-error-message") {
            schema = with_message(schema, &message);
        }
        if let Some(inner) = take_nullable(&mut schema) {
            self.nullable(&mut schema, inner);
        } else if let Some(variants) = take_variants(&mut schema, self.definitions) {
            self.union(&mut schema, &variants, false);
        } else if let Some(name) = target(&schema).map(str::to_owned) {
            schema.shift_remove("$ref");
            self.describe_as(&mut schema, &name);
            // The type says what to insert for the field.
            schema.insert("type".into(), "object".into());
            // Draft-07 ignores whatever stands beside a reference.
            schema.insert("allOf".into(), json!([reference(&name)]));
            let required = Snippets::new(self.definitions).table(&name);
            if !schema.contains_key("default") && required.as_object().is_some_and(|table| !table.is_empty()) {
                let snippet = json!({ "label": "the required fields", "body": required });
                schema.insert("defaultSnippets".into(), json!([snippet]));
            }
        }
        each_inner(&mut schema, &mut |key, inner| match key {
            "allOf" | "then" if is_bare(&inner) => inner,
            _ => self.schema(inner),
        });
        annotate(&mut schema);
        schema
    }

    /// A value that may be `null`.
    fn nullable(&self, schema: &mut Object, mut inner: Object) {
        if let Some(variants) = take_variants(&mut inner, self.definitions) {
            describe(schema, inner.get("description"));
            add_missing(schema, inner);
            self.union(schema, &variants, true);
        } else if let Some(name) = target(&inner).map(str::to_owned) {
            self.describe_as(schema, &name);
            // Not `anyOf`: its errors would be those of whichever branch looks closer.
            schema.insert("type".into(), json!(["object", "null"]));
            schema.insert("if".into(), json!({ "type": "object" }));
            schema.insert("then".into(), Json::Object(reference(&name)));
        } else if inner.contains_key("type") && inner.contains_key("enum") {
            describe(schema, inner.get("description"));
            add_missing(schema, inner);
            allow_null(schema);
        } else {
            schema.insert("anyOf".into(), json!([inner, { "type": "null" }]));
        }
    }

    fn union(&self, schema: &mut Object, variants: &[Variant], nullable: bool) {
        let tags: Vec<_> = variants.iter().map(|variant| variant.tag.as_str()).collect();
        let summaries: Vec<_> = variants.iter().map(|variant| variant.summary.as_str()).collect();
        let branches: Vec<_> = variants
            .iter()
            .map(|variant| {
                let chosen = json!({
                    "type": "object",
                    "properties": { "type": { "const": variant.tag } },
                    "required": ["type"],
                });
                json!({ "if": chosen, "then": reference(&variant.definition) })
            })
            .collect();
        let snippets: Vec<_> = variants
            .iter()
            .map(|variant| {
                let body = Snippets::new(self.definitions).table(&variant.definition);
                json!({
                    "label": variant.tag,
                    "description": variant.summary,
                    "markdownDescription": variant.summary,
                    "body": body,
                })
            })
            .collect();
        if nullable {
            allow_null(schema);
        }
        schema.insert(
            "properties".into(),
            json!({
                "type": {
                    "description": "Which of the alternatives it is; the other fields depend on it.",
                    "enum": tags,
                    "x-enum-descriptions": summaries,
                },
            }),
        );
        schema.insert("allOf".into(), branches.into());
        schema.insert("defaultSnippets".into(), snippets.into());
    }

    fn describe_as(&self, schema: &mut Object, definition: &str) {
        describe(schema, self.definitions.get(definition).and_then(|definition| definition.get("description")));
    }
}

/// Whether a schema is a reference and nothing else. One that this pass has written is final; that of a field is not, for it
/// is to carry the documentation of the type.
fn is_bare(schema: &Object) -> bool {
    schema.len() == 1 && schema.contains_key("$ref")
}

fn add_missing(schema: &mut Object, other: Object) {
    for (key, value) in other {
        schema.entry(key).or_insert(value);
    }
}

/// Adds the keys that the editors show.
fn annotate(schema: &mut Object) {
    if let Some(text) = schema.get("description").cloned() {
        schema.insert("markdownDescription".into(), text);
    }
    if let Some(docs) = schema.shift_remove("x-enum-descriptions") {
        schema.insert("enumDescriptions".into(), docs.clone());
        schema.insert("markdownEnumDescriptions".into(), docs);
    }
    let pattern = schema.shift_remove("x-artifex-pattern").or_else(|| schema.get("pattern").cloned());
    if let Some(Json::String(pattern)) = pattern {
        let message = format!("Expected a text that matches `{pattern}`.");
        schema.insert("patternErrorMessage".into(), message.into());
    }
    if schema.get("deprecated") == Some(&Json::Bool(true)) {
        let note = schema.shift_remove("x-deprecation-message").unwrap_or_else(|| "This field is deprecated.".into());
        schema.insert("deprecationMessage".into(), note);
    }
    // The editors would say: Expected one of integer, null.
    if let Some([Json::String(name), Json::String(null)]) =
        schema.get("type").and_then(Json::as_array).map(Vec::as_slice)
        && null == "null"
        && !schema.contains_key("enum")
    {
        let noun = match name.as_str() {
            "integer" => "an integer",
            "number" => "a number",
            "boolean" => "true or false",
            "array" => "a list",
            "object" => "a table",
            _ => "a text",
        };
        let message = format!("Expected {noun}; to leave the value unset, leave the key out.");
        schema.insert("errorMessage".into(), message.into());
    }
}
