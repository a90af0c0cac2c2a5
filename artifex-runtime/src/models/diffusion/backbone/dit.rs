//! The diffusion transformer.

use burn::module::{Module, Param};
use burn::tensor::{Tensor, TensorData};

use super::config::{DiTBackboneConfig, DiTSizeConfig};
use crate::nn::{Activation, Attention, AttentionConfig, Dropout, Initializer, Linear, ParamScope};
use crate::rng::Rngs;

/// What variances are kept above.
const EPSILON: f64 = 1e-6;

/// Patches of an image as tokens, and transformer blocks whose norms are told the time (Peebles and Xie 2023, adaLN-Zero); see
/// [`DiTBackboneConfig`].
#[derive(Module, Debug)]
pub(super) struct DiT {
    embed: Linear,
    blocks: Vec<Block>,
    /// From what is told to shift and scale of the last norm.
    modulation: Linear,
    output: Linear,
    #[module(skip)]
    patches: Patches,
    /// Predictions of each value: 2 where that of the variance is one.
    predictions: usize,
    /// Of each token: `[tokens, hidden]`, row by row.
    #[module(skip)]
    positions: Vec<f32>,
}

/// How an image is cut into patches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Patches {
    channels: usize,
    rows: usize,
    columns: usize,
    size: usize,
}

impl Patches {
    /// Of an image of channels, height and width.
    pub(super) fn new([channels, height, width]: [usize; 3], size: usize) -> Result<Self, String> {
        if size == 0 || !height.is_multiple_of(size) || !width.is_multiple_of(size) {
            return Err(format!(
                "images of {height} x {width} cannot be cut into patches of {size} x {size}; set `patch_size` to a divisor of both \
                 sides"
            ));
        }
        Ok(Self { channels, rows: height / size, columns: width / size, size })
    }

    pub(super) const fn count(self) -> usize {
        self.rows * self.columns
    }

    /// Numbers of a patch.
    pub(super) const fn values(self) -> usize {
        self.channels * self.size * self.size
    }

    /// `[B, channels · height · width]` to `[B, patches, values]`: row by row, each with its channels last.
    pub(super) fn cut(self, x: Tensor<2>) -> Tensor<3> {
        let Self { channels, rows, columns, size } = self;
        let batch = x.dims()[0];
        let x = x.reshape([batch, channels, rows, size, columns, size]).permute([0, 2, 4, 3, 5, 1]);
        x.reshape([batch, self.count(), self.values()])
    }

    /// The way back.
    pub(super) fn joined(self, x: Tensor<3>) -> Tensor<2> {
        let Self { channels, rows, columns, size } = self;
        let batch = x.dims()[0];
        let x = x.reshape([batch, rows, columns, size, size, channels]).permute([0, 5, 1, 3, 2, 4]);
        x.reshape([batch, self.count() * self.values()])
    }
}

/// `x + gate · attention(norm(x))`, and the same with two dense layers, where shift and scale of each norm and the gates come from what
/// is told. What makes them starts at zero, so that each block starts as the identity.
#[derive(Module, Debug)]
struct Block {
    attention: Attention,
    first: Linear,
    second: Linear,
    /// From what is told to shift, scale and gate of the one and of the other.
    modulation: Linear,
    dropout: Dropout,
}

/// A layer that gives 0 at the start.
fn zeros(inputs: usize, outputs: usize, scope: &ParamScope) -> Linear {
    let layer = Linear::new(inputs, outputs, Initializer::XavierUniform, scope);
    let weight = Param::from_tensor(Tensor::zeros([inputs, outputs], scope.device()));
    Linear { weight, ..layer }
}

impl Block {
    fn new(config: &DiTSizeConfig, scope: &ParamScope) -> Result<Self, String> {
        let width = config.hidden_size;
        let heads = AttentionConfig::new().with_heads(config.num_heads);
        let attention = Attention::new(width, &heads, &scope.child("attention"))
            .map_err(|error| error.replace("`heads`", "`num_heads`").replace(", or `head_dim`", ""))?;
        let linear =
            |inputs, outputs, name| Linear::new(inputs, outputs, Initializer::XavierUniform, &scope.child(name));
        let inner = config.mlp_width();
        Ok(Self {
            attention,
            first: linear(width, inner, "first"),
            second: linear(inner, width, "second"),
            modulation: zeros(width, 6 * width, &scope.child("modulation")),
            dropout: Dropout::new(config.dropout_rate),
        })
    }

