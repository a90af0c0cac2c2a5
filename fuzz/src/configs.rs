//! A config of every kind, with everything that an attribute can say.

use artifex::ModelConfig;
use artifex::config::schema::{Kind, Schema, Union};
use artifex::config::{ModelConfig as _, Value};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A choice of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum Word {
    First,
    SecondOne,
    #[config(rename = "third word", deprecated = "use `first`")]
    Third,
}

/// Numbers of every size, in ranges.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "numbers", rule(low < high, "the range must not be empty"), rule(ratio * 2 <= high + 1_000 || big > 0))]
pub struct Numbers {
    #[config(default = 0)]
    pub low: i8,
    #[config(default = 10, max = 1_000)]
    pub high: u16,
    #[config(default = 0.5, exclusive_min = 0, max = 1e3)]
    pub ratio: f64,
    #[config(default = 0.25, multiple_of = 0.125)]
    pub rate: f32,
    #[config(default = 1, min = 1)]
    pub big: u64,
    #[config(default = 8, multiple_of = 8, one_of(8, 16, 4_096))]
    pub width: u32,
    pub any: Option<i64>,
    pub real: Option<f64>,
}

/// What is not to be shown.
#[derive(Clone, Debug, PartialEq, Eq, ModelConfig)]
#[config(version = 3, rename_all = "kebab-case", rule(len(api_key) > 2 || pin > 1_000))]
pub struct Account {
    #[config(secret, len(max = 40), renamed_from("password", "pass"))]
    pub api_key: String,
    #[config(secret, default = 1_234, min = 1)]
    pub pin: u16,
    #[config(secret, default = [], each(len(max = 40)), len(max = 3))]
    pub tokens: Vec<String>,
    #[config(since = 2, pattern = "^[aZ0]*(b|\\.ß)?$")]
    pub user: Option<String>,
}

/// Lists, maps, tuples.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(unique(words)), rule(when(is_set(tables), all(scores, v != 7) || "a" in scores)))]
#[config(rule(grid[0][1] >= 0 || sizes[0] in [1, 2]), rule(when(is_set(pair), sum(weights) >= 0)))]
#[config(rule(len(sizes) % 2 == 0 && all(sizes, v <= 100)))]
pub struct Collections {
    #[config(default = [1, 2], len(min = 1, max = 4), each(min = 1))]
    pub sizes: Vec<u32>,
    #[config(default = [], each(exclusive_min = -1.5, max = 1e9))]
    pub weights: Vec<f64>,
    #[config(default = [[0, 0], [0, 0]])]
    pub grid: [[i16; 2]; 2],
    pub pair: Option<(u8, String)>,
    #[config(default = [true, [0.5], "first"])]
    pub triple: (bool, Vec<f32>, Word),
    #[config(default = {}, keys(len(min = 1, max = 6), pattern = "^[^\\n]"), values(min = -5), len(max = 4))]
    pub scores: BTreeMap<String, i32>,
    pub tables: Option<BTreeMap<String, Numbers>>,
    #[config(default = [], each(one_of("first", "third word")))]
    pub words: Vec<Word>,
    #[config(default = [])]
    pub holes: Vec<Option<Empty>>,
    pub anything: Option<Json>,
    #[config(default = {}, values(len(max = 3)))]
    pub lists: BTreeMap<String, Vec<Json>>,
}

/// Nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, ModelConfig)]
pub struct Empty {}

/// One of several.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum Choice {
    Numbers(Numbers),
    Account(Account),
    #[config(rename = "no thing", deprecated = "use numbers")]
    Empty(Empty),
}

/// Its fields stand among those of another.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(start <= end))]
pub struct Schedule {
    #[config(default = 0)]
    pub start: u32,
    #[config(default = 100, renamed_from = "stop", deprecated = "use `steps`")]
    pub end: u32,
}

/// Everything together.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "everything", rule(when(word == "first", is_set(note)), "the first needs a note"))]
#[config(rule(numbers.width in [8, 16] || account.pin != 7), rule(prod(collections.sizes) < 1_000_000))]
pub struct Everything {
    #[config(default = "second_one")]
    pub word: Word,
    #[config(rename = "the note", len(min = 1, max = 8))]
    pub note: Option<String>,
    #[config(default = "a/b", len(min = 1))]
    pub folder: PathBuf,
    pub flag: Option<bool>,
    #[config(default)]
    pub numbers: Numbers,
    pub account: Account,
    #[config(default)]
    pub collections: Collections,
    #[config(default = { type = "no thing" })]
    pub choice: Choice,
    #[config(default = [], len(max = 3))]
    pub choices: Vec<Choice>,
    #[config(flatten)]
    pub schedule: Schedule,
    #[config(skip)]
    pub cache: Vec<u8>,
}

/// What an open union accepts beside its own.
pub const REGISTERED: &[&Schema] = &[Schedule::SCHEMA, Everything::SCHEMA];

/// An open union; only a registry has one.
pub const OPEN: Kind = match Choice::KIND {
    Kind::Union(union) => Kind::Union(&Union { open: true, ..*union }),
    other => other,
};
