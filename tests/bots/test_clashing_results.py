"""Two results of one council: the refusal names the one that stands."""

from __future__ import annotations

from tests.auenland import Auenland
from tests.bots.deciding import accepted, both

BODY = "B1 Gemeindevertretung"


def test_the_clash_names_the_result_who_entered_it_and_when(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", f"{BODY}: zugestimmt am 12.5., TOP 7")
    here.watch.forward(hours=2)
    said = "\n".join(here.say("p-lange", f"{BODY}: abgelehnt am 12.5., TOP 7"))
    assert "schon etwas anderes eingetragen" in said
    (stands,) = [one for one in said.split("\n") if one.startswith("Eingetragen ist")]
    assert "Lindgrund" in stands
    assert "12.05.2027" in stands
    assert "TOP 7" in stands
    assert "Eingetragen von: Frau Lindner" in said
    assert "Eingetragen am: 13.05.2027, " in said
