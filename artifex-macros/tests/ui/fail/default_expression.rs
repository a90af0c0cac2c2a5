use artifex::ModelConfig;

const WIDTH: u32 = 12;

#[derive(ModelConfig)]
struct Net {
    #[config(default = WIDTH * 2, max = 20)]
    width: u32,
}

#[derive(ModelConfig)]
struct Types {
    #[config(default = WIDTH)]
    rate: f64,
}

fn main() {}
