//! The samplers' steps and the forward process, on samples of 3 x 32 x 32; and a whole step of sampling, network included.

use burn::tensor::{Device, Tensor};

use super::{Case, Later, Work, flat, floats, plain};
use crate::factory::BuildContext;
use crate::kernels::diffusion::{
    AncestralVariance, BetaSchedule, Marginal, ModelOutput, NoiseSchedule, Prediction, StepRule, linear_step,
    linear_step_portable, q_sample_with_noise,
};
use crate::models::{Build as _, DDPMConfig};
use crate::rng::{Rngs, Stream};

const SAMPLE: usize = 3 * 32 * 32;

/// Digits that are sampled at once.
const DIGITS: usize = 64;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let device = plain(device);
    let mut cases: Vec<Later> = Vec::new();
    for batch in [16, 342, 2731] {
        let (one, two, three) = (device.clone(), device.clone(), device.clone());
        cases.push(Box::new(move || step("DDPM step", [batch, SAMPLE], &one, ddpm())));
        cases.push(Box::new(move || step("DDIM step", [batch, SAMPLE], &two, ddim())));
        cases.push(Box::new(move || noising(batch, &three)));
    }
    // What remains of the second is the network.
    let (one, two) = (device.clone(), device);
    cases.push(Box::new(move || step("DDPM step", [DIGITS, 64], &one, ddpm())));
    cases.push(Box::new(move || sampling(&two, ddpm())));
    cases
}

fn schedule() -> NoiseSchedule {
    NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).expect("DDPM's schedule is valid")
}

/// Two levels of noise, the first one higher.
fn levels(from: usize, to: usize) -> [Marginal; 2] {
    let schedule = schedule();
    [from, to].map(|t| schedule.marginal(t).expect("the time step is one of the schedule"))
}

fn ddpm() -> StepRule {
    let [from, to] = levels(500, 499);
    StepRule::ancestral(from, to, AncestralVariance::FixedSmall).expect("the levels are in order")
}

fn ddim() -> StepRule {
    let [from, to] = levels(500, 480);
    StepRule::ddim(from, to, 0.0).expect("the levels are in order")
}

fn step(kernel: &'static str, shape: [usize; 2], device: &Device, rule: StepRule) -> Case {
    let mut stream = Stream::from_seed(1);
    let [x, output]: [Tensor<2>; 2] = [(); 2].map(|()| stream.normal_tensor(shape, device));
    let (again, other) = (x.clone(), output.clone());
    let (mut noise, mut noise_again) = (Stream::from_seed(2), Stream::from_seed(2));
    let read = |output: &Tensor<2>| ModelOutput::new(output.clone(), Prediction::Epsilon).clipped(1.0);
    Case {
        kernel,
        size: format!("{} x {}", shape[0], shape[1]),
        // Read x and the prediction, write the new x; the noise never touches memory.
        work: Work::Bytes(3 * floats(shape[0] * shape[1])),
        fused: Box::new(move || {
            let next = linear_step(x.clone(), read(&output), None, &[rule], &mut noise);
            vec![flat(next.expect("the rule fits"))]
        }),
        portable: Box::new(move || {
            let next = linear_step_portable(again.clone(), read(&other), None, &[rule], &mut noise_again);
            vec![flat(next.expect("the rule fits"))]
        }),
    }
}

/// A step of sampling: the small U-Net of the digits, and what is done with its prediction.
fn sampling(device: &Device, rule: StepRule) -> Case {
    let config = crate::config!(DDPMConfig {
        input_shape = [8, 8, 1],
        backbone = {
            type = "unet", base_channels = 24, channel_mult = [1, 2], num_res_blocks = 1, attention_resolutions = [4],
        },
    });
    let network =
        config.build(&mut BuildContext::new(device.clone(), 1)).expect("the config is valid").network().clone();
    let flops = crate::config::cost::cost_of(&config).map_or(0, |cost| cost.flops);
    let x: Tensor<2> = Stream::from_seed(1).normal_tensor([DIGITS, 64], device);
    let time = Tensor::<1>::full([1], 500.0, device);
    let run = move |fused: bool| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (network, x, time, mut noise) = (network.clone(), x.clone(), time.clone(), Stream::from_seed(2));
        Box::new(move || {
            let output = network.forward(x.clone(), time.clone(), None, &mut Rngs::new(0));
            let output = ModelOutput::new(output, Prediction::Epsilon).clipped(1.0);
            let step = if fused { linear_step } else { linear_step_portable };
            let next = step(x.clone(), output, None, &[rule], &mut noise);
            vec![flat(next.expect("the rule fits"))]
        })
    };
    Case {
        kernel: "DDPM step and U-Net",
        size: format!("{DIGITS} x 64"),
        work: Work::Flops(flops * DIGITS as u64),
        fused: run(true),
        portable: run(false),
    }
}

fn noising(batch: usize, device: &Device) -> Case {
    let mut stream = Stream::from_seed(1);
    let x: Tensor<2> = stream.normal_tensor([batch, SAMPLE], device);
    let [a, s] = [0.8, 0.6].map(|factor| Tensor::<1>::full([batch], factor, device));
    let (again, a_again, s_again) = (x.clone(), a.clone(), s.clone());
    let (mut noise, mut noise_again) = (Stream::from_seed(2), Stream::from_seed(2));
    Case {
        kernel: "q_sample with noise",
        size: format!("{batch} x {SAMPLE}"),
        work: Work::Bytes(3 * floats(batch * SAMPLE)),
        fused: Box::new(move || {
            let (noisy, epsilon) = q_sample_with_noise(x.clone(), a.clone(), s.clone(), &mut noise);
            vec![flat(noisy), flat(epsilon)]
        }),
        portable: Box::new(move || {
            let epsilon: Tensor<2> = noise_again.normal_tensor(again.dims(), &again.device());
            let column = |factor: &Tensor<1>| factor.clone().reshape([batch, 1]);
            let noisy = again.clone() * column(&a_again) + epsilon.clone() * column(&s_again);
            vec![flat(noisy), flat(epsilon)]
        }),
    }
}
