"""The real region comes to its first confirmed request between two town halls.

The lines are those of the README; the words said in them are made up.
"""

from __future__ import annotations

import json
import shlex
from pathlib import Path

from tests.adapters.cli.terminal import Terminal

SET_UP = """
init --region Werra-Meißner-Kreis --coordinator "Frau Kern"
join Eschwege --basis "Beschluss vom 12. Februar"
join Sontra --basis "Schreiben vom 3. März"
seat wasser Eschwege vote
seat wasser Sontra vote
person add "Frau Muster"
person add "Herr Beispiel"
mandate Muster Eschwege --role mayor
mandate Beispiel Sontra --role mayor
"""
TALK = """
say --as Muster "Bitte an Sontra: Schlammmengen 2024–26 bis 30.4."
say --as Muster "ja"
say --as Beispiel "Z1 machen wir"
say --as Beispiel "ja"
history Z1
"""


def _lines(text: str) -> list[list[str]]:
    return [shlex.split(line) for line in text.strip().splitlines()]


def test_the_lines_of_the_readme_lead_to_a_promise(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", language="de")
    for line in _lines(SET_UP):
        terminal.must(*line)
    asked, _, card, _, history = [terminal.must(*line) for line in _lines(TALK)]
    assert "Fr, 30.04.2027" in asked
    assert "Schlammmengen" in card
    assert "Frau Muster" in history
    assert "Herr Beispiel" in history
    (promise,) = json.loads(terminal.must("commitments", "--json"))
    assert (promise["ref"], promise["state"], promise["due"]) == (
        "Z1",
        "promised",
        "2027-04-30",
    )


def test_setting_up_twice_changes_nothing(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data")
    for line in _lines(SET_UP):
        terminal.must(*line)
    printed = [terminal.must(*line) for line in _lines(SET_UP)]
    assert "already" in printed[1]
    assert "as before" in printed[3]
    assert len(json.loads(terminal.must("people", "--json"))["persons"]) == 3
