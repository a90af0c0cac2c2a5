//! Against the definition, in double precision.

use burn::tensor::{Device, Tensor};

use super::{Geometry, convolve, spread};
use crate::kernels::testing::{assert_close, host, on_devices};
use crate::rng::Stream;

/// Each is an image, a kernel, a stride and zeros before; the grid is as large as an image with as many zeros after it allows.
const FORMS: [[[usize; 2]; 4]; 9] = [
    [[7, 7], [4, 4], [2, 2], [1, 1]],
    [[8, 6], [3, 3], [2, 2], [1, 1]],
    [[5, 9], [3, 3], [1, 1], [1, 1]],
    [[9, 5], [5, 4], [2, 3], [2, 0]],
    [[6, 6], [1, 1], [1, 1], [0, 0]],
    // Rows that no place reaches, at the end and in between.
    [[8, 8], [3, 3], [3, 3], [0, 0]],
    [[7, 8], [1, 2], [2, 3], [0, 0]],
    // One place; a kernel larger than the image.
    [[3, 3], [3, 3], [1, 1], [0, 0]],
    [[2, 3], [5, 5], [1, 1], [2, 2]],
];

/// Examples, channels of the image, channels of the grid: few and many of each.
const SIZES: [[usize; 3]; 5] = [[2, 3, 4], [1, 1, 9], [9, 1, 1], [1, 6, 3], [21, 5, 2]];

fn geometry([image, kernel, stride, before]: [[usize; 2]; 4]) -> Geometry {
    let grid = [0, 1].map(|axis| (image[axis] + 2 * before[axis] - kernel[axis]) / stride[axis] + 1);
    Geometry { image, grid, kernel, stride, before }
}

/// The definition: for each product of a value of one channel of the image and a weight, their places and where it is added in
/// the grid.
fn products(geometry: Geometry) -> Vec<[usize; 3]> {
    let Geometry { image, grid, kernel, stride, before } = geometry;
    let mut all = Vec::new();
    for (r, c) in (0..grid[0]).flat_map(|r| (0..grid[1]).map(move |c| (r, c))) {
        for (i, j) in (0..kernel[0]).flat_map(|i| (0..kernel[1]).map(move |j| (i, j))) {
            let row = (r * stride[0] + i).wrapping_sub(before[0]);
            let column = (c * stride[1] + j).wrapping_sub(before[1]);
            if row < image[0] && column < image[1] {
                all.push([row * image[1] + column, i * kernel[1] + j, r * grid[1] + c]);
            }
        }
    }
    all
}

/// Image, weight and grid of normal numbers, and what the three operations make of them in double precision.
struct Case {
    image: Tensor<4>,
    weight: Tensor<4>,
    grid: Tensor<4>,
    convolved: Vec<f64>,
    spread: Vec<f64>,
    correlated: Vec<f64>,
}

impl Case {
    fn new(geometry: Geometry, [batch, inputs, outputs]: [usize; 3], device: &Device) -> Self {
        let Geometry { image: [height, width], grid: [h, w], kernel: [rows, columns], .. } = geometry;
        let normal = |seed, shape: [usize; 4]| -> Tensor<4> { Stream::from_seed(seed).normal_tensor(shape, device) };
        let image = normal(1, [batch, inputs, height, width]);
        let weight = normal(2, [outputs, inputs, rows, columns]);
        let grid = normal(3, [batch, outputs, h, w]);
        let (x, k, y) = (host(image.clone()), host(weight.clone()), host(grid.clone()));
        let (mut convolved, mut spread, mut correlated) = (vec![0.0; y.len()], vec![0.0; x.len()], vec![0.0; k.len()]);
        let products = products(geometry);
        for b in 0..batch {
            for (o, c) in (0..outputs).flat_map(|o| (0..inputs).map(move |c| (o, c))) {
                for [pixel, tap, place] in &products {
                    let pixel = (b * inputs + c) * height * width + pixel;
                    let tap = (o * inputs + c) * rows * columns + tap;
                    let place = (b * outputs + o) * h * w + place;
                    convolved[place] += f64::from(x[pixel]) * f64::from(k[tap]);
                    spread[pixel] += f64::from(y[place]) * f64::from(k[tap]);
                    correlated[tap] += f64::from(x[pixel]) * f64::from(y[place]);
                }
            }
        }
        Self { image, weight, grid, convolved, spread, correlated }
    }
}

fn cases(device: &Device) -> impl Iterator<Item = (Geometry, Case)> + use<'_> {
    let forms = FORMS.into_iter().map(geometry);
    forms.flat_map(move |form| SIZES.into_iter().map(move |sizes| (form, Case::new(form, sizes, device))))
}

on_devices! {
    fn convolutions_equal_the_definition(device) {
        for (geometry, case) in cases(device) {
            let found = host(convolve(case.image, case.weight, geometry));
            assert_close(&found, &case.convolved, 1e-5);
        }
    }

    fn spreading_equals_the_definition(device) {
        for (geometry, case) in cases(device) {
            let found = host(spread(case.grid, case.weight, geometry));
            assert_close(&found, &case.spread, 1e-5);
        }
    }

    /// Both are linear, so the derivatives are the other operations themselves.
    fn derivatives_equal_the_definition(device) {
        let device = device.clone().autodiff();
        for (geometry, case) in cases(&device) {
            let Case { image, weight, grid, convolved, spread: spreaded, correlated } = case;
            let leaf = |x: &Tensor<4>| x.clone().detach().require_grad();
            let gradient = |x: &Tensor<4>, gradients: &burn::tensor::Gradients| host(x.grad(gradients).unwrap());
            let (x, k) = (leaf(&image), leaf(&weight));
            let gradients = (convolve(x.clone(), k.clone(), geometry) * grid.clone()).sum().backward();
            assert_close(&gradient(&x, &gradients), &spreaded, 1e-5);
            assert_close(&gradient(&k, &gradients), &correlated, 1e-5);
            let (y, k) = (leaf(&grid), leaf(&weight));
            let gradients = (spread(y.clone(), k.clone(), geometry) * image).sum().backward();
            assert_close(&gradient(&y, &gradients), &convolved, 1e-5);
            assert_close(&gradient(&k, &gradients), &correlated, 1e-5);
        }
    }
}

/// One factor alone may be asked for.
#[cfg(feature = "flex")]
#[test]
fn a_constant_factor_has_no_derivative() {
    let device = Device::flex().autodiff();
    let form = geometry(FORMS[0]);
    let case = Case::new(form, SIZES[0], &device);
    let weight = case.weight.clone().require_grad();
    let gradients = (convolve(case.image.clone(), weight.clone(), form) * case.grid.clone()).sum().backward();
    assert_close(&host(weight.grad(&gradients).unwrap()), &case.correlated, 1e-5);
    assert!(case.image.grad(&gradients).is_none());
    let image = case.image.require_grad();
    let gradients = (convolve(image.clone(), case.weight.clone(), form) * case.grid).sum().backward();
    assert_close(&host(image.grad(&gradients).unwrap()), &case.spread, 1e-5);
    assert!(case.weight.grad(&gradients).is_none());
}

#[cfg(feature = "flex")]
#[test]
#[should_panic(expected = "convolve: image, weight and geometry do not fit each other")]
fn shapes_that_do_not_fit_are_refused() {
    let device = Device::flex();
    let form = geometry(FORMS[0]);
    let _ = convolve(Tensor::zeros([1, 2, 7, 7], &device), Tensor::zeros([1, 3, 4, 4], &device), form);
}
