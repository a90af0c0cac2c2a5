//! The layers of ARCHITECTURE.md hold: no module uses one above it, `config` uses none, and configs alone need no burn.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// From the ground up, as in ARCHITECTURE.md.
const LAYERS: [&str; 15] = [
    "config",
    "report",
    "device",
    "rng",
    "kernels",
    "distributions",
    "nn",
    "models",
    "factory",
    "data",
    "metrics",
    "modality",
    "mcmc",
    "train",
    "cli",
];

/// The crates, from the ground up, as in ARCHITECTURE.md.
const CRATES: [&str; 3] = ["artifex-syntax", "artifex-macros", "artifex-runtime"];

pub(crate) fn sources(directory: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The crate's own modules that a source names: `crate::x`, `artifex::x`, and the heads of `use crate::{x::.., y}`.
fn named(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for start in ["crate::", "$crate::", "artifex::"] {
            for (at, _) in line.match_indices(start) {
                let rest = &line[at + start.len()..];
                let heads: Vec<&str> = match rest.strip_prefix('{') {
                    Some(group) => group.split(", ").collect(),
                    None => vec![rest],
                };
                for head in heads {
                    found.push(head.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
                }
            }
        }
    }
    found
}

#[test]
fn no_module_uses_one_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../artifex-runtime/src");
    let mut seen = Vec::new();
    for (level, layer) in LAYERS.iter().enumerate() {
        let mut files = Vec::new();
        match root.join(layer) {
            folder if folder.is_dir() => sources(&folder, &mut files),
            folder => files.extend(Some(folder.with_extension("rs")).filter(|file| file.is_file())),
        }
        for file in files {
            seen.push(*layer);
            for name in named(&fs::read_to_string(&file).unwrap()) {
                if let Some(used) = LAYERS.iter().position(|layer| *layer == name) {
                    assert!(used <= level, "{} is in `{layer}` and uses `{name}`, which is above it", file.display());
                }
            }
        }
    }
    // Every folder and file of the crate is one of the layers, or a root of the crate.
    for entry in fs::read_dir(&root).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        let known = LAYERS.contains(&name.as_str()) || ["lib", "main", "macros", "prelude"].contains(&name.as_str());
        assert!(known, "`{name}` is no layer of ARCHITECTURE.md");
    }
    assert!(seen.contains(&"config") && seen.contains(&"cli"), "nothing was read");
}

#[test]
fn no_crate_uses_one_above_it() {
    let architecture = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ARCHITECTURE.md")).unwrap();
    let mut at = 0;
    for (level, name) in CRATES.iter().enumerate() {
        let place = architecture.find(&format!("\n| `{name}` |")).unwrap();
        assert!(place > at, "`{name}` stands in the wrong place in ARCHITECTURE.md");
        at = place;
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("Cargo.toml");
        let text = fs::read_to_string(manifest).unwrap();
        let start = text.find("\n[dependencies]\n").unwrap() + 1;
        // What a crate is tested with is another matter.
        let lines = text[start..].lines().skip(1).take_while(|line| !line.starts_with('['));
        let used: Vec<usize> =
            lines.filter_map(|line| CRATES.iter().position(|name| line.starts_with(&format!("{name} =")))).collect();
        assert!(used.iter().all(|other| *other < level), "`{name}` uses {used:?}");
        // The library gives the users the other two.
        assert_eq!(used.len(), [0, 1, 2][level], "`{name}`");
    }
}

#[test]
fn unsafe_code_is_in_the_kernels_alone() {
    let mut files = Vec::new();
    for folder in ["artifex-syntax/src", "artifex-macros/src", "artifex-runtime/src", "examples/pixel-gaussian/src"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), &mut files);
    }
    for file in files {
        let inside = file.components().any(|part| part.as_os_str() == "kernels");
        let text = fs::read_to_string(&file).unwrap();
        assert!(inside || !text.contains("unsafe {") && !text.contains("allow(unsafe_code"), "{}", file.display());
    }
}

#[test]
fn the_reader_of_uses_sees_groups_and_paths() {
    assert_eq!(named("use crate::{config::Schema, models};"), ["config", "models"]);
    assert_eq!(named("let x = crate::train::run(artifex::cli::main);"), ["train", "cli"]);
    assert_eq!(named("// crate::train"), Vec::<String>::new());
}

#[test]
fn architecture_names_the_same_layers() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ARCHITECTURE.md")).unwrap();
    let mut at = text.len();
    for layer in LAYERS {
        // Top to bottom in the document: each layer stands before the one below it.
        let place =
            text.find(&format!("\n| `{layer}")).unwrap_or_else(|| panic!("`{layer}` is not in ARCHITECTURE.md"));
        assert!(place < at, "`{layer}` stands in the wrong place");
        at = place;
    }
}

#[test]
fn configs_alone_need_no_burn() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "-p", "artifex-runtime", "--no-default-features", "--edges", "normal", "--prefix", "none"])
        .args(["--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(tree.contains("artifex-macros") && !tree.contains("burn"), "{tree}");
}
