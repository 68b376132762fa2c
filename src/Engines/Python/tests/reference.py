"""A plain network in NumPy, float64, written from the formulas: what the engines' numbers are compared with."""

import numpy


def forward_activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + numpy.exp(-z))
    if name == "tanh":
        return numpy.tanh(z)
    if name == "relu":
        return numpy.maximum(z, 0)
    if name == "leaky_relu":
        return numpy.where(z > 0, z, 0.01 * z)
    if name == "softmax":
        e = numpy.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    return z


def slope(name, z, a):
    if name == "sigmoid":
        return a * (1 - a)
    if name == "tanh":
        return 1 - a * a
    if name == "relu":
        return (z > 0).astype(float)
    if name == "leaky_relu":
        return numpy.where(z > 0, 1.0, 0.01)
    return numpy.ones_like(z)


class Dense:
    def __init__(self, weights, biases, activation):
        self.parameters = [weights.copy(), biases.copy()]
        self.activation = activation

    def forward(self, x, training):
        self.x = x
        self.z = x @ self.parameters[0] + self.parameters[1]
        self.a = forward_activation(self.activation, self.z)
        return self.a

    def backward(self, gradient):
        if self.activation == "softmax":
            gradient = self.a * (gradient - (gradient * self.a).sum(axis=1, keepdims=True))
        else:
            gradient = gradient * slope(self.activation, self.z, self.a)
        self.gradients = [self.x.T @ gradient, gradient.sum(axis=0)]
        return gradient @ self.parameters[0].T

    def penalise(self, strength):
        self.gradients[0] = self.gradients[0] + strength * self.parameters[0]
        return strength / 2 * (self.parameters[0] ** 2).sum()


class BatchNorm:
    def __init__(self, scale, shift, momentum=0.1, epsilon=1e-5, keeps_biased_variance=False):
        self.parameters = [scale.copy(), shift.copy()]
        self.freedom = 0 if keeps_biased_variance else 1
        self.momentum, self.epsilon = momentum, epsilon
        self.mean, self.variance = numpy.zeros_like(scale), numpy.ones_like(scale)

    def forward(self, x, training):
        self.by_batch = training and len(x) > 1
        mean, variance = (x.mean(axis=0), x.var(axis=0)) if self.by_batch else (self.mean, self.variance)
        if self.by_batch:
            kept = x.var(axis=0, ddof=self.freedom)
            self.mean = (1 - self.momentum) * self.mean + self.momentum * mean
            self.variance = (1 - self.momentum) * self.variance + self.momentum * kept
        self.spread = numpy.sqrt(variance + self.epsilon)
        self.normal = (x - mean) / self.spread
        return self.normal * self.parameters[0] + self.parameters[1]

    def backward(self, gradient):
        self.gradients = [(gradient * self.normal).sum(axis=0), gradient.sum(axis=0)]
        inner = gradient * self.parameters[0]
        if not self.by_batch:
            return inner / self.spread
        return (inner - inner.mean(axis=0) - self.normal * (inner * self.normal).mean(axis=0)) / self.spread

    def penalise(self, strength):
        return 0.0


class Dropout:
    """Drops what masks say, row after row in the order of visiting: 1 keeps, 0 drops."""

    parameters = ()
    gradients = ()

    def __init__(self, rate, masks):
        self.rate, self.masks, self.visited = rate, masks, 0

    def forward(self, x, training):
        self.factor = 1.0
        if training:
            self.factor = self.masks[self.visited : self.visited + len(x)] / (1 - self.rate)
            self.visited += len(x)
        return x * self.factor

    def backward(self, gradient):
        return gradient * self.factor

    def penalise(self, strength):
        return 0.0


class Activation:
    parameters = ()
    gradients = ()

    def __init__(self, name):
        self.name = name

    def forward(self, x, training):
        self.z, self.a = x, forward_activation(self.name, x)
        return self.a

    def backward(self, gradient):
        return gradient * slope(self.name, self.z, self.a)

    def penalise(self, strength):
        return 0.0


def loss_and_gradient(name, p, t):
    rows = len(p)
    if name == "mean_squared_error":
        return ((p - t) ** 2).mean(), 2 * (p - t) / p.size
    if name == "binary_cross_entropy":
        return -(t * numpy.log(p) + (1 - t) * numpy.log(1 - p)).mean(), (p - t) / (p * (1 - p)) / p.size
    return -(t * numpy.log(p)).sum(axis=1).mean(), -t / p / rows


class Update:
    """The update rules as the protocol writes them; with `epsilon_first` Adam adds ε before the bias correction."""

    def __init__(self, name, rate, momentum=0.9, beta1=0.9, beta2=0.999, rho=0.99, epsilon=1e-8, decay=0.0, epsilon_first=False):
        self.epsilon_first = epsilon_first
        self.name, self.rate, self.momentum = name, rate, momentum
        self.beta1, self.beta2, self.rho, self.epsilon, self.decay = beta1, beta2, rho, epsilon, decay
        self.state = {}

    def apply(self, key, w, g):
        one, two, steps = self.state.get(key, (numpy.zeros_like(w), numpy.zeros_like(w), 0))
        steps += 1
        if self.name in ("momentum", "nesterov"):
            one = self.momentum * one + g
            step = one if self.name == "momentum" else g + self.momentum * one
        elif self.name == "rmsprop":
            two = self.rho * two + (1 - self.rho) * g * g
            step = g / (numpy.sqrt(two) + self.epsilon)
        elif self.name in ("adam", "adamw"):
            one = self.beta1 * one + (1 - self.beta1) * g
            two = self.beta2 * two + (1 - self.beta2) * g * g
            correction = numpy.sqrt(1 - self.beta2**steps)
            epsilon = self.epsilon / correction if self.epsilon_first else self.epsilon
            step = one / (1 - self.beta1**steps) / (numpy.sqrt(two) / correction + epsilon)
            step = step + (self.decay * w if self.name == "adamw" else 0)
        else:
            step = g
        self.state[key] = one, two, steps
        w -= self.rate * step


def train(layers, loss, update, x, t, order, batch, l2=0.0):
    """Losses of the epochs; the layers hold the final weights."""
    losses = []
    for epoch in order:
        total = 0.0
        for start in range(0, len(epoch), batch):
            rows = epoch[start : start + batch]
            value = x[rows]
            for layer in layers:
                value = layer.forward(value, True)
            figure, gradient = loss_and_gradient(loss, value, t[rows])
            for layer in reversed(layers):
                gradient = layer.backward(gradient)
            figure += sum(layer.penalise(l2 / len(rows)) for layer in layers)
            for number, layer in enumerate(layers):
                for position, (w, g) in enumerate(zip(layer.parameters, layer.gradients)):
                    update.apply((number, position), w, g)
            total += figure * len(rows)
        losses.append(total / len(epoch))
    return losses


def predict(layers, x):
    for layer in layers:
        x = layer.forward(x, False)
    return x
