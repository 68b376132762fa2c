"""What only a framework can know of its network; docs/engine-protocol.md says what each figure means."""

import copy

import torch
from torch import nn

GRADIENT_ROWS = 256
CHECKED_ROWS = 16
MOST_CHECKED_PARAMETERS = 1000
STEP = 1e-5
LEAST_GRADIENT = 1e-3


def gradient_norms(body, loss, x, y):
    """Length of the loss's gradient by each layer's parameters; module and random state stay as they are."""
    body, state = copy.deepcopy(body).train(), torch.get_rng_state()
    loss(body(x[:GRADIENT_ROWS]), y[:GRADIENT_ROWS]).backward()
    torch.set_rng_state(state)
    layers = [list(layer.parameters()) for layer in body]
    norms = [sum(weight.grad.double().square().sum() for weight in layer).sqrt().item() for layer in layers if layer]
    return {f"gradient_norm_{number}": norm for number, norm in enumerate(norms, 1)}


def gradient_error(body, loss, x, y):
    """Distance of back-propagation from numeric differences, for small networks in double; nothing where there is no slope to check."""
    if x.dtype != torch.float64 or sum(parameter.numel() for parameter in body.parameters()) > MOST_CHECKED_PARAMETERS:
        return {}
    body, state = copy.deepcopy(body).train(), torch.get_rng_state()
    x, y = x[:CHECKED_ROWS], y[:CHECKED_ROWS]

    def value():
        # Dropout must leave out the same units each time.
        torch.set_rng_state(state)
        return loss(body(x), y)

    value().backward()
    analytic = torch.cat([parameter.grad.flatten() for parameter in body.parameters()])
    with torch.no_grad():
        flat = [parameter.view(-1) for parameter in body.parameters()]
        numeric = torch.stack([derivative(value, weights, index) for weights in flat for index in range(len(weights))])
    torch.set_rng_state(state)
    size = (numeric.norm() + analytic.norm()).item()
    return {"gradient_error": (numeric - analytic).norm().item() / size} if size > LEAST_GRADIENT else {}


def derivative(value, weights, index):
    """By differences of fourth order, so that a step wide enough not to cancel is still exact enough."""
    original = weights[index].clone()

    def at(shift):
        weights[index] = original + shift
        result = value()
        weights[index] = original
        return result

    near = (at(STEP) - at(-STEP)) / (2 * STEP)
    far = (at(2 * STEP) - at(-2 * STEP)) / (4 * STEP)
    return (4 * near - far) / 3


@torch.no_grad()
def dead_units(module, x):
    """Share of ReLU units that are 0 on every row, the mean over the ReLU layers; 0 without such layers."""
    module.eval()
    shares = []
    for layer in module:
        x = layer(x)
        if isinstance(layer, nn.ReLU):
            shares.append((~(x > 0).any(0)).double().mean().item())
    return {"dead_units": sum(shares) / len(shares) if shares else 0.0}
