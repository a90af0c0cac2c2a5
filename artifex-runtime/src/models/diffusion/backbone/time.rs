//! What a network is told: the time, and the class.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor, TensorData};

use crate::nn::{Activation, Initializer, Linear, ParamScope};

/// The longest wave of the sinusoids, in steps, is 2π times this (Vaswani et al. 2017, section 3.5).
const LONGEST: f64 = 10_000.0;

/// A time as waves of many lengths, `width` numbers: first the sines, then the cosines, of frequencies in geometric sequence from 1
/// down to 1/10000.
///
/// `[B]` to `[B, width]`; the width is even.
#[must_use]
pub fn sinusoids(time: Tensor<1>, width: usize) -> Tensor<2> {
    let half = width / 2;
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "values are f32")]
    let frequency = |i: usize| LONGEST.powf(-(i as f64) / (half.saturating_sub(1).max(1) as f64)) as f32;
    let frequencies: Vec<f32> = (0..half).map(frequency).collect();
    let frequencies = Tensor::<2>::from_data(TensorData::new(frequencies, [1, half]), &time.device());
    let angles = time.unsqueeze_dim::<2>(1) * frequencies;
    Tensor::cat(vec![angles.clone().sin(), angles.cos()], 1)
}

/// Time and class as numbers for each layer of a network to see.
#[derive(Module, Debug)]
pub(super) struct Conditioning {
    first: Linear,
    second: Linear,
    /// A row for each class, and a last one for none: `[classes + 1, width]`.
    classes: Option<Param<Tensor<2>>>,
    #[module(skip)]
    activation: Activation,
}

impl Conditioning {
    pub(super) fn new(width: usize, classes: Option<usize>, activation: Activation, scope: &ParamScope) -> Self {
        let linear = |name| Linear::new(width, width, activation.initializer(), &scope.child(name));
        // A class is one input: vectors of unit variance.
        let table =
            |classes: usize| scope.weight("classes", [classes + 1, width], [1, width], Initializer::LecunNormal);
        Self { first: linear("first"), second: linear("second"), classes: classes.map(table), activation }
    }

    /// Times `[B]`, or `[1]` for one of all, and classes `[B]`, where the number of classes stands for none: `[B, width]`, or
    /// `[1, width]` for one time and no classes. The result is activated.
    pub(super) fn forward(&self, time: Tensor<1>, classes: Option<Tensor<1, Int>>) -> Tensor<2> {
        let width = self.first.weight.dims()[0];
        let hidden = self.activation.forward(self.first.forward(sinusoids(time, width)));
        let told = self.second.forward(hidden);
        let told = match (&self.classes, classes) {
            (Some(table), Some(classes)) => told + table.val().select(0, classes),
            _ => told,
        };
        self.activation.forward(told)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    #[test]
    fn waves_are_those_of_the_definition() {
        let time = Tensor::<1>::from_floats([0.0, 1.0, 999.0, 250.5], &Device::flex());
        let found = sinusoids(time, 6).into_data().try_to_vec::<f32>().unwrap();
        for (row, time) in [0.0_f64, 1.0, 999.0, 250.5].into_iter().enumerate() {
            for (i, frequency) in [1.0, 0.01, 1e-4].into_iter().enumerate() {
                let (sin, cos) = (time * frequency).sin_cos();
                assert!((f64::from(found[6 * row + i]) - sin).abs() < 1e-4);
                assert!((f64::from(found[6 * row + 3 + i]) - cos).abs() < 1e-4);
            }
        }
        let two = sinusoids(Tensor::<1>::from_floats([0.5], &Device::flex()), 2);
        assert_eq!(two.dims(), [1, 2]);
    }
}
