//! Noise in continuous time: stochastic differential equations, sigmas, flow times, EDM's scalings.

use super::error::{DiffusionError, at_least_one, in_range};
use super::marginal::Marginal;
use super::schedule::linspace;

/// A forward process `dx = -½ β(t) x dt + g(t) dw` (the first term is 0 for VE) over `t` from 0 to 1 (Song et al. 2021, "Score-based
/// generative modeling through stochastic differential equations", section 3.4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sde {
    /// Variance preserving: `g² = β(t)`, `β` linear in `t` (equation 11).
    VariancePreserving {
        /// `β(0)`, usually 0.1.
        beta_min: f64,
        /// `β(1)`, usually 20.
        beta_max: f64,
    },
    /// As variance preserving with `g² = β(t) (1 - exp(-2 ∫β))` (equation 12).
    SubVariancePreserving {
        /// `β(0)`, usually 0.1.
        beta_min: f64,
        /// `β(1)`, usually 20.
        beta_max: f64,
    },
    /// Variance exploding: `σ(t) = sigma_min (sigma_max / sigma_min)^t` (equation 9 and appendix C).
    VarianceExploding {
        /// `σ(0)`, usually 0.01.
        sigma_min: f64,
        /// `σ(1)`, usually 50.
        sigma_max: f64,
    },
}

impl Sde {
    /// Checks the parameters and the time.
    fn checked(self, t: f64) -> Result<f64, DiffusionError> {
        let (low, high, names) = match self {
            Self::VariancePreserving { beta_min, beta_max } | Self::SubVariancePreserving { beta_min, beta_max } => {
                (beta_min, beta_max, ["beta_min", "beta_max"])
            }
            Self::VarianceExploding { sigma_min, sigma_max } => (sigma_min, sigma_max, ["sigma_min", "sigma_max"]),
        };
        in_range(names[0], low, low > 0.0, "a number above 0")?;
        in_range(names[1], high, high >= low, "a number not below the other end")?;
        in_range("the time", t, (0.0..=1.0).contains(&t), "a number from 0 to 1")
    }

    /// `β(t)`, twice the rate at which data shrink; 0 for VE.
    ///
    /// # Errors
    /// If a parameter is not above 0, the ends are the wrong way round, or the time is not between 0 and 1.
    pub fn shrinkage(self, t: f64) -> Result<f64, DiffusionError> {
        let t = self.checked(t)?;
        Ok(match self {
            Self::VariancePreserving { beta_min, beta_max } | Self::SubVariancePreserving { beta_min, beta_max } => {
                beta_min + t * (beta_max - beta_min)
            }
            Self::VarianceExploding { .. } => 0.0,
        })
    }

    /// `∫_0^t β`.
    fn integral(beta_min: f64, beta_max: f64, t: f64) -> f64 {
        t * beta_min + 0.5 * t * t * (beta_max - beta_min)
    }

    /// `g(t)²`, the variance that comes in per time.
    ///
    /// # Errors
    /// As [`shrinkage`](Self::shrinkage).
    pub fn diffusion_squared(self, t: f64) -> Result<f64, DiffusionError> {
        let beta = self.shrinkage(t)?;
        Ok(match self {
            Self::VariancePreserving { .. } => beta,
            Self::SubVariancePreserving { beta_min, beta_max } => {
                -beta * (-2.0 * Self::integral(beta_min, beta_max, t)).exp_m1()
            }
            Self::VarianceExploding { sigma_min, sigma_max } => {
                let ratio = sigma_max / sigma_min;
                2.0 * (sigma_min * ratio.powf(t)).powi(2) * ratio.ln()
            }
        })
    }

    /// `p(x_t | x_0)` (equation 29). The logarithm of the signal of VP and sub-VP is `-¼ t² (beta_max - beta_min) - ½ t beta_min`; the
    /// noise of VE is `σ(t)` as in the paper's code, which leaves out `σ(0)`.
    ///
    /// # Errors
    /// As [`shrinkage`](Self::shrinkage).
    pub fn marginal(self, t: f64) -> Result<Marginal, DiffusionError> {
        let t = self.checked(t)?;
        Ok(match self {
            Self::VariancePreserving { beta_min, beta_max } => {
                let integral = Self::integral(beta_min, beta_max, t);
                Marginal::of((-0.5 * integral).exp(), (-(-integral).exp_m1()).sqrt())
            }
            Self::SubVariancePreserving { beta_min, beta_max } => {
                let integral = Self::integral(beta_min, beta_max, t);
                Marginal::of((-0.5 * integral).exp(), -(-integral).exp_m1())
            }
            Self::VarianceExploding { sigma_min, sigma_max } => {
                Marginal::of(1.0, sigma_min * (sigma_max / sigma_min).powf(t))
            }
        })
    }
}

