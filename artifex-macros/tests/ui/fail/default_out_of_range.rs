use artifex::ModelConfig;

#[derive(ModelConfig)]
enum Activation {
    Relu,
    LeakyRelu,
}

#[derive(ModelConfig)]
struct Inner {
    width: u32,
    #[config(default = 1)]
    depth: u32,
}

#[derive(ModelConfig)]
struct Net {
    #[config(default = 1.5, max = 1.0)]
    dropout: f64,
    #[config(default = -5, min = 0)]
    width: i32,
    #[config(default = -1)]
    depth: usize,
    #[config(default = 0.5)]
    steps: u32,
    #[config(default = "rel")]
    activation: Activation,
    #[config(default = "x")]
    flag: bool,
    #[config(default = [1, 2, 3], len(max = 2))]
    sizes: Vec<u32>,
    #[config(default = [1, -2], each(min = 0))]
    shifts: Vec<i32>,
    #[config(default)]
    inner: Inner,
    #[config(default = { width = 1, deth = 2 })]
    other: Inner,
}

fn main() {}
