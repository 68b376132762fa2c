"""Builds and trains a network in PyTorch, the way its users write it."""

import math

import numpy
import torch
from torch import nn

import initialisation
import network as specification
import pytorch_measures as measures
from base import timed
from outputs import network_targets, probabilities
from task import Fitted
from training import Training

OPTIMIZERS = {
    "gradient_descent": lambda t, p: torch.optim.SGD(p, lr=t.learning_rate),
    "sgd": lambda t, p: torch.optim.SGD(p, lr=t.learning_rate),
    "momentum": lambda t, p: torch.optim.SGD(p, lr=t.learning_rate, momentum=t.momentum),
    "nesterov": lambda t, p: torch.optim.SGD(p, lr=t.learning_rate, momentum=t.momentum, nesterov=True),
    "rmsprop": lambda t, p: torch.optim.RMSprop(p, lr=t.learning_rate, alpha=t.rho, eps=t.epsilon),
    "adam": lambda t, p: torch.optim.Adam(p, lr=t.learning_rate, betas=(t.beta1, t.beta2), eps=t.epsilon),
    "adamw": lambda t, p: torch.optim.AdamW(
        p, lr=t.learning_rate, betas=(t.beta1, t.beta2), eps=t.epsilon, weight_decay=t.weight_decay
    ),
}

ACTIVATIONS = {
    "sigmoid": lambda step: nn.Sigmoid(),
    "tanh": lambda step: nn.Tanh(),
    "relu": lambda step: nn.ReLU(),
    "leaky_relu": lambda step: nn.LeakyReLU(step.slope),
    "gelu": lambda step: nn.GELU(),
    "softmax": lambda step: nn.Softmax(dim=1),
    "linear": lambda step: nn.Identity(),
}


class BatchNorm(nn.BatchNorm1d):
    """A batch of one row has no variance: it is normalised by the running statistics and leaves them as they are."""

    def forward(self, x):
        if self.training and len(x) == 1:
            running = self.running_mean, self.running_var
            return nn.functional.batch_norm(x, *running, self.weight, self.bias, False, 0.0, self.eps)
        return super().forward(x)


class Dropout(nn.Dropout):
    """Drops what given masks say while training, where there are some; `keeps` is epochs × rows × units."""

    keeps = None

    def visit(self, epoch, start):
        """The next batch is that of an epoch, from 1, whose first row is visited as the given one, from 0."""
        self.epoch, self.start = epoch - 1, start

    def forward(self, x):
        if self.keeps is None or not self.training:
            return super().forward(x)
        return x * self.keeps[self.epoch, self.start : self.start + len(x)] / (1 - self.p)


class ModuleTraining(Training):
    """One training of one module."""

    def __init__(self, network, task, seed):
        super().__init__(network.training, task)
        self.type = getattr(torch, task.precision)
        self.generator = torch.Generator().manual_seed(seed)
        torch.manual_seed(seed)
        self.module = build(network, task.train_x.shape[1]).to(self.type)
        if task.initial_weights is not None:
            set_weights(self.module, task.initial_weights)
        self.dropped = [layer for layer in self.module if isinstance(layer, Dropout)] if task.dropout_masks else []
        for layer, keeps in zip(self.dropped, task.dropout_masks or ()):
            layer.keeps = torch.from_numpy(keeps)
            layer.visit(1, 0)
        # Training ends at the logits where the loss can be computed from them.
        self.body = self.module[:-1] if network.loss_takes_logits else self.module
        self.threshold = 0.0 if network.loss_takes_logits else 0.5
        self.units = network.dense[-1].units
        self.weights = [layer.weight for layer in self.module if isinstance(layer, nn.Linear)]
        self.loss = loss_function(network)
        self.indices = isinstance(self.loss, nn.CrossEntropyLoss)
        self.optimizer = OPTIMIZERS[self.options.optimizer](self.options, self.module.parameters())
        self.x, self.y = self.tensors(task.train_x, task.train_y)
        self.validation = None if task.validation_x is None else self.tensors(task.validation_x, task.validation_y)

    def tensors(self, x, y):
        y = y if self.indices else network_targets(y, self.units, self.task)
        return torch.from_numpy(x), torch.from_numpy(y)

    def run(self):
        self.module.train()
        return super().run()

    def one_epoch(self, epoch):
        """False when a loss is not finite, before the update that it would lead to."""
        total, right, visited = 0.0, 0, 0
        for x, y in self.batches(epoch):
            rows = len(x)
            for layer in self.dropped:
                layer.visit(epoch, visited)
            visited += rows
            self.optimizer.zero_grad(set_to_none=True)
            output = self.body(x)
            loss = self.loss(output, y)
            if self.options.l2:
                squares = sum(weight.square().sum() for weight in self.weights)
                loss = loss + self.options.l2 / (2 * rows) * squares
            figure = loss.item()
            if not math.isfinite(figure):
                return False
            loss.backward()
            self.optimizer.step()
            total += figure * rows
            right += self.right(output.detach(), y)
        rows = len(self.x)
        accuracy = None if self.task.regression else right / rows
        validation_loss, validation_accuracy = self.validate()
        self.history.add(total / rows, accuracy, validation_loss, validation_accuracy)
        return validation_loss is None or math.isfinite(validation_loss)

    def batches(self, epoch):
        size = self.options.rows_an_update(len(self.x))
        given = self.task.batch_order
        if given is not None:
            order = torch.from_numpy(given[epoch - 1])
        elif self.options.shuffle and size < len(self.x):
            order = torch.randperm(len(self.x), generator=self.generator)
        else:
            # All rows at once have no order.
            return zip(self.x.split(size), self.y.split(size))
        return ((self.x[rows], self.y[rows]) for rows in order.split(size))

    def right(self, output, y):
        if self.task.regression:
            return 0
        if output.shape[1] == 1:
            return int(((output > self.threshold) == (y > 0.5)).sum())
        return int((output.argmax(1) == (y if self.indices else y.argmax(1))).sum())

    @torch.no_grad()
    def validate(self):
        if self.validation is None:
            return None, None
        x, y = self.validation
        self.module.eval()
        output = self.body(x)
        self.module.train()
        loss = self.loss(output, y).item()
        if self.task.regression:
            return loss, r_squared(output, y) if self.stopping.watch == "validation_accuracy" else None
        return loss, self.right(output, y) / len(x)

    def snapshot(self):
        return {name: tensor.clone() for name, tensor in self.module.state_dict().items()}

    def restore(self, snapshot):
        self.module.load_state_dict(snapshot)

    @torch.no_grad()
    def predict(self, x, dropout):
        self.module.eval()
        for layer in self.dropped:
            layer.keeps = None
        for layer in self.module:
            layer.train(dropout and isinstance(layer, nn.Dropout))
        x = torch.from_numpy(x)
        if self.task.regression or self.units > 1 or not isinstance(self.module[-1], nn.Sigmoid):
            return self.module(x).numpy()
        return both_classes(self.module[:-1](x)).numpy()

    @torch.no_grad()
    def codes(self, x, steps):
        """What the first steps make of the rows, in inference mode."""
        self.module.eval()
        return self.module[:steps](torch.from_numpy(x)).numpy()


