"""A whole engine: copy this folder, rename it in engine.json, replace the centroids by your framework, and prove it with
`frameworkbench engines check --engine-path FOLDER`.

It needs no place in the repository: `frameworkbench run EXPERIMENT --engine-path FOLDER` runs it beside the others.
"""

import numpy
from base import Engine, timed
from host import Unsupported
from outputs import one_hot
from task import Fitted


class TemplateEngine(Engine):
    """Predicts class shares or the mean target, or the class of the nearest centroid."""

    name = "template"
    framework = "NumPy"
    version = numpy.__version__
    # What is not listed is not requested; docs/engine-protocol.md has all the words.
    capabilities = {
        "models": ["constant", "custom"],
        "algorithms": ["nearest-centroid"],
        "tasks": ["binary", "multiclass", "regression"],
        "precisions": ["float32", "float64"],
        "deterministic": True,
    }

    def fit_constant(self, task):
        """One method for each model kind: fit on task.train_x and task.train_y, predict task.predict_x."""
        targets = task.train_y if task.regression else one_hot(task.train_y, task.classes, task.type)
        # After each epoch of a longer fit call task.report(epoch, loss): it reports how far the fit is and ends it when
        # it was cancelled. Print what you like.
        mean, fit_seconds = timed(lambda: targets.mean(axis=0))
        predictions, predict_seconds = timed(lambda: numpy.tile(mean, (len(task.predict_x), 1)))
        return Fitted(predictions, fit_seconds, predict_seconds, parameters=mean.size)

    def fit_nearest_centroid(self, task):
        """One for each algorithm of the kind custom: {kind: custom, algorithm: nearest-centroid, parameters: {shrinkage: 0.1}}."""
        if task.regression:
            raise Unsupported(f"task {task.task} of algorithm nearest-centroid")
        shrinkage = task.parameters(shrinkage=0.0)["shrinkage"]
        centroids, fit_seconds = timed(lambda: centroids_of(task, shrinkage))
        distances, predict_seconds = timed(lambda: ((task.predict_x[:, None] - centroids) ** 2).sum(axis=2))
        predictions = one_hot(distances.argmin(axis=1), task.classes, task.type)
        return Fitted(predictions, fit_seconds, predict_seconds, parameters=centroids.size, hard_labels=True)


def centroids_of(task, shrinkage):
    """The mean of each class, moved towards the mean of all rows by a share of the way."""
    members = one_hot(task.train_y, task.classes, task.type)
    middle = task.train_x.mean(axis=0)
    offsets = members.T @ (task.train_x - middle) / numpy.maximum(members.sum(axis=0), 1)[:, None]
    return (middle + (1 - shrinkage) * offsets).astype(task.type)
