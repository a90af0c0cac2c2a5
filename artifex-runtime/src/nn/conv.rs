//! Stacks of stride-2 convolutions: down to a small grid and back up.
//!
//! Images are `[B, H, W, C]` outside the library and `[B, C, H, W]` here; [`to_channels_first`] and [`to_channels_last`] stand
//! at the edge.

use burn::module::{Module, Param};
use burn::tensor::Tensor;

use super::after::After;
use super::conv2d::add_bias;
use super::dense::HiddenOptions;
use super::init::{Initializer, ParamScope};
use super::residual::ResidualBlock;
use crate::kernels::conv::{Geometry, convolve, spread};
use crate::rng::Rngs;

/// Width and height of every kernel.
const KERNEL: usize = 3;

/// `[B, H, W, C]` to `[B, C, H, W]`.
#[must_use]
pub fn to_channels_first(x: Tensor<4>) -> Tensor<4> {
    x.permute([0, 3, 1, 2])
}

/// `[B, C, H, W]` to `[B, H, W, C]`.
#[must_use]
pub fn to_channels_last(x: Tensor<4>) -> Tensor<4> {
    x.permute([0, 2, 3, 1])
}

/// The grid sizes of a stack of `levels` halvings, `ceil(size / 2)` each, from the image on: 28 gives 28, 14, 7, 4.
#[must_use]
pub fn grid_sizes([height, width]: [usize; 2], levels: usize) -> Vec<[usize; 2]> {
    std::iter::successors(Some([height, width]), |[h, w]| Some([h.div_ceil(2), w.div_ceil(2)]))
        .take(levels + 1)
        .collect()
}

/// How a kernel lies on an image of that size: the grid is half as large, rounded up.
fn halving(image: [usize; 2]) -> Geometry {
    let grid = image.map(|size| size.div_ceil(2));
    Geometry { image, grid, kernel: [KERNEL; 2], stride: [2; 2], before: [1; 2] }
}

/// Convolutions 3x3 with stride 2 and padding 1, each halving the grid (rounded up).
#[derive(Module, Debug)]
pub struct ConvDown {
    hidden: Vec<DownLayer>,
}

#[derive(Module, Debug)]
struct DownLayer {
    /// `[channels out, channels in, 3, 3]`.
    weight: Param<Tensor<4>>,
    bias: Param<Tensor<1>>,
    after: After,
    block: Option<ResidualBlock>,
}

impl ConvDown {
    /// A stack from `channels` through `widths`.
    #[must_use]
    pub fn new(channels: usize, widths: &[usize], options: HiddenOptions, scope: &ParamScope) -> Self {
        Self::build(channels, widths, options, false, scope)
    }

    /// The same with a residual block after each layer.
    #[must_use]
    pub fn residual(channels: usize, widths: &[usize], options: HiddenOptions, scope: &ParamScope) -> Self {
        Self::build(channels, widths, options, true, scope)
    }

    fn build(channels: usize, widths: &[usize], options: HiddenOptions, blocks: bool, scope: &ParamScope) -> Self {
        let inputs = std::iter::once(channels).chain(widths.iter().copied());
        let hidden = inputs
            .zip(widths)
            .enumerate()
            .map(|(i, (inputs, &outputs))| {
                let scope = scope.child("hidden").child(i);
                let fans = [inputs * KERNEL * KERNEL, outputs * KERNEL * KERNEL];
                let initializer = options.activation.initializer();
                DownLayer {
                    weight: scope.weight("weight", [outputs, inputs, KERNEL, KERNEL], fans, initializer),
                    bias: scope.bias(outputs),
                    after: After::new(outputs, options, &scope),
                    block: blocks.then(|| ResidualBlock::new(outputs, options, &scope.child("block"))),
                }
            })
            .collect();
        Self { hidden }
    }

    /// `[B, channels, H, W]` to `[B, last width, h, w]` with the smallest of [`grid_sizes`].
    #[must_use]
    pub fn forward(&self, x: Tensor<4>, rngs: &mut Rngs) -> Tensor<4> {
        self.hidden.iter().fold(x, |x, layer| {
            let [_, _, height, width] = x.dims();
            let x = add_bias(convolve(x, layer.weight.val(), halving([height, width])), layer.bias.val());
            let x = layer.after.forward(x, rngs);
            apply(layer.block.as_ref(), x, rngs)
        })
    }
}

/// Transposed convolutions 3x3 with stride 2 that climb back through [`grid_sizes`] to exactly the size of the image.
#[derive(Module, Debug)]
pub struct ConvUp {
    hidden: Vec<UpLayer>,
    block: Option<ResidualBlock>,
    output: UpConv,
}

#[derive(Module, Debug)]
struct UpLayer {
    block: Option<ResidualBlock>,
    conv: UpConv,
    after: After,
}

