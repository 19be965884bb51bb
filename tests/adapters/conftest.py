"""An open store that knows notebooks, and its clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.clock import SetClock
from adapters.store import Store
from tests.adapters import notebook


@pytest.fixture
def clock() -> SetClock:
    """The clock stands at eight in the morning."""
    return SetClock(notebook.MORNING)


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    """A fresh data folder, opened."""
    opened = notebook.open_notebook(tmp_path / "data", clock)
    yield opened
    opened.close()
