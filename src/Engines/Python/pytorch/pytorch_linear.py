"""Logistic and ridge regression in PyTorch: L-BFGS on the whole table, and one linear solve."""

import torch

from base import timed
from host import Unsupported
from outputs import NOT_A_MINIMUM, is_minimum
from pytorch_network import both_classes
from task import Fitted

# PyTorch's L-BFGS stops at the largest gradient or the smallest change; the loss is a mean over rows.
GRADIENT_TOLERANCE = {"float32": 1e-5, "float64": 1e-8}
UNEVEN = 1e3
CHANGE_TOLERANCE = {"float32": 1e-9, "float64": 1e-14}


def fit_linear(task):
    """Σ loss + l2/2·‖w‖² for classes, ‖y − Xw‖² + l2·‖w‖² for values; the intercept is not penalised."""
    if task.initial_weights is not None:
        raise Unsupported("initial weights of model linear")
    l2 = task.model.get("l2")
    l2 = 1.0 if l2 is None else float(l2)
    x = torch.from_numpy(task.train_x)
    rows = torch.from_numpy(task.predict_x)
    notes = []
    if task.regression:
        (weights, intercept), fit_seconds = timed(lambda: ridge(x, torch.from_numpy(task.train_y), l2))
        output, predict_seconds = timed(lambda: (rows @ weights + intercept).numpy())
        iterations, converged = 1, True
    else:
        limit = int(task.model.get("max_iterations") or 1000)
        solved, fit_seconds = timed(lambda: logistic(x, task, l2, limit))
        weights, intercept, iterations, converged = solved
        output, predict_seconds = timed(lambda: probabilities_of(rows @ weights + intercept).numpy())
        shares = probabilities_of(x @ weights + intercept).numpy()
        if not is_minimum(task.train_x, task.train_y, shares, weights.numpy(), l2):
            converged, notes = False, [NOT_A_MINIMUM]
    return Fitted(
        output,
        fit_seconds,
        predict_seconds,
        epochs=iterations,
        stopped="converged" if converged else "completed",
        parameters=weights.numel() + intercept.numel(),
        threads=torch.get_num_threads(),
        notes=notes,
    )


def ridge(x, y, l2):
    """Weights and intercept, by the normal equations of centred columns; by least squares when nothing is penalised."""
    x_mean, y_mean = x.mean(0), y.mean(0)
    # What rounding leaves of a mean is no spread: a column of one value has none.
    x_mean = torch.where((x == x[0]).all(0), x[0], x_mean)
    x, y = x - x_mean, y - y_mean
    units = column_units(x)
    x = x / units
    if l2 > 0:
        penalty = torch.diag(l2 / units.square())
        weights = torch.linalg.solve(x.t() @ x + penalty, x.t() @ y)
    else:
        weights = torch.linalg.lstsq(x, y, driver="gelsd").solution
    weights = weights / units[:, None]
    return weights, y_mean - x_mean @ weights


def column_units(x):
    """Ones where columns are about of one size; else their sizes, since a large column would hide small ones by rounding."""
    sizes = x.square().sum(0).sqrt()
    present = sizes[sizes > 0]
    even = len(present) == 0 or present.max() <= UNEVEN * present.min()
    return torch.ones_like(sizes) if even else torch.where(sizes > 0, sizes, torch.ones_like(sizes))


def logistic(x, task, l2, limit):
    """Weights, intercept, iterations and whether it converged. Two classes have one logit, more a softmax."""
    columns = 1 if task.classes == 2 else task.classes
    weights = torch.zeros(x.shape[1], columns, dtype=x.dtype, requires_grad=True)
    intercept = torch.zeros(columns, dtype=x.dtype, requires_grad=True)
    labels = torch.from_numpy(task.train_y)
    targets = labels[:, None].to(x.dtype) if columns == 1 else labels
    loss_of = torch.nn.BCEWithLogitsLoss() if columns == 1 else torch.nn.CrossEntropyLoss()
    solver = torch.optim.LBFGS(
        [weights, intercept],
        max_iter=limit,
        max_eval=limit * 2,
        tolerance_grad=GRADIENT_TOLERANCE[task.precision],
        tolerance_change=CHANGE_TOLERANCE[task.precision],
        line_search_fn="strong_wolfe",
    )

    def closure():
        task.report(0)
        solver.zero_grad()
        loss = loss_of(x @ weights + intercept, targets) + l2 / (2 * len(x)) * weights.square().sum()
        loss.backward()
        return loss

    solver.step(closure)
    iterations = int(solver.state[weights]["n_iter"])
    return weights.detach(), intercept.detach(), iterations, iterations < limit


def probabilities_of(logits):
    if logits.shape[1] > 1:
        return torch.softmax(logits, 1)
    return both_classes(logits)
