"""GFLOP/s of PyTorch's matrix products on one thread, as JSON by name."""
import json
import time

import torch

torch.set_num_threads(1)
SHAPES = [(512, 512, 512), (256, 256, 256), (1024, 1024, 1024), (200, 64, 128), (200, 128, 64), (200, 64, 10),
          (32, 64, 128), (32, 128, 64), (32, 64, 10), (4, 2, 4)]


def best(action):
    for _ in range(5):
        action()
    start = time.perf_counter()
    action()
    repeats = max(1, int(0.01 / (time.perf_counter() - start)))
    fastest = float("inf")
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(repeats):
            action()
        fastest = min(fastest, (time.perf_counter() - start) / repeats)
    return fastest


figures = {}
for rows, inner, columns in SHAPES:
    for name, dtype in (("float", torch.float32), ("double", torch.float64)):
        a = torch.randn(rows, inner, dtype=dtype)
        b = torch.randn(inner, columns, dtype=dtype)
        at = torch.randn(inner, rows, dtype=dtype).t()
        bt = torch.randn(columns, inner, dtype=dtype).t()
        c = torch.empty(rows, columns, dtype=dtype)
        for kind, left, right in (("A·B", a, b), ("Aᵀ·B", at, b), ("A·Bᵀ", a, bt)):
            seconds = best(lambda: torch.mm(left, right, out=c))
            figures[f"{kind} {name} {rows}x{inner}x{columns}"] = 2 * rows * inner * columns / seconds / 1e9
print(json.dumps(figures))
