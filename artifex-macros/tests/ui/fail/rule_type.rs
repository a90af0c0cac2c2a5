use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(rule(a + b))]
#[config(rule("a"))]
#[config(rule(a < "x"))]
#[config(rule(!(a + 1)))]
#[config(rule(-(a > b) < 1))]
#[config(rule(a == 1 && b))]
#[config(rule(1 && a > 2))]
#[config(rule(1 == "x"))]
#[config(rule(len(1) > 2))]
#[config(rule(sum(1 + a) > 2))]
#[config(rule(all(a, v + 1)))]
#[config(rule(1 in ["a"]))]
#[config(rule(when(a, b + 1)))]
struct Net {
    a: u32,
    b: u32,
}

fn main() {}
