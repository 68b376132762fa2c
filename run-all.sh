#!/usr/bin/env bash
# Builds the command line with its engines and runs every experiment. Arguments go to `frameworkbench run-all`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec ./frameworkbench run-all "$@"
