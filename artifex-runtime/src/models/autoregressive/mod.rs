//! Autoregressive models: each value from those before it.

mod continuation;
mod pixelcnn;
mod transformer;

pub use continuation::{ContinuationOptions, probabilities};
pub use pixelcnn::{PixelCNN, PixelCNNConfig, PixelCNNOutput, PixelLikelihood};
pub use transformer::{HuggingFace, LayoutError, TransformerConfig, TransformerModel, TransformerOutput};
