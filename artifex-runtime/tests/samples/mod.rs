//! Configs with everything that the derive can say.

use artifex::config::schema::{Constraint, Field, Kind, Notes, Presence, Schema, Union, Variant};
use artifex::config::text::hash;
use artifex::config::{ModelConfig, Value};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A choice of words.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum Word {
    /// The first.
    First,
    SecondOne,
    #[config(rename = "third word")]
    Third,
}

/// Numbers of every kind at every limit.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Numbers {
    pub a: u8,
    #[config(default = -3)]
    pub b: i8,
    #[config(default = 1, min = 1)]
    pub c: u64,
    #[config(default = 0)]
    pub d: i64,
    #[config(default = 1, min = 1, max = 9_007_199_254_740_993)]
    pub e: u64,
    #[config(default = 0.5, exclusive_min = 0, exclusive_max = 1)]
    pub f: f32,
    #[config(default = 0.0, min = -1.5, max = 1e3)]
    pub g: f64,
    #[config(default = 0.0)]
    pub h: f32,
    #[config(default = 1.0, max = 18_446_744_073_709_551_615)]
    pub i: f64,
    #[config(default = 2, exclusive_min = 1.5, max = 7.5)]
    pub j: u32,
    #[config(default = 5, exclusive_min = -1, exclusive_max = 1_000)]
    pub k: i32,
    #[config(min = 1, max = 1)]
    pub l: Option<usize>,
    #[config(default = 16, one_of(8, 16, 32.0))]
    pub m: u16,
    #[config(default = 0.1, one_of(0.1, 0.25, 1))]
    pub n: f64,
    #[config(default = 0, min = -1_000, max = 70_000)]
    pub o: u16,
}

/// Texts and lists of every length.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Lengths {
    #[config(len(min = 1, max = 3))]
    pub a: String,
    #[config(default = "ab", len = 2)]
    pub b: String,
    #[config(default = "x", one_of("x", "yy", "zß"))]
    pub c: String,
    #[config(one_of("x", "yy"))]
    pub d: Option<String>,
    #[config(default = [1, 2], len(min = 1, max = 4), each(min = 1, max = 9))]
    pub e: Vec<u32>,
    #[config(default = [0.5, 0.5], each(exclusive_min = 0))]
    pub f: [f64; 2],
    #[config(default = [[1, 2], [3, 4]], len(min = 1), each(len = 2, each(max = 64)))]
    pub g: Vec<Vec<u8>>,
    #[config(len(max = 2), each(one_of("a", "b")))]
    pub h: Option<Vec<String>>,
    #[config(default = [], each(min = 2))]
    pub i: Vec<Option<u8>>,
    #[config(default = [], each(one_of(1, 2)))]
    pub j: Vec<Option<u8>>,
    #[config(default = [], each(len(min = 1)))]
    pub k: Vec<Option<Vec<bool>>>,
    #[config(default = [], each(len(min = 2)))]
    pub l: Vec<Option<String>>,
    #[allow(clippy::option_option, reason = "nothing keeps a user from it")]
    pub m: Option<Option<u8>>,
    #[config(default = "a/b", len(min = 1))]
    pub n: PathBuf,
    #[config(default = [], each(one_of("first")))]
    pub o: Vec<Word>,
    #[config(default = [[0, 0, 0], [0, 0, 0]])]
    pub p: [[i16; 3]; 2],
    #[config(default = [])]
    pub q: Vec<Option<Word>>,
    #[config(default = "first", one_of("first", "third word"))]
    pub r: Word,
    #[config(len(min = 3))]
    pub s: Option<[u8; 3]>,
    #[config(len(min = 1, max = 5))]
    pub t: Option<[u8; 3]>,
}

/// Values of any kind.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Anything {
    pub a: Json,
    pub b: Option<Json>,
    #[config(len(min = 1, max = 3))]
    pub c: Vec<Json>,
    #[config(keys(len(max = 3)), len(max = 2))]
    pub d: BTreeMap<String, Json>,
    #[config(default = { x = [1, { y = "z" }] })]
    pub e: Json,
    #[config(default = [], each(len(min = 1)))]
    pub f: Vec<Option<Vec<Option<Json>>>>,
}

/// No fields.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Empty {}

