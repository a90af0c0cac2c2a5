//! The `artifex` command as a user meets it: output, exit codes, what is on disk afterwards.
#![cfg(feature = "cli")]

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

error[unknown-type]: unknown type \"digit\", expected one of \"digits\", \"csv\", \"idx\", \"text\", \"toy\"; did you mean \"digits\"?
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
fn train_sample_eval() {
    let case = Case::new();
    let out = case.ok(&["train", "run.toml", "train.evaluate_every=10"]);
    assert!(out.is_empty() || out.contains("runs/tiny-1"), "{out}");
    assert_eq!(
        files(&case.path("runs/tiny-1")),
        ["checkpoints", "config.toml", "metrics.jsonl", "report.html", "samples"]
    );
    let pictures = ["interpolation.png", "reconstructions.png", "samples.png", "traversal.png"];
    assert_eq!(files(&case.path("runs/tiny-1/samples")), pictures);
    let config = case.read("runs/tiny-1/config.toml");
    assert!(config.contains("steps = 30  # run.toml:18\n"), "{config}");
    assert!(config.contains("evaluate_every = 10  # command line\n"), "{config}");
    assert!(config.contains("beta1 = 0.9  # default\n"), "{config}");
    // What it resolved to is a config itself.
    case.ok(&["check", "runs/tiny-1/config.toml"]);
    for line in case.read("runs/tiny-1/metrics.jsonl").lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(value["step"].is_u64() && value.is_object(), "{line}");
    }
    let report = case.read("runs/tiny-1/report.html");
    assert!(report.starts_with("<!doctype html>") || report.starts_with("<!DOCTYPE html>"));
    assert!(report.contains("<svg") && report.contains("data:image/png;base64,"));

    assert!(report.contains("On the line between the latents") && report.contains("one variable each row"));

    // A run without a name takes the model's, and the report shows it.
    let unnamed = RUN.replace("name = \"tiny\"", "").replace("type = \"vae\"", "type = \"vae\"\nname = \"my_vae\"");
    case.write("unnamed.toml", unnamed);
    assert!(case.ok(&["train", "unnamed.toml", "--runs", "named"]).contains("named/my_vae-1"));
    assert!(case.read("named/my_vae-1/report.html").contains("vae &quot;my_vae&quot;, 2,244 parameters"));
    // A second run does not touch the first.
    case.ok(&["train", "run.toml"]);
    assert_eq!(files(&case.path("runs")), ["tiny-1", "tiny-2"]);

    case.ok(&["sample", "runs/tiny-1", "-n", "9", "-o", "drawn", "--seed", "5"]);
    case.ok(&["sample", "runs/tiny-1", "-n", "9", "-o", "again", "--seed", "5"]);
    case.ok(&["sample", "runs/tiny-1", "-n", "9", "-o", "other", "--seed", "6"]);
    let png = |folder: &str| fs::read(case.path(folder).join("samples.png")).unwrap();
    assert_eq!(png("drawn"), png("again"), "one seed, one picture");
    assert_ne!(png("drawn"), png("other"));

    let table = case.ok(&["eval", "runs/tiny-1"]);
    assert!(table.contains("total") && table.contains("independent pixels"), "{table}");
    let json: serde_json::Value = serde_json::from_str(&case.ok(&["eval", "runs/tiny-1", "--format", "json"])).unwrap();
    assert!(json["metrics"]["total"].is_f64() && json["baseline"]["value"].is_f64(), "{json}");
    // More draws make the bound tighter.
    let bound = |json: &serde_json::Value| json["importance_weighted"]["nats"].as_f64().unwrap();
    let few = case.ok(&["eval", "runs/tiny-1", "--format", "json", "--iwae", "2"]);
    let few = serde_json::from_str(&few).unwrap();
    let elbo = json["log_likelihood"]["nats"].as_f64().unwrap();
    assert!(elbo < bound(&few) && bound(&few) < bound(&json), "{json}");
    assert!(table.contains("log-likelihood, lower bound, 64 draws"), "{table}");
    let none = case.ok(&["eval", "runs/tiny-1", "--iwae", "0"]);
    assert!(none.contains("lower bound") && !none.contains("draws"), "{none}");
    assert!(table.contains("digits Frechet distance") && table.contains("360 images each"), "{table}");
    let digits = |name: &str| json["digits"][name].as_f64().unwrap();
    let distance = digits("frechet_distance");
    assert!(digits("frechet_distance_training_data") < distance, "{json}");
    assert!(digits("precision") <= 1.0 && digits("recall") < 0.9, "{json}");
    assert!(json["digits"]["class_accuracy"].is_null() && digits("class_accuracy_real") > 0.95, "{json}");
    let bad = case.run(&["sample", "runs/tiny-1", "--temperature", "-1"]);
    assert_eq!(bad.code, 1, "{}", bad.err);
    assert!(bad.err.contains("temperature"), "{}", bad.err);
    let bad = case.run(&["sample", "runs/tiny-1", "--class", "3"]);
    assert_eq!(bad.code, 1, "{}", bad.err);
    assert_eq!(
        bad.err,
        "error: runs/tiny-1: samples of class 3 were asked for, but the model was not told classes; leave the class out, or \
         train a class-conditional model\n"
    );
}

