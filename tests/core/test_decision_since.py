"""Since when a decision binds: the day of the council, not that of the entry."""

from __future__ import annotations

from datetime import timedelta

from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import ConditionKind, Evidence
from tests.core.decision_world import (
    AFTER,
    ALL,
    GV,
    A,
    Asked,
    B,
    L,
    decision,
    office,
    past,
    ratifying,
    submits,
)

DAY = timedelta(days=1)
lies = past(*(submits(org) for org in (A, B, L)), start=ratifying())


def recorded(org: str, on_day: int, late: int) -> Asked:
    """Return an approval of one day that is entered on a later one."""
    command = c.RecordApproval(
        org=org,
        body=GV,
        evidence=Evidence.MINUTES,
        ref="TOP 7",
        on=AFTER + on_day * DAY,
    )
    return (command, office(AFTER + late * DAY))


def effects(events: tuple[e.Happening, ...]) -> list[e.Happening]:
    return [event for event in events if isinstance(event, e.Effects)]


def test_an_approval_counts_from_its_own_day() -> None:
    events = past(recorded(A, 3, 5), start=lies)
    assert effects(events) == [e.PartlyTookEffect(orgs=(A,), on=AFTER + 3 * DAY)]


def test_several_are_bound_since_the_last_of_them() -> None:
    events = past(recorded(A, 3, 5), recorded(B, 1, 6), start=lies)
    assert effects(events)[-1] == e.PartlyTookEffect(orgs=(A, B), on=AFTER + 3 * DAY)


def test_it_is_never_in_force_before_it_was_given_to_the_councils() -> None:
    imported = c.RecordApproval(
        org=A,
        body=GV,
        evidence=Evidence.OPARL,
        source="OParl 4711",
        on=AFTER - 9 * DAY,
    )
    events = past((imported, office(AFTER + DAY)), start=ratifying())
    assert effects(events) == [e.PartlyTookEffect(orgs=(A,), on=AFTER)]


def test_a_condition_of_everybody_counts_from_its_day_too() -> None:
    funding = ConditionKind.FUNDING
    events = past(
        (c.RequireCondition(kind=funding), office(AFTER)),
        recorded(A, 1, 1),
        (
            c.MeetCondition(kind=funding, ref="Bescheid", on=AFTER + 2 * DAY),
            office(AFTER + 9 * DAY),
        ),
        start=lies,
    )
    assert effects(events) == [e.PartlyTookEffect(orgs=(A,), on=AFTER + 2 * DAY)]


def test_it_fails_on_the_day_of_the_refusal() -> None:
    every = past(submits(A), start=ratifying(ALL))
    refusal = c.RecordRefusal(org=A, body=GV, on=AFTER + DAY)
    decision(office(AFTER + 4 * DAY)).given(*every).when(refusal).then(
        e.CouncilRefused(org=A, body=GV, on=AFTER + DAY), e.Failed(on=AFTER + DAY)
    )
