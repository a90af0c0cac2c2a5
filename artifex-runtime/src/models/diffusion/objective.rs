//! What a network learns: its target at a random level of noise, and how far it is from it.

use burn::tensor::{Tensor, TensorData};

use super::learned::Steps;
use super::process::{Level, Process};
use crate::config::ModelConfig;
use crate::kernels::diffusion::{
    DiffusionError, Marginal, Prediction, convert_prediction, prediction_target, q_sample_with_noise,
};
use crate::rng::Stream;

/// What the network predicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum PredictionType {
    /// The noise (Ho et al. 2020, equation 14).
    #[default]
    Epsilon,
    /// The velocity, by which one turns into the other: `√ᾱ ε - √(1 - ᾱ) x_0` (Salimans and Ho 2022, appendix D).
    #[config(rename = "v_prediction")]
    VPrediction,
    /// The data.
    Sample,
}

impl PredictionType {
    pub(super) const fn kernel(self) -> Prediction {
        match self {
            Self::Epsilon => Prediction::Epsilon,
            Self::VPrediction => Prediction::Velocity,
            Self::Sample => Prediction::Sample,
        }
    }
}

/// How a prediction is compared with its target, value by value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum DiffusionLoss {
    /// The squared error.
    #[default]
    Mse,
    /// Its magnitude.
    L1,
    /// Half the squared error up to 1, from there on the magnitude less a half (Huber 1964).
    Huber,
}

/// Every level of noise weighs the same (Ho et al. 2020, equation 14).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct SimpleWeighting {}

/// Levels of little noise weigh no more than one of signal-to-noise ratio γ, as errors of the data do (Hang et al. 2023, section
/// 3.4).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct MinSnrWeighting {
    /// γ.
    #[config(default = 5.0, exclusive_min = 0)]
    pub gamma: f64,
}

/// Levels weigh so that errors of data of standard deviation `σ_d` count `(σ² + σ_d²) / (σ σ_d)²` times, with noise of `σ` times the signal
/// (Karras et al. 2022, table 1). What `edm` predicts is scaled so that `simple` is the same there.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct EdmWeighting {
    /// `σ_d`.
    #[config(default = 0.5, exclusive_min = 0)]
    pub sigma_data: f64,
}

/// How much the levels of noise weigh in the loss.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum LossWeightingConfig {
    /// All the same.
    Simple(SimpleWeighting),
    /// By the signal-to-noise ratio, up to a limit.
    MinSnr(MinSnrWeighting),
    /// As EDM.
    Edm(EdmWeighting),
}

impl LossWeightingConfig {
    /// The weight of the prediction's squared error at a level.
    fn weight(&self, prediction: Prediction, at: Marginal) -> f64 {
        let snr = at.ratio().powi(-2);
        let of_data = match self {
            Self::Simple(_) => return 1.0,
            Self::MinSnr(MinSnrWeighting { gamma }) => snr.min(*gamma),
            Self::Edm(EdmWeighting { sigma_data }) => sigma_data.powi(-2) + snr,
        };
        let error = prediction.error_of_data(at);
        // Without signal an error of the noise says nothing about the data.
        if error.is_infinite() { 1.0 } else { of_data * error * error }
    }
}

/// How training draws times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Times {
    /// All as likely.
    Uniform,
    /// The logistic function of a normal number: from 0 to 1 (Esser et al. 2024, equation 19).
    LogitNormal { mean: f64, std: f64 },
    /// `ln σ` of EDM is normal, and has no ends (Karras et al. 2022, table 1).
    LogNormal { mean: f64, std: f64 },
}

/// The loss of a denoising network: levels, targets and weights.
#[derive(Clone, Debug)]
pub(super) struct Objective {
    pub(super) process: Process,
    pub(super) times: Times,
    pub(super) prediction: Prediction,
    /// What the network gives is multiplied by this to be the prediction.
    pub(super) output_scale: f64,
    pub(super) loss: DiffusionLoss,
    pub(super) weighting: LossWeightingConfig,
    /// Whether the network predicts the variances of a schedule's steps too.
    pub(super) learns_variance: bool,
}

/// Examples with noise of random levels, and what a network should make of them.
#[derive(Clone, Debug)]
pub(super) struct Noised {
    /// `[B, values]`.
    pub(super) x: Tensor<2>,
    /// What the network sees of it.
    pub(super) input: Tensor<2>,
    /// The time of each as the network is told it: `[B]`.
    pub(super) time: Tensor<1>,
    /// `[B, values]`.
    pub(super) target: Tensor<2>,
    /// Signal, noise and weight of each example's level, `[B]` each.
    pub(super) signal: Tensor<1>,
    pub(super) noise: Tensor<1>,
    pub(super) weight: Tensor<1>,
    /// What predictions of the variance are judged by.
    pub(super) steps: Option<Steps>,
}

