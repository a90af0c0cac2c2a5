//! Every field changes something that can be observed, and every rule is enforced.

use super::*;
use crate::config::{Loader, ModelConfig};
use std::fmt::Write as _;

/// What a user can see of a model: parts, shapes, the losses of two steps, a sample, what data it takes.
fn observe<C: Build<Model = NormalizingFlow>>(config: &C) -> Result<String, String> {
    let mut cx = BuildContext::new(device(), 3);
    let model = create_model(config, &mut cx).map_err(|error| error.to_string())?;
    let batch = match model.form.pixels {
        Some(_) => {
            let grid = model.form.grid();
            let images = Stream::from_seed(1).uniform_tensor([6, grid[1], grid[2], grid[0]], &device());
            Batch::Images(ImageBatch { images, labels: Some(labels_of([0, 1, 2, 1, 0, 2])) })
        }
        None => Batch::Points(PointBatch {
            points: normal(1, [6, model.form.variables]).autodiff() * 0.4,
            labels: Some(labels_of([0, 1, 2, 1, 0, 2])),
        }),
    };
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let (mut model, mut rngs, mut all) = (model, Rngs::new(2), String::new());
    for step in 0..3 {
        let progress = Progress::at(step);
        let mut cx = TrainContext { optimizer: &mut optimizer, rngs: &mut rngs, progress, learning_rate: 0.05 };
        let losses;
        (model, losses) = model.train_step(&batch, &mut cx);
        write!(all, "{:?} ", losses.values().unwrap()).unwrap();
    }
    let sample = match model.valid().generate(1, &SampleOptions::default(), &mut rngs).unwrap() {
        Samples::Images(images) => host(images),
        Samples::Points(points) => host(points),
        Samples::Tokens(_) => panic!("a flow draws no tokens"),
    };
    Ok(format!("{:?} {:?} {all} {sample:?}", model.components(), params::shapes(&model)))
}

fn load<C: ModelConfig>(text: &str) -> Result<C, String> {
    Loader::new().text("x.toml", text).load::<C>().map(|loaded| loaded.value).map_err(|error| error.to_string())
}

/// Each text is that of another model.
fn all_differ<C: Build<Model = NormalizingFlow>>(texts: &[String]) {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        let found = observe(&load::<C>(text).unwrap_or_else(|error| panic!("{error}"))).unwrap();
        assert!(!seen.contains(&found), "this changes nothing:\n{text}");
        seen.push(found);
    }
}

const NETWORK: &str = "\n[coupling_network]\nhidden_dims = [7]\n";
const IMAGE: &str = "input_dim = 16\nimage_shape = [4, 4, 1]\n";

