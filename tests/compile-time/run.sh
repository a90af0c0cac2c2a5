#!/usr/bin/env bash
# What the derive costs the compiler: `cargo check` of 20 structs of 40 fields with a range and a default each, beside the same
# structs on serde + schemars + garde. Prints CPU seconds of the crate alone (dependencies are built before), the median of
# several runs, and the ratio. Usage: tests/compile-time/run.sh [runs]
set -euo pipefail
runs=${1:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0 CARGO_TARGET_DIR=$work/target

structs=20
fields=40

crate() { # name, dependencies, head of the file, attribute of a struct, attribute of field $f
    local name=$1 dependencies=$2 head=$3 derive=$4 attribute=$5 s f
    mkdir -p "$work/$name/src"
    printf '[package]\nname = "%s"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n[dependencies]\n%s\n' \
        "$name" "$dependencies" >"$work/$name/Cargo.toml"
    {
        printf '%s\n' "$head"
        for ((s = 0; s < structs; s++)); do
            printf '/// Config number %d.\n%s\npub struct Config%d {\n' "$s" "$derive" "$s"
            for ((f = 0; f < fields; f++)); do
                printf '    /// Field number %d.\n    %s\n    pub field_%d: u32,\n' "$f" "${attribute//@/$f}" "$f"
            done
            printf '}\n'
        done
    } >"$work/$name/src/lib.rs"
}

crate ours "artifex-runtime = { path = \"$root/artifex-runtime\", default-features = false }" \
    'use artifex::ModelConfig;' '#[derive(Clone, Debug, PartialEq, ModelConfig)]' \
    '#[config(default = 10, min = 1, max = 100)]'
crate theirs 'serde = { version = "1", features = ["derive"] }
schemars = "1.2"
garde = { version = "0.23", features = ["derive"] }' \
    'use garde::Validate; use schemars::JsonSchema; use serde::{Deserialize, Serialize}; fn ten() -> u32 { 10 }' \
    '#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]' \
    '#[serde(default = "ten")] #[garde(range(min = 1, max = 100))] #[schemars(range(min = 1, max = 100))]'

# CPU seconds of one check of the crate itself.
check() {
    touch "$work/$1/src/lib.rs"
    local TIMEFORMAT='%U %S'
    { time (cd "$work/$1" && cargo check -q); } 2>&1 | awk '{ printf "%.2f\n", $1 + $2 }'
}

for name in ours theirs; do (cd "$work/$name" && cargo check -q); done
for name in ours theirs; do : >"$work/$name.times"; done
for ((k = 0; k < runs; k++)); do
    for name in ours theirs; do check "$name" >>"$work/$name.times"; done
done
median() { sort -n "$work/$1.times" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ours=$(median ours)
theirs=$(median theirs)
echo "cargo check of $structs structs x $fields fields, CPU seconds, median of $runs:"
echo "  derive(ModelConfig)       $ours"
echo "  serde + schemars + garde  $theirs"
awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "  ratio                     %.2f\n", a / b; exit a > b / 2 }'
