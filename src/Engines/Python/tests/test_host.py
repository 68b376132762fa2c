"""The host's side of the protocol, with an engine that has no framework."""

import json
import os
import unittest

import numpy

from .conversation import FOLDER, Conversation, Data

ENGINE = os.path.join(FOLDER, "tests", "printing_engine.py")


class HostTests(unittest.TestCase):
    def setUp(self):
        self.engine = Conversation(ENGINE, "whole")
        self.addCleanup(self.engine.__exit__)

    def test_a_framework_that_prints_cannot_spoil_a_reply(self):
        reply = self.engine.ask(self.engine.fit_request({"kind": "constant"}, Data()))
        self.assertEqual("fitted", reply["type"])
        self.engine.log.seek(0)
        log = self.engine.log.read()
        for said in (b"printed by Python", b"written to the descriptor", b"put by C", b"said by a child"):
            self.assertIn(said, log)

    def test_a_number_that_is_not_finite_is_written_as_its_name(self):
        self.assertEqual("NaN", self.engine.ask(self.engine.fit_request({"kind": "constant"}, Data()))["predict_seconds"])

    def test_hello_names_engine_and_protocol(self):
        reply = self.engine.ask({"type": "hello", "protocol": 1})
        self.assertEqual(("hello", 1, "printing"), (reply["type"], reply["protocol"], reply["engine"]))

    def test_a_line_that_is_no_request_is_refused_and_the_session_goes_on(self):
        lines = {
            "nonsense": "Not a line of JSON",
            "[1]": "A request is a JSON object, found list",
            '{"type":"dance"}': "'type' must be hello, calibrate, fit or cancel, found \"dance\"",
            '{"type":"fit","id":"1"}': "A fit needs 'task'",
            '{"type":"hello","protocol":2}': "Protocol 2 was requested; this engine speaks 1",
            '{"type":"fit","id":"1","task":"binary","classes":2,"seed":1,"model":{},"arrays":{}}': "'arrays' of a fit needs 'train_x'",
        }
        for line, reason in lines.items():
            self.engine.say(line)
            reply = self.engine.reply()
            self.assertEqual("refused", reply["type"], line)
            self.assertIn(reason, reply["reason"])
        self.engine.process.stdin.write(b"\xff\xfe\n")
        self.assertEqual("refused", self.engine.ask({"type": "cancel"})["type"])
        self.assertEqual("refused", self.engine.reply()["type"])
        self.assertEqual("hello", self.engine.ask({"type": "hello", "protocol": 1})["type"])

    def test_an_unknown_model_kind_is_unsupported(self):
        reply = self.engine.ask(self.engine.fit_request({"kind": "oracle"}, Data()))
        self.assertEqual({"type": "unsupported", "id": "1", "missing": "model oracle"}, reply)

    def test_an_error_in_a_fit_is_failed_with_one_line_and_the_trace(self):
        reply = self.engine.ask(self.engine.fit_request({"kind": "forest"}, Data()))
        self.assertEqual(("failed", "ArithmeticError: two lines"), (reply["type"], reply["reason"]))
        self.assertIn("Traceback", reply["detail"])

    def test_arrays_that_do_not_fit_together_are_named(self):
        data = Data()
        data.y = data.y[:-1]
        reply = self.engine.ask(self.engine.fit_request({"kind": "constant"}, data))
        self.assertEqual("ValueError: train_y has 59 rows, train_x has 60.", reply["reason"])

    def test_a_fit_is_cancelled_while_it_runs_and_progress_is_thinned(self):
        request = self.engine.fit_request({"kind": "linear"}, Data())
        self.engine.say(json.dumps(request))
        progress = self.engine.reply()
        self.assertEqual("progress", progress["type"])
        self.engine.say(json.dumps({"type": "cancel", "id": request["id"]}))
        told = 1
        while True:
            reply = self.engine.reply()
            if reply["type"] == "cancelled":
                break
            told += 1
        self.assertEqual({"type": "cancelled", "id": request["id"]}, reply)
        self.assertLess(told, progress["epoch"])
        self.assertEqual("fitted", self.engine.ask(self.engine.fit_request({"kind": "constant"}, Data()))["type"])

    def test_the_process_ends_when_its_input_does_even_in_a_fit(self):
        self.engine.say(json.dumps(self.engine.fit_request({"kind": "linear"}, Data())))
        self.assertEqual("progress", self.engine.reply()["type"])
        self.engine.process.stdin.close()
        self.assertEqual(0, self.engine.process.wait(30))

    def test_a_framework_that_cannot_be_loaded_is_refused_with_the_reason(self):
        with Conversation(ENGINE, "broken") as broken:
            reply = broken.ask({"type": "hello", "protocol": 1})
            self.assertEqual("refused", reply["type"])
            self.assertEqual("ModuleNotFoundError: No module named 'no_such_framework'", reply["reason"])

    def test_predictions_are_saved_as_rows_by_classes(self):
        reply, predictions = self.engine.fit({"kind": "constant"}, Data(classes=3), task="multiclass", classes=3)
        self.assertEqual((60, 3), predictions.shape)
        self.assertEqual(numpy.float64, predictions.dtype)


if __name__ == "__main__":
    unittest.main()
