//! `artifex train`, `eval` and `resume`: what a run leaves, and how it goes on.

use super::*;

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
