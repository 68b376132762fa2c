"""Reconstructions with their codes, held against the formulas."""

import numpy

from .conversation import Data, network


def reconstruction(engine, model, weights=None):
    """Data, the `fitted` reply, predictions and codes of a reconstruction in double precision."""
    data = Data(seed=3)
    data.y = data.x
    given = {} if weights is None else {"initial_weights": weights}
    request = engine.fit_request(model, data, task="reconstruction", precision="float64", codes=True, **given)
    reply = engine.ask(request)
    if reply["type"] != "fitted":
        raise AssertionError(f"{reply['type']}: {reply.get('missing') or reply.get('reason')}")
    return data, reply, numpy.load(request["arrays"]["predictions"]), numpy.load(request["arrays"]["codes"])


def network_differences(engine):
    """How far codes and predictions of an untrained 4-3-2-3-4 are from the formulas."""
    generator = numpy.random.RandomState(5)
    widths = (4, 3, 2, 3, 4)
    shapes = [shape for one, two in zip(widths, widths[1:]) for shape in ((one, two), (two,))]
    weights = [generator.normal(size=shape) for shape in shapes]
    layers = [(3, "tanh"), (2, "tanh"), (3, "tanh"), (4, "linear")]
    model = network(layers, "mean_squared_error", "sgd", epochs=1, learning_rate=1e-14)
    data, _, predictions, codes = reconstruction(engine, model, weights)
    expected = numpy.tanh(numpy.tanh(data.test_x @ weights[0] + weights[1]) @ weights[2] + weights[3])
    back = numpy.tanh(expected @ weights[4] + weights[5]) @ weights[6] + weights[7]
    return numpy.abs(codes - expected).max(), numpy.abs(predictions - back).max()
