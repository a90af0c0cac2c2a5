//! The translation of rules: what it looks like, and that it means what the evaluator means, for rules and documents at random.

use super::{MESSAGE, Scope, Sense};
use crate::config::doc::{Data, Num, Number};
use crate::config::json_schema::document;
use crate::config::report::{Code, Report};
use crate::config::rule::{Expr, Operator, Rule};
use crate::config::schema::{Kind, Schema, Union};
use crate::config::{Doc, ModelConfig as _, Tree, check};
use configs::{Other, Subject};
use serde::Deserialize as _;
use serde_json::{Map, Value as Json, json};

#[allow(dead_code, reason = "only their schemas are read")]
mod configs {
    use crate::config::ModelConfig;
    use std::collections::BTreeMap;

    #[derive(ModelConfig)]
    pub enum Word {
        First,
        Second,
        Third,
    }

    #[derive(ModelConfig)]
    pub struct Inner {
        #[config(default = 3)]
        size: u8,
        word: Option<Word>,
        #[config(default = true, renamed_from = "old_flag")]
        flag: bool,
    }

    #[derive(ModelConfig)]
    pub struct Other {
        size: i32,
        #[config(default = [])]
        list: Vec<u8>,
        nested: Option<Inner>,
    }

    #[derive(ModelConfig)]
    pub enum Choice {
        Inner(Inner),
        Other(Other),
    }

    #[derive(ModelConfig)]
    pub struct Subject {
        a: u8,
        #[config(default = -3, renamed_from("old_b", "older_b"))]
        b: i32,
        c: Option<f64>,
        #[config(default = 0.5)]
        d: f64,
        #[config(default = 2)]
        e: Option<u8>,
        #[config(default = 9_007_199_254_740_993)]
        large: u64,
        #[config(default = "first")]
        word: Word,
        maybe_word: Option<Word>,
        #[config(default = "ab")]
        text: String,
        name: Option<String>,
        #[config(default = false)]
        flag: bool,
        maybe: Option<bool>,
        #[config(default = [1, 2])]
        dims: Vec<i32>,
        maybe_dims: Option<Vec<Option<u8>>>,
        #[config(default = {})]
        map: BTreeMap<String, u8>,
        maybe_map: Option<BTreeMap<String, Option<bool>>>,
        #[config(default = [1, "first"])]
        pair: (u8, String),
        #[config(default = ["a"])]
        names: Vec<String>,
        #[config(default = [])]
        large_list: Vec<u64>,
        #[config(default = {})]
        inner: Inner,
        maybe_inner: Option<Inner>,
        choice: Choice,
        #[config(default = { type = "other", size = 4 })]
        default_choice: Choice,
        maybe_choice: Option<Choice>,
    }
}

/// Reproducible choices: xorshift64*.
struct Choices(u64);

impl Choices {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % n
    }

    fn one<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

const PATHS: &[&[&str]] = &[
    &["a"],
    &["b"],
    &["c"],
    &["d"],
    &["e"],
    &["large"],
    &["word"],
    &["maybe_word"],
    &["text"],
    &["name"],
    &["flag"],
    &["maybe"],
    &["dims"],
    &["maybe_dims"],
    &["map"],
    &["maybe_map"],
    &["pair"],
    &["names"],
    &["large_list"],
    &["inner"],
    &["inner", "size"],
    &["inner", "word"],
    &["inner", "flag"],
    &["maybe_inner", "size"],
    &["maybe_inner", "word"],
    &["maybe_inner", "flag"],
    &["choice", "type"],
    &["choice", "size"],
    &["choice", "flag"],
    &["choice", "list"],
    &["choice", "nested", "flag"],
    &["default_choice", "size"],
    &["default_choice", "type"],
    &["maybe_choice"],
    &["maybe_choice", "type"],
    &["maybe_choice", "word"],
    &["maybe_choice", "size"],
    &["maybe_choice", "missing"],
];

