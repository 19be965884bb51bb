"""Fields that the question itself names, with their answers in brackets."""

from __future__ import annotations

import pytest

from bots.asks import wording
from bots.asks.drafting import draft
from tests.auenland import Auenland
from tests.bots.test_ask_reading import GERMAN


def fields(text: str) -> str:
    """Return the fields that ``text`` asks for, as they are said back."""
    found = draft("Abfrage an alle", text, GERMAN).questions
    return " · ".join(wording.question(one, GERMAN) for one in found)


def test_options_in_brackets_are_said_back_without_the_word_fields(
    here: Auenland,
) -> None:
    line = (
        "Abfrage an alle: Wer plant eine Kehrmaschine? Jahr und Betrag, Zustand "
        "(gut/mittel/schlecht), bis 30.4."
    )
    (echo,) = here.say("p-kern", line)
    assert (
        "Felder: Bedarf (ja/nein) · Jahr · Betrag (€) · Zustand (gut / mittel / "
        "schlecht)"
    ) in echo


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Wer plant eine Kehrmaschine? Zustand (gut/schlecht), Betrag und Jahr",
            "Bedarf (ja/nein) · Zustand (gut / schlecht) · Betrag (€) · Jahr",
        ),
        (
            "Wer plant eine Kehrmaschine? Bitte Dringlichkeit (1–5) und Menge (t).",
            "Bedarf (ja/nein) · Dringlichkeit (1–5) · Menge (t)",
        ),
        (
            "Wer plant eine Kehrmaschine? Betrag (in €) und Baujahr (Jahr)",
            "Bedarf (ja/nein) · Betrag (€) · Baujahr (Jahr)",
        ),
        (
            "Wer braucht Salz? Zeitpunkt (dieses Jahr/nächstes Jahr)",
            "Bedarf (ja/nein) · Zeitpunkt (dieses Jahr / nächstes Jahr)",
        ),
        (
            "Wie ist der Zustand (gut/mittel/schlecht)?",
            "Antwort (gut / mittel / schlecht)",
        ),
        ("Wie zufrieden sind Sie (1–5)?", "Antwort (1–5)"),
        ("Wie viele Sterne geben Sie (1–5)?", "Antwort (1–5)"),
        ("Habt ihr Salz (ja/nein)?", "Antwort (ja/nein)"),
        (
            "Zustand der Kehrmaschine (gut/mittel/schlecht)",
            "Zustand der Kehrmaschine (gut / mittel / schlecht)",
        ),
        (
            "Wer plant eine Kehrmaschine (klein)? Jahr bitte (grob).",
            "Bedarf (ja/nein) · Jahr",
        ),
    ],
)
def test_what_stands_in_brackets_is_what_may_be_answered(text: str, asked: str) -> None:
    assert fields(text) == asked
