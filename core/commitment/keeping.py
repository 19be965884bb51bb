"""What can happen to a promise that stands. Dates are calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReported(Event):
    """Where it stands (*Zwischenstand*)."""

    KIND = "commitment.progress_reported.v1"
    text: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Event):
    """Another person of the holder, or another holder, looks after it now."""

    KIND = "commitment.handed_over.v1"
    person: str | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverProposed(Event):
    """The holder asks another organisation to take over."""

    KIND = "commitment.hand_over_proposed.v1"
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverDeclined(Event):
    """The other organisation does not, or the holder keeps it after all."""

    KIND = "commitment.hand_over_declined.v1"
    by: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeProposed(Event):
    """``by`` wants a standing promise changed."""

    KIND = "commitment.change_proposed.v1"
    by: str
    due: date
    scope: Sealed | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAccepted(Event):
    """The other side agreed; the old day stays in the history."""

    KIND = "commitment.change_accepted.v1"
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRejected(Event):
    """The promise stands as it was."""

    KIND = "commitment.change_rejected.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionReported(Event):
    """The holder says it is done since ``on``."""

    KIND = "commitment.completion_reported.v1"
    on: date
    evidence: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionAccepted(Event):
    """The asker says it is good."""

    KIND = "commitment.completion_accepted.v1"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionRejected(Event):
    """The asker says what is missing."""

    KIND = "commitment.completion_rejected.v1"
    missing: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionAcceptedBySilence(Event):
    """Nobody answered in time; ``notice`` is the message that told the asker."""

    KIND = "commitment.completion_accepted_by_silence.v1"
    on: date
    notice: str
    noticed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """The asker no longer expects it."""

    KIND = "commitment.released.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reneged(Event):
    """The holder says that it cannot be kept. Never set by a timer (Z5)."""

    KIND = "commitment.reneged.v1"
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class FulfilmentDisputed(Event):
    """The asker found something within the period, and said so ``on`` that day."""

    KIND = "commitment.fulfilment_disputed.v1"
    on: date
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked(Event):
    """``org`` thanked the holder for what was kept (*Dank*)."""

    KIND = "commitment.thanked.v1"
    org: str
