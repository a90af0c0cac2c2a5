//! How data become noise: levels of noise over time, and how a network is told of them.

use crate::kernels::diffusion::{DiffusionError, Marginal, NoiseSchedule, Sde, shifted_flow_time};

/// A unit of a network's time: the times of continuous processes go up to about as much as the steps of a schedule.
const UNIT: f64 = 1000.0;

/// A level of noise, and the time by which a network knows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Signal and noise.
    pub marginal: Marginal,
    /// The step of a schedule, or between steps. Of an SDE 999 times its time from 0 to 1, of a flow 1000 times its, and of EDM `250 ln σ`.
    pub time: f64,
}

impl Level {
    /// Data without noise, which no model is asked about.
    pub(super) const CLEAN: Self = Self { marginal: Marginal::CLEAN, time: 0.0 };
}

/// A process that turns data into noise, `x_t = a(t) x_0 + s(t) ε`.
///
/// Its time `t` goes from little noise to much: in steps from 0 to `T - 1` for a schedule, up to 1 for the others.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Process {
    /// The steps of a schedule (Ho et al. 2020). Between them the ratio of noise to signal lies on a straight line in its logarithm.
    Discrete(NoiseSchedule),
    /// A stochastic differential equation (Song et al. 2021, score SDE).
    Sde {
        /// The equation.
        sde: Sde,
        /// The earliest time that the network learns, `ε` of the paper.
        least: f64,
    },
    /// Straight lines from data to noise, `x_s = (1 - s) x_0 + s ε` with `s` the shifted time (Liu et al. 2023; Esser et al. 2024).
    Flow {
        /// By how much times are shifted towards the noise: 1 for not at all.
        shift: f64,
        /// The earliest time that samplers visit before they end at 0.
        least: f64,
    },
    /// Noise of standard deviation `σ` on data as they are, with `ln σ` linear in time (Karras et al. 2022).
    Edm {
        /// `σ` at time 0.
        sigma_min: f64,
        /// `σ` at time 1.
        sigma_max: f64,
        /// The standard deviation of the data.
        sigma_data: f64,
    },
}

impl From<NoiseSchedule> for Process {
    fn from(schedule: NoiseSchedule) -> Self {
        Self::Discrete(schedule)
    }
}

impl Process {
    /// The level at a time.
    ///
    /// # Errors
    /// If the process has no such time, or a parameter is out of its range.
    pub fn level(&self, time: f64) -> Result<Level, DiffusionError> {
        match self {
            Self::Discrete(schedule) => {
                let sigma = log_linear(schedule, time)?.0;
                Ok(Level { marginal: preserving(sigma)?, time })
            }
            Self::Sde { sde, .. } => Ok(Level { marginal: sde.marginal(time)?, time: (UNIT - 1.0) * time }),
            Self::Flow { shift, .. } => {
                let s = shifted_flow_time(time, *shift)?;
                Ok(Level { marginal: Marginal::flow(s)?, time: UNIT * s })
            }
            Self::Edm { sigma_min, sigma_max, .. } => {
                Self::at_sigma(sigma_min * (sigma_max / sigma_min).powf(unit_time(time)?))
            }
        }
    }

    /// A level of EDM, of which the network is told `1000 c_noise = 250 ln σ`.
    pub(super) fn at_sigma(sigma: f64) -> Result<Level, DiffusionError> {
        Ok(Level { marginal: Marginal::sigma(sigma)?, time: UNIT * sigma.ln() / 4.0 })
    }

