//! The steps of samplers as numbers, computed in double precision.

use std::cmp::Ordering;

use super::continuous::Sde;
use super::error::{DiffusionError, in_range};
use super::marginal::Marginal;

/// A sampler's step from one level of noise to the next:
///
/// `x' = x · x_t + denoised · x̂_0 + epsilon · ε̂ + previous · p + noise · z`
///
/// with the model's estimates `x̂_0` and `ε̂`, one more tensor `p` that multistep and two-phase samplers keep, and standard normal
/// `z`. Every constructor gives the paper's step for levels of any family; what a family calls it is said there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepRule {
    /// The level of `x_t`, at which the model was asked.
    pub at: Marginal,
    /// The factor of `x_t`.
    pub x: f64,
    /// The factor of the estimated data.
    pub denoised: f64,
    /// The factor of the estimated noise.
    pub epsilon: f64,
    /// The factor of the tensor that was kept.
    pub previous: f64,
    /// The standard deviation of the noise that comes in.
    pub noise: f64,
    /// Where the model predicts the variance, `v`: the standard deviation is `noise · exp(log_std + log_std_slope · v)`.
    pub log_std: f64,
    /// The factor of `v` there.
    pub log_std_slope: f64,
}

/// Which variance an ancestral step draws with (Ho et al. 2020, section 3.2; Nichol and Dhariwal 2021, section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AncestralVariance {
    /// That of `q(x_{t-1} | x_t, x_0)`, right for data that are one point; diffusers' `fixed_small`.
    FixedSmall,
    /// `β_t`, right for standard normal data; diffusers' `fixed_large`.
    FixedLarge,
    /// Between the two, with the model's `v` from -1 (small) to 1 (large) interpolating their logarithms; diffusers'
    /// `learned_range`.
    LearnedRange,
}

impl StepRule {
    /// A rule that gives 0; the others fill it in.
    const fn zero(at: Marginal) -> Self {
        Self { at, x: 0.0, denoised: 0.0, epsilon: 0.0, previous: 0.0, noise: 0.0, log_std: 0.0, log_std_slope: 0.0 }
    }

    /// DDPM's ancestral step: a draw from `q(x_to | x_from, x̂_0)` (Ho et al. 2020, equations 6 and 7, for any two levels). Without
    /// noise at the end nothing is drawn.
    ///
    /// # Errors
    /// If `to` is not less noisy than `from`.
    pub fn ancestral(from: Marginal, to: Marginal, variance: AncestralVariance) -> Result<Self, DiffusionError> {
        let (shrink, added) = downwards("an ancestral step", from, to)?;
        let (s2, to_s2) = (from.noise().powi(2), to.noise().powi(2));
        let small = added * to_s2 / s2;
        let rule = Self {
            x: shrink * to_s2 / s2,
            denoised: to.signal() * added / s2,
            noise: small.sqrt(),
            ..Self::zero(from)
        };
        Ok(match variance {
            AncestralVariance::FixedLarge if to_s2 > 0.0 => Self { noise: added.sqrt(), ..rule },
            AncestralVariance::LearnedRange if to_s2 > 0.0 => {
                let (least, most) = (small.ln(), added.ln());
                Self { noise: 1.0, log_std: 0.25 * (least + most), log_std_slope: 0.25 * (most - least), ..rule }
            }
            _ => rule,
        })
    }

    /// DDIM's step, `x' = a' x̂_0 + √(s'² - σ²) ε̂ + σ z`, `σ` being `eta` times the standard deviation of the ancestral step (Song et
    /// al. 2021, DDIM, equations 12 and 16).
    ///
    /// With `eta` 0 it is Euler's step of the probability-flow ODE in the noise-to-signal ratio; it may then go to more noise
    /// too (inversion). Over levels of [`Marginal::sigma`] it is Euler's step of EDM, and with `eta` 1 the Euler-ancestral step;
    /// over levels of [`Marginal::flow`] it is Euler's step of the flow, `x + (s' - s) v`; and it is DPM-Solver++ of order 1.
    ///
    /// # Errors
    /// If `eta` is not between 0 and 1, or is above 0 while `to` is not less noisy than `from`.
    pub fn ddim(from: Marginal, to: Marginal, eta: f64) -> Result<Self, DiffusionError> {
        in_range("eta", eta, (0.0..=1.0).contains(&eta), "a number from 0 (no noise) to 1 (ancestral)")?;
        let mut noise = 0.0;
        if eta > 0.0 {
            let (_, added) = downwards("a DDIM step with eta above 0", from, to)?;
            noise = eta * (added.sqrt() * to.noise() / from.noise());
        }
        let epsilon = (to.noise().powi(2) - noise * noise).max(0.0).sqrt();
        Ok(Self { denoised: to.signal(), epsilon, noise, ..Self::zero(from) })
    }

