//! What depends on what, found by changing one variable at a time.

use super::*;

/// Whether each output changes with each input: `[output][input]`.
fn dependences(run: impl Fn(Tensor<2>) -> Tensor<2>, variables: usize) -> Vec<Vec<bool>> {
    let base = normal(4, [1, variables]);
    let before = host(run(base.clone()));
    let mut found = vec![vec![false; variables]; before.len()];
    for input in 0..variables {
        let mut values = host(base.clone());
        values[input] += 0.37;
        let values: Vec<f32> = values.into_iter().map(|x| x as f32).collect();
        let x = Tensor::from_data(TensorData::new(values, [1, variables]), &Device::flex());
        for (output, (after, before)) in host(run(x)).iter().zip(&before).enumerate() {
            found[output][input] = (after - before).abs() > 1e-7;
        }
    }
    found
}

fn config(hidden_dims: &[usize], blocks: usize) -> CouplingNetworkConfig {
    CouplingNetworkConfig {
        hidden_dims: hidden_dims.to_vec(),
        activation: crate::nn::Activation::Tanh,
        network_type: if blocks > 0 { CouplingNetworkType::Resnet } else { CouplingNetworkType::Mlp },
        num_residual_blocks: blocks,
        ..FlowConfig::example().coupling_network
    }
}

/// Every variable's numbers depend on all variables before it and on no other, in either order, with two variables too.
#[test]
fn masked_networks_see_what_is_before() {
    use crate::models::flow::layers::config::SplineConfig;
    use crate::models::flow::layers::{Made, Spline, Transform};
    use crate::nn::ParamScope;
    let spline = Transform::Spline(Spline::new(&SplineConfig { num_bins: 3, tail_bound: 1.0 }));
    for variables in [1, 2, 3, 6] {
        for reverse in [false, true] {
            for (hidden, blocks) in [(&[16][..], 0), (&[16, 12, 14], 0), (&[16, 12], 2)] {
                for transform in [Transform::Affine(ScaleActivation::Tanh), spline] {
                    let scope = ParamScope::root(&mut Rngs::new(1), &Device::flex());
                    let network = Made::new(&config(hidden, blocks), (variables, reverse), transform, 0, &scope);
                    // Small enough for no unit to saturate.
                    let network = network.map(&mut Shake { stream: Stream::from_seed(3), size: 0.2 }).valid();
                    let found = dependences(|x| network.forward(x, None, &mut Rngs::new(0)), variables);
                    for (number, row) in found.iter().enumerate() {
                        let own = match transform {
                            Transform::Affine(_) => number % variables,
                            Transform::Spline(_) => number / 8,
                        };
                        let expected: Vec<bool> =
                            (0..variables).map(|input| if reverse { input > own } else { input < own }).collect();
                        assert_eq!(*row, expected, "{variables} {reverse} {hidden:?} {blocks} number {number}");
                    }
                }
            }
        }
    }
}

/// The Jacobian of a masked autoregressive layer is triangular, of a coupling has the identity in the half that stays.
#[test]
fn layers_depend_as_their_kind_says() {
    let layer = |text: &str| {
        let text = format!("input_dim = 5\nlayers = [{text}]\n[coupling_network]\nhidden_dims = [16]\n");
        let config = crate::config::Loader::new().text("flow.toml", &text).load::<FlowConfig>().unwrap().value;
        let model = shaken(&config, 0.7).valid();
        dependences(move |x| model.encode(x, None, &mut Rngs::new(0)).0, 5)
    };
    let expect = |name: &str, text: &str, rule: &dyn Fn(usize, usize) -> bool| {
        let expected: Vec<Vec<bool>> = (0..5).map(|z| (0..5).map(|x| z == x || rule(z, x)).collect()).collect();
        assert_eq!(layer(text), expected, "{name}");
    };
    for kind in ["affine_autoregressive", "spline_autoregressive"] {
        for inverse in [false, true] {
            let text = format!("{{ type = \"{kind}\", inverse = {inverse} }}");
            expect(&text, &text, &|z, x| x < z);
            let text = format!("{{ type = \"{kind}\", inverse = {inverse}, reverse = true }}");
            expect(&text, &text, &|z, x| x > z);
        }
    }
    for kind in ["affine_coupling", "spline_coupling"] {
        let text = format!("{{ type = \"{kind}\" }}");
        expect(&text, &text, &|z, x| z % 2 == 1 && x % 2 == 0);
        let text = format!("{{ type = \"{kind}\", mask_type = \"channel-wise\", swap = true }}");
        expect(&text, &text, &|z, x| z < 2 && x >= 2);
    }
}

/// What the networks of a checkerboard on an image see: pixels of the other colour, near enough for a 3x3 convolution.
#[test]
fn a_checkerboard_of_an_image_keeps_one_colour() {
    let text = "input_dim = 16\nimage_shape = [4, 4, 1]\nlevels = 2\nlayers = [{ type = \"affine_coupling\" }]\n\
                [coupling_network]\nhidden_dims = [8]\nnetwork_type = \"cnn\"\nactivation = \"tanh\"\n";
    let config = crate::config::Loader::new().text("flow.toml", text).load::<FlowConfig>().unwrap().value;
    let model = shaken(&config, 0.7).valid();
    let found = dependences(|x| model.encode(x, None, &mut Rngs::new(0)).0, 16);
    let white = |at: usize| (at / 4 + at % 4).is_multiple_of(2);
    for (z, row) in found.iter().enumerate() {
        for (x, found) in row.iter().enumerate() {
            let near = (z / 4).abs_diff(x / 4) <= 2 && (z % 4).abs_diff(x % 4) <= 2;
            assert_eq!(*found, z == x || !white(z) && white(x) && near, "{z} {x}");
        }
    }
}

#[test]
fn squeezing_gathers_blocks() {
    // Two channels of 2 x 4.
    let x: Vec<f32> = (0..16u8).map(f32::from).collect();
    let x = Tensor::from_data(TensorData::new(x, [1, 16]), &Device::flex());
    let text = "input_dim = 16\nimage_shape = [2, 4, 2]\nlevels = 2\nlayers = [{ type = \"squeeze\" }]\n\
                [coupling_network]\nhidden_dims = [8]\n";
    let config = crate::config::Loader::new().text("flow.toml", text).load::<FlowConfig>().unwrap().value;
    let (z, log_det) = build(&config).encode(x.clone(), None, &mut Rngs::new(0));
    let expected = [0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15].map(f64::from);
    assert_eq!((host(z), host(log_det)), (expected.to_vec(), vec![0.0]));
}
