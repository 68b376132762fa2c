"""Builds and trains a network in Keras 3, by `compile` and `fit` as its users do."""

import math

import keras
import numpy

import initialisation
import network as specification
from base import timed
from keras_parts import VERSION, AlwaysDropout, GivenDropout, WeightPenalty, batch_normalization, optimizer
from outputs import network_targets, probabilities
from stopping import EarlyStopping
from task import Fitted, History

# Keras before 3.2 takes no threshold of zero.
JUST_ABOVE_ZERO = 1e-30
NOTE_ON_ADAM = "Keras's Adam adds epsilon before the bias correction: epsilon·√(1 − β2ᵗ) would be the same"
NOTE_ON_RMSPROP = "Keras's RMSProp adds epsilon under the root: the square of the specification's is given"
NOTE_ON_BATCH_NORM = (
    "Keras's batch normalisation keeps the biased variance of a batch, and normalises a batch of one row by itself"
)

def activation_layer(step):
    if step.name == "leaky_relu":
        return keras.layers.LeakyReLU(negative_slope=step.slope)
    if step.name == "gelu":
        return keras.layers.Activation(lambda z: keras.activations.gelu(z, approximate=False))
    return keras.layers.Activation(step.name)


def initializers(step, inputs, hidden_sigmoid):
    """Initialisers of kernel and bias; Keras's own are what `default` means."""
    if step.init == "default":
        return {}
    name, size, biases_too = initialisation.distribution(step.init, step.scale, inputs, step.units, hidden_sigmoid)

    def drawn():
        if size == 0:
            return keras.initializers.Zeros()
        if name == "normal":
            return keras.initializers.RandomNormal(0.0, size)
        return keras.initializers.RandomUniform(-size, size)

    return {
        "kernel_initializer": drawn(),
        "bias_initializer": drawn() if biases_too else keras.initializers.Zeros(),
    }


def layers_of(network, inputs, parity):
    """The layers in order."""
    layers = []
    for step in network.steps:
        if isinstance(step, specification.Dense):
            start = initializers(step, inputs, network.hidden_sigmoid)
            layers.append(keras.layers.Dense(step.units, **start))
            inputs = step.units
        elif isinstance(step, specification.BatchNorm):
            layers.append(batch_normalization(step, parity))
        elif isinstance(step, specification.Dropout):
            layers.append(keras.layers.Dropout(step.rate))
        else:
            layers.append(activation_layer(step))
    return layers


def set_weights(layers, arrays):
    """Copies given weights in: dense W (inputs × units) and b, batch normalisation scale and shift."""
    left = list(arrays)
    for layer in layers:
        if not layer.weights:
            continue
        if len(left) < 2:
            raise ValueError(f"Too few arrays of initial weights: {len(arrays)}.")
        start, left = left[:2], left[2:]
        moving = [keras.ops.convert_to_numpy(weight) for weight in layer.weights[2:]]
        layer.set_weights(start + (moving if isinstance(layer, keras.layers.BatchNormalization) else []))
    if left:
        raise ValueError(f"Too many arrays of initial weights: {len(arrays)}.")


def loss_and_accuracy(network, task):
    """Keras's loss, its accuracy metric, and whether targets are class indices."""
    loss, logits = network.training.loss, network.loss_takes_logits
    one = network.dense[-1].units == 1
    if loss == "categorical_cross_entropy":
        metric = keras.metrics.SparseCategoricalAccuracy("accuracy")
        return keras.losses.SparseCategoricalCrossentropy(from_logits=logits), metric, True
    metric = keras.metrics.BinaryAccuracy("accuracy", threshold=JUST_ABOVE_ZERO if logits else 0.5)
    metric = metric if one else keras.metrics.CategoricalAccuracy("accuracy")
    made = keras.losses.MeanSquaredError() if loss == "mean_squared_error" else keras.losses.BinaryCrossentropy(logits)
    return made, None if task.regression else metric, False


def with_masks(inputs, masks):
    """What a model takes: its inputs, and beside them the masks of its dropout layers where those are given."""
    return [inputs, *masks] if masks else inputs


