"""Handing a promise over and changing it, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.commitment import COMMITMENT, states, terms_of
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code
from core.sealed import Sealed
from tests.core.test_commitment import (
    CHANGING,
    DUE,
    EMPTY,
    FORUM,
    HANDING,
    LATER,
    LONG,
    MAYORS,
    PROMISED,
    REPORTED,
    REQUESTED,
    WHY,
    YESTERDAY,
    Past,
    asker,
    change,
    clerk,
    commitment,
    handing,
    holder,
    on,
    speaking,
    third,
)

AFTER: Final = LATER + timedelta(days=1)
taken = e.HandedOver(org="steintal")


def test_the_holder_hands_over_to_a_colleague_at_once() -> None:
    given = e.HandedOver(person="p-neu")
    for command in (
        c.HandOverTo(person="p-neu"),
        c.HandOverTo(person="p-neu", org="lindgrund"),
    ):
        commitment.by(clerk).given(*PROMISED).when(command).then(given)
    state = COMMITMENT.replay([*PROMISED, given])
    assert state.phase == COMMITMENT.replay(PROMISED).phase


def test_nobody_hands_over_to_nobody() -> None:
    for command in (c.HandOverTo(), c.HandOverTo(org="lindgrund")):
        commitment.given(*PROMISED).when(command).refused(
            Code.SAME_ORGANISATION, org="lindgrund"
        )


def test_another_organisation_is_asked_and_takes_over_once() -> None:
    ask = c.HandOverTo(org="steintal")
    commitment.given(*PROMISED).when(ask).then(handing)
    commitment.given(*HANDING).when(ask).then()
    commitment.given(*HANDING).when(c.HandOverTo(org="kreis")).refused(
        Code.NOT_POSSIBLE_NOW, state="handing_over"
    )
    taking = commitment.by(third)
    taking.given(*HANDING).when(c.TakeOver()).then(taken)
    taking.given(*HANDING, taken).when(c.TakeOver()).then()
    commitment.given(*HANDING).when(c.TakeOver()).refused(
        Code.OTHER_SIDE_MOVES, org="steintal"
    )
    gone = commitment.by(holder).given(*HANDING, taken)
    gone.when(c.ReportDone()).refused(Code.NOT_A_PARTY)
    assert terms_of(COMMITMENT.replay([*HANDING, taken])).holder == "steintal"


def test_the_one_asked_declines_or_the_holder_keeps_it() -> None:
    refuse = c.DeclineHandOver(reason=WHY)
    for who in (third, holder):
        no = e.HandOverDeclined(by=who.org, reason=WHY)
        commitment.by(who).given(*HANDING).when(refuse).then(no)
        assert COMMITMENT.replay([*HANDING, no]).phase == (
            COMMITMENT.replay(PROMISED).phase
        )
    commitment.by(asker).given(*HANDING).when(refuse).refused(Code.OTHER_SIDE_MOVES)
    commitment.given(*PROMISED).when(refuse).refused(Code.NOT_POSSIBLE_NOW)


def test_only_the_holder_hands_over_and_only_what_it_promised() -> None:
    ask = c.HandOverTo(org="steintal")
    commitment.by(asker).given(*PROMISED).when(ask).refused(Code.OTHER_SIDE_MOVES)
    commitment.given(*REQUESTED).when(ask).refused(
        Code.NOT_PROMISED_YET, state="requested"
    )
    commitment.given(*REPORTED).when(ask).refused(Code.NOT_POSSIBLE_NOW)


def test_whoever_takes_over_has_a_seat_that_binds_or_the_lead() -> None:
    here = commitment.given(*PROMISED)
    here.when(c.HandOverTo(org="auenburg")).refused(Code.NO_SEAT, org="auenburg")
    here.when(c.HandOverTo(org="muehlau")).refused(
        Code.OBSERVERS_DO_NOT_BIND, org="muehlau"
    )
    here.when(c.HandOverTo(org="kreis")).then(e.HandOverProposed(to="kreis"))
    lost = commitment.by(replace(holder, forum=None)).given(*PROMISED)
    lost.when(c.HandOverTo(org="kreis")).refused(Code.NO_SEAT, org="kreis")


def test_either_side_may_propose_a_change_and_the_other_agrees() -> None:
    for mover, other in ((holder, asker), (asker, holder)):
        wish = e.ChangeProposed(by=mover.org, due=LATER, reason=WHY)
        agreed = e.ChangeAccepted(due=LATER)
        propose = c.ProposeChange(due=LATER, reason=WHY)
        commitment.by(mover).given(*PROMISED).when(propose).then(wish)
        past: Past = (*PROMISED, wish)
        commitment.by(other).given(*past).when(c.AcceptChange()).then(agreed)
        commitment.by(mover).given(*past).when(c.AcceptChange()).refused(
            Code.OTHER_SIDE_MOVES, org=other.org
        )
        assert terms_of(COMMITMENT.replay([*past, agreed])).due == LATER


def test_a_change_is_rejected_or_dropped_and_the_promise_stands() -> None:
    reject, rejected = c.RejectChange(reason=WHY), e.ChangeRejected(reason=WHY)
    for side in (asker, holder):
        commitment.by(side).given(*CHANGING).when(reject).then(rejected)
    commitment.by(third).given(*CHANGING).when(reject).refused(Code.NOT_A_PARTY)
    after = COMMITMENT.replay([*CHANGING, rejected]).phase
    assert after == COMMITMENT.replay(PROMISED).phase


def test_a_change_says_something_else_for_a_day_to_come() -> None:
    here = commitment.given(*PROMISED)
    here.when(c.ProposeChange()).refused(Code.COUNTER_SAYS_NOTHING)
    same = c.ProposeChange(due=DUE, scope=EMPTY)
    here.when(same).refused(Code.COUNTER_SAYS_NOTHING)
    here.when(c.ProposeChange(due=YESTERDAY)).refused(Code.DUE_IN_THE_PAST)
    here.when(c.ProposeChange(scope=LONG)).refused(Code.TEXT_TOO_LONG)
    here.when(c.ProposeChange(due=LATER, reason=LONG)).refused(Code.TEXT_TOO_LONG)


def test_the_scope_of_a_late_promise_may_change_without_another_day() -> None:
    scope = Sealed("nur 2026")
    wish = e.ChangeProposed(by="lindgrund", due=DUE, scope=scope)
    late = commitment.by(on(AFTER, holder)).given(*PROMISED)
    late.when(c.ProposeChange(scope=scope)).then(wish)
    agree = commitment.by(on(AFTER, asker)).given(*PROMISED, wish)
    agree.when(c.AcceptChange()).then(e.ChangeAccepted(due=DUE))


def test_a_change_is_agreed_by_its_day_and_not_one_day_after() -> None:
    agree = c.AcceptChange()
    commitment.by(on(LATER, asker)).given(*CHANGING).when(agree).then(
        e.ChangeAccepted(due=LATER)
    )
    late = commitment.by(on(AFTER, asker)).given(*CHANGING)
    late.when(agree).refused(Code.DUE_IN_THE_PAST, due=LATER)
    late.when(c.RejectChange()).then(e.ChangeRejected())


def test_one_change_is_on_the_table_at_a_time() -> None:
    for who in (asker, holder):
        commitment.by(who).given(*CHANGING).when(c.ProposeChange(due=AFTER)).refused(
            Code.NOT_POSSIBLE_NOW, state="renegotiating"
        )
    for command in (c.AcceptChange(), c.RejectChange()):
        commitment.given(*PROMISED).when(command).refused(Code.NOT_POSSIBLE_NOW)


def test_the_lead_may_owe_itself_something_and_change_it() -> None:
    lead = speaking("kreis", *MAYORS)
    ask = c.Request(forum="wasser", asker="kreis", holder="kreis", what=WHY, due=DUE)
    opened = e.Requested(
        forum="wasser", asker="kreis", holder="kreis", what=WHY, due=DUE
    )
    assert FORUM.lead == "kreis"
    own = commitment.by(lead)
    own.when(ask).then(opened)
    wish = replace(change, by="kreis")
    past: Past = (opened, e.Promised(due=DUE), wish)
    own.given(*past).when(c.AcceptChange()).then(e.ChangeAccepted(due=LATER))
    assert isinstance(COMMITMENT.replay(past).phase, states.Renegotiating)
