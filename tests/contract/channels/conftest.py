"""Every channel in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.channels.faces import FACES, Face, facing


@pytest.fixture(params=list(FACES))
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Face]:
    """The people of Auenland in one channel."""
    with facing(request.param, tmp_path / "data") as people:
        yield people
