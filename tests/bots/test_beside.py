"""The forum whose board stands beside the chat is meant where a line names none."""

from __future__ import annotations

import pytest

from bots.heard import TextSaid
from core.ports import Via
from tests import energy
from tests.auenland import Auenland


def _typed(here: Auenland, text: str, beside: str) -> list[str]:
    said = TextSaid(ref=text, person="p-kern", via=Via.WEB, text=text, beside=beside)
    here.hear(said)
    return here.news("p-kern")


@pytest.mark.parametrize(
    "line",
    [
        "Bitte an Birkfeld: Pläne schicken bis 30.4.",
        "Abfrage an alle: Wer hat einen Kanalspülwagen? bis 30.4.",
        "Beschlussvorschlag: Wir messen gemeinsam, bis 30.4.",
        "Sitzung am 12.11. um 14 Uhr in Birkfeld",
    ],
)
def test_the_board_beside_a_line_says_which_forum_is_meant(
    here: Auenland, line: str
) -> None:
    energy.constitute(here)
    assert "Energie" in _typed(here, line, "energie")[-1]
    assert "Wasser" in _typed(here, f"{line} ", "wasser")[-1]


def test_without_a_board_the_forum_is_asked_for(here: Auenland) -> None:
    energy.constitute(here)
    asked = _typed(here, "Bitte an Birkfeld: Pläne schicken bis 30.4.", "")
    assert "Für welches Forum?" in asked[-1]


def test_a_named_forum_counts_more_than_the_board(here: Auenland) -> None:
    energy.constitute(here)
    line = "Bitte an Birkfeld im Forum Wasser: Pläne schicken bis 30.4."
    assert "Wasser" in _typed(here, line, "energie")[-1]


def test_the_board_of_a_forum_without_the_other_side_is_not_meant(
    here: Auenland,
) -> None:
    energy.constitute(here)
    line = "Bitte an Lindgrund: Pläne schicken bis 30.4."
    assert "Wasser" in _typed(here, line, "energie")[-1]
