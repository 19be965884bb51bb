"""Rows: what a query returns of decisions, as one viewer may see it.

Days are local, times UTC. Texts are ``None`` where none was given or where it was
erased. ``edition`` is the number of a version of the text (*Fassung*).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.decision.councils import Step
from core.decision.file import Work
from core.decision.kinds import (
    Benefit,
    ConditionKind,
    Evidence,
    Score,
    Share,
    Tally,
)
from core.effect import Answer, Missing, Rule, Stance
from core.facts import Basis
from core.ports import Circle
from core.rulebook import Mode, Rulebook

DRAFT: Final = ("decision_draft",)
DECIDING: Final = (
    "decision_open",
    "decision_objected",
    "decision_escalated",
    "decision_lapsed",
)
HOLDING: Final = (
    "decision_partly_in_force",
    "decision_in_force",
    "decision_under_review",
)
RECOMMENDED: Final = ("decision_resolved", "decision_reconsidered")
OVER: Final = (
    "decision_rejected",
    "decision_withdrawn",
    "decision_failed",
    "decision_superseded",
    "decision_repealed",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision.

    ``state`` is core's name (``decision_in_force``), ``in_councils`` whether bodies are
    awaited. ``tally`` is the newest count, ``standing`` what it would come to now, with
    what was entered for others; both ``None`` before it was opened. ``silent`` have
    said nothing, ``bound`` are bound now, ``ready`` lack nothing of their own,
    ``lacking`` says what others lack, ``because`` which information led to a review.
    """

    ref: str
    number: int
    forum: str
    org: str
    title: str
    text: str | None
    edition: int
    state: str
    in_councils: bool
    mode: Mode
    rule: Rule
    rulebook: Rulebook
    council: bool
    options: tuple[str, ...]
    reasons: str | None
    alternatives: str | None
    otherwise: str | None
    costs: tuple[Share, ...]
    benefits: tuple[Benefit, ...]
    goals: tuple[str, ...]
    instead_of: str | None
    opened_on: date | None
    until: date | None
    closed_on: date | None
    second_call: bool
    tally: Tally | None
    standing: Tally | None
    silent: tuple[str, ...]
    bound: tuple[str, ...]
    ready: tuple[str, ...]
    lacking: tuple[Missing, ...]
    holds_since: date | None
    review_on: date | None
    no_review: str | None
    superseded_by: str | None
    repealed_by: str | None
    released: tuple[str, ...]
    escalated_to: str | None
    ended_on: date | None
    why: str | None
    because: str | None
    opener: str
    drafted_at: datetime
    changed_at: datetime
    circle: Circle
    version: int
    position: int

    @property
    def deciding(self) -> bool:
        """Whether the forum has it (*wird entschieden*)."""
        return self.state in DECIDING

    @property
    def holds(self) -> bool:
        """Whether it binds somebody (*gilt*)."""
        return self.state in HOLDING

    @property
    def recommends(self) -> bool:
        """Whether it was accepted and binds nobody (*Empfehlung*)."""
        return self.state in RECOMMENDED and self.mode is Mode.RECOMMENDATION


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """One version of the text; ``position`` is the entry that commits to it."""

    ref: str
    edition: int
    text: str | None
    integrates: tuple[int, ...]
    on: date
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """One organisation on the list, and what it said to the newest version.

    ``basis`` says by what coordination knew it, ``counted_as`` how it came to count:
    ``confirmed``, ``stood`` or ``tacit``. ``entered`` waits until ``contest_until``:
    a stance, or the kind of the event; ``prepared`` waits for the organisation's own
    word and is told to it and to coordination alone. ``asked_at`` is the position at
    which it was asked what it promises.
    """

    ref: str
    org: str
    inhabitants: int
    cents: int
    late: bool
    recused: bool
    left_on: date | None
    stance: Stance | None
    scores: tuple[Score, ...]
    reason: str | None
    given_on: date | None
    person: str | None
    basis: Basis | None
    counted_as: str | None
    entered: str | None
    entered_basis: Basis | None
    holder: str | None
    contest_until: date | None
    prepared: str | None
    delivered_on: date | None
    bound: bool
    asked_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRow:
    """One objection and what became of it; ``n`` is its number."""

    ref: str
    n: int
    org: str
    edition: int
    reason: str | None
    goal: str | None
    proposal: str | None
    work: Work
    taken_up: int | None
    ruled_by: str | None
    answer: str | None
    raised_on: date
    settled_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRow:
    """One body of one organisation.

    ``answer`` is what its resolution means for the newest version. ``late``: its
    deadline is over; told, as ``delay_reason``, to coordination and the organisation
    alone. ``edition`` 0: no paper lies before it yet.
    """

    ref: str
    org: str
    body: str
    forum: str
    number: int
    step: Step
    answer: Answer
    awaited: bool
    edition: int
    deadline: date | None
    since: date | None
    paper: str | None
    meeting: date | None
    item: str | None
    on: date | None
    evidence: Evidence | None
    evidence_ref: str | None
    conditions: str | None
    reason: str | None
    delay: str | None
    delay_on: date | None
    delay_reason: str | None
    committee: str | None
    consulted_on: date | None
    consulted: str | None
    person: str | None
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """What else must come first; ``org`` is ``None`` where it concerns everybody."""

    ref: str
    kind: ConditionKind
    org: str | None
    answer: Answer
    on: date | None
    evidence_ref: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRow:
    """``org`` was bound from ``since``; ``until`` is the first day it is not."""

    ref: str
    org: str
    since: date
    until: date | None
