//! What is sampled from.

mod analytic;
#[cfg(feature = "cubecl")]
pub(super) mod cube;
pub(super) mod host;

use burn::tensor::Tensor;

pub use analytic::AnalyticDensity;

/// An unnormalised probability density on real vectors, for many points at once.
///
/// Samplers call [`log_density_and_gradient`](Self::log_density_and_gradient). Its default differentiates
/// [`log_density`](Self::log_density) with burn's autodiff, so that a closure ([`density_of`]) is enough.
pub trait Density {
    /// The number of coordinates, where the density has a fixed one: a start of another width is an error.
    fn dims(&self) -> Option<usize> {
        None
    }

    /// `log π(x)` up to a constant: `[C]` for `x: [C, D]`. A row's value depends on that row alone. It may be NaN or infinite,
    /// which samplers reject.
    fn log_density(&self, x: Tensor<2>) -> Tensor<1>;

    /// `log π(x)`, `[C]`, and its gradient, `[C, D]`, both without autodiff.
    fn log_density_and_gradient(&self, x: Tensor<2>) -> (Tensor<1>, Tensor<2>) {
        let x = Tensor::from_inner(x.inner()).require_grad();
        let values = self.log_density(x.clone());
        // A density that does not depend on x has no graph.
        let gradient = values.is_tracked().then(|| values.clone().sum().backward());
        let gradient = gradient.and_then(|mut gradients| x.grad_remove(&mut gradients));
        (values.inner(), gradient.unwrap_or_else(|| x.inner().zeros_like()))
    }

    /// The density as the fused kernels know it, if they do: samplers then make a whole transition per launch.
    fn analytic(&self) -> Option<&AnalyticDensity> {
        None
    }
}

/// A closure from positions `[C, D]` to log densities `[C]` as a [`Density`].
#[derive(Clone, Copy, Debug)]
pub struct FnDensity<F>(F);

/// The density of a closure over tensors: `density_of(|x| ..)`. Its gradient comes from burn's autodiff.
#[must_use]
pub const fn density_of<F: Fn(Tensor<2>) -> Tensor<1>>(log_density: F) -> FnDensity<F> {
    FnDensity(log_density)
}

impl<F: Fn(Tensor<2>) -> Tensor<1>> Density for FnDensity<F> {
    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        (self.0)(x)
    }
}

impl<T: Density + ?Sized> Density for &T {
    fn dims(&self) -> Option<usize> {
        (**self).dims()
    }

    fn log_density(&self, x: Tensor<2>) -> Tensor<1> {
        (**self).log_density(x)
    }

    fn log_density_and_gradient(&self, x: Tensor<2>) -> (Tensor<1>, Tensor<2>) {
        (**self).log_density_and_gradient(x)
    }

    fn analytic(&self) -> Option<&AnalyticDensity> {
        (**self).analytic()
    }
}

/// The families that the kernels know. The numbers of each are in its parameters, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    /// Independent normals: means `[D]`, precisions `[D]`, logarithm of the normaliser.
    Diagonal,
    /// A normal with any covariance: mean `[D]`, precision matrix `[D, D]`, logarithm of the normaliser.
    Full,
    /// Isotropic normals: for each component logarithm of weight and normaliser, precision, mean `[D]`.
    Mixture,
    /// Haario's banana: precision of the first coordinate, bend, variance of the first coordinate, logarithm of the
    /// normaliser.
    Banana,
    /// Neal's funnel: precision of the first coordinate, logarithm of the normaliser.
    Funnel,
}

/// A density that the kernels know, without its parameters' values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Analytic {
    /// Its family.
    pub(super) family: Family,
    /// How many parameters it has.
    pub(super) parameters: usize,
    /// How many components, for a mixture; else 1.
    pub(super) components: usize,
}
