//! Sampling a density with many Markov chains, and whether the draws can be trusted.
//!
//! A density is a closure over named parameters ([`Model`]), a closure over coordinates ([`Coordinates`]), or a config
//! ([`PosteriorConfig`]). [`sample`] runs the chains, all at once on a device, and gives a [`Fit`]: the draws, a [`Summary`] with
//! moments, quantiles, Monte Carlo errors and the [`diagnostics`] of Vehtari et al. 2021, and warnings that say what to do.
//!
//! ```
//! use artifex::mcmc::{Model, Parameter, SamplingConfig, sample};
//! use burn::tensor::{Device, Tensor};
//!
//! # fn main() -> Result<(), artifex::mcmc::SampleError> {
//! // An exponential density with a mean of 2, known by its logarithm: -x / 2.
//! let model = Model::new([Parameter::positive("x")], |[x]| (x / -2.0).squeeze_dim(1));
//! let options = SamplingConfig::new().with_chains(16).with_draws(100).with_warm_up(100);
//! let fit = sample(&model, &options, 1, &Device::flex())?;
//! println!("{fit}");
//! let summary = fit.summary();
//! let x = summary.get("x").unwrap();
//! assert!((x.mean - 2.0).abs() < 5.0 * x.mcse_mean);
//! # Ok(())
//! # }
//! ```

mod config;
pub mod diagnostics;
mod error;
mod files;
mod fit;
mod parameter;
pub mod posterior;
pub mod report;
mod run;
mod run_config;
mod summary;
mod target;
mod warnings;

pub use config::{
    AdaptationConfig, CheesConfig, HmcConfig, LangevinConfig, MalaConfig, ParallelTemperingConfig, SamplerConfig,
    SamplingConfig,
};
pub use error::SampleError;
pub use fit::{Effort, Fit};
pub use parameter::{Parameter, Support};
pub use posterior::{PosteriorConfig, PosteriorError};
pub use run::sample;
pub use run_config::McmcConfig;
pub use summary::{Row, Summary};
pub use target::{Coordinates, Model, Target};

#[cfg(all(test, feature = "flex"))]
mod tests;
