//! The networks of couplings.

use burn::module::{Module, Param};
use burn::nn::{BatchNorm, BatchNormConfig};
use burn::tensor::Tensor;

use super::{Grid, Transform};
use crate::models::flow::config::{CouplingNetworkConfig, CouplingNetworkType};
use crate::nn::conv2d::conv2d;
use crate::nn::dense::HiddenOptions;
use crate::nn::{Activation, ConvForm, Dropout, Linear, Mlp, Padding, ParamScope, ResidualBlock};
use crate::rng::Rngs;

/// What a layer's network is asked for.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Request {
    /// The variables that it sees, as an image if it is one.
    pub(in super::super) seen: Grid,
    /// The variables that it makes numbers for.
    pub(in super::super) made: Grid,
    /// The function that the numbers are for.
    pub(in super::super) transform: Transform,
    /// Length of the context.
    pub(in super::super) context: usize,
}

/// From some variables and the context to the numbers of a [`Transform`]. The last layer starts at 0, so a flow starts as the
/// identity.
#[derive(Module, Debug)]
pub(in super::super) enum Conditioner {
    Dense(Dense),
    Conv(Conv),
}

/// Fully connected layers.
#[derive(Module, Debug)]
pub(in super::super) struct Dense {
    body: Body,
    output: Linear,
}

#[derive(Module, Debug)]
enum Body {
    Mlp(Mlp),
    Resnet(Vec<Stage>),
}

/// A hidden layer and its residual blocks.
#[derive(Module, Debug)]
struct Stage {
    layer: Mlp,
    blocks: Vec<DenseBlock>,
}

/// `x + f(x)`, where `f` is twice norm (if asked for), activation and a linear layer, with dropout between.
#[derive(Module, Debug)]
struct DenseBlock {
    first: DenseLayer,
    second: DenseLayer,
    dropout: Dropout,
}

#[derive(Module, Debug)]
struct DenseLayer {
    norm: Option<BatchNorm>,
    #[module(skip)]
    activation: Activation,
    linear: Linear,
}

impl DenseLayer {
    fn new(width: usize, options: HiddenOptions, scope: &ParamScope) -> Self {
        Self {
            norm: options.batch_norm.then(|| BatchNormConfig::new(width).init(scope.device())),
            activation: options.activation,
            linear: Linear::new(width, width, options.activation.initializer(), scope),
        }
    }

    fn forward(&self, x: Tensor<2>) -> Tensor<2> {
        let x = match &self.norm {
            Some(norm) => norm.forward(x),
            None => x,
        };
        self.linear.forward(self.activation.forward(x))
    }
}

impl Stage {
    fn new(inputs: usize, width: usize, blocks: usize, options: HiddenOptions, scope: &ParamScope) -> Self {
        let block = |k: usize| {
            let scope = scope.child("blocks").child(k);
            DenseBlock {
                first: DenseLayer::new(width, options, &scope.child("first")),
                second: DenseLayer::new(width, options, &scope.child("second")),
                dropout: Dropout::new(options.dropout_rate),
            }
        };
        Self {
            layer: Mlp::new(inputs, &[width], options, &scope.child("layer")),
            blocks: (0..blocks).map(block).collect(),
        }
    }

    fn forward(&self, x: Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        let x = self.layer.forward(x, rngs);
        self.blocks.iter().fold(x, |x, block| {
            let inner = block.dropout.forward(block.first.forward(x.clone()), rngs);
            x + block.second.forward(inner)
        })
    }
}

/// A linear layer of zeros.
fn zero_linear(inputs: usize, outputs: usize, scope: &ParamScope) -> Linear {
    Linear { weight: Param::from_tensor(Tensor::zeros([inputs, outputs], scope.device())), bias: scope.bias(outputs) }
}

/// What hidden layers share.
pub(super) fn hidden_options(config: &CouplingNetworkConfig) -> HiddenOptions {
    HiddenOptions { activation: config.activation, dropout_rate: config.dropout_rate, batch_norm: config.batch_norm }
}

impl Dense {
    fn new(config: &CouplingNetworkConfig, request: Request, scope: &ParamScope) -> Self {
        let options = hidden_options(config);
        let inputs = request.seen.iter().product::<usize>() + request.context;
        let outputs = request.made.iter().product::<usize>() * request.transform.params();
        let widths = &config.hidden_dims;
        let body = match config.network_type {
            CouplingNetworkType::Resnet => {
                let before = std::iter::once(inputs).chain(widths.iter().copied());
                let stage = |(k, (inputs, width)): (usize, (usize, &usize))| {
                    Stage::new(inputs, *width, config.num_residual_blocks, options, &scope.child("stages").child(k))
                };
                Body::Resnet(before.zip(widths).enumerate().map(stage).collect())
            }
            _ => Body::Mlp(Mlp::new(inputs, widths, options, &scope.child("layers"))),
        };
        let last = widths.last().copied().unwrap_or(inputs);
        Self { body, output: zero_linear(last, outputs, &scope.child("output")) }
    }

    fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        let x = match context {
            Some(context) => Tensor::cat(vec![x, context.clone()], 1),
            None => x,
        };
        let x = match &self.body {
            Body::Mlp(layers) => layers.forward(x, rngs),
            Body::Resnet(stages) => stages.iter().fold(x, |x, stage| stage.forward(x, rngs)),
        };
        self.output.forward(x)
    }
}

/// Convolutions that keep the grid: 3x3, then 1x1, and 3x3 at the end. The context stands beside every position.
#[derive(Module, Debug)]
pub(in super::super) struct Conv {
    hidden: Vec<ConvLayer>,
    output: SameConv,
    seen: [usize; 3],
    made: [usize; 3],
    #[module(skip)]
    transform: Transform,
}

#[derive(Module, Debug)]
struct ConvLayer {
    conv: SameConv,
    norm: Option<BatchNorm>,
    #[module(skip)]
    activation: Activation,
    dropout: Dropout,
    blocks: Vec<ResidualBlock>,
}

#[derive(Module, Debug)]
struct SameConv {
    /// `[out, in, kernel, kernel]`.
    weight: Param<Tensor<4>>,
    bias: Param<Tensor<1>>,
    kernel: usize,
}

impl SameConv {
    fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let form = ConvForm { kernel: [self.kernel; 2], stride: [1, 1], padding: Padding::Same };
        let channels = self.bias.dims()[0];
        conv2d(x, self.weight.val(), form) + self.bias.val().reshape([1, channels, 1, 1])
    }
}

impl Conv {
    fn new(config: &CouplingNetworkConfig, request: Request, scope: &ParamScope) -> Self {
        let options = hidden_options(config);
        let mut channels = request.seen[0] + request.context;
        let mut hidden = Vec::with_capacity(config.hidden_dims.len());
        for (k, &width) in config.hidden_dims.iter().enumerate() {
            let scope = scope.child("hidden").child(k);
            let kernel = if k == 0 { 3 } else { 1 };
            let fans = [channels * kernel * kernel, width * kernel * kernel];
            let shape = [width, channels, kernel, kernel];
            let conv = SameConv {
                weight: scope.child("conv").weight("weight", shape, fans, options.activation.initializer()),
                bias: scope.bias(width),
                kernel,
            };
            let block = |k: usize| ResidualBlock::new(width, options, &scope.child("blocks").child(k));
            hidden.push(ConvLayer {
                conv,
                norm: options.batch_norm.then(|| BatchNormConfig::new(width).init(scope.device())),
                activation: options.activation,
                dropout: Dropout::new(options.dropout_rate),
                blocks: (0..config.num_residual_blocks).map(block).collect(),
            });
            channels = width;
        }
        let outputs = request.made[0] * request.transform.params();
        let output = SameConv {
            weight: Param::from_tensor(Tensor::zeros([outputs, channels, 3, 3], scope.device())),
            bias: scope.bias(outputs),
            kernel: 3,
        };
        Self { hidden, output, seen: request.seen, made: request.made, transform: request.transform }
    }

    fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        let (count, [channels, height, width]) = (x.dims()[0], self.seen);
        let x = x.reshape([count, channels, height, width]);
        let x = match context {
            Some(context) => {
                let length = context.dims()[1];
                let planes = context.clone().reshape([count, length, 1, 1]).expand([count, length, height, width]);
                Tensor::cat(vec![x, planes], 1)
            }
            None => x,
        };
        let x = self.hidden.iter().fold(x, |x, layer| {
            let x = layer.conv.forward(x);
            let x = match &layer.norm {
                Some(norm) => norm.forward(x),
                None => x,
            };
            let x = layer.dropout.forward(layer.activation.forward(x), rngs);
            layer.blocks.iter().fold(x, |x, block| block.forward(x, rngs))
        });
        let x = self.output.forward(x);
        let (made, params, area) = (self.made[0], self.transform.params(), height * width);
        match self.transform {
            Transform::Affine(_) => x.reshape([count, params * made * area]),
            Transform::Spline(_) => {
                x.reshape([count, made, params, area]).swap_dims(2, 3).reshape([count, made * area * params])
            }
        }
    }
}

impl Conditioner {
    pub(super) fn new(config: &CouplingNetworkConfig, request: Request, scope: &ParamScope) -> Self {
        match config.network_type {
            CouplingNetworkType::Cnn => Self::Conv(Conv::new(config, request, scope)),
            _ => Self::Dense(Dense::new(config, request, scope)),
        }
    }

    /// Variables `[B, seen]` and the context `[B, K]` to numbers `[B, made · params]`.
    pub(super) fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        match self {
            Self::Dense(network) => network.forward(x, context, rngs),
            Self::Conv(network) => network.forward(x, context, rngs),
        }
    }
}
