//! Tensors as the bytes of a safetensors file.

use std::collections::HashMap;

use burn::tensor::{bf16, f16};
use safetensors::SafeTensorError;
use safetensors::tensor::{Dtype, SafeTensors, TensorView, serialize};

use super::params::NamedTensor;

/// Why tensors could not be written as a file or read from one.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum TensorFileError {
    /// The bytes are those of no safetensors file, or the tensors do not make one.
    #[error("{0}")]
    Format(#[from] SafeTensorError),
    /// A tensor is of another type.
    #[error("`{name}` is of type {found:?}, but F32, F16 and BF16 are read; convert the file")]
    Type {
        /// The tensor's name.
        name: String,
        /// Its type.
        found: Dtype,
    },
}

/// A file of the tensors, with metadata if there are any.
///
/// # Errors
/// [`TensorFileError::Format`] if two tensors have one name, or one has another number of values than its shape says.
pub fn encode(tensors: &[NamedTensor], metadata: &[(&str, &str)]) -> Result<Vec<u8>, TensorFileError> {
    let bytes: Vec<Vec<u8>> =
        tensors.iter().map(|tensor| tensor.data.iter().flat_map(|value| value.to_le_bytes()).collect()).collect();
    let views = tensors
        .iter()
        .zip(&bytes)
        .map(|(tensor, bytes)| Ok((tensor.name.as_str(), TensorView::new(Dtype::F32, tensor.shape.clone(), bytes)?)))
        .collect::<Result<Vec<_>, SafeTensorError>>()?;
    let metadata = metadata.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    let metadata: HashMap<String, String> = metadata.collect();
    Ok(serialize(views, (!metadata.is_empty()).then_some(metadata))?)
}

/// The tensors of a file, which may be of half precision there.
///
/// # Errors
/// [`TensorFileError`] if the bytes are those of no such file, or a tensor is not of floats.
pub fn decode(bytes: &[u8]) -> Result<Vec<NamedTensor>, TensorFileError> {
    decode_some(bytes, |_| true)
}

/// The tensors with names that are wanted; the others may be of any type.
///
/// # Errors
/// As those of [`decode`].
pub fn decode_some(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<NamedTensor>, TensorFileError> {
    let tensor = |(name, view): (String, TensorView<'_>)| {
        let halves = |of: fn([u8; 2]) -> f32| view.data().as_chunks().0.iter().map(|bytes| of(*bytes)).collect();
        let data = match view.dtype() {
            Dtype::F32 => view.data().as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect(),
            Dtype::F16 => halves(|bytes| f16::from_le_bytes(bytes).to_f32()),
            Dtype::BF16 => halves(|bytes| bf16::from_le_bytes(bytes).to_f32()),
            found => return Err(TensorFileError::Type { name, found }),
        };
        Ok(NamedTensor { name, shape: view.shape().to_vec(), data })
    };
    SafeTensors::deserialize(bytes)?.tensors().into_iter().filter(|(name, _)| wanted(name)).map(tensor).collect()
}

/// The metadata of a file.
///
/// # Errors
/// [`TensorFileError::Format`] if the bytes are those of no such file.
pub fn metadata(bytes: &[u8]) -> Result<HashMap<String, String>, TensorFileError> {
    Ok(SafeTensors::read_metadata(bytes)?.1.metadata().clone().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tensor(name: &str, shape: &[usize], data: &[f32]) -> NamedTensor {
        NamedTensor { name: name.to_owned(), shape: shape.to_vec(), data: data.to_vec() }
    }

    #[test]
    fn what_is_written_is_read() {
        let tensors = [tensor("a.weight", &[2, 1], &[1.5, -0.0]), tensor("b", &[], &[f32::MIN_POSITIVE])];
        let bytes = encode(&tensors, &[("format", "pt")]).unwrap();
        let mut read = decode(&bytes).unwrap();
        read.sort_by(|a, b| a.name.cmp(&b.name));
        assert_eq!(read, tensors);
        assert_eq!(metadata(&bytes).unwrap(), HashMap::from([("format".to_owned(), "pt".to_owned())]));
        assert!(metadata(&encode(&tensors, &[]).unwrap()).unwrap().is_empty());
    }

    #[test]
    fn half_precision_is_read() {
        // 1.5 and -2 in both.
        for (dtype, bytes) in [(Dtype::BF16, [0xc0, 0x3f, 0x00, 0xc0]), (Dtype::F16, [0x00, 0x3e, 0x00, 0xc0])] {
            let view = TensorView::new(dtype, vec![2], &bytes).unwrap();
            assert_eq!(decode(&serialize([("a", view)], None).unwrap()).unwrap(), [tensor("a", &[2], &[1.5, -2.0])]);
        }
    }

    #[test]
    fn what_is_no_file_of_floats_is_refused() {
        assert!(matches!(decode(b"no file"), Err(TensorFileError::Format(_))));
        assert!(matches!(encode(&[tensor("a", &[3], &[1.0])], &[]), Err(TensorFileError::Format(_))));
        let view = TensorView::new(Dtype::I16, vec![1], &[0, 0]).unwrap();
        let bytes = serialize([("whole", view)], None).unwrap();
        let error = decode(&bytes).unwrap_err().to_string();
        assert_eq!(error, "`whole` is of type I16, but F32, F16 and BF16 are read; convert the file");
    }
}
