"""Starts one engine: `python -u engine.py NAME`, or `engine.py FOLDER` for one outside the project.

Each folder beside this one with an `engine.json` is an engine.

Standard output is taken for the protocol and the thread limits are set before any framework is imported: a framework
that prints on import would spoil the first reply, and native libraries read their limits only once.
"""

import glob
import importlib
import json
import os
import sys

import host

ENGINES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)


def limit_threads(environment):
    """Passes FRAMEWORKBENCH_THREADS on to the libraries; waiting threads are to sleep rather than to spin."""
    environment.setdefault("OMP_WAIT_POLICY", "passive")
    threads = environment.get("FRAMEWORKBENCH_THREADS")
    if threads:
        for variable in THREAD_VARIABLES:
            environment[variable] = threads


def manifests():
    """The folder and the class of each engine, by its name."""
    return dict(map(read_manifest, sorted(glob.glob(os.path.join(glob.escape(ENGINES), "*", "engine.json")))))


def read_manifest(path):
    """The name of an engine, with its folder and its class."""
    with open(path, encoding="utf-8") as file:
        manifest = json.load(file)
    return manifest["name"], (os.path.dirname(path), manifest["program"])


def load(folder, program):
    """Imports the framework and makes its engine. `program` is `module:Class`."""
    module, engine = program.split(":")
    sys.path.insert(1, folder)
    return getattr(importlib.import_module(module), engine)()


def main(arguments):
    engines = manifests()
    for folder in arguments[:1]:
        path = os.path.join(folder, "engine.json")
        if os.path.isfile(path):
            engines[folder] = read_manifest(path)[1]
    if len(arguments) != 1 or arguments[0] not in engines:
        found = " ".join(arguments) or "nothing"
        sys.exit(f"engine.py: expected one of {', '.join(engines)}; found {found}.")
    limit_threads(os.environ)
    host.run(lambda: load(*engines[arguments[0]]))


if __name__ == "__main__":
    main(sys.argv[1:])
