//! Steps in double precision, written out from their definitions: nothing is folded.

use super::*;
use crate::rng::Stream;
use burn::tensor::{Device, Tensor};

/// What a case of the tests does besides the rule itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub prediction: Prediction,
    pub guidance: Option<f64>,
    pub clip: Option<f64>,
    pub recompute: bool,
}

/// The inputs of a step, on the host.
#[derive(Clone, Debug)]
pub(super) struct Inputs {
    pub x: Vec<f64>,
    pub model: Vec<f64>,
    pub unconditional: Vec<f64>,
    pub extra: Vec<f64>,
}

impl Inputs {
    /// Normal numbers, exact in f32.
    pub(super) fn new(count: usize) -> Self {
        let mut stream = Stream::from_seed(3).fold_in("inputs");
        let mut draw = || stream.normal(count).into_iter().map(f64::from).collect();
        Self { x: draw(), model: draw(), unconditional: draw(), extra: draw() }
    }

    /// All of them, for loops.
    pub(super) fn all(&mut self) -> [&mut Vec<f64>; 4] {
        [&mut self.x, &mut self.model, &mut self.unconditional, &mut self.extra]
    }
}

/// The tensor of these values.
pub(super) fn upload<const D: usize>(values: &[f64], shape: [usize; D], device: &Device) -> Tensor<D> {
    let values: Vec<f32> = values.iter().map(|value| *value as f32).collect();
    Tensor::<1>::from_floats(values.as_slice(), device).reshape(shape)
}

impl Case {
    /// The model's output as the step reads it.
    pub(super) fn output<const D: usize>(self, model: Tensor<D>, unconditional: Tensor<D>) -> ModelOutput<D> {
        let mut output = ModelOutput::new(model, self.prediction);
        if let Some(weight) = self.guidance {
            output = output.guided(unconditional, weight);
        }
        match self.clip {
            Some(clip) if self.recompute => output.clipped_with_noise(clip),
            Some(clip) => output.clipped(clip),
            None => output,
        }
    }

    /// `x'` and the estimate of the data for element `i`.
    pub(super) fn element(self, inputs: &Inputs, i: usize, rule: &StepRule, learned: bool, z: f64) -> (f64, f64) {
        let (a, s) = (rule.at.signal(), rule.at.noise());
        let (x, u) = (inputs.x[i], inputs.unconditional[i]);
        let m = self.guidance.map_or(inputs.model[i], |weight| u + weight * (inputs.model[i] - u));
        let (mut start, mut epsilon) = estimates(self.prediction, x, m, a, s);
        if let Some(clip) = self.clip {
            start = start.clamp(-clip, clip);
            if self.recompute {
                epsilon = (x - a * start) / s;
            }
        }
        let std = if learned { (rule.log_std + rule.log_std_slope * inputs.extra[i]).exp() } else { 1.0 };
        let previous = if learned { 0.0 } else { rule.previous * inputs.extra[i] };
        let next = rule.x * x + rule.denoised * start + rule.epsilon * epsilon + previous + rule.noise * std * z;
        (next, start)
    }

    /// The whole step, with one rule or one for each sample.
    pub(super) fn step(
        self,
        inputs: &Inputs,
        inner: usize,
        rules: &[StepRule],
        learned: bool,
        noise: &[f32],
    ) -> (Vec<f64>, Vec<f64>) {
        let rule = |i: usize| &rules[if rules.len() == 1 { 0 } else { i / inner }];
        (0..inputs.x.len()).map(|i| self.element(inputs, i, rule(i), learned, noise[i].into())).unzip()
    }
}

/// `x_0` and `ε` from a prediction, by solving its definition.
pub(super) fn estimates(prediction: Prediction, x: f64, m: f64, a: f64, s: f64) -> (f64, f64) {
    match prediction {
        Prediction::Epsilon => ((x - s * m) / a, m),
        Prediction::Sample => (m, (x - a * m) / s),
        Prediction::Velocity => {
            // a ε - s x_0 = m and a x_0 + s ε = x.
            let start = (a * x - s * m) / (a * a + s * s);
            (start, (x - a * start) / s)
        }
        Prediction::Flow => {
            let start = (x - s * m) / (a + s);
            (start, start + m)
        }
        Prediction::Score => ((x + s * s * m) / a, -s * m),
        Prediction::Edm { sigma_data } => {
            let edm = EdmPreconditioning::new(s / a, sigma_data).unwrap();
            let start = edm.c_skip * x / a + edm.c_out * m;
            (start, (x - a * start) / s)
        }
    }
}
