//! What a config says it costs is what the model has.

use super::*;
use crate::config::Loader;
use crate::config::cost::{Cost, cost_of};

fn cost<C: Build<Model = NormalizingFlow>>(config: &C) -> Cost {
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
    let (image, point) = (["[6, 4, 1]", "24"], ["", "7"]);
    for (network, blocks) in [("mlp", 0), ("resnet", 2), ("cnn", 1), ("cnn", 0)] {
        for batch_norm in [false, true] {
            for ([image, variables], mask) in
                [(image, "checkerboard"), (image, "channel-wise"), (point, "checkerboard")]
            {
                let data = if image.is_empty() {
                    if network == "cnn" {
                        continue;
                    }
                    format!("input_dim = {variables}\n")
                } else {
                    format!("input_dim = {variables}\nimage_shape = {image}\nlevels = 4\n")
                };
                let network = format!(
                    "\n[coupling_network]\nhidden_dims = [6, 5]\nnetwork_type = \"{network}\"\nnum_residual_blocks = {blocks}\n\
                     batch_norm = {batch_norm}\n"
                );
                let text = |own: &str| format!("{data}{own}{network}");
                macro_rules! check {
                    ($type:ty, $own:expr) => {
                        cost(&Loader::new().text("x.toml", &text($own)).load::<$type>().unwrap().value)
                    };
                }
                let couplings = format!("mask_type = \"{mask}\"\nnum_coupling_layers = 3\n");
                check!(RealNVPConfig, &couplings);
                check!(ConditionalFlowConfig, &format!("{couplings}num_classes = 3\ncondition_dim = 2\n"));
                check!(NeuralSplineConfig, "num_layers = 3\nnum_bins = 4\n");
                if !image.is_empty() {
                    check!(GlowConfig, "num_scales = 1\nblocks_per_scale = 2\n");
                    check!(
                        FlowConfig,
                        "layers = [{ type = \"squeeze\" }, { type = \"invertible\" }, { type = \"split\" }, { type = \
                         \"spline_coupling\", swap = true, num_bins = 2 }]\n"
                    );
                }
                if !network.contains("cnn") {
                    let layers = "layers = [{ type = \"act_norm\" }, { type = \"affine_coupling\", mask_type = \
                                  \"checkerboard\", swap = true }, { type = \"spline_autoregressive\" }, { type = \
                                  \"affine_autoregressive\" }, { type = \"permutation\" }]\nrepeats = 3\n";
                    check!(FlowConfig, layers);
                    check!(MAFConfig, "");
                    check!(NeuralSplineConfig, "autoregressive = true\n");
                    if !batch_norm {
                        check!(IAFConfig, "");
                    }
                }
            }
        }
    }
}

/// One layer, counted by hand.
#[test]
fn operations_are_those_of_the_layers() {
    let text = "input_dim = 3\nnum_layers = 1\n[coupling_network]\nhidden_dims = [4]\n";
    let maf = cost(&Loader::new().text("x.toml", text).load::<MAFConfig>().unwrap().value);
    let network = (2 * 3 * 4 + 4) + 4 + (2 * 4 * 6 + 6);
    let act_norm = 2 * 3;
    assert_eq!(maf.flops, act_norm + network + 3);
    // A density of the inverse layer takes a pass for each variable.
    let iaf = cost(&Loader::new().text("x.toml", text).load::<IAFConfig>().unwrap().value);
    assert_eq!((iaf.flops, iaf.parameters), (act_norm + 3 * (network + 3), maf.parameters));
}
