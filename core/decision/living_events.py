"""What can happen to a decision once the forum has accepted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.effect import Member
from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationStarted(Event):
    """It goes to the bodies; from here on it binds whoever lacks nothing."""

    KIND = "decision.ratification_started.v1"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TookEffect(Event):
    """It is in force for ``orgs`` since ``on``, and nobody else is awaited.

    Whatever is entered later counts from its own day: a council of the 3rd that is
    known on the 5th puts it into force on the 3rd.
    """

    KIND = "decision.took_effect.v1"
    orgs: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyTookEffect(Event):
    """It is in force for ``orgs`` since ``on``; others are awaited."""

    KIND = "decision.partly_took_effect.v1"
    orgs: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Event):
    """Nothing that is outstanding can bring it into force."""

    KIND = "decision.failed.v1"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRevoked(Event):
    """By a correction it is neither in force nor failed: it waits for the bodies."""

    KIND = "decision.effect_revoked.v1"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberJoined(Event):
    """``member`` joined after the count, or says yes only now."""

    KIND = "decision.member_joined.v1"
    org: str
    member: Member
    text: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLeft(Event):
    """``org`` takes its word back; what was due before stays due (rule R2)."""

    KIND = "decision.member_left.v1"
    org: str
    on: date
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesAsked(Event):
    """``org``, which it binds, was asked what it promises (*Zusagen erbeten*)."""

    KIND = "decision.promises_asked.v1"
    org: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFellDue(Event):
    """It is looked at again (*Wiedervorlage*).

    ``because`` is the information that tells of a change of framework.
    """

    KIND = "decision.review_fell_due.v2"
    on: date
    reason: Sealed | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(Event):
    """It was looked at and stays; next on ``review_on``, or why never again."""

    KIND = "decision.confirmed.v1"
    on: date
    review_on: date | None = None
    no_review: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded(Event):
    """``by`` took its place; ``released`` are bound by neither (rule D8)."""

    KIND = "decision.superseded.v1"
    by: str
    on: date
    released: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repealed(Event):
    """It does not hold any more; ``by`` is the decision that says so."""

    KIND = "decision.repealed.v1"
    by: str
    on: date
    reason: Sealed


Effects: TypeAlias = TookEffect | PartlyTookEffect | Failed | EffectRevoked
Living: TypeAlias = (
    RatificationStarted
    | Effects
    | MemberJoined
    | MemberLeft
    | PromisesAsked
    | ReviewFellDue
    | Confirmed
    | Superseded
    | Repealed
)
