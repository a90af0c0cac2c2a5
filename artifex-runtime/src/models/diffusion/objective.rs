//! What a network learns: its target at a random level of noise, and how far it is from it.

use burn::tensor::{Tensor, TensorData};

use crate::config::ModelConfig;
use crate::kernels::diffusion::{DiffusionError, NoiseSchedule, Prediction, prediction_target, q_sample_with_noise};
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

/// How much the levels of noise weigh in the loss.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum LossWeightingConfig {
    /// All the same.
    Simple(SimpleWeighting),
    /// By the signal-to-noise ratio, up to a limit.
    MinSnr(MinSnrWeighting),
}

impl LossWeightingConfig {
    /// The weight of the prediction's squared error at a signal-to-noise ratio.
    fn weight(&self, prediction: PredictionType, snr: f64) -> f64 {
        let Self::MinSnr(MinSnrWeighting { gamma }) = self else { return 1.0 };
        let clipped = snr.min(*gamma);
        match prediction {
            PredictionType::Sample => clipped,
            // Without signal an error of the noise says nothing about the data.
            PredictionType::Epsilon if snr == 0.0 => 1.0,
            PredictionType::Epsilon => clipped / snr,
            PredictionType::VPrediction => clipped / (snr + 1.0),
        }
    }
}

/// The loss of a denoising network: levels, targets and weights.
#[derive(Clone, Debug)]
pub(super) struct Objective {
    prediction: PredictionType,
    loss: DiffusionLoss,
    /// Signal, noise and weight of each step.
    levels: Vec<[f64; 3]>,
}

/// Examples with noise of random levels, and what a network should make of them.
#[derive(Clone, Debug)]
pub(super) struct Noised {
    /// `[B, values]`.
    pub(super) x: Tensor<2>,
    /// The step of each: `[B]`.
    pub(super) time: Tensor<1>,
    /// `[B, values]`.
    pub(super) target: Tensor<2>,
    /// Signal, noise and weight of each example's level, `[B]` each.
    pub(super) signal: Tensor<1>,
    pub(super) noise: Tensor<1>,
    pub(super) weight: Tensor<1>,
}

impl Objective {
    pub(super) fn new(
        schedule: &NoiseSchedule,
        prediction: PredictionType,
        loss: DiffusionLoss,
        weighting: &LossWeightingConfig,
    ) -> Self {
        let level = |alpha: &f64| {
            let snr = alpha / (1.0 - alpha);
            [alpha.sqrt(), (1.0 - alpha).sqrt(), weighting.weight(prediction, snr)]
        };
        Self { prediction, loss, levels: schedule.alphas_cumprod().iter().map(level).collect() }
    }

    pub(super) const fn prediction(&self) -> Prediction {
        self.prediction.kernel()
    }

