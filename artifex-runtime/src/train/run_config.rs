//! The config of a run: what `artifex train` reads.

use super::TrainConfig;
use crate::config::cost::{Costed, Costing, Place};
use crate::config::profiles::{Profile, apply};
use crate::config::schema::Kind;
use crate::config::{ModelConfig, Node, Schema, Value, json_schema, reference};
use crate::data::DataConfig;
use crate::factory::{Factory, ModelBuilder, ModelFactory, ModelSpec};
use crate::mcmc::McmcConfig;
use std::marker::PhantomData;

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

/// The `model` of the run at a place.
#[derive(Debug)]
pub struct ModelOf<P>(PhantomData<P>);

impl<P: Place> Place for ModelOf<P> {
    const NODE: Option<Node<'static>> = match P::NODE {
        Some(run) => match run.get("model") {
            Some(entry) => Some(entry.value),
            None => None,
        },
        None => None,
    };
}

/// A run costs what its model costs.
impl<P: Place, M: Value + Costed<ModelOf<P>>> Costed<P> for RunConfig<M> {
    const COSTED: Option<Costing> = M::COSTED;
}

/// The JSON Schemas of a factory by their names: `run`, `mcmc`, `zoo` and one for each model.
#[must_use]
pub fn schemas<Z: Factory>(factory: &ModelFactory<Z>, profile: Profile) -> Vec<(String, String)> {
    let registered = registered(factory);
    pages(factory)
        .into_iter()
        .map(|Page { name, title, kind }| {
            let schema = apply(profile, json_schema::document(&kind, title, &registered));
            (name.to_owned(), format!("{schema:#}\n"))
        })
        .collect()
}

/// The reference of a factory as Markdown files by their names, `README.md` the table of contents.
#[must_use]
pub fn references<Z: Factory>(factory: &ModelFactory<Z>) -> Vec<(String, String)> {
    let registered = registered(factory);
    // What a zoo is stands in the page of a run, under `model`.
    let pages: Vec<_> = pages(factory).into_iter().filter(|page| page.name != "zoo").collect();
    let names: Vec<_> = pages.iter().map(|page| format!("{}.md", page.name)).collect();
    let entries: Vec<_> = pages
        .iter()
        .zip(&names)
        .map(|(page, file)| reference::Entry { title: page.title, file, kind: &page.kind })
        .collect();
    let mut files = vec![("README.md".to_owned(), reference::index("Configs", &entries))];
    files.extend(
        pages.iter().zip(names).map(|(page, name)| (name, reference::document(&page.kind, page.title, &registered))),
    );
    files
}

/// Something that has a schema and a page in the reference.
struct Page {
    name: &'static str,
    title: &'static str,
    kind: Kind,
}

fn pages<Z: Factory>(factory: &ModelFactory<Z>) -> Vec<Page> {
    let mut pages = vec![
        Page { name: "run", title: "RunConfig", kind: <RunConfig<ModelSpec<Z>> as Value>::KIND },
        Page { name: "mcmc", title: "McmcConfig", kind: <McmcConfig as Value>::KIND },
        Page { name: "zoo", title: "Any model", kind: Z::KIND },
    ];
    pages.extend(factory.entries().map(|entry| Page {
        name: entry.tag(),
        title: entry.schema.name,
        kind: Kind::Table(entry.schema),
    }));
    pages
}

fn registered<Z: Factory>(factory: &ModelFactory<Z>) -> Vec<&'static Schema> {
    factory.registry().list_builders().iter().map(ModelBuilder::schema).collect()
}
