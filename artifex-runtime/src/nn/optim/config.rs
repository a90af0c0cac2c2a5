//! Configuration of the optimisers.

use crate::config::ModelConfig;

/// Which optimiser updates the parameters.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum OptimizerConfig {
    /// Adam (Kingma and Ba 2015).
    Adam(AdamConfig),
    /// Adam with decoupled weight decay (Loshchilov and Hutter 2019).
    #[config(rename = "adamw")]
    AdamW(AdamWConfig),
    /// Stochastic gradient descent, with momentum if asked for.
    Sgd(SgdConfig),
}

impl OptimizerConfig {
    /// The learning rate before any schedule.
    #[must_use]
    pub const fn learning_rate(&self) -> f64 {
        match self {
            Self::Adam(config) => config.learning_rate,
            Self::AdamW(config) => config.learning_rate,
            Self::Sgd(config) => config.learning_rate,
        }
    }

    /// Decay per unit of learning rate of a parameter with so many dimensions.
    pub(super) const fn weight_decay(&self, dimensions: usize) -> f64 {
        match self {
            Self::AdamW(config) if config.decay_vectors || dimensions > 1 => config.weight_decay,
            Self::Adam(_) | Self::AdamW(_) | Self::Sgd(_) => 0.0,
        }
    }

    /// How many tensors are remembered of each parameter.
    #[must_use]
    pub const fn moments(&self) -> usize {
        self.moment_names().len()
    }

    /// Their names in a saved state.
    pub(super) const fn moment_names(&self) -> &'static [&'static str] {
        match self {
            Self::Adam(_) | Self::AdamW(_) => &["mean", "mean_square"],
            Self::Sgd(_) => &["velocity"],
        }
    }
}

/// Adam: every parameter's step is its mean gradient divided by the root of its mean squared gradient.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct AdamConfig {
    /// Size of a step: about how much each parameter moves per update.
    #[config(default = 0.001, exclusive_min = 0)]
    pub learning_rate: f64,
    /// Decay of the mean of the gradients: 0.9 averages over about 10 steps.
    #[config(default = 0.9, min = 0, exclusive_max = 1)]
    pub beta1: f64,
    /// Decay of the mean of the squared gradients: 0.999 averages over about 1000 steps.
    #[config(default = 0.999, min = 0, exclusive_max = 1)]
    pub beta2: f64,
    /// Added to the root of the mean squared gradient; larger values damp the steps of parameters with tiny gradients.
    #[config(default = 1e-8, exclusive_min = 0)]
    pub eps: f64,
}

impl Default for AdamConfig {
    fn default() -> Self {
        crate::config!(AdamConfig {})
    }
}

/// Adam with decoupled weight decay: every update also shrinks each parameter by `learning_rate · weight_decay`.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct AdamWConfig {
    /// Size of a step: about how much each parameter moves per update.
    #[config(default = 0.001, exclusive_min = 0)]
    pub learning_rate: f64,
    /// Decay of the mean of the gradients: 0.9 averages over about 10 steps.
    #[config(default = 0.9, min = 0, exclusive_max = 1)]
    pub beta1: f64,
    /// Decay of the mean of the squared gradients: 0.999 averages over about 1000 steps.
    #[config(default = 0.999, min = 0, exclusive_max = 1)]
    pub beta2: f64,
    /// Added to the root of the mean squared gradient; larger values damp the steps of parameters with tiny gradients.
    #[config(default = 1e-8, exclusive_min = 0)]
    pub eps: f64,
    /// Shrinking of the parameters per unit of learning rate.
    #[config(default = 0.01, min = 0)]
    pub weight_decay: f64,
    /// Whether parameters of one dimension shrink, too: biases, and the scales of normalisations.
    #[config(default = true)]
    pub decay_vectors: bool,
}

impl Default for AdamWConfig {
    fn default() -> Self {
        crate::config!(AdamWConfig {})
    }
}

/// Stochastic gradient descent.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(nesterov, momentum > 0),
    "`nesterov = true` looks ahead along the momentum, so it needs `momentum` above 0"
))]
pub struct SgdConfig {
    /// Size of a step: the factor on the gradient.
    #[config(default = 0.01, exclusive_min = 0)]
    pub learning_rate: f64,
    /// Share of the last step that is added to the next: 0 for none, usually 0.9.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub momentum: f64,
    /// Takes the gradient's step after the momentum's (Nesterov 1983, in the form of Sutskever et al. 2013).
    #[config(default = false)]
    pub nesterov: bool,
}

impl Default for SgdConfig {
    fn default() -> Self {
        crate::config!(SgdConfig {})
    }
}
