//! The `artifex` command as a user meets it: output, exit codes, what is on disk afterwards.
#![cfg(feature = "cli")]

mod mcmc;
mod runs;
mod samples;
mod text;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A run that takes a second: a small network, a few steps.
const RUN: &str = r#"
name = "tiny"
[model]
type = "vae"
reconstruction_loss_type = "bce"
[model.encoder]
input_shape = [8, 8, 1]
latent_dim = 2
hidden_dims = [16]
dropout_rate = 0.1
[model.decoder]
output_shape = [8, 8, 1]
latent_dim = 2
hidden_dims = [16]
[data]
type = "digits"
[train]
steps = 30
batch_size = 32
[train.optimizer]
type = "adam"
"#;

/// A folder of its own for each test.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let case = Self { folder: tempfile::tempdir().unwrap() };
        case.write("run.toml", RUN);
        case
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_artifex"));
        command.args(arguments).current_dir(self.folder.path()).env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Finished {
        Finished::of(&self.command(arguments).output().unwrap())
    }

    /// Runs and expects success.
    fn ok(&self, arguments: &[&str]) -> String {
        let finished = self.run(arguments);
        assert_eq!(finished.code, 0, "{arguments:?}\n{}{}", finished.out, finished.err);
        finished.out
    }
}

#[derive(Debug)]
struct Finished {
    code: i32,
    out: String,
    err: String,
}

