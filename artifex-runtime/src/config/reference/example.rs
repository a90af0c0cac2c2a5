//! The smallest document of a config: its required fields, each with the smallest value that its constraints allow.

use super::matching::matching;
use crate::config::doc::{Data, Num};
use crate::config::pattern::Fit;
use crate::config::schema::{Constraint, Kind, Presence, Schema, Variant};
use crate::config::tree::{Tree, TreeValue};

/// The smallest document of a kind, with `type` first where the config has a tag. `registered` are the configs that open unions
/// accept beside their own. `None` if there is none: a config that requires itself, or constraints that no value meets.
///
/// Rules between fields are not looked at: the document has no structural error, but a rule may fail for it.
#[must_use]
pub fn minimal(kind: &Kind, registered: &[&'static Schema]) -> Option<Tree> {
    let mut maker = Maker { registered, open: Vec::new() };
    match kind {
        Kind::Table(schema) => {
            let table = maker.table(schema)?;
            Some(schema.tag.map_or(table.clone(), |tag| table.tagged(tag)))
        }
        other => maker.value(other, &Constraint::NONE, "value"),
    }
}

struct Maker<'a> {
    registered: &'a [&'static Schema],
    /// The configs that are being made: one that needs itself has no finite document.
    open: Vec<*const Schema>,
}

impl Maker<'_> {
    fn table(&mut self, schema: &'static Schema) -> Option<Tree> {
        if self.open.contains(&std::ptr::from_ref(schema)) {
            return None;
        }
        self.open.push(schema);
        let mut out = Some(Tree::table());
        for field in schema.fields.iter().filter(|field| matches!(field.presence, Presence::Required)) {
            // What the author shows says more than the first text that a pattern allows.
            let example = field.notes.example.as_ref().filter(|_| has_pattern(&field.constraint));
            let value = match example {
                Some(example) => Some(Tree::thaw(example)),
                None => self.value(&field.kind, &field.constraint, field.name),
            };
            out = out.zip(value).map(|(table, value)| table.with(field.name, value));
        }
        self.open.pop();
        out
    }

    fn value(&mut self, kind: &Kind, constraint: &Constraint, name: &str) -> Option<Tree> {
        match kind {
            Kind::Option(inner) => self.value(inner, constraint, name),
            Kind::Table(schema) => self.table(schema),
            Kind::Union(union) => {
                let registered: &[_] = if union.open { self.registered } else { &[] };
                let others = registered.iter().map(|schema| Variant::of(schema));
                // The first variant that can be made: a tree ends in its leaves.
                union
                    .variants
                    .iter()
                    .copied()
                    .chain(others)
                    .find_map(|variant| self.table(variant.schema).map(|table| table.tagged(variant.tag)))
            }
            Kind::List { element, len } => {
                let count = len.unwrap_or(constraint.min_len.unwrap_or(0));
                let each = constraint.each.unwrap_or(&Constraint::NONE);
                let items: Option<Vec<_>> = (0..count).map(|_| self.value(element, each, name)).collect();
                items.map(|items| TreeValue::List(items).into())
            }
            Kind::Tuple(kinds) => {
                let items: Option<Vec<_>> =
                    kinds.iter().map(|kind| self.value(kind, &Constraint::NONE, name)).collect();
                items.map(|items| TreeValue::List(items).into())
            }
            Kind::Map { value } => {
                let each = constraint.each.unwrap_or(&Constraint::NONE);
                let keys = constraint.keys.unwrap_or(&Constraint::NONE);
                let mut table = Tree::table();
                for k in 1..=constraint.min_len.unwrap_or(0) {
                    // Keys differ; where a closed set leaves too few, there is no example.
                    let invented = if k == 1 { "key".to_owned() } else { format!("key{k}") };
                    let key = text(keys, &invented, &|key| table.get(key).is_some())?;
                    table = table.with(&key, self.value(value, each, name)?);
                }
                Some(table)
            }
            Kind::Enum(words) => {
                let word = words.words.iter().find(|word| allows(constraint, &Data::Str(word.name)))?;
                Some(Tree::string(word.name))
            }
            Kind::Bool => {
                let value = [false, true].into_iter().find(|value| allows(constraint, &Data::Bool(*value)))?;
                Some(TreeValue::Bool(value).into())
            }
            Kind::Any => Some(Tree::string("any value")),
            Kind::Str | Kind::Path => text(constraint, name, &|_| false).map(Tree::string),
            Kind::Int { min, max, .. } => int(constraint, *min, *max).map(Tree::int),
            Kind::Float { max, .. } => {
                let x = float(constraint, *max)?;
                Some(Tree::float(x, format!("{x:?}")))
            }
        }
    }
}

