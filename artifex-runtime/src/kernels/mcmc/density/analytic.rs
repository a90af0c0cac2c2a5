//! Densities that the kernels know.

use burn::backend::Dispatch;
use burn::tensor::Tensor;

use super::{Analytic, Density, Family};
use crate::kernels::mcmc::McmcError;
use crate::kernels::mcmc::error::{at_least_one, positive};
use crate::kernels::mcmc::ops::McmcOps;

/// ln 2π.
const LN_TAU: f64 = 1.837_877_066_409_345_5;

/// A normalised density with a gradient in closed form, known to the fused kernels.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalyticDensity {
    dims: usize,
    parameters: Vec<f32>,
    analytic: Analytic,
}

impl AnalyticDensity {
    /// `N(0, I)` in that many dimensions.
    ///
    /// # Errors
    /// If there are none.
    pub fn standard_normal(dims: usize) -> Result<Self, McmcError> {
        Self::normal(&vec![0.0; dims], &vec![1.0; dims])
    }

    /// Independent normals with these means and standard deviations.
    ///
    /// # Errors
    /// If there are none, their numbers differ, or a deviation is not positive.
    pub fn normal(means: &[f64], deviations: &[f64]) -> Result<Self, McmcError> {
        at_least_one("dimensions", means.len())?;
        expect("deviations", &deviations.len(), deviations.len() == means.len(), "as many as means")?;
        deviations.iter().try_for_each(|&deviation| positive("deviation", deviation))?;
        let precisions = deviations.iter().map(|deviation| deviation.powi(-2));
        let constant = -deviations.iter().map(|deviation| 0.5 * LN_TAU + deviation.ln()).sum::<f64>();
        let numbers = means.iter().copied().chain(precisions).chain([constant]);
        Ok(Self::new(Family::Diagonal, means.len(), 1, numbers))
    }

    /// `N(mean, Λ⁻¹)` with the precision matrix Λ, row by row.
    ///
    /// # Errors
    /// If there are no dimensions, the matrix is not `D × D`, not symmetric, or not positive definite.
    pub fn normal_with_precision(mean: &[f64], precision: &[f64]) -> Result<Self, McmcError> {
        let dims = mean.len();
        at_least_one("dimensions", dims)?;
        expect("precision matrix", &precision.len(), precision.len() == dims * dims, "D × D numbers")?;
        for (i, row) in precision.chunks_exact(dims).enumerate() {
            for (j, &value) in row.iter().enumerate() {
                let other = precision[j * dims + i];
                let symmetric = (value - other).abs() <= 1e-9 * (value.abs() + other.abs());
                expect("precision matrix", &value, symmetric, "symmetric and finite")?;
            }
        }
        let half_log_det = half_log_determinant(precision, dims)?;
        #[expect(clippy::cast_precision_loss, reason = "a number of dimensions")]
        let constant = half_log_det - 0.5 * dims as f64 * LN_TAU;
        let numbers = mean.iter().chain(precision).copied().chain([constant]);
        Ok(Self::new(Family::Full, dims, 1, numbers))
    }

    /// A mixture of normals: component `k` has weight `weights[k]` (they need not add up to 1), mean `means[k]`, and standard
    /// deviation `deviations[k]` in every direction.
    ///
    /// # Errors
    /// If there are no components or dimensions, numbers differ, or a weight or deviation is not positive.
    pub fn mixture(weights: &[f64], means: &[Vec<f64>], deviations: &[f64]) -> Result<Self, McmcError> {
        at_least_one("components", weights.len())?;
        expect("means", &means.len(), means.len() == weights.len(), "as many as weights")?;
        expect("deviations", &deviations.len(), deviations.len() == weights.len(), "as many as weights")?;
        let dims = means[0].len();
        at_least_one("dimensions", dims)?;
        let total: f64 = weights.iter().sum();
        let mut numbers = Vec::new();
        for ((&weight, mean), &deviation) in weights.iter().zip(means).zip(deviations) {
            positive("weight", weight)?;
            positive("deviation", deviation)?;
            expect("mean of a component", &mean.len(), mean.len() == dims, "as long as the first one")?;
            #[expect(clippy::cast_precision_loss, reason = "a number of dimensions")]
            let normaliser = dims as f64 * (0.5 * LN_TAU + deviation.ln());
            numbers.extend([(weight / total).ln() - normaliser, deviation.powi(-2)]);
            numbers.extend(mean);
        }
        Ok(Self::new(Family::Mixture, dims, weights.len(), numbers))
    }

    /// Haario's banana (Haario, Saksman, Tamminen 1999): `x₁ ~ N(0, σ²)`, `x₂ ~ N(bend · (x₁² - σ²), 1)`, and standard normals
    /// in the dimensions after. σ = 10 and a bend of 0.03 are usual; 0.1 bends strongly.
    ///
    /// # Errors
    /// If there are fewer than 2 dimensions, or σ is not positive.
    pub fn banana(dims: usize, sigma: f64, bend: f64) -> Result<Self, McmcError> {
        expect("dimensions", &dims, dims >= 2, "at least 2")?;
        positive("sigma", sigma)?;
        expect("bend", &bend, bend.is_finite(), "a number")?;
        #[expect(clippy::cast_precision_loss, reason = "a number of dimensions")]
        let constant = -0.5 * dims as f64 * LN_TAU - sigma.ln();
        let numbers = [sigma.powi(-2), bend, sigma.powi(2), constant];
        Ok(Self::new(Family::Banana, dims, 1, numbers))
    }

