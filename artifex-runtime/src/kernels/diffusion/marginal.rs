//! Levels of noise.

use super::error::{DiffusionError, in_range};

/// A level of noise: `x_t = signal · x_0 + noise · ε` with standard normal `ε`.
///
/// Every family of diffusion models is a curve of such levels: `signal² + noise² = 1` for DDPM, a signal of 1 for
/// variance-exploding processes and EDM, `signal + noise = 1` for rectified flow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marginal {
    signal: f64,
    noise: f64,
}

impl Marginal {
    /// Data without noise: where sampling ends.
    pub const CLEAN: Self = Self { signal: 1.0, noise: 0.0 };

    /// A level of noise.
    ///
    /// # Errors
    /// If a factor is negative or not finite, or both are 0.
    pub fn new(signal: f64, noise: f64) -> Result<Self, DiffusionError> {
        in_range("the signal", signal, signal >= 0.0, "a number that is not negative")?;
        in_range("the noise", noise, noise >= 0.0, "a number that is not negative")?;
        in_range("the noise", noise, signal > 0.0 || noise > 0.0, "a number above 0 where the signal is 0")?;
        Ok(Self { signal, noise })
    }

    /// The level with noise `σ` and the data as they are (Karras et al. 2022).
    ///
    /// # Errors
    /// If `σ` is negative or not finite.
    pub fn sigma(sigma: f64) -> Result<Self, DiffusionError> {
        Ok(Self { signal: 1.0, noise: in_range("sigma", sigma, sigma >= 0.0, "a number that is not negative")? })
    }

    /// The level of rectified flow at time `s`, 0 for data and 1 for noise: `x_s = (1 - s) x_0 + s ε` (Liu et al. 2023; Esser et
    /// al. 2024, equation 13).
    ///
    /// # Errors
    /// If the time is not between 0 and 1.
    pub fn flow(time: f64) -> Result<Self, DiffusionError> {
        let time = in_range("the flow's time", time, (0.0..=1.0).contains(&time), "a number from 0 to 1")?;
        Ok(Self { signal: 1.0 - time, noise: time })
    }

    /// Factors that are known to be right.
    pub(super) const fn of(signal: f64, noise: f64) -> Self {
        Self { signal, noise }
    }

    /// The factor of the data.
    #[must_use]
    pub const fn signal(self) -> f64 {
        self.signal
    }

    /// The factor of the noise.
    #[must_use]
    pub const fn noise(self) -> f64 {
        self.noise
    }

    /// Noise over signal, `σ` of [`sigma`](Self::sigma) for data of the same scale; infinite without signal.
    #[must_use]
    pub fn ratio(self) -> f64 {
        self.noise / self.signal
    }

    /// `ln(signal² / noise²)` (Kingma et al. 2021).
    #[must_use]
    pub fn log_snr(self) -> f64 {
        2.0 * (self.signal / self.noise).ln()
    }
}
