//! Initial values of parameters.
//!
//! Every parameter has a stream of random numbers of its own, derived from the stream `params` and the parameter's path.
//! Adding, removing or resizing a layer therefore leaves the initial values of all others as they are.

use burn::module::Param;
use burn::tensor::{Device, Tensor, TensorData};

use crate::rng::{Rngs, Stream};

/// The distribution of a weight's initial values; biases start at 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Initializer {
    /// Uniform in `±gain · sqrt(3 / fan_in)`, so the standard deviation is `gain / sqrt(fan_in)`. With gain √2 it keeps the
    /// variance of activations through `ReLU` layers (He et al. 2015, equation 10).
    KaimingUniform {
        /// √2 for `ReLU`.
        gain: f64,
    },
    /// Uniform in `±sqrt(6 / (fan_in + fan_out))` (Glorot and Bengio 2010, equation 16), for tanh-like and linear layers.
    XavierUniform,
    /// Normal with standard deviation `1 / sqrt(fan_in)` (Le Cun et al. 1998; what `SELU` needs, Klambauer et al. 2017).
    LecunNormal,
    /// Normal with that standard deviation, whatever the sizes.
    Normal {
        /// The standard deviation.
        std: f64,
    },
}

impl Initializer {
    /// Draws the values of a weight.
    fn values(self, stream: &mut Stream, count: usize, fan_in: usize, fan_out: usize) -> Vec<f32> {
        #[expect(clippy::cast_precision_loss, reason = "layer widths are far below 2^52")]
        let (fan_in, fan_out) = (fan_in.max(1) as f64, fan_out.max(1) as f64);
        match self {
            Self::KaimingUniform { gain } => uniform(stream, count, gain * (3.0 / fan_in).sqrt()),
            Self::XavierUniform => uniform(stream, count, (6.0 / (fan_in + fan_out)).sqrt()),
            Self::LecunNormal => normal(stream, count, fan_in.sqrt().recip()),
            Self::Normal { std } => normal(stream, count, std),
        }
    }
}

fn normal(stream: &mut Stream, count: usize, std: f64) -> Vec<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
    let std = std as f32;
    stream.normal(count).into_iter().map(|value| value * std).collect()
}

fn uniform(stream: &mut Stream, count: usize, limit: f64) -> Vec<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
    let limit = limit as f32;
    stream.uniform(count).into_iter().map(|value| (2.0 * value - 1.0) * limit).collect()
}

/// A place in a module under construction: where its parameters live and which random numbers they get.
#[derive(Clone, Debug)]
pub struct ParamScope {
    stream: Stream,
    device: Device,
    path: String,
}

impl ParamScope {
    /// The root of a new model on `device`; random numbers come from the stream `params`.
    #[must_use]
    pub fn root(rngs: &mut Rngs, device: &Device) -> Self {
        Self { stream: rngs.stream("params").clone(), device: device.clone(), path: String::new() }
    }

    /// The place of the field or list entry `name` below this one.
    #[must_use]
    pub fn child(&self, name: impl std::fmt::Display) -> Self {
        let path = if self.path.is_empty() { name.to_string() } else { format!("{}.{name}", self.path) };
        Self { path, ..self.clone() }
    }

    /// Where the parameters live.
    #[must_use]
    pub const fn device(&self) -> &Device {
        &self.device
    }

    /// A weight named `name`; `fan_in` and `fan_out` are the numbers of inputs and outputs of one unit.
    #[must_use]
    pub fn weight<const D: usize>(
        &self,
        name: &str,
        shape: [usize; D],
        [fan_in, fan_out]: [usize; 2],
        initializer: Initializer,
    ) -> Param<Tensor<D>> {
        let mut stream = self.stream.fold_in(&self.child(name).path);
        let values = initializer.values(&mut stream, shape.iter().product(), fan_in, fan_out);
        Param::from_tensor(Tensor::from_data(TensorData::new(values, shape), &self.device))
    }

    /// A bias of zeros.
    #[must_use]
    pub fn bias(&self, len: usize) -> Param<Tensor<1>> {
        Param::from_tensor(Tensor::zeros([len], &self.device))
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    fn spread(initializer: Initializer) -> (f64, f32) {
        let values = initializer.values(&mut Stream::from_seed(3), 20_000, 50, 150);
        let mean_square = values.iter().map(|&v| f64::from(v).powi(2)).sum::<f64>() / 20_000.0;
        (mean_square.sqrt(), values.iter().fold(0.0, |max: f32, v| max.max(v.abs())))
    }

    #[test]
    fn spreads_are_those_of_the_papers() {
        let (std, max) = spread(Initializer::KaimingUniform { gain: 2f64.sqrt() });
        assert!((std - (2.0_f64 / 50.0).sqrt()).abs() < 0.003 && f64::from(max) <= (6.0_f64 / 50.0).sqrt() + 1e-6);
        let (std, max) = spread(Initializer::XavierUniform);
        assert!((std - (2.0_f64 / 200.0).sqrt()).abs() < 0.002 && f64::from(max) <= (6.0_f64 / 200.0).sqrt() + 1e-6);
        let (std, _) = spread(Initializer::LecunNormal);
        assert!((std - (1.0_f64 / 50.0).sqrt()).abs() < 0.003);
        let (std, _) = spread(Initializer::Normal { std: 0.02 });
        assert!((std - 0.02).abs() < 0.0005);
    }

    #[test]
    fn values_depend_on_the_path_alone() {
        let device = Device::flex();
        let weight = |seed: u64, path: &str| {
            let scope = ParamScope::root(&mut Rngs::new(seed), &device).child(path);
            scope
                .weight("weight", [3, 4], [3, 4], Initializer::XavierUniform)
                .val()
                .into_data()
                .try_to_vec::<f32>()
                .unwrap()
        };
        assert_eq!(weight(1, "a"), weight(1, "a"));
        assert_ne!(weight(1, "a"), weight(1, "b"));
        assert_ne!(weight(1, "a"), weight(2, "a"));
    }
}
