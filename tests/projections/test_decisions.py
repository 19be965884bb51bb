"""Decisions as they are shown: who sees what, and what events told beside the state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from core.decision import events as e
from core.decision.kinds import Evidence, Outcome
from core.effect import Answer, Lack, Stance
from core.facts import Basis
from core.sealed import Sealed
from projections import decisions, history
from projections.decisions import DecisionRow
from projections.viewer import Viewer
from tests.projections.decided import (
    COUNTED,
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    accepted,
    approved,
    later,
    paper,
    says,
)
from tests.projections.given import (
    ASKER,
    CLOSED,
    COORDINATOR,
    HOLDER,
    NOBODY,
    THIRD,
    Tale,
    founded,
)

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

OUTSIDER = replace(THIRD, orgs=frozenset({"auenburg"}))


def shown(tale: Tale, engine: Engine, viewer: Viewer = COORDINATOR) -> DecisionRow:
    tale.seen(engine)
    with engine.connect() as db:
        row = decisions.get(db, viewer, "B1")
    assert row is not None
    return row


def test_a_closed_circle_is_everybody_on_the_list_and_nobody_else(
    engine: Engine,
) -> None:
    founded().tell("decision:B1", DRAFTED, OPENED, circle=CLOSED).seen(engine)
    with engine.connect() as db:
        for viewer, known in (
            (COORDINATOR, True),
            (HOLDER, True),
            (OUTSIDER, False),
            (NOBODY, False),
        ):
            assert (decisions.get(db, viewer, "B1") is not None) is known
            assert bool(decisions.listing(db, viewer).rows) is known
            assert decisions.listing(db, viewer).total == known
            assert bool(history.of(db, viewer, "B1")) is known


def test_what_is_open_waits_for_whoever_has_said_nothing(engine: Engine) -> None:
    tale = founded().tell("decision:B1", DRAFTED, OPENED, says("birkfeld"))
    row = shown(tale, engine)
    assert row.silent == ("lindgrund", "steintal")
    assert row.deciding
    with engine.connect() as db:
        assert decisions.to_answer(db, HOLDER).total == 0
        waiting = decisions.to_answer(db, ASKER)
    assert [one.ref for one in waiting.rows] == ["B1"]
    tale.tell("decision:B1", e.RecusalDeclared(org="lindgrund")).seen(engine)
    with engine.connect() as db:
        assert decisions.to_answer(db, ASKER).total == 0


def test_a_prepared_position_is_the_matter_of_its_own_organisation(
    engine: Engine,
) -> None:
    draft = e.Prepared(org="birkfeld", event=says("birkfeld"))
    tale = founded().tell("decision:B1", DRAFTED, OPENED, draft)
    row = shown(tale, engine)
    with engine.connect() as db:
        for viewer, known in ((COORDINATOR, "yes"), (HOLDER, "yes"), (THIRD, None)):
            first, *_ = decisions.positions(db, viewer, row)
            assert (first.org, first.prepared) == ("birkfeld", known)


def test_a_position_tells_how_it_came_to_count(engine: Engine) -> None:
    entered = e.EnteredOnBehalf(
        org="birkfeld",
        basis=Basis.PHONE,
        holder="vogt",
        contest_until=later(10),
        event=says("birkfeld"),
    )
    tale = founded().tell("decision:B1", DRAFTED, OPENED, entered)
    row = shown(tale, engine)
    with engine.connect() as db:
        first, *_ = decisions.positions(db, THIRD, row)
    assert (first.stance, first.entered) == (None, "yes")
    assert (first.entered_basis, first.holder) == (Basis.PHONE, "vogt")
    assert row.standing is not None
    assert row.standing.yes == 1
    stood = e.OnBehalfStood(org="birkfeld")
    row = shown(tale.tell("decision:B1", stood, says("birkfeld")), engine)
    with engine.connect() as db:
        first, *_ = decisions.positions(db, THIRD, row)
    assert (first.stance, first.entered) == (Stance.YES, None)
    assert (first.counted_as, first.basis) == ("stood", Basis.PHONE)
    corrected = e.PositionCorrected(
        org="birkfeld",
        stance=Stance.ABSTAIN,
        text=1,
        on=later(2),
        reason=Sealed("anders"),
    )
    row = shown(tale.tell("decision:B1", corrected), engine)
    with engine.connect() as db:
        first, *_ = decisions.positions(db, THIRD, row)
    assert (first.stance, first.reason) == (Stance.ABSTAIN, "anders")
    assert (first.counted_as, first.basis) == (None, None)


def test_silence_that_counted_says_so(engine: Engine) -> None:
    count = replace(COUNTED, tacit=("steintal",))
    tale = founded().tell(
        "decision:B1", DRAFTED, OPENED, replace(accepted(), tally=count)
    )
    row = shown(tale, engine)
    with engine.connect() as db:
        *_, last = decisions.positions(db, THIRD, row)
    assert (last.org, last.stance, last.counted_as) == ("steintal", Stance.YES, "tacit")


def test_what_is_missing_is_said_for_each(engine: Engine) -> None:
    tale = founded().tell("decision:B1", *IN_COUNCILS, paper("birkfeld"))
    oral = approved("birkfeld", 30, Evidence.ORAL)
    row = shown(tale.tell("decision:B1", oral), engine)
    assert row.in_councils
    assert {(one.org, one.what) for one in row.lacking} == {
        ("birkfeld", Lack.EVIDENCE),
        ("lindgrund", Lack.RESOLUTION),
        ("steintal", Lack.RESOLUTION),
    }


def test_conditions_that_the_forum_refused_leave_the_first_count(
    engine: Engine,
) -> None:
    tale = founded().tell("decision:B1", *IN_COUNCILS, paper("birkfeld"))
    wants = e.CouncilApprovedWithConditions(
        org="birkfeld",
        body="gv",
        text=1,
        on=later(30),
        evidence=Evidence.MINUTES,
        conditions=Sealed("jährlich kündbar"),
        ref="TOP 7",
    )
    taken_up = e.ConditionsTakenUp(org="birkfeld", body="gv", text=2)
    revised = e.Revised(version=2, text=Sealed("kündbar"), until=later(60))
    row = shown(tale.tell("decision:B1", wants, taken_up, revised), engine)
    assert (row.deciding, row.closed_on, row.edition) == (True, None, 2)
    lost = replace(COUNTED, outcome=Outcome.REJECTED)
    rejected = e.Rejected(text=2, rulebook=0, tally=lost, on=later(61))
    back = e.ConditionsRefused(org="birkfeld", body="gv")
    row = shown(tale.tell("decision:B1", rejected, back), engine)
    assert (row.state, row.closed_on, row.edition) == (
        "decision_ratifying",
        later(14),
        1,
    )
    assert row.tally == COUNTED
    with engine.connect() as db:
        first, *_ = decisions.councils(db, THIRD, ["B1"], later(62))
    assert (first.answer, first.conditions) == (Answer.OPEN, "jährlich kündbar")
    assert first.evidence is None
