//! Why a density is not sampled.

use crate::config::ConfigError;
use crate::kernels::mcmc::McmcError;

/// Why a density is not sampled.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SampleError {
    /// The settings are not allowed.
    #[error(transparent)]
    Settings(#[from] ConfigError),
    /// The density, the chains or the sampler do not work.
    #[error(transparent)]
    Chains(#[from] McmcError),
    /// `ChEES` has one chain.
    #[error(
        "mcmc: `chees` learns the length of its paths from several chains together, and `chains` is 1; run dozens, or use the \
         sampler `hmc`"
    )]
    OneChain,
    /// The target has nothing to sample, or two quantities have one name.
    #[error("mcmc: {0}")]
    Names(String),
    /// No chain can start.
    #[error(
        "mcmc: no finite start for chain {chain} among {tries} points within ± {radius} in every coordinate; there the log \
         density of the last one is {value}. Start nearer to 0 (`start_radius`), or write the density so that it is finite there"
    )]
    NoStart {
        /// The first such chain.
        chain: usize,
        /// How many points were tried.
        tries: usize,
        /// The half width of the cube that they were drawn from.
        radius: f64,
        /// The log density of the last of them.
        value: f32,
    },
    /// The quantities have another shape than their names say.
    #[error(
        "mcmc: the target names {names} quantities, and gives them for {points} points as a tensor of shape {found:?}"
    )]
    Quantities {
        /// How many names there are.
        names: usize,
        /// At how many points.
        points: usize,
        /// The shape.
        found: Vec<usize>,
    },
}
