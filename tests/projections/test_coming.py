"""What is due in the next weeks, as far as somebody may see it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from core.commitment import events as e
from core.ports import Circle
from projections.coming import AHEAD, Due, coming
from tests.projections.given import (
    COORDINATOR,
    HOLDER,
    REQUESTED,
    THIRD,
    TODAY,
    founded,
)


def test_what_is_due_comes_by_day_within_eight_weeks(engine: Engine) -> None:
    tale = founded()
    days = [TODAY + AHEAD, TODAY + AHEAD + timedelta(days=1), TODAY, TODAY]
    for number, day in enumerate(days, start=1):
        tale.tell(f"commitment:Z{number}", REQUESTED, e.Promised(due=day))
    tale.tell("commitment:Z4", e.CompletionReported(on=TODAY))
    tale.tell("commitment:Z4", e.CompletionAccepted(on=TODAY)).seen(engine)
    with engine.connect() as db:
        found = coming(db, HOLDER, TODAY)
    assert [(one.day, one.kind, one.ref, one.orgs) for one in found] == [
        (TODAY, Due.COMMITMENT, "Z3", ("birkfeld",)),
        (TODAY + AHEAD, Due.COMMITMENT, "Z1", ("birkfeld",)),
    ]


def test_what_nobody_has_promised_is_only_wished_for(engine: Engine) -> None:
    founded().tell("commitment:Z1", REQUESTED).seen(engine)
    with engine.connect() as db:
        assert [one.kind for one in coming(db, HOLDER, TODAY)] == [Due.REQUEST]


def test_who_delivers_stays_who_promised_it_whoever_must_move(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, e.Promised(due=TODAY))
    tale.tell("commitment:Z1", e.CompletionReported(on=TODAY)).seen(engine)
    with engine.connect() as db:
        (one,) = coming(db, HOLDER, TODAY)
    assert (one.orgs, one.holder, one.asker) == (
        ("lindgrund",),
        "birkfeld",
        "lindgrund",
    )


def test_what_is_closed_is_for_both_parties_and_coordination(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, circle=Circle.CLOSED)
    tale.seen(engine)
    with engine.connect() as db:
        assert not coming(db, THIRD, TODAY)
        assert len(coming(db, HOLDER, TODAY)) == len(coming(db, COORDINATOR, TODAY))
