"""Fixtures of the bot's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded, with nothing promised yet."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()
