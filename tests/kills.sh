#!/usr/bin/env bash
# Kills a run without warning at random moments, again and again, until it comes to its end, and compares what it leaves with an undisturbed
# run: no trial lost, none fitted twice that was kept, the same pages. Then meets full disks, a store that may not be written, and two runs at
# once. Needs Linux; full disks need the right to mount.
#   tests/kills.sh [harness|disks|pair ...]   FRAMEWORKBENCH_KILLS=200 FRAMEWORKBENCH_PROGRAM=…/FrameworkBench.Cli.dll
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kills="${FRAMEWORKBENCH_KILLS:-200}"
program="${FRAMEWORKBENCH_PROGRAM:-artifacts/bin/FrameworkBench.Cli/release/FrameworkBench.Cli.dll}"
work="$(mktemp -d)"
trap 'umount "$work"/full-* 2>/dev/null; rm -rf "$work"' EXIT
failed=0

# Short fits, each of them another trial.
cat >"$work/kills.yaml" <<'YAML'
title: Many short fits
dataset: iris
split: {hold_out: 0.2, random_state: 42, stratified: true}
seeds: 1500
models:
  net: {kind: network, hidden: [32, 32], train: {epochs: 100}}
YAML

fb() { dotnet "$program" "$@"; }

options() { # NAME PAGES: what a run of it is called with
  printf '%s\n' run "$work/kills.yaml" --engine scratch --no-timings --jobs 2 --store "$work/$1/store" --results "$work/$1/${2:-results}"
}

run() { # NAME
  local words
  mapfile -t words < <(options "$1")
  fb "${words[@]}"
}

# Its process is $!, without a shell between.
begin() { # NAME PAGES
  local words
  mapfile -t words < <(options "$@")
  dotnet "$program" "${words[@]}" >/dev/null 2>&1 &
}

say() { # OK? TEXT
  if [ "$1" -eq 0 ]; then echo "passed: $2"; else echo "FAILED: $2"; failed=$((failed + 1)); fi
}

number() { # STORE KEY: a number of 'store check --json'
  fb store check --store "$1" --json | sed -n "s/^  \"$2\": \([0-9]*\),*$/\1/p"
}

undisturbed() {
  [ -d "$work/calm" ] || run calm >/dev/null || exit 1
}

compare() { # NAME
  local name="$1"
  # Times differ from run to run, and with them the files that hold them.
  diff -rq --exclude=times.csv --exclude=environment.md --exclude=index.html --exclude=SHA256SUMS "$work/calm/results" "$work/$name/results"
  say $? "$name: the same pages as an undisturbed run"
  [ "$(number "$work/$name/store" trials)" = "$(number "$work/calm/store" trials)" ]
  say $? "$name: $(number "$work/$name/store" trials) trials stored, $(number "$work/calm/store" trials) by an undisturbed run"
  fb store check --store "$work/$name/store" >/dev/null 2>&1
  say $? "$name: nothing damaged"
  fb store gc --store "$work/$name/store"
  [ "$(number "$work/$name/store" superseded)" = 0 ] && [ "$(number "$work/$name/store" trials)" = "$(number "$work/calm/store" trials)" ]
  say $? "$name: packed, no trial is there twice and none is lost"
}

pause() { # LEAST MOST, in milliseconds
  sleep "$(awk -v least="$1" -v most="$2" -v random="$RANDOM" 'BEGIN { print (least + (most - least) * random / 32767) / 1000 }')"
}

segments() { # STORE
  find "$1" -name '*.trials' 2>/dev/null | wc -l
}

# Mostly while trials are being kept, and now and then while the run starts. Fails where the run comes to its end before.
kill_run() { # PROCESS SEGMENTS
  if [ $((RANDOM % 8)) -eq 0 ]; then
    pause 100 2000
    kill -KILL "$1" 2>/dev/null
    return
  fi
  while [ "$(segments "$work/harness/store")" -le "$2" ]; do
    kill -0 "$1" 2>/dev/null || return 1
    sleep 0.05
  done
  pause 0 500
  kill -KILL "$1" 2>/dev/null
}

