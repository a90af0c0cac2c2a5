use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(tag = "a")]
#[config(tag = "b", rule(width > 1), rule(width < 9))]
struct Net {
    #[config(min = 1, max = 5, min = 2)]
    width: u32,
    #[config(min = 1)]
    #[config(exclusive_min = 0, len(min = 1, min = 2))]
    depth: u32,
}

fn main() {}
