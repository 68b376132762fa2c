"""What the networks for tables have in common in PyTorch: their training loop, given weights and given masks."""

import math

import numpy
import torch

from base import timed
from pytorch_network import Dropout
from task import Fitted
from training import Training

ROWS_A_FORWARD_PASS = 1024


class TableTraining(Training):
    """One training of one network for tables. A subclass has `module`, `optimizer`, `loss`, `validation_loss` and `predictions`."""

    whole_batches = False

    def __init__(self, spec, task, seed, stopping=None):
        super().__init__(spec, task, stopping)
        self.spec = spec
        self.type = getattr(torch, task.precision)
        self.generator = torch.Generator().manual_seed(seed)
        torch.manual_seed(seed)
        self.x, self.y = self.inputs(task.train_x), torch.from_numpy(task.train_y)
        self.validation = None
        if task.validation_x is not None:
            self.validation = self.inputs(task.validation_x), torch.from_numpy(task.validation_y)
        self.size = min(spec.batch_size, len(self.y))

    def inputs(self, x):
        """The tensors that the module takes, each with a row for each row."""
        return (torch.from_numpy(x),)

    def begin(self, arrays):
        """Puts given weights and masks in place; `arrays` are the parameters in the order of the specification."""
        if self.task.initial_weights is not None:
            set_arrays(arrays, self.task.initial_weights)
        self.dropouts = [layer for layer in self.module.modules() if isinstance(layer, UnitDropout)]
        masks, layers = self.task.dropout_masks, self.dropouts
        if masks is None:
            return
        if len(masks) != len(layers):
            raise ValueError(f"The network takes {len(layers)} arrays of dropout masks, found {len(masks)}.")
        for number, (layer, keeps) in enumerate(zip(layers, masks)):
            if keeps.shape[2] != layer.units:
                raise ValueError(f"dropout_masks[{number}] has {keeps.shape[2]} columns, not {layer.units}.")
            layer.keeps = torch.from_numpy(keeps)

    def one_epoch(self, epoch):
        """False when a loss is not finite, before the update that it would lead to."""
        self.module.train()
        total, visited = 0.0, 0
        for rows in self.batches(epoch):
            self.before_update(epoch, visited)
            for layer in self.dropouts:
                layer.visit(epoch, visited)
            self.optimizer.zero_grad(set_to_none=True)
            loss = self.loss(self.module(*(part[rows] for part in self.x)), self.y[rows])
            figure = loss.item()
            if not math.isfinite(figure):
                return False
            loss.backward()
            self.before_step()
            self.optimizer.step()
            visited += len(rows)
            total += figure * len(rows)
        validation_loss, validation_accuracy = self.validate()
        self.history.add(total / visited, None, validation_loss, validation_accuracy)
        return validation_loss is None or math.isfinite(validation_loss)

    def before_update(self, epoch, visited):
        """Sets what follows a schedule; `visited` rows of the epoch, counted from 1, are done."""

    def before_step(self):
        """Changes parameters after the gradient and before the optimizer's step."""

    def batches(self, epoch):
        given = self.task.batch_order
        rows = len(self.y)
        order = torch.randperm(rows, generator=self.generator) if given is None else torch.from_numpy(given[epoch - 1])
        if self.whole_batches:
            order = order[: rows // self.size * self.size]
        return order.split(self.size)

    @torch.no_grad()
    def outputs(self, inputs):
        """The module's outputs in inference mode; many rows would fill the memory at once."""
        self.module.eval()
        return torch.cat([self.module(*parts) for parts in zip(*(part.split(ROWS_A_FORWARD_PASS) for part in inputs))])

    def validate(self):
        if self.validation is None:
            return None, None
        inputs, y = self.validation
        outputs = self.outputs(inputs)
        loss = self.validation_loss(outputs, y).item()
        if self.task.regression:
            return loss, None
        return loss, int((self.predictions(outputs).argmax(1) == y).sum()) / len(y)

    def snapshot(self):
        return {name: tensor.clone() for name, tensor in self.module.state_dict().items()}

    def restore(self, snapshot):
        self.module.load_state_dict(snapshot)

    def predict(self, x):
        return self.predictions(self.outputs(self.inputs(x))).numpy()

    def fitted(self):
        """Trains and predicts."""
        best, fit_seconds = timed(self.run)
        predictions, predict_seconds = timed(lambda: self.predict(self.task.predict_x))
        return Fitted(
            predictions,
            fit_seconds,
            predict_seconds,
            history=self.history.lists,
            epochs=self.epochs,
            best_epoch=best,
            stopped=self.stopped if numpy.isfinite(predictions).all() else "diverged",
            parameters=sum(parameter.numel() for parameter in self.module.parameters()),
            threads=torch.get_num_threads(),
        )


class UnitDropout(Dropout):
    """Dropout of so many units a row; its rate may change between updates."""

    def __init__(self, rate, units):
        super().__init__(rate)
        self.units = units

    def forward(self, x):
        # Given masks hold the units of all members one after another.
        return super().forward(x.flatten(1)).view_as(x)


@torch.no_grad()
def set_arrays(parameters, arrays):
    """Copies given arrays into the parameters, shape by shape."""
    if len(parameters) != len(arrays):
        raise ValueError(f"The network takes {len(parameters)} arrays of initial weights, found {len(arrays)}.")
    for number, (parameter, array) in enumerate(zip(parameters, arrays)):
        if tuple(parameter.shape) != array.shape:
            raise ValueError(f"initial_weights[{number}] has shape {array.shape}, not {tuple(parameter.shape)}.")
        parameter.copy_(torch.from_numpy(array))
