//! Convolutions from burn's own operations.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor};
use burn::tensor::Slice;
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};

use super::Geometry;

/// The padding that makes burn's convolution take the places of the geometry.
fn options(geometry: Geometry) -> ConvOptions<2> {
    let reach = geometry.reach();
    let padding = [0, 1].map(|axis| {
        let before = geometry.before[axis];
        (before, reach[axis].saturating_sub(geometry.image[axis] + before))
    });
    ConvOptions { stride: geometry.stride, padding, dilation: [1, 1], groups: 1 }
}

pub(super) fn convolve<B: Backend>(
    image: FloatTensor<B>,
    weight: FloatTensor<B>,
    geometry: Geometry,
) -> FloatTensor<B> {
    B::conv2d(image, weight, None, options(geometry))
}

pub(super) fn spread<B: Backend>(grid: FloatTensor<B>, weight: FloatTensor<B>, geometry: Geometry) -> FloatTensor<B> {
    let (reach, [height, width], before) = (geometry.reach(), geometry.image, geometry.before);
    // Rows and columns that no place of the kernel reaches.
    let padding_out = [0, 1].map(|axis| (geometry.image[axis] + before[axis]).saturating_sub(reach[axis]));
    let options = ConvTransposeOptions::new(geometry.stride, [0, 0], padding_out, [1, 1], 1);
    let image = B::conv_transpose2d(grid, weight, None, options);
    let all = Slice::from(..);
    let rows = Slice::from(before[0]..before[0] + height);
    let columns = Slice::from(before[1]..before[1] + width);
    B::float_slice(image, &[all, all, rows, columns])
}

pub(super) fn correlate<B: Backend>(image: FloatTensor<B>, grid: FloatTensor<B>, geometry: Geometry) -> FloatTensor<B> {
    let [rows, columns] = geometry.kernel;
    let shape = [grid.shape()[1], image.shape()[1], rows, columns];
    // Only its shape is read.
    let weight = B::float_zeros(shape.into(), &image.device(), image.dtype().into());
    B::conv2d_weight_backward(image, weight, grid, options(geometry))
}
