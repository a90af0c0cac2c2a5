//! From texts to trees: what the [`artifex`](https://docs.rs/artifex-runtime) library and its macros share, so that the compiler
//! and the loader read a file in the same way and say the same words about it. The library re-exports all of it in
//! `artifex::config`; nobody else needs this crate by name.
//!
//! It knows no schema: what a config may hold is checked by the library.

pub mod doc;
pub mod error;
pub mod files;
pub mod front;
pub mod hidden;
#[cfg(feature = "serde")]
mod interop;
pub mod place;
pub mod text;
pub mod tree;