/// A config that goes by a tag.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "own tag")]
pub struct Tagged {
    #[config(default = 1)]
    pub size: u8,
    pub word: Option<Word>,
}

/// Needs its field.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Needy {
    #[config(min = 10)]
    pub size: u64,
}

/// One of several.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum Choice {
    Small(Tagged),
    Large(Needy),
    Empty(Empty),
    Same(Needy),
}

/// A tree. Constants cannot refer to themselves, so the derive cannot make a recursive config; by hand, a static can.
static TREE: Schema =
    Schema { name: "Tree", tag: None, doc: "A tree.", version: None, fields: &TREE_FIELDS, rules: &[], cost: None };

static TREE_FIELDS: [Field; 4] = [
    field("value", i32::KIND, Constraint::NONE),
    field(
        "children",
        Kind::List { element: &Kind::Table(&TREE), len: None },
        Constraint { max_len: Some(3), ..Constraint::NONE },
    ),
    field("next", Kind::Option(&Kind::Table(&TREE)), Constraint::NONE),
    field("other", Kind::Option(&Kind::Union(&EITHER)), Constraint::NONE),
];

/// A leaf or a tree.
static EITHER: Union = Union {
    name: "Either",
    doc: "A leaf or a tree.",
    variants: &[
        Variant { tag: "leaf", schema: Empty::SCHEMA, deprecated: None },
        Variant { tag: "tree", schema: &TREE, deprecated: None },
    ],
    open: false,
};

const fn field(name: &'static str, kind: Kind, constraint: Constraint) -> Field {
    let presence = Presence::of(&kind);
    Field { name, hash: hash(name), doc: "", kind, presence, constraint, notes: Notes::NONE }
}

/// Tuples, maps and multiples.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Shapes {
    pub pair: (u8, String),
    pub triple: Option<(bool, Option<f32>, Tagged)>,
    #[config(default = {})]
    pub weights: BTreeMap<String, f64>,
    #[config(len(min = 1, max = 2), keys(len(min = 2, max = 3)), values(min = 1, max = 9))]
    pub bounded: BTreeMap<String, u8>,
    pub tables: Option<BTreeMap<String, Needy>>,
    #[config(default = 16, multiple_of = 8)]
    pub width: u32,
    #[config(default = 0.5, multiple_of = 0.25, min = 0, max = 4)]
    pub rate: f64,
    #[config(default = [8], each(multiple_of = 4))]
    pub widths: Vec<u16>,
}

/// Patterns wherever strings stand.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Patterns {
    #[config(pattern = "^[a-z_]+$")]
    pub name: String,
    #[config(default = "a.toml", pattern = r"^[^/].*\.toml$", len(min = 6, max = 9))]
    pub path: PathBuf,
    #[config(pattern = r"\d{2,3}")]
    pub digits: Option<String>,
    #[config(default = [], each(pattern = r"^(?:v\d+|\S\s[à-ÿ])$"))]
    pub words: Vec<String>,
    #[config(default = [], each(pattern = "x$"))]
    pub maybe: Vec<Option<String>>,
    #[config(default = {}, keys(pattern = "^[A-Z][a-z]?$"), values(pattern = "^[^b-z]"))]
    pub by_name: BTreeMap<String, String>,
    #[config(default = "ab", pattern = "^a", one_of("ab", "ac"))]
    pub chosen: String,
}

/// Everything together.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "everything")]
pub struct Everything {
    /// With documentation of its own.
    pub numbers: Numbers,
    pub lengths: Option<Lengths>,
    pub shapes: Option<Shapes>,
    pub flag: bool,
    #[config(default = "first")]
    pub word: Word,
    pub maybe_word: Option<Word>,
    pub tagged: Tagged,
    /// Perhaps.
    pub maybe_tagged: Option<Tagged>,
    pub choice: Choice,
    /// Perhaps a choice.
    pub maybe_choice: Option<Choice>,
    #[config(default = { type = "empty" })]
    pub default_choice: Choice,
    #[config(default = [], len(max = 3))]
    pub choices: Vec<Choice>,
    #[config(default = {})]
    pub empty: Empty,
    #[config(default = [])]
    pub list_of_maybe: Vec<Option<Needy>>,
    pub pair: Option<[Needy; 2]>,
}

