use super::*;
use crate::rng::Stream;
use burn::backend::Flex;
use burn::tensor::Device;

fn inputs(rows: usize, width: usize, device: &Device) -> (Tensor<2>, Tensor<2>) {
    let mut stream = Stream::from_seed(5);
    let logits = stream.normal_tensor([rows, width], device).mul_scalar(6.0);
    (logits, stream.uniform_tensor([rows, width], device))
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

/// The definition, in double precision, with its derivative.
fn reference(logits: &[f32], targets: &[f32], width: usize) -> (Vec<f64>, Vec<f64>) {
    let nll = |l: f64, t: f64| l.max(0.0) - l * t + (-l.abs()).exp().ln_1p();
    let rows = logits.chunks(width).zip(targets.chunks(width));
    let sums = rows.map(|(l, t)| l.iter().zip(t).map(|(&l, &t)| nll(l.into(), t.into())).sum()).collect();
    let slope = |l: f64, t: f64| 1.0 / (1.0 + (-l).exp()) - t;
    (sums, logits.iter().zip(targets).map(|(&l, &t)| slope(l.into(), t.into())).collect())
}

fn assert_close(found: &[f32], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (&found, &expected) in found.iter().zip(expected) {
        assert!((f64::from(found) - expected).abs() <= 2e-6 * (1.0 + expected.abs()), "{found} against {expected}");
    }
}

#[test]
fn values_and_gradients_equal_double_precision() {
    let device = Device::flex().autodiff();
    for (rows, width) in [(1, 1), (3, 65), (64, 63), (7, 1000), (128, 784)] {
        let (logits, targets) = inputs(rows, width, &device);
        let (expected, slope) = reference(&host(logits.clone()), &host(targets.clone()), width);
        let logits = logits.require_grad();
        let nll = bernoulli_nll(logits.clone(), targets);
        assert_close(&host(nll.clone()), &expected);
        let weights =
            Tensor::<1>::from_floats([2.0f32, -1.0, 0.5], &device).repeat(&[rows.div_ceil(3)]).narrow(0, 0, rows);
        let row_weights = host(weights.clone());
        let gradients = (nll * weights).sum().backward();
        let found = host(logits.grad(&gradients).unwrap());
        let scaled: Vec<f64> = slope.iter().enumerate().map(|(i, s)| s * f64::from(row_weights[i / width])).collect();
        assert_close(&found, &scaled);
    }
}

#[test]
fn kernel_equals_the_portable_body_on_any_layout() {
    let device = Device::flex();
    let (logits, targets) = inputs(37, 50, &device);
    let (logits, targets) = (logits.transpose(), targets.transpose());
    let primitive = |x: &Tensor<2>| x.clone().try_into_primitive::<Flex>().unwrap();
    let expected = portable::bernoulli_nll::<Flex>(primitive(&logits), primitive(&targets));
    let expected: Vec<f64> = host(Tensor::<1>::from_primitive::<Flex>(expected)).into_iter().map(f64::from).collect();
    assert_close(&host(bernoulli_nll(logits, targets)), &expected);
}

#[test]
fn extreme_logits_stay_finite_and_nan_shows() {
    let device = Device::flex();
    let logits = Tensor::<2>::from_floats([[1e4, -1e4], [-1e4, 1e4], [f32::NAN, 0.0]], &device);
    let targets = Tensor::<2>::from_floats([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0]], &device);
    let nll = host(bernoulli_nll(logits, targets));
    assert!(nll[0].abs() < 1e-30 && (nll[1] - 2e4).abs() < 1e-2, "{nll:?}");
    assert!(nll[2].is_nan());
}

#[test]
fn cross_entropy_of_the_table_of_oracles() {
    // p = [.8, .2, .3, .7] against [1, 0, 0, 1]: mean .2899092476.
    let device = Device::flex();
    let p = Tensor::<2>::from_floats([[0.8, 0.2, 0.3, 0.7]], &device);
    let logits = (p.clone() / (p.neg() + 1.0)).log();
    let targets = Tensor::<2>::from_floats([[1.0, 0.0, 0.0, 1.0]], &device);
    let mean = host(bernoulli_nll(logits, targets))[0] / 4.0;
    assert!((mean - 0.289_909_25).abs() < 1e-6);
}