harness() {
  undisturbed
  local done=0 before now lost=0 campaigns=0
  while [ "$done" -lt "$kills" ]; do
    before="$(segments "$work/harness/store")"
    begin harness
    if kill_run $! "$before"; then
      done=$((done + 1))
    else
      campaigns=$((campaigns + 1))
      wait $!
      finish
      rm -rf "$work/harness"
      last=0
    fi
    wait $! 2>/dev/null
    if [ $((done % 20)) -eq 0 ] && [ -d "$work/harness/store" ]; then
      now="$(number "$work/harness/store" trials)"
      [ "${now:-0}" -ge "${last:-0}" ] || lost=$((lost + 1))
      last="${now:-0}"
    fi
  done
  echo "harness: $done kills in $((campaigns + 1)) campaigns; $(segments "$work/harness/store") segments"
  say "$lost" "harness: the store never had fewer trials than before"
  finish
}

finish() {
  run harness >/dev/null
  say $? "harness: a further run comes to its end"
  [ "$(number "$work/harness/store" superseded)" = 0 ]
  say $? "harness: no trial was fitted twice"
  compare harness
  [ "$(find "$work/harness/store" -type f | wc -l)" -eq 1 ]
  say $? "harness: packed into one file"
  run harness | grep -q '^nothing to run'
  say $? "harness: nothing to run after packing"
}

plain() { # FILE: it ends in plain words
  ! grep -qE '^   at |Unhandled exception' "$1"
}

disks() {
  undisturbed
  local place code
  for place in store results temporary; do
    mkdir -p "$work/full-$place"
    mount -t tmpfs -o size=128k tmpfs "$work/full-$place" || { echo "no right to mount: full disks are passed over"; return; }
  done
  fb run "$work/kills.yaml" --engine scratch --no-timings --store "$work/full-store" --results "$work/d1" >"$work/log" 2>&1
  code=$?
  [ "$code" -eq 2 ] && plain "$work/log"
  say $? "a full disk under the store: code $code, $(tail -n 1 "$work/log")"
  mkdir -p "$work/rescued" && cp -r "$work/full-store" "$work/rescued/store"
  fb store check --store "$work/rescued/store" >/dev/null 2>&1
  say $? "a full disk under the store: what was kept is sound, $(number "$work/rescued/store" trials) trials"
  run rescued >/dev/null
  say $? "a full disk under the store: elsewhere the run comes to its end"
  compare rescued
  fb run "$work/kills.yaml" --engine scratch --no-timings --store "$work/calm/store" --results "$work/full-results" >"$work/log" 2>&1
  code=$?
  [ "$code" -eq 2 ] && plain "$work/log"
  say $? "a full disk under the results: code $code, $(tail -n 1 "$work/log")"
  dd if=/dev/zero of="$work/full-temporary/filling" bs=1k 2>/dev/null
  TMPDIR="$work/full-temporary" fb run "$work/kills.yaml" --engine scratch --no-timings --store "$work/d3" --results "$work/d4" >"$work/log" 2>&1
  code=$?
  [ "$code" -ne 0 ] && plain "$work/log"
  say $? "a full disk under the temporary folder: code $code, $(tail -n 1 "$work/log")"
  mount -o remount,ro "$work/full-store"
  fb run "$work/kills.yaml" --engine scratch --no-timings --store "$work/full-store" --results "$work/d5" >"$work/log" 2>&1
  code=$?
  [ "$code" -eq 2 ] && plain "$work/log"
  say $? "a store that may not be written: code $code, $(tail -n 1 "$work/log")"
  fb store check --store "$work/full-store" >/dev/null 2>&1
  say $? "a store that may not be written is read"
}

pair() {
  undisturbed
  local first second
  begin pair
  first=$!
  begin pair others
  second=$!
  pause 2000 3000
  fb store gc --store "$work/pair/store" >/dev/null
  say $? "two runs at once: packed meanwhile"
  wait "$first" && wait "$second"
  say $? "two runs at once come to their ends"
  compare pair
}

[ $# -gt 0 ] || set -- harness disks pair
for part in "$@"; do "$part"; done
echo "$failed failed"
[ "$failed" -eq 0 ]