/// With rules that JSON Schema can say, on which fields there are.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(is_set(epochs) != is_set(steps), "set either `epochs` or `steps`"))]
#[config(rule(!(is_set(file) && (is_set(share) || is_set(seed)))))]
#[config(rule(when(is_set(share), is_set(name) == (word == "third word")), "the third word has a name"))]
pub struct SaidPresence {
    #[config(min = 1)]
    pub epochs: Option<u64>,
    #[config(renamed_from = "updates")]
    pub steps: Option<u64>,
    pub file: Option<PathBuf>,
    pub share: Option<f32>,
    #[config(default = 7)]
    pub seed: Option<u64>,
    pub name: Option<String>,
    #[config(default = "third word")]
    pub word: Word,
}

/// With rules that JSON Schema can say, on single values.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "said")]
#[config(rule(when(nesterov, momentum > 0), "`nesterov` needs `momentum` above 0"))]
#[config(rule(word == "first" || inner.size >= 12))]
#[config(rule(!(len(name) in [1, 3]) && share != 0.75))]
#[config(rule(when(choice.type == "small", choice.size != 3)))]
pub struct SaidValues {
    #[config(default = false)]
    pub nesterov: bool,
    #[config(default = 0.0, min = 0, max = 1)]
    pub momentum: f64,
    #[config(default = "first")]
    pub word: Word,
    #[config(default = { size = 11 })]
    pub inner: Needy,
    pub name: Option<String>,
    pub share: Option<f32>,
    #[config(default = { type = "small" })]
    pub choice: Choice,
}

/// With rules that JSON Schema can say, on numbers and what is in lists.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(width % 8 != 0 || depth < 4))]
#[config(rule(all(dims, v % 2 == 1 || v > 10) || len(dims) >= 3))]
#[config(rule(when(is_set(inner.size), all(weights, v <= 0.5))))]
#[config(rule(range[1] != 2 && (unique(names) || depth == 3)))]
#[config(rule(all(shares, v >= 2)))]
pub struct SaidNumbers {
    #[config(default = 16)]
    pub width: u32,
    #[config(default = 3, renamed_from = "layers")]
    pub depth: u8,
    #[config(default = [3])]
    pub dims: Vec<u8>,
    pub weights: Option<Vec<Option<f64>>>,
    pub inner: Option<Needy>,
    #[config(default = [0, 1])]
    pub range: (u8, u8),
    #[config(default = [], each(len(max = 1)))]
    pub names: Vec<String>,
    #[config(default = {}, values(max = 9))]
    pub shares: BTreeMap<String, u8>,
}

/// With rules between the fields, some of which no schema can say.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(low < high, "the range must not be empty"))]
#[config(rule(when(word == "first", is_set(reason))))]
#[config(rule(len(dims) % 2 == 0 && all(dims, v <= 100)))]
pub struct Ruled {
    #[config(min = 0)]
    pub low: u32,
    #[config(max = 100)]
    pub high: u32,
    #[config(default = "second_one")]
    pub word: Word,
    pub reason: Option<String>,
    #[config(default = [1, 2])]
    pub dims: Vec<u32>,
    pub inner: Option<Needy>,
}

/// What open unions accept beside their own.
pub const REGISTERED: &[&Schema] = &[Needy::SCHEMA, Tagged::SCHEMA];

/// An open union; only a registry has one.
pub const OPEN: Kind = match Choice::KIND {
    Kind::Union(union) => Kind::Union(&Union { open: true, ..*union }),
    other => other,
};

/// The kinds of all, by name.
pub fn kinds() -> Vec<(&'static str, Kind)> {
    vec![
        ("Numbers", Numbers::KIND),
        ("Lengths", Lengths::KIND),
        ("Tagged", Tagged::KIND),
        ("Choice", Choice::KIND),
        ("Tree", Kind::Table(&TREE)),
        ("Either", Kind::Union(&EITHER)),
        ("Everything", Everything::KIND),
        ("Ruled", Ruled::KIND),
        ("SaidPresence", SaidPresence::KIND),
        ("SaidValues", SaidValues::KIND),
        ("SaidNumbers", SaidNumbers::KIND),
        ("open union", OPEN),
        ("Patterns", Patterns::KIND),
        ("Anything", Anything::KIND),
    ]
}