    /// `[B, tokens, width]`, and what is told: `[B, width]` or `[1, width]`; to `[B, tokens, width]`.
    fn forward(&self, x: Tensor<3>, told: &Tensor<2>, rngs: &mut Rngs) -> Tensor<3> {
        let [batch, tokens, width] = x.dims();
        let [shift, scale, gate, next_shift, next_scale, next_gate] = parts(&self.modulation, told);
        let attended = self.attention.forward(modulated(&x, shift, scale), None, None, rngs);
        let x = x + self.dropout.forward(attended, rngs) * gate;
        let inner = modulated(&x, next_shift, next_scale).reshape([batch * tokens, width]);
        let inner = self.second.forward(Activation::Gelu.forward(self.first.forward(inner)));
        x + self.dropout.forward(inner.reshape([batch, tokens, width]), rngs) * next_gate
    }
}

/// What a layer makes of what is told, in equal parts: `[B, 1, width]` or `[1, 1, width]` each.
fn parts<const N: usize>(layer: &Linear, told: &Tensor<2>) -> [Tensor<3>; N] {
    let all = layer.forward(told.clone());
    let [rows, width] = all.dims();
    let part = width / N;
    std::array::from_fn(|i| all.clone().narrow(1, i * part, part).reshape([rows, 1, part]))
}

/// `norm(x) (1 + scale) + shift`, where tokens have mean 0 and variance 1 after the norm.
fn modulated(x: &Tensor<3>, shift: Tensor<3>, scale: Tensor<3>) -> Tensor<3> {
    let centred = x.clone() - x.clone().mean_dim(2);
    let variance = centred.clone().square().mean_dim(2);
    centred / (variance + EPSILON).sqrt() * (scale + 1.0) + shift
}

/// The position of each patch as sines and cosines, the first half of the width for its row and the second for its column (Peebles and
/// Xie 2023, after Vaswani et al. 2017): `[rows · columns, width]`, row by row. The width is a multiple of 4.
pub(super) fn positions(rows: usize, columns: usize, width: usize) -> Vec<f32> {
    let quarter = width / 4;
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "values are f32")]
    let waves = |place: usize| {
        let angle = move |i: usize| place as f64 * 10_000f64.powf(-(i as f64) / quarter as f64);
        let sines = (0..quarter).map(move |i| angle(i).sin() as f32);
        sines.chain((0..quarter).map(move |i| angle(i).cos() as f32))
    };
    (0..rows * columns).flat_map(|at| waves(at / columns).chain(waves(at % columns))).collect()
}

impl DiT {
    /// A network on images of channels, height and width.
    pub(super) fn new(config: &DiTBackboneConfig, shape: [usize; 3], scope: &ParamScope) -> Result<Self, String> {
        let size = &config.size;
        let (patches, width) = (Patches::new(shape, size.patch_size)?, size.hidden_size);
        let [_, height, columns] = shape;
        if let Some(side) = config.img_size.filter(|side| [height, columns] != [*side; 2]) {
            return Err(format!(
                "images of {height} x {columns} are not those of `img_size` {side}; leave it out, or make it equal to both sides"
            ));
        }
        let block = |i| Block::new(size, &scope.child("blocks").child(i));
        let predictions = if size.learn_sigma { 2 } else { 1 };
        Ok(Self {
            embed: Linear::new(patches.values(), width, Initializer::XavierUniform, &scope.child("embed")),
            blocks: (0..size.depth).map(block).collect::<Result<_, _>>()?,
            modulation: zeros(width, 2 * width, &scope.child("modulation")),
            output: zeros(width, predictions * patches.values(), &scope.child("output")),
            patches,
            predictions,
            positions: positions(patches.rows, patches.columns, width),
        })
    }

    /// `[B, values]`, and what is told: `[B, hidden]` or `[1, hidden]`; to `[B, values]`, and as many for the variance after them.
    pub(super) fn forward(&self, x: Tensor<2>, told: &Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        let (batch, tokens, values) = (x.dims()[0], self.patches.count(), self.patches.values());
        let cut = self.patches.cut(x).reshape([batch * tokens, values]);
        let embedded = self.embed.forward(cut);
        let width = embedded.dims()[1];
        let places = TensorData::new(self.positions.clone(), [1, tokens, width]);
        let x = embedded.clone().reshape([batch, tokens, width]) + Tensor::from_data(places, &embedded.device());
        let x = self.blocks.iter().fold(x, |x, block| block.forward(x, told, rngs));
        let [shift, scale] = parts(&self.modulation, told);
        let x = modulated(&x, shift, scale).reshape([batch * tokens, width]);
        let output = self.output.forward(x).reshape([batch, tokens, self.predictions * values]);
        let each = |i: usize| self.patches.joined(output.clone().narrow(2, i * values, values));
        Tensor::cat((0..self.predictions).map(each).collect(), 1)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;
    use burn::tensor::Device;

    fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
        x.into_data().try_to_vec::<f32>().unwrap()
    }

