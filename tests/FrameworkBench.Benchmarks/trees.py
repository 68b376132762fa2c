"""Seconds that XGBoost and scikit-learn take for trees on one thread, as JSON by name."""
import csv
import gzip
import json
import pathlib
import time

import numpy as np
import xgboost
from sklearn import ensemble

REPEATS = 3
figures = {}


def repository():
    folder = pathlib.Path(__file__).resolve().parent
    while not (folder / "FrameworkBench.sln").exists():
        folder = folder.parent
    return folder


def numbers(texts, as_codes):
    if not as_codes:
        try:
            return [float(text) if text else np.nan for text in texts]
        except ValueError:
            pass
    codes = {name: code for code, name in enumerate(sorted(set(texts) - {""}))}
    return [codes.get(text, np.nan) for text in texts]


def read(name, classification):
    with gzip.open(repository() / "experiments" / "datasets" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        columns = list(zip(*list(csv.reader(file))[1:]))
    table = np.array([numbers(c, classification and i == len(columns) - 1) for i, c in enumerate(columns)]).T
    x, y = table[:, :-1].astype(np.float32), table[:, -1]
    test = np.arange(len(x)) % 5 == 4
    return x[~test], y[~test], x[test]


def best(name, action):
    fastest, result = float("inf"), None
    for _ in range(REPEATS):
        start = time.perf_counter()
        result = action()
        fastest = min(fastest, time.perf_counter() - start)
    figures[name] = fastest
    return result


def boost_xgboost(x, y, classes):
    # The hessian of XGBoost's softmax is twice as large, so twice the learning rate makes the same step.
    options = {"tree_method": "hist", "grow_policy": "lossguide", "max_leaves": 31, "max_depth": 0, "max_bin": 255,
               "eta": 0.2 if classes > 2 else 0.1, "reg_lambda": 0, "min_child_weight": 1e-3, "nthread": 1,
               "verbosity": 0,
               "objective": "multi:softprob" if classes > 2 else "binary:logistic" if classes else "reg:squarederror"}
    if classes > 2:
        options["num_class"] = classes
    return xgboost.train(options, xgboost.DMatrix(x, y, nthread=1), 100)


for table, classification in (("letter", True), ("diamonds", False), ("satellite", True), ("spambase", True),
                              ("ames", False)):
    x, y, new = read(table, classification)
    classes = int(y.max()) + 1 if classification else 0
    model = best(f"xgboost {table} boosting fit", lambda: boost_xgboost(x, y, classes))
    best(f"xgboost {table} boosting predict", lambda: model.predict(xgboost.DMatrix(new, nthread=1)))
    kind = "Classifier" if classification else "Regressor"
    make = getattr(ensemble, f"HistGradientBoosting{kind}")
    model = best(f"sklearn {table} boosting fit",
                 lambda: make(early_stopping=False, min_samples_leaf=1).fit(x, y))
    best(f"sklearn {table} boosting predict", lambda: (model.predict_proba if classification else model.predict)(new))
    if not classification:
        continue
    model = best(f"sklearn {table} forest fit", lambda: ensemble.RandomForestClassifier(n_jobs=1).fit(x, y))
    best(f"sklearn {table} forest predict", lambda: model.predict_proba(new))
print(json.dumps(figures))
