//! What sampling gives.

use super::diagnostics::{count, e_bfmi};
use super::summary::Summary;
use super::{SamplerConfig, warnings};

/// What a part of a run took.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Effort {
    /// Seconds.
    pub seconds: f64,
    /// Gradients of single points, all chains together.
    pub gradients: u64,
}

impl Effort {
    #[expect(clippy::cast_precision_loss, reason = "for a ratio")]
    pub(super) const fn gradients_f64(self) -> f64 {
        self.gradients as f64
    }
}

/// Draws as they come in: per chain.
pub(super) struct Draws {
    pub names: Vec<String>,
    /// Quantity, chain, draw.
    pub values: Vec<Vec<Vec<f64>>>,
    pub log_density: Vec<Vec<f64>>,
    /// Of every step; empty for samplers without a momentum.
    pub energy: Vec<Vec<f64>>,
    pub divergent: Vec<Vec<bool>>,
    pub divergences: usize,
    /// The sum over the steps.
    pub acceptance: Vec<f64>,
}

impl Draws {
    pub(super) fn new(names: Vec<String>, chains: usize) -> Self {
        Self {
            values: vec![vec![Vec::new(); chains]; names.len()],
            names,
            log_density: vec![Vec::new(); chains],
            energy: Vec::new(),
            divergent: vec![Vec::new(); chains],
            divergences: 0,
            acceptance: vec![0.0; chains],
        }
    }
}

/// The draws of all chains, and what is known about how they came to be. It is shown as its [`Summary`].
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    names: Vec<String>,
    values: Vec<Vec<Vec<f64>>>,
    log_density: Vec<Vec<f64>>,
    energy: Vec<Vec<f64>>,
    divergent: Vec<Vec<bool>>,
    divergences: usize,
    acceptance: Vec<f64>,
    thin: usize,
    sampler: SamplerConfig,
    warm_up: Effort,
    sampling: Effort,
}

impl Fit {
    pub(super) fn new(draws: Draws, sampler: SamplerConfig, thin: usize, warm_up: Effort, sampling: Effort) -> Self {
        let Draws { names, values, log_density, energy, divergent, divergences, acceptance } = draws;
        let steps = count(log_density[0].len() * thin);
        let acceptance = acceptance.iter().map(|sum| sum / steps).collect();
        Self {
            names,
            values,
            log_density,
            energy,
            divergent,
            divergences,
            acceptance,
            thin,
            sampler,
            warm_up,
            sampling,
        }
    }

    /// The names of the quantities.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The draws of a quantity, chain by chain.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[Vec<f64>]> {
        self.quantities().find(|(known, _)| *known == name).map(|(_, chains)| chains)
    }

    /// Every quantity with its draws, chain by chain.
    pub fn quantities(&self) -> impl Iterator<Item = (&str, &[Vec<f64>])> {
        self.names.iter().map(String::as_str).zip(self.values.iter().map(Vec::as_slice))
    }

    /// Number of chains.
    #[must_use]
    pub fn chains(&self) -> usize {
        self.log_density.len()
    }

    /// Draws of each chain.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.log_density[0].len()
    }

    /// Steps for each draw.
    #[must_use]
    pub const fn thin(&self) -> usize {
        self.thin
    }

    /// The log density at every draw, chain by chain: of the real numbers that the sampler moves, up to a constant.
    #[must_use]
    pub fn log_density(&self) -> &[Vec<f64>] {
        &self.log_density
    }

    /// The energy with which every step began, chain by chain. None for samplers without a momentum.
    #[must_use]
    pub fn energy(&self) -> Option<&[Vec<f64>]> {
        (!self.energy.is_empty()).then_some(self.energy.as_slice())
    }

    /// The energy diagnostic of each chain ([`e_bfmi`]). None for samplers without a momentum.
    #[must_use]
    pub fn e_bfmi(&self) -> Option<Vec<f64>> {
        self.energy().map(e_bfmi)
    }

    /// For every draw whether a step that led to it diverged, chain by chain.
    #[must_use]
    pub fn divergent(&self) -> &[Vec<bool>] {
        &self.divergent
    }

    /// How many steps of all chains diverged: their energy error is above 1000, or not a number.
    #[must_use]
    pub const fn divergences(&self) -> usize {
        self.divergences
    }

    /// The mean probability of acceptance of each chain.
    #[must_use]
    pub fn acceptance(&self) -> &[f64] {
        &self.acceptance
    }

    /// The sampler.
    #[must_use]
    pub const fn sampler(&self) -> &SamplerConfig {
        &self.sampler
    }

    /// What warm-up took, the search for a start not included.
    #[must_use]
    pub const fn warm_up(&self) -> Effort {
        self.warm_up
    }

    /// What the draws took.
    #[must_use]
    pub const fn sampling(&self) -> Effort {
        self.sampling
    }

    /// Moments, quantiles and diagnostics of every quantity.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::of(self)
    }

    /// What speaks against the draws, each with what to do about it; none if nothing does.
    #[must_use]
    pub fn warnings(&self, summary: &Summary) -> Vec<String> {
        warnings::warnings(self, summary)
    }
}

impl std::fmt::Display for Fit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.summary().fmt(f)
    }
}
