"""What is cut out of messages, and what stays."""

from __future__ import annotations

import pytest

from adapters.erasing.cutting import CUT, Knife
from core.ports import Card

TEXT = "Schlammmengen von Frau Zwetschgenbaum, bitte"
LONG = Knife([("Z1", TEXT)], [])
SHORT = Knife([("Z1", "Pumpe")], [])
NAME = Knife([], [Card(name="Quirin Zwetschgenbaum", salutation="Herr")])


@pytest.mark.parametrize(
    "said",
    [
        TEXT,
        "Birkfeld: „Schlammmengen von Frau …“",
        "VON\n  frau ZWETSCHGENBAUM (siehe oben)",
    ],
)
def test_three_words_in_a_row_are_a_quotation(said: str) -> None:
    assert LONG.cut({"parts": [{"text": said}]}) == {"parts": [{"text": CUT}]}


def test_what_only_speaks_of_the_same_stays() -> None:
    for said in ("Schlammmengen von Auenburg", "Frau Zwetschgenbaum war da", "", "von"):
        assert LONG.cut(said) == said


def test_a_short_text_is_looked_for_only_where_its_item_is_named() -> None:
    assert SHORT.cut(["Die Pumpe läuft", "Z1"]) == [CUT, "Z1"]
    assert SHORT.cut(["Die Pumpe läuft", "Z12"]) == ["Die Pumpe läuft", "Z12"]


def test_a_name_goes_and_the_sentence_stays() -> None:
    said = "Quirin Zwetschgenbaum und Herrn Zwetschgenbaum dankt Frau Zwetschge"
    assert NAME.cut(said) == f"{CUT} und {CUT} dankt Frau Zwetschge"


def test_names_of_parts_and_numbers_are_no_texts() -> None:
    part = {"kind": "Pumpe", "id": "Pumpe", "item": "Z1", "version": 3, "title": None}
    assert SHORT.cut(part) == part


def test_with_nothing_to_cut_it_is_blunt() -> None:
    assert Knife([], []).is_blunt
    assert Knife([("Z1", "…")], []).is_blunt
    assert not any(knife.is_blunt for knife in (LONG, SHORT, NAME))