impl Finished {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn five_mistakes_are_five_errors_with_their_places() {
    let case = Case::new();
    let wrong = RUN
        .replace("name = \"tiny\"", "nmae = \"tiny\"")
        .replace("latent_dim = 2\nhidden_dims = [16]\ndropout_rate", "latent_dim = 0\nhidden_dims = [16]\ndropout_rate")
        .replace("hidden_dims = [16]\n[data]", "hidden_dims = \"16\"\n[data]")
        .replace("type = \"digits\"", "type = \"digit\"")
        .replace("batch_size = 32", "batch_size = 1.5");
    case.write("wrong.toml", wrong);
    let finished = case.run(&["check", "wrong.toml"]);
    assert_eq!(finished.code, 1);
    let expected = "\
error[unknown-field]: unknown field `nmae` in `RunConfig`; did you mean `name`?
 --> wrong.toml:2:1
  |
2 | nmae = \"tiny\"
  | ^^^^

error[out-of-range]: `latent_dim` is 0, below the minimum 1
 --> wrong.toml:8:14
  |
8 | latent_dim = 0
  |              ^

error[wrong-type]: `hidden_dims` is a string, expected a list
  --> wrong.toml:14:15
   |
14 | hidden_dims = \"16\"
   |               ^^^^

error[unknown-type]: unknown type \"digit\", expected one of \"digits\", \"csv\", \"idx\", \"text\", \"audio\", \"toy\"; did you mean \"digits\"?
  --> wrong.toml:16:8
   |
16 | type = \"digit\"
   |        ^^^^^^^

error[wrong-type]: `batch_size` is 1.5, expected an integer
  --> wrong.toml:19:14
   |
19 | batch_size = 1.5
   |              ^^^

";
    assert_eq!(finished.err, format!("{expected}5 errors\n"));
    assert_eq!(finished.out, "");
}

#[test]
fn check_as_json() {
    let case = Case::new();
    case.write("wrong.toml", RUN.replace("[train]", "[train]\nstep = 3"));
    let finished = case.run(&["check", "--format", "json", "wrong.toml", "none.toml", "run.toml"]);
    assert_eq!(finished.code, 1);
    let list: serde_json::Value = serde_json::from_str(&finished.out).unwrap();
    let expected = serde_json::json!([
        { "file": "wrong.toml", "line": 18, "column": 1, "width": 4, "severity": "error",
          "code": "unknown-field", "message": "unknown field `step` in `TrainConfig`; did you mean `steps`?" },
        { "file": "none.toml", "line": null, "column": null, "width": null, "severity": "error",
          "code": "unreadable", "message": "none.toml: there is no such file" },
    ]);
    assert_eq!(list, expected);
}

#[test]
fn exit_codes_and_no_partial_run() {
    let case = Case::new();
    case.write("empty.toml", "");
    case.write("binary.toml", [0u8, 159, 146, 150]);
    case.write("deep.toml", format!("a = {}", "[".repeat(100_000)));
    case.write("huge.toml", RUN.replace("steps = 30", "steps = 1e400"));
    case.write("tag.toml", RUN.replace("type = \"vae\"", "type = \"vea\""));
    case.write("shape.toml", RUN.replace("[8, 8, 1]", "[28, 28, 1]"));
    case.write("both.toml", RUN.replace("steps = 30", "steps = 30\nepochs = 2"));
    case.write("neither.toml", RUN.replace("steps = 30\n", ""));
    case.write("data.toml", RUN.replace("type = \"digits\"", "type = \"csv\"\npath = \"none.csv\"\nshape = [8, 8, 1]"));
    for (arguments, code, text) in [
        (vec![], 2, "Usage: artifex"),
        (vec!["trian"], 2, "unrecognized subcommand 'trian'"),
        (vec!["train"], 2, "<FILE>"),
        (vec!["train", "none.toml"], 1, "error[unreadable]: none.toml: there is no such file"),
        (vec!["train", "."], 1, ".: this is a directory, expected a config file"),
        (vec!["train", "empty.toml"], 1, "missing field `model`"),
        (vec!["train", "binary.toml"], 1, "binary.toml: not a text file: byte 1 is not UTF-8"),
        (vec!["train", "deep.toml"], 1, "more than 64 tables and lists lie in one another here; make it flatter"),
        (vec!["train", "huge.toml"], 1, "`steps` is 1e400"),
        (vec!["train", "tag.toml"], 1, "Unknown config type: \"vea\""),
        (vec!["train", "shape.toml"], 1, "[28, 28, 1]"),
        (vec!["train", "both.toml"], 1, "epochs"),
        (vec!["train", "neither.toml"], 1, "epochs"),
        (vec!["train", "data.toml"], 1, "none.csv"),
        (vec!["train", "run.toml", "train.stesp=3"], 1, "command line:1:7"),
        (vec!["train", "run.toml", "--device", "gpu"], 1, "gpu"),
        (vec!["resume", "none"], 1, "none"),
        (vec!["resume", "."], 1, "no run"),
        (vec!["sample", "none"], 1, "none"),
        (vec!["sample", "none", "-n", "0"], 2, "0 is not in 1..=65536"),
        (vec!["eval", "none"], 1, "none"),
        (vec!["new", "veta_vae"], 1, "there is no model \"veta_vae\"; did you mean \"beta_vae\"?"),
        (vec!["schema", "veta_vae"], 1, "did you mean \"beta_vae\"?"),
        (vec!["explain", "tag.toml"], 1, "did you mean \"vae\"?"),
    ] {
        let finished = case.run(&arguments);
        assert_eq!(finished.code, code, "{arguments:?}\n{}{}", finished.out, finished.err);
        assert!(finished.err.contains(text), "{arguments:?}: {text} is not in\n{}", finished.err);
        assert!(!finished.err.contains("panicked"), "{arguments:?}\n{}", finished.err);
        assert_eq!(finished.out, "", "{arguments:?}: errors go to standard error alone");
    }
    assert!(!case.path("runs").exists(), "a run that could not start left a directory");
}

#[test]
fn paths_start_at_the_folder_of_their_file() {
    let case = Case::new();
    fs::create_dir_all(case.path("configs/data")).unwrap();
    let rows = (0..20).map(|k| format!("{k},0,255,{},1\n", 255 - k)).collect::<Vec<_>>().concat();
    case.write("configs/data/images.csv", rows);
    let data = "type = \"csv\"\npath = \"data/images.csv\"\nshape = [2, 2, 1]";
    let run = RUN.replace("type = \"digits\"", data).replace("[8, 8, 1]", "[2, 2, 1]");
    case.write("configs/csv.toml", run);
    case.ok(&["train", "configs/csv.toml", "train.batch_size=4"]);
    // The run's own config lies elsewhere and means the same file.
    case.ok(&["eval", "runs/tiny-1"]);
    case.ok(&["resume", "runs/tiny-1", "train.steps=35"]);
    // A path on the command line starts where the command is called.
    let wrong = case.run(&["train", "configs/csv.toml", "data.path=data/images.csv"]);
    assert_eq!(wrong.code, 1, "{}", wrong.err);
    case.ok(&["train", "configs/csv.toml", "data.path=configs/data/images.csv", "train.batch_size=4"]);
}

#[test]
fn the_environment_and_sweeps() {
    let case = Case::new();
    let mut command = case.command(&["explain", "run.toml", "seed=7"]);
    let output = command.env("ARTIFEX__SEED", "5").env("ARTIFEX__TRAIN__BATCH_SIZE", "16").output().unwrap();
    let rows = Finished::of(&output).out;
    let row =
        |key: &str| rows.lines().find(|line| line.starts_with(key)).unwrap().split_whitespace().collect::<Vec<_>>();
    assert_eq!(row("train.batch_size "), ["train.batch_size", "16", "ARTIFEX__TRAIN__BATCH_SIZE"]);
    assert_eq!(row("seed "), ["seed", "7", "command", "line"]);
    let wrong = case.command(&["train", "run.toml"]).env("ARTIFEX__TRAIN__BACH_SIZE", "16").output().unwrap();
    let wrong = Finished::of(&wrong);
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("did you mean `ARTIFEX__TRAIN__BATCH_SIZE`?"), "{}", wrong.err);
    assert!(wrong.err.contains("1 | ARTIFEX__TRAIN__BACH_SIZE=16"), "{}", wrong.err);

