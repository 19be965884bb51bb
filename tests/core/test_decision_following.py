"""What follows from a decision: promises asked for, and a review when things change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from core.decision import DECISION, bound, states
from core.decision import commands as c
from core.decision import events as e
from core.decision.file import Counting, Voice
from core.effect import Stance
from core.errors import Code
from core.facts import Basis
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    ALL,
    CLOSE,
    GV,
    OTHER,
    START,
    WHY,
    A,
    B,
    L,
    accepted,
    conditions,
    decision,
    file,
    office,
    opened,
    past,
    phone,
    proposal,
    ratifying,
    says,
    submits,
    town,
)

LATER: Final = date(2028, 5, 3)
light = replace(proposal, council=False)
holds = past(START, start=accepted(orgs=(A, B), command=light))
asked = e.PromisesAsked(org=A, on=AFTER)
bureau = decision(office(AFTER))
changed = decision(replace(office(LATER), affected=("Z1", "B7")))
because = c.CallReview(because="I12")
due = e.ReviewFellDue(on=LATER, because="I12")


def test_whom_it_binds_is_asked_once_what_it_promises() -> None:
    bureau.given(*holds).when(c.AskForPromises(org=A)).then(asked)
    bureau.given(*holds, asked).when(c.AskForPromises(org=A)).then()
    bureau.given(*holds, asked).when(c.AskForPromises(org=B)).then(
        e.PromisesAsked(org=B, on=AFTER)
    )
    decision(town(A)).given(*holds).when(c.AskForPromises(org=A)).refused(
        Code.ONLY_COORDINATION
    )


def test_whom_it_does_not_bind_is_not_asked() -> None:
    ask = c.AskForPromises(org=L)
    bureau.given(*holds).when(ask).refused(Code.NOT_BOUND, org=L)
    bureau.given(*ratifying()).when(c.AskForPromises(org=A)).refused(Code.NOT_BOUND)


def test_whoever_is_bound_late_is_asked_then_and_who_comes_back_is_not() -> None:
    joined = past((c.Join(), town(L, on=AFTER)), start=(*holds, asked))
    bureau.given(*joined).when(c.AskForPromises(org=L)).then(
        e.PromisesAsked(org=L, on=AFTER)
    )
    gone = past((c.Leave(reason=WHY), town(A, on=AFTER)), start=joined)
    back = past((c.Join(), town(A, on=AFTER)), start=gone)
    bureau.given(*back).when(c.AskForPromises(org=A)).then()


def test_a_change_of_framework_puts_it_under_review_once() -> None:
    changed.given(*holds).when(because).then(due)
    during = (*holds, due)
    assert isinstance(DECISION.replay(during), states.UnderReview)
    assert bound(DECISION.replay(during)) == {A, B}
    changed.given(*during).when(because).then()
    kept = past((c.Confirm(), office(LATER)), start=during)
    changed.given(*kept).when(because).then()


def test_another_change_is_looked_at_as_well() -> None:
    other = c.CallReview(because="I13")
    again = e.ReviewFellDue(on=LATER, because="I13")
    changed.given(*holds, due).when(other).then(again)
    state = DECISION.replay((*holds, due, again))
    assert isinstance(state, states.UnderReview)
    assert state.before is states.Standing.PARTLY_IN_FORCE


def test_only_what_the_change_touches_and_what_holds_is_looked_at() -> None:
    decision(replace(office(LATER), affected=("B8",))).given(*holds).when(
        because
    ).refused(Code.NOT_AFFECTED, other="I12")
    changed.given(*ratifying()).when(because).refused(Code.NOT_POSSIBLE_NOW)


def test_a_recommendation_is_looked_at_as_well() -> None:
    recommended = past(says(A), says(B), CLOSE, start=opened(Mode.RECOMMENDATION))
    changed.given(*recommended).when(because).then(due)
    state = DECISION.replay((*recommended, due))
    assert isinstance(state, states.Reconsidered)


def test_what_was_said_by_phone_is_still_so_after_refused_conditions() -> None:
    entered = past(
        (c.GivePosition(stance=Stance.YES), phone(A)),
        (c.ConfirmOnBehalf(), town(A)),
        says(B),
        says(L),
        CLOSE,
        START,
        submits(B),
        conditions(B),
        start=opened(),
    )
    voice = Voice(Counting.CONFIRMED, Basis.PHONE)
    assert file(entered).voices == {A: voice}
    take_up = c.TakeUpConditions(org=B, body=GV, text=OTHER)
    again = past((take_up, office(AFTER)), start=entered)
    assert not file(again).voices
    refused = past((c.Withdraw(reason=WHY), office(AFTER)), start=again)
    assert isinstance(refused[-1], e.ConditionsRefused)
    assert file(refused).voices == {A: voice}
    assert file(refused).votes == file(entered).votes


@pytest.mark.parametrize("word", [Stance.NO, Stance.ABSTAIN])
def test_what_it_says_itself_afterwards_needs_no_basis(word: Stance) -> None:
    entered = past(
        (c.GivePosition(stance=Stance.YES), phone(A)),
        (c.ConfirmOnBehalf(), town(A)),
        start=opened(Mode.MAJORITY),
    )
    own = past((c.GivePosition(stance=word), town(A)), start=entered)
    assert not file(own).voices


def test_silence_that_counts_is_known_as_silence() -> None:
    tacit = opened(Mode.TACIT)
    told = [
        (c.Deliver(org=org, channel="chat", proof="1"), office()) for org in (A, B, L)
    ]
    silent = past(*told, says(A), CLOSE, start=tacit)
    assert file(silent).voices == dict.fromkeys((B, L), Voice(Counting.TACIT))


def test_where_it_can_bind_nobody_no_council_is_asked() -> None:
    no = (c.GivePosition(stance=Stance.NO), town(L))
    hopeless = past(says(A), says(B), no, CLOSE, start=opened(Mode.MAJORITY, ALL))
    bureau.given(*hopeless).when(c.StartRatification()).then(
        e.RatificationStarted(on=AFTER), e.Failed(on=AFTER)
    )
