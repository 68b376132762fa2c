"""Small networks with given weights and batch order, for an engine and for the plain reference alike."""

import numpy

from . import reference
from .conversation import Data

ROWS, FEATURES, EPOCHS, BATCH = 29, 4, 12, 7


class Case:
    """One network: `widths` of (units, activation), batch norm or dropout after the hidden layers if asked for.

    With `native` the formulas are those of Keras and of scikit-learn themselves, and the engine is to keep its own.
    """

    def __init__(
        self,
        widths,
        loss,
        task="binary",
        classes=2,
        batch_norm=False,
        optimizer="sgd",
        rate=0.05,
        rows=ROWS,
        dropout=None,
        native=False,
        **train,
    ):
        self.native, self.masks = native, []
        generator = numpy.random.RandomState(3)
        self.task, self.classes = task, classes
        self.data = Data(task, rows=rows, features=FEATURES, classes=classes, seed=5, outputs=widths[-1][0])
        self.weights, self.layers, spec, inputs = [], [], [], FEATURES
        for number, (units, activation) in enumerate(widths):
            w, b = generator.normal(0, 0.5, (inputs, units)), generator.normal(0, 0.1, units)
            self.weights += [w, b]
            normed = batch_norm and number + 1 < len(widths)
            self.layers.append(reference.Dense(w, b, "linear" if normed else activation))
            spec.append({"layer": "dense", "units": units, "activation": "linear" if normed else activation})
            if normed:
                scale, shift = generator.uniform(0.5, 1.5, units), generator.normal(0, 0.1, units)
                self.weights += [scale, shift]
                norm = reference.BatchNorm(scale, shift, keeps_biased_variance=native)
                self.layers += [norm, reference.Activation(activation)]
                spec += [{"layer": "batch_norm"}, {"layer": "activation", "activation": activation}]
            if dropout is not None and number + 1 < len(widths):
                self.masks.append((generator.uniform(size=(EPOCHS * rows, units)) >= dropout).astype(numpy.int32))
                self.layers.append(reference.Dropout(dropout, self.masks[-1]))
                spec.append({"layer": "dropout", "rate": dropout})
            inputs = units
        self.order = numpy.array([generator.permutation(rows) for _ in range(EPOCHS)])
        members = {"loss": loss, "optimizer": optimizer, "learning_rate": rate, "epochs": EPOCHS, "batch_size": BATCH}
        self.loss, self.optimizer, self.rate, self.train = loss, optimizer, rate, train
        self.model = {"kind": "network", "layers": spec, "train": dict(members, **train)}

    def by_reference(self):
        """Losses of the epochs, and the network's final outputs."""
        data = self.data
        units = len(self.weights[-1])
        if self.task == "regression":
            t = data.y
        else:
            t = data.y[:, None].astype(float) if units == 1 else numpy.eye(units)[data.y]
        train = self.train
        epsilon, decay = train.get("epsilon", 1e-8), train.get("weight_decay", 0.0)
        update = reference.Update(self.optimizer, self.rate, epsilon=epsilon, decay=decay, epsilon_first=self.native)
        batch = len(data.x) if self.optimizer == "gradient_descent" else BATCH
        losses = reference.train(self.layers, self.loss, update, data.x, t, self.order, batch, train.get("l2", 0.0))
        output = reference.predict(self.layers, data.test_x)
        if self.task != "regression" and units == 1:
            output = numpy.concatenate([1 - output, output], axis=1)
        return losses, output

    def by_engine(self, conversation, precision="float64"):
        """The same from an engine."""
        reply, predictions = conversation.fit(
            self.model,
            self.data,
            task=self.task,
            classes=self.classes,
            precision=precision,
            initial_weights=self.weights,
            batch_order=self.order,
            dropout_masks=self.masks,
            native=self.native,
        )
        return reply["history"]["loss"], predictions

    def differences(self, conversation, precision="float64"):
        """The largest relative difference of the losses and the largest difference of the predictions."""
        losses, predictions = self.by_engine(conversation, precision)
        wanted_losses, wanted = self.by_reference()
        relative = numpy.abs(numpy.array(losses) / wanted_losses - 1).max()
        return relative, numpy.abs(predictions - wanted).max()