class Training(keras.callbacks.Callback):
    """One training of one network, and what is done after each of its epochs."""

    def __init__(self, network, task, seed):
        super().__init__()
        if keras.backend.backend() == "tensorflow":
            # Its graphs would pile up from fit to fit.
            keras.utils.clear_session()
        keras.config.set_floatx(task.precision)
        # The name that Keras 3.0 has too.
        keras.mixed_precision.set_dtype_policy(task.precision)
        keras.utils.set_random_seed(seed)
        self.task, self.options = task, network.training
        self.stopping = EarlyStopping(self.options.early_stopping, task.validation_x is not None)
        self.history_of_epochs = History()
        self.epochs, self.stopped = 0, "completed"
        self.batch = self.options.rows_an_update(len(task.train_x))
        self.build(network)

    def build(self, network):
        """The trained model ends at the logits where the loss takes them; the predicting one ends at the outputs."""
        inputs = keras.Input((self.task.train_x.shape[1],), dtype=self.task.precision)
        self.layers = layers_of(network, inputs.shape[1], self.task.parity)
        outputs, predicted, trained, keeps = inputs, inputs, None, []
        for layer in self.layers:
            trained = outputs
            drops = isinstance(layer, keras.layers.Dropout)
            if drops and self.task.dropout_masks:
                keeps.append(keras.Input((outputs.shape[-1],), dtype=self.task.precision))
                outputs = GivenDropout(layer.rate)([outputs, keeps[-1]])
            else:
                outputs = layer(outputs)
            always = network.dropout_at_inference and drops
            predicted = AlwaysDropout(layer.rate)(predicted) if always else layer(predicted)
        trained = trained if network.loss_takes_logits else outputs
        if self.options.l2:
            dense = [layer for layer in self.layers if isinstance(layer, keras.layers.Dense)]
            trained = WeightPenalty(self.options.l2, lambda: [layer.kernel for layer in dense])(trained)
        self.trained = keras.Model(with_masks(inputs, keeps), trained)
        self.predicting = keras.Model(inputs, predicted)
        if self.task.initial_weights is not None:
            set_weights(self.layers, self.task.initial_weights)
        loss, metric, self.indices = loss_and_accuracy(network, self.task)
        metrics = [] if metric is None else [metric]
        self.trained.compile(optimizer=optimizer(self.options, self.task.parity), loss=loss, metrics=metrics)
        self.units = network.dense[-1].units

    def targets(self, y):
        return y if self.indices else network_targets(y, self.units, self.task)

    def run(self):
        """Trains by one `fit`, or by one an epoch where the batch order is given."""
        x, y = self.task.train_x, self.targets(self.task.train_y)
        options = {"batch_size": self.batch, "verbose": 0, "callbacks": [self]}
        if self.task.validation_x is not None:
            # Nothing is dropped at inference, so that there any mask will do.
            unused = [numpy.ones((len(self.task.validation_x), mask.shape[2])) for mask in self.task.dropout_masks or ()]
            held = with_masks(self.task.validation_x, unused), self.targets(self.task.validation_y)
            options.update(validation_data=held, validation_batch_size=len(self.task.validation_x))
        if self.task.batch_order is None:
            shuffle = bool(self.options.shuffle) and self.batch < len(x)
            self.trained.fit(x, y, epochs=self.options.epochs, shuffle=shuffle, **options)
        else:
            for epoch, order in enumerate(self.task.batch_order[: self.options.epochs]):
                visited = with_masks(x[order], [mask[epoch] for mask in self.task.dropout_masks or ()])
                self.trained.fit(visited, y[order], epochs=1, shuffle=False, **options)
                if self.stopped != "completed":
                    break
        best = self.stopping.restored(self.epochs)
        if best is not None:
            self.trained.set_weights(self.stopping.best_weights)
        return best

    def on_epoch_end(self, epoch, logs=None):
        """Keeps the figures and decides whether to go on."""
        held = logs.get("val_loss")
        if not math.isfinite(logs["loss"]) or (held is not None and not math.isfinite(held)):
            return self.stop("diverged")
        self.epochs += 1
        accuracy = logs.get("val_accuracy")
        if self.task.regression and held is not None and self.stopping.watch == "validation_accuracy":
            accuracy = 1 - held / float(numpy.var(self.task.validation_y, axis=0).mean())
        self.history_of_epochs.add(logs["loss"], logs.get("accuracy"), held, accuracy)
        if self.stopping.should_stop(self.epochs, self.history_of_epochs, self.trained.get_weights):
            return self.stop("converged" if self.stopping.watch == "training_loss" else "early")
        self.task.report(self.epochs, logs["loss"], held)

    def stop(self, reason):
        self.stopped = reason
        self.trained.stop_training = True

    def predict(self, x):
        return self.predicting.predict(x, batch_size=min(len(x), 4096) or 1, verbose=0)


class WeighingTraining(Training):
    """Keras before 3.3 reports the plain mean of the batches' losses: here a shorter last batch counts by its rows."""

    def on_epoch_begin(self, epoch, logs=None):
        self.seen, self.sum_of_means, self.weighed = 0, 0.0, 0.0

    def on_train_batch_end(self, batch, logs=None):
        sum_of_means = (batch + 1) * logs["loss"]
        rows = min(self.batch, len(self.task.train_x) - self.seen)
        self.weighed += rows * (sum_of_means - self.sum_of_means)
        self.seen, self.sum_of_means = self.seen + rows, sum_of_means

    def on_epoch_end(self, epoch, logs=None):
        super().on_epoch_end(epoch, dict(logs, loss=self.weighed / self.seen))


def notes_on(network, task):
    options = network.training
    notes = [NOTE_ON_ADAM] if options.optimizer in ("adam", "adamw") and not task.parity else []
    notes += [NOTE_ON_RMSPROP] if options.optimizer == "rmsprop" else []
    normed = any(isinstance(step, specification.BatchNorm) for step in network.steps)
    notes += [NOTE_ON_BATCH_NORM] if normed and not task.parity else []
    return notes


def train(network, task, seed):
    """Trains one network and predicts."""
    work = (WeighingTraining if VERSION < (3, 3) else Training)(network, task, seed)
    best, fit_seconds = timed(work.run)
    output, predict_seconds = timed(lambda: work.predict(task.predict_x))
    stopped = work.stopped if numpy.isfinite(output).all() else "diverged"
    return Fitted(
        probabilities(output, task),
        fit_seconds,
        predict_seconds,
        history=work.history_of_epochs.lists,
        epochs=work.epochs,
        best_epoch=best,
        stopped=stopped,
        parameters=sum(int(numpy.prod(weight.shape)) for weight in work.trained.trainable_weights),
        threads=task.threads,
        notes=notes_on(network, task),
    )
