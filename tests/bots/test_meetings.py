"""Meetings, as a clerk types them: convened, called off, recorded, approved."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from bots.grammar import parse, to_json
from bots.grammar.names import Names
from core import forum as f
from tests.auenland import Auenland

TODAY: Final = date(2026, 10, 14)
NAMES: Final = Names(
    organisations=("Birkfeld", "Lindgrund", "Steintal", "Kreis Auenland"),
    forums=("Strategisches Forum Wasser", "Forum Energie", "Steuerungsrunde"),
)
_WATER: Final = "Strategisches Forum Wasser"
_CONVENED: Final = {"intent": "convene_meeting", "on": "2026-11-12"}
_RECORDED: Final = {"intent": "record_meeting", "on": "2026-10-12"}
_BOTH: Final = {"audience": ["Birkfeld", "Lindgrund"]}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "Sitzung Wasserforum am 12.11. um 14 Uhr in Rotenburg",
            {**_CONVENED, "forum": _WATER, "at": "14:00", "text": "Rotenburg"},
        ),
        (
            "Nächste Sitzung des Forums Wasser: 12.11.2026, 14.30 Uhr im Rathaus",
            {**_CONVENED, "forum": _WATER, "at": "14:30", "text": "Rathaus"},
        ),
        (
            "Einladung zur Sitzung der Steuerungsrunde am 12.11. um 9 Uhr",
            {**_CONVENED, "forum": "Steuerungsrunde", "at": "09:00"},
        ),
        (
            "Forum Energie tagt am 12.11. um 9 Uhr",
            {**_CONVENED, "forum": "Forum Energie", "at": "09:00"},
        ),
        ("Wir tagen am 12.11., 14–16 Uhr", {**_CONVENED, "at": "14:00"}),
        (
            "meeting forum Wasser on 12 November at 2 pm in Rotenburg",
            {**_CONVENED, "forum": _WATER, "at": "14:00", "text": "Rotenburg"},
        ),
        (
            "Sitzung am 12.11. fällt aus: Krankheit",
            {"intent": "call_off_meeting", "on": "2026-11-12", "text": "Krankheit"},
        ),
        (
            "Sitzung Forum Wasser abgesagt am 12.11.",
            {"intent": "call_off_meeting", "on": "2026-11-12", "forum": _WATER},
        ),
        (
            "Sitzung vom 12.10. fand nicht statt",
            {"intent": "call_off_meeting", "on": "2026-10-12"},
        ),
        (
            "meeting on 12 November cancelled: illness",
            {"intent": "call_off_meeting", "on": "2026-11-12", "text": "illness"},
        ),
        (
            "Sitzung vom 12.10. fand statt: anwesend Birkfeld, Lindgrund; Protokoll 5",
            {**_RECORDED, **_BOTH, "text": "5"},
        ),
        (
            "Sitzung Wasserforum 12.10.: anwesend alle ohne Steintal. Protokoll folgt",
            {
                **_RECORDED,
                "audience": ["alle"],
                "absent": ["Steintal"],
                "forum": _WATER,
            },
        ),
        (
            "meeting of 12 October held: present Birkfeld, Lindgrund; minutes file 5",
            {**_RECORDED, **_BOTH, "text": "file 5"},
        ),
        (
            "Protokoll der Sitzung vom 12.10.: Ordner Wasser, Nr. 5",
            {
                "intent": "file_minutes",
                "on": "2026-10-12",
                "text": "Ordner Wasser, Nr. 5",
            },
        ),
        (
            "Protokoll vom 12.10. liegt im Ordner Wasser",
            {"intent": "file_minutes", "on": "2026-10-12", "text": "Ordner Wasser"},
        ),
        (
            "Niederschrift der Sitzung vom 12.10. ist genehmigt",
            {"intent": "approve_minutes", "on": "2026-10-12"},
        ),
        (
            "minutes of the meeting of 12 October approved",
            {"intent": "approve_minutes", "on": "2026-10-12"},
        ),
        (
            "Protokoll Forum Wasser vom 12.10. genehmigt",
            {"intent": "approve_minutes", "on": "2026-10-12", "forum": _WATER},
        ),
        ("Wann ist die nächste Sitzung?", {"intent": "which_meetings"}),
        ("Wann tagt das Wasserforum?", {"intent": "which_meetings", "forum": _WATER}),
    ],
)
def test_a_line_about_a_meeting_is_read_as_meant(
    line: str, meant: dict[str, object]
) -> None:
    assert to_json(parse(line, TODAY, NAMES)) == meant


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Sitzung vom 12.10. fand statt", "missing_audience"),
        ("Sitzung vom 12.10. fand statt: anwesend Hintertal", "which_organisation"),
        ("Sitzung am 12.11. verschoben auf November", "which_date"),
        (
            "Sitzung am 12.11. wegen Krankheit verschoben auf 19.11.",
            "unclear_remainder",
        ),
        ("Sitzung am 12.11. wird verlegt", "unclear_remainder"),
        ("Sitzung am 12.11., wenn genug zusagen", "condition_in_binding"),
        ("Sitzung im November", "which_date"),
        ("Sitzung am 31.11. um 14 Uhr", "impossible_date"),
        ("Protokoll der Sitzung vom 12.10. nicht genehmigt", "negated"),
        ("Protokoll der Sitzung vom 12.10.", "missing_text"),
    ],
)
def test_what_is_not_certain_is_asked_about(line: str, question: str) -> None:
    assert to_json(parse(line, TODAY, NAMES))["question"] == question


@pytest.mark.parametrize(
    "line",
    [
        "Sitzung der Gemeindevertretung am 12.11.",  # a council, not a forum
        "Ratssitzung am 12.11.",
        "Wir treffen uns um 10",
        "Sitzungsgeld erhöhen",
        "für Steintal, Telefon: Sitzung am 12.11.",
    ],
)
def test_what_is_no_meeting_of_a_forum_is_left_alone(line: str) -> None:
    assert to_json(parse(line, TODAY, NAMES))["intent"] is None


def test_a_meeting_is_said_back_convened_and_told_to_whoever_has_a_seat(
    here: Auenland,
) -> None:
    said = here.say("p-kern", "Sitzung Forum Wasser am 12.4. um 14 Uhr in Birkfeld")
    assert "ein: Forum Wasser, Mo, 12.04.2027 um 14:00 Uhr, Birkfeld." in said[0]
    assert "[Ja, einberufen]" in said[0]
    done = here.say("p-kern", "ja")
    assert done[0].startswith("Einberufen: ")
    for who in ("p-lindner", "p-mueller"):
        assert "tagt am Mo, 12.04.2027 um 14:00 Uhr, Birkfeld." in here.news(who)[-1]
    assert not here.news("p-kern")
    asked = here.say("p-vogt", "Wann ist die nächste Sitzung?")
    assert "Mo, 12.04. um 14:00 Uhr, Birkfeld" in asked[0]


def test_convening_taken_back_is_calling_off(here: Auenland) -> None:
    here.say("p-kern", "Sitzung am 12.4. um 14 Uhr")
    here.say("p-kern", "ja")
    assert "sagen die Sitzung" in here.say("p-kern", "zurücknehmen")[0]
    assert here.say("p-kern", "ja")[0].startswith("Abgesagt: ")
    assert "abgesagt" in here.news("p-lindner")[-1]


def test_a_meeting_is_recorded_with_its_minutes_and_approved(here: Auenland) -> None:
    line = "Sitzung vom 15.3. fand statt: anwesend alle, entschuldigt Steintal"
    said = here.say("p-kern", f"{line}; Protokoll Ordner Wasser 5")
    assert "Anwesend: Auenburg, Birkfeld, Lindgrund und Mühlau." in said[0]
    assert "Das Protokoll: Ordner Wasser 5." in said[0]
    done = here.say("p-kern", "ja")
    assert "war beschlussfähig" in done[0]
    here.say("p-kern", "Protokoll der Sitzung vom 15.3. genehmigt")
    assert "ist genehmigt" in here.say("p-kern", "ja")[0]
    assert "Protokoll genehmigt" in here.say("p-vogt", "Sitzungen")[0]
    again = here.say("p-kern", "Sitzung vom 15.3. fand statt: anwesend Birkfeld")
    assert "ist schon eingetragen" in again[0]
    entries = here.faden.store.journal.stream("forum:wasser")
    held = next(one for one in entries if isinstance(one.event, f.MeetingHeld))
    assert held.origin.effective_on == date(2027, 3, 15)
    assert held.recorded_at.date() == date(2027, 3, 17)


def test_only_coordination_says_so(here: Auenland) -> None:
    said = here.say("p-vogt", "Sitzung am 12.4. um 14 Uhr")
    assert "nur die Koordination" in said[0]
