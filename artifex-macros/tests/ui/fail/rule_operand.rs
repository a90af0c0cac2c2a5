use artifex::ModelConfig;
use std::collections::BTreeMap;

/// Nothing but the compiler knows what this is.
type Width = u32;
type Words = Vec<String>;

#[derive(ModelConfig)]
enum Activation {
    Relu,
    Gelu,
}

#[derive(ModelConfig)]
struct Encoder {
    width: Width,
    names: Words,
}

#[derive(ModelConfig)]
#[config(rule(len(width) > 2), rule(len(encoder.width) > 2), rule(len(encoder) > 1))]
#[config(rule(sum(width) > 2), rule(sum(names) > 2.5), rule(prod(encoder.names) > 2), rule(prod(name) > 1))]
#[config(rule(sum(mixed) > 2), rule(sum(rates) > 2))]
#[config(rule(all(width, v > 1)), rule(all(name, v > 1)), rule(all(encoder, v > 1)), rule(unique(sizes, rates)))]
#[config(rule(all(names, v > 1)), rule(all(words, len(v) > 1 && !v)), rule(all(sizes, len(v) > 1)))]
#[config(rule(name < 3), rule(names[0] + 1 > mixed[1]), rule(!width), rule(width && sizes[0]), rule(encoder.width))]
#[config(rule(name == 3), rule("relu" != width), rule(encoder.width == encoder.names), rule(sizes == names))]
#[config(rule(activation == "rleu"), rule(activation in ["relu", "tanh"]), rule(width + 1 == name))]
#[config(rule(encoder == other), rule(is_set(name) == name))]
#[config(rule(width in names), rule(encoder.width in rates), rule(all(names, v in sizes)), rule(3 in names))]
#[config(rule(deep[0][2] > 1), rule(deep[0][0][0] > 1), rule(all(deep, v[2] > 1)))]
struct Net {
    width: Width,
    name: String,
    activation: Activation,
    sizes: Vec<u32>,
    names: Vec<String>,
    words: Words,
    mixed: (u32, String),
    deep: Vec<[u32; 2]>,
    rates: BTreeMap<String, f64>,
    encoder: Encoder,
    other: Option<Encoder>,
}

#[derive(ModelConfig)]
#[config(rule(len(encoder.names) > 2 && len(mixed) == 2 && len(rates) > 0 && len(activation) > 3))]
#[config(rule(sum(pair) + prod(sizes) > 2 && all(rates, v > 1) && all(names, v != "x" && len(v) > 1)))]
#[config(rule(unique(sizes, pair) && activation == name && activation != "gelu" && sizes == pair && flag == !flag))]
#[config(rule(name in rates && width in sizes && all(names, v in encoder.names) && mixed[1] == name && flag))]
#[config(rule(all(deep, v[1] > v[0] && v == pair && sum(v) < 9) && deep[0][1] > 1))]
struct Good {
    width: Option<Width>,
    name: String,
    flag: bool,
    activation: Activation,
    sizes: Vec<u32>,
    pair: (u8, f64),
    names: Option<Vec<String>>,
    mixed: (u32, String),
    deep: Vec<[u32; 2]>,
    rates: BTreeMap<String, f64>,
    encoder: Encoder,
}

fn main() {}
