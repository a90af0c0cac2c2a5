//! Tensor operations that burn does not have, or has only as a chain of slower ones.
//!
//! Each kernel is a burn backend extension: a documented function on tensors, a portable body made of burn's own operations
//! (what a backend without a kernel of its own runs, and the oracle in the tests), and implementations per backend: `flex`
//! for the CPU, `cube` for every device of cubecl (CUDA, `ROCm`, Metal, Vulkan, WebGPU).

#![allow(unsafe_code, reason = "SIMD and buffer access; every block says why it is sound")]

#[cfg(feature = "flex")]
#[macro_use]
mod simd;

pub mod activation;
pub mod attention;
pub mod bernoulli;
pub mod conv;
#[cfg(feature = "cubecl")]
pub(crate) mod cube;
pub mod diffusion;
#[cfg(all(test, feature = "kernel-texts"))]
pub(crate) mod emulator;
#[cfg(feature = "flex")]
pub(crate) mod flex;
pub mod mcmc;
pub mod optim;
pub mod random;
pub mod softmax;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(all(test, feature = "kernel-texts"))]
pub(crate) mod texts;
