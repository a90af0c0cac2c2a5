use artifex::ModelConfig;

struct NotAConfig;

#[derive(ModelConfig)]
struct Field {
    inner: NotAConfig,
}

#[derive(ModelConfig)]
struct Element {
    list: Vec<NotAConfig>,
}

#[derive(ModelConfig)]
enum Either {
    Field(Field),
    Other(NotAConfig),
    Number(u32),
}

artifex::check_file!(NotAConfig, "../files/empty.toml");

fn main() {
    artifex::config!(NotAConfig { x = 1 });
}