impl Objective {
    /// Noise of random levels for examples `[B, values]`.
    pub(super) fn noise(&self, data: Tensor<2>, stream: &mut Stream) -> Result<Noised, DiffusionError> {
        let (count, device) = (data.dims()[0], data.device());
        let levels = self.levels(count, stream)?;
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let column = |of: &dyn Fn(&Level) -> f64| {
            let values: Vec<f32> = levels.iter().map(|level| of(level) as f32).collect();
            Tensor::<1>::from_data(TensorData::new(values, [count]), &device)
        };
        let time = column(&|level| level.time);
        let [signal, noise] = [column(&|level| level.marginal.signal()), column(&|level| level.marginal.noise())];
        let weight = column(&|level| self.weighting.weight(self.prediction, level.marginal));
        let steps = match &self.process {
            Process::Discrete(schedule) if self.learns_variance => Some(Steps::new(schedule, &levels, &data)?),
            _ => None,
        };
        let (x, epsilon) = q_sample_with_noise(data.clone(), signal.clone(), noise.clone(), stream);
        let target = prediction_target(self.prediction, data, epsilon, &signal, &noise)?;
        let input = if self.process.scales() {
            x.clone() * column(&|level| self.process.input_scale(level.marginal)).unsqueeze_dim::<2>(1)
        } else {
            x.clone()
        };
        Ok(Noised { x, input, time, target, signal, noise, weight, steps })
    }

    /// Random levels. Where all times are as likely, those of a batch are spread evenly, which makes the loss vary less (Kingma et al.
    /// 2021, appendix I.1).
    fn levels(&self, count: usize, stream: &mut Stream) -> Result<Vec<Level>, DiffusionError> {
        match (self.times, &self.process) {
            (Times::Uniform, Process::Discrete(schedule)) => {
                #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
                let level = |step| Ok(Level { marginal: schedule.marginal(step)?, time: step as f64 });
                spread(count, schedule.steps(), stream).into_iter().map(level).collect()
            }
            (Times::Uniform, process) => {
                let least = process.least();
                let shares = shares(count, stream).into_iter();
                shares.map(|share| process.level(least + (1.0 - least) * share)).collect()
            }
            (Times::LogitNormal { mean, std }, process) => {
                let time = |z: f32| 1.0 / (1.0 + (-(mean + std * f64::from(z))).exp());
                stream.normal(count).into_iter().map(|z| process.level(time(z))).collect()
            }
            (Times::LogNormal { mean, std }, _) => {
                let sigma = |z: f32| (mean + std * f64::from(z)).exp();
                stream.normal(count).into_iter().map(|z| Process::at_sigma(sigma(z))).collect()
            }
        }
    }

    /// The variational bound of the steps from predictions of what the network predicts and of the variance, `[B, values]` each, if it
    /// learns variances: in bits for each value, `[1]`. The variance alone learns from it.
    pub(super) fn bound(&self, output: Tensor<2>, variance: Tensor<2>, noised: &Noised) -> Option<Tensor<1>> {
        let (from, to) = (self.prediction, Prediction::Sample);
        let denoised =
            convert_prediction(noised.x.clone(), output.detach(), from, to, &noised.signal, &noised.noise).ok()?;
        noised.steps.as_ref().map(|steps| steps.bound(denoised, variance).mean())
    }

    /// How much the bound weighs beside the loss: λ = 0.001 of its sum over all steps (Nichol and Dhariwal 2021, equation 16).
    #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
    pub(super) fn bound_weight(&self) -> f64 {
        let steps = if let Process::Discrete(schedule) = &self.process { schedule.steps() } else { 0 };
        0.001 * steps as f64
    }

    /// The loss of predictions `[B, values]`, the mean over values and examples: `[1]`.
    pub(super) fn loss(&self, output: Tensor<2>, noised: &Noised) -> Tensor<1> {
        let error = output - noised.target.clone();
        let each = match self.loss {
            DiffusionLoss::Mse => error.square(),
            DiffusionLoss::L1 => error.abs(),
            DiffusionLoss::Huber => {
                // ½ e² up to 1, then |e| - ½: with m = min(|e|, 1), m (|e| - ½ m).
                let size = error.abs();
                let near = size.clone().clamp_max(1.0);
                near.clone() * (size - near * 0.5)
            }
        };
        (each.mean_dim(1).squeeze_dim::<1>(1) * noised.weight.clone()).mean()
    }
}

/// A step for each of `count` examples: their shares of `0..steps`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "numbers below the number of steps"
)]
fn spread(count: usize, steps: usize, stream: &mut Stream) -> Vec<usize> {
    let step = |share: f64| ((share * steps as f64) as usize).min(steps - 1);
    shares(count, stream).into_iter().map(step).collect()
}

/// `count` numbers from 0 to 1 that follow each other evenly from a random one on.
#[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
fn shares(count: usize, stream: &mut Stream) -> Vec<f64> {
    let start = f64::from(stream.uniform(1)[0]);
    (0..count).map(|i| (start + i as f64 / count as f64).fract()).collect()
}

#[cfg(all(test, feature = "flex"))]
mod tests;
