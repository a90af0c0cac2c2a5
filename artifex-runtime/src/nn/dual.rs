//! Forward-mode derivatives, made of operations that autodiff can differentiate in turn.
//!
//! Autodiff here is of first order. Where the gradient of a gradient is needed, a layer is applied to a [`Dual`]: a value together
//! with its derivative along one direction. Both are ordinary tensors, so that a loss may hold the derivative.

use burn::tensor::Tensor;

use super::activation::Activation;
use crate::kernels::activation;

/// A tensor and, where asked for, its derivative along a direction: a Jacobian-vector product.
#[derive(Clone, Debug)]
pub struct Dual<const D: usize> {
    /// The tensor.
    pub value: Tensor<D>,
    /// Its derivative, of the same shape; nothing is spent on it if there is none.
    pub tangent: Option<Tensor<D>>,
}

impl<const D: usize> Dual<D> {
    /// A tensor whose derivative is not asked for.
    #[must_use]
    pub const fn plain(value: Tensor<D>) -> Self {
        Self { value, tangent: None }
    }

    /// A tensor that moves along a direction.
    #[must_use]
    pub const fn along(value: Tensor<D>, direction: Tensor<D>) -> Self {
        Self { value, tangent: Some(direction) }
    }

    /// A linear map: the derivative is mapped as the value is.
    #[must_use]
    pub fn linear<const E: usize>(self, map: impl Fn(Tensor<D>) -> Tensor<E>) -> Dual<E> {
        Dual { value: map(self.value), tangent: self.tangent.map(map) }
    }

    /// Adds what does not move.
    #[must_use]
    pub fn plus(self, constant: Tensor<D>) -> Self {
        Self { value: self.value + constant, tangent: self.tangent }
    }

    /// Applies an activation function, a leaky `ReLU` with this slope.
    #[must_use]
    pub fn activate(self, function: Activation, slope: f64) -> Self {
        let tangent = self.tangent.map(|tangent| derivative(function, slope, self.value.clone()) * tangent);
        Self { value: apply(function, slope, self.value), tangent }
    }

    /// Normalises each channel of each example over its positions, to mean 0 and variance 1 (Ulyanov et al. 2017), as far as
    /// `eps` lets it. The value is `[B, C, positions]`.
    #[must_use]
    pub fn normalise_positions(self, eps: f64) -> Self {
        let last = D - 1;
        let centred = self.value.clone() - self.value.mean_dim(last);
        let inverse = (centred.clone().square().mean_dim(last) + eps).sqrt().recip();
        let tangent = self.tangent.map(|tangent| {
            let tangent = tangent.clone() - tangent.mean_dim(last);
            // d(1/√(v + eps)) = -½ dv / √(v + eps)³ with dv = 2 mean(centred · tangent).
            let moved = (centred.clone() * tangent.clone()).mean_dim(last) * inverse.clone().powi_scalar(3);
            tangent * inverse.clone() - centred.clone() * moved
        });
        Self { value: centred * inverse, tangent }
    }
}

/// The function's value; `slope` is that of a leaky `ReLU`.
#[must_use]
pub fn apply<const D: usize>(function: Activation, slope: f64, x: Tensor<D>) -> Tensor<D> {
    match function {
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        Activation::LeakyRelu => activation::leaky_relu(x, slope as f32),
        other => other.forward(x),
    }
}

