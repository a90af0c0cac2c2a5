//! A matrix that mixes channels.

use std::cmp::Ordering;

use burn::module::{Module, Param};
use burn::tensor::{Tensor, TensorData};
use nalgebra::DMatrix;

use super::{Grid, Mapped, for_each};
use crate::models::SampleError;
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
        let matrix = DMatrix::from_row_iterator(channels, channels, values.into_iter().map(f64::from));
        let inverse = matrix.try_inverse().ok_or_else(|| {
            SampleError::Unsupported(
                "the samples cannot be drawn, for a matrix of the flow has no inverse: training has diverged; lower the \
                 learning rate"
                    .into(),
            )
        })?;
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let values: Vec<f32> = inverse.transpose().iter().map(|x| *x as f32).collect();
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

/// The factors of a random rotation, even over all of them, from normal numbers (Mezzadri 2007, section 5).
fn rotation_factors(draws: &[f32], channels: usize) -> Vec<f32> {
    let qr = DMatrix::from_row_iterator(channels, channels, draws.iter().copied().map(f64::from)).qr();
    let (mut rotation, r) = (qr.q(), qr.r());
    for (mut column, sign) in rotation.column_iter_mut().zip(r.diagonal().iter().map(|x| x.signum())) {
        column *= sign;
    }
    // The permutation that they come with is left out: that is the order of the rows.
    let lu = rotation.lu();
    let (lower, mut upper) = (lu.l(), lu.u());
    for (k, mut column) in upper.column_iter_mut().enumerate() {
        // A column with the other sign is that of a rotation too, and makes the diagonal positive.
        let sign = column[k].signum();
        column *= sign;
    }
    let entry = |row: usize, column: usize| match row.cmp(&column) {
        Ordering::Greater => lower[(row, column)],
        Ordering::Equal => upper[(row, column)].ln(),
        Ordering::Less => upper[(row, column)],
    };
    #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
    (0..channels * channels).map(|at| entry(at / channels, at % channels) as f32).collect()
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Rngs;

    #[test]
    fn it_starts_as_a_rotation() {
        let device = crate::device::cpu();
        for channels in [1, 2, 5, 12] {
            let layer = Invertible::new([channels, 1, 1], &ParamScope::root(&mut Rngs::new(3), &device));
            let (weight, _) = layer.weight();
            let (_, product) = to_host(weight.clone().matmul(weight.transpose())).unwrap();
            for (at, value) in product.into_iter().enumerate() {
                let expected = if at / channels == at % channels { 1.0 } else { 0.0 };
                assert!((value - expected).abs() < 1e-5, "{channels} channels, {at}: {value}");
            }
        }
    }
}
