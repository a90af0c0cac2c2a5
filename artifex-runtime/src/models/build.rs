//! From a config to its model.

use super::{Family, Trainable};
use crate::config::{ConfigError, ModelConfig};
use crate::rng::Rngs;
use burn::tensor::Device;

/// Builds a model from its config. Written by hand next to the model; it is the only way in which a model is made.
pub trait Build: ModelConfig {
    /// The model.
    type Model: Trainable + Sync + 'static;

    /// The family that the model belongs to.
    const FAMILY: Family;

    /// Builds the model. The config has been checked: [`create_model`](crate::factory::create_model) does so first.
    ///
    /// # Errors
    /// [`BuildError`] for what only building shows.
    fn build(&self, cx: &mut BuildContext) -> Result<Self::Model, BuildError>;

    /// A small valid config: what `artifex new` starts from.
    fn example() -> Self;
}

/// What a model is built with.
#[derive(Debug)]
pub struct BuildContext {
    /// Where the parameters live.
    pub device: Device,
    /// The random streams; parameters are drawn from `params`.
    pub rngs: Rngs,
    /// Whether parts that a config takes from a trained model are read from its file. If not, they are as an untrained model has them.
    pub reads_files: bool,
}

impl BuildContext {
    /// A context for a device and a seed.
    #[must_use]
    pub fn new(device: Device, seed: u64) -> Self {
        Self { device, rngs: Rngs::new(seed), reads_files: true }
    }

    /// A context that reads no files: for a model whose parameters are imported next, or whose sizes alone matter.
    #[must_use]
    pub const fn without_files(mut self) -> Self {
        self.reads_files = false;
        self
    }
}

/// Why a model could not be built.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BuildError {
    /// The config breaks its rules.
    #[error("{0}")]
    Config(#[from] ConfigError),
    /// A tag that neither the zoo nor the registry knows.
    #[error("{0}")]
    UnknownType(String),
    /// Anything else, said by the model.
    #[error("{0}")]
    Model(String),
}
