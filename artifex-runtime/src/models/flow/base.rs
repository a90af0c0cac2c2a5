//! What latents are distributed as.

use burn::tensor::{Device, Tensor, TensorData};

use super::config::{BaseDistribution, FlowDataConfig};
use crate::distributions::normal_log_prob;
use crate::models::{SampleError, SampleOptions};
use crate::rng::Stream;

/// A distribution of independent variables that all have the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Base {
    Normal { loc: f64, scale: f64 },
    Uniform { low: f64, high: f64 },
}

impl Base {
    pub(super) fn new(config: &FlowDataConfig) -> Self {
        let params = &config.base_distribution_params;
        match config.base_distribution {
            BaseDistribution::Normal => {
                Self::Normal { loc: params.loc.unwrap_or(0.0), scale: params.scale.unwrap_or(1.0) }
            }
            BaseDistribution::Uniform => {
                Self::Uniform { low: params.low.unwrap_or(-1.0), high: params.high.unwrap_or(1.0) }
            }
        }
    }

    /// The logarithm of the density of each example, -∞ where it is 0: `[B, D]` to `[B]`.
    pub(super) fn log_prob(self, z: Tensor<2>) -> Tensor<1> {
        match self {
            Self::Normal { loc, scale } => {
                let one = |value: f64| Tensor::<2>::full([1, 1], value, &z.device().without_autodiff());
                normal_log_prob(z.clone(), one(loc), one(2.0 * scale.ln()))
            }
            Self::Uniform { low, high } => {
                let [count, width] = z.dims();
                #[expect(clippy::cast_precision_loss, reason = "far fewer variables than 2^52")]
                let inside = -(high - low).ln() * width as f64;
                let z = z.detach();
                let outside = z.clone().lower_elem(low).bool_or(z.clone().greater_elem(high));
                let count_outside = outside.float().sum_dim(1).reshape([count]);
                let density = Tensor::full([count], inside, &z.device());
                density.mask_fill(count_outside.greater_elem(0.5), f64::NEG_INFINITY)
            }
        }
    }

    /// Draws `[n, D]`. The temperature scales the distance from the middle.
    pub(super) fn draw(
        self,
        stream: &mut Stream,
        shape: [usize; 2],
        options: &SampleOptions,
        device: &Device,
    ) -> Result<Tensor<2>, SampleError> {
        match self {
            Self::Normal { loc, scale } => Ok(options.latent(stream, shape, device) * scale + loc),
            Self::Uniform { .. } if options.truncation.is_some() => Err(SampleError::Unsupported(
                "the truncation cuts off a normal distribution, but this flow's latents are uniform; leave it out"
                    .into(),
            )),
            Self::Uniform { low, high } => {
                #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
                let place = |u: f32| (low + (high - low) * (0.5 + (f64::from(u) - 0.5) * options.temperature)) as f32;
                let values: Vec<f32> = stream.uniform(shape.iter().product()).into_iter().map(place).collect();
                Ok(Tensor::from_data(TensorData::new(values, shape), device))
            }
        }
    }
}
