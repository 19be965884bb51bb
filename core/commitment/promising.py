"""From the request or offer to the promise, or to a friendly no."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import states as s
from core.commitment.authority import acting_org, must_be, must_move, unfit
from core.commitment.checks import not_past, said, said_maybe
from core.errors import Code, Refusal
from core.facts import Facts
from core.texts import label

Agreeing: TypeAlias = (
    c.Promise
    | c.PromiseUnderReservation
    | c.LiftReservation
    | c.RefuseReservation
    | c.ConditionReservation
    | c.Counter
    | c.AcceptCounter
    | c.AcceptOffer
    | c.Decline
    | c.Withdraw
)


def agree(command: Agreeing, phase: s.Present, facts: Facts) -> list[e.Conversing]:
    """Return what ``command`` changes before a promise stands."""
    match command:
        case c.Promise():
            return _promise(phase, facts)
        case c.PromiseUnderReservation():
            return _reserve(command, phase, facts)
        case c.LiftReservation() | c.RefuseReservation() | c.ConditionReservation():
            return [_council(command, phase, facts)]
        case c.Counter():
            return [_counter(command, phase, facts)]
        case c.AcceptCounter() | c.AcceptOffer():
            return _accept(command, phase, facts)
        case c.Decline():
            return _decline(command, phase, facts)
        case c.Withdraw():
            return _withdraw(command, phase, facts)
        case _:
            assert_never(command)


def _promise(phase: s.Present, facts: Facts) -> list[e.Conversing]:
    if isinstance(phase, s.Promised) and acting_org(facts) == phase.terms.holder:
        return []
    terms = must_be(phase, s.Requested).terms
    must_move(facts, terms.holder)
    return [e.Promised(due=not_past(terms.due, facts))]


def _reserve(
    command: c.PromiseUnderReservation, phase: s.Present, facts: Facts
) -> list[e.Conversing]:
    body = label(command.body)
    if isinstance(phase, s.Reserved) and acting_org(facts) == phase.terms.holder:
        if (phase.body, phase.deadline) == (body, command.deadline):
            return []
        raise unfit(phase)
    terms = must_be(phase, s.Requested).terms
    must_move(facts, terms.holder)
    return [
        e.PromisedUnderReservation(
            due=not_past(terms.due, facts),
            body=body,
            deadline=not_past(command.deadline, facts),
        )
    ]


def _council(
    command: c.LiftReservation | c.RefuseReservation | c.ConditionReservation,
    phase: s.Present,
    facts: Facts,
) -> e.Conversing:
    terms = must_be(phase, s.Reserved).terms
    must_move(facts, terms.holder)
    match command:
        case c.LiftReservation(evidence=evidence):
            return e.ReservationLifted(due=terms.due, evidence=said(evidence))
        case c.RefuseReservation(reason=reason):
            return e.ReservationRefused(reason=said_maybe(reason))
        case c.ConditionReservation(conditions=conditions, due=due):
            return e.ReservationConditioned(
                conditions=said(conditions), due=not_past(due or terms.due, facts)
            )
        case _:
            assert_never(command)


def _counter(command: c.Counter, phase: s.Present, facts: Facts) -> e.Conversing:
    present = _on_the_table(phase)
    must_move(facts, s.next_mover(present) or "")
    scope, reason = said_maybe(command.scope), said_maybe(command.reason)
    due = present.terms.due if command.due is None else command.due
    if due == present.terms.due and scope is None:
        raise Refusal(Code.COUNTER_SAYS_NOTHING)
    return e.CounterProposed(
        by=acting_org(facts), due=not_past(due, facts), scope=scope, reason=reason
    )


def _accept(
    command: c.AcceptCounter | c.AcceptOffer, phase: s.Present, facts: Facts
) -> list[e.Conversing]:
    if isinstance(phase, s.Promised) and acting_org(facts) == phase.terms.asker:
        return []
    match command:
        case c.AcceptCounter():
            terms = must_be(phase, s.Countered).terms
            must_move(facts, terms.asker)
            return [e.CounterAccepted(due=not_past(terms.due, facts))]
        case c.AcceptOffer():
            terms = must_be(phase, s.Offered).terms
            must_move(facts, terms.asker)
            return [e.OfferAccepted(due=not_past(terms.due, facts))]
        case _:
            assert_never(command)


def _decline(command: c.Decline, phase: s.Present, facts: Facts) -> list[e.Conversing]:
    if isinstance(phase, s.Ended) and phase.by == s.ended_by(e.Declined):
        return []
    present = _on_the_table(phase)
    terms = present.terms
    offered = isinstance(present, s.Offered)
    must_move(facts, terms.asker if offered else terms.holder)
    reason = said_maybe(command.reason)
    return [e.Declined(by=acting_org(facts), reason=reason)]


def _withdraw(
    command: c.Withdraw, phase: s.Present, facts: Facts
) -> list[e.Conversing]:
    if isinstance(phase, s.Ended) and phase.by == s.ended_by(e.Withdrawn):
        return []
    present = _on_the_table(phase)
    terms = present.terms
    offered = isinstance(present, s.Offered)
    must_move(facts, terms.holder if offered else terms.asker)
    reason = said_maybe(command.reason)
    return [e.Withdrawn(by=acting_org(facts), reason=reason)]


def _on_the_table(phase: s.Present) -> s.Requested | s.Offered | s.Countered:
    if isinstance(phase, s.Requested | s.Offered | s.Countered):
        return phase
    raise unfit(phase)
