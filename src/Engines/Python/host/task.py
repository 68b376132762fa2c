"""What a fit is given and what it gives."""

from typing import Any, Dict, List, Optional

import numpy

from host import Unsupported

KINDS_OF_TASK = ("binary", "multiclass", "regression", "reconstruction")
PRECISIONS = {"float32": numpy.float32, "float64": numpy.float64}


class FitTask:
    """One fit with its arrays loaded. Inputs are rows × features, classes are int indices, values rows × outputs."""

    def __init__(self, request, report):
        """Loads the arrays; raises ValueError when two of them do not fit together."""
        arrays = request["arrays"]
        self.report = report
        self.model = request["model"]
        self.kind = self.model.get("kind")
        self.task = request["task"]
        require(self.task in KINDS_OF_TASK, f"task must be one of {', '.join(KINDS_OF_TASK)}; found {self.task!r}")
        self.classes = int(request["classes"])
        self.codes = bool(request.get("codes")) and arrays.get("codes") is not None
        self.seed = int(request["seed"])
        self.threads = int(request.get("threads") or 1)
        self.precision = request.get("precision") or "float32"
        require(self.precision in PRECISIONS, f"precision must be float32 or float64; found {self.precision!r}")
        self.type = PRECISIONS[self.precision]
        self.train_x = self.inputs(arrays["train_x"])
        self.train_y = self.targets(arrays["train_y"])
        self.predict_x = self.inputs(arrays["predict_x"])
        given = arrays.get("validation_x") is not None
        require(given == (arrays.get("validation_y") is not None), "validation_x and validation_y must come together")
        self.validation_x = self.inputs(arrays["validation_x"]) if given else None
        self.validation_y = self.targets(arrays["validation_y"]) if given else None
        self.initial_weights = self.load_weights(arrays.get("initial_weights"))
        order = arrays.get("batch_order")
        self.batch_order = None if order is None else numpy.load(order).astype(numpy.int64)
        self.native = bool(request.get("native"))
        self.dropout_masks = self.load_masks(arrays.get("dropout_masks"))
        self.explain = bool(request.get("explain"))
        self.features = request.get("features") or [{"categories": 0}] * self.train_x.shape[1]
        self.check_shapes()

    @property
    def regression(self):
        """Whether values are predicted: a target's, or the inputs themselves."""
        return self.task in ("regression", "reconstruction")

    def parameters(self, **defaults):
        """The parameters of a custom model over their defaults; raises Unsupported for one that has no default."""
        given = self.model.get("parameters") or {}
        for name in given:
            if name not in defaults:
                raise Unsupported(f"parameter {name} of algorithm {self.model['algorithm']}")
        return dict(defaults, **given)

    @property
    def outputs(self):
        """Classes, or columns of the target."""
        return self.train_y.shape[1] if self.regression else self.classes

    @property
    def parity(self):
        """Whether weights or batch order are given and the specification's formulas are wanted, so that engines are compared
        update by update; a native fit keeps the framework's own formulas."""
        return not self.native and (self.initial_weights is not None or self.batch_order is not None)

    @property
    def small_seed(self):
        """The seed folded into the 31 bits that every generator takes; a small seed is itself."""
        return (self.seed ^ (self.seed >> 31)) & 0x7FFFFFFF

    @property
    def category_columns(self):
        """Whether each input column holds category codes."""
        return [bool(feature.get("categories")) for feature in self.features]

    @property
    def has_missing_values(self):
        return self.lacks(slice(None))

    @property
    def has_missing_numbers(self):
        """Whether a value is missing in a column that holds no category codes."""
        return self.lacks([not codes for codes in self.category_columns])

    def lacks(self, columns):
        rows = (self.train_x, self.predict_x, self.validation_x)
        return any(x is not None and bool(numpy.isnan(x[:, columns]).any()) for x in rows)

    def inputs(self, path):
        return numpy.ascontiguousarray(numpy.load(path), dtype=self.type)

    def targets(self, path):
        values = numpy.load(path)
        if not self.regression:
            return values.astype(numpy.int64)
        values = numpy.ascontiguousarray(values, dtype=self.type)
        return values.reshape(-1, 1) if values.ndim == 1 else values

    def load_weights(self, paths):
        if paths is None:
            return None
        return [numpy.ascontiguousarray(numpy.load(path), dtype=self.type) for path in paths]

    def load_masks(self, paths):
        """A dropout layer each, epochs × rows × units in the order of visiting: 1 keeps a value, 0 drops it."""
        if paths is None:
            return None
        rows = len(self.train_x)
        masks = [numpy.load(path) for path in paths]
        for number, mask in enumerate(masks):
            fits = mask.ndim == 2 and len(mask) > 0 and len(mask) % rows == 0
            require(fits, f"dropout_masks[{number}] has shape {mask.shape}, not (epochs · {rows}) × units")
        return [mask.reshape(-1, rows, mask.shape[1]).astype(self.type) for mask in masks]

    def check_shapes(self):
        x, y = self.train_x, self.train_y
        require(self.dropout_masks is None or self.batch_order is not None, "dropout_masks come with a batch_order")
        require(x.ndim == 2, f"train_x must be rows × features, found shape {x.shape}")
        require(x.shape[0] > 0, "train_x has no rows")
        require(len(y) == len(x), f"train_y has {len(y)} rows, train_x has {len(x)}")
        require(len(self.features) == x.shape[1], f"{len(self.features)} features are described, train_x has {x.shape[1]}")
        for name in ("predict_x", "validation_x"):
            other = getattr(self, name)
            if other is not None:
                require(other.ndim == 2 and other.shape[1] == x.shape[1], f"{name} has shape {other.shape}, train_x {x.shape}")
        if self.validation_x is not None:
            rows, labels = len(self.validation_x), len(self.validation_y)
            require(rows == labels, f"validation_y has {labels} rows, validation_x has {rows}")
        if not self.regression:
            require(self.classes >= 2, f"a classification needs at least 2 classes, found {self.classes}")
            wrong = (y < 0) | (y >= self.classes)
            require(not wrong.any(), f"train_y holds classes that are not one of 0 … {self.classes - 1}")


