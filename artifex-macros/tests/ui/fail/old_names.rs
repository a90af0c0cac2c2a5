use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Net {
    #[config(renamed_from = "depth")]
    width: u32,
    #[config(renamed_from("old", "old"))]
    depth: u32,
    #[config(renamed_from = "")]
    empty: u32,
    #[config(renamed_from = "type")]
    kind: u32,
    #[config(renamed_from)]
    bare: u32,
    #[config(renamed_from())]
    none: u32,
    #[config(renamed_from(old))]
    word: u32,
    #[config(deprecated)]
    gone: Option<u32>,
}

fn main() {}
