//! Layers: files and what they extend, the environment, the command line.

mod env;
mod extends;

use super::{Loader, validate_value};
use crate::config::{ModelConfig, fingerprint};
use std::path::PathBuf;

/// Left.
#[derive(Debug, PartialEq, ModelConfig)]
struct Small {
    /// Size.
    #[config(default = 1)]
    size: u8,
}

/// Right.
#[derive(Debug, PartialEq, ModelConfig)]
struct Large {
    /// Size.
    #[config(min = 10)]
    batch_size: u64,
    /// A choice again.
    inner: Option<Inner>,
}

/// An inner choice.
#[derive(Debug, PartialEq, ModelConfig)]
enum Inner {
    Small(Small),
    Train(Train),
}

/// A choice.
#[derive(Debug, PartialEq, ModelConfig)]
enum Choice {
    Small(Small),
    Large(Large),
}

/// How to train.
#[derive(Debug, PartialEq, ModelConfig)]
struct Train {
    /// Samples in a step.
    #[config(default = 32, min = 1)]
    batch_size: u32,
    /// Rate.
    #[config(default = 0.5)]
    rate: f64,
    /// Where it goes.
    out: Option<PathBuf>,
}

/// The whole.
#[derive(Debug, PartialEq, ModelConfig)]
struct Whole {
    /// Seed.
    #[config(default = 0)]
    seed: u64,
    /// Name.
    #[config(default = "x")]
    name: String,
    /// Sizes.
    #[config(default = [1, 2])]
    dims: Vec<u32>,
    /// Training.
    #[config(default)]
    train: Train,
    /// Choice.
    choice: Option<Choice>,
}

/// A folder of files.
struct Files(tempfile::TempDir);

impl Files {
    fn new(files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = directory.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self(directory)
    }

    fn loader(&self, name: &str) -> Loader {
        Loader::new().file(&self.0.path().join(name))
    }

    fn shown(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.0.path().display()), "")
    }

    fn error(&self, name: &str) -> String {
        self.shown(&self.loader(name).load::<Whole>().unwrap_err().to_string())
    }
}

#[test]
fn every_format_loads_to_the_same_config() {
    let files = Files::new(&[
        ("a.toml", "seed = 3\nchoice = { type = \"large\", batch_size = 12 }\n[train]\nrate = 1e-3\nout = \"o\""),
        (
            "a.json",
            "{\"$schema\": \"s.json\", \"seed\": 3, \"train\": {\"rate\": 0.001, \"out\": \"o\"},
             \"choice\": {\"type\": \"large\", \"batch_size\": 12, \"inner\": null}}",
        ),
        ("a.yaml", "seed: 3\ntrain: &t\n  rate: 1e-3\n  out: o\nchoice: {type: large, batch_size: 0xC}\n"),
    ]);
    let load = |name: &str| files.loader(name).load::<Whole>().unwrap();
    let toml = load("a.toml");
    assert_eq!(toml.value.choice, Some(Choice::Large(Large { batch_size: 12, inner: None })));
    assert_eq!(toml.value.train.out, Some(files.0.path().join("o")));
    for name in ["a.json", "a.yaml"] {
        let other = load(name);
        assert_eq!(other.value, toml.value, "{name}");
        assert_eq!(fingerprint(&other.resolved), fingerprint(&toml.resolved), "{name}");
        // What a run keeps reads back, whatever it came from.
        let again = Loader::new().text("run.toml", &other.to_toml().unwrap()).load::<Whole>().unwrap();
        assert_eq!(again.value, toml.value, "{name}");
    }
    assert_eq!(files.shown(&load("a.yaml").origin(load("a.yaml").resolved.get("seed").unwrap())), "a.yaml:1");
}

#[test]
fn errors_of_the_check_have_places_in_every_format() {
    let error = |name: &str, text: &str| Loader::new().text(name, text).load::<Whole>().unwrap_err().to_string();
    assert_eq!(
        error("x.json", "{\n  \"sede\": 1\n}"),
        "unknown field `sede` in `Whole`; did you mean `seed`?\n --> x.json:2:3\n  |\n2 |   \"sede\": 1\n  |   ^^^^^^"
    );
    assert_eq!(
        error("x.yml", "train:\n  batch_size: .5\n"),
        "`batch_size` is 0.5, expected an integer\n --> x.yml:2:15\n  |\n2 |   batch_size: .5\n  |               ^^"
    );
    assert_eq!(
        error("x.yaml", "choice:\n  type: large\n"),
        "missing field `batch_size` (an integer) in `Large`\n --> x.yaml:1:1\n  |\n1 | choice:\n  | ^^^^^^"
    );
    assert_eq!(
        error("x.json", "{\"seed\": null}"),
        "`seed` is nothing, expected an integer\n --> x.json:1:10\n  |\n1 | {\"seed\": null}\n  |          ^^^^"
    );
}

