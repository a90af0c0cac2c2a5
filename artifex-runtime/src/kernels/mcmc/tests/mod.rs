mod adaptation;
mod balance;
mod chains;
mod densities;
mod ops;
mod samplers;

#[cfg(feature = "flex")]
use burn::backend::Flex as Plain;
#[cfg(not(feature = "flex"))]
use burn::backend::Wgpu as Plain;
use burn::backend::tensor::FloatTensor;
use burn::tensor::{Device, Tensor};

use super::*;
use crate::kernels::testing::{any_device, assert_close, host, on_devices};
use crate::rng::Stream;

fn stream() -> Stream {
    let mut stream = Stream::from_seed(0x0123_4567_89ab_cdef).fold_in("mcmc");
    // So that a step crosses into the counter's high word.
    stream.take((1 << 32) - 40);
    stream
}

/// A state that is not contiguous.
fn state(seed: u64, [chains, dims]: [usize; 2], device: &Device) -> Tensor<2> {
    Stream::from_seed(seed).normal_tensor([dims, chains], device).transpose()
}

/// Positive numbers, cut out of more.
fn positive(seed: u64, n: usize, device: &Device) -> Tensor<1> {
    (Stream::from_seed(seed).uniform_tensor([n + 2], device) + 0.2).narrow(0, 1, n)
}

/// The same for the portable bodies, on the CPU's backend where this build has it.
fn plain<const D: usize>(x: &Tensor<D>) -> FloatTensor<Plain> {
    Tensor::<D>::from_data(x.clone().into_data(), &any_device()).try_into_primitive::<Plain>().unwrap()
}

fn from_plain<const D: usize>(x: FloatTensor<Plain>) -> Vec<f32> {
    host(Tensor::<D>::from_primitive::<Plain>(x))
}

fn double<const D: usize>(x: &Tensor<D>) -> Vec<f64> {
    host(x.clone()).into_iter().map(f64::from).collect()
}

/// The normal numbers of each chain, by the rule in the documentation of the module.
fn noise_of(from: &Stream, [chains, dims]: [usize; 2]) -> Vec<f64> {
    let blocks = dims.div_ceil(4) as u64 + 1;
    let of = |chain| {
        let mut here = from.clone();
        here.take(chain as u64 * blocks);
        here.normal(dims)
    };
    (0..chains).flat_map(of).map(f64::from).collect()
}

/// The numbers that decide, by the same rule.
fn uniforms_of(from: &Stream, [chains, dims]: [usize; 2]) -> Vec<f32> {
    let blocks = dims.div_ceil(4) as u64 + 1;
    let of = |chain| {
        let mut here = from.clone();
        here.take((chain as u64 + 1) * blocks - 1);
        here.uniform(1)[0]
    };
    (0..chains).map(of).collect()
}

/// A density that the kernels know, used through its gradient.
struct ByGradient<'a>(&'a AnalyticDensity);

impl Density for ByGradient<'_> {
    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        self.0.log_density(x)
    }

    fn log_density_and_gradient(&self, x: Tensor<2>) -> (Tensor<1>, Tensor<2>) {
        self.0.log_density_and_gradient(x)
    }
}

/// Mean of `f` over all draws, with its standard error from the means of the chains, which are independent.
fn estimate(draws: &Tensor<3>, f: impl Fn(&[f64]) -> f64) -> (f64, f64) {
    let [samples, chains, dims] = draws.dims();
    let values = double(draws);
    let mut means = vec![0.0; chains];
    for (row, x) in values.chunks_exact(dims).enumerate() {
        means[row % chains] += f(x) / samples as f64;
    }
    let mean = means.iter().sum::<f64>() / chains as f64;
    let variance = means.iter().map(|m| (m - mean).powi(2)).sum::<f64>() / (chains - 1) as f64;
    (mean, (variance / chains as f64).sqrt())
}

#[track_caller]
fn assert_mean(draws: &Tensor<3>, expected: f64, f: impl Fn(&[f64]) -> f64) {
    let (mean, error) = estimate(draws, f);
    assert!((mean - expected).abs() <= 4.0 * error, "{mean} +- {error}, expected {expected}");
}
