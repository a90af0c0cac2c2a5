//! The variables in another order.

use burn::module::Module;
use burn::tensor::{Int, Tensor, TensorData};

use super::{Grid, Mapped};
use crate::rng::Stream;

/// A fixed order: `z_i = x_order(i)`.
#[derive(Module, Debug)]
pub struct Permutation {
    #[module(skip)]
    order: Vec<usize>,
    #[module(skip)]
    back: Vec<usize>,
}

impl Permutation {
    /// Each variable from the place that `order` names.
    pub(super) fn new(order: Vec<usize>) -> Self {
        let mut back = vec![0; order.len()];
        order.iter().enumerate().for_each(|(to, from)| back[*from] = to);
        Self { order, back }
    }

    /// The last variable first.
    pub(in super::super) fn reverse(size: usize) -> Self {
        Self::new((0..size).rev().collect())
    }

    /// A random order.
    pub(in super::super) fn random(size: usize, seed: u64) -> Self {
        Self::new(Stream::from_seed(seed).fold_in("permutation").permutation(size))
    }

    /// Blocks of 2 x 2 positions as channels: the channel `4 c + 2 i + j` of what comes out is row `i` and column `j` of the blocks of
    /// the channel `c`. Height and width must be even.
    pub(in super::super) fn squeeze([channels, height, width]: Grid) -> Self {
        let (rows, columns) = (height / 2, width / 2);
        let mut order = Vec::with_capacity(channels * height * width);
        for channel in 0..4 * channels {
            let (from, i, j) = (channel / 4, channel / 2 % 2, channel % 2);
            for row in 0..rows {
                order.extend((0..columns).map(|column| (from * height + 2 * row + i) * width + 2 * column + j));
            }
        }
        Self::new(order)
    }

    pub(super) fn forward(&self, x: Tensor<2>) -> Mapped {
        let log_det = Tensor::zeros([x.dims()[0]], &x.device().without_autodiff());
        (self.apply(x), log_det)
    }

    pub(super) fn inverse(&self, z: Tensor<2>) -> Tensor<2> {
        select(z, &self.back)
    }

    /// The variables in this order.
    pub(super) fn apply(&self, x: Tensor<2>) -> Tensor<2> {
        select(x, &self.order)
    }
}

/// Columns of a tensor.
fn select(x: Tensor<2>, order: &[usize]) -> Tensor<2> {
    #[expect(clippy::cast_possible_wrap, reason = "far fewer variables than 2^63")]
    let indices: Vec<i64> = order.iter().map(|at| *at as i64).collect();
    let device = x.device().without_autodiff();
    x.select(1, Tensor::<1, Int>::from_data(TensorData::new(indices, [order.len()]), &device))
}
