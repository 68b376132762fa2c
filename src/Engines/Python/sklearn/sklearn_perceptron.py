"""Rosenblatt's perceptron by sklearn.linear_model.Perceptron, with shuffling, penalty and tolerance off."""

import numpy
from sklearn.linear_model import Perceptron

import initialisation
from base import timed
from host import Unsupported
from outputs import one_hot
from task import Fitted

# The rule of the specification leaves a row alone whose weighted sum is zero and whose class is the one then answered.
NOTE = "scikit-learn counts a weighted sum of exactly zero as an error of either class; the sums answer 1 above zero"


def fit_perceptron(task):
    """Fits pass by pass, so that passes can be counted; raises Unsupported where the estimator means something else."""
    model = task.model
    if task.task != "binary":
        raise Unsupported(f"task {task.task} of model perceptron")
    if model.get("fires_at_zero"):
        raise Unsupported("perceptron fires_at_zero")
    epochs = int(model.get("epochs") or 100)
    perceptron = Perceptron(
        penalty=None,
        fit_intercept=has_bias(model),
        eta0=float(model.get("learning_rate") or 0.1),
        shuffle=False,
        max_iter=1,
        tol=None,
        warm_start=True,
    )
    if len(numpy.unique(task.train_y)) == 1:
        raise Unsupported("training rows of one class only")
    weights, bias = start(task)
    stops = bool(model.get("stop_when_error_free"))
    (passes, error_free), fit_seconds = timed(lambda: run(perceptron, task, weights, bias, epochs, stops))
    labels, predict_seconds = timed(lambda: perceptron.predict(task.predict_x))
    return Fitted(
        one_hot(labels, 2, task.type),
        fit_seconds,
        predict_seconds,
        hard_labels=True,
        epochs=passes,
        stopped="converged" if stops and error_free else "completed",
        parameters=perceptron.coef_.size + (perceptron.intercept_.size if has_bias(model) else 0),
        measures={} if error_free is None else {"first_error_free_pass": error_free},
        notes=[NOTE],
    )


def has_bias(model):
    return model.get("bias") is not False


def start(task):
    """Initial weights 1 × features and bias 1."""
    features = task.train_x.shape[1]
    if task.initial_weights is not None:
        weights = task.initial_weights[0]
        bias = task.initial_weights[1] if len(task.initial_weights) > 1 else numpy.zeros(1)
        return weights.reshape(1, features).astype(float), numpy.reshape(bias, 1).astype(float)
    init = task.model.get("init") or {"kind": "zero"}
    generator = numpy.random.RandomState(task.small_seed)
    kind = "zero" if init["kind"] == "default" else init["kind"]
    weights, _ = initialisation.draw(kind, float(init.get("scale") or 0), features, 1, False, generator)
    return weights.reshape(1, features), numpy.zeros(1)


def run(perceptron, task, weights, bias, epochs, stops):
    """Passes done, and the first one without an error (counted from 1) or None."""
    error_free = None
    # In 64 bits, as every engine's perceptron: on 32-bit rows scikit-learn from 1.4 on rounds its weights but not its
    # intercept, and moves them for rows on the boundary that they have right.
    x = task.train_x.astype(numpy.float64)
    signs = 2 * task.train_y - 1
    for epoch in range(1, epochs + 1):
        right = bool((signs * (x @ weights.ravel() + bias[0]) > 0).all())
        rows = slice(None) if task.batch_order is None else task.batch_order[epoch - 1]
        # Copies, since scikit-learn goes on in the arrays that it takes.
        perceptron.fit(x[rows], task.train_y[rows], coef_init=weights.copy(), intercept_init=bias.copy())
        moved = (weights != perceptron.coef_).any() or (bias != perceptron.intercept_).any()
        weights, bias = perceptron.coef_, perceptron.intercept_
        if error_free is None and right and not moved:
            error_free = epoch
        task.report(epoch)
        if stops and error_free:
            break
    return epoch, error_free