    /// The second phase of Heun's step (Karras et al. 2022, algorithm 1, lines 6 to 8): `x_t` is what the step of [`ddim`](Self::ddim)
    /// with `eta` 0 gave, the model was asked there, at the level `to`, and `p` is where that step began. EDM leaves this phase out where
    /// `to` has no noise.
    ///
    /// # Errors
    /// If a level has no signal.
    pub fn heun(from: Marginal, to: Marginal) -> Result<Self, DiffusionError> {
        in_range("the signal", from.signal(), from.signal() > 0.0, "a level with signal")?;
        in_range("the signal", to.signal(), to.signal() > 0.0, "a level with signal")?;
        // In x / a, over the ratio of noise to signal: the mean of both slopes, of which the first is (x_t/a' - p/a) / h.
        let h = to.ratio() - from.ratio();
        let previous = 0.5 * to.signal() / from.signal();
        Ok(Self { x: 0.5, epsilon: 0.5 * to.signal() * h, previous, ..Self::zero(to) })
    }

    /// The second phase of Heun's step of rectified flow from time `s` to `next`, `x + (next - s)/2 (v + v')`: as [`heun`](Self::heun), for
    /// levels of [`Marginal::flow`], of which the first one may be without signal.
    ///
    /// # Errors
    /// If a time is not between 0 and 1.
    pub fn heun_flow(s: f64, next: f64) -> Result<Self, DiffusionError> {
        let (to, half) = (Marginal::flow(next)?, 0.5 * (next - Marginal::flow(s)?.noise()));
        // The first slope is (x_t - p) / (next - s).
        Ok(Self { x: 0.5, denoised: -half, epsilon: half, previous: 0.5, ..Self::zero(to) })
    }

    /// The rate at which `x_t` moves along the probability-flow ODE where signal and noise change at the rates `signal` and `noise`:
    /// `signal · x̂_0 + noise · ε̂` (Lipman et al. 2023, theorem 3, with the expectations over the data).
    ///
    /// # Errors
    /// If a rate is not finite.
    pub fn rate(at: Marginal, signal: f64, noise: f64) -> Result<Self, DiffusionError> {
        in_range("the signal's rate", signal, true, "a finite number")?;
        in_range("the noise's rate", noise, true, "a finite number")?;
        Ok(Self { denoised: signal, epsilon: noise, ..Self::zero(at) })
    }

    /// The estimate of the noise itself.
    #[must_use]
    pub const fn estimated_noise(at: Marginal) -> Self {
        Self { epsilon: 1.0, ..Self::zero(at) }
    }

    /// A step of the reverse diffusion sampler: of the reverse SDE in the discretisation of the forward process (Song et al. 2021,
    /// score SDE, algorithms 2 and 3, for any two levels): `(2 - k) x + v · score + √v z` for the factor `k` by which data shrink between
    /// the levels, and the variance `v` that comes in.
    ///
    /// # Errors
    /// If `to` is not less noisy than `from`, or `from` has no signal.
    pub fn reverse_diffusion(from: Marginal, to: Marginal) -> Result<Self, DiffusionError> {
        in_range("the signal", from.signal(), from.signal() > 0.0, "a level with signal")?;
        let (shrink, added) = downwards("a step of the reverse diffusion sampler", from, to)?;
        Ok(Self { x: 2.0 - shrink, epsilon: -added / from.noise(), noise: added.sqrt(), ..Self::zero(from) })
    }

    /// A step of DPM-Solver++ (Lu et al. 2022, DPM-Solver++, algorithm 2 and equation 9): of order 2 if `before` tells the level of the
    /// step before, whose `x̂_0` is `p`, else of order 1. Without noise at the end, and after a level without signal, the order is 1.
    ///
    /// # Errors
    /// If the levels are not less and less noisy.
    pub fn dpm_solver(from: Marginal, to: Marginal, before: Option<Marginal>) -> Result<Self, DiffusionError> {
        downwards("a step of DPM-Solver++", from, to)?;
        let part = 0.5 * steps_ratio(from, to, before)?;
        let amount = to.signal() * (1.0 - to.ratio() / from.ratio());
        let x = to.noise() / from.noise();
        Ok(Self { x, denoised: amount * (1.0 + part), previous: -amount * part, ..Self::zero(from) })
    }

    /// The same for the reverse SDE: SDE-DPM-Solver++ of order 2 (2M) or 1 (Lu et al. 2022, DPM-Solver++, section 5 and appendix; the
    /// midpoint form of diffusers and k-diffusion).
    ///
    /// # Errors
    /// As [`dpm_solver`](Self::dpm_solver).
    pub fn dpm_solver_sde(from: Marginal, to: Marginal, before: Option<Marginal>) -> Result<Self, DiffusionError> {
        downwards("a step of SDE-DPM-Solver++", from, to)?;
        let part = 0.5 * steps_ratio(from, to, before)?;
        let shrink = to.ratio() / from.ratio();
        let amount = to.signal() * (1.0 - shrink * shrink);
        Ok(Self {
            x: to.noise() / from.noise() * shrink,
            denoised: amount * (1.0 + part),
            previous: -amount * part,
            noise: to.noise() * (1.0 - shrink * shrink).sqrt(),
            ..Self::zero(from)
        })
    }

