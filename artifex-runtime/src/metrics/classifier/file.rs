//! The classifier's file: safetensors, with its accuracy among the metadata.

use std::collections::HashMap;

use safetensors::tensor::{Dtype, SafeTensors, TensorView, serialize};

use crate::nn::params::{NamedTensor, ParamError};

/// What the metadata calls the accuracy.
const ACCURACY: &str = "held_out_accuracy";

/// Why the classifier could not be trained, written or read.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum ClassifierError {
    /// The file is no safetensors file.
    #[error("the classifier's file cannot be read: {0}")]
    File(#[from] safetensors::SafeTensorError),
    /// A tensor of the file is of another type.
    #[error("the classifier's file holds `{0}`, which is not f32")]
    Type(String),
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
    let (_, header) = SafeTensors::read_metadata(bytes)?;
    let accuracy = header.metadata().as_ref().and_then(|metadata| metadata.get(ACCURACY)?.parse().ok());
    let tensors = SafeTensors::deserialize(bytes)?
        .tensors()
        .into_iter()
        .map(|(name, view)| {
            if view.dtype() != Dtype::F32 {
                return Err(ClassifierError::Type(name));
            }
            let (values, _) = view.data().as_chunks::<4>();
            let data = values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
            Ok(NamedTensor { name, shape: view.shape().to_vec(), data })
        })
        .collect::<Result<_, ClassifierError>>()?;
    Ok((tensors, accuracy.ok_or(ClassifierError::Accuracy)?))
}

/// A file of the tensors with the accuracy.
pub(super) fn write(tensors: &[NamedTensor], accuracy: f64) -> Result<Vec<u8>, ClassifierError> {
    let bytes: Vec<Vec<u8>> =
        tensors.iter().map(|tensor| tensor.data.iter().flat_map(|value| value.to_le_bytes()).collect()).collect();
    let views = tensors
        .iter()
        .zip(&bytes)
        .map(|(tensor, bytes)| Ok((tensor.name.as_str(), TensorView::new(Dtype::F32, tensor.shape.clone(), bytes)?)))
        .collect::<Result<Vec<_>, safetensors::SafeTensorError>>()?;
    let metadata = HashMap::from([(ACCURACY.to_owned(), accuracy.to_string())]);
    Ok(serialize(views, Some(metadata))?)
}
