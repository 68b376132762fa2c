"""Settings of tree models, translated into a framework's words; what is absent stays the framework's own default."""

import math

from host import Unsupported

SETTINGS = {
    "tree": ("max_depth", "min_samples_leaf", "max_leaves"),
    "forest": ("trees", "max_depth", "min_samples_leaf", "feature_share", "max_leaves"),
    "boosted_trees": (
        "rounds",
        "learning_rate",
        "max_leaves",
        "max_depth",
        "min_samples_leaf",
        "min_child_weight",
        "l2",
        "max_bins",
        "subsample",
        "column_sample",
        "patience",
    ),
}


def given(task):
    """The members of the model that were given."""
    return {name: task.model[name] for name in SETTINGS[task.kind] if task.model.get(name) is not None}


def translated(task, words, passed_over=()):
    """The given settings under the framework's names.

    Raises Unsupported for one that the framework lacks, unless it asks for nothing: a share of one, no penalty.
    """
    parameters = {}
    for name, value in given(task).items():
        if name in words:
            parameters[words[name]] = value
        elif name not in passed_over and not asks_for_nothing(name, value):
            raise Unsupported(f"{name} of model {task.kind}")
    return parameters


def asks_for_nothing(name, value):
    neutral = {"subsample": 1, "column_sample": 1, "feature_share": 1, "l2": 0, "min_child_weight": 0, "min_samples_leaf": 1}
    return neutral.get(name) == value


def shares(gains):
    """Gains as shares that sum to one; all 0 where nothing was gained."""
    total = float(sum(gains))
    return [float(gain) / total if total > 0 else 0.0 for gain in gains]


class Patience:
    """Watches the validation loss of boosting rounds; the best round is kept."""

    def __init__(self, patience):
        self.patience = patience
        self.best = math.inf
        self.best_round = 0

    def should_stop(self, number, loss):
        """Takes round `number` (counted from 1) and says whether boosting is to end after it."""
        if loss < self.best:
            self.best, self.best_round = loss, number
        return self.patience is not None and number - self.best_round >= self.patience


def patience_of(task):
    """The requested patience, or None; raises ValueError without validation rows to watch."""
    patience = task.model.get("patience")
    if patience is not None and task.validation_x is None:
        raise ValueError("patience needs a validation loss to watch, but the fit has no validation rows.")
    return patience