#[derive(Module, Debug)]
struct UpConv {
    /// `[channels in, channels out, 3, 3]`.
    weight: Param<Tensor<4>>,
    bias: Param<Tensor<1>>,
    /// The size that it climbs to.
    to: [usize; 2],
}

impl UpConv {
    fn new([inputs, outputs]: [usize; 2], to: [usize; 2], initializer: Initializer, scope: &ParamScope) -> Self {
        // A stride of 2 spreads the kernel's 9 weights over 4 output positions.
        let fans = [inputs * KERNEL * KERNEL / 4, outputs * KERNEL * KERNEL / 4];
        Self {
            weight: scope.weight("weight", [inputs, outputs, KERNEL, KERNEL], fans, initializer),
            bias: scope.bias(outputs),
            to,
        }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        add_bias(spread(x, self.weight.val(), halving(self.to)), self.bias.val())
    }
}

impl ConvUp {
    /// A stack from a grid with `widths[0]` channels, through the other widths, to an image of `size` with `channels`
    /// channels; the last layer has no activation. `initializer` is that of the last layer.
    #[must_use]
    pub fn new(
        widths: &[usize],
        channels: usize,
        size: [usize; 2],
        options: HiddenOptions,
        initializer: Initializer,
        scope: &ParamScope,
    ) -> Self {
        Self::build(widths, channels, size, options, (initializer, false), scope)
    }

    /// The same with a residual block before each layer.
    #[must_use]
    pub fn residual(
        widths: &[usize],
        channels: usize,
        size: [usize; 2],
        options: HiddenOptions,
        initializer: Initializer,
        scope: &ParamScope,
    ) -> Self {
        Self::build(widths, channels, size, options, (initializer, true), scope)
    }

    fn build(
        widths: &[usize],
        channels: usize,
        size: [usize; 2],
        options: HiddenOptions,
        (initializer, blocks): (Initializer, bool),
        scope: &ParamScope,
    ) -> Self {
        let block =
            |channels, scope: &ParamScope| blocks.then(|| ResidualBlock::new(channels, options, &scope.child("block")));
        let sizes = grid_sizes(size, widths.len());
        let hidden = widths
            .windows(2)
            .enumerate()
            .map(|(i, pair)| {
                let scope = scope.child("hidden").child(i);
                let to = sizes[widths.len() - 1 - i];
                let (pair, initializer) = ([pair[0], pair[1]], options.activation.initializer());
                UpLayer {
                    block: block(pair[0], &scope),
                    conv: UpConv::new(pair, to, initializer, &scope.child("conv")),
                    after: After::new(pair[1], options, &scope),
                }
            })
            .collect();
        let last = widths.last().copied().unwrap_or(channels);
        Self {
            hidden,
            block: block(last, scope),
            output: UpConv::new([last, channels], sizes[0], initializer, &scope.child("output")),
        }
    }

    /// `[B, widths[0], h, w]` to `[B, channels, H, W]`.
    #[must_use]
    pub fn forward(&self, x: Tensor<4>, rngs: &mut Rngs) -> Tensor<4> {
        let x = self.hidden.iter().fold(x, |x, layer| {
            let x = apply(layer.block.as_ref(), x, rngs);
            layer.after.forward(layer.conv.forward(x), rngs)
        });
        self.output.forward(apply(self.block.as_ref(), x, rngs))
    }
}

/// What a block makes of `x`, or `x` itself where there is none.
fn apply(block: Option<&ResidualBlock>, x: Tensor<4>, rngs: &mut Rngs) -> Tensor<4> {
    match block {
        Some(block) => block.forward(x, rngs),
        None => x,
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::nn::Activation;
    use burn::tensor::Device;

    #[test]
    fn grids_are_halved_and_climbed_back_exactly() {
        assert_eq!(grid_sizes([28, 28], 3), [[28, 28], [14, 14], [7, 7], [4, 4]]);
        let device = Device::flex();
        let options = HiddenOptions { activation: Activation::Relu, dropout_rate: 0.0, batch_norm: false };
        for size in [[28, 28], [8, 8], [5, 7], [1, 2]] {
            let mut rngs = Rngs::new(0);
            let scope = ParamScope::root(&mut rngs, &device);
            let down = ConvDown::new(2, &[3, 4, 5], options, &scope);
            let up = ConvUp::new(&[5, 4, 3], 2, size, options, Initializer::XavierUniform, &scope);
            let image = Tensor::<4>::ones([2, size[0], size[1], 2], &device);
            let grid = down.forward(to_channels_first(image), &mut rngs);
            let [h, w] = grid_sizes(size, 3)[3];
            assert_eq!(grid.dims(), [2, 5, h, w]);
            assert_eq!(to_channels_last(up.forward(grid, &mut rngs)).dims(), [2, size[0], size[1], 2]);
        }
    }
}
