use super::reference::{Inputs, upload};
use super::*;
use crate::kernels::testing::{assert_close, host, on_devices};
use crate::rng::Stream;
use burn::tensor::{Device, Tensor};

const PREDICTIONS: [Prediction; 6] = [
    Prediction::Epsilon,
    Prediction::Sample,
    Prediction::Velocity,
    Prediction::Flow,
    Prediction::Score,
    Prediction::Edm { sigma_data: 0.5 },
];

const SIZES: [(usize, usize); 10] =
    [(0, 3), (1, 1), (3, 1), (1, 63), (5, 13), (1, 64), (129, 1), (4, 250), (2, 20_001), (3, 8_004)];

/// Signal and noise of each sample, around those of DDPM.
fn levels(batch: usize) -> (Vec<f64>, Vec<f64>) {
    (0..batch).map(|b| (0.9 - 0.5 * b as f64 / batch as f64, 0.4 + 0.5 * b as f64 / batch as f64)).unzip()
}

/// What a model of that kind has to predict, from its definition.
fn target(prediction: Prediction, start: f64, eps: f64, a: f64, s: f64) -> f64 {
    match prediction {
        Prediction::Epsilon => eps,
        Prediction::Sample => start,
        Prediction::Velocity => a * eps - s * start,
        Prediction::Flow => eps - start,
        Prediction::Score => -eps / s,
        Prediction::Edm { sigma_data } => {
            let edm = EdmPreconditioning::new(s / a, sigma_data).unwrap();
            (start - edm.c_skip * (a * start + s * eps) / a) / edm.c_out
        }
    }
}

struct Case {
    inputs: Inputs,
    inner: usize,
    levels: (Vec<f64>, Vec<f64>),
    start: Tensor<2>,
    eps: Tensor<2>,
    a: Tensor<1>,
    s: Tensor<1>,
}

impl Case {
    fn new((batch, inner): (usize, usize), device: &Device) -> Self {
        let inputs = Inputs::new(batch * inner);
        let [start, eps] = [&inputs.x, &inputs.model].map(|values| upload(values, [batch, inner], device));
        let levels = levels(batch);
        let [a, s] = [&levels.0, &levels.1].map(|values| upload(values, [batch], device));
        Self { inputs, inner, levels, start, eps, a, s }
    }

    /// Of data, noise, signal and noise's factor.
    fn each(&self, of: impl Fn(f64, f64, f64, f64) -> f64) -> Vec<f64> {
        let pairs = self.inputs.x.iter().zip(&self.inputs.model).enumerate();
        pairs.map(|(i, (x, e))| of(*x, *e, self.levels.0[i / self.inner], self.levels.1[i / self.inner])).collect()
    }
}

