"""PyTorch, 1.13 and later: networks, networks for tables, linear models."""

import os

import torch

import environment
from base import Engine, averaged, gflops
from network import CAPABILITIES, Network
from pytorch_linear import fit_linear
from pytorch_network import train
from pytorch_realmlp import RealMlpTraining
from pytorch_tabm import TabMTraining
from tabular import RealMlp, TabM


class PyTorchEngine(Engine):
    name = "pytorch"
    framework = "PyTorch"
    version = torch.__version__
    capabilities = dict(
        CAPABILITIES,
        models=["network", "linear", "realmlp", "tabm"],
        tasks=["binary", "multiclass", "regression", "reconstruction"],
        precisions=["float32", "float64"],
    )

    def __init__(self):
        torch.set_num_interop_threads(1)
        torch.set_num_threads(int(os.environ.get("FRAMEWORKBENCH_THREADS") or 1))

    def environment(self):
        return dict(environment.numeric_libraries(), torch_blas=environment.blas_of_torch())

    def fit_network(self, task):
        network = Network(task.model)
        network.check(self.capabilities, task)
        torch.set_num_threads(task.threads)
        return averaged([train(network, task, task.seed + member) for member in range(network.ensemble)])

    def fit_realmlp(self, task):
        spec = RealMlp(task.model, task)
        torch.set_num_threads(task.threads)
        return averaged([RealMlpTraining(spec, task, task.seed + member).fitted() for member in range(spec.ensemble)])

    def fit_tabm(self, task):
        torch.set_num_threads(task.threads)
        return TabMTraining(TabM(task.model), task, task.seed).fitted()

    def fit_linear(self, task):
        torch.set_num_threads(task.threads)
        return fit_linear(task)

    def calibrate(self, size, threads):
        torch.set_num_threads(threads)
        left, right = torch.rand(size, size), torch.rand(size, size)
        return gflops(size, lambda: torch.mm(left, right))
