//! Autoregressive models: each value from those before it.

mod continuation;
mod transformer;

pub use continuation::{ContinuationOptions, probabilities};
pub use transformer::{TransformerConfig, TransformerModel, TransformerOutput};
