"""From the promise to its fulfilment, or to an honest end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, TypeAlias, assert_never

from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling
from core.commitment import states as s
from core.commitment.authority import acting_org, must_be, must_move, unfit
from core.commitment.checks import not_past, said, said_maybe
from core.errors import Code, Refusal
from core.facts import Facts, Seat

DISPUTE: Final = timedelta(days=14)  # calendar days; source: domain.md section 7

Performing: TypeAlias = (
    c.ReportProgress
    | c.HandOverTo
    | c.TakeOver
    | c.DeclineHandOver
    | c.ProposeChange
    | c.AcceptChange
    | c.RejectChange
    | c.ReportDone
    | c.AcceptCompletion
    | c.RejectCompletion
    | c.Release
    | c.Renege
    | c.Dispute
    | settling.Thank
)


def perform(command: Performing, phase: s.Present, facts: Facts) -> list[e.Conversing]:
    """Return what ``command`` changes once a promise stands."""
    match command:
        case c.ReportProgress(text=text):
            terms = _standing(phase).terms
            must_move(facts, terms.holder)
            return [e.ProgressReported(text=said(text))]
        case c.HandOverTo() | c.TakeOver() | c.DeclineHandOver():
            return _hand_over(command, phase, facts)
        case c.ProposeChange() | c.AcceptChange() | c.RejectChange():
            return [_change(command, phase, facts)]
        case c.ReportDone():
            return _report(command, phase, facts)
        case c.AcceptCompletion() | c.RejectCompletion() | c.Dispute():
            return _judge(command, phase, facts)
        case c.Release(reason=reason):
            if isinstance(phase, s.Ended) and phase.by == s.ended_by(e.Released):
                return []
            must_move(facts, _owed(phase).terms.asker)
            return [e.Released(reason=said_maybe(reason))]
        case c.Renege(reason=reason):
            if isinstance(phase, s.Ended) and phase.by == s.ended_by(e.Reneged):
                return []
            must_move(facts, _owed(phase).terms.holder)
            return [e.Reneged(reason=said(reason))]
        case settling.Thank():
            return _thank(must_be(phase, s.Fulfilled), facts)
        case _:
            assert_never(command)


_Standing: TypeAlias = s.Reserved | s.Promised | s.HandingOver | s.Renegotiating


def _standing(phase: s.Present) -> _Standing:
    if isinstance(phase, _Standing):
        return phase
    raise unfit(phase)


def _owed(phase: s.Present) -> _Standing | s.Reported:
    return phase if isinstance(phase, s.Reported) else _standing(phase)


def _hand_over(
    command: c.HandOverTo | c.TakeOver | c.DeclineHandOver,
    phase: s.Present,
    facts: Facts,
) -> list[e.Conversing]:
    holds = acting_org(facts) == phase.terms.holder
    match command:
        case c.HandOverTo(person=person, org=org):
            if isinstance(phase, s.HandingOver) and holds and phase.to == org:
                return []
            if isinstance(phase, s.Requested | s.Offered | s.Countered):
                raise Refusal(Code.NOT_PROMISED_YET, state=s.name(phase))
            terms = must_be(phase, s.Promised).terms
            must_move(facts, terms.holder)
            if org is not None and org != terms.holder:
                _may_take_over(org, terms, facts)
                return [e.HandOverProposed(to=org)]
            if person is None:
                raise Refusal(Code.SAME_ORGANISATION, org=terms.holder)
            return [e.HandedOver(person=person)]
        case c.TakeOver():
            if isinstance(phase, s.Promised) and holds:
                return []
            handing = must_be(phase, s.HandingOver)
            must_move(facts, handing.to)
            return [e.HandedOver(org=handing.to)]
        case c.DeclineHandOver(reason=reason):
            handing = must_be(phase, s.HandingOver)
            must_move(facts, handing.to, handing.terms.holder)
            return [e.HandOverDeclined(by=acting_org(facts), reason=said_maybe(reason))]
        case _:
            assert_never(command)


def _may_take_over(org: str, terms: s.Terms, facts: Facts) -> None:
    if org == terms.asker:
        raise Refusal(Code.SAME_ORGANISATION, org=org)
    seats = {} if facts.forum is None else facts.forum.seats
    if facts.forum is not None and org == facts.forum.lead:
        return
    if org not in seats:
        raise Refusal(Code.NO_SEAT, org=org, forum=terms.forum)
    if seats[org] is Seat.OBSERVE:
        raise Refusal(Code.OBSERVERS_DO_NOT_BIND, org=org, forum=terms.forum)


def _change(
    command: c.ProposeChange | c.AcceptChange | c.RejectChange,
    phase: s.Present,
    facts: Facts,
) -> e.Conversing:
    match command:
        case c.ProposeChange(due=new, scope=scope, reason=reason):
            terms = must_be(phase, s.Promised).terms
            must_move(facts, terms.holder, terms.asker)
            due = terms.due if new is None else new
            said_scope = said_maybe(scope)
            if due == terms.due and said_scope is None:
                raise Refusal(Code.COUNTER_SAYS_NOTHING)
            return e.ChangeProposed(
                by=acting_org(facts),
                due=_changed(due, terms, facts),
                scope=said_scope,
                reason=said_maybe(reason),
            )
        case c.AcceptChange():
            open_change = must_be(phase, s.Renegotiating)
            must_move(facts, s.next_mover(open_change) or "")
            return e.ChangeAccepted(
                due=_changed(open_change.due, open_change.terms, facts)
            )
        case c.RejectChange(reason=reason):
            open_change = must_be(phase, s.Renegotiating)
            must_move(facts, open_change.terms.asker, open_change.terms.holder)
            return e.ChangeRejected(reason=said_maybe(reason))
        case _:
            assert_never(command)


def _changed(due: date, terms: s.Terms, facts: Facts) -> date:
    """Return a new day that is to come, or the old one as it is (rule Z3)."""
    return due if due == terms.due else not_past(due, facts)


def _report(
    command: c.ReportDone, phase: s.Present, facts: Facts
) -> list[e.Conversing]:
    evidence = said_maybe(command.evidence)
    if isinstance(phase, s.Reported):  # said twice: keep what is new, if anything
        must_move(facts, phase.terms.holder)
        return [] if evidence is None else [e.ProgressReported(text=evidence)]
    if not isinstance(phase, s.Promised | s.Renegotiating):
        raise unfit(phase)
    must_move(facts, phase.terms.holder)
    on = command.on or facts.today
    if on > facts.today:
        raise Refusal(Code.DATE_IN_THE_FUTURE, on=on, today=facts.today)
    return [e.CompletionReported(on=on, evidence=evidence)]


def _judge(
    command: c.AcceptCompletion | c.RejectCompletion | c.Dispute,
    phase: s.Present,
    facts: Facts,
) -> list[e.Conversing]:
    must_move(facts, phase.terms.asker)
    match command:
        case c.AcceptCompletion():
            if isinstance(phase, s.Fulfilled):
                return []
            must_be(phase, s.Reported)
            return [e.CompletionAccepted(on=facts.today)]
        case c.RejectCompletion(missing=missing):
            must_be(phase, s.Reported)
            return [e.CompletionRejected(missing=said(missing))]
        case c.Dispute(reason=reason):
            until = must_be(phase, s.Fulfilled).on + DISPUTE
            if facts.today > until:
                raise Refusal(Code.DISPUTE_TOO_LATE, until=until)
            return [e.FulfilmentDisputed(on=facts.today, reason=said(reason))]
        case _:
            assert_never(command)


def _thank(phase: s.Fulfilled, facts: Facts) -> list[e.Conversing]:
    """Thank for the asker or, as it sees to all threads, for coordination."""
    org, terms = acting_org(facts), phase.terms
    if org in {"", terms.holder} or not facts.may_coordinate:
        must_move(facts, terms.asker)
    return [] if org in phase.thanked else [e.Thanked(org=org)]
