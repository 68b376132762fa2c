"""Milliseconds an epoch of small networks, PyTorch and scikit-learn on one thread, as JSON by name."""
import json
import time
import warnings

import numpy as np
import torch
from sklearn.neural_network import MLPClassifier
from torch import nn

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
ROWS = 1437
rng = np.random.default_rng(1)
figures = {}


def torch_epoch(model, x, y, loss, optimizer, batch, epochs, repeats=5):
    fastest = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(epochs):
            order = torch.randperm(len(x)) if batch < len(x) else None
            for first in range(0, len(x), batch):
                if order is None:
                    bx, by = x, y
                else:
                    rows = order[first:first + batch]
                    bx, by = x[rows], y[rows]
                optimizer.zero_grad()
                loss(model(bx), by).backward()
                optimizer.step()
        fastest = min(fastest, (time.perf_counter() - start) / epochs)
    return fastest * 1e3


x = torch.tensor(rng.standard_normal((ROWS, 64)), dtype=torch.float32)
y = torch.tensor(rng.integers(0, 10, ROWS))
for batch in (32, 200):
    for name, drop in (("64-128-64-10", []), ("dropout", [nn.Dropout(0.3)])):
        model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), *drop, nn.Linear(128, 64), nn.ReLU(), *drop,
                              nn.Linear(64, 10))
        figures[f"torch digits {name} batch {batch}"] = torch_epoch(
            model, x, y, nn.CrossEntropyLoss(), torch.optim.Adam(model.parameters()), batch, 10)
    fastest = float("inf")
    for _ in range(3):
        mlp = MLPClassifier((128, 64), batch_size=batch, max_iter=20, tol=0, n_iter_no_change=1000)
        start = time.perf_counter()
        mlp.fit(x.numpy(), y.numpy())
        fastest = min(fastest, (time.perf_counter() - start) / 20)
    figures[f"sklearn digits 64-128-64-10 batch {batch}"] = fastest * 1e3

x = torch.tensor(rng.standard_normal((120, 4)), dtype=torch.float32)
y = torch.tensor(rng.integers(0, 3, 120))
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))
figures["torch iris 4-16-3 full batch"] = torch_epoch(
    model, x, y, nn.CrossEntropyLoss(), torch.optim.SGD(model.parameters(), 0.05), 120, 200)

x = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float32)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float32)
model = nn.Sequential(nn.Linear(2, 4), nn.Sigmoid(), nn.Linear(4, 1))
figures["torch xor 2-4-1 full batch"] = torch_epoch(
    model, x, y, nn.BCEWithLogitsLoss(), torch.optim.SGD(model.parameters(), 0.5), 4, 500)
print(json.dumps(figures))
