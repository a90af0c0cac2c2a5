//! What is sampled: a density, and the named quantities that its points stand for.

use std::fmt;

use burn::tensor::Tensor;

use super::Parameter;
use crate::kernels::mcmc::{AnalyticDensity, Density};

/// A density on real vectors whose points stand for named quantities.
pub trait Target: Density {
    /// The number of coordinates that samplers move.
    fn coordinates(&self) -> usize;

    /// What the quantities are called.
    fn names(&self) -> Vec<String>;

    /// The quantities at the points `x: [C, D]`: `[C, Q]`, in the order of their names.
    fn quantities(&self, x: Tensor<2>) -> Tensor<2>;
}

/// The log density of a model, from its parameters.
type LogDensity<const N: usize> = Box<dyn Fn([Tensor<2>; N]) -> Tensor<1>>;

/// A function of a model's parameters that is not sampled but of interest.
struct Derived<const N: usize> {
    names: Vec<String>,
    values: Box<dyn Fn([Tensor<2>; N]) -> Tensor<2>>,
}

/// A density as a closure over parameters.
///
/// The closure gets every parameter as a tensor `[C, n]`, a row for each chain, and gives the logarithm of the density up to a
/// constant, `[C]`. Samplers move real numbers; where a parameter has bounds, the model maps them to it and adds the logarithm of
/// the derivative. Gradients come from burn's autodiff: tensors of data are made in the closure, on the device of an argument.
///
/// ```
/// use artifex::mcmc::{Model, Parameter};
/// use burn::tensor::Tensor;
///
/// // Normal data with unknown mean and deviation; flat priors on both.
/// let model = Model::new([Parameter::real("mean"), Parameter::positive("sd")], |[mean, sd]| {
///     let data = Tensor::<2>::from_floats([[1.0, 2.5, 2.0, 3.5]], &mean.device());
///     let z = (data - mean) / sd.clone();
///     (z.powi_scalar(2) * -0.5 - sd.log()).sum_dim(1).squeeze_dim(1)
/// })
/// .derive("signal to noise", |[mean, sd]| mean / sd);
/// # use artifex::mcmc::Target as _;
/// # assert_eq!(model.names(), ["mean", "sd", "signal to noise"]);
/// ```
pub struct Model<const N: usize> {
    parameters: [Parameter; N],
    log_density: LogDensity<N>,
    derived: Vec<Derived<N>>,
}

impl<const N: usize> fmt::Debug for Model<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Model").field("names", &self.names()).finish_non_exhaustive()
    }
}

impl<const N: usize> Model<N> {
    /// The density of these parameters.
    #[must_use]
    pub fn new(parameters: [Parameter; N], log_density: impl Fn([Tensor<2>; N]) -> Tensor<1> + 'static) -> Self {
        Self { parameters, log_density: Box::new(log_density), derived: Vec::new() }
    }

    /// Reports a function of the parameters, `[C, 1]`, as well.
    #[must_use]
    pub fn derive(self, name: &str, values: impl Fn([Tensor<2>; N]) -> Tensor<2> + 'static) -> Self {
        self.deriving(&Parameter::real(name), values)
    }

    /// Reports a function with several values, `[C, size]`, as well.
    #[must_use]
    pub fn derive_list(self, name: &str, size: usize, values: impl Fn([Tensor<2>; N]) -> Tensor<2> + 'static) -> Self {
        self.deriving(&Parameter::real(name).list(size), values)
    }

    fn deriving(mut self, name: &Parameter, values: impl Fn([Tensor<2>; N]) -> Tensor<2> + 'static) -> Self {
        self.derived.push(Derived { names: name.names(), values: Box::new(values) });
        self
    }

    /// The parameters at `x: [C, D]`, and the logarithm of the derivatives where there are any.
    fn constrain(&self, x: &Tensor<2>) -> ([Tensor<2>; N], Option<Tensor<1>>) {
        let (mut at, mut log_derivative) = (0, None::<Tensor<1>>);
        let values = std::array::from_fn(|k| {
            let size = self.parameters[k].size();
            let (values, log) = self.parameters[k].constrain(x.clone().narrow(1, at, size));
            at += size;
            log_derivative = match (log_derivative.take(), log) {
                (Some(sum), Some(log)) => Some(sum + log),
                (sum, log) => sum.or(log),
            };
            values
        });
        (values, log_derivative)
    }
}

impl<const N: usize> Density for Model<N> {
    fn dims(&self) -> Option<usize> {
        Some(self.coordinates())
    }

    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        let (values, log_derivative) = self.constrain(&x);
        let log_density = (self.log_density)(values);
        match log_derivative {
            // A density of the wrong shape is reported by who asked for it.
            Some(log) if log.dims() == log_density.dims() => log_density + log,
            _ => log_density,
        }
    }
}

impl<const N: usize> Target for Model<N> {
    fn coordinates(&self) -> usize {
        self.parameters.iter().map(Parameter::size).sum()
    }

    fn names(&self) -> Vec<String> {
        let derived = self.derived.iter().flat_map(|derived| derived.names.clone());
        self.parameters.iter().flat_map(Parameter::names).chain(derived).collect()
    }

    fn quantities(&self, x: Tensor<2>) -> Tensor<2> {
        let (parameters, _) = self.constrain(&x);
        let derived: Vec<_> = self.derived.iter().map(|derived| (derived.values)(parameters.clone())).collect();
        Tensor::cat(parameters.into_iter().chain(derived).collect(), 1)
    }
}

/// A density on real vectors as it is; its coordinates are the quantities.
#[derive(Clone, Debug)]
pub struct Coordinates<D> {
    density: D,
    names: Vec<String>,
}

impl<D: Density> Coordinates<D> {
    /// The density in that many dimensions; the coordinates are `x[1]`, `x[2]`, ..
    pub fn new(density: D, dims: usize) -> Self {
        Self { density, names: Parameter::real("x").list(dims).names() }
    }

    /// The density with names for its coordinates, as many as it has dimensions.
    pub const fn named(density: D, names: Vec<String>) -> Self {
        Self { density, names }
    }
}

impl<D: Density> Density for Coordinates<D> {
    fn dims(&self) -> Option<usize> {
        self.density.dims().or(Some(self.names.len()))
    }

    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        self.density.log_density(x)
    }

    fn log_density_and_gradient(&self, x: Tensor<2>) -> (Tensor<1>, Tensor<2>) {
        self.density.log_density_and_gradient(x)
    }

    fn analytic(&self) -> Option<&AnalyticDensity> {
        self.density.analytic()
    }
}

impl<D: Density> Target for Coordinates<D> {
    fn coordinates(&self) -> usize {
        self.names.len()
    }

    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn quantities(&self, x: Tensor<2>) -> Tensor<2> {
        x
    }
}
