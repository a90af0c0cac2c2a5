use super::*;
use crate::nn::params::{self, NamedTensor};
use burn::tensor::Device;

#[derive(Module, Debug)]
struct Point {
    at: Param<Tensor<1>>,
    other: Param<Tensor<2>>,
}

fn point(device: &Device) -> Point {
    Point {
        at: Param::from_tensor(Tensor::from_floats([1.0, -2.0], device)),
        other: Param::from_tensor(Tensor::from_floats([[3.0]], device)),
    }
}

/// The gradient of `at` is `slope`, that of `other` does not exist.
fn gradients(point: &Point, slope: [f32; 2]) -> Gradients {
    (point.at.val() * Tensor::<1>::from_floats(slope, &point.at.device())).sum().backward()
}

fn at(point: &Point) -> Vec<f32> {
    point.at.val().into_data().try_to_vec::<f32>().unwrap()
}

/// Runs the three steps of the table: gradients i · [.1, -.3].
fn run(config: OptimizerConfig) -> Vec<Vec<f32>> {
    let device = Device::flex().autodiff();
    let (mut point, mut optimizer) = (point(&device), Optimizer::new(config));
    (1u8..=3)
        .map(|i| {
            let slope = [0.1 * f32::from(i), -0.3 * f32::from(i)];
            let gradients = gradients(&point, slope);
            point = optimizer.step(point.clone(), gradients, 0.01);
            at(&point)
        })
        .collect()
}

#[track_caller]
fn assert_path(config: OptimizerConfig, expected: [[f64; 2]; 3]) {
    for (found, expected) in run(config).iter().zip(expected) {
        for (&found, expected) in found.iter().zip(expected) {
            assert!((f64::from(found) - expected).abs() < 1e-6, "{found} against {expected}");
        }
    }
}

/// Double-precision values of optax 0.2.8.
#[test]
fn steps_equal_optax() {
    assert_path(
        OptimizerConfig::Adam(AdamConfig { learning_rate: 0.01, ..AdamConfig::default() }),
        [[0.990_000_001, -1.99], [0.980_348_181, -1.980_348_180], [0.970_768_170, -1.970_768_168]],
    );
    assert_path(
        OptimizerConfig::AdamW(AdamWConfig { learning_rate: 0.01, weight_decay: 0.1, ..AdamWConfig::default() }),
        [[0.989_000_001, -1.988], [0.978_359_181, -1.976_360_180], [0.967_800_810, -1.964_803_808]],
    );
    let sgd = |momentum, nesterov| OptimizerConfig::Sgd(SgdConfig { learning_rate: 0.01, momentum, nesterov });
    assert_path(sgd(0.0, false), [[0.999, -1.997], [0.997, -1.991], [0.994, -1.982]]);
    assert_path(sgd(0.9, false), [[0.999, -1.997], [0.9961, -1.9883], [0.99049, -1.97147]]);
    assert_path(sgd(0.9, true), [[0.9981, -1.9943], [0.99349, -1.98047], [0.985_441, -1.956_323]]);
}

#[test]
fn every_field_changes_the_path() {
    let adam = AdamConfig::default();
    let adamw = AdamWConfig::default();
    let base = run(OptimizerConfig::Adam(adam.clone()));
    for changed in [
        AdamConfig { beta1: 0.5, ..adam.clone() },
        AdamConfig { beta2: 0.5, ..adam.clone() },
        AdamConfig { eps: 0.1, ..adam.clone() },
    ] {
        assert_ne!(run(OptimizerConfig::Adam(changed.clone())), base, "{changed:?}");
    }
    let base = run(OptimizerConfig::AdamW(adamw.clone()));
    for changed in [
        AdamWConfig { beta1: 0.5, ..adamw.clone() },
        AdamWConfig { beta2: 0.5, ..adamw.clone() },
        AdamWConfig { eps: 0.1, ..adamw.clone() },
        AdamWConfig { weight_decay: 0.5, ..adamw.clone() },
        AdamWConfig { decay_vectors: false, ..adamw.clone() },
    ] {
        assert_ne!(run(OptimizerConfig::AdamW(changed.clone())), base, "{changed:?}");
    }
    assert!(
        (OptimizerConfig::Sgd(SgdConfig { learning_rate: 0.3, ..SgdConfig::default() }).learning_rate() - 0.3).abs()
            < 1e-12
    );
}

