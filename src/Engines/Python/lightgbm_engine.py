"""LightGBM, 3.3 and later: boosted trees, and its random forest mode."""

import re

import lightgbm
import numpy

from base import Engine, timed
from task import Fitted, History
from trees import given, patience_of, shares, translated

# LGBMClassifier's n_estimators; the rest are the library's own defaults.
DEFAULT_ROUNDS = 100
DEFAULT_TREES = 100
# A forest needs rows drawn for each tree; a bootstrap sample holds this share of the rows.
FOREST_DEFAULTS = {"boosting": "rf", "bagging_freq": 1, "bagging_fraction": 0.632}
NOTE_ON_FOREST = (
    "LightGBM's random forest: leaf-wise trees by histograms, each on 63.2 % of the rows drawn without replacement; "
    "probabilities from the mean of the trees' raw scores"
)
OBJECTIVES = {"binary": "binary", "multiclass": "multiclass", "regression": "regression"}


class LightGBMEngine(Engine):
    name = "lightgbm"
    framework = "LightGBM"
    version = lightgbm.__version__
    capabilities = {
        "models": ["forest", "boosted_trees"],
        "tasks": ["binary", "multiclass", "regression"],
        "precisions": ["float32", "float64"],
        "initial_weights": False,
        "batch_order": False,
        "early_stopping": True,
        "missing_values": True,
        "categories": True,
        "deterministic": True,
    }

    def fit_boosted_trees(self, task):
        words = {
            "learning_rate": "learning_rate",
            "max_leaves": "num_leaves",
            "max_depth": "max_depth",
            "min_samples_leaf": "min_data_in_leaf",
            "min_child_weight": "min_sum_hessian_in_leaf",
            "l2": "lambda_l2",
            "max_bins": "max_bin",
            "subsample": "bagging_fraction",
            "column_sample": "feature_fraction",
        }
        parameters = translated(task, words, passed_over=("rounds", "patience"))
        if "bagging_fraction" in parameters:
            parameters["bagging_freq"] = 1
        return fitted(task, parameters, given(task).get("rounds", DEFAULT_ROUNDS), patience_of(task), [])

    def fit_forest(self, task):
        words = {
            "max_depth": "max_depth",
            "min_samples_leaf": "min_data_in_leaf",
            "feature_share": "feature_fraction_bynode",
            "max_leaves": "num_leaves",
        }
        parameters = dict(FOREST_DEFAULTS, **translated(task, words, passed_over=("trees",)))
        return fitted(task, parameters, given(task).get("trees", DEFAULT_TREES), None, [NOTE_ON_FOREST])


class Boosting:
    """One training by `lightgbm.train`; it takes one column of targets."""

    def __init__(self, task, parameters, rounds, patience, column):
        self.task, self.rounds, self.patience, self.column = task, rounds, patience, column
        self.history = History()
        self.parameters = dict(
            parameters,
            objective=OBJECTIVES[task.task],
            num_threads=task.threads,
            seed=task.small_seed,
            deterministic=True,
            force_col_wise=True,
            verbosity=-1,
        )
        if task.task == "multiclass":
            self.parameters["num_class"] = task.classes

    def labels(self, y):
        return y[:, self.column] if self.task.regression else y

    def follow(self, environment):
        """LightGBM's callback after a round: keeps the loss, tells it, and raises when the fit was cancelled."""
        losses = [figure[2] for figure in environment.evaluation_result_list or []]
        if losses:
            self.history.add(validation_loss=losses[0])
        self.task.report(environment.iteration + 1, None, losses[0] if losses else None)

    def train(self):
        task = self.task
        columns = [number for number, codes in enumerate(task.category_columns) if codes]
        training = lightgbm.Dataset(
            task.train_x,
            self.labels(task.train_y),
            categorical_feature=columns,
            params=self.parameters,
        )
        callbacks, watched = [self.follow], []
        if task.validation_x is not None:
            watched = [lightgbm.Dataset(task.validation_x, self.labels(task.validation_y), reference=training)]
        if self.patience is not None:
            callbacks.append(lightgbm.early_stopping(self.patience, verbose=False))
        self.booster = lightgbm.train(
            self.parameters,
            training,
            num_boost_round=self.rounds,
            valid_sets=watched,
            valid_names=["validation"] * len(watched),
            callbacks=callbacks,
        )
        self.done = len(self.history.lists.get("validation_loss", ())) or self.booster.current_iteration()
        self.kept = self.booster.best_iteration if self.patience is not None else self.done

    @property
    def stopped(self):
        if self.done == self.rounds:
            return "completed"
        return "early" if self.patience is not None else "converged"

    def predict(self, x):
        predicted = self.booster.predict(x, num_iteration=self.kept, num_threads=self.task.threads)
        if self.task.task == "binary":
            return numpy.stack([1 - predicted, predicted], axis=1)
        return predicted.reshape(len(x), -1)

    def gains(self):
        """By how much each feature's splits reduced the loss, in the rounds that are kept."""
        return self.booster.feature_importance("gain", iteration=self.kept)

    def leaves(self):
        """Leaves of the rounds that are kept."""
        text = self.booster.model_to_string(num_iteration=self.kept)
        return sum(int(count) for count in re.findall(r"^num_leaves=(\d+)", text, re.MULTILINE))


def fitted(task, parameters, rounds, patience, notes):
    """One boosting, or one an output where a regression has several."""
    columns = range(task.outputs if task.regression else 1)
    boosted = [Boosting(task, parameters, rounds, patience, column) for column in columns]
    _, fit_seconds = timed(lambda: [one.train() for one in boosted])
    parts, predict_seconds = timed(lambda: [one.predict(task.predict_x) for one in boosted])
    first = boosted[0]
    if len(boosted) > 1:
        notes = notes + ["one boosting an output; epochs and history are those of the first"]
    told = {}
    if task.explain:
        told["explanation"] = {"importance": shares(numpy.sum([one.gains() for one in boosted], axis=0))}
    return Fitted(
        numpy.concatenate(parts, axis=1),
        fit_seconds,
        predict_seconds,
        epochs=first.done,
        best_epoch=first.kept if first.kept != first.done else None,
        stopped=first.stopped,
        history=first.history.lists,
        parameters=sum(one.leaves() for one in boosted),
        threads=task.threads,
        notes=notes,
        **told,
    )
