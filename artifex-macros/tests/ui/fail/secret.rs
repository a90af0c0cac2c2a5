use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Syntax {
    #[config(secret = true)]
    key: String,
}

#[derive(ModelConfig)]
struct Server {
    #[config(secret, default = "x", len = 3)]
    key: String,
    #[config(secret)]
    inner: Syntax,
    #[config(secret)]
    flag: bool,
}

artifex::check_file!(Server, "../files/secret.toml");

fn main() {}
