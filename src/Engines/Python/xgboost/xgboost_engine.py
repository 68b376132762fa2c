"""XGBoost, 1.7 and later: boosted trees by histograms, and its random forest mode."""

import re

import numpy
import xgboost

import environment
from base import Engine, timed
from host import Unsupported
from task import Fitted, History
from trees import given, patience_of, shares, translated

# As XGBClassifier and XGBRFClassifier have them; the rest are the library's own defaults.
DEFAULT_ROUNDS = 100
DEFAULT_TREES = 100
FOREST_DEFAULTS = {"subsample": 0.8, "colsample_bynode": 0.8, "lambda": 1e-5}
NOTE_ON_FOREST = (
    "XGBoost's random forest: one boosting round of parallel trees, each on 80 % of the rows drawn without replacement; "
    "probabilities from the mean of the trees' log-odds"
)


class XGBoostEngine(Engine):
    name = "xgboost"
    framework = "XGBoost"
    version = xgboost.__version__
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

    def environment(self):
        return dict(environment.numeric_libraries(), openmp=str(xgboost.build_info().get("USE_OPENMP")).lower())

    def calibrate(self, size, threads):
        """None: XGBoost multiplies no matrices."""
        return None

    def fit_boosted_trees(self, task):
        words = {
            "learning_rate": "eta",
            "max_leaves": "max_leaves",
            "max_depth": "max_depth",
            "min_child_weight": "min_child_weight",
            "l2": "lambda",
            "max_bins": "max_bin",
            "subsample": "subsample",
            "column_sample": "colsample_bytree",
        }
        parameters = translated(task, words, passed_over=("rounds", "patience", "min_samples_leaf"))
        rows_in_a_leaf(task, parameters)
        rounds = given(task).get("rounds", DEFAULT_ROUNDS)
        return Boosting(task, parameters, rounds, patience_of(task)).fitted()

    def fit_forest(self, task):
        words = {"max_depth": "max_depth", "max_leaves": "max_leaves", "feature_share": "colsample_bynode"}
        parameters = dict(FOREST_DEFAULTS, eta=1.0)
        parameters.update(translated(task, words, passed_over=("trees", "min_samples_leaf")))
        rows_in_a_leaf(task, parameters)
        parameters["num_parallel_tree"] = given(task).get("trees", DEFAULT_TREES)
        forest = Boosting(task, parameters, 1, None)
        return forest.fitted(epochs=parameters["num_parallel_tree"], history={}, notes=[NOTE_ON_FOREST])


def rows_in_a_leaf(task, parameters):
    """With squared error each row's second derivative is one, so that rows are weight; else there is no such limit."""
    rows = task.model.get("min_samples_leaf")
    if rows is None or rows <= 1:
        return
    if not task.regression:
        raise Unsupported(f"min_samples_leaf of model {task.kind} for classes")
    parameters["min_child_weight"] = max(rows, parameters.get("min_child_weight", 0))


class Progress(xgboost.callback.TrainingCallback):
    """Reports each round, and ends the training when it was cancelled."""

    def __init__(self, task):
        super().__init__()
        self.task = task

    def after_iteration(self, model, epoch, evals_log):
        losses = next(iter(evals_log.get("validation", {}).values()), None)
        self.task.report(epoch + 1, None, losses[-1] if losses else None)
        return False


class Boosting:
    """One training by `xgboost.train`."""

    def __init__(self, task, parameters, rounds, patience):
        self.task, self.rounds, self.patience = task, rounds, patience
        self.parameters = dict(
            parameters,
            objective=objective(task),
            tree_method="hist",
            nthread=task.threads,
            seed=task.small_seed,
            verbosity=0,
        )
        if task.task == "multiclass":
            self.parameters["num_class"] = task.classes
        if "max_leaves" in parameters:
            self.parameters["grow_policy"] = "lossguide"
        self.metrics = {}

    def matrix(self, x, y=None):
        kinds = ["c" if codes else "q" for codes in self.task.category_columns]
        return xgboost.DMatrix(
            x,
            label=y,
            missing=numpy.nan,
            nthread=self.task.threads,
            feature_types=kinds if "c" in kinds else None,
            enable_categorical="c" in kinds,
        )

    def train(self):
        task = self.task
        validation = []
        if task.validation_x is not None:
            validation = [(self.matrix(task.validation_x, task.validation_y), "validation")]
        return xgboost.train(
            self.parameters,
            self.matrix(task.train_x, task.train_y),
            num_boost_round=self.rounds,
            evals=validation,
            early_stopping_rounds=self.patience,
            evals_result=self.metrics,
            verbose_eval=False,
            callbacks=[Progress(task)],
        )

    def predict(self, booster, rounds):
        predicted = booster.predict(self.matrix(self.task.predict_x), iteration_range=(0, rounds))
        if self.task.task == "binary":
            return numpy.stack([1 - predicted, predicted], axis=1)
        return predicted.reshape(len(self.task.predict_x), -1)

    def history(self):
        """Validation losses; XGBoost reports the root of the mean squared error."""
        history = History()
        for figure in next(iter(self.metrics.get("validation", {}).values()), ()):
            history.add(validation_loss=figure**2 if self.task.regression else figure)
        return history

    def fitted(self, **members):
        booster, fit_seconds = timed(self.train)
        done = self.rounds
        best = None
        if self.patience is not None:
            done = len(self.history().lists["validation_loss"])
            best = booster.best_iteration + 1
        kept = best or done
        predicted, predict_seconds = timed(lambda: self.predict(booster, kept))
        reported = {
            "epochs": done,
            "best_epoch": best if best != done else None,
            "stopped": "early" if done < self.rounds else "completed",
            "history": self.history().lists,
            "parameters": leaves(booster, kept),
            "threads": self.task.threads,
        }
        if self.task.explain:
            reported["explanation"] = {"importance": shares(total_gains(booster[:kept], self.task))}
        return Fitted(predicted, fit_seconds, predict_seconds, **dict(reported, **members))


def objective(task):
    return {"binary": "binary:logistic", "multiclass": "multi:softprob", "regression": "reg:squarederror"}[task.task]


def total_gains(booster, task):
    """By how much each feature's splits reduced the loss, all trees together; XGBoost leaves out those that no split uses."""
    gains = booster.get_score(importance_type="total_gain")
    return [gains.get(f"f{number}", 0.0) for number in range(task.train_x.shape[1])]


def leaves(booster, rounds):
    """Leaves of the rounds that are kept."""
    return sum(len(re.findall("leaf=", tree)) for tree in booster[:rounds].get_dump())
