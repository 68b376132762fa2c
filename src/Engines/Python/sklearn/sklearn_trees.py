"""scikit-learn's decision trees, random forests and histogram gradient boosting."""

import itertools

import numpy
import sklearn
from sklearn.ensemble import (
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from base import timed
from host import Unsupported
from outputs import loss_of
from sklearn_linear import values_or_probabilities
from task import Fitted, History
from trees import Patience, patience_of, translated

VERSION = tuple(int(part) for part in sklearn.__version__.split(".")[:2])
NOTE_ON_BLOCKS = (
    "scikit-learn takes no validation rows: boosted in blocks by warm start, the best round of the given rows kept; "
    "the seconds hold the rounds beyond it"
)
MOST_CATEGORIES = 255


def refuse_raw_columns(task, first_version_with_missing):
    """Trees and forests know no categories, and missing values only in later versions."""
    if any(task.category_columns):
        raise Unsupported(f"categories in model {task.kind}")
    if task.has_missing_values and VERSION < first_version_with_missing:
        raise Unsupported(f"missing values in model {task.kind}")


def targets(task):
    """One column as a vector, which the estimators ask for."""
    return task.train_y.ravel() if task.regression and task.outputs == 1 else task.train_y


def explained(model, task):
    """What trees and forests say of themselves where the harness asks: the mean decrease of impurity, and a single tree."""
    if not task.explain:
        return {}
    explanation = {"importance": model.feature_importances_.tolist()}
    if hasattr(model, "tree_"):
        explanation["tree"] = nodes(model, task)
    return {"explanation": explanation}


def nodes(model, task):
    """The nodes of a fitted tree; scikit-learn puts children after their parents."""
    tree = model.tree_
    values = tree.value[:, :, 0] if task.regression else spread(tree.value[:, 0, :], model.classes_, task.classes)
    weights = tree.weighted_n_node_samples / tree.weighted_n_node_samples[0] * tree.impurity
    missing_left = getattr(tree, "missing_go_to_left", None)
    listed = []
    for at in range(tree.node_count):
        node = {"rows": int(tree.n_node_samples[at]), "value": values[at].tolist(), "gain": 0.0}
        left, right = int(tree.children_left[at]), int(tree.children_right[at])
        if left >= 0:
            node.update(feature=int(tree.feature[at]), threshold=float(tree.threshold[at]), left=left, right=right)
            node["gain"] = max(0.0, float(weights[at] - weights[left] - weights[right]))
            if missing_left is not None:
                node["missing_left"] = bool(missing_left[at])
        listed.append(node)
    return listed


def spread(counts, present, classes):
    """Shares of all classes out of the counts, or shares, of those that had a training row."""
    shares = numpy.zeros((len(counts), classes))
    shares[:, present] = counts / counts.sum(axis=1, keepdims=True)
    return shares


def fit_tree(task):
    """DecisionTreeClassifier or DecisionTreeRegressor."""
    refuse_raw_columns(task, (1, 3))
    words = {"max_depth": "max_depth", "min_samples_leaf": "min_samples_leaf", "max_leaves": "max_leaf_nodes"}
    made = DecisionTreeRegressor if task.regression else DecisionTreeClassifier
    model = made(random_state=task.small_seed, **translated(task, words))
    _, fit_seconds = timed(lambda: model.fit(task.train_x, targets(task)))
    predicted, predict_seconds = timed(lambda: values_or_probabilities(model, task.predict_x, task))
    return Fitted(predicted, fit_seconds, predict_seconds, parameters=int(model.get_n_leaves()), threads=1, **explained(model, task))


def fit_forest(task):
    """RandomForestClassifier or RandomForestRegressor, grown by warm start so that it can be cancelled."""
    refuse_raw_columns(task, (1, 4))
    words = {
        "trees": "n_estimators",
        "max_depth": "max_depth",
        "min_samples_leaf": "min_samples_leaf",
        "feature_share": "max_features",
        "max_leaves": "max_leaf_nodes",
    }
    parameters = translated(task, words)
    if "max_features" in parameters:
        parameters["max_features"] = float(parameters["max_features"])
    trees = parameters.pop("n_estimators", 100)
    made = RandomForestRegressor if task.regression else RandomForestClassifier
    model = made(random_state=task.small_seed, n_jobs=task.threads, warm_start=True, **parameters)

    def grow():
        # A tenth at a time: the trees are the same as those grown at once.
        for grown in itertools.chain(range(max(1, trees // 10), trees, max(1, trees // 10)), [trees]):
            model.set_params(n_estimators=grown).fit(task.train_x, targets(task))
            task.report(grown)

    _, fit_seconds = timed(grow)
    predicted, predict_seconds = timed(lambda: values_or_probabilities(model, task.predict_x, task))
    leaves = sum(int(tree.get_n_leaves()) for tree in model.estimators_)
    members = {"epochs": trees, "parameters": leaves, "threads": task.threads}
    return Fitted(predicted, fit_seconds, predict_seconds, **members, **explained(model, task))


def fit_boosted_trees(task):
    """HistGradientBoosting; one model an output where a regression has several."""
    words = {
        "rounds": "max_iter",
        "learning_rate": "learning_rate",
        "max_leaves": "max_leaf_nodes",
        "max_depth": "max_depth",
        "min_samples_leaf": "min_samples_leaf",
        "l2": "l2_regularization",
        "max_bins": "max_bins",
    }
    if VERSION >= (1, 4):
        words["column_sample"] = "max_features"
    parameters = translated(task, words, passed_over=("patience",))
    if "max_features" in parameters:
        parameters["max_features"] = float(parameters["max_features"])
    rounds = parameters.pop("max_iter", 100)
    columns = task.train_y.T if task.regression else [task.train_y]
    boosted = [Boosting(task, parameters, rounds, y, number) for number, y in enumerate(columns)]
    _, fit_seconds = timed(lambda: [one.run() for one in boosted])
    parts, predict_seconds = timed(lambda: [one.predict(task.predict_x) for one in boosted])
    first = boosted[0]
    notes = [NOTE_ON_BLOCKS] if first.patience is not None else []
    if "max_features" in parameters:
        notes.append("column_sample is drawn anew at each split, not once a tree")
    if len(boosted) > 1:
        notes.append("one boosting an output; epochs and history are those of the first")
    return Fitted(
        numpy.concatenate(parts, axis=1),
        fit_seconds,
        predict_seconds,
        epochs=first.rounds_done,
        best_epoch=first.best_round,
        stopped="early" if first.stopped_early else "completed",
        history=first.history.lists,
        parameters=sum(one.leaves() for one in boosted),
        threads=task.threads,
        notes=notes + first.notes,
    )


class Boosting:
    """One HistGradientBoosting model, its rounds in blocks where something is to be seen between them."""

    def __init__(self, task, parameters, rounds, y, number):
        self.task, self.rounds, self.y, self.number = task, rounds, y, number
        self.patience = patience_of(task)
        self.history = History()
        self.rounds_done, self.best_round, self.stopped_early = rounds, None, False
        self.notes = []
        made = HistGradientBoostingRegressor if task.regression else HistGradientBoostingClassifier
        self.model = made(
            early_stopping=False,
            random_state=task.small_seed,
            categorical_features=self.categories(),
            warm_start=True,
            **parameters,
        )

    def categories(self):
        """A mask of the columns of codes; None when there are none."""
        counts = [int(feature.get("categories") or 0) for feature in self.task.features]
        if max(counts, default=0) > MOST_CATEGORIES:
            self.notes = [f"columns of more than {MOST_CATEGORIES} categories are taken as numbers"]
        mask = [0 < count <= MOST_CATEGORIES for count in counts]
        return mask if any(mask) else None

    def run(self):
        """Every block bins the rows anew, so blocks are few: each long beside all before it."""
        done, watch = 0, Patience(self.patience)
        while done < self.rounds:
            block = max(100, done) if self.patience is None else max(20, self.patience, done // 2)
            before, done = done, min(self.rounds, done + block)
            self.model.set_params(max_iter=done).fit(self.task.train_x, self.y)
            self.task.report(done)
            if self.task.validation_x is not None and self.watched(watch, before):
                self.stopped_early = True
                break
        self.rounds_done = len(self.history.lists.get("validation_loss", ())) or self.rounds
        if self.patience is not None and watch.best_round != self.rounds_done:
            self.best_round = watch.best_round

    def watched(self, watch, before):
        """Whether boosting is to end within the rounds after `before`."""
        x, y = self.task.validation_x, self.task.validation_y
        y = y[:, self.number : self.number + 1] if self.task.regression else y
        for number, predicted in enumerate(itertools.islice(self.stages(x), before, None), before + 1):
            loss = loss_of(predicted, y, self.task)
            self.history.add(validation_loss=loss)
            if watch.should_stop(number, loss):
                return True
        return False

    def stages(self, x):
        """Predictions after each round."""
        if self.task.regression:
            return (predicted.reshape(-1, 1) for predicted in self.model.staged_predict(x))
        return (self.spread(predicted) for predicted in self.model.staged_predict_proba(x))

    def spread(self, predicted):
        """Zero for classes that had no training row."""
        if predicted.shape[1] == self.task.classes:
            return predicted
        whole = numpy.zeros((len(predicted), self.task.classes))
        whole[:, self.model.classes_] = predicted
        return whole

    def predict(self, x):
        kept = self.best_round or self.rounds_done
        if kept < self.model.n_iter_:
            return next(itertools.islice(self.stages(x), kept - 1, None))
        return values_or_probabilities(self.model, x, self.task)

    def leaves(self):
        kept = self.best_round or self.rounds_done
        predictors = getattr(self.model, "_predictors", [])[:kept]
        return sum(int(tree.get_n_leaf_nodes()) for stage in predictors for tree in stage)
