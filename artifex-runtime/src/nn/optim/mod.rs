//! Optimisers.
//!
//! They are the library's own because an update must be one pass over the memory (burn's are chains of element-wise
//! operations), because their state must be saved and restored exactly, and because clipping must see the norm over all
//! parameters.

mod config;
mod state;

pub use config::{AdamConfig, AdamWConfig, OptimizerConfig, SgdConfig};
pub use state::OptimizerStateError;

use std::collections::BTreeMap;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::{Gradients, Tensor};

use super::params::PathTracker;
use crate::kernels::optim::{AdamStep, SgdStep, adam, sgd, sum_squares};

/// Updates the parameters of a module and keeps what it has to remember of each of them.
///
/// The state of a parameter belongs to its path in the module, so that it survives rebuilding the module.
#[derive(Clone, Debug)]
pub struct Optimizer {
    config: OptimizerConfig,
    /// Other settings for the parameters below a prefix.
    parts: Vec<(&'static str, OptimizerConfig)>,
    clip_norm: Option<f64>,
    slots: BTreeMap<String, Slot>,
    wants_norm: bool,
    last_norm: Option<f64>,
}

/// What is remembered of one parameter.
#[derive(Clone, Debug)]
struct Slot {
    /// Updates of this parameter so far.
    step: u64,
    /// Adam: mean and mean square of the gradient. SGD: the velocity. Flattened.
    moments: Vec<Tensor<1>>,
}

impl Optimizer {
    /// An optimiser without state.
    #[must_use]
    pub fn new(config: OptimizerConfig) -> Self {
        Self { config, parts: Vec::new(), clip_norm: None, slots: BTreeMap::new(), wants_norm: false, last_norm: None }
    }

    /// Scales the gradient down to this norm over all parameters whenever it is longer (Pascanu et al. 2013).
    #[must_use]
    pub fn with_clip_norm(mut self, norm: Option<f64>) -> Self {
        self.clip_norm = norm;
        self
    }

    /// Updates the part of the model with this prefix (see [`step_part`](Self::step_part)) with settings of its own.
    #[must_use]
    pub fn with_part(mut self, prefix: &'static str, config: OptimizerConfig) -> Self {
        self.parts.push((prefix, config));
        self
    }

    /// Its configuration; that of the parts that have none of their own.
    #[must_use]
    pub const fn config(&self) -> &OptimizerConfig {
        &self.config
    }

    /// The settings that a parameter is updated with.
    fn config_of(&self, path: &str) -> &OptimizerConfig {
        let inside =
            |prefix: &str| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.parts.iter().find(|(prefix, _)| inside(prefix)).map_or(&self.config, |(_, config)| config)
    }

    /// Whether the next steps compute the norm of the gradient even if nothing is clipped. It costs one more pass.
    pub fn set_wants_norm(&mut self, wants: bool) {
        self.wants_norm = wants;
    }

    /// The norm of the last step's gradient before clipping, over all parameters of that step; `None` if it was not
    /// computed.
    #[must_use]
    pub const fn gradient_norm(&self) -> Option<f64> {
        self.last_norm
    }

    /// Updates every parameter of `module` that has a gradient.
    ///
    /// A gradient with an infinite or undefined norm is not clipped away: the update then makes the parameters undefined too,
    /// and the trainer stops at the loss.
    #[must_use]
    pub fn step<M: Module>(&mut self, module: M, gradients: Gradients, learning_rate: f64) -> M {
        self.step_part("", module, gradients, learning_rate)
    }

    /// As [`step`](Self::step) for a part of a model: its parameters' state is kept under `prefix`, and the norm is taken
    /// over the part alone.
    #[must_use]
    pub fn step_part<M: Module>(&mut self, prefix: &str, module: M, gradients: Gradients, learning_rate: f64) -> M {
        self.last_norm = (self.wants_norm || self.clip_norm.is_some()).then(|| gradient_norm(&module, &gradients));
        let scale = match (self.clip_norm, self.last_norm) {
            (Some(limit), Some(norm)) if norm > limit => limit / norm,
            _ => 1.0,
        };
        let mut update = Update { optimizer: self, gradients, learning_rate, scale, path: PathTracker::new(prefix) };
        module.map(&mut update)
    }