#[test]
fn vectors_need_not_decay() {
    let adam = OptimizerConfig::Adam(AdamConfig::default());
    let adamw = AdamWConfig { weight_decay: 0.1, decay_vectors: false, ..AdamWConfig::default() };
    let adamw = OptimizerConfig::AdamW(adamw);
    assert_eq!(run(adamw.clone()), run(adam.clone()));
    let matrix = |config| {
        let point = point(&Device::flex().autodiff());
        let gradients = point.other.val().sum().backward();
        Optimizer::new(config).step(point, gradients, 0.01).other.val().into_data().try_to_vec::<f32>().unwrap()[0]
    };
    // The matrix is 3.
    assert!((matrix(adam) - matrix(adamw) - 0.01 * 0.1 * 3.0).abs() < 1e-6);
}

#[test]
fn long_gradients_are_clipped_to_the_norm_over_all_parameters() {
    let device = Device::flex().autodiff();
    let sgd = OptimizerConfig::Sgd(SgdConfig::default());
    let step = |clip, slope: [f32; 2]| {
        let point = point(&device);
        let mut optimizer = Optimizer::new(sgd.clone()).with_clip_norm(clip);
        // `other` takes part too: 0.5 · 3² has the gradient 3.
        let loss = (point.at.val() * Tensor::<1>::from_floats(slope, &device)).sum()
            + (point.other.val().square() * 0.5).sum();
        let gradients = loss.backward();
        let point = optimizer.step(point, gradients, 1.0);
        (at(&point), optimizer.gradient_norm())
    };
    let (moved, norm) = step(Some(1.0), [4.0, 12.0]);
    assert!((norm.unwrap() - 13.0).abs() < 1e-6);
    assert!((moved[0] - (1.0 - 4.0 / 13.0)).abs() < 1e-6 && (moved[1] - (-2.0 - 12.0 / 13.0)).abs() < 1e-6);
    let (moved, norm) = step(Some(20.0), [4.0, 12.0]);
    assert!((norm.unwrap() - 13.0).abs() < 1e-6);
    assert_eq!(moved, [-3.0, -14.0]);
    assert_eq!(step(None, [4.0, 12.0]), (vec![-3.0, -14.0], None));
}

#[test]
fn parameters_are_updated_in_place() {
    let device = Device::flex().autodiff();
    let address = |point: &Point| {
        let tensor = point.at.val().inner().try_into_primitive::<burn::backend::Flex>().unwrap();
        tensor.bytes().as_ptr() as usize
    };
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut point = point(&device);
    let before = address(&point);
    for _ in 0..3 {
        let gradients = gradients(&point, [1.0, 1.0]);
        point = optimizer.step(point, gradients, 0.01);
    }
    assert_eq!(address(&point), before);
}

#[test]
fn saved_state_continues_exactly() {
    let device = Device::flex().autodiff();
    let config = OptimizerConfig::Adam(AdamConfig::default());
    let (mut a, mut first) = (point(&device), Optimizer::new(config.clone()));
    for _ in 0..3 {
        let gradients = gradients(&a, [0.3, -0.7]);
        a = first.step(a, gradients, 0.01);
    }
    let mut second = Optimizer::new(config.clone());
    let shapes = params::shapes(&a);
    second.import(first.export().unwrap(), &shapes, &device).unwrap();
    let mut b = a.clone();
    for _ in 0..3 {
        let gradients_a = gradients(&a, [0.2, 0.1]);
        a = first.step(a, gradients_a, 0.01);
        let gradients_b = gradients(&b, [0.2, 0.1]);
        b = second.step(b, gradients_b, 0.01);
    }
    assert_eq!(at(&a), at(&b));
    assert_eq!(first.export().unwrap(), second.export().unwrap());

    let foreign =
        Optimizer::new(OptimizerConfig::Sgd(SgdConfig::default())).import(first.export().unwrap(), &shapes, &device);
    assert!(foreign.unwrap_err().to_string().contains("at/velocity"));
    let mut cut: Vec<NamedTensor> = first.export().unwrap();
    cut[0].data.pop();
    cut[0].shape = vec![1];
    let error = Optimizer::new(config).import(cut, &shapes, &device).unwrap_err().to_string();
    assert!(error.contains("at/mean") && error.contains("[1]") && error.contains("[2]"), "{error}");
}

#[test]
fn step_counts_beyond_f32_survive() {
    let device = Device::flex().autodiff();
    let mut optimizer = Optimizer::new(OptimizerConfig::Sgd(SgdConfig::default()));
    let point = point(&device);
    let gradients = gradients(&point, [1.0, 1.0]);
    let point = optimizer.step(point, gradients, 0.1);
    if let Some(slot) = optimizer.slots.get_mut("at") {
        slot.step = (1 << 30) + 7;
    }
    let mut other = Optimizer::new(OptimizerConfig::Sgd(SgdConfig::default()));
    other.import(optimizer.export().unwrap(), &params::shapes(&point), &device).unwrap();
    assert_eq!(other.slots["at"].step, (1 << 30) + 7);
}