def train(network, task, seed):
    """Trains one network and predicts."""
    work = ModuleTraining(network, task, seed)
    known = measures.gradient_norms(work.body, work.loss, work.x, work.y)
    if task.initial_weights is None:
        known.update(measures.gradient_error(work.body, work.loss, work.x, work.y))
    best, fit_seconds = timed(work.run)
    output, predict_seconds = timed(lambda: work.predict(task.predict_x, network.dropout_at_inference))
    known.update(measures.dead_units(work.module, work.x))
    stopped = work.stopped if numpy.isfinite(output).all() else "diverged"
    return Fitted(
        probabilities(output, task),
        fit_seconds,
        predict_seconds,
        codes=work.codes(task.predict_x, network.code_steps) if task.codes and network.code_steps else None,
        history=work.history.lists,
        epochs=work.epochs,
        best_epoch=best,
        stopped=stopped,
        parameters=sum(parameter.numel() for parameter in work.module.parameters()),
        threads=torch.get_num_threads(),
        measures=known,
    )


def build(network, inputs):
    """The layers in order, with their initial weights drawn from torch's own generator."""
    layers = []
    for step in network.steps:
        if isinstance(step, specification.Dense):
            layer = nn.Linear(inputs, step.units)
            initialise(layer, step, network.hidden_sigmoid)
            inputs = step.units
        elif isinstance(step, specification.BatchNorm):
            layer = BatchNorm(inputs, eps=step.epsilon, momentum=step.momentum)
        elif isinstance(step, specification.Dropout):
            layer = Dropout(step.rate)
        else:
            layer = ACTIVATIONS[step.name](step)
        layers.append(layer)
    return nn.Sequential(*layers)


def initialise(layer, step, hidden_sigmoid):
    """PyTorch's own start is what `default` means; the others are drawn over it."""
    if step.init == "default":
        return
    name, size, biases_too = initialisation.distribution(
        step.init, step.scale, layer.in_features, layer.out_features, hidden_sigmoid
    )
    nn.init.zeros_(layer.bias)
    for tensor in (layer.weight, layer.bias) if biases_too else (layer.weight,):
        nn.init.normal_(tensor, 0, size) if name == "normal" else nn.init.uniform_(tensor, -size, size)


@torch.no_grad()
def set_weights(module, arrays):
    """Copies given weights in: dense W (inputs × units) and b, batch normalisation scale and shift."""
    wanted = [tensor for layer in module if hasattr(layer, "weight") for tensor in (layer.weight, layer.bias)]
    if len(wanted) != len(arrays):
        raise ValueError(f"The network takes {len(wanted)} arrays of initial weights, found {len(arrays)}.")
    for tensor, array in zip(wanted, arrays):
        array = torch.from_numpy(array)
        tensor.copy_(array.t() if array.dim() == 2 else array)


def loss_function(network):
    loss = network.training.loss
    if loss == "mean_squared_error":
        return nn.MSELoss()
    if network.loss_takes_logits:
        return nn.BCEWithLogitsLoss() if loss == "binary_cross_entropy" else nn.CrossEntropyLoss()
    if loss == "binary_cross_entropy":
        return nn.BCELoss()
    return lambda output, y: -(y * output.log().clamp(min=-100)).sum(1).mean()


def both_classes(logits):
    """Probabilities of both classes from one logit: of a float just below one, 1 - p would have lost its digits."""
    return torch.cat([torch.sigmoid(-logits), torch.sigmoid(logits)], 1)


def r_squared(output, y):
    residual = (output - y).square().sum(0)
    spread = torch.where((y == y[0]).all(0), torch.zeros_like(y[0]), (y - y.mean(0)).square().sum(0))
    constant = torch.where(residual > 0, torch.zeros_like(spread), torch.ones_like(spread))
    return torch.where(spread > 0, 1 - residual / spread.clamp(min=1e-300), constant).mean().item()
