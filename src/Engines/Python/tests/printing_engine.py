"""An engine without a framework, for the tests of the host: it prints wherever it can, waits, fails, is given seeds."""

import ctypes
import os
import sys

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "host"))

import host
from base import Engine
from task import Fitted


class PrintingEngine(Engine):
    name = "printing"
    framework = "none"
    version = "1"
    capabilities = {"models": ["constant", "linear", "forest"], "precisions": ["float32", "float64"]}

    def fit_constant(self, task):
        print("printed by Python")
        os.write(1, b"written to the descriptor\n")
        library = ctypes.CDLL(None)
        library.puts(b"put by C")
        library.fflush(None)
        os.system("echo said by a child")
        return Fitted(numpy.full((len(task.predict_x), task.outputs), 0.5), 0.1, float("nan"))

    def fit_linear(self, task):
        """Runs until it is cancelled."""
        epoch = 0
        while True:
            epoch += 1
            task.report(epoch, 1 / epoch)

    def fit_forest(self, task):
        raise ArithmeticError("two\nlines")


if __name__ == "__main__":
    if "broken" in sys.argv:
        host.run(lambda: __import__("no_such_framework"))
    host.run(PrintingEngine)
