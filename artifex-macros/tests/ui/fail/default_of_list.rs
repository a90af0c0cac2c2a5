use artifex::ModelConfig;

const LIST: [u32; 2] = [1, 2];

#[derive(ModelConfig)]
struct Lists {
    #[config(default = LIST)]
    list: Option<Vec<u32>>,
    #[config(default = (1, 2))]
    pair: (u32, u32),
}

fn main() {}
