"""Who lends what can be asked, and what was entered can be taken back."""

from __future__ import annotations

import pytest

from bots.grammar import intents, parse
from tests.auenland import START, Auenland


@pytest.fixture
def equipped(here: Auenland) -> Auenland:
    """Auenland where two towns have entered what they lend."""
    here.say("p-mueller", "Geräte: 2 Pumpen, Radlader")
    here.say("p-lindner", "Geräte: Notstromaggregat 60 kVA")
    return here


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Wer hat ein Notstromaggregat?", ["Lindgrund: Notstromaggregat 60 kVA"]),
        ("Wer hat Pumpen?", ["Mühlau: 2 Pumpen"]),
        ("wer hat einen radlader", ["Mühlau: Radlader"]),
        ("who has a Radlader?", ["Mühlau: Radlader"]),
        (
            "Geräte?",
            ["Lindgrund: Notstromaggregat 60 kVA", "Mühlau: 2 Pumpen, Radlader"],
        ),
        (
            "Geräte:",
            ["Lindgrund: Notstromaggregat 60 kVA", "Mühlau: 2 Pumpen, Radlader"],
        ),
        (
            "Welche Geräte gibt es?",
            ["Lindgrund: Notstromaggregat 60 kVA", "Mühlau: 2 Pumpen, Radlader"],
        ),
    ],
)
def test_who_has_it_is_told_when_asked(
    equipped: Auenland, line: str, told: list[str]
) -> None:
    said = equipped.say("p-stein", line)[0].splitlines()
    assert said[1:-1] == told


def test_of_what_nobody_lends_it_is_told_what_is_known(equipped: Auenland) -> None:
    assert "nichts gefunden" in equipped.say("p-stein", "Wer hat Streusalz?")[0]


def test_before_anything_is_entered_it_is_told_how(here: Auenland) -> None:
    assert "„Geräte: …“" in here.say("p-stein", "Geräte?")[0]


@pytest.mark.parametrize(
    "line",
    ["Wer hat F3 beantwortet?", "wer hat zugesagt?", "Wer hat schon geantwortet?"],
)
def test_a_deed_is_no_device(line: str) -> None:
    assert not isinstance(parse(line, START.date()), intents.WhoHas)


def test_what_was_entered_can_be_taken_back(equipped: Auenland) -> None:
    equipped.say("p-mueller", "Geräte: Pumpe")
    said = equipped.say("p-mueller", "zurücknehmen")[0]
    assert said == "Für Mühlau notiert, zum Ausleihen oder Helfen: 2 Pumpen, Radlader."


def test_the_first_entry_taken_back_leaves_nothing(equipped: Auenland) -> None:
    said = equipped.say("p-lindner", "zurücknehmen")[0]
    assert said == "Für Lindgrund notiert, zum Ausleihen oder Helfen: nichts."


def test_with_nothing_to_take_back_no_hole_is_left(here: Auenland) -> None:
    said = here.say("p-birke", "zurücknehmen")[0]
    assert "…" not in said
    assert "Z34 zurücknehmen" in said
