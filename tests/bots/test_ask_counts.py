"""How many: a number is read without doubt, or it is asked back."""

from __future__ import annotations

import pytest

from core.ask import events as e
from tests.auenland import Auenland
from tests.bots.asked import kinds, opened

PUMPS = "Abfrage an alle: Wer hat eine Tauchpumpe? Anzahl bitte. bis 30.4."


@pytest.fixture
def asked(here: Auenland) -> Auenland:
    """Auenland after it was asked how many pumps there are."""
    opened(here, PUMPS)
    return here


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("eine", "Anzahl: 1."),
        ("doch eine", "Anzahl: 1."),
        ("ja, eine Pumpe", "Anzahl: 1."),
        ("doch, 3 Stück", "Anzahl: 3."),
        ("jetzt doch 3", "Anzahl: 3."),
        ("Korrektur, 3 Stück statt 2", "Anzahl: 3."),
        ("Anzahl: 3 statt 2", "Anzahl: 3."),
        ("nicht 0, sondern 1", "Anzahl: 1."),
        ("wir haben zwölf Pumpen", "Anzahl: 12."),
        ("drei, eine davon defekt", "Anzahl: 3 – eine davon defekt."),
        ("sie kommen am 12. April", "Anzahl: 9 – sie kommen am 12. April."),
        ("zwei davon sind alt", "Anzahl: 9 – zwei davon sind alt."),
    ],
)
def test_a_number_in_peoples_words_is_a_number(
    asked: Auenland, said: str, noted: str
) -> None:
    asked.say("p-lindner", "F1: neun")
    assert noted in asked.say("p-lindner", f"F1: {said}")[-1]


@pytest.mark.parametrize(
    "said",
    [
        "keine",
        "leider keine",
        "keine Pumpe",
        "wir haben keine Tauchpumpen",
        "haben wir nicht",
        "0",
    ],
)
def test_a_plain_no_is_none(asked: Auenland, said: str) -> None:
    asked.say("p-lindner", "F1: 2")
    assert "Anzahl: 0." in asked.say("p-lindner", f"F1: {said}")[-1]


@pytest.mark.parametrize(
    "said",
    [
        "keine Ahnung, frag Frau Winkler",
        "keine Zeit",
        "keine 3",
        "eine Pumpe mit 4 kW",
        "4 bis 5",
        "4-5",
        "3 oder mehr",
        "3, 4",
        "nein, wir haben 3",
        "haben wir nicht, aber Herr Roth hat 2",
    ],
)
def test_a_number_in_doubt_is_asked_back(asked: Auenland, said: str) -> None:
    asked.say("p-lindner", "F1: 2")
    for who in ("p-lindner", "p-roth"):
        assert "passt nicht zur Frage „Anzahl“" in asked.say(who, f"F1: {said}")[-2]
    assert kinds(asked) == [e.Opened, e.Answered]


def test_an_old_figure_is_never_kept_beside_a_new_one_in_doubt(here: Auenland) -> None:
    opened(here)
    here.say("p-lindner", "F1: ja, 2028, 180.000 €")
    said = "F1: ja, 2029, wohl 190 bis 200 Tausend"
    assert "passt nicht zur Frage „Betrag“" in here.say("p-lindner", said)[-2]
    assert kinds(here) == [e.Opened, e.Answered]
