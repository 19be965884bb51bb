"""What a commitment is after an event. Total: it never refuses the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, cast

from core.commitment import events as e
from core.commitment import states as s


def evolve(state: s.State, event: e.Happening) -> s.State:
    """Return the state after ``event``."""
    match event:
        case e.TakenBack():
            return _taken_back(state)
        case e.Drafted(org=org, event=prepared):
            pending = s.Draft(org, cast("e.Conversing", prepared))
            return s.State(state.phase, pending, _undo(state))
        case e.EnteredOnBehalf(org=org, event=prepared, contest_until=until):
            act = cast("e.Conversing", prepared)
            return s.State(state.phase, s.Provisional(org, act, until), _undo(state))
        case e.DraftDiscarded() | e.OnBehalfContested():
            return _dropped(state, event)
        case e.OnBehalfConfirmed() | e.OnBehalfStood():
            return replace(state, undo=_undo(state))  # what it says follows
        case e.ProgressReported():
            return replace(state, undo=_undo(state))
        case _:
            return s.State(_phase(state.phase, event), None, _undo(state))


def _undo(state: s.State) -> s.State:
    return replace(state, undo=None)


def _taken_back(state: s.State) -> s.State:
    before = state.undo
    if before is None:
        return state
    if before == s.State():  # nobody has asked or offered, and the number is used
        return s.State(s.Ended(terms_of(state), s.ended_by(e.TakenBack)))
    return before


def _dropped(state: s.State, event: e.DraftDiscarded | e.OnBehalfContested) -> s.State:
    if isinstance(state.phase, s.Absent):
        ended = s.Ended(terms_of(state), s.ended_by(type(event)))
        return s.State(ended, None, _undo(state))
    return s.State(state.phase, None, _undo(state))


_NOWHERE: Final = s.Terms("", "", "", date.min)


def terms_of(state: s.State) -> s.Terms:
    """Return the terms of ``state``, or those that a pending opening would have."""
    if not isinstance(state.phase, s.Absent):
        return state.phase.terms
    opening = state.pending.event if state.pending else None
    if isinstance(opening, e.Requested | e.Offered):
        return s.Terms(opening.forum, opening.asker, opening.holder, opening.due)
    return _NOWHERE


def _phase(phase: s.Phase, event: e.Conversing) -> s.Phase:
    if isinstance(event, e.Requested | e.Offered):
        terms = s.Terms(event.forum, event.asker, event.holder, event.due)
        return (
            s.Requested(terms) if isinstance(event, e.Requested) else s.Offered(terms)
        )
    if isinstance(phase, s.Absent):
        return phase
    return _agreed(phase, event)


def _agreed(phase: s.Present, event: e.Change) -> s.Phase:
    """Follow the conversation until a promise stands."""
    terms = phase.terms
    match event:
        case (
            e.Promised(due=due)
            | e.CounterAccepted(due=due)
            | e.OfferAccepted(due=due)
            | e.ReservationLifted(due=due)
            | e.ChangeAccepted(due=due)
        ):
            return s.Promised(replace(terms, due=due))
        case e.PromisedUnderReservation(due=due, body=body, deadline=deadline):
            return s.Reserved(replace(terms, due=due), body, deadline)
        case e.ReservationConditioned(due=due):
            return s.Countered(replace(terms, due=due), terms)
        case e.CounterProposed(by=by, due=due):
            proposed = replace(terms, due=due)
            if by == terms.asker:
                return s.Requested(proposed)
            return s.Countered(proposed, terms)
        case e.ReservationRefused() | e.Declined() | e.Withdrawn():
            return s.Ended(terms, s.ended_by(type(event)))
        case _:
            return _kept(phase, event)


def _kept(phase: s.Present, event: e.Change) -> s.Phase:
    """Follow the conversation after a promise stands."""
    terms = phase.terms
    match event:
        case e.HandOverProposed(to=to):
            return s.HandingOver(terms, to)
        case e.HandedOver(org=str(org)):
            return s.Promised(replace(terms, holder=org))
        case e.HandOverDeclined() | e.ChangeRejected() | e.CompletionRejected():
            return s.Promised(terms)
        case e.ChangeProposed(by=by, due=due):
            return s.Renegotiating(terms, by, due)
        case e.CompletionReported(on=on) | e.FulfilmentDisputed(on=on):
            return s.Reported(terms, on)
        case e.CompletionAccepted(on=on) | e.CompletionAcceptedBySilence(on=on):
            return s.Fulfilled(terms, on)
        case e.Released() | e.Reneged():
            return s.Ended(terms, s.ended_by(type(event)))
        case _:
            return phase
