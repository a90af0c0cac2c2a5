#!/usr/bin/env bash
# What `check_file!` costs the compiler, and that it looks again. Prints the CPU seconds of `cargo check` of a crate with a file of
# 1,240 lines of TOML (20 tables of 61 fields, 3,220 values), with and without its `check_file!`, and the seconds of the next
# `cargo check` after an edit of that file alone, all medians of several runs. Then a mistake in a file that a file extends must
# fail the build with its own place, and mending it alone must pass. Usage: tests/compile-time/file.sh [runs]
set -euo pipefail
runs=${1:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_TERM_COLOR=never CARGO_TARGET_DIR=$work/target
tables=20
fields=61

mkdir -p "$work/big/src"
cp "$root/Cargo.lock" "$work/big/Cargo.lock"
cd "$work/big"
cat >Cargo.toml <<END
[package]
name = "big"
version = "0.1.0"
edition = "2024"
[workspace]
[dependencies]
artifex-runtime = { path = "$root/artifex-runtime", default-features = false }
END
{
    printf '#[derive(artifex::ModelConfig)]\npub struct Table {\n'
    for ((f = 0; f < fields; f++)); do
        case $((f % 3)) in
        0) printf '    #[config(min = 0, max = 1000)]\n    pub size_%d: u32,\n' "$f" ;;
        1) printf '    #[config(min = 0)]\n    pub rate_%d: f64,\n' "$f" ;;
        2) printf '    #[config(each(min = 1))]\n    pub widths_%d: Vec<u32>,\n' "$f" ;;
        esac
    done
    printf '}\n#[derive(artifex::ModelConfig)]\npub struct Big {\n'
    for ((t = 0; t < tables; t++)); do printf '    pub table_%d: Table,\n' "$t"; done
    printf '}\n'
} >types.rs
for ((t = 0; t < tables; t++)); do
    printf '[table_%d]\n' "$t"
    for ((f = 0; f < fields; f++)); do
        case $((f % 3)) in
        0) printf 'size_%d = %d\n' "$f" $((t + f)) ;;
        1) printf 'rate_%d = %d.5e-3\n' "$f" $((t + f)) ;;
        2) printf 'widths_%d = [%d, 64, 64, 64, 64, 64]\n' "$f" $((t + 1)) ;;
        esac
    done
done >big.toml
[ "$(wc -l <big.toml)" = 1240 ]

with='artifex::check_file!(Big, "../big.toml");'
source_with() { { cat types.rs; echo "$1"; } >src/lib.rs; }
# Of the numbers in a file.
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
# Adds the CPU seconds of a check to `$1.cpu`, and those of the clock to `$1.clock`.
measure() {
    local TIMEFORMAT='%U %S %R'
    { time cargo check -q; } 2>&1 | awk -v to="$1" '{ printf "%.2f\n", $1 + $2 >>(to ".cpu"); print $3 >>(to ".clock") }'
}

source_with ''
cargo check -q
for ((k = 0; k < runs; k++)); do
    source_with ''
    CARGO_INCREMENTAL=0 measure "$work/without"
    source_with "$with"
    CARGO_INCREMENTAL=0 measure "$work/with"
done
source_with "$with"
cargo check -q
for ((k = 0; k < runs; k++)); do
    sed -i "2s/.*/size_0 = $((k + 100))/" big.toml
    measure "$work/edit"
done
cpu=$(median "$work/with.cpu")
edit=$(median "$work/edit.cpu")
echo "cargo check of a crate with 1,240 lines of TOML, median of $runs:"
echo "  the types alone                  $(median "$work/without.cpu") CPU s"
echo "  with check_file!                 $cpu CPU s"
echo "  after an edit of the file alone  $edit CPU s, $(median "$work/edit.clock") s by the clock"

# A file that a file extends.
mkdir sub
sed '1,2d' big.toml >top.toml
sed -i '1i extends = "sub/base.json"\n[table_0]' top.toml
echo '{"table_0": {"size_0": 1}}' >sub/base.json
source_with 'artifex::check_file!(Big, "../top.toml");'
cargo check -q
echo '{"table_0": {"szie_0": 1}}' >sub/base.json
if cargo check -q 2>"$work/out"; then echo "the mistake in sub/base.json was not found"; exit 1; fi
grep -q 'unknown field `szie_0` in `Table`; did you mean `size_0`?' "$work/out"
grep -q -- '--> sub/base.json:1:14' "$work/out"
echo '{"table_0": {"size_0": 2}}' >sub/base.json
cargo check -q
echo "a mistake in a file that a file extends was found at its place"
awk -v a="$cpu" -v b="$edit" 'BEGIN { exit a > 2 || b > 1 }'
