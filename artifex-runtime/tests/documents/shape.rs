//! What documents look like, read either from the constant schema of a Rust type or from a JSON Schema file.

use artifex::config::rule::Expr;
use artifex::config::schema::{Constraint, Kind, Presence, Schema, Variant};
use artifex::config::{Data, Num};
use regex_syntax::hir::Hir;
use serde_json::{Value as Json, json};

/// How deep recursive configs are followed.
const DEPTH: usize = 7;

/// What a value looks like.
pub enum Shape {
    /// Deeper than is followed.
    Nothing,
    Bool,
    Int(Range<i128>),
    Float(Range<f64>),
    Text(Length),
    /// A string of a length that matches a regular expression.
    Pattern(Box<Hir>, Length),
    /// Whatever is not null.
    Any,
    /// One of these values.
    Words(Vec<Json>),
    List(Box<Shape>, Length),
    Tuple(Vec<Shape>),
    /// Values by keys of a shape.
    Map(Box<Shape>, Box<Shape>, Length),
    /// Often near one of these values, with which rules compare it or its length.
    Compared(Box<Shape>, Vec<Json>),
    /// Numbers of the inner shape that are multiples of this.
    Multiple(Box<Shape>, f64),
    Optional(Box<Shape>),
    Table {
        fields: Vec<Field>,
        tag: Option<Tag>,
    },
    /// Tables, each with its tag.
    Union(Vec<Shape>),
}

/// The smallest and the largest number.
pub struct Range<T> {
    pub min: T,
    pub max: T,
}

impl Range<i128> {
    fn above(&mut self, min: f64, exclusive: bool) {
        let least = if exclusive { min.floor() as i128 + 1 } else { min.ceil() as i128 };
        self.min = self.min.max(least);
    }

    fn below(&mut self, max: f64, exclusive: bool) {
        let most = if exclusive { max.ceil() as i128 - 1 } else { max.floor() as i128 };
        self.max = self.max.min(most);
    }
}

impl Range<f64> {
    const fn above(&mut self, min: f64, exclusive: bool) {
        self.min = self.min.max(if exclusive { min.next_up() } else { min });
    }

    const fn below(&mut self, max: f64, exclusive: bool) {
        self.max = self.max.min(if exclusive { max.next_down() } else { max });
    }
}

/// A number of elements or characters.
pub struct Length {
    pub min: usize,
    pub max: usize,
}

pub struct Field {
    pub name: String,
    pub required: bool,
    pub shape: Shape,
}

pub struct Tag {
    pub word: String,
    pub required: bool,
}

