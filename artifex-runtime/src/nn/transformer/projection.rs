//! Linear layers of transformers.

use burn::module::{Module, Param};
use burn::tensor::{Tensor, module};

use crate::nn::{Initializer, ParamScope};

/// `y = x W + b` at every position, with or without the bias.
#[derive(Module, Debug)]
pub struct Projection {
    /// `[inputs, outputs]`.
    pub weight: Param<Tensor<2>>,
    /// `[outputs]`.
    pub bias: Option<Param<Tensor<1>>>,
}

impl Projection {
    /// A layer whose weights start normal with that standard deviation, and its bias at 0.
    #[must_use]
    pub fn new(inputs: usize, outputs: usize, bias: bool, std: f64, scope: &ParamScope) -> Self {
        Self {
            weight: scope.weight("weight", [inputs, outputs], [inputs, outputs], Initializer::Normal { std }),
            bias: bias.then(|| scope.bias(outputs)),
        }
    }

    /// `[B, N, inputs]` to `[B, N, outputs]`.
    #[must_use]
    pub fn forward(&self, x: Tensor<3>) -> Tensor<3> {
        let [batch, positions, inputs] = x.dims();
        let rows = x.reshape([batch * positions, inputs]);
        let y = module::linear(rows, self.weight.val(), self.bias.as_ref().map(Param::val));
        let outputs = y.dims()[1];
        y.reshape([batch, positions, outputs])
    }
}