on_devices! {
    fn noisy_data_equal_double_precision(device) {
        for size in SIZES {
            let case = Case::new(size, device);
            let found = q_sample(case.start.clone(), case.eps.clone(), case.a.clone(), case.s.clone());
            assert_eq!(found.dims(), [size.0, size.1]);
            assert_close(&host(found), &case.each(|x, e, a, s| a * x + s * e), 1e-6);
            let (x, eps) = (case.start.clone().into_dispatch(), case.eps.clone().into_dispatch());
            let portable = portable::mix::<burn::backend::Dispatch>(x, eps, case.a.clone().into_dispatch(), case.s.clone().into_dispatch());
            assert_close(&host(Tensor::<2>::from_dispatch(portable)), &case.each(|x, e, a, s| a * x + s * e), 1e-6);
        }
    }

    fn noise_is_drawn_where_it_is_added(device) {
        for size in SIZES {
            let case = Case::new(size, device);
            let count = size.0 * size.1;
            let mut stream = Stream::from_seed(5).fold_in("noise");
            stream.take((1 << 32) - 7);
            let mut host_half = stream.clone();
            let (x, eps) = q_sample_with_noise(case.start.clone(), case.a.clone(), case.s.clone(), &mut stream);
            let expected: Vec<f64> = host_half.normal(count).into_iter().map(f64::from).collect();
            assert_eq!(stream, host_half);
            assert_close(&host(eps), &expected, 1e-6);
            let noisy: Vec<f64> = expected.iter().enumerate()
                .map(|(i, e)| case.levels.0[i / case.inner] * case.inputs.x[i] + case.levels.1[i / case.inner] * e).collect();
            assert_close(&host(x), &noisy, 1e-6);
        }
    }

    fn every_prediction_converts_into_every_other(device) {
        for size in [(5, 13), (4, 250)] {
            let case = Case::new(size, device);
            let x = q_sample(case.start.clone(), case.eps.clone(), case.a.clone(), case.s.clone());
            let of = |prediction| prediction_target(prediction, case.start.clone(), case.eps.clone(), &case.a, &case.s).unwrap();
            for from in PREDICTIONS {
                let expected = case.each(|start, eps, a, s| target(from, start, eps, a, s));
                assert_close(&host(of(from)), &expected, 2e-6);
                for to in PREDICTIONS {
                    let found = convert_prediction(x.clone(), of(from), from, to, &case.a, &case.s).unwrap();
                    let expected = case.each(|start, eps, a, s| target(to, start, eps, a, s));
                    assert_close(&host(found), &expected, 1e-5);
                }
            }
        }
    }

    fn gradients_are_the_factors(device) {
        let device = device.clone().autodiff();
        for size in [(1, 1), (5, 13), (4, 250)] {
            let case = Case::new(size, &device);
            let (start, eps) = (case.start.clone().require_grad(), case.eps.clone().require_grad());
            let weights = upload(&Inputs::new(2 * size.0 * size.1).x[size.0 * size.1..], [size.0, size.1], &device);
            let w: Vec<f64> = host(weights.clone()).into_iter().map(f64::from).collect();
            let row = |i: usize| (case.levels.0[i / size.1], case.levels.1[i / size.1]);
            let scaled = |of: &dyn Fn(f64, f64) -> f64| {
                w.iter().enumerate().map(|(i, w)| { let (a, s) = row(i); w * of(a, s) }).collect::<Vec<_>>()
            };
            let noisy = q_sample(start.clone(), eps.clone(), case.a.clone(), case.s.clone());
            let gradients = (noisy * weights.clone()).sum().backward();
            assert_close(&host(start.grad(&gradients).unwrap()), &scaled(&|a, _| a), 1e-6);
            assert_close(&host(eps.grad(&gradients).unwrap()), &scaled(&|_, s| s), 1e-6);
            let (noisy, drawn) = q_sample_with_noise(start.clone(), case.a.clone(), case.s.clone(), &mut Stream::from_seed(1));
            assert!(!drawn.is_require_grad());
            let gradients = (noisy * weights.clone()).sum().backward();
            assert_close(&host(start.grad(&gradients).unwrap()), &scaled(&|a, _| a), 1e-6);
            let from = Prediction::Velocity;
            let found = convert_prediction(start.clone(), eps.clone(), from, Prediction::Sample, &case.a, &case.s).unwrap();
            let gradients = (found * weights).sum().backward();
            assert_close(&host(start.grad(&gradients).unwrap()), &scaled(&|a, s| a / (a * a + s * s)), 2e-6);
            assert_close(&host(eps.grad(&gradients).unwrap()), &scaled(&|a, s| -s / (a * a + s * s)), 2e-6);
        }
    }

    fn views_of_data_are_read_in_their_order(device) {
        let case = Case::new((13, 20), device);
        let (x, eps) = (case.start.clone().transpose(), case.eps.clone().transpose());
        let factors = || upload(&levels(20).0, [20], device);
        let found = host(q_sample(x.clone(), eps.clone(), factors(), factors()));
        let dense = |x: Tensor<2>| upload(&host(x.clone()).into_iter().map(f64::from).collect::<Vec<_>>(), x.dims(), device);
        assert_eq!(found, host(q_sample(dense(x), dense(eps), factors(), factors())));
    }

    fn a_perfect_predictor_has_no_loss(device) {
        let schedule = NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap();
        let case = Case::new((4, 250), device);
        let t = Tensor::<1, burn::tensor::Int>::from_data([5, 200, 500, 800], device);
        let (a, s) = schedule.on(device).at(t);
        let x = q_sample(case.start.clone(), case.eps.clone(), a.clone(), s.clone());
        let perfect = prediction_target(Prediction::Velocity, case.start.clone(), case.eps.clone(), &a, &s).unwrap();
        let start = convert_prediction(x, perfect, Prediction::Velocity, Prediction::Sample, &a, &s).unwrap();
        assert_close(&host(start), &case.inputs.x, 2e-6);
    }
}

#[cfg(feature = "flex")]
mod misuse {
    use super::*;

    fn zeros<const D: usize>(shape: [usize; D]) -> Tensor<D> {
        Tensor::zeros(shape, &Device::flex())
    }

    #[test]
    #[should_panic(expected = "q_sample: the other tensor [2, 4] does not fit x [2, 3]: expected one shape")]
    fn noise_of_another_shape() {
        let _ = q_sample(zeros([2, 3]), zeros([2, 4]), zeros([2]), zeros([2]));
    }

    #[test]
    #[should_panic(expected = "q_sample_with_noise: s [3] does not fit x [2, 3]: expected [2]")]
    fn a_factor_for_each_element() {
        let _ = q_sample_with_noise(zeros([2, 3]), zeros([2]), zeros([3]), &mut Stream::from_seed(0));
    }

    #[test]
    fn a_deviation_of_the_data_that_is_none() {
        let prediction = Prediction::Edm { sigma_data: 0.0 };
        let error = prediction_target(prediction, zeros([2, 3]), zeros([2, 3]), &zeros([2]), &zeros([2])).unwrap_err();
        assert_eq!(error.to_string(), "sigma_data is 0; give a number above 0");
    }
}
