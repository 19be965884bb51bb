"""Terminals: an empty one, and one in a region of two town halls."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal whose data folder does not exist yet."""
    return Terminal(tmp_path / "data")


@pytest.fixture
def founded(terminal: Terminal) -> Terminal:
    """A terminal in the region of the official directory."""
    terminal.must("init", "--region", "Musterregion")
    return terminal
