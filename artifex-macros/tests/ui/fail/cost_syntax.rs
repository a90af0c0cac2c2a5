// How the attribute is written.

use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(cost = cost)]
struct Equals {}

#[derive(ModelConfig)]
#[config(cost)]
struct Bare {}

#[derive(ModelConfig)]
#[config(cost(1 + 1))]
struct Number {}

#[derive(ModelConfig)]
#[config(cost(a, b))]
struct Two {}

#[derive(ModelConfig)]
#[config(cst(a))]
struct Typo {}

#[derive(ModelConfig)]
struct OfAField {
    #[config(cost(a))]
    width: usize,
}

fn main() {}