    /// A step of Euler and Maruyama of the reverse SDE from time `t` back to `next` (Song et al. 2021, score SDE, equation 6).
    ///
    /// # Errors
    /// If the times are not `1 >= t > next >= 0`, or the parameters are wrong.
    pub fn reverse_sde(sde: Sde, t: f64, next: f64) -> Result<Self, DiffusionError> {
        let (at, shrinkage, g2, step) = backwards(sde, t, next)?;
        let x = 1.0 + 0.5 * shrinkage * step;
        Ok(Self { x, epsilon: -g2 * step / at.noise(), noise: (g2 * step).sqrt(), ..Self::zero(at) })
    }

    /// Euler's step of the probability-flow ODE from time `t` back to `next` (Song et al. 2021, score SDE, equation 13).
    ///
    /// # Errors
    /// As [`reverse_sde`](Self::reverse_sde).
    pub fn probability_flow(sde: Sde, t: f64, next: f64) -> Result<Self, DiffusionError> {
        let (at, shrinkage, g2, step) = backwards(sde, t, next)?;
        Ok(Self { x: 1.0 + 0.5 * shrinkage * step, epsilon: -0.5 * g2 * step / at.noise(), ..Self::zero(at) })
    }

    /// A step of Langevin dynamics at one level, `x + step · score + √(2 step) z`: the corrector of predictor-corrector samplers (Song
    /// et al. 2021, score SDE, algorithms 4 and 5). [`langevin_step_size`] gives the step.
    ///
    /// # Errors
    /// If the step is not above 0, or the level has no noise.
    pub fn langevin(at: Marginal, step: f64) -> Result<Self, DiffusionError> {
        in_range("the step", step, step > 0.0, "a number above 0")?;
        in_range("the noise", at.noise(), at.noise() > 0.0, "a level with noise")?;
        Ok(Self { x: 1.0, epsilon: -step / at.noise(), noise: (2.0 * step).sqrt(), ..Self::zero(at) })
    }
}

/// The step of a Langevin corrector, `2 α (snr · noise_norm / score_norm)²` (Song et al. 2021, score SDE, algorithms 4 and 5): norms of
/// the noise and of the score, averaged over the batch; `α` is `1 - β_t` for VP and 1 for VE. The norm of the noise of `n` elements
/// is `√n` within `1/√(2n)` of it.
///
/// # Errors
/// If a number is not above 0.
pub fn langevin_step_size(snr: f64, noise_norm: f64, score_norm: f64, alpha: f64) -> Result<f64, DiffusionError> {
    let positive = |name, value| in_range(name, value, value > 0.0, "a number above 0");
    let ratio = positive("snr", snr)? * positive("noise_norm", noise_norm)? / positive("score_norm", score_norm)?;
    Ok(2.0 * positive("alpha", alpha)? * ratio * ratio)
}

/// For a step to less noise: how much data shrink from `to` up to `from`, and the variance that comes in there.
fn downwards(step: &'static str, from: Marginal, to: Marginal) -> Result<(f64, f64), DiffusionError> {
    if to.ratio().partial_cmp(&from.ratio()) != Some(Ordering::Less) {
        return Err(DiffusionError::Direction { step, from: from.ratio(), to: to.ratio() });
    }
    let shrink = from.signal() / to.signal();
    Ok((shrink, from.noise().powi(2) - (shrink * to.noise()).powi(2)))
}

/// This step's length over that of the step before, in log-SNR; 0 where the order is 1.
fn steps_ratio(from: Marginal, to: Marginal, before: Option<Marginal>) -> Result<f64, DiffusionError> {
    let Some(before) = before else { return Ok(0.0) };
    downwards("the step before", before, from)?;
    if to.noise() == 0.0 {
        return Ok(0.0);
    }
    Ok((from.ratio() / to.ratio()).ln() / (before.ratio() / from.ratio()).ln())
}

/// Level, `β`, `g²` and length of a step back in time.
fn backwards(sde: Sde, t: f64, next: f64) -> Result<(Marginal, f64, f64, f64), DiffusionError> {
    let (at, shrinkage, g2) = (sde.marginal(t)?, sde.shrinkage(t)?, sde.diffusion_squared(t)?);
    in_range("the next time", next, next >= 0.0 && next < t, "a number from 0 up to but not including the time")?;
    Ok((at, shrinkage, g2, t - next))
}
