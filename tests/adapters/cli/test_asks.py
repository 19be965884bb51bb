"""Asks on the command line, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.adapters.cli.terminal import Terminal


def test_asks_are_listed_and_shown_with_their_result(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", language="de")
    terminal.must("demo")
    listed = terminal.must("asks")
    assert [line.split()[0] for line in listed.splitlines()] == ["F2", "F1"]
    assert [row["ref"] for row in json.loads(terminal.must("asks", "--json"))] == [
        "F2",
        "F1",
    ]
    assert "F1" not in terminal.must("asks", "--open", "--forum", "wasser")
    shown = terminal.must("ask", "f1")
    assert "zusammen 525.000 €" in shown
    assert "Was daraus folgt: Bitte – Mühlau holt" in shown
    told = json.loads(terminal.must("ask", "F1", "--json"))
    assert told["ask"]["follows"] == "bitte"
    assert {one["org"] for one in told["replies"]} >= {"lindgrund", "muehlau"}
    assert "Auenburg" not in terminal.must("ask", "F1", "--as", "Dorn")
    assert "F2, F1" in terminal.refused("ask", "Z1")


def test_asking_and_answering_in_a_terminal(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", language="de")
    terminal.must("demo")
    asked = terminal.must(
        "say", "--as", "Kern", "Abfrage an alle: Wie viele Pumpen haben Sie?"
    )
    assert "Anzahl (Zahl)" in asked
    assert "Eröffnet als F3" in terminal.must("say", "--as", "Kern", "ja")
    reply = terminal.must("say", "--as", "Krüger", "F3: 4 Stück")
    assert "Für Lindgrund notiert (F3): Anzahl: 4." in reply
    assert "passt nicht" in terminal.must("say", "--as", "Paul", "F3: viele")
