"""``faden members``: who belonged and who could act, on both clocks."""

from __future__ import annotations

import json
import re

from tests.adapters.cli.terminal import Terminal


def test_members_and_mandates_are_listed_on_both_clocks(founded: Terminal) -> None:
    founded.must("join", "Eschwege", "--basis", "Schreiben", "--on", "2027-03-10")
    founded.must("person", "add", "Frau Quittenbaum")
    founded.must("mandate", "Quittenbaum", "Eschwege", "--role", "mayor")
    told = founded.must("members")
    assert "Quittenbaum" in told
    assert re.search(r"Eschwege +member +Quittenbaum +mayor", told)
    assert founded.must("members", "--on", "2027-03-16") == "–\n"
    known = founded.must("members", "--at", "40")
    assert "Quittenbaum" not in known
    assert re.search(r"Eschwege +invited", known)
    assert "As of" in known
    plain = json.loads(founded.must("members", "--json"))
    assert plain["on"] == "2027-03-17"
    assert {one["org"] for one in plain["members"]}
