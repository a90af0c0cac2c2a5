//! What a config says it costs is what the model has.

use super::*;
use crate::config::cost::{Cost, cost_of};
use crate::nn::Activation;

fn cost<C: Build<Model = EBM>>(config: &C) -> Cost {
    let cost = cost_of(config).unwrap();
    let model = build(config);
    assert_eq!(cost.parameters, params::learnt(&model) as u64, "{:?}", config.encode());
    assert_eq!(cost.parameters, model.components()[0].params as u64);
    cost
}

#[test]
fn parameters_are_those_of_the_model() {
    for (bias, residual) in [(true, false), (false, true), (true, true)] {
        for hidden in [&[6][..], &[8, 8, 5]] {
            let mut vectors = of_points();
            let network = &mut vectors.energy_network;
            (network.use_bias, network.use_residual, network.hidden_dims) = (bias, residual, hidden.to_vec());
            network.spectral_norm = residual;
            cost(&vectors);
            let mut deep = DeepEBMConfig::example();
            deep.input_shape = [7, 6, 3];
            deep.energy_network.network =
                EnergyNetworkConfig { network_type: EnergyNetworkType::Cnn, ..vectors.energy_network.clone() };
            cost(&deep);
            (deep.energy_network.kernel_size, deep.energy_network.stride) = ([2, 4], [3, 1]);
            cost(&deep);
            deep.energy_network.stride = [1, 1];
            cost(&deep);
            deep.energy_network.network.network_type = EnergyNetworkType::Mlp;
            cost(&deep);
        }
    }
}

/// One layer each, counted by hand.
#[test]
fn operations_are_those_of_the_layers() {
    let mut config = of_points();
    config.energy_network.hidden_dims = vec![4];
    assert_eq!(cost(&config).flops, (2 * 8 + 4) + 4 + (2 * 4 + 1));
    config.energy_network.use_residual = true;
    // The map around, and the sum.
    assert_eq!(cost(&config).flops, (2 * 8 + 4) + 4 + (2 * 8 + 4) + (2 * 4 + 1));
    config.energy_network.activation = Activation::Identity;
    assert_eq!(cost(&config).flops, (2 * 8 + 4) + (2 * 8 + 4) + (2 * 4 + 1));
    let mut deep = DeepEBMConfig::example();
    deep.energy_network.network.hidden_dims = vec![5];
    let found = cost(&deep);
    assert_eq!(found.flops, 16 * (2 * 9 * 5 + 5) + 80 + (2 * 80 + 1));
    assert_eq!(found.activations, 80 + 80 + 1);
}
