"""Fixtures of the tests of projections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.projections.given import store


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty store of views."""
    opened = store(tmp_path / "views.db")
    yield opened
    opened.dispose()
