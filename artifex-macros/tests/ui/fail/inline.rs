use artifex::{ModelConfig, config};

#[derive(ModelConfig)]
enum Activation {
    Relu,
    Gelu,
}

#[derive(ModelConfig)]
struct Encoder {
    #[config(min = 1)]
    latent_dim: u32,
    #[config(default = "relu")]
    activation: Activation,
}

#[derive(ModelConfig)]
enum Model {
    Encoder(Encoder),
}

#[derive(ModelConfig)]
#[config(rule(encoder.latent_dim == decoder.latent_dim))]
struct Net {
    encoder: Encoder,
    decoder: Encoder,
    #[config(default = 0.0, min = -1)]
    shift: f64,
    #[config(default = [])]
    sizes: Vec<u32>,
    model: Option<Model>,
}

fn main() {
    config!(Net { encoder = { latent_dim = 0 }, decoder = {}, shfit = 1.0 });
    config!(Net { encoder = { latent_dim = 8 }, decoder = { latent_dim = 9 } });
    config!(Net { encoder = { latent_dim = 8, activation = "rleu" }, shift = -1.5, sizes = [1, -2, "3"] });
    config!(Net { encoder = 5, decoder = { latent_dim = 1.5 }, model = { type = "encodr" }, sizes = true });
    config!(Encoder {});
}
