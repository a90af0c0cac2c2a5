//! A second `new`.

use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(new = true)]
struct Always {
    width: u32,
}

#[derive(ModelConfig)]
#[config(new)]
struct Bare {
    width: u32,
}

fn main() {}
