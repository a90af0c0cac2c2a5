use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Encoder {
    latent_dim: u32,
}

#[derive(ModelConfig)]
#[config(rule(encoder.latent_dim == decoder.latnet_dim))]
#[config(rule(widht > 0 && encoder.latent_dim < widht))]
#[config(rule(encoder.latent_dim.x > 0), rule(is_set(missing)))]
#[config(rule(range[0] < range[2]), rule(pair[1] < encoder.latent_dim[0]), rule(sizes[7] > 1))]
#[config(rule(width in encoder.latent_dim), rule(width in encoder), rule(width in hights))]
#[config(rule(width in sizes && width in range && width in pair))]
struct Net {
    encoder: Encoder,
    decoder: Option<Encoder>,
    width: u32,
    range: (f64, f64),
    pair: Option<[u32; 1]>,
    sizes: Vec<u32>,
}

fn main() {}
