"""What is said later fills or changes an answer; what was said before stays."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.bots.asked import filled, form_of, kinds, opened

FIELDS = (
    "Abfrage an alle: Wer plant eine neue Kehrmaschine? Felder: Bedarf (ja/nein), "
    "Jahr, Betrag (€), Zustand (gut/mittel/schlecht). bis 30.4."
)
WHOLE = "F1: ja; 2028; 180.000 €; gut"


@pytest.fixture
def asked(here: Auenland) -> Auenland:
    """Auenland after an ask with four fields."""
    opened(here, FIELDS)
    return here


def told(here: Auenland, line: str) -> str:
    """Return what is answered to a line of Lindgrund."""
    return here.say("p-lindner", line)[-1]


def test_what_was_left_open_is_filled_in_bit_by_bit(asked: Auenland) -> None:
    first = told(asked, "F1: ja, Betrag wissen wir noch nicht")
    assert "Noch offen: Jahr, Betrag, Zustand." in first
    second = told(asked, "F1: 2028")
    assert "Bedarf: ja · Jahr: 2028 – Betrag wissen wir noch nicht" in second
    assert "Noch offen: Betrag, Zustand." in second
    third = told(asked, "F1: 180.000 €, gut, Bemerkung: mit Bürsten")
    assert (
        "Bedarf: ja · Jahr: 2028 · Betrag: 180.000 € · Zustand: gut – mit Bürsten."
    ) in third
    assert "Noch offen" not in third


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("F1: Zustand schlecht", "Betrag: 180.000 € · Zustand: schlecht."),
        ("F1 Zustand schlecht", "Betrag: 180.000 € · Zustand: schlecht."),
        ("F1: Betrag doch 200.000", "Jahr: 2028 · Betrag: 200.000 € · Zustand: gut."),
        ("F1 Betrag doch 200.000", "Jahr: 2028 · Betrag: 200.000 € · Zustand: gut."),
        ("F1 Betrag nur noch 90 Tsd. €", "Betrag: 90.000 € · Zustand: gut."),
        ("F1: mittel", "Betrag: 180.000 € · Zustand: mittel."),
        ("F1 korrigieren: 2029", "Bedarf: ja · Jahr: 2029 · Betrag: 180.000 €"),
        ("F1: Betrag: –", "Bedarf: ja · Jahr: 2028 · Zustand: gut."),
        ("F1 Zustand: mittel", "Betrag: 180.000 € · Zustand: mittel."),
        ("F1: Betrag noch offen", "Zustand: gut – Betrag noch offen."),
        ("F1: den Preis klären wir im Mai", "Zustand: gut – den Preis klären wir im"),
    ],
)
def test_one_field_can_be_corrected_and_the_others_stay(
    asked: Auenland, line: str, noted: str
) -> None:
    told(asked, WHOLE)
    assert noted in told(asked, line)


def test_a_complete_answer_takes_the_place_of_the_whole(asked: Auenland) -> None:
    told(asked, "F1: ja, Betrag wissen wir noch nicht")
    assert told(asked, WHOLE).startswith(
        "Für Lindgrund geändert (F1): Bedarf: ja · Jahr: 2028 · Betrag: 180.000 € · "
        "Zustand: gut. Danke!"
    )


def test_whoever_says_no_after_a_yes_has_no_year_left(asked: Auenland) -> None:
    told(asked, WHOLE)
    assert "geändert (F1): Bedarf: nein. Danke!" in told(asked, "F1: nein")
    assert "Bedarf: ja · Jahr: 2030." in told(asked, "F1: ja, 2030")


@pytest.mark.parametrize(
    ("line", "field"),
    [("F1: Zustand mittelmäßig", "„Zustand“"), ("F1: Betrag doch 180 t", "„Betrag“")],
)
def test_a_wrong_word_behind_a_field_is_refused_for_that_field(
    asked: Auenland, line: str, field: str
) -> None:
    told(asked, WHOLE)
    assert field in asked.say("p-lindner", line)[-2]
    assert len(kinds(asked)) == 2


def test_what_is_taken_out_of_the_form_goes(asked: Auenland) -> None:
    told(asked, f"{WHOLE}; Bemerkung: eilt")
    told(asked, "F1")
    _, form = form_of(asked, "p-lindner")
    kept = {f.label: f.value for f in form.fields if f.label != "Jahr"}
    again = filled(asked, "p-lindner", "form", **{**kept, "Bemerkung": ""})
    assert again[-1].startswith(
        "Für Lindgrund geändert (F1): Bedarf: ja · Betrag: 180.000 € · Zustand: gut."
    )


def test_what_coordination_enters_fills_gaps_too(asked: Auenland) -> None:
    asked.say("p-stein", "F1: ja, 2028")
    echo = asked.say("p-kern", "F1: gut für Steintal, Telefon BM Roth")[0]
    assert "Bedarf: ja · Jahr: 2028 · Zustand: gut" in echo


def test_the_time_of_help_can_be_told_later(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Pumpe")
    here.say("p-stein", "Notfall: Keller voll, brauchen Pumpe")
    here.say("p-stein", "ja")
    here.say("p-mueller", "F1: wir kommen um 21:30")
    later = here.say("p-mueller", "F1: Wann: um 22 Uhr")[-1]
    assert "Hilfe: wir kommen · Wann: um 22 Uhr." in later
    fetched = here.say("p-mueller", "F1: Gerät abholbar")[-1]
    assert "Hilfe: Gerät abholbar." in fetched
