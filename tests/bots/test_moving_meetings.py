"""A meeting moved to another day: one line, one echo, told once."""

from __future__ import annotations

import pytest

from bots.grammar import parse, to_json
from tests.auenland import Auenland
from tests.bots.test_meetings import NAMES, TODAY

_MOVED = {"intent": "move_meeting", "on": "2026-11-12", "to": "2026-11-19"}


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("Sitzung am 12.11. verschoben auf 19.11.", {}),
        (
            "Die Sitzung vom 12.11. wird verlegt auf den 19.11., 14–16 Uhr",
            {"at": "14:00"},
        ),
        (
            "Sitzung Forum Energie vom 12.11. verschoben auf Do, 19.11. in Birkfeld",
            {"forum": "Forum Energie", "text": "Birkfeld"},
        ),
        ("meeting on 12 November moved to 19 November at 2 pm", {"at": "14:00"}),
    ],
)
def test_a_line_moves_a_meeting(line: str, more: dict[str, str]) -> None:
    assert to_json(parse(line, TODAY, NAMES)) == {**_MOVED, **more}


def test_a_moved_meeting_keeps_hour_and_place_and_is_told_once(here: Auenland) -> None:
    here.say("p-kern", "Sitzung am 12.4. um 14 Uhr in Birkfeld")
    here.say("p-kern", "ja")
    here.news("p-lindner")
    said = here.say("p-kern", "Sitzung vom 12.4. verschoben auf den 14.4.")
    assert "[Ja, verschieben]" in said[0]
    for told in ("Mo, 12.04.2027", "Mi, 14.04.2027 um 14:00 Uhr, Birkfeld"):
        assert told in said[0]
    done = here.say("p-kern", "ja")
    assert "Abgesagt: " in done[0]
    assert "Einberufen: " in done[0]
    (news,) = here.news("p-lindner")
    assert "vom Mo, 12.04.2027 ist verschoben auf Mi, 14.04.2027 um 14:00 Uhr" in news
    both = here.say("p-vogt", "Sitzungen")[0]
    assert "Mo, 12.04.: abgesagt" in both
    assert "Mi, 14.04. um 14:00 Uhr, Birkfeld" in both


def test_of_a_meeting_that_ends_in_the_same_line_the_beginning_counts(
    here: Auenland,
) -> None:
    said = here.say("p-kern", "Sitzung am 12.4., 14–16 Uhr in Birkfeld")
    assert "um 14:00 Uhr, Birkfeld." in said[0]
    assert "16" not in said[0].split("[")[0]
