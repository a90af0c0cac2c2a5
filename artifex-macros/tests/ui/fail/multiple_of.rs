use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Syntax {
    #[config(multiple_of = 0)]
    zero: u32,
    #[config(each(multiple_of = -0.5))]
    negative: Vec<f64>,
    #[config(multiple_of = "8")]
    text: u32,
    #[config(multiple_of)]
    bare: u32,
}

#[derive(ModelConfig)]
struct Types {
    #[config(multiple_of = 8)]
    name: String,
    #[config(default = 12, multiple_of = 8)]
    width: u32,
}

fn main() {}
