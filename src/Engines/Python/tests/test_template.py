"""The template engine is a whole engine."""

import os
import unittest

import numpy

from .conversation import FOLDER, Conversation, Data

LONGEST = 60


class TemplateTests(unittest.TestCase):
    def test_it_says_hello_and_fits(self):
        path = os.path.join(FOLDER, "template", "template_engine.py")
        with Conversation(path, "") as engine:
            self.assertEqual("template", engine.ask({"type": "hello", "protocol": 1})["engine"])
            _, predicted = engine.fit({"kind": "constant"}, Data(classes=3), task="multiclass", classes=3)
            numpy.testing.assert_allclose(predicted, 1 / 3, atol=1e-6)

    def test_it_stays_short(self):
        with open(os.path.join(FOLDER, "template", "template_engine.py"), encoding="utf-8") as file:
            self.assertLessEqual(len(file.readlines()), LONGEST)


if __name__ == "__main__":
    unittest.main()
