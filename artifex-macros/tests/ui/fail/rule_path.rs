use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Encoder {
    latent_dim: u32,
}

#[derive(ModelConfig)]
#[config(rule(encoder.latent_dim == decoder.latnet_dim))]
#[config(rule(widht > 0 && encoder.latent_dim < widht))]
#[config(rule(encoder.latent_dim.x > 0), rule(is_set(missing)))]
struct Net {
    encoder: Encoder,
    decoder: Option<Encoder>,
    width: u32,
}

fn main() {}
