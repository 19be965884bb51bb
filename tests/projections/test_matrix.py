"""The matrix of decisions and organisations, and what bodies still owe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from core.decision import events as e
from core.decision.kinds import Evidence
from core.effect import Stance
from core.event import Event
from core.sealed import Sealed
from projections import decisions
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
from tests.projections.given import COORDINATOR, NOBODY, THIRD, Tale, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)


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


def test_what_is_under_review_stays_while_a_body_is_awaited(engine: Engine) -> None:
    partly = e.PartlyTookEffect(orgs=("birkfeld",), on=later(60))
    review = e.ReviewFellDue(on=later(61), because=None)
    given = (paper("birkfeld"), approved("birkfeld"), partly, review)
    tale = founded().tell("decision:B1", *IN_COUNCILS, *given)
    tale.seen(engine)
    with engine.connect() as db:
        found = decisions.matrix(db, THIRD, later(62))
        assert [line.row.state for line in found.lines] == ["decision_under_review"]
        assert found.lines[0].cells[0].bound
        owed, _ = decisions.follow_up(db, THIRD, later(62))
        assert {one.ref for one in owed} == {"B1"}


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
