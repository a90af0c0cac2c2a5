//! Conditions on the value at a path: down through nested tables and unions, by every name that a field goes by, with what
//! holds where the value is absent.

use super::form::Form;
use super::{Claim, Scope, Sense};
use crate::config::doc::Span;
use crate::config::rule::{Expr, evaluate};
use crate::config::schema::{Field, Kind, Presence, Schema, Union};
use crate::config::tree::{Tree, TreeEntry, TreeValue};
use serde_json::{Map, Value as Json, json};

/// A condition that reads one value.
pub(super) struct Leaf<'a> {
    /// The condition as it stands in the rule.
    pub expr: &'a Expr,
    pub sense: Sense,
    /// What it says about a value of a kind, which is no option. Nothing is said about `null` and values of other types.
    pub test: &'a dyn Fn(&Kind) -> Claim,
}

/// The tag of no config.
const UNHEARD_OF: &str = "\0";

/// A table on the way to a value: its key, and its type if a union holds it.
#[derive(Clone, Copy)]
struct Step<'a> {
    key: &'a str,
    tag: Option<&'a str>,
}

/// The way to a value.
type Way<'a> = Vec<Step<'a>>;

fn with<'a>(way: &[Step<'a>], key: &'a str, tag: Option<&'a str>) -> Way<'a> {
    way.iter().copied().chain([Step { key, tag }]).collect()
}

impl Scope {
    /// The condition on the table of the rule.
    pub(super) fn at_path(&self, leaf: &Leaf<'_>, path: &[&str]) -> Claim {
        self.table(leaf, self.schema, path, &[])
    }

    /// The condition on a table of `schema`.
    fn table(&self, leaf: &Leaf<'_>, schema: &'static Schema, path: &[&str], way: &[Step<'_>]) -> Claim {
        let Some((name, rest)) = path.split_first() else { return Claim::UNSAID };
        // The field of another variant, or the `type` of a union, which is known here.
        let Some(field) = schema.field(name) else { return self.decided(leaf, way, None) };
        let absent = match field.presence {
            // Then the document is wrong in any case, and the rule has nothing to add.
            Presence::Required => !leaf.sense.certain,
            Presence::Optional | Presence::Default(_) => self.holds(leaf, way, None),
        };
        let value = self.value(leaf, &field.kind, field.name, rest, way);
        Claim { form: property(field, value.form, absent), exact: value.exact }
    }

    /// The condition on the value of a field.
    fn value(&self, leaf: &Leaf<'_>, kind: &Kind, key: &str, rest: &[&str], way: &[Step<'_>]) -> Claim {
        let (inner, optional) = inner(kind);
        let claim = match inner {
            _ if rest.is_empty() => (leaf.test)(inner),
            Kind::Table(schema) => self.table(leaf, schema, rest, &with(way, key, None)),
            Kind::Union(union) => self.union(leaf, union, key, rest, way),
            _ => Claim::decided(leaf.sense.holds(None)),
        };
        let null = optional.then(|| self.holds(leaf, way, Some(key)));
        Claim { form: typed(claim.form, inner, null, leaf.sense), exact: claim.exact }
    }

    /// The condition on a table of a union.
    fn union(&self, leaf: &Leaf<'_>, union: &Union, key: &str, rest: &[&str], way: &[Step<'_>]) -> Claim {
        let (mut yes, mut no, mut exact) = (Vec::new(), Vec::new(), true);
        let mut cases: Vec<(Vec<&str>, Form)> = Vec::new();
        for variant in union.variants {
            let claim = self.table(leaf, variant.schema, rest, &with(way, key, Some(variant.tag)));
            exact &= claim.exact;
            match claim.form {
                Form::Always => yes.push(variant.tag),
                Form::Never => no.push(variant.tag),
                form @ Form::Is(_) => match cases.iter_mut().find(|(_, known)| *known == form) {
                    Some((tags, _)) => tags.push(variant.tag),
                    None => cases.push((vec![variant.tag], form)),
                },
            }
        }
        let one = |tags: &[&str]| match tags {
            [tag] => json!({ "const": tag }),
            tags => json!({ "enum": tags }),
        };
        let chosen = |tags: &[&str]| Form::is(json!({ "properties": { "type": one(tags) }, "required": ["type"] }));
        // What holds for the types that are not among the cases. No rule knows the fields of a config that was registered at run
        // time; of a closed union every other type is wrong in any case.
        let rest = if union.open && self.holds(leaf, &with(way, key, Some(UNHEARD_OF)), None) {
            if no.is_empty() {
                Form::Always
            } else {
                Form::is(json!({ "properties": { "type": { "not": one(&no) } } }))
            }
        } else if union.open || !no.is_empty() {
            if yes.is_empty() { Form::Never } else { chosen(&yes) }
        } else {
            Form::of(!yes.is_empty() || !leaf.sense.certain)
        };
        let form = match cases.as_slice() {
            [(_, form)] if !union.open && yes.is_empty() && no.is_empty() => form.clone(),
            _ => cases.into_iter().rev().fold(rest, |rest, (tags, form)| Form::when(chosen(&tags), form, rest)),
        };
        Claim { form, exact }
    }

    fn decided(&self, leaf: &Leaf<'_>, way: &[Step<'_>], null: Option<&str>) -> Claim {
        Claim::decided(self.holds(leaf, way, null))
    }

    /// Whether the condition holds in a document that has these tables and nothing in them, or `null` under a key.
    fn holds(&self, leaf: &Leaf<'_>, way: &[Step<'_>], null: Option<&str>) -> bool {
        let document = document(way, None, null);
        let arena = bumpalo::Bump::new();
        leaf.sense.holds(evaluate(leaf.expr, self.schema, &document.freeze(&arena)))
    }
}

