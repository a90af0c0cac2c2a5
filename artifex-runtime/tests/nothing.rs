//! Values that are nothing, where that is not the same as no value: no format may lose them.

use artifex::ModelConfig;
use artifex::config::diff::diff;
use artifex::config::front::Format;
use artifex::config::{ConfigFile as _, Loaded, Loader, fingerprint};
use serde_json::Value as Json;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Part {
    size: Option<u32>,
    #[config(default = 4)]
    heads: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Net {
    #[config(default = "relu")]
    activation: Option<String>,
    name: Option<String>,
    #[config(default = [])]
    steps: Vec<Option<u32>>,
    #[config(default = {})]
    rates: BTreeMap<String, Option<f64>>,
    #[config(default = [])]
    parts: Vec<Part>,
    pair: Option<(u8, Option<u8>)>,
    extra: Option<Json>,
    #[config(default = "/x")]
    folder: std::path::PathBuf,
}

fn load(text: &str) -> Loaded<Net> {
    Loader::new().text("net.json", text).load().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_toml_cannot_say_is_written_as_yaml() {
    for (text, field) in [
        (r#"{ "activation": null }"#, "activation"),
        (r#"{ "steps": [1, null] }"#, "steps[1]"),
        (r#"{ "steps": [null] }"#, "steps[0]"),
        (r#"{ "rates": { "a": 1, "b c": null } }"#, "rates.b c"),
        (r#"{ "parts": [{ "size": null }, { "heads": null }] }"#, "parts[1].heads"),
        (r#"{ "pair": [1, null] }"#, "pair[1]"),
        (r#"{ "extra": { "x": [{ "y": null }] } }"#, "extra.x[0].y"),
    ] {
        let loaded = load(text);
        let error = loaded.to_toml().unwrap_err().to_string();
        assert_eq!(error, format!("`{field}` is nothing, for which TOML has no word; use JSON or YAML"));
        let (format, yaml) = loaded.to_file();
        assert_eq!(format, Format::Yaml);
        let again = Loader::new().text("config.yaml", &yaml).load::<Net>().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(again.value, loaded.value, "{yaml}");
        // Once more: the same values, and nothing new to say.
        assert_eq!(diff(&again.resolved, &load_yaml(&again.to_file().1).resolved), []);
        let path = tempfile::tempdir().unwrap();
        let toml = path.path().join("net.toml");
        assert_eq!(loaded.value.save(&toml).unwrap_err().to_string(), format!("{}: {error}", toml.display()));
        assert!(!toml.exists());
        for name in ["net.json", "net.yaml"] {
            loaded.value.save(path.path().join(name)).unwrap();
            assert_eq!(Net::load(path.path().join(name)).unwrap(), loaded.value, "{name}");
        }
    }
}

fn load_yaml(text: &str) -> Loaded<Net> {
    Loader::new().text("config.yaml", text).load().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn what_goes_without_saying_is_left_out() {
    let loaded = load(r#"{ "name": null, "parts": [{ "size": null }], "extra": null, "pair": null, "folder": "/x" }"#);
    let (format, text) = loaded.to_file();
    assert_eq!(
        (format, text.as_str()),
        (
            Format::Toml,
            "activation = \"relu\"  # default\nsteps = []  # default\nparts = [{ heads = 4 }]  # net.json:1\n\
             folder = \"/x\"  # net.json:1\n\n[rates]\n"
        )
    );
    assert_eq!(loaded.to_toml().as_deref(), Ok(text.as_str()));
    let again = Loader::new().text("config.toml", &text).load::<Net>().unwrap();
    assert_eq!(again.value, loaded.value);
    assert_eq!(fingerprint(&again.resolved), fingerprint(&loaded.resolved));
}

#[test]
fn every_value_keeps_its_origin() {
    let loaded = Loader::new()
        .text("net.yaml", "activation: null\nfolder: /x\nrates:\n  a: 0.5\n  on: null\n")
        .set("steps=[3]")
        .load::<Net>()
        .unwrap();
    assert_eq!(
        loaded.to_file().1,
        "activation: null  # net.yaml:1\nsteps: [3]  # command line\nrates:\n  a: 0.5  # net.yaml:4\n  \"on\": null  # net.yaml:5\n\
         parts: []  # default\nfolder: \"/x\"  # net.yaml:2\n"
    );
}
