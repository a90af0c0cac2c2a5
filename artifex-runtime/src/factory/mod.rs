//! From configs to models: the closed set of a [`factory!`](crate::factory!), made while the crate compiles, and the open
//! registry beside it.

mod registry;

pub use crate::__factory as factory;
pub use crate::models::{Build, BuildContext, BuildError};
pub use artifex_macros::models;
pub use registry::{ModelBuilder, ModelFactory, ModelSpec, ModelTypeRegistry, RegistryError};

use crate::config::{Schema, Value, validate_value};
use crate::models::{DynModel, Dynamic, Family};

crate::factory! {
    /// The models of this crate.
    pub enum Zoo: crate::models
}

/// The closed set of configs of a [`factory!`](crate::factory!): an enum with a variant for each.
pub trait Factory: Value + Clone + Send + Sync + 'static {
    /// What the set holds, in order.
    const ENTRIES: &'static [Entry];

    /// Calls the visitor with the config of this value, by static dispatch.
    fn visit<V: Visitor>(&self, visitor: V) -> V::Output;

    /// The example of the config with this tag.
    fn example(tag: &str) -> Option<Self>;
}

/// A config of a factory.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The config's schema.
    pub schema: &'static Schema,
    /// The family of its model.
    pub family: Family,
}

impl Entry {
    /// The entry of a config type.
    #[must_use]
    pub const fn of<C: Build>() -> Self {
        Self { schema: C::SCHEMA, family: C::FAMILY }
    }

    /// The value of `type = ".."`.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        crate::config::schema::Variant::of(self.schema).tag
    }
}

/// A function over all config types: generic code that a [`Factory`] calls with the concrete one.
pub trait Visitor {
    /// What the function returns.
    type Output;

    /// The function.
    fn visit<C: Build>(self, config: &C) -> Self::Output;
}

/// Builds the model of a config, after checking the config.
///
/// ```
/// use artifex::factory::{BuildContext, create_model};
/// use artifex::models::{Build, GenerativeModel, SampleOptions, vae::VAEConfig};
///
/// let mut cx = BuildContext::new(artifex::device::cpu(), 42);
/// let model = create_model(&VAEConfig::example(), &mut cx)?;
/// let samples = model.generate(4, &SampleOptions::default(), &mut cx.rngs)?;
/// assert_eq!(samples.len(), 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`BuildError::Config`] with every broken rule, and what building itself finds.
pub fn create_model<C: Build>(config: &C, cx: &mut BuildContext) -> Result<C::Model, BuildError> {
    validate_value(config)?;
    config.build(cx)
}

/// Builds the model of a zoo's config behind a trait object.
///
/// # Errors
/// As [`create_model`].
pub fn create_dyn<Z: Factory>(config: &Z, cx: &mut BuildContext) -> Result<Box<dyn DynModel>, BuildError> {
    struct Create<'a>(&'a mut BuildContext);
    impl Visitor for Create<'_> {
        type Output = Result<Box<dyn DynModel>, BuildError>;

        fn visit<C: Build>(self, config: &C) -> Self::Output {
            Ok(Box::new(Dynamic::new(create_model(config, self.0)?)))
        }
    }
    config.visit(Create(cx))
}

/// Implements [`Factory`] for the enum of a `factory!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_factory {
    ($zoo:ident { $($variant:ident($config:ty)),* $(,)? }) => {
        impl $crate::factory::Factory for $zoo {
            const ENTRIES: &'static [$crate::factory::Entry] = &[$($crate::factory::Entry::of::<$config>()),*];

            fn visit<V: $crate::factory::Visitor>(&self, visitor: V) -> V::Output {
                match self {
                    $(Self::$variant(config) => visitor.visit(config),)*
                }
            }

            fn example(tag: &str) -> ::core::option::Option<Self> {
                $(if $crate::factory::Entry::of::<$config>().tag() == tag {
                    return ::core::option::Option::Some(Self::$variant(<$config as $crate::factory::Build>::example()));
                })*
                ::core::option::Option::None
            }
        }
    };
}
