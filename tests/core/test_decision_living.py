"""Joining late, leaving, review, succession and the end (D8, D9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from core.decision import DECISION, bound, states
from core.decision import commands as c
from core.decision import events as e
from core.effect import Member, Stance
from core.errors import Code
from core.facts import PastDecision, Power
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    ALL,
    CLOSE,
    GV,
    START,
    TWO,
    WHY,
    A,
    B,
    L,
    accepted,
    approves,
    decision,
    file,
    office,
    opened,
    past,
    proposal,
    ratifying,
    says,
    submits,
    town,
)

LATER: Final = date(2028, 5, 3)
light = replace(proposal, council=False)
holds = past(START, start=accepted(orgs=(A, B, L), command=light))
two = past(START, start=accepted(TWO, orgs=(A, B), command=light))
recommended = past(says(A), says(B), CLOSE, start=opened(Mode.RECOMMENDATION))
NEW: Final = PastDecision(
    ref="B9", forum="wasser", accepted=True, bound=frozenset({A, B, L})
)
replacing = decision(replace(office(LATER), decision=NEW))
supersede = c.Supersede(by="B9")


def test_a_sixth_joins_late_and_asks_its_council_first() -> None:
    joined = e.MemberJoined(
        org="mühlau", member=Member("mühlau", 2_000, late=True), text=1, on=AFTER
    )
    late = decision(town("mühlau", on=AFTER))
    late.given(*holds).when(c.Join()).then(
        joined, e.TookEffect(orgs=(A, B, L, "mühlau"), on=AFTER)
    )
    with_council = past(submits(A), approves(A), start=ratifying())
    term = date(2027, 11, 3)
    required = e.RatificationRequired(org="mühlau", body=GV, deadline=term)
    late.given(*with_council).when(c.Join()).then(joined, required)
    known = past((c.Join(), town("mühlau", on=AFTER)), start=holds)
    late.given(*known).when(c.Join()).then()


def test_a_member_that_said_nothing_joins_as_one_of_the_beginning() -> None:
    event = past((c.Join(), town(L, on=AFTER)), start=two)[-2]
    assert event == e.MemberJoined(org=L, member=Member(L, 4_000), text=1, on=AFTER)
    assert isinstance(DECISION.replay(two), states.PartlyInForce)
    joined = past((c.Join(), town(L, on=AFTER)), start=two)
    assert isinstance(DECISION.replay(joined), states.InForce)


def test_whoever_is_recused_or_no_member_does_not_join() -> None:
    recused = past(
        (c.DeclareRecusal(), town(L)), says(A), says(B), CLOSE, START, start=opened()
    )
    decision(town(L, on=AFTER)).given(*recused).when(c.Join()).refused(Code.RECUSED)
    stranger = town("fremdort", on=AFTER)
    decision(stranger).given(*holds).when(c.Join()).refused(Code.NOT_A_MEMBER)
    decision(town(L)).given(*opened()).when(c.Join()).refused(Code.NOT_POSSIBLE_NOW)


def test_joining_is_prepared_or_entered_like_every_word() -> None:
    clerk = decision(town("mühlau", Power.ANSWER, on=AFTER))
    joined = e.MemberJoined(
        org="mühlau", member=Member("mühlau", 2_000, late=True), text=1, on=AFTER
    )
    prepared = e.Prepared(org="mühlau", event=joined)
    clerk.given(*holds).when(c.Join()).then(prepared)
    mayor = decision(town("mühlau", on=AFTER))
    effect = e.TookEffect(orgs=(A, B, L, "mühlau"), on=AFTER)
    waits = (*holds, prepared)
    mayor.given(*waits).when(c.ConfirmPrepared()).then(joined, effect)
    ended = replace(office(AFTER), decision=NEW)
    over = past((c.Repeal(by="B9", reason=WHY), ended), start=waits)
    mayor.given(*over).when(c.ConfirmPrepared()).refused(Code.DECISION_ENDED)


def test_whoever_leaves_is_bound_no_more_and_the_others_are() -> None:
    leave = c.Leave(reason=WHY)
    left = e.MemberLeft(org=A, on=AFTER, reason=WHY)
    mayor = decision(town(A, on=AFTER))
    mayor.given(*holds).when(leave).then(left)
    assert bound(DECISION.replay((*holds, left))) == {B, L}
    mayor.given(*holds, left).when(leave).then()
    decision(town("mühlau", on=AFTER)).given(*holds).when(leave).refused(Code.NO_VOTE)


def test_a_threshold_once_reached_is_not_lost_by_leaving() -> None:
    left = past((c.Leave(reason=WHY), town(A, on=AFTER)), start=two)
    assert bound(DECISION.replay(left)) == {B}
    last = c.Leave(reason=WHY)
    decision(town(B, on=AFTER)).given(*left).when(last).refused(Code.LAST_ONE_BOUND)


def test_whoever_takes_its_yes_back_before_it_binds_says_no() -> None:
    command, who = c.Leave(reason=WHY), town(A, on=AFTER)
    decision(who).given(*ratifying(ALL)).when(command).then(
        e.MemberLeft(org=A, on=AFTER, reason=WHY), e.Failed(on=AFTER)
    )
    events = past((command, who), start=ratifying())
    assert file(events).votes[A].stance is Stance.NO


def test_whoever_comes_back_asks_its_council_anew() -> None:
    every = past(*(submits(org) for org in (A, B)), start=ratifying())
    both = past(approves(A), approves(B), start=every)
    gone = past((c.Leave(reason=WHY), town(A, on=AFTER)), start=both)
    back = past((c.Join(), town(A, on=AFTER)), start=gone)
    assert isinstance(back[-1], e.MemberJoined)
    assert bound(DECISION.replay(back)) == {B}


def test_a_review_is_called_and_ends_with_a_new_day_or_none() -> None:
    bureau = decision(office(LATER))
    due = e.ReviewFellDue(on=LATER, reason=WHY)
    call = c.CallReview(reason=WHY)
    bureau.given(*holds).when(call).then(due)
    under = (*holds, due)
    bureau.given(*under).when(call).then()
    day = date(2030, 5, 3)
    bureau.given(*under).when(c.Confirm()).then(e.Confirmed(on=LATER, review_on=day))
    bureau.given(*under).when(c.Confirm(no_review=WHY)).then(
        e.Confirmed(on=LATER, no_review=WHY)
    )
    bureau.given(*under).when(c.Confirm(review_on=LATER)).refused(Code.DUE_IN_THE_PAST)
    bureau.given(*holds).when(c.Confirm()).refused(Code.NOT_POSSIBLE_NOW)
    decision(town(A)).given(*holds).when(call).refused(Code.ONLY_COORDINATION)


@pytest.mark.parametrize("past_", [holds, two, recommended])
def test_after_a_review_it_is_what_it_was(past_: tuple[e.Happening, ...]) -> None:
    before = DECISION.replay(past_)
    during = past((c.CallReview(), office(LATER)), start=past_)
    after = past((c.Confirm(), office(LATER)), start=during)
    assert type(DECISION.replay(after)) is type(before)
    assert bound(DECISION.replay(during)) == bound(before)


def test_while_it_is_reviewed_others_still_join() -> None:
    during = past((c.CallReview(), office(AFTER)), start=two)
    joined = past((c.Join(), town(L, on=AFTER)), start=during)
    assert joined[-1] == e.TookEffect(orgs=(A, B, L), on=AFTER)
    assert isinstance(DECISION.replay(joined), states.UnderReview)
    after = past((c.Confirm(), office(LATER)), start=joined)
    assert isinstance(DECISION.replay(after), states.InForce)
