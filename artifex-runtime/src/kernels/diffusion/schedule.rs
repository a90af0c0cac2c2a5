//! Noise schedules in discrete time, in double precision on the host.

use std::f64::consts::FRAC_PI_2;

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::error::{DiffusionError, at_least_one, in_range};
use super::marginal::Marginal;

/// How the variances `β_0 .. β_{T-1}` of the forward process's steps are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BetaSchedule {
    /// Equal steps from `start` to `end` (Ho et al. 2020, section 4: 1e-4 to 0.02 for T = 1000).
    Linear {
        /// `β_0`.
        start: f64,
        /// `β_{T-1}`.
        end: f64,
    },
    /// Equal steps of the square roots (Rombach et al. 2022: 0.00085 to 0.012 for T = 1000).
    ScaledLinear {
        /// `β_0`.
        start: f64,
        /// `β_{T-1}`.
        end: f64,
    },
    /// `β_i = min(1 - f((i+1)/T) / f(i/T), max_beta)` with `f(u) = cos²((u + 0.008)/1.008 · π/2)` (Nichol and Dhariwal 2021,
    /// equation 17, where `max_beta` is 0.999).
    SquaredCosine {
        /// The largest variance.
        max_beta: f64,
    },
    /// `start + (end - start) · sigmoid(x)` with `x` in equal steps from -6 to 6 (Xu et al. 2022, `GeoDiff`).
    Sigmoid {
        /// The lower end.
        start: f64,
        /// The upper end.
        end: f64,
    },
    /// As [`SquaredCosine`](Self::SquaredCosine) with `f(u) = 1 - √(u + 1e-4)`, which keeps more noise in the first steps (Li
    /// et al. 2022, Diffusion-LM, appendix A, where `max_beta` is 0.999).
    Sqrt {
        /// The largest variance.
        max_beta: f64,
    },
}

impl BetaSchedule {
    fn betas(self, steps: usize) -> Result<Vec<f64>, DiffusionError> {
        let between = |start: f64, end: f64| {
            in_range("beta start", start, start > 0.0 && start < 1.0, "a number above 0 and below 1")?;
            in_range("beta end", end, end >= start && end < 1.0, "a number from beta start on and below 1")
        };
        Ok(match self {
            Self::Linear { start, end } => {
                between(start, end)?;
                linspace(start, end, steps)
            }
            Self::ScaledLinear { start, end } => {
                between(start, end)?;
                linspace(start.sqrt(), end.sqrt(), steps).into_iter().map(|root| root * root).collect()
            }
            Self::Sigmoid { start, end } => {
                between(start, end)?;
                let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
                linspace(-6.0, 6.0, steps).into_iter().map(|x| sigmoid(x) * (end - start) + start).collect()
            }
            Self::SquaredCosine { max_beta } => {
                from_alpha_bar(steps, max_beta, |u| ((u + 0.008) / 1.008 * FRAC_PI_2).cos().powi(2))?
            }
            Self::Sqrt { max_beta } => from_alpha_bar(steps, max_beta, |u| 1.0 - (u + 1e-4).sqrt())?,
        })
    }
}

/// `n` numbers in equal steps with both ends; the first one alone for `n` = 1.
#[expect(clippy::cast_precision_loss, reason = "schedules have fewer than 2^53 steps")]
pub(super) fn linspace(start: f64, end: f64, n: usize) -> Vec<f64> {
    let last = n.saturating_sub(1).max(1) as f64;
    (0..n).map(|i| if i + 1 == n && n > 1 { end } else { start + (end - start) * (i as f64 / last) }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "schedules have fewer than 2^53 steps")]
fn from_alpha_bar(steps: usize, max_beta: f64, alpha_bar: impl Fn(f64) -> f64) -> Result<Vec<f64>, DiffusionError> {
    in_range("max_beta", max_beta, max_beta > 0.0 && max_beta < 1.0, "a number above 0 and below 1")?;
    let at = |i: usize| alpha_bar(i as f64 / steps as f64);
    Ok((0..steps).map(|i| (1.0 - at(i + 1) / at(i)).min(max_beta)).collect())
}

/// Which `n` of a schedule's `T` steps a sampler visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// Multiples of `T / n` (whole) from 0 on: the last step is not among them (Song et al. 2021, DDIM).
    Leading,
    /// Equal parts counted back from the last step (Lin et al. 2024, table 2).
    Trailing,
    /// `n` equal steps with both ends, rounded to the nearest step, halves to even.
    Linspace,
    /// Squares of equal steps up to `√(0.8 T)`, rounded down, without repetitions (Song et al. 2021, DDIM, appendix D.2).
    Quadratic,
}

/// The forward process in `T` steps: `q(x_t | x_0) = N(√ᾱ_t x_0, (1 - ᾱ_t) I)` (Ho et al. 2020, equation 4).
#[derive(Clone, Debug, PartialEq)]
pub struct NoiseSchedule {
    betas: Vec<f64>,
    alphas_cumprod: Vec<f64>,
}

