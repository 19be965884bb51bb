"""Settling: what becomes of objections, drafts and entries for others."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from core.authority import coordinating, empowered
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import said, said_maybe, unfit
from core.decision.file import File, Work
from core.decision.saying import Spoken
from core.errors import Code, Refusal
from core.event import Event
from core.facts import Facts, Power
from core.texts import label


def work(command: c.Working, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what becomes of an objection.

    Raises:
        Refusal: ``UNKNOWN_OBJECTION``, ``NOT_YOUR_OBJECTION``, ``NOT_TAKEN_UP``,
            ``NO_POWER`` or ``ONLY_COORDINATION``.
    """
    if not isinstance(state, s.InForum):
        raise unfit(state)
    number = command.number
    known = state.file.objections.get(number)
    if known is None:
        raise Refusal(Code.UNKNOWN_OBJECTION, number=number)
    org = known.raised.org
    if isinstance(command, c.RuleNotParamount):
        coordinating(facts)
    elif facts.org != org:
        raise Refusal(Code.NOT_YOUR_OBJECTION, number=number, org=org)
    else:
        empowered(Power.CONSENT, facts)
    if known.work is not Work.OPEN:
        return []
    match command:
        case c.AcceptIntegration():
            if known.taken_up is None:
                raise Refusal(Code.NOT_TAKEN_UP, number=number)
            text = state.file.text
            return [e.ObjectionIntegrated(org=org, number=number, text=text)]
        case c.WithdrawObjection(reason=reason):
            why = said_maybe(reason)
            return [e.ObjectionWithdrawn(org=org, number=number, reason=why)]
        case c.RuleNotParamount(by=by, reason=reason):
            return [
                e.ObjectionRuledNotParamount(
                    org=org, number=number, by=label(by), reason=said(reason)
                )
            ]
        case _:
            assert_never(command)


def settle(command: c.Settling, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what becomes of a draft or an entry; what it says follows.

    Raises:
        Refusal: ``NOTHING_PENDING``, ``NO_POWER``, ``CONTEST_PERIOD_…``,
            ``ONLY_COORDINATION``, or that it cannot be said any more.
    """
    match command:
        case c.ConfirmPrepared() | c.DropPrepared():
            return _prepared(command, state, facts)
        case c.ConfirmOnBehalf():
            empowered(Power.CONSENT, facts)
            entry = _entry(facts.org, state.file)
            return [e.OnBehalfConfirmed(org=entry.org), _still(entry, state, facts)]
        case c.ContestOnBehalf(reason=reason):
            empowered(Power.CONSENT, facts)
            entry = _entry(facts.org, state.file)
            if facts.today > entry.contest_until:
                raise Refusal(Code.CONTEST_PERIOD_OVER, until=entry.contest_until)
            return [e.OnBehalfContested(org=entry.org, reason=said_maybe(reason))]
        case c.LetOnBehalfStand(org=org):
            coordinating(facts)
            entry = _entry(org, state.file)
            if facts.today <= entry.contest_until:
                raise Refusal(Code.CONTEST_PERIOD_RUNS, until=entry.contest_until)
            return [e.OnBehalfStood(org=org), _still(entry, state, facts)]
        case _:
            assert_never(command)


def _entry(org: str, file: File) -> e.EnteredOnBehalf:
    entry = file.entries.get(org)
    if entry is None:
        raise Refusal(Code.NOTHING_PENDING)
    return entry


def _prepared(
    command: c.ConfirmPrepared | c.DropPrepared, state: s.Present, facts: Facts
) -> list[e.Happening]:
    draft = state.file.prepared.get(facts.org)
    if draft is None:
        raise Refusal(Code.NOTHING_PENDING)
    if isinstance(command, c.ConfirmPrepared):
        empowered(Power.CONSENT, facts)
        return [_still(draft, state, facts)]
    if Power.CONSENT not in facts.powers:
        empowered(Power.ANSWER, facts)
    reason = said_maybe(command.reason)
    return [e.PreparedDropped(org=facts.org, reason=reason)]


def _still(
    waiting: e.Prepared | e.EnteredOnBehalf, state: s.Present, facts: Facts
) -> Spoken:
    """Return what waited, if it can still be said.

    A position that was entered in time counts even if it is confirmed after the
    count: nobody is bound by it before.
    """
    event: Event = waiting.event
    moved = isinstance(event, e.MemberJoined | e.MemberLeft)
    position = isinstance(event, e.Position)
    after = s.Binding | s.Resolved if position else s.Binding
    if isinstance(state, after) and (moved or position):
        if position and isinstance(waiting, e.Prepared):
            raise unfit(state)
    elif not isinstance(state, s.InForum) or moved:
        raise unfit(state)
    elif isinstance(waiting, e.Prepared) and facts.today > state.file.until:
        raise Refusal(Code.VOTING_OVER, until=state.file.until)
    if isinstance(event, e.ObjectionRaised):
        return replace(event, number=len(state.file.objections) + 1)
    if isinstance(event, Spoken):
        return event
    raise Refusal(Code.NOTHING_PENDING)
