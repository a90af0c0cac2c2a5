//! Groups around a common mean.

use burn::tensor::Tensor;

use crate::config::ModelConfig;
use crate::mcmc::{Model, Parameter, Target};

/// Estimates `y[k] ~ N(theta[k], sigma[k]²)` of the effects of groups, and `theta[k] ~ N(mu, tau²)` with
/// `mu ~ N(0, mu_scale²)` and `tau ~ Cauchy⁺(0, tau_scale)` (Gelman 2006, section 5; posteriordb `eight_schools_noncentered` with the
/// defaults).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(y) == len(sigma), "one standard error for each estimate"))]
pub struct HierarchicalNormalConfig {
    /// The estimate of each group's effect.
    #[config(len(min = 1), each(min = -1e15, max = 1e15))]
    pub y: Vec<f64>,
    /// The standard error of each estimate.
    #[config(len(min = 1), each(min = 1e-15, max = 1e15))]
    pub sigma: Vec<f64>,
    /// Standard deviation of the prior of mu.
    #[config(default = 5.0, min = 1e-9, max = 1e9)]
    pub mu_scale: f64,
    /// Median of the prior of tau.
    #[config(default = 5.0, min = 1e-9, max = 1e9)]
    pub tau_scale: f64,
    /// Whether chains move theta itself, which is good where the data say much about each group, or standard normals z with
    /// `theta = mu + tau · z`, which is good where they say little.
    #[config(default = false)]
    pub centered: bool,
}

impl HierarchicalNormalConfig {
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "kernels compute in f32")]
    pub(super) fn target(&self) -> impl Target + use<> {
        let groups = self.y.len();
        let y: Vec<f32> = self.y.iter().map(|y| *y as f32).collect();
        let precisions: Vec<f32> = self.sigma.iter().map(|sigma| sigma.powi(-2) as f32).collect();
        let (mu_precision, tau_scale) = (self.mu_scale.powi(-2), self.tau_scale);
        let centered = self.centered;
        let effects = if centered { "theta" } else { "z" };
        let parameters = [Parameter::real("mu"), Parameter::positive("tau"), Parameter::real(effects).list(groups)];
        let square = |x: Tensor<2>| x.powi_scalar(2);
        let theta = move |[mu, tau, z]: [Tensor<2>; 3]| z * tau + mu;
        let model = Model::new(parameters, move |[mu, tau, effects]| {
            let row = |values: &[f32]| Tensor::<1>::from_floats(values, &mu.device()).unsqueeze_dim::<2>(0);
            // The effects, their standard scores, and what the density of the effects has beyond that of the scores.
            let (theta, z, scale) = if centered {
                let z = (effects.clone() - mu.clone()) / tau.clone();
                (effects, z, Some(tau.clone().log() * groups as f64))
            } else {
                (theta([mu.clone(), tau.clone(), effects.clone()]), effects, None)
            };
            let likelihood = square(theta - row(&y)) * row(&precisions);
            let halves = (likelihood + square(z)).sum_dim(1) + square(mu) * mu_precision;
            let prior = (square(tau / tau_scale) + 1.0).log();
            let log_density = halves * -0.5 - prior;
            match scale {
                Some(scale) => log_density - scale,
                None => log_density,
            }
            .squeeze_dim(1)
        });
        if centered { model } else { model.derive_list("theta", groups, theta) }
    }
}