const NUMBERS: &[Num] = &[
    Num::Int(0),
    Num::Int(1),
    Num::Int(2),
    Num::Int(3),
    Num::Int(-3),
    Num::Int(4),
    Num::Float(0.5),
    Num::Float(2.0),
    Num::Float(2.5),
    Num::Int(9_007_199_254_740_993),
    Num::Float(9_007_199_254_740_992.0),
    Num::Int(u64::MAX as i128),
    Num::Int(i128::MAX),
];

const WORDS: &[&str] = &["first", "second", "ab", "", "inner", "other"];

const COMPARISONS: [Operator; 6] = [
    Operator::Equal,
    Operator::NotEqual,
    Operator::Less,
    Operator::LessEqual,
    Operator::Greater,
    Operator::GreaterEqual,
];

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn int(n: i128) -> &'static Expr {
    leak(Expr::Literal(Data::Num(Number { value: Num::Int(n), text: "" })))
}

/// A rule at random: mostly of the well-typed ones, for others are unknown wherever they stand.
struct Rules {
    choices: Choices,
    inside_all: bool,
}

impl Rules {
    fn place(&mut self) -> &'static Expr {
        let place = if self.inside_all && self.choices.below(12) > 0 {
            leak(Expr::Element)
        } else {
            leak(Expr::Path(self.choices.one(PATHS)))
        };
        if self.choices.below(6) == 0 { leak(Expr::Index(place, self.choices.below(3))) } else { place }
    }

    fn literal(&mut self) -> &'static Expr {
        leak(Expr::Literal(match self.choices.below(5) {
            0 | 1 => Data::Str(self.choices.one(WORDS)),
            2 | 3 => Data::Num(Number { value: self.choices.one(NUMBERS), text: "" }),
            _ => Data::Bool(self.choices.below(2) == 0),
        }))
    }

    fn condition(&mut self, depth: usize) -> &'static Expr {
        let n = if depth == 0 { 8 } else { 15 };
        let expr = match self.choices.below(n) {
            0 => return self.place(),
            7 if self.choices.below(4) == 0 => Expr::Within(self.literal(), self.choices.one(PATHS)),
            7 => Expr::Unique(leak([*self.place()])),
            1 | 2 => {
                let (mut left, mut right) = (self.place(), self.literal());
                if self.choices.below(4) == 0 {
                    (left, right) = (right, left);
                }
                Expr::Binary(self.choices.one(&COMPARISONS), left, right)
            }
            3 => {
                let size = int(i128::try_from(self.choices.below(4)).unwrap());
                Expr::Binary(self.choices.one(&COMPARISONS), leak(Expr::Len(self.place())), size)
            }
            4 => {
                let step = int(self.choices.one(&[2, 2, 3, -2, 0]));
                let rest = leak(Expr::Binary(Operator::Remainder, self.place(), step));
                let operator = self.choices.one(&COMPARISONS[..2]);
                Expr::Binary(operator, rest, int(self.choices.one(&[0, 0, 1, -1, 5])))
            }
            5 => {
                let place = self.place();
                let needle = if self.choices.below(4) == 0 { leak(Expr::Len(place)) } else { place };
                let items: Vec<Expr> = (0..=self.choices.below(3)).map(|_| *self.literal()).collect();
                Expr::In(needle, leak(items))
            }
            6 if self.inside_all => return self.place(),
            6 => Expr::IsSet(self.choices.one(PATHS)),
            8 => Expr::Not(self.condition(depth - 1)),
            9 => Expr::Binary(Operator::And, self.condition(depth - 1), self.condition(depth - 1)),
            10 => Expr::Binary(Operator::Or, self.condition(depth - 1), self.condition(depth - 1)),
            11 => {
                let operator = self.choices.one(&COMPARISONS[..2]);
                Expr::Binary(operator, self.condition(depth - 1), self.condition(depth - 1))
            }
            12 if !self.inside_all => {
                let list = self.place();
                self.inside_all = true;
                let condition = self.condition(depth - 1);
                self.inside_all = false;
                Expr::All(list, condition)
            }
            _ => Expr::When(self.condition(depth - 1), self.condition(depth - 1)),
        };
        leak(expr)
    }
}