    /// Neal's funnel (Neal 2003, section 8): `v ~ N(0, σ²)`, the other coordinates `N(0, e^v)`. σ = 3 and 10 dimensions are
    /// usual.
    ///
    /// # Errors
    /// If there are fewer than 2 dimensions, or σ is not positive.
    pub fn funnel(dims: usize, sigma: f64) -> Result<Self, McmcError> {
        expect("dimensions", &dims, dims >= 2, "at least 2")?;
        positive("sigma", sigma)?;
        #[expect(clippy::cast_precision_loss, reason = "a number of dimensions")]
        let constant = -0.5 * dims as f64 * LN_TAU - sigma.ln();
        Ok(Self::new(Family::Funnel, dims, 1, [sigma.powi(-2), constant]))
    }

    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    fn new(family: Family, dims: usize, components: usize, numbers: impl IntoIterator<Item = f64>) -> Self {
        let parameters: Vec<f32> = numbers.into_iter().map(|number| number as f32).collect();
        let analytic = Analytic { family, parameters: parameters.len(), components };
        Self { dims, parameters, analytic }
    }

    /// The number of coordinates.
    pub(in crate::kernels::mcmc) const fn dims_of(&self) -> usize {
        self.dims
    }

    /// Its numbers, as the kernels take them.
    pub(in crate::kernels::mcmc) fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// What it is, without its numbers.
    pub(in crate::kernels::mcmc) const fn analytic_of(&self) -> Analytic {
        self.analytic
    }

    /// Parameters from `first` on, as a row.
    fn row(&self, first: usize, count: usize, like: &Tensor<2>) -> Tensor<2> {
        Tensor::<1>::from_floats(&self.parameters[first..first + count], &like.device()).unsqueeze_dim(0)
    }
}

impl Density for AnalyticDensity {
    fn dims(&self) -> Option<usize> {
        Some(self.dims)
    }

    /// Differentiable in `x`: burn's own operations.
    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        let (dims, s) = (self.dims, &self.parameters);
        let squares = |x: Tensor<2>| x.powi_scalar(2).sum_dim(1);
        let value = match self.analytic.family {
            Family::Diagonal => {
                let off = x.clone() - self.row(0, dims, &x);
                (off.powi_scalar(2) * self.row(dims, dims, &x)).sum_dim(1) * -0.5 + s[2 * dims]
            }
            Family::Full => {
                let off = x.clone() - self.row(0, dims, &x);
                let precision = self.row(dims, dims * dims, &x).reshape([dims, dims]);
                (off.clone().matmul(precision) * off).sum_dim(1) * -0.5 + s[dims + dims * dims]
            }
            Family::Mixture => {
                let terms: Vec<Tensor<2>> = (0..self.analytic.components)
                    .map(|k| {
                        let first = k * (dims + 2);
                        squares(x.clone() - self.row(first + 2, dims, &x)) * (-0.5 * s[first + 1]) + s[first]
                    })
                    .collect();
                let terms = Tensor::cat(terms, 1);
                let largest = terms.clone().detach().max_dim(1);
                (terms - largest.clone()).exp().sum_dim(1).log() + largest
            }
            Family::Banana => {
                let first = x.clone().narrow(1, 0, 1).powi_scalar(2);
                let second = x.clone().narrow(1, 1, 1) - (first.clone() - s[2]) * s[1];
                let value = (first * s[0] + second.powi_scalar(2)) * -0.5 + s[3];
                if dims > 2 { value - squares(x.narrow(1, 2, dims - 2)) * 0.5 } else { value }
            }
            #[expect(clippy::cast_precision_loss, reason = "a number of dimensions")]
            Family::Funnel => {
                let v = x.clone().narrow(1, 0, 1);
                let rest = squares(x.narrow(1, 1, dims - 1)) * v.clone().neg().exp();
                (v.clone().powi_scalar(2) * s[0] + v * (dims - 1) as f32 + rest) * -0.5 + s[1]
            }
        };
        value.squeeze_dim(1)
    }

    fn log_density_and_gradient(&self, x: Tensor<2>) -> (Tensor<1>, Tensor<2>) {
        assert!(
            x.dims()[1] == self.dims,
            "log_density_and_gradient: a density of {} dimensions at points of shape {:?}",
            self.dims,
            x.dims()
        );
        let x = x.inner();
        let parameters = Tensor::<1>::from_floats(self.parameters.as_slice(), &x.device());
        let (values, gradient) =
            <Dispatch as McmcOps>::analytic_density(x.into_dispatch(), parameters.into_dispatch(), self.analytic);
        (Tensor::from_dispatch(values), Tensor::from_dispatch(gradient))
    }

    fn analytic(&self) -> Option<&AnalyticDensity> {
        Some(self)
    }
}

fn expect(name: &'static str, value: &impl ToString, holds: bool, must: &'static str) -> Result<(), McmcError> {
    if holds { Ok(()) } else { Err(McmcError::Setting { name, value: value.to_string(), must }) }
}

/// Half the logarithm of the determinant of a symmetric matrix, by its Cholesky factor.
fn half_log_determinant(matrix: &[f64], dims: usize) -> Result<f64, McmcError> {
    let mut factor = vec![0.0; dims * dims];
    let mut sum = 0.0;
    for i in 0..dims {
        for j in 0..=i {
            let dot: f64 = (0..j).map(|k| factor[i * dims + k] * factor[j * dims + k]).sum();
            let rest = matrix[i * dims + j] - dot;
            if i == j {
                expect("precision matrix", &rest, rest.is_finite() && rest > 0.0, "positive definite")?;
                factor[i * dims + i] = rest.sqrt();
                sum += rest.sqrt().ln();
            } else {
                factor[i * dims + j] = rest / factor[j * dims + j];
            }
        }
    }
    Ok(sum)
}