    /// Noise of random levels for examples `[B, values]`. Each level is as likely as any other; those of a batch are spread evenly,
    /// which makes the loss vary less (Kingma et al. 2021, appendix I.1).
    pub(super) fn noise(&self, data: Tensor<2>, stream: &mut Stream) -> Result<Noised, DiffusionError> {
        let (count, device) = (data.dims()[0], data.device());
        let steps = spread(count, self.levels.len(), stream);
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let column = |of: &dyn Fn(usize) -> f64| {
            let values: Vec<f32> = steps.iter().map(|step| of(*step) as f32).collect();
            Tensor::<1>::from_data(TensorData::new(values, [count]), &device)
        };
        #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
        let time = column(&|step| step as f64);
        let [signal, noise, weight] = [0, 1, 2].map(|which| column(&|step| self.levels[step][which]));
        let (x, epsilon) = q_sample_with_noise(data.clone(), signal.clone(), noise.clone(), stream);
        let target = prediction_target(self.prediction(), data, epsilon, &signal, &noise)?;
        Ok(Noised { x, time, target, signal, noise, weight })
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

/// A step for each of `count` examples: their shares of `0..steps` follow each other evenly from a random one on.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "numbers below the number of steps"
)]
fn spread(count: usize, steps: usize, stream: &mut Stream) -> Vec<usize> {
    let start = f64::from(stream.uniform(1)[0]);
    let place = |i: usize| (start + i as f64 / count as f64).fract() * steps as f64;
    (0..count).map(|i| (place(i) as usize).min(steps - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels::diffusion::BetaSchedule;
    use burn::tensor::Device;

    fn schedule() -> NoiseSchedule {
        NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap()
    }

    fn objective(prediction: PredictionType, loss: DiffusionLoss, weighting: &LossWeightingConfig) -> Objective {
        Objective::new(&schedule(), prediction, loss, weighting)
    }

    fn simple() -> LossWeightingConfig {
        LossWeightingConfig::Simple(SimpleWeighting {})
    }

    fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
        x.into_data().try_to_vec::<f32>().unwrap()
    }

    const PREDICTIONS: [PredictionType; 3] =
        [PredictionType::Epsilon, PredictionType::VPrediction, PredictionType::Sample];

    #[test]
    fn a_perfect_prediction_has_no_loss() {
        let data = Stream::from_seed(1).normal_tensor::<2>([64, 5], &Device::flex());
        for prediction in PREDICTIONS {
            for loss in [DiffusionLoss::Mse, DiffusionLoss::L1, DiffusionLoss::Huber] {
                let objective = objective(prediction, loss, &simple());
                let noised = objective.noise(data.clone(), &mut Stream::from_seed(2)).unwrap();
                assert_eq!(host(objective.loss(noised.target.clone(), &noised)), [0.0]);
                assert!(host(objective.loss(noised.target.clone() + 0.1, &noised))[0] > 0.0);
            }
        }
    }

    /// `x = a x_0 + s ε` with the `ε` of the target, at the level of the step.
    #[test]
    fn examples_and_targets_belong_together() {
        let data = Stream::from_seed(1).normal_tensor::<2>([128, 3], &Device::flex());
        let noised = |prediction| {
            objective(prediction, DiffusionLoss::Mse, &simple()).noise(data.clone(), &mut Stream::from_seed(2)).unwrap()
        };
        let [epsilon, velocity, sample] = PREDICTIONS.map(noised);
        assert_eq!(host(sample.target), host(data.clone()));
        let alphas = schedule().alphas_cumprod().to_vec();
        let (x, v, e, x0) = (host(epsilon.x), host(velocity.target), host(epsilon.target), host(data));
        for (row, time) in host(epsilon.time).into_iter().enumerate() {
            let alpha = alphas[time as usize];
            let (a, s) = (alpha.sqrt(), (1.0 - alpha).sqrt());
            for at in 3 * row..3 * row + 3 {
                let [x, v, e, x0] = [x[at], v[at], e[at], x0[at]].map(f64::from);
                assert!((x - (a * x0 + s * e)).abs() < 1e-5 && (v - (a * e - s * x0)).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn losses_are_those_of_the_definitions() {
        let device = Device::flex();
        let column = |values: [f32; 2]| Tensor::<1>::from_floats(values, &device);
        let noised = Noised {
            x: Tensor::zeros([2, 2], &device),
            time: column([0.0, 1.0]),
            target: Tensor::from_floats([[1.0, 0.0], [0.0, 0.0]], &device),
            signal: column([1.0; 2]),
            noise: column([1.0; 2]),
            weight: column([1.0, 3.0]),
        };
        let output = Tensor::<2>::from_floats([[1.5, -2.0], [0.0, 0.25]], &device);
        // Errors 0.5, -2 of weight 1 and 0, 0.25 of weight 3.
        for (loss, expected) in [
            (DiffusionLoss::Mse, (0.25 + 4.0 + 3.0 * 0.0625) / 4.0),
            (DiffusionLoss::L1, (0.5 + 2.0 + 3.0 * 0.25) / 4.0),
            (DiffusionLoss::Huber, (0.125 + 1.5 + 3.0 * 0.03125) / 4.0),
        ] {
            let found = host(objective(PredictionType::Epsilon, loss, &simple()).loss(output.clone(), &noised))[0];
            assert!((f64::from(found) - expected).abs() < 1e-6, "{loss:?}: {found}, not {expected}");
        }
    }

    /// Values of min(SNR, 5) / SNR for the linear schedule, from double precision; those of the others are SNR and SNR / (SNR + 1)
    /// times as much.
    #[test]
    fn min_snr_weights() {
        let weighting = LossWeightingConfig::MinSnr(MinSnrWeighting { gamma: 5.0 });
        let snr = schedule().snr();
        let weight = |prediction, step: usize| objective(prediction, DiffusionLoss::Mse, &weighting).levels[step][2];
        for (step, expected) in
            [(0, 5.000_500_05e-4), (10, 0.010_991_246_0), (100, 0.585_708_507_8), (250, 1.0), (500, 1.0)]
        {
            let found = weight(PredictionType::Epsilon, step);
            assert!((found - expected).abs() < 1e-9, "{step}: {found}");
            assert!((weight(PredictionType::Sample, step) - expected * snr[step]).abs() < 1e-6);
            let velocity = expected * snr[step] / (snr[step] + 1.0);
            assert!((weight(PredictionType::VPrediction, step) - velocity).abs() < 1e-6);
        }
        assert!(
            objective(PredictionType::Epsilon, DiffusionLoss::Mse, &simple())
                .levels
                .iter()
                .all(|level| level[2] == 1.0)
        );
        // The last step of a schedule that ends in pure noise.
        assert_eq!(weighting.weight(PredictionType::Epsilon, 0.0), 1.0);
        assert_eq!(weighting.weight(PredictionType::VPrediction, 0.0), 0.0);
    }

    #[test]
    fn steps_are_uniform_and_spread_evenly() {
        let mut stream = Stream::from_seed(5);
        let mut counts = [0_u32; 10];
        for _ in 0..1000 {
            let mut steps = spread(5, 10, &mut stream);
            steps.iter().for_each(|step| counts[*step] += 1);
            steps.sort_unstable();
            assert!(steps.windows(2).all(|pair| pair[1] - pair[0] == 2), "{steps:?}");
        }
        // 5000 of 10; the standard deviation of each count is that of 1000 coins.
        assert!(counts.iter().all(|count| count.abs_diff(500) < 5 * 16), "{counts:?}");
        assert!(spread(1000, 7, &mut stream).iter().all(|step| *step < 7));
    }
}
