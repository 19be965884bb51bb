"""What is proposed, revised, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Benefit, Share
from core.effect import EffectKind, Rule, Stance
from core.errors import Code
from core.facts import PastDecision, Power, Seat
from core.sealed import Sealed
from tests.core.decision_world import (
    OFFICE,
    OTHER,
    PLACE,
    TEXT,
    WHY,
    A,
    B,
    decision,
    opened,
    past,
    proposal,
    says,
    town,
)
from tests.given import TODAY

FAILED = PastDecision(
    ref="B3", forum="wasser", accepted=False, bound=frozenset(), failed=True
)


def test_whoever_sits_in_the_forum_may_propose() -> None:
    draft = e.Drafted(forum="wasser", org=A, title="Klärschlamm", text=TEXT)
    decision(town(A, Power.ANSWER)).when(proposal).then(draft)
    decision().when(proposal).then(replace(draft, org="landkreis"))
    decision().given(draft).when(proposal).refused(Code.EXISTS_ALREADY)


def test_who_has_no_seat_only_observes_or_only_examines_proposes_nothing() -> None:
    stranger = town("mühlau")
    decision(stranger).when(proposal).refused(Code.NO_SEAT)
    watching = replace(PLACE, seats={"mühlau": Seat.OBSERVE})
    decision(replace(stranger, forum=watching)).when(proposal).refused(
        Code.OBSERVERS_DO_NOT_BIND
    )
    decision(town(A, Power.AUDIT)).when(proposal).refused(Code.AUDITORS_READ)
    closed = replace(OFFICE, forum=replace(PLACE, open=False))
    decision(closed).when(proposal).refused(Code.FORUM_NOT_OPEN)


def test_everything_that_was_said_is_kept() -> None:
    full = replace(
        proposal,
        reasons=WHY,
        alternatives=WHY,
        otherwise=WHY,
        options=("so ",),
        costs=(Share(org=A, cents=5_000),),
        benefits=(Benefit(org=A, text=Sealed(" Gebühren ")),),
        goals=("Gebührenstabilität",),
        review_on=date(2029, 1, 1),
        instead_of="B3",
    )
    event = past((full, replace(OFFICE, decision=FAILED)))[0]
    assert isinstance(event, e.Drafted)
    assert event.options == ("so",)
    assert event.costs == full.costs
    assert event.benefits[0].text == Sealed("Gebühren")
    assert (event.goals, event.instead_of) == (full.goals, "B3")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(proposal, review_on=TODAY), Code.DUE_IN_THE_PAST),
        (replace(proposal, text=Sealed(" ")), Code.TEXT_MISSING),
        (replace(proposal, costs=(Share(org=A, cents=-1),)), Code.NUMBER_OUT_OF_RANGE),
        (
            replace(proposal, effect=Rule(EffectKind.THRESHOLD, at_least=501)),
            Code.NUMBER_OUT_OF_RANGE,
        ),
    ],
)
def test_what_cannot_be_is_not_proposed(command: c.Propose, code: Code) -> None:
    decision().when(command).refused(code)


def test_only_what_failed_is_proposed_anew_in_its_place() -> None:
    new, other = replace(proposal, instead_of="B3"), replace(FAILED, failed=False)
    decision().when(new).refused(Code.UNKNOWN_DECISION, other="B3")
    standing = decision(replace(OFFICE, decision=other)).when(new)
    standing.refused(Code.NOT_FAILED, other="B3")


def test_a_draft_is_revised_by_whoever_proposed_it_or_by_coordination() -> None:
    own = past((proposal, town(A)))
    new = e.Revised(version=2, text=OTHER)
    decision(town(A)).given(*own).when(c.Revise(text=OTHER)).then(new)
    decision().given(*own).when(c.Revise(text=OTHER)).then(new)
    decision().given(*own).when(c.Revise(text=TEXT)).then()
    decision(town(B)).given(*own).when(c.Revise(text=OTHER)).refused(
        Code.ONLY_COORDINATION
    )


def test_the_text_stays_while_the_forum_decides() -> None:
    decision().given(*opened()).when(c.Revise(text=OTHER)).refused(Code.TEXT_FIXED)
    integrating = c.Revise(text=OTHER, integrates=(1,))
    decision().given(*opened()).when(integrating).refused(Code.UNKNOWN_OBJECTION)
    decision(town(A)).given(*opened()).when(integrating).refused(Code.ONLY_COORDINATION)


def test_what_is_withdrawn_is_over() -> None:
    own = past((proposal, town(A)))
    gone = c.Withdraw(reason=WHY)
    decision(town(A)).given(*own).when(gone).then(e.Withdrawn(reason=WHY))
    decision().given(*opened()).when(gone).then(e.Withdrawn(reason=WHY))
    decision(town(A)).given(*opened()).when(gone).refused(Code.ONLY_COORDINATION)
    over = (*opened(), e.Withdrawn(reason=WHY))
    decision().given(*over).when(gone).then()
    command, who = says(A)
    decision(who).given(*over).when(command).refused(Code.DECISION_ENDED)


def test_nothing_is_said_of_what_nobody_proposed() -> None:
    decision(town(A)).when(c.GivePosition(stance=Stance.YES)).refused(
        Code.UNKNOWN_REFERENCE
    )