/// Whether the closed set of a constraint, if it has one, has this value.
fn allows(constraint: &Constraint, data: &Data<'_>) -> bool {
    constraint.one_of.is_empty()
        || constraint.one_of.iter().any(|allowed| match (allowed, data) {
            (Data::Str(a), Data::Str(b)) => a == b,
            (Data::Bool(a), Data::Bool(b)) => a == b,
            (Data::Num(a), Data::Num(b)) => a.value.compare(b.value) == Some(0),
            _ => false,
        })
}

/// Whether a value or a part of it has to match a pattern.
fn has_pattern(constraint: &Constraint) -> bool {
    constraint.pattern.is_some() || [constraint.each, constraint.keys].into_iter().flatten().any(has_pattern)
}

/// The name of the field, cut or lengthened to fit, or what its pattern allows: an empty string says nothing to a reader.
fn text(constraint: &Constraint, name: &str, taken: &dyn Fn(&str) -> bool) -> Option<String> {
    let fits = |text: &str| {
        let length = text.chars().count();
        constraint.min_len.is_none_or(|min| length >= min)
            && constraint.max_len.is_none_or(|max| length <= max)
            && constraint.pattern.is_none_or(|pattern| pattern.fit(text) == Fit::Match)
            && !taken(text)
    };
    if !constraint.one_of.is_empty() {
        return constraint.one_of.iter().find_map(|allowed| match allowed {
            Data::Str(text) if fits(text) => Some((*text).to_owned()),
            _ => None,
        });
    }
    let (min, max) = (constraint.min_len.unwrap_or(0), constraint.max_len.unwrap_or(usize::MAX));
    let length = name.chars().count().max(min).min(max);
    let text: String = name.chars().chain(std::iter::repeat('x')).take(length).collect();
    if fits(&text) {
        return Some(text);
    }
    matching(constraint.pattern?, min, constraint.max_len).find(|text| fits(text))
}

/// Whether a number meets the bounds and the closed set of a constraint.
fn meets(constraint: &Constraint, value: Num) -> bool {
    let above = constraint.min.is_none_or(|min| {
        value.compare(min.number.value).is_some_and(|order| order > 0 || (order == 0 && !min.exclusive))
    });
    let below = constraint.max.is_none_or(|max| {
        value.compare(max.number.value).is_some_and(|order| order < 0 || (order == 0 && !max.exclusive))
    });
    let number = crate::config::doc::Number { value, text: "" };
    above && below && allows(constraint, &Data::Num(number))
}

/// The numbers of a closed set.
fn listed(constraint: &Constraint) -> impl Iterator<Item = Num> {
    constraint.one_of.iter().filter_map(|allowed| match allowed {
        Data::Num(number) => Some(number.value),
        _ => None,
    })
}

/// The smallest integer allowed; without a minimum of its own, the one nearest to zero.
#[expect(clippy::cast_possible_truncation, reason = "saturates, and what does not fit is not in the range of the type")]
fn int(constraint: &Constraint, least: i128, most: i128) -> Option<i128> {
    let min = constraint.min.map(|min| min.number.value.as_int().unwrap_or(min.number.value.as_f64().ceil() as i128));
    let max = constraint.max.map(|max| max.number.value.as_int().unwrap_or(max.number.value.as_f64().floor() as i128));
    let start = min.map_or(0, |min| min.max(least)).max(least);
    let end = max.map_or(most, |max| max.min(most));
    [start, start.saturating_add(1), end, end.saturating_sub(1)]
        .into_iter()
        .chain(listed(constraint).filter_map(Num::as_int))
        .find(|n| (least..=most).contains(n) && meets(constraint, Num::Int(*n)))
}

/// The smallest float allowed, of those that are short to write.
fn float(constraint: &Constraint, most: f64) -> Option<f64> {
    let min = constraint.min.map(|min| min.number.value.as_f64());
    let max = constraint.max.map(|max| max.number.value.as_f64());
    let (from, to) = (min.unwrap_or(0.0), max.unwrap_or(min.unwrap_or(0.0) + 2.0));
    [from, f64::midpoint(from, to), to, to - 1.0]
        .into_iter()
        .chain(listed(constraint).map(Num::as_f64))
        .find(|x| x.abs() <= most && meets(constraint, Num::Float(*x)))
}

#[cfg(test)]
mod tests {
    use super::minimal;
    use crate::config::schema::{Field, Kind, Schema, Union, Variant};
    use crate::config::{Doc, ModelConfig as _, Report, Value, check, toml_text};
    use configs::{Everything, Impossible, Leaf, TooShort};

    mod configs {
        use crate::config::ModelConfig;
        use std::collections::BTreeMap;
        use std::path::PathBuf;

        #[derive(ModelConfig)]
        pub enum Loss {
            #[config(rename = "mse")]
            Mse,
            Huber,
        }

