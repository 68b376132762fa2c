"""scikit-learn: the same weights as its own `fit`, parity where its estimators allow it, every model kind."""

import unittest
import warnings

import numpy

from .coding import network_differences, reconstruction
from .conversation import Conversation, Data, needs, network
from .parity import Case

BINARY = [(5, "tanh"), (1, "sigmoid")]
THREE = [(6, "relu"), (5, "relu"), (3, "softmax")]


@needs("sklearn")
class ScikitLearnTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Conversation("sklearn")

    @classmethod
    def tearDownClass(cls):
        cls.engine.__exit__()

    def missing(self, model, data, **members):
        reply = self.engine.ask(self.engine.fit_request(model, data, **members))
        self.assertEqual("unsupported", reply["type"], reply)
        return reply["missing"]

    def test_given_weights_and_order_train_as_the_formulas_say(self):
        for optimizer in ("gradient_descent", "sgd", "momentum", "nesterov"):
            with self.subTest(optimizer):
                case = Case(BINARY, "binary_cross_entropy", optimizer=optimizer, l2=0.3)
                self.assertLess(max(case.differences(self.engine)), 1e-9)

    def test_softmax_and_regression_train_as_the_formulas_say(self):
        cases = [
            Case(THREE, "categorical_cross_entropy", "multiclass", 3),
            Case([(5, "sigmoid"), (1, "linear")], "mean_squared_error", "regression", l2=0.3),
            Case([(5, "sigmoid"), (3, "linear")], "mean_squared_error", "regression", optimizer="momentum"),
        ]
        for case in cases:
            self.assertLess(max(case.differences(self.engine)), 1e-9)

    def test_adam_trains_as_the_formulas_say_where_weights_are_given(self):
        three = Case(THREE, "categorical_cross_entropy", "multiclass", 3, optimizer="adam")
        two = Case([(5, "tanh"), (2, "linear")], "mean_squared_error", "regression", optimizer="adam")
        for case in (three, two):
            self.assertLess(max(case.differences(self.engine)), 1e-9)

    def test_its_own_adam_adds_epsilon_before_the_bias_correction_and_does_nothing_else_differently(self):
        for epsilon in (1e-8, 1e-3):
            options = {"optimizer": "adam", "epsilon": epsilon, "native": True}
            three = Case(THREE, "categorical_cross_entropy", "multiclass", 3, **options)
            two = Case([(5, "tanh"), (2, "linear")], "mean_squared_error", "regression", **options)
            for case in (three, two):
                self.assertLess(max(case.differences(self.engine)), 1e-9)

    def test_epoch_by_epoch_training_gives_the_weights_of_fit(self):
        from sklearn.neural_network import MLPClassifier

        data = Data(classes=3)
        model = network([(9, "relu"), (3, "softmax")], "categorical_cross_entropy", "adam", 20, batch_size=16, l2=1e-4)
        reply, predictions = self.engine.fit(model, data, task="multiclass", classes=3, precision="float64", seed=11)
        settings = {"batch_size": 16, "learning_rate_init": 0.05, "max_iter": 20, "tol": 0, "n_iter_no_change": 99}
        own = MLPClassifier((9,), random_state=11, **settings)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            own.fit(data.x, data.y)
        numpy.testing.assert_array_equal(own.predict_proba(data.test_x), predictions)
        numpy.testing.assert_array_equal(own.loss_curve_, reply["history"]["loss"])

    def test_scikit_learns_stopping_rule_stops_where_scikit_learn_stops(self):
        from sklearn.neural_network import MLPClassifier

        data = Data(classes=3)
        stopping = {"watch": "training_loss", "patience": 4, "min_delta": 1e-3, "rule": "sklearn", "restore_best": False}
        options = {"batch_size": 16, "early_stopping": stopping}
        model = network([(9, "relu"), (3, "softmax")], "categorical_cross_entropy", "adam", 500, **options)
        reply, predictions = self.engine.fit(model, data, task="multiclass", classes=3, precision="float64", seed=3)
        own = MLPClassifier(
            (9,), alpha=0, batch_size=16, learning_rate_init=0.05, max_iter=500, tol=1e-3, n_iter_no_change=4, random_state=3
        ).fit(data.x, data.y)
        self.assertEqual((own.n_iter_, "converged"), (reply["epochs"], reply["stopped"]))
        numpy.testing.assert_array_equal(own.predict_proba(data.test_x), predictions)

    def test_early_stopping_watches_given_rows_and_restores_the_best(self):
        stopping = {"watch": "validation_accuracy", "patience": 5, "min_delta": 1e-4, "rule": "sklearn"}
        model = network([(20, "relu"), (1, "sigmoid")], epochs=300, early_stopping=stopping)
        reply, predictions = self.engine.fit(model, Data(validation=True))
        scores = reply["history"]["validation_accuracy"]
        self.assertEqual(int(numpy.argmax(scores)) + 1, reply["best_epoch"])
        self.assertEqual("early", reply["stopped"])

    def test_the_code_of_a_row_is_what_the_narrowest_layer_makes_of_it(self):
        for difference in network_differences(self.engine):
            self.assertLess(difference, 1e-9)

    def test_principal_components_are_those_of_the_singular_value_decomposition(self):
        model = {"kind": "principal_components", "components": 2}
        data, reply, predictions, codes = reconstruction(self.engine, model)
        mean = data.x.mean(axis=0)
        directions = numpy.linalg.svd(data.x - mean)[2][:2]
        scores = (data.test_x - mean) @ directions.T
        numpy.testing.assert_allclose(numpy.abs(codes), numpy.abs(scores), atol=1e-10)
        numpy.testing.assert_allclose(predictions, scores @ directions + mean, atol=1e-10)
        self.assertEqual(2 * 4 + 4, reply["parameters"])

    def test_what_cannot_reconstruct_or_only_that_is_named(self):
        components = {"kind": "principal_components", "components": 2}
        self.assertEqual("task binary for model principal_components", self.missing(components, Data()))
        self.assertEqual("task reconstruction for model forest", self.missing({"kind": "forest"}, Data(), task="reconstruction"))

    def test_what_its_network_cannot_express_is_named(self):
        def net(layers, loss="binary_cross_entropy", optimizer="adam"):
            return network(layers, loss, optimizer)

        dropout = {"layer": "dropout", "rate": 0.2}
        self.assertEqual("layer dropout", self.missing(net([(4, "relu"), dropout, (1, "sigmoid")]), Data()))
        self.assertEqual("optimizer adamw", self.missing(net([(1, "sigmoid")], optimizer="adamw"), Data()))
        self.assertEqual("activation gelu", self.missing(net([(4, "gelu"), (1, "sigmoid")]), Data()))
        mixed = net([(4, "relu"), (4, "tanh"), (1, "sigmoid")])
        self.assertEqual("different activations in hidden layers", self.missing(mixed, Data()))
        squared = net([(4, "relu"), (1, "sigmoid")], "mean_squared_error")
        self.assertEqual("loss mean_squared_error with output activation sigmoid", self.missing(squared, Data()))
        two = net([(4, "relu"), (2, "softmax")], "categorical_cross_entropy")
        self.assertEqual("loss categorical_cross_entropy with 2 outputs for a binary task", self.missing(two, Data()))

    def test_a_network_without_hidden_layers_is_a_logistic_regression(self):
        case = Case([(1, "sigmoid")], "binary_cross_entropy")
        self.assertLess(max(case.differences(self.engine)), 1e-9)

    def test_the_perceptron_learns_and_and_counts_its_passes(self):
        gate = Data()
        gate.x = gate.test_x = numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]])
        gate.y = gate.test_y = numpy.array([0, 0, 0, 1])
        model = {"kind": "perceptron", "learning_rate": 0.1, "epochs": 100, "stop_when_error_free": True}
        reply, predictions = self.engine.fit(model, gate)
        self.assertEqual("converged", reply["stopped"])
        self.assertEqual(reply["epochs"], reply["measures"]["first_error_free_pass"])
        self.assertTrue(reply["hard_labels"])
        numpy.testing.assert_array_equal(gate.y, predictions.argmax(axis=1))

    def test_a_perceptron_that_is_free_of_errors_answers_every_row_right(self):
        gate = Data()
        gate.x = gate.test_x = numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]])
        gate.y = gate.test_y = numpy.array([0, 0, 0, 1])
        for precision, rate in ((p, r) for p in ("float32", "float64") for r in (0.01, 0.1, 0.3)):
            with self.subTest(f"{precision}, rate {rate}"):
                model = {"kind": "perceptron", "learning_rate": rate, "stop_when_error_free": True}
                reply, predictions = self.engine.fit(model, gate, precision=precision)
                self.assertEqual("converged", reply["stopped"])
                numpy.testing.assert_array_equal(gate.y, predictions.argmax(axis=1))

    def test_the_perceptron_never_learns_xor(self):
        gate = Data()
        gate.x = gate.test_x = numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]])
        gate.y = gate.test_y = numpy.array([0, 1, 1, 0])
        init = {"kind": "normal", "scale": 0.01}
        reply, _ = self.engine.fit({"kind": "perceptron", "epochs": 200, "init": init, "stop_when_error_free": True}, gate)
        self.assertEqual((200, "completed", {}), (reply["epochs"], reply["stopped"], reply["measures"]))

    def test_the_perceptron_follows_the_rule_row_by_row_when_no_sum_is_zero(self):
        data = Data(seed=4)
        w, b, passes = numpy.array([0.3, -0.2, 0.1, 0.4]), 0.05, 7
        start = [w.reshape(-1, 1), numpy.array([b])]
        model = {"kind": "perceptron", "epochs": passes}
        _, predictions = self.engine.fit(model, data, precision="float64", initial_weights=start)
        for _ in range(passes):
            for x, y in zip(data.x, data.y):
                error = y - (x @ w + b > 0)
                w, b = w + 0.1 * error * x, b + 0.1 * error
        numpy.testing.assert_array_equal((data.test_x @ w + b > 0).astype(int), predictions.argmax(axis=1))

    def test_without_a_bias_the_perceptron_never_learns_and(self):
        gate = Data()
        gate.x = gate.test_x = numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]])
        gate.y = gate.test_y = numpy.array([0, 0, 0, 1])
        reply, _ = self.engine.fit({"kind": "perceptron", "bias": False, "stop_when_error_free": True}, gate)
        self.assertEqual(("completed", {}, 2), (reply["stopped"], reply["measures"], reply["parameters"]))

    def test_a_perceptron_that_fires_at_zero_is_unsupported(self):
        self.assertEqual("perceptron fires_at_zero", self.missing({"kind": "perceptron", "fires_at_zero": True}, Data()))

    def test_linear_models_are_the_estimators_with_the_penalty_translated(self):
        from sklearn.linear_model import LogisticRegression, Ridge

        data = Data(classes=3)
        _, p = self.engine.fit({"kind": "linear", "l2": 0.5}, data, task="multiclass", classes=3, precision="float64")
        own = LogisticRegression(C=2, max_iter=1000).fit(data.x, data.y)
        numpy.testing.assert_array_equal(own.predict_proba(data.test_x), p)
        _, p = self.engine.fit({"kind": "linear", "l2": 0}, data, task="multiclass", classes=3)
        self.assertEqual((60, 3), p.shape)
        data = Data("regression")
        _, p = self.engine.fit({"kind": "linear", "l2": 3}, data, task="regression", precision="float64")
        numpy.testing.assert_array_equal(Ridge(3).fit(data.x, data.y).predict(data.test_x), p)

    def test_the_constant_model_gives_class_shares_and_means(self):
        data = Data(classes=3)
        data.y = numpy.where(data.y == 2, 0, data.y)
        _, p = self.engine.fit({"kind": "constant"}, data, task="multiclass", classes=3)
        numpy.testing.assert_allclose(p[0], [2 / 3, 1 / 3, 0])
        data = Data("regression", outputs=2)
        _, p = self.engine.fit({"kind": "constant"}, data, task="regression")
        numpy.testing.assert_allclose(p[0], data.y.mean(axis=0), rtol=1e-6)


if __name__ == "__main__":
    unittest.main()
