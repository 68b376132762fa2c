"""RealMLP in PyTorch; docs/model-spec.md gives the formulas."""

import math

import numpy
import torch
from torch import nn
from torch.nn import functional

from pytorch_tables import TableTraining, UnitDropout
from stopping import BestEpoch
from tabular import EMBEDDED_VALUES, EMBEDDING_WIDTH, FREQUENCIES, START_ROWS, Columns, flat_then_cosine

ACTIVATIONS = {"relu": functional.relu, "selu": functional.selu, "mish": functional.mish}


class NumericEmbedding(nn.Module):
    """Cosines of learnt frequencies and phases, and linear combinations of them, for each column apart."""

    def __init__(self, columns, frequency_scale):
        super().__init__()
        bound = FREQUENCIES**-0.5
        self.frequencies = nn.Parameter(frequency_scale * torch.randn(columns, FREQUENCIES))
        self.phases = nn.Parameter(torch.empty(columns, FREQUENCIES).uniform_(-math.pi, math.pi))
        self.combinations = nn.Parameter(torch.empty(columns, EMBEDDED_VALUES, FREQUENCIES).uniform_(-bound, bound))
        self.offsets = nn.Parameter(torch.empty(columns, EMBEDDED_VALUES).uniform_(-bound, bound))

    def forward(self, x):
        """Rows × columns to rows × (columns · 3)."""
        waves = torch.cos(2 * math.pi * x.unsqueeze(-1) * self.frequencies + self.phases)
        return (torch.einsum("rcf,cof->rco", waves, self.combinations) + self.offsets).flatten(1)


class ScaledLinear(nn.Module):
    """x·W/√inputs + b: the neural tangent parametrisation."""

    def __init__(self, inputs, units, zero=False):
        super().__init__()
        self.factor = inputs**-0.5
        self.weight = nn.Parameter(torch.zeros(inputs, units) if zero else torch.randn(inputs, units))
        self.bias = nn.Parameter(torch.zeros(units) if zero else torch.randn(units))

    def forward(self, x):
        return torch.addmm(self.bias, x, self.weight, alpha=self.factor)

    @torch.no_grad()
    def start_from(self, x):
        """Weighted sums of variance 1 over the rows, and for each unit a bias that puts its kink among five of them."""
        sums = x @ self.weight * self.factor
        spread = sums.std(0, unbiased=False)
        spread = torch.where(spread > 0, spread, torch.ones_like(spread))
        self.weight /= spread
        units = sums.shape[1]
        rows = torch.randint(len(x), (units, START_ROWS))
        shares = torch.empty(units, START_ROWS, dtype=x.dtype).exponential_()
        chosen = (sums / spread)[rows, torch.arange(units).unsqueeze(1)]
        self.bias.copy_(-(chosen * shares).sum(1) / shares.sum(1))


class HiddenActivation(nn.Module):
    """z + a·(f(z) − z) with an `a` learnt for each unit, or f(z)."""

    def __init__(self, name, units, parametric):
        super().__init__()
        self.function = ACTIVATIONS[name]
        self.strength = nn.Parameter(torch.ones(units)) if parametric else None

    def forward(self, z):
        curved = self.function(z)
        return curved if self.strength is None else z + self.strength * (curved - z)