        #[derive(ModelConfig)]
        #[config(tag = "everything")]
        pub struct Everything {
            plain: usize,
            signed: i64,
            #[config(min = 3)]
            least: u8,
            #[config(exclusive_min = 3)]
            above: i32,
            #[config(max = -2)]
            negative: i32,
            #[config(min = 0.5)]
            fraction: u32,
            #[config(one_of(8, 16))]
            chosen: u32,
            #[config(min = 10, one_of(8, 16))]
            chosen_above: u32,
            real: f64,
            #[config(exclusive_min = 0, exclusive_max = 1)]
            open: f64,
            #[config(exclusive_min = 0)]
            positive: f32,
            #[config(max = -1.5)]
            below: f64,
            #[config(exclusive_max = 0)]
            strictly_below: f64,
            #[config(one_of(0.25, 0.75))]
            share: f64,
            flag: bool,
            name: String,
            #[config(len(max = 2))]
            short: String,
            #[config(len(min = 6))]
            long: String,
            #[config(one_of("adam", "sgd"))]
            optimizer: String,
            path: PathBuf,
            loss: Loss,
            list: Vec<u32>,
            #[config(len(min = 2), each(min = 4))]
            sizes: Vec<u32>,
            shape: [usize; 3],
            #[config(len = 1, each(len = 2, each(min = 1)))]
            nested: Vec<Vec<u8>>,
            #[config(pattern = "^[a-z]+$")]
            word: String,
            #[config(pattern = "^v[0-9]+$", len(min = 4))]
            version: String,
            #[config(pattern = "^[0-9a-f]{8}$", example = "5eed0001")]
            commit: String,
            #[config(len(min = 2), keys(pattern = "^[A-Z]$"), values(pattern = "^-"))]
            by_letter: BTreeMap<String, PathBuf>,
            #[config(len(min = 1), each(pattern = "x"))]
            words: Vec<Option<String>>,
            optional: Option<u32>,
            #[config(default = 5)]
            given: u32,
        }

        #[derive(ModelConfig)]
        pub struct Leaf {
            value: u32,
        }

        #[derive(ModelConfig)]
        pub struct Impossible {
            #[config(min = 0.2, max = 0.8)]
            number: u32,
        }

        #[derive(ModelConfig)]
        pub struct TooShort {
            #[config(pattern = "^[a-z]{4}$", len(max = 3))]
            word: String,
        }
    }

    fn text_of<T: Value>() -> String {
        let tree = minimal(&T::KIND, &[]).unwrap();
        let text = toml_text::write(&tree, &|_| None);
        let again = toml_text::parse(&text, 0).unwrap();
        let arena = bumpalo::Bump::new();
        let report: Report<8> = check(&T::KIND, &Doc { sources: &[], root: again.freeze(&arena) }, &[]);
        let messages: Vec<_> = report.issues().iter().map(|issue| issue.message.as_str().to_owned()).collect();
        assert!(messages.is_empty(), "{text}\n{messages:?}");
        text
    }

    #[test]
    fn every_value_is_the_smallest_that_is_allowed() {
        assert_eq!(
            text_of::<Everything>(),
            r#"type = "everything"
plain = 0
signed = 0
least = 3
above = 4
negative = -2
fraction = 1
chosen = 8
chosen_above = 16
real = 0.0
open = 0.5
positive = 1.0
below = -1.5
strictly_below = -1.0
share = 0.25
flag = false
name = "name"
short = "sh"
long = "longxx"
optimizer = "adam"
path = "path"
loss = "mse"
list = []
sizes = [4, 4]
shape = [0, 0, 0]
nested = [[1, 1]]
word = "word"
version = "v000"
commit = "5eed0001"
words = ["x"]

[by_letter]
A = "-"
B = "-"
"#
        );
    }

    // Constants cannot be recursive; statics can.
    static ENDLESS: Schema = Schema {
        name: "Endless",
        fields: &[Field { kind: Kind::Table(&ENDLESS), ..Leaf::SCHEMA.fields[0] }],
        ..*Leaf::SCHEMA
    };
    static BRANCH: Schema = Schema {
        name: "Branch",
        fields: &[Field { kind: Kind::Union(&NODE), ..Leaf::SCHEMA.fields[0] }],
        ..*Leaf::SCHEMA
    };
    static NODE: Union =
        Union { name: "Node", doc: "", variants: &[Variant::of(&BRANCH), Variant::of(Leaf::SCHEMA)], open: false };

    #[test]
    fn recursion_ends_in_a_leaf_or_in_nothing() {
        let branch = minimal(&Kind::Table(&BRANCH), &[]).unwrap();
        assert_eq!(toml_text::inline(&branch), "{ value = { type = \"Leaf\", value = 0 } }");
        assert_eq!(minimal(&Kind::Table(&ENDLESS), &[]), None);
        assert_eq!(minimal(&Impossible::KIND, &[]), None);
        assert_eq!(minimal(&TooShort::KIND, &[]), None);
    }
}
