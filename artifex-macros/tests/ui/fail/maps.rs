use artifex::ModelConfig;
use std::collections::BTreeMap;

#[derive(ModelConfig)]
struct Syntax {
    #[config(keys(min = 1))]
    wrong: BTreeMap<String, u32>,
    #[config(values)]
    bare: BTreeMap<String, u32>,
    #[config(each(min = 1), values(max = 2))]
    both: BTreeMap<String, u32>,
}

type Rates = BTreeMap<String, f64>;

#[derive(ModelConfig)]
struct Types {
    #[config(keys(len = 1))]
    list: Vec<u32>,
    #[config(values(min = 1))]
    number: u32,
    #[config(each(min = 1))]
    map: BTreeMap<String, u32>,
    #[config(values(len = 1))]
    alias: Rates,
    #[config(keys(one_of(1)))]
    keys: Rates,
    #[config(default = { a = -1 }, values(min = 0))]
    default: Rates,
}

#[derive(ModelConfig)]
struct Keys {
    other: BTreeMap<u32, f64>,
}

fn main() {}
