"""Keras 3 on any of its backends: networks. KERAS_BACKEND chooses; else PyTorch, TensorFlow or JAX, whichever is installed."""

import importlib.util
import os

BACKENDS = {"torch": "torch", "tensorflow": "tensorflow", "jax": "jax"}


def choose_backend(environment):
    """Names the backend before Keras is imported, which is when Keras looks."""
    if not environment.get("KERAS_BACKEND"):
        found = [backend for backend, module in BACKENDS.items() if importlib.util.find_spec(module)]
        if not found:
            raise ImportError("Keras needs one of the packages torch, tensorflow and jax; none is installed")
        environment["KERAS_BACKEND"] = found[0]


choose_backend(os.environ)

import keras  # noqa: E402

import environment  # noqa: E402
from base import Engine, averaged, gflops  # noqa: E402
from keras_network import train  # noqa: E402
from network import CAPABILITIES, Network  # noqa: E402


class KerasEngine(Engine):
    name = "keras"
    framework = "Keras"
    version = keras.__version__
    capabilities = dict(
        CAPABILITIES,
        models=["network"],
        tasks=["binary", "multiclass", "regression"],
        # Keras turns 64-bit results into 32-bit ones on every backend but TensorFlow (its rules of type promotion).
        precisions=["float32", "float64"] if os.environ["KERAS_BACKEND"] == "tensorflow" else ["float32"],
    )

    def __init__(self):
        self.backend = keras.backend.backend()
        self.module = importlib.import_module(BACKENDS.get(self.backend, self.backend))
        threads = int(os.environ.get("FRAMEWORKBENCH_THREADS") or 1)
        if self.backend == "tensorflow":
            # TensorFlow takes its threads once, before its first operation.
            self.module.config.threading.set_intra_op_parallelism_threads(threads)
            self.module.config.threading.set_inter_op_parallelism_threads(1)
        self.limit_threads(threads)

    def limit_threads(self, threads):
        if self.backend == "torch":
            self.module.set_num_threads(threads)

    def environment(self):
        found = dict(environment.numeric_libraries(), backend=self.backend)
        # Keras multiplies by its backend, which need not use NumPy's library.
        found["numpy_blas"] = found.pop("blas")
        if self.backend == "torch":
            found["torch_blas"] = environment.blas_of_torch()
        found[self.backend] = getattr(self.module, "__version__", "unknown")
        return found

    def fit_network(self, task):
        network = Network(task.model)
        network.check(self.capabilities, task)
        self.limit_threads(task.threads)
        return averaged([train(network, task, task.small_seed + member) for member in range(network.ensemble)])

    def calibrate(self, size, threads):
        self.limit_threads(threads)
        keras.utils.set_random_seed(0)
        left, right = (keras.random.uniform((size, size), dtype="float32") for _ in range(2))
        return gflops(size, lambda: keras.ops.convert_to_numpy(keras.ops.matmul(left, right)))
