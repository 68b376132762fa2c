"""What every engine has: a name, capabilities, fits by model kind."""

import platform
import time

import numpy

import environment
from host import Unsupported
from task import Fitted

TREE_KINDS = ("tree", "forest", "boosted_trees")
NO_RECONSTRUCTION_KINDS = ("perceptron", "realmlp", "tabm", *TREE_KINDS)


class Engine:
    """A framework behind the protocol. A subclass names its capabilities and has a method `fit_KIND` for each model kind,
    and `fit_ALGORITHM` for each algorithm of the kind `custom`."""

    name = ""
    framework = ""
    version = ""
    capabilities = {"models": []}

    def describe(self):
        """The members of the `hello` reply."""
        return {
            "engine": self.name,
            "framework": self.framework,
            "version": self.version,
            "environment": dict({"python": platform.python_version()}, **self.environment()),
            "capabilities": self.capabilities,
        }

    def environment(self):
        """What the numbers depend on besides the framework's version."""
        return environment.numeric_libraries()

    def fit(self, task):
        """Fits and predicts; raises Unsupported when something is missing."""
        if task.kind not in self.capabilities["models"]:
            raise Unsupported(f"model {task.kind}")
        if task.kind == "custom" and task.model["algorithm"] not in self.capabilities["algorithms"]:
            raise Unsupported(f"algorithm {task.model['algorithm']}")
        if task.task not in self.capabilities.get("tasks", (task.task,)):
            raise Unsupported(f"task {task.task}")
        if task.task == "reconstruction" and task.kind in NO_RECONSTRUCTION_KINDS:
            raise Unsupported(f"task reconstruction for model {task.kind}")
        if task.kind == "principal_components" and task.task != "reconstruction":
            raise Unsupported(f"task {task.task} for model principal_components")
        if task.precision not in self.capabilities.get("precisions", ("float32",)):
            raise Unsupported(f"precision {task.precision}")
        trees = task.kind in TREE_KINDS
        embeds = task.kind == "realmlp"
        if any(task.category_columns) and not embeds and not (trees and self.capabilities.get("categories")):
            raise Unsupported(f"categories in model {task.kind}")
        missing = task.has_missing_numbers if embeds else task.has_missing_values
        if missing and not (trees and self.capabilities.get("missing_values")):
            raise Unsupported(f"missing values in model {task.kind}")
        name = task.model["algorithm"].replace("-", "_") if task.kind == "custom" else task.kind
        return getattr(self, f"fit_{name}")(task)

    def calibrate(self, size, threads):
        """GFLOP/s of a product of two float32 matrices; by NumPy, which frameworks without one of their own build on."""
        with environment.limited_threads(threads):
            generator = numpy.random.RandomState(0)
            left, right = (generator.rand(size, size).astype(numpy.float32) for _ in range(2))
            return gflops(size, lambda: left @ right)


def gflops(size, product):
    """The best of several products, in billions of operations a second."""
    product()
    best = min(timed(product)[1] for _ in range(10))
    return 2 * size**3 / best / 1e9


def timed(work):
    """What the work gives, and its seconds on a monotonic clock."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def averaged(members):
    """One Fitted from an ensemble's: predictions averaged, seconds and parameters added, the rest the first member's."""
    if len(members) == 1:
        return members[0]
    first = members[0].members
    added = ("fit_seconds", "predict_seconds", "parameters")
    total = {name: sum(fitted.members[name] for fitted in members) for name in added}
    notes = first["notes"] + ["history and epochs are those of the ensemble's first member"]
    predictions = sum(numpy.asarray(fitted.predictions, dtype=numpy.float64) for fitted in members) / len(members)
    members_of_first = dict(first, notes=notes, **total)
    return Fitted(predictions.astype(members[0].predictions.dtype), codes=members[0].codes, **members_of_first)
