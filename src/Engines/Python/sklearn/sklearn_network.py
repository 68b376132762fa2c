"""Networks by scikit-learn's MLPClassifier and MLPRegressor, epoch by epoch through `partial_fit`.

`partial_fit` runs the same inner loop as `fit` for one epoch; weights and row orders are drawn here as `fit` draws
them, so that the result is the same to the last bit. Between epochs there is room for validation on given rows, both
stopping rules, a given batch order, progress and cancelling.
"""

import math
import warnings

import numpy
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.neural_network._base import ACTIVATIONS
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer
from sklearn.utils import shuffle

import initialisation
from base import timed
from host import Unsupported
from network import Activation, Dense
from outputs import accuracy_of, loss_of
from task import Fitted
from training import Training

HIDDEN = {"linear": "identity", "sigmoid": "logistic", "tanh": "tanh", "relu": "relu"}
NOTE_ON_ADAM = "scikit-learn's Adam adds epsilon before the bias correction: epsilon·√(1 − β2ᵗ) would be the same"


class GivenStart:
    """An estimator whose layers start with given weights. `_init_coef` is scikit-learn's own seam for it."""

    def _init_coef(self, fan_in, fan_out, dtype):
        weights, biases = self.start.pop(0)
        if weights.shape != (fan_in, fan_out):
            raise ValueError(f"Initial weights of shape {weights.shape} were given for a layer of {(fan_in, fan_out)}.")
        return numpy.array(weights, dtype=dtype), numpy.array(biases, dtype=dtype)


class CorrectedAdam(AdamOptimizer):
    """scikit-learn's Adam with epsilon where the specification has it, after the bias correction of the root."""

    def _get_updates(self, grads):
        given = self.epsilon
        try:
            self.epsilon = given * math.sqrt(1 - self.beta_2 ** (self.t + 1))
            return super()._get_updates(grads)
        finally:
            self.epsilon = given


class CorrectedStart(GivenStart):
    """The same, with the corrected Adam in place of the estimator's own."""

    def _fit_stochastic(self, *arguments, **options):
        if self.solver == "adam" and not hasattr(self, "_optimizer"):
            rates = self.learning_rate_init, self.beta_1, self.beta_2, self.epsilon
            self._optimizer = CorrectedAdam(self.coefs_ + self.intercepts_, *rates)
        super()._fit_stochastic(*arguments, **options)


class Classifier(GivenStart, MLPClassifier):
    """MLPClassifier with a given start."""


class Regressor(GivenStart, MLPRegressor):
    """MLPRegressor with a given start."""


class ParityClassifier(CorrectedStart, MLPClassifier):
    """MLPClassifier to be compared update by update."""


class ParityRegressor(CorrectedStart, MLPRegressor):
    """MLPRegressor to be compared update by update."""


def check(network, task):
    """The hidden activation in scikit-learn's word; raises Unsupported for what its estimators cannot express."""
    names = [step.name for step in network.steps if isinstance(step, Activation)]
    last = network.last_activation
    hidden = names if last == "linear" else names[:-1]
    layers = len(network.dense) - 1
    if "softmax" in hidden:
        raise Unsupported("activation softmax in a hidden layer")
    # No activation at all between two dense layers is the identity everywhere.
    if len(set(hidden)) > 1 or len(hidden) not in (0, layers) or has_double_activation(network):
        raise Unsupported("different activations in hidden layers")
    loss, units = network.training.loss, network.dense[-1].units
    expressible = {
        ("binary_cross_entropy", "sigmoid"): task.task == "binary" and units == 1,
        ("categorical_cross_entropy", "softmax"): task.task == "multiclass",
        ("mean_squared_error", "linear"): task.regression,
    }
    if (loss, last) not in expressible:
        raise Unsupported(f"loss {loss} with output activation {last}")
    if not expressible[loss, last]:
        raise Unsupported(f"loss {loss} with {units} outputs for a {task.task} task")
    if network.ensemble > 1 and task.initial_weights is not None:
        raise Unsupported("initial weights of an ensemble")
    return HIDDEN[hidden[0]] if hidden else "identity"


def has_double_activation(network):
    pairs = zip(network.steps, network.steps[1:])
    return any(isinstance(one, Activation) and isinstance(two, Activation) for one, two in pairs)


def starts(network, task, generator):
    """Weights and biases of each layer: the given ones, else drawn as scikit-learn draws them or as the layer says."""
    if task.initial_weights is not None:
        arrays = task.initial_weights
        if len(arrays) != 2 * len(network.dense):
            raise ValueError(f"The network takes {2 * len(network.dense)} arrays of initial weights, found {len(arrays)}.")
        return list(zip(arrays[::2], arrays[1::2]))
    drawn, inputs = [], task.train_x.shape[1]
    for step in network.dense:
        kind = "sklearn" if step.init == "default" else step.init
        drawn.append(initialisation.draw(kind, step.scale, inputs, step.units, network.hidden_sigmoid, generator))
        inputs = step.units
    return drawn


