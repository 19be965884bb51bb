"""What happens in the bodies of the members: each to one ``body`` of one ``org``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import Evidence
from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationRequired(Event):
    """``org`` is bound only when ``body`` has resolved (*Gremienvorbehalt*)."""

    KIND = "decision.ratification_required.v1"
    org: str
    body: str
    deadline: date | None = None
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationWaived(Event):
    """``body`` of ``org`` need not resolve, and why."""

    KIND = "decision.ratification_waived.v1"
    org: str
    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSet(Event):
    """``body`` has until ``deadline``; a later one extends it."""

    KIND = "decision.ratification_deadline_set.v1"
    org: str
    body: str
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSubmitted(Event):
    """A paper with version ``text`` lies before the body (*Vorlage*)."""

    KIND = "decision.council_paper_submitted.v1"
    org: str
    body: str
    text: int
    on: date
    paper: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScheduled(Event):
    """It is on the agenda of the meeting on ``on`` (*Tagesordnungspunkt*)."""

    KIND = "decision.council_item_scheduled.v1"
    org: str
    body: str
    on: date
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationHeld(Event):
    """``committee`` consulted beforehand (*Vorberatung*)."""

    KIND = "decision.preliminary_consultation_held.v1"
    org: str
    body: str
    committee: str
    on: date
    result: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPostponed(Event):
    """It was put off (*vertagt*)."""

    KIND = "decision.council_postponed.v1"
    org: str
    body: str
    on: date
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilReferred(Event):
    """It was given to ``to`` for advice (*verwiesen*)."""

    KIND = "decision.council_referred.v1"
    org: str
    body: str
    on: date
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilNotQuorate(Event):
    """Too few were there."""

    KIND = "decision.council_not_quorate.v1"
    org: str
    body: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilApproved(Event):
    """The body approved version ``text``; by word of mouth it is provisional (T2)."""

    KIND = "decision.council_approved.v1"
    org: str
    body: str
    text: int
    on: date
    evidence: Evidence
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilApprovedWithConditions(Event):
    """The body approved something else: with conditions, or another text (T1)."""

    KIND = "decision.council_approved_with_conditions.v1"
    org: str
    body: str
    text: int
    on: date
    evidence: Evidence
    conditions: Sealed
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRefused(Event):
    """The body refused."""

    KIND = "decision.council_refused.v1"
    org: str
    body: str
    on: date
    reason: Sealed | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRechecked(Event):
    """An approval of an earlier version covers version ``text`` as well."""

    KIND = "decision.approval_rechecked.v1"
    org: str
    body: str
    text: int
    on: date
    evidence: Evidence
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRetracted(Event):
    """What was recorded of the body was wrong; it has not resolved."""

    KIND = "decision.council_result_retracted.v1"
    org: str
    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationReopened(Event):
    """After a refusal or an expired term, the body is asked once more."""

    KIND = "decision.ratification_reopened.v1"
    org: str
    body: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationExpired(Event):
    """The term went by without a resolution."""

    KIND = "decision.ratification_expired.v1"
    org: str
    body: str
    on: date


Result: TypeAlias = CouncilApproved | CouncilApprovedWithConditions | CouncilRefused
Council: TypeAlias = (
    RatificationWaived
    | DeadlineSet
    | PaperSubmitted
    | ItemScheduled
    | ConsultationHeld
    | CouncilPostponed
    | CouncilReferred
    | CouncilNotQuorate
    | Result
    | ApprovalRechecked
    | ResultRetracted
    | RatificationReopened
    | RatificationExpired
)
InCouncils: TypeAlias = RatificationRequired | Council
