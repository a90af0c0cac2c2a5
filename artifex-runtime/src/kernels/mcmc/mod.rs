//! Markov chain Monte Carlo for many chains at once: a row of `[C, D]` is the state of one chain.
//!
//! Three layers, each usable without the next:
//! - [`ops`]: fused operations (Langevin update, leapfrog, accept, swap of replicas), for gradients from anywhere;
//! - [`density`]: what is sampled from. A closure over tensors gets its gradient from autodiff; the densities of
//!   [`AnalyticDensity`] are known to the kernels, which then make a whole transition per launch;
//! - [`samplers`]: [`Langevin`], [`Sgld`], [`Mala`], [`Hmc`], [`Chees`] and [`ParallelTempering`], with their adaptation.
//!
//! ```
//! use artifex::kernels::mcmc::{Chains, Chees, Density, McmcError, Sampler, density_of};
//! use artifex::rng::Stream;
//! use burn::tensor::{Device, Tensor};
//!
//! # fn main() -> Result<(), McmcError> {
//! // A standard normal in two dimensions, written as a closure.
//! let density = density_of(|x: Tensor<2>| x.powi_scalar(2).sum_dim(1).squeeze_dim::<1>(1) * -0.5);
//! let mut stream = Stream::from_seed(1).fold_in("mcmc");
//! let start = stream.normal_tensor([16, 2], &Device::flex());
//! let mut chains = Chains::start(&density, start, stream)?;
//! let mut sampler = Chees::new();
//! sampler.warm_up(&density, &mut chains, 50)?;
//! let draws = sampler.sample(&density, &mut chains, 20, 1)?;
//! assert_eq!(draws.positions.dims(), [20, 16, 2]);
//! # Ok(())
//! # }
//! ```
//!
//! # Randomness
//! Everything is drawn from the [`Stream`](crate::rng::Stream) of the [`Chains`]. A step takes `C · B` blocks of it,
//! `B = ⌈D/4⌉ + 1`; chain `c` has the blocks `c·B .. (c+1)·B` of them, with the normal number of coordinate `d` in block
//! `d / 4` and the number that decides whether the chain accepts in the last one. An exchange of replicas takes `C` blocks.
//! A state that was saved and read back goes on as if it had not been.
//!
//! # Numbers that are not finite
//! A proposal where the density or the energy is NaN or infinite is a rejection: the chain stays where it is. It is never an
//! error or a panic.

#![allow(clippy::too_many_arguments, reason = "kernels take every buffer that they touch")]

mod adaptation;
mod chains;
pub mod density;
mod error;
mod noise;
pub mod ops;
pub mod samplers;

pub use adaptation::{DualAveraging, warm_up_windows};
pub use chains::{Chains, ChainsState, Draws, Transition, diverged};
pub use density::{AnalyticDensity, Density, FnDensity, density_of};
pub use error::McmcError;
pub use samplers::{Chees, Hmc, Langevin, Mala, ParallelTempering, Sampler, Sgld, SgldSchedule};

#[cfg(test)]
mod tests;
