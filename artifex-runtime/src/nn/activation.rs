//! Activation functions.

use crate::config::ModelConfig;
use crate::kernels::activation;
use burn::tensor::Tensor;

use super::init::Initializer;

/// The function applied to the outputs of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum Activation {
    /// `max(0, x)`.
    Relu,
    /// `x · Φ(x)` in the tanh approximation, `x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))`.
    Gelu,
    /// `x · sigmoid(x)`.
    Silu,
    /// Another name of `silu`.
    Swish,
    /// Hyperbolic tangent.
    Tanh,
    /// `1 / (1 + exp(-x))`.
    Sigmoid,
    /// `x` for `x > 0`, else `exp(x) - 1`.
    Elu,
    /// `x` for `x > 0`, else `0.01 x`.
    LeakyRelu,
    /// `ln(1 + exp(x))`.
    Softplus,
    /// `x / (1 + |x|)`.
    Softsign,
    /// `min(max(0, x), 6)`.
    Relu6,
    /// `x` limited to [-1, 1].
    HardTanh,
    /// `x` for `x > 0`, else `exp(x) - 1`: `elu` in the parametrisation of Barron 2017, with α = 1.
    Celu,
    /// Scaled `elu` that keeps activations at mean 0 and variance 1 (Klambauer et al. 2017).
    Selu,
    /// No function: the layer stays linear. For output layers.
    Identity,
}

impl Activation {
    /// Every activation.
    pub const ALL: [Self; 15] = [
        Self::Relu,
        Self::Gelu,
        Self::Silu,
        Self::Swish,
        Self::Tanh,
        Self::Sigmoid,
        Self::Elu,
        Self::LeakyRelu,
        Self::Softplus,
        Self::Softsign,
        Self::Relu6,
        Self::HardTanh,
        Self::Celu,
        Self::Selu,
        Self::Identity,
    ];

    /// Applies the function to each value.
    #[must_use]
    pub fn forward<const D: usize>(self, x: Tensor<D>) -> Tensor<D> {
        match self {
            Self::Relu => burn::tensor::activation::relu(x),
            Self::Gelu => activation::gelu_tanh(x),
            Self::Silu | Self::Swish => activation::silu(x),
            Self::Tanh => activation::tanh(x),
            Self::Sigmoid => activation::sigmoid(x),
            // With α = 1 the two are the same.
            Self::Elu | Self::Celu => activation::elu(x, 1.0),
            Self::LeakyRelu => activation::leaky_relu(x, 0.01),
            Self::Softplus => activation::softplus(x),
            Self::Softsign => activation::softsign(x),
            Self::Relu6 => activation::clamp(x, 0.0, 6.0),
            Self::HardTanh => activation::clamp(x, -1.0, 1.0),
            Self::Selu => activation::selu(x),
            Self::Identity => x,
        }
    }

    /// The distribution of the weights of a layer that this function follows.
    #[must_use]
    pub fn initializer(self) -> Initializer {
        match self {
            Self::Tanh | Self::Sigmoid | Self::Softsign | Self::HardTanh | Self::Identity => Initializer::XavierUniform,
            Self::Selu => Initializer::LecunNormal,
            Self::LeakyRelu => Initializer::KaimingUniform { gain: (2.0_f64 / (1.0 + 0.01 * 0.01)).sqrt() },
            Self::Relu
            | Self::Gelu
            | Self::Silu
            | Self::Swish
            | Self::Elu
            | Self::Softplus
            | Self::Relu6
            | Self::Celu => Initializer::KaimingUniform { gain: std::f64::consts::SQRT_2 },
        }
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use burn::tensor::Device;

    /// The definitions, in double precision.
    fn reference(activation: Activation, x: f64) -> f64 {
        let sigmoid = 1.0 / (1.0 + (-x).exp());
        let elu = if x > 0.0 { x } else { x.exp_m1() };
        match activation {
            Activation::Relu => x.max(0.0),
            Activation::Gelu => {
                0.5 * x * (1.0 + ((2.0 / std::f64::consts::PI).sqrt() * (x + 0.044_715 * x.powi(3))).tanh())
            }
            Activation::Silu | Activation::Swish => x * sigmoid,
            Activation::Tanh => x.tanh(),
            Activation::Sigmoid => sigmoid,
            Activation::Elu | Activation::Celu => elu,
            Activation::LeakyRelu => x.max(0.01 * x),
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

    #[test]
    fn values_follow_the_definitions() {
        let xs = [-9.0f32, -2.5, -1.0, -0.3, 0.0, 0.4, 1.0, 3.7, 8.0];
        for activation in Activation::ALL {
            let ys = activation.forward(Tensor::<1>::from_floats(xs, &Device::flex())).into_data().try_to_vec::<f32>();
            for (x, y) in xs.iter().zip(ys.unwrap()) {
                let expected = reference(activation, f64::from(*x));
                assert!((f64::from(y) - expected).abs() < 2e-6 * (1.0 + expected.abs()), "{activation:?}({x}) = {y}");
            }
        }
    }
}
