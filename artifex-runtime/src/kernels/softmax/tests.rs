use super::*;
use crate::kernels::testing::{any_device, assert_close, host, on_devices};
use crate::rng::Stream;
use burn::tensor::Device;

type Op = fn(Tensor<2>, usize) -> Tensor<2>;
const ALL: [(&str, Op); 3] = [("softmax", softmax), ("log_softmax", log_softmax), ("logsumexp", logsumexp)];

/// Rows and widths around the sizes of vectors, groups and tasks.
const SIZES: [(usize, usize); 13] = [
    (1, 1),
    (1, 3),
    (3, 63),
    (5, 64),
    (64, 65),
    (129, 10),
    (7, 1000),
    (33, 31),
    (65, 32),
    (1000, 1),
    (2, 5000),
    (3000, 17),
    (110, 700),
];

/// The values of a row and the gradient that `grad` from above becomes, in double precision.
fn reference(name: &str, x: &[f64], grad: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let largest = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = x.iter().map(|x| (x - largest).exp()).sum();
    let p: Vec<f64> = x.iter().map(|x| (x - largest).exp() / sum).collect();
    let total: f64 = grad.iter().sum();
    match name {
        "softmax" => {
            let dot: f64 = p.iter().zip(grad).map(|(p, g)| p * g).sum();
            (p.clone(), p.iter().zip(grad).map(|(p, g)| p * (g - dot)).collect())
        }
        "log_softmax" => (
            x.iter().map(|x| x - largest - sum.ln()).collect(),
            p.iter().zip(grad).map(|(p, g)| g - p * total).collect(),
        ),
        _ => (vec![largest + sum.ln()], p.iter().map(|p| p * grad[0]).collect()),
    }
}

fn double(x: &[f32]) -> Vec<f64> {
    x.iter().copied().map(f64::from).collect()
}

/// Float32 sums of up to `n` terms, in 16 lanes, and exponentials of a few units in the last place.
fn tolerance(n: usize) -> f64 {
    1e-6 + 6e-8 * (n as f64 / 16.0).sqrt() * 4.0
}

fn check(name: &str, op: Op, rows: usize, width: usize, scale: f32, device: &Device) {
    let device = device.clone().autodiff();
    let mut stream = Stream::from_seed((rows * 10_000 + width) as u64);
    let x = (stream.normal_tensor([rows, width], &device) * scale).require_grad();
    let y = op(x.clone(), 1);
    let out = y.dims()[1];
    assert_eq!(y.dims(), [rows, if name == "logsumexp" { 1 } else { width }]);
    let grad = stream.normal_tensor([rows, out], &device);
    let gradients = (y.clone() * grad.clone()).sum().backward();
    let (xs, grads) = (double(&host(x.clone())), double(&host(grad)));
    let (mut values, mut slopes) = (Vec::new(), Vec::new());
    for (x, grad) in xs.chunks(width).zip(grads.chunks(out)) {
        let (value, slope) = reference(name, x, grad);
        values.extend(value);
        slopes.extend(slope);
    }
    assert_close(&host(y), &values, tolerance(width));
    // The sum of the gradient is weighed by at most 1.
    let size = (width as f64).sqrt();
    assert_close(&host(x.grad(&gradients).unwrap()), &slopes, tolerance(width) * size.max(4.0));
}

on_devices! {
    fn values_and_gradients_equal_double_precision(device) {
        for (name, op) in ALL {
            for (rows, width) in SIZES {
                check(name, op, rows, width, 2.0, device);
            }
        }
    }

    fn any_dimension_and_layout(device) {
        let x = Stream::from_seed(8).normal_tensor([5, 6, 7], device);
        let ops: [fn(Tensor<3>, usize) -> Tensor<3>; 3] = [softmax, log_softmax, logsumexp];
        for op in ops {
            let last = op(x.clone(), 2);
            for (a, b) in [(0, 2), (1, 2)] {
                let swapped = op(x.clone().swap_dims(a, b), a).swap_dims(a, b);
                assert_close(&host(swapped), &double(&host(last.clone())), 1e-6);
            }
            let part = op(x.clone().narrow(2, 2, 3), 2);
            let dense = op(Tensor::from_data(x.clone().narrow(2, 2, 3).into_data(), device), 2);
            assert_close(&host(part), &double(&host(dense)), 1e-6);
        }
        let sums = host(softmax(x, 1).sum_dim(1));
        assert!(sums.iter().all(|sum| (sum - 1.0).abs() < 1e-6), "{sums:?}");
    }

    fn large_scores_neither_overflow_nor_cancel(device) {
        let x = Tensor::<2>::from_floats([[1e4, 1e4 - 1.0, -1e4], [-1e4, -1e4, -1e4]], device);
        let e = (-1f64).exp();
        let p = [1.0 / (1.0 + e), e / (1.0 + e), 0.0, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0];
        assert_close(&host(softmax(x.clone(), 1)), &p, 1e-6);
        let third = -(3f64.ln());
        let expected = [-(1.0 + e).ln(), -1.0 - (1.0 + e).ln(), -2e4 - (1.0 + e).ln(), third, third, third];
        assert_close(&host(log_softmax(x.clone(), 1)), &expected, 1e-6);
        assert_close(&host(logsumexp(x, 1)), &[1e4 + (1.0 + e).ln(), -1e4 - third], 1e-6);
    }

    fn empty_rows_and_no_rows(device) {
        assert_eq!(softmax(Tensor::<2>::zeros([3, 0], device), 1).dims(), [3, 0]);
        assert_eq!(log_softmax(Tensor::<2>::zeros([0, 4], device), 1).dims(), [0, 4]);
        assert_eq!(logsumexp(Tensor::<2>::zeros([0, 4], device), 1).dims(), [0, 1]);
    }
}

