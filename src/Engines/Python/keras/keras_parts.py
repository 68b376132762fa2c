"""What Keras has not as the model specification wants it: optimizers with their terms mapped, a penalty, dropout left on."""

import math

import keras

VERSION = tuple(int(part) for part in keras.__version__.split(".")[:2])


def optimizer(options, parity):
    """Keras's optimizer for the specification's. In parity Adam's epsilon stands exactly where the specification has it."""
    rate, name = options.learning_rate, options.optimizer
    if name == "rmsprop":
        # Keras adds epsilon under the root, so that its square is what the specification adds to the root.
        return keras.optimizers.RMSprop(rate, rho=options.rho, epsilon=options.epsilon**2)
    if name in ("adam", "adamw"):
        own = {"beta_1": options.beta1, "beta_2": options.beta2, "epsilon": options.epsilon}
        if name == "adam":
            return (ParityAdam if parity else keras.optimizers.Adam)(rate, **own)
        return (ParityAdamW if parity else keras.optimizers.AdamW)(rate, weight_decay=options.weight_decay, **own)
    momentum = options.momentum if name in ("momentum", "nesterov") else 0.0
    return keras.optimizers.SGD(rate, momentum=momentum, nesterov=name == "nesterov")


class ExactCorrection:
    """Adam's bias correction as the specification has it. Keras adds epsilon before it and not after, and takes 1 − βᵗ in
    the model's float width: 32 bits leave 0.001 of it only three digits, so that its first steps are off by 1e-5.
    """

    @property
    def epsilon(self):
        return self.given_epsilon * keras.ops.sqrt(self.without_bias(self.beta_2))

    @epsilon.setter
    def epsilon(self, value):
        self.given_epsilon = value

    def without_bias(self, beta):
        """1 − βᵗ of the step to come, to the last digit."""
        step = keras.ops.cast(self.iterations + 1, keras.config.floatx())
        return -keras.ops.expm1(step * (math.log(beta) if beta else -math.inf))

    def update_step(self, gradient, variable, learning_rate):
        step = keras.ops.cast(self.iterations + 1, variable.dtype)
        first, second = (1 - keras.ops.power(keras.ops.cast(beta, variable.dtype), step) for beta in (self.beta_1, self.beta_2))
        exact = keras.ops.sqrt(self.without_bias(self.beta_2)) / self.without_bias(self.beta_1)
        super().update_step(gradient, variable, learning_rate * exact / (keras.ops.sqrt(second) / first))


class ParityAdam(ExactCorrection, keras.optimizers.Adam):
    """Keras's Adam to be compared update by update."""


class ParityAdamW(ExactCorrection, keras.optimizers.AdamW):
    """Keras's AdamW to be compared update by update."""


def batch_normalization(step, parity):
    """Keras's momentum is the weight of the past, the specification's that of the newest batch."""
    made = ParityBatchNormalization if parity else keras.layers.BatchNormalization
    return made(momentum=1 - step.momentum, epsilon=step.epsilon)


class ParityBatchNormalization(keras.layers.BatchNormalization):
    """Keras's batch normalisation, but the running variance takes the unbiased variance of a batch, and a batch of one
    row is normalised by the running statistics where its length is known (which TensorFlow's graphs do not tell).
    """

    def call(self, inputs, training=None, mask=None):
        if training and inputs.shape[0] == 1:
            training = False
        before = self.moving_variance * self.momentum
        outputs = super().call(inputs, training=training, mask=mask)
        if training:
            rows = keras.ops.cast(keras.ops.shape(inputs)[0], before.dtype)
            taken = self.moving_variance - before
            self.moving_variance.assign(before + taken * rows / keras.ops.maximum(rows - 1, 1))
        return outputs


class AlwaysDropout(keras.layers.Dropout):
    """Drops while predicting too."""

    def call(self, inputs, training=False):
        return super().call(inputs, training=True)


class GivenDropout(keras.layers.Layer):
    """Drops what a mask beside the values says while training: 1 keeps, 0 drops."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def call(self, inputs, training=False):
        values, keeps = inputs
        return values * keeps / (1 - self.rate) if training else values


class WeightPenalty(keras.layers.Layer):
    """Adds l2 / (2·rows)·Σw² to the loss of a training batch, rows being those of the batch, and passes its input on.

    A regulariser of Keras knows no batch, and would be counted into the validation loss too.
    """

    def __init__(self, l2, kernels):
        super().__init__()
        self.l2, self.kernels = l2, kernels

    def call(self, inputs, training=False):
        if training:
            rows = keras.ops.cast(keras.ops.shape(inputs)[0], inputs.dtype)
            squares = sum(keras.ops.sum(keras.ops.square(kernel)) for kernel in self.kernels())
            self.add_loss(self.l2 / 2 * squares / rows)
        return inputs
