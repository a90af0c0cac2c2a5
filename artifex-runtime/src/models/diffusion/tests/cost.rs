//! What a config says it costs is what the model has.

use super::*;
use crate::config::cost::{Cost, cost_of};
use crate::config::{Loader, ModelConfig};

/// The cost of a config, whose parameters are those of its model.
fn cost(text: &str) -> Cost {
    let config = Loader::new().text("x.toml", text).load::<DDPMConfig>().unwrap().value;
    let (cost, model) = (cost_of(&config).unwrap(), build(&config));
    assert_eq!(cost.parameters, params::learnt(&model) as u64, "{text}");
    let parts: Vec<_> = cost.parts().iter().map(|part| part.parameters).collect();
    assert_eq!(parts, [params::learnt(&model.network) as u64]);
    cost
}

#[test]
fn parameters_are_those_of_the_model() {
    for shape in ["[8, 8, 1]", "[7, 10, 3]", "[9, 4, 2]"] {
        for more in ["", "conditional = { num_classes = 4 }"] {
            for backbone in [
                "{ type = 'mlp', hidden_dims = [7, 5], time_embedding_dim = 6 }",
                "{ type = 'unet', hidden_dims = [4, 6, 8], attention_resolutions = [4, 9], num_res_blocks = 1 }",
                "{ type = 'unet', base_channels = 4, channel_mult = [2, 1], num_heads = 2, time_embedding_dim = 8 }",
                "{ type = 'unet', base_channels = 4, num_res_blocks = 3, resamp_with_conv = false, activation = 'identity' }",
                "{ type = 'unet', hidden_dims = [5], use_attention = false, time_embedding_dim = 8 }",
            ] {
                cost(&format!("input_shape = {shape}\nbackbone = {backbone}\n{more}"));
            }
        }
    }
    cost("input_shape = [2]\nbackbone = { type = 'mlp' }");
    // Channels first, said and told by the channels.
    cost("input_shape = [3, 5, 8]\nlayout = 'channels_first'\nbackbone = { type = 'unet', hidden_dims = [4, 8] }");
    cost("input_shape = [3, 5, 8]\nbackbone = { type = 'unet', hidden_dims = [4, 8], in_channels = 3 }");
    cost("input_shape = [3, 5, 8]\nbackbone = { type = 'unet', hidden_dims = [4, 8], out_channels = 3 }");
    for (shape, more) in [("[8, 6, 1]", ""), ("[3, 4, 2]", "conditional = { num_classes = 4 }")] {
        let patch = if more.is_empty() { 2 } else { 1 };
        cost(&format!(
            "input_shape = {shape}\nbackbone = {{ type = 'dit', patch_size = {patch}, hidden_size = 12, depth = 3, num_heads = 2, \
             mlp_ratio = 1.7, learn_sigma = {} }}\n{more}",
            more.is_empty()
        ));
    }
    for backbone in
        ["hidden_dims = [4, 6, 8]", "hidden_dims = [4, 8], kernel_size = 5, attention_resolutions = [9], num_heads = 2"]
    {
        cost(&format!("input_shape = [9, 2]\nbackbone = {{ type = 'unet_1d', num_res_blocks = 1, {backbone} }}"));
    }
    let mut config = DiTConfig::example();
    for classes in [None, Some(5)] {
        config.num_classes = classes;
        let found = cost_of(&config).unwrap();
        assert_eq!(found.parameters, params::learnt(&build(&config)) as u64);
        // The same as a DDPM with such a network.
        let same = DDPMConfig { diffusion: config.diffusion(), sampler: config.sampler.clone() };
        assert_eq!(found, cost_of(&same).unwrap());
    }
    assert_eq!(cost_of(&DDIMConfig::example()).unwrap(), cost_of(&DDPMConfig::example()).unwrap());
}

/// One layer each, counted by hand.
#[test]
fn operations_are_those_of_the_layers() {
    let found = cost("input_shape = [2]\nbackbone = { type = 'mlp', hidden_dims = [5], time_embedding_dim = 4 }");
    // Four waves; two layers 4 x 4, and their activations; from 2 and from 4 to 5, their sum and its activation; to 2.
    let told = 4 + 2 * (2 * 16 + 4) + 8;
    assert_eq!(found.flops, told + (2 * 10 + 5) + (2 * 20 + 5) + 5 + 5 + (2 * 10 + 2));
    assert_eq!(found.activations, 4 + 8 + 8 + 5 * 4 + 2);
    // One level: a 3x3 convolution in, 3 stages down and in the middle, 2 up from twice the channels, norm and convolution out.
    let found = cost(
        "input_shape = [6, 6, 1]\nbackbone = { type = 'unet', hidden_dims = [3], num_res_blocks = 1, use_attention = false, \
         time_embedding_dim = 4 }",
    );
    let (pixels, conv) = (36, |inputs: u64, outputs: u64| 36 * (2 * 9 * inputs * outputs + outputs));
    let norm = |channels: u64| (8 + 1) * channels * pixels;
    let time = (2 * 4 * 3 + 3) + 3 * pixels;
    let stage = |inputs: u64| norm(inputs) + conv(inputs, 3) + time + norm(3) + conv(3, 3) + 3 * pixels;
    let shortcut = pixels * (2 * 6 * 3 + 3);
    let body = conv(1, 3) + 3 * stage(3) + 2 * (stage(6) + shortcut) + norm(3) + conv(3, 1);
    assert_eq!(found.flops, told + body);
}

/// A transformer of one block on one token of 4 values, counted by hand.
#[test]
fn operations_of_a_transformer_are_those_of_its_layers() {
    let found = cost(
        "input_shape = [2, 2, 1]\nbackbone = { type = 'dit', patch_size = 2, hidden_size = 4, depth = 1, num_heads = 1, mlp_ratio = 2.0 }",
    );
    let dense = |inputs: u64, outputs: u64| 2 * inputs * outputs + outputs;
    let told = 4 + 2 * (dense(4, 4) + 4);
    // Norm, scale and shift; four projections, a score, a weighted mean; two layers and an activation; gates and sums.
    let modulated = 8 * 4 + 2 * 4;
    let attention = 4 * dense(4, 4) + 4 * 4;
    let block = 2 * modulated + attention + dense(4, 8) + 8 + dense(8, 4) + 4 * 4 + dense(4, 24);
    assert_eq!(found.flops, told + dense(4, 4) + 4 + block + dense(4, 8) + modulated + dense(4, 4));
}

#[test]
fn the_schema_knows_the_cost() {
    assert!(DDPMConfig::SCHEMA.cost.is_some() && DDIMConfig::SCHEMA.cost.is_some());
}
