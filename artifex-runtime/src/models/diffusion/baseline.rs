//! A trivial model to be better than: the exact denoiser of the normal distribution fitted to the training data.

use burn::tensor::{Tensor, TensorData};
use nalgebra::{DMatrix, SymmetricEigen};

use super::objective::Objective;
use crate::kernels::diffusion::{Prediction, convert_prediction};
use crate::rng::Stream;

/// The most values of an example for which a whole covariance matrix is fitted. Above, each value has a variance of its own.
const MOST: usize = 1024;

/// Levels and noises that each held-out example is given.
const DRAWS: usize = 16;

/// The loss on `held_out` of the best prediction for data from the normal distribution with mean and covariance of `train`, and what
/// that is called. Levels and noise are drawn by a fixed seed, several for each example. `None` where there are no examples, or they
/// cannot be read.
///
/// Both: `[N, values]`, as the network sees them.
pub(super) fn gaussian_loss(
    train: &Tensor<2>,
    held_out: &Tensor<2>,
    objective: &Objective,
) -> Option<(&'static str, f64)> {
    let (train, held_out) = (train.clone().without_autodiff(), held_out.clone().without_autodiff());
    if train.dims()[0] == 0 || held_out.dims()[0] == 0 {
        return None;
    }
    let gaussian = Gaussian::fit(train)?;
    let mut stream = Stream::from_seed(0).fold_in("gaussian denoiser");
    let mut total = 0.0;
    for _ in 0..DRAWS {
        let noised = objective.noise(held_out.clone(), &mut stream).ok()?;
        let denoised = gaussian.denoise(noised.x.clone(), &noised.signal, &noised.noise);
        let (from, to) = (Prediction::Sample, objective.prediction);
        let output = convert_prediction(noised.x.clone(), denoised, from, to, &noised.signal, &noised.noise).ok()?;
        total += objective.loss(output, &noised).try_into_scalar::<f64>().ok()?;
    }
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let mean = total / DRAWS as f64;
    Some((gaussian.name(), mean))
}

/// A normal distribution by its principal axes.
struct Gaussian {
    /// `[1, values]`.
    mean: Tensor<2>,
    /// The axes as columns, `[values, values]`; `None` if they are those of the values.
    axes: Option<Tensor<2>>,
    /// Variances along the axes: `[1, values]`.
    variances: Tensor<2>,
}

impl Gaussian {
    /// Mean and covariance of `[N, values]`.
    fn fit(data: Tensor<2>) -> Option<Self> {
        let [count, width] = data.dims();
        let mean = data.clone().mean_dim(0);
        let centred = data - mean.clone();
        if width > MOST {
            let variances = centred.square().mean_dim(0);
            return Some(Self { mean, axes: None, variances });
        }
        #[expect(clippy::cast_precision_loss, reason = "far fewer examples than 2^52")]
        let covariance = centred.clone().transpose().matmul(centred) / count as f64;
        let device = mean.device();
        let entries = covariance.into_data().try_to_vec_as::<f64>().ok()?;
        let eigen = SymmetricEigen::new(DMatrix::from_row_slice(width, width, &entries));
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let single = |values: &mut dyn Iterator<Item = f64>| values.map(|x| x as f32).collect::<Vec<_>>();
        // Column by column, which are the axes.
        let axes = single(&mut eigen.eigenvectors.iter().copied());
        let variances = single(&mut eigen.eigenvalues.iter().map(|value| value.max(0.0)));
        let axes = Tensor::<2>::from_data(TensorData::new(axes, [width, width]), &device).transpose();
        let variances = Tensor::from_data(TensorData::new(variances, [1, width]), &device);
        Some(Self { mean, axes: Some(axes), variances })
    }

