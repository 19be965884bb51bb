"""A real PostgreSQL for whoever asks for one; properties have as long as they take."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.server import FAST, Server, serving

settings.register_profile(
    "faden", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("faden")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A fast PostgreSQL, shared by the tests of one process."""
    with serving(*FAST) as started:
        yield started


@pytest.fixture
def database(server: Server) -> str:
    """The address of an empty database of the test's own."""
    return server.fresh()
