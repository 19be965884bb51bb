"""The county in which all walks take place, founded once for each walk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.access.county import World
from tests.access.world import world


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Everything there is, once in every confidentiality."""
    made = world(tmp_path_factory.mktemp("access") / "data")
    yield made
    made.here.faden.close()
