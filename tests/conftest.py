"""A real PostgreSQL for whoever asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server import FAST, Server, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A fast PostgreSQL, shared by the tests of one process."""
    with serving(*FAST) as started:
        yield started


@pytest.fixture
def database(server: Server) -> str:
    """The address of an empty database of the test's own."""
    return server.fresh()
