"""My list tells what was promised from what was only asked for, and counts both."""

from __future__ import annotations

from sqlalchemy import Engine

from core.commitment import events as e
from projections import mylist
from tests.projections.given import ASKER, REQUESTED, TODAY, founded


def test_what_is_counted_is_what_is_listed(engine: Engine) -> None:
    tale = founded()
    for number in (1, 2, 3, 4, 5):
        tale.tell(f"commitment:Z{number}", REQUESTED)
    tale.tell("commitment:Z1", e.Promised(due=TODAY))
    tale.tell("commitment:Z2", e.Promised(due=TODAY))
    tale.tell("commitment:Z2", e.CompletionReported(on=TODAY))  # the asker is to move
    tale.tell("commitment:Z3", e.Declined(by="birkfeld")).seen(engine)
    with engine.connect() as db:
        mine = mylist.mine(db, ASKER, TODAY)
    assert ([one.ref for one in mine.owed.rows], mine.owed.total) == (["Z1"], 1)
    asked = [one.ref for one in mine.requested.rows]
    assert (asked, mine.requested.total) == (["Z4", "Z5"], 2)
