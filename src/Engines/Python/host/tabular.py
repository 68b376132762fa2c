"""The networks made for tables: their specification, read once, and the columns that they take apart."""

import math

from host import Unsupported

EMBEDDING_WIDTH = 8
FREQUENCIES = 16
EMBEDDED_VALUES = 3
START_ROWS = 5


class Columns:
    """Which input columns are numeric, which are indicators, and which are codes, with their categories."""

    def __init__(self, features):
        kinds = [kind_of(feature) for feature in features]
        self.numeric, self.indicators, self.codes = (
            [column for column, found in enumerate(kinds) if found == kind] for kind in ("numeric", "indicator", "codes")
        )
        self.categories = [int(features[column]["categories"]) for column in self.codes]

    @property
    def numbers(self):
        """The columns that are numbers, in the order of the first layer: the numeric ones, then the indicators."""
        return self.numeric + self.indicators


def kind_of(feature):
    if feature.get("categories"):
        return "codes"
    return "indicator" if feature.get("indicator") else "numeric"


class RealMlp:
    """RealMLP; attributes are the members of the protocol's RealMlpSpec, with the defaults of the variant and the task."""

    def __init__(self, model, task):
        known = {name: value for name, value in model.items() if value is not None}
        self.variant = word(known, "variant", "td", ("td", "td_s"))
        td = self.variant == "td"
        values = task.regression
        self.hidden = [int(units) for units in known.get("hidden", (256, 256, 256))]
        self.activation = word(known, "activation", "mish" if values else "selu", ("relu", "selu", "mish"))
        self.parametric_activation = bool(known.get("parametric_activation", td))
        self.input_scale = bool(known.get("input_scale", True))
        self.numeric_embedding = word(known, "numeric_embedding", "pbld" if td else "none", ("none", "pbld"))
        self.frequency_scale = float(known.get("frequency_scale", 0.1))
        self.learning_rate = float(known.get("learning_rate", (0.2 if td else 0.07) if values else 0.04))
        self.dropout = float(known.get("dropout", 0.15 if td else 0))
        self.weight_decay = float(known.get("weight_decay", 0.02 if td else 0))
        self.label_smoothing = 0.0 if values else float(known.get("label_smoothing", 0.1))
        self.epochs = int(known.get("epochs", 256))
        self.batch_size = int(known.get("batch_size", 256))
        self.ensemble = int(known.get("ensemble", 1))

    @property
    def clamps(self):
        """Whether predicted values are held in the range of the training targets."""
        return self.variant == "td"

    def rate_at(self, share):
        """The step size after a share of all updates, from 0 to 1."""
        return self.learning_rate * 0.5 * (1 - math.cos(2 * math.pi * math.log2(1 + 15 * share)))


def flat_then_cosine(share):
    """What dropout and decay are multiplied by after a share of all updates: 1 for the first half, then a cosine down to 0."""
    return 1.0 if share <= 0.5 else 0.5 * (1 + math.cos(2 * math.pi * (share - 0.5)))


class TabM:
    """TabM; attributes are the members of the protocol's TabMSpec."""

    def __init__(self, model):
        known = {name: value for name, value in model.items() if value is not None}
        self.members = int(known.get("members", 32))
        self.hidden = [int(units) for units in known.get("hidden", (512, 512, 512))]
        self.dropout = float(known.get("dropout", 0.1))
        self.learning_rate = float(known.get("learning_rate", 0.002))
        self.weight_decay = float(known.get("weight_decay", 3e-4))
        self.batch_size = int(known.get("batch_size", 256))
        self.epochs = int(known.get("epochs", 500))
        self.patience = int(known.get("patience", 16))

    @property
    def patience_rule(self):
        """The watch over the validation loss, as the protocol's EarlyStopping has it."""
        return {"watch": "validation_loss", "patience": self.patience, "rule": "keras"}


def word(members, name, default, known):
    """One of the words that a member can be; raises Unsupported for another."""
    found = members.get(name, default)
    if found not in known:
        raise Unsupported(f"{name} {found}")
    return found
