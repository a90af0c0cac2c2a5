//! The parts of a U-Net.

use burn::module::{Module, Param};
use burn::nn::{GroupNorm, GroupNormConfig};
use burn::tensor::Tensor;

use super::config::UNetOptions;
use crate::nn::conv2d::{add_bias, conv2d};
use crate::nn::{Activation, Attention, AttentionConfig, ConvForm, Dropout, Initializer, Linear, Padding, ParamScope};
use crate::rng::Rngs;

/// A convolution that fills the border with zeros.
#[derive(Module, Debug)]
pub(super) struct Conv {
    /// `[channels out, channels in, kernel, kernel]`.
    weight: Param<Tensor<4>>,
    bias: Param<Tensor<1>>,
    #[module(skip)]
    form: ConvForm,
}

impl Conv {
    /// A convolution from so many channels to so many. An axis of one position stays so whatever the stride.
    pub(super) fn new([inputs, outputs]: [usize; 2], kernel: [usize; 2], stride: usize, scope: &ParamScope) -> Self {
        let form = ConvForm { kernel, stride: [stride; 2], padding: Padding::Same };
        let (shape, fans) = ([outputs, inputs, kernel[0], kernel[1]], form.fans(inputs, outputs));
        Self {
            weight: scope.weight("weight", shape, fans, Initializer::XavierUniform),
            bias: scope.bias(outputs),
            form,
        }
    }

    /// The same with weights of zero.
    pub(super) fn zeros(channels: [usize; 2], kernel: [usize; 2], scope: &ParamScope) -> Self {
        let conv = Self::new(channels, kernel, 1, scope);
        let zeros = Tensor::zeros(conv.weight.dims(), scope.device());
        Self { weight: Param::from_tensor(zeros), ..conv }
    }

    pub(super) fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        add_bias(conv2d(x, self.weight.val(), self.form), self.bias.val())
    }
}

/// A group norm and an activation.
#[derive(Module, Debug)]
pub(super) struct NormAct {
    norm: GroupNorm,
    #[module(skip)]
    activation: Activation,
}

impl NormAct {
    pub(super) fn new(channels: usize, config: &UNetOptions, scope: &ParamScope) -> Self {
        Self { norm: group_norm(channels, config.blocks.norm_groups, scope), activation: config.blocks.activation }
    }

    pub(super) fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        self.activation.forward(self.norm.forward(x))
    }
}

/// A norm of `most` groups, or the largest smaller number that shares the channels equally.
fn group_norm(channels: usize, most: usize, scope: &ParamScope) -> GroupNorm {
    let fits = |groups: &usize| channels.is_multiple_of(*groups);
    let groups = (1..=most.min(channels)).rev().find(fits).unwrap_or(1);
    GroupNormConfig::new(groups, channels).init(scope.device())
}

/// `x + f(x, t)`: norm, activation, convolution, the time added, and again norm, activation, dropout, convolution (Ho et al. 2020,
/// appendix B). The last convolution starts at zero, so that each block starts as the identity, or as a 1x1 convolution where the
/// number of channels changes.
#[derive(Module, Debug)]
pub(super) struct TimedBlock {
    before: NormAct,
    first: Conv,
    time: Linear,
    between: NormAct,
    dropout: Dropout,
    second: Conv,
    shortcut: Option<Conv>,
}

impl TimedBlock {
    pub(super) fn new(channels: [usize; 2], config: &UNetOptions, scope: &ParamScope) -> Self {
        let [inputs, outputs] = channels;
        let time = config.blocks.time_embedding_dim;
        Self {
            before: NormAct::new(inputs, config, scope),
            first: Conv::new(channels, config.kernel, 1, &scope.child("first")),
            time: Linear::new(time, outputs, Initializer::XavierUniform, &scope.child("time")),
            between: NormAct::new(outputs, config, scope),
            dropout: Dropout::new(config.blocks.dropout_rate),
            second: Conv::zeros([outputs; 2], config.kernel, &scope.child("second")),
            shortcut: (inputs != outputs).then(|| Conv::new(channels, [1; 2], 1, &scope.child("shortcut"))),
        }
    }

    /// `[B, inputs, H, W]`, and what is told: `[B, width]` or `[1, width]`; to `[B, outputs, H, W]`.
    fn forward(&self, x: Tensor<4>, told: &Tensor<2>, rngs: &mut Rngs) -> Tensor<4> {
        let told = self.time.forward(told.clone());
        let [rows, channels] = told.dims();
        let hidden = self.first.forward(self.before.forward(x.clone())) + told.reshape([rows, channels, 1, 1]);
        let hidden = self.dropout.forward(self.between.forward(hidden), rngs);
        let x = match &self.shortcut {
            Some(shortcut) => shortcut.forward(x),
            None => x,
        };
        x + self.second.forward(hidden)
    }
}

/// `x + attention(norm(x))` among the places of an image.
#[derive(Module, Debug)]
struct SpatialAttention {
    norm: GroupNorm,
    attention: Attention,
}

impl SpatialAttention {
    fn new(channels: usize, config: &UNetOptions, scope: &ParamScope) -> Result<Self, String> {
        let heads = AttentionConfig::new().with_heads(config.blocks.num_heads);
        let attention = Attention::new(channels, &heads, &scope.child("attention"))
            .map_err(|error| error.replace("`heads`", "`backbone.num_heads`").replace(", or `head_dim`", ""))?;
        Ok(Self { norm: group_norm(channels, config.blocks.norm_groups, scope), attention })
    }

