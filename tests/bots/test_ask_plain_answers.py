"""Yes and no where a number is asked, and what follows in people's own words."""

from __future__ import annotations

import pytest

from core.ask import events as e
from tests.auenland import Auenland
from tests.bots.asked import kinds, opened

PUMPS = "Abfrage an alle: Wie viele Pumpen haben Sie? bis 30.4."
SEVERAL = "Abfrage an alle: Pumpen? Felder: Anzahl, Baujahr (Jahr). bis 30.4."


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("ja, 2", "Anzahl: 2."),
        ("ja 2", "Anzahl: 2."),
        ("ja, ca. 3, eine davon defekt", "Anzahl: ca. 3 – eine davon defekt."),
        ("nein", "Anzahl: 0."),
        ("keine", "Anzahl: 0."),
        ("nein, die alte ist verschrottet", "Anzahl: 0 – die alte ist verschrottet."),
    ],
)
def test_yes_and_no_are_answers_to_how_many(
    here: Auenland, said: str, noted: str
) -> None:
    opened(here, PUMPS)
    assert noted in here.say("p-lindner", f"F1: {said}")[-1]


def test_a_mere_yes_is_no_number(here: Auenland) -> None:
    opened(here, PUMPS)
    assert "eine Zahl in Ziffern" in here.say("p-lindner", "F1: ja")[-2]
    assert kinds(here) == [e.Opened]


def test_no_to_several_questions_is_nothing_to_report(here: Auenland) -> None:
    opened(here, SEVERAL)
    assert "Fehlanzeige." in here.say("p-lindner", "F1: nein")[-1]
    assert "Anzahl: 2 · Baujahr: 2012." in here.say("p-roth", "F1: ja, 2, 2012")[-1]
    assert kinds(here) == [e.Opened, e.NothingReported, e.Answered]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "folgt: Wir bitten Lindgrund um Angebote",
            "Bitte – Wir bitten Lindgrund um Angebote.",
        ),
        (
            "folgt: Wir beschließen im Mai gemeinsam",
            "Beschluss – Wir beschließen im Mai gemeinsam.",
        ),
        ("folgt nichts, zu wenige", "nichts – zu wenige."),
        ("folgt ein Beschluss: gemeinsam kaufen", "Beschluss – gemeinsam kaufen."),
    ],
)
def test_what_follows_may_be_said_in_ones_own_words(
    here: Auenland, said: str, told: str
) -> None:
    opened(here, PUMPS)
    here.say("p-lindner", "F1: 2")
    here.say("p-kern", "F1 veröffentlichen")
    here.say("p-kern", "ja")
    assert f"folgt: {told}" in here.say("p-kern", f"F1 daraus {said}")[0]


def test_what_follows_keeps_its_words_while_its_kind_is_asked(here: Auenland) -> None:
    opened(here, PUMPS)
    (asked,) = here.say("p-kern", "F1 daraus folgt: gemeinsame Ausschreibung")
    assert "Es fehlt noch" not in asked
    assert "„F1 daraus folgt: Maßnahme, gemeinsame Ausschreibung“" in asked


def test_what_follows_without_a_reason_is_asked_for_it(here: Auenland) -> None:
    opened(here, PUMPS)
    (asked,) = here.say("p-kern", "F1 daraus folgt: nichts")
    assert "„F1 daraus folgt: nichts, …“" in asked
    assert "Beschluss" not in asked
