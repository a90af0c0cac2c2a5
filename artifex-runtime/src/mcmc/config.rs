//! How chains are run: settings, and the samplers by their names.

use crate::config::ModelConfig;
use crate::kernels::mcmc::{Chees, Hmc, Langevin, Mala, McmcError, ParallelTempering, Sampler};

/// How chains are run.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct SamplingConfig {
    /// What moves the chains; `type` says which.
    #[config(default = { type = "chees" })]
    pub sampler: SamplerConfig,
    /// Number of chains. They run together, so that many cost little more than one; `chees` learns from all of them.
    #[config(default = 64, min = 1, max = 1_000_000)]
    pub chains: usize,
    /// Steps in which the sampler learns its settings and the chains find the density. Their draws are thrown away.
    #[config(default = 500)]
    pub warm_up: usize,
    /// Draws kept of each chain.
    #[config(default = 500, min = 4)]
    pub draws: usize,
    /// Steps for each draw that is kept.
    #[config(default = 1, min = 1)]
    pub thin: usize,
    /// Chains start at points drawn uniformly within ± this in every coordinate, on the real numbers that stand for the
    /// parameters (as in Stan); points where the density or its gradient is not finite are drawn again.
    #[config(default = 2.0, min = 0.0, max = 1e6)]
    pub start_radius: f64,
}

/// What moves the chains.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum SamplerConfig {
    /// Hamiltonian Monte Carlo whose path length the chains together learn (Hoffman, Radul and Sountsov 2021).
    Chees(CheesConfig),
    /// Hamiltonian Monte Carlo with paths of a fixed number of steps (Neal 2011).
    Hmc(HmcConfig),
    /// The Metropolis-adjusted Langevin algorithm (Roberts and Tweedie 1996).
    Mala(MalaConfig),
    /// The unadjusted Langevin algorithm: never rejects, and has a bias that grows with its step.
    Langevin(LangevinConfig),
    /// Hamiltonian Monte Carlo at several temperatures that exchange their states (Geyer 1991), for separate modes.
    ParallelTempering(ParallelTemperingConfig),
}

/// What samplers with a Metropolis decision learn in warm-up.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct AdaptationConfig {
    /// The mean probability of acceptance that warm-up leads the step size to. Higher values make smaller steps.
    #[config(default = 0.8, exclusive_min = 0, exclusive_max = 1)]
    pub target_acceptance: f64,
    /// Whether warm-up learns the scale of every coordinate.
    #[config(default = true)]
    pub adapt_mass: bool,
}

/// `ChEES-HMC`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CheesConfig {
    /// What warm-up learns.
    #[config(flatten)]
    pub adaptation: AdaptationConfig,
    /// The most leapfrog steps of a path.
    #[config(default = 1000, min = 1)]
    pub max_leapfrogs: usize,
}

/// Hamiltonian Monte Carlo with paths of one length.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct HmcConfig {
    /// What warm-up learns.
    #[config(flatten)]
    pub adaptation: AdaptationConfig,
    /// Leapfrog steps of a path.
    #[config(default = 10, min = 1)]
    pub leapfrogs: usize,
    /// The step size at which warm-up begins its search; without warm-up, the step size.
    #[config(default = 0.1, exclusive_min = 0, max = 1e6)]
    pub step: f64,
}

/// The Metropolis-adjusted Langevin algorithm.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct MalaConfig {
    /// What warm-up learns. An acceptance of 0.574 is the best one in many dimensions (Roberts and Rosenthal 1998).
    #[config(flatten, default = { target_acceptance = 0.574 })]
    pub adaptation: AdaptationConfig,
    /// The step, in units of the squared coordinates, at which warm-up begins its search; without warm-up, the step.
    #[config(default = 0.01, exclusive_min = 0, max = 1e6)]
    pub step: f64,
}

/// The unadjusted Langevin algorithm.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct LangevinConfig {
    /// The step, in units of the squared coordinates. Warm-up does not change it. On a normal density of variance σ² the draws
    /// have the variance σ² / (1 - step / 4σ²), and above a step of 4σ² there is none.
    #[config(exclusive_min = 0, max = 1e6)]
    pub step: f64,
}

/// Parallel tempering.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct ParallelTemperingConfig {
    /// How many temperatures; each has a chain of its own for every chain that is kept.
    #[config(default = 4, min = 2, max = 1000)]
    pub temperatures: usize,
    /// The power to which the density is raised at the highest temperature. Those between are spaced evenly in its logarithm.
    #[config(default = 0.05, exclusive_min = 0, exclusive_max = 1)]
    pub lowest_power: f64,
    /// The mean probability of acceptance of a path, at every temperature, that warm-up leads the step sizes to.
    #[config(default = 0.8, exclusive_min = 0, exclusive_max = 1)]
    pub target_acceptance: f64,
    /// Leapfrog steps of a path.
    #[config(default = 10, min = 1)]
    pub leapfrogs: usize,
    /// The step size of the density itself at which warm-up begins its search; without warm-up, the step size.
    #[config(default = 0.1, exclusive_min = 0, max = 1e6)]
    pub step: f64,
}

impl AdaptationConfig {
    const fn values(&self) -> (f64, bool) {
        (self.target_acceptance, self.adapt_mass)
    }
}

impl SamplerConfig {
    /// The sampler, with nothing learned yet.
    pub(super) fn build(&self) -> Result<Box<dyn Sampler>, McmcError> {
        Ok(match self {
            Self::Chees(config) => {
                let mut sampler = Chees::new();
                (sampler.target_acceptance, sampler.adapt_mass) = config.adaptation.values();
                sampler.max_leapfrogs = config.max_leapfrogs;
                Box::new(sampler)
            }
            Self::Hmc(config) => {
                let mut sampler = Hmc::new(config.step, config.leapfrogs);
                (sampler.target_acceptance, sampler.adapt_mass) = config.adaptation.values();
                Box::new(sampler)
            }
            Self::Mala(config) => {
                let mut sampler = Mala::new(config.step);
                (sampler.target_acceptance, sampler.adapt_mass) = config.adaptation.values();
                Box::new(sampler)
            }
            Self::Langevin(config) => Box::new(Langevin::new(config.step)),
            Self::ParallelTempering(config) => {
                let powers = ParallelTempering::geometric(config.lowest_power, config.temperatures);
                let mut sampler = ParallelTempering::new(&powers, config.step, config.leapfrogs)?;
                sampler.target_acceptance = config.target_acceptance;
                Box::new(sampler)
            }
        })
    }

    /// How many chains there are for each that is kept: the first of them is kept.
    pub(super) const fn replicas(&self) -> usize {
        match self {
            Self::ParallelTempering(config) => config.temperatures,
            _ => 1,
        }
    }

    /// The tag of the sampler.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Chees(_) => "chees",
            Self::Hmc(_) => "hmc",
            Self::Mala(_) => "mala",
            Self::Langevin(_) => "langevin",
            Self::ParallelTempering(_) => "parallel_tempering",
        }
    }
}
