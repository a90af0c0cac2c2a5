use artifex::ModelConfig;

type Names = Vec<Option<String>>;
type Name = Option<String>;

#[derive(ModelConfig)]
struct Net {
    #[config(min = -0.5)]
    name: Name,
    #[config(len = 3)]
    width: u32,
    #[config(each(min = 1))]
    depth: Option<u32>,
    #[config(each(min = 1, len = 1), len = 2)]
    words: Vec<String>,
    #[config(each(each(max = 1)))]
    lists: Option<Vec<Vec<bool>>>,
    #[config(one_of("a", 1))]
    letter: String,
    #[config(each(min = 1))]
    aliases: Names,
    #[config(each(len = 1))]
    array: [f32; 3],
    #[config(one_of(true))]
    number: f64,
}

fn main() {}