    #[test]
    fn patches_are_squares_and_join_again() {
        let device = Device::flex();
        for (shape, size) in [([1, 4, 6], 2), ([3, 6, 3], 3), ([2, 5, 7], 1)] {
            let patches = Patches::new(shape, size).unwrap();
            let x = Stream::from_seed(1).normal_tensor::<2>([2, shape.iter().product()], &device);
            assert_eq!(host(patches.joined(patches.cut(x.clone()))), host(x));
        }
        // Rows 0 to 3 of an image of 4 columns: the second patch has columns 2 and 3 of rows 0 and 1.
        let x = Tensor::<1>::from_floats((0..16_u8).map(f32::from).collect::<Vec<_>>().as_slice(), &device);
        let cut = host(Patches::new([1, 4, 4], 2).unwrap().cut(x.reshape([1, 16])));
        assert_eq!(cut[4..8], [2.0, 3.0, 6.0, 7.0]);
        assert_eq!(
            Patches::new([1, 8, 6], 4).unwrap_err(),
            "images of 8 x 6 cannot be cut into patches of 4 x 4; set `patch_size` to a divisor of both sides"
        );
    }

    /// The definition, in double precision; no two places have one position.
    #[test]
    fn positions_are_waves_of_row_and_column() {
        let found = positions(3, 2, 8);
        for (at, row) in found.chunks_exact(8).enumerate() {
            for (i, frequency) in [1.0, 0.01].into_iter().enumerate() {
                let (y, x) = ((at / 2) as f64 * frequency, (at % 2) as f64 * frequency);
                for (place, expected) in [(i, y.sin()), (2 + i, y.cos()), (4 + i, x.sin()), (6 + i, x.cos())] {
                    assert!((f64::from(row[place]) - expected).abs() < 1e-6);
                }
            }
        }
        assert!(
            found
                .chunks_exact(8)
                .enumerate()
                .all(|(i, one)| !found[8 * (i + 1)..].chunks_exact(8).any(|other| one == other))
        );
    }

    fn config() -> DiTBackboneConfig {
        crate::config!(DiTBackboneConfig { patch_size = 2, hidden_size = 8, depth = 2, num_heads = 2, dropout_rate = 0.5 })
    }

    /// Every block starts as the identity, and the network with the answer 0, whatever it is told (Peebles and Xie 2023, section 3.2).
    #[test]
    fn blocks_start_as_the_identity_and_the_output_at_zero() {
        let (device, mut rngs) = (Device::flex(), Rngs::new(1));
        let scope = ParamScope::root(&mut rngs, &device);
        let block = Block::new(&config().size, &scope).unwrap();
        let x = Stream::from_seed(2).normal_tensor::<3>([3, 4, 8], &device);
        let told = Stream::from_seed(3).normal_tensor::<2>([3, 8], &device);
        assert_eq!(host(block.forward(x.clone(), &told, &mut rngs)), host(x.clone()));
        // What is told acts once the layer that reads it has learnt anything.
        let learnt = Param::from_tensor(Tensor::full([8, 48], 0.1, &device));
        let block = Block { modulation: Linear { weight: learnt, ..block.modulation }, ..block };
        let moved = |told: Tensor<2>| host(block.forward(x.clone(), &told, &mut Rngs::new(1)));
        assert_ne!(moved(told.clone()), host(x.clone()));
        assert_ne!(moved(told.clone()), moved(told.clone() * 2.0));
        // One row of what is told is for all examples.
        assert_eq!(moved(told.clone().narrow(0, 0, 1)), moved(told.clone().narrow(0, 0, 1).repeat_dim(0, 3)));
        let network = DiT::new(&config(), [3, 4, 6], &scope).unwrap();
        let x = Stream::from_seed(4).normal_tensor::<2>([3, 72], &device);
        assert!(host(network.forward(x, &told, &mut rngs)).iter().all(|x| *x == 0.0));
    }

    /// Mean 0 and variance 1 of each token, then scale and shift.
    #[test]
    fn norms_are_modulated() {
        let device = Device::flex();
        let x = Tensor::<3>::from_floats([[[1.0, 3.0], [-2.0, 8.0]]], &device);
        let number = |value: f32| Tensor::<3>::full([1, 1, 2], value, &device);
        let found = host(modulated(&x, number(0.25), number(1.0)));
        for (found, expected) in found.into_iter().zip([-1.75, 2.25, -1.75, 2.25]) {
            assert!((found - expected).abs() < 1e-5, "{found}, not {expected}");
        }
    }
}
