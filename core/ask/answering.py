"""Answering: what an organisation says to an ask, or what is entered for it."""

from __future__ import annotations

from typing import assert_never

from core.ask import commands as c
from core.ask import events as e
from core.ask import states as s
from core.ask.questions import answers
from core.authority import coordinating, empowered, entering
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.sealed import Sealed
from core.texts import checked


def reply(command: c.Replying, state: s.Going, facts: Facts) -> list[e.Happening]:
    """Return the reply of an organisation; late ones are marked.

    Raises:
        Refusal: ``NOT_ASKED``, ``NO_POWER``, those of D5, or what is wrong with it.
    """
    org = _speaking(state, facts)
    known = state.round.replies.get(org)
    behind = facts.today > state.round.deadline and not s.is_call(state)
    late = behind or not isinstance(state, s.Open)
    event = _reply(command, org, state, known=known is not None, late=late)
    if _same(known, event):
        return []
    if facts.on_behalf is None:
        return [event]
    entry, until = entering(facts)
    entered = e.EnteredOnBehalf(
        org=org,
        basis=entry.basis,
        holder=entry.holder,
        contest_until=until,
        event=event,
        note=_said(entry.note),
    )
    waiting = state.round.entries.get(org)
    same = waiting is not None and waiting.event == event
    return [] if same else [entered]


def _speaking(state: s.Going, facts: Facts) -> str:
    """Return the organisation whose answer it is."""
    org = facts.on_behalf.org if facts.on_behalf else facts.org
    if org not in state.round.opened.audience:
        raise Refusal(Code.NOT_ASKED, org=org)
    if facts.on_behalf is None and Power.PROMISE not in facts.powers:
        empowered(Power.ANSWER, facts)
    return org


def _reply(
    command: c.Replying, org: str, state: s.Going, *, known: bool, late: bool
) -> e.Reply:
    match command:
        case c.Answer(values=values, remark=remark):
            fitting = answers(state.round.opened.questions, values)
            kind = e.Revised if known else e.Answered
            return kind(org=org, values=fitting, late=late, remark=_said(remark))
        case c.ReportNothing():
            return e.NothingReported(org=org, late=late)
        case c.DeclineAnswer(reason=reason):
            return e.AnswerDeclined(org=org, late=late, reason=_said(reason))
        case _:
            assert_never(command)


def _same(known: e.Reply | None, event: e.Reply) -> bool:
    """Whether ``event`` says what is known already, whenever it was said."""
    match known, event:
        case ((e.Answered() | e.Revised()), (e.Answered() | e.Revised())):
            return (known.values, known.remark) == (event.values, event.remark)
        case e.NothingReported(), e.NothingReported():
            return True
        case e.AnswerDeclined(reason=old), e.AnswerDeclined(reason=new):
            return old == new
        case _:
            return False


def take_back(state: s.Going, facts: Facts) -> list[e.Happening]:
    """Return that the newest answer of the own organisation was a slip."""
    org = _speaking(state, facts)
    if org not in state.round.before:
        raise Refusal(Code.NOTHING_TO_TAKE_BACK)
    return [e.AnswerTakenBack(org=org)]


def delegate(command: c.Delegate, state: s.Going, facts: Facts) -> list[e.Happening]:
    """Return who looks after the answer of the own organisation."""
    org = _speaking(state, facts)
    if state.round.persons.get(org) == command.person:
        return []
    return [e.Delegated(org=org, person=command.person)]


def settle(command: c.Settling, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what becomes of an entry that coordination made (rule D5)."""
    org = command.org if isinstance(command, c.LetOnBehalfStand) else facts.org
    entry = state.round.entries.get(org)
    if entry is None or not isinstance(entry.event, e.Reply):
        raise Refusal(Code.NOTHING_PENDING)
    if isinstance(command, c.LetOnBehalfStand):
        coordinating(facts)
        if facts.today <= entry.contest_until:
            raise Refusal(Code.CONTEST_PERIOD_RUNS, until=entry.contest_until)
        return [e.OnBehalfStood(org=org), entry.event]
    if facts.on_behalf is not None:
        raise Refusal(Code.OTHER_SIDE_MOVES, org=facts.on_behalf.org)
    empowered(Power.ANSWER, facts)
    match command:
        case c.ConfirmOnBehalf():
            return [e.OnBehalfConfirmed(org=org), entry.event]
        case c.ContestOnBehalf(reason=reason):
            if facts.today > entry.contest_until:
                raise Refusal(Code.CONTEST_PERIOD_OVER, until=entry.contest_until)
            return [e.OnBehalfContested(org=org, reason=_said(reason))]
        case _:
            assert_never(command)


def _said(text: Sealed | None) -> Sealed | None:
    """Return ``text`` if anything was said at all."""
    return checked(text) if text is not None and (text.text or "").strip() else None