fn sigma_range(n: usize, min: f64, max: f64) -> Result<(), DiffusionError> {
    at_least_one("the number of sigmas", n)?;
    in_range("sigma_min", min, min > 0.0, "a number above 0")?;
    in_range("sigma_max", max, max >= min, "a number not below sigma_min")?;
    Ok(())
}

/// `n` sigmas from `max` down to `min`, equally spaced in `σ^(1/rho)` (Karras et al. 2022, equation 5, where `rho` is 7). The paper
/// adds a last one of 0. `n` = 1 gives `max`.
///
/// # Errors
/// If `n` is 0, or the ends or `rho` are not above 0, or the ends are the wrong way round.
pub fn karras_sigmas(n: usize, min: f64, max: f64, rho: f64) -> Result<Vec<f64>, DiffusionError> {
    sigma_range(n, min, max)?;
    in_range("rho", rho, rho > 0.0, "a number above 0")?;
    Ok(linspace(max.powf(rho.recip()), min.powf(rho.recip()), n).into_iter().map(|root| root.powf(rho)).collect())
}

/// `n` sigmas from `max` down to `min` in a geometric sequence (Song and Ermon 2019, section 3.1).
///
/// # Errors
/// If `n` is 0, or an end is not above 0, or they are the wrong way round.
pub fn geometric_sigmas(n: usize, min: f64, max: f64) -> Result<Vec<f64>, DiffusionError> {
    sigma_range(n, min, max)?;
    Ok(linspace(max.ln(), min.ln(), n).into_iter().map(f64::exp).collect())
}

/// `shift · s / (1 + (shift - 1) s)`: a flow's time for images with `shift²` times the pixels (Esser et al. 2024, equation 23).
///
/// # Errors
/// If the time is not between 0 and 1, or the shift is not above 0.
pub fn shifted_flow_time(time: f64, shift: f64) -> Result<f64, DiffusionError> {
    in_range("the flow's time", time, (0.0..=1.0).contains(&time), "a number from 0 to 1")?;
    in_range("shift", shift, shift > 0.0, "a number above 0")?;
    Ok(shift * time / (1.0 + (shift - 1.0) * time))
}

/// The `n + 1` times of a flow sampler with `n` steps, from 1 (noise) to 0 (data): equal steps, shifted.
///
/// # Errors
/// If `n` is 0 or the shift is not above 0.
pub fn flow_times(n: usize, shift: f64) -> Result<Vec<f64>, DiffusionError> {
    at_least_one("the number of steps", n)?;
    linspace(1.0, 0.0, n + 1).into_iter().map(|time| shifted_flow_time(time, shift)).collect()
}

/// The `n + 1` times of a flow sampler as diffusers' `FlowMatchEulerDiscreteScheduler` spreads them: `n` equal steps from 1 to the shifted
/// `least`, shifted, and a last one to 0.
///
/// # Errors
/// If `n` is 0, `least` is not between 0 and 1, or the shift is not above 0.
pub fn flow_times_from(n: usize, least: f64, shift: f64) -> Result<Vec<f64>, DiffusionError> {
    at_least_one("the number of steps", n)?;
    let equal = linspace(1.0, shifted_flow_time(least, shift)?, n);
    equal.into_iter().map(|time| shifted_flow_time(time, shift)).chain(std::iter::once(Ok(0.0))).collect()
}

/// How EDM scales the inputs and outputs of a network `F`, `D(x, σ) = c_skip x + c_out F(c_in x, c_noise)` (Karras et al. 2022,
/// table 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdmPreconditioning {
    /// `σ_d² / (σ² + σ_d²)`.
    pub c_skip: f64,
    /// `σ σ_d / √(σ² + σ_d²)`.
    pub c_out: f64,
    /// `1 / √(σ² + σ_d²)`.
    pub c_in: f64,
    /// `ln(σ) / 4`.
    pub c_noise: f64,
    /// The loss's weight, `(σ² + σ_d²) / (σ σ_d)²`.
    pub loss_weight: f64,
}

impl EdmPreconditioning {
    /// The scalings at noise `σ` for data with standard deviation `sigma_data`.
    ///
    /// # Errors
    /// If one of them is not above 0.
    pub fn new(sigma: f64, sigma_data: f64) -> Result<Self, DiffusionError> {
        in_range("sigma", sigma, sigma > 0.0, "a number above 0")?;
        in_range("sigma_data", sigma_data, sigma_data > 0.0, "a number above 0")?;
        let total = sigma * sigma + sigma_data * sigma_data;
        Ok(Self {
            c_skip: sigma_data * sigma_data / total,
            c_out: sigma * sigma_data / total.sqrt(),
            c_in: total.sqrt().recip(),
            c_noise: sigma.ln() / 4.0,
            loss_weight: total / (sigma * sigma_data).powi(2),
        })
    }
}