class Fitted:
    """What a fit gave; the members are those of the `fitted` reply."""

    def __init__(self, predictions, fit_seconds, predict_seconds, codes=None, **members):
        self.predictions = predictions
        self.codes = codes
        self.members: Dict[str, Any] = {
            "hard_labels": False,
            "epochs": 0,
            "stopped": "completed",
            "history": {},
            "fit_seconds": fit_seconds,
            "predict_seconds": predict_seconds,
            "parameters": 0,
            "threads": 1,
            "device": "cpu",
            "measures": {},
            "notes": [],
        }
        self.members.update(members)

    def save(self, path, codes_path=None):
        """Writes the predictions, rows × classes or rows × outputs, and the codes if there are any; float32 or float64."""
        write(path, self.predictions)
        if self.codes is not None and codes_path is not None:
            write(codes_path, self.codes)

    def reply(self):
        return self.members


class History:
    """Figures of each epoch; what no epoch reported is left out of the reply."""

    def __init__(self):
        self.lists: Dict[str, List[float]] = {}

    def add(self, loss=None, accuracy=None, validation_loss=None, validation_accuracy=None):
        figures = locals()
        for name in ("loss", "accuracy", "validation_loss", "validation_accuracy"):
            if figures[name] is not None:
                self.lists.setdefault(name, []).append(float(figures[name]))

    def last(self, name) -> Optional[float]:
        return self.lists[name][-1] if name in self.lists else None


def write(path, values):
    values = numpy.asarray(values)
    values = values.reshape(-1, 1) if values.ndim == 1 else values
    values = values if values.dtype in (numpy.float32, numpy.float64) else values.astype(numpy.float64)
    with open(path, "wb") as file:
        numpy.save(file, numpy.ascontiguousarray(values))


def require(holds, otherwise):
    if not holds:
        raise ValueError(f"{otherwise}.")