fn document(way: &[Step<'_>], tag: Option<&str>, null: Option<&str>) -> Tree {
    let entry = |key: &str, value| TreeEntry { key: key.to_owned(), span: Span::default(), value };
    let mut entries: Vec<_> = tag.map(|tag| entry("type", Tree::string(tag))).into_iter().collect();
    match (way.split_first(), null) {
        (Some((step, rest)), _) => entries.push(entry(step.key, document(rest, step.tag, null))),
        (None, Some(key)) => entries.push(entry(key, TreeValue::Null.into())),
        (None, None) => {}
    }
    TreeValue::Table(entries).into()
}

/// What is inside an option, and whether there was one.
fn inner(kind: &Kind) -> (&Kind, bool) {
    match kind {
        Kind::Option(kind) => (inner(kind).0, true),
        other => (other, false),
    }
}

/// The condition on an element of a list or a value of a map.
pub(super) fn at_element(kind: &Kind, sense: Sense, test: &dyn Fn(&Kind) -> Claim) -> Claim {
    let (inner, optional) = inner(kind);
    let claim = test(inner);
    Claim { form: typed(claim.form, inner, optional.then(|| sense.holds(None)), sense), exact: claim.exact }
}

/// The condition on a table that the value of a field meets `value`, or the field is absent and that is fine.
fn property(field: &Field, value: Form, absent: bool) -> Form {
    if value == Form::Never && !absent {
        return Form::Never;
    }
    let names: Vec<&str> = std::iter::once(field.name).chain(field.notes.renamed_from.iter().copied()).collect();
    let mut out = Map::new();
    if value != Form::Always {
        let value = value.json();
        let properties: Map<_, _> = names.iter().map(|name| ((*name).to_owned(), value.clone())).collect();
        out.insert("properties".into(), properties.into());
    }
    if !absent {
        match names.as_slice() {
            [name] => out.insert("required".into(), json!([name])),
            names => {
                out.insert("anyOf".into(), names.iter().map(|name| json!({ "required": [name] })).collect::<Json>())
            }
        };
    }
    if out.is_empty() { Form::Always } else { Form::Is(out) }
}

/// The condition on a value that may be of another type than `kind`. `null` says whether it holds for `null`, if that may
/// stand there. A condition that is to be certain refuses other types: it may be the one that asks for something else.
fn typed(form: Form, kind: &Kind, null: Option<bool>, sense: Sense) -> Form {
    let own = || Form::is(json!({ "type": type_of(kind) }));
    match (form, null) {
        (Form::Always, Some(false)) => own(),
        (Form::Never, Some(true)) => Form::is(json!({ "type": "null" })),
        (Form::Is(schema), Some(true)) => or_null(schema, own),
        (Form::Is(schema), null) if null.is_some() || sense.certain => {
            let says_type = ["type", "const", "enum"].into_iter().any(|key| schema.contains_key(key));
            if says_type { Form::Is(schema) } else { own().and(Form::Is(schema)) }
        }
        (form, _) => form,
    }
}

/// The values that `schema` accepts, and `null`.
fn or_null(mut schema: Map<String, Json>, own: impl FnOnce() -> Form) -> Form {
    if accepts_null(&schema) {
        return Form::Is(schema);
    }
    if schema.len() == 1 {
        if let Some(constant) = schema.get("const") {
            return Form::is(json!({ "enum": [constant, null] }));
        }
        if let Some(Json::Array(values)) = schema.get_mut("enum") {
            values.push(Json::Null);
            return Form::Is(schema);
        }
    }
    Form::when(own(), Form::Is(schema), Form::Always)
}

/// Whether a schema says nothing about `null`.
fn accepts_null(schema: &Map<String, Json>) -> bool {
    const SILENT: [&str; 18] = [
        "properties",
        "required",
        "items",
        "contains",
        "prefixItems",
        "uniqueItems",
        "additionalProperties",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        "minProperties",
        "maxProperties",
    ];
    schema.iter().all(|(key, value)| match (key.as_str(), value) {
        ("not", Json::Object(inner)) => {
            inner.contains_key("type") || inner.get("const").or_else(|| inner.get("enum")).is_some()
        }
        ("anyOf" | "allOf", Json::Array(inner)) => {
            inner.iter().all(|inner| inner.as_object().is_some_and(accepts_null))
        }
        (key, _) => SILENT.contains(&key),
    })
}

/// What JSON Schema calls the values of a kind.
pub(in crate::config::json_schema) fn type_of(kind: &Kind) -> Json {
    let name = match kind {
        Kind::Bool => "boolean",
        Kind::Int { .. } => "integer",
        Kind::Float { .. } => "number",
        Kind::Str | Kind::Path | Kind::Enum(_) => "string",
        Kind::List { .. } | Kind::Tuple(_) => "array",
        Kind::Map { .. } | Kind::Table(_) | Kind::Union(_) => "object",
        Kind::Option(inner) => return type_of(inner),
        Kind::Any => return json!(["boolean", "number", "string", "array", "object"]),
    };
    name.into()
}
