//! The classifier's file: safetensors, with its accuracy among the metadata.

use crate::nn::params::{NamedTensor, ParamError};
use crate::nn::tensor_file::{self, TensorFileError};

/// What the metadata calls the accuracy.
const ACCURACY: &str = "held_out_accuracy";

/// Why the classifier could not be trained, written or read.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum ClassifierError {
    /// The file is no safetensors file of f32.
    #[error("the classifier's file cannot be read: {0}")]
    File(#[from] TensorFileError),
    /// A tensor does not fit the network.
    #[error("the classifier's file does not fit the network: {0}")]
    Params(#[from] ParamError),
    /// The file does not say how well the network does.
    #[error("the classifier's file has no number `{ACCURACY}` among its metadata")]
    Accuracy,
    /// The data has no classes, or is of another shape.
    #[error("the classifier learns from labelled digits of 8x8x1, but the data is: {0}")]
    Data(String),
    /// The accuracy could not be computed.
    #[error(transparent)]
    Metric(#[from] super::MetricError),
}

/// The tensors and the accuracy in a file.
pub(super) fn read(bytes: &[u8]) -> Result<(Vec<NamedTensor>, f64), ClassifierError> {
    let accuracy = tensor_file::metadata(bytes)?.get(ACCURACY).and_then(|accuracy| accuracy.parse().ok());
    Ok((tensor_file::decode(bytes)?, accuracy.ok_or(ClassifierError::Accuracy)?))
}

/// A file of the tensors with the accuracy.
pub(super) fn write(tensors: &[NamedTensor], accuracy: f64) -> Result<Vec<u8>, ClassifierError> {
    Ok(tensor_file::encode(tensors, &[(ACCURACY, &accuracy.to_string())])?)
}
