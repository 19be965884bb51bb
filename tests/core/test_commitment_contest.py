"""How entries on behalf end, and what can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core.commitment import COMMITMENT, states
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling as w
from core.errors import Code
from core.facts import Basis, Facts, LastAct, OnBehalf, Power
from tests.core.test_commitment import (
    DUE,
    FULFILLED,
    LATER,
    LONG,
    OPEN,
    PROMISED,
    WHY,
    Past,
    asker,
    clerk,
    commitment,
    coordination,
    holder,
    offered,
    on,
    promised,
    requested,
)
from tests.core.test_commitment_waiting import (
    AFTER,
    ENTERED,
    UNTIL,
    calling,
    draft,
    entered,
)
from tests.given import OPERATOR

confirm, contest, stand = w.ConfirmOnBehalf(), w.ContestOnBehalf(), w.LetOnBehalfStand()
confirmed, contested, stood = (
    e.OnBehalfConfirmed(),
    e.OnBehalfContested(),
    e.OnBehalfStood(),
)
QUARTER: Final = timedelta(minutes=15)
OPENINGS: Final[tuple[Past, ...]] = (
    (entered("birkfeld", requested),),
    (entered("lindgrund", offered),),
)


def test_only_coordination_enters_for_others_whom_a_holder_told() -> None:
    here = commitment.given(requested)
    able = calling("lindgrund")
    weak = replace(able, powers=frozenset({Power.ANSWER, Power.PROMISE}))
    here.by(weak).when(c.Promise()).refused(Code.ON_BEHALF_ONLY_COORDINATION)
    here.by(replace(able, org="lindgrund")).when(c.Promise()).refused(
        Code.ON_BEHALF_OF_ONESELF, org="lindgrund"
    )
    here.by(replace(able, holders={"p-2": "mayor"})).when(c.Promise()).refused(
        Code.NOT_THE_HOLDER, org="lindgrund", persons=("p-2",)
    )
    entry = OnBehalf(org="lindgrund", basis=Basis.MAIL, holder="p-lindgrund", note=LONG)
    here.by(replace(able, on_behalf=entry)).when(c.Promise()).refused(
        Code.TEXT_TOO_LONG
    )
    here.by(calling("auenburg")).when(c.Promise()).refused(Code.NOT_A_PARTY)


def test_the_organisation_confirms_and_then_it_binds() -> None:
    commitment.given(*ENTERED).when(confirm).then(confirmed, promised)
    commitment.by(clerk).given(*ENTERED).when(confirm).refused(Code.NOT_THE_HOLDER)
    commitment.by(asker).given(*ENTERED).when(confirm).refused(Code.OTHER_SIDE_MOVES)
    commitment.given(*PROMISED).when(confirm).refused(Code.NOTHING_PENDING)
    bound = COMMITMENT.replay([*ENTERED, confirmed, promised])
    assert (bound.phase, bound.pending) == (COMMITMENT.replay(PROMISED).phase, None)


@pytest.mark.parametrize(
    "event", [promised, e.OfferAccepted(due=DUE), e.CounterAccepted(due=DUE)]
)
def test_an_entry_is_not_confirmed_after_its_day(event: e.Conversing) -> None:
    late = commitment.by(on(DUE + timedelta(days=1), holder))
    late.given(requested, entered("lindgrund", event)).when(confirm).refused(
        Code.DUE_IN_THE_PAST, due=DUE
    )


def test_it_is_contested_up_to_the_day_and_stands_from_the_next() -> None:
    last, over = on(UNTIL, holder), on(AFTER, holder)
    commitment.by(last).given(*ENTERED).when(contest).then(contested)
    commitment.by(over).given(*ENTERED).when(contest).refused(
        Code.CONTEST_PERIOD_OVER, until=UNTIL
    )
    office, night = on(UNTIL, coordination), on(AFTER, coordination)
    commitment.by(office).given(*ENTERED).when(stand).refused(
        Code.CONTEST_PERIOD_RUNS, until=UNTIL
    )
    for who in (night, on(AFTER, OPERATOR)):
        commitment.by(who).given(*ENTERED).when(stand).then(stood, promised)
    commitment.by(over).given(*ENTERED).when(stand).refused(Code.ONLY_COORDINATION)
    commitment.by(night).given(*PROMISED).when(stand).refused(Code.NOTHING_PENDING)


def test_only_a_mandate_holder_contests_and_briefly() -> None:
    commitment.by(clerk).given(*ENTERED).when(contest).refused(Code.NOT_THE_HOLDER)
    commitment.given(*ENTERED).when(w.ContestOnBehalf(reason=LONG)).refused(
        Code.TEXT_TOO_LONG
    )
    restored = COMMITMENT.replay([*ENTERED, e.OnBehalfContested(reason=WHY)])
    assert (restored.phase, restored.pending) == (
        COMMITMENT.replay([requested]).phase,
        None,
    )


def test_the_same_entry_twice_is_one_and_another_one_waits_its_turn() -> None:
    lindgrund = commitment.by(calling("lindgrund"))
    lindgrund.given(*ENTERED).when(c.Promise()).then()
    other = e.CounterProposed(by="lindgrund", due=LATER)
    lindgrund.given(*ENTERED).when(c.Counter(due=LATER)).then(
        entered("lindgrund", other)
    )
    commitment.by(calling("birkfeld")).given(*ENTERED).when(c.Withdraw()).refused(
        Code.NOT_POSSIBLE_NOW, state="provisional"
    )
    commitment.by(asker).given(*ENTERED).when(c.Withdraw()).then(
        e.Withdrawn(by="birkfeld")
    )


@pytest.mark.parametrize("past", OPENINGS)
def test_an_opening_on_behalf_is_nothing_yet_and_contested_it_never_was(
    past: Past,
) -> None:
    for who in (asker, holder):
        commitment.by(who).given(*past).when(c.Decline()).refused(
            Code.NOT_POSSIBLE_NOW, state="provisional"
        )
    ended = COMMITMENT.replay([*past, contested]).phase
    assert isinstance(ended, states.Ended)
    assert (ended.by, ended.terms.forum) == ("on_behalf_contested", "wasser")


def acting(who: Facts, **later: float) -> Facts:
    """Return ``who`` some time after they wrote the newest event."""
    last = LastAct(actor=who.actor, at=who.now, version=7)
    return replace(who, last=last, now=who.now + timedelta(**later))


@pytest.mark.parametrize("past", [*OPEN, FULFILLED])
def test_an_act_is_taken_back_within_a_quarter_of_an_hour(past: Past) -> None:
    here = commitment.given(*past)
    back = e.TakenBack(version=7)
    here.by(acting(holder, minutes=15)).when(w.TakeBack()).then(back)
    here.by(acting(holder, minutes=15, seconds=1)).when(w.TakeBack()).refused(
        Code.TOO_LATE_TO_TAKE_BACK, minutes=15
    )
    other = replace(acting(holder), actor="p-2")
    here.by(other).when(w.TakeBack()).refused(
        Code.NOT_YOURS_TO_TAKE_BACK, person="p-lindgrund"
    )
    twice = commitment.given(*past, back).by(acting(holder))
    twice.when(w.TakeBack()).refused(Code.NOTHING_TO_TAKE_BACK)
    commitment.by(acting(holder)).when(w.TakeBack()).refused(Code.NOTHING_TO_TAKE_BACK)
    if len(past) > 1:
        before, after = COMMITMENT.replay(past[:-1]), COMMITMENT.replay([*past, back])
        assert (after.phase, after.pending) == (before.phase, before.pending)


def test_an_opening_taken_back_is_over() -> None:
    state = COMMITMENT.replay([requested, e.TakenBack(version=1)])
    assert isinstance(state.phase, states.Ended)
    assert state.phase.by == "taken_back"


@pytest.mark.parametrize("past", [*OPENINGS, (draft,), ENTERED, (requested, draft)])
def test_a_confirmation_taken_back_leaves_the_entry_waiting(past: Past) -> None:
    waiting = COMMITMENT.replay(past)
    assert waiting.pending is not None
    first = [confirmed] if isinstance(waiting.pending, states.Provisional) else []
    done: list[e.Happening] = [*past, *first, waiting.pending.event]
    again = COMMITMENT.replay([*done, e.TakenBack(version=len(done))])
    assert (again.phase, again.pending) == (waiting.phase, waiting.pending)
