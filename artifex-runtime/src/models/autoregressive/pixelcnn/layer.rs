//! A gated layer: two stacks of convolutions that see nothing of what comes later.
//!
//! What the kernels do not see is not masked but left out of them, so nothing is multiplied with zeros.

use burn::module::{Module, Param};
use burn::tensor::{Device, Int, Tensor};

use crate::kernels::activation::{sigmoid, tanh};
use crate::kernels::conv::{Geometry, convolve};
use crate::nn::conv2d::add_bias;
use crate::nn::{Dropout, Initializer, ParamScope};
use crate::rng::Rngs;

/// What a layer's kernels reach.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Pixels to each side.
    pub(super) side: usize,
    /// Whether they see the place that they are at: all but the first layer do, for what stands there comes from pixels before.
    pub(super) here: bool,
}

impl Reach {
    /// Rows of the stack that looks up, or columns of the one that looks to the left.
    pub(super) const fn extent(self) -> usize {
        if self.here { self.side + 1 } else { self.side }
    }
}

/// Two gated convolutions (van den Oord et al. 2016b, figure 2): one looks up, one to the left and at the first.
#[derive(Module, Debug)]
pub(super) struct GatedLayer {
    /// `[2 p, inputs, extent, 2 side + 1]`.
    up: Param<Tensor<4>>,
    up_bias: Param<Tensor<1>>,
    /// From the stack that looks up to the other one: `[2 p, 2 p, 1, 1]`.
    across: Param<Tensor<4>>,
    /// `[2 p, inputs, 1, extent]`.
    left: Param<Tensor<4>>,
    left_bias: Param<Tensor<1>>,
    /// `[p, p, 1, 1]`.
    output: Param<Tensor<4>>,
    output_bias: Param<Tensor<1>>,
    /// What each class adds to both stacks, `[classes, 2 p]`.
    classes: Vec<Param<Tensor<2>>>,
    dropout: Dropout,
    #[module(skip)]
    reach: Reach,
}

/// What a layer is told of the classes of a batch: `[B, 2 p]` for each stack.
#[derive(Clone, Debug, Default)]
pub(super) struct Told([Option<Tensor<2>>; 2]);

impl GatedLayer {
    pub(super) fn new(
        inputs: usize,
        hidden: usize,
        reach: Reach,
        classes: Option<usize>,
        dropout_rate: f64,
        scope: &ParamScope,
    ) -> Self {
        let weight = |name: &str, [outputs, inputs]: [usize; 2], kernel: [usize; 2]| {
            let area = kernel[0] * kernel[1];
            let shape = [outputs, inputs, kernel[0], kernel[1]];
            scope.weight(name, shape, [inputs * area, outputs * area], Initializer::LecunNormal)
        };
        let doubled = 2 * hidden;
        let table =
            |classes, name| scope.weight(name, [classes, doubled], [1, doubled], Initializer::Normal { std: 0.1 });
        Self {
            up: weight("up", [doubled, inputs], [reach.extent(), 2 * reach.side + 1]),
            up_bias: scope.bias(doubled),
            across: weight("across", [doubled, doubled], [1, 1]),
            left: weight("left", [doubled, inputs], [1, reach.extent()]),
            left_bias: scope.bias(doubled),
            output: weight("output", [hidden, hidden], [1, 1]),
            output_bias: scope.bias(hidden),
            classes: classes
                .map_or(Vec::new(), |classes| ["up_classes", "left_classes"].map(|name| table(classes, name)).into()),
            dropout: Dropout::new(dropout_rate),
            reach,
        }
    }

    pub(super) fn device(&self) -> Device {
        self.up.device()
    }

    pub(super) const fn reach(&self) -> Reach {
        self.reach
    }

    /// What the layer is told of classes `[B]`.
    pub(super) fn told(&self, classes: Option<&Tensor<1, Int>>) -> Told {
        let Some(classes) = classes else { return Told::default() };
        let of = |stack: usize| self.classes.get(stack).map(|table| table.val().select(0, classes.clone()));
        Told([of(0), of(1)])
    }