    /// The times from the one with the least noise that samplers visit to the one with the most.
    #[must_use]
    pub fn range(&self) -> [f64; 2] {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
            Self::Discrete(schedule) => [0.0, (schedule.steps() - 1) as f64],
            Self::Sde { least, .. } | Self::Flow { least, .. } => [*least, 1.0],
            Self::Edm { .. } => [0.0, 1.0],
        }
    }

    /// The earliest time of a continuous process that training draws.
    pub(super) const fn least(&self) -> f64 {
        match self {
            Self::Sde { least, .. } => *least,
            // Without noise, data tell nothing of it.
            Self::Flow { .. } => 1e-5,
            Self::Discrete(_) | Self::Edm { .. } => 0.0,
        }
    }

    /// The rates `a'(t)` and `s'(t)` at which signal and noise change.
    ///
    /// # Errors
    /// As [`level`](Self::level).
    pub fn rates(&self, time: f64) -> Result<[f64; 2], DiffusionError> {
        match self {
            Self::Discrete(schedule) => {
                // a = (1 + σ²)^(-1/2) and s = σ a, so a' = -a³ σ σ' and s' = a³ σ'.
                let (sigma, slope) = log_linear(schedule, time)?;
                let cube = sigma.hypot(1.0).powi(-3);
                Ok([-cube * sigma * sigma * slope, cube * sigma * slope])
            }
            Self::Sde { sde, .. } => {
                // Of dx = -½ β x dt + g dw: a' = -½ β a and (s²)' = g² - β s².
                let (at, beta, g2) = (sde.marginal(time)?, sde.shrinkage(time)?, sde.diffusion_squared(time)?);
                let noise = at.noise();
                Ok([-0.5 * beta * at.signal(), (g2 - beta * noise * noise) / (2.0 * noise)])
            }
            Self::Flow { shift, .. } => {
                let root = 1.0 + (shift - 1.0) * unit_time(time)?;
                let rate = shift / (root * root);
                Ok([-rate, rate])
            }
            Self::Edm { sigma_min, sigma_max, .. } => {
                Ok([0.0, self.level(time)?.marginal.noise() * (sigma_max / sigma_min).ln()])
            }
        }
    }

    /// The time at which noise has that ratio to the signal.
    pub(super) fn time_of(&self, sigma: f64) -> f64 {
        let time = match self {
            Self::Discrete(schedule) => return time_between(&schedule.sigmas(), sigma),
            // ∫β = -2 ln a, in which t is quadratic.
            Self::Sde { sde: Sde::VariancePreserving { beta_min, beta_max }, .. } => {
                root(*beta_min, *beta_max, (sigma * sigma).ln_1p())
            }
            Self::Sde { sde: Sde::SubVariancePreserving { beta_min, beta_max }, .. } => {
                // σ = (1 - a²) / a.
                root(*beta_min, *beta_max, -2.0 * (0.5 * (sigma.hypot(2.0) - sigma)).ln())
            }
            Self::Sde { sde: Sde::VarianceExploding { sigma_min, sigma_max }, .. }
            | Self::Edm { sigma_min, sigma_max, .. } => (sigma / sigma_min).ln() / (sigma_max / sigma_min).ln(),
            // The inverse of the shift.
            Self::Flow { shift, .. } => sigma / (sigma + shift),
        };
        time.clamp(0.0, 1.0)
    }

    /// The standard deviation of what sampling starts from at a level.
    pub(super) fn prior_std(&self, level: Level) -> f64 {
        match self {
            // Data of variance one keep it.
            Self::Discrete(_)
            | Self::Sde { sde: Sde::VariancePreserving { .. } | Sde::SubVariancePreserving { .. }, .. } => 1.0,
            Self::Sde { sde: Sde::VarianceExploding { .. }, .. } | Self::Flow { .. } | Self::Edm { .. } => {
                level.marginal.noise()
            }
        }
    }

    /// What `x_t` is multiplied by before the network sees it: where noise grows without limit, it has then about the variance 1.
    pub(super) fn input_scale(&self, at: Marginal) -> f64 {
        match self {
            Self::Sde { sde: Sde::VarianceExploding { .. }, .. } => at.noise().hypot(1.0).recip(),
            Self::Edm { sigma_data, .. } => at.noise().hypot(*sigma_data).recip(),
            _ => 1.0,
        }
    }

    /// Whether networks see other numbers than `x_t`.
    pub(super) const fn scales(&self) -> bool {
        matches!(self, Self::Sde { sde: Sde::VarianceExploding { .. }, .. } | Self::Edm { .. })
    }
}

/// The level with that ratio of noise to signal whose squares add up to 1.
pub(super) fn preserving(sigma: f64) -> Result<Marginal, DiffusionError> {
    if sigma.is_infinite() {
        return Marginal::new(0.0, 1.0);
    }
    let root = sigma.hypot(1.0);
    Marginal::new(1.0 / root, sigma / root)
}

fn unit_time(time: f64) -> Result<f64, DiffusionError> {
    // The check, and its words.
    Ok(Marginal::flow(time)?.noise())
}

/// The ratio of noise to signal between the steps of a schedule, and the slope of its logarithm.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "checked")]
fn log_linear(schedule: &NoiseSchedule, time: f64) -> Result<(f64, f64), DiffusionError> {
    // The check of the time.
    schedule.sigma_at(time)?;
    let alphas = schedule.alphas_cumprod();
    let sigma = |i: usize| ((1.0 - alphas[i]) / alphas[i]).sqrt();
    let low = (time.floor() as usize).min(alphas.len().saturating_sub(2));
    let high = (low + 1).min(alphas.len() - 1);
    let slope = if sigma(high).is_finite() { (sigma(high) / sigma(low)).ln() } else { f64::INFINITY };
    let part = time - low as f64;
    Ok((if part == 0.0 { sigma(low) } else { sigma(low) * (slope * part).exp() }, slope))
}

