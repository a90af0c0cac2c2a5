//! The samplers' steps and the forward process, on samples of 3 x 32 x 32.

use burn::tensor::{Device, Tensor};

use super::{Case, Later, Work, flat, floats, plain};
use crate::kernels::diffusion::{
    AncestralVariance, BetaSchedule, Marginal, ModelOutput, NoiseSchedule, Prediction, StepInput, StepRule,
    linear_step, linear_step_portable, q_sample_with_noise,
};
use crate::rng::Stream;

const SAMPLE: usize = 3 * 32 * 32;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let device = plain(device);
    let mut cases: Vec<Later> = Vec::new();
    for batch in [16, 342, 2731] {
        let (one, two, three) = (device.clone(), device.clone(), device.clone());
        cases.push(Box::new(move || step("DDPM step", batch, &one, ddpm())));
        cases.push(Box::new(move || step("DDIM step", batch, &two, ddim())));
        cases.push(Box::new(move || noising(batch, &three)));
    }
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

fn step(kernel: &'static str, batch: usize, device: &Device, rule: StepRule) -> Case {
    let mut stream = Stream::from_seed(1);
    let [x, output]: [Tensor<2>; 2] = [(); 2].map(|()| stream.normal_tensor([batch, SAMPLE], device));
    let (again, other) = (x.clone(), output.clone());
    let (mut noise, mut noise_again) = (Stream::from_seed(2), Stream::from_seed(2));
    let read = |output: &Tensor<2>| ModelOutput::new(output.clone(), Prediction::Epsilon).clipped(1.0);
    Case {
        kernel,
        size: format!("{batch} x {SAMPLE}"),
        // Read x and the prediction, write the new x; the noise never touches memory.
        work: Work::Bytes(3 * floats(batch * SAMPLE)),
        fused: Box::new(move || {
            let next = linear_step(x.clone(), read(&output), StepInput::None, &[rule], &mut noise);
            vec![flat(next.expect("the rule fits"))]
        }),
        portable: Box::new(move || {
            let next = linear_step_portable(again.clone(), read(&other), StepInput::None, &[rule], &mut noise_again);
            vec![flat(next.expect("the rule fits"))]
        }),
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