#[test]
fn every_field_acts() {
    let point = |own: &str, network: &str| format!("input_dim = 3\n{own}{NETWORK}{network}");
    let image = |own: &str, network: &str| format!("{IMAGE}{own}{NETWORK}{network}");
    let text = |parts: &[(&str, &str)]| parts.iter().map(|(own, network)| point(own, network)).collect::<Vec<_>>();
    let uniform = "base_distribution = \"uniform\"\nbase_distribution_params = ";
    let mut realnvp = text(&[
        ("", ""),
        ("num_coupling_layers = 3\n", ""),
        ("mask_type = \"channel-wise\"\n", ""),
        ("base_distribution_params = { loc = 0.5 }\n", ""),
        ("base_distribution_params = { scale = 2.0 }\n", ""),
        (&format!("{uniform}{{ low = -9.0, high = 9.0 }}\n"), ""),
        (&format!("{uniform}{{ low = -9.0, high = 9.5 }}\n"), ""),
        (&format!("{uniform}{{ low = -9.5, high = 9.0 }}\n"), ""),
        ("", "name = \"couplings\"\n"),
        ("", "activation = \"elu\"\n"),
        ("", "batch_norm = true\n"),
        ("", "dropout_rate = 0.5\n"),
        ("", "scale_activation = \"exp\"\n"),
        ("", "scale_activation = \"sigmoid\"\n"),
        ("", "scale_activation = \"softplus\"\n"),
        ("", "network_type = \"resnet\"\nnum_residual_blocks = 1\n"),
        ("", "network_type = \"resnet\"\nnum_residual_blocks = 2\n"),
    ]);
    realnvp.push(point("", "").replace("[7]", "[8]"));
    realnvp.push(point("", "").replace("input_dim = 3", "input_dim = 4"));
    let cnn = "network_type = \"cnn\"\n";
    realnvp.extend([
        image("levels = 5\n", ""),
        image("levels = 6\n", ""),
        image("levels = 5\nlogit_alpha = 0.1\n", ""),
        image("levels = 5\nlogit_alpha = 0\n", ""),
        image("levels = 5\nmask_type = \"channel-wise\"\n", ""),
        image("levels = 5\n", cnn),
        image("levels = 5\nmask_type = \"channel-wise\"\n", cnn),
        image("levels = 5\n", &format!("{cnn}num_residual_blocks = 1\n")),
    ]);
    all_differ::<RealNVPConfig>(&realnvp);
    all_differ::<ConditionalFlowConfig>(&text(&[
        ("num_classes = 3\ncondition_dim = 2\n", ""),
        ("num_classes = 4\ncondition_dim = 2\n", ""),
        ("num_classes = 3\ncondition_dim = 3\n", ""),
    ]));
    for deep in ["num_layers = 4\n", "reverse_ordering = false\n"] {
        all_differ::<MAFConfig>(&text(&[
            ("", ""),
            (deep, ""),
            ("", "dropout_rate = 0.5\n"),
            ("", "batch_norm = true\n"),
        ]));
        all_differ::<IAFConfig>(&text(&[("", ""), (deep, "")]));
    }
    all_differ::<NeuralSplineConfig>(&text(&[
        ("", ""),
        ("num_layers = 3\n", ""),
        ("num_bins = 4\n", ""),
        ("tail_bound = 1.0\n", ""),
        ("autoregressive = true\n", ""),
    ]));
    all_differ::<GlowConfig>(&[
        image("levels = 5\n", cnn),
        image("levels = 5\nblocks_per_scale = 2\n", cnn),
        image("levels = 5\nnum_scales = 1\n", cnn),
    ]);
    let layer = |text: &str| point(&format!("layers = [{{ type = \"act_norm\" }}, {{ {text} }}]\n"), "");
    all_differ::<FlowConfig>(&[
        layer("type = \"invertible\""),
        layer("type = \"affine_coupling\""),
        layer("type = \"affine_coupling\", swap = true"),
        layer("type = \"affine_coupling\", mask_type = \"channel-wise\""),
        layer("type = \"spline_coupling\""),
        layer("type = \"spline_coupling\", num_bins = 4"),
        layer("type = \"spline_coupling\", tail_bound = 0.5"),
        layer("type = \"spline_coupling\", swap = true"),
        layer("type = \"affine_autoregressive\""),
        layer("type = \"affine_autoregressive\", reverse = true"),
        layer("type = \"affine_autoregressive\", inverse = true"),
        layer("type = \"spline_autoregressive\""),
        layer("type = \"spline_autoregressive\", num_bins = 4"),
        layer("type = \"affine_coupling\"").replacen("]\n", "]\nrepeats = 2\n", 1),
        point("layers = [{ type = \"permutation\" }, { type = \"affine_autoregressive\" }]\n", ""),
        point("layers = [{ type = \"permutation\", seed = 1 }, { type = \"affine_autoregressive\" }]\n", ""),
        image("levels = 5\nlayers = [{ type = \"squeeze\" }, { type = \"act_norm\" }]\n", ""),
        image("levels = 5\nlayers = [{ type = \"squeeze\" }, { type = \"split\" }, { type = \"act_norm\" }]\n", ""),
    ]);
}

