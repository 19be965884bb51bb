"""Nothing slips into a text that binds, and no short line is taken for another."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from bots.grammar import parse
from bots.grammar.answers import AskBack
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, kinds, opened

TODAY: Final = date(2027, 3, 17)


@pytest.mark.parametrize(
    ("behind", "phrase"),
    [
        (". B7 einverstanden", "B7 einverstanden"),
        (". Einwand erledigt", "Einwand erledigt"),
        (", dann auszählen", "dann auszählen"),
        (", bis 12.5.", "bis 12.5."),
        (". Konsent", "Konsent"),
        (" / Begründung: Er eilt", "Er eilt"),
    ],
)
@pytest.mark.parametrize("head", ["neue Fassung", "Maßgabe Birkfeld übernehmen"])
def test_what_stands_behind_a_new_text_is_asked(
    head: str, behind: str, phrase: str
) -> None:
    asked = parse(f"B7 {head}: Klärschlamm gemeinsam verwerten{behind}", TODAY)
    assert isinstance(asked, AskBack)
    assert (asked.question, asked.phrase) == ("own_matter", phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Klärschlamm verwerten, mit Ausgleich der Entfernung, jährlich kündbar",
        "Mengen bis 12.5. melden. B3 gilt weiter, soweit nichts anderes bestimmt ist.",
        "Kosten nach Menge; jede Kommune zahlt ihren Anteil",
    ],
)
def test_what_belongs_to_a_new_text_stays_in_it(text: str) -> None:
    assert getattr(parse(f"B7 neue Fassung: {text}", TODAY), "text", "") == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("B7 Einwand zu teuer", "B7 Einwand: zu teuer"),
        ("B7 neue Fassung Alle Brunnen", "B7 neue Fassung: Alle Brunnen"),
        ("B7 Vorschlag Alle Brunnen", "Beschlussvorschlag: Alle Brunnen"),
        ("Beschlussvorschlag Alle Brunnen", "Beschlussvorschlag: Alle Brunnen"),
        ("B7 ja, mit Maßgabe jährlich", "B7 Gemeindevertretung: mit Maßgabe: …"),
    ],
)
def test_a_line_without_its_colon_is_asked_back(typed: str, meant: str) -> None:
    asked = parse(typed, TODAY)
    assert isinstance(asked, AskBack)
    assert meant in asked.choices


def test_a_yes_with_a_condition_right_after_the_card_is_no_yes(here: Auenland) -> None:
    opened(here)
    said = here.say("p-lange", "ja, mit Maßgabe jährlicher Kündigung")
    assert "ist ein Ja mit Bedingung" in said[-1]
    assert said[-1].endswith("Ich habe nichts geändert.")
    assert "PositionGiven" not in kinds(here)


@pytest.mark.parametrize(
    "result", ["zugestimmt am 3.3., 7", "mit Maßgabe am 3.3., TOP 7: kündbar"]
)
def test_the_item_of_the_agenda_is_read_wherever_it_stands(result: str) -> None:
    assert getattr(parse(f"B7 GV: {result}", TODAY), "item", "") == "7"


def test_the_whole_text_stands_below_a_conditional_approval(here: Auenland) -> None:
    accepted(here)
    said = here.say("p-lange", "B1 Gemeindevertretung: mit Maßgabe, TOP 7: kündbar")
    assert "(TOP 7)" in said[-1]
    assert "Text (Fassung 1): Klärschlamm ab 2029 gemeinsam energetisch" in said[-1]


def test_the_term_of_the_councils_is_said_back_and_kept(here: Auenland) -> None:
    line = "Beschlussvorschlag: Brunnen prüfen, Konsent, bis 12.5."
    assert "Gremien: binnen 6 Monaten nach dem Forum" in here.say("p-kern", line)[-1]
    here.say("p-kern", "nein")
    said = here.say("p-kern", f"{line}, Räte bis 30.9.")
    assert "Gremien: bis Do, 30.09." in said[-1]
    here.say("p-kern", "ja")
    assert kinds(here) == ["Drafted", "TermSet", "Opened"]
    assert "Do, 28.10." in "\n".join(both(here, "p-kern", "B1 Räte bis 28.10."))
