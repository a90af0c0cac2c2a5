use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(tga = "net")]
struct Net {
    #[config(mn = 1, defualt = 2)]
    width: u32,
    #[config(colour = "red", min = 1)]
    depth: u32,
    #[config(len(minimum = 1), each(max = 1, mean = 2))]
    list: Vec<u32>,
}

#[derive(ModelConfig)]
enum Word {
    #[config(renam = "x")]
    One,
}

fn main() {}
