//! Configs built in Rust, saved and loaded: what users of burn's `Config` know.

use artifex::ModelConfig;
use artifex::config::{ConfigFile as _, SaveError};

/// As in burn's book, but for the derive.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct TransformerEncoderConfig {
    /// The size of the model.
    d_model: usize,
    /// The size of the position-wise feed-forward network.
    #[config(min = 1)]
    d_ff: usize,
    /// The dropout rate.
    #[config(default = 0.1, min = 0.0, exclusive_max = 1.0)]
    dropout: f64,
    /// Layer norm first.
    #[config(default = false)]
    norm_first: bool,
    name: Option<String>,
    #[config(default = [64, 32], each(min = 1))]
    r#loop: Vec<u32>,
    #[config(skip)]
    cache: u8,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Wrapped<T> {
    #[config(flatten)]
    encoder: TransformerEncoderConfig,
    head: T,
    #[config(default = "relu")]
    activation: String,
}

#[derive(ModelConfig)]
#[config(new = false)]
struct Own {
    #[config(default = 3)]
    width: u32,
}

impl Own {
    fn new() -> Self {
        Self { width: 4 }
    }
}

#[test]
fn new_takes_what_has_no_default() {
    let config = TransformerEncoderConfig::new(512, 2048);
    assert_eq!(config.r#loop, [64, 32]);
    assert_eq!(
        (config.d_model, config.d_ff, config.norm_first, &config.name, config.cache),
        (512, 2048, false, &None, 0)
    );
    assert!((config.dropout - 0.1).abs() < 1e-12);
    let config = config.with_dropout(0.2).with_norm_first(true).with_name(Some("a".to_owned())).with_loop(vec![1]);
    assert!((config.dropout - 0.2).abs() < 1e-12 && config.norm_first);
    assert_eq!((config.name.as_deref(), config.r#loop.as_slice()), (Some("a"), &[1][..]));
    let wrapped = Wrapped::new(config.clone(), 0.5).with_activation("gelu".to_owned());
    assert_eq!((wrapped.encoder, wrapped.head, wrapped.activation.as_str()), (config, 0.5, "gelu"));
    assert_eq!(Own::new().width, 4);
}

#[test]
fn saved_configs_load_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let config =
        Wrapped::new(TransformerEncoderConfig::new(512, 2048).with_name(Some("yes: \"no\"\n".to_owned())), true);
    for extension in ["toml", "json", "yaml", "yml"] {
        let path = folder.path().join("config").with_extension(extension);
        config.save(&path).unwrap();
        assert_eq!(Wrapped::load(&path).unwrap(), config, "{}", std::fs::read_to_string(&path).unwrap());
    }
    let json = std::fs::read(folder.path().join("config.json")).unwrap();
    assert_eq!(Wrapped::<bool>::load_binary(&json).unwrap(), config);
    // What burn writes is read: JSON with every field.
    assert!(String::from_utf8(json).unwrap().starts_with("{\n  \"d_model\": 512,\n"));
}

#[test]
fn what_cannot_be_loaded_is_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.json");
    let error = TransformerEncoderConfig::new(512, 0).save(&path).unwrap_err();
    assert!(matches!(error, SaveError::Invalid(_)) && !path.exists());
    assert!(error.to_string().starts_with("`d_ff` is 0, below the minimum 1\n"), "{error}");
    let sound = TransformerEncoderConfig::new(512, 1);
    assert!(sound.save("config.txt").unwrap_err().to_string().ends_with(
        "config.txt: unknown extension `.txt`; the name of a config file ends in .toml, .json, .yaml or .yml"
    ));
    let missing = folder.path().join("none/config.toml");
    assert!(sound.save(missing).unwrap_err().to_string().contains("none/config.toml: cannot be written: "));
    // Unlike burn's, which reads this and drops the word that it does not know.
    let error = TransformerEncoderConfig::load_binary(br#"{"d_model": 8, "d_ff": 8, "droput": 9}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("unknown field `droput` in `TransformerEncoderConfig`; did you mean `dropout`?")
    );
    // And unlike burn's, which asks for the default.
    assert_eq!(TransformerEncoderConfig::load_binary(br#"{"d_model": 512, "d_ff": 1}"#).unwrap(), sound);
    let error = TransformerEncoderConfig::load(folder.path().join("none.json")).unwrap_err();
    assert!(error.to_string().contains("none.json"), "{error}");
}

/// `None` is a value of its own where the default is another.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(when(is_set(activation), width > 1)))]
struct HeadConfig {
    #[config(default = 2)]
    width: u32,
    #[config(default = "tanh")]
    activation: Option<String>,
    bias: Option<bool>,
}

#[test]
fn nothing_in_the_place_of_a_default_stays_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let config = HeadConfig::new().with_activation(None).with_width(1);
    assert_eq!(HeadConfig::new().activation.as_deref(), Some("tanh"));
    for name in ["head.json", "head.yaml"] {
        let path = folder.path().join(name);
        config.save(&path).unwrap();
        assert_eq!(HeadConfig::load(&path).unwrap(), config, "{name}");
    }
    assert_eq!(serde_json::to_string(&config).unwrap(), r#"{"width":1,"activation":null}"#);
    let error = config.save(folder.path().join("head.toml")).unwrap_err();
    assert!(
        error.to_string().ends_with("head.toml: `activation` is nothing, for which TOML has no word; use JSON or YAML"),
        "{error}"
    );
}
