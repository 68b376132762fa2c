"""Bounds of the initialisations that the model specification names (InitializationKind)."""

import math

import numpy

NAMES = (
    "zero",
    "normal",
    "uniform",
    "xavier_uniform",
    "xavier_normal",
    "he_uniform",
    "he_normal",
    "sklearn",
    "torch",
)


def distribution(kind, scale, inputs, units, hidden_sigmoid):
    """The distribution's name, its σ or limit, and whether the biases are drawn alike; else they are zero."""
    both = inputs + units
    return {
        "zero": ("uniform", 0.0, False),
        "normal": ("normal", scale, False),
        "uniform": ("uniform", scale, False),
        "xavier_uniform": ("uniform", math.sqrt(6 / both), False),
        "xavier_normal": ("normal", math.sqrt(2 / both), False),
        "he_uniform": ("uniform", math.sqrt(6 / inputs), False),
        "he_normal": ("normal", math.sqrt(2 / inputs), False),
        "sklearn": ("uniform", math.sqrt((2 if hidden_sigmoid else 6) / both), True),
        "torch": ("uniform", 1 / math.sqrt(inputs), True),
    }[kind]


def draw(kind, scale, inputs, units, hidden_sigmoid, generator):
    """Weights inputs × units and biases, by a NumPy RandomState."""
    name, size, biases_too = distribution(kind, scale, inputs, units, hidden_sigmoid)

    def sample(shape):
        return generator.normal(0, size, shape) if name == "normal" else generator.uniform(-size, size, shape)

    weights = sample((inputs, units))
    return weights, sample(units) if biases_too else numpy.zeros(units)
