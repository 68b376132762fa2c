"""XGBoost's boosted trees and its random forest mode."""

import json
import unittest

from .conversation import Data, needs
from .tree_contract import TreeContract


@needs("xgboost")
class XGBoostTests(TreeContract, unittest.TestCase):
    engine_name = "xgboost"

    def test_rows_in_a_leaf_are_weight_for_squared_error_and_unsupported_for_classes(self):
        model = {"kind": "boosted_trees", "rounds": 5, "min_samples_leaf": 40}
        reply, _ = self.engine.fit(model, Data("regression", rows=120), task="regression")
        self.assertLessEqual(reply["parameters"], 5 * 3)
        self.assertEqual("min_samples_leaf of model boosted_trees for classes", self.missing(model, Data()))

    def test_a_long_boosting_is_cancelled(self):
        request = self.engine.fit_request({"kind": "boosted_trees", "rounds": 10_000_000}, Data())
        self.engine.say(json.dumps(request))
        self.assertEqual("progress", self.engine.reply()["type"])
        self.assertEqual("cancelled", self.engine.ask({"type": "cancel", "id": request["id"]})["type"])

    def test_it_has_no_matrix_product_to_calibrate(self):
        self.assertEqual({"type": "calibration"}, self.engine.ask({"type": "calibrate"}))


if __name__ == "__main__":
    unittest.main()
