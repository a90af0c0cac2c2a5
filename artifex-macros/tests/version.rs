//! Versions of configs: what a table says of its own, and the way from older ones.

use artifex::ModelConfig;
use artifex::config::migrate::{Migration, Step};
use artifex::config::{Loader, ModelConfig as _, Value, json_schema};

const MIGRATIONS: &[Migration] = &[
    Migration { from_version: 1, to_version: 2, steps: &[Step::Rename { from: &["learning_rate"], to: "lr" }] },
    Migration { from_version: 2, to_version: 3, steps: &[Step::Remove { path: &["legacy"] }] },
];

/// An optimiser whose files have changed their meaning.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(version = 3, migrations = MIGRATIONS)]
struct OptimizerConfig {
    /// Learning rate.
    #[config(default = 1e-3)]
    lr: f64,
}

/// A model whose files have only got new fields.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(version = 2)]
struct NetConfig {
    /// Width.
    #[config(default = 8, renamed_from = "size")]
    width: u32,
    /// Depth.
    #[config(default = 1, since = 2)]
    depth: u32,
    #[config(default)]
    optimizer: OptimizerConfig,
}

/// The value with the warnings, or the errors.
fn load(text: &str) -> Result<(NetConfig, Vec<String>), Vec<String>> {
    let words = |list: &[artifex::config::Diagnostic]| list.iter().map(|found| found.message.clone()).collect();
    match Loader::new().text("net.toml", text).load::<NetConfig>() {
        Ok(loaded) => Ok((loaded.value, words(&loaded.warnings))),
        Err(error) => Err(words(&error.diagnostics)),
    }
}

#[test]
fn a_table_may_say_its_version() {
    let (value, warnings) = load("version = 2\ndepth = 3\n[optimizer]\nversion = 3").unwrap();
    assert_eq!((value.depth, warnings.len()), (3, 0));
    assert!(load("depth = 3").unwrap().1.is_empty());
}

#[test]
fn an_older_table_is_read_with_a_warning_if_only_names_have_changed() {
    let (value, warnings) = load("version = 1\nsize = 3\ndepth = 2").unwrap();
    assert_eq!((value.width, value.depth), (3, 2));
    assert_eq!(
        warnings,
        [
            "`version` is 1, and `NetConfig` is now at version 2; `artifex migrate FILE` brings a file up to date",
            "`size` is an old name; the field is now called `width`",
            "`depth` is new in version 2, but the table says that it is of version 1",
        ]
    );
}

#[test]
fn a_table_that_has_to_be_migrated_is_not_read_as_it_is() {
    // One mistake, one error: that `learning_rate` is unknown follows from it.
    assert_eq!(
        load("[optimizer]\nversion = 1\nlearning_rate = 0.1").unwrap_err(),
        ["`version` is 1, and `OptimizerConfig` is now at version 3; `artifex migrate FILE` brings a file up to date"]
    );
}

#[test]
fn a_newer_table_asks_for_a_newer_program() {
    assert_eq!(
        load("version = 3\nwings = 2").unwrap_err(),
        ["`version` is 3, but the newest version of `NetConfig` that this program knows is 2; use a newer program"]
    );
}

#[test]
fn a_version_is_a_whole_number() {
    assert_eq!(load("version = 0").unwrap_err(), ["`version` is 0, below the minimum 1"]);
    assert_eq!(load("version = 1.5").unwrap_err(), ["`version` is 1.5, expected an integer"]);
    assert_eq!(load("version = \"2\"").unwrap_err(), ["`version` is a string, expected an integer"]);
}

#[test]
fn what_is_written_says_its_version() {
    let text = serde_json::to_string(&load("").unwrap().0).unwrap();
    assert_eq!(text, r#"{"version":2,"width":8,"depth":1,"optimizer":{"version":3,"lr":0.001}}"#);
    let old = Loader::new().text("net.toml", "version = 1\nsize = 3").load::<NetConfig>().unwrap();
    let new = Loader::new().text("net.toml", "width = 3").load::<NetConfig>().unwrap();
    assert_eq!(artifex::config::fingerprint(&old.resolved), artifex::config::fingerprint(&new.resolved));
}

#[test]
fn schemas_know_the_versions_that_are_read() {
    let schema = json_schema::document(&NetConfig::KIND, "NetConfig", &[]);
    let version = &schema["properties"]["version"];
    assert_eq!((version["minimum"].as_u64(), version["maximum"].as_u64()), (Some(1), Some(2)));
    assert_eq!(schema["properties"]["depth"]["description"], "Depth.\n\nSince version 2.");
    let optimizer = &schema["$defs"]["OptimizerConfig"]["properties"]["version"];
    assert_eq!((optimizer["minimum"].as_u64(), optimizer["maximum"].as_u64()), (Some(3), Some(3)));
    assert_eq!(OptimizerConfig::SCHEMA.version.map(|version| version.migrations.len()), Some(2));
}
