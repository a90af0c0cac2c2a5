//! What models predict, and how one prediction is made of another.

use std::ops::{Add, Div, Mul, Neg};

use burn::tensor::Tensor;

use super::error::{DiffusionError, in_range};
use super::marginal::Marginal;

/// What a model's output is an estimate of, given `x_t = a x_0 + s ε` (`a` the signal and `s` the noise of a [`Marginal`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prediction {
    /// The noise `ε` (Ho et al. 2020, equation 11).
    Epsilon,
    /// The data `x_0`.
    Sample,
    /// `a ε - s x_0` (Salimans and Ho 2022, appendix D).
    Velocity,
    /// `ε - x_0`, the velocity of rectified flow (Liu et al. 2023).
    Flow,
    /// `∇ ln p(x_t)`, which is `-ε / s` (Song et al. 2021, equation 7).
    Score,
    /// `F` of EDM's `D(x, σ) = c_skip x + c_out F` for data with that standard deviation, where `x = x_t / a` and `σ = s / a`
    /// (Karras et al. 2022, equation 7).
    Edm {
        /// The standard deviation of the data, 0.5 in the paper.
        sigma_data: f64,
    },
}

/// Numbers of which the factors are made: one on the host, or one for each sample on a device.
pub(super) trait Number:
    Clone + Add<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// A constant beside `self`.
    fn constant(&self, value: f64) -> Self;
    fn root(self) -> Self;
}

impl Number for f64 {
    fn constant(&self, value: f64) -> Self {
        value
    }

    fn root(self) -> Self {
        self.sqrt()
    }
}

impl Number for Tensor<1> {
    fn constant(&self, value: f64) -> Self {
        self.zeros_like().add_scalar(value)
    }

    fn root(self) -> Self {
        self.sqrt()
    }
}

/// A weighted sum of two things.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair<N>(pub N, pub N);

/// Weights of `x_t` and of the model's output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Recovered<N> {
    pub start: Pair<N>,
    pub epsilon: Pair<N>,
}

impl Prediction {
    /// How far the estimate of `x_0` is off at a level where a prediction is off by 1; infinite where it does not tell the data.
    #[must_use]
    pub fn error_of_data(self, at: Marginal) -> f64 {
        self.recover(&at.signal(), &at.noise()).start.1.abs()
    }

    /// Checks the parameters.
    pub(super) fn checked(self) -> Result<Self, DiffusionError> {
        if let Self::Edm { sigma_data } = self {
            in_range("sigma_data", sigma_data, sigma_data > 0.0, "a number above 0")?;
        }
        Ok(self)
    }

    /// `x_0` and `ε` from `x_t` and the prediction.
    pub(super) fn recover<N: Number>(self, a: &N, s: &N) -> Recovered<N> {
        let (a, s) = (|| a.clone(), || s.clone());
        let number = |value| a().constant(value);
        match self {
            Self::Epsilon => {
                Recovered { start: Pair(number(1.0) / a(), -(s() / a())), epsilon: Pair(number(0.0), number(1.0)) }
            }
            Self::Sample => {
                Recovered { start: Pair(number(0.0), number(1.0)), epsilon: Pair(number(1.0) / s(), -(a() / s())) }
            }
            Self::Velocity => {
                let total = || a() * a() + s() * s();
                Recovered { start: Pair(a() / total(), -(s() / total())), epsilon: Pair(s() / total(), a() / total()) }
            }
            Self::Flow => {
                let total = || a() + s();
                Recovered {
                    start: Pair(number(1.0) / total(), -(s() / total())),
                    epsilon: Pair(number(1.0) / total(), a() / total()),
                }
            }
            Self::Score => {
                Recovered { start: Pair(number(1.0) / a(), s() * s() / a()), epsilon: Pair(number(0.0), -s()) }
            }
            Self::Edm { sigma_data } => {
                // With d = sigma_data, multiplied out so that nothing cancels and no signal is needed for ε:
                // x_0 = (a d² x + s d √(s² + a² d²) F) / (s² + a² d²), ε = (s x - a d √(s² + a² d²) F) / (s² + a² d²).
                let d = || number(sigma_data);
                let total = || s() * s() + a() * a() * d() * d();
                Recovered {
                    start: Pair(a() * d() * d() / total(), s() * d() / total().root()),
                    epsilon: Pair(s() / total(), -(a() * d() / total().root())),
                }
            }
        }
    }

    /// The prediction from `x_0` and `ε`.
    pub(super) fn compose<N: Number>(self, a: &N, s: &N) -> Pair<N> {
        let (a, s) = (|| a.clone(), || s.clone());
        let number = |value| a().constant(value);
        match self {
            Self::Epsilon => Pair(number(0.0), number(1.0)),
            Self::Sample => Pair(number(1.0), number(0.0)),
            Self::Velocity => Pair(-s(), a()),
            Self::Flow => Pair(number(-1.0), number(1.0)),
            Self::Score => Pair(number(0.0), -(number(1.0) / s())),
            Self::Edm { sigma_data } => {
                // F = (x_0 - c_skip x) / c_out, as above.
                let d = || number(sigma_data);
                let root = || (s() * s() + a() * a() * d() * d()).root();
                Pair(s() / (d() * root()), -(a() * d() / root()))
            }
        }
    }

    /// The weights of `x_t` and of a prediction `self` in the prediction `to`.
    pub(super) fn conversion<N: Number>(self, to: Self, a: &N, s: &N) -> Pair<N> {
        let (recovered, wanted) = (self.recover(a, s), to.compose(a, s));
        // What is wanted of one alone must not meet an infinite weight of the other.
        match (self, to) {
            (_, Self::Sample) => recovered.start,
            (_, Self::Epsilon) => recovered.epsilon,
            (_, Self::Score) => Pair(wanted.1.clone() * recovered.epsilon.0, wanted.1 * recovered.epsilon.1),
            _ => {
                let Pair(start, epsilon) = wanted;
                Pair(
                    start.clone() * recovered.start.0 + epsilon.clone() * recovered.epsilon.0,
                    start * recovered.start.1 + epsilon * recovered.epsilon.1,
                )
            }
        }
    }

    /// The weights of `x_t` and of the model's output in `x_0`, where there are any.
    pub(super) fn start_at(self, at: Marginal) -> Result<Pair<f64>, DiffusionError> {
        self.finite("the data", at, self.checked()?.recover(&at.signal(), &at.noise()).start)
    }

    /// The weights of `x_t` and of the model's output in `ε`, where there are any.
    pub(super) fn epsilon_at(self, at: Marginal) -> Result<Pair<f64>, DiffusionError> {
        self.finite("the noise", at, self.checked()?.recover(&at.signal(), &at.noise()).epsilon)
    }

    fn finite(self, wanted: &'static str, at: Marginal, found: Pair<f64>) -> Result<Pair<f64>, DiffusionError> {
        if found.0.is_finite() && found.1.is_finite() {
            Ok(found)
        } else {
            Err(DiffusionError::Undetermined { prediction: self, wanted, signal: at.signal(), noise: at.noise() })
        }
    }
}
