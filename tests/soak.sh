#!/usr/bin/env bash
# Runs small trials in one harness process for so many minutes, among them every fault that an engine takes by its seed, stops it
# by Ctrl-C, and tells whether anything grows or is left behind: memory, descriptors, threads, temporary files, processes. Needs Linux and a
# build of the solution.
#   tests/soak.sh [MINUTES] [FILE.csv]   FRAMEWORKBENCH_PROGRAM=…/FrameworkBench.Cli.dll FRAMEWORKBENCH_FAULTY=…/FaultyEngine.dll
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
minutes="${1:-120}"
samples="$(realpath -m "${2:-soak.csv}")"
program="${FRAMEWORKBENCH_PROGRAM:-artifacts/bin/FrameworkBench.Cli/release/FrameworkBench.Cli.dll}"
faulty="$(realpath -m "${FRAMEWORKBENCH_FAULTY:-artifacts/bin/FaultyEngine/release/FaultyEngine.dll}")"
every="${FRAMEWORKBENCH_SOAK_SECONDS:-30}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/tmp" "$work/faulty"
failed=0

# The seeds from 900000 on ask the faulty engine for its faults one after the other. Left out are those that use gigabytes.
cat >"$work/faulty/engine.json" <<JSON
{"name": "faulty", "framework": "FaultyEngine", "language": "program", "program": "dotnet", "arguments": ["$faulty"]}
JSON
{
  cat <<'YAML'
title: Small trials and every fault
dataset: iris
split: {hold_out: 0.2, random_state: 42, stratified: true}
engines: [scratch, lightgbm, faulty]
first_seed: 900000
seeds: 35
limits: {seconds: 2}
models:
YAML
  for number in $(seq 1 1000); do
    printf '  trees-%d: {kind: boosted_trees, rounds: %d, learning_rate: %s}\n' "$number" $((1 + number % 20)) "0.1$(printf %04d "$number")"
    printf '  net-%d: {kind: network, hidden: [%d], train: {epochs: %d}}\n' "$number" $((1 + number % 16)) $((1 + number))
  done
} >"$work/soak.yaml"

# A process of the run has its folder of temporary files; the harness itself is no child.
children() {
  local place
  for place in /proc/[0-9]*; do
    [ "$place" != "/proc/$harness" ] && tr '\0' '\n' 2>/dev/null <"$place/environ" | grep -qxF "TMPDIR=$work/tmp" && echo "${place#/proc/}"
  done
}

field() { sed -n "s/^$1:[[:space:]]*\([0-9]*\).*/\1/p" "/proc/$harness/status" 2>/dev/null; }

trials() { grep -o '^trials [0-9]*/' "$work/log" | tail -n 1 | tr -dc 0-9; }

sample() {
  printf '%d,%d,%d,%d,%d,%d,%d\n' "$SECONDS" "$(trials)" "$(field VmRSS)" "$(find "/proc/$harness/fd" -mindepth 1 2>/dev/null | wc -l)" \
    "$(field Threads)" "$(find "$work/tmp" -type f 2>/dev/null | wc -l)" "$(children | wc -l)" >>"$samples"
}

say() { # OK? TEXT
  if [ "$1" -eq 0 ]; then echo "passed: $2"; else echo "FAILED: $2"; failed=$((failed + 1)); fi
}

# The slope of one column over another by least squares, after the first quarter, which warms up.
slope() { # COLUMN OVER
  awk -F, -v y="$1" -v x="$2" -v from=$((minutes * 15)) 'NR > 1 && $1 >= from {
      n++; sx += $x; sy += $y; sxx += $x * $x; sxy += $x * $y
    } END { d = n * sxx - sx * sx; print n < 2 || d == 0 ? 0 : (n * sxy - sx * sy) / d }' "$samples"
}

# The median of a column over a part of the time, given in quarters.
median() { # COLUMN QUARTER
  awk -F, -v column="$1" -v from=$((minutes * 15 * ($2 - 1))) -v to=$((minutes * 15 * $2)) 'NR > 1 && $1 >= from && $1 < to {
      print $column }' "$samples" | sort -n | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] + 0 }'
}

steady() { # COLUMN NAME ALLOWED
  local before after
  before="$(median "$1" 2)" after="$(median "$1" 4)"
  [ "$after" -le $((before + $3)) ]
  say $? "$2: $before in the second quarter of the time, $after in the last"
}

echo "seconds,trials,resident_kb,descriptors,threads,temporary_files,children" >"$samples"
SECONDS=0
TMPDIR="$work/tmp" OMP_WAIT_POLICY=passive env --default-signal=INT dotnet "$program" run "$work/soak.yaml" --engine-path "$work/faulty" --no-timings --jobs 2 \
  --store "$work/store" --results "$work/results" >"$work/log" 2>&1 &
harness=$!
while [ "$SECONDS" -lt $((minutes * 60)) ] && kill -0 "$harness" 2>/dev/null; do
  sleep "$every"
  sample
done

kill -0 "$harness" 2>/dev/null || tail -n 20 "$work/log"
kill -0 "$harness" 2>/dev/null
say $? "the run lasted $minutes minutes: $(trials) trials, $(grep -oE '([0-9,]+|no) failures?' "$work/log" | tail -n 1)"
kill -INT "$harness" 2>/dev/null
wait "$harness"
code=$?
[ "$code" -eq 130 ] && ! grep -qE '^   at |Unhandled exception' "$work/log"
say $? "Ctrl-C ends it in good order: code $code"

per_trial="$(awk -v slope="$(slope 3 2)" 'BEGIN { printf "%.0f", slope * 1024 }')"
[ "$per_trial" -le 1024 ]
say $? "memory: $(awk -v slope="$(slope 3 1)" 'BEGIN { printf "%+.1f", slope * 3.6 }') MB an hour after the first quarter, $per_trial bytes a trial; \
$(($(median 3 2) / 1024)) MB in the second quarter of the time, $(($(median 3 4) / 1024)) MB in the last"
steady 4 descriptors 5
steady 5 threads 5
steady 6 "temporary files" 10

# An engine that was just killed may take a moment to end.
for ((wait = 0; wait < 20; wait++)); do
  left="$(children)"
  [ -n "$left" ] || break
  sleep 0.5
done
[ -z "$left" ]
say $? "no process is left${left:+: $left}"
[ -z "$(ls -A "$work/tmp")" ]
say $? "no temporary file is left $(ls -A "$work/tmp" | head -n 3)"
dotnet "$program" store check --store "$work/store"
say $? "the store is sound"
[ "$failed" -eq 0 ]
