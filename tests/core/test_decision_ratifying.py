"""Which bodies have to resolve, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core.decision import commands as c
from core.decision import events as e
from core.decision.councils import SOME_BODY, CouncilKey, Step
from core.effect import Stance
from core.errors import Code
from core.facts import Power
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    GV,
    START,
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
    refuses,
    says,
    submits,
    town,
)

TERM: Final = date(2027, 11, 3)  # six months after the count
NEXT: Final = AFTER + timedelta(days=1)
KEY: Final = CouncilKey(A, GV)
mayor = decision(town(A, on=AFTER))


def required(org: str) -> e.RatificationRequired:
    return e.RatificationRequired(org=org, body=GV, deadline=TERM)


def test_every_municipality_that_agreed_or_was_silent_asks_its_council() -> None:
    split = past(says(A), says(B, Stance.ABSTAIN), CLOSE, start=opened(Mode.MAJORITY))
    decision(office(AFTER)).given(*split).when(c.StartRatification()).then(
        required(A), required(L), e.RatificationStarted(on=AFTER)
    )
    started = past(START, start=split)
    decision(office(AFTER)).given(*started).when(c.StartRatification()).then()
    mayor.given(*split).when(c.StartRatification()).refused(Code.ONLY_COORDINATION)
    decision().given(*opened()).when(c.StartRatification()).refused(
        Code.NOT_POSSIBLE_NOW
    )


def test_whoever_has_no_body_and_whoever_reserved_already_is_not_asked() -> None:
    reserved = past(
        (c.Reserve(body="ha"), town(A)), says(A), says(B), CLOSE, start=opened()
    )
    one = replace(office(AFTER), bodies={A: GV})
    decision(one).given(*reserved).when(c.StartRatification()).then(
        e.RatificationStarted(on=AFTER), e.PartlyTookEffect(orgs=(B,), on=AFTER)
    )


def test_a_recommendation_goes_to_no_council() -> None:
    mild = past(says(A), says(B), CLOSE, start=opened(Mode.RECOMMENDATION))
    decision(office(AFTER)).given(*mild).when(c.StartRatification()).refused(
        Code.NOTHING_TO_RATIFY
    )


def test_a_town_says_itself_which_body_resolves_and_by_when() -> None:
    reserve = c.Reserve(body="Magistrat", deadline=date(2027, 6, 12), reason=WHY)
    monday = date(2027, 6, 14)
    told = e.RatificationRequired(org=A, body="Magistrat", deadline=monday, reason=WHY)
    clerk = decision(town(A, Power.ANSWER))
    clerk.given(*opened()).when(reserve).then(told)
    again = (*opened(), told)
    clerk.given(*again).when(reserve).then()
    clerk.given(*again).when(c.Reserve(body="Magistrat")).then()
    later = replace(reserve, deadline=date(2027, 7, 1))
    clerk.given(*again).when(later).then(
        e.DeadlineSet(org=A, body="Magistrat", deadline=date(2027, 7, 1))
    )
    gone = replace(reserve, deadline=date(2027, 3, 1))
    clerk.given(*opened()).when(gone).refused(Code.DUE_IN_THE_PAST)
    decision(town("mühlau")).given(*opened()).when(reserve).refused(Code.NO_VOTE)
    decision(town(A, Power.AUDIT)).given(*opened()).when(reserve).refused(
        Code.AUDITORS_READ
    )


def test_a_body_that_is_named_takes_the_place_of_some_body() -> None:
    unknown = replace(office(AFTER), bodies={A: SOME_BODY})
    started = past((c.StartRatification(), unknown), start=accepted(orgs=(A, B)))
    named = past((c.Reserve(body=GV), town(A, on=AFTER)), start=started)
    assert [key for key in file(named).councils if key.org == A] == [KEY]


def test_a_body_that_is_named_keeps_its_term_and_the_paper_before_it() -> None:
    unknown = replace(office(AFTER), bodies={A: SOME_BODY})
    started = past((c.StartRatification(), unknown), start=accepted(orgs=(A, B)))
    paper = (c.SubmitPaper(org=A, body=SOME_BODY), town(A, on=AFTER))
    named = past(paper, (c.Reserve(body=GV), town(A, on=AFTER)), start=started)
    council = file(named).councils[KEY]
    assert (council.step, council.since) == (Step.SUBMITTED, AFTER)
    assert council.deadline == TERM


def test_whoever_is_bound_reserves_nothing_any_more() -> None:
    bound = past(submits(A), approves(A), start=ratifying())
    mayor.given(*bound).when(c.Reserve(body="ha")).refused(Code.BOUND_ALREADY)


def test_a_body_that_need_not_resolve_is_waived_with_the_power_to_consent() -> None:
    waive = c.WaiveRatification(body=GV, reason=WHY)
    waived = e.RatificationWaived(org=A, body=GV, reason=WHY)
    effect = e.PartlyTookEffect(orgs=(A,), on=AFTER)
    mayor.given(*ratifying()).when(waive).then(waived, effect)
    mayor.given(*ratifying(), waived, effect).when(waive).then()
    clerk = decision(town(A, Power.ANSWER, on=AFTER))
    clerk.given(*ratifying()).when(waive).refused(Code.NO_POWER)
    refused = past(submits(A), refuses(A), start=ratifying())
    mayor.given(*refused).when(waive).refused(Code.RESULT_KNOWN, state="refused")
    mayor.given(*ratifying()).when(replace(waive, body="ha")).refused(
        Code.UNKNOWN_RATIFICATION, org=A
    )


def test_a_term_is_set_by_the_town_or_by_coordination() -> None:
    later = c.SetDeadline(org=A, body=GV, deadline=date(2028, 1, 3))
    event = e.DeadlineSet(org=A, body=GV, deadline=date(2028, 1, 3))
    for who in (office(AFTER), town(A, Power.ANSWER, on=AFTER)):
        decision(who).given(*ratifying()).when(later).then(event)
    mayor.given(*ratifying(), event).when(later).then()
    decision(town(B, on=AFTER)).given(*ratifying()).when(later).refused(
        Code.ONLY_COORDINATION
    )
    over = past((c.Withdraw(reason=WHY), office()), start=opened())
    mayor.given(*over).when(later).refused(Code.DECISION_ENDED)


def test_nothing_is_waited_for_where_it_binds_without_councils() -> None:
    light = accepted(orgs=(A, B), command=replace(proposal, council=False))
    decision(office(AFTER)).given(*light).when(c.StartRatification()).then(
        e.RatificationStarted(on=AFTER), e.PartlyTookEffect(orgs=(A, B), on=AFTER)
    )
