"""Starts one engine: `python -u engine.py NAME`, NAME being sklearn, pytorch, xgboost or keras.

Standard output is taken for the protocol and the thread limits are set before any framework is imported: a framework
that prints on import would spoil the first reply, and native libraries read their limits only once.
"""

import importlib
import os
import sys

import host

ENGINES = {
    "sklearn": ("sklearn_engine", "ScikitLearnEngine"),
    "pytorch": ("pytorch_engine", "PyTorchEngine"),
    "xgboost": ("xgboost_engine", "XGBoostEngine"),
    "keras": ("keras_engine", "KerasEngine"),
}

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


def load(name):
    """Imports the framework and makes its engine."""
    module, engine = ENGINES[name]
    return getattr(importlib.import_module(module), engine)()


def main(arguments):
    if len(arguments) != 1 or arguments[0] not in ENGINES:
        found = " ".join(arguments) or "nothing"
        sys.exit(f"engine.py: expected one of {', '.join(ENGINES)}; found {found}.")
    limit_threads(os.environ)
    host.run(lambda: load(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
