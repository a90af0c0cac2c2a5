//! Posteriors that a config defines.

mod analytic;
mod data;
mod hierarchical;
mod regression;

use std::path::Path;

pub use analytic::{BananaConfig, FunnelConfig, MixtureConfig, NormalConfig};
pub use data::{CsvTableConfig, InlineTableConfig, TableConfig, TableError};
pub use hierarchical::HierarchicalNormalConfig;
pub use regression::{CoefficientPriorConfig, LinearRegressionConfig, LogisticRegressionConfig};

use super::Target;
use crate::config::ModelConfig;
use crate::kernels::mcmc::McmcError;

/// What is sampled.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum PosteriorConfig {
    /// Independent normal distributions.
    Normal(NormalConfig),
    /// A mixture of normal distributions.
    Mixture(MixtureConfig),
    /// Haario's banana: a normal distribution bent along a parabola (Haario, Saksman and Tamminen 1999).
    Banana(BananaConfig),
    /// Neal's funnel: the scale of some coordinates is another one (Neal 2003, section 8).
    Funnel(FunnelConfig),
    /// Groups with normal effects around a common mean: the eight schools of Rubin 1981 and their like.
    HierarchicalNormal(HierarchicalNormalConfig),
    /// Linear regression with normal noise.
    LinearRegression(LinearRegressionConfig),
    /// Logistic regression of a yes or no.
    LogisticRegression(LogisticRegressionConfig),
}

/// Why a posterior cannot be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PosteriorError {
    /// A number of the density is out of its range.
    #[error(transparent)]
    Density(#[from] McmcError),
    /// The data cannot be used.
    #[error(transparent)]
    Data(#[from] TableError),
}

impl PosteriorConfig {
    /// The density. Relative paths of data start at `base`, the folder of the config file.
    ///
    /// # Errors
    /// If data cannot be read or does not fit, or a number is too large.
    pub fn build(&self, base: &Path) -> Result<Box<dyn Target>, PosteriorError> {
        Ok(match self {
            Self::Normal(config) => Box::new(config.target()?),
            Self::Mixture(config) => Box::new(config.target()?),
            Self::Banana(config) => Box::new(config.target()?),
            Self::Funnel(config) => config.target()?,
            Self::HierarchicalNormal(config) => Box::new(config.target()),
            Self::LinearRegression(config) => Box::new(config.target(base)?),
            Self::LogisticRegression(config) => Box::new(config.target(base)?),
        })
    }

    /// The tag.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Normal(_) => "normal",
            Self::Mixture(_) => "mixture",
            Self::Banana(_) => "banana",
            Self::Funnel(_) => "funnel",
            Self::HierarchicalNormal(_) => "hierarchical_normal",
            Self::LinearRegression(_) => "linear_regression",
            Self::LogisticRegression(_) => "logistic_regression",
        }
    }
}
