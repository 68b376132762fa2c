"""scikit-learn's principal components."""

from sklearn.decomposition import PCA

from base import timed
from task import Fitted


def fit_principal_components(task):
    """PCA by the full singular value decomposition: reconstructions of the rows, and their scores as codes."""
    model = PCA(n_components=int(task.model["components"]), svd_solver="full")
    _, fit_seconds = timed(lambda: model.fit(task.train_x))

    def predict():
        codes = model.transform(task.predict_x)
        return codes, model.inverse_transform(codes)

    (codes, predicted), predict_seconds = timed(predict)
    return Fitted(
        predicted,
        fit_seconds,
        predict_seconds,
        codes=codes if task.codes else None,
        stopped="converged",
        parameters=model.components_.size + model.mean_.size,
        threads=task.threads,
    )
