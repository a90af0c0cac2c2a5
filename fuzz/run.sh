#!/usr/bin/env bash
# run.sh SECONDS: fuzzes every target for an equal share of the time, one after the other. Fails if one of them crashes, takes
# 5 seconds for one input or needs more than 1 GiB; the input is then in artifacts/. SANITIZER=none runs faster.
set -euo pipefail
cd "$(dirname "$0")"
if [[ $# -ne 1 || ! $1 =~ ^[1-9][0-9]*$ ]]; then
    echo "usage: fuzz/run.sh SECONDS" >&2
    exit 2
fi
targets=(toml json yaml check decode edit)
share=$(($1 / ${#targets[@]}))
if [ "$share" -lt 1 ]; then share=1; fi
sanitizer=${SANITIZER:-address}
cargo +nightly fuzz build --sanitizer "$sanitizer"
failed=()
for target in "${targets[@]}"; do
    # What is found in this run stays beside the corpus of the repository, which is the second folder and only read.
    mkdir -p "target/found/$target"
    log=target/found/$target.log
    # Without an exit status of its own: the other targets run too.
    result=fine
    cargo +nightly fuzz run --sanitizer "$sanitizer" "$target" "target/found/$target" "corpus/$target" -- \
        -max_total_time="$share" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 >"$log" 2>&1 || result=crash
    executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    coverage=$(grep -ao 'cov: [0-9]*' "$log" | tail -n 1 || true)
    echo "$target: $result, ${executed:-unknown} executions, $share s, ${coverage:-cov: unknown}"
    if [ "$result" = crash ]; then
        failed+=("$target")
        tail -n 40 "$log"
    fi
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "failed: ${failed[*]}"
    exit 1
fi
