"""scikit-learn, 1.2 and later: every model kind, as far as its estimators go."""

import sklearn

import environment
from base import Engine, averaged
from network import CAPABILITIES, Network
from sklearn_components import fit_principal_components
from sklearn_linear import fit_constant, fit_linear
from sklearn_network import check, train
from sklearn_perceptron import fit_perceptron
from sklearn_trees import fit_boosted_trees, fit_forest, fit_tree


class ScikitLearnEngine(Engine):
    name = "sklearn"
    framework = "scikit-learn"
    version = sklearn.__version__
    capabilities = dict(
        CAPABILITIES,
        models=["constant", "perceptron", "network", "linear", "tree", "forest", "boosted_trees", "principal_components"],
        tasks=["binary", "multiclass", "regression", "reconstruction"],
        layers=["dense", "activation"],
        activations=["linear", "sigmoid", "tanh", "relu", "softmax"],
        optimizers=["gradient_descent", "sgd", "momentum", "nesterov", "adam"],
        precisions=["float32", "float64"],
        dropout_masks=False,
        missing_values=True,
        categories=True,
    )

    def fit(self, task):
        with environment.limited_threads(task.threads):
            return super().fit(task)

    def fit_constant(self, task):
        return fit_constant(task)

    def fit_perceptron(self, task):
        return fit_perceptron(task)

    def fit_network(self, task):
        network = Network(task.model)
        network.check(self.capabilities, task)
        hidden = check(network, task)
        return averaged([train(network, hidden, task, task.small_seed + member) for member in range(network.ensemble)])

    def fit_linear(self, task):
        return fit_linear(task)

    def fit_principal_components(self, task):
        return fit_principal_components(task)

    def fit_tree(self, task):
        return fit_tree(task)

    def fit_forest(self, task):
        return fit_forest(task)

    def fit_boosted_trees(self, task):
        return fit_boosted_trees(task)
