//! Access to the memory of tensors of the CPU backend.

use burn::backend::{Flex, tensor::FloatTensor};
use burn::tensor::{DType, TensorData};

/// A tensor of the CPU backend.
pub(crate) type FlexTensor = FloatTensor<Flex>;

/// Values handled by one task. Large enough to hide the cost of handing work to another thread, small enough that two
/// threads share a layer of some 100 000 values evenly.
pub(crate) const CHUNK: usize = 16 * 1024;

/// A dense copy of the tensor if it is a view, else the tensor itself.
pub(crate) fn dense(tensor: FlexTensor) -> FlexTensor {
    if tensor.is_contiguous() { tensor } else { tensor.to_contiguous() }
}

/// The values of a dense f32 tensor; `None` for other tensors.
pub(crate) fn values(tensor: &FlexTensor) -> Option<&[f32]> {
    tensor.as_slice::<f32>()
}

/// The values of a dense f32 tensor for writing. A buffer that others share is copied first, so that they keep theirs.
/// `None` for other tensors.
pub(crate) fn values_mut(tensor: &mut FlexTensor) -> Option<&mut [f32]> {
    if tensor.dtype() != DType::F32 {
        return None;
    }
    let (start, end) = tensor.layout().contiguous_offsets()?;
    Some(&mut tensor.storage_mut::<f32>()[start..end])
}

/// A tensor of these values.
pub(crate) fn tensor(values: Vec<f32>, shape: impl Into<Vec<usize>>) -> FlexTensor {
    FlexTensor::from_data(TensorData::new(values, shape.into()))
}
