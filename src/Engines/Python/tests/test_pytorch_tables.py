"""RealMLP and TabM in PyTorch against formulas in NumPy, golden fits and the authors' own losses."""

import json
import math
import os
import sys
import unittest

import numpy

from . import tables_reference as reference
from .conversation import FOLDER, Conversation, Data, needs

sys.path.insert(0, os.path.join(FOLDER, "host"))

from stopping import BestEpoch  # noqa: E402
from tabular import Columns, RealMlp, flat_then_cosine  # noqa: E402
from task import History  # noqa: E402

FIXTURES = os.path.join(FOLDER, "..", "..", "..", "tests", "fixtures", "tabular_networks")
CATEGORIES = 5
FEATURES = [{"name": "a"}, {"name": "b", "indicator": True}, {"name": "c", "categories": CATEGORIES}, {"name": "d"}]
NUMERIC = [{"name": name} for name in "abcd"]


def realmlp(**members):
    return dict({"kind": "realmlp", "hidden": [6, 5], "epochs": 4, "batch_size": 16}, **members)


def tabm(**members):
    return dict({"kind": "tabm", "members": 3, "hidden": [6, 5], "epochs": 4, "batch_size": 16}, **members)


class Table(Data):
    """Data with an indicator and a column of codes, some of them missing."""

    def __init__(self, *arguments, **members):
        super().__init__(*arguments, **members)
        generator = numpy.random.RandomState(9)
        for x in (self.x, self.test_x):
            x[:, 1] = numpy.where(x[:, 1] > 0, 1, -1)
            x[:, 2] = generator.randint(0, CATEGORIES, len(x))
            x[generator.uniform(size=len(x)) < 0.2, 2] = numpy.nan


class Golden:
    """A fit of a golden file, as data and arguments of a conversation."""

    def __init__(self, name):
        with open(os.path.join(FIXTURES, name), encoding="utf-8") as file:
            self.content = content = json.load(file)
        self.features = [dict({"name": "x"}, **feature) for feature in content["features"]]
        self.x, self.validation_x, self.test_x = (self.rows(part) for part in ("x", "validation_x", "predict_x"))
        self.y, self.validation_y = self.targets("y"), self.targets("validation_y")

    def rows(self, name):
        values = [numpy.nan if value is None else value for value in self.content[name]]
        return numpy.array(values).reshape(-1, len(self.features))

    def targets(self, name):
        values = numpy.array(self.content[name])
        return values.reshape(-1, 1) if self.content["task"] == "regression" else values.astype(int)

    @property
    def arguments(self):
        content, rows = self.content, len(self.x) * len(self.content["batch_order"])
        weights = [numpy.array(array["values"]).reshape(array["shape"]) for array in content["initial_weights"]]
        masks = [numpy.array(list(text), dtype=numpy.int32).reshape(rows, -1) for text in content["dropout_masks"]]
        return dict(
            task=content["task"],
            classes=content["classes"],
            precision="float64",
            features=self.features,
            initial_weights=weights,
            batch_order=numpy.array(content["batch_order"]),
            dropout_masks=masks,
        )


def uniforms(seed):
    """The weights of tests/fixtures/realmlp_reference.py."""
    while True:
        seed = (6364136223846793005 * seed + 1442695040888963407) % 2**64
        yield (2 * ((seed >> 11) / 2**53) - 1) * 3**0.5


class SpecificationTests(unittest.TestCase):
    def test_the_step_size_goes_up_and_down_four_times_and_ends_at_nothing(self):
        class Values:
            regression = True

        spec = RealMlp({}, Values)
        self.assertEqual(0, spec.rate_at(0))
        for wave in range(4):
            peak, valley = (2 ** (wave + 0.5) - 1) / 15, (2 ** (wave + 1) - 1) / 15
            self.assertAlmostEqual(0.2, spec.rate_at(peak), 12)
            self.assertAlmostEqual(0, spec.rate_at(valley), 12)

    def test_dropout_and_decay_stay_for_half_the_updates_and_fall_to_nothing(self):
        self.assertEqual([1, 1, 1], [flat_then_cosine(share) for share in (0, 0.25, 0.5)])
        self.assertAlmostEqual(0.5, flat_then_cosine(0.75), 12)
        self.assertAlmostEqual(0, flat_then_cosine(1), 12)
        self.assertAlmostEqual(0.5 * (1 + math.cos(math.pi / 4)), flat_then_cosine(0.625), 12)

    def test_columns_are_told_apart(self):
        columns = Columns(FEATURES)
        self.assertEqual(([0, 3, 1], [2], [CATEGORIES]), (columns.numbers, columns.codes, columns.categories))

    def test_the_latest_of_equal_epochs_is_best(self):
        best, history = BestEpoch(regression=False), History()
        for epoch, accuracy in enumerate((0.5, 0.75, 0.25, 0.75, 0.5), 1):
            history.add(1.0, None, 1.0, accuracy)
            self.assertFalse(best.should_stop(epoch, history, lambda: epoch))
        self.assertEqual((4, 4), (best.restored(5), best.best_weights))

    def test_without_validation_rows_the_last_epoch_stays(self):
        best, history = BestEpoch(regression=True), History()
        history.add(1.0)
        best.should_stop(1, history, None)
        self.assertIsNone(best.restored(1))


