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
    #[config(default = DEPTH)]
    depth: u32,
}

#[derive(ModelConfig)]
struct Lists {
    #[config(default = LIST)]
    list: Option<Vec<u32>>,
    #[config(default = (1, 2))]
    pair: (u32, u32),
}

fn main() {}
