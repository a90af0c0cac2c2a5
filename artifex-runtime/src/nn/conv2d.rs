//! Convolutions of any kernel and stride that give exactly the size that their padding promises, and the transposed ones back.
//!
//! Images are `[B, C, H, W]` here. With [`Padding::Same`] a convolution of stride `s` makes `ceil(n / s)` of `n` positions, with
//! [`Padding::Valid`] as many as the kernel has places inside. The transposed convolution is the adjoint of that convolution, so
//! it climbs from the smaller grid back to exactly the larger one: 4 to 7 as well as 4 to 8.

use burn::tensor::Tensor;

use crate::config::ModelConfig;
use crate::kernels::conv::{Geometry, convolve, spread};

/// How convolutions fill the border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
#[config(rename_all = "UPPERCASE")]
pub enum Padding {
    /// Zeros around the image, so that a stride of `s` makes `ceil(n / s)` of `n` rows; an odd one goes to the end.
    Same,
    /// None: the kernel stays inside the image.
    Valid,
}

/// Kernel, stride and padding of a convolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConvForm {
    /// Height and width of the kernel.
    pub kernel: [usize; 2],
    /// Rows and columns between two places of the kernel.
    pub stride: [usize; 2],
    /// How the border is filled.
    pub padding: Padding,
}

impl ConvForm {
    /// The grid that the convolution makes of a grid; `None` if the kernel does not fit.
    #[must_use]
    pub fn output(self, size: [usize; 2]) -> Option<[usize; 2]> {
        let along = |axis: usize| {
            let (n, kernel, stride) = (size[axis], self.kernel[axis], self.stride[axis]);
            match self.padding {
                Padding::Same => Some(n.div_ceil(stride)).filter(|n| *n > 0),
                Padding::Valid => (n >= kernel).then(|| (n - kernel) / stride + 1),
            }
        };
        Some([along(0)?, along(1)?])
    }

    /// The grids of a stack of `levels` convolutions, from the image on; `None` if a kernel does not fit.
    #[must_use]
    pub fn grids(self, size: [usize; 2], levels: usize) -> Option<Vec<[usize; 2]>> {
        let mut grids = vec![size];
        for level in 0..levels {
            grids.push(self.output(grids[level])?);
        }
        Some(grids)
    }

    /// How the kernel lies on an image; `None` if it does not fit.
    #[must_use]
    pub fn geometry(self, image: [usize; 2]) -> Option<Geometry> {
        let grid = self.output(image)?;
        let Self { kernel, stride, padding } = self;
        let before = [0, 1].map(|axis| match padding {
            Padding::Same => ((grid[axis] - 1) * stride[axis] + kernel[axis]).saturating_sub(image[axis]) / 2,
            Padding::Valid => 0,
        });
        Some(Geometry { image, grid, kernel, stride, before })
    }

    /// Inputs and outputs that one weight of a convolution from `inputs` to `outputs` channels connects, for initial values.
    #[must_use]
    pub const fn fans(self, inputs: usize, outputs: usize) -> [usize; 2] {
        let area = self.kernel[0] * self.kernel[1];
        [inputs * area, outputs * area]
    }

    /// The same for the transposed convolution: the stride spreads the kernel over as many positions.
    #[must_use]
    pub const fn transposed_fans(self, inputs: usize, outputs: usize) -> [usize; 2] {
        let [a, b] = self.fans(inputs, outputs);
        let spread = self.stride[0] * self.stride[1];
        [a.div_ceil(spread), b.div_ceil(spread)]
    }
}

/// Convolves `[B, C, H, W]` with a weight `[out, C, kernel]`: `[B, out, h, w]` with the size of [`ConvForm::output`].
///
/// # Panics
/// If the kernel does not fit the grid.
#[must_use]
pub fn conv2d(x: Tensor<4>, weight: Tensor<4>, form: ConvForm) -> Tensor<4> {
    let [_, _, height, width] = x.dims();
    convolve(x, weight, form.geometry([height, width]).expect("the kernel fits the grid"))
}

/// The adjoint of [`conv2d`] on images of `size`: `[B, C, h, w]` and a weight `[C, out, kernel]` to `[B, out, size]`.
///
/// # Panics
/// If the convolution of an image of `size` does not give the grid of `x`.
#[must_use]
pub fn conv_transpose2d(x: Tensor<4>, weight: Tensor<4>, form: ConvForm, size: [usize; 2]) -> Tensor<4> {
    let geometry = form.geometry(size).expect("the kernel fits the image");
    spread(x, weight, geometry)
}

