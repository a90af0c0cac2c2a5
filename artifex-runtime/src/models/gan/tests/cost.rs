//! What a config says it costs is what the model has.

use super::*;
use crate::config::cost::{Cost, cost_of};
use crate::nn::{Activation, Padding};

/// The cost of a config, whose parameters are those of its model, all together and in its parts.
fn cost<C: Build<Model = GAN>>(config: &C) -> Cost {
    let cost = cost_of(config).unwrap();
    let model = build(config);
    assert_eq!(cost.parameters, params::learnt(&model) as u64, "{:?}", config.encode());
    let parts: Vec<_> = cost.parts().iter().map(|part| part.parameters).collect();
    let built: Vec<_> = model.components().iter().map(|part| part.params as u64).collect();
    assert_eq!(parts, built);
    cost
}

#[test]
fn parameters_are_those_of_the_model() {
    for batch_norm in [false, true] {
        for hidden in [&[6][..], &[8, 6, 5]] {
            let mut dense = GANConfig::example();
            dense.generator.hidden_dims = hidden.to_vec();
            dense.discriminator.hidden_dims = hidden.to_vec();
            (dense.generator.batch_norm, dense.discriminator.batch_norm) = (batch_norm, batch_norm);
            cost(&dense);
            let mut conv = DCGANConfig::example();
            conv.generator.network.output_shape = vec![3, 13, 11];
            conv.discriminator.network.input_shape = vec![3, 13, 11];
            conv.generator.network.hidden_dims = hidden.to_vec();
            conv.discriminator.network.hidden_dims = hidden.to_vec();
            (conv.generator.network.batch_norm, conv.discriminator.network.batch_norm) = (batch_norm, batch_norm);
            conv.discriminator.use_instance_norm = !batch_norm;
            conv.discriminator.network.spectral_norm = true;
            cost(&conv);
            conv.generator.convolutions.kernel_size = [3, 2];
            conv.discriminator.convolutions.kernel_size = [2, 3];
            conv.discriminator.convolutions.stride = [2, 1];
            conv.discriminator.convolutions.padding = Padding::Valid;
            cost(&conv);
        }
    }
    cost(&WGANConfig::example());
    cost(&LSGANConfig::example());
    let mut told = ConditionalGANConfig::example();
    cost(&told);
    told.generator.conditional.embedding_dim = 5;
    told.generator.generator.network.output_shape = vec![2, 7, 8];
    told.discriminator.discriminator.network.input_shape = vec![2, 7, 8];
    cost(&told);
}

/// One layer each, counted by hand.
#[test]
fn operations_are_those_of_the_layers() {
    let config = crate::config!(GANConfig {
        generator = { latent_dim = 3, hidden_dims = [4], output_shape = [2], activation = "tanh" },
        discriminator = { input_shape = [2], hidden_dims = [5], activation = "identity" },
    });
    let found = cost(&config);
    assert_eq!(found.flops, (2 * 12 + 4) + 4 + (2 * 8 + 2) + (2 * 10 + 5) + (2 * 5 + 1));
    assert_eq!(found.activations, 4 + 4 + 2 + 5 + 1);
    let conv = crate::config!(DCGANConfig {
        generator = { latent_dim = 3, hidden_dims = [4], output_shape = [1, 6, 6], batch_norm = false },
        discriminator = { input_shape = [1, 6, 6], hidden_dims = [5], batch_norm = false },
    });
    let found = cost(&conv);
    let generator = (2 * 3 * 36 + 36) + 36 + (9 * 2 * 4 * 16 + 36);
    let discriminator = 9 * (2 * 5 * 16 + 5) + 45 + (2 * 45 + 1);
    assert_eq!(found.flops, generator + discriminator);
    // An activation adds what it computes.
    let mut plain = conv.clone();
    plain.generator.network.activation = Activation::Identity;
    assert_eq!(cost(&plain).flops, found.flops - 36);
}
