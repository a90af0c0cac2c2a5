//! Access to the memory of tensors of the CPU backend.

use std::mem::MaybeUninit;

use burn::backend::{Flex, TensorMetadata, tensor::FloatTensor};
use burn::tensor::{DType, TensorData};
use rayon::prelude::*;

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

/// Values that are copied and changed together: few enough for the nearest cache.
const BLOCK: usize = 2 * 1024;

/// Tensors of at most so many values are made by one thread: waking others takes longer than what they save (measured with
/// two threads, where 64 Ki values of `silu` take 66 µs by one thread and 85 µs by both).
pub(crate) const ALONE: usize = 64 * 1024;

/// Changes all values of a dense f32 tensor in one pass on several threads: in place where nothing else holds the tensor, else
/// in a copy that is made block by block on the way.
///
/// `change` gets whole rows of `width` values and how many values stand before them.
///
/// # Panics
/// If the tensor is not dense or not f32.
pub(crate) fn changed(mut x: FlexTensor, width: usize, change: impl Fn(usize, &mut [f32]) + Sync) -> FlexTensor {
    let block = width.max(1) * BLOCK.div_ceil(width.max(1));
    let task = block * CHUNK.div_ceil(block);
    if x.is_unique() {
        let values = values_mut(&mut x).expect("the tensor is dense f32");
        let run = |(index, values): (usize, &mut [f32])| {
            for (i, values) in values.chunks_mut(block).enumerate() {
                change(index * task + i * block, values);
            }
        };
        if values.len() <= ALONE.max(task) {
            run((0, values));
        } else {
            values.par_chunks_mut(task).enumerate().for_each(run);
        }
        return x;
    }
    let values = values(&x).expect("the tensor is dense f32");
    let mut out = Vec::with_capacity(values.len());
    let room = &mut out.spare_capacity_mut()[..values.len()];
    let run = |(index, (room, values)): (usize, (&mut [MaybeUninit<f32>], &[f32]))| {
        for (i, (room, values)) in room.chunks_mut(block).zip(values.chunks(block)).enumerate() {
            change(index * task + i * block, room.write_copy_of_slice(values));
        }
    };
    if values.len() <= ALONE.max(task) {
        run((0, (room, values)));
    } else {
        room.par_chunks_mut(task).zip(values.par_chunks(task)).enumerate().for_each(run);
    }
    // SAFETY: `run` has written every chunk of the room, which has that many values and lies inside the capacity.
    unsafe { out.set_len(values.len()) };
    tensor(out, x.shape())
}

/// `out ← keep · out + factor · left · right` for a product of `[rows, columns, depth]`. Each matrix comes with its strides
/// between rows and columns.
pub(crate) fn product(
    [rows, columns, depth]: [usize; 3],
    (out, out_strides): (&mut [f32], [usize; 2]),
    (left, left_strides): (&[f32], [usize; 2]),
    (right, right_strides): (&[f32], [usize; 2]),
    keep: f32,
    factor: f32,
) {
    let end = |rows: usize, columns: usize, strides: [usize; 2]| {
        if rows == 0 || columns == 0 { 0 } else { (rows - 1) * strides[0] + (columns - 1) * strides[1] + 1 }
    };
    assert!(end(rows, columns, out_strides) <= out.len(), "the product does not fit its matrix");
    assert!(end(rows, depth, left_strides) <= left.len(), "the left factor is too short");
    assert!(end(depth, columns, right_strides) <= right.len(), "the right factor is too short");
    let signed = |strides: [usize; 2]| strides.map(usize::cast_signed);
    let ([out_row, out_column], [left_row, left_column], [right_row, right_column]) =
        (signed(out_strides), signed(left_strides), signed(right_strides));
    // SAFETY: the largest offset that rows, columns and strides reach was just compared with each slice's length; offsets are
    // not negative; `out` is borrowed mutably, so it overlaps neither factor.
    unsafe {
        gemm::gemm(
            rows,
            columns,
            depth,
            out.as_mut_ptr(),
            out_column,
            out_row,
            keep != 0.0,
            left.as_ptr(),
            left_column,
            left_row,
            right.as_ptr(),
            right_column,
            right_row,
            keep,
            factor,
            false,
            false,
            false,
            gemm::Parallelism::None,
        );
    }
}
