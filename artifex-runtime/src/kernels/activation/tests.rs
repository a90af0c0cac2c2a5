use super::*;
use crate::kernels::testing::{any_device, assert_close, host, on_devices};
use crate::rng::Stream;
use burn::tensor::Device;

const ALL: [Function; 12] = [
    Function::LeakyRelu { slope: 0.01 },
    Function::Clamp { low: 0.0, high: 6.0 },
    Function::Clamp { low: -1.0, high: 1.0 },
    Function::Silu,
    Function::Gelu,
    Function::GeluTanh,
    Function::Tanh,
    Function::Sigmoid,
    Function::Softplus,
    Function::Elu { alpha: 0.7, scale: 1.0 },
    Function::Elu { alpha: 1.673_263_2, scale: 1.050_701 },
    Function::Softsign,
];

/// Around the sizes of vectors and blocks, none, and more than one task of the CPU.
const SIZES: [usize; 10] = [0, 1, 3, 63, 64, 65, 129, 1000, 2049, 70_001];

/// The error function: the series of its integral (Abramowitz and Stegun 7.1.6), which needs no cancellation.
fn erf(x: f64) -> f64 {
    if x.abs() > 6.0 {
        return x.signum();
    }
    let (mut term, mut sum) = (x, x);
    for k in 1..200 {
        term *= 2.0 * x * x / f64::from(2 * k + 1);
        sum += term;
    }
    sum * (-x * x).exp() * std::f64::consts::FRAC_2_SQRT_PI
}

