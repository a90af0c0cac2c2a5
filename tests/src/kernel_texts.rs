//! Every kernel has its text among the golden ones, whose content the library's own tests hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::layers::sources;

/// The kernels of a source: functions that `cube` makes launchable, but for those of tests.
fn kernels(text: &str) -> Vec<String> {
    let name = |after: &str| after.split("fn ").nth(1)?.split(['<', '(']).next().map(str::to_owned);
    let parts: Vec<&str> = text.split("#[cube(launch)]").collect();
    parts.windows(2).filter(|pair| !pair[0].trim_end().ends_with(")]")).filter_map(|pair| name(pair[1])).collect()
}

#[test]
fn every_kernel_has_its_texts() {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../artifex-runtime");
    let mut files = Vec::new();
    sources(&library.join("src/kernels"), &mut files);
    let kernels: BTreeSet<String> = files.iter().flat_map(|file| kernels(&fs::read_to_string(file).unwrap())).collect();
    assert!(kernels.contains("forward_kernel") && !kernels.contains("words_kernel"), "{kernels:?}");

    let folders = fs::read_dir(library.join("tests/golden/kernels")).unwrap();
    let texts: Vec<PathBuf> = folders
        .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .collect();
    for extension in ["cu", "wgsl"] {
        let of_kind = texts.iter().filter(|path| path.extension().is_some_and(|found| found == extension));
        let all: Vec<String> = of_kind.map(|path| fs::read_to_string(path).unwrap()).collect();
        for kernel in &kernels {
            // The entry's name: the kernel's, with the types that it is made for.
            let entry = [format!(" {kernel}("), format!(" {kernel}_f_")];
            let held = all.iter().any(|text| entry.iter().any(|entry| text.contains(entry)));
            assert!(held, "no golden text in `{extension}` of the kernel `{kernel}`");
        }
    }
}
