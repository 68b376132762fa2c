"""The loop of an engine process: reads requests, lets the engine work, writes replies (docs/engine-protocol.md)."""

import json
import math
import os
import queue
import signal
import sys
import threading
import time
import traceback

PROTOCOL = 1
SECONDS_BETWEEN_PROGRESS = 0.5
REQUIRED_OF_A_FIT = ("id", "task", "classes", "seed", "model", "arrays")
REQUIRED_ARRAYS = ("train_x", "train_y", "predict_x", "predictions")


class Unsupported(Exception):
    """The engine lacks what was requested; the message names it in the words of the model specification."""


class Cancelled(Exception):
    """The harness asked to give up the fit under way."""


class Channel:
    """Requests in, replies out, one JSON object a line."""

    def __init__(self, requests, replies):
        self.requests = requests
        self.replies = replies
        self.writing = threading.Lock()

    @classmethod
    def take_standard_streams(cls):
        """Keeps the real standard streams for the protocol; whoever prints from now on prints to standard error."""
        replies = os.fdopen(os.dup(1), "wb", buffering=0)
        requests = os.fdopen(os.dup(0), "rb")
        sys.stdout.flush()
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        sys.stdout = sys.stderr
        return cls(requests, replies)

    def send(self, reply):
        """Sends one reply; safe from any thread."""
        line = (json.dumps(finite(reply), ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")
        with self.writing:
            while line:
                line = line[self.replies.write(line) :]


def finite(value):
    """The value with numbers that JSON does not know as strings, members that are None left out, NumPy's numbers plain."""
    if isinstance(value, dict):
        return {key: finite(member) for key, member in value.items() if member is not None}
    if isinstance(value, (list, tuple)):
        return [finite(member) for member in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def parse(line):
    """Reads one request.

    Raises ValueError, saying what was found and what would be right.
    """
    try:
        request = json.loads(line.decode("utf-8"))
    except ValueError as error:
        raise ValueError(f"Not a line of JSON: {error}") from None
    if not isinstance(request, dict):
        raise ValueError(f"A request is a JSON object, found {type(request).__name__}")
    kind = request.get("type")
    if kind not in ("hello", "calibrate", "fit", "cancel"):
        raise ValueError(f"'type' must be hello, calibrate, fit or cancel, found {json.dumps(kind)}")
    if kind == "hello" and request.get("protocol", PROTOCOL) != PROTOCOL:
        raise ValueError(f"Protocol {json.dumps(request['protocol'])} was requested; this engine speaks {PROTOCOL}")
    if kind == "cancel" and "id" not in request:
        raise ValueError("A cancel needs 'id'")
    if kind == "fit":
        check_fit(request)
    return request


def check_fit(request):
    """Raises ValueError when a fit lacks a member that it cannot do without."""
    absent = [name for name in REQUIRED_OF_A_FIT if request.get(name) is None]
    if absent:
        raise ValueError(f"A fit needs '{absent[0]}'")
    for name in ("model", "arrays"):
        if not isinstance(request[name], dict):
            raise ValueError(f"'{name}' of a fit must be a JSON object, found {type(request[name]).__name__}")
    absent = [name for name in REQUIRED_ARRAYS if request["arrays"].get(name) is None]
    if absent:
        raise ValueError(f"'arrays' of a fit needs '{absent[0]}'")


class Fit:
    """One fit under way: carries the cancellation in and the progress out."""

    def __init__(self, channel, identity):
        self.channel = channel
        self.identity = identity
        self.cancelled = threading.Event()
        self.reported = time.monotonic()

    def report(self, epoch, loss=None, validation_loss=None):
        """Reports how far the fit is; cheap to call after each epoch, most calls send nothing.

        Raises Cancelled when the harness asked to give up.
        """
        if self.cancelled.is_set():
            raise Cancelled
        if time.monotonic() - self.reported < SECONDS_BETWEEN_PROGRESS:
            return
        self.reported = time.monotonic()
        self.channel.send(
            {"type": "progress", "id": self.identity, "epoch": epoch, "loss": loss, "validation_loss": validation_loss}
        )


class Host:
    """Reads on a thread of its own, so that a cancel is seen during a fit; works on the main thread."""

    def __init__(self, channel, load):
        self.channel = channel
        self.load = load
        self.engine = None
        self.work = queue.Queue()
        self.fits = {}

    def serve(self):
        """Answers until the harness closes the input; then the process ends at once."""
        threading.Thread(target=self.read, name="requests", daemon=True).start()
        while True:
            request = self.work.get()
            if request["type"] == "fit":
                self.channel.send(self.fit(request))
            else:
                self.channel.send(self.answer(request))

    def read(self):
        """Sorts the requests; runs until the input ends."""
        try:
            for line in self.channel.requests:
                if line.strip():
                    self.sort(line)
        finally:
            # A fit under way, perhaps deep in native code, must not outlive the harness.
            os._exit(0)

    def sort(self, line):
        try:
            request = parse(line)
        except ValueError as error:
            self.channel.send({"type": "refused", "reason": f"{error}."})
            return
        if request["type"] == "cancel":
            fit = self.fits.get(str(request["id"]))
            if fit is not None:
                fit.cancelled.set()
            return
        if request["type"] == "fit":
            # Before the work starts, so that a cancel right behind the fit finds it.
            self.fits[str(request["id"])] = Fit(self.channel, request["id"])
        self.work.put(request)

    def loaded(self):
        if self.engine is None:
            self.engine = self.load()
        return self.engine

    def answer(self, request):
        """The reply to `hello` or `calibrate`; a framework that cannot be loaded is refused with the reason."""
        try:
            engine = self.loaded()
            if request["type"] == "hello":
                return dict(engine.describe(), type="hello", protocol=PROTOCOL)
            gflops = engine.calibrate(int(request.get("size") or 512), int(request.get("threads") or 1))
            return {"type": "calibration", "gflops": gflops}
        except BaseException as error:
            traceback.print_exc()
            return {"type": "refused", "reason": reason_of(error)}

    def fit(self, request):
        """The last reply to a fit."""
        identity = request["id"]
        fit = self.fits[str(identity)]
        try:
            engine = self.loaded()
            from task import FitTask

            fitted = engine.fit(FitTask(request, fit.report))
            fitted.save(request["arrays"]["predictions"], request["arrays"].get("codes"))
            return dict(fitted.reply(), type="fitted", id=identity)
        except Unsupported as error:
            return {"type": "unsupported", "id": identity, "missing": str(error)}
        except Cancelled:
            return {"type": "cancelled", "id": identity}
        except BaseException as error:
            traceback.print_exc()
            return {"type": "failed", "id": identity, "reason": reason_of(error), "detail": traceback.format_exc()}
        finally:
            self.fits.pop(str(identity), None)


def reason_of(error):
    """One line for the reader of a table."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def run(load):
    """Runs an engine on the process's standard streams; `load` makes it, at the first request that needs it."""
    channel = Channel.take_standard_streams()
    # Ctrl-C reaches the whole process group; scikit-learn would swallow Python's KeyboardInterrupt and go on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Host(channel, load).serve()
