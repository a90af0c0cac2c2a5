//! Attention of one sample with heads of width 64: eight, or one by a software driver, which would take minutes for a call.

use burn::tensor::{Device, Tensor};

use super::{Case, Later, Work, flat, plain};
use crate::device::is_software;
use crate::kernels::attention::{AttentionOptions, attention, attention_portable};
use crate::rng::Stream;

const WIDTH: usize = 64;

type Attend = fn(Tensor<4>, Tensor<4>, Tensor<4>, &AttentionOptions) -> Tensor<4>;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let device = plain(device);
    let heads = if is_software(&device) { 1 } else { 8 };
    let mut cases: Vec<Later> = Vec::new();
    for n in [512, 2048] {
        for causal in [false, true] {
            let (one, two) = (device.clone(), device.clone());
            cases.push(Box::new(move || forward(n, heads, causal, &one)));
            cases.push(Box::new(move || training(n, heads, causal, &two)));
        }
    }
    cases.push(Box::new(move || decoding(4096, heads, &device)));
    cases
}

fn inputs(queries: usize, keys: usize, heads: usize, device: &Device) -> [Tensor<4>; 3] {
    let mut stream = Stream::from_seed(1);
    [queries, keys, keys].map(|n| stream.normal_tensor([1, heads, n, WIDTH], device))
}

/// Two products, half of them where half of the pairs is not seen.
const fn flops(queries: usize, keys: usize, heads: usize, causal: bool) -> u64 {
    let all = 4 * (heads * queries * keys * WIDTH) as u64;
    if causal { all / 2 } else { all }
}

fn size(queries: usize, keys: usize, heads: usize, causal: bool) -> String {
    let causal = if causal { " causal" } else { "" };
    let plural = if heads == 1 { "" } else { "s" };
    format!("{queries}x{keys}, {heads} head{plural} of {WIDTH}{causal}")
}

fn options(causal: bool) -> AttentionOptions {
    AttentionOptions { causal, ..AttentionOptions::default() }
}

fn forward(n: usize, heads: usize, causal: bool, device: &Device) -> Case {
    let [q, k, v] = inputs(n, n, heads, device);
    let run = move |attend: Attend| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (q, k, v, options) = (q.clone(), k.clone(), v.clone(), options(causal));
        Box::new(move || vec![flat(attend(q.clone(), k.clone(), v.clone(), &options))])
    };
    Case {
        kernel: "attention forward",
        size: size(n, n, heads, causal),
        work: Work::Flops(flops(n, n, heads, causal)),
        fused: run(attention),
        portable: run(attention_portable),
    }
}

fn training(n: usize, heads: usize, causal: bool, device: &Device) -> Case {
    let [q, k, v] = inputs(n, n, heads, &device.clone().autodiff());
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
        size: size(n, n, heads, causal),
        // Two products forward, five backward.
        work: Work::Flops(flops(n, n, heads, causal) / 2 * 7),
        fused: run(attention),
        portable: run(attention_portable),
    }
}

fn decoding(keys: usize, heads: usize, device: &Device) -> Case {
    let [q, k, v] = inputs(1, keys, heads, device);
    let run = move |attend: Attend| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (q, k, v, options) = (q.clone(), k.clone(), v.clone(), options(true));
        Box::new(move || vec![flat(attend(q.clone(), k.clone(), v.clone(), &options))])
    };
    Case {
        kernel: "attention decoding",
        size: size(1, keys, heads, false),
        work: Work::Bytes(super::floats(2 * heads * keys * WIDTH)),
        fused: run(attention),
        portable: run(attention_portable),
    }
}
