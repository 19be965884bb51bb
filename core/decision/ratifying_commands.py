"""What can be asked of a decision while the bodies of the members have it.

``org`` and ``body`` say which; a result is recorded by the organisation itself or by
coordination. ``on`` is the day of the meeting; without one it is today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import Evidence
from core.sealed import Sealed


@dataclass(frozen=True, slots=True)
class StartRatification:
    """Let it go to the bodies, and bind whoever lacks nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """Say that ``body`` of one's organisation has to resolve first."""

    body: str
    deadline: date | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveRatification:
    """Say that ``body`` of one's organisation need not resolve."""

    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDeadline:
    """Give the body a term, or more time."""

    org: str
    body: str
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitPaper:
    """Say that the paper lies before the body."""

    org: str
    body: str
    on: date | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleItem:
    """Say on which day the body deals with it."""

    org: str
    body: str
    on: date
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsultation:
    """Record what a committee advised beforehand."""

    org: str
    body: str
    committee: str
    result: Sealed
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPostponement:
    """Record that the body put it off."""

    org: str
    body: str
    on: date | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReferral:
    """Record that the body wants the advice of ``to`` first."""

    org: str
    body: str
    to: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNotQuorate:
    """Record that too few were there."""

    org: str
    body: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordApproval:
    """Record that the body approved.

    ``wording`` is the resolution as it came back: another text than the one that
    lay before the body is recorded as a condition (T1). ``mark`` is the one printed on
    the paper; it or ``text`` says which version it was, if not that of the paper.
    ``source`` says where an approval without a paper is taken from.
    """

    org: str
    body: str
    evidence: Evidence
    on: date | None = None
    ref: str | None = None
    text: int | None = None
    mark: str | None = None
    wording: Sealed | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConditions:
    """Record that the body approved with conditions (*mit Maßgabe*)."""

    org: str
    body: str
    conditions: Sealed
    evidence: Evidence
    on: date | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRefusal:
    """Record that the body refused."""

    org: str
    body: str
    on: date | None = None
    reason: Sealed | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckApproval:
    """Prove that an approval of an earlier version covers the newest."""

    org: str
    body: str
    evidence: Evidence
    on: date | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetractResult:
    """Say that what was recorded of the body was wrong."""

    org: str
    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenRatification:
    """Ask the body once more."""

    org: str
    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireRatification:
    """Establish that the term went by."""

    org: str
    body: str


Recording: TypeAlias = RecordApproval | RecordConditions | RecordRefusal
Progress: TypeAlias = (
    SubmitPaper
    | ScheduleItem
    | RecordConsultation
    | RecordPostponement
    | RecordReferral
    | RecordNotQuorate
)
Correcting: TypeAlias = (
    RecheckApproval | RetractResult | ReopenRatification | ExpireRatification
)
Terms: TypeAlias = Reserve | WaiveRatification | SetDeadline
