use artifex::ModelConfig;

#[derive(ModelConfig)]
#[config(rename_all = "kebab_case")]
struct Style {
    width: u32,
}

#[derive(ModelConfig)]
#[config(rename_all = "camelCase")]
struct Twice {
    first_size: u32,
    #[config(rename = "firstSize")]
    second_size: u32,
    #[config(rename = "")]
    empty: u32,
    #[config(rename = "type")]
    kind: u32,
}

#[derive(ModelConfig)]
#[config(rename_all = "lowercase")]
enum Word {
    LeakyRelu,
    Leakyrelu,
}

#[derive(ModelConfig)]
#[config(rule(inner."latent_dim" > 0))]
struct Outer {
    inner: Inner,
}

#[derive(ModelConfig)]
#[config(rename_all = "kebab-case")]
struct Inner {
    latent_dim: u32,
}

fn main() {}
