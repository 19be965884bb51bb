"""What bodies owe, and what waits to be decided."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from core.decision import events as e
from core.decision.councils import Step
from core.effect import Stance
from core.sealed import Sealed
from projections import board, decisions, mylist
from tests.projections.decided import (
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    TOWNS,
    in_force,
    later,
    paper,
    says,
)
from tests.projections.given import COORDINATOR, HOLDER, THIRD, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)


def test_what_bodies_owe_comes_by_deadline_and_says_why_it_is_late(
    engine: Engine,
) -> None:
    own = {"actor": "vogt", "mandate": "birkfeld/mayor"}
    tale = founded().tell("decision:B1", *IN_COUNCILS)
    tale.tell("decision:B1", paper("birkfeld"), **own)
    sooner = e.DeadlineSet(org="lindgrund", body="gv", deadline=later(50))
    postponed = e.CouncilPostponed(
        org="birkfeld", body="gv", on=later(45), reason=Sealed("Haushalt")
    )
    tale.tell("decision:B1", sooner).tell("decision:B1", postponed, **own).seen(engine)
    with engine.connect() as db:
        found, total = decisions.follow_up(db, COORDINATOR, later(60))
        others, _ = decisions.follow_up(db, THIRD, later(60))
        (theirs,) = (
            one
            for one in decisions.follow_up(db, HOLDER, later(60))[0]
            if one.mover == "birkfeld"
        )
    assert total == 3
    assert [(one.mover, one.on) for one in found] == [
        ("lindgrund", later(50)),
        ("birkfeld", later(90)),
        ("steintal", later(90)),
    ]
    assert [one.late for one in found] == [True, False, False]
    assert [one.step for one in found] == [Step.REQUIRED, Step.SUBMITTED, Step.REQUIRED]
    assert (found[1].delay, found[1].delay_reason) == ("postponed", "Haushalt")
    assert (found[1].responsible, theirs.responsible) == ("vogt", "vogt")
    assert (others[1].delay_reason, others[1].responsible) == (None, None)
    assert not any(one.late for one in others)


def test_nothing_is_owed_by_whoever_said_no_or_has_left(engine: Engine) -> None:
    no = [says(org, Stance.ABSTAIN) for org in TOWNS[:1]]
    left = e.MemberLeft(org="steintal", on=later(20), reason=Sealed("zu teuer"))
    founded().tell("decision:B1", *IN_COUNCILS, *no, left).seen(engine)
    with engine.connect() as db:
        found, total = decisions.follow_up(db, COORDINATOR, later(60))
    assert ([one.mover for one in found], total) == (["lindgrund"], 1)


def test_the_board_and_my_list_show_what_is_decided_and_awaited(engine: Engine) -> None:
    tale = in_force(founded()).tell("decision:B2", DRAFTED, OPENED, says("birkfeld"))
    objections = (
        e.ObjectionRaised(org="steintal", number=n, text=1, reason=Sealed("teuer"))
        for n in (1, 2)
    )
    taken_back = e.ObjectionWithdrawn(org="steintal", number=1)
    tale.tell("decision:B2", *objections, taken_back).seen(engine)
    with engine.connect() as db:
        shown = board.board(db, THIRD, "wasser", later(60))
        own = mylist.mine(db, THIRD, later(60))
        other = mylist.mine(db, HOLDER, later(60))
    (ballot,) = shown.deciding.rows
    assert (ballot.row.ref, [one.n for one in ballot.objections]) == ("B2", [2])
    assert [line.row.ref for line in shown.in_councils.lines] == ["B1"]
    assert [one.row.ref for one in shown.holding.entries] == ["B1"]
    assert [one.ref for one in own.to_decide.rows] == ["B2"]
    assert [one.mover for one in own.councils] == ["steintal"]
    assert (other.to_decide.total, other.councils) == (0, [])


def test_totals_go_beyond_what_is_shown(engine: Engine) -> None:
    tale = founded().tell("decision:B1", *IN_COUNCILS)
    tale.tell("decision:B2", DRAFTED, OPENED).tell("decision:B3", DRAFTED, OPENED)
    tale.seen(engine)
    with engine.connect() as db:
        owed, total = decisions.follow_up(db, THIRD, later(1), limit=2)
        assert (len(owed), total) == (2, 3)
        waiting = decisions.to_answer(db, THIRD, limit=1)
        assert (len(waiting.rows), waiting.total) == (1, 2)
        known = decisions.several(db, THIRD, ["B3", "B1", "B9"])
    assert [row.ref for row in known] == ["B1", "B3"]
