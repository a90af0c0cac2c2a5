//! Whole files brought up to date by what their types know.

use artifex::ModelConfig;
use artifex::config::front::{Format, parse};
use artifex::config::migrate::{File, MigrateError, Migrated, Migration, Step, update};
use artifex::config::{Loader, Value};

const MIGRATIONS: &[Migration] = &[
    Migration { from_version: 1, to_version: 2, steps: &[Step::Rename { from: &["schedule", "kind"], to: "name" }] },
    Migration {
        from_version: 2,
        to_version: 3,
        steps: &[Step::Move { from: &["schedule", "name"], to: &["decay"] }, Step::Remove { path: &["schedule"] }],
    },
];

/// An optimiser.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(version = 3, migrations = MIGRATIONS)]
struct OptimizerConfig {
    #[config(default = 1e-3, renamed_from = "learning_rate")]
    lr: f64,
    decay: Option<String>,
}

#[derive(Debug, PartialEq, ModelConfig)]
struct DenseConfig {
    #[config(renamed_from("size", "units"))]
    width: u32,
}

#[derive(Debug, PartialEq, ModelConfig)]
struct ConvConfig {
    /// Here the word is no old one.
    size: u32,
}

#[derive(Debug, PartialEq, ModelConfig)]
enum LayerConfig {
    Dense(DenseConfig),
    Conv(ConvConfig),
}

#[derive(Debug, PartialEq, ModelConfig)]
#[config(version = 2)]
struct NetConfig {
    #[config(default = [])]
    layers: Vec<LayerConfig>,
    head: Option<LayerConfig>,
    #[config(default)]
    optimizer: OptimizerConfig,
}

fn migrate_from(format: Format, text: &str, from: Option<u32>) -> Result<Migrated, MigrateError> {
    let whole = parse(format, text, 0).unwrap_or_else(|_| artifex::config::Tree::table());
    update(File { format, text, whole: &whole, from }, &NetConfig::KIND, &[])
}

fn migrate(format: Format, text: &str) -> Result<Migrated, String> {
    migrate_from(format, text, None).map_err(|error| error.to_string())
}

#[test]
fn versions_and_names_of_every_table() {
    let text = "\
#:schema net.json
version = 1  # of the net

[optimizer]   # tuned
version = 1
learning_rate = 1e-2 # by hand
schedule = { kind = \"cosine\" }

[head]
type = \"dense\"
units = 7
";
    let Migrated { text, applied } = migrate(Format::Toml, text).unwrap();
    assert_eq!(
        text,
        "\
#:schema net.json
version = 2  # of the net

[optimizer]   # tuned
version = 3
lr = 1e-2 # by hand
decay = \"cosine\"

[head]
type = \"dense\"
width = 7
"
    );
    assert_eq!(
        applied,
        [
            "`version` is 2",
            "1 -> 2: renamed `optimizer.schedule.kind` to `optimizer.schedule.name`",
            "2 -> 3: moved `optimizer.schedule.name` to `optimizer.decay`",
            "2 -> 3: removed `optimizer.schedule`",
            "`optimizer.version` is 3",
            "renamed `optimizer.learning_rate` to `optimizer.lr`",
            "renamed `head.units` to `head.width`",
        ]
    );
    assert!(Loader::new().text("net.toml", &text).load::<NetConfig>().unwrap().warnings.is_empty());
    assert_eq!(migrate(Format::Toml, &text).unwrap(), Migrated { text, applied: Vec::new() });
}

#[test]
fn a_table_without_a_version_is_of_the_one_that_is_given() {
    let text = "[optimizer]\nschedule = { kind = \"cosine\" }\n";
    assert_eq!(migrate(Format::Toml, text).unwrap().text, text);
    let migrated = migrate_from(Format::Toml, text, Some(1)).unwrap();
    assert_eq!(migrated.text, "version = 2\n\n[optimizer]\ndecay = \"cosine\"\nversion = 3\n");
}

#[test]
fn names_and_versions_in_json_and_yaml() {
    let json = migrate(
        Format::Json,
        r#"{ "version": 1, "head": {"type": "dense",  "size": 3}, "optimizer": { "version": 2, "learning_rate": 1 } }"#,
    );
    assert_eq!(
        json.unwrap().text,
        r#"{ "version": 2, "head": {"type": "dense",  "width": 3}, "optimizer": { "version": 3, "lr": 1 } }"#
    );
    let yaml = migrate(Format::Yaml, "version: 1 # old\nhead:\n  type: dense\n  'units': 3\n  # end\n");
    assert_eq!(yaml.unwrap().text, "version: 2 # old\nhead:\n  type: dense\n  'width': 3\n  # end\n");
    assert_eq!(
        migrate(Format::Json, r#"{ "optimizer": { "version": 1, "schedule": { "kind": "cosine" } } }"#).unwrap_err(),
        "the file is JSON, where only names and versions can be rewritten; do this by hand: renamed \
         `optimizer.schedule.kind` to `optimizer.schedule.name`"
    );
}

#[test]
fn what_means_two_things_is_left_alone() {
    // In the list, `size` is an old name of one table and a field of the other.
    let toml = "[[layers]]\ntype = \"dense\"\nsize = 1\n\n[[layers]]\ntype = \"conv\"\nsize = 2\n";
    let found = migrate(Format::Toml, toml).unwrap_err();
    // The place alone: what stands there may be a secret.
    assert_eq!(
        found,
        "a name stands for several tables at once, so that a change to one changes another (`layers[1].size`); rename it by hand"
    );
    let yaml = "head: &a {type: dense, size: 3}\nlayers:\n  - {<<: *a, type: conv}\n";
    assert!(migrate(Format::Yaml, yaml).unwrap_err().starts_with("a name stands for several tables at once"));
    let same = "[[layers]]\ntype = \"dense\"\nsize = 1\n\n[[layers]]\ntype = \"dense\"\nsize = 2\n";
    assert_eq!(migrate(Format::Toml, same).unwrap().text, same.replace("size", "width"));
}

#[test]
fn errors_say_where_and_what_to_do() {
    let error = |text: &str| migrate(Format::Toml, text).unwrap_err();
    assert_eq!(
        error("[optimizer]\nversion = 4"),
        "`optimizer.version` is 4, but the newest version that this program knows is 3; use a newer program"
    );
    assert_eq!(error("version = \"1\""), "`version` is \"1\", expected a version: a whole number from 0 to 4294967295");
    assert_eq!(
        error("[head]\ntype = \"dense\"\nwidth = 1\nsize = 2"),
        "line 4, column 1: `head.size` cannot become `head.width`, which is set too; remove one of them"
    );
    assert_eq!(
        error("[optimizer]\nversion = 0"),
        "`optimizer.version` is 0, and there is no way from that version to 3; the oldest version known is 1"
    );
    assert!(error("a = 1\nx = \n").starts_with("line 2, column 5: not TOML: "), "{}", error("a = 1\nx = \n"));
}
