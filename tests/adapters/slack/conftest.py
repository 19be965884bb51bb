"""Auenland with Slack: the real server, a stand-in for Slack, and people of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.slack.county import SlackCounty, opened


@pytest.fixture
def county(tmp_path: Path) -> Iterator[SlackCounty]:
    """Auenland, served, with coordination and Lindgrund's clerk in Slack."""
    with opened(tmp_path / "data") as county:
        yield county
