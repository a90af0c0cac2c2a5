//! What the fuzzer has found and what it starts from, through the functions that it calls; `fuzz/README.md` says more.

#[path = "../../fuzz/src/lib.rs"]
mod fuzz;

use std::path::Path;

/// Calls a target with every file of its corpus. Enough of them have to be accepted, and enough refused.
fn replay(name: &str, target: fn(&[u8]) -> bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(name);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut counts = [0; 2];
    for file in &files {
        // The name is the last thing printed before a panic.
        println!("{}", file.display());
        counts[usize::from(target(&std::fs::read(file).unwrap()))] += 1;
    }
    assert!(counts.iter().all(|count| *count >= 5), "{name}: {counts:?} of the files are refused and accepted");
}

#[test]
fn toml() {
    replay("toml", fuzz::toml);
}

#[test]
fn json() {
    replay("json", fuzz::json);
}

#[test]
fn yaml() {
    replay("yaml", fuzz::yaml);
}

#[test]
fn check() {
    replay("check", fuzz::check);
}

#[test]
fn decode() {
    replay("decode", fuzz::decode);
}

#[test]
fn edit() {
    replay("edit", fuzz::edit);
}