    let sweep = ["--sweep", "train.batch_size=32,64", "--sweep", "seed=1,2"];
    case.ok(&[&["train", "run.toml", "train.steps=2"][..], &sweep].concat());
    assert_eq!(
        files(&case.path("runs")),
        [
            "tiny-batch_size-32_seed-1-1",
            "tiny-batch_size-32_seed-2-1",
            "tiny-batch_size-64_seed-1-1",
            "tiny-batch_size-64_seed-2-1",
        ]
    );
    // A mistake in one run is found before any starts.
    let wrong = case.run(&["train", "run.toml", "--sweep", "train.batch_size=8,0", "--runs", "none"]);
    assert_eq!(wrong.code, 1, "{}", wrong.err);
    assert!(wrong.err.contains("`batch_size` is 0") && !case.path("none").exists(), "{}", wrong.err);

    // Files of other formats, and files over files.
    case.write("base.yaml", "seed: 3\ntrain:\n  steps: 4\n");
    case.write("over.json", "{\"extends\": [\"run.toml\", \"base.yaml\"], \"name\": \"over\"}");
    let rows = case.ok(&["explain", "over.json"]);
    let row =
        |key: &str| rows.lines().find(|line| line.starts_with(key)).unwrap().split_whitespace().collect::<Vec<_>>();
    assert_eq!(row("train.steps "), ["train.steps", "4", "base.yaml:3"]);
    assert_eq!(row("name "), ["name", "\"over\"", "over.json:1"]);
    assert_eq!(row("train.batch_size "), ["train.batch_size", "32", "run.toml:19"]);
    case.ok(&["check", "over.json"]);
}

