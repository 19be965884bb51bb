"""Two homes for a region: where it lies, and where its backup is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.settings import Server
from tests.adapters.backup.county import Home
from tests.server import Server as Running


@pytest.fixture(params=["folder", "server"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A data folder, or a server."""
    return _home(request, tmp_path / "data")


@pytest.fixture(params=["folder", "server"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """Another one, on a new machine."""
    return _home(request, tmp_path / "elsewhere")


def _home(request: pytest.FixtureRequest, folder: Path) -> Home:
    if request.param == "folder":
        return Home(folder, None)
    running: Running = request.getfixturevalue("server")
    return Home(folder, Server(running.fresh()))
