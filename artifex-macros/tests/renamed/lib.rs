//! A crate of edition 2021 that knows the library by another name and denies every lint it can.
#![deny(warnings, missing_docs, missing_debug_implementations, unsafe_code, unused_qualifications)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]

pub use config_engine as engine;

/// Its models.
pub mod models {
    use config_engine::ModelConfig;
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    /// The function between two layers: "it's \ or /".
    #[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
    #[config(crate = ::config_engine)]
    pub enum Activation {
        /// max(0, x)
        Relu,
        /// x · sigmoid(x)
        #[config(rename = "silu", deprecated = "it is slow")]
        SiLU,
    }

    /// A net.
    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    #[config(crate = config_engine, tag = "net", rename_all = "kebab-case")]
    #[config(rule(latent_dim % 2 == 0 && all(sizes, v > 0), "an even \"size\""))]
    pub struct NetConfig {
        /// Size of the latent vector.
        #[config(default = 16, min = 1, unit = "values", renamed_from = "z")]
        pub latent_dim: usize,
        /// Function between two layers.
        #[config(default = Activation::Relu)]
        pub activation: Activation,
        /// Sizes of the layers.
        #[config(default = [64], len(min = 1), each(min = 1), example = [32, 16])]
        pub sizes: Vec<usize>,
        /// Weights by name.
        #[config(default = { a = 0.5 }, keys(len(max = 8)), values(min = 0))]
        pub weights: BTreeMap<String, f64>,
        /// Where to write.
        #[config(default = "out")]
        pub folder: PathBuf,
        /// Opens the door.
        #[config(secret)]
        pub token: Option<String>,
        /// Not in use.
        #[config(deprecated = "say nothing", one_of(1, 2))]
        pub(crate) old: Option<u8>,
    }

    /// One of the models.
    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    #[config(crate = crate::engine)]
    pub enum AnyConfig {
        /// The net.
        Net(NetConfig),
        /// A tower of it.
        Tower(TowerConfig<NetConfig>),
    }

    /// A thing and its height.
    #[derive(Clone, Debug, PartialEq, Eq, ModelConfig)]
    #[config(crate = ::config_engine)]
    pub struct TowerConfig<T: Clone, const N: usize = 2> {
        /// What stands on each other.
        pub floor: T,
        /// Heights.
        #[config(each(min = 1))]
        pub heights: [u32; N],
    }

    config_engine::models! { NetConfig }
}

use models::{AnyConfig, NetConfig};

config_engine::check_file!(NetConfig, "net.toml");

/// From a file.
#[must_use]
pub fn included() -> NetConfig {
    config_engine::include_config!(NetConfig, "net.toml")
}

/// From Rust.
#[must_use]
pub fn inline() -> AnyConfig {
    engine::config!(AnyConfig { type = "tower", floor = { "latent-dim" = 8 }, heights = [1, 2] })
}
