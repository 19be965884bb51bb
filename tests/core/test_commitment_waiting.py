"""Drafts (O1) and entries on behalf (D5), one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from core.commitment import COMMITMENT, states
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling as w
from core.errors import Code
from core.facts import Basis, Facts, OnBehalf, Power
from tests.core.test_commitment import (
    CHANGING,
    COUNTERED,
    DUE,
    HANDING,
    LATER,
    LONG,
    OFFERED,
    PROMISED,
    REPORTED,
    REQUESTED,
    WHY,
    Past,
    asker,
    asking_clerk,
    clerk,
    commitment,
    coordination,
    holder,
    offer,
    offered,
    on,
    promised,
    reader,
    request,
    requested,
    speaking,
)

UNTIL: Final = date(2027, 3, 31)
AFTER: Final = UNTIL + timedelta(days=1)
draft = e.Drafted(org="lindgrund", event=promised)
confirm, discard = w.ConfirmDraft(), w.DiscardDraft(reason=WHY)


def calling(org: str) -> Facts:
    """Return coordination, entering what the mayor of ``org`` said on the phone."""
    entry = OnBehalf(org=org, basis=Basis.PHONE, holder=f"p-{org}")
    return replace(
        coordination,
        powers=frozenset({Power.ANSWER, Power.PROMISE, Power.COORDINATE}),
        contest_until=UNTIL,
        on_behalf=entry,
        holders={f"p-{org}": "mayor"},
    )


def entered(org: str, event: e.Conversing) -> e.EnteredOnBehalf:
    return e.EnteredOnBehalf(
        org=org,
        basis=Basis.PHONE,
        holder=f"p-{org}",
        contest_until=UNTIL,
        event=event,
    )


ENTRY: Final = entered("lindgrund", promised)
ENTERED: Final[Past] = (requested, ENTRY)


@pytest.mark.parametrize(
    ("who", "past", "command"),
    [
        (clerk, (), offer),
        (clerk, REQUESTED, c.Promise()),
        (clerk, REQUESTED, c.PromiseUnderReservation(body="GV", deadline=DUE)),
        (clerk, REQUESTED, c.Counter(due=LATER)),
        (clerk, REQUESTED, c.Decline()),
        (clerk, PROMISED, c.Renege(reason=WHY)),
        (clerk, PROMISED, c.HandOverTo(org="steintal")),
        (clerk, PROMISED, c.ProposeChange(due=LATER)),
        (asking_clerk, COUNTERED, c.Counter(due=DUE)),
        (asking_clerk, OFFERED, c.Decline()),
        (speaking("steintal", Power.ANSWER), HANDING, c.TakeOver()),
    ],
)
def test_what_binds_waits_for_the_mandate_holder(
    who: Facts, past: Past, command: c.Conversing
) -> None:
    state = COMMITMENT.replay(past)
    drafted = COMMITMENT.decide(command, state, who)
    assert [type(event) for event in drafted] == [e.Drafted]
    waiting = COMMITMENT.replay([*past, *drafted])
    assert waiting.phase == state.phase
    assert isinstance(waiting.pending, states.Draft)
    if past:
        assert COMMITMENT.decide(command, waiting, who) == []
    mayor = replace(who, powers=who.powers | {Power.PROMISE})
    commitment.by(mayor).given(*past, *drafted).when(confirm).then(
        waiting.pending.event
    )


@pytest.mark.parametrize(
    ("who", "past", "command"),
    [
        (asking_clerk, (), request),
        (asking_clerk, CHANGING, c.AcceptChange()),
        (asking_clerk, REPORTED, c.AcceptCompletion()),
        (asking_clerk, PROMISED, c.Release()),
        (clerk, PROMISED, c.ReportDone()),
        (clerk, OFFERED, c.Withdraw()),
    ],
)
def test_what_does_not_bind_needs_no_mayor(
    who: Facts, past: Past, command: c.Conversing
) -> None:
    events = COMMITMENT.decide(command, COMMITMENT.replay(past), who)
    assert not any(isinstance(event, e.Drafted) for event in events)


def test_a_draft_is_confirmed_or_discarded_by_its_own_organisation() -> None:
    here = (requested, draft)
    commitment.given(*here).when(confirm).then(promised)
    commitment.by(clerk).given(*here).when(confirm).refused(
        Code.NOT_THE_HOLDER, persons=("p-lindgrund",)
    )
    for who in (clerk, holder):
        dropped = e.DraftDiscarded(reason=WHY)
        commitment.by(who).given(*here).when(discard).then(dropped)
    assert COMMITMENT.replay([*here, e.DraftDiscarded()]).pending is None
    for command in (confirm, discard):
        commitment.by(asker).given(*here).when(command).refused(Code.OTHER_SIDE_MOVES)
        commitment.given(requested).when(command).refused(Code.NOTHING_PENDING)
    commitment.by(reader).given(*here).when(discard).refused(Code.AUDITORS_READ)
    commitment.given(*here).when(w.DiscardDraft(reason=LONG)).refused(
        Code.TEXT_TOO_LONG
    )


def test_a_draft_is_cleared_by_another_act_and_not_by_news() -> None:
    here: Past = (*PROMISED, e.Drafted(org="lindgrund", event=e.Reneged(reason=WHY)))
    assert COMMITMENT.replay([*here, e.ProgressReported(text=WHY)]).pending
    commitment.given(*here, e.CompletionReported(on=DUE)).when(confirm).refused(
        Code.NOTHING_PENDING
    )


def test_a_draft_whose_day_has_gone_by_is_not_confirmed() -> None:
    commitment.by(on(DUE, holder)).given(requested, draft).when(confirm).then(promised)
    past = commitment.by(on(DUE + timedelta(days=1), holder))
    past.given(requested, draft).when(confirm).refused(Code.DUE_IN_THE_PAST, due=DUE)


def test_a_discarded_offer_was_never_made() -> None:
    state = COMMITMENT.replay(
        [e.Drafted(org="lindgrund", event=offered), e.DraftDiscarded()]
    )
    assert isinstance(state.phase, states.Ended)
    assert state.phase.terms.asker == "birkfeld"


@pytest.mark.parametrize(
    ("org", "past", "command", "event"),
    [
        ("birkfeld", (), request, requested),
        ("lindgrund", (), offer, offered),
        ("lindgrund", REQUESTED, c.Promise(), promised),
        ("birkfeld", OFFERED, c.AcceptOffer(), e.OfferAccepted(due=DUE)),
        ("lindgrund", PROMISED, c.ReportDone(), REPORTED[-1]),
        ("birkfeld", PROMISED, c.Release(), e.Released()),
    ],
)
def test_what_coordination_enters_is_shown_and_binds_nobody(
    org: str, past: Past, command: c.Conversing, event: e.Conversing
) -> None:
    here = commitment.by(calling(org))
    here.given(*past).when(command).then(entered(org, event))
    here.given(*past, entered(org, event)).when(w.ConfirmOnBehalf()).refused(
        Code.OTHER_SIDE_MOVES, org=org
    )
    state = COMMITMENT.replay([*past, entered(org, event)])
    assert state.phase == COMMITMENT.replay(past).phase
    assert state.pending == states.Provisional(org, event, UNTIL)