const DIFFUSION: &str = r#"
name = "tiny"

[model]
type = "ddpm"
input_shape = [2]
backbone = { type = "mlp", hidden_dims = [8], time_embedding_dim = 4 }
noise_schedule = { num_timesteps = 20 }

[data]
type = "toy"
distribution = "moons"
train = 200
held_out = 50

[train]
steps = 5
samples = 10
optimizer = { type = "adam" }
"#;

/// A trained model is sampled and judged with other values than it was trained with, as long as its parameters fit.
#[test]
fn samples_by_another_sampler() {
    let case = Case::new();
    case.write("run.toml", DIFFUSION);
    case.ok(&["train", "run.toml"]);
    let draw = |folder: &str, set: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "50", "-o", folder], set].concat());
        fs::read(case.path(folder).join("samples.png")).unwrap()
    };
    let plain = draw("plain", &[]);
    let heun = draw("heun", &["model.sampler.type=heun", "model.sampler.steps=4"]);
    assert!(plain != heun && heun != draw("more", &["model.sampler.type=heun", "model.sampler.steps=5"]));
    assert_eq!(plain, draw("same", &["model.sampler.type=ddpm"]));
    let total = |set: &[&str]| {
        let json = case.ok(&[&["eval", "runs/tiny-1", "--format", "json"], set].concat());
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["metrics"]["total"].to_string()
    };
    assert_ne!(total(&[]), total(&["model.loss_type=l1"]));
    let table = case.ok(&["eval", "runs/tiny-1"]);
    assert!(table.contains("energy distance of samples") && table.contains("50 points each"), "{table}");
    let json: serde_json::Value = serde_json::from_str(&case.ok(&["eval", "runs/tiny-1", "--format", "json"])).unwrap();
    let points = |name: &str| json["points"][name].as_f64().unwrap();
    assert!(points("energy_distance_training_data") < points("energy_distance"), "{json}");
    let bad = case.run(&["sample", "runs/tiny-1", "train.steps=3"]);
    let words = "a trained model is as its run made it; only `model.*` and `device` can change";
    assert_eq!((bad.code, bad.err), (1, format!("error: `train.steps=3`: {words}\n")));
    let bad = case.run(&["sample", "runs/tiny-1", "model.backbone.hidden_dims=[9]"]);
    assert_eq!(bad.code, 1, "{}", bad.err);
    assert!(bad.err.contains("does not fit the model") && bad.err.contains("has shape"), "{}", bad.err);
}

