use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(rule(a < b < c))]
#[config(rule(a == b == c && a > 0))]
#[config(rule(a < 1 in [true]))]
struct Net {
    a: u32,
    b: u32,
    c: u32,
}

fn main() {}
