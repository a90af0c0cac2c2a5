use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Tuple(u32, u32);

#[derive(ModelConfig)]
struct Unit;

#[derive(ModelConfig)]
union Bits {
    a: u32,
    b: f32,
}

#[derive(ModelConfig)]
struct Borrowed<'a> {
    name: &'a str,
}

#[derive(ModelConfig)]
enum Never {}

#[derive(ModelConfig)]
struct Tagged {
    r#type: u32,
}

#[derive(ModelConfig)]
struct Node {
    children: Option<Vec<Node>>,
    #[config(skip)]
    parent: Option<Box<Node>>,
}

artifex::check_file!(Tuple, "../files/union.toml");

fn main() {}
