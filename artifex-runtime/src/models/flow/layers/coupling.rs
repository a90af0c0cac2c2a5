//! Couplings: a part of the variables decides what becomes of the others.

use burn::module::Module;
use burn::tensor::Tensor;

use super::config::MaskType;
use super::networks::Request;
use super::permutation::Permutation;
use super::{Conditioner, Grid, Mapped, Transform};
use crate::models::flow::config::{CouplingNetworkConfig, CouplingNetworkType};
use crate::nn::ParamScope;
use crate::rng::Rngs;

/// Which variables stay as they are, and which change.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Halves {
    kept: Vec<usize>,
    changed: Vec<usize>,
    /// What the kept ones are of the grid, if they are a grid of their own.
    grids: Option<[Grid; 2]>,
}

impl Halves {
    /// The halves of a mask; `None` if one of them is empty.
    pub(in super::super) fn new(mask: MaskType, swap: bool, grid: Grid) -> Option<Self> {
        let [channels, height, width] = grid;
        let area = height * width;
        let (first, second): (Vec<usize>, Vec<usize>);
        let mut grids = None;
        match mask {
            MaskType::Checkerboard => {
                let even = |at: &usize| {
                    let (row, column) = (at / width % height, at % width);
                    // The coordinates of a point are in the place of channels.
                    let place = if area == 1 { *at } else { row + column };
                    place.is_multiple_of(2)
                };
                (first, second) = (0..channels * area).partition(even);
            }
            MaskType::ChannelWise => {
                let half = channels / 2;
                (first, second) = ((0..half * area).collect(), (half * area..channels * area).collect());
                let grid = |channels| [channels, height, width];
                grids =
                    Some(if swap { [grid(channels - half), grid(half)] } else { [grid(half), grid(channels - half)] });
            }
        }
        let (kept, changed) = if swap { (second, first) } else { (first, second) };
        (!kept.is_empty() && !changed.is_empty()).then_some(Self { kept, changed, grids })
    }

    /// Numbers of variables that stay, and that change.
    pub(in super::super) const fn sizes(&self) -> [usize; 2] {
        [self.kept.len(), self.changed.len()]
    }
}

/// `z_changed = f(x_changed; network(x_kept))`, `z_kept = x_kept` (Dinh et al. 2017, equation 7).
#[derive(Module, Debug)]
pub struct Coupling {
    network: Conditioner,
    #[module(skip)]
    transform: Transform,
    /// Brings the kept variables to the front; `None` if they are there.
    order: Option<Permutation>,
    /// Brings them back; what a network of convolutions sees, too.
    back: Option<Permutation>,
    kept: usize,
    /// Whether the network sees and makes the whole grid, of which the halves are parts.
    whole: bool,
}

impl Coupling {
    pub(in super::super) fn new(
        config: &CouplingNetworkConfig,
        halves: &Halves,
        grid: Grid,
        transform: Transform,
        context: usize,
        scope: &ParamScope,
    ) -> Self {
        let [kept, changed] = halves.sizes();
        let convolutions = config.network_type == CouplingNetworkType::Cnn;
        let (whole, [seen, made]) = match halves.grids {
            Some(grids) => (false, grids),
            None if convolutions => (true, [grid, grid]),
            None => (false, [[kept, 1, 1], [changed, 1, 1]]),
        };
        let all: Vec<usize> = halves.kept.iter().chain(&halves.changed).copied().collect();
        let mut places = vec![0; all.len()];
        all.iter().enumerate().for_each(|(to, from)| places[*from] = to);
        let moves = !all.is_sorted();
        Self {
            network: Conditioner::new(config, Request { seen, made, transform, context }, scope),
            transform,
            order: moves.then(|| Permutation::new(all)),
            back: moves.then(|| Permutation::new(places)),
            kept,
            whole,
        }
    }

    pub(super) fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Mapped {
        self.map(x, context, rngs, Transform::forward)
    }

    pub(super) fn inverse(&self, z: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        self.map(z, context, rngs, Transform::inverse).0
    }

    fn map(
        &self,
        x: Tensor<2>,
        context: Option<&Tensor<2>>,
        rngs: &mut Rngs,
        apply: impl Fn(Transform, Tensor<2>, Tensor<2>) -> Mapped,
    ) -> Mapped {
        let x = reorder(self.order.as_ref(), x);
        let [count, all] = x.dims();
        let changed = all - self.kept;
        let (kept, rest) = (x.clone().narrow(1, 0, self.kept), x.narrow(1, self.kept, changed));
        let raw = self.numbers(kept.clone(), [count, changed], context, rngs);
        let (rest, log_det) = apply(self.transform, rest, raw);
        (reorder(self.back.as_ref(), Tensor::cat(vec![kept, rest], 1)), log_det)
    }

    /// The numbers of the variables that change.
    fn numbers(
        &self,
        kept: Tensor<2>,
        [count, changed]: [usize; 2],
        context: Option<&Tensor<2>>,
        rngs: &mut Rngs,
    ) -> Tensor<2> {
        if !self.whole {
            return self.network.forward(kept, context, rngs);
        }
        let (nothing, all) = (Tensor::zeros([count, changed], &kept.device().without_autodiff()), self.kept + changed);
        let seen = reorder(self.back.as_ref(), Tensor::cat(vec![kept, nothing], 1));
        let raw = self.network.forward(seen, context, rngs);
        match self.transform {
            Transform::Affine(_) => {
                let part = |at: usize| {
                    reorder(self.order.as_ref(), raw.clone().narrow(1, at * all, all)).narrow(1, self.kept, changed)
                };
                Tensor::cat(vec![part(0), part(1)], 1)
            }
            Transform::Spline(spline) => {
                let params = spline.params();
                // Variables last, so that they can be put in another order.
                let by_variable = raw.reshape([count, all, params]).swap_dims(1, 2).reshape([count * params, all]);
                let chosen = reorder(self.order.as_ref(), by_variable).narrow(1, self.kept, changed);
                chosen.reshape([count, params, changed]).swap_dims(1, 2).reshape([count, changed * params])
            }
        }
    }
}

fn reorder(order: Option<&Permutation>, x: Tensor<2>) -> Tensor<2> {
    match order {
        Some(order) => order.apply(x),
        None => x,
    }
}
