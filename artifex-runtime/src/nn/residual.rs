//! Residual blocks of convolutions.

use burn::module::{Module, Param};
use burn::nn::{BatchNorm, BatchNormConfig};
use burn::tensor::Tensor;

use super::activation::Activation;
use super::conv2d::{ConvForm, Padding, add_bias, conv2d};
use super::dense::HiddenOptions;
use super::dropout::Dropout;
use super::init::ParamScope;
use crate::rng::Rngs;

/// Width and height of every kernel.
const KERNEL: usize = 3;

const FORM: ConvForm = ConvForm { kernel: [KERNEL; 2], stride: [1; 2], padding: Padding::Same };

/// `x + f(x)`, where `f` is twice norm (if asked for), activation and a 3x3 convolution that keeps the size, with dropout between
/// (the full pre-activation block of He et al. 2016, "Identity Mappings in Deep Residual Networks", figure 1(b)).
#[derive(Module, Debug)]
pub struct ResidualBlock {
    first: SameConv,
    second: SameConv,
    dropout: Dropout,
}

/// Norm, activation and a convolution of stride 1.
#[derive(Module, Debug)]
struct SameConv {
    norm: Option<BatchNorm>,
    #[module(skip)]
    activation: Activation,
    /// `[channels, channels, 3, 3]`.
    weight: Param<Tensor<4>>,
    bias: Param<Tensor<1>>,
}

impl SameConv {
    fn new(channels: usize, options: HiddenOptions, scope: &ParamScope) -> Self {
        let fans = [channels * KERNEL * KERNEL; 2];
        let shape = [channels, channels, KERNEL, KERNEL];
        Self {
            norm: options.batch_norm.then(|| BatchNormConfig::new(channels).init(scope.device())),
            activation: options.activation,
            weight: scope.weight("weight", shape, fans, options.activation.initializer()),
            bias: scope.bias(channels),
        }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let x = match &self.norm {
            Some(norm) => norm.forward(x),
            None => x,
        };
        let x = conv2d(self.activation.forward(x), self.weight.val(), FORM);
        add_bias(x, self.bias.val())
    }
}

impl ResidualBlock {
    /// A block on `channels` channels.
    #[must_use]
    pub fn new(channels: usize, options: HiddenOptions, scope: &ParamScope) -> Self {
        Self {
            first: SameConv::new(channels, options, &scope.child("first")),
            second: SameConv::new(channels, options, &scope.child("second")),
            dropout: Dropout::new(options.dropout_rate),
        }
    }

    /// `[B, channels, H, W]` to the same.
    #[must_use]
    pub fn forward(&self, x: Tensor<4>, rngs: &mut Rngs) -> Tensor<4> {
        let inner = self.dropout.forward(self.first.forward(x.clone()), rngs);
        x + self.second.forward(inner)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    #[test]
    fn a_block_adds_what_its_convolutions_give() {
        let device = Device::flex();
        let options = HiddenOptions { activation: Activation::Relu, dropout_rate: 0.0, batch_norm: false };
        let mut block = ResidualBlock::new(1, options, &ParamScope::root(&mut Rngs::new(0), &device));
        // A kernel that takes the left neighbour twice, then one that takes the upper one, plus a half.
        let kernel = |at: usize, value: f32| {
            let mut values = [0.0; 9];
            values[at] = value;
            Param::from_tensor(Tensor::<1>::from_floats(values, &device).reshape([1, 1, 3, 3]))
        };
        (block.first.weight, block.second.weight) = (kernel(3, 2.0), kernel(1, 1.0));
        block.second.bias = Param::from_tensor(Tensor::from_floats([0.5], &device));
        let x = Tensor::<2>::from_floats([[1.0, -2.0], [3.0, 4.0]], &device).reshape([1, 1, 2, 2]);
        let y = block.forward(x, &mut Rngs::new(0)).into_data().try_to_vec::<f32>().unwrap();
        // The inner grid is [[0, 2], [0, 6]]: -2 is cut off by the activation.
        assert_eq!(y, [1.5, -1.5, 3.5, 6.5]);
    }
}