/// A trained model is sampled as a scheduler of diffusers does, if it is for what the model was trained on.
#[test]
fn samples_by_a_scheduler_of_diffusers() {
    let case = Case::new();
    case.write("run.toml", DIFFUSION);
    case.ok(&["train", "run.toml"]);
    let draw = |folder: &str, more: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "50", "-o", folder], more].concat());
        fs::read(case.path(folder).join("samples.png")).unwrap()
    };
    let scheduler = |class: &str, steps: u32| {
        format!(
            "{{\"_class_name\": \"{class}\", \"num_train_timesteps\": {steps}, \"clip_sample\": false, \"timestep_spacing\": \
             \"trailing\", \"lambda_min_clipped\": -Infinity}}"
        )
    };
    case.write("ddim.json", scheduler("DDIMScheduler", 20));
    let as_said = draw("said", &["model.sampler={ type = 'ddim', steps = 5 }"]);
    assert_eq!(draw("file", &["--scheduler", "ddim.json", "--steps", "5"]), as_said);
    assert_ne!(draw("more", &["--scheduler", "ddim.json", "--steps", "10"]), as_said);
    // Fifty steps are too many; what is set by hand stands above the file.
    assert_eq!(draw("set", &["--scheduler", "ddim.json", "--steps", "10", "model.sampler.steps=5"]), as_said);
    case.write("unipc.json", scheduler("UniPCMultistepScheduler", 20));
    assert_ne!(draw("unipc", &["--scheduler", "unipc.json", "--steps", "5"]), as_said);

    case.write("long.json", scheduler("DDIMScheduler", 1000));
    let bad = case.run(&["sample", "runs/tiny-1", "--scheduler", "long.json"]);
    assert_eq!(bad.code, 1);
    let words =
        "error: long.json: the run was trained with a number of steps of 20, and the scheduler is for 1000; a network";
    assert!(bad.err.starts_with(words), "{}", bad.err);
    case.write("lcm.json", scheduler("LCMScheduler", 20));
    let bad = case.run(&["sample", "runs/tiny-1", "--scheduler", "lcm.json"]);
    assert!(bad.code == 1 && bad.err.starts_with("error: lcm.json: `_class_name` is \"LCMScheduler\""), "{}", bad.err);
    assert_eq!(case.run(&["sample", "runs/tiny-1", "--steps", "5"]).code, 2);
}

/// Samples that start from an image, or keep a part of it.
#[test]
fn samples_from_an_image() {
    let case = Case::new();
    let text = DIFFUSION.replace("input_shape = [2]", "input_shape = [8, 8, 1]");
    let (model, rest) = text.split_once("[data]").unwrap();
    let (_, train) = rest.split_once("[train]").unwrap();
    case.write("run.toml", format!("{model}[data]\ntype = \"digits\"\n[train]{train}"));
    case.ok(&["train", "run.toml"]);
    let picture = |name: &str, side: u32, pixel: fn(u32) -> u8| {
        let pixels: Vec<u8> = (0..side * side).map(pixel).collect();
        image::save_buffer(case.path(name), &pixels, side, side, image::ExtendedColorType::L8).unwrap();
    };
    picture("init.png", 8, |i| u8::try_from(4 * i).unwrap());
    picture("mask.png", 8, |i| if i % 8 < 4 { 0 } else { 255 });
    picture("large.png", 9, |_| 0);
    // The picture of one sample has each pixel as a square.
    let draw = |more: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "1", "-o", "drawn", "--init", "init.png"], more].concat());
        let drawn = image::open(case.path("drawn/samples.png")).unwrap().into_luma8();
        let scale = drawn.width() / 8;
        (0..64).map(|i| drawn.get_pixel(i % 8 * scale, i / 8 * scale).0[0]).collect::<Vec<u8>>()
    };
    let init: Vec<u8> = (0..64).map(|i| 4 * i).collect();
    assert_eq!(draw(&["--strength", "0"]), init);
    let (some, all) = (draw(&["--strength", "0.5"]), draw(&[]));
    assert!(some != init && all != init && some != all);
    let filled = draw(&["--mask", "mask.png"]);
    for (i, (found, original)) in filled.iter().zip(&init).enumerate() {
        assert!(i % 8 >= 4 || found == original, "{i}: {found}, {original}");
    }
    assert_ne!(draw(&["--mask", "mask.png", "--resample", "2"]), filled);
    assert_ne!(
        draw(&["--mask", "mask.png", "--resample", "2", "--jump", "3"]),
        draw(&["--mask", "mask.png", "--resample", "2"])
    );

    let bad = |more: &[&str]| {
        let finished = case.run(&[&["sample", "runs/tiny-1", "-n", "1"], more].concat());
        (finished.code, finished.err)
    };
    let size = "has a height, width and number of channels of [9, 9, 1], but the model makes images of [8, 8, 1]; give one of that size";
    assert_eq!(bad(&["--init", "large.png"]), (1, format!("error: runs/tiny-1: the image {size}\n")));
    assert_eq!(bad(&["--init", "init.png", "--mask", "large.png"]).0, 1);
    assert_eq!(
        bad(&["--init", "init.png", "--strength", "2"]),
        (1, "error: runs/tiny-1: the strength is 2; give a number from 0 (the image itself) to 1 (noise)\n".to_owned())
    );
    assert!(bad(&["--init", "run.toml"]).1.ends_with("give a PNG file\n"));
    assert_eq!(bad(&["--mask", "mask.png"]).0, 2);
    // Other models make images from noise alone.
    case.write("run.toml", RUN);
    case.ok(&["train", "run.toml"]);
    let other = case.run(&["sample", "runs/tiny-2", "--init", "init.png"]);
    let words = "error: runs/tiny-2: the model cannot start from an image; use a diffusion model of images\n";
    assert_eq!((other.code, other.err.as_str()), (1, words));
}

