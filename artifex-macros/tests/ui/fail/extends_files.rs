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

artifex::check_file!(Net, "../files/mistakes/broken.toml");
artifex::check_file!(Net, "../files/mistakes/cycle.toml");
artifex::check_file!(Net, "../files/mistakes/base.ini");

fn main() {}
