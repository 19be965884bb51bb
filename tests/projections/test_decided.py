"""What bodies and others make of a decision, as one viewer may see it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Engine

from core.decision import events as e
from core.decision.kinds import ConditionKind
from core.effect import Answer
from core.sealed import Sealed
from projections import decisions
from projections.decisions import DecisionRow
from projections.viewer import Viewer
from tests.projections.decided import (
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    in_force,
    later,
    paper,
)
from tests.projections.given import (
    COORDINATOR,
    HOLDER,
    THIRD,
    Tale,
    founded,
)

OUTSIDER = replace(THIRD, orgs=frozenset({"auenburg"}))


def shown(tale: Tale, engine: Engine, viewer: Viewer = COORDINATOR) -> DecisionRow:
    tale.seen(engine)
    with engine.connect() as db:
        row = decisions.get(db, viewer, "B1")
    assert row is not None
    return row


def test_that_a_body_is_late_is_told_to_coordination_and_itself(engine: Engine) -> None:
    postponed = e.CouncilPostponed(
        org="birkfeld", body="gv", on=later(30), reason=Sealed("Haushalt")
    )
    tale = founded().tell("decision:B1", *IN_COUNCILS, paper("birkfeld"), postponed)
    tale.seen(engine)
    with engine.connect() as db:
        for viewer, why in (
            (COORDINATOR, "Haushalt"),
            (HOLDER, "Haushalt"),
            (THIRD, None),
        ):
            for day, over in ((90, False), (91, True)):
                first, *_ = decisions.councils(db, viewer, ["B1"], later(day))
                assert (first.delay, first.delay_reason) == ("postponed", why)
                assert first.late is (over and why is not None)


def test_a_result_ends_the_delay_and_an_approval_the_wait(engine: Engine) -> None:
    tale = in_force(founded())
    refused = e.CouncilRefused(
        org="steintal", body="gv", on=later(50), reason=Sealed("zu teuer")
    )
    tale.tell("decision:B1", paper("steintal"), refused).seen(engine)
    with engine.connect() as db:
        found = decisions.councils(db, THIRD, ["B1"], later(91))
    assert [one.awaited for one in found] == [False, False, False]
    assert [one.answer for one in found][-1] is Answer.REFUSED
    assert found[-1].reason == "zu teuer"
    assert not any(one.late for one in found)


def test_other_conditions_are_listed_for_everybody_or_one(engine: Engine) -> None:
    funding = e.ConditionRequired(kind=ConditionKind.FUNDING)
    notice = e.ConditionRequired(kind=ConditionKind.SUPERVISORY_NOTICE, org="birkfeld")
    met = e.ConditionMet(kind=ConditionKind.FUNDING, on=later(20), ref="Bescheid 4711")
    row = shown(
        founded().tell("decision:B1", DRAFTED, OPENED, funding, notice, met), engine
    )
    with engine.connect() as db:
        one, other = decisions.conditions(db, row)
    assert (one.kind, one.org, one.answer) == (
        ConditionKind.FUNDING,
        None,
        Answer.APPROVED,
    )
    assert (one.on, one.evidence_ref) == (later(20), "Bescheid 4711")
    assert (other.org, other.answer) == ("birkfeld", Answer.OPEN)
