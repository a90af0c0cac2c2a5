//! `defaultSnippets`: a table with its required fields, ready to be filled in.

use super::walk::{Object, target};
use serde_json::{Map, Value as Json, json};

/// Writes the snippets of one schema document.
pub struct Snippets<'a> {
    definitions: &'a Object,
    placeholders: usize,
    inside: Vec<&'a str>,
}

impl<'a> Snippets<'a> {
    /// For a document with these definitions.
    pub const fn new(definitions: &'a Object) -> Self {
        Self { definitions, placeholders: 0, inside: Vec::new() }
    }

    /// The required fields of a definition.
    pub fn table(&mut self, definition: &str) -> Json {
        let none = Json::Object(Map::new());
        let Some((name, table)) = self.definitions.get_key_value(definition) else { return none };
        // A config that requires itself has no finite document; the snippet is finite.
        if self.inside.contains(&name.as_str()) {
            return none;
        }
        self.inside.push(name);
        let required = table["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
        let body = required.map(|name| (name.to_owned(), self.value(&table["properties"][name]))).collect();
        self.inside.pop();
        Json::Object(body)
    }

    fn value(&mut self, schema: &'a Json) -> Json {
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        if let Some(definition) = schema.as_object().and_then(target) {
            return self.table(definition);
        }
        if let Some(variants) = schema["oneOf"].as_array() {
            let tag = |variant: &Json| {
                let definition = self.definitions.get(target(variant.as_object()?)?)?;
                definition.pointer("/properties/type/const").cloned()
            };
            let tags: Vec<_> = variants.iter().filter_map(tag).collect();
            return json!({ "type": self.choice(&tags) });
        }
        if let Some(words) = schema["enum"].as_array() {
            return self.choice(words);
        }
        match schema["type"].as_str() {
            Some("boolean") => self.choice(&[true.into(), false.into()]),
            Some("integer" | "number") => {
                let smallest = schema.get("minimum").cloned().unwrap_or_default();
                self.raw(&smallest)
            }
            Some("array") => {
                let len = schema["minItems"].as_u64().unwrap_or(0);
                (0..len).map(|_| self.value(&schema["items"])).collect()
            }
            _ => {
                self.placeholders += 1;
                format!("${}", self.placeholders).into()
            }
        }
    }

    /// A placeholder with the values to choose from.
    fn choice(&mut self, values: &[Json]) -> Json {
        self.placeholders += 1;
        let words: Vec<_> = values.iter().map(|value| escape(&plain(value), &['\\', ',', '|'])).collect();
        let choice = format!("${{{}|{}|}}", self.placeholders, words.join(","));
        if values.iter().all(Json::is_string) { choice.into() } else { format!("^{choice}").into() }
    }

    /// A placeholder for a number, which stands without quotes.
    fn raw(&mut self, suggestion: &Json) -> Json {
        self.placeholders += 1;
        match suggestion {
            Json::Null => format!("^${{{}:0}}", self.placeholders),
            other => format!("^${{{}:{}}}", self.placeholders, escape(&plain(other), &['\\', '$', '}'])),
        }
        .into()
    }
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn escape(text: &str, special: &[char]) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if special.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