def estimator(network, hidden, task, generator):
    """The estimator. Its regression loss is half the squared error summed over outputs: rates and penalty make up for it."""
    options = network.training
    slope = 2 / task.outputs if task.regression else 1.0
    adam = options.optimizer == "adam"
    classifier, regressor = (ParityClassifier, ParityRegressor) if task.parity else (Classifier, Regressor)
    made = (regressor if task.regression else classifier)(
        hidden_layer_sizes=tuple(step.units for step in network.dense[:-1]),
        activation=hidden,
        solver="adam" if adam else "sgd",
        alpha=options.l2 / slope,
        batch_size=options.rows_an_update(len(task.train_x)),
        learning_rate_init=options.learning_rate * (1.0 if adam else slope),
        shuffle=False,
        random_state=generator,
        momentum=options.momentum if options.optimizer in ("momentum", "nesterov") else 0.0,
        nesterovs_momentum=options.optimizer == "nesterov",
        beta_1=options.beta1,
        beta_2=options.beta2,
        epsilon=options.epsilon / slope,
    )
    made.start = starts(network, task, generator)
    return made


class EstimatorTraining(Training):
    """One training of one estimator."""

    def __init__(self, network, hidden, task, seed):
        super().__init__(network.training, task)
        self.generator = numpy.random.RandomState(seed)
        self.model = estimator(network, hidden, task, self.generator)
        rows = len(task.train_x)
        self.order = numpy.arange(rows)
        # All rows at once have no order.
        self.shuffles = bool(self.options.shuffle) and self.options.rows_an_update(rows) < rows
        self.labels = task.train_y.ravel() if task.outputs == 1 else task.train_y
        # Half the squared error, the mean over outputs, is what scikit-learn reports for regression.
        self.loss_scale = 2.0 if task.regression else 1.0
        self.classes = {} if task.regression else {"classes": numpy.arange(task.classes)}

    def run(self):
        with warnings.catch_warnings(), numpy.errstate(all="ignore"):
            warnings.simplefilter("ignore", ConvergenceWarning)
            warnings.simplefilter("ignore", RuntimeWarning)
            return super().run()

    def one_epoch(self, epoch):
        """False when the weights or the loss are not finite."""
        x, y = self.task.train_x, self.labels
        if self.task.batch_order is not None:
            self.order = self.task.batch_order[epoch - 1]
            x, y = x[self.order], y[self.order]
        elif self.shuffles:
            self.order = shuffle(self.order, random_state=self.generator)
            x, y = x[self.order], y[self.order]
        try:
            self.model.partial_fit(x, y, **self.classes)
        except ValueError as error:
            if "non-finite" in str(error):
                return False
            raise
        if not numpy.isfinite(self.model.loss_):
            return False
        validation_loss, validation_accuracy = self.validate()
        self.history.add(self.model.loss_ * self.loss_scale, None, validation_loss, validation_accuracy)
        return validation_loss is None or numpy.isfinite(validation_loss)

    def validate(self):
        if self.task.validation_x is None:
            return None, None
        labels = self.task.validation_y
        predicted = self.predict(self.task.validation_x)
        wanted = not self.task.regression or self.stopping.watch == "validation_accuracy"
        accuracy = accuracy_of(predicted, labels, self.task) if wanted else None
        return loss_of(predicted, labels, self.task), accuracy

    def snapshot(self):
        return [weights.copy() for weights in self.model.coefs_], [biases.copy() for biases in self.model.intercepts_]

    def restore(self, snapshot):
        self.model.coefs_, self.model.intercepts_ = snapshot

    def predict(self, x):
        """Probabilities rows × classes, or values rows × outputs."""
        predicted = self.model.predict(x) if self.task.regression else self.model.predict_proba(x)
        return predicted.reshape(len(x), -1)

    def codes(self, x, layers):
        """What the first layers make of the rows."""
        activation = ACTIVATIONS[self.model.activation]
        for weights, biases in zip(self.model.coefs_[:layers], self.model.intercepts_[:layers]):
            x = x @ weights + biases
            activation(x)
        return x


def train(network, hidden, task, seed):
    """Trains one network and predicts."""
    work = EstimatorTraining(network, hidden, task, seed)
    best, fit_seconds = timed(work.run)
    with numpy.errstate(all="ignore"):
        output, predict_seconds = timed(lambda: work.predict(task.predict_x))
    stopped = work.stopped if numpy.isfinite(output).all() else "diverged"
    return Fitted(
        output,
        fit_seconds,
        predict_seconds,
        codes=work.codes(task.predict_x, dense_before(network)) if task.codes and network.code_steps else None,
        history=work.history.lists,
        epochs=work.epochs,
        best_epoch=best,
        stopped=stopped,
        parameters=sum(weights.size for weights in work.model.coefs_ + work.model.intercepts_),
        threads=task.threads,
        notes=notes_on(network.training, task),
    )


def dense_before(network):
    """How many dense layers lead to the code."""
    return sum(isinstance(step, Dense) for step in network.steps[: network.code_steps])


def notes_on(options, task):
    notes = [NOTE_ON_ADAM] if options.optimizer == "adam" and not task.parity else []
    if options.l2 and task.regression and task.outputs > 1:
        notes.append(f"the reported training loss holds the penalty {task.outputs} times, once an output")
    return notes
