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
    let own = list.lines().find(|line| line.starts_with("pixel_gaussian ")).expect("the model is listed");
    assert!(
        own.contains(" flow ") && own.contains(" Independent normal pixels") && list.contains("beta_vae"),
        "{list}"
    );
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

#[test]
fn it_migrates_files_with_old_names() {
    const OLD: &str = "# Ours.\ntype = \"pixel_gaussian\"\nimage_shape = [8, 8, 1]\nepsilon = 0.1  # by hand\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.toml");
    let text = || std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, OLD).unwrap();
    let (success, out) = run(&["check", "old.toml"], folder.path());
    assert!(success && out.contains("`epsilon` is an old name; the field is now called `min_std`"), "{out}");

    // Only told, and an error for scripts.
    let told = "old.toml: renamed `epsilon` to `min_std`\n";
    assert_eq!(run(&["migrate", "--check", "old.toml"], folder.path()), (false, told.to_owned()));
    assert_eq!(text(), OLD);
    assert_eq!(run(&["migrate", "old.toml"], folder.path()), (true, told.to_owned()));
    assert_eq!(text(), OLD.replace("epsilon", "min_std"));
    assert_eq!(run(&["migrate", "--check", "old.toml"], folder.path()), (true, "old.toml: up to date\n".to_owned()));

    // A byte order mark stays.
    std::fs::write(&path, format!("\u{feff}{OLD}")).unwrap();
    assert_eq!(run(&["migrate", "old.toml"], folder.path()), (true, told.to_owned()));
    assert_eq!(text(), format!("\u{feff}{}", OLD.replace("epsilon", "min_std")));

    // What it cannot know is left to the user, in the words of `check`.
    std::fs::write(&path, OLD.replace("image_shape", "shape")).unwrap();
    let (success, out) = run(&["migrate", "old.toml", "none.toml"], folder.path());
    assert!(!success && out.contains("unknown field `shape` in `PixelGaussianConfig`"), "{out}");
    assert!(out.contains("none.toml: there is no such file"), "{out}");
    assert!(text().contains("min_std") && std::fs::read_dir(folder.path()).unwrap().count() == 1);
}