@needs("pytorch")
class PyTorchTableTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Conversation("pytorch")

    @classmethod
    def tearDownClass(cls):
        cls.engine.__exit__()

    def missing(self, model, data, **members):
        reply = self.engine.ask(self.engine.fit_request(model, data, **members))
        return reply.get("missing") or reply.get("reason")

    def test_golden_fits_are_repeated(self):
        names = [name for name in sorted(os.listdir(FIXTURES)) if name != "realmlp-reference.json"]
        self.assertEqual(6, len(names))
        for name in names:
            with self.subTest(name):
                golden = Golden(name)
                wanted = golden.content
                reply, predictions = self.engine.fit(wanted["model"], golden, **golden.arguments)
                numpy.testing.assert_allclose(reply["history"]["loss"], wanted["losses"], rtol=1e-9)
                numpy.testing.assert_allclose(reply["history"]["validation_loss"], wanted["validation_losses"], rtol=1e-9)
                numpy.testing.assert_allclose(predictions.ravel(), wanted["predictions"], rtol=1e-9, atol=1e-12)
                self.assertEqual(wanted["best_epoch"], reply.get("best_epoch") or reply["epochs"])
                self.assertEqual((wanted["epochs"], wanted["stopped"]), (reply["epochs"], reply["stopped"]))

    def test_the_losses_are_those_of_the_authors(self):
        with open(os.path.join(FIXTURES, "realmlp-reference.json"), encoding="utf-8") as file:
            cases = json.load(file)["cases"]
        for case in cases:
            with self.subTest(case["name"]):
                rows, columns, classes = case["rows"], case["columns"], case["classes"]
                numbers, widths, weights = uniforms(case["seed"]), (columns, 256, 256, 256), [numpy.ones(columns)]
                for shape in zip(widths, widths[1:]):
                    weights.append(numpy.array([next(numbers) for _ in range(shape[0] * shape[1])]).reshape(shape))
                    weights.append(numpy.array([next(numbers) for _ in range(shape[1])]))
                weights += [numpy.zeros((256, classes or 1)), numpy.zeros(classes or 1)]
                orders = [sorted(set(range(rows)) - set(left_out)) + left_out for left_out in case["left_out"]]
                orders += [list(range(rows))] * (256 - len(orders))
                data = Data()
                data.x = data.test_x = numpy.array(case["x"]).reshape(rows, columns)
                data.y = numpy.array(case["y"]) if classes else numpy.array(case["y"]).reshape(-1, 1)
                given = dict(task=case["task"], classes=classes, initial_weights=weights, batch_order=numpy.array(orders))
                reply, _ = self.engine.fit({"kind": "realmlp", "variant": "td_s"}, data, **given)
                numpy.testing.assert_allclose(reply["history"]["loss"][: len(case["losses"])], case["losses"], atol=1e-4)

    def test_predictions_are_those_of_the_formulas(self):
        # At a rate of next to nothing the given weights stay as they are.
        still = dict(learning_rate=1e-30, weight_decay=0, epochs=1)
        for name in ("realmlp-multiclass.json", "realmlp-regression.json"):
            golden = Golden(name)
            arguments = golden.arguments
            _, predictions = self.engine.fit(dict(golden.content["model"], **still), golden, **arguments)
            classes = golden.content["task"] == "multiclass"
            curve = reference.selu if classes else reference.mish
            output = reference.realmlp(arguments["initial_weights"], golden.test_x, [0, 3], [1], [2], curve)
            wanted = reference.softmax(output) if classes else numpy.clip(output, golden.y.min(), golden.y.max())
            numpy.testing.assert_allclose(predictions, wanted, atol=1e-12)
        golden = Golden("tabm-multiclass.json")
        _, predictions = self.engine.fit(dict(golden.content["model"], **still), golden, **golden.arguments)
        output = reference.tabm(golden.arguments["initial_weights"], golden.test_x)
        numpy.testing.assert_allclose(predictions, reference.softmax(output).mean(0), atol=1e-12)

    def test_label_smoothing_and_the_mean_of_the_members_losses(self):
        still = dict(learning_rate=1e-30, weight_decay=0, dropout=0, epochs=1, batch_size=22)
        golden = Golden("realmlp-multiclass.json")
        arguments = dict(golden.arguments, dropout_masks=[])
        for smoothing in (0, 0.3):
            model = dict(golden.content["model"], label_smoothing=smoothing, **still)
            reply, _ = self.engine.fit(model, golden, **arguments)
            for part, x, y, share in (
                ("loss", golden.x, golden.y, smoothing),
                ("validation_loss", golden.validation_x, golden.validation_y, 0),
            ):
                output = reference.realmlp(arguments["initial_weights"], x, [0, 3], [1], [2], reference.selu)
                targets = (1 - share) * numpy.eye(3)[y] + share / 3
                wanted = -(targets * numpy.log(reference.softmax(output))).sum(1).mean()
                self.assertAlmostEqual(wanted, reply["history"][part][0], 12)
        golden = Golden("tabm-multiclass.json")
        arguments = dict(golden.arguments, dropout_masks=[])
        reply, _ = self.engine.fit(dict(golden.content["model"], **still), golden, **arguments)
        members = reference.softmax(reference.tabm(arguments["initial_weights"], golden.x))
        wanted = -numpy.log(members[:, numpy.arange(22), golden.y]).mean()
        self.assertAlmostEqual(wanted, reply["history"]["loss"][0], 12)

    def test_what_does_not_fill_a_batch_is_left_out_of_realmlp_and_kept_in_tabm(self):
        for model, learns in ((realmlp(batch_size=16), False), (tabm(batch_size=16), True)):
            data = Data("regression", rows=20)
            # Only the last four rows of the order have targets other than 0.
            data.y = numpy.where(numpy.arange(20)[:, None] < 16, 0, 1e6)
            order = numpy.array([numpy.arange(20)] * 4)
            reply, _ = self.engine.fit(model, data, task="regression", batch_order=order)
            self.assertEqual(learns, reply["history"]["loss"][0] > 1e9)

    def test_a_batch_is_never_larger_than_the_table(self):
        for model in (realmlp(batch_size=256), tabm(batch_size=256)):
            reply, _ = self.engine.fit(model, Data(rows=21))
            self.assertEqual((4, "completed"), (reply["epochs"], reply["stopped"]))

    def test_values_of_the_full_variant_stay_within_the_range_of_the_training_targets(self):
        data = Data("regression", seed=3)
        data.test_x = 1e3 * data.test_x
        _, held = self.engine.fit(realmlp(), data, task="regression")
        self.assertGreaterEqual(held.min(), numpy.float32(data.y.min()))
        self.assertLessEqual(held.max(), numpy.float32(data.y.max()))
        _, free = self.engine.fit(realmlp(variant="td_s", epochs=40), data, task="regression")
        self.assertGreater(numpy.abs(free).max(), numpy.abs(data.y).max())

    def test_categories_missing_ones_and_every_setting_are_taken(self):
        model = realmlp(epochs=60)
        for changed in ({}, {"variant": "td_s"}, {"input_scale": False}, {"numeric_embedding": "none"}, {"activation": "relu"}):
            with self.subTest(**changed):
                data = Table("multiclass", classes=3)
                reply, predictions = self.engine.fit(
                    dict(model, **changed), data, task="multiclass", classes=3, features=FEATURES
                )
                self.assertGreater((predictions.argmax(1) == data.test_y).mean(), 0.6)
                numpy.testing.assert_allclose(predictions.sum(1), 1, atol=1e-5)
                self.assertGreater(reply["parameters"], 6 * 8 + 6 * 5)

    def test_networks_learn_and_depend_on_the_seed_only(self):
        for model in (realmlp(epochs=60), tabm(epochs=60)):
            data = Data()
            first, again, other = (self.engine.fit(model, data, seed=seed)[1] for seed in (7, 7, 8))
            numpy.testing.assert_array_equal(first, again)
            self.assertGreater(numpy.abs(first - other).max(), 1e-4)
            self.assertGreater((first.argmax(1) == data.test_y).mean(), 0.85)

    def test_an_ensemble_is_the_mean_of_its_seeds(self):
        model = realmlp()
        reply, together = self.engine.fit(dict(model, ensemble=3), Data(), seed=5)
        singles = [self.engine.fit(model, Data(), seed=seed) for seed in (5, 6, 7)]
        numpy.testing.assert_allclose(together, sum(p for _, p in singles) / 3, atol=1e-6)
        self.assertEqual(sum(r["parameters"] for r, _ in singles), reply["parameters"])

    def test_patience_ends_tabm_and_the_best_epoch_is_put_back(self):
        data = Data(validation=True, seed=2)
        data.y = numpy.where(numpy.arange(60) % 5 == 0, 1 - data.y, data.y)
        reply, predictions = self.engine.fit(tabm(epochs=500, patience=3, hidden=[32], learning_rate=0.05), data)
        losses = reply["history"]["validation_loss"]
        self.assertEqual(("early", reply["best_epoch"] + 3), (reply["stopped"], reply["epochs"]))
        self.assertEqual(int(numpy.argmin(losses)) + 1, reply["best_epoch"])
        labels = data.validation_y
        restored = -numpy.log(predictions[numpy.arange(len(labels)), labels]).mean()
        self.assertAlmostEqual(min(losses), restored, places=5)

    def test_unsupported_cases_and_wrong_arrays_are_named(self):
        codes = [{"name": "a", "categories": CATEGORIES}, *NUMERIC[1:]]
        data = Data()
        data.x = numpy.abs(data.x).astype(int) % CATEGORIES
        self.assertEqual("categories in model tabm", self.missing(tabm(), data, features=codes))
        data.x = data.x.astype(float)
        data.x[3, 1] = numpy.nan
        self.assertEqual("missing values in model realmlp", self.missing(realmlp(), data))
        self.assertEqual("missing values in model tabm", self.missing(tabm(), data))
        self.assertEqual("task reconstruction for model realmlp", self.missing(realmlp(), Data("regression"), task="reconstruction"))
        self.assertEqual("task reconstruction for model tabm", self.missing(tabm(), Data("regression"), task="reconstruction"))
        self.assertEqual("variant td_x", self.missing(realmlp(variant="td_x"), Data()))
        weights = [numpy.zeros(3)]
        wanted = "The network takes 10 arrays of initial weights, found 1."
        self.assertIn(wanted, self.missing(tabm(), Data(), initial_weights=weights))
        golden = Golden("tabm-regression.json")
        arguments = golden.arguments
        arguments["initial_weights"][1] = arguments["initial_weights"][1].T
        reason = self.missing(golden.content["model"], golden, **arguments)
        self.assertIn("initial_weights[1] has shape (3, 4), not (4, 3).", reason)
        arguments = golden.arguments
        arguments["dropout_masks"] = arguments["dropout_masks"][::-1]
        reason = self.missing(golden.content["model"], golden, **arguments)
        self.assertIn("dropout_masks[0] has 20 columns, not 24.", reason)

    def test_a_loss_that_is_no_longer_finite_ends_as_diverged(self):
        reply, _ = self.engine.fit(tabm(learning_rate=1e30, epochs=50), Data("regression"), task="regression")
        self.assertEqual("diverged", reply["stopped"])
        self.assertLess(reply["epochs"], 50)

    def test_a_long_fit_is_cancelled(self):
        for model in (realmlp(epochs=1_000_000), tabm(epochs=1_000_000)):
            request = self.engine.fit_request(model, Data())
            self.engine.say(json.dumps(request))
            self.assertEqual("progress", self.engine.reply()["type"])
            self.assertEqual("cancelled", self.engine.ask({"type": "cancel", "id": request["id"]})["type"])


