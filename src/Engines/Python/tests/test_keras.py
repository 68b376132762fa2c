"""Keras 3 against a plain NumPy loop, and every capability on tiny data."""

import json
import unittest

import numpy

from .conversation import Conversation, Data, needs, network
from .parity import Case

BINARY = [(5, "tanh"), (1, "sigmoid")]
THREE = [(6, "relu"), (5, "tanh"), (3, "softmax")]


@needs("keras")
class KerasTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Conversation("keras")

    @classmethod
    def tearDownClass(cls):
        cls.engine.__exit__()

    def assert_same_as_reference(self, case, bound=1e-5):
        losses, predictions = case.differences(self.engine, "float32")
        self.assertLess(losses, bound)
        self.assertLess(predictions, bound)

    def test_gradient_steps_with_and_without_momentum_are_those_of_the_formulas(self):
        for optimizer in ("gradient_descent", "sgd", "momentum", "nesterov"):
            with self.subTest(optimizer):
                self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", optimizer=optimizer))

    def test_adaptive_optimizers_are_those_of_the_formulas_where_weights_are_given(self):
        for optimizer in ("adam", "adamw"):
            decay = {"weight_decay": 0.1} if optimizer == "adamw" else {}
            with self.subTest(optimizer):
                three = Case(THREE, "categorical_cross_entropy", "multiclass", 3, optimizer=optimizer, **decay)
                self.assert_same_as_reference(three, 1e-4)
        self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", optimizer="rmsprop"), 1e-4)

    def test_its_own_adam_adds_epsilon_before_the_bias_correction_and_does_nothing_else_differently(self):
        for optimizer in ("adam", "adamw"):
            options = {"optimizer": optimizer, "epsilon": 1e-3, "native": True}
            three = Case(THREE, "categorical_cross_entropy", "multiclass", 3, **options)
            self.assert_same_as_reference(three, 1e-4)
            own = three.by_engine(self.engine, "float32")[1]
            three.native = False
            self.assertGreater(numpy.abs(own - three.by_engine(self.engine, "float32")[1]).max(), 1e-3)

    def test_its_own_batch_norm_keeps_the_biased_variance_and_does_nothing_else_differently(self):
        options = {"batch_norm": True, "rows": 28, "native": True}
        case = Case(THREE, "categorical_cross_entropy", "multiclass", 3, **options)
        self.assert_same_as_reference(case)
        own = case.by_engine(self.engine, "float32")[1]
        case.native = False
        self.assertGreater(numpy.abs(own - case.by_engine(self.engine, "float32")[1]).max(), 1e-3)

    def test_given_masks_drop_what_they_say_and_nothing_at_inference(self):
        self.assert_same_as_reference(Case(THREE, "categorical_cross_entropy", "multiclass", 3, dropout=0.4))
        self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", batch_norm=True, dropout=0.4), 1e-4)

    def test_every_loss_is_that_of_the_formulas(self):
        self.assert_same_as_reference(Case(THREE, "categorical_cross_entropy", "multiclass", 3))
        self.assert_same_as_reference(Case(THREE, "mean_squared_error", "multiclass", 3))
        self.assert_same_as_reference(Case(BINARY, "mean_squared_error"))
        self.assert_same_as_reference(Case([(5, "sigmoid"), (2, "linear")], "mean_squared_error", "regression"))

    def test_the_l2_penalty_is_that_of_the_formulas_in_a_shorter_last_batch_too(self):
        self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", l2=0.7))

    def test_batch_normalisation_is_that_of_the_formulas_where_weights_are_given(self):
        for rows in (29, 27):
            with self.subTest(rows_of_last_batch=rows % 7):
                case = Case(THREE, "categorical_cross_entropy", "multiclass", 3, batch_norm=True, rows=rows)
                self.assert_same_as_reference(case)

    def test_what_differs_is_said_where_weights_are_not_given(self):
        case = Case(THREE, "categorical_cross_entropy", "multiclass", 3, batch_norm=True)
        reply, _ = self.engine.fit(case.model, case.data, task="multiclass", classes=3)
        self.assertIn("biased variance", " ".join(reply["notes"]))

    def test_the_same_seed_gives_the_same_predictions_and_another_seed_others(self):
        model = network([(8, "relu"), {"layer": "dropout", "rate": 0.3}, (1, "sigmoid")], batch_size=8)
        first, again, other = (self.engine.fit(model, Data(), seed=seed)[1] for seed in (7, 7, 8))
        numpy.testing.assert_array_equal(first, again)
        self.assertGreater(numpy.abs(first - other).max(), 1e-3)

    def test_every_initialisation_has_its_spread(self):
        data = Data("regression", rows=40, features=100, outputs=400)
        data.x, data.test_x = numpy.eye(100)[:40], numpy.eye(100)[:40]
        wanted = {"zero": 0, "normal": 0.4, "uniform": 0.4 / 3**0.5, "he_normal": 0.02**0.5, "he_uniform": 0.02**0.5}
        wanted.update(xavier_normal=0.004**0.5, xavier_uniform=0.004**0.5, torch=(1 / 150) ** 0.5, sklearn=0.008**0.5)
        wanted.update(default=0.004**0.5)
        for kind, spread in wanted.items():
            init = {"kind": kind, "scale": 0.4}
            layers = [{"layer": "dense", "units": 400, "activation": "linear", "init": init}]
            model = network(layers, "mean_squared_error", "sgd", 1, learning_rate=1e-30)
            found = self.engine.fit(model, data, task="regression")[1].std()
            self.assertAlmostEqual(spread, found, delta=0.03 * spread + 1e-9, msg=kind)

    def test_early_stopping_restores_the_best_epoch(self):
        stopping = {"watch": "validation_loss", "patience": 3, "rule": "keras"}
        model = network([(16, "relu"), (1, "sigmoid")], epochs=400, learning_rate=0.1, l2=0.01, early_stopping=stopping)
        data = Data(validation=True, seed=2)
        data.y = numpy.where(numpy.arange(60) % 5 == 0, 1 - data.y, data.y)
        data.test_x = data.validation_x
        reply, predictions = self.engine.fit(model, data)
        losses = reply["history"]["validation_loss"]
        self.assertEqual("early", reply["stopped"])
        self.assertEqual(int(numpy.argmin(losses)) + 1, reply["best_epoch"])
        self.assertEqual(reply["best_epoch"] + 3, reply["epochs"])
        labels = data.validation_y
        restored = -numpy.log(predictions[numpy.arange(len(labels)), labels]).mean()
        self.assertAlmostEqual(min(losses), restored, places=5)

    def test_dropout_left_on_changes_predictions_only_where_asked(self):
        layers = [(32, "relu"), {"layer": "dropout", "rate": 0.5}, (1, "sigmoid")]
        off = self.engine.fit(network(layers), Data())[1]
        on = self.engine.fit(dict(network(layers), dropout_at_inference=True), Data())[1]
        self.assertGreater(numpy.abs(on - off).max(), 1e-3)

    def test_an_ensemble_is_the_mean_of_its_seeds(self):
        model = network([(8, "gelu"), (4, "leaky_relu"), (1, "sigmoid")])
        _, together = self.engine.fit(dict(model, ensemble=2), Data(), seed=5)
        singles = [self.engine.fit(model, Data(), seed=seed)[1] for seed in (5, 6)]
        numpy.testing.assert_allclose(together, sum(singles) / 2, atol=1e-6)

    def test_a_long_fit_is_cancelled(self):
        request = self.engine.fit_request(network([(8, "relu"), (1, "sigmoid")], epochs=10_000_000), Data())
        self.engine.say(json.dumps(request))
        self.assertEqual("progress", self.engine.reply()["type"])
        self.assertEqual("cancelled", self.engine.ask({"type": "cancel", "id": request["id"]})["type"])


if __name__ == "__main__":
    unittest.main()
