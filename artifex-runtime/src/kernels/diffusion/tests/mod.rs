use super::*;

mod convert;
mod gaussian;
mod kernel;
#[cfg(feature = "wgpu")]
mod launches;
#[allow(clippy::unreadable_literal, reason = "a table")]
mod points;
mod reference;
mod samplers;
mod schedule;
