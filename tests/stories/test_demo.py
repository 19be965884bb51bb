"""The demo leaves a lively board behind, whatever day it is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.clock import SetClock
from tests.adapters.cli.terminal import Terminal


@pytest.mark.parametrize(
    "now",
    [datetime(2027, 3, 17, 9, 0, tzinfo=UTC), datetime(2028, 1, 2, 23, 30, tzinfo=UTC)],
)
def test_the_story_ends_with_something_in_every_state(
    tmp_path: Path, now: datetime
) -> None:
    terminal = Terminal(tmp_path / "data", clock=SetClock(now))
    terminal.must("demo")
    rows = json.loads(terminal.must("commitments", "--json"))
    states = {row["ref"]: row["state"] for row in rows}
    assert states == {
        "Z1": "fulfilled",
        "Z2": "fulfilled",
        "Z3": "fulfilled",
        "Z4": "declined",
        "Z5": "promised",
        "Z6": "reserved",
        "Z7": "promised",
        "Z8": "reported",
        "Z9": "requested",
        "Z10": "promised",
        "Z11": "requested",
        "Z12": "requested",
        "Z13": "countered",
        "Z14": "requested",
        "Z15": "requested",
        "Z16": "promised",
    }
    waiting = {row["ref"]: row["pending"] for row in rows if row["pending"]}
    assert waiting == {"Z9": "draft", "Z12": "on_behalf"}


def test_playing_it_again_adds_nothing(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data")
    terminal.must("demo")
    before = terminal.must("commitments", "--json")
    terminal.must("demo")
    assert terminal.must("commitments", "--json") == before


def test_a_real_region_stays_as_it_is(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data")
    terminal.must("init", "--region", "Musterregion")
    assert "Musterregion" in terminal.refused("demo")
