"""The matrix of decisions and organisations, and what bodies still owe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from core.decision import events as e
from core.decision.councils import Step
from core.decision.kinds import Evidence
from core.effect import Stance
from core.event import Event
from core.sealed import Sealed
from projections import board, decisions, mylist
from projections.decisions import Cell, Mark
from tests.projections.decided import (
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    TOWNS,
    accepted,
    approved,
    in_force,
    later,
    paper,
    required,
    says,
)
from tests.projections.given import COORDINATOR, HOLDER, NOBODY, THIRD, Tale, founded


def first_cell(tale: Tale, engine: Engine) -> Cell:
    """Return the cell of Birkfeld in the line of B1."""
    tale.seen(engine)
    with engine.connect() as db:
        row = decisions.get(db, COORDINATOR, "B1")
        assert row is not None
        (line,) = decisions.lines(db, COORDINATOR, [row], later(60))
    cell = line.cells[0]
    assert cell.org == "birkfeld"
    return cell


CONDITIONAL = e.CouncilApprovedWithConditions(
    org="birkfeld",
    body="gv",
    text=1,
    on=later(30),
    evidence=Evidence.MINUTES,
    conditions=Sealed("kündbar"),
    ref="TOP 7",
)


@pytest.mark.parametrize(
    ("result", "mark", "day"),
    [
        ([], Mark.OPEN, None),
        ([e.ItemScheduled(org="birkfeld", body="gv", on=later(55))], Mark.OPEN, 55),
        ([approved("birkfeld", 30)], Mark.APPROVED, 30),
        ([approved("birkfeld", 30, Evidence.ORAL)], Mark.PROVISIONAL, 30),
        ([CONDITIONAL], Mark.CONDITIONAL, 30),
        ([e.CouncilRefused(org="birkfeld", body="gv", on=later(30))], Mark.REFUSED, 30),
        (
            [e.RatificationExpired(org="birkfeld", body="gv", on=later(91))],
            Mark.EXPIRED,
            91,
        ),
        (
            [e.RatificationWaived(org="birkfeld", body="gv", reason=Sealed("laufend"))],
            Mark.APPROVED,
            None,
        ),
    ],
)
def test_a_cell_bears_the_mark_of_the_body(
    result: list[Event], mark: Mark, day: int | None, engine: Engine
) -> None:
    tale = founded().tell("decision:B1", *IN_COUNCILS, paper("birkfeld"), *result)
    cell = first_cell(tale, engine)
    assert (cell.mark, cell.body) == (mark, "gv")
    assert cell.on == (None if day is None else later(day))


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        (says("birkfeld"), Mark.AGREED),
        (says("birkfeld", Stance.ABSTAIN), Mark.DECLINED),
        (says("lindgrund"), Mark.SILENT),
    ],
)
def test_without_a_body_a_cell_bears_what_was_said(
    said: e.PositionGiven, mark: Mark, engine: Engine
) -> None:
    tale = founded().tell("decision:B1", DRAFTED, OPENED, said, accepted())
    assert first_cell(tale, engine).mark is mark


def test_of_two_bodies_the_worse_one_is_shown(engine: Engine) -> None:
    committee = replace(required("birkfeld"), body="ha")
    tale = founded().tell("decision:B1", *IN_COUNCILS, committee, paper("birkfeld"))
    cell = first_cell(tale.tell("decision:B1", approved("birkfeld")), engine)
    assert (cell.mark, cell.body) == (Mark.OPEN, "ha")


def test_whoever_is_recused_has_no_cell(engine: Engine) -> None:
    recused = e.RecusalDeclared(org="steintal")
    founded().tell("decision:B1", DRAFTED, OPENED, recused).seen(engine)
    with engine.connect() as db:
        row = decisions.get(db, THIRD, "B1")
        assert row is not None
        (line,) = decisions.lines(db, THIRD, [row], later(1))
    assert [cell.org for cell in line.cells] == ["birkfeld", "lindgrund"]


def test_the_matrix_holds_what_bodies_still_have(engine: Engine) -> None:
    tale = in_force(founded())
    tale.tell("decision:B2", DRAFTED, OPENED)
    partly = e.PartlyTookEffect(orgs=TOWNS[:2], on=later(20))
    tale.tell("decision:B4", DRAFTED, OPENED, *map(says, TOWNS[:2]), accepted())
    tale.tell(
        "decision:B4", e.RatificationStarted(on=later(14)), partly
    )  # no body is awaited
    tale.tell(
        "decision:B3", *IN_COUNCILS, paper("birkfeld"), approved("birkfeld")
    ).seen(engine)
    with engine.connect() as db:
        found = decisions.matrix(db, THIRD, later(60))
        assert found.total == 2
        newest, older = found.lines
        assert (newest.row.ref, older.row.ref) == ("B3", "B1")
        assert (newest.ready, older.ready) == (1, 2)
        assert [cell.bound for cell in older.cells] == [True, True, False]
        assert decisions.matrix(db, THIRD, later(60), ["energie"]).total == 0
        assert decisions.matrix(db, NOBODY, later(60)).lines == []


def test_what_bodies_owe_comes_by_deadline_and_says_why_it_is_late(
    engine: Engine,
) -> None:
    tale = founded().tell("decision:B1", *IN_COUNCILS, paper("birkfeld"))
    sooner = e.DeadlineSet(org="lindgrund", body="gv", deadline=later(50))
    postponed = e.CouncilPostponed(
        org="birkfeld", body="gv", on=later(45), reason=Sealed("Haushalt")
    )
    tale.tell("decision:B1", sooner, postponed).seen(engine)
    with engine.connect() as db:
        found, total = decisions.follow_up(db, COORDINATOR, later(60))
        others, _ = decisions.follow_up(db, THIRD, later(60))
        (own,) = (
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
    assert (found[1].responsible, own.responsible) == ("lena", "lena")
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
