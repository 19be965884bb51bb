"""From the request or offer to the promise, or to a friendly no."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core.commitment import COMMITMENT, states, terms_of
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code
from core.sealed import Sealed
from tests.core.test_commitment import (
    COUNTERED,
    DUE,
    EMPTY,
    LATER,
    LONG,
    OFFERED,
    PROMISED,
    REQUESTED,
    RESERVED,
    WHY,
    YESTERDAY,
    Past,
    asker,
    asking_clerk,
    commitment,
    countered,
    holder,
    offered,
    on,
    promised,
    requested,
    reserved,
)
from tests.given import TODAY

AFTER: Final = DUE + timedelta(days=1)
reserve = c.PromiseUnderReservation(body="Gemeindevertretung", deadline=DUE)


def test_the_holder_promises_once() -> None:
    commitment.given(requested).when(c.Promise()).then(promised)
    commitment.given(*PROMISED).when(c.Promise()).then()
    asking = commitment.by(asker)
    asking.given(requested).when(c.Promise()).refused(Code.OTHER_SIDE_MOVES)
    asking.given(*PROMISED).when(c.Promise()).refused(Code.NOT_POSSIBLE_NOW)


def test_a_promise_comes_by_its_day_and_not_one_day_after() -> None:
    commitment.by(on(DUE, holder)).given(requested).when(c.Promise()).then(promised)
    late = commitment.by(on(AFTER, holder)).given(requested)
    late.when(c.Promise()).refused(Code.DUE_IN_THE_PAST, due=DUE, today=AFTER)
    late.when(c.Counter(due=LATER)).then(countered)


@pytest.mark.parametrize("past", [OFFERED, COUNTERED, RESERVED])
def test_the_holder_cannot_promise_what_waits_for_others(past: Past) -> None:
    commitment.given(*past).when(c.Promise()).refused(Code.NOT_POSSIBLE_NOW)


def test_a_promise_may_wait_for_the_council() -> None:
    commitment.given(requested).when(reserve).then(reserved)
    commitment.given(*RESERVED).when(reserve).then()
    longer = replace(reserve, deadline=LATER)
    commitment.given(*RESERVED).when(longer).refused(
        Code.NOT_POSSIBLE_NOW, state="reserved"
    )
    commitment.by(asker).given(*RESERVED).when(reserve).refused(Code.NOT_POSSIBLE_NOW)
    commitment.by(asker).given(requested).when(reserve).refused(Code.OTHER_SIDE_MOVES)


def test_the_council_has_a_name_and_a_day_to_come() -> None:
    here = commitment.given(requested)
    here.when(replace(reserve, body=" ")).refused(Code.LABEL_INVALID)
    here.when(replace(reserve, deadline=TODAY)).then(replace(reserved, deadline=TODAY))
    here.when(replace(reserve, deadline=YESTERDAY)).refused(Code.DUE_IN_THE_PAST)
    late = commitment.by(on(AFTER, holder)).given(requested)
    late.when(replace(reserve, deadline=LATER)).refused(Code.DUE_IN_THE_PAST, due=DUE)


def test_the_council_agrees_refuses_or_wants_something_else() -> None:
    here = commitment.given(*RESERVED)
    lifted = e.ReservationLifted(due=DUE, evidence=WHY)
    here.when(c.LiftReservation(evidence=WHY)).then(lifted)
    here.when(c.LiftReservation(evidence=EMPTY)).refused(Code.TEXT_MISSING)
    refuse = c.RefuseReservation(reason=WHY)
    here.when(refuse).then(e.ReservationRefused(reason=WHY))
    here.when(c.RefuseReservation()).then(e.ReservationRefused())
    condition = c.ConditionReservation(conditions=WHY, due=LATER)
    conditioned = e.ReservationConditioned(conditions=WHY, due=LATER)
    here.when(condition).then(conditioned)
    here.when(replace(condition, due=None)).then(replace(conditioned, due=DUE))
    here.when(replace(condition, due=YESTERDAY)).refused(Code.DUE_IN_THE_PAST)
    state = COMMITMENT.replay([*RESERVED, conditioned])
    assert isinstance(state.phase, states.Countered)


@pytest.mark.parametrize(
    "command",
    [
        c.LiftReservation(evidence=WHY),
        c.RefuseReservation(),
        c.ConditionReservation(conditions=WHY),
    ],
)
def test_only_the_holder_brings_the_word_of_its_council(
    command: c.Conversing,
) -> None:
    commitment.by(asker).given(*RESERVED).when(command).refused(Code.OTHER_SIDE_MOVES)
    commitment.given(*PROMISED).when(command).refused(Code.NOT_POSSIBLE_NOW)


def test_the_council_may_agree_after_the_day() -> None:
    lifted = e.ReservationLifted(due=DUE, evidence=WHY)
    late = commitment.by(on(AFTER, holder)).given(*RESERVED)
    late.when(c.LiftReservation(evidence=WHY)).then(lifted)


def test_counter_proposals_go_back_and_forth() -> None:
    back = e.CounterProposed(by="birkfeld", due=DUE, reason=WHY)
    commitment.given(requested).when(c.Counter(due=LATER)).then(countered)
    asking = commitment.by(asker)
    asking.given(*COUNTERED).when(c.Counter(due=DUE, reason=WHY)).then(back)
    again = commitment.given(*COUNTERED, back)
    again.when(c.Counter(due=LATER)).then(countered)
    again.when(c.Promise()).then(promised)
    ours = e.CounterProposed(by="birkfeld", due=LATER)
    asking.given(offered).when(c.Counter(due=LATER)).then(ours)
    state = COMMITMENT.replay([offered, ours])
    assert isinstance(state.phase, states.Requested)
    assert terms_of(state).due == LATER


def test_only_the_side_that_moves_counters() -> None:
    move = c.Counter(due=LATER)
    commitment.by(asker).given(requested).when(move).refused(
        Code.OTHER_SIDE_MOVES, org="lindgrund"
    )
    for past in (OFFERED, COUNTERED):
        commitment.given(*past).when(move).refused(
            Code.OTHER_SIDE_MOVES, org="birkfeld"
        )
    commitment.given(*PROMISED).when(move).refused(Code.NOT_POSSIBLE_NOW)


def test_a_counter_proposal_says_something_else_for_a_day_to_come() -> None:
    here = commitment.given(requested)
    here.when(c.Counter()).refused(Code.COUNTER_SAYS_NOTHING)
    here.when(c.Counter(due=DUE, scope=EMPTY)).refused(Code.COUNTER_SAYS_NOTHING)
    scope = Sealed("nur 2026")
    smaller = e.CounterProposed(by="lindgrund", due=DUE, scope=scope)
    here.when(c.Counter(scope=scope)).then(smaller)
    here.when(c.Counter(due=YESTERDAY)).refused(Code.DUE_IN_THE_PAST)
    here.when(c.Counter(scope=LONG)).refused(Code.TEXT_TOO_LONG)
    here.when(c.Counter(due=LATER, reason=LONG)).refused(Code.TEXT_TOO_LONG)


def test_the_asker_takes_the_counter_proposal_once() -> None:
    taken = e.CounterAccepted(due=LATER)
    commitment.by(asker).given(*COUNTERED).when(c.AcceptCounter()).then(taken)
    commitment.by(asker).given(*COUNTERED, taken).when(c.AcceptCounter()).then()
    commitment.given(*COUNTERED).when(c.AcceptCounter()).refused(Code.OTHER_SIDE_MOVES)
    late = on(LATER + timedelta(days=1), asker)
    commitment.by(late).given(*COUNTERED).when(c.AcceptCounter()).refused(
        Code.DUE_IN_THE_PAST
    )


def test_the_asker_takes_the_offer_once() -> None:
    taken = e.OfferAccepted(due=DUE)
    for who in (asker, asking_clerk):
        commitment.by(who).given(offered).when(c.AcceptOffer()).then(taken)
        commitment.by(who).given(offered, taken).when(c.AcceptOffer()).then()
    commitment.given(offered).when(c.AcceptOffer()).refused(Code.OTHER_SIDE_MOVES)
    late = commitment.by(on(AFTER, asker)).given(offered)
    late.when(c.AcceptOffer()).refused(Code.DUE_IN_THE_PAST)


def test_whoever_is_asked_may_decline_and_whoever_opened_may_withdraw() -> None:
    for past, asked, opener in (
        (REQUESTED, holder, asker),
        (COUNTERED, holder, asker),
        (OFFERED, asker, holder),
    ):
        no = e.Declined(by=asked.org, reason=WHY)
        gone = e.Withdrawn(by=opener.org)
        asked_now, opened = commitment.by(asked), commitment.by(opener)
        asked_now.given(*past).when(c.Decline(reason=WHY)).then(no)
        asked_now.given(*past, no).when(c.Decline()).then()
        asked_now.given(*past).when(c.Withdraw()).refused(Code.OTHER_SIDE_MOVES)
        opened.given(*past).when(c.Withdraw(reason=EMPTY)).then(gone)
        opened.given(*past, gone).when(c.Withdraw()).then()
        opened.given(*past).when(c.Decline()).refused(Code.OTHER_SIDE_MOVES)
