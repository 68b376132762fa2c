"""A network's specification, read once for every framework: its layers as plain steps and its training with defaults."""

from collections import namedtuple

import initialisation
from host import Unsupported

# What an engine announces whose networks lack nothing; one that lacks something names what it has.
CAPABILITIES = {
    "layers": ["dense", "activation", "dropout", "batch_norm"],
    "activations": ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "gelu", "softmax"],
    "initialisations": ["default", *initialisation.NAMES],
    "losses": ["binary_cross_entropy", "categorical_cross_entropy", "mean_squared_error"],
    "optimizers": ["gradient_descent", "sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"],
    "initial_weights": True,
    "batch_order": True,
    "dropout_masks": True,
    "native": True,
    "early_stopping": True,
    "missing_values": False,
    "categories": False,
    "deterministic": True,
}

Dense = namedtuple("Dense", "units activation slope init scale")
Activation = namedtuple("Activation", "name slope")
Dropout = namedtuple("Dropout", "rate")
BatchNorm = namedtuple("BatchNorm", "momentum epsilon")

# What the protocol's TrainingSpec says when a member is absent.
TRAINING_DEFAULTS = {
    "batch_size": None,
    "shuffle": True,
    "momentum": 0.9,
    "beta1": 0.9,
    "beta2": 0.999,
    "rho": 0.99,
    "epsilon": 1e-8,
    "weight_decay": 0.0,
    "l2": 0.0,
    "early_stopping": None,
}


class Training:
    """How a network is trained; attributes are the members of the protocol's TrainingSpec."""

    def __init__(self, members):
        for name in ("loss", "optimizer", "learning_rate", "epochs"):
            if members.get(name) is None:
                raise ValueError(f"model.train needs '{name}'.")
        self.loss = members["loss"]
        self.optimizer = members["optimizer"]
        self.learning_rate = float(members["learning_rate"])
        self.epochs = int(members["epochs"])
        for name, default in TRAINING_DEFAULTS.items():
            value = members.get(name)
            setattr(self, name, default if value is None else value)

    def rows_an_update(self, rows):
        """Rows of a batch, never more than there are."""
        if self.optimizer == "gradient_descent" or self.batch_size is None:
            return rows
        return min(int(self.batch_size), rows)


class Network:
    """A network in steps. A dense layer's own activation is a step after it, so that frameworks see one form."""

    def __init__(self, model):
        self.steps = []
        for layer in model.get("layers") or []:
            self.steps.extend(steps_of(layer))
        if not any(isinstance(step, Dense) for step in self.steps):
            raise ValueError("model.layers holds no dense layer.")
        self.training = Training(model.get("train") or {})
        self.dropout_at_inference = bool(model.get("dropout_at_inference"))
        self.ensemble = int(model.get("ensemble") or 1)

    @property
    def dense(self):
        return [step for step in self.steps if isinstance(step, Dense)]

    @property
    def code_steps(self):
        """How many steps lead to a row's code: up to the hidden dense layer of the fewest units, the first of those, with
        the activation that follows it. None without a hidden layer."""
        hidden = [i for i, step in enumerate(self.steps) if isinstance(step, Dense)][:-1]
        if not hidden:
            return None
        narrowest = min(hidden, key=lambda i: self.steps[i].units)
        return narrowest + 2 if isinstance(self.steps[narrowest + 1], Activation) else narrowest + 1

    @property
    def hidden_sigmoid(self):
        """Whether a hidden activation is the sigmoid, which changes scikit-learn's initialisation."""
        return any(isinstance(step, Activation) and step.name == "sigmoid" for step in self.steps[:-1])

    @property
    def last_activation(self):
        """The name of the activation at the very end, `linear` when the last step is another."""
        last = self.steps[-1]
        return last.name if isinstance(last, Activation) else "linear"

    @property
    def loss_takes_logits(self):
        """Whether the loss is the one that belongs to the last activation and can be computed stably from logits."""
        return (self.training.loss, self.last_activation) in (
            ("binary_cross_entropy", "sigmoid"),
            ("categorical_cross_entropy", "softmax"),
        )

    def check(self, capabilities, task):
        """Raises Unsupported for the first thing that the capabilities do not list."""
        for step in self.steps:
            if isinstance(step, Activation):
                wanted(capabilities, "layers", "layer", "activation")
                wanted(capabilities, "activations", "activation", step.name)
            elif isinstance(step, Dropout):
                wanted(capabilities, "layers", "layer", "dropout")
            elif isinstance(step, BatchNorm):
                wanted(capabilities, "layers", "layer", "batch_norm")
            else:
                wanted(capabilities, "initialisations", "initialisation", step.init)
        wanted(capabilities, "losses", "loss", self.training.loss)
        wanted(capabilities, "optimizers", "optimizer", self.training.optimizer)
        units = self.dense[-1].units
        fits = (units == 1 and task.task == "binary") or units == task.outputs
        if not fits:
            raise ValueError(f"The last layer has {units} units; the task has {task.outputs} outputs.")
        drops = sum(isinstance(step, Dropout) for step in self.steps)
        if task.dropout_masks is not None and len(task.dropout_masks) != drops:
            raise ValueError(f"The network takes {drops} arrays of dropout masks, found {len(task.dropout_masks)}.")


def wanted(capabilities, member, word, name):
    """Raises Unsupported, naming what is missing, unless the capability is listed."""
    if name not in capabilities.get(member, ()):
        raise Unsupported(f"{word} {name}")


def steps_of(layer):
    """The steps of one layer of the protocol."""
    kind = layer.get("layer")
    slope = layer.get("slope")
    slope = 0.01 if slope is None else float(slope)
    if kind == "dense":
        init = layer.get("init") or {"kind": "default"}
        activation = layer.get("activation") or "linear"
        steps = [Dense(int(layer["units"]), activation, slope, init["kind"], float(init.get("scale") or 0))]
        return steps if activation == "linear" else steps + [Activation(activation, slope)]
    if kind == "activation":
        return [] if layer["activation"] == "linear" else [Activation(layer["activation"], slope)]
    if kind == "dropout":
        return [Dropout(float(layer["rate"]))]
    if kind == "batch_norm":
        momentum, epsilon = layer.get("momentum"), layer.get("epsilon")
        return [BatchNorm(0.1 if momentum is None else float(momentum), 1e-5 if epsilon is None else float(epsilon))]
    raise Unsupported(f"layer {kind}")