#[test]
fn samples_of_a_class() {
    let case = Case::new();
    let conditional = RUN.replace("type = \"vae\"", "type = \"conditional_vae\"\nnum_classes = 10");
    case.write("conditional.toml", &conditional);
    case.ok(&["train", "conditional.toml", "train.samples=20"]);
    let pictures = ["classes.png", "reconstructions.png", "samples.png"];
    assert_eq!(files(&case.path("runs/tiny-1/samples")), pictures);
    let draw = |folder: &str, class: &[&str]| {
        case.ok(&[&["sample", "runs/tiny-1", "-n", "4", "-o", folder], class].concat());
        fs::read(case.path(folder).join("samples.png")).unwrap()
    };
    let (turn, threes, fours) =
        (draw("turn", &[]), draw("threes", &["--class", "3"]), draw("fours", &["--class", "4"]));
    assert!(turn != threes && threes != fours);
    let bad = case.run(&["sample", "runs/tiny-1", "--class", "10"]);
    assert_eq!(bad.code, 1, "{}", bad.err);
    let words = "samples of class 10 were asked for, but the model has 10 classes, counted from 0";
    assert_eq!(bad.err, format!("error: runs/tiny-1: {words}\n"));
    let table = case.ok(&["eval", "runs/tiny-1"]);
    assert!(table.contains("class accuracy") && table.contains("% (real digits"), "{table}");

    // Data without classes, and with one that the model does not know.
    let row = vec!["0"; 64].join(",");
    case.write("plain.csv", format!("{row}\n{row}\n"));
    let source = "type = \"csv\"\npath = \"plain.csv\"\nshape = [8, 8, 1]\nlabel_column = \"none\"\nheld_out = 0.5";
    case.write("unlabelled.toml", conditional.replace("type = \"digits\"", source));
    let bad = case.run(&["train", "unlabelled.toml"]);
    assert!(
        bad.code == 1 && bad.err.contains("the data set has no classes, but the model learns from them"),
        "{bad:?}"
    );
    case.write("few.toml", conditional.replace("num_classes = 10", "num_classes = 9"));
    let bad = case.run(&["train", "few.toml"]);
    assert!(bad.code == 1 && bad.err.contains("classes from 0 to 9, but the model knows 9"), "{bad:?}");
    assert_eq!(files(&case.path("runs")), ["tiny-1"]);
}

/// A run of a transformer over the characters of a text.
const TEXT_RUN: &str = r#"
name = "text"
[model]
type = "transformer"
vocab_size = 5
sequence_length = 8
num_layers = 1
[model.network]
embed_dim = 16
num_heads = 2
positional_encoding = "learned"
[data]
type = "text"
path = "text.txt"
sequence_length = 8
[train]
steps = 300
batch_size = 16
samples = 3
[train.optimizer]
type = "adam"
learning_rate = 1e-2
"#;

