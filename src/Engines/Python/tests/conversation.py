"""A conversation with a real engine process, as the harness has it."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import unittest

import numpy

FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGES = {"sklearn": "sklearn", "pytorch": "torch", "xgboost": "xgboost", "keras": "keras"}


def needs(engine):
    """Skips a test class whose framework this interpreter cannot import."""
    package = PACKAGES[engine]
    found = importlib.util.find_spec(package) is not None
    return unittest.skipUnless(found, f"{package} cannot be imported by {sys.executable}")


class Conversation:
    """Starts an engine, asks and reads replies. Use as a context manager; leaving it closes the engine's input."""

    def __init__(self, *arguments, **environment):
        program = arguments if len(arguments) > 1 else (os.path.join(FOLDER, "host", "engine.py"), *arguments)
        command = [sys.executable, "-u", *program]
        self.folder = tempfile.TemporaryDirectory()
        self.log = open(os.path.join(self.folder.name, "log"), "w+b")
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=dict(os.environ, FRAMEWORKBENCH_THREADS="1", **environment),
        )
        self.asked = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(30)
        self.log.close()
        self.folder.cleanup()

    def say(self, line):
        self.process.stdin.write(line.encode("utf-8") + b"\n")
        self.process.stdin.flush()

    def reply(self):
        """The next line, which must be one JSON object."""
        line = self.process.stdout.readline()
        if not line:
            self.log.seek(0)
            raise AssertionError("The engine ended: " + self.log.read().decode("utf-8", "replace")[-2000:])
        return json.loads(line)

    def ask(self, request):
        """The reply to a request, progress passed over."""
        self.say(json.dumps(request))
        while True:
            reply = self.reply()
            if reply["type"] != "progress":
                return reply

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def save(self, name, values):
        numpy.save(self.path(name), values)
        return self.path(name)

    def fit_request(self, model, data, task="binary", classes=2, precision="float32", seed=1, features=None, **given):
        """A fit of a model on a Data; `given` may hold initial_weights, batch_order, dropout_masks, native and explain."""
        self.asked += 1
        number = self.asked
        kind = numpy.float32 if precision == "float32" else numpy.float64

        def target(values):
            return values.astype(kind) if task in ("regression", "reconstruction") else values.astype(numpy.int32)

        arrays = {
            "train_x": self.save(f"{number}-tx.npy", data.x.astype(kind)),
            "train_y": self.save(f"{number}-ty.npy", target(data.y)),
            "predict_x": self.save(f"{number}-px.npy", data.test_x.astype(kind)),
            "predictions": self.path(f"{number}-p.npy"),
        }
        if data.validation_x is not None:
            arrays["validation_x"] = self.save(f"{number}-vx.npy", data.validation_x.astype(kind))
            arrays["validation_y"] = self.save(f"{number}-vy.npy", target(data.validation_y))
        if given.get("codes"):
            arrays["codes"] = self.path(f"{number}-c.npy")
        if "initial_weights" in given:
            weights = given["initial_weights"]
            arrays["initial_weights"] = [self.save(f"{number}-w{i}.npy", w.astype(kind)) for i, w in enumerate(weights)]
        if "batch_order" in given:
            arrays["batch_order"] = self.save(f"{number}-o.npy", given["batch_order"].astype(numpy.int32))
        if given.get("dropout_masks"):
            arrays["dropout_masks"] = [self.save(f"{number}-d{i}.npy", mask) for i, mask in enumerate(given["dropout_masks"])]
        asked = {name: given[name] for name in ("explain", "native") if name in given}
        return {
            **asked,
            "type": "fit",
            "id": str(number),
            "task": task,
            "classes": 0 if task in ("regression", "reconstruction") else classes,
            "seed": seed,
            "threads": 1,
            "precision": precision,
            "model": model,
            "arrays": arrays,
            "features": features,
            "codes": bool(given.get("codes")),
        }

    def fit(self, model, data, **members):
        """The `fitted` reply and the predictions; raises AssertionError for any other end."""
        request = self.fit_request(model, data, **members)
        reply = self.ask(request)
        if reply["type"] != "fitted":
            why = reply.get("missing") or reply.get("reason")
            raise AssertionError(f"{reply['type']}: {why}\n{reply.get('detail', '')}")
        return reply, numpy.load(request["arrays"]["predictions"])


class Data:
    """Three blobs or a noisy plane, small enough to fit in milliseconds and easy enough to be learnt."""

    def __init__(self, task="binary", rows=60, features=4, classes=2, validation=False, seed=0, outputs=1):
        generator = numpy.random.RandomState(seed)
        total = 2 * rows
        if task == "regression":
            x = generator.normal(size=(total, features))
            y = x @ generator.normal(size=(features, outputs)) + 0.1 * generator.normal(size=(total, outputs))
        else:
            y = numpy.arange(total) % classes
            x = generator.normal(size=(total, features)) + 2.0 * generator.normal(size=(classes, features))[y]
        self.x, self.y = x[:rows], y[:rows]
        self.test_x, self.test_y = x[rows:], y[rows:]
        held = slice(rows, rows + rows // 3)
        self.validation_x, self.validation_y = (x[held], y[held]) if validation else (None, None)


def network(layers, loss="binary_cross_entropy", optimizer="adam", epochs=5, **train):
    """A network model; a layer is (units, activation), or a layer of the protocol as it is."""
    dense = ("units", "activation")
    written = [layer if isinstance(layer, dict) else dict(zip(dense, layer), layer="dense") for layer in layers]
    train = dict({"loss": loss, "optimizer": optimizer, "learning_rate": 0.05, "epochs": epochs}, **train)
    return {"kind": "network", "layers": written, "train": train}
