"""Card, refusal and form say what is to be entered."""

from __future__ import annotations

import pytest

from bots import forms
from tests.auenland import Auenland
from tests.bots.asked import form_of, opened

FIELDS = (
    "Abfrage an alle: Wie steht es? Felder: Zufriedenheit (1–5), Jahr, Anzahl (Zahl), "
    "Zustand (gut/schlecht) bis 30.4."
)


@pytest.fixture
def asked(here: Auenland) -> Auenland:
    """Auenland after an ask with a scale, a year, a number and a choice."""
    opened(here, FIELDS)
    return here


def test_the_card_names_its_fields_and_steps(asked: Auenland) -> None:
    (card,) = asked.news("p-lindner")
    fields = "Zufriedenheit (1–5) · Jahr · Anzahl (Zahl) · Zustand (gut / schlecht)"
    assert f"Felder: {fields}" in card


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("F1: Zufriedenheit: 7", "eine Zahl von 1 bis 5"),
        ("F1: Jahr: bald", "ein Jahr, zum Beispiel 2028"),
        ("F1: Anzahl: viele", "eine Zahl in Ziffern, zum Beispiel 12"),
        ("F1: Zustand: mittel", "eines davon: gut / schlecht"),
    ],
)
def test_a_refusal_says_what_is_wanted(asked: Auenland, line: str, wanted: str) -> None:
    assert f"Bitte geben Sie an: {wanted}." in asked.say("p-lindner", line)[-2]


def test_the_form_wants_a_year_where_it_asks_for_one(asked: Auenland) -> None:
    _, form = form_of(asked, "p-lindner")
    values = {"zufriedenheit": "4", "jahr": "nächstes Jahr", "anzahl": "viele"}
    wrong = forms.mistakes(form, values, asked.faden.desk.speech("p-lindner"))
    assert wrong["jahr"].endswith("zum Beispiel 2028.")
    assert wrong["anzahl"].endswith("zum Beispiel 12 oder 180.000.")


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("ja 2028 ca. 180 tsd", "Bedarf: ja · Jahr: 2028 · Betrag: ca. 180.000 €"),
        ("ja 2028, 5 €", "Bedarf: ja · Jahr: 2028 · Betrag: 5 €"),
    ],
)
def test_without_commas_the_year_is_a_year(
    here: Auenland, said: str, noted: str
) -> None:
    opened(here)
    assert noted in here.say("p-lindner", f"F1: {said}")[-1]
