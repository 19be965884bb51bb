"""Decisions on the command line, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from core.sealed import Sealed
from tests.adapters.cli.terminal import Terminal
from tests.auenland import found
from tests.ballots import do, proposal, ratifying, resolved


def test_decisions_are_listed_as_of_a_day_and_shown_whole(tmp_path: Path) -> None:
    here = found(tmp_path / "data")
    ref = ratifying(here)
    resolved(here, ref)
    do(here, "kreis", proposal(title="Entwurf"), ref=None)
    here.faden.close()
    terminal = Terminal(tmp_path / "data", language="de")
    listed = terminal.must("decisions", "--on", "2027-06-01")
    assert [line.split()[0] for line in listed.splitlines()] == ["B2", "B1"]
    assert "in den Räten" in listed
    day = ("--on", "2027-03-20", "--json")
    (entry,) = json.loads(terminal.must("decisions", *day, "--forum", "wasser"))
    assert (entry["row"]["ref"], entry["state"]) == ("B1", "decision_open")
    assert "B1" not in terminal.must("decisions", "--in-force", "--on", "2027-06-01")
    shown = terminal.must("decision", "b1")
    assert "Konsent: angenommen, wenn jemand einverstanden" in shown
    assert "● Lindgrund: zugestimmt (11.05.)" in shown
    assert "Steintal: Gemeindevertretung, Beleg fehlt" in shown
    told = json.loads(terminal.must("decision", "B1", "--json"))
    assert told["decision"]["edition"] == 2
    assert {one["org"] for one in told["councils"]} >= {"lindgrund", "muehlau"}
    stood = terminal.must("decision", "B1", "--on", "2027-05-10")
    assert "B1 am Mo, 10.05.2027: in den Räten; bindet –" in stood
    assert "○ Lindgrund: offen" in stood
    told = json.loads(terminal.must("decision", "B1", "--on", "2027-05-11", "--json"))
    assert "approved" in {cell["mark"] for cell in told["councils"]}
    never = terminal.must("decision", "B1", "--on", "2026-01-01", "--at", "2027-03-17")
    assert "Am Do, 01.01.2026 gab es B1 noch nicht." in never
    assert "Stand vom Mi, 17.03.2027" in never
    assert "B2, B1" in terminal.refused("decision", "Z1")


def test_what_a_decision_rests_on_and_changed_since_is_named(tmp_path: Path) -> None:
    here = found(tmp_path / "data")
    for line in ("Info: Preise steigen", "ja"):
        here.say("p-lange", line)
    ref = do(here, "kreis", proposal(text=Sealed("Nach I1 gemeinsam")), ref=None)
    for line in ("I1 Korrektur: Preise fallen", "ja"):
        here.say("p-lange", line)
    here.faden.close()
    terminal = Terminal(tmp_path / "data", language="de")
    assert "I1, worauf er sich stützt, wurde seither" in terminal.must("decision", ref)
