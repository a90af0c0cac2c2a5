//! Models that are registered while the program runs, and the factory that knows both them and the closed set.

use super::{Build, BuildContext, BuildError, Factory, create_dyn, create_model};
use crate::config::cost::{Cost, Costed, Costing, Place, cost_of_tree};
use crate::config::schema::{Kind, Variant};
use crate::config::tree::TreeValue;
use crate::config::{ConfigError, Loader, ModelConfig, Node, Schema, Tree, Unchecked, Value};
use crate::models::{DynModel, Dynamic, Family, Trainable};
use std::fmt;
use std::sync::Arc;

type BuildFn = dyn Fn(&Tree, &mut BuildContext) -> Result<Box<dyn DynModel>, BuildError> + Send + Sync;

/// Builds one registered type.
#[derive(Clone)]
pub struct ModelBuilder {
    schema: &'static Schema,
    family: Family,
    example: Option<Tree>,
    build: Arc<BuildFn>,
}

impl ModelBuilder {
    /// The value of `type = ".."` that reaches this builder.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        Variant::of(self.schema).tag
    }

    /// What its configs look like.
    #[must_use]
    pub const fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// The family of its models.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// Builds a model from a config in its untyped form.
    ///
    /// # Errors
    /// [`BuildError::Config`] if the config breaks its rules, and what the builder itself finds.
    pub fn build(&self, config: &Tree, cx: &mut BuildContext) -> Result<Box<dyn DynModel>, BuildError> {
        (self.build)(config, cx)
    }
}

impl fmt::Debug for ModelBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ModelBuilder").field("tag", &self.tag()).field("family", &self.family).finish_non_exhaustive()
    }
}

/// Types that are registered at run time. A config file reaches them by `type = ".."`, as it reaches those of the zoo.
#[derive(Clone, Debug, Default)]
pub struct ModelTypeRegistry {
    builders: Vec<ModelBuilder>,
}

impl ModelTypeRegistry {
    /// An empty registry.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a config that builds its own model.
    ///
    /// # Errors
    /// [`RegistryError::Taken`] if the tag is registered already.
    pub fn register<C: Build>(&mut self) -> Result<(), RegistryError> {
        let example = C::example().encode().tagged(Variant::of(C::SCHEMA).tag);
        self.insert(C::SCHEMA, C::FAMILY, Some(example), |tree, cx| {
            let config = decode::<C>(tree)?;
            Ok(Box::new(Dynamic::new(create_model(&config, cx)?)))
        })
    }

    /// Registers a custom builder for a config.
    ///
    /// # Errors
    /// [`RegistryError::Taken`] if the tag is registered already.
    pub fn register_builder<C, M, F>(&mut self, family: Family, build: F) -> Result<(), RegistryError>
    where
        C: ModelConfig,
        M: Trainable + Sync + 'static,
        F: Fn(&C, &mut BuildContext) -> Result<M, BuildError> + Send + Sync + 'static,
    {
        self.insert(C::SCHEMA, family, None, move |tree, cx| {
            let config = decode::<C>(tree)?;
            Ok(Box::new(Dynamic::new(build(&config, cx)?)))
        })
    }

    fn insert(
        &mut self,
        schema: &'static Schema,
        family: Family,
        example: Option<Tree>,
        build: impl Fn(&Tree, &mut BuildContext) -> Result<Box<dyn DynModel>, BuildError> + Send + Sync + 'static,
    ) -> Result<(), RegistryError> {
        let builder = ModelBuilder { schema, family, example, build: Arc::new(build) };
        if let Ok(other) = self.get_builder(builder.tag()) {
            return Err(RegistryError::Taken { tag: builder.tag(), by: other.schema.name, new: schema.name });
        }
        self.builders.push(builder);
        Ok(())
    }

    /// The builder of a tag.
    ///
    /// # Errors
    /// [`RegistryError::Unknown`] if nothing is registered under it.
    pub fn get_builder(&self, tag: &str) -> Result<&ModelBuilder, RegistryError> {
        self.builders.iter().find(|builder| builder.tag() == tag).ok_or_else(|| RegistryError::Unknown {
            tag: tag.to_owned(),
            known: self.builders.iter().map(ModelBuilder::tag).collect::<Vec<_>>().join(", "),
        })
    }

    /// All builders, in the order of registration.
    #[must_use]
    pub fn list_builders(&self) -> &[ModelBuilder] {
        &self.builders
    }

    /// Forgets all builders.
    pub fn clear(&mut self) {
        self.builders.clear();
    }
}

/// A union's table as a config: without the `type` that chose it.
fn decode<C: ModelConfig>(tree: &Tree) -> Result<C, BuildError> {
    let mut tree = tree.clone();
    if let TreeValue::Table(entries) = &mut tree.value {
        entries.retain(|entry| entry.key != "type");
    }
    Ok(crate::config::load::validate_tree(&tree)?)
}

/// Why a registry refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegistryError {
    /// The tag is taken.
    #[error("the type \"{tag}\" of `{new}` is already registered by `{by}`; give one of them another tag")]
    Taken {
        /// The tag.
        tag: &'static str,
        /// Who has it.
        by: &'static str,
        /// Who wanted it.
        new: &'static str,
    },
    /// Nothing has this tag.
    #[error("no builder is registered for the type \"{tag}\"; registered: {}", if known.is_empty() { "none" } else { known })]
    Unknown {
        /// The tag.
        tag: String,
        /// What is registered.
        known: String,
    },
}

