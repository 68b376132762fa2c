"""What must hold for tree models of every engine that has them; the engines' own test classes add to it."""

import numpy

from .conversation import Conversation, Data

TASKS = (("binary", 2, 1), ("multiclass", 3, 1), ("regression", 0, 2))


class TreeContract:
    """Mixed into a TestCase that names its engine."""

    engine_name = ""
    kinds = ("forest", "boosted_trees")
    explaining = kinds

    @classmethod
    def setUpClass(cls):
        cls.engine = Conversation(cls.engine_name)

    @classmethod
    def tearDownClass(cls):
        cls.engine.__exit__()

    def missing(self, model, data, **members):
        reply = self.engine.ask(self.engine.fit_request(model, data, **members))
        self.assertEqual("unsupported", reply["type"], reply)
        return reply["missing"]

    def test_every_kind_learns_every_task(self):
        for kind in self.kinds:
            for task, classes, outputs in TASKS:
                with self.subTest(kind=kind, task=task):
                    data = Data(task, rows=300, classes=classes or 2, outputs=outputs)
                    reply, predicted = self.engine.fit({"kind": kind}, data, task=task, classes=classes)
                    self.assertEqual((300, classes or outputs), predicted.shape)
                    self.assertGreater(reply["parameters"], 1)
                    if classes:
                        numpy.testing.assert_allclose(predicted.sum(axis=1), 1, atol=1e-5)
                        self.assertGreater((predicted.argmax(axis=1) == data.test_y).mean(), 0.7)
                    else:
                        self.assertLess(((predicted - data.test_y) ** 2).mean(), 0.6 * data.test_y.var())

    def test_the_same_seed_gives_the_same_predictions(self):
        for kind in self.kinds:
            first, again = (self.engine.fit({"kind": kind}, Data(rows=200), seed=9)[1] for _ in range(2))
            numpy.testing.assert_array_equal(first, again)

    def test_a_class_without_a_training_row_has_a_column_too(self):
        data = Data(classes=3, rows=200)
        data.y = numpy.where(data.y == 2, 0, data.y)
        for kind in self.kinds:
            _, predicted = self.engine.fit({"kind": kind}, data, task="multiclass", classes=3)
            self.assertEqual((200, 3), predicted.shape)

    def test_boosting_with_patience_keeps_the_best_round_of_the_given_rows(self):
        for task, classes, outputs in (("binary", 2, 1), ("multiclass", 3, 1), ("regression", 0, 1)):
            with self.subTest(task):
                data = Data(task, rows=300, classes=classes or 2, validation=True)
                data.test_x = data.validation_x
                model = {"kind": "boosted_trees", "rounds": 400, "learning_rate": 0.3, "max_leaves": 8, "patience": 7}
                reply, predicted = self.engine.fit(model, data, task=task, classes=classes)
                losses = reply["history"]["validation_loss"]
                self.assertEqual("early", reply["stopped"])
                self.assertEqual(len(losses), reply["epochs"])
                self.assertEqual(int(numpy.argmin(losses)) + 1, reply["best_epoch"])
                self.assertEqual(reply["best_epoch"] + 7, reply["epochs"])
                y = data.validation_y
                if classes:
                    again = -numpy.log(predicted[numpy.arange(len(y)), y].astype(float)).mean()
                else:
                    again = ((predicted - y) ** 2).mean()
                self.assertAlmostEqual(min(losses), again, delta=1e-4 * max(1, again))

    def test_missing_values_and_categories_are_taken_as_they_are(self):
        generator = numpy.random.RandomState(1)
        data = Data(rows=400)
        for name in ("x", "test_x"):
            x = getattr(data, name)
            # The code alone tells the class, but not by its order; where it is missing the class is 1.
            labels = data.y if name == "x" else data.test_y
            codes = (generator.randint(0, 5, len(x)) * 2 + labels).astype(float)
            codes[(labels == 1) & (generator.rand(len(x)) < 0.3)] = numpy.nan
            setattr(data, name, numpy.column_stack([generator.rand(len(x)), codes]))
        features = [{"name": "noise", "categories": 0}, {"name": "code", "categories": 10}]
        _, predicted = self.engine.fit({"kind": "boosted_trees"}, data, features=features)
        self.assertGreater((predicted.argmax(axis=1) == data.test_y).mean(), 0.98)

    def test_patience_without_validation_rows_is_an_error_that_says_so(self):
        reply = self.engine.ask(self.engine.fit_request({"kind": "boosted_trees", "patience": 3}, Data()))
        self.assertEqual("failed", reply["type"])
        self.assertIn("patience needs a validation loss to watch", reply["reason"])

    def test_a_model_explains_itself_when_asked(self):
        data = Data(rows=300)
        data.x[:, 3] = data.test_x[:, 3] = 0.0
        for kind in self.explaining:
            with self.subTest(kind):
                reply, predicted = self.engine.fit({"kind": kind}, data, explain=True)
                importance = reply["explanation"]["importance"]
                self.assertEqual((4, 0.0), (len(importance), importance[3]))
                self.assertAlmostEqual(1, sum(importance), places=6)
                unasked, again = self.engine.fit({"kind": kind}, data)
                self.assertNotIn("explanation", unasked)
                numpy.testing.assert_array_equal(predicted, again)

    def test_settings_reach_the_framework(self):
        data = Data(rows=300)
        small, _ = self.engine.fit({"kind": "forest", "trees": 5, "max_leaves": 4}, data)
        self.assertEqual((5, True), (small["epochs"], small["parameters"] <= 20))
        few, _ = self.engine.fit({"kind": "boosted_trees", "rounds": 3, "max_leaves": 4, "learning_rate": 0.5}, data)
        self.assertEqual((3, True), (few["epochs"], few["parameters"] <= 12))
