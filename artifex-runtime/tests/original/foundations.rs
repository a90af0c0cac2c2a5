//! What all configs share.

use crate::case::{Case, Tally};
use artifex::ModelConfig;
use artifex::config::Loader;
use serde_json::Value as Json;
use std::collections::BTreeMap;

classes! { config_document base_config base_network_config }

/// What every config says of itself.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct BaseConfig {
    #[config(len(min = 1))]
    pub name: String,
    #[config(default = "")]
    pub description: String,
    #[config(default = [])]
    pub tags: Vec<String>,
    #[config(default)]
    pub metadata: BTreeMap<String, Json>,
}

/// The functions that may follow a layer.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum Activation {
    Relu,
    Gelu,
    Silu,
    Swish,
    Tanh,
    Sigmoid,
    Elu,
    LeakyRelu,
    Softplus,
    Softsign,
    Relu6,
    HardTanh,
    Celu,
    Selu,
    Glu,
}

/// A network of some layers.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct BaseNetworkConfig {
    #[config(flatten)]
    pub base: BaseConfig,
    #[config(len(min = 1), each(min = 1))]
    pub hidden_dims: Vec<usize>,
    pub activation: Activation,
    #[config(default = false)]
    pub batch_norm: bool,
    #[config(default = 0.0, min = 0, max = 1)]
    pub dropout_rate: f64,
}

/// Keys are strict and types checked, from any format, and what is loaded is dumped to an equal document.
fn config_document() -> Tally {
    for (name, text) in [
        ("a.toml", "name = \"a\"\ntags = [\"x\"]\nmetadata = { id = \"vae_001\", runs = [1, { best = 0.5 }] }"),
        ("a.yaml", "name: a\ntags: [x]\nmetadata:\n  id: vae_001\n  runs: [1, {best: 0.5}]\n"),
        ("a.json", r#"{ "name": "a", "tags": ["x"], "metadata": { "id": "vae_001", "runs": [1, { "best": 0.5 }] } }"#),
    ] {
        let loaded = Loader::new().text(name, text).load::<BaseConfig>().unwrap();
        let again = Loader::new().text("again.toml", &loaded.to_toml().unwrap()).load::<BaseConfig>().unwrap();
        assert_eq!(again.value, loaded.value, "{name}");
        let json = serde_json::to_string(&loaded.value).unwrap();
        assert_eq!(serde_json::from_str::<BaseConfig>(&json).unwrap(), loaded.value, "{name}");
    }
    Case::<BaseConfig>::new("name = 'a'")
        .rejects("nmae='b'", "unknown field `nmae` in `BaseConfig`; did you mean `name`?")
        .rejects("tags='x'", "`tags` is a string, expected a list")
        .rejects("tags=[1]", "`tags[0]` is 1, expected a string")
        .rejects("metadata=[]", "`metadata` is a list, expected a table")
        .accepts("metadata.id=vae_001; metadata.runs=[1, 'two', [true]]; metadata.best.fid=3.5")
        .unsound("name = 3")
        .rejects("", "`name` is 3, expected a string")
        .tally()
}

fn base_config() -> Tally {
    Case::<BaseConfig>::new("name = 'a'")
        .requires("name")
        .defaults("description=''; tags=[]; metadata={}")
        .accepts("name=b")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .tally()
}

/// The message for a word that is no activation.
pub fn no_activation(field: &str, word: &str) -> String {
    format!(
        "`{field}` is \"{word}\", expected one of \"relu\", \"gelu\", \"silu\", \"swish\", \"tanh\", \"sigmoid\", \
         \"elu\", \"leaky_relu\", \"softplus\", \"softsign\", \"relu6\", \"hard_tanh\", \"celu\", \"selu\", \"glu\""
    )
}

fn base_network_config() -> Tally {
    Case::<BaseNetworkConfig>::new("name = 'a'\nhidden_dims = [8]\nactivation = 'relu'")
        .requires("name hidden_dims activation")
        .defaults("batch_norm=false; dropout_rate=0.0")
        .rejects("name=''", "`name` has 0 characters, expected at least 1")
        .accepts("hidden_dims=[1, 8]")
        .rejects("hidden_dims=[]", "`hidden_dims` has 0 elements, expected at least 1")
        .rejects("hidden_dims=[8, 0]", "`hidden_dims[1]` is 0, below the minimum 1")
        .accepts("activation=gelu")
        .accepts("activation=silu")
        .accepts("activation=swish")
        .accepts("activation=tanh")
        .accepts("activation=sigmoid")
        .accepts("activation=elu")
        .accepts("activation=leaky_relu")
        .accepts("activation=softplus")
        .accepts("activation=softsign")
        .accepts("activation=relu6")
        .accepts("activation=hard_tanh")
        .accepts("activation=celu")
        .accepts("activation=selu")
        .accepts("activation=glu")
        .rejects("activation=mish", &no_activation("activation", "mish"))
        .accepts("dropout_rate=0")
        .accepts("dropout_rate=1")
        .rejects("dropout_rate=-0.1", "`dropout_rate` is -0.1, below the minimum 0")
        .rejects("dropout_rate=1.1", "`dropout_rate` is 1.1, above the maximum 1")
        .tally()
}
