//! The config of a run: what `artifex train` reads.

use super::TrainConfig;
use crate::config::schema::Kind;
use crate::config::{ModelConfig, Value, json_schema};
use crate::data::DataConfig;
use crate::factory::{Factory, ModelBuilder, ModelFactory, ModelSpec};

/// A training run: a model, its data, and how it is trained.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct RunConfig<M> {
    /// Name of the run; its directory is `runs/<name>-<n>`. If it is left out, the model's name, else that of the file.
    pub name: Option<String>,
    /// Seed of everything random: initial parameters, the order of the data, dropout, samples.
    #[config(default = 0)]
    pub seed: u64,
    /// Where to compute: "auto", or a name that `artifex devices` lists.
    #[config(default = "auto")]
    pub device: String,
    /// The model; `type` says which.
    pub model: M,
    /// The data; `type` says where it comes from.
    pub data: DataConfig,
    /// How the model is trained.
    pub train: TrainConfig,
}

impl<M> RunConfig<M> {
    /// A run of a model on the built-in digits, for `artifex new`.
    #[must_use]
    pub fn example(model: M) -> Self {
        Self {
            name: None,
            seed: 0,
            device: "auto".to_owned(),
            model,
            data: DataConfig::example(),
            train: TrainConfig::example(),
        }
    }
}

/// The JSON Schemas of a factory by their file names: `run`, `zoo` and one for each model.
#[must_use]
pub fn schemas<Z: Factory>(factory: &ModelFactory<Z>) -> Vec<(String, String)> {
    let registered: Vec<_> = factory.registry().list_builders().iter().map(ModelBuilder::schema).collect();
    let text = |kind: &Kind, title: &str| format!("{:#}\n", json_schema::document(kind, title, &registered));
    let mut files = vec![
        ("run".to_owned(), text(&<RunConfig<ModelSpec<Z>> as Value>::KIND, "A training run")),
        ("zoo".to_owned(), text(&Z::KIND, "Any model")),
    ];
    files.extend(
        factory.entries().map(|entry| (entry.tag().to_owned(), text(&Kind::Table(entry.schema), entry.schema.name))),
    );
    files
}
