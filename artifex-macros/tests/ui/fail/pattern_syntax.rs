use artifex::ModelConfig;
use std::collections::BTreeMap;

#[derive(ModelConfig)]
struct Form {
    #[config(pattern)]
    bare: String,
    #[config(pattern("a"))]
    call: String,
    #[config(pattern = 1)]
    number: String,
    #[config(pattern = "a", pattern = "b")]
    twice: String,
    #[config(len(pattern = "a"))]
    inside: String,
}

#[derive(ModelConfig)]
struct Refused {
    #[config(pattern = "")]
    empty: String,
    #[config(pattern = "[a-z]*")]
    everything: String,
    #[config(default = "a", pattern = "(?i)^[a-z]+$")]
    flag: String,
    #[config(pattern = r"\A[a-z]+\z")]
    ends: String,
    #[config(pattern = r"\bword\b")]
    word: String,
    #[config(pattern = r"(?P<year>\d{4})")]
    name: String,
    #[config(each(pattern = "^[[:alpha:]]+$"))]
    posix: Vec<String>,
    #[config(keys(pattern = "^[a-z&&[^aeiou]]+$"))]
    operation: BTreeMap<String, u32>,
    #[config(values(pattern = "^(?!x)"))]
    look: BTreeMap<String, String>,
    #[config(pattern = r"^(a|b)\1$")]
    back: String,
    #[config(pattern = r"^\p{L}+$")]
    property: String,
    #[config(pattern = r"^a\-b$")]
    escape: String,
    #[config(pattern = "^a|b$")]
    anchors: String,
    #[config(pattern = "^[a-z$")]
    open: String,
    #[config(pattern = "^.{1,999}$")]
    large: String,
}

fn main() {}