/// The function's derivative at each value; `slope` is that of a leaky `ReLU`. It can be differentiated itself. At a kink it is
/// one of the two sides'.
#[must_use]
pub fn derivative<const D: usize>(function: Activation, slope: f64, x: Tensor<D>) -> Tensor<D> {
    let above = |x: Tensor<D>, limit: f64| x.greater_scalar(limit).float();
    // exp(x) below 0, and 1 above.
    let exp_below = |x: Tensor<D>| x.clamp_max(0.0).exp();
    match function {
        Activation::Relu => above(x, 0.0),
        Activation::LeakyRelu => above(x, 0.0) * (1.0 - slope) + slope,
        Activation::Gelu => {
            const SCALE: f64 = 0.797_884_560_802_865_4; // √(2/π)
            let square = x.clone().square();
            let t = activation::tanh(x.clone() * (square.clone() * 0.044_715 + 1.0) * SCALE);
            let inner = (square * (3.0 * 0.044_715) + 1.0) * SCALE;
            (t.clone() + 1.0) * 0.5 + x * (t.square().neg() + 1.0) * inner * 0.5
        }
        Activation::Silu | Activation::Swish => {
            let s = activation::sigmoid(x.clone());
            s.clone() * (x * (s.neg() + 1.0) + 1.0)
        }
        Activation::Tanh => activation::tanh(x).square().neg() + 1.0,
        Activation::Sigmoid => {
            let s = activation::sigmoid(x);
            s.clone() * (s.neg() + 1.0)
        }
        Activation::Elu | Activation::Celu => exp_below(x),
        Activation::Softplus => activation::sigmoid(x),
        Activation::Softsign => (x.abs() + 1.0).square().recip(),
        Activation::Relu6 => above(x.clone(), 0.0) * above(x.neg(), -6.0),
        Activation::HardTanh => above(x.clone(), -1.0) * above(x.neg(), -1.0),
        Activation::Selu => {
            const SCALE: f64 = 1.050_700_987_355_480_5;
            const ALPHA: f64 = 1.673_263_242_354_377_2;
            let positive = above(x.clone(), 0.0);
            let negative = exp_below(x) * ALPHA;
            (positive.clone() + (positive.neg() + 1.0) * negative) * SCALE
        }
        Activation::Identity => x.ones_like(),
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::{Device, TensorData};

    const SLOPE: f64 = 0.2;

    fn host<const D: usize>(x: Tensor<D>) -> Vec<f64> {
        x.into_data().try_to_vec::<f32>().unwrap().into_iter().map(f64::from).collect()
    }

    /// The functions in double precision.
    fn reference(function: Activation, x: f64) -> f64 {
        let sigmoid = 1.0 / (1.0 + (-x).exp());
        let elu = if x > 0.0 { x } else { x.exp_m1() };
        match function {
            Activation::Relu => x.max(0.0),
            Activation::Gelu => {
                0.5 * x * (1.0 + ((2.0 / std::f64::consts::PI).sqrt() * (x + 0.044_715 * x.powi(3))).tanh())
            }
            Activation::Silu | Activation::Swish => x * sigmoid,
            Activation::Tanh => x.tanh(),
            Activation::Sigmoid => sigmoid,
            Activation::Elu | Activation::Celu => elu,
            Activation::LeakyRelu => x.max(SLOPE * x),
            Activation::Softplus => x.exp().ln_1p(),
            Activation::Softsign => x / (1.0 + x.abs()),
            Activation::Relu6 => x.clamp(0.0, 6.0),
            Activation::HardTanh => x.clamp(-1.0, 1.0),
            Activation::Selu => {
                1.050_700_987_355_480_5 * if x > 0.0 { x } else { 1.673_263_242_354_377_2 * x.exp_m1() }
            }
            Activation::Identity => x,
        }
    }

    /// Values, first and second derivatives of every function against differences of the definitions in double precision.
    #[test]
    fn derivatives_and_theirs_equal_differences() {
        let device = Device::flex().autodiff();
        let xs = [-4.1f32, -1.7, -0.6, -0.2, 0.3, 0.8, 1.9, 3.3, 6.7];
        for function in Activation::ALL {
            let x = Tensor::<1>::from_floats(xs, &device).require_grad();
            let dual = Dual::along(x.clone(), x.ones_like() * 2.0).activate(function, SLOPE);
            let values = host(dual.value);
            let tangent = dual.tangent.unwrap();
            let first = host(tangent.clone() * 0.5);
            // Of a function without curvature, the derivative is constant: what is added keeps the graph.
            let gradients = (tangent * 0.5 + x.clone() * 0.0).sum().backward();
            let second = host(x.grad(&gradients).unwrap());
            for (i, x) in xs.into_iter().enumerate() {
                let (x, h) = (f64::from(x), 1e-4);
                let at = |x| reference(function, x);
                let expected = (at(x + h) - at(x - h)) / (2.0 * h);
                let curved = (at(x + h) - 2.0 * at(x) + at(x - h)) / (h * h);
                assert!((values[i] - at(x)).abs() < 1e-5, "{function:?}({x}): {}", values[i]);
                assert!((first[i] - expected).abs() < 2e-6, "{function:?}'({x}): {}, not {expected}", first[i]);
                assert!((second[i] - curved).abs() < 1e-5, "{function:?}''({x}): {}, not {curved}", second[i]);
            }
        }
    }

    #[test]
    fn normalisation_moves_as_differences_say() {
        let device = Device::flex();
        let x: Vec<f64> = vec![0.3, -1.2, 2.0, 0.7, 0.1, 0.2, -0.4, 0.9];
        let direction: Vec<f64> = vec![1.0, -0.5, 0.3, 0.0, 0.2, -1.0, 0.6, 0.4];
        // [1, 2, 4]: mean 0 and variance 1 of each four, in double precision.
        let normalise = |x: &[f64]| -> Vec<f64> {
            x.chunks(4)
                .flat_map(|row| {
                    let mean = row.iter().sum::<f64>() / 4.0;
                    let variance = row.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 4.0;
                    row.iter().map(move |x| (x - mean) / (variance + 1e-3).sqrt()).collect::<Vec<_>>()
                })
                .collect()
        };
        let tensor = |values: &[f64]| {
            let values: Vec<f32> = values.iter().map(|x| *x as f32).collect();
            Tensor::<3>::from_data(TensorData::new(values, [1, 2, 4]), &device)
        };
        let dual = Dual::along(tensor(&x), tensor(&direction)).normalise_positions(1e-3);
        let moved = |step: f64| normalise(&x.iter().zip(&direction).map(|(x, d)| x + step * d).collect::<Vec<_>>());
        let (up, down) = (moved(1e-5), moved(-1e-5));
        let tangent = host(dual.tangent.unwrap());
        for (i, (value, expected)) in host(dual.value).into_iter().zip(normalise(&x)).enumerate() {
            assert!((value - expected).abs() < 1e-5);
            let expected = (up[i] - down[i]) / 2e-5;
            assert!((tangent[i] - expected).abs() < 1e-5, "{i}: {}, not {expected}", tangent[i]);
        }
    }
}
