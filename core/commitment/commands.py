"""What can be asked of a commitment. Time and authority come in as facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.commitment.settling import Settling, TakeBack, Thank
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Ask ``holder`` for ``what`` until ``due``."""

    forum: str
    asker: str
    holder: str
    what: Sealed
    due: date
    measure: Sealed | None = None
    cites: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Offer ``what`` to ``asker`` until ``due``."""

    forum: str
    asker: str
    holder: str
    what: Sealed
    due: date
    cites: str | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Promise what was asked, by the day that was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseUnderReservation:
    """Promise, if ``body`` agrees by ``deadline``."""

    body: str
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftReservation:
    """Record that the body agreed."""

    evidence: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseReservation:
    """Record that the body said no."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionReservation:
    """Record that the body agreed to something else."""

    conditions: Sealed
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Propose another day or scope, before the promise."""

    due: date | None = None
    scope: Sealed | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class AcceptCounter:
    """Take the counter-proposal."""


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Take the offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """Say no, before the promise."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take the own request or offer off the table."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportProgress:
    """Say where it stands."""

    text: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverTo:
    """Hand over to ``person`` of the holder, or to the organisation ``org``."""

    person: str | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take over what another organisation hands over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineHandOver:
    """Do not take over; or keep it after all."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeChange:
    """Ask for another day or scope of a standing promise."""

    due: date | None = None
    scope: Sealed | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class AcceptChange:
    """Agree to the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectChange:
    """Leave the promise as it was."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDone:
    """Say that it is done (since ``on``, else today)."""

    on: date | None = None
    evidence: Sealed | None = None


@dataclass(frozen=True, slots=True)
class AcceptCompletion:
    """Say that it is good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectCompletion:
    """Say what is missing."""

    missing: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptBySilence:
    """Establish that nobody answered ``notice``, delivered on ``noticed_on``."""

    notice: str
    noticed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Let the holder off."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renege:
    """Say that the promise cannot be kept."""

    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Say, within the period, what turned out to be wrong."""

    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseGround:
    """Ask both sides whether it stands, as ``decision`` holds no more."""

    decision: str


@dataclass(frozen=True, slots=True)
class Uphold:
    """Say that it stands although its decision holds no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeekRelease:
    """Ask to be released, as its decision holds no more."""

    reason: Sealed | None = None


Proceeding: TypeAlias = (
    Request
    | Offer
    | Promise
    | PromiseUnderReservation
    | LiftReservation
    | RefuseReservation
    | ConditionReservation
    | Counter
    | AcceptCounter
    | AcceptOffer
    | Decline
    | Withdraw
    | ReportProgress
    | HandOverTo
    | TakeOver
    | DeclineHandOver
    | ProposeChange
    | AcceptChange
    | RejectChange
    | ReportDone
    | AcceptCompletion
    | RejectCompletion
    | Release
    | Renege
    | Dispute
)
Conversing: TypeAlias = Proceeding | Uphold | SeekRelease | Thank
Command: TypeAlias = Conversing | Settling | AcceptBySilence | LoseGround | TakeBack
