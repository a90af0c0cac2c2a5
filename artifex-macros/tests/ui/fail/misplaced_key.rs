use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(min = 1)]
struct Net {
    #[config(rename_all = "kebab-case")]
    width: u32,
    #[config(rule(width > 1))]
    depth: u32,
}

#[derive(ModelConfig)]
#[config(tag = "word")]
enum Word {
    One,
}

#[derive(ModelConfig)]
enum Either {
    Net(#[config(min = 1)] Net),
}

fn main() {}
