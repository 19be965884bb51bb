"""Fixtures of the tests of projections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from adapters.settings import Server
from adapters.views import close_views, open_views
from tests.projections.given import store


@pytest.fixture
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty store of views: on SQLite, unless the test names PostgreSQL."""
    if getattr(request, "param", "SQLite") == "PostgreSQL":
        server = Server(request.getfixturevalue("database"))
        opened = open_views(tmp_path / "views.db", server)
        yield opened
        close_views(opened, server)
    else:
        opened = store(tmp_path / "views.db")
        yield opened
        opened.dispose()
