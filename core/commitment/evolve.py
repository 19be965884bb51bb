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
            return replace(state, pending=pending, undo=_undo(state))
        case e.EnteredOnBehalf(org=org, event=prepared, contest_until=until):
            entry = s.Provisional(org, cast("e.Conversing", prepared), until)
            return replace(state, pending=entry, undo=_undo(state))
        case e.DraftDiscarded() | e.OnBehalfContested():
            return _dropped(state, event)
        case e.OnBehalfConfirmed() | e.OnBehalfStood():
            return replace(state, undo=_undo(state))  # what it says follows
        case e.ProgressReported():
            return _beside(state, event)
        case e.GroundGone() | e.Upheld() | e.ReleaseSought():
            doubt = _doubt(state, event)
            return replace(_beside(state, event), doubt=doubt)
        case e.Thanked():
            return replace(_beside(state, event), phase=_phase(state.phase, event))
        case _:
            return replace(
                state,
                phase=_phase(state.phase, event),
                pending=None,
                undo=_undo(state),
                doubt=_agreed_anew(state.doubt, event),
            )


def _beside(state: s.State, event: e.Happening) -> s.State:
    """Return ``state`` after what changes no phase; only what said it waits no more."""
    waits = state.pending
    over = waits is not None and waits.event == event
    return replace(state, pending=None if over else waits, undo=_undo(state))


def _doubt(
    state: s.State, event: e.GroundGone | e.Upheld | e.ReleaseSought
) -> s.Doubt | None:
    """Return what both sides have said since the decision holds no more."""
    doubt, holder = state.doubt, terms_of(state).holder
    if isinstance(event, e.GroundGone):
        return s.Doubt(event.decision, event.ended_by)
    if doubt is None:
        return None
    if isinstance(event, e.ReleaseSought):
        return replace(doubt, upheld=doubt.upheld - {holder}, sought=True)
    sought = doubt.sought and event.by != holder
    return replace(doubt, upheld=doubt.upheld | {event.by}, sought=sought)


def _agreed_anew(doubt: s.Doubt | None, event: e.Conversing) -> s.Doubt | None:
    """Return ``doubt`` without a question once both agreed on something new."""
    new = isinstance(event, e.ChangeAccepted | e.CounterAccepted | e.OfferAccepted)
    return replace(doubt, agreed=True) if doubt and new else doubt


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
        return replace(state, phase=ended, pending=None, undo=_undo(state))
    return replace(state, pending=None, undo=_undo(state))


_NOWHERE: Final = s.Terms("", "", "", date.min)


def terms_of(state: s.State) -> s.Terms:
    """Return the terms of ``state``, or those that a pending opening would have."""
    if not isinstance(state.phase, s.Absent):
        return state.phase.terms
    opening = state.pending.event if state.pending else None
    if isinstance(opening, e.Requested | e.Offered):
        return _opened(opening)
    return _NOWHERE


def _opened(event: e.Opening) -> s.Terms:
    return s.Terms(event.forum, event.asker, event.holder, event.due, event.cites)


def _phase(phase: s.Phase, event: e.Conversing) -> s.Phase:
    if isinstance(event, e.Requested | e.Offered):
        terms = _opened(event)
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
        case e.Thanked(org=org) if isinstance(phase, s.Fulfilled):
            return replace(phase, thanked=(*phase.thanked, org))
        case e.Released() | e.Reneged():
            return s.Ended(terms, s.ended_by(type(event)))
        case _:
            return phase