/// The time at which a schedule of these ratios has one between its ends: on a straight line between steps in the logarithm.
#[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
pub(super) fn time_between(sigmas: &[f64], sigma: f64) -> f64 {
    let above = sigmas.partition_point(|step| *step < sigma).min(sigmas.len() - 1);
    let Some(below) = above.checked_sub(1) else { return 0.0 };
    let part = (sigma / sigmas[below]).ln() / (sigmas[above] / sigmas[below]).ln();
    below as f64 + part.clamp(0.0, 1.0)
}

/// `t` with `t β_min + ½ t² (β_max - β_min)` equal to a number.
fn root(beta_min: f64, beta_max: f64, integral: f64) -> f64 {
    // In a form that does not cancel, also for equal ends.
    2.0 * integral / (beta_min + (beta_min * beta_min + 2.0 * (beta_max - beta_min) * integral).sqrt())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::kernels::diffusion::{BetaSchedule, EdmPreconditioning};

    const BETAS: (f64, f64) = (0.1, 20.0);

    pub(in crate::models::diffusion) fn processes() -> Vec<Process> {
        let (beta_min, beta_max) = BETAS;
        let schedule = NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap();
        vec![
            Process::Discrete(schedule),
            Process::Sde { sde: Sde::VariancePreserving { beta_min, beta_max }, least: 1e-3 },
            Process::Sde { sde: Sde::SubVariancePreserving { beta_min, beta_max }, least: 1e-3 },
            Process::Sde { sde: Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 }, least: 1e-5 },
            Process::Flow { shift: 1.0, least: 1e-3 },
            Process::Flow { shift: 3.0, least: 1e-3 },
            Process::Edm { sigma_min: 0.002, sigma_max: 80.0, sigma_data: 0.5 },
        ]
    }

    /// Against differences of the levels themselves.
    #[test]
    fn rates_are_those_of_the_levels() {
        for process in processes() {
            let [low, high] = process.range();
            for part in [0.1, 0.35, 0.8] {
                // Not at a step of a schedule, where the rates jump.
                let time = (low + part * (high - low)) + if high > 1.0 { 0.41 } else { 0.0 };
                let step = 1e-5 * (high - low);
                let [before, after] = [-step, step].map(|step| process.level(time + step).unwrap().marginal);
                let [signal, noise] = process.rates(time).unwrap();
                let slope = |before: f64, after: f64| (after - before) / (2.0 * step);
                let expected = [slope(before.signal(), after.signal()), slope(before.noise(), after.noise())];
                for (found, expected) in [signal, noise].into_iter().zip(expected) {
                    assert!(
                        (found - expected).abs() < 1e-5 * (1.0 + expected.abs()),
                        "{process:?} {time}: {found} {expected}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_ratio_has_its_time() {
        for process in processes() {
            let [low, high] = process.range();
            for part in [0.0, 0.2, 0.7, 0.99] {
                let time = low + part * (high - low);
                let found = process.time_of(process.level(time).unwrap().marginal.ratio());
                assert!((found - time).abs() < 1e-6 * high, "{process:?}: {found}, not {time}");
            }
            assert!(process.level(high * 1.01).is_err() && process.level(-0.01).is_err());
        }
    }

    /// `c_in`, `c_noise` and the levels are those of Karras et al. 2022, table 1; the input of VE has the variance 1 for such data.
    #[test]
    fn networks_are_told_what_the_papers_say() {
        let edm = &processes()[6];
        for (time, sigma) in [(0.0, 0.002), (1.0, 80.0), (0.5, 0.4)] {
            let level = edm.level(time).unwrap();
            let expected = EdmPreconditioning::new(sigma, 0.5).unwrap();
            assert!((level.marginal.noise() / sigma - 1.0).abs() < 1e-12 && level.marginal.signal() == 1.0);
            assert!((level.time - 1000.0 * expected.c_noise).abs() < 1e-9);
            assert!((edm.input_scale(level.marginal) - expected.c_in).abs() < 1e-12);
            assert_eq!(edm.prior_std(level), level.marginal.noise());
        }
        let [sub, exploding, flow] = [2, 3, 4].map(|which| processes().swap_remove(which));
        let end = exploding.level(1.0).unwrap();
        assert_eq!((end.time, exploding.prior_std(end)), (999.0, 50.0));
        assert!((exploding.input_scale(end.marginal) - 1.0 / 2501_f64.sqrt()).abs() < 1e-15);
        assert_eq!((sub.input_scale(end.marginal), sub.prior_std(end)), (1.0, 1.0));
        let end = flow.level(1.0).unwrap();
        assert_eq!((end.time, end.marginal.signal(), flow.prior_std(end)), (1000.0, 0.0, 1.0));
        assert!([&sub, &flow].iter().all(|process| !process.scales()) && exploding.scales() && edm.scales());
        // SD3's shift of 3 has a quarter of the noise at time 0.1.
        assert!((processes()[5].level(0.1).unwrap().marginal.noise() - 0.25).abs() < 1e-12);
    }
}
