use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Encoder {
    #[config(min = 1)]
    latent_dim: u32,
    hidden: Vec<u32>,
}

#[derive(ModelConfig)]
#[config(rule(encoder.latent_dim == decoder.latent_dim, "the halves do not fit"))]
struct Net {
    encoder: Encoder,
    decoder: Encoder,
    #[config(default = 1.0, min = 0.0)]
    kl_weight: f64,
}

artifex::check_file!(Net, "../files/typo.json");
artifex::check_file!(Net, "../files/syntax.json");
artifex::check_file!(Net, "../files/twice.json");

fn main() {}
