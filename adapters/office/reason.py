"""Reason: what went wrong and where, without what anybody typed (*Ursache*)."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Final

from core.errors import OF_THE_PROGRAM, Refusal

_ROOT: Final = Path(__file__).parents[2]


def reason_of(error: Exception) -> str:
    """Return the kind of ``error`` and the place in our code that it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if _is_ours(Path(f.filename))] or frames
    name = type(error).__name__
    if not ours:
        return name
    return f"{name}, {Path(ours[-1].filename).name}:{ours[-1].lineno}"


def is_away(error: Exception) -> bool:
    """Whether nothing is wrong with what was tried: the store is away for a while."""
    return isinstance(error, Refusal) and error.code in OF_THE_PROGRAM


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(_ROOT) and "site-packages" not in file.parts
