//! Dropout with reproducible masks.

use burn::module::{Flag, Module, Param};
use burn::tensor::Tensor;

use crate::rng::Rngs;

/// Sets values to 0 with a fixed probability and scales the others up so that the mean stays (Srivastava et al. 2014).
///
/// It acts in training only: not in a model's `valid()` form, and not on tensors without autodiff. Masks come from the stream
/// `dropout`.
#[derive(Module, Debug)]
pub struct Dropout {
    rate: f64,
    training: Param<Flag>,
}

impl Dropout {
    /// A layer that drops values with probability `rate`, from 0 (none) up to but not including 1.
    #[must_use]
    pub fn new(rate: f64) -> Self {
        Self { rate, training: Param::from_bool(true) }
    }

    /// Drops values of `x`, whatever its shape.
    #[must_use]
    pub fn forward<const D: usize>(&self, x: Tensor<D>, rngs: &mut Rngs) -> Tensor<D> {
        if self.rate <= 0.0 || !self.training.is_enabled() || !x.is_autodiff() {
            return x;
        }
        let (shape, keep) = (x.dims(), 1.0 - self.rate);
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let scale = keep.recip() as f32;
        let mask = rngs.stream("dropout").bernoulli_tensor(keep, scale, shape, &x.device());
        x * mask
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    fn apply(layer: &Dropout, device: &Device, seed: u64) -> Vec<f32> {
        let x = Tensor::<2>::ones([100, 100], device);
        layer.forward(x, &mut Rngs::new(seed)).into_data().try_to_vec::<f32>().unwrap()
    }

    #[test]
    fn drops_the_asked_share_and_keeps_the_mean() {
        let values = apply(&Dropout::new(0.25), &Device::flex().autodiff(), 1);
        assert!(values.iter().all(|&v| v == 0.0 || (v - 4.0 / 3.0).abs() < 1e-6));
        let dropped = values.iter().filter(|&&v| v == 0.0).count();
        // Standard deviation of the count: sqrt(10 000 · .25 · .75) = 43.
        assert!(dropped.abs_diff(2500) < 5 * 43, "{dropped}");
    }

    #[test]
    fn masks_are_those_of_the_stream() {
        let device = Device::flex().autodiff();
        assert_eq!(apply(&Dropout::new(0.5), &device, 1), apply(&Dropout::new(0.5), &device, 1));
        assert_ne!(apply(&Dropout::new(0.5), &device, 1), apply(&Dropout::new(0.5), &device, 2));
    }

    #[test]
    fn acts_in_training_only() {
        let ones = vec![1.0; 10_000];
        let device = Device::flex().autodiff();
        assert_eq!(apply(&Dropout::new(0.5).valid(), &device, 1), ones);
        assert_eq!(apply(&Dropout::new(0.5), &Device::flex(), 1), ones);
        assert_ne!(apply(&Dropout::new(0.5).valid().train(), &device, 1), ones);
    }
}
