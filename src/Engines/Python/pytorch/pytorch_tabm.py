"""TabM in PyTorch; docs/model-spec.md gives the formulas."""

import math

import torch
from torch import nn
from torch.nn import functional

from pytorch_tables import TableTraining, UnitDropout


class SharedLinear(nn.Module):
    """s ∘ ((r ∘ x)·W) + b for each member: W is shared, the factors r and s and the biases b are a member's own."""

    def __init__(self, members, inputs, units, first):
        super().__init__()
        bound = inputs**-0.5
        self.weight = nn.Parameter(torch.empty(inputs, units).uniform_(-bound, bound))
        signs = torch.randint(2, (members, inputs)) * 2.0 - 1
        self.input_factors = nn.Parameter(signs if first else torch.ones(members, inputs))
        self.output_factors = nn.Parameter(torch.ones(members, units))
        self.bias = nn.Parameter(torch.empty(units).uniform_(-bound, bound).repeat(members, 1))

    def forward(self, x):
        """Rows × members × inputs to rows × members × units; one input for all members is rows × 1 × inputs."""
        return (x * self.input_factors) @ self.weight * self.output_factors + self.bias


class Heads(nn.Module):
    """x·H + g for each member, all its own."""

    def __init__(self, members, inputs, outputs):
        super().__init__()
        bound = inputs**-0.5
        self.weight = nn.Parameter(torch.empty(members, inputs, outputs).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(members, outputs).uniform_(-bound, bound))

    def forward(self, x):
        return torch.einsum("rmi,mio->rmo", x, self.weight) + self.bias


class TabMModule(nn.Module):
    """From inputs (rows × columns) to each member's outputs (rows × members × outputs)."""

    def __init__(self, spec, inputs, outputs):
        super().__init__()
        widths = [inputs, *spec.hidden]
        self.hidden = nn.ModuleList(
            SharedLinear(spec.members, *pair, first=number == 0) for number, pair in enumerate(zip(widths, widths[1:]))
        )
        self.drops = nn.ModuleList(
            UnitDropout(spec.dropout, spec.members * units) for units in spec.hidden if spec.dropout > 0
        )
        self.heads = Heads(spec.members, widths[-1], outputs)

    def forward(self, x):
        x = x.unsqueeze(1)
        for number, layer in enumerate(self.hidden):
            x = functional.relu(layer(x))
            if self.drops:
                x = self.drops[number](x)
        return self.heads(x)

    @property
    def arrays(self):
        """The parameters in the order of the specification."""
        shared = [[layer.weight, layer.input_factors, layer.output_factors, layer.bias] for layer in self.hidden]
        return [*sum(shared, []), self.heads.weight, self.heads.bias]


class TabMTraining(TableTraining):
    def __init__(self, spec, task, seed):
        # Without validation rows there is no early stopping.
        spec.early_stopping = spec.patience_rule if task.validation_x is not None else None
        super().__init__(spec, task, seed)
        self.module = TabMModule(spec, task.train_x.shape[1], task.outputs).to(self.type)
        self.begin(self.module.arrays)
        biases = [layer.bias for layer in (*self.module.hidden, self.module.heads)]
        others = [parameter for parameter in self.module.parameters() if all(parameter is not bias for bias in biases)]
        groups = [{"params": others}, {"params": biases, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=spec.learning_rate, weight_decay=spec.weight_decay)

    def loss(self, outputs, y):
        """The mean of the members' losses."""
        members = outputs.shape[1]
        if self.task.regression:
            return functional.mse_loss(outputs, y.unsqueeze(1).expand_as(outputs))
        return functional.cross_entropy(outputs.flatten(0, 1), y.repeat_interleave(members))

    def validation_loss(self, outputs, y):
        """The loss of the mean prediction; of probabilities by their logarithms, which cannot underflow."""
        if self.task.regression:
            return functional.mse_loss(outputs.mean(1), y)
        logarithms = torch.logsumexp(torch.log_softmax(outputs, 2), 1) - math.log(outputs.shape[1])
        return functional.nll_loss(logarithms, y)

    def predictions(self, outputs):
        return outputs.mean(1) if self.task.regression else torch.softmax(outputs, 2).mean(1)
