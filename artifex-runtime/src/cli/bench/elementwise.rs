//! Activations, softmax and updates of parameters, against burn's own.

use burn::tensor::{Device, Tensor, activation as burn_activation};

use super::{Case, Later, Work, flat, floats, plain};
use crate::kernels::{activation, optim, softmax};
use crate::rng::Stream;

/// The length of a row of softmax.
const ROW: usize = 256;

/// A function of a matrix.
type Function = fn(Tensor<2>) -> Tensor<2>;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let functions: [(&'static str, Function, Function); 13] = [
        ("SiLU", activation::silu, burn_activation::silu),
        ("GELU", activation::gelu, burn_activation::gelu),
        ("GELU (tanh)", activation::gelu_tanh, burn_activation::gelu_approximate),
        ("tanh", activation::tanh, burn_activation::tanh),
        ("sigmoid", activation::sigmoid, burn_activation::sigmoid),
        ("softplus", activation::softplus, |x| burn_activation::softplus(x, 1.0)),
        ("ELU", |x| activation::elu(x, 1.0), |x| burn_activation::elu(x, 1.0)),
        ("SELU", activation::selu, burn_activation::selu),
        ("softsign", activation::softsign, burn_activation::softsign),
        ("leaky ReLU", |x| activation::leaky_relu(x, 0.01), |x| burn_activation::leaky_relu(x, 0.01)),
        ("clamp", |x| activation::clamp(x, -1.0, 1.0), |x| x.clamp(-1.0, 1.0)),
        ("softmax", |x| softmax::softmax(x, 1), |x| burn_activation::softmax(x, 1)),
        ("log-sum-exp", |x| softmax::logsumexp(x, 1), plain_logsumexp),
    ];
    let mut cases: Vec<Later> = Vec::new();
    for n in [1 << 16, 1 << 20] {
        for (kernel, fused, portable) in functions {
            let (one, two) = (plain(device), plain(device));
            cases.push(Box::new(move || forward(kernel, n, &one, fused, portable)));
            cases.push(Box::new(move || training(kernel, n, &two, fused, portable)));
        }
        let (one, two) = (plain(device), plain(device));
        cases.push(Box::new(move || adam(n, &one)));
        cases.push(Box::new(move || ema(n, &two)));
    }
    cases
}

/// burn has none: the usual chain.
fn plain_logsumexp(x: Tensor<2>) -> Tensor<2> {
    let most = x.clone().max_dim(1);
    (x - most.clone()).exp().sum_dim(1).log() + most
}

fn matrix(n: usize, device: &Device) -> Tensor<2> {
    Stream::from_seed(1).normal_tensor([n / ROW, ROW], device)
}

fn forward(kernel: &'static str, n: usize, device: &Device, fused: Function, portable: Function) -> Case {
    let x = matrix(n, device);
    let run = |function: Function| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let x = x.clone();
        Box::new(move || vec![flat(function(x.clone()))])
    };
    let written = fused(x.clone()).shape().num_elements();
    let work = Work::Bytes(floats(n) + floats(written));
    Case { kernel, size: format!("{n}"), work, fused: run(fused), portable: run(portable) }
}

fn training(kernel: &'static str, n: usize, device: &Device, fused: Function, portable: Function) -> Case {
    let x = matrix(n, &device.clone().autodiff());
    let run = |function: Function| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let x = x.clone();
        Box::new(move || {
            let leaf = x.clone().detach().require_grad();
            let gradients = function(leaf.clone()).sum().backward();
            vec![flat(leaf.grad(&gradients).expect("the input has a gradient"))]
        })
    };
    // Forward reads and writes; backward reads the gradient and what was kept, and writes.
    let work = Work::Bytes(5 * floats(n));
    Case { kernel, size: format!("{n} with gradient"), work, fused: run(fused), portable: run(portable) }
}

fn adam(n: usize, device: &Device) -> Case {
    let [p, g, m, v] = [1, 2, 3, 4].map(|seed| Stream::from_seed(seed).normal_tensor::<1>([n], device).abs());
    let step = optim::AdamStep {
        step_size: 1e-3,
        beta1: 0.9,
        beta2: 0.999,
        root_correction: 1.0,
        eps: 1e-8,
        decay: 0.0,
        gradient_scale: 1.0,
    };
    let mut again = (p.clone(), m.clone(), v.clone());
    let other = g.clone();
    // Taken out for the call: what is held elsewhere would be copied first.
    let mut kept = Some((p, m, v));
    Case {
        kernel: "Adam",
        size: format!("{n}"),
        // Read four, write three.
        work: Work::Bytes(7 * floats(n)),
        fused: Box::new(move || {
            let (p, m, v) = kept.take().expect("it was put back");
            kept = Some(optim::adam(p, g.clone(), m, v, step));
            Vec::new()
        }),
        portable: Box::new(move || {
            let (p, m, v) = again.clone();
            let m = m * step.beta1 + other.clone() * (1.0 - step.beta1);
            let v = v * step.beta2 + other.clone().powi_scalar(2) * (1.0 - step.beta2);
            let p = p - m.clone() / (v.clone().sqrt() * step.root_correction + step.eps) * step.step_size;
            again = (p, m, v);
            vec![again.0.clone()]
        }),
    }
}

fn ema(n: usize, device: &Device) -> Case {
    let [average, value] = [1, 2].map(|seed| Stream::from_seed(seed).normal_tensor::<1>([n], device));
    let (mut kept, mut again) = (Some(average.clone()), average);
    let other = value.clone();
    Case {
        kernel: "EMA",
        size: format!("{n}"),
        work: Work::Bytes(3 * floats(n)),
        fused: Box::new(move || {
            let average = kept.take().expect("it was put back");
            kept = Some(optim::ema(average, value.clone(), 0.999));
            Vec::new()
        }),
        portable: Box::new(move || {
            again = again.clone() * 0.999 + other.clone() * 0.001;
            vec![again.clone()]
        }),
    }
}
