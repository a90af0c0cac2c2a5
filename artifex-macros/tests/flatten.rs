//! Configs among the fields of others, and fields that only Rust sees.

use artifex::ModelConfig;
use artifex::config::{Loader, ModelConfig as _, Tree, Value, json_schema};

/// What every network has.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(hidden_dims) <= max_depth, "the network is too deep"))]
struct NetworkConfig {
    /// Widths of the layers.
    #[config(len(min = 1), each(min = 1))]
    hidden_dims: Vec<u32>,
    /// The most layers.
    #[config(default = 3, min = 1)]
    max_depth: usize,
    /// Learning rate.
    #[config(default = 1e-3, exclusive_min = 0.0, renamed_from = "learning_rate")]
    lr: f64,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "encoder", rename_all = "kebab-case")]
#[config(rule(all(hidden_dims, v >= latent_dim), "the code is the narrowest layer"))]
struct EncoderConfig {
    /// Size of the code.
    #[config(default = 2, min = 1)]
    latent_dim: u32,
    #[config(flatten, default = { max_depth = 2, hidden_dims = [8, 8] })]
    network: NetworkConfig,
    /// Whether to normalise.
    batch_norm: Option<bool>,
    #[config(skip)]
    cache: std::cell::Cell<Option<u8>>,
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Deep {
    #[config(default = "deep")]
    name: String,
    #[config(flatten, default = { lr = 0.5 })]
    encoder: EncoderConfig,
    #[config(default = 1.0)]
    beta: f64,
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Generic<T> {
    head: T,
    #[config(flatten)]
    network: NetworkConfig,
}

fn load<T: Value>(text: &str) -> Result<T, String> {
    let loaded = Loader::new().text("x.toml", text).load::<T>();
    loaded.map(|loaded| loaded.value).map_err(|error| {
        error.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("\n")
    })
}

#[test]
fn fields_stand_among_those_of_the_owner_in_place() {
    let names: Vec<_> = EncoderConfig::SCHEMA.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["latent-dim", "hidden_dims", "max_depth", "lr", "batch-norm"]);
    let names: Vec<_> = Deep::SCHEMA.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["name", "latent-dim", "hidden_dims", "max_depth", "lr", "batch-norm", "beta"]);
}

#[test]
fn defaults_are_those_of_the_nearest_owner() {
    let encoder: EncoderConfig = load("").unwrap();
    assert_eq!(encoder.network, NetworkConfig { hidden_dims: vec![8, 8], max_depth: 2, lr: 1e-3 });
    let deep: Deep = load("hidden_dims = [4]").unwrap();
    assert_eq!(deep.encoder.network, NetworkConfig { hidden_dims: vec![4], max_depth: 2, lr: 0.5 });
    assert_eq!(load::<NetworkConfig>("").unwrap_err(), "missing field `hidden_dims` (a list) in `NetworkConfig`");
    // An old name is the field as well.
    assert!((load::<Deep>("learning_rate = 2.0").unwrap().encoder.network.lr - 2.0).abs() < 1e-12);
}

#[test]
fn rules_of_both_hold() {
    assert_eq!(
        load::<Deep>("hidden_dims = [9, 9, 9]\nlr = -1").unwrap_err(),
        "the network is too deep (rule `len(hidden_dims) <= max_depth` of `Deep` does not hold: hidden_dims is [9, 9, 9], \
         max_depth is 2)\n`lr` is -1, must be above 0.0"
    );
    assert_eq!(
        load::<Deep>("hidden_dims = [1]").unwrap_err(),
        "the code is the narrowest layer (rule `all(hidden_dims, v >= latent-dim)` of `Deep` does not hold: hidden_dims is [1], \
         hidden_dims[0] is 1, latent-dim is 2)"
    );
    assert_eq!(
        load::<EncoderConfig>("hiden_dims = [8]").unwrap_err(),
        "unknown field `hiden_dims` in `EncoderConfig`; did you mean `hidden_dims`?"
    );
}

#[test]
fn a_value_is_written_as_it_is_read() {
    let deep: Deep = load("name = \"a\"\nlearning_rate = 2.0\nbatch-norm = true\nbeta = 3").unwrap();
    let tree = deep.encode();
    let keys = ["name", "latent-dim", "hidden_dims", "max_depth", "lr", "batch-norm", "beta"];
    assert!(keys.iter().all(|key| tree.get(key).is_some()), "{tree:?}");
    assert_eq!(tree.get("encoder").or(tree.get("network")).or(tree.get("cache")), None::<&Tree>);
    let text = serde_json::to_string(&deep).unwrap();
    assert_eq!(serde_json::from_str::<Deep>(&text).unwrap(), deep);
}

#[test]
fn a_generic_owner() {
    let generic: Generic<f64> = load("head = 0.5\nhidden_dims = [1]").unwrap();
    assert_eq!(generic.network.hidden_dims, [1]);
    assert_eq!(
        load::<Generic<bool>>("head = true\nhidden_dims = [0]").unwrap_err(),
        "`hidden_dims[0]` is 0, below the minimum 1"
    );
}

#[test]
fn skipped_fields_are_in_no_file() {
    let encoder: EncoderConfig = load("").unwrap();
    assert_eq!(encoder.cache.get(), None);
    assert_eq!(
        load::<EncoderConfig>("cache = 1").unwrap_err(),
        "unknown field `cache` in `EncoderConfig`; its fields are `latent-dim`, `hidden_dims`, `max_depth`, `lr`, `batch-norm`"
    );
}

#[test]
fn a_checked_literal() {
    let deep = artifex::config!(Deep { hidden_dims = [5], lr = 0.1 });
    assert_eq!((deep.encoder.network.hidden_dims, deep.encoder.network.max_depth), (vec![5], 2));
}

#[test]
fn schemas_have_one_table() {
    let schema = json_schema::document(&Deep::KIND, "Deep", &[]);
    let text = schema.to_string();
    assert!(!text.contains("NetworkConfig") && !text.contains("EncoderConfig"), "{text}");
    assert!(text.contains(r#""max_depth":{"type":"integer","minimum":1"#), "{text}");
}
