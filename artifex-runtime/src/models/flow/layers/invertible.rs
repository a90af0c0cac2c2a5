//! A matrix that mixes channels.

use burn::module::{Module, Param};
use burn::tensor::{Tensor, TensorData};

use super::{Grid, Mapped, for_each};
use crate::models::SampleError;
use crate::models::flow::matrix::{Matrix, random_rotation};
use crate::nn::params::to_host;
use crate::nn::{Initializer, ParamScope};

/// `z = W x` at each position, with `W = L (U + diag(exp(s)))` (Kingma and Dhariwal 2018, equation 10): `L` has ones on its diagonal
/// and zeros above, `U` zeros on its diagonal and below. So `ln |det W| = Σ s`.
///
/// Their fixed permutation is not needed: the rows of the rotation that `W` starts as are put in an order that has such factors.
#[derive(Module, Debug)]
pub struct Invertible {
    /// `[C, C]`: `L` below the diagonal, `s` on it, `U` above.
    factors: Param<Tensor<2>>,
    positions: usize,
}

impl Invertible {
    /// A random rotation.
    pub(in super::super) fn new([channels, height, width]: Grid, scope: &ParamScope) -> Self {
        let draws = scope.weight("factors", [channels, channels], [1, 1], Initializer::LecunNormal);
        let device = scope.device().clone();
        let factors = draws.map(|draws| {
            // A device that cannot be read has not been able to build the model.
            let (_, draws) = to_host(draws).unwrap_or_default();
            let values = rotation_factors(&draws, channels);
            Tensor::from_data(TensorData::new(values, [channels, channels]), &device)
        });
        Self { factors, positions: height * width }
    }

    pub(super) fn forward(&self, x: Tensor<2>) -> Mapped {
        let [count, width] = x.dims();
        let (weight, diagonal) = self.weight();
        let z = self.apply(weight, x);
        #[expect(clippy::cast_precision_loss, reason = "far fewer positions than 2^52")]
        let log_det = diagonal.sum() * self.positions as f64;
        (z.reshape([count, width]), for_each(log_det, count))
    }

    /// The inverse matrix is computed on the host, in double precision.
    pub(super) fn inverse(&self, z: Tensor<2>) -> Result<Tensor<2>, SampleError> {
        let (weight, _) = self.weight();
        let channels = weight.dims()[0];
        let device = weight.device();
        let (_, values) = to_host(weight).map_err(SampleError::Device)?;
        let inverse = Matrix::new(channels, values.into_iter().map(f64::from).collect()).inverse();
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let values: Vec<f32> = inverse.values().iter().map(|x| *x as f32).collect();
        let inverse = Tensor::<2>::from_data(TensorData::new(values, [channels, channels]), &device.without_autodiff());
        Ok(self.apply(inverse, z))
    }

    /// The matrix `[C, C]`, and `s` as `[C]`.
    fn weight(&self) -> (Tensor<2>, Tensor<1>) {
        let factors = self.factors.val();
        let channels = factors.dims()[0];
        let identity = Tensor::<2>::eye(channels, &factors.device().without_autodiff());
        let diagonal = (factors.clone() * identity.clone()).sum_dim(1).reshape([channels]);
        let lower = factors.clone().tril(-1) + identity.clone();
        let upper = factors.triu(1) + identity * diagonal.clone().exp().unsqueeze::<2>();
        (lower.matmul(upper), diagonal)
    }

    /// A matrix times the channels of each position: `[B, C · positions]` to the same.
    fn apply(&self, weight: Tensor<2>, x: Tensor<2>) -> Tensor<2> {
        let [count, width] = x.dims();
        let channels = width / self.positions;
        if self.positions == 1 {
            return x.matmul(weight.transpose());
        }
        let x = x.reshape([count, channels, self.positions]).swap_dims(1, 2);
        let z = x.reshape([count * self.positions, channels]).matmul(weight.transpose());
        z.reshape([count, self.positions, channels]).swap_dims(1, 2).reshape([count, width])
    }
}

/// The factors of a random rotation, from normal numbers.
#[expect(clippy::cast_possible_truncation, reason = "values are f32")]
fn rotation_factors(draws: &[f32], channels: usize) -> Vec<f32> {
    let rotation = random_rotation(channels, &draws.iter().copied().map(f64::from).collect::<Vec<_>>());
    let lu = rotation.lu();
    let mut values: Vec<f64> = lu.factors.values().to_vec();
    for column in 0..channels {
        // A column with the other sign is that of a rotation too, and makes the diagonal positive.
        let sign = values[column * channels + column].signum();
        for row in 0..=column {
            values[row * channels + column] *= sign;
        }
        values[column * channels + column] = values[column * channels + column].ln();
    }
    values.into_iter().map(|x| x as f32).collect()
}