#[test]
fn broken_rules_are_named() {
    let refuse = |text: &str, word: &str| {
        let error = load::<FlowConfig>(text).unwrap_err();
        assert!(error.contains(word), "{text}: {error}");
    };
    let empty = format!("input_dim = 2\nlayers = []{NETWORK}");
    refuse(
        &empty,
        "a flow without layers is its base distribution and learns nothing; give it at least one, such as `layers = [{ type = \
         \"affine_coupling\" }]`",
    );
    let layers = "layers = [{ type = \"act_norm\" }]\n";
    for (own, network, word) in [
        ("input_dim = 0\n", "", "input_dim"),
        ("input_dim = 2\nlevels = 5\n", "", "images, and they alone, need `levels`"),
        ("input_dim = 2\nlogit_alpha = 0.1\n", "", "the logit is that of pixels"),
        ("input_dim = 15\nimage_shape = [4, 4, 1]\nlevels = 2\n", "", "height · width · channels"),
        (
            "input_dim = 2\nbase_distribution = \"uniform\"\nbase_distribution_params = { loc = 1 }\n",
            "",
            "`loc` and `scale`",
        ),
        ("input_dim = 2\nbase_distribution_params = { low = 1 }\n", "", "`low` and `high`"),
        (
            "input_dim = 2\nbase_distribution = \"uniform\"\nbase_distribution_params = { low = 1, high = 1 }\n",
            "",
            "the lower end must be below the upper end",
        ),
        (
            "input_dim = 2\nbase_distribution = \"uniform\"\nbase_distribution_params = { low = 1 }\n",
            "",
            "the upper end is 1 if it is left out",
        ),
        (
            "input_dim = 2\nbase_distribution = \"uniform\"\nbase_distribution_params = { high = -1.5 }\n",
            "",
            "the lower end is -1 if it is left out",
        ),
        ("input_dim = 2\n", "num_residual_blocks = 1\n", "an `mlp` has no residual blocks"),
        ("input_dim = 2\n", "network_type = \"resnet\"\n", "without residual blocks it is an `mlp`"),
        ("input_dim = 2\n", "network_type = \"cnn\"\n", "a `cnn` is for images"),
        ("input_dim = 2\n", "scale_activation = \"relu\"\n", "scale_activation"),
    ] {
        refuse(&format!("{own}{layers}{NETWORK}{network}"), word);
    }
    let iaf = |network: &str| load::<IAFConfig>(&format!("input_dim = 2\n{NETWORK}{network}")).unwrap_err();
    assert!(iaf("dropout_rate = 0.1\n").contains("a pass through another network"));
    assert!(iaf("network_type = \"cnn\"\n").contains("masked networks are fully connected"));
    let nsf = load::<NeuralSplineConfig>(&format!("input_dim = 2\n{NETWORK}scale_activation = \"exp\"\n")).unwrap_err();
    assert!(nsf.contains("splines have no scale"), "{nsf}");
    let glow = load::<GlowConfig>(&format!("input_dim = 2\n{NETWORK}")).unwrap_err();
    assert!(glow.contains("Glow is a model of images"), "{glow}");
}

#[test]
fn layers_that_cannot_be_built_say_why() {
    let error = |own: &str, layers: &str, network: &str| {
        let text = format!("{own}layers = [{{ type = \"act_norm\" }}, {layers}]\n{NETWORK}{network}");
        let config = load::<FlowConfig>(&text).unwrap();
        create_model(&config, &mut BuildContext::new(device(), 0)).unwrap_err().to_string()
    };
    let image = "input_dim = 12\nimage_shape = [4, 3, 1]\nlevels = 2\n";
    assert_eq!(
        error(image, "{ type = \"squeeze\" }", ""),
        "layer 2 squeezes blocks of 2 x 2 positions, but its image has 4 x 3; squeeze less often (fewer scales), or give the \
         images sides that can be halved as often"
    );
    assert_eq!(
        error("input_dim = 4\n", "{ type = \"squeeze\" }", ""),
        "layer 2 squeezes an image, but the data are points; set `image_shape`, or remove it"
    );
    assert_eq!(
        error(image, "{ type = \"split\" }", ""),
        "layer 2 has 1 channel, and a channel-wise mask splits channels; put a `squeeze` before it, or choose the mask \
         `checkerboard`"
    );
    assert_eq!(
        error("input_dim = 1\n", "{ type = \"affine_coupling\" }", ""),
        "layer 2 has 1 variable, and a coupling needs another to depend on; choose `maf` or `iaf`"
    );
    assert_eq!(
        error(image, "{ type = \"affine_autoregressive\" }", "network_type = \"cnn\"\n"),
        "layer 2 is autoregressive, and masked networks are fully connected; choose `network_type = \"mlp\"` or `\"resnet\"`"
    );
    assert_eq!(
        error("input_dim = 2\n", "{ type = \"affine_autoregressive\", inverse = true }", "dropout_rate = 0.1\n"),
        "layer 2 is autoregressive and `inverse`, and dropout or batch norm would make the pass for each variable one through \
         another network; remove them from `coupling_network`"
    );
}