/// A document at random, of few values, so that they meet the conditions of rules often.
fn subject(choices: &mut Choices) -> Json {
    let numbers = [json!(0), json!(1), json!(2), json!(3), json!(4), json!(5), json!(2.0)];
    let number = |choices: &mut Choices| numbers[choices.below(numbers.len())].clone();
    let word = |choices: &mut Choices| json!(choices.one(&["first", "second", "third"]));
    let mut table = Map::new();
    table.insert("a".into(), number(choices));
    table.insert("choice".into(), choice(choices));
    let present = |choices: &mut Choices| choices.below(10) < 6;
    for key in ["b", "old_b", "older_b"] {
        if choices.below(5) == 0 && !table.keys().any(|key| key.ends_with('b')) {
            table.insert(key.into(), choices.one(&[-4, -3, -1, 0, 1, 3]).into());
        }
    }
    for (key, optional) in [
        ("c", true),
        ("d", false),
        ("e", true),
        ("large", false),
        ("word", false),
        ("maybe_word", true),
        ("text", false),
        ("name", true),
        ("flag", false),
        ("maybe", true),
        ("dims", false),
        ("maybe_dims", true),
        ("map", false),
        ("maybe_map", true),
        ("pair", false),
        ("names", false),
        ("large_list", false),
        ("inner", false),
        ("maybe_inner", true),
        ("default_choice", false),
        ("maybe_choice", true),
    ] {
        if !present(choices) {
            continue;
        }
        let value = match key {
            _ if optional && choices.below(4) == 0 => Json::Null,
            _ if choices.below(60) == 0 => json!("wrong"),
            "c" | "d" => choices.one(&[0.0, 0.5, 2.0, 2.5, -3.0, 1e300]).into(),
            "large" => {
                const P: u64 = 1 << 53;
                choices.one(&[0, 1, 2, P - 1, P, P + 1, P + 2, u64::MAX - 1, u64::MAX]).into()
            }
            "word" | "maybe_word" => word(choices),
            "text" | "name" => choices.one(&["", "a", "ab", "ß𝄞", "first"]).into(),
            "flag" | "maybe" => (choices.below(2) == 0).into(),
            "dims" => (0..choices.below(4)).map(|_| choices.one(&[-3, -1, 0, 1, 2, 3])).collect(),
            "maybe_dims" => {
                let items = (0..choices.below(4)).map(|_| choices.one(&[None, Some(0), Some(2), Some(3)]));
                items.map(|item| item.map_or(Json::Null, Json::from)).collect()
            }
            "map" => entries(choices, &[json!(0), json!(1), json!(2), json!(3)]),
            "maybe_map" => entries(choices, &[json!(true), json!(true), json!(false), Json::Null]),
            "pair" => json!([choices.below(4), choices.one(&["first", "ab"])]),
            "names" => (0..choices.below(4)).map(|_| choices.one(&["first", "second", "ab", ""])).collect(),
            "large_list" => {
                const P: u64 = 1 << 53;
                let numbers = [json!(P - 1), json!(P), json!(P + 1), json!(9_007_199_254_740_992.0), json!(2)];
                (0..choices.below(3)).map(|_| numbers[choices.below(5)].clone()).collect()
            }
            "inner" | "maybe_inner" => inner(choices),
            "default_choice" | "maybe_choice" => choice(choices),
            _ => number(choices),
        };
        table.insert(key.into(), value);
    }
    table.into()
}

fn entries(choices: &mut Choices, values: &[Json]) -> Json {
    let n = choices.below(4);
    (0..n).map(|k| (format!("k{k}"), values[choices.below(values.len())].clone())).collect::<Map<_, _>>().into()
}

