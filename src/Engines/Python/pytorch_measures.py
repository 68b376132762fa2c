"""What only a framework can know of its network; docs/engine-protocol.md says what each figure means."""

import copy

import torch
from torch import nn

GRADIENT_ROWS = 256


def gradient_norms(body, loss, x, y):
    """Lengths of the loss's gradient by the first and the last layer's weights; module and random state stay as they are."""
    body, state = copy.deepcopy(body).train(), torch.get_rng_state()
    loss(body(x[:GRADIENT_ROWS]), y[:GRADIENT_ROWS]).backward()
    torch.set_rng_state(state)
    layers = [list(layer.parameters()) for layer in body]
    norms = [sum(weight.grad.double().square().sum() for weight in layer).sqrt().item() for layer in layers if layer]
    return {"gradient_norm_first": norms[0], "gradient_norm_last": norms[-1]}


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
