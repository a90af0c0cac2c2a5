use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Inner {
    width: u32,
}

#[derive(ModelConfig)]
struct Net {
    #[config(renamed_from = "encoder")]
    inner: Inner,
}

artifex::check_file!(Net, "../files/names/table.toml");

fn main() {}
