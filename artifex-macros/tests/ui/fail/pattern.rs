use artifex::{ModelConfig, config};
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(ModelConfig)]
enum Word {
    One,
}

type Rates = BTreeMap<String, f64>;
type Name = String;

#[derive(ModelConfig)]
struct Types {
    #[config(pattern = "^a")]
    number: u32,
    #[config(pattern = "^a")]
    word: Word,
    #[config(pattern = "^a")]
    list: Vec<String>,
    #[config(values(pattern = "^a"), keys(pattern = "^a"))]
    rates: Rates,
    #[config(each(pattern = "^a"))]
    numbers: Option<Vec<Option<f32>>>,
    #[config(pattern = "^a")]
    name: Name,
}

#[derive(ModelConfig)]
struct Closed {
    #[config(one_of("adam", "SGD"), pattern = "^[a-z]+$")]
    optimizer: String,
}

#[derive(ModelConfig)]
struct Defaults {
    #[config(default = "Run 1", pattern = "^[a-z_]+$")]
    name: String,
    #[config(example = "a.txt", pattern = r"\.toml$")]
    path: PathBuf,
    #[config(default = ["ab", "aé"], each(pattern = "^[a-z]+$"))]
    each: Vec<Option<String>>,
    #[config(default = { a = "x" }, keys(pattern = "^[A-Z]$"))]
    keys: BTreeMap<String, String>,
    #[config(default = { A = "x" }, values(pattern = "^y"))]
    values: BTreeMap<String, String>,
    #[config(secret, default = "hunter2", pattern = "^[a-z]+$")]
    key: String,
}

#[derive(ModelConfig)]
struct Run {
    #[config(pattern = "^[a-z_]+$")]
    name: String,
    #[config(pattern = r"^v\d+\.\d+$")]
    version: Option<String>,
    #[config(default = {}, keys(pattern = "^[a-z]+$"), values(pattern = "^[^/]"))]
    files: BTreeMap<String, PathBuf>,
    #[config(pattern = "-")]
    tag: Option<String>,
    #[config(pattern = "^[a-z]+$", secret)]
    key: Option<String>,
}

fn main() {
    config!(Run { name = "A-b", version = "v1", files = { b = "/etc", "c\n" = "d" }, tag = "none", key = "hunter2" });
    config!(Run { name = "ab\u{1d11e}", version = "" });
}
