#!/usr/bin/env bash
# Trains shipped configs, evaluates the runs, and writes what the commands print to docs/runs/CONFIG.txt; then makes the table
# docs/runs/README.md of all files there.
#
#     docs/runs.sh vae-digits vqvae-digits
#     docs/runs.sh                                (the table alone)
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p docs/runs
[ "$#" = 0 ] || cargo build --release --locked -q

# Without colours and without the lines of the progress; the runs' temporary folder goes by the name that users get.
artifex() { NO_COLOR=1 target/release/artifex "$@" 2>&1 | grep -v '^step [0-9,]*/' | sed "s#$runs#runs#g"; }

for config in "$@"; do
    echo "$config" >&2
    runs=$(mktemp -d)
    set=()
    {
        # A model on top of another one: that is trained first.
        first=$(sed -n 's#^first_stage_checkpoint = "../runs/\(.*\)"#\1#p' "configs/$config.toml")
        if [ -n "$first" ]; then
            echo "\$ artifex train configs/${first%%-1/*}.toml >/dev/null"
            artifex train "configs/${first%%-1/*}.toml" --runs "$runs" >/dev/null
            set=("model.first_stage_checkpoint=$runs/$first")
        fi
        echo "\$ artifex train configs/$config.toml"
        artifex train "configs/$config.toml" --runs "$runs" "${set[@]}"
        echo
        echo "\$ artifex eval runs/$config-1"
        artifex eval "$runs/$config-1"
    } > "$runs/printed"
    mv "$runs/printed" "docs/runs/$config.txt"
    rm -r "$runs"
done

# The first figure on a line that starts with these words.
figure() { sed -n "s/^$1 *\(-\{0,1\}[0-9.]*\).*/\1/p" "$2" | head -1; }
{
    echo "# Runs"
    echo
    echo "Written by \`docs/runs.sh\`: what \`artifex train\` and \`artifex eval\` printed for shipped configs, with the seeds in the"
    echo "configs. The loss is that on held-out data. Distances of digits are Fréchet distances of 360 samples to held-out digits in"
    echo "the features of the digit classifier that ships with Artifex; those of the untrained model and of training data are beside."
    echo "Energy distances are those of 2,000 points to as many held-out ones; those of training data are within 0.003 of 0. Other work was"
    echo "using the machine, so the times in the files say little."
    echo
    echo "| config | held-out loss | baseline | digits Fréchet distance | untrained | training data | energy distance of points |"
    echo "|---|---|---|---|---|---|---|"
    for file in docs/runs/*.txt; do
        name=$(basename "$file" .txt)
        # The line of the training's outcome, whatever the loss is called.
        loss=$(sed -n 's/^[a-z ]* \(-\{0,1\}[0-9.]*\) on held-out data.*/\1/p' "$file" | head -1)
        baseline=$(sed -n 's/^baseline \(-\{0,1\}[0-9.]*\) (\([^)]*\)).*/\1 (\2)/p' "$file" | head -1)
        distance=$(figure 'digits Frechet distance' "$file")
        untrained=$(sed -n 's/^digits Frechet distance.*(untrained \([0-9.]*\),.*/\1/p' "$file")
        training=$(sed -n 's/^digits Frechet distance.*training data \([0-9.]*\);.*/\1/p' "$file")
        points=$(figure 'energy distance of samples' "$file")
        echo "| [$name]($name.txt) | $loss | $baseline | $distance | $untrained | $training | $points |"
    done
} > docs/runs/README.md
