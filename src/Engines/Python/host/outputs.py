"""From what a network gives to what the protocol wants, and the losses of finished predictions."""

import numpy

LOWEST_LOGARITHM = -100.0

# Of what it would be if every row were wrong. Solvers that arrive leave far less, those that stop at a large column's first steps a
# quarter of it.
LARGEST_SLOPE = 0.01
NOT_A_MINIMUM = "the solver stopped before the minimum of the loss; with inputs of similar size (scaling: standardise) it gets there"


def probabilities(values, task):
    """Class probabilities, rows × classes, from a network's outputs; values for regression as they are.

    One output of a binary task is the probability of class 1. Outputs that are no distribution, such as sigmoids of
    several classes, are held in [0, 1] and divided by their sum.
    """
    if task.regression:
        return values
    if values.shape[1] == 1:
        positive = numpy.clip(values, 0, 1)
        return numpy.concatenate([1 - positive, positive], axis=1)
    held = numpy.clip(values, 0, 1)
    total = held.sum(axis=1, keepdims=True)
    return numpy.where(total > 0, held / numpy.where(total > 0, total, 1), 1 / values.shape[1]).astype(values.dtype)


def one_hot(labels, classes, kind):
    return (labels[:, None] == numpy.arange(classes)).astype(kind)


def network_targets(labels, units, task):
    """Targets rows × units in the task's float type: 0/1 for classes, the values themselves for regression."""
    if task.regression:
        return labels
    return labels[:, None].astype(task.type) if units == 1 else one_hot(labels, units, task.type)


def log_loss(predicted, labels):
    """Mean −ln p of the true class, logarithms held above −100 as in PyTorch."""
    with numpy.errstate(divide="ignore"):
        logarithms = numpy.log(predicted[numpy.arange(len(labels)), labels].astype(numpy.float64))
    return float(-numpy.maximum(logarithms, LOWEST_LOGARITHM).mean())


def loss_of(predicted, labels, task):
    """Log loss of probabilities, mean squared error of values."""
    if task.regression:
        return float(numpy.mean((predicted.astype(numpy.float64) - labels) ** 2))
    return log_loss(predicted, labels)


def accuracy_of(predicted, labels, task):
    """Share of rows predicted right; R², the mean over the outputs, for regression."""
    if not task.regression:
        return float(numpy.mean(predicted.argmax(axis=1) == labels))
    labels = labels.astype(numpy.float64)
    residual = ((predicted - labels) ** 2).sum(axis=0)
    spread = ((labels - labels.mean(axis=0)) ** 2).sum(axis=0)
    constant = numpy.where(residual > 0, 0.0, 1.0)
    return float(numpy.where(spread > 0, 1 - residual / numpy.where(spread > 0, spread, 1), constant).mean())


def is_minimum(x, labels, shares, weights, l2):
    """Whether the slope of Σ loss + l2/2·‖w‖² vanishes at these class probabilities, compared with the spread of each column.

    A solver's own tolerance is absolute, and one large column, or one far from zero, ends it at once.
    """
    x = numpy.asarray(x, numpy.float64)
    x = x - x.mean(axis=0)
    errors = numpy.asarray(shares, numpy.float64) - one_hot(labels, shares.shape[1], numpy.float64)
    errors = errors[:, 1:] if weights.shape[1] == 1 else errors
    slope = x.T @ errors + l2 * numpy.asarray(weights, numpy.float64)
    # A column of one value has the slope of its penalty alone.
    size = LARGEST_SLOPE * (numpy.abs(x).sum(axis=0)[:, None] + l2)
    return bool((numpy.abs(slope) <= size).all() and (numpy.abs(errors.sum(axis=0)) <= LARGEST_SLOPE * len(x)).all())
