"""A whole engine in one file: copy it, rename it, replace the mean by your framework, and prove it with
`frameworkbench engines check --command "python3 -u src/Engines/Python/template/template_engine.py"`.

To make it one of the project's, give its folder an `engine.json`.
"""

import os
import sys

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "host"))

import host  # noqa: E402
from base import Engine, timed  # noqa: E402
from outputs import one_hot  # noqa: E402
from task import Fitted  # noqa: E402


class TemplateEngine(Engine):
    """Predicts the class shares, or the mean target, of the training rows."""

    name = "template"
    framework = "NumPy"
    version = numpy.__version__
    # What is not listed is not asked for; docs/engine-protocol.md has all the words.
    capabilities = {
        "models": ["constant"],
        "tasks": ["binary", "multiclass", "regression"],
        "precisions": ["float32", "float64"],
        "deterministic": True,
    }

    def fit_constant(self, task):
        """One method for each model kind: fit on task.train_x and task.train_y, predict task.predict_x."""
        targets = task.train_y if task.regression else one_hot(task.train_y, task.classes, task.type)
        # After each epoch of a longer fit call task.report(epoch, loss): it tells where the fit stands and ends it when
        # it was cancelled. Raise host.Unsupported("optimizer adam") for what you lack. Print what you like.
        mean, fit_seconds = timed(lambda: targets.mean(axis=0))
        predictions, predict_seconds = timed(lambda: numpy.tile(mean, (len(task.predict_x), 1)))
        return Fitted(predictions, fit_seconds, predict_seconds, parameters=mean.size)


if __name__ == "__main__":
    host.run(TemplateEngine)