#[test]
fn new_makes_a_config_that_checks_and_trains() {
    let case = Case::new();
    for tag in ["vae", "beta_vae", "gan", "conditional_gan"] {
        let file = format!("{tag}.toml");
        case.ok(&["new", tag, "-o", &file]);
        case.ok(&["check", &file]);
        let text = case.read(&file);
        assert!(text.starts_with("#:schema "), "{text}");
        assert!(text.contains("\n# (at least 1)\nlatent_dim = "), "{text}");
        // A short run of it: epochs are what the starter counts in.
        case.ok(&["train", &file, "train.epochs=1"]);
    }
    // A model of points gets points.
    case.ok(&["new", "ebm", "-o", "ebm.toml"]);
    assert!(case.read("ebm.toml").contains("\ndistribution = \"moons\"\n"));
    let short = ["train.epochs=1", "train.batch_size=10000", "model.mcmc.n_steps=1"];
    case.ok(&[&["train", "ebm.toml"], &short[..]].concat());
    let again = case.run(&["new", "vae", "-o", "vae.toml"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("vae.toml: the file exists"), "{}", again.err);
}

#[test]
fn explain_shows_values_origins_and_sizes() {
    let case = Case::new();
    let out = case.ok(&["explain", "run.toml", "seed=7"]);
    let row = |key: &str| {
        let line = out.lines().find(|line| line.split_whitespace().next() == Some(key));
        line.unwrap_or_else(|| panic!("{key} is not in\n{out}")).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("seed"), "seed 7 command line");
    assert_eq!(row("model.encoder.latent_dim"), "model.encoder.latent_dim 2 run.toml:8");
    assert_eq!(row("model.kl_weight"), "model.kl_weight 1.0 default");
    // 64*16+16, then mean and log-variance 2*(16*2+2); and 2*16+16 + 16*64+64.
    assert_eq!(
        (row("parameters"), row("encoder"), row("decoder")),
        ("parameters 2,244".into(), "encoder 1,108".into(), "decoder 1,136".into())
    );
    assert_eq!(row("weights"), "weights 8.8 KiB 8,976 bytes, f32");
    // Four numbers for each parameter, and 16+16 + 2*2 and 16+16 + 64 activations for each of 32 examples, of 4 bytes.
    assert_eq!(
        row("training"),
        "training 51.6 KiB 52,800 bytes: weights, gradients, 2 numbers of the optimizer for each, and the activations of a \
         batch of 32"
    );
    // Two for each weight, one for each bias, one for each of 32 activation functions.
    let flops = 2 * (64 * 16 + 2 * 16 * 2 + 2 * 16 + 16 * 64) + (16 + 4 + 16 + 64) + 32;
    assert_eq!(flops, 4_420);
    assert!(row("FLOPs").starts_with("FLOPs 4,420 of one example, forward"), "{out}");
    let fingerprint = row("Fingerprint").split(' ').nth(1).unwrap().to_owned();
    assert_eq!(fingerprint.len(), 16);
    // That of the model: the seed is no part of it, its width is.
    assert!(case.ok(&["explain", "run.toml"]).contains(&fingerprint));
    assert!(!case.ok(&["explain", "run.toml", "model.kl_weight=2"]).contains(&fingerprint));
}

#[test]
fn a_model_that_cannot_fit_is_refused_before_it_is_built() {
    let case = Case::new();
    let huge = ["model.encoder.hidden_dims=[16, 1_000_000_000_000]"];
    let out = case.run(&[&["train", "run.toml"], &huge[..]].concat());
    assert_eq!(out.code, 1, "{}", out.err);
    // 64*16+16 + 16*10^12+10^12 + 2*(10^12*2+2) and 1,136; four numbers of 4 bytes for each.
    let expected = "error: the model cannot fit: its 21,000,000,002,180 parameters with their gradients and the optimizer's \
                    state take 305.6 TiB, and cpu has ";
    assert!(out.err.starts_with(expected), "{}", out.err);
    let end =
        " of memory; `model.encoder.hidden_dims[1]` = 1000000000000 (command line) adds most; make the model smaller\n";
    assert!(out.err.ends_with(end), "{}", out.err);
    assert!(!case.path("runs").exists());
    // Its size is shown all the same.
    assert!(case.ok(&[&["explain", "run.toml"], &huge[..]].concat()).contains("21,000,000,002,180"));

    // A run that was possible elsewhere.
    case.ok(&["train", "run.toml"]);
    let saved = case.read("runs/tiny-1/config.toml");
    let moved = saved.replacen("hidden_dims = [16]", "hidden_dims = [9_000_000_000_000]", 1);
    assert_ne!(saved, moved);
    case.write("runs/tiny-1/config.toml", &moved);
    for command in ["resume", "sample", "eval"] {
        let out = case.run(&[command, "runs/tiny-1"]);
        assert_eq!(out.code, 1, "{command}: {}", out.err);
        assert!(out.err.contains("the model cannot fit: its "), "{command}: {}", out.err);
        assert!(out.err.contains("`model.encoder.hidden_dims[0]` = 9000000000000 ("), "{command}: {}", out.err);
    }
}

#[test]
fn list_devices_and_schema() {
    let case = Case::new();
    let list = case.ok(&["list"]);
    let starts = |line: &str, words: [&str; 5]| line.split_whitespace().take(5).eq(words);
    assert!(list.lines().any(|line| starts(line, ["vae", "vae", "A", "variational", "autoencoder"])), "{list}");
    assert!(case.ok(&["devices"]).contains("cpu"));
    let schema: serde_json::Value = serde_json::from_str(&case.ok(&["schema", "beta_vae"])).unwrap();
    assert_eq!(schema["title"], "BetaVAEConfig");
    case.ok(&["schema", "--out", "schemas"]);
    // A file for each model that is listed, for a run, for a density to sample and, but for the reference, for any model.
    let of = |others: &[&str], extension: &str| {
        let tags = list.lines().filter_map(|line| line.split_whitespace().next());
        let mut names: Vec<_> = tags.chain(others.iter().copied()).map(|name| format!("{name}.{extension}")).collect();
        names.sort();
        names
    };
    let names = of(&["mcmc", "run", "zoo"], "json");
    assert!(names.contains(&"beta_vae.json".to_owned()), "{names:?}");
    assert_eq!(files(&case.path("schemas/taplo")), names);
    assert_eq!(files(&case.path("schemas/vscode")), names);
    case.ok(&["schema", "--out", "one", "--profile", "canonical"]);
    assert_eq!(files(&case.path("one")), names);
    assert_eq!(fs::read(case.path("one/run.json")).unwrap(), fs::read(case.path("schemas/run.json")).unwrap());
    assert_eq!(case.run(&["schema", "--profile", "vim"]).code, 2);
    case.ok(&["docs", "--out", "reference"]);
    assert_eq!(files(&case.path("reference")), of(&["README", "mcmc", "run"], "md"));
    assert!(case.read("reference/vae.md").contains("kl_weight"));

    case.write("other.toml", RUN.replace("steps = 30", "epochs = 2").replace("batch_size = 32", "batch_size = 0x20"));
    assert_eq!(case.ok(&["diff", "run.toml", "other.toml"]), "- train.steps = 30\n+ train.epochs = 2\n");
    assert_eq!(case.ok(&["diff", "run.toml", "run.toml"]), "");
    assert!(case.ok(&["completions", "bash"]).contains("_artifex()"));
    assert!(case.ok(&["--version"]).starts_with("artifex "));
    assert!(case.ok(&["--help"]).contains("Train a model"));
}
