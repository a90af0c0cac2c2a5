//! Transitions of Markov chains in 32 dimensions; the portable bodies are the same formulas in burn's operations.

use burn::tensor::{Device, Tensor};

use super::{Case, Later, Work, flat, floats, plain};
use crate::kernels::mcmc::AnalyticDensity;
use crate::kernels::mcmc::ops::{Path, langevin, transition};
use crate::rng::Stream;

const DIMS: usize = 32;
const LEAPFROGS: usize = 8;
const STEP: f32 = 0.1;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let device = plain(device);
    let mut cases: Vec<Later> = Vec::new();
    for chains in [1 << 10, 1 << 15] {
        let (one, two) = (device.clone(), device.clone());
        cases.push(Box::new(move || langevin_update(chains, &one)));
        cases.push(Box::new(move || hmc(chains, &two)));
    }
    cases
}

fn langevin_update(chains: usize, device: &Device) -> Case {
    let mut stream = Stream::from_seed(1);
    let [x, gradient]: [Tensor<2>; 2] = [(); 2].map(|()| stream.normal_tensor([chains, DIMS], device));
    let preconditioner = Tensor::<1>::ones([DIMS], device);
    let step = Tensor::<1>::full([1], 0.1, device);
    let (x_again, gradient_again) = (x.clone(), gradient.clone());
    let (scale_again, step_again) = (preconditioner.clone(), step.clone());
    let (mut noise, mut noise_again) = (Stream::from_seed(2), Stream::from_seed(2));
    Case {
        kernel: "Langevin update",
        size: format!("{chains} chains of {DIMS}"),
        work: Work::Bytes(3 * floats(chains * DIMS)),
        fused: Box::new(move || {
            let from = noise.take(blocks(chains));
            vec![flat(langevin(x.clone(), gradient.clone(), preconditioner.clone(), step.clone(), 1.0, from))]
        }),
        portable: Box::new(move || {
            let step = (step_again.clone() * scale_again.clone()).unsqueeze::<2>();
            let normal = noise_again.normal_tensor(x_again.dims(), &x_again.device());
            let drift = gradient_again.clone() * step.clone() * 0.5;
            vec![flat(x_again.clone() + drift + step.sqrt() * normal)]
        }),
    }
}

/// Blocks of random numbers of one step.
const fn blocks(chains: usize) -> u64 {
    (chains * (DIMS.div_ceil(4) + 1)) as u64
}

fn hmc(chains: usize, device: &Device) -> Case {
    let x: Tensor<2> = Stream::from_seed(1).normal_tensor([chains, DIMS], device);
    let density = AnalyticDensity::standard_normal(DIMS).expect("there are dimensions");
    let path = Path { leapfrogs: LEAPFROGS, adjusted: true };
    let again = x.clone();
    let (mut stream, mut stream_again) = (Stream::from_seed(2), Stream::from_seed(2));
    let mass = [1.0; DIMS];
    Case {
        kernel: "HMC transition",
        size: format!("{chains} chains of {DIMS}, {LEAPFROGS} leapfrog steps, normal density"),
        // For each leapfrog step and coordinate: a gradient and two updates of two operations.
        work: Work::Flops((chains * DIMS * LEAPFROGS * 6) as u64),
        fused: Box::new(move || {
            let from = stream.take(blocks(chains));
            vec![flat(transition(x.clone(), &density, &mass, &[STEP], &[1.0], path, from).x)]
        }),
        portable: Box::new(move || vec![flat(plain_hmc(again.clone(), &mut stream_again))]),
    }
}

/// A transition for a standard normal from burn's operations: the gradient of `ln π` at `x` is `-x`.
fn plain_hmc(x: Tensor<2>, stream: &mut Stream) -> Tensor<2> {
    let [chains, dims] = x.dims();
    let device = x.device();
    let energy = |x: &Tensor<2>, p: &Tensor<2>| (x.clone().powi_scalar(2) + p.clone().powi_scalar(2)).sum_dim(1) * 0.5;
    let mut momentum: Tensor<2> = stream.normal_tensor([chains, dims], &device);
    let start = energy(&x, &momentum);
    let mut end = x.clone();
    for _ in 0..LEAPFROGS {
        momentum = momentum - end.clone() * (0.5 * STEP);
        end = end + momentum.clone() * STEP;
        momentum = momentum - end.clone() * (0.5 * STEP);
    }
    let ratio = start - energy(&end, &momentum);
    let uniform: Tensor<2> = stream.uniform_tensor([chains, 1], &device);
    let accepted = uniform.log().lower(ratio).repeat(&[1, dims]);
    x.mask_where(accepted, end)
}
