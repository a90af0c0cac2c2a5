use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Syntax {
    #[config(unit = ms)]
    timeout: u32,
    #[config(unit = "")]
    empty: u32,
    #[config(example)]
    bare: u32,
}

type Text = String;

#[derive(ModelConfig)]
struct Types {
    #[config(unit = "ms")]
    name: Text,
    #[config(unit = "ms")]
    names: Vec<String>,
    #[config(example = 0, min = 1)]
    width: u32,
    #[config(example = ["a", 1])]
    list: Vec<String>,
}

fn main() {}
