//! Regressions.

use std::path::Path;

use burn::tensor::{Tensor, TensorData};

use super::data::{Table, TableConfig, TableError};
use crate::config::ModelConfig;
use crate::kernels::activation::softplus;
use crate::mcmc::{Model, Parameter, Target};

/// Normal priors around 0.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CoefficientPriorConfig {
    /// Standard deviation of the prior of the intercept.
    #[config(default = 10.0, min = 1e-9, max = 1e9)]
    pub intercept_scale: f64,
    /// Standard deviation of the prior of each coefficient.
    #[config(default = 10.0, min = 1e-9, max = 1e9)]
    pub coefficient_scale: f64,
}

/// `y ~ N(intercept + x · coefficients, noise²)`, with normal priors and `noise ~ Cauchy⁺(0, noise_scale)`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct LinearRegressionConfig {
    /// The data.
    pub data: TableConfig,
    /// The priors of intercept and coefficients.
    #[config(flatten)]
    pub prior: CoefficientPriorConfig,
    /// Median of the prior of the noise's standard deviation.
    #[config(default = 5.0, min = 1e-9, max = 1e9)]
    pub noise_scale: f64,
}

/// `y ~ Bernoulli(sigmoid(intercept + x · coefficients))` for y of 0 and 1, with normal priors.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct LogisticRegressionConfig {
    /// The data.
    pub data: TableConfig,
    /// The priors of intercept and coefficients.
    #[config(flatten)]
    pub prior: CoefficientPriorConfig,
}

impl CoefficientPriorConfig {
    /// The logarithm of the prior, times -2: `[C, 1]`.
    fn squares(&self, intercept: Tensor<2>, coefficients: Tensor<2>) -> Tensor<2> {
        let square = |x: Tensor<2>, scale: f64| (x / scale).powi_scalar(2).sum_dim(1);
        square(intercept, self.intercept_scale) + square(coefficients, self.coefficient_scale)
    }
}

/// A matrix on the host that becomes a tensor beside another one.
struct Matrix {
    values: Vec<f32>,
    shape: [usize; 2],
}

impl Matrix {
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    fn new(values: impl IntoIterator<Item = f64>, shape: [usize; 2]) -> Self {
        Self { values: values.into_iter().map(|value| value as f32).collect(), shape }
    }

    fn beside(&self, other: &Tensor<2>) -> Tensor<2> {
        Tensor::from_data(TensorData::new(self.values.clone(), self.shape), &other.device())
    }
}

fn coefficients(table: &Table) -> Parameter {
    Parameter::real("coefficient").list_of(&table.names)
}

impl LinearRegressionConfig {
    /// The squares of the residuals as a form in the coefficients around their least-squares fit, made once in f64: a density
    /// costs the same for any number of rows, and does not lose digits to large sums.
    #[expect(clippy::cast_precision_loss, reason = "a number of rows")]
    pub(super) fn target(&self, base: &Path) -> Result<impl Target + use<>, TableError> {
        let table = self.data.load(base)?;
        let (rows, width) = (table.y.len() as f64, table.names.len());
        // Columns: ones, x, y.
        let column = |row: usize, k: usize| match k {
            0 => 1.0,
            k if k <= width => table.x[row][k - 1],
            _ => table.y[row],
        };
        let size = width + 2;
        let mut triangle = Triangle::new(size);
        for row in 0..table.y.len() {
            triangle.add((0..size).map(|k| column(row, k)).collect());
        }
        // |y - Xb|² = |R (b, -1)|², R the triangle of [X y].
        let factor = Matrix::new((0..=width).flat_map(|k| triangle.row(k)[..size - 1].to_vec()), [width + 1; 2]);
        let right = Matrix::new((0..=width).map(|k| triangle.row(k)[size - 1]), [1, width + 1]);
        let rest = triangle.row(size - 1)[size - 1].powi(2);
        let (prior, noise_scale) = (self.prior.clone(), self.noise_scale);
        let parameters = [Parameter::real("intercept"), coefficients(&table), Parameter::positive("noise")];
        Ok(Model::new(parameters, move |[intercept, coefficients, noise]| {
            let b = Tensor::cat(vec![intercept.clone(), coefficients.clone()], 1);
            let residual = b.matmul(factor.beside(&intercept).transpose()) - right.beside(&intercept);
            let squares = residual.powi_scalar(2).sum_dim(1) + rest;
            let halves = squares / noise.clone().powi_scalar(2) + prior.squares(intercept, coefficients);
            let heavy = ((noise.clone() / noise_scale).powi_scalar(2) + 1.0).log();
            (halves * -0.5 - noise.log() * rows - heavy).squeeze_dim(1)
        }))
    }
}

impl LogisticRegressionConfig {
    pub(super) fn target(&self, base: &Path) -> Result<impl Target + use<>, TableError> {
        let table = self.data.load(base)?;
        #[expect(clippy::float_cmp, reason = "exactly 0 or 1")]
        if let Some(row) = table.y.iter().position(|y| *y != 0.0 && *y != 1.0) {
            return Err(TableError::NotBinary { row, value: table.y[row] });
        }
        let (rows, width) = (table.y.len(), table.names.len());
        // log p(y) = -softplus(-s · logit), s = 1 or -1: the signs go into the design.
        let sign = |row: usize| 1.0 - 2.0 * table.y[row];
        let signs = Matrix::new((0..rows).map(sign), [1, rows]);
        let design = Matrix::new(
            (0..width).flat_map(|k| (0..rows).map(move |row| (row, k))).map(|(row, k)| sign(row) * table.x[row][k]),
            [width, rows],
        );
        let prior = self.prior.clone();
        Ok(Model::new([Parameter::real("intercept"), coefficients(&table)], move |[intercept, coefficients]| {
            let logits =
                coefficients.clone().matmul(design.beside(&intercept)) + intercept.clone() * signs.beside(&intercept);
            let likelihood = softplus(logits).sum_dim(1);
            (prior.squares(intercept, coefficients) * -0.5 - likelihood).squeeze_dim(1)
        }))
    }
}

/// The triangle R of a QR factorisation, row by row as data come in (Givens rotations; Golub and Van Loan, section 5.1.8).
struct Triangle {
    rows: Vec<Vec<f64>>,
}

impl Triangle {
    fn new(size: usize) -> Self {
        Self { rows: vec![vec![0.0; size]; size] }
    }

    fn row(&self, k: usize) -> &[f64] {
        &self.rows[k]
    }

    /// Rotates a row into the triangle.
    fn add(&mut self, mut row: Vec<f64>) {
        for (k, own) in self.rows.iter_mut().enumerate() {
            if row[k] == 0.0 {
                continue;
            }
            let length = own[k].hypot(row[k]);
            let (cos, sin) = (own[k] / length, row[k] / length);
            for (a, b) in own[k..].iter_mut().zip(&mut row[k..]) {
                (*a, *b) = (cos * *a + sin * *b, cos * *b - sin * *a);
            }
        }
    }
}
