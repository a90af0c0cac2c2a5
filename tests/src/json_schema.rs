//! The JSON Schemas: committed, without drift, valid, and of one mind with the checker.

use artifex::config::tree::TreeValue;
use artifex::config::{ConfigError, Loader, Profile, json_schema, report::Code, toml_text};
use artifex::factory::{ModelFactory, ModelSpec, Zoo};
use artifex::train::{RunConfig, references, schemas};
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};

type Run = RunConfig<ModelSpec<Zoo>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The TOML as JSON, as an editor sees it.
fn json(text: &str) -> Json {
    serde_json::to_value(toml_text::parse(text, 0).unwrap()).unwrap()
}

fn schema(wanted: &str) -> Json {
    let files = schemas(&ModelFactory::<Zoo>::default(), Profile::Canonical);
    serde_json::from_str(&files.iter().find(|(name, _)| name == wanted).unwrap().1).unwrap()
}

fn run_schema() -> Json {
    schema("run")
}

/// The folder's files are exactly these.
fn assert_committed(folder: &str, files: &[(String, String)], command: &str) {
    for (name, text) in files {
        let committed = fs::read_to_string(root().join(folder).join(name)).unwrap_or_default();
        // Whole files would bury the message.
        let line = committed.lines().zip(text.lines()).take_while(|(old, new)| old == new).count() + 1;
        assert!(&committed == text, "{folder}/{name} drifted in line {line}; run `cargo run -- {command}`");
    }
    for entry in fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let name = entry.file_name().into_string().unwrap();
        assert!(files.iter().any(|(known, _)| *known == name), "{folder}/{name} belongs to no config");
    }
}

#[test]
fn what_is_committed_is_what_the_structs_say() {
    let factory = ModelFactory::<Zoo>::default();
    for (profile, folder) in
        [(Profile::Canonical, "schemas"), (Profile::Vscode, "schemas/vscode"), (Profile::Taplo, "schemas/taplo")]
    {
        let files: Vec<_> =
            schemas(&factory, profile).into_iter().map(|(name, text)| (format!("{name}.json"), text)).collect();
        assert_committed(folder, &files, "schema --out schemas");
    }
    assert_committed("docs/reference", &references(&factory), "docs --out docs/reference");
}

#[test]
fn every_schema_is_a_schema() {
    for (name, text) in schemas(&ModelFactory::<Zoo>::default(), Profile::Canonical) {
        let schema: Json = serde_json::from_str(&text).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$schema"], json_schema::DIALECT);
    }
}

#[test]
fn the_shipped_configs_are_accepted() {
    let [run, mcmc] = ["run", "mcmc"].map(|name| jsonschema::validator_for(&schema(name)).unwrap());
    let mut seen = 0;
    for entry in fs::read_dir(root().join("configs")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        // The schema is the one that the file's first line gives to editors.
        let validator = match text.lines().next().unwrap() {
            "#:schema ../schemas/taplo/run.json" => &run,
            "#:schema ../schemas/taplo/mcmc.json" => &mcmc,
            other => panic!("{}: {other}", path.display()),
        };
        let document = json(&text);
        let errors: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        seen += 1;
    }
    assert!(seen >= 2);
}

/// One change to a good config, as `key=value`, and whether the checker finds it structurally wrong.
const CHANGES: [(&str, bool); 22] = [
    ("seed=1", false),
    ("seed=-1", true),
    ("seed=1.5", true),
    ("sede=1", true),
    ("name=\"x\"", false),
    ("name=3", true),
    ("model.kl_weight=0", false),
    ("model.kl_weight=-0.5", true),
    ("model.kl_weight=\"x\"", true),
    ("model.kl_wieght=1.0", true),
    ("model.encoder.latent_dim=0", true),
    ("model.encoder.hidden_dims=[]", true),
    ("model.encoder.hidden_dims=[3, 0]", true),
    ("model.encoder.hidden_dims=[3, 1]", false),
    ("model.encoder.activation=\"relu\"", false),
    ("model.encoder.activation=\"rleu\"", true),
    ("model.type=\"vaee\"", true),
    ("train.batch_size=0", true),
    ("train.batch_size=1", false),
    ("train.optimizer.type=\"none\"", true),
    ("train.optimizer.learning_rate=0", true),
    ("data.type=\"digit\"", true),
];

#[test]
fn schema_and_checker_agree() {
    let validator = jsonschema::validator_for(&run_schema()).unwrap();
    let base = fs::read_to_string(root().join("configs/vae-digits.toml")).unwrap();
    for (change, wrong) in CHANGES {
        let mut tree = toml_text::parse(&base, 0).unwrap();
        tree.merge(toml_text::parse(change, 1).unwrap());
        let text = toml_text::write(&tree, &|_| None);
        let structural = match Loader::new().text("x.toml", &text).load::<Run>() {
            Ok(_) => false,
            Err(ConfigError { diagnostics, .. }) => diagnostics.iter().any(|found| found.code != Code::Rule),
        };
        assert_eq!(structural, wrong, "the checker on {change}");
        assert_eq!(!validator.is_valid(&json(&text)), wrong, "the schema on {change}");
    }
}

/// Changes that break a rule of a good config, and whether the schema knows it.
const BROKEN_RULES: [(&str, bool); 6] = [
    ("train.steps=5", true),
    ("train.optimizer={ type = \"sgd\", nesterov = true }", true),
    ("train.optimizer={ type = \"sgd\", nesterov = true, momentum = 0.0 }", true),
    ("model.reconstruction_loss_type=\"bce\"\nmodel.decoder.output_activation=\"tanh\"", true),
    ("data={ type = \"idx\", images = \"a\", held_out_images = \"b\", split_seed = 1 }", true),
    // Two fields are compared.
    ("model.encoder.latent_dim=77", false),
];

#[test]
fn schema_knows_the_rules_that_it_can_say() {
    let validator = jsonschema::validator_for(&run_schema()).unwrap();
    let base = fs::read_to_string(root().join("configs/vae-digits.toml")).unwrap();
    for (change, known) in BROKEN_RULES {
        let mut tree = toml_text::parse(&base, 0).unwrap();
        let change = toml_text::parse(change, 1).unwrap();
        // Another variant of a union does not have the fields of the first one.
        if let (TreeValue::Table(entries), Some(_)) = (&mut tree.value, change.get("data")) {
            entries.retain(|entry| entry.key != "data");
        }
        tree.merge(change);
        let text = toml_text::write(&tree, &|_| None);
        let ConfigError { diagnostics, .. } = Loader::new().text("x.toml", &text).load::<Run>().unwrap_err();
        assert!(diagnostics.iter().all(|found| found.code == Code::Rule), "{text}\n{diagnostics:?}");
        assert_eq!(!validator.is_valid(&json(&text)), known, "{text}");
    }
}

#[test]
fn schemars_gives_the_same_schema() {
    let schema = artifex::__private::schemars::schema_for!(artifex::models::vae::VAEConfig);
    let own: Json = serde_json::from_str(&fs::read_to_string(root().join("schemas/vae.json")).unwrap()).unwrap();
    assert_eq!(schema.as_value()["properties"]["kl_weight"], own["properties"]["kl_weight"]);
    assert_eq!(schema.as_value()["$defs"]["EncoderConfig"], own["$defs"]["EncoderConfig"]);
}