/// The definitions and their derivatives, in double precision.
fn reference(function: Function, x: f64) -> (f64, f64) {
    let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
    let s = sigmoid(x);
    match function {
        Function::LeakyRelu { slope } => {
            let slope = f64::from(slope);
            if x >= 0.0 { (x, 1.0) } else { (slope * x, slope) }
        }
        Function::Clamp { low, high } => {
            let (low, high) = (f64::from(low), f64::from(high));
            (x.clamp(low, high), f64::from(low <= x && x <= high))
        }
        Function::Silu => (x * s, s + x * s * (1.0 - s)),
        Function::Gelu => {
            let density = (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt();
            let cdf = 0.5 * (1.0 + erf(x / std::f64::consts::SQRT_2));
            (x * cdf, cdf + x * density)
        }
        Function::GeluTanh => {
            let factor = (2.0 / std::f64::consts::PI).sqrt();
            let t = (factor * (x + 0.044_715 * x.powi(3))).tanh();
            let inner = factor * (1.0 + 3.0 * 0.044_715 * x * x);
            (0.5 * x * (1.0 + t), 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * inner)
        }
        Function::Tanh => (x.tanh(), 1.0 - x.tanh().powi(2)),
        Function::Sigmoid => (s, s * (1.0 - s)),
        Function::Softplus => (x.max(0.0) + (-x.abs()).exp().ln_1p(), s),
        Function::Elu { alpha, scale } => {
            let (alpha, scale) = (f64::from(alpha), f64::from(scale));
            if x > 0.0 { (scale * x, scale) } else { (scale * alpha * x.exp_m1(), scale * alpha * x.exp()) }
        }
        Function::Softsign => (x / (1.0 + x.abs()), (1.0 + x.abs()).powi(-2)),
    }
}

/// Values and gradients of a function on a device, where the gradient that comes from above is `grads`.
fn run(function: Function, xs: &[f32], grads: &[f32], device: &Device) -> (Vec<f32>, Vec<f32>) {
    let device = device.clone().autodiff();
    let x = Tensor::<1>::from_floats(xs, &device).require_grad();
    let y = apply(function, x.clone());
    let gradients = (y.clone() * Tensor::<1>::from_floats(grads, &device)).sum().backward();
    (host(y), host(x.grad(&gradients).unwrap()))
}

/// Float32 arithmetic of some ten operations: `1 + |y|` times this.
const TOLERANCE: f64 = 2e-6;

on_devices! {
    fn values_and_gradients_equal_double_precision(device) {
        for function in ALL {
            for n in SIZES {
                let mut stream = Stream::from_seed(n as u64);
                let (xs, grads) = (stream.normal(n).iter().map(|x| 3.0 * x).collect::<Vec<_>>(), stream.normal(n));
                let (values, slopes) = run(function, &xs, &grads, device);
                let expected: Vec<(f64, f64)> = xs.iter().map(|x| reference(function, f64::from(*x))).collect();
                assert_close(&values, &expected.iter().map(|pair| pair.0).collect::<Vec<_>>(), TOLERANCE);
                let slope = |(grad, (_, slope)): (&f32, &(f64, f64))| f64::from(*grad) * slope;
                assert_close(&slopes, &grads.iter().zip(&expected).map(slope).collect::<Vec<_>>(), 2.0 * TOLERANCE);
            }
        }
    }

    fn views_are_read_in_their_order(device) {
        let x = Stream::from_seed(3).normal_tensor([37, 70], device);
        for function in ALL {
            for view in [x.clone().transpose(), x.clone().narrow(0, 5, 20), x.clone().narrow(1, 3, 33)] {
                let expected: Vec<f64> =
                    host(view.clone()).iter().map(|x| reference(function, f64::from(*x)).0).collect();
                assert_close(&host(apply(function, view)), &expected, TOLERANCE);
            }
        }
    }

    fn a_tensor_that_is_still_held_keeps_its_values(device) {
        let x = Stream::from_seed(4).normal_tensor([3000], device);
        let before = host(x.clone());
        for function in ALL {
            let held = host(apply(function, x.clone()));
            // In place or not, the result is the same to the bit.
            assert_eq!(held, host(apply(function, x.clone() * 1.0)));
            assert_eq!(host(x.clone()), before);
        }
    }

    fn gradients_at_zero_are_those_of_the_documentation(device) {
        let expected = [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 1.0, 0.25, 0.5, 0.7, 1.758_099_3, 1.0];
        for (function, expected) in ALL.into_iter().zip(expected) {
            let (_, slopes) = run(function, &[0.0, -0.0], &[1.0, 1.0], device);
            assert_close(&slopes, &[expected, expected], 1e-6);
        }
    }
}

/// Near and far from 0, up to where the functions have reached their limits.
#[cfg(feature = "flex")]
#[test]
fn error_bounds_of_the_documentation_hold_on_a_dense_grid() {
    let xs: Vec<f32> = (-260_000..260_000).map(|i| i as f32 * 5e-5).collect();
    // Relative errors below and above 0. Where the double-precision formula itself cancels, its own error is allowed for.
    let bounds = [
        (Function::Silu, 4e-7),
        (Function::Tanh, 5e-7),
        (Function::Sigmoid, 3e-7),
        (Function::Softplus, 5e-7),
        (Function::Elu { alpha: 1.0, scale: 1.0 }, 3e-7),
        (Function::Softsign, 2e-7),
    ];
    for (function, bound) in bounds {
        let found = host(apply(function, Tensor::<1>::from_floats(xs.as_slice(), &Device::flex())));
        for (x, y) in xs.iter().zip(found) {
            let expected = reference(function, f64::from(*x)).0;
            let error = (f64::from(y) - expected).abs();
            assert!(error <= bound * expected.abs(), "{function:?} of {x} is {y}, expected {expected}");
        }
    }
    // Below 0 the error of the exponent counts, which is as large as the exponent.
    for (function, of_square) in [(Function::Gelu, 1e-7), (Function::GeluTanh, 3e-7)] {
        let found = host(apply(function, Tensor::<1>::from_floats(xs.as_slice(), &Device::flex())));
        for (x, y) in xs.iter().zip(found) {
            let x = f64::from(*x);
            let expected = reference(function, x).0;
            let bound = if x < 0.0 { 6e-7 + of_square * x * x } else { 4e-7 };
            let own = 4e-15 * x.abs();
            let error = (f64::from(y) - expected).abs();
            assert!(error <= bound * expected.abs() + own, "{function:?} of {x} is {y}, expected {expected}");
        }
    }
}

/// The fused pass: GPUs need not keep NaN, and have no subnormal numbers.
#[cfg(feature = "flex")]
#[test]
fn ends_are_the_limits_and_nan_stays_nan() {
    let device = Device::flex();
    let (inf, large) = (f32::INFINITY, f32::MAX / 2.0);
    let limits: [([f32; 2], [f32; 2]); 12] = [
        ([-inf, inf], [0.01, 1.0]),
        ([0.0, 6.0], [0.0, 0.0]),
        ([-1.0, 1.0], [0.0, 0.0]),
        ([0.0, inf], [0.0, 1.0]),
        ([0.0, inf], [0.0, 1.0]),
        ([0.0, inf], [0.0, 1.0]),
        ([-1.0, 1.0], [0.0, 0.0]),
        ([0.0, 1.0], [0.0, 0.0]),
        ([0.0, inf], [0.0, 1.0]),
        ([-0.7, inf], [0.0, 1.0]),
        ([-(1.673_263_2 * 1.050_701), inf], [0.0, 1.050_701]),
        ([-1.0, 1.0], [0.0, 0.0]),
    ];
    for (function, (values, slopes)) in ALL.into_iter().zip(limits) {
        let (found, gradients) = run(function, &[-inf, inf], &[1.0, 1.0], &device);
        assert_eq!((found.as_slice(), gradients.as_slice()), (&values[..], &slopes[..]), "{function:?} at infinity");
        let (found, gradients) = run(function, &[-large, large, -1e4, 1e4], &[1.0; 4], &device);
        assert!(found.iter().all(|y| y.is_finite()), "{function:?} of large numbers is {found:?}");
        assert!(gradients.iter().all(|y| y.is_finite()), "{function:?} has the slopes {gradients:?}");
        let (found, gradients) = run(function, &[f32::NAN, -f32::NAN, 1.0], &[1.0; 3], &device);
        assert!(found[0].is_nan() && found[1].is_nan() && !found[2].is_nan(), "{function:?} of NaN is {found:?}");
        // A constant slope needs no value, so it may be that of either side.
        let constant = matches!(function, Function::LeakyRelu { .. } | Function::Clamp { .. });
        assert!(constant || gradients[0].is_nan(), "{function:?} of NaN has the slope {}", gradients[0]);
    }
}

#[cfg(feature = "flex")]
#[test]
fn kernels_equal_the_portable_bodies() {
    use burn::backend::Flex;
    let x = Stream::from_seed(5).normal_tensor([1000], &Device::flex()) * 3.0;
    let grad = Stream::from_seed(6).normal_tensor([1000], &Device::flex());
    let primitive = |x: &Tensor<1>| x.clone().try_into_primitive::<Flex>().unwrap();
    let values = |x| host(Tensor::<1>::from_primitive::<Flex>(x));
    let double = |x: Vec<f32>| x.into_iter().map(f64::from).collect::<Vec<_>>();
    for function in ALL {
        let y = portable::apply_function::<Flex>(primitive(&x), function);
        let kept = if function.keeps_output() { y.clone() } else { primitive(&x) };
        assert_close(&host(apply(function, x.clone())), &double(values(y)), TOLERANCE);
        let slope = portable::function_backward::<Flex>(kept.clone(), primitive(&grad), function);
        let found = Flex::function_backward(kept, primitive(&grad), function);
        assert_close(&values(found), &double(values(slope)), 2.0 * TOLERANCE);
    }
}

#[test]
#[should_panic(expected = "elu: alpha is -1, and must not be negative")]
fn a_negative_alpha_is_refused() {
    let _ = elu(Tensor::<1>::zeros([2], &any_device()), -1.0);
}

#[test]
#[should_panic(expected = "clamp: the ends 2 and 1 are not in order")]
fn ends_in_the_wrong_order_are_refused() {
    let _ = clamp(Tensor::<1>::zeros([2], &any_device()), 2.0, 1.0);
}
