//! Transitions of Markov chains in 32 dimensions.

use burn::tensor::{Device, Tensor};

use super::{Case, Later, Work, flat, floats, plain};
use crate::kernels::mcmc::AnalyticDensity;
use crate::kernels::mcmc::ops::{Path, langevin, langevin_portable, transition, transition_portable};
use crate::rng::Stream;

const DIMS: usize = 32;
const LEAPFROGS: usize = 8;

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
    let run = |update: fn(Tensor<2>, Tensor<2>, Tensor<1>, Tensor<1>, f32, Stream) -> Tensor<2>| {
        let (x, gradient) = (x.clone(), gradient.clone());
        let (preconditioner, step) = (preconditioner.clone(), step.clone());
        let mut stream = Stream::from_seed(2);
        let blocks = (chains * (DIMS.div_ceil(4) + 1)) as u64;
        let call = move || {
            let from = stream.take(blocks);
            vec![flat(update(x.clone(), gradient.clone(), preconditioner.clone(), step.clone(), 1.0, from))]
        };
        Box::new(call) as Box<dyn FnMut() -> Vec<Tensor<1>>>
    };
    Case {
        kernel: "Langevin update",
        size: format!("{chains} chains of {DIMS}"),
        work: Work::Bytes(3 * floats(chains * DIMS)),
        fused: run(langevin),
        portable: run(langevin_portable),
    }
}

fn hmc(chains: usize, device: &Device) -> Case {
    let x: Tensor<2> = Stream::from_seed(1).normal_tensor([chains, DIMS], device);
    let density = AnalyticDensity::standard_normal(DIMS).expect("there are dimensions");
    let path = Path { leapfrogs: LEAPFROGS, adjusted: true };
    let (again, same) = (x.clone(), density.clone());
    let (mut stream, mut stream_again) = (Stream::from_seed(2), Stream::from_seed(2));
    let blocks = (chains * (DIMS.div_ceil(4) + 1)) as u64;
    let mass = [1.0; DIMS];
    Case {
        kernel: "HMC transition",
        size: format!("{chains} chains of {DIMS}, {LEAPFROGS} leapfrog steps, normal density"),
        // For each leapfrog step and coordinate: a gradient and two updates of two operations.
        work: Work::Flops((chains * DIMS * LEAPFROGS * 6) as u64),
        fused: Box::new(move || {
            vec![flat(transition(x.clone(), &density, &mass, &[0.1], &[1.0], path, stream.take(blocks)).x)]
        }),
        portable: Box::new(move || {
            let from = stream_again.take(blocks);
            vec![flat(transition_portable(again.clone(), &same, &mass, &[0.1], &[1.0], path, from).x)]
        }),
    }
}
