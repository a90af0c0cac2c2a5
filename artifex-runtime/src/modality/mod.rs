//! What generated data looks like outside of tensors.

pub mod image;
pub mod points;
pub mod sound;
