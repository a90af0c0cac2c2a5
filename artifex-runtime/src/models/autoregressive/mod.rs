//! Autoregressive models: each value from those before it.

mod baseline;
mod continuation;
mod pixelcnn;
mod sequences;
mod transformer;
mod wavenet;

pub use continuation::{ContinuationOptions, probabilities};
pub use pixelcnn::{PixelCNN, PixelCNNConfig, PixelCNNOutput, PixelLikelihood};
pub use transformer::{HuggingFace, LayoutError, TransformerConfig, TransformerModel, TransformerOutput};
pub use wavenet::{WaveNet, WaveNetConfig, WaveNetOutput};