@needs("pytorch")
class StartTests(unittest.TestCase):
    """The start of RealMLP and of TabM, seen from within."""

    @classmethod
    def setUpClass(cls):
        sys.path.insert(0, os.path.join(FOLDER, "pytorch"))
        import torch
        from pytorch_realmlp import RealMlpModule
        from pytorch_tabm import TabMModule
        from tabular import TabM

        cls.torch = torch
        torch.manual_seed(1)

        class Classes:
            regression = False

        cls.columns = Columns(FEATURES)
        cls.full = RealMlpModule(RealMlp({"hidden": [300, 200]}, Classes), cls.columns, 40)
        cls.simple = RealMlpModule(RealMlp({"hidden": [300, 200], "variant": "td_s"}, Classes), Columns(NUMERIC), 3)
        cls.tabm = TabMModule(TabM({"hidden": [300, 200], "members": 16}), 100, 3)

    def test_every_weighted_sum_has_variance_one_over_the_rows_and_each_unit_bends_among_them(self):
        torch = self.torch
        numbers = torch.randn(150, 3)
        codes = torch.randint(0, CATEGORIES + 1, (150, 1))
        self.full.start_from(numbers, codes)
        x = self.full.first(numbers, codes)
        for layer, activation in zip([*self.full.hidden, self.full.output], [*self.full.activations, None]):
            sums = x @ layer.weight / layer.weight.shape[0] ** 0.5
            torch.testing.assert_close(sums.var(0, unbiased=False), torch.ones(sums.shape[1]), atol=1e-4, rtol=0)
            kinks = -layer.bias
            self.assertTrue(bool(((kinks >= sums.min(0)[0]) & (kinks <= sums.max(0)[0])).all()))
            # Five rows with weights of mean squares 2/(5·6) leave a third of the variance of one row.
            spread = (kinks - sums.mean(0)).var().item()
            self.assertAlmostEqual(1 / 3, spread, delta=0.15)
            x = activation(layer(x)) if activation else x
        weight = self.full.hidden[1].weight
        self.assertAlmostEqual(0, weight.mean().item(), delta=0.02)

    def test_a_column_that_says_nothing_does_not_spoil_the_start(self):
        torch = self.torch
        from pytorch_realmlp import ScaledLinear

        layer = ScaledLinear(3, 4)
        layer.start_from(torch.zeros(10, 3))
        self.assertTrue(bool(torch.isfinite(layer.weight).all() and torch.isfinite(layer.bias).all()))

    def test_the_embedding_and_the_factors_have_their_spread(self):
        from pytorch_realmlp import NumericEmbedding

        embedding = NumericEmbedding(200, 0.1)
        self.assertAlmostEqual(0.1, embedding.frequencies.std().item(), delta=0.01)
        self.assertAlmostEqual(math.pi / 3**0.5, embedding.phases.std().item(), delta=0.1)
        self.assertAlmostEqual(0.25 / 3**0.5, embedding.combinations.std().item(), delta=0.01)
        self.assertAlmostEqual(0.25, embedding.offsets.abs().max().item(), delta=0.01)
        self.assertEqual((CATEGORIES + 1, 8), tuple(self.full.category_rows[0].shape))
        self.assertEqual(2 * 4 + 1 + 8, int(self.full.factors.sum().item()))

    def test_the_simplified_variant_starts_from_normal_numbers_and_a_silent_output(self):
        layer = self.simple.hidden[1]
        self.assertAlmostEqual(1, layer.weight.std().item(), delta=0.02)
        self.assertAlmostEqual(1, layer.bias.std().item(), delta=0.15)
        self.assertEqual(0, self.simple.output.weight.abs().sum() + self.simple.output.bias.abs().sum())
        self.assertEqual(4, len(self.simple.factors))

    def test_members_of_tabm_differ_by_signs_and_heads_alone(self):
        first, second = self.tabm.hidden
        self.assertEqual({-1.0, 1.0}, set(first.input_factors.flatten().tolist()))
        self.assertAlmostEqual(0, first.input_factors.mean().item(), delta=0.1)
        for factors in (first.output_factors, second.input_factors, second.output_factors):
            self.assertEqual({1.0}, set(factors.flatten().tolist()))
        self.assertTrue(bool((first.bias == first.bias[0]).all()))
        self.assertAlmostEqual(0.1, first.weight.abs().max().item(), delta=0.002)
        self.assertAlmostEqual(0.1 / 3**0.5, first.weight.std().item(), delta=0.002)
        heads = self.tabm.heads.weight
        self.assertGreater((heads[0] - heads[1]).abs().max().item(), 0.01)
        self.assertAlmostEqual(200**-0.5, heads.abs().max().item(), delta=0.001)


if __name__ == "__main__":
    unittest.main()
