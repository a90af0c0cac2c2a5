//! What a config says it costs is what the model has.

use super::*;
use crate::config::cost::{Cost, DType, cost_of};

/// The cost of a config, whose parameters are those of its model, all together and in its parts.
fn cost<C: Build>(config: &C) -> Cost {
    let cost = cost_of(config).unwrap();
    let model = config.build(&mut BuildContext::new(device(), 0)).unwrap();
    assert_eq!(cost.parameters, params::learnt(&model) as u64, "{:?}", config.encode());
    let parts: Vec<_> = cost.parts().iter().map(|part| part.parameters).collect();
    let built: Vec<_> = model.components().iter().map(|part| part.params as u64).collect();
    assert_eq!(parts, built);
    cost
}

const ALL: [EncoderType; 3] = [EncoderType::Dense, EncoderType::Cnn, EncoderType::Resnet];

#[test]
fn what_likelihoods_learn_is_counted() {
    let mut config = config([5, 4, 2], &[6, 4], 3);
    let plain = cost(&config).parameters;
    let mut with = |loss, levels| {
        (config.reconstruction_loss_type, config.levels) = (loss, levels);
        config.decoder.output_activation = Activation::Identity;
        cost(&config).parameters - plain
    };
    assert_eq!(with(ReconstructionLoss::Gaussian, None), 1);
    assert_eq!(with(ReconstructionLoss::Logistic, Some(17)), 40);
    // Six more values for each pixel, each with 6 weights and a bias: the decoder's last hidden layer has 6 units.
    assert_eq!(with(ReconstructionLoss::Categorical, Some(7)), 6 * 40 * (6 + 1));
}

#[test]
fn what_a_class_costs_is_counted() {
    for encoder_type in ALL {
        for condition_type in [ConditionType::Concat, ConditionType::Add] {
            for condition_dim in [0, 2] {
                let mut vae = config([5, 4, 2], &[6, 4], 3);
                vae.encoder_type = encoder_type;
                cost(&ConditionalVAEConfig { vae, num_classes: 5, condition_dim, condition_type });
            }
        }
    }
    cost(&ConditionalVAEConfig::example());
    cost(&BetaVAEWithCapacityConfig::example());
}

#[test]
fn a_residual_block_costs_two_convolutions() {
    let mut config = config([8, 8, 1], &[4], 2);
    config.encoder_type = EncoderType::Cnn;
    let plain = cost(&config);
    config.encoder_type = EncoderType::Resnet;
    let deep = cost(&config);
    // Both networks have one on 4 x 4 pixels of 4 channels.
    assert_eq!(deep.parameters - plain.parameters, 2 * 2 * (9 * 4 * 4 + 4));
    let pixels = 16;
    let (products, biases, relu, sum) = (2 * 9 * 4 * 4 * pixels, 4 * pixels, 4 * pixels, 4 * pixels);
    assert_eq!(deep.flops - plain.flops, 2 * (2 * (products + biases + relu) + sum));
}

#[test]
fn parameters_are_those_of_the_model() {
    let mut seen = Vec::new();
    for shape in [[4, 4, 1], [5, 7, 3], [1, 1, 1], [8, 8, 2]] {
        for hidden in [&[6][..], &[8, 6], &[5, 9, 4, 3]] {
            for latent_dim in [1, 3] {
                for encoder_type in ALL {
                    for batch_norm in [false, true] {
                        let mut config = config(shape, hidden, latent_dim);
                        config.encoder_type = encoder_type;
                        (config.encoder.use_batch_norm, config.decoder.use_batch_norm) = (batch_norm, batch_norm);
                        seen.push(cost(&config).parameters);
                    }
                }
            }
        }
    }
    assert_eq!(seen.len(), 144);
    let mut halves = config([5, 6, 2], &[7, 3], 2);
    halves.decoder.hidden_dims = vec![4, 9, 2];
    for encoder_type in ALL {
        halves.encoder_type = encoder_type;
        cost(&halves);
        halves.encoder.use_batch_norm = true;
        let beta = BetaVAEConfig { vae: halves.clone(), beta_default: 4.0, beta_warmup_steps: 0 };
        assert_eq!(cost(&beta), cost(&halves));
    }
    cost(&VAEConfig::example());
    cost(&BetaVAEConfig::example());
}

#[test]
fn an_activation_has_no_parameters() {
    let mut config = config([4, 4, 1], &[8, 6], 3);
    let relu = cost(&config);
    for activation in Activation::ALL {
        (config.encoder.activation, config.decoder.activation) = (activation, activation);
        let cost = cost(&config);
        assert_eq!(cost.parameters, relu.parameters);
        // One operation and one number that is kept for each of 8 + 6 hidden values of both networks, but for none.
        let none = u64::from(activation == Activation::Identity) * 2 * (8 + 6);
        assert_eq!((cost.flops, cost.activations), (relu.flops - none, relu.activations - none), "{activation:?}");
    }
}

#[test]
fn a_dense_network_costs_what_its_products_cost() {
    // 784-512-256-32 and back.
    let cost = cost(&config([28, 28, 1], &[512, 256], 32));
    let encoder = 784 * 512 + 512 * 256 + 2 * 256 * 32;
    let decoder = 32 * 256 + 256 * 512 + 512 * 784;
    let encoder_biases = 512 + 256 + 2 * 32;
    let decoder_biases = 256 + 512 + 784;
    let hidden = 2 * (512 + 256);
    assert_eq!(cost.parameters, encoder + encoder_biases + decoder + decoder_biases);
    // A multiplication and an addition for each weight, an addition for each bias, an operation for each hidden value.
    assert_eq!(cost.flops, 2 * (encoder + decoder) + encoder_biases + decoder_biases + hidden);
    // Each layer's outputs, before and after the activation.
    assert_eq!(cost.activations, encoder_biases + decoder_biases + hidden);
    assert_eq!(cost.training_bytes(DType::F32, 128, 2), 4 * (4 * cost.parameters + 128 * cost.activations));
}

#[test]
fn a_convolutional_network_costs_what_its_kernels_cost() {
    let mut config = config([8, 8, 1], &[32, 64], 8);
    config.encoder_type = EncoderType::Cnn;
    config.encoder.use_batch_norm = true;
    let cost = cost(&config);
    // 8x8 to 4x4 to 2x2: every pixel of the smaller grid sees 3x3 pixels of the larger one.
    let down = [16 * 9 * 32, 4 * 9 * 32 * 64, 2 * (4 * 64) * 8];
    let down_biases = [16 * 32, 4 * 64, 2 * 8];
    // And back: every pixel of the smaller grid is spread over 3x3 pixels.
    let up = [8 * (4 * 64), 4 * 9 * 64 * 32, 16 * 9 * 32];
    let up_biases = [4 * 64, 16 * 32, 64];
    let products: u64 = down.iter().chain(&up).sum();
    let biases: u64 = down_biases.iter().chain(&up_biases).sum();
    let (hidden_down, hidden_up) = (16 * 32 + 4 * 64, 4 * 64 + 16 * 32);
    // The norm of the encoder is eight operations a number.
    assert_eq!(cost.flops, 2 * products + biases + hidden_down + hidden_up + 8 * hidden_down);
    assert_eq!(cost.activations, biases + 2 * hidden_down + hidden_up);
}