fn inner(choices: &mut Choices) -> Json {
    let mut table = Map::new();
    for key in ["size", "word", choices.one(&["flag", "old_flag"])] {
        let value = match key {
            _ if choices.below(3) == 0 => continue,
            "size" => choices.one(&[0, 1, 2, 3, 4]).into(),
            "word" => choices.one(&[Some("first"), Some("second"), None]).map_or(Json::Null, Json::from),
            _ => (choices.below(2) == 0).into(),
        };
        table.insert(key.into(), value);
    }
    table.into()
}

fn choice(choices: &mut Choices) -> Json {
    let (tag, mut table) = if choices.below(2) == 0 {
        ("inner", inner(choices))
    } else {
        let mut table = json!({ "size": choices.one(&[-3, 0, 1, 2, 4]) });
        if choices.below(2) == 0 {
            table["list"] = (0..choices.below(3)).map(|_| choices.one(&[0, 2, 3])).collect();
        }
        match choices.below(3) {
            0 => table["nested"] = inner(choices),
            1 => table["nested"] = Json::Null,
            _ => {}
        }
        ("other", table)
    };
    table["type"] = tag.into();
    table
}

/// The config with other rules, and with unions that are open or closed.
fn with_rule(expr: &'static Expr, open: bool) -> Kind {
    let rule = Rule { text: "a rule", message: None, expr: *expr, paths: PATHS };
    let mut fields = Subject::SCHEMA.fields.to_vec();
    for field in fields.iter_mut().filter(|_| open) {
        if let Kind::Union(union) = field.kind {
            field.kind = Kind::Union(leak(Union { open: true, ..*union }));
        }
    }
    let fields: &'static [_] = Vec::leak(fields);
    Kind::Table(leak(Schema { rules: Vec::leak(vec![rule]), fields, ..*Subject::SCHEMA }))
}

