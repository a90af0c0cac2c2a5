//! Autoregressive models: each value from those before it.

mod baseline;
mod continuation;
mod next_token;
mod pixelcnn;
mod sequences;
mod transformer;
mod wavenet;

pub use continuation::{ContinuationOptions, probabilities};
pub use next_token::NextTokenOutput;
pub use pixelcnn::{PixelCNN, PixelCNNConfig, PixelCNNOutput, PixelLikelihood};
pub use transformer::{HuggingFace, LayoutError, TransformerConfig, TransformerModel};
pub use wavenet::{WaveNet, WaveNetConfig};