    /// `[B, C, H, W]` to the same.
    fn forward(&self, x: Tensor<4>, rngs: &mut Rngs) -> Tensor<4> {
        let [batch, channels, height, width] = x.dims();
        let places = self.norm.forward(x.clone()).reshape([batch, channels, height * width]).swap_dims(1, 2);
        let attended = self.attention.forward(places, None, None, rngs);
        x + attended.swap_dims(1, 2).reshape([batch, channels, height, width])
    }
}

/// A block, and attention behind it where there is any.
#[derive(Module, Debug)]
pub(super) struct Stage {
    block: TimedBlock,
    attention: Option<SpatialAttention>,
}

impl Stage {
    pub(super) fn new(
        channels: [usize; 2],
        attends: bool,
        config: &UNetOptions,
        scope: &ParamScope,
    ) -> Result<Self, String> {
        let attention = attends.then(|| SpatialAttention::new(channels[1], config, scope)).transpose()?;
        Ok(Self { block: TimedBlock::new(channels, config, scope), attention })
    }

    pub(super) fn forward(&self, x: Tensor<4>, told: &Tensor<2>, rngs: &mut Rngs) -> Tensor<4> {
        let x = self.block.forward(x, told, rngs);
        match &self.attention {
            Some(attention) => attention.forward(x, rngs),
            None => x,
        }
    }
}

/// Half an image, rounded up: by a convolution, or as means of four.
#[derive(Module, Debug)]
pub(super) struct Halve {
    conv: Option<Conv>,
}

impl Halve {
    pub(super) fn new(channels: usize, config: &UNetOptions, scope: &ParamScope) -> Self {
        Self {
            conv: config
                .blocks
                .resamp_with_conv
                .then(|| Conv::new([channels; 2], config.kernel, 2, &scope.child("conv"))),
        }
    }

    pub(super) fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        match &self.conv {
            Some(conv) => conv.forward(x),
            None => means_of_four(x),
        }
    }
}

/// Twice an image, to exactly a size: by repetition, and a convolution if asked for.
#[derive(Module, Debug)]
pub(super) struct Double {
    conv: Option<Conv>,
    to: [usize; 2],
}

impl Double {
    pub(super) fn new(channels: usize, to: [usize; 2], config: &UNetOptions, scope: &ParamScope) -> Self {
        Self {
            conv: config
                .blocks
                .resamp_with_conv
                .then(|| Conv::new([channels; 2], config.kernel, 1, &scope.child("conv"))),
            to,
        }
    }

    pub(super) fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let x = repeated(x, self.to);
        match &self.conv {
            Some(conv) => conv.forward(x),
            None => x,
        }
    }
}

/// The means of squares of two by two; at an odd side the last row or column counts twice.
fn means_of_four(x: Tensor<4>) -> Tensor<4> {
    let [batch, channels, height, width] = x.dims();
    let even = |x: Tensor<4>, dim: usize, size: usize| {
        if size.is_multiple_of(2) {
            x
        } else {
            let last = x.clone().narrow(dim, size - 1, 1);
            Tensor::cat(vec![x, last], dim)
        }
    };
    let [h, w] = [height.div_ceil(2), width.div_ceil(2)];
    let x = even(even(x, 2, height), 3, width).reshape([batch, channels, h, 2, w, 2]);
    x.mean_dim(5).mean_dim(3).reshape([batch, channels, h, w])
}

/// Each value twice in both directions, cut to a size.
fn repeated(x: Tensor<4>, to: [usize; 2]) -> Tensor<4> {
    let [batch, channels, h, w] = x.dims();
    let x = x.reshape([batch, channels, h, 1, w, 1]).expand([batch, channels, h, 2, w, 2]);
    let x = x.reshape([batch, channels, 2 * h, 2 * w]);
    let x = if 2 * h == to[0] { x } else { x.narrow(2, 0, to[0]) };
    if 2 * w == to[1] { x } else { x.narrow(3, 0, to[1]) }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    fn host(x: Tensor<4>) -> Vec<f32> {
        x.into_data().try_to_vec::<f32>().unwrap()
    }

    #[test]
    fn images_are_halved_to_means_and_doubled_by_repetition() {
        let device = Device::flex();
        let x = Tensor::<4>::from_floats([[[[1.0, 3.0, 10.0], [5.0, 7.0, 20.0], [8.0, 4.0, 6.0]]]], &device);
        let half = means_of_four(x);
        assert_eq!(host(half.clone()), [4.0, 15.0, 6.0, 6.0]);
        let back = repeated(half.clone(), [3, 3]);
        assert_eq!(back.dims(), [1, 1, 3, 3]);
        assert_eq!(host(back), [4.0, 4.0, 15.0, 4.0, 4.0, 15.0, 6.0, 6.0, 6.0]);
        let wide = Tensor::<4>::from_floats([[[[1.0, 3.0], [5.0, 7.0]]]], &device);
        assert_eq!(host(repeated(wide.clone(), [4, 4]))[4..8], [1.0, 1.0, 3.0, 3.0]);
        assert_eq!(host(means_of_four(wide)), [4.0]);
    }

    #[test]
    fn groups_share_the_channels_equally() {
        let scope = ParamScope::root(&mut Rngs::new(0), &Device::flex());
        for (channels, most, expected) in [(64, 32, 32), (48, 32, 24), (16, 32, 16), (7, 4, 1), (12, 8, 6)] {
            assert_eq!(group_norm(channels, most, &scope).num_groups, expected, "{channels} {most}");
        }
    }
}