    /// What the stack that looks up has before its gate, `[B, 2 p, H, W]`, of the grid `x: [B, inputs, H, W]`. With `last`, of the
    /// last row that `x` lets see: `x` has the rows that the kernel takes, and the result one.
    pub(super) fn look_up(&self, x: Tensor<4>, told: &Told, last: bool) -> Tensor<4> {
        let ([_, _, height, width], Reach { side, .. }) = (x.dims(), self.reach);
        let (rows, before) = if last { (1, 0) } else { (height, side) };
        let geometry = Geometry {
            image: [height, width],
            grid: [rows, width],
            kernel: [self.reach.extent(), 2 * side + 1],
            stride: [1, 1],
            before: [before, side],
        };
        let y = add_bias(convolve(x, self.up.val(), geometry), self.up_bias.val());
        match &told.0[0] {
            Some(told) => y + told.clone().unsqueeze_dims::<4>(&[2, 3]),
            None => y,
        }
    }

    /// What the stack that looks up tells the other one: `[B, 2 p, H, W]` to the same.
    pub(super) fn across(&self, before_gate: Tensor<4>) -> Tensor<4> {
        pointwise(before_gate, &self.across)
    }

    /// The stack that looks to the left: `x: [B, inputs, H, W]` and what it is told from above to `[B, p, H, W]`. With `last`, of the
    /// last column that `x` lets see, as in [`look_up`](Self::look_up), for one row.
    pub(super) fn look_left(
        &self,
        x: Tensor<4>,
        above: Tensor<4>,
        told: &Told,
        last: bool,
        rngs: &mut Rngs,
    ) -> Tensor<4> {
        let here = x.clone();
        let y = if last {
            last_column(x, &self.left)
        } else {
            let [_, _, height, width] = x.dims();
            let geometry = Geometry {
                image: [height, width],
                grid: [height, width],
                kernel: [1, self.reach.extent()],
                stride: [1, 1],
                before: [0, self.reach.side],
            };
            convolve(x, self.left.val(), geometry)
        };
        let y = add_bias(y, self.left_bias.val()) + above;
        let y = match &told.0[1] {
            Some(told) => y + told.clone().unsqueeze_dims::<4>(&[2, 3]),
            None => y,
        };
        let y = add_bias(pointwise(self.dropout.forward(gate(y), rngs), &self.output), self.output_bias.val());
        if !self.reach.here {
            return y;
        }
        // The sum of the residual: of the last column alone, if that is asked for.
        let columns = here.dims()[3];
        y + if last { here.narrow(3, columns - 1, 1) } else { here }
    }
}

/// `tanh(a) σ(b)` of the halves of the channels (equation 2): `[B, 2 p, H, W]` to `[B, p, H, W]`.
pub(super) fn gate(x: Tensor<4>) -> Tensor<4> {
    let half = x.dims()[1] / 2;
    tanh(x.clone().narrow(1, 0, half)) * sigmoid(x.narrow(1, half, half))
}

/// A convolution with a kernel of one pixel.
fn pointwise(x: Tensor<4>, weight: &Param<Tensor<4>>) -> Tensor<4> {
    let [_, _, height, width] = x.dims();
    if (height, width) == (1, 1) {
        return last_column(x, weight);
    }
    let size = [height, width];
    convolve(x, weight.val(), Geometry { image: size, grid: size, kernel: [1, 1], stride: [1, 1], before: [0, 0] })
}

/// A kernel at the one place that it has, a product of matrices: `[B, C, 1, n]` with `[O, C, 1, n]` to `[B, O, 1, 1]`.
fn last_column(x: Tensor<4>, weight: &Param<Tensor<4>>) -> Tensor<4> {
    let ([batch, channels, _, columns], weight) = (x.dims(), weight.val());
    let outputs = weight.dims()[0];
    let y = x.reshape([batch, channels * columns]).matmul(weight.reshape([outputs, channels * columns]).transpose());
    y.reshape([batch, outputs, 1, 1])
}