impl NoiseSchedule {
    /// A schedule of `steps` steps.
    ///
    /// # Errors
    /// If there are no steps, or a parameter is out of its range.
    pub fn new(kind: BetaSchedule, steps: usize) -> Result<Self, DiffusionError> {
        Self::from_betas(kind.betas(at_least_one("the number of steps", steps)?)?)
    }

    /// A schedule of these variances.
    ///
    /// # Errors
    /// If there are none, or one is not above 0 and below 1; the last one may be 1.
    pub fn from_betas(betas: Vec<f64>) -> Result<Self, DiffusionError> {
        at_least_one("the number of betas", betas.len())?;
        let last = betas.len() - 1;
        let wrong =
            |(index, beta): &(usize, &f64)| !(**beta > 0.0 && (**beta < 1.0 || **beta <= 1.0 && *index == last));
        if let Some((index, &value)) = betas.iter().enumerate().find(wrong) {
            return Err(DiffusionError::Beta { index, value });
        }
        let product = |product: &mut f64, beta: &f64| {
            *product *= 1.0 - beta;
            Some(*product)
        };
        let alphas_cumprod = betas.iter().scan(1.0, product).collect();
        Ok(Self { betas, alphas_cumprod })
    }

    /// The schedule with `√ᾱ` shifted to 0 at the last step and stretched to keep its first value, so that the last step is pure
    /// noise (Lin et al. 2024, algorithm 1). Models that predict epsilon cannot start from it; those that predict velocity can.
    ///
    /// # Errors
    /// If there is only one step.
    pub fn with_zero_terminal_snr(&self) -> Result<Self, DiffusionError> {
        let steps = self.steps();
        if steps < 2 {
            let expected = "at least 2 to rescale to no signal at the end".to_owned();
            return Err(DiffusionError::Count { name: "the number of steps", value: steps, expected });
        }
        let roots: Vec<f64> = self.alphas_cumprod.iter().map(|alpha| alpha.sqrt()).collect();
        let (first, last) = (roots[0], roots[steps - 1]);
        let alphas_cumprod: Vec<f64> =
            roots.iter().map(|root| ((root - last) * (first / (first - last))).powi(2)).collect();
        let previous = std::iter::once(&1.0).chain(&alphas_cumprod);
        let betas = alphas_cumprod.iter().zip(previous).map(|(alpha, previous)| 1.0 - alpha / previous).collect();
        Ok(Self { betas, alphas_cumprod })
    }

    /// `T`.
    #[must_use]
    pub const fn steps(&self) -> usize {
        self.betas.len()
    }

    /// `β_t`, the variance that step `t` adds.
    #[must_use]
    pub fn betas(&self) -> &[f64] {
        &self.betas
    }

    /// `ᾱ_t`, the product of `1 - β` up to step `t`.
    #[must_use]
    pub fn alphas_cumprod(&self) -> &[f64] {
        &self.alphas_cumprod
    }

    /// `ᾱ_{t-1}`, 1 for the first step.
    fn before(&self) -> impl Iterator<Item = f64> {
        std::iter::once(1.0).chain(self.alphas_cumprod.iter().copied())
    }

    /// Noise over signal, `√((1 - ᾱ_t) / ᾱ_t)`; infinite where no signal is left.
    #[must_use]
    pub fn sigmas(&self) -> Vec<f64> {
        self.alphas_cumprod.iter().map(|alpha| ((1.0 - alpha) / alpha).sqrt()).collect()
    }

    /// The signal-to-noise ratio `ᾱ_t / (1 - ᾱ_t)` (Kingma et al. 2021, equation 2).
    #[must_use]
    pub fn snr(&self) -> Vec<f64> {
        self.alphas_cumprod.iter().map(|alpha| alpha / (1.0 - alpha)).collect()
    }

    /// Its natural logarithm; minus infinity where no signal is left.
    #[must_use]
    pub fn log_snr(&self) -> Vec<f64> {
        self.snr().into_iter().map(f64::ln).collect()
    }

    /// The variance of `q(x_{t-1} | x_t, x_0)`, `β_t (1 - ᾱ_{t-1}) / (1 - ᾱ_t)` (Ho et al. 2020, equation 7); 0 for the first step.
    #[must_use]
    pub fn posterior_variance(&self) -> Vec<f64> {
        let terms = self.betas.iter().zip(&self.alphas_cumprod).zip(self.before());
        terms.map(|((beta, alpha), before)| beta * (1.0 - before) / (1.0 - alpha)).collect()
    }

    /// Its logarithm, where the first step takes the value of the second one (Nichol and Dhariwal 2021); a schedule of one step
    /// has `ln β_0`.
    #[must_use]
    pub fn posterior_log_variance_clipped(&self) -> Vec<f64> {
        let mut log: Vec<f64> = self.posterior_variance().into_iter().map(f64::ln).collect();
        log[0] = log.get(1).copied().unwrap_or_else(|| self.betas[0].ln());
        log
    }

