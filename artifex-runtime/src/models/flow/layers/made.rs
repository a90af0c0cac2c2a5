//! Masked networks: numbers for each variable that depend on the variables before it alone.

use burn::module::{Module, Param};
use burn::tensor::{Tensor, TensorData};

use super::Transform;
use super::networks::hidden_options;
use crate::models::flow::config::CouplingNetworkConfig;
use crate::nn::dense::HiddenOptions;
use crate::nn::{After, Initializer, ParamScope};
use crate::rng::Rngs;

/// A masked autoencoder for distribution estimation (Germain et al. 2015): each unit has a degree, the number of variables that it may
/// depend on. The context has degree 0. A hidden unit sees units of at most its degree (equation 13), an output those below the degree
/// of its variable (equation 14).
#[derive(Module, Debug)]
pub struct Made {
    input: Masked,
    after_input: After,
    stages: Vec<Stage>,
    output: Masked,
}

/// What follows the first layer: the blocks of its width, or the way to the next width.
#[derive(Module, Debug)]
#[expect(clippy::large_enum_variant, reason = "a network has few")]
enum Stage {
    Layer(Layer),
    Block(Block),
}

#[derive(Module, Debug)]
struct Layer {
    linear: Masked,
    after: After,
}

/// `x + f(x)`, where `f` is twice norm (if asked for), activation and a masked layer, with dropout between.
#[derive(Module, Debug)]
struct Block {
    before: After,
    first: Masked,
    between: After,
    second: Masked,
}

/// A linear layer some of whose weights are 0 for ever.
#[derive(Module, Debug)]
struct Masked {
    /// `[inputs, outputs]`.
    weight: Param<Tensor<2>>,
    bias: Param<Tensor<1>>,
    /// The same, of 0 and 1.
    #[module(skip)]
    mask: Tensor<2>,
}

impl Masked {
    /// A layer between units of these degrees. With an initialiser it is one of `at most`, without it the last one, of `below`, which
    /// starts at 0.
    fn new(inputs: &[usize], outputs: &[usize], initializer: Option<Initializer>, scope: &ParamScope) -> Self {
        let shape = [inputs.len(), outputs.len()];
        let last = initializer.is_none();
        let sees = |input: usize, output: usize| if last { input < output } else { input <= output };
        let mask: Vec<f32> = inputs
            .iter()
            .flat_map(|input| outputs.iter().map(move |output| if sees(*input, *output) { 1.0 } else { 0.0 }))
            .collect();
        let weight = match initializer {
            Some(initializer) => scope.weight("weight", shape, shape, initializer),
            None => Param::from_tensor(Tensor::zeros(shape, scope.device())),
        };
        let device = scope.device().clone().without_autodiff();
        let mask = Tensor::from_data(TensorData::new(mask, shape), &device);
        Self { weight, bias: scope.bias(outputs.len()), mask }
    }

    fn forward(&self, x: Tensor<2>) -> Tensor<2> {
        let weight = self.weight.val();
        let mask = self.mask.clone().to_device(&weight.device().without_autodiff());
        x.matmul(weight * mask) + self.bias.val().unsqueeze::<2>()
    }
}

/// The degrees of a hidden layer: as even as can be. Units of degree 0 see the context alone, so without one there are none.
fn degrees(width: usize, variables: usize, context: usize) -> Vec<usize> {
    if context > 0 {
        return (0..width).map(|unit| unit % variables).collect();
    }
    let most = variables.saturating_sub(1).max(1);
    (0..width).map(|unit| unit % most + 1).collect()
}

impl Made {
    /// A network of `variables`, in their order or with the last one first.
    pub(in super::super) fn new(
        config: &CouplingNetworkConfig,
        (variables, reverse): (usize, bool),
        transform: Transform,
        context: usize,
        scope: &ParamScope,
    ) -> Self {
        let (options, initializer) = (hidden_options(config), Some(config.activation.initializer()));
        let own = |variable: usize| if reverse { variables - variable } else { variable + 1 };
        let inputs: Vec<usize> = (0..variables).map(own).chain(std::iter::repeat_n(0, context)).collect();
        let layers: Vec<Vec<usize>> =
            config.hidden_dims.iter().map(|width| degrees(*width, variables, context)).collect();
        let mut stages = Vec::new();
        for (k, layer) in layers.iter().enumerate() {
            let scope = scope.child("stages").child(k);
            if k > 0 {
                stages.push(Stage::Layer(Layer {
                    linear: Masked::new(&layers[k - 1], layer, initializer, &scope.child("linear")),
                    after: After::new(layer.len(), options, &scope),
                }));
            }
            for block in 0..config.num_residual_blocks {
                let scope = scope.child("blocks").child(block);
                let undropped = HiddenOptions { dropout_rate: 0.0, ..options };
                stages.push(Stage::Block(Block {
                    before: After::new(layer.len(), undropped, &scope),
                    first: Masked::new(layer, layer, initializer, &scope.child("first")),
                    between: After::new(layer.len(), options, &scope),
                    second: Masked::new(layer, layer, initializer, &scope.child("second")),
                }));
            }
        }
        let numbers = variables * transform.params();
        let outputs: Vec<usize> = (0..numbers).map(|number| own(transform.variable(number, variables))).collect();
        Self {
            input: Masked::new(&inputs, &layers[0], initializer, &scope.child("input")),
            after_input: After::new(layers[0].len(), options, scope),
            output: Masked::new(&layers[layers.len() - 1], &outputs, None, &scope.child("output")),
            stages,
        }
    }

    /// Variables `[B, D]` and the context `[B, K]` to numbers `[B, D · params]`.
    pub(in super::super) fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        let x = match context {
            Some(context) => Tensor::cat(vec![x, context.clone()], 1),
            None => x,
        };
        let x = self.after_input.forward(self.input.forward(x), rngs);
        let x = self.stages.iter().fold(x, |x, stage| match stage {
            Stage::Layer(layer) => layer.after.forward(layer.linear.forward(x), rngs),
            Stage::Block(block) => {
                let inner = block.first.forward(block.before.forward(x.clone(), rngs));
                x + block.second.forward(block.between.forward(inner, rngs))
            }
        });
        self.output.forward(x)
    }
}
