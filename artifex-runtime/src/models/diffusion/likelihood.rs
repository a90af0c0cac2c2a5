//! Log-likelihoods by the probability-flow equation.
//!
//! Along `dx/dt = v(x, t)` the logarithm of the density falls by the divergence of `v` (Chen et al. 2018, equation 8), so that of an
//! example is that of where it arrives among the noise, plus the divergence on the way (Song et al. 2021, score SDE, equation 39).

use burn::tensor::{Tensor, TensorData};

use super::process::{Level, Process};
use crate::config::ModelConfig;
use crate::kernels::diffusion::{DiffusionError, ModelOutput, StepRule, linear_step};
use crate::rng::Stream;

/// How log-likelihoods are computed: from data to noise along the probability-flow equation (Song et al. 2021, score SDE, section 4.3).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct LikelihoodConfig {
    /// Steps of the classical Runge-Kutta method, of order 4. The network is asked four times in each.
    #[config(default = 25, min = 1)]
    pub steps: usize,
    /// Random directions along which the divergence is measured: its mean is right, and more directions vary less (Hutchinson 1990).
    /// If it is left out, 1 for images, while that of points is exact.
    #[config(min = 1)]
    pub probes: Option<usize>,
}

/// Directions `[K · B, D]` along which a divergence is measured, and the factor of the sum of what they give.
pub(super) struct Directions {
    rows: Tensor<2>,
    copies: usize,
    factor: f64,
}

impl Directions {
    /// Every axis: the divergence itself. For points like `[B, D]`.
    pub(super) fn exact(x: &Tensor<2>) -> Self {
        let [count, width] = x.dims();
        let eye = Tensor::<2>::eye(width, &x.device().without_autodiff());
        let directions = eye.unsqueeze_dim::<3>(1).repeat_dim(1, count).reshape([width * count, width]);
        Self { rows: directions.cast(x.dtype()), copies: width, factor: 1.0 }
    }

    /// Random signs: an estimate without bias.
    pub(super) fn random(x: &Tensor<2>, probes: usize, stream: &mut Stream) -> Self {
        let [count, width] = x.dims();
        let rows = probes * count;
        let signs: Vec<f32> =
            stream.bernoulli(0.5, rows * width).into_iter().map(|up| if up { 1.0 } else { -1.0 }).collect();
        let device = x.device().without_autodiff();
        let signs = Tensor::<2>::from_data(TensorData::new(signs, [rows, width]), &device);
        #[expect(clippy::cast_precision_loss, reason = "a few probes")]
        let factor = 1.0 / probes as f64;
        Self { rows: signs.cast(x.dtype()), copies: probes, factor }
    }

    /// How often the network sees each example.
    pub(super) const fn copies(&self) -> usize {
        self.copies
    }
}

/// The log-density of examples `x: [B, D]` in nats: `[B]`.
///
/// `model` is the network's output for `[K · B, D]` with autodiff, the examples as often as there are directions for each; it must be
/// differentiable in what it is given.
///
/// # Errors
/// If the process has no end, or the prediction does not determine what moves.
pub(super) fn log_density(
    process: &Process,
    steps: usize,
    x: Tensor<2>,
    directions: &Directions,
    mut model: impl FnMut(&Tensor<2>, Level) -> ModelOutput<2>,
) -> Result<Tensor<1>, DiffusionError> {
    let [_, width] = x.dims();
    let mut x = x.without_autodiff();
    let [least, most] = process.range();
    let mut divergence = Tensor::<1>::zeros([x.dims()[0]], (&x.device(), x.dtype()));
    // Times are squares of equal steps: near the data, noise grows as the root of time for some processes.
    let time = |u: f64| least + (most - least) * u * u;
    let mut slope = |x: &Tensor<2>, u: f64| {
        let (velocity, divergence) = move_and_spread(process, time(u), x, directions, &mut model)?;
        let rate = 2.0 * u * (most - least);
        Ok::<_, DiffusionError>((velocity * rate, divergence * rate))
    };
    #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
    let h = 1.0 / steps as f64;
    for step in 0..steps {
        #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
        let u = step as f64 * h;
        let end = (u + h).min(1.0);
        let (k1, d1) = slope(&x, u)?;
        let (k2, d2) = slope(&(x.clone() + k1.clone() * (0.5 * h)), u + 0.5 * h)?;
        let (k3, d3) = slope(&(x.clone() + k2.clone() * (0.5 * h)), u + 0.5 * h)?;
        let (k4, d4) = slope(&(x.clone() + k3.clone() * h), end)?;
        x = x + (k1 + (k2 + k3) * 2.0 + k4) * (h / 6.0);
        divergence = divergence + (d1 + (d2 + d3) * 2.0 + d4) * (h / 6.0);
    }
    let std = process.prior_std(process.level(most)?);
    #[expect(clippy::cast_precision_loss, reason = "far fewer values than 2^52")]
    let constant = width as f64 * (std.ln() + 0.5 * (2.0 * std::f64::consts::PI).ln());
    let normal = (x / std).square().sum_dim(1).squeeze_dim::<1>(1) * -0.5 - constant;
    Ok(normal + divergence)
}

