//! What the kernels for cubecl share.

use burn::backend::cubecl::dtype_to_storage_type;
use burn::tensor::{DType, Shape};
use burn_cubecl::ops::numeric::empty_device_contiguous_dtype;
use burn_cubecl::tensor::CubeTensor;
use cubecl::{calculate_cube_count_elemwise, client::Client, prelude::*};

/// A launch with one unit for each of `n` things. Units past the last one must return at once.
pub(crate) fn one_unit_each(client: &Client, n: usize) -> (CubeCount, CubeDim) {
    let dim = CubeDim::new(client, n);
    (calculate_cube_count_elemwise(client, n, dim), dim)
}

/// A dense tensor on the device of `like` with values that are still to be written.
///
/// Dense on purpose: what burn allocates by itself has padded rows on CUDA and `ROCm`.
pub(crate) fn empty(like: &CubeTensor, shape: impl Into<Shape>, dtype: DType) -> CubeTensor {
    empty_device_contiguous_dtype(like.client.clone(), like.device.clone(), shape.into(), dtype)
}

/// A dense tensor of `f32` as a buffer of a kernel, in which `len` is the number of its values.
///
/// A kernel is told the length of the allocation, and what burn allocates on CUDA and `ROCm` has more than the values.
pub(crate) fn dense(tensor: CubeTensor) -> BufferArg {
    let count = tensor.meta.shape().num_elements();
    let padding = tensor.handle.size_in_used() - (count * size_of::<f32>()) as u64;
    // SAFETY: the values are the first of the allocation, for the tensor is dense.
    unsafe { BufferArg::from_raw_parts(tensor.handle.offset_end(padding), count) }
}

/// The element type of a tensor, as kernels are told.
pub(crate) fn element(tensor: &CubeTensor) -> ElemType {
    dtype_to_storage_type(tensor.dtype)
}
