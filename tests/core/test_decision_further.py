"""Supervision, publication, funding: what else must come first."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.decision import commands as c
from core.decision import events as e
from core.decision import judged
from core.decision.kinds import ConditionKind
from core.effect import Lack, Missing
from core.errors import Code
from tests.core.decision_world import (
    AFTER,
    WHY,
    A,
    B,
    accepted,
    approves,
    decision,
    file,
    office,
    past,
    ratifying,
    submits,
    town,
)

FUNDING: Final = ConditionKind.FUNDING
require = c.RequireCondition(kind=FUNDING)
needed = e.ConditionRequired(kind=FUNDING)
meet = c.MeetCondition(kind=FUNDING, ref="Bescheid")
met = e.ConditionMet(kind=FUNDING, on=AFTER, ref="Bescheid")
bureau = decision(office(AFTER))


def test_what_else_must_come_first_is_named_before_it_binds() -> None:
    bureau.given(*accepted()).when(require).then(needed)
    bureau.given(*accepted(), needed).when(require).then()
    bound = past(submits(A), approves(A), start=ratifying())
    bureau.given(*bound).when(require).refused(Code.NOT_POSSIBLE_NOW)
    one = replace(require, org="mühlau")
    bureau.given(*accepted()).when(one).refused(Code.NO_VOTE)


def test_it_hinders_until_it_has_come() -> None:
    waiting = past((require, office(AFTER)), submits(A), approves(A), start=ratifying())
    everybody = Missing("", Lack.RESOLUTION, "funding")
    assert everybody in judged(file(waiting), AFTER).missing
    effect = e.PartlyTookEffect(orgs=(A,), on=AFTER)
    bureau.given(*waiting).when(meet).then(met, effect)
    bureau.given(*waiting, met, effect).when(meet).then()
    waive = c.WaiveCondition(kind=FUNDING, reason=WHY)
    bureau.given(*waiting).when(waive).then(
        e.ConditionWaived(kind=FUNDING, reason=WHY), effect
    )
    bureau.given(*ratifying()).when(meet).refused(Code.UNKNOWN_CONDITION)
    decision(town(A, on=AFTER)).given(*waiting).when(meet).refused(
        Code.ONLY_COORDINATION
    )


def test_a_refused_condition_of_everybody_is_the_end_unless_it_was_a_mistake() -> None:
    waiting = past((require, office(AFTER)), start=ratifying())
    refuse = c.RefuseCondition(kind=FUNDING, reason=WHY)
    refused = e.ConditionRefused(kind=FUNDING, on=AFTER, reason=WHY)
    failed = e.Failed(on=AFTER)
    bureau.given(*waiting).when(refuse).then(refused, failed)
    reopen = c.ReopenCondition(kind=FUNDING, reason=WHY)
    bureau.given(*waiting, refused, failed).when(reopen).then(
        e.ConditionReopened(kind=FUNDING, reason=WHY), e.EffectRevoked(on=AFTER)
    )
    bureau.given(*waiting).when(reopen).then()
    bureau.given(*waiting, refused, failed).when(meet).refused(Code.DECISION_ENDED)


def test_a_condition_of_one_town_hinders_only_that_one() -> None:
    own = replace(require, org=A)
    waiting = past(
        (own, office(AFTER)), submits(A), approves(A), submits(B), start=ratifying()
    )
    both = past(approves(B), start=waiting)
    assert both[-1] == e.PartlyTookEffect(orgs=(B,), on=AFTER)
    met_there = replace(meet, org=A)
    decision(town(A, on=AFTER)).given(*both).when(met_there).then(
        replace(met, org=A), e.PartlyTookEffect(orgs=(A, B), on=AFTER)
    )
