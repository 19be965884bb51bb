"""Whoever joins once a decision is in force: shown, dated, reminded, and recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from sqlalchemy import Engine

from core.calendar import Calendar
from core.decision import events as e
from core.effect import Member
from core.nudge import events as nudge
from core.nudge.ladder import ladder
from projections import board, decisions, timers
from projections.decisions import Mark
from projections.timers import What
from tests.projections.decided import (
    IN_COUNCILS,
    TOWNS,
    approved,
    later,
    paper,
    required,
)
from tests.projections.given import COORDINATOR, HOLDER, THIRD, Tale, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

JOINS = e.MemberJoined(
    org="auenburg", member=Member("auenburg", 900, late=True), text=1, on=later(50)
)


def everybody_bound() -> Tale:
    """Let the assemblies of all three towns approve on the same day."""
    tale = founded().tell("decision:B1", *IN_COUNCILS, *map(paper, TOWNS))
    took = e.TookEffect(orgs=TOWNS, on=later(40))
    return tale.tell("decision:B1", *map(approved, TOWNS), took)


def with_a_latecomer() -> Tale:
    """Let Auenburg join, whose assembly has to resolve."""
    came = {"effective_on": later(50)}
    return everybody_bound().tell("decision:B1", JOINS, required("auenburg"), **came)


def test_a_latecomer_stands_in_the_matrix_and_on_the_board(engine: Engine) -> None:
    with_a_latecomer().seen(engine)
    with engine.connect() as db:
        found = decisions.matrix(db, THIRD, later(60))
        shown = board.board(db, THIRD, "wasser", later(60))
    (line,) = found.lines
    assert line.row.state == "decision_in_force"
    assert line.row.in_councils
    assert [(one.org, one.mark) for one in line.cells] == [
        ("auenburg", Mark.OPEN),
        *((town, Mark.APPROVED) for town in TOWNS),
    ]
    assert [one.row.ref for one in shown.in_councils.lines] == ["B1"]
    assert [one.row.ref for one in shown.holding.entries] == ["B1"]


def test_a_latecomer_is_reminded_and_its_ladder_stays(engine: Engine) -> None:
    tale = with_a_latecomer()
    tale.seen(engine)
    with engine.connect() as db:
        planned = timers.unplanned(db, later(50))
        assert [(one.org, one.due) for one in planned] == [("auenburg", later(90))]
    plan = ladder("B1", later(50), later(90), Calendar(UTC))
    tale.tell("nudge:auenburg", nudge.Scheduled(org="auenburg", plans=(plan,)))
    tale.seen(engine)
    with engine.connect() as db:
        assert timers.unplanned(db, later(50)) == []
        steps = timers.reminders(db, later(60))
        assert [one.what for one in steps if one.what is What.FORGET] == []


def test_a_latecomer_owes_its_result_by_its_term(engine: Engine) -> None:
    with_a_latecomer().seen(engine)
    with engine.connect() as db:
        owed, total = decisions.follow_up(db, COORDINATOR, later(60))
    assert ([(one.mover, one.on) for one in owed], total) == (
        [("auenburg", later(90))],
        1,
    )


def test_on_an_earlier_day_it_lay_before_no_council(engine: Engine) -> None:
    with_a_latecomer().seen(engine)
    with engine.connect() as db:
        for day, refs in ((later(45), []), (later(55), ["B1"])):
            found = decisions.before_councils(db, HOLDER, day)
            assert [one.row.ref for one in found.entries] == refs


def test_nobody_waits_for_a_body_where_another_one_has_refused(engine: Engine) -> None:
    refused = e.CouncilRefused(org="auenburg", body="ha", on=later(55))
    second = replace(required("auenburg"), body="ha")
    with_a_latecomer().tell("decision:B1", second, refused).seen(engine)
    with engine.connect() as db:
        assert decisions.matrix(db, THIRD, later(60)).total == 0
        assert decisions.follow_up(db, THIRD, later(60)) == ([], 0)