/// A model config in a file: one of the zoo, or one of a registered type.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelSpec<Z> {
    /// A config of the closed set.
    Known(Z),
    /// A config of a type that is registered at run time, in its untyped form.
    Registered(Tree),
}

impl<Z: Factory> Value for ModelSpec<Z> {
    const KIND: Kind = Z::KIND;

    fn decode(node: &Node<'_>) -> Result<Self, Unchecked> {
        // The document was checked: what the closed set does not know is a registered type.
        Ok(Z::decode(node).map_or_else(|_| Self::Registered(Tree::thaw(node)), Self::Known))
    }

    fn encode(&self) -> Tree {
        match self {
            Self::Known(config) => config.encode(),
            Self::Registered(tree) => tree.clone(),
        }
    }
}

/// What is registered at run time has no cost while the crate compiles.
impl<P: Place, Z: Costed<P>> Costed<P> for ModelSpec<Z> {
    const COSTED: Option<Costing> = Z::COSTED;
}

impl<Z: Factory> ModelSpec<Z> {
    /// The value of `type = ".."`.
    #[must_use]
    pub fn tag(&self) -> String {
        self.text("type").unwrap_or_default()
    }

    /// The model's own name, if its config has a `name` and it is set.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.text("name")
    }

    fn text(&self, key: &str) -> Option<String> {
        match &self.encode().get(key)?.value {
            TreeValue::Str(text) => Some(text.clone()),
            _ => None,
        }
    }
}

/// Builds models from typed configs, files and untyped maps: those of the zoo and those of the registry.
#[derive(Clone, Debug)]
pub struct ModelFactory<Z> {
    registry: ModelTypeRegistry,
    zoo: std::marker::PhantomData<fn() -> Z>,
}

impl<Z: Factory> Default for ModelFactory<Z> {
    fn default() -> Self {
        Self { registry: ModelTypeRegistry::new(), zoo: std::marker::PhantomData }
    }
}

impl<Z: Factory> ModelFactory<Z> {
    /// A factory of the zoo and of what is registered.
    ///
    /// # Errors
    /// [`RegistryError::Taken`] if a registered tag is one of the zoo's.
    pub fn new(registry: ModelTypeRegistry) -> Result<Self, RegistryError> {
        for builder in registry.list_builders() {
            if let Some(entry) = Z::ENTRIES.iter().find(|entry| entry.tag() == builder.tag()) {
                return Err(RegistryError::Taken {
                    tag: builder.tag(),
                    by: entry.schema.name,
                    new: builder.schema.name,
                });
            }
        }
        Ok(Self { registry, ..Self::default() })
    }

    /// What is registered beside the zoo.
    #[must_use]
    pub const fn registry(&self) -> &ModelTypeRegistry {
        &self.registry
    }

    /// Every config that the factory builds: tag, schema, family; the zoo's first.
    pub fn entries(&self) -> impl Iterator<Item = super::Entry> + '_ {
        let registered = self.registry.list_builders().iter();
        Z::ENTRIES
            .iter()
            .copied()
            .chain(registered.map(|builder| super::Entry { schema: builder.schema, family: builder.family }))
    }

    /// What a config with this `type` looks like.
    #[must_use]
    pub fn schema(&self, tag: &str) -> Option<&'static Schema> {
        self.entries().find(|entry| entry.tag() == tag).map(|entry| entry.schema)
    }

    /// What a model costs, if its config says, without building it.
    #[must_use]
    pub fn cost(&self, spec: &ModelSpec<Z>) -> Option<Cost> {
        cost_of_tree(self.schema(&spec.tag())?, &spec.encode())
    }

    /// An example config of a tag; a custom builder has none.
    #[must_use]
    pub fn example(&self, tag: &str) -> Option<ModelSpec<Z>> {
        let registered = || self.registry.get_builder(tag).ok()?.example.clone().map(ModelSpec::Registered);
        Z::example(tag).map(ModelSpec::Known).or_else(registered)
    }

    /// A loader that accepts the registered types.
    #[must_use]
    pub fn loader(&self) -> Loader {
        self.registry.list_builders().iter().fold(Loader::new(), |loader, builder| loader.register(builder.schema))
    }

    /// Reads a model's config from an untyped map, which must say its `type`.
    ///
    /// # Errors
    /// [`ConfigError`]: "Expected a model config" without a type, "Unknown config type" for a wrong one, and every broken
    /// rule.
    pub fn parse(&self, tree: &Tree) -> Result<ModelSpec<Z>, ConfigError> {
        let (name, text) = if tree.nothing().is_none() {
            ("the model config", crate::config::toml_text::write(tree, &|_| None))
        } else {
            // TOML has no word for nothing.
            ("the model config.yaml", crate::config::yaml_text::write(tree, &|_| None))
        };
        Ok(self.loader().text(name, &text).load()?.value)
    }

    /// Builds a model.
    ///
    /// # Errors
    /// As [`create_model`].
    pub fn create(&self, spec: &ModelSpec<Z>, cx: &mut BuildContext) -> Result<Box<dyn DynModel>, BuildError> {
        match spec {
            ModelSpec::Known(config) => create_dyn(config, cx),
            ModelSpec::Registered(tree) => {
                let builder = self
                    .registry
                    .get_builder(&spec.tag())
                    .map_err(|error| BuildError::UnknownType(error.to_string()))?;
                builder.build(tree, cx)
            }
        }
    }
}
