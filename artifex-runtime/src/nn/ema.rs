//! Moving averages of parameters.

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::Tensor;

/// A copy of a module to keep an average in: the same values, without gradients.
#[must_use]
pub fn average_of<M: Module>(module: &M) -> M {
    struct Detach;
    impl ModuleMapper for Detach {
        fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
            param.map(|value| if value.is_autodiff() { value.without_autodiff().autodiff() } else { value })
        }
    }
    module.clone().map(&mut Detach).no_grad()
}

/// The average after an update: `decay · average + (1 - decay) · current`, of every parameter.
///
/// Both modules are of the same structure: the average was once made by [`average_of`].
#[must_use]
pub fn follow<M: Module>(average: M, current: &M, decay: f64) -> M {
    let mut values = Collect { values: Vec::new() };
    current.visit(&mut values);
    average.map(&mut Follow { current: values.values.into_iter(), decay })
}

/// The decay in step number `step`, from 0: at first lower, so that the average does not hold on to the initial values, as
/// `min(decay, (1 + step) / (10 + step))` (the schedule of TensorFlow's `ExponentialMovingAverage`).
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 steps")]
pub fn decay_at(step: u64, decay: f64) -> f64 {
    decay.min((1.0 + step as f64) / (10.0 + step as f64))
}

/// The values of all parameters, flat, in the module's order.
struct Collect {
    values: Vec<Tensor<1>>,
}

impl ModuleVisitor for Collect {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let value = param.val().without_autodiff();
        let count = value.dims().iter().product::<usize>();
        self.values.push(value.reshape([count]));
    }
}

struct Follow {
    current: std::vec::IntoIter<Tensor<1>>,
    decay: f64,
}

impl ModuleMapper for Follow {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let Some(current) = self.current.next() else { return param };
        param.map(|old| {
            let (shape, autodiff) = (old.dims(), old.is_autodiff());
            let new = old.without_autodiff() * self.decay + current.reshape(shape) * (1.0 - self.decay);
            if autodiff { new.autodiff() } else { new }
        })
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::nn::optim::{Optimizer, OptimizerConfig, SgdConfig};
    use crate::nn::{Activation, Linear, ParamScope, params};
    use crate::rng::Rngs;
    use burn::tensor::Device;

    fn layer(seed: u64, device: &Device) -> Linear {
        Linear::new(3, 2, Activation::Tanh.initializer(), &ParamScope::root(&mut Rngs::new(seed), device))
    }

    fn values(layer: &Linear) -> Vec<f32> {
        params::export(layer).unwrap().into_iter().flat_map(|tensor| tensor.data).collect()
    }

    #[test]
    fn the_average_is_that_of_the_definition() {
        for device in [Device::flex(), Device::flex().autodiff()] {
            let (first, second) = (layer(1, &device), layer(2, &device));
            let average = average_of(&first);
            assert_eq!(values(&average), values(&first));
            let after = values(&follow(average, &second, 0.75));
            for ((after, a), b) in after.iter().zip(values(&first)).zip(values(&second)) {
                assert!((after - (0.75 * a + 0.25 * b)).abs() < 1e-7);
            }
        }
    }

    /// The average takes no part in learning, and stays an average when it is made ready for evaluation and saved.
    #[test]
    fn the_average_has_no_gradient() {
        let device = Device::flex().autodiff();
        let current = layer(1, &device);
        let average = follow(average_of(&current), &layer(2, &device), 0.5);
        assert!(!average.weight.is_require_grad() && current.weight.is_require_grad());
        let x = Tensor::<2>::ones([4, 3], &device);
        let gradients = (current.forward(x.clone()) + average.forward(x)).square().sum().backward();
        let before = values(&average);
        let mut optimizer = Optimizer::new(OptimizerConfig::Sgd(SgdConfig::default()));
        let average = optimizer.step(average, gradients, 0.1);
        assert_eq!(values(&average), before);
        assert_eq!(values(&average.valid()), before);
        let again = params::import(average_of(&layer(3, &device)), params::export(&average).unwrap()).unwrap();
        assert_eq!(values(&again), before);
        assert!(!again.weight.is_require_grad());
    }

    #[test]
    fn the_decay_grows_to_its_value() {
        assert_eq!([0, 1, 90, 10_000].map(|step| decay_at(step, 0.99)), [0.1, 2.0 / 11.0, 0.91, 0.99]);
    }
}
