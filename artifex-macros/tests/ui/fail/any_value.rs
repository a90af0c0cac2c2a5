use artifex::ModelConfig;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(ModelConfig)]
#[config(rule(notes.name == "x"))]
struct Net {
    #[config(min = 1, pattern = "^a", one_of("a", 3))]
    notes: Value,
    #[config(len = 3)]
    extra: Value,
    #[config(each(multiple_of = 2))]
    steps: Vec<Value>,
    #[config(values(max = 3))]
    metadata: BTreeMap<String, Value>,
    #[config(unit = "s", secret)]
    time: Option<Value>,
    #[config(each(min = 1))]
    list: Value,
}

fn main() {}
