//! Convolutions of images, and their adjoints.
//!
//! A convolution is linear in the image and in the weight, so three operations are closed under derivatives: the convolution,
//! its adjoint, which spreads a grid over an image again (a "transposed convolution"), and the sum over all places that gives
//! the weight's derivative. On the CPU each is a product of matrices over patches of the image.

mod backward;
#[cfg(feature = "flex")]
mod flex;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor};
use burn::tensor::Tensor;

/// How the places of a kernel lie on an image: the kernel's row `i` at the grid's row `r` is the image's row
/// `r · stride + i - before`, and 0 where the image has none; columns likewise. Each field is rows, then columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// Size of the image.
    pub image: [usize; 2],
    /// Size of the grid: how many places the kernel takes.
    pub grid: [usize; 2],
    /// Size of the kernel.
    pub kernel: [usize; 2],
    /// Rows and columns from one place to the next.
    pub stride: [usize; 2],
    /// Rows and columns of zeros before the image.
    pub before: [usize; 2],
}

impl Geometry {
    /// What the places reach, zeros before the image included.
    const fn reach(&self) -> [usize; 2] {
        let [h, w] = self.grid;
        [h.saturating_sub(1) * self.stride[0] + self.kernel[0], w.saturating_sub(1) * self.stride[1] + self.kernel[1]]
    }
}

/// Convolutions as backend operations.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait ConvOps: Backend {
    /// See [`convolve`]. Differentiable in both.
    #[fusion(default)]
    fn convolve(image: FloatTensor<Self>, weight: FloatTensor<Self>, geometry: Geometry) -> FloatTensor<Self> {
        portable::convolve::<Self>(image, weight, geometry)
    }

    /// See [`spread`]. Differentiable in both.
    #[fusion(default)]
    fn spread(grid: FloatTensor<Self>, weight: FloatTensor<Self>, geometry: Geometry) -> FloatTensor<Self> {
        portable::spread::<Self>(grid, weight, geometry)
    }

    /// The derivative of `Σ grid · convolve(image, weight)` by the weight.
    #[fusion(default)]
    fn correlate(image: FloatTensor<Self>, grid: FloatTensor<Self>, geometry: Geometry) -> FloatTensor<Self> {
        portable::correlate::<Self>(image, grid, geometry)
    }
}

#[cfg(feature = "cubecl")]
impl ConvOps for burn_cubecl::CubeBackend {}

/// Convolves images `[B, C, H, W]` with a weight `[O, C, kernel]`: `[B, O, h, w]`.
///
/// # Panics
/// If the shapes do not fit each other and the geometry.
#[must_use]
pub fn convolve(image: Tensor<4>, weight: Tensor<4>, geometry: Geometry) -> Tensor<4> {
    let ([_, channels, height, width], [_, inputs, rows, columns]) = (image.dims(), weight.dims());
    assert_eq!(
        (channels, [height, width], [rows, columns]),
        (inputs, geometry.image, geometry.kernel),
        "convolve: image, weight and geometry do not fit each other"
    );
    Tensor::from_dispatch(<Dispatch as ConvOps>::convolve(image.into_dispatch(), weight.into_dispatch(), geometry))
}

/// The adjoint of [`convolve`]: a grid `[B, O, h, w]` and a weight `[O, C, kernel]` to `[B, C, H, W]`.
///
/// # Panics
/// If the shapes do not fit each other and the geometry.
#[must_use]
pub fn spread(grid: Tensor<4>, weight: Tensor<4>, geometry: Geometry) -> Tensor<4> {
    let ([_, channels, height, width], [outputs, _, rows, columns]) = (grid.dims(), weight.dims());
    assert_eq!(
        (channels, [height, width], [rows, columns]),
        (outputs, geometry.grid, geometry.kernel),
        "spread: grid, weight and geometry do not fit each other"
    );
    Tensor::from_dispatch(<Dispatch as ConvOps>::spread(grid.into_dispatch(), weight.into_dispatch(), geometry))
}

#[cfg(test)]
mod tests;
