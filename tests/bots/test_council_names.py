"""A body has one name, whoever types it, and however (*Gremium*)."""

from __future__ import annotations

import pytest

from bots.grammar.spellings import usual
from core.decision import events as e
from core.decision.kinds import Evidence
from core.ports import Recorded
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both


def bodies(here: Auenland) -> list[str]:
    past: list[Recorded] = [*here.faden.store.journal.stream("decision:B1")]
    events = [one.event for one in past if getattr(one.event, "org", "") == "lindgrund"]
    return [event.body for event in events if hasattr(event, "body")]


def decided(here: Auenland) -> e.CouncilApproved:
    past = here.faden.store.journal.stream("decision:B1")
    (found,) = [one.event for one in past if isinstance(one.event, e.CouncilApproved)]
    return found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("gemeindevertretung", "Gemeindevertretung"),
        ("GEMEINDEVERTRETUNG", "Gemeindevertretung"),
        ("gv", "Gemeindevertretung"),
        ("StVV", "Stadtverordnetenversammlung"),
        ("Stadtrates", "Stadtrat"),
        ("Magistrats", "Magistrat"),
        ("haupt- und finanzausschuss", "Haupt- und Finanzausschuss"),
        ("municipal council", "municipal council"),
        ("Rat", "Rat"),
    ],
)
def test_usual_spellings_are_one_name(typed: str, name: str) -> None:
    assert usual(typed) == name
    assert usual(name) == name


def test_a_body_named_after_its_paper_keeps_name_and_paper(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Vorlage 12/2027 eingereicht am 12.5.")
    line = "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7"
    assert "Gemeindevertretung" in both(here, "p-lange", line)[-1]
    assert bodies(here)[-1] == "Gemeindevertretung"
    said = here.say("p-lange", "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    assert "noch nicht genannt" not in "\n".join(said)


@pytest.mark.parametrize(
    "said",
    [
        "mündlich zugestimmt",
        "hat mündlich zugestimmt am 12.5.",
        "hat zugestimmt, Niederschrift kommt noch",
        "zugestimmt, Protokoll folgt",
    ],
)
def test_an_approval_by_word_of_mouth_is_provisional(said: str, here: Auenland) -> None:
    accepted(here)
    assert "vorläufig (◌)" in here.say("p-lange", f"B1 Gemeindevertretung: {said}")[-1]
    here.say("p-lange", "ja")
    assert decided(here).evidence is Evidence.ORAL


def test_word_of_mouth_beside_evidence_is_asked_back(here: Auenland) -> None:
    accepted(here)
    line = "B1 Gemeindevertretung: mündlich zugestimmt, TOP 7"
    assert "verstehe ich" in here.say("p-lange", line)[-1]


def test_conditions_without_evidence_are_pointed_out(here: Auenland) -> None:
    accepted(here)
    line = "B1 Gemeindevertretung: mit Maßgabe: jährlich kündbar"
    assert "vorläufig (◌)" in here.say("p-lange", line)[-1]


def test_the_same_body_in_small_letters_is_the_same_body(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 gemeindevertretung: vertagt")
    both(here, "p-lange", "B1 GV: zugestimmt am 12.5., TOP 7")
    assert {*bodies(here)[1:]} == {"Gemeindevertretung"}