#[test]
fn rules_at_random_mean_what_the_evaluator_means() {
    const RULES: u64 = 2500;
    const DOCUMENTS: u64 = 30;
    let registered: &[&Schema] = &[Other::SCHEMA];
    let (mut exact_rules, mut upheld, mut broken, mut let_through) = (0, 0, 0, 0);
    for seed in 0..RULES {
        let choices = Choices(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut rules = Rules { choices, inside_all: false };
        let expr = rules.condition(1 + usize::try_from(seed % 3).unwrap());
        let kind = with_rule(expr, seed.is_multiple_of(4));
        let Kind::Table(schema) = kind else { unreachable!() };
        let claim = Scope { schema, element: None }.claim(expr, Sense::FALSE.opposite());
        exact_rules += u32::from(claim.exact);
        let json_schema = document(&kind, "Subject", registered);
        let validator = jsonschema::validator_for(&json_schema).unwrap();
        let mut choices = rules.choices;
        for _ in 0..DOCUMENTS {
            let mut document = subject(&mut choices);
            if seed.is_multiple_of(4) && choices.below(8) == 0 {
                document["choice"] = json!({ "type": "Other", "size": 2 });
            }
            let tree = Tree::deserialize(&document).unwrap();
            let arena = bumpalo::Bump::new();
            let doc = Doc { sources: &[], root: tree.freeze(&arena) };
            let report: Report<64> = check(&kind, &doc, registered);
            let accepted = report.count() == 0;
            let only_rule = report.issues().iter().all(|issue| issue.code == Code::Rule);
            let valid = validator.is_valid(&document);
            let describe = || {
                let said = super::condition(&schema.rules[0], schema).unwrap_or_default();
                format!("seed {seed}: {expr:?}\n{said:#}\n{document:#}\n{:?}", report.issues().first())
            };
            assert!(valid || !accepted, "the schema refuses what the checker accepts: {}", describe());
            assert!(!valid || only_rule, "the schema accepts a mistake: {}", describe());
            if claim.exact {
                assert!(valid == accepted, "the schema accepts a broken rule: {}", describe());
                upheld += u32::from(accepted);
                broken += u32::from(!accepted && only_rule);
            } else {
                let_through += u32::from(valid && !accepted);
            }
        }
    }
    let figures = format!("{exact_rules} rules said, {upheld} upheld, {broken} broken, {let_through} let through");
    assert!(exact_rules > 900 && upheld > 10_000 && broken > 3_000 && let_through > 0, "{figures}");
    println!("{figures}");
}

mod written {
    use crate::config::ModelConfig;

    /// Every form of a condition.
    #[derive(ModelConfig)]
    #[config(rule(when(flag, rate > 0), "a flag needs a rate"))]
    #[config(rule(when(word == "second", inner.size >= 4)))]
    #[config(rule(is_set(name) != is_set(limit)))]
    #[config(rule(!(is_set(name) && is_set(rates))))]
    #[config(rule(flag || word in ["first", "third"]))]
    #[config(rule(limit != 3 && limit < 9))]
    #[config(rule(width % 8 == 0))]
    #[config(rule(all(rates, v > 0 && v <= 1)))]
    #[config(rule(!all(rates, v == 1)))]
    #[config(rule(len(name) == 2))]
    #[config(rule(when(choice.type == "other", is_set(choice.nested))))]
    #[config(rule(all(choice.list, v > 1)))]
    #[config(rule(when(flag, choice.size < 5)))]
    #[config(rule(when(is_set(limit), is_set(old))))]
    #[config(rule(rates[1] < 1))]
    #[config(rule(unique(names)))]
    #[config(rule(all(shares, v > 0)))]
    #[config(rule(limit < width && rate < 1))]
    #[config(rule(limit < width || rate < 1))]
    #[config(rule(1 + 1 == 2 || flag))]
    #[config(rule(1 > 2))]
    #[config(rule(extra == "a" || extra[0] in [1, 2] || unique(extra)))]
    #[config(rule(all(extra, v > 1)))]
    #[config(rule(len(extra) > 1 && extra))]
    #[config(rule(is_set(extra)))]
    #[allow(dead_code, reason = "only its schema is read")]
    pub struct Written {
        #[config(default = false)]
        flag: bool,
        #[config(default = 0.0)]
        rate: f64,
        #[config(default = "first")]
        word: super::configs::Word,
        inner: super::configs::Inner,
        name: Option<String>,
        limit: Option<u8>,
        width: u32,
        rates: Option<Vec<f64>>,
        choice: super::configs::Choice,
        #[config(renamed_from = "older")]
        old: Option<u8>,
        #[config(default = [])]
        names: Vec<String>,
        #[config(default = {})]
        shares: std::collections::BTreeMap<String, f64>,
        extra: Option<serde_json::Value>,
    }
}

#[test]
fn what_rules_become() {
    let schema = written::Written::SCHEMA;
    let type_is = |name: &str| json!({ "type": name });
    let set = |name: &str, kind: &str| json!({ "properties": { name: type_is(kind) }, "required": [name] });
    let unset = |name: &str| json!({ "properties": { name: type_is("null") } });
    let expected = [
        // The default, 0, fails it: so it has to be there.
        Some(json!({
            "if": { "properties": { "flag": { "const": true } }, "required": ["flag"] },
            "then": { "properties": { "rate": { "exclusiveMinimum": 0 } }, "required": ["rate"] },
        })),
        // `inner` itself is required anyway.
        Some(json!({
            "if": { "properties": { "word": { "const": "second" } }, "required": ["word"] },
            "then": {
                "properties": { "inner": { "properties": { "size": { "minimum": 4 } }, "required": ["size"] } },
            },
        })),
        Some(json!({ "if": set("name", "string"), "then": unset("limit"), "else": set("limit", "integer") })),
        Some(json!({ "if": set("name", "string"), "then": unset("rates") })),
        // The default of `word` is one of them.
        Some(json!({
            "anyOf": [
                { "properties": { "flag": { "const": true } }, "required": ["flag"] },
                { "properties": { "word": { "enum": ["first", "third"] } } },
            ],
        })),
        Some(json!({ "properties": { "limit": { "not": { "const": 3 }, "exclusiveMaximum": 9 } } })),
        Some(json!({ "properties": { "width": { "multipleOf": 8 } } })),
        Some(json!({ "properties": { "rates": { "items": { "exclusiveMinimum": 0, "maximum": 1 } } } })),
        Some(json!({ "properties": { "rates": { "contains": { "not": { "const": 1 } } } } })),
        Some(json!({ "properties": { "name": { "minLength": 2, "maxLength": 2 } } })),
        Some(json!({
            "if": {
                "properties": {
                    "choice": { "type": "object", "properties": { "type": { "const": "other" } }, "required": ["type"] },
                },
                "required": ["choice"],
            },
            // No other variant has the field, so it is unset there.
            "then": {
                "properties": {
                    "choice": {
                        "properties": { "type": { "const": "other" }, "nested": { "type": "object" } },
                        "required": ["type", "nested"],
                    },
                },
            },
        })),
        // The rule is unknown where there is no such field.
        Some(json!({
            "properties": {
                "choice": {
                    "if": { "properties": { "type": { "const": "other" } }, "required": ["type"] },
                    "then": { "properties": { "list": { "items": { "exclusiveMinimum": 1 } } } },
                },
            },
        })),
        // Every variant has it.
        Some(json!({
            "if": { "properties": { "flag": { "const": true } }, "required": ["flag"] },
            "then": { "properties": { "choice": { "properties": { "size": { "exclusiveMaximum": 5 } } } } },
        })),
        Some(json!({
            "if": set("limit", "integer"),
            "then": {
                "properties": { "old": type_is("integer"), "older": type_is("integer") },
                "anyOf": [{ "required": ["old"] }, { "required": ["older"] }],
            },
        })),
        Some(json!({ "properties": { "rates": { "prefixItems": [true, { "exclusiveMaximum": 1 }] } } })),
        Some(json!({ "properties": { "names": { "uniqueItems": true } } })),
        Some(json!({ "properties": { "shares": { "additionalProperties": { "exclusiveMinimum": 0 } } } })),
        // A part is said if the whole is its conjunction, and nothing if it is its disjunction.
        Some(json!({ "properties": { "rate": { "exclusiveMaximum": 1 } } })),
        None,
        // Always true, never true.
        None,
        Some(json!({ "not": {} })),
        // What it is depends on the document.
        None,
        None,
        None,
        Some(json!({
            "properties": { "extra": { "type": ["boolean", "number", "string", "array", "object"] } },
            "required": ["extra"],
        })),
    ];
    assert_eq!(schema.rules.len(), expected.len());
    for (rule, expected) in schema.rules.iter().zip(expected) {
        let mut found = super::condition(rule, schema);
        let message = found.as_mut().and_then(Json::as_object_mut).and_then(|found| found.shift_remove(MESSAGE));
        assert_eq!(found, expected, "{}: {:#}", rule.text, found.clone().unwrap_or_default());
        assert_eq!(message.is_some(), expected.is_some());
    }
}

#[test]
fn a_broken_rule_is_told_in_the_words_of_the_checker() {
    let schema = written::Written::SCHEMA;
    let message = |k: usize| super::condition(&schema.rules[k], schema).unwrap()[MESSAGE].clone();
    assert_eq!(message(0), "a flag needs a rate (rule `when(flag, rate > 0)` of `Written` does not hold)");
    assert_eq!(message(6), "rule `width % 8 == 0` of `Written` does not hold");
}

/// What stands in the description of a table stays complete.
#[test]
fn rules_are_listed_whether_they_are_said_or_not() {
    let schema = document(&Kind::Table(written::Written::SCHEMA), "Written", &[]);
    assert_eq!(schema["x-artifex-rules"].as_array().unwrap().len(), written::Written::SCHEMA.rules.len());
    assert!(schema["description"].as_str().unwrap().contains("- `limit < width || rate < 1`"));
    assert!(schema["description"].as_str().unwrap().contains("- `when(flag, rate > 0)`: a flag needs a rate"));
}
