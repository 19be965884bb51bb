"""Who looks after a paper: the town's own, and never whoever counted."""

from __future__ import annotations

from projections import decisions
from projections.viewer import Viewer
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both

COUNTY = Viewer("p-kern", frozenset({"kreis"}), coordinates=True, audits=False)


def responsible(here: Auenland) -> dict[str, str | None]:
    """Return who looks after what each town owes, as coordination reads it."""
    today = here.watch().date()
    with here.faden.reading() as db:
        owed, _ = decisions.follow_up(db, COUNTY, today)
    return {one.mover: one.responsible for one in owed}


def test_the_mayor_looks_after_what_the_count_gave_to_the_council(
    here: Auenland,
) -> None:
    accepted(here)
    found = responsible(here)
    assert found["lindgrund"] == "p-lange"
    assert found["birkfeld"] == "p-vogt"
    assert found["auenburg"] is None


def test_whoever_entered_the_paper_looks_after_it(here: Auenland) -> None:
    accepted(here)
    both(here, "p-birke", "B1 Vorlage eingereicht am 12.5.")
    both(here, "p-kern", "B1 Gemeindevertretung Birkfeld: Sitzung am 17.6.")
    assert responsible(here)["birkfeld"] == "p-birke"
