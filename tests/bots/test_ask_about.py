"""A figure that is only about right is kept as such, and told as such everywhere."""

from __future__ import annotations

import pytest

from core.ask import events as e
from tests.auenland import Auenland
from tests.bots.asked import filled, form_of, opened
from tests.bots.test_ask_further import FIELDS


@pytest.fixture
def asked(here: Auenland) -> Auenland:
    """Auenland after an ask with four fields."""
    opened(here, FIELDS)
    return here


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("ja; 2028; ca. 180.000 €; gut", "Betrag: ca. 180.000 € · Zustand: gut."),
        ("ja; 2028; ca.180.000 €; gut", "Betrag: ca. 180.000 € · Zustand: gut."),
        ("ja; Betrag rund 180 Tsd. €", "Betrag: ca. 180.000 €."),
        ("ja; Betrag: etwa 90.000", "Betrag: ca. 90.000 €."),
        ("ja; Betrag: ~90.000", "Betrag: ca. 90.000 €."),
        ("ja, ca. 2028", "Bedarf: ja · Jahr: ca. 2028."),
        ("ja; frühestens 2028", "Bedarf: ja · Jahr: 2028 – frühestens 2028."),
        ("ja; Jahr: wohl 2028", "Bedarf: ja · Jahr: 2028 – wohl 2028."),
        ("ja; 2028; 180.000 €; gut", "Betrag: 180.000 € · Zustand: gut."),
    ],
)
def test_what_is_only_about_right_is_noted_as_such(
    asked: Auenland, said: str, noted: str
) -> None:
    assert noted in asked.say("p-lindner", f"F1: {said}")[-1]


def test_the_record_keeps_that_it_is_about_so_much(asked: Auenland) -> None:
    asked.say("p-lindner", "F1: ja; 2028; ca. 180.000 €; gut")
    event = asked.faden.store.journal.stream("ask:F1")[-1].event
    assert isinstance(event, e.Answered)
    about = [(v.question, v.said.text) for v in event.values if v.about]
    assert about == [("betrag", "180000")]
    assert "geändert" in asked.say("p-lindner", "F1: Betrag 180.000 €")[-1]


def test_the_form_says_about_and_keeps_it_when_it_is_sent_again(
    asked: Auenland,
) -> None:
    asked.say("p-lindner", "F1: ja; Betrag: ca. 180.000 €")
    asked.say("p-lindner", "F1")
    _, form = form_of(asked, "p-lindner")
    known = {field.label: field.value for field in form.fields}
    assert known["Betrag"] == "ca. 180.000"
    again = filled(asked, "p-lindner", "form", **{**known, "Zustand": "gut"})
    assert "Betrag: ca. 180.000 € · Zustand: gut." in again[-1]


def test_a_sum_is_about_right_if_any_part_is(asked: Auenland) -> None:
    asked.say("p-lindner", "F1: ja; 2028; ca. 180.000 €; gut")
    asked.say("p-mueller", "F1: ja; ca. 2028; 200.000 €; gut")
    asked.say("p-kern", "F1 veröffentlichen")
    told = asked.say("p-kern", "ja")[-1]
    assert "zusammen ca. 380.000 €, im Schnitt ca. 190.000 €" in told
    assert "Jahr: ca. 2028: 2" in told
    assert "Zustand: gut: 2" in told
