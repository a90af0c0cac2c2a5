//! The config of a run: what `artifex mcmc` reads.

use super::{PosteriorConfig, SamplingConfig};
use crate::config::ModelConfig;

/// A posterior, and how it is sampled.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct McmcConfig {
    /// Name of the run; its directory is `runs/<name>-<n>`. If it is left out, the name of the file.
    pub name: Option<String>,
    /// Seed of everything random: starts and draws.
    #[config(default = 0)]
    pub seed: u64,
    /// Where to compute: "auto", or a name that `artifex devices` lists.
    #[config(default = "auto")]
    pub device: String,
    /// What is sampled; `type` says which.
    pub posterior: PosteriorConfig,
    /// How it is sampled.
    #[config(flatten)]
    pub sampling: SamplingConfig,
}

impl McmcConfig {
    /// The eight schools of Rubin 1981, for `artifex new`.
    #[must_use]
    pub fn example() -> Self {
        crate::config!(McmcConfig {
            posterior = {
                type = "hierarchical_normal",
                y = [28.0, 8.0, -3.0, 7.0, -1.0, 1.0, 18.0, 12.0],
                sigma = [15.0, 10.0, 16.0, 11.0, 9.0, 11.0, 10.0, 18.0]
            }
        })
    }
}
