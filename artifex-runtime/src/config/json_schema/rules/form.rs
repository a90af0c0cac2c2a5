//! JSON Schemas as conditions that are joined to larger ones.

use serde_json::{Map, Value as Json, json};

/// A condition on a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Every value meets it.
    Always,
    /// No value meets it.
    Never,
    /// The values that this schema accepts meet it.
    Is(Map<String, Json>),
}

impl Form {
    /// A condition that was decided beforehand.
    pub const fn of(met: bool) -> Self {
        if met { Self::Always } else { Self::Never }
    }

    /// The values that `schema` accepts.
    pub fn is(schema: Json) -> Self {
        match schema {
            Json::Object(schema) => Self::Is(schema),
            Json::Bool(met) => Self::of(met),
            _ => Self::Always,
        }
    }

    /// As a schema.
    pub fn json(self) -> Json {
        match self {
            Self::Always => true.into(),
            Self::Never => false.into(),
            Self::Is(schema) => schema.into(),
        }
    }

    /// What does not meet this.
    pub fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Is(schema) => Self::is(json!({ "not": schema })),
        }
    }

    /// What meets both.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Self::Never,
            (Self::Always, form) | (form, Self::Always) => form,
            (Self::Is(a), Self::Is(b)) => Self::Is(both(a, b)),
        }
    }

    /// What meets one of them at least.
    pub fn any(forms: impl IntoIterator<Item = Self>) -> Self {
        let mut choices: Vec<Json> = Vec::new();
        for form in forms {
            match form {
                Self::Always => return Self::Always,
                Self::Never => {}
                Self::Is(schema) => match schema.get("anyOf") {
                    Some(Json::Array(inner)) if schema.len() == 1 => choices.extend(inner.iter().cloned()),
                    _ => choices.push(schema.into()),
                },
            }
        }
        match choices.len() {
            0 => Self::Never,
            1 => Self::is(choices.remove(0)),
            _ => Self::is(json!({ "anyOf": choices })),
        }
    }

    /// What meets `then` where it meets `condition`, and `otherwise` elsewhere.
    pub fn when(condition: Self, then: Self, otherwise: Self) -> Self {
        match (condition, then, otherwise) {
            (Self::Always, form, _) | (Self::Never, _, form) => form,
            (_, then, otherwise) if then == otherwise => then,
            (condition, Self::Never, otherwise) => condition.not().and(otherwise),
            (condition, then, Self::Never) => condition.and(then),
            (condition, then, otherwise) => {
                let mut schema = Map::from_iter([("if".to_owned(), condition.json())]);
                for (key, branch) in [("then", then), ("else", otherwise)] {
                    if branch != Self::Always {
                        schema.insert(key.into(), branch.json());
                    }
                }
                Self::Is(schema)
            }
        }
    }
}

/// Both schemas in one, where their keywords do not stand in each other's way.
fn both(a: Map<String, Json>, b: Map<String, Json>) -> Map<String, Json> {
    if let Some(joined) = join(&a, &b) {
        return joined;
    }
    let mut list = Vec::new();
    for schema in [a, b] {
        match schema.get("allOf") {
            Some(Json::Array(inner)) if schema.len() == 1 => list.extend(inner.iter().cloned()),
            _ => list.push(schema.into()),
        }
    }
    Map::from_iter([("allOf".to_owned(), Json::Array(list))])
}

fn join(a: &Map<String, Json>, b: &Map<String, Json>) -> Option<Map<String, Json>> {
    let branches = |schema: &Map<String, Json>| ["if", "then", "else"].map(|key| schema.get(key).cloned());
    if a.contains_key("if") && b.contains_key("if") && branches(a) != branches(b) {
        return None;
    }
    // These are about what the other one leaves.
    for (first, others) in [("prefixItems", "items"), ("properties", "additionalProperties")] {
        if a.contains_key(first) && b.contains_key(others) || b.contains_key(first) && a.contains_key(others) {
            return None;
        }
    }
    let mut out = a.clone();
    for (key, value) in b {
        let Some(own) = out.get_mut(key) else {
            out.insert(key.clone(), value.clone());
            continue;
        };
        match (key.as_str(), &mut *own, value) {
            (_, own, value) if own == value => {}
            ("required", Json::Array(own), Json::Array(names)) => {
                let new: Vec<_> = names.iter().filter(|name| !own.contains(name)).cloned().collect();
                own.extend(new);
            }
            ("properties", Json::Object(own), Json::Object(properties)) => {
                for (name, schema) in properties {
                    let joined = match own.get(name) {
                        Some(first) => Form::is(first.clone()).and(Form::is(schema.clone())).json(),
                        None => schema.clone(),
                    };
                    own.insert(name.clone(), joined);
                }
            }
            _ => return None,
        }
    }
    Some(out)
}