impl Shape {
    /// From the constant schema of a type.
    pub fn of_kind(kind: &Kind, registered: &[&'static Schema]) -> Self {
        kind_shape(kind, &Constraint::NONE, registered, DEPTH)
    }

    /// From a canonical JSON Schema.
    pub fn of_json(document: &Json) -> Self {
        json_shape(document, document, DEPTH)
    }
}

// ---- From constant schemas ----

fn kind_shape(kind: &Kind, constraint: &Constraint, registered: &[&'static Schema], depth: usize) -> Shape {
    if !constraint.one_of.is_empty() && !matches!(kind, Kind::Option(_)) {
        return Shape::Words(constraint.one_of.iter().map(constant).collect());
    }
    if let (Some(step), Kind::Int { .. } | Kind::Float { .. }) = (&constraint.multiple_of, kind) {
        let any = kind_shape(kind, &Constraint { multiple_of: None, ..*constraint }, registered, depth);
        return Shape::Multiple(Box::new(any), step.value.as_f64());
    }
    match kind {
        Kind::Bool => Shape::Bool,
        Kind::Int { min, max, .. } => {
            let mut range = Range { min: *min, max: *max };
            // The limits of the attributes are exact: whole ones are integers.
            match constraint.min.map(|bound| (bound.number.value, bound.exclusive)) {
                Some((Num::Int(n), exclusive)) => range.min = range.min.max(n + i128::from(exclusive)),
                Some((Num::Float(x), exclusive)) => range.above(x, exclusive),
                None => {}
            }
            match constraint.max.map(|bound| (bound.number.value, bound.exclusive)) {
                Some((Num::Int(n), exclusive)) => range.max = range.max.min(n - i128::from(exclusive)),
                Some((Num::Float(x), exclusive)) => range.below(x, exclusive),
                None => {}
            }
            Shape::Int(range)
        }
        Kind::Float { max, .. } => {
            let mut range = Range { min: -max, max: *max };
            if let Some(bound) = &constraint.min {
                range.above(bound.number.value.as_f64(), bound.exclusive);
            }
            if let Some(bound) = &constraint.max {
                range.below(bound.number.value.as_f64(), bound.exclusive);
            }
            Shape::Float(range)
        }
        Kind::Str | Kind::Path => text(constraint.pattern.map(|pattern| pattern.portable), length(constraint, None)),
        Kind::Any => Shape::Any,
        Kind::Enum(words) => Shape::Words(words.words.iter().map(|word| word.name.into()).collect()),
        Kind::List { element, len } => {
            let each = constraint.each.unwrap_or(&Constraint::NONE);
            let element = kind_shape(element, each, registered, depth.saturating_sub(1));
            let mut length = length(constraint, *len);
            if matches!(element, Shape::Nothing) {
                length = Length { min: 0, max: 0 };
            }
            Shape::List(Box::new(element), length)
        }
        Kind::Tuple(kinds) => Shape::Tuple(
            kinds.iter().map(|kind| kind_shape(kind, &Constraint::NONE, registered, depth.saturating_sub(1))).collect(),
        ),
        Kind::Map { value } => {
            let each = constraint.each.unwrap_or(&Constraint::NONE);
            let value = kind_shape(value, each, registered, depth.saturating_sub(1));
            let keys = kind_shape(&Kind::Str, constraint.keys.unwrap_or(&Constraint::NONE), registered, depth);
            Shape::Map(Box::new(value), Box::new(keys), length(constraint, None))
        }
        Kind::Option(inner) => match kind_shape(inner, constraint, registered, depth) {
            Shape::Nothing => Shape::Nothing,
            inner => Shape::Optional(Box::new(inner)),
        },
        Kind::Table(_) | Kind::Union(_) if depth == 0 => Shape::Nothing,
        Kind::Table(schema) => {
            let tag = schema.tag.map(|word| Tag { word: word.to_owned(), required: false });
            table(schema, tag, registered, depth)
        }
        Kind::Union(union) => {
            let others = registered.iter().filter(|_| union.open).map(|schema| Variant::of(schema));
            let variants = union.variants.iter().copied().chain(others);
            let variant = |variant: Variant| {
                let tag = Tag { word: variant.tag.to_owned(), required: true };
                table(variant.schema, Some(tag), registered, depth)
            };
            Shape::Union(variants.map(variant).collect())
        }
    }
}

fn table(schema: &'static Schema, tag: Option<Tag>, registered: &[&'static Schema], depth: usize) -> Shape {
    let field = |field: &artifex::config::schema::Field| Field {
        name: field.name.to_owned(),
        required: matches!(field.presence, Presence::Required),
        shape: kind_shape(&field.kind, &field.constraint, registered, depth - 1),
    };
    let mut table = Shape::Table { fields: schema.fields.iter().map(field).collect(), tag };
    for rule in schema.rules {
        let mut constants = Vec::new();
        literals(&rule.expr, &mut constants);
        for path in rule.paths {
            compared(&mut table, path, &constants);
        }
    }
    table
}

/// Marks the value at `path`: rules compare it with these constants, or its length.
fn compared(shape: &mut Shape, path: &[&str], constants: &[Json]) {
    match shape {
        Shape::Table { fields, .. } => {
            let Some((name, rest)) = path.split_first() else { return };
            for field in fields.iter_mut().filter(|field| field.name == *name) {
                compared(&mut field.shape, rest, constants);
            }
        }
        Shape::Union(variants) => variants.iter_mut().for_each(|variant| compared(variant, path, constants)),
        Shape::Optional(inner) | Shape::List(inner, _) => compared(inner, path, constants),
        Shape::Compared(_, all) => all.extend_from_slice(constants),
        Shape::Int(_) | Shape::Float(_) | Shape::Text(_) if path.is_empty() => {
            let inner = std::mem::replace(shape, Shape::Nothing);
            *shape = Shape::Compared(Box::new(inner), constants.to_vec());
        }
        _ => {}
    }
}

/// The numbers and texts in an expression.
fn literals(expr: &Expr, found: &mut Vec<Json>) {
    match expr {
        Expr::Literal(data @ (Data::Num(_) | Data::Str(_))) => found.push(constant(data)),
        Expr::Literal(_) | Expr::Path(_) | Expr::Element | Expr::IsSet(_) => {}
        Expr::Not(inner)
        | Expr::Negate(inner)
        | Expr::Len(inner)
        | Expr::Sum(inner)
        | Expr::Product(inner)
        | Expr::Index(inner, _)
        | Expr::Within(inner, _) => literals(inner, found),
        Expr::Unique(lists) => lists.iter().for_each(|list| literals(list, found)),
        Expr::Binary(_, left, right) | Expr::All(left, right) | Expr::When(left, right) => {
            literals(left, found);
            literals(right, found);
        }
        Expr::In(needle, list) => {
            literals(needle, found);
            list.iter().for_each(|item| literals(item, found));
        }
    }
}

fn text(pattern: Option<&str>, length: Length) -> Shape {
    match pattern {
        Some(pattern) => Shape::Pattern(Box::new(regex_syntax::parse(pattern).unwrap()), length),
        None => Shape::Text(length),
    }
}

fn length(constraint: &Constraint, fixed: Option<usize>) -> Length {
    let min = fixed.or(constraint.min_len).unwrap_or(0);
    Length { min, max: fixed.or(constraint.max_len).unwrap_or(min + 4) }
}

/// A whole number, which JSON has from `i64::MIN` to `u64::MAX`.
pub fn integer(n: i128) -> Json {
    i64::try_from(n).map(Json::from).or_else(|_| u64::try_from(n).map(Json::from)).unwrap()
}

fn constant(data: &Data<'_>) -> Json {
    match data {
        Data::Bool(value) => (*value).into(),
        Data::Str(text) => (*text).into(),
        Data::Num(number) => match number.value {
            Num::Int(n) => integer(n),
            Num::Float(x) => json!(x),
        },
        other => panic!("no value of `one_of`: {other:?}"),
    }
}

// ---- From canonical JSON Schemas ----

fn json_shape(schema: &Json, root: &Json, depth: usize) -> Shape {
    if depth == 0 && ["oneOf", "anyOf", "$ref"].into_iter().any(|key| schema.get(key).is_some()) {
        return Shape::Nothing;
    }
    if let Some(variants) = schema["oneOf"].as_array() {
        return Shape::Union(variants.iter().map(|variant| json_shape(variant, root, depth)).collect());
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        assert_eq!(choices[1], json!({ "type": "null" }), "{schema}");
        return Shape::Optional(Box::new(json_shape(&choices[0], root, depth)));
    }
    if let Some(words) = schema["enum"].as_array() {
        return Shape::Words(words.clone());
    }
    if let Some(reference) = schema["$ref"].as_str() {
        let definition = root.pointer(reference.trim_start_matches('#')).unwrap();
        let required = schema["required"] == json!(["type"]);
        let word = schema.pointer("/properties/type/const").and_then(Json::as_str);
        return json_table(definition, word.map(|word| Tag { word: word.to_owned(), required }), root, depth);
    }
    let name = match &schema["type"] {
        // All but null.
        Json::Array(names) if names.len() > 2 => return Shape::Any,
        Json::Null if schema.get("anyOf").is_none() => return Shape::Optional(Box::new(Shape::Any)),
        Json::Array(names) => {
            let mut inner = schema.clone();
            inner["type"] = names[0].clone();
            return Shape::Optional(Box::new(json_shape(&inner, root, depth)));
        }
        name => name.as_str().unwrap_or_else(|| panic!("no type: {schema}")),
    };
    let limit = |key: &str| schema.get(key).and_then(Json::as_u64).map(|n| usize::try_from(n).unwrap());
    let length = |min: &str, max: &str| {
        let min = limit(min).unwrap_or(0);
        Length { min, max: limit(max).unwrap_or(min + 4) }
    };
    if let Some(step) = schema["multipleOf"].as_f64() {
        let mut any = schema.clone();
        any.as_object_mut().unwrap().shift_remove("multipleOf");
        return Shape::Multiple(Box::new(json_shape(&any, root, depth)), step);
    }
    match name {
        "boolean" => Shape::Bool,
        "integer" => {
            let end = |key: &str| schema.get(key).and_then(exact);
            let mut range = Range { min: end("minimum").unwrap(), max: end("maximum").unwrap() };
            if let Some(min) = schema["exclusiveMinimum"].as_f64() {
                range.above(min, true);
            }
            if let Some(max) = schema["exclusiveMaximum"].as_f64() {
                range.below(max, true);
            }
            Shape::Int(range)
        }
        "number" => {
            let mut range = Range { min: f64::MIN, max: f64::MAX };
            for (key, exclusive) in [("minimum", false), ("exclusiveMinimum", true)] {
                if let Some(min) = schema[key].as_f64() {
                    range.above(min, exclusive);
                }
            }
            for (key, exclusive) in [("maximum", false), ("exclusiveMaximum", true)] {
                if let Some(max) = schema[key].as_f64() {
                    range.below(max, exclusive);
                }
            }
            Shape::Float(range)
        }
        "string" => text(schema["pattern"].as_str(), length("minLength", "maxLength")),
        "array" if schema.get("prefixItems").is_some() => Shape::Tuple(
            schema["prefixItems"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| json_shape(item, root, depth.saturating_sub(1)))
                .collect(),
        ),
        "object" if schema.get("properties").is_none() && schema.get("additionalProperties").is_some() => {
            let value = json_shape(&schema["additionalProperties"], root, depth.saturating_sub(1));
            let keys = schema.get("propertyNames").cloned().unwrap_or_else(|| json!({ "type": "string" }));
            let keys = json_shape(&keys, root, depth);
            Shape::Map(Box::new(value), Box::new(keys), length("minProperties", "maxProperties"))
        }
        "array" => match json_shape(&schema["items"], root, depth.saturating_sub(1)) {
            Shape::Nothing => Shape::List(Box::new(Shape::Nothing), Length { min: 0, max: 0 }),
            element => Shape::List(Box::new(element), length("minItems", "maxItems")),
        },
        _ => json_table(schema, None, root, depth),
    }
}

/// A limit of an integer; a fraction is rounded to the inside of the smallest of ranges, which no generated number misses.
fn exact(limit: &Json) -> Option<i128> {
    let whole = limit.as_i64().map(i128::from).or_else(|| limit.as_u64().map(i128::from));
    whole.or_else(|| limit.as_f64().map(|x| x.trunc() as i128))
}

fn json_table(schema: &Json, tag: Option<Tag>, root: &Json, depth: usize) -> Shape {
    if depth == 0 {
        return Shape::Nothing;
    }
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let own = schema.pointer("/properties/type/const").and_then(Json::as_str);
    let tag = tag.or_else(|| own.map(|word| Tag { word: word.to_owned(), required: false }));
    let fields = schema["properties"].as_object().unwrap().iter().filter(|(name, _)| *name != "type");
    let field = |(name, shape): (&String, &Json)| Field {
        name: name.clone(),
        required: required.iter().any(|required| required == name.as_str()),
        shape: json_shape(shape, root, depth - 1),
    };
    Shape::Table { fields: fields.map(field).collect(), tag }
}
