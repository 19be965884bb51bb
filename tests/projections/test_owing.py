"""Whom decisions wait for, on either database; what is reminded of, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine

from core.decision import events as e
from core.sealed import Sealed
from projections import decisions, timers
from projections.decisions import OWED
from tests.projections.decided import (
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    TOWNS,
    approved,
    later,
    paper,
    says,
)
from tests.projections.given import ASKER, COORDINATOR, Tale, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

OBJECTED = e.ObjectionRaised(
    org="steintal", number=1, text=1, reason=Sealed("zu teuer")
)


def owed(tale: Tale, engine: Engine) -> dict[str, date]:
    """Return who owes something to B1, and until when."""
    tale.seen(engine)
    with engine.connect() as db:
        return {row.org: row.due for row in db.execute(OWED.select())}


def test_a_position_is_owed_until_the_end_of_the_term(engine: Engine) -> None:
    tale = founded().tell("decision:B1", DRAFTED, OPENED, says("birkfeld"))
    end = later(14)
    assert owed(tale, engine) == {"lindgrund": end, "steintal": end}


def test_an_objection_is_an_answer_and_waits_for_whoever_proposed(
    engine: Engine,
) -> None:
    tale = founded().tell("decision:B1", DRAFTED, OPENED, OBJECTED)
    end = later(14)
    assert owed(tale, engine) == dict.fromkeys(("birkfeld", "lindgrund", "kreis"), end)


def test_a_body_owes_its_result_by_its_meeting_or_its_term(engine: Engine) -> None:
    scheduled = e.ItemScheduled(org="birkfeld", body="gv", on=later(40))
    done = [paper("lindgrund"), approved("lindgrund")]
    tale = founded().tell(
        "decision:B1", *IN_COUNCILS, paper("birkfeld"), scheduled, *done
    )
    found = owed(tale, engine)
    assert found["birkfeld"] == later(40)
    assert "lindgrund" not in found


def test_what_is_owed_gets_its_ladder(engine: Engine) -> None:
    founded().tell("decision:B1", DRAFTED, OPENED).seen(engine)
    with engine.connect() as db:
        planned = timers.unplanned(db, later(0))
    assert [(one.ref, one.org, one.due) for one in planned] == [
        ("B1", town, later(14)) for town in TOWNS
    ]


def test_what_objections_hinder_behind_the_term_is_stuck(engine: Engine) -> None:
    founded().tell("decision:B1", DRAFTED, OPENED, OBJECTED).seen(engine)
    with engine.connect() as db:
        assert not decisions.stuck(db, ASKER, later(14)).rows
        assert [r.ref for r in decisions.stuck(db, ASKER, later(15)).rows] == ["B1"]


def test_what_bodies_have_let_pass_is_named(engine: Engine) -> None:
    term = e.DeadlineSet(org="birkfeld", body="gv", deadline=later(50))
    founded().tell("decision:B1", *IN_COUNCILS, paper("birkfeld"), term).seen(engine)
    with engine.connect() as db:
        assert not decisions.overdue(db, COORDINATOR, later(50), 10)
        late = decisions.overdue(db, COORDINATOR, later(51), 10)
        assert [(one.ref, one.mover) for one in late] == [("B1", "birkfeld")]