/// Values and gradients of a function, where the gradient from above is 1, 2, 3, and so on.
#[cfg(feature = "flex")]
fn run(op: Op, rows: &[[f32; 3]], device: &Device) -> (Vec<f32>, Vec<f32>) {
    let device = device.clone().autodiff();
    let values: Vec<f32> = rows.as_flattened().to_vec();
    let x = Tensor::<1>::from_floats(values.as_slice(), &device).reshape([rows.len(), 3]).require_grad();
    let y = op(x.clone(), 1);
    let [rows, width] = y.dims();
    let counts: Vec<f32> = (1..=rows * width).map(|i| i as f32).collect();
    let weights = Tensor::<1>::from_floats(counts.as_slice(), &device).reshape([rows, width]);
    // The weights are multiplied into the gradient alone: -∞ times a number is no help.
    let gradients = y.clone().mul(weights).sum().backward();
    (host(y), host(x.grad(&gradients).unwrap()))
}

/// GPUs may take infinities for absent, so this is said of the CPU.
#[cfg(feature = "flex")]
#[test]
fn masked_rows_and_scores_are_defined() {
    let (device, out) = (Device::flex(), f32::NEG_INFINITY);
    let rows = [[out; 3], [out, 0.0, out], [out, 1.0, 1.0]];
    let (values, slopes) = run(softmax, &rows, &device);
    assert_eq!(values, [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.5, 0.5]);
    assert_eq!(slopes, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -0.25, 0.25]);
    let (values, slopes) = run(log_softmax, &rows, &device);
    assert_eq!(values[..6], [out, out, out, out, 0.0, out]);
    assert_close(&values[6..], &[f64::NEG_INFINITY, -(2f64.ln()), -(2f64.ln())], 1e-6);
    assert_close(&slopes, &[1.0, 2.0, 3.0, 4.0, -10.0, 6.0, 7.0, -4.0, -3.0], 1e-6);
    let (values, slopes) = run(logsumexp, &rows, &device);
    assert_eq!(values[..2], [out, 0.0]);
    assert_close(&values[2..], &[1.0 + 2f64.ln()], 1e-6);
    assert_eq!(slopes, [0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 1.5, 1.5]);
}

#[cfg(feature = "flex")]
#[test]
fn nan_and_infinity_show_in_their_row_alone() {
    let device = Device::flex();
    for width in [3, 40] {
        for bad in [f32::NAN, f32::INFINITY] {
            let mut values = vec![0.5f32; 3 * width];
            values[width + 1] = bad;
            let x = Tensor::<1>::from_floats(values.as_slice(), &device).reshape([3, width]);
            for (name, op) in ALL {
                let found = host(op(x.clone(), 1));
                let width = found.len() / 3;
                let good = found[..width].iter().chain(&found[2 * width..]).all(|y| y.is_finite());
                let row = &found[width..2 * width];
                let shown = match (name, bad.is_nan()) {
                    ("logsumexp", false) => row[0] == f32::INFINITY,
                    _ => row.iter().any(|y| y.is_nan()),
                };
                assert!(good && shown, "{name} of a row with {bad} and its neighbours: {found:?}");
            }
        }
    }
}

#[cfg(feature = "flex")]
#[test]
fn kernels_equal_the_portable_bodies() {
    use burn::backend::Flex;
    let mut stream = Stream::from_seed(9);
    let (x, grad) =
        (stream.normal_tensor([40, 50], &Device::flex()) * 2.0, stream.normal_tensor([40, 50], &Device::flex()));
    let primitive = |x: &Tensor<2>| x.clone().try_into_primitive::<Flex>().unwrap();
    let same = |found, expected| {
        let values = |x| host(Tensor::<2>::from_primitive::<Flex>(x));
        assert_close(&values(found), &double(&values(expected)), 4.0 * tolerance(50));
    };
    let y = portable::softmax::<Flex>(primitive(&x));
    same(Flex::softmax_rows(primitive(&x)), y.clone());
    let slope = portable::softmax_backward::<Flex>(y.clone(), primitive(&grad));
    same(Flex::softmax_rows_backward(y, primitive(&grad)), slope);
    let y = portable::log_softmax::<Flex>(primitive(&x));
    same(Flex::log_softmax_rows(primitive(&x)), y.clone());
    let slope = portable::log_softmax_backward::<Flex>(y.clone(), primitive(&grad));
    same(Flex::log_softmax_rows_backward(y, primitive(&grad)), slope);
    same(Flex::logsumexp_rows(primitive(&x)), portable::logsumexp::<Flex>(primitive(&x)));
    let row_grad = grad.narrow(1, 0, 1);
    let slope = portable::logsumexp_backward::<Flex>(primitive(&x), primitive(&row_grad));
    same(Flex::logsumexp_rows_backward(primitive(&x), primitive(&row_grad)), slope);
}

#[test]
#[should_panic(expected = "softmax: the shape [2, 3] has no dimension 2")]
fn a_dimension_that_is_not_there_is_refused() {
    let _ = softmax(Tensor::<2>::zeros([2, 3], &any_device()), 2);
}

#[test]
#[should_panic(expected = "logsumexp: dimension 1 of the shape [2, 0] is empty")]
fn an_empty_sum_is_refused() {
    let _ = logsumexp(Tensor::<2>::zeros([2, 0], &any_device()), 1);
}
