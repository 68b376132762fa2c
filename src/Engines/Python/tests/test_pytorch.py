"""PyTorch against a plain NumPy loop, and every capability on tiny data."""

import json
import unittest

import numpy

from .coding import network_differences
from .conversation import Conversation, Data, needs, network
from .parity import Case

BINARY = [(5, "tanh"), (1, "sigmoid")]
THREE = [(6, "relu"), (5, "leaky_relu"), (3, "softmax")]


@needs("pytorch")
class PyTorchTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Conversation("pytorch")

    @classmethod
    def tearDownClass(cls):
        cls.engine.__exit__()

    def assert_same_as_reference(self, case, bound=1e-9, precision="float64"):
        losses, predictions = case.differences(self.engine, precision)
        self.assertLess(losses, bound)
        self.assertLess(predictions, bound)

    def test_every_optimizer_moves_the_weights_as_the_formulas_say(self):
        for optimizer in ("gradient_descent", "sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"):
            with self.subTest(optimizer):
                decay = {"weight_decay": 0.1} if optimizer == "adamw" else {}
                self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", optimizer=optimizer, **decay))

    def test_every_loss_and_activation_is_that_of_the_formulas(self):
        self.assert_same_as_reference(Case(THREE, "categorical_cross_entropy", "multiclass", 3))
        self.assert_same_as_reference(Case(THREE, "mean_squared_error", "multiclass", 3))
        self.assert_same_as_reference(Case(BINARY, "mean_squared_error"))
        self.assert_same_as_reference(Case([(5, "sigmoid"), (2, "linear")], "mean_squared_error", "regression"))

    def test_the_l2_penalty_is_that_of_the_formulas(self):
        self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", l2=0.7))

    def test_batch_normalisation_is_that_of_the_formulas_with_a_last_batch_of_one_row_too(self):
        for rows in (29, 27):
            with self.subTest(rows_of_last_batch=rows % 7):
                case = Case(THREE, "categorical_cross_entropy", "multiclass", 3, batch_norm=True, rows=rows)
                self.assert_same_as_reference(case)

    def test_given_masks_drop_what_they_say_and_nothing_at_inference(self):
        self.assert_same_as_reference(Case(THREE, "categorical_cross_entropy", "multiclass", 3, dropout=0.4))
        self.assert_same_as_reference(Case(BINARY, "binary_cross_entropy", batch_norm=True, dropout=0.4, optimizer="adam"))

    def test_masks_that_do_not_belong_to_the_network_are_named(self):
        case = Case(BINARY, "binary_cross_entropy", dropout=0.4)
        case.masks = case.masks * 2
        with self.assertRaisesRegex(AssertionError, "The network takes 1 arrays of dropout masks, found 2"):
            case.by_engine(self.engine)
        case.masks = [case.masks[0][:-1]]
        with self.assertRaisesRegex(AssertionError, r"dropout_masks\[0\] has shape \(347, 5\), not \(epochs · 29\) × units"):
            case.by_engine(self.engine)

    def test_the_code_of_a_row_is_what_the_narrowest_layer_makes_of_it(self):
        for difference in network_differences(self.engine):
            self.assertLess(difference, 1e-9)

    def test_single_precision_stays_within_a_thousandth(self):
        case = Case(THREE, "categorical_cross_entropy", "multiclass", 3, optimizer="adam")
        self.assert_same_as_reference(case, 1e-3, "float32")

    def test_the_same_seed_gives_the_same_predictions_and_another_seed_others(self):
        model = network([(8, "relu"), {"layer": "dropout", "rate": 0.3}, (1, "sigmoid")], batch_size=8)
        first, again, other = (self.engine.fit(model, Data(), seed=seed)[1] for seed in (7, 7, 8))
        numpy.testing.assert_array_equal(first, again)
        self.assertGreater(numpy.abs(first - other).max(), 1e-3)

    def test_an_ensemble_is_the_mean_of_its_seeds(self):
        model = network([(8, "relu"), (1, "sigmoid")])
        reply, together = self.engine.fit(dict(model, ensemble=3), Data(), seed=5)
        singles = [self.engine.fit(model, Data(), seed=seed) for seed in (5, 6, 7)]
        numpy.testing.assert_allclose(together, sum(p for _, p in singles) / 3, atol=1e-6)
        self.assertEqual(sum(r["parameters"] for r, _ in singles), reply["parameters"])

    def test_every_initialisation_has_its_spread(self):
        # One epoch at a rate of next to nothing leaves the initial weights: the first loss tells them apart.
        spreads = {}
        for kind in self.engine.ask({"type": "hello", "protocol": 1})["capabilities"]["initialisations"]:
            init = {"kind": kind, "scale": 0.4}
            layers = [{"layer": "dense", "units": 400, "activation": "linear", "init": init}]
            model = network(layers, "mean_squared_error", "sgd", 1, learning_rate=1e-30)
            data = Data("regression", rows=40, features=100, outputs=400)
            data.x, data.test_x = numpy.eye(100)[:40], numpy.eye(100)[:40]
            spreads[kind] = self.engine.fit(model, data, task="regression")[1].std()
        wanted = {"zero": 0, "normal": 0.4, "uniform": 0.4 / 3**0.5, "he_normal": 0.02**0.5, "he_uniform": 0.02**0.5}
        wanted.update(xavier_normal=0.004**0.5, xavier_uniform=0.004**0.5, default=(1 / 150) ** 0.5, torch=(1 / 150) ** 0.5)
        wanted.update(sklearn=0.008**0.5)
        for kind, spread in wanted.items():
            self.assertAlmostEqual(spread, spreads[kind], delta=0.03 * spread + 1e-9, msg=kind)

    def test_gradient_norms_are_those_of_the_formula_at_the_initial_weights(self):
        data, random = Data("regression"), numpy.random.RandomState(2)
        first, second = random.normal(size=(4, 3)), random.normal(size=(3, 1))
        biases = numpy.zeros(3), numpy.zeros(1)
        model = network([(3, "linear"), (1, "linear")], "mean_squared_error")
        weights = [first, biases[0], second, biases[1]]
        reply, _ = self.engine.fit(model, data, task="regression", precision="float64", initial_weights=weights)
        hidden = data.x @ first
        slope = 2 * (hidden @ second - data.y) / len(data.x)
        last = numpy.vstack([hidden.T @ slope, slope.sum(0)])
        before = numpy.vstack([data.x.T @ slope @ second.T, (slope @ second.T).sum(0)])
        self.assertAlmostEqual(numpy.linalg.norm(last), reply["measures"]["gradient_norm_2"], 9)
        self.assertAlmostEqual(numpy.linalg.norm(before), reply["measures"]["gradient_norm_1"], 9)

    def test_back_propagation_agrees_with_numeric_differences_of_small_networks_in_double(self):
        model = network([(5, "tanh"), {"layer": "dropout", "rate": 0.3}, (3, "softmax")], "categorical_cross_entropy", epochs=1)
        exact, _ = self.engine.fit(model, Data("multiclass", classes=3), task="multiclass", classes=3, precision="float64")
        self.assertLess(exact["measures"]["gradient_error"], 1e-8)
        self.assertGreater(exact["measures"]["gradient_error"], 0)
        coarse, _ = self.engine.fit(model, Data("multiclass", classes=3), task="multiclass", classes=3)
        self.assertNotIn("gradient_error", coarse["measures"])

    def test_a_unit_that_never_fires_is_dead(self):
        weights = [numpy.ones((4, 4)), numpy.array([-1e6, 0, 0, -1e6]), numpy.ones((4, 1)), numpy.zeros(1)]
        model = network([(4, "relu"), (1, "sigmoid")], epochs=1, learning_rate=1e-9)
        reply, _ = self.engine.fit(model, Data(), initial_weights=weights)
        self.assertEqual(0.5, reply["measures"]["dead_units"])
        reply, _ = self.engine.fit(network(BINARY), Data())
        self.assertEqual(0, reply["measures"]["dead_units"])

    def test_early_stopping_restores_the_best_epoch(self):
        stopping = {"watch": "validation_loss", "patience": 3, "rule": "keras"}
        model = network([(16, "relu"), (1, "sigmoid")], epochs=400, learning_rate=0.1, early_stopping=stopping)
        data = Data(validation=True, seed=2)
        data.y = numpy.where(numpy.arange(60) % 5 == 0, 1 - data.y, data.y)
        reply, predictions = self.engine.fit(model, data)
        losses = reply["history"]["validation_loss"]
        self.assertEqual("early", reply["stopped"])
        self.assertEqual(reply["epochs"], len(losses))
        self.assertEqual(int(numpy.argmin(losses)) + 1, reply["best_epoch"])
        self.assertEqual(reply["best_epoch"] + 3, reply["epochs"])
        labels = data.validation_y
        restored = -numpy.log(predictions[numpy.arange(len(labels)), labels]).mean()
        self.assertAlmostEqual(min(losses), restored, places=5)

    def test_the_less_probable_class_of_a_sure_sigmoid_keeps_its_probability(self):
        data = Data()
        weights = [numpy.full((data.x.shape[1], 1), 40.0), numpy.zeros(1)]
        model = network([(1, "sigmoid")], epochs=1, learning_rate=1e-12)
        reply, predictions = self.engine.fit(model, data, initial_weights=weights, precision="float32")
        sure = predictions[predictions[:, 1] == 1]
        self.assertEqual("completed", reply["stopped"])
        self.assertTrue(len(sure) and (sure[:, 0] > 0).any())

    def test_a_loss_that_is_no_longer_finite_ends_as_diverged(self):
        model = network([(8, "relu"), (8, "relu"), (1, "linear")], "mean_squared_error", "sgd", 200, learning_rate=1e4)
        reply, _ = self.engine.fit(model, Data("regression"), task="regression")
        self.assertEqual("diverged", reply["stopped"])
        self.assertLess(reply["epochs"], 200)
        self.assertEqual(reply["epochs"], len(reply["history"].get("loss", [])))

    def test_dropout_left_on_changes_predictions_only_where_asked(self):
        layers = [(32, "relu"), {"layer": "dropout", "rate": 0.5}, (1, "sigmoid")]
        off = self.engine.fit(network(layers), Data())[1]
        on = self.engine.fit(dict(network(layers), dropout_at_inference=True), Data())[1]
        self.assertGreater(numpy.abs(on - off).max(), 1e-3)

    def test_linear_models_reach_the_minimum_of_their_objective(self):
        data = Data("regression")
        _, predicted = self.engine.fit({"kind": "linear", "l2": 2.0}, data, task="regression", precision="float64")
        x = data.x - data.x.mean(axis=0)
        w = numpy.linalg.solve(x.T @ x + 2 * numpy.eye(4), x.T @ (data.y - data.y.mean()))
        numpy.testing.assert_allclose(predicted, (data.test_x - data.x.mean(axis=0)) @ w + data.y.mean(), atol=1e-9)
        for classes in (2, 3):
            data = Data(classes=classes)
            kind = "binary" if classes == 2 else "multiclass"
            reply, p = self.engine.fit({"kind": "linear", "l2": 1e-3}, data, task=kind, classes=classes)
            self.assertEqual("converged", reply["stopped"])
            self.assertGreater((p.argmax(axis=1) == data.test_y).mean(), 0.8)

    def test_a_column_of_millions_neither_hides_others_nor_passes_for_a_minimum(self):
        data = Data("regression")
        for x in (data.x, data.test_x):
            x[:, 0] *= 1e8
        for l2 in (0.0, 1e-3):
            _, predicted = self.engine.fit({"kind": "linear", "l2": l2}, data, task="regression")
            residual = numpy.square(predicted - data.test_y).sum() / numpy.square(data.test_y - data.test_y.mean()).sum()
            self.assertLess(residual, 0.2)
        data = Data()
        income = numpy.random.RandomState(1).normal(size=len(data.x))
        data.y = (income > 0).astype(int)
        data.x = numpy.stack([4e4 + 1.5e4 * income] + 3 * [numpy.arange(len(data.x)) % 5 - 2.0], axis=1)
        reply, _ = self.engine.fit({"kind": "linear", "l2": 1.0}, data)
        self.assertEqual("completed", reply["stopped"])
        self.assertIn("before the minimum", reply["notes"][0])

    def test_what_is_missing_is_named(self):
        request = self.engine.fit_request(network([(4, "swish"), (1, "sigmoid")]), Data())
        self.assertEqual("activation swish", self.engine.ask(request)["missing"])
        request = self.engine.fit_request(network([(1, "sigmoid")], optimizer="adagrad"), Data())
        self.assertEqual("optimizer adagrad", self.engine.ask(request)["missing"])
        self.assertEqual("model forest", self.engine.ask(self.engine.fit_request({"kind": "forest"}, Data()))["missing"])

    def test_a_long_fit_is_cancelled(self):
        request = self.engine.fit_request(network([(8, "relu"), (1, "sigmoid")], epochs=10_000_000), Data())
        self.engine.say(json.dumps(request))
        self.assertEqual("progress", self.engine.reply()["type"])
        self.assertEqual("cancelled", self.engine.ask({"type": "cancel", "id": request["id"]})["type"])


if __name__ == "__main__":
    unittest.main()
