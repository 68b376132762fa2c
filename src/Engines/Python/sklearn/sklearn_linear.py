"""scikit-learn's linear models, and the constant one."""

import warnings

import numpy
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression, Ridge

from base import timed
from outputs import NOT_A_MINIMUM, is_minimum, one_hot
from task import Fitted


def all_classes(model, x, task):
    """Probabilities of every class, with zero for those that had no training row."""
    predicted = model.predict_proba(x)
    if predicted.shape[1] == task.classes:
        return predicted
    spread = numpy.zeros((len(x), task.classes), dtype=predicted.dtype)
    spread[:, model.classes_] = predicted
    return spread


def values_or_probabilities(model, x, task):
    """Predictions of an estimator: values rows x outputs, or probabilities of every class."""
    return model.predict(x).reshape(len(x), -1) if task.regression else all_classes(model, x, task)


def fit_constant(task):
    """Class shares, or the mean target, of the training rows."""
    model = DummyRegressor(strategy="mean") if task.regression else DummyClassifier(strategy="prior")
    _, fit_seconds = timed(lambda: model.fit(task.train_x, task.train_y))
    predicted, predict_seconds = timed(lambda: values_or_probabilities(model, task.predict_x, task))
    return Fitted(predicted, fit_seconds, predict_seconds, parameters=task.outputs, threads=1)


def fit_linear(task):
    """LogisticRegression with C = 1/l2 (L-BFGS), or Ridge with alpha = l2."""
    l2 = task.model.get("l2")
    l2 = 1.0 if l2 is None else float(l2)
    limit = int(task.model.get("max_iterations") or 1000)
    if task.regression:
        model = Ridge(alpha=l2)
    else:
        model = LogisticRegression(C=1 / l2 if l2 > 0 else numpy.inf, max_iter=limit)
    one_class = not task.regression and len(numpy.unique(task.train_y)) == 1
    if one_class:
        return only_class(task)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        _, fit_seconds = timed(lambda: model.fit(task.train_x, task.train_y))
    predicted, predict_seconds = timed(lambda: values_or_probabilities(model, task.predict_x, task))
    iterations = 1 if task.regression else int(numpy.max(model.n_iter_))
    arrived = task.regression or iterations < limit
    notes = []
    if not task.regression and not is_minimum(
        task.train_x, task.train_y, all_classes(model, task.train_x, task), weights_of(model, task), l2
    ):
        arrived, notes = False, [NOT_A_MINIMUM]
    return Fitted(
        predicted,
        fit_seconds,
        predict_seconds,
        epochs=iterations,
        stopped="converged" if arrived else "completed",
        notes=notes,
        parameters=model.coef_.size + numpy.size(model.intercept_),
        threads=task.threads,
    )


def weights_of(model, task):
    """features × outputs: one output for two classes, else one a class, zero for those that had no training row."""
    if task.classes == 2:
        return model.coef_.T
    weights = numpy.zeros((model.coef_.shape[1], task.classes))
    if len(model.coef_) == 1:
        weights[:, model.classes_] = numpy.concatenate([-model.coef_, model.coef_]).T
    else:
        weights[:, model.classes_] = model.coef_.T
    return weights


def only_class(task):
    """LogisticRegression refuses rows of one class only; the answer is then that class."""
    shares = one_hot(task.train_y[:1], task.classes, numpy.float64)
    notes = ["the training rows are of one class only, which scikit-learn refuses: that class is predicted"]
    return Fitted(numpy.repeat(shares, len(task.predict_x), axis=0), 0.0, 0.0, stopped="converged", notes=notes)
