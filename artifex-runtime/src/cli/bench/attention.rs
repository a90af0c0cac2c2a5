//! Attention of one sample with 8 heads of width 64.

use burn::tensor::{Device, Tensor};

use super::{Case, Later, Work, flat, plain};
use crate::kernels::attention::{AttentionOptions, attention, attention_portable};
use crate::rng::Stream;

const HEADS: usize = 8;
const WIDTH: usize = 64;

type Attend = fn(Tensor<4>, Tensor<4>, Tensor<4>, &AttentionOptions) -> Tensor<4>;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let device = plain(device);
    let mut cases: Vec<Later> = Vec::new();
    for n in [512, 2048] {
        for causal in [false, true] {
            let (one, two) = (device.clone(), device.clone());
            cases.push(Box::new(move || forward(n, causal, &one)));
            cases.push(Box::new(move || training(n, causal, &two)));
        }
    }
    cases.push(Box::new(move || decoding(4096, &device)));
    cases
}

fn inputs(queries: usize, keys: usize, device: &Device) -> [Tensor<4>; 3] {
    let mut stream = Stream::from_seed(1);
    [queries, keys, keys].map(|n| stream.normal_tensor([1, HEADS, n, WIDTH], device))
}

/// Two products, half of them where half of the pairs is not seen.
const fn flops(queries: usize, keys: usize, causal: bool) -> u64 {
    let all = 4 * (HEADS * queries * keys * WIDTH) as u64;
    if causal { all / 2 } else { all }
}

fn size(queries: usize, keys: usize, causal: bool) -> String {
    let causal = if causal { " causal" } else { "" };
    format!("{queries}x{keys}, {HEADS} heads of {WIDTH}{causal}")
}

fn options(causal: bool) -> AttentionOptions {
    AttentionOptions { causal, ..AttentionOptions::default() }
}

fn forward(n: usize, causal: bool, device: &Device) -> Case {
    let [q, k, v] = inputs(n, n, device);
    let run = move |attend: Attend| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (q, k, v, options) = (q.clone(), k.clone(), v.clone(), options(causal));
        Box::new(move || vec![flat(attend(q.clone(), k.clone(), v.clone(), &options))])
    };
    Case {
        kernel: "attention forward",
        size: size(n, n, causal),
        work: Work::Flops(flops(n, n, causal)),
        fused: run(attention),
        portable: run(attention_portable),
    }
}

fn training(n: usize, causal: bool, device: &Device) -> Case {
    let [q, k, v] = inputs(n, n, &device.clone().autodiff());
    let weights: Tensor<4> = Stream::from_seed(2).normal_tensor(q.dims(), device);
    let run = move |attend: Attend| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (q, k, v, options) = (q.clone(), k.clone(), v.clone(), options(causal));
        let weights = Tensor::from_inner(weights.clone());
        Box::new(move || {
            let leaves = [&q, &k, &v].map(|x| x.clone().detach().require_grad());
            let [q, k, v] = leaves.clone();
            let gradients = (attend(q, k, v, &options) * weights.clone()).sum().backward();
            leaves.iter().map(|leaf| flat(leaf.grad(&gradients).expect("every input has a gradient"))).collect()
        })
    };
    Case {
        kernel: "attention training",
        size: size(n, n, causal),
        // Two products forward, five backward.
        work: Work::Flops(flops(n, n, causal) / 2 * 7),
        fused: run(attention),
        portable: run(attention_portable),
    }
}

fn decoding(keys: usize, device: &Device) -> Case {
    let [q, k, v] = inputs(1, keys, device);
    let run = move |attend: Attend| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (q, k, v, options) = (q.clone(), k.clone(), v.clone(), options(true));
        Box::new(move || vec![flat(attend(q.clone(), k.clone(), v.clone(), &options))])
    };
    Case {
        kernel: "attention decoding",
        size: size(1, keys, false),
        work: Work::Bytes(super::floats(2 * HEADS * keys * WIDTH)),
        fused: run(attention),
        portable: run(attention_portable),
    }
}