    /// The factors of `x_0` and of `x_t` in the mean of `q(x_{t-1} | x_t, x_0)`: `β_t √ᾱ_{t-1} / (1 - ᾱ_t)` and
    /// `(1 - ᾱ_{t-1}) √(1 - β_t) / (1 - ᾱ_t)` (Ho et al. 2020, equation 7).
    #[must_use]
    pub fn posterior_mean_coefficients(&self) -> (Vec<f64>, Vec<f64>) {
        let terms = || self.betas.iter().zip(&self.alphas_cumprod).zip(self.before());
        let of_start = |((beta, alpha), before): ((&f64, &f64), f64)| beta * before.sqrt() / (1.0 - alpha);
        let of_x = |((beta, alpha), before): ((&f64, &f64), f64)| (1.0 - before) * (1.0 - beta).sqrt() / (1.0 - alpha);
        (terms().map(of_start).collect(), terms().map(of_x).collect())
    }

    /// `q(x_t | x_0)` of a step. Below step 0 lies [`Marginal::CLEAN`].
    ///
    /// # Errors
    /// If there is no such step.
    #[expect(clippy::cast_precision_loss, reason = "for a message")]
    pub fn marginal(&self, t: usize) -> Result<Marginal, DiffusionError> {
        let last = self.steps() - 1;
        let alpha = self.alphas_cumprod.get(t).ok_or(DiffusionError::TimeStep { step: t as f64, last })?;
        Ok(Marginal::of(alpha.sqrt(), (1.0 - alpha).sqrt()))
    }

    /// Noise over signal at a time between steps, on a straight line between theirs: what samplers over sigmas take.
    ///
    /// # Errors
    /// If the time is not between 0 and `T - 1`.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "checked")]
    pub fn sigma_at(&self, t: f64) -> Result<f64, DiffusionError> {
        let last = self.steps() - 1;
        if !(0.0..=last as f64).contains(&t) {
            return Err(DiffusionError::TimeStep { step: t, last });
        }
        let (low, part) = (t.floor() as usize, t.fract());
        let sigma = |i: usize| ((1.0 - self.alphas_cumprod[i]) / self.alphas_cumprod[i]).sqrt();
        Ok(if part == 0.0 { sigma(low) } else { sigma(low) * (1.0 - part) + sigma(low + 1) * part })
    }

    /// The steps that a sampler with `n` steps visits, from the noisiest down.
    ///
    /// # Errors
    /// If `n` is 0 or there are fewer steps.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "below T")]
    pub fn time_steps(&self, n: usize, spacing: Spacing) -> Result<Vec<usize>, DiffusionError> {
        let steps = self.steps();
        if n == 0 || n > steps {
            let expected = format!("1 to {steps}, the steps of the schedule");
            return Err(DiffusionError::Count { name: "the number of sampling steps", value: n, expected });
        }
        let mut chosen: Vec<usize> = match spacing {
            Spacing::Leading => (0..n).map(|i| i * (steps / n)).collect(),
            Spacing::Trailing => {
                let part = steps as f64 / n as f64;
                (0..n).map(|i| (steps as f64 - i as f64 * part).round_ties_even() as usize - 1).rev().collect()
            }
            Spacing::Linspace => {
                linspace(0.0, (steps - 1) as f64, n).into_iter().map(|t| t.round_ties_even() as usize).collect()
            }
            Spacing::Quadratic => {
                let roots = linspace(0.0, (steps as f64 * 0.8).sqrt(), n);
                // The square of a root may be a little less than the whole number that it stands for.
                roots.into_iter().map(|root| ((root * root + 1e-9) as usize).min(steps - 1)).collect()
            }
        };
        chosen.dedup();
        chosen.reverse();
        Ok(chosen)
    }

    /// `√ᾱ_t` and `√(1 - ᾱ_t)` as tensors, for training.
    #[must_use]
    pub fn on(&self, device: &Device) -> DeviceSchedule {
        let roots =
            |root: fn(&f64) -> f64| schedule_tensor(&self.alphas_cumprod.iter().map(root).collect::<Vec<_>>(), device);
        DeviceSchedule { signal: roots(|alpha| alpha.sqrt()), noise: roots(|alpha| (1.0 - alpha).sqrt()) }
    }
}

/// A schedule on a device: one number for each step.
#[derive(Clone, Debug)]
pub struct DeviceSchedule {
    /// `√ᾱ_t`: `[T]`.
    pub signal: Tensor<1>,
    /// `√(1 - ᾱ_t)`: `[T]`.
    pub noise: Tensor<1>,
}

impl DeviceSchedule {
    /// Both factors of the steps `t: [B]`, as [`q_sample`](super::q_sample) takes them. All steps must be below `T`.
    #[must_use]
    pub fn at(&self, t: Tensor<1, Int>) -> (Tensor<1>, Tensor<1>) {
        (extract(&self.signal, t.clone()), extract(&self.noise, t))
    }
}

/// One of the values for each time step, gathered on the device: `values: [T]`, `t: [B]` with numbers below `T`; result: `[B]`.
#[must_use]
pub fn extract(values: &Tensor<1>, t: Tensor<1, Int>) -> Tensor<1> {
    values.clone().select(0, t)
}

/// These numbers on a device, in its default float type: `[n]`.
#[must_use]
pub fn schedule_tensor(values: &[f64], device: &Device) -> Tensor<1> {
    Tensor::from_data(TensorData::from(values), device)
}