class RealMlpModule(nn.Module):
    """From numbers (rows × numeric columns and indicators) and codes (rows × columns of codes, 0 for missing) to the outputs."""

    def __init__(self, spec, columns, outputs):
        super().__init__()
        self.numeric = len(columns.numeric)
        embeds = spec.numeric_embedding == "pbld" and self.numeric > 0
        self.embedding = NumericEmbedding(self.numeric, spec.frequency_scale) if embeds else None
        self.category_rows = nn.ParameterList(
            nn.Parameter(torch.randn(categories + 1, EMBEDDING_WIDTH)) for categories in columns.categories
        )
        width = len(columns.numbers) + len(columns.codes) * EMBEDDING_WIDTH
        width += self.numeric * EMBEDDED_VALUES if embeds else 0
        self.factors = nn.Parameter(torch.ones(width)) if spec.input_scale else None
        widths = [width, *spec.hidden]
        self.hidden = nn.ModuleList(ScaledLinear(*pair) for pair in zip(widths, widths[1:]))
        self.activations = nn.ModuleList(
            HiddenActivation(spec.activation, units, spec.parametric_activation) for units in spec.hidden
        )
        self.drops = nn.ModuleList(UnitDropout(spec.dropout, units) for units in spec.hidden if spec.dropout > 0)
        self.output = ScaledLinear(widths[-1], outputs, zero=spec.variant == "td_s")

    def first(self, numbers, codes):
        """What the first layer sees."""
        parts = [numbers] if self.embedding is None else [self.embedding(numbers[:, : self.numeric]), numbers]
        parts += [functional.embedding(codes[:, column], rows) for column, rows in enumerate(self.category_rows)]
        x = torch.cat(parts, 1)
        return x if self.factors is None else x * self.factors

    def forward(self, numbers, codes):
        x = self.first(numbers, codes)
        for number, (layer, activation) in enumerate(zip(self.hidden, self.activations)):
            x = activation(layer(x))
            if self.drops:
                x = self.drops[number](x)
        return self.output(x)

    @torch.no_grad()
    def start_from(self, numbers, codes):
        """Starts layer after layer from what the training rows make of those before."""
        x = self.first(numbers, codes)
        for layer, activation in zip(self.hidden, self.activations):
            layer.start_from(x)
            x = activation(layer(x))
        self.output.start_from(x)

    @property
    def embedding_arrays(self):
        embedding = self.embedding
        return [] if embedding is None else [embedding.frequencies, embedding.phases, embedding.combinations, embedding.offsets]

    @property
    def arrays(self):
        """The parameters in the order of the specification."""
        arrays = self.embedding_arrays + list(self.category_rows)
        arrays += [] if self.factors is None else [self.factors]
        for layer, activation in zip(self.hidden, self.activations):
            arrays += [layer.weight, layer.bias]
            arrays += [] if activation.strength is None else [activation.strength]
        return arrays + [self.output.weight, self.output.bias]


class RealMlpTraining(TableTraining):
    whole_batches = True

    def __init__(self, spec, task, seed):
        self.columns = Columns(task.features)
        super().__init__(spec, task, seed, BestEpoch(task.regression))
        self.module = RealMlpModule(spec, self.columns, task.outputs).to(self.type)
        if spec.variant == "td" and task.initial_weights is None:
            self.module.start_from(*self.x)
        self.begin(self.module.arrays)
        self.optimizer = torch.optim.Adam(self.groups(), lr=spec.learning_rate, betas=(0.9, 0.95), eps=1e-8)
        self.updates_an_epoch = len(self.y) // self.size
        self.lowest, self.highest = self.y.min(0)[0], self.y.max(0)[0]

    def inputs(self, x):
        codes = numpy.nan_to_num(x[:, self.columns.codes], nan=-1).astype(numpy.int64) + 1
        return torch.from_numpy(x[:, self.columns.numbers]), torch.from_numpy(codes)

    def groups(self):
        """Parameters by what their step size is multiplied by. The factor counts twice in the decay, as in the authors' code."""
        module = self.module
        layers = [*module.hidden, module.output]
        strengths = [activation.strength for activation in module.activations if activation.strength is not None]
        groups = [
            (1, 1, [layer.weight for layer in layers] + list(module.category_rows)),
            (6, 36, [] if module.factors is None else [module.factors]),
            (0.1, 0.01, module.embedding_arrays + strengths),
            (0.1, 0, [layer.bias for layer in layers]),
        ]
        return [{"params": params, "factor": factor, "decay": decay} for factor, decay, params in groups if params]

    def before_update(self, epoch, visited):
        done = (epoch - 1) * self.updates_an_epoch + visited // self.size
        share = done / (self.spec.epochs * self.updates_an_epoch)
        rate, self.damping = self.spec.rate_at(share), flat_then_cosine(share)
        self.decay = rate * self.spec.weight_decay * self.damping
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["factor"]
        for layer in self.module.drops:
            layer.p = self.spec.dropout * self.damping

    @torch.no_grad()
    def before_step(self):
        for group in self.optimizer.param_groups:
            if self.decay * group["decay"] == 0:
                continue
            for parameter in group["params"]:
                parameter.mul_(1 - self.decay * group["decay"])

    def loss(self, outputs, y):
        if self.task.regression:
            return functional.mse_loss(outputs, y)
        return functional.cross_entropy(outputs, y, label_smoothing=self.spec.label_smoothing)

    def validation_loss(self, outputs, y):
        if self.task.regression:
            return functional.mse_loss(self.predictions(outputs), y)
        return functional.cross_entropy(outputs, y)

    def predictions(self, outputs):
        """Probabilities, or values, which `td` holds in the range of the training targets."""
        if not self.task.regression:
            return torch.softmax(outputs, 1)
        return torch.min(torch.max(outputs, self.lowest), self.highest) if self.spec.clamps else outputs
