"""Whoever enters a result reads that it is noted; others read who has entered it."""

from __future__ import annotations

from tests.auenland import Auenland
from tests.bots.deciding import both, first
from tests.bots.stages import APPROVED, submitted


def test_coordination_reads_who_entered_the_result_of_a_council(here: Auenland) -> None:
    submitted(here)
    here.news("p-kern")
    assert first(both(here, "p-lange", APPROVED)).startswith("Notiert: Gemeinde")
    told = here.news("p-kern")[-1]
    assert told.startswith("BM Lange hat eingetragen: Gemeindevertretung (Lindgrund)")
