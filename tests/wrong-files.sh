#!/usr/bin/env bash
# Reads wrong files of every kind: experiments, catalogs, tables, replies, stored trials, models, results, command lines and others.
# Each must be read or refused in plain words, within 10 s and 400 MB.
#   tests/wrong-files.sh [NUMBER OF EACH KIND, 5000] [FIRST SEED, other ones each time]
# Needs the built tests: dotnet build -c Release
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export FRAMEWORKBENCH_WRONG_FILES="${1:-5000}" FRAMEWORKBENCH_WRONG_FILES_FROM="${2:-$((RANDOM * 32768 + RANDOM))}"
echo "seeds from $FRAMEWORKBENCH_WRONG_FILES_FROM"
status=0
for tests in FrameworkBench.Tests FrameworkBench.Cli.Tests; do
  dotnet "artifacts/bin/$tests/release/$tests.dll" -class '*.Hostile*' -showLiveOutput -noColor -noLogo || status=1
done
exit "$status"
