use super::*;
use crate::rng::Stream;
use burn::backend::Flex;
use burn::tensor::Device;

type Primitive = FloatTensor<Flex>;

fn random(seed: u64, n: usize) -> Tensor<1> {
    Stream::from_seed(seed).normal_tensor([n], &Device::flex())
}

fn primitive(x: &Tensor<1>) -> Primitive {
    x.clone().try_into_primitive::<Flex>().unwrap()
}

fn host(x: Tensor<1>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

fn assert_close(a: Tensor<1>, b: Primitive) {
    for (a, b) in host(a).iter().zip(host(Tensor::from_primitive::<Flex>(b))) {
        assert!((a - b).abs() <= 1e-6 * (1.0 + b.abs()), "{a} against {b}");
    }
}

const ADAM: AdamStep = AdamStep {
    step_size: 0.02,
    beta1: 0.9,
    beta2: 0.99,
    root_correction: 3.0,
    eps: 1e-6,
    decay: 0.01,
    gradient_scale: 0.5,
};

/// Sizes around the width of vectors and of chunks.
const SIZES: [usize; 6] = [1, 3, 65, 1000, 16 * 1024, 70_001];

#[test]
fn fused_adam_equals_the_portable_body() {
    for n in SIZES {
        let (p, g, m, v) = (random(1, n), random(2, n), random(3, n), random(4, n).abs());
        let expected = portable::adam::<Flex>(primitive(&p), primitive(&g), primitive(&m), primitive(&v), ADAM);
        let kept = host(p.clone());
        let (new_p, new_m, new_v) = adam(p.clone(), g, m, v, ADAM);
        assert_close(new_p, expected.0);
        assert_close(new_m, expected.1);
        assert_close(new_v, expected.2);
        assert_eq!(host(p), kept, "a tensor that is still held must keep its values");
    }
}

#[test]
fn fused_sgd_equals_the_portable_body() {
    for n in SIZES {
        for nesterov in [false, true] {
            let step = SgdStep { learning_rate: 0.1, momentum: 0.8, nesterov, gradient_scale: 2.0 };
            let (p, g, v) = (random(1, n), random(2, n), random(3, n));
            let expected = portable::sgd::<Flex>(primitive(&p), primitive(&g), primitive(&v), step);
            let (new_p, new_v) = sgd(p, g, v, step);
            assert_close(new_p, expected.0);
            assert_close(new_v, expected.1);
        }
    }
}

#[test]
fn fused_average_equals_the_portable_body() {
    for n in SIZES {
        let (average, value) = (random(1, n), random(2, n));
        let expected = portable::ema::<Flex>(primitive(&average), primitive(&value), 0.9);
        let kept = host(average.clone());
        assert_close(ema(average.clone(), value.clone(), 0.9), expected.clone());
        assert_eq!(host(average.clone()), kept, "a tensor that is still held must keep its values");
        let alone = average + 0.0;
        assert_close(ema(alone, value, 0.9), expected);
    }
    let constant = Tensor::<1>::from_floats([4.0, -2.0], &Device::flex());
    let mut average = Tensor::zeros([2], &Device::flex());
    for _ in 0..3 {
        average = ema(average, constant.clone(), 0.5);
    }
    assert_eq!(host(average), [3.5, -1.75]);
}

#[test]
#[should_panic(expected = "ema: the average has the shape [3], the value [4]")]
fn an_average_of_another_shape_is_refused() {
    let _ = ema(random(1, 3), random(2, 4), 0.5);
}

#[test]
fn a_transposed_gradient_is_read_in_its_order() {
    let device = Device::flex();
    let gradient = Tensor::<2>::from_floats([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]], &device).transpose();
    let zeros = Tensor::<2>::zeros([2, 3], &device);
    let step = SgdStep { learning_rate: 1.0, momentum: 0.0, nesterov: false, gradient_scale: 1.0 };
    let (p, _) = sgd(zeros.clone(), gradient, zeros, step);
    assert_eq!(p.into_data().try_to_vec::<f32>().unwrap(), [-1.0, -2.0, -3.0, -4.0, -5.0, -6.0]);
}

#[test]
fn sum_of_squares_is_exact_to_f32() {
    for n in SIZES {
        let x = random(9, n);
        let expected: f64 = host(x.clone()).iter().map(|&x| f64::from(x).powi(2)).sum();
        let found = f64::from(host(sum_squares(x))[0]);
        assert!((found - expected).abs() <= 1e-6 * expected, "{found} against {expected}");
    }
}
