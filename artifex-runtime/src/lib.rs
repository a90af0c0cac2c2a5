//! Artifex: a declarative config compiler for generative models.
//!
//! A config is a struct with `#[derive(ModelConfig)]`. From it come typed loading with `file:line:column` errors, JSON Schemas
//! for editors, checks of files and literals *while the crate compiles*, and a place in a factory. The rest of the crate builds,
//! trains and samples the models.
//!
//! ```
//! use artifex::config::{Loader, ModelConfig};
//!
//! /// A linear warm-up.
//! #[derive(Debug, PartialEq, ModelConfig)]
//! #[config(rule(start < end))]
//! pub struct WarmUp {
//!     /// First value.
//!     #[config(default = 0.0, min = 0.0)]
//!     pub start: f64,
//!     /// Last value.
//!     pub end: f64,
//! }
//!
//! // Checked by the compiler: a typo, a wrong type or a broken rule here is a compile error at its token.
//! let warm_up = artifex::config!(WarmUp { end = 1.0 });
//! assert_eq!(warm_up, WarmUp { start: 0.0, end: 1.0 });
//!
//! let error = Loader::new().text("warm.toml", "end = -1").load::<WarmUp>().unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "rule `start < end` of `WarmUp` does not hold: start is 0.0, end is -1\n --> warm.toml:1:7\n  |\n1 | end = -1\n  |       ^^"
//! );
//! ```
//!
//! # Features
//! - `models` (default): everything but `config`; brings in burn. Without it the crate is the config compiler alone.
//! - `flex` (default): the CPU backend, pure Rust, with SIMD and threads.
//! - `wgpu`, `vulkan`, `metal`, `cuda`, `rocm`: GPUs, with the kernels of [`kernels`] for them.
//! - `fusion`, `autotune`: how burn's own operations run on GPUs.
//! - `cli` (default): the `artifex` command and `cli::main` for a command over your own models.

#![recursion_limit = "256"]
#![cfg_attr(
    test,
    allow(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        clippy::float_cmp,
        clippy::needless_for_each,
        clippy::needless_range_loop,
        clippy::too_many_lines,
        reason = "tests count small numbers and compare exact results"
    )
)]

// The derive's output names the crate `::artifex`, inside this crate too.
extern crate self as artifex;

#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
#[cfg(feature = "models")]
pub mod data;
#[cfg(feature = "models")]
pub mod device;
#[cfg(feature = "models")]
pub mod distributions;
#[cfg(feature = "models")]
pub mod factory;
#[cfg(feature = "models")]
pub mod kernels;
mod macros;
#[cfg(feature = "models")]
pub mod mcmc;
#[cfg(feature = "models")]
pub mod metrics;
#[cfg(feature = "models")]
pub mod modality;
#[cfg(feature = "models")]
pub mod models;
#[cfg(feature = "models")]
pub mod nn;
#[cfg(feature = "models")]
pub mod prelude;
#[cfg(feature = "models")]
pub mod report;
#[cfg(feature = "models")]
pub mod rng;
#[cfg(feature = "models")]
pub mod train;

pub use artifex_macros::{ModelConfig, models};
#[doc(inline)]
pub use {
    __budget as budget, __check_file as check_file, __config as config, __factory as factory,
    __include_config as include_config,
};

/// What the macros' output needs. Not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use artifex_macros::{budget, check_file, config, factory, include_config};
    pub use schemars;
    pub use serde;
}

/// Without the models there is nothing that a factory could build.
#[cfg(not(feature = "models"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_factory {
    ($($all:tt)*) => {};
}
