"""Everything that can be asked of the views, found in the code."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import projections


def every_query() -> Iterator[str]:
    """Return all that can be asked of the views or depends on who looks."""
    for module in pkgutil.walk_packages(projections.__path__, "projections."):
        loaded = importlib.import_module(module.name)
        for name, function in vars(loaded).items():
            own = getattr(function, "__module__", "") == module.name
            if name.startswith("_") or not inspect.isfunction(function) or not own:
                continue
            taken = inspect.signature(inspect.unwrap(function)).parameters.values()
            kinds = {str(one.annotation).rpartition(".")[2] for one in taken}
            if kinds & {"Viewer", "Connection", "Reader"}:
                short = module.name.removeprefix("projections.")
                yield f"{short}.{name}"