    const fn name(&self) -> &'static str {
        if self.axes.is_some() { "Gaussian denoiser" } else { "Gaussian denoiser of each value" }
    }

    /// `E[x_0 | x_t]` at a level for each example: along each axis `μ + a λ (x - a μ) / (a² λ + s²)`.
    fn denoise(&self, x: Tensor<2>, signal: &Tensor<1>, noise: &Tensor<1>) -> Tensor<2> {
        let [a, s] = [signal, noise].map(|factor| factor.clone().unsqueeze_dim::<2>(1));
        let centred = x - a.clone() * self.mean.clone();
        let along = match &self.axes {
            Some(axes) => centred.matmul(axes.clone()),
            None => centred,
        };
        let total = a.clone().square() * self.variances.clone() + s.square();
        let along = along * (a * self.variances.clone() / total);
        let denoised = match &self.axes {
            Some(axes) => along.matmul(axes.clone().transpose()),
            None => along,
        };
        denoised + self.mean.clone()
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::super::objective::{DiffusionLoss, LossWeightingConfig, SimpleWeighting, Times};
    use super::*;
    use crate::kernels::diffusion::{BetaSchedule, NoiseSchedule};
    use burn::tensor::Device;

    fn schedule() -> NoiseSchedule {
        NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap()
    }

    fn objective(prediction: Prediction) -> Objective {
        Objective {
            process: schedule().into(),
            times: Times::Uniform,
            prediction,
            output_scale: 1.0,
            loss: DiffusionLoss::Mse,
            weighting: LossWeightingConfig::Simple(SimpleWeighting {}),
            learns_variance: false,
        }
    }

    /// Normal data of variances 4 and 0.25 along axes that are turned by an angle. The best prediction's expected squared error at a
    /// level is, along each axis, the variance of the target given `x_t`: `λ s² / (a² λ + s²)` for the data, and as much times `a²/s²`
    /// for the noise and `1/s²` for their mixture.
    #[test]
    fn the_loss_is_that_of_the_closed_form() {
        const COUNT: usize = 4000;
        let device = Device::flex();
        let normal = Stream::from_seed(1).normal(2 * COUNT);
        let (sin, cos) = 0.6_f32.sin_cos();
        let turned: Vec<f32> = normal
            .as_chunks::<2>()
            .0
            .iter()
            .flat_map(|[x, y]| [1.0 + 2.0 * cos * x - 0.5 * sin * y, -3.0 + 2.0 * sin * x + 0.5 * cos * y])
            .collect();
        let data = Tensor::<2>::from_data(TensorData::new(turned, [COUNT, 2]), &device);
        let expected = |factor: &dyn Fn(f64, f64) -> f64| {
            let at = |alpha: &f64| {
                let (a2, s2) = (*alpha, 1.0 - alpha);
                [4.0, 0.25].map(|v| v * s2 / (a2 * v + s2)).iter().sum::<f64>() / 2.0 * factor(a2, s2)
            };
            schedule().alphas_cumprod().iter().map(at).sum::<f64>() / 1000.0
        };
        for (prediction, expected) in [
            (Prediction::Sample, expected(&|_, _| 1.0)),
            (Prediction::Epsilon, expected(&|a2, s2| a2 / s2)),
            (Prediction::Velocity, expected(&|_, s2| 1.0 / s2)),
        ] {
            let found = gaussian_loss(&data, &data, &objective(prediction)).unwrap().1;
            assert!((found / expected - 1.0).abs() < 0.03, "{prediction:?}: {found}, not {expected}");
        }
    }

    /// Of independent values the two fits are one.
    #[test]
    fn a_variance_for_each_value_does_for_many() {
        let data = Stream::from_seed(2).normal_tensor::<2>([50, MOST + 1], &Device::flex());
        let gaussian = Gaussian::fit(data.clone()).unwrap();
        assert_eq!(gaussian.name(), "Gaussian denoiser of each value");
        let one = Tensor::<1>::full([50], 0.6, &Device::flex());
        let other = Tensor::<1>::full([50], 0.8, &Device::flex());
        let first = |x: Tensor<2>| x.narrow(1, 0, 1);
        let found = first(gaussian.denoise(data.clone(), &one, &other));
        let alone = Gaussian::fit(first(data.clone())).unwrap().denoise(first(data), &one, &other);
        let host = |x: Tensor<2>| x.into_data().try_to_vec::<f32>().unwrap();
        assert!(host(found).iter().zip(host(alone)).all(|(a, b)| (a - b).abs() < 1e-5));
    }

    #[test]
    fn there_is_none_without_examples() {
        let objective = objective(Prediction::Epsilon);
        let (none, some) = (Tensor::<2>::zeros([0, 2], &Device::flex()), Tensor::<2>::ones([3, 2], &Device::flex()));
        assert!(gaussian_loss(&none, &some, &objective).is_none() && gaussian_loss(&some, &none, &objective).is_none());
    }
}
