"""What can happen until a promise stands. Dates are calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested(Event):
    """``asker`` asked ``holder`` for something; ``measure`` says when it is done.

    ``cites`` is the decision from which it follows (rule Z6).
    """

    KIND = "commitment.requested.v2"
    forum: str
    asker: str
    holder: str
    what: Sealed
    due: date
    measure: Sealed | None = None
    cites: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(Event):
    """``holder`` offered something unasked (*Selbstverpflichtung*).

    ``cites`` is the decision from which it follows (rule Z6).
    """

    KIND = "commitment.offered.v2"
    forum: str
    asker: str
    holder: str
    what: Sealed
    due: date
    cites: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised(Event):
    """The holder's word is given."""

    KIND = "commitment.promised.v1"
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedUnderReservation(Event):
    """Promised, if ``body`` agrees by ``deadline`` (*Gremienvorbehalt*)."""

    KIND = "commitment.promised_under_reservation.v1"
    due: date
    body: str
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationLifted(Event):
    """The body agreed."""

    KIND = "commitment.reservation_lifted.v1"
    due: date
    evidence: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationRefused(Event):
    """The body said no."""

    KIND = "commitment.reservation_refused.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationConditioned(Event):
    """The body agreed to something else (*mit Maßgabe*): a counter-proposal."""

    KIND = "commitment.reservation_conditioned.v1"
    conditions: Sealed
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterProposed(Event):
    """``by`` would rather have another day or another scope."""

    KIND = "commitment.counter_proposed.v1"
    by: str
    due: date
    scope: Sealed | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterAccepted(Event):
    """The asker took the counter-proposal; with it the promise stands."""

    KIND = "commitment.counter_accepted.v1"
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAccepted(Event):
    """The asker took the offer; with it the promise stands."""

    KIND = "commitment.offer_accepted.v1"
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Event):
    """``by`` said no before anything was promised. No is a full answer."""

    KIND = "commitment.declined.v1"
    by: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """Whoever opened it takes it off the table."""

    KIND = "commitment.withdrawn.v1"
    by: str
    reason: Sealed | None = None
