"""Auenland, in which the hour comes round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.digesting.rounds import Office
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded, with nothing promised yet."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


@pytest.fixture
def office(here: Auenland) -> Office:
    """The office on a Friday, when it has seen the clock once."""
    office = Office(here)
    office.at(datetime(2027, 3, 19, 8, 0, tzinfo=UTC))
    return office
