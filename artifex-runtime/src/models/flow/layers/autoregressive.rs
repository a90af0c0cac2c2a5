//! Autoregressive layers: what becomes of a variable depends on those before it.

use burn::module::Module;
use burn::tensor::Tensor;

use super::{Made, Mapped, Transform};
use crate::models::flow::config::CouplingNetworkConfig;
use crate::nn::ParamScope;
use crate::rng::Rngs;

/// `z_i = f(x_i; network(x_<i))` (Papamakarios et al. 2017, section 3.1), in one pass; back in one pass for each variable. If it is
/// `inverse`, the two directions change places: `x_i = f(z_i; network(z_<i))` (Kingma et al. 2016, section 3).
#[derive(Module, Debug)]
pub struct Autoregressive {
    network: Made,
    #[module(skip)]
    transform: Transform,
    variables: usize,
    reverse: bool,
    inverse: bool,
}

/// Which way an autoregressive layer goes.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Order {
    /// The last variable comes first.
    pub(in super::super) reverse: bool,
    /// Variables depend on outputs.
    pub(in super::super) inverse: bool,
}

impl Autoregressive {
    pub(in super::super) fn new(
        config: &CouplingNetworkConfig,
        variables: usize,
        order: Order,
        transform: Transform,
        context: usize,
        scope: &ParamScope,
    ) -> Self {
        let Order { reverse, inverse } = order;
        Self {
            network: Made::new(config, (variables, reverse), transform, context, scope),
            transform,
            variables,
            reverse,
            inverse,
        }
    }

    pub(super) fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Mapped {
        if self.inverse { self.one_by_one(&x, context, rngs) } else { self.at_once(x, context, rngs) }
    }

    pub(super) fn inverse(&self, z: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Tensor<2> {
        if self.inverse { self.at_once(z, context, rngs).0 } else { self.one_by_one(&z, context, rngs).0 }
    }

    /// The direction that takes one pass.
    fn at_once(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Mapped {
        let raw = self.network.forward(x.clone(), context, rngs);
        self.transform.forward(x, raw)
    }

    /// Back: each variable is found when all before it are. What is not found yet is 0 to the network, and nothing that it gives for
    /// the variable depends on that.
    fn one_by_one(&self, y: &Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Mapped {
        let (count, device) = (y.dims()[0], y.device().without_autodiff());
        let mut found = vec![Tensor::<2>::zeros([count, 1], &device); self.variables];
        let mut log_det = Tensor::<1>::zeros([count], &device);
        for step in 0..self.variables {
            let variable = if self.reverse { self.variables - 1 - step } else { step };
            let raw = self.network.forward(Tensor::cat(found.clone(), 1), context, rngs);
            let own = self.of_variable(raw, variable);
            let (x, part) = self.transform.inverse(y.clone().narrow(1, variable, 1), own);
            found[variable] = x;
            log_det = log_det + part;
        }
        (Tensor::cat(found, 1), log_det)
    }

    /// The numbers of one variable, `[B, params]`, from those of all.
    fn of_variable(&self, raw: Tensor<2>, variable: usize) -> Tensor<2> {
        let params = self.transform.params();
        match self.transform {
            Transform::Affine(_) => {
                let part = |k: usize| raw.clone().narrow(1, k * self.variables + variable, 1);
                Tensor::cat((0..params).map(part).collect(), 1)
            }
            Transform::Spline(_) => raw.narrow(1, variable * params, params),
        }
    }
}
