//! What cannot be flattened, and what cannot be said of a field without a key.

use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Network {
    #[config(default = 1, min = 1, renamed_from = "size")]
    width: u32,
    depth: u32,
}

#[derive(ModelConfig)]
struct Taken {
    depth: f64,
    #[config(flatten)]
    network: Network,
}

#[derive(ModelConfig)]
struct TakenByOldName {
    #[config(renamed_from = "size")]
    area: f64,
    #[config(flatten)]
    network: Network,
}

#[derive(ModelConfig)]
struct Twice {
    #[config(flatten)]
    left: Network,
    #[config(flatten)]
    right: Network,
}

#[derive(ModelConfig)]
struct WrongDefault {
    #[config(flatten, default = { width = 0 })]
    network: Network,
}

#[derive(ModelConfig)]
struct UnknownDefault {
    #[config(flatten, default = { widht = 2 })]
    network: Network,
}

#[derive(ModelConfig)]
struct NoTable {
    #[config(flatten, default = 3)]
    network: Network,
    #[config(flatten = true)]
    other: Network,
}

#[derive(ModelConfig)]
struct NoConfig {
    #[config(flatten)]
    network: Vec<u32>,
}

#[derive(ModelConfig)]
struct Keyed {
    #[config(flatten, min = 3, rename = "x")]
    network: Network,
    #[config(skip, default = 3)]
    left_out: u32,
    #[config(skip, flatten)]
    both: Network,
}

#[derive(ModelConfig)]
struct Generic<T> {
    #[config(flatten)]
    network: T,
}

#[derive(ModelConfig)]
#[config(rule(network.width > depth))]
struct RulePath {
    #[config(flatten)]
    network: Network,
}

fn main() {}