    /// Updates one parameter, which has so many dimensions where it is not flat, and its state.
    fn update(
        &mut self,
        path: String,
        dimensions: usize,
        [param, gradient]: [Tensor<1>; 2],
        rate: f64,
        scale: f64,
    ) -> Tensor<1> {
        let config = self.config_of(&path).clone();
        let moments = config.moments();
        let slot = self
            .slots
            .entry(path)
            .or_insert_with(|| Slot { step: 0, moments: (0..moments).map(|_| param.zeros_like()).collect() });
        slot.step += 1;
        #[expect(clippy::cast_possible_truncation, reason = "the arithmetic of the update is f32")]
        let single = |x: f64| x as f32;
        match &config {
            OptimizerConfig::Adam(AdamConfig { beta1, beta2, eps, .. })
            | OptimizerConfig::AdamW(AdamWConfig { beta1, beta2, eps, .. }) => {
                #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 steps")]
                let step = slot.step as f64;
                let step = AdamStep {
                    step_size: single(rate / (1.0 - beta1.powf(step))),
                    beta1: single(*beta1),
                    beta2: single(*beta2),
                    root_correction: single((1.0 - beta2.powf(step)).sqrt().recip()),
                    eps: single(*eps),
                    decay: single(rate * config.weight_decay(dimensions)),
                    gradient_scale: single(scale),
                };
                let mut old = std::mem::take(&mut slot.moments).into_iter();
                // Both moments exist: they were made above or checked by the import.
                let (Some(m), Some(v)) = (old.next(), old.next()) else { return param };
                let (param, m, v) = adam(param, gradient, m, v, step);
                slot.moments = vec![m, v];
                param
            }
            OptimizerConfig::Sgd(config) => {
                let step = SgdStep {
                    learning_rate: single(rate),
                    momentum: single(config.momentum),
                    nesterov: config.nesterov,
                    gradient_scale: single(scale),
                };
                let Some(velocity) = slot.moments.pop() else { return param };
                let (param, velocity) = sgd(param, gradient, velocity, step);
                slot.moments = vec![velocity];
                param
            }
        }
    }
}

/// The Euclidean norm of the gradients of all parameters together.
fn gradient_norm<M: Module>(module: &M, gradients: &Gradients) -> f64 {
    struct Norm<'a> {
        gradients: &'a Gradients,
        sums: Vec<Tensor<1>>,
    }
    impl ModuleVisitor for Norm<'_> {
        fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
            if let Some(gradient) = param.is_require_grad().then(|| param.val().grad(self.gradients)).flatten() {
                self.sums.push(sum_squares(gradient));
            }
        }
    }
    let mut norm = Norm { gradients, sums: Vec::new() };
    module.visit(&mut norm);
    if norm.sums.is_empty() {
        return 0.0;
    }
    // One read for all parameters.
    Tensor::cat(norm.sums, 0).sum().into_scalar::<f64>().sqrt()
}

struct Update<'a> {
    optimizer: &'a mut Optimizer,
    gradients: Gradients,
    learning_rate: f64,
    scale: f64,
    path: PathTracker,
}

impl ModuleMapper for Update<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let gradient = param.is_require_grad().then(|| param.val().grad_remove(&mut self.gradients)).flatten();
        let Some(gradient) = gradient else { return param };
        // `consume` gives up the module's hold on the tensor, so that the update can be in place.
        let (id, tensor, mapper) = param.consume();
        let (shape, strategy) = (tensor.dims(), tensor.gradient_checkpointing_strategy());
        let count = shape.iter().product::<usize>();
        let updated = self.optimizer.update(
            self.path.path(),
            D,
            [tensor.without_autodiff().reshape([count]), gradient.reshape([count])],
            self.learning_rate,
            self.scale,
        );
        let mut updated = updated.reshape(shape).autodiff();
        if let Some(strategy) = strategy {
            updated = updated.with_gradient_checkpointing_strategy(strategy);
        }
        Param::from_mapped_value(id, updated.require_grad(), mapper)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;
