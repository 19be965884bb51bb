"""What coordination enters for others is shown, and decides nothing (rule D5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.decision import DECISION, judged, shown, states, tally
from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Outcome
from core.effect import Stance
from core.errors import Code
from core.facts import Basis, Power
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    OFFICE,
    OTHER,
    START,
    WHY,
    A,
    B,
    L,
    decision,
    file,
    office,
    opened,
    past,
    phone,
    says,
    town,
)
from tests.given import TODAY

YES = c.GivePosition(stance=Stance.YES)
yes = e.PositionGiven(org=A, stance=Stance.YES, text=1, on=TODAY)
entered = e.EnteredOnBehalf(
    org=A,
    basis=Basis.PHONE,
    holder="p-1",
    contest_until=date(2027, 3, 29),
    event=yes,  # ten working days
)
waiting = (*opened(), entered)


def test_an_entry_names_holder_basis_and_until_when_it_may_be_contested() -> None:
    decision(phone(A)).given(*opened()).when(YES).then(entered)
    decision(phone(A)).given(*waiting).when(YES).then()
    feast = replace(phone(A), holidays=frozenset({date(2027, 3, 26)}))
    later = replace(entered, contest_until=date(2027, 3, 30))
    decision(feast).given(*opened()).when(YES).then(later)


def test_only_coordination_enters_and_only_what_is_said() -> None:
    clerk = replace(phone(A), powers=frozenset({Power.ANSWER}))
    decision(clerk).given(*opened()).when(YES).refused(Code.ON_BEHALF_ONLY_COORDINATION)
    nobody = replace(phone(A), holders={})
    decision(nobody).given(*opened()).when(YES).refused(Code.NOT_THE_HOLDER)
    decision(phone(A)).given(*opened()).when(c.Close()).refused(Code.OTHER_SIDE_MOVES)


def test_it_is_shown_and_not_counted() -> None:
    counted = file(past(says(B), start=waiting))
    assert tally(counted).outcome is Outcome.LAPSED
    assert shown(counted).outcome is Outcome.ACCEPTED
    assert (tally(counted).yes, shown(counted).yes) == (1, 2)


def test_where_an_entry_would_decide_nobody_counts() -> None:
    undecided = past(says(B), start=waiting)
    decision(office(AFTER)).given(*undecided).when(c.Close()).refused(
        Code.ENTRIES_DECIDE, orgs=(A,), until=entered.contest_until
    )
    clear = past(says(B), says(L), CLOSE, start=waiting)
    assert isinstance(clear[-1], e.Accepted)


def test_an_objection_by_phone_is_waited_for() -> None:
    objection = c.Object(reason=WHY)
    called = past((objection, phone(A)), says(B), says(L), start=opened())
    decision(office(AFTER)).given(*called).when(c.Close()).refused(Code.ENTRIES_DECIDE)
    confirmed = past((c.ConfirmOnBehalf(), town(A)), start=called)
    assert isinstance(DECISION.replay(confirmed), states.Objected)


def test_whoever_it_was_entered_for_confirms_or_contests() -> None:
    mine = decision(town(A)).given(*waiting)
    confirmed = e.OnBehalfConfirmed(org=A)
    mine.when(c.ConfirmOnBehalf()).then(confirmed, yes)
    contested = e.OnBehalfContested(org=A, reason=WHY)
    mine.when(c.ContestOnBehalf(reason=WHY)).then(contested)
    assert file((*waiting, contested)) == file(opened())
    decision(town(B)).given(*waiting).when(c.ConfirmOnBehalf()).refused(
        Code.NOTHING_PENDING
    )
    clerk = decision(town(A, Power.ANSWER)).given(*waiting)
    clerk.when(c.ConfirmOnBehalf()).refused(Code.NO_POWER)


def test_the_last_day_counts_and_the_next_does_not() -> None:
    last = entered.contest_until
    after = last + timedelta(days=1)
    contest = c.ContestOnBehalf()
    decision(town(A, on=last)).given(*waiting).when(contest).then(
        e.OnBehalfContested(org=A)
    )
    decision(town(A, on=after)).given(*waiting).when(contest).refused(
        Code.CONTEST_PERIOD_OVER, until=last
    )
    stand = c.LetOnBehalfStand(org=A)
    decision(office(last)).given(*waiting).when(stand).refused(
        Code.CONTEST_PERIOD_RUNS, until=last
    )
    decision(office(after)).given(*waiting).when(stand).then(
        e.OnBehalfStood(org=A), yes
    )
    decision(town(B, on=after)).given(*waiting).when(stand).refused(
        Code.ONLY_COORDINATION
    )


def test_whoever_speaks_itself_needs_no_entry() -> None:
    assert not file(past(says(A), start=waiting)).entries
    revised = past(
        (c.Object(reason=WHY), town(B)),
        (c.Revise(text=OTHER, integrates=(1,)), OFFICE),
        start=waiting,
    )
    assert not file(revised).entries


def test_an_entry_binds_nobody_before_it_is_confirmed() -> None:
    counted = past(says(B), says(L), CLOSE, START, start=waiting)
    assert A not in {p.org for p in file(counted).votes.values()}
    confirmed = past((c.ConfirmOnBehalf(), town(A, on=AFTER)), start=counted)
    assert file(confirmed).votes[A] == yes
    missing = {m.org: m.what.value for m in judged(file(confirmed), AFTER).missing}
    assert missing[A] == "resolution"


def test_an_objection_that_waited_cannot_be_raised_after_the_count() -> None:
    called = past((c.Object(reason=WHY), phone(A)), start=opened())
    over = past((c.Withdraw(reason=WHY), OFFICE), start=called)
    decision(town(A)).given(*over).when(c.ConfirmOnBehalf()).refused(
        Code.DECISION_ENDED
    )
