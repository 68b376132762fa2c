"""The forward passes of RealMLP and TabM in plain NumPy, array by array from the specification."""

import numpy


def selu(z):
    return 1.0507009873554805 * numpy.where(z > 0, z, 1.6732632423543772 * (numpy.exp(numpy.minimum(z, 0)) - 1))


def mish(z):
    return z * numpy.tanh(numpy.log(1 + numpy.exp(z)))


def softmax(z):
    powers = numpy.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def realmlp(arrays, x, numeric, indicators, codes, curve, pbld=True, parametric=True):
    """Outputs rows × outputs; `numeric`, `indicators` and `codes` are the columns of x of each kind."""
    arrays = list(arrays)
    parts = []
    if pbld:
        w, phase, v, c = (arrays.pop(0) for _ in range(4))
        for number, column in enumerate(numeric):
            waves = numpy.cos(2 * numpy.pi * x[:, column, None] * w[number] + phase[number])
            parts.append(waves @ v[number].T + c[number])
    parts += [x[:, [column]] for column in (*numeric, *indicators)]
    for column in codes:
        rows = arrays.pop(0)
        parts.append(rows[[0 if numpy.isnan(code) else int(code) + 1 for code in x[:, column]]])
    values = numpy.concatenate(parts, axis=1) * arrays.pop(0)
    while True:
        weight, bias = arrays.pop(0), arrays.pop(0)
        z = values @ weight / len(weight) ** 0.5 + bias
        if not arrays:
            return z
        strength = arrays.pop(0) if parametric else 1
        values = z + strength * (curve(z) - z)


def tabm(arrays, x):
    """Outputs members × rows × outputs."""
    *hidden, heads, offsets = arrays
    outputs = []
    for member in range(len(heads)):
        values = x
        for start in range(0, len(hidden), 4):
            weight, r, s, bias = hidden[start : start + 4]
            values = numpy.maximum(s[member] * ((r[member] * values) @ weight) + bias[member], 0)
        outputs.append(values @ heads[member] + offsets[member])
    return numpy.array(outputs)