/// Adds a bias `[C]` to each place of `[B, C, H, W]`.
#[must_use]
pub fn add_bias(x: Tensor<4>, bias: Tensor<1>) -> Tensor<4> {
    let [channels] = bias.dims();
    x + bias.reshape([1, channels, 1, 1])
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;
    use burn::tensor::Device;

    const FORMS: [([usize; 2], [usize; 2]); 6] =
        [([4, 4], [2, 2]), ([3, 3], [2, 2]), ([5, 4], [2, 3]), ([3, 2], [1, 1]), ([1, 2], [2, 2]), ([2, 2], [3, 1])];

    fn host(x: Tensor<4>) -> Vec<f64> {
        x.into_data().try_to_vec::<f32>().unwrap().into_iter().map(f64::from).collect()
    }

    fn normal(seed: u64, shape: [usize; 4]) -> Tensor<4> {
        Stream::from_seed(seed).normal_tensor(shape, &Device::flex())
    }

    /// The definition, in double precision.
    fn direct(
        x: &[f64],
        [b, c, height, width]: [usize; 4],
        weight: &[f64],
        outputs: usize,
        form: ConvForm,
    ) -> Vec<f64> {
        let [h, w] = form.output([height, width]).unwrap();
        let ([kh, kw], [sh, sw]) = (form.kernel, form.stride);
        let (top, left) = match form.padding {
            Padding::Valid => (0, 0),
            // As TensorFlow and JAX define it.
            Padding::Same => {
                (((h - 1) * sh + kh).saturating_sub(height) / 2, ((w - 1) * sw + kw).saturating_sub(width) / 2)
            }
        };
        let mut y = vec![0.0; b * outputs * h * w];
        for (at, y) in y.iter_mut().enumerate() {
            let (column, row, output, example) = (at % w, at / w % h, at / (w * h) % outputs, at / (w * h * outputs));
            for channel in 0..c {
                for (i, j) in (0..kh).flat_map(|i| (0..kw).map(move |j| (i, j))) {
                    let (r, s) = ((row * sh + i).wrapping_sub(top), (column * sw + j).wrapping_sub(left));
                    if r < height && s < width {
                        *y += x[((example * c + channel) * height + r) * width + s]
                            * weight[((output * c + channel) * kh + i) * kw + j];
                    }
                }
            }
        }
        y
    }

    #[test]
    fn sizes_are_those_of_the_padding() {
        let form = |padding| ConvForm { kernel: [4, 4], stride: [2, 2], padding };
        let grids = form(Padding::Same).grids([28, 28], 4).unwrap();
        assert_eq!(grids, [[28, 28], [14, 14], [7, 7], [4, 4], [2, 2]]);
        assert_eq!(form(Padding::Valid).grids([28, 28], 3).unwrap(), [[28, 28], [13, 13], [5, 5], [1, 1]]);
        assert_eq!(form(Padding::Valid).grids([28, 28], 4), None);
    }

    #[test]
    fn convolutions_equal_the_definition() {
        for padding in [Padding::Same, Padding::Valid] {
            for (kernel, stride) in FORMS {
                for size in [[7, 7], [8, 6], [5, 9]] {
                    let form = ConvForm { kernel, stride, padding };
                    let shape = [2, 3, size[0], size[1]];
                    let (x, weight) = (normal(1, shape), normal(2, [4, 3, kernel[0], kernel[1]]));
                    let y = conv2d(x.clone(), weight.clone(), form);
                    let [h, w] = form.output(size).unwrap();
                    assert_eq!(y.dims(), [2, 4, h, w]);
                    let expected = direct(&host(x), shape, &host(weight), 4, form);
                    for (found, expected) in host(y).into_iter().zip(expected) {
                        assert!((found - expected).abs() < 1e-4, "{form:?} {size:?}: {found}, not {expected}");
                    }
                }
            }
        }
    }

    /// `<conv(x, w), y> = <x, conv_transpose(y, w)>`, with the left side from the definition.
    #[test]
    fn transposed_convolutions_are_the_adjoints() {
        for padding in [Padding::Same, Padding::Valid] {
            for (kernel, stride) in FORMS {
                for size in [[7, 7], [8, 6], [5, 9]] {
                    let form = ConvForm { kernel, stride, padding };
                    let [h, w] = form.output(size).unwrap();
                    let shape = [2, 3, size[0], size[1]];
                    let (x, weight) = (normal(1, shape), normal(2, [4, 3, kernel[0], kernel[1]]));
                    let y = normal(3, [2, 4, h, w]);
                    let back = conv_transpose2d(y.clone(), weight.clone(), form, size);
                    assert_eq!(back.dims(), shape);
                    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
                    let left = dot(&direct(&host(x.clone()), shape, &host(weight), 4, form), &host(y));
                    let right = dot(&host(x), &host(back));
                    assert!((left - right).abs() < 1e-3 * (1.0 + left.abs()), "{form:?} {size:?}: {left}, {right}");
                }
            }
        }
    }
}
