//! Densities that the kernels know: a whole path of all chains is one pass.

use crate::config::ModelConfig;
use crate::kernels::mcmc::{AnalyticDensity, McmcError};
use crate::mcmc::{Coordinates, Model, Parameter, Target};

/// Independent normal distributions, named `x[1]`, `x[2]`, ..
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(means) == len(deviations), "one deviation for each mean"))]
pub struct NormalConfig {
    /// The mean of each coordinate.
    #[config(len(min = 1), each(min = -1e30, max = 1e30))]
    pub means: Vec<f64>,
    /// The standard deviation of each coordinate.
    #[config(len(min = 1), each(min = 1e-15, max = 1e15))]
    pub deviations: Vec<f64>,
}

impl NormalConfig {
    pub(super) fn target(&self) -> Result<impl Target + use<>, McmcError> {
        Ok(Coordinates::new(AnalyticDensity::normal(&self.means, &self.deviations)?, self.means.len()))
    }
}

/// A mixture of normal distributions, each with one deviation in all directions; the coordinates are `x[1]`, `x[2]`, ..
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(means) == len(weights), "one weight for each mean"))]
#[config(rule(len(means) == len(deviations), "one deviation for each mean"))]
pub struct MixtureConfig {
    /// The weight of each component; they need not add up to 1.
    #[config(len(min = 1), each(exclusive_min = 0, max = 1e30))]
    pub weights: Vec<f64>,
    /// The mean of each component: a list of as many coordinates each.
    #[config(len(min = 1), each(len(min = 1)))]
    pub means: Vec<Vec<f64>>,
    /// The standard deviation of each component.
    #[config(len(min = 1), each(min = 1e-15, max = 1e15))]
    pub deviations: Vec<f64>,
}

impl MixtureConfig {
    pub(super) fn target(&self) -> Result<impl Target + use<>, McmcError> {
        let density = AnalyticDensity::mixture(&self.weights, &self.means, &self.deviations)?;
        Ok(Coordinates::new(density, self.means[0].len()))
    }
}

/// `x[1] ~ N(0, sigma²)`, `x[2] ~ N(bend · (x[1]² - sigma²), 1)`, and standard normals after them.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct BananaConfig {
    /// Number of coordinates.
    #[config(default = 2, min = 2)]
    pub dims: usize,
    /// The standard deviation of the first coordinate.
    #[config(default = 10.0, min = 1e-9, max = 1e9)]
    pub sigma: f64,
    /// How much the second coordinate bends.
    #[config(default = 0.03, min = -1e9, max = 1e9)]
    pub bend: f64,
}

impl BananaConfig {
    pub(super) fn target(&self) -> Result<impl Target + use<>, McmcError> {
        Ok(Coordinates::new(AnalyticDensity::banana(self.dims, self.sigma, self.bend)?, self.dims))
    }
}

/// `v ~ N(0, sigma²)`, and `x[k] ~ N(0, exp(v))`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct FunnelConfig {
    /// Number of coordinates, v included.
    #[config(default = 10, min = 2)]
    pub dims: usize,
    /// The standard deviation of v.
    #[config(default = 3.0, min = 1e-9, max = 20.0)]
    pub sigma: f64,
    /// Whether chains move x itself, which they cannot do well, or standard normals z with `x = z · exp(v / 2)`.
    #[config(default = true)]
    pub centered: bool,
}

impl FunnelConfig {
    pub(super) fn target(&self) -> Result<Box<dyn Target>, McmcError> {
        let rest = self.dims - 1;
        let density = AnalyticDensity::funnel(self.dims, self.sigma)?;
        if self.centered {
            let names = ["v".to_owned()].into_iter().chain(Parameter::real("x").list(rest).names());
            return Ok(Box::new(Coordinates::named(density, names.collect())));
        }
        let precision = self.sigma.powi(-2);
        let model = Model::new([Parameter::real("v"), Parameter::real("z").list(rest)], move |[v, z]| {
            let square = |x: burn::tensor::Tensor<2>| x.powi_scalar(2).sum_dim(1);
            ((square(v) * precision + square(z)) * -0.5).squeeze_dim(1)
        });
        Ok(Box::new(model.derive_list("x", rest, |[v, z]| z * (v * 0.5).exp())))
    }
}