#[test]
fn unknown_extensions() {
    let files = Files::new(&[("a.ini", "x"), ("b", "x")]);
    assert_eq!(
        files.error("a.ini"),
        "a.ini: unknown extension `.ini`; the name of a config file ends in .toml, .json, .yaml or .yml"
    );
    assert_eq!(files.error("b"), "b: no extension; the name of a config file ends in .toml, .json, .yaml or .yml");
    assert_eq!(files.error("c.cfg"), "c.cfg: there is no such file");
    let error = Loader::new().text("x.ini", "seed = 1").load::<Whole>().unwrap_err();
    assert!(error.to_string().starts_with("x.ini: unknown extension `.ini`"));
    let error = Loader::new().text("x.json", &" ".repeat((4 << 20) + 1)).load::<Whole>().unwrap_err();
    assert_eq!(error.to_string(), "x.json: 4194305 bytes are too many for a config; the limit is 4194304");
    // A text that is no file has no extension.
    assert_eq!(Loader::new().text("the config", "\u{feff}seed = 1").load::<Whole>().unwrap().value.seed, 1);
}

#[test]
fn many_errors_are_counted() {
    let text = "x\n".repeat(100_000);
    let error = Loader::new().text("x.toml", &text).load::<Whole>().unwrap_err();
    assert_eq!((error.diagnostics.len(), error.more), (128, 99_872));
    assert!(error.to_string().ends_with("and 99872 more"));
}

#[test]
fn paths_of_arguments_are_bounded() {
    let path = vec!["a"; 100_000].join(".");
    let error = Loader::new().set(&format!("{path}=1")).load::<Whole>().unwrap_err().to_string();
    assert!(error.starts_with("a path of more than 64 names; no config is that deep\n --> command line:1:1"));
}

/// A list that TOML cannot always write.
#[derive(Debug, PartialEq, ModelConfig)]
struct Holes {
    /// Some of them are missing.
    #[config(each(max = 9))]
    steps: Vec<Option<u8>>,
    /// Not whole.
    rate: f64,
}

#[test]
fn a_value_that_toml_cannot_say_is_checked_too() {
    let holes = |steps| Holes { steps, rate: 0.5 };
    validate_value(&holes(vec![Some(1), None])).unwrap();
    let error = validate_value(&holes(vec![None, Some(10)])).unwrap_err();
    assert_eq!(error.to_string(), "`steps[1]` is 10, above the maximum 9");
}

#[test]
fn floats_are_exact_by_way_of_serde() {
    let holes = Holes { steps: vec![None], rate: 9.199_807_246_932_563e-175 };
    let text = serde_json::to_string(&holes).unwrap();
    assert_eq!(serde_json::from_str::<Holes>(&text).unwrap(), holes);
}

#[test]
fn the_largest_f32_is_one_in_files_too() {
    #[derive(Debug, PartialEq, ModelConfig)]
    struct Ends {
        low: f32,
        high: f32,
    }
    let ends = Ends { low: f32::MIN, high: f32::MAX };
    validate_value(&ends).unwrap();
    let text = format!("low = {:?}\nhigh = {:?}", f32::MIN, f32::MAX);
    assert_eq!(Loader::new().text("x.toml", &text).load::<Ends>().unwrap().value, ends);
    let error = Loader::new().text("x.toml", "low = 0\nhigh = 3.4028236e38").load::<Ends>().unwrap_err().to_string();
    assert!(error.starts_with("`high` is 3.4028236e38, beyond the largest `f32`"), "{error}");
}

/// An argument that chooses another variant leaves behind what only the old one was told, in the file or in arguments before it; what
/// neither knows is reported.
#[test]
fn another_variant_leaves_the_fields_of_the_old_one() {
    let load = |text: &str, edits: &[&str]| {
        let loader = edits.iter().fold(Loader::new().text("x.toml", text), |loader, edit| loader.set(edit));
        loader.load::<Whole>().map(|loaded| loaded.value.choice).map_err(|error| error.to_string())
    };
    let small = "choice = { type = \"small\", size = 7 }";
    let large = |inner| Ok(Some(Choice::Large(Large { batch_size: 11, inner })));
    assert_eq!(load(small, &["choice.type=large", "choice.batch_size=11"]), large(None));
    assert_eq!(load(small, &["choice={ type = 'large', batch_size = 11 }"]), large(None));
    assert_eq!(load(small, &["choice.size=8", "choice.type=small"]), Ok(Some(Choice::Small(Small { size: 8 }))));
    let nested = "choice = { type = \"large\", batch_size = 11, inner = { type = \"train\", rate = 2.0 } }";
    assert_eq!(load(nested, &["choice.inner.type=small"]), large(Some(Inner::Small(Small { size: 1 }))));
    let error = load("choice = { type = \"small\", sise = 7 }", &["choice={ type = 'large', batch_size = 11 }"]);
    assert!(error.unwrap_err().contains("unknown field `sise`"));
    // Files among each other say all of it.
    let other = Loader::new().text("x.toml", small).text("y.toml", "choice = { type = \"large\", batch_size = 11 }");
    assert!(other.load::<Whole>().unwrap_err().to_string().contains("unknown field `size`"));
}

/// A part means the same wherever its files are, and something else with another number.
#[test]
fn fingerprints_do_not_count_where_files_are() {
    let print = |text: &str, path: &str| {
        let loaded = Loader::new().text(path, text).load::<Whole>().unwrap();
        loaded.fingerprint(&loaded.value.train)
    };
    let base = print("[train]\nrate = 0.5\nout = 'a'", "one/x.toml");
    assert_eq!(print("[train]\nrate = 0.5\nout = '/b'", "x.toml"), base);
    assert_ne!(print("[train]\nrate = 0.25\nout = 'a'", "one/x.toml"), base);
    assert_ne!(print("[train]\nrate = 0.5", "x.toml"), base, "there is a path or there is none");
}