#[test]
fn text_is_learnt_and_goes_on() {
    let case = Case::new();
    case.write("text.toml", TEXT_RUN);
    case.write("text.txt", "abcd\n".repeat(60));
    let finished = case.run(&["train", "text.toml"]);
    assert_eq!(finished.code, 0, "{}", finished.err);
    assert!(finished.err.contains("bits per byte") && finished.err.contains("perplexity 1.0"), "{}", finished.err);
    assert!(finished.err.contains("(frequencies of tokens): beaten by"), "{}", finished.err);
    let samples = case.read("runs/text-1/samples/samples.txt");
    assert_eq!(samples.split("\n--------\n").count(), 3, "{samples}");
    assert!(case.read("runs/text-1/report.html").contains("<h2>Samples</h2>\n<pre><code>abcd\n"));
    let table = case.ok(&["eval", "runs/text-1"]);
    assert!(table.contains("perplexity") && table.contains("log-likelihood"), "{table}");

    let go_on = |more: &[&str]| case.ok(&[&["sample", "runs/text-1", "--temperature", "0", "--prompt"], more].concat());
    assert_eq!(go_on(&["ab", "--tokens", "12"]), "abcd\nabcd\nabcd\n");
    assert_eq!(go_on(&["", "--tokens", "3"]), "abc\n");
    assert_eq!(go_on(&["ab", "--stop", "\na", "-n", "2"]), "abcd\n--------\nabcd\n");
    assert_eq!(case.ok(&["sample", "runs/text-1", "--prompt", "c", "--tokens", "3", "--beams", "3"]), "cd\na\n");

    let wrong = |arguments: &[&str]| {
        let finished = case.run(arguments);
        assert_ne!(finished.code, 0);
        finished.err
    };
    assert_eq!(
        wrong(&["sample", "runs/text-1", "--prompt", "abx"]),
        "error: runs/text-1: `--prompt`: 'x', character 3 of the text, is not among the 5 characters of the data; use only \
         these: \\nabcd\n"
    );
    assert_eq!(
        wrong(&["sample", "runs/text-1", "--prompt", "a", "--top-p", "2"]),
        "error: runs/text-1: `top_p` is 2, but it must be above 0 and at most 1\n"
    );
    assert!(wrong(&["sample", "runs/text-1", "--top-k", "2"]).contains("--prompt"));
    let vocabulary = wrong(&["train", "text.toml", "model.vocab_size=4"]);
    assert!(vocabulary.contains("the data set has 5 different tokens, but the model knows 4"), "{vocabulary}");
    let longer = wrong(&["train", "text.toml", "data.sequence_length=9"]);
    assert!(longer.contains("sequences of 9 tokens, but the model sees 8 at once"), "{longer}");
    let images = wrong(&["train", "run.toml", "data.type=text", "data.path=text.txt", "data.sequence_length=4"]);
    assert!(images.contains("gives sequences of tokens, but the model learns from images"), "{images}");

    case.ok(&["train", "run.toml"]);
    assert_eq!(
        wrong(&["sample", "runs/tiny-1", "--prompt", "a"]),
        "error: runs/tiny-1: `--prompt` is for models of text, and this one learnt from digits 8x8x1: 360 images\n"
    );
}

