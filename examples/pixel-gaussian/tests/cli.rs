//! The whole command line over this crate's own zoo.

use std::path::Path;
use std::process::Command;

fn run(arguments: &[&str], folder: &Path) -> (bool, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_pixel-gaussian")).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.success(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn it_lists_checks_trains_and_samples_its_own_model_beside_the_built_in_ones() {
    let folder = tempfile::tempdir().unwrap();
    let ok = |arguments: &[&str]| {
        let (success, text) = run(arguments, folder.path());
        assert!(success, "{arguments:?}\n{text}");
        text
    };
    let list = ok(&["list"]);
    assert!(list.contains("pixel_gaussian  flow  Independent normal pixels") && list.contains("beta_vae"), "{list}");
    ok(&["new", "pixel_gaussian", "-o", "own.toml"]);
    ok(&["check", "own.toml"]);
    let text = ok(&["train", "own.toml", "train.epochs=2", "name=own"]);
    assert!(text.contains("pixel_gaussian, 128 parameters"), "{text}");
    ok(&["sample", "runs/own-1", "-n", "4", "-o", "drawn"]);
    assert!(folder.path().join("drawn/samples.png").is_file());
    // It has a likelihood, and that is exact.
    assert!(ok(&["eval", "runs/own-1"]).contains("log-likelihood  "), "no likelihood");
    let (success, text) = run(&["train", "own.toml", "model.min_sdt=1"], folder.path());
    assert!(!success && text.contains("did you mean `min_std`?"), "{text}");
}
