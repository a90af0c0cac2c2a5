//! What a crate with its own models needs: `use artifex::prelude::*;`.

pub use crate::config::{ConfigFile, Loader, ModelConfig, budget, check_file, config, include_config};
pub use crate::factory::{
    Build, BuildContext, BuildError, ModelFactory, ModelTypeRegistry, create_model, factory, models,
};
pub use crate::models::{
    Batch, BatchError, Family, FromBatch, GenerativeModel, ImageBatch, LogProb, LogProbKind, Losses, SampleError,
    SampleOptions, Samples, Trainable,
};
pub use crate::rng::Rngs;
pub use burn;
pub use burn::module::{Module, Param};
pub use burn::tensor::{Device, Tensor};
