//! Tests of flows.

use super::*;
use crate::config::validate_value;
use crate::models::{Build, BuildContext, BuildError, ImageBatch, PointBatch, Progress};
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use crate::rng::Stream;
use burn::module::{ModuleMapper, Param};

mod cost;
mod density;
mod fields;
mod images;
mod inverse;
mod jacobian;
mod masks;

fn device() -> Device {
    Device::flex().autodiff()
}

/// As the factory does.
fn create_model<C: Build>(config: &C, cx: &mut BuildContext) -> Result<C::Model, BuildError> {
    validate_value(config)?;
    config.build(cx)
}

fn build<C: Build<Model = NormalizingFlow>>(config: &C) -> NormalizingFlow {
    create_model(config, &mut BuildContext::new(device(), 3)).unwrap()
}

/// Adds noise to every parameter, so that nothing is the identity by chance of where it starts.
struct Shake {
    stream: Stream,
    size: f64,
}

impl ModuleMapper for Shake {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        param.map(|value| {
            let noise: Tensor<D> = self.stream.normal_tensor(value.dims(), &value.device().without_autodiff());
            let value = (value.without_autodiff() + noise * self.size).autodiff();
            value.require_grad()
        })
    }
}

/// A built flow with noise on every parameter.
fn shaken<C: Build<Model = NormalizingFlow>>(config: &C, size: f64) -> NormalizingFlow {
    build(config).map(&mut Shake { stream: Stream::from_seed(11), size })
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f64> {
    x.into_data().try_to_vec::<f32>().unwrap().into_iter().map(f64::from).collect()
}

fn normal<const D: usize>(seed: u64, shape: [usize; D]) -> Tensor<D> {
    Stream::from_seed(seed).normal_tensor(shape, &Device::flex())
}

fn labels_of<const N: usize>(labels: [i64; N]) -> Tensor<1, Int> {
    Tensor::from_data(TensorData::new(labels.to_vec(), [N]), &Device::flex())
}

fn points(points: Tensor<2>) -> Batch {
    Batch::Points(PointBatch { points, labels: None })
}

fn train(model: NormalizingFlow, batches: impl Iterator<Item = Batch>, rate: f64) -> NormalizingFlow {
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut rngs = Rngs::new(1);
    let mut model = model;
    for (step, batch) in batches.enumerate() {
        let progress = Progress::at(step as u64);
        let mut cx = TrainContext { optimizer: &mut optimizer, rngs: &mut rngs, progress, learning_rate: rate };
        model = model.train_step(&batch, &mut cx).0;
    }
    model
}

/// Configs of all kinds, with `variables` coordinates: each of a few small layers.
fn zoo(variables: usize) -> Vec<(&'static str, NormalizingFlow)> {
    let data = || FlowDataConfig { input_dim: variables, ..FlowConfig::example().data };
    let network = || CouplingNetworkConfig {
        hidden_dims: vec![12, 9],
        activation: crate::nn::Activation::Tanh,
        ..FlowConfig::example().coupling_network
    };
    let resnet =
        || CouplingNetworkConfig { network_type: CouplingNetworkType::Resnet, num_residual_blocks: 2, ..network() };
    let size = 0.3;
    let realnvp = |mask_type, coupling_network| RealNVPConfig {
        data: data(),
        coupling_network,
        num_coupling_layers: 4,
        mask_type,
    };
    let maf = |coupling_network| MAFConfig { data: data(), coupling_network, num_layers: 3, reverse_ordering: true };
    let iaf = IAFConfig { maf: maf(network()) };
    let nsf = |autoregressive| NeuralSplineConfig {
        data: data(),
        coupling_network: network(),
        num_layers: 4,
        num_bins: 5,
        autoregressive,
        ..NeuralSplineConfig::example()
    };
    let scale = |scale_activation| {
        let network = CouplingNetworkConfig { scale_activation, ..network() };
        realnvp(MaskType::Checkerboard, network)
    };
    let mut all = vec![
        ("realnvp", shaken(&realnvp(MaskType::Checkerboard, network()), size)),
        ("realnvp by halves", shaken(&realnvp(MaskType::ChannelWise, network()), size)),
        ("realnvp resnet", shaken(&realnvp(MaskType::Checkerboard, resnet()), size)),
        ("realnvp sigmoid", shaken(&scale(ScaleActivation::Sigmoid), size)),
        ("realnvp exp", shaken(&scale(ScaleActivation::Exp), size)),
        ("realnvp softplus", shaken(&scale(ScaleActivation::Softplus), size)),
        ("maf", shaken(&maf(network()), size)),
        ("maf resnet", shaken(&maf(resnet()), 0.2)),
        ("iaf", shaken(&iaf, size)),
        ("nsf", shaken(&nsf(false), size)),
        ("nsf autoregressive", shaken(&nsf(true), size)),
    ];
    let conditional =
        ConditionalFlowConfig { flow: realnvp(MaskType::Checkerboard, network()), num_classes: 3, condition_dim: 4 };
    all.push(("conditional", shaken(&conditional, size)));
    let mixed = |text: &str| {
        let text = format!(
            "input_dim = {variables}\nlayers = [{text}]\n[coupling_network]\nhidden_dims = [12]\nactivation = \"tanh\"\n"
        );
        crate::config::Loader::new().text("flow.toml", &text).load::<FlowConfig>().unwrap().value
    };
    for (name, text) in [
        ("act_norm", "{ type = \"act_norm\" }"),
        ("invertible", "{ type = \"invertible\" }"),
        ("permutation", "{ type = \"permutation\" }, { type = \"act_norm\" }, { type = \"permutation\", seed = 4 }"),
        ("affine_coupling", "{ type = \"affine_coupling\", mask_type = \"channel-wise\", swap = true }"),
        ("spline_coupling", "{ type = \"spline_coupling\", num_bins = 2 }"),
        ("affine_autoregressive", "{ type = \"affine_autoregressive\", inverse = true, reverse = true }"),
        ("spline_autoregressive", "{ type = \"spline_autoregressive\", inverse = true, tail_bound = 2.0 }"),
    ] {
        all.push((name, shaken(&mixed(text), size)));
    }
    all
}

/// Flows of images of 4 x 4 pixels of 2 channels.
fn image_zoo() -> Vec<(&'static str, NormalizingFlow)> {
    let data = || FlowDataConfig {
        input_dim: 32,
        image_shape: Some(vec![4, 4, 2]),
        levels: Some(5),
        ..FlowConfig::example().data
    };
    let network = || CouplingNetworkConfig {
        hidden_dims: vec![6, 5],
        activation: crate::nn::Activation::Tanh,
        network_type: CouplingNetworkType::Cnn,
        num_residual_blocks: 1,
        ..FlowConfig::example().coupling_network
    };
    let size = 0.15;
    let realnvp =
        |mask_type| RealNVPConfig { data: data(), coupling_network: network(), num_coupling_layers: 3, mask_type };
    let glow = GlowConfig { data: data(), coupling_network: network(), blocks_per_scale: 2, num_scales: 2 };
    let dense = CouplingNetworkConfig { network_type: CouplingNetworkType::Mlp, num_residual_blocks: 0, ..network() };
    let dense_glow = GlowConfig { coupling_network: dense, ..glow.clone() };
    let nsf = NeuralSplineConfig {
        data: data(),
        coupling_network: network(),
        num_layers: 2,
        num_bins: 3,
        ..NeuralSplineConfig::example()
    };
    let conditional = ConditionalFlowConfig { flow: realnvp(MaskType::ChannelWise), num_classes: 3, condition_dim: 2 };
    vec![
        ("realnvp checkerboard", shaken(&realnvp(MaskType::Checkerboard), size)),
        ("realnvp channel-wise", shaken(&realnvp(MaskType::ChannelWise), size)),
        ("glow", shaken(&glow, size)),
        ("glow of dense networks", shaken(&dense_glow, size)),
        ("nsf", shaken(&nsf, size)),
        ("conditional", shaken(&conditional, size)),
    ]
}
