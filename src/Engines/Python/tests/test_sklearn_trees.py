"""scikit-learn's trees, forests and boosting."""

import unittest

import numpy

from .conversation import Data, needs
from .tree_contract import TreeContract


@needs("sklearn")
class ScikitLearnTreeTests(TreeContract, unittest.TestCase):
    engine_name = "sklearn"
    kinds = ("tree", "forest", "boosted_trees")
    explaining = ("tree", "forest")

    def test_blocks_of_warm_starts_give_the_model_of_one_fit(self):
        from sklearn.ensemble import HistGradientBoostingClassifier

        data = Data(rows=300)
        _, predicted = self.engine.fit({"kind": "boosted_trees", "rounds": 250}, data, precision="float64", seed=4)
        own = HistGradientBoostingClassifier(max_iter=250, early_stopping=False, random_state=4).fit(data.x, data.y)
        numpy.testing.assert_allclose(own.predict_proba(data.test_x), predicted, atol=1e-12)

    def test_a_forest_grown_in_steps_is_the_forest_grown_at_once(self):
        from sklearn.ensemble import RandomForestClassifier

        data = Data(rows=300)
        _, predicted = self.engine.fit({"kind": "forest", "trees": 37}, data, precision="float64", seed=4)
        own = RandomForestClassifier(37, random_state=4).fit(data.x, data.y)
        numpy.testing.assert_allclose(own.predict_proba(data.test_x), predicted, atol=1e-12)

    def test_the_nodes_of_a_tree_lead_where_its_predictions_say(self):
        for task, classes, outputs in (("multiclass", 3, 1), ("regression", 0, 1)):
            with self.subTest(task):
                data = Data(task, rows=200, classes=classes or 2, outputs=outputs)
                given = {"task": task, "classes": classes, "precision": "float64", "explain": True}
                reply, predicted = self.engine.fit({"kind": "tree", "max_depth": 4}, data, **given)
                nodes = reply["explanation"]["tree"]
                self.assertEqual(200, nodes[0]["rows"])
                for x, expected in zip(data.test_x, predicted):
                    node = nodes[0]
                    while "left" in node:
                        node = nodes[node["left" if x[node["feature"]] <= node["threshold"] else "right"]]
                    numpy.testing.assert_allclose(node["value"], expected, atol=1e-12)
                gains = numpy.zeros(4)
                for node in nodes:
                    gains[node.get("feature", 0)] += node["gain"]
                numpy.testing.assert_allclose(gains / gains.sum(), reply["explanation"]["importance"], atol=1e-12)

    def test_a_setting_without_a_word_in_the_framework_is_named(self):
        data = Data()
        self.assertEqual(
            "subsample of model boosted_trees", self.missing({"kind": "boosted_trees", "subsample": 0.5}, data)
        )
        self.assertEqual(
            "min_child_weight of model boosted_trees",
            self.missing({"kind": "boosted_trees", "min_child_weight": 3}, data),
        )
        self.engine.fit({"kind": "boosted_trees", "subsample": 1.0}, data)

    def test_trees_and_forests_refuse_categories(self):
        features = [{"name": "code", "categories": 3}] + [{"name": "x", "categories": 0}] * 3
        for kind in ("tree", "forest"):
            missing = self.missing({"kind": kind}, Data(), features=features)
            self.assertEqual(f"categories in model {kind}", missing)


if __name__ == "__main__":
    unittest.main()
