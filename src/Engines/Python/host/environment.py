"""Which linear algebra the numbers come from, and how many threads it may use."""

import contextlib
import os
import re

# The library files that hold a BLAS; Debian's libblas.so.3 is the slow reference one unless it points elsewhere.
BLAS_FILE = re.compile(r"/lib(openblas|mkl_rt|mkl_core|blis|atlas|blas)[^/]*$")


def numeric_libraries():
    """NumPy's and SciPy's versions and the BLAS under them."""
    import numpy

    found = {"numpy": numpy.__version__}
    with contextlib.suppress(ImportError):
        import scipy
        import scipy.linalg  # so that its BLAS is loaded and shows

        found["scipy"] = scipy.__version__
    found["blas"] = blas()
    return found


def blas():
    """Name and version of every BLAS that the process has loaded."""
    names = sorted(set(by_threadpoolctl()) | set(by_loaded_files()))
    return ", ".join(names) or "unknown"


def blas_of_torch():
    """The BLAS that PyTorch says it was built with; `generic` is whatever libblas the system gives it."""
    import torch

    for item in torch.__config__.show().replace(",", "\n").splitlines():
        if "BLAS_INFO=" in item:
            built = item.split("BLAS_INFO=")[1].strip()
            return f"{built}: {blas()}" if built == "generic" else built
    return "MKL" if torch.backends.mkl.is_available() else blas()


def by_threadpoolctl():
    """BLAS libraries that threadpoolctl knows; none where it is not installed."""
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return
    titles = {"openblas": "OpenBLAS", "mkl": "MKL", "blis": "BLIS", "flexiblas": "FlexiBLAS"}
    for library in threadpool_info():
        if library["user_api"] == "blas":
            title = titles.get(library["internal_api"], library["internal_api"])
            details = (library.get("version"), library.get("threading_layer"), library.get("architecture"))
            yield " ".join([title] + [str(detail) for detail in details if detail])


def by_loaded_files():
    """BLAS libraries among the files mapped into this process (Linux), those that threadpoolctl names left out."""
    known = set(loaded_by_threadpoolctl())
    for path in sorted(mapped_files()):
        found = BLAS_FILE.search(path)
        if not found or path in known:
            continue
        version = re.search(r"\.so\.([\d.]+)$", path)
        number = f" {version.group(1)}" if version else ""
        # Debian gives OpenBLAS the name libblas.so.3 too, in a folder that says so.
        fast = re.search("openblas|mkl|blis|atlas", path)
        if not fast:
            yield f"reference BLAS{number}"
        elif not known:
            yield f"{fast.group(0)}{number}"


def loaded_by_threadpoolctl():
    with contextlib.suppress(ImportError):
        from threadpoolctl import threadpool_info

        for library in threadpool_info():
            yield os.path.realpath(library["filepath"])


def mapped_files():
    """Files mapped into this process, links resolved; empty where the system does not tell."""
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            paths = {line.split(None, 5)[5].strip() for line in maps if line.count("/")}
    except (OSError, IndexError):
        return set()
    return {os.path.realpath(path) for path in paths if path.startswith("/")}


@contextlib.contextmanager
def limited_threads(threads):
    """Holds BLAS and OpenMP to so many threads where threadpoolctl is installed; else the environment's limits stand."""
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        yield
        return
    with threadpool_limits(limits=threads):
        yield
