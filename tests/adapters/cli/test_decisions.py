"""Decisions on the command line, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

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
    assert "B2, B1" in terminal.refused("decision", "Z1")
