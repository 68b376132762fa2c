"""The template engine is a whole engine."""

import os
import unittest

import numpy

from .conversation import FOLDER, Conversation, Data

LONGEST = 60


class TemplateTests(unittest.TestCase):
    def test_it_says_hello_and_fits(self):
        with Conversation(os.path.join(FOLDER, "template")) as engine:
            self.assertEqual("template", engine.ask({"type": "hello", "protocol": 1})["engine"])
            _, predicted = engine.fit({"kind": "constant"}, Data(classes=3), task="multiclass", classes=3)
            numpy.testing.assert_allclose(predicted, 1 / 3, atol=1e-6)

    def test_it_fits_an_algorithm_of_its_own(self):
        data = Data(classes=3)
        with Conversation(os.path.join(FOLDER, "template")) as engine:
            _, plain = engine.fit(centroids(), data, task="multiclass", classes=3)
            _, merged = engine.fit(centroids(shrinkage=1), data, task="multiclass", classes=3)
            unknown = engine.ask(engine.fit_request({"kind": "custom", "algorithm": "nearest-friend"}, data, "multiclass", 3))
            misspelt = engine.ask(engine.fit_request(centroids(shrink=1), data, "multiclass", 3))
        means = numpy.stack([data.x[data.y == label].mean(axis=0) for label in range(3)])
        nearest = ((data.test_x[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
        numpy.testing.assert_array_equal(nearest, plain.argmax(axis=1))
        self.assertEqual({0}, set(merged.argmax(axis=1)))
        self.assertEqual("algorithm nearest-friend", unknown["missing"])
        self.assertEqual("parameter shrink of algorithm nearest-centroid", misspelt["missing"])

    def test_it_stays_short(self):
        with open(os.path.join(FOLDER, "template", "template_engine.py"), encoding="utf-8") as file:
            self.assertLessEqual(len(file.readlines()), LONGEST)


def centroids(**parameters):
    return {"kind": "custom", "algorithm": "nearest-centroid", "parameters": parameters}


if __name__ == "__main__":
    unittest.main()
