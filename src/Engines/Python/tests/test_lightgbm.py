"""LightGBM's boosted trees and its random forest mode."""

import json
import unittest

from .conversation import Data, needs
from .tree_contract import TreeContract


@needs("lightgbm")
class LightGBMTests(TreeContract, unittest.TestCase):
    engine_name = "lightgbm"

    def test_a_long_boosting_is_cancelled(self):
        request = self.engine.fit_request({"kind": "boosted_trees", "rounds": 10_000_000}, Data())
        self.engine.say(json.dumps(request))
        self.assertEqual("progress", self.engine.reply()["type"])
        self.assertEqual("cancelled", self.engine.ask({"type": "cancel", "id": request["id"]})["type"])


if __name__ == "__main__":
    unittest.main()