#[test]
fn a_starter_of_a_model_of_text_reads_a_file() {
    let case = Case::new();
    case.ok(&["new", "transformer", "-o", "transformer.toml"]);
    case.write("text.txt", "To be, or not to be. ".repeat(40));
    case.ok(&["train", "transformer.toml", "train.steps=1", "train.batch_size=2"]);
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

/// The newest checkpoint's model and optimiser, byte for byte.
fn last_checkpoint(run: &Path) -> (String, Vec<u8>, Vec<u8>) {
    let folder = run.join("checkpoints");
    let newest = files(&folder).pop().unwrap();
    let read = |name: &str| fs::read(folder.join(&newest).join(name)).unwrap();
    (newest.clone(), read("model.safetensors"), read("optimizer.safetensors"))
}

#[test]
fn resuming_is_exact_to_the_bit() {
    let case = Case::new();
    case.ok(&["train", "run.toml", "train.steps=60", "--runs", "whole"]);
    case.ok(&["train", "run.toml", "train.steps=30", "--runs", "half"]);
    case.ok(&["resume", "half/tiny-1", "train.steps=60"]);
    let (whole, half) = (last_checkpoint(&case.path("whole/tiny-1")), last_checkpoint(&case.path("half/tiny-1")));
    assert_eq!(whole.0, half.0);
    assert!(whole.1 == half.1, "the parameters differ");
    assert!(whole.2 == half.2, "the optimiser's state differs");
    // The model cannot change on the way.
    let other = case.run(&["resume", "half/tiny-1", "model.kl_weight=2.0"]);
    assert_eq!(other.code, 1, "{}", other.err);
    assert!(other.err.contains("kl_weight") && other.err.contains("train"), "{}", other.err);
}

#[test]
fn a_complete_run_says_how_to_go_further() {
    let case = Case::new();
    for (length, more) in [("steps = 2", "train.steps=3"), ("epochs = 1", "train.epochs=2")] {
        case.write("short.toml", RUN.replace("steps = 30", length));
        case.ok(&["train", "short.toml", "--runs", length]);
        let run = format!("{length}/tiny-1");
        let finished = case.run(&["resume", &run]);
        assert_eq!(finished.code, 0, "{}", finished.err);
        let (key, _) = more.split_once('=').unwrap();
        assert!(finished.err.contains(&format!("artifex resume {run} {key}=N")), "{}", finished.err);
        // What it says works.
        case.ok(&["resume", &run, more]);
    }
}

#[test]
fn a_killed_run_goes_on_from_its_last_checkpoint() {
    let case = Case::new();
    case.ok(&["train", "run.toml", "train.steps=400", "--runs", "whole"]);
    let mut child = case
        .command(&["train", "run.toml", "train.steps=400", "train.checkpoint_every=5", "--runs", "killed"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Killed without a warning as soon as it has a few checkpoints, wherever it is.
    let folder = case.path("killed/tiny-1/checkpoints");
    let started = std::time::Instant::now();
    while !folder.is_dir() || files(&folder).iter().filter(|name| name.starts_with("step-")).count() < 2 {
        assert!(started.elapsed().as_secs() < 120, "no checkpoint appeared");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    case.ok(&["resume", "killed/tiny-1"]);
    let (whole, killed) = (last_checkpoint(&case.path("whole/tiny-1")), last_checkpoint(&case.path("killed/tiny-1")));
    assert_eq!(whole.0, killed.0);
    assert!(whole.1 == killed.1, "the parameters differ");
}

#[test]
fn a_damaged_checkpoint_is_refused() {
    let case = Case::new();
    case.ok(&["train", "run.toml"]);
    let run = case.path("runs/tiny-1");
    let folder = run.join("checkpoints").join(last_checkpoint(&run).0);
    let file = folder.join("model.safetensors");
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, &bytes).unwrap();
    for command in ["sample", "eval"] {
        let finished = case.run(&[command, "runs/tiny-1"]);
        assert_eq!(finished.code, 1, "{}", finished.err);
        assert!(finished.err.contains("model.safetensors"), "{}", finished.err);
    }
    fs::write(&file, &bytes[..last]).unwrap();
    let finished = case.run(&["sample", "runs/tiny-1"]);
    assert_eq!(finished.code, 1, "{}", finished.err);
}

#[cfg(unix)]
#[test]
fn ctrl_c_saves_and_exits_with_130() {
    let case = Case::new();
    let child = case
        .command(&["train", "run.toml", "train.steps=1000000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let metrics = case.path("runs/tiny-1/metrics.jsonl");
    let started = std::time::Instant::now();
    while fs::metadata(&metrics).map_or(0, |data| data.len()) == 0 {
        assert!(started.elapsed().as_secs() < 60, "the run did not start");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let finished = Finished::of(&child.wait_with_output().unwrap());
    assert_eq!(finished.code, 130, "{}", finished.err);
    assert!(finished.err.contains("artifex resume runs/tiny-1"), "{}", finished.err);
    assert_eq!(files(&case.path("runs/tiny-1/checkpoints")).len(), 1);
    case.ok(&["sample", "runs/tiny-1", "-n", "1"]);
}

#[test]
fn a_loss_that_is_no_number_ends_the_run_and_says_where() {
    let case = Case::new();
    let finished = case.run(&["train", "run.toml", "train.optimizer.type=sgd", "train.optimizer.learning_rate=1e30"]);
    assert_eq!(finished.code, 3, "{}", finished.err);
    assert!(finished.err.contains("step") && finished.err.contains("learning_rate"), "{}", finished.err);
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

/// A density that takes a moment to sample.
const MCMC: &str = r#"
name = "schools"
chains = 8
warm_up = 40
draws = 30
[posterior]
type = "hierarchical_normal"
y = [28, 8, -3]
sigma = [15, 10, 16]
"#;

#[test]
fn a_density_is_sampled_and_leaves_its_files() {
    let case = Case::new();
    case.write("mcmc.toml", MCMC);
    let finished = case.run(&["mcmc", "mcmc.toml", "thin=2"]);
    assert_eq!(finished.code, 0, "{}", finished.err);
    let lines: Vec<&str> = finished.out.lines().collect();
    assert!(lines[0].trim_start().starts_with("mean ") && lines[0].ends_with("r_hat"), "{}", finished.out);
    assert!(lines[1].starts_with("mu ") && lines[2].starts_with("tau "), "{}", finished.out);
    assert_eq!(*lines.last().unwrap(), "runs/schools-1");
    assert!(finished.err.contains("hierarchical_normal, 5 coordinates"), "{}", finished.err);
    assert!(finished.err.contains("warning: too few effective draws: "), "{}", finished.err);
    let csv = case.read("runs/schools-1/draws.csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 1 + 8 * 30);
    assert_eq!(rows[0][..6], ["chain", "draw", "divergent", "log_density", "mu", "tau"]);
    assert_eq!((rows[0].last(), rows[31][0], rows[31][1]), (Some(&"theta[3]"), "2", "1"));
    // The table is that of the draws.
    let summary: serde_json::Value = serde_json::from_str(&case.read("runs/schools-1/summary.json")).unwrap();
    let mean = rows[1..].iter().map(|row| f64::from(row[5].parse::<f32>().unwrap())).sum::<f64>() / 240.0;
    assert!((summary["quantities"][1]["mean"].as_f64().unwrap() - mean).abs() < 1e-9);
    assert_eq!((&summary["quantities"][1]["name"], &summary["thin"]), (&"tau".into(), &2.into()));
    let report = case.read("runs/schools-1/report.html");
    for part in ["<h2>Warnings</h2>", "<h2>Quantities</h2>", "<h3>mu and tau</h3>", "<h2>Energy</h2>", "thin = 2"] {
        assert!(report.contains(part), "{part}");
    }
    // The config in the run gives the same run.
    let again = case.ok(&["mcmc", "runs/schools-1/config.toml"]);
    assert_eq!(again.lines().next_back(), Some("runs/schools-2"));
    assert_eq!(case.read("runs/schools-2/draws.csv"), csv);
}

#[test]
fn mistakes_in_densities_have_their_place() {
    let case = Case::new();
    case.write("mcmc.toml", MCMC.replace("draws = 30", "drasw = 30").replace("[28, 8, -3]", "[28, 8]"));
    let finished = case.run(&["mcmc", "mcmc.toml"]);
    assert_eq!(finished.code, 1);
    assert!(finished.err.contains("unknown field `drasw` in `McmcConfig`; did you mean `draws`?"), "{}", finished.err);
    assert!(finished.err.contains("--> mcmc.toml:5:1"), "{}", finished.err);
    assert!(finished.err.contains("one standard error for each estimate"), "{}", finished.err);
    case.write("mcmc.toml", MCMC);
    assert_eq!(case.ok(&["check", "mcmc.toml"]), "mcmc.toml: ok (posterior hierarchical_normal)\n");
    assert!(case.ok(&["explain", "mcmc.toml"]).contains("posterior.mu_scale"));
    let finished = case.run(&["mcmc", "mcmc.toml", "chains=1"]);
    assert_eq!(finished.code, 1);
    assert!(finished.err.contains("run dozens, or use the sampler `hmc`"), "{}", finished.err);
    assert!(!case.path("runs").exists(), "nothing was sampled");
    // The loader has no place for a file that is not there; the message names it.
    case.write(
        "mcmc.toml",
        "[posterior]\ntype = \"logistic_regression\"\ndata = { type = \"csv\", path = \"no.csv\" }\n",
    );
    let finished = case.run(&["mcmc", "mcmc.toml"]);
    assert!(finished.err.contains("no.csv: ") && finished.err.contains("check the path"), "{}", finished.err);
    assert_eq!(finished.code, 1, "{}", finished.err);
}

#[test]
fn a_new_config_of_a_density_is_fine() {
    let case = Case::new();
    let text = case.ok(&["new", "mcmc"]);
    assert!(text.starts_with("#:schema ../schemas/taplo/mcmc.json\n# Sample with: artifex mcmc FILE."), "{text}");
    case.write("new.toml", &text);
    assert_eq!(case.ok(&["check", "new.toml"]), "new.toml: ok (posterior hierarchical_normal)\n");
}