/// `v(x, t)` and its divergence.
fn move_and_spread(
    process: &Process,
    time: f64,
    x: &Tensor<2>,
    directions: &Directions,
    model: &mut impl FnMut(&Tensor<2>, Level) -> ModelOutput<2>,
) -> Result<(Tensor<2>, Tensor<1>), DiffusionError> {
    let (level, [signal, noise]) = (process.level(time)?, process.rates(time)?);
    let rule = StepRule::rate(level.marginal, signal, noise)?;
    let [count, width] = x.dims();
    let copies = x.clone().repeat_dim(0, directions.copies).autodiff().require_grad();
    let output = model(&copies, level);
    // Nothing is drawn.
    let velocity = linear_step(copies.clone(), output, None, &[rule], &mut Stream::from_seed(0))?;
    let along = (velocity.clone() * directions.rows.clone().autodiff()).sum();
    let mut gradients = along.backward();
    let gradient = copies.grad_remove(&mut gradients).unwrap_or_else(|| copies.clone().without_autodiff().zeros_like());
    let each = (gradient * directions.rows.clone()).sum_dim(1).reshape([directions.copies, count]);
    let divergence = each.sum_dim(0).reshape([count]) * directions.factor;
    Ok((velocity.without_autodiff().narrow(0, 0, count).reshape([count, width]), divergence))
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::super::process::tests::processes;
    use super::*;
    use crate::kernels::diffusion::Prediction;
    use burn::tensor::{DType, Device};

    const MEAN: f64 = 0.4;
    const STD: f64 = 0.6;

    /// `E[x_0 | x_t]` of data `N(MEAN, STD²)`; of a flow, whose path begins without noise, the velocity.
    fn exact(process: &Process) -> impl FnMut(&Tensor<2>, Level) -> ModelOutput<2> {
        let flow = matches!(process, Process::Flow { .. });
        move |x, level| {
            let (a, s) = (level.marginal.signal(), level.marginal.noise());
            let total = a * a * STD * STD + s * s;
            let centred = x.clone() - a * MEAN;
            let denoised = centred.clone() * (a * STD * STD / total) + MEAN;
            if flow {
                ModelOutput::new(centred * (s / total) - denoised, Prediction::Flow)
            } else {
                ModelOutput::new(denoised, Prediction::Sample)
            }
        }
    }

    fn points() -> Tensor<2> {
        let values = [[-1.5, 0.3], [2.0, 0.4], [0.9, -0.1]];
        Tensor::from_data(TensorData::from(values), (&Device::flex(), DType::F64))
    }

    /// Of each coordinate the log-density at the least noise, `N(a MEAN, a² STD² + s²)`, plus what that at the end is off by: examples arrive
    /// as many deviations from the mean, and are compared there with the distribution that samples begin with.
    fn expected(process: &Process, x: &Tensor<2>) -> Vec<f64> {
        let [start, end] = process.range().map(|time| process.level(time).unwrap());
        let at = |level: Level| {
            let (a, s) = (level.marginal.signal(), level.marginal.noise());
            (a * MEAN, (a * STD).hypot(s))
        };
        let density = |x: f64, (mean, std): (f64, f64)| {
            -0.5 * ((x - mean) / std).powi(2) - std.ln() - 0.5 * (2.0 * std::f64::consts::PI).ln()
        };
        let each = |x: &f64| {
            let arrival = at(end).0 + (x - at(start).0) * at(end).1 / at(start).1;
            let prior = (0.0, process.prior_std(end));
            density(*x, at(start)) + density(arrival, prior) - density(arrival, at(end))
        };
        host(x.clone()).as_chunks::<2>().0.iter().map(|row| row.iter().map(each).sum()).collect()
    }

    fn host<const D: usize>(x: Tensor<D>) -> Vec<f64> {
        x.into_data().try_to_vec::<f64>().unwrap()
    }

    fn error(process: &Process, steps: usize) -> f64 {
        let x = points();
        let found = log_density(process, steps, x.clone(), &Directions::exact(&x), exact(process)).unwrap();
        host(found).iter().zip(expected(process, &x)).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    }

    /// Along every process. What is left is the error of the method, and of a schedule's kinks.
    #[test]
    fn the_log_likelihood_of_normal_data_is_that_of_the_closed_form() {
        for process in processes() {
            let error = error(&process, 128);
            assert!(error < 2e-3, "{process:?}: {error}");
        }
    }

    /// A flow ends at the noise itself, so that its error is that of the method alone: half the step leaves about a
    /// sixteenth.
    #[test]
    fn the_method_is_of_order_four() {
        let flow = Process::Flow { shift: 1.0, least: 1e-3 };
        let (coarse, fine) = (error(&flow, 16), error(&flow, 32));
        assert!((10.0..24.0).contains(&(coarse / fine)) && fine < 1e-3, "{coarse:e} {fine:e}");
    }

    /// Of a linear map of one coordinate each, any direction of signs gives the trace itself; of one that turns, the mean does.
    #[test]
    fn random_directions_estimate_the_divergence() {
        let (process, x) = (Process::Flow { shift: 1.0, least: 1e-3 }, points());
        let whole = host(log_density(&process, 16, x.clone(), &Directions::exact(&x), exact(&process)).unwrap());
        let some = Directions::random(&x, 1, &mut Stream::from_seed(1));
        let found = host(log_density(&process, 16, x.clone(), &some, exact(&process)).unwrap());
        assert!(found.iter().zip(&whole).all(|(a, b)| (a - b).abs() < 1e-9));
        let turned = |x: &Tensor<2>, _: Level| {
            let columns =
                x.clone() * Tensor::<2>::from_data(TensorData::from([[0.3, 0.9]]), &x.device()).cast(x.dtype());
            let rows = x.clone().flip([1]) * 0.5;
            ModelOutput::new(columns + rows, Prediction::Flow)
        };
        let spread = |directions: &Directions| {
            let mut model = turned;
            host(move_and_spread(&process, 0.5, &x, directions, &mut model).unwrap().1)
        };
        assert!(spread(&Directions::exact(&x)).iter().all(|trace| (trace - 1.2).abs() < 1e-6));
        let many = spread(&Directions::random(&x, 4000, &mut Stream::from_seed(2)));
        // One direction gives 1.2 ± 1, so their mean is uncertain by 1/√4000.
        assert!(many.iter().all(|trace| (trace - 1.2).abs() < 5.0 / 4000_f64.sqrt()), "{many:?}");
        let one = spread(&Directions::random(&x, 1, &mut Stream::from_seed(3)));
        assert!(one.iter().all(|trace| ((trace - 1.2).abs() - 1.0).abs() < 1e-6), "{one:?}");
    }
}
